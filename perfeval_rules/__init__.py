"""A declarative scoring engine for performance self-evaluations; the public names, loaded when first asked for."""

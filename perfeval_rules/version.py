"""The version of the engine, in one place: the package, provenance and `[requires]` read it here."""

VERSION = "0.1.0"

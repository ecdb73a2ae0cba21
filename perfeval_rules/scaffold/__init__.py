"""What a person begins with: a plugin or a ruleset that works at once, written from templates."""

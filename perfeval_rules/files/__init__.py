"""Reading what stands outside: TOML with positions, JSON, pasted tables, the library of rulesets."""

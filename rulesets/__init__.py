"""The rulesets that ship with the engine, each in a folder of its id."""

"""The cases beside a ruleset: what they expect, what they got, and what of the ruleset none of them reaches."""

"""A ruleset as named formulas in stages, and how they are worked out for a form."""

"""How a run went, as the shell is told."""

DONE = 0
"""Done, and nothing of severity error."""
FOUND = 1
"""Done, and errors were found in what was read."""
NOT_DONE = 2
"""Not done: usage, input that cannot be read, a ruleset that does not compile."""
INTERRUPTED = 130
"""Stopped by the person."""

"""The test kit: what must hold of every indicator type, tried with options and rows made up from what the type declares."""

"""Measurements: what scoring costs beside code written by hand and another engine, and what each gets wrong."""

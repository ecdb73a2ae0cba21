"""The ruleset document: its tables, how files lie over one another, and which edition is in force; shape only."""

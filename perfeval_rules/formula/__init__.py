"""Formulas: from an author's text to a checked tree, and what each part of it means to any reading."""

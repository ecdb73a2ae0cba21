"""The fast path: a form's texts, blanks and signs decide once which straight-line functions its numbers go through."""

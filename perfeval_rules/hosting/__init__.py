"""Plugins: who is installed, who takes part, and what they give."""

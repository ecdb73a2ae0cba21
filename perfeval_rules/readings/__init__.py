"""Readings: one file for each thing a formula can be asked for, all by the same evaluator."""

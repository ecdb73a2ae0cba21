"""How much the agreement tests try: little among all tests, more where `AGREE_SCALE` says so."""

import os

SCALE = int(os.environ.get("AGREE_SCALE", "1"))
FORMULAS = 300 * SCALE
RULESETS = 30 * SCALE

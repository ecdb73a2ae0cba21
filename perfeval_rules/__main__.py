"""`python -m perfeval_rules` is `perfeval`."""

import sys

from perfeval_rules.cli import command

if __name__ == "__main__":
    sys.exit(command())

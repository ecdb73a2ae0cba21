"""A run of pytest inside this process, the same each time."""

import pytest
from hypothesis import Phase, settings

PROFILE = "mutants"
QUIET = ("-q", "--no-header", "--no-summary", "-p", "no:cacheprovider", f"--hypothesis-profile={PROFILE}")
PLAIN = "--assert=plain"
"""The engine comes with a plugin of pytest, so pytest would load and rewrite its modules from their files, changed or not."""

settings.register_profile(
    PROFILE, derandomize=True, database=None, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate)
)
"""No example is kept and none is made smaller: it is enough that one fails."""


def run(arguments: list[str], *plugins: object) -> pytest.ExitCode:
    """Run what the arguments select, with these plugins."""
    return pytest.ExitCode(pytest.main([*QUIET, PLAIN, *arguments], plugins=list(plugins)))

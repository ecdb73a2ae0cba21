"""Hypothesis tries the same examples every time."""

import pytest
from hypothesis import settings

settings.register_profile("steady", derandomize=True)


@pytest.fixture(autouse=True)
def steady():
    before = settings.get_current_profile_name()
    settings.load_profile("steady")
    yield
    settings.load_profile(before)

"""Ranges of versions."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfeval_rules.ruleset.specifiers import read_specifier


@pytest.mark.parametrize(
    ("text", "version", "admitted"),
    [
        (">=0.1,<1", "0.1", True), (">=0.1,<1", "0.1.0", True), (">=0.1,<1", "1", False), (">=0.1,<1", "0.0.9", False),
        (">= 0.1 , < 1", "0.9.9", True), ("==1", "1.0", True), ("==1", "1.0.1", False), (">1", "1.0.0", False),
        ("<=1.10", "1.9", True), (">=0.1", "0.1.0rc1", True), (">=0.1", "unknown", False),
    ],
)  # fmt: skip
def test_a_version_is_admitted_if_it_keeps_every_bound(text, version, admitted):
    specifier = read_specifier(text)
    assert specifier is not None
    assert specifier.admits(version) is admitted


@pytest.mark.parametrize("text", ["", "0.1", "=0.1", "~=1", ">=0.1,", ">=0.1 <1", ">=v1", ">=1.*", "!=1"])
def test_what_is_no_range_is_none(text):
    assert read_specifier(text) is None


@given(st.lists(st.integers(0, 20), min_size=1, max_size=4), st.lists(st.integers(0, 20), min_size=1, max_size=4))
@settings(deadline=None)
def test_two_versions_are_less_equal_or_greater(left, right):
    given_version, bound = ".".join(map(str, left)), ".".join(map(str, right))
    admits = [read_specifier(sign + bound).admits(given_version) for sign in ("<", "==", ">")]
    assert admits.count(True) == 1
    assert read_specifier(">=" + bound).admits(given_version) is not admits[0]
    assert read_specifier("<=" + bound).admits(given_version) is not admits[2]

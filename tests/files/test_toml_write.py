"""What is written as TOML is read as the same data."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfeval_rules.files.toml import read_toml
from perfeval_rules.files.toml_write import toml_text

DECIMALS = st.integers(-(10**12), 10**12).map(lambda count: Fraction(count, 10**6))
VALUES = st.one_of(DECIMALS, st.booleans(), st.text("甲乙 abc=\"'#\\", max_size=8))
KEYS = st.text("abc_", min_size=1, max_size=4)


@settings(deadline=None, derandomize=True)
@given(st.dictionaries(KEYS, st.one_of(VALUES, st.lists(VALUES, max_size=3), st.dictionaries(KEYS, VALUES))))
def test_what_is_written_is_read_again(data):
    document, faults = read_toml(toml_text(data).encode(), "data.toml")
    assert not faults
    assert document.data == data


def test_whole_numbers_are_written_whole_and_decimals_with_all_their_digits():
    assert toml_text({"a": Fraction(3), "b": Fraction(1, 8)}) == "a = 3\nb = 0.125\n"


def test_a_third_is_no_decimal():
    with pytest.raises(ValueError, match="1/3 is no decimal"):
        toml_text({"a": Fraction(1, 3)})

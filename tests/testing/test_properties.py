"""The properties in words."""

import re

import pytest

from perfeval_rules.testing import IndicatorTypeSuite
from perfeval_rules.testing.properties import PROPERTIES

EVERY = [(of, key) for of, properties in PROPERTIES.items() for key in properties]


def test_every_test_of_the_kit_has_words_and_no_words_are_of_a_test_that_is_gone():
    tests = {name for name in dir(IndicatorTypeSuite) if name.startswith("test_")}
    assert tests == PROPERTIES["type"].keys() - {"as-said"}


@pytest.mark.parametrize(("of", "key"), EVERY)
def test_a_property_is_said_in_both_languages(of, key):
    text = PROPERTIES[of][key]
    assert re.search("[\u4e00-\u9fff]", text.zh)
    assert re.search("[a-z]", text.en)

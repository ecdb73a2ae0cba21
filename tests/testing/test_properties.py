"""The properties in words."""

import re

import pytest

from perfeval_rules.testing import IndicatorTypeSuite
from perfeval_rules.testing.inspection import SUITES_OF
from perfeval_rules.testing.properties import PROPERTIES

EVERY = [(of, key) for of, properties in PROPERTIES.items() for key in properties]


def test_every_test_of_the_kit_has_words_and_no_words_are_of_a_test_that_is_gone():
    assert properties_of(IndicatorTypeSuite) == PROPERTIES["type"].keys() - {"as-said"}
    for of, suite in SUITES_OF.items():
        assert properties_of(suite) == PROPERTIES[of].keys() | {"test_they_are_declared_soundly"}, of


def properties_of(suite):
    """The tests of a suite by name; that a plugin is declared soundly is said once of all of it."""
    return {name for name in dir(suite) if name.startswith("test_")}


@pytest.mark.parametrize(("of", "key"), EVERY)
def test_a_property_is_said_in_both_languages(of, key):
    text = PROPERTIES[of][key]
    assert re.search("[\u4e00-\u9fff]", text.zh)
    assert re.search("[a-z]", text.en)

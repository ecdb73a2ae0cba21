"""The words of the test kit, in both languages."""

import pytest

from perfeval_rules.kit.phrases import WORDS
from perfeval_rules.text import PLACEHOLDER


@pytest.mark.parametrize("code", WORDS)
def test_both_languages_are_there_and_tell_the_same_values(code):
    words = WORDS[code]
    assert words.zh != words.en
    assert {found[1] for found in PLACEHOLDER.finditer(words.zh)} == {
        found[1] for found in PLACEHOLDER.finditer(words.en)
    }

"""What a plugin may give beside types."""

from dataclasses import FrozenInstanceError, fields

import pytest

from perfeval_rules.extension import Format, Lint, Remark
from tests.added import WORDS, function


def test_a_function_bears_the_name_before_its_bracket():
    assert function("wilson_low(share, answered)").name == "wilson_low"


@pytest.mark.parametrize(
    "given",
    [
        function(),
        Remark("rule.x"),
        Lint(name="x", message=WORDS, advice=WORDS, examine=list),
        Format(suffix=".x", title=WORDS, read=dict),
    ],
)
def test_what_a_plugin_gives_never_changes(given):
    first = fields(given)[0].name
    with pytest.raises(FrozenInstanceError):
        setattr(given, first, "other")

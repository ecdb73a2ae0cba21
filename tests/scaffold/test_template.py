"""The templates and what fills them."""

import re
from importlib import resources

import pytest

from perfeval_rules.hosting.load import admitted
from perfeval_rules.scaffold.template import SUFFIX, engine_range, filled
from perfeval_rules.version import VERSION

FOLDER = resources.files("perfeval_rules.scaffold") / "templates"
TEMPLATES = [file for folder in FOLDER.iterdir() for file in folder.iterdir()]


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.name)
def test_no_tool_takes_a_template_for_what_it_is_a_template_of(file):
    assert file.name.endswith(SUFFIX)


def test_a_template_is_filled():
    told = filled("ruleset/overlay-cases.toml", {"id": "own", "base": "other"})
    assert told.startswith("# own 的算例：照 other 得到的结果。")
    assert "$" not in told


def test_a_name_without_a_value_is_a_mistake():
    with pytest.raises(KeyError, match="base"):
        filled("ruleset/overlay-cases.toml", {"id": "own"})


@pytest.mark.parametrize(
    ("version", "said"), [("0.1.0", ">=0.1,<1"), ("1.4.2", ">=1.4,<2"), ("2.0.0rc1", ">=2.0,<3"), ("3.1", ">=3.1,<4")]
)
def test_the_engine_asked_for_is_this_one_up_to_the_next_that_may_break(version, said):
    assert engine_range(version) == said


def test_the_running_engine_is_one_that_is_asked_for():
    assert admitted(VERSION, engine_range())
    assert re.fullmatch(r">=\d+\.\d+,<\d+", engine_range())

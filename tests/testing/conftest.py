"""A small ruleset in a folder of its own, and cases written beside it."""

import pytest

import perfeval_standard
from perfeval_rules.engine import Engine
from perfeval_rules.testing.beside import suite
from tests.hosting.conftest import site  # noqa: F401 - a fixture for here too

RULESET = """
format = 1
[ruleset]
id = "small"
edition = "1"
years = { from = 2020 }
[requires]
plugins = { standard = ">=0" }
[scoring]
full_marks = 100
places = { line = 2, total = 2 }
unscored = { manual = "stated" }
[every]
score = "weight * clamp(attainment, 0, 1)"
[group.output]
title.zh = "产出"
weight = 60
[group.effect]
title.zh = "效果"
[line.safety]
title.zh = "安全"
in = "effect"
type = "threshold"
target = 1
weight = 10
[fact.staff]
names = ["人数"]
[fact.audited]
kind = "yes_no"
names = ["审计"]
[fact.closed]
kind = "date"
names = ["结束"]
[fact.note]
kind = "text"
names = ["备注"]
[fact.band]
value = "at_least(total, [[90, 1], [80, 0.8]], 0)"
[rule.rate]
when = "unit == '%'"
type = "rate"
score = "weight * at_least(attainment, [[1, 1], [0.8, 0.6]], 0)"
[rule.other]
type = "threshold"
[adjust.late]
when = "mentions(reason, 'late')"
score = "score - 1"
message.zh = "迟交扣 1 分"
[reason.lost]
when = "score < weight"
[check.odd]
when = "stated > weight"
message.zh = "自评高于分值"
[check.empty]
of = "form"
when = "count(name != '') < 3"
[fact.place]
value = "rank(total)"
[fact.best]
of = "folder"
value = "largest(total)"
[fact.rich]
of = "folder"
value = "at_least(best, [[90, 1], [50, 2]], 0)"
[check.many]
of = "folder"
when = "forms >= 2"
[words]
late = ["迟"]
[[grade]]
id = "good"
at_least = 80
[[grade]]
id = "poor"
at_least = 0
"""

ENGINE = Engine(plugins=[perfeval_standard])


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "ruleset.toml").write_text(RULESET.lstrip(), "utf-8")
    return tmp_path


@pytest.fixture
def suite_of(folder):
    """The suite of some cases beside the small ruleset."""

    def made(cases):
        (folder / "cases.toml").write_text(cases, "utf-8")
        return suite(ENGINE, folder)

    return made

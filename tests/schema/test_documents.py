"""Every document that the project shows is what its published schema says, and a wrong one is not."""

import json
import re

import pytest

from perfeval_rules.cli import main
from perfeval_rules.engine import Engine
from perfeval_rules.files.toml import read_toml
from perfeval_rules.plain import plain as plain_evaluation
from perfeval_rules.submission import canonical
from tests.files.published import published as published_forms
from tests.schema.documents import NAMES, ROOT, published, toml
from tests.schema.validator import WORDS, faults, words

RULESETS = sorted((ROOT / "rulesets").glob("*/ruleset.toml"))
CASES = sorted((ROOT / "rulesets").glob("*/cases.toml"))
GOOD = sorted((ROOT / "tests" / "cases" / "good").glob("*.toml"))
BAD = sorted((ROOT / "tests" / "cases" / "bad").glob("*.toml"))
FORMS = sorted((ROOT / "examples").glob("*-form.*"))
SHAPE = (
    "unknown-key",
    "unknown-table",
    "not-a-choice",
    "table-owed",
    "list-owed",
    "text-owed",
    "words-owed",
    "bad-fact-id",
)
"""Faults of shape: those that a schema sees as well."""


def of_file(path):
    return f"{path.parent.name}/{path.name}"


@pytest.mark.parametrize("name", NAMES)
def test_what_is_published_is_what_the_command_prints(name, capsys):
    assert main(["schema", name]) == 0
    assert capsys.readouterr().out == (ROOT / "docs" / "schema" / f"{name}.json").read_text("utf-8")


def test_every_schema_is_published():
    assert {path.stem for path in (ROOT / "docs" / "schema").glob("*")} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_part_of_a_schema_is_asked_for_and_every_word_known(name):
    assert set(words(published(name))) <= WORDS
    text = json.dumps(published(name))
    asked = set(re.findall(r'"#/\$defs/([^"/]+)', text))
    assert asked == set(published(name)["$defs"])


@pytest.mark.parametrize("path", [*RULESETS, *GOOD], ids=of_file)
def test_a_sound_ruleset_is_what_the_schema_says(path):
    assert faults(published("ruleset"), toml(path)) == []


@pytest.mark.parametrize("path", CASES, ids=of_file)
def test_shipped_cases_are_what_the_schema_says(path):
    assert faults(published("cases"), toml(path)) == []


@pytest.mark.parametrize("path", [path for path in FORMS if path.suffix != ".txt"], ids=of_file)
def test_an_example_is_what_the_schema_says(path):
    data = toml(path) if path.suffix == ".toml" else json.loads(path.read_text("utf-8"))
    assert faults(published("submission"), data) == []


@pytest.mark.parametrize("path", FORMS, ids=of_file)
@pytest.mark.parametrize("places", [True, False])
def test_an_example_as_read_and_its_evaluation_are_what_the_schemas_say(path, places):
    engine = Engine()
    form, _ = engine.read(path.read_bytes(), path.name)
    assert faults(published("submission"), canonical(form, places=places)) == []
    for ruleset in RULESETS:
        evaluation = engine.program(ruleset).evaluate(form)
        assert faults(published("evaluation"), plain_evaluation(evaluation)) == []


def test_published_forms_and_their_evaluations_are_what_the_schemas_say():
    program = Engine().program("cn-review")
    for form in published_forms().values():
        assert faults(published("submission"), canonical(form)) == []
        assert faults(published("evaluation"), plain_evaluation(program.evaluate(form))) == []


def test_faults_of_shape_are_seen_by_the_schema_too():
    engine = Engine()
    refused = []
    for path in BAD:
        told = {finding.code.removeprefix("ruleset.") for finding in engine.check(path)}
        document, _ = read_toml(path.read_bytes(), path.name)
        if document and told & set(SHAPE):
            refused.append(path.stem)
            assert faults(published("ruleset"), toml(path)), path
    assert len(refused) >= 8


HEAD = {"format": 1, "ruleset": {"id": "x", "edition": "1", "years": {"from": 2024}}}
CASE = {"row": {"name": "人数", "target": "≥3", "actual": 3}, "expect": {"score": "10"}}
LINE = "$.rule.x oneOf"
WRONG = [
    ("submission", {"colour": "red"}, "$.colour"),
    ("submission", {"rows": {}}, "$.rows anyOf"),
    ("submission", {"rows": [{"nam": "甲"}]}, "$.rows anyOf"),
    ("submission", {"year": 20}, "$.year anyOf"),
    ("submission", {"complete": "yes"}, "$.complete type"),
    ("submission", {"project": True}, "$.project anyOf"),
    ("submission", {"project": {"text": "甲", "where": "D13"}}, "$.project anyOf"),
    ("submission", {"values": {"人数": ["3"]}}, "$.values anyOf"),
    ("ruleset", {}, "$.format required"),
    ("ruleset", {**HEAD, "format": 2}, "$.format enum"),
    ("ruleset", {**HEAD, "ruleset": {"id": "x", "edition": "1"}}, "$.ruleset.years required"),
    ("ruleset", {**HEAD, "scoring": {"full_mark": 100}}, "$.scoring.full_mark"),
    ("ruleset", {**HEAD, "scoring": {"full_marks": "100"}}, "$.scoring.full_marks type"),
    ("ruleset", {**HEAD, "scoring": {"places": {"line": -1}}}, "$.scoring.places.line minimum"),
    ("ruleset", {**HEAD, "every": {"when": "True"}}, "$.every.when"),
    ("ruleset", {**HEAD, "every": {"type": "treshold"}}, "$.every.type enum"),
    ("ruleset", {**HEAD, "rule": {"Bad Id": {}}}, "$.rule.Bad Id name pattern"),
    ("ruleset", {**HEAD, "rule": {"x": {"type": "deadline", "reverse": "strict"}}}, LINE),
    ("ruleset", {**HEAD, "rule": {"x": {"reverse": "never"}}}, LINE),
    ("ruleset", {**HEAD, "rule": {"x": {"revers": "strict"}}}, LINE),
    ("ruleset", {**HEAD, "rule": {"x": {"weight": 10}}}, LINE),
    ("ruleset", {**HEAD, "line": {"x": {"type": "count", "when": "True"}}}, "$.line.x oneOf"),
    ("ruleset", {**HEAD, "line": {"x": {"type": "count", "due": "2024-12-31"}}}, "$.line.x oneOf"),
    ("ruleset", {**HEAD, "line": {"x": {"type": "count", "actual": {"fct": "staff"}}}}, "$.line.x oneOf"),
    ("ruleset", {**HEAD, "fact": {"posts-left": {}}}, "$.fact.posts-left name pattern"),
    ("ruleset", {**HEAD, "check": {"x": {"severity": "fatal"}}}, "$.check.x.severity enum"),
    ("ruleset", {**HEAD, "words": {"cause": [" "]}}, "$.words.cause[0] pattern"),
    ("ruleset", {**HEAD, "grade": [{"at_least": 90}]}, "$.grade[0].id required"),
    ("cases", {"case": {}}, "$.case minProperties"),
    ("cases", {"case": {"x": {"row": CASE["row"]}}}, "$.case.x oneOf"),
    ("cases", {"case": {"x": {**CASE, "form": "a.txt"}}}, "$.case.x oneOf"),
    ("cases", {"case": {"x": {**CASE, "expect": {}}}}, "$.case.x oneOf"),
    ("cases", {"case": {"x": {**CASE, "expect": {"score": "ten"}}}}, "$.case.x oneOf"),
    ("cases", {"case": {"x": {"rows": [], "expect": {"score": "10"}}}}, "$.case.x oneOf"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "document", "fault"), WRONG)
def test_a_wrong_document_is_refused_where_it_is_wrong(name, document, fault):
    assert fault in faults(published(name), document)


RIGHT = [
    {"rule": {"x": {"type": "count", "reverse": "strict", "score": "weight"}}},
    {"rule": {"x": {"reverse": "strict", "late": "daily", "late_loss": 0.1}}},
    {"line": {"x": {"type": "count", "target": 3, "operator": ">", "actual": {"fact": "staff"}, "weight": "10"}}},
    {"line": {"x": {"type": "deadline", "due": "2024-12-31", "weight": 10}}},
    {"line": {"x": {"type": "number", "benchmark": 3, "score": "actual / benchmark"}}},
    {"line": {"x": {"in": "output", "title": {"zh": "甲"}}}},
    {"source": {"x": {"document": "甲", "from": "2024-01-01", "until": 2025}}},
    {"check": {"x": {"message": {"zh": "甲"}}}},
]


@pytest.mark.parametrize("tables", RIGHT)
def test_what_a_ruleset_may_say_is_taken(tables):
    assert faults(published("ruleset"), {**HEAD, **tables}) == []


@pytest.mark.parametrize(
    "case",
    [
        CASE,
        {**CASE, "year": 2020, "expect": {"score": 10, "attainment": "5/24", "outcome": "scored", "total": ""}},
        {"form": "a.txt", "expect": {"grade": "", "findings": ["check.no-target"], "facts": {"rate": "0.5"}}},
        {"year": 2020, "rows": [CASE["row"]], "expect": {"reasons": {"points-lost": ["missing", "weak"]}}},
        {"rows": [], "expect": {"lines": {"人数": {"score": "3", "rule": ""}}, "groups": {"cost": {"weight": 3}}}},
    ],
)
def test_what_a_case_may_say_is_taken(case):
    assert faults(published("cases"), {"case": {"甲": case}}) == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("total",), 96.99),
        (("total",), "about 97"),
        (("lines", 0, "outcome"), "good"),
        (("grade",), "good"),
        (("new",), 1),
    ],
)
def test_a_wrong_evaluation_is_refused(path, value):
    form, _ = Engine().read(FORMS[0].read_bytes(), FORMS[0].name)
    evaluation = plain_evaluation(Engine().program("cn-mof-2020").evaluate(form))
    *way, key = path
    holder = evaluation
    for step in way:
        holder = holder[step]
    holder[key] = value
    assert faults(published("evaluation"), evaluation)
    del holder[key]
    assert bool(faults(published("evaluation"), evaluation)) is (key != "new")

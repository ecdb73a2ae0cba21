"""The schema of rulesets by the types at hand and the facts that are known."""

import pytest

import perfeval_standard
from perfeval_rules.hosting.load import load_modules
from perfeval_rules.ruleset.tables import Every, keys_of
from perfeval_rules.schema.ruleset import ruleset_schema
from perfeval_rules.schema.titles import TITLES, title
from tests.schema.validator import faults

HEAD = {"format": 1, "ruleset": {"id": "x", "edition": "1", "years": {"from": 2024}}}
TYPES = load_modules([perfeval_standard])[0].types


def is_taken(line, **facts):
    return faults(ruleset_schema(TYPES, facts), {**HEAD, "line": {"x": line}}) == []


def test_a_line_may_preset_the_facts_of_lines_that_are_known():
    assert is_taken({"type": "number", "benchmark": 3}, benchmark="number")
    assert is_taken({"type": "number", "benchmark": "3万元"}, benchmark="money")
    assert is_taken({"benchmark": {"fact": "best"}}, benchmark="text")
    assert is_taken({"type": "count", "open": True}, open="yes_no")


@pytest.mark.parametrize(
    "line", [{"benchmrk": 3}, {"type": "number", "benchmrk": 3}, {"benchmark": True}, {"benchmark": ["3"]}]
)
def test_where_facts_are_known_a_line_is_closed(line):
    assert not is_taken(line, benchmark="number")


def test_where_facts_are_not_known_a_line_may_preset_any():
    schema = ruleset_schema(TYPES)
    taken = {"benchmark": 3, "Bench": 3, "late": "daily", "when": "True"}
    for name, value in taken.items():
        refused = faults(schema, {**HEAD, "line": {"x": {"type": "number", name: value}}})
        assert bool(refused) is (name != "benchmark"), name


def test_each_type_has_its_rule_and_its_line():
    schema = ruleset_schema(TYPES)
    for name, offer in TYPES.items():
        rule, line = (schema["$defs"][f"{table}-{name}"]["properties"] for table in ("rule", "line"))
        assert rule.keys() - keys_of(Every) - {"when"} == offer.option_kinds.keys()
        assert line.keys() >= offer.option_kinds.keys() | offer.reported_kinds.keys()
        assert schema["$defs"][f"rule-{name}"]["title"] == f"{offer.type.title.zh} · {offer.type.title.en}"
    assert len(schema["properties"]["rule"]["additionalProperties"]["oneOf"]) == len(TYPES) + 1


def test_without_types_there_is_still_a_schema():
    schema = ruleset_schema({})
    assert faults(schema, {**HEAD, "rule": {"x": {"score": "weight"}}}) == []
    assert faults(schema, {**HEAD, "rule": {"x": {"type": "count"}}})


def test_every_key_of_a_ruleset_has_a_title_in_both_languages():
    schema = ruleset_schema(TYPES)
    tables = [*schema["properties"].values(), *(schema["$defs"][name] for name in ("every", "rule", "line", "group"))]
    for table in tables:
        for key, shape in table.get("properties", {}).items():
            if not any(key in offer.option_kinds or key in offer.reported_kinds for offer in TYPES.values()):
                assert " · " in shape["title"], key


@pytest.mark.parametrize("key", sorted(TITLES))
def test_a_title_is_written_in_both_languages(key):
    assert TITLES[key].zh
    assert TITLES[key].en


def test_a_table_may_call_a_key_by_a_word_of_its_own():
    assert title("submission", "unit").en == "unit"
    assert title("rule", "score") == TITLES["score"]
    assert not title("rule", "no-such-key")

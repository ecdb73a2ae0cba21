"""From merged files to a ruleset."""

from datetime import date
from fractions import Fraction

from perfeval_rules.findings import Place
from perfeval_rules.ruleset.overlay import merge
from perfeval_rules.ruleset.reading import read
from perfeval_rules.text import Text


def test_a_formula_keeps_the_place_of_each_of_its_characters(ruleset):
    score = ruleset('[every]\nscore = "weight * 2"').every.score
    assert (score.text, score.at) == ("weight * 2", Place("a.toml", 9, 10))
    assert score.source_line(0) == 'score = "weight * 2"'


def test_points_may_be_a_number_or_a_formula(ruleset):
    groups = ruleset('[group.a]\nweight = 12.5\n[group.b]\nweight = "40 if complete else 50"').groups
    assert groups["a"].weight == Fraction(25, 2)
    assert groups["b"].weight.text == "40 if complete else 50"


def test_words_for_people_are_read_by_language(ruleset):
    groups = ruleset('[group.a]\ntitle.zh = "产出"\n[group.b]\ntitle = { en = "Outputs" }\n[group.c]').groups
    assert [groups[name].title for name in "abc"] == [Text("产出"), Text("", "Outputs"), Text()]


def test_what_a_table_does_not_know_is_kept_for_the_type(ruleset):
    line = ruleset(
        '[line.a]\ntype = "rate"\ntarget = 90\ntolerance = "x"\nactual = { fact = "b" }\nodd = { b = 1 }'
    ).lines["a"]
    assert line.type == "rate"
    assert line.options == {"target": 90, "tolerance": "x", "actual": {"fact": "b"}, "odd": {"b": 1}}


def test_a_key_called_options_is_one_like_any_other(ruleset):
    assert ruleset("[rule.a]\noptions = 5").rules["a"].options == {"options": 5}


def test_the_rule_without_when_is_asked_last(ruleset):
    rules = ruleset("[rule.rest]\n[rule.a]\nwhen = 'met'\n[rule.b]\nwhen = 'met'").rules
    assert list(rules) == ["a", "b", "rest"]


def test_tables_that_are_not_written_say_nothing(ruleset):
    found = ruleset()
    assert (found.rules, found.lines, found.groups, found.grades, found.words) == ({}, {}, {}, (), {})
    assert (found.scoring.full_marks, found.every.score, found.requires.engine) == (100, None, "")


def test_values_of_every_kind_are_read(ruleset):
    found = ruleset(
        "[source.a]\ndocument = 'x'\nfrom = 2020\nuntil = 2024-12-31\n[fact.b]\nkind = 'yes_no'\ndefault = false\n"
        "[fact.c]\nkind = 'date'\ndefault = 2024-01-01\n[reason.d]\nwhen = 'met'\nmin_chars = 10\n[words]\ne = ['f']"
    )
    assert (found.sources["a"].since, found.sources["a"].until) == (2020, date(2024, 12, 31))
    assert (found.facts["b"].default, found.facts["c"].default) == (False, date(2024, 1, 1))
    assert (found.reasons["d"].min_chars, found.words) == (10, {"e": ("f",)})


def test_a_ruleset_knows_its_files_and_where_its_values_stand(headed):
    merged, _ = merge([headed("[rule.a]\ntype = 'rate'", name="base"), headed(name="top", extends=["base"])])
    found, _ = read(merged)
    assert found is not None
    assert (found.head.id, found.files) == ("top", ("base.toml", "top.toml"))
    assert found.key(("rule", "a")).at == Place("base.toml", 8, 7)
    assert found.value(("rule", "a", "type")).at == Place("base.toml", 9, 8)


def test_the_digest_is_of_what_the_files_say_not_of_who_says_it(headed):
    one, _ = read(merge([headed("[group.a]", name="one")])[0])
    two, _ = read(merge([headed("[group.a]", name="two")])[0])
    assert one.digest == two.digest


def test_findings_stand_in_the_order_of_the_files(headed):
    base, top = headed("[ruls]\n[group.b]\nwieght = 1", name="base"), headed("[grup]", name="a-top", extends=["base"])
    _, findings = read(merge([base, top])[0])
    assert [(finding.at.source, finding.at.line) for finding in findings] == [
        ("base.toml", 8), ("base.toml", 10), ("a-top.toml", 8),
    ]  # fmt: skip


def test_one_fault_does_not_hide_the_next(told):
    assert told("[group.a]\nweight = true\nsplit = 'even'\nin = 'b'\n[rule.A]\nscore = 1") == [
        ("points-owed", "group.a.weight"), ("not-a-choice", "group.a.split"), ("unknown-group", "group.a.in"),
        ("bad-id", "rule.A"), ("formula-owed", "rule.A.score"),
    ]  # fmt: skip


def test_a_key_at_fault_makes_no_other_fault(told):
    assert told("[adjust.a]\nscore = 0\n[rule.b]\n[rule.c]\nwhen = 1\n[[grade]]\nid = 'd'\nat_least = '1'\n[[grade]]\nid = 'e'") == [
        ("formula-owed", "adjust.a.score"), ("formula-owed", "rule.c.when"), ("number-owed", "grade[0].at_least"),
    ]  # fmt: skip
    assert told("[fact.a]\nkind = 'percent'\ndefault = 'x'\n[fact.b]\nvalue = 5\ndefault = true") == [
        ("not-a-choice", "fact.a.kind"), ("formula-owed", "fact.b.value"),
    ]  # fmt: skip


def test_what_refers_to_a_faulty_table_is_no_fault_of_its_own(told):
    assert told("[group.a]\nweight = true\n[line.b]\nin = 'a'\ncites = ['c']\n[source.c]") == [
        ("points-owed", "group.a.weight"), ("missing-key", "source.c.document"),
    ]  # fmt: skip

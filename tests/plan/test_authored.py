"""Every formula an author may write: where it stands, and what it owes."""

from fractions import Fraction

import pytest

from perfeval_rules.plan.authored import UNREAD, as_text, authored, read_all
from perfeval_rules.plan.compile import names_of
from tests.plan.small import AS_DONE, codes, faults, ruleset, standard, without

EVERYTHING = """
[scoring]
total = "1"
[every]
type = "number"
score = "2"
applies = "True"
manual = "True"
[rule.a]
when = "True"
score = "3"
applies = "True"
manual = "True"
[rule.b]
[line.l]
weight = 4
score = "5"
applies = "True"
manual = "True"
[line.m]
weight = "6"
[group.g]
weight = 7
score = "8"
applies = "True"
[group.h]
[fact.number]
value = "9"
[fact.carried]
[fact.words]
kind = "text"
value = "'x'"
[fact.day]
of = "line"
kind = "date"
value = "due"
[fact.yes]
of = "folder"
kind = "yes_no"
value = "True"
[adjust.s]
when = "True"
score = "10"
[adjust.t]
total = "11"
[adjust.d]
lower = 1
[reason.r]
when = "True"
[check.c]
of = "form"
when = "True"
[[grade]]
id = "x"
when = "True"
[[grade]]
id = "y"
"""
WRONG = {
    "number": ("'x'", "formula.wrong-result"),
    "boolean": ("1", "formula.wrong-result"),
    "text": ("1", "formula.wrong-result"),
    "date": ("1", "formula.wrong-result"),
}


def written(text):
    made = ruleset(text)
    return list(authored(made, names_of(made, standard())))


def test_every_formula_is_found_with_its_path_and_the_kind_it_owes():
    assert {one.path: one.owes for one in written(EVERYTHING)} == {
        "scoring.total": "number",
        "every.score": "number", "every.applies": "boolean", "every.manual": "boolean",
        "rule.a.when": "boolean", "rule.a.score": "number", "rule.a.applies": "boolean", "rule.a.manual": "boolean",
        "line.l.weight": "number", "line.l.score": "number", "line.l.applies": "boolean", "line.l.manual": "boolean",
        "line.m.weight": "number",
        "group.g.weight": "number", "group.g.score": "number", "group.g.applies": "boolean",
        "fact.number.value": "number", "fact.words.value": "text", "fact.day.value": "date", "fact.yes.value": "boolean",
        "adjust.s.when": "boolean", "adjust.s.score": "number", "adjust.t.total": "number",
        "reason.r.when": "boolean", "check.c.when": "boolean", "grade.0.when": "boolean",
    }  # fmt: skip


def test_a_ruleset_without_formulas_has_none():
    assert written("") == []


@pytest.mark.parametrize("one", written(EVERYTHING), ids=lambda one: one.path)
def test_a_formula_of_another_kind_is_a_fault(one):
    wrong, code = WRONG[one.owes]
    made = ruleset(EVERYTHING)
    stand_in = type(one)(one.path, type(one.written)(wrong), one.sees, one.owes)
    _, found = read_all(made, iter([stand_in]))
    assert [finding.code for finding in found] == [code]


def test_an_adjust_of_a_score_sees_the_line_and_one_of_the_total_does_not():
    line, form = '[adjust.a]\nwhen = "met"\nscore = "score"\n', '[adjust.a]\nwhen = "met"\ntotal = "total"\n'
    assert codes(AS_DONE + line) == []
    assert codes(AS_DONE + form)[0][0] == "formula.of-a-child"
    assert codes(AS_DONE + '[adjust.a]\nwhen = "any(met)"\nlower = 1\n') == []


def test_a_formula_that_cannot_be_read_is_told_and_reads_nothing():
    made = ruleset(AS_DONE + '[fact.a]\nvalue = "1 +"\n[fact.b]\nvalue = "a"\n')
    formulas, found = read_all(made, authored(made, names_of(made, standard())))
    assert formulas["fact.a.value"] is UNREAD
    assert formulas["fact.b.value"].text == "a"
    assert [finding.at.line for finding in found] == [found[0].at.line]


def test_a_formula_that_is_unsound_is_told_once_and_reads_nothing():
    assert codes(AS_DONE + '[fact.a]\nvalue = "a + nobody"\n') == [("formula.unknown-name", "")]


def test_all_faults_of_all_formulas_are_told():
    text = '[fact.a]\nvalue = "nobody + nothing"\n[fact.b]\nvalue = "="\n[check.c]\nwhen = "sum(1)"\n'
    assert {finding.at.line for finding in faults(AS_DONE + text)} == {12, 14, 16}


@pytest.mark.parametrize(
    ("removed", "when"),
    [
        ("fact.staff", "staff > 1"),
        ("words.cause", "mentions(reason, 'cause')"),
        ("group.g", "within('g')"),
    ],
)
def test_a_name_that_a_remove_took_away_is_told_at_both_places(removed, when):
    base = AS_DONE + '[fact.staff]\n[words]\ncause = ["因"]\n[group.g]\n'
    text = f'[check.c]\nwhen = "{when}"\n'
    assert codes(base, text) == []
    (found,) = faults(base, without(removed) + text)
    assert (found.code, found.at.source, found.values["removed"]) == ("ruleset.removed-name", "small-1.toml", removed)
    assert str(found.values["there"]).startswith("small-1.toml:")


def test_a_name_that_nobody_removed_is_simply_not_known():
    (found,) = faults(AS_DONE + "[fact.staff]\n", without("fact.staff") + '[check.c]\nwhen = "stuff > 1"\n')
    assert found.code == "formula.unknown-name"


def test_a_weight_written_as_a_number_is_that_number():
    assert as_text(Fraction(1, 2)).text == "0.5"
    line = next(one for one in written(EVERYTHING) if one.path == "line.m.weight")
    assert as_text(line.written) is line.written

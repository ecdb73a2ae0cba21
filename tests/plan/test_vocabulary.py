"""What each formula sees where it stands, and at which step a name comes that is not there yet."""

import pytest

from perfeval_rules.plan.compile import names_of
from perfeval_rules.plan.vocabulary import FORM, MONEY, ROW, ROW_TEXTS
from tests.plan.small import AS_DONE, codes, faults, ruleset, standard

FACTS = (
    '[fact.early]\n[fact.gathered]\nvalue = "count(score > 1)"\n[fact.own]\nof = "line"\n'
    '[fact.folder_wide]\nof = "folder"\nvalue = "count(total > 1)"\n[group.output]\n'
)
NAMES = names_of(ruleset(AS_DONE + FACTS), standard())
SEES = {
    "rule": NAMES.rule_when(),
    "applies": NAMES.applies(),
    "score": NAMES.score(),
    "adjust": NAMES.adjusted(),
    "line": NAMES.told_of_line(),
    "line-fact": NAMES.line_fact(),
    "weight": NAMES.line_weight(),
    "group": NAMES.of_group(True),
    "group-weight": NAMES.of_group(False),
    "form": NAMES.of_form(False),
    "total": NAMES.of_form(True),
    "folder": NAMES.of_folder(),
}
SEEN = {
    "target_text": {"rule", "applies", "score", "adjust", "line", "line-fact"},
    "stated": {"rule", "applies", "score", "adjust", "line", "line-fact"},
    "year": set(SEES) - {"folder"},
    "early": set(SEES) - {"folder"},
    "gathered": set(SEES) - {"rule", "applies", "weight", "folder"},
    "own": {"applies", "score", "adjust", "line", "line-fact"},
    "reverse": {"applies", "score", "adjust", "line", "line-fact"},
    "survey": {"applies", "score", "adjust", "line", "line-fact"},
    "type": {"applies", "score", "adjust", "line", "line-fact"},
    "weight": {"score", "adjust", "line", "line-fact", "group"},
    "attainment": {"score", "adjust", "line", "line-fact"},
    "met": {"score", "adjust", "line", "line-fact"},
    "score": {"adjust", "line", "line-fact"},
    "lost": {"adjust", "line", "line-fact"},
    "low": {"adjust", "line", "line-fact"},
    "outcome": {"line", "line-fact"},
    "total": {"line", "form", "total"},
    "grade": {"line", "form", "total"},
    "forms": {"folder"},
    "folder_wide": {"folder"},
}


def test_a_name_that_is_not_there_yet_is_said_to_come_at_its_step():
    later = NAMES.later()
    asked = ("actual", "gathered", "own", "weight", "met", "lost", "grade", "forms")
    assert [(later[name].zh, later[name].en) for name in asked] == [
        ("只在指标行的公式里", "only in formulas of a line"),
        ("第 4 步汇总各行之后", "step 4, when lines are gathered"),
        ("第 2 步定类型之后", "step 2, when the type is known"),
        ("第 2 步定分值之后", "step 2, when weights are known"),
        ("第 3 步算出达成度之后", "step 3, when the attainment is known"),
        ("第 5 步计分之后", "step 5, when lines are scored"),
        ("第 7 步合计之后", "step 7, when the total is known"),
        ("第 11 步汇总文件夹之后", "step 11, over the forms of a folder"),
    ]


@pytest.mark.parametrize("name", SEEN)
def test_a_name_is_seen_where_the_format_says_and_nowhere_else(name):
    assert {where for where, sees in SEES.items() if name in sees.names} == SEEN[name]


@pytest.mark.parametrize("where", SEES)
def test_a_name_that_is_not_seen_is_known_all_the_same(where):
    sees = SEES[where]
    for name in SEEN:
        assert name in {**sees.names, **sees.inner, **sees.later}


@pytest.mark.parametrize("where", SEES)
def test_no_name_is_both_seen_and_still_to_come(where):
    sees = SEES[where]
    assert not sees.later.keys() & {**sees.names, **sees.inner}.keys()


def test_aggregates_run_over_children_or_lines_or_forms_and_not_at_all_in_a_line():
    over = {where: sees.aggregates for where, sees in SEES.items()}
    lines = ("rule", "applies", "score", "adjust", "line", "line-fact", "weight")
    assert over == {
        **dict.fromkeys(lines, "none"),
        "group": "children", "group-weight": "children", "form": "lines", "total": "children", "folder": "forms",
    }  # fmt: skip


def test_inside_an_aggregate_a_child_shows_everything_of_a_line():
    for where in ("group", "form", "total", "folder"):
        assert {"score", "weight", "name", "attainment", "outcome", "own", "year", "reverse"} <= set(SEES[where].inner)


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ('[rule.b]\nwhen = "attainment > 1"\n', "step 3"),
        ('[rule.b]\nwhen = "score > 1"\n', "step 5"),
        ('[rule.b]\nwhen = "gathered > 1"\n', "step 4"),
        ('[rule.b]\nwhen = "total > 1"\n', "step 7"),
        ('[rule.b]\nwhen = "weight > 1"\n', "step 2"),
        ("[rule.b]\nwhen = \"reverse == 'linear'\"\n", "step 2"),
        ('[rule.b]\nwhen = "True"\napplies = "met"\n', "step 3"),
        ('[rule.b]\nwhen = "True"\nscore = "score"\n', "step 5"),
        ('[adjust.a]\nscore = "total"\n', "step 7"),
        ('[line.a]\nweight = "actual"\n', "only in formulas of a line"),
        ('[group.g]\nweight = "total"\n', "step 7"),
        ('[group.g]\nscore = "folder_wide"\n', "step 11"),
        ('[fact.f]\nof = "line"\nvalue = "total"\n', "step 7"),
    ],
)
def test_a_name_that_is_not_there_yet_is_a_fault_that_says_when_it_comes(text, step):
    (found,) = faults(AS_DONE + FACTS + text)
    assert found.code == "formula.not-yet"
    assert step in found.say("en")


@pytest.mark.parametrize(
    "text", ['[scoring]\ntotal = "score"\n', '[fact.f]\nvalue = "actual"\n', '[group.g]\nscore = "met"\n']
)
def test_a_name_of_a_line_in_a_formula_of_the_form_asks_to_be_gathered(text):
    assert [code for code, _ in codes(AS_DONE + text)][:1] == ["formula.of-a-child"]


def test_if_blank_may_ask_what_a_form_reports_or_must_carry():
    assert {"actual", "due", "executed", "stated_total", "early", "own", "rate"} <= NAMES.blankable
    assert not {"gathered", "reason", "target_text", "attainment", "weight", "reverse"} & NAMES.blankable


def test_what_lines_know_by_themselves_is_nothing_that_the_form_knows():
    assert {"actual", "score", "own", "survey"} <= NAMES.of_lines
    assert not {"year", "early", "gathered", "full_marks"} & NAMES.of_lines


def test_what_a_type_reports_is_the_lines_own_though_the_form_bears_the_name_too():
    assert "executed" in NAMES.of_lines
    assert "executed" in FORM


def test_texts_of_a_row_and_amounts_of_the_form_are_names():
    assert all(ROW[name] == "text" for name in ROW_TEXTS)
    assert all(FORM[name] == "number" for name in MONEY)

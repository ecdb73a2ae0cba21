"""From a ruleset to a plan, and what keeps one from being compiled."""

import dataclasses
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfeval_rules.formula.evaluator import Words
from perfeval_rules.formula.language import parse
from perfeval_rules.plain import plain
from perfeval_rules.plan.compile import below, compile_plan, early_facts, ordered, repeated_in_folder, words_of
from perfeval_rules.registry import Registry
from tests.plan.small import AS_DONE, codes, compiled, evaluate, faults, program, row, ruleset, scores, standard

SHOWN = (
    AS_DONE
    + '[group.output]\n[group.quantity]\nin = "output"\n[fact.staff]\ndefault = 3\n[[grade]]\nid = "good"\nat_least = 8\n'
)


# — what a plan holds —


def test_rules_are_asked_in_their_order_with_the_one_without_condition_last():
    text = (
        '[every]\ntype = "number"\nscore = "1"\n[rule.rest]\n[rule.a]\nwhen = "actual > 1"\n[rule.b]\nwhen = "True"\n'
    )
    plan = program(text).plan
    assert [(path, when and when.text) for path, when in plan.rules] == [
        ("rule.a", "actual > 1"),
        ("rule.b", "True"),
        ("rule.rest", None),
    ]
    assert plan.judges.keys() == {"", "rule.a", "rule.b", "rule.rest"} == plan.lines.keys()


def test_rules_of_an_overlay_are_asked_before_those_of_its_base():
    base = '[every]\ntype = "number"\n[rule.a]\nwhen = "actual > 1"\nscore = "1"\n[rule.rest]\nscore = "0"\n'
    over = '[rule.b]\nwhen = "actual > 2"\nscore = "2"\n[rule.a]\nscore = "1.5"\n'
    assert [path for path, _ in program(base, over).plan.rules] == ["rule.b", "rule.a", "rule.rest"]
    assert scores(evaluate(program(base, over), [row(3), row(2), row(1)])) == [2, Fraction("1.5"), 0]


def test_the_tree_of_groups_stands_in_both_directions():
    plan = program(SHOWN).plan
    assert plan.parents == {"output": "", "quantity": "output"}
    assert plan.below == {"": ("output",), "output": ("quantity",), "quantity": ()}


def test_constants_are_what_the_ruleset_writes_as_plain_values():
    assert program(SHOWN).plan.constants == {"default.staff": 3, "default.grade.0": 8, "full_marks": 100}


def test_a_ruleset_says_what_full_marks_are():
    assert program(AS_DONE + "[scoring]\nfull_marks = 120\n").plan.constants["full_marks"] == 120


def test_a_plan_knows_which_formulas_authors_wrote():
    assert {"every.score"} == program(SHOWN).plan.written


def test_an_empty_ruleset_compiles_and_scores_nothing():
    evaluation = evaluate(program(""))
    assert (evaluation.total, evaluation.lines, evaluation.grade) == (None, (), None)


# — facts that need no line —


@pytest.mark.parametrize(
    ("facts", "early"),
    [
        ("[fact.a]\n", {"a"}),
        ('[fact.a]\nvalue = "annual_budget / 2"\n', {"a"}),
        ('[fact.a]\nvalue = "sum(score)"\n', set()),
        ('[fact.a]\nvalue = "total"\n', set()),
        ("[group.g]\n[fact.a]\nvalue = \"points('g')\"\n", set()),
        ('[fact.a]\nvalue = "b + 1"\n[fact.b]\nvalue = "c"\n[fact.c]\nvalue = "count(score > 1)"\n', set()),
        ('[fact.a]\nvalue = "b + 1"\n[fact.b]\ndefault = 1\n', {"a", "b"}),
        ('[fact.a]\nof = "line"\n', set()),
        ('[fact.a]\nvalue = "1 +"\n', {"a"}),
    ],
)
def test_a_fact_needs_no_line_where_nothing_it_reads_at_any_remove_does(facts, early):
    assert early_facts(ruleset(facts)) == early


def test_a_rule_may_ask_a_fact_that_needs_no_line():
    text = '[every]\ntype = "number"\n[rule.a]\nwhen = "size > 1"\nscore = "1"\n[rule.rest]\nscore = "0"\n[fact.size]\n'
    assert scores(evaluate(program(text), [row()], values={"size": 2})) == [1]
    assert scores(evaluate(program(text), [row()])) == [0]


# — word lists —


def test_word_lists_of_the_ruleset_replace_those_of_types_and_add_to_them():
    lists = words_of(ruleset('[words]\nyes = ["好"]\ngrade-low = ["差"]\nmine = ["甲"]\n'), standard())
    assert lists["yes"] == Words(("好",), whole=True)
    assert lists["grade-low"] == Words(("差",), whole=False)
    assert lists["mine"] == Words(("甲",), whole=False)
    assert "否" in lists["no"].values


def test_the_engines_own_lists_are_empty_unless_written():
    lists = words_of(ruleset(""), standard())
    assert [lists[name] for name in ("placeholder", "not-applicable", "says-missed", "says-done")] == [
        Words((), whole=True), Words((), whole=True), Words(()), Words(()),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "whole"), [("placeholder", True), ("not-applicable", True), ("no", True), ("says-done", False)]
)
def test_only_four_lists_must_be_the_whole_cell(name, whole):
    assert words_of(ruleset(f'[words]\n{name} = ["x"]\n'), standard())[name].whole == whole


def test_a_list_must_be_the_whole_cell_by_its_name_whatever_types_are_active():
    lists = words_of(ruleset('[words]\nyes = ["好"]\nother = ["x"]\n'), Registry())
    assert (lists["yes"].whole, lists["other"].whole) == (True, False)


# — circles —


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ('[fact.a]\nvalue = "b"\n[fact.b]\nvalue = "a"\n', "a → b → a"),
        ('[fact.a]\nvalue = "a + 1"\n', "a"),
        ('[fact.a]\nvalue = "total"\n[adjust.x]\ntotal = "a"\n', "a → total → adjust.x → a"),
        ('[scoring]\ntotal = "a"\n[fact.a]\nvalue = "total"\n', "total → a → total"),
        ('[scoring]\ntotal = "total"\n', "total"),
        ('[fact.a]\nvalue = "1 if grade == \'x\' else 2"\n[[grade]]\nid = "x"\nwhen = "a > 1"\n', "a → grade → a"),
        ('[group.g]\nscore = "a"\n[fact.a]\nvalue = "points(\'g\')"\n', "a → points.g → g.score → a"),
    ],
)
def test_formulas_that_need_one_another_are_a_fault_that_names_them(text, members):
    made, (found,) = compiled(AS_DONE + text)
    assert (made, found.code) == (None, "ruleset.circle")
    assert turned(found.values["members"]) == turned(members)


def turned(members):
    """The members of a circle, beginning with the least."""
    ring = members.split(" → ")
    ring = ring[:-1] or ring
    least = ring.index(min(ring))
    return ring[least:] + ring[:least]


def test_a_fact_over_a_score_that_needs_it_is_a_circle():
    (found,) = faults(AS_DONE.replace('"actual"', '"actual + bonus"') + '[fact.bonus]\nvalue = "sum(score)"\n')
    assert found.code == "ruleset.circle"
    assert {"bonus", "score"} <= set(found.values["members"].split(" → "))
    assert found.path == "fact.bonus.value"


def test_a_circle_of_lines_is_judged_by_steps_and_not_by_single_lines():
    text = '[line.a]\nscore = "n"\n[line.b]\nscore = "1"\n[fact.n]\nvalue = "sum(score, \'b\')"\n'
    assert [code for code, _ in codes(AS_DONE + text)] == ["ruleset.circle"]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ('[fact.a]\nvalue = "a"\n', "fact.a.value"),
        ('[scoring]\ntotal = "total"\n', "scoring.total"),
        ('[[grade]]\nid = "x"\nwhen = "grade == \'x\'"\n', "grade"),
        ("[group.g]\nscore = \"points('g')\"\n", "group.g.score"),
        ('[adjust.x]\nwhen = "grade == \'x\'"\ntotal = "1"\n[[grade]]\nid = "x"\nat_least = 1\n', "adjust.x.when"),
        ('[adjust.x]\ntotal = "1 if grade == \'x\' else 2"\n[[grade]]\nid = "x"\nat_least = 1\n', "adjust.x.total"),
    ],
)
def test_a_circle_stands_at_one_of_its_formulas_that_an_author_wrote(text, path):
    assert codes(AS_DONE + text) == [("ruleset.circle", path)]


def test_a_fact_over_an_attainment_may_change_the_score():
    made = program(AS_DONE.replace('"actual"', '"actual + n"') + '[fact.n]\nvalue = "count(ratio > 0.5)"\n')
    assert scores(evaluate(made, [row(4), row(6)])) == [5, 7]


# — findings —


def test_findings_stand_in_the_order_of_their_places_each_once():
    found = faults(AS_DONE + '[check.b]\nwhen = "nobody"\n[check.a]\nwhen = "nothing and nobody"\n')
    assert [one.at.line for one in found] == sorted(one.at.line for one in found)
    assert len(found) == 3
    assert ordered([*found, *found]) == found


def test_with_an_error_there_is_no_plan_and_with_a_warning_there_is():
    plan, found = compile_plan(ruleset(AS_DONE + '[check.b]\nwhen = "nobody"\n'), standard())
    assert (plan, len(found)) == (None, 1)
    made, warnings = compiled(AS_DONE + '[check.c]\nof = "form"\nwhen = "count(score < 3) == 0"\n')
    assert [one.code for one in warnings] == ["formula.count-zero"]
    assert made.warnings == warnings


def test_a_circle_and_other_faults_are_told_together():
    text = '[fact.a]\nvalue = "a"\n[check.b]\nwhen = "nobody"\n'
    assert [code for code, _ in codes(AS_DONE + text)] == ["ruleset.circle", "formula.unknown-name"]


def test_numbers_that_could_grow_beyond_bounds_are_refused():
    facts = "".join(f'[fact.f{n + 1}]\nvalue = "f{n} * f{n}"\n' for n in range(20))
    assert [code for code, _ in codes(AS_DONE + "[fact.f0]\n" + facts)] == ["ruleset.grows-too-large"]


def test_a_group_in_one_that_is_not_there_stands_under_the_form():
    made = ruleset('[group.a]\n[group.b]\nin = "a"\n')
    orphan = made.groups["b"].model_copy(update={"inside": "gone"})
    assert below(made)["a"] == ("b",)
    groups = {**made.groups, "b": orphan}
    assert below(dataclasses.replace(made, groups=groups)) == {"": ("a", "b"), "a": (), "b": ()}


# — what changes nothing —

FORM = [row(9, "quantity"), row("", "quantity", weight=""), row(4, "output"), row("abc")]


def said(*texts, rows=FORM, **form):
    """An evaluation as plain data, without what it was made from."""
    data = plain(evaluate(program(*texts), rows, **form))
    del data["provenance"]
    return data


def test_overlaying_nothing_changes_nothing():
    assert said(SHOWN, "") == said(SHOWN)
    assert said(SHOWN, "", "") == said(SHOWN)


def test_overlaying_the_same_again_changes_nothing():
    assert said(SHOWN, SHOWN) == said(SHOWN)


CONDITIONS = ("actual > 3", "target == 10", "stated > 1", "1 / (actual - 9) > 0", "name != 'r9'")
ROWS = [
    row(n, "quantity", stated=stated, weight=w) for n, stated, w in [(9, "", 10), (4, 2, 9), (2, 0, 11), ("", 5, 12)]
]


@settings(deadline=None, max_examples=25)
@given(
    st.lists(st.sampled_from(CONDITIONS), min_size=2, max_size=4, unique=True),
    st.randoms(),
    st.sampled_from(["and", "or"]),
)
def test_the_order_of_the_parts_of_a_condition_changes_nothing(parts, random, join):
    written = [f" {join} ".join(each) for each in (parts, random.sample(parts, len(parts)))]
    texts = [AS_DONE + f'applies = "{when}"\n[check.c]\nwhen = "{when}"\n[adjust.a]\nwhen = "{when}"\nscore = "score + 1"\n'
             for when in written]  # fmt: skip
    assert said(texts[0], rows=ROWS) == said(texts[1], rows=ROWS)


TABLES = (
    '[fact.a]\nvalue = "b + 1"\n', '[fact.b]\nvalue = "count(score > 3)"\n', "[group.bonus]\nextra = true\n",
    '[group.quantity]\nin = "output"\n', '[group.output]\nweight = 30\n', '[check.c]\nof = "form"\nwhen = "a > 1"\n',
    '[words]\nnot-applicable = ["abc"]\n', '[reason.r]\nwhen = "score < 5"\nneeds = ["grade-low"]\n',
    '[scoring]\nplaces = { line = 1 }\n', '[[grade]]\nid = "x"\nat_least = 5\n', AS_DONE,
)  # fmt: skip


@settings(deadline=None, max_examples=20)
@given(st.permutations(TABLES))
def test_the_order_of_tables_changes_no_number(tables):
    one, other = said("".join(TABLES)), said("".join(tables))
    for key in ("total", "grade", "lines", "reasons", "withheld", "adjusts"):
        assert one[key] == other[key]
    by_id = [{each["id"]: each for each in told["groups"]} for told in (one, other)]
    assert by_id[0] == by_id[1]
    assert one["facts"] == other["facts"]


@settings(deadline=None, max_examples=20)
@given(
    st.permutations(
        ['type = "threshold"', 'score = "weight * attainment"', 'reverse = "strict"', 'applies = "actual > 1"']
    )
)
def test_the_order_of_the_keys_of_a_table_changes_nothing(keys):
    text = "[rule.all]\n" + "\n".join(keys)
    assert said(text) == said("[rule.all]\n" + "\n".join(sorted(keys)))


def test_what_is_counted_over_a_folder_is_what_formulas_ask_there():
    formulas = [parse("repeats(name, 'folder') > repeats(reason)"), parse("repeats(department, 'folder')")]
    assert list(repeated_in_folder(formulas)) == ["name", "department"]

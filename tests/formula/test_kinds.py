"""The check of a formula against what it sees."""

from contextlib import suppress

import pytest
from hypothesis import given, settings

from perfeval_rules.findings import Place, Written
from perfeval_rules.formula.algebra import NoValue
from perfeval_rules.formula.evaluator import evaluate
from perfeval_rules.formula.kinds import KIND_TITLES, Vocabulary, check
from perfeval_rules.formula.language import parse
from perfeval_rules.readings.exact import Exact
from perfeval_rules.text import Text
from tests.formula.strategies import VOCABULARY, formulas, rows

LINE = Vocabulary(
    names={
        "weight": "number", "actual": "number", "target": "number", "met": "boolean", "done": "date", "due": "date",
        "unit": "text", "name": "text", "bonus": "number",
    },
    later={"total": Text("第 7 步合计", "step 7, when the total is known")},
    words=frozenset({"cause"}),
    groups=frozenset({"output", "quality"}),
    lines=frozenset({"budget"}),
    blankable=frozenset({"actual", "done"}),
)  # fmt: skip
FORM = Vocabulary(
    names={"year": "number", "complete": "boolean"},
    groups=LINE.groups,
    lines=LINE.lines,
    words=LINE.words,
    aggregates="lines",
    inner={"score": "number", "met": "boolean", "name": "text", "done": "date"},
)


def faults(text, vocabulary=LINE, need=None):
    """Code, the part under the caret, and the advice in Chinese, of each finding."""
    formula = parse(text)
    return [
        (
            found.code.removeprefix("formula."),
            text[found.at.column - 1 : found.at.column - 1 + found.length],
            found.advise("zh"),
        )
        for found in check(formula, vocabulary, need)[1]
    ]


def codes(text, vocabulary=LINE, need=None):
    return [code for code, *_ in faults(text, vocabulary, need)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("weight * min(actual / target, 1)", "number"),
        ("-weight", "number"),
        ("met and not met or actual > 3", "boolean"),
        ("0 < actual <= target", "boolean"),
        ("unit in ('人', '人次')", "boolean"),
        ("actual not in (0, -1)", "boolean"),
        ("actual in [1, 2]", "boolean"),
        ("'a' if met else unit", "text"),
        ("done if met else due", "date"),
        ("done > due", "boolean"),
        ("ifs(met, 1, actual > 2, 2, 3)", "number"),
        ("if_blank(actual, 0)", "number"),
        ("if_blank(done, due)", "date"),
        ("True", "boolean"),
        ("given(done) and given(unit) and given(met)", "boolean"),
        ("within('output') or mentions(name, 'cause')", "boolean"),
        ("points('budget') + repeats(name) + repeats(name, 'folder') + rank(-weight) + days(done, due)", "number"),
        (
            "at_least(actual, [[90, 1], [weight, 0.8], [-1, bonus]], 0) + steps(actual, 5) + clamp(actual, 0, 1)",
            "number",
        ),
    ],
)
def test_a_formula_of_the_right_kinds_has_a_kind_and_no_fault(text, kind):
    assert check(parse(text), LINE, kind) == (kind, ())


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("actul > 3", ("unknown-name", "actul", "请核对名称，最接近的是“actual”；文字要加引号。")),
        ("zzzz > 3", ("unknown-name", "zzzz", "请核对名称；文字要加引号。")),
        ("totl > 3", ("unknown-name", "totl", "请核对名称，最接近的是“total”；文字要加引号。")),
        ("max > 3", ("bare-function", "max", "请写成 max(x, y)")),
        ("met + 1", ("condition-as-number", "met", "请写成 1 if met else 0")),
        ("1 - done", ("date-as-number", "done", "相差的天数请写 days(due, done)。")),
        ("-unit", ("wrong-kind", "unit", "请改用合适的名称；文字只能用 ==、!=、in 比较。")),
        ("not actual", ("wrong-kind", "actual", "请改用合适的名称；文字只能用 ==、!=、in 比较。")),
        ("met or actual", ("wrong-kind", "actual", "请改用合适的名称；文字只能用 ==、!=、in 比较。")),
        ("1 if actual else 0", ("wrong-kind", "actual", "请改用合适的名称；文字只能用 ==、!=、in 比较。")),
        ("1 if met else unit", ("branches-differ", "unit", "各分支要得出同一种值。")),
        ("actual == '3'", ("compared-kinds", "'3'", "请核对两边；数字不加引号，文字要加引号。")),
        ("unit < 'a'", ("compared-texts", "'a'", "文字只能用 ==、!=、in 比较；日期请用 due、done 这样的日期值。")),
        ("met == True", ("compared-conditions", "True", "成立直接写 met，不成立写 not met。")),
        ("actual / 0", ("by-zero", "actual / 0", "请改成不为 0 的数。")),
        ("'人' in unit", ("in-what", "unit", "请写成 unit in ('人', '人次')；只有一个值用 ==；查文字里有没有某个词用 mentions(…)。")),
        ("met in (1, 2)", ("in-kind", "met", "请改用 == 或其他比较。")),
        ("unit in ('a', name)", ("in-item", "name", "与名称比较请用 == 和 or。")),
        ("unit in ('a', True)", ("in-item", "True", "与名称比较请用 == 和 or。")),
        ("unit in ('a', 3)", ("wrong-kind", "3", "请改用合适的名称；文字只能用 ==、!=、in 比较。")),
        ("1 < actual in (2, 3)", ("chained-in", "1 < actual in (2, 3)", "请用 and 分成两个条件。")),
        ("(1, 2)", ("stray-table", "(1, 2)", "请核对括号和逗号。")),
        ("[[1, 2]] + 1", ("stray-table", "[[1, 2]]", "请核对括号和逗号。")),
    ],
)  # fmt: skip
def test_a_part_of_the_wrong_kind_is_told_with_what_to_do(text, fault):
    assert faults(text) == [fault]


def test_a_name_that_comes_later_is_told_with_its_step():
    found = check(parse("total >= 90"), LINE, "boolean")[1][0]
    assert found.say("zh") == "“total”在这里还不能用：第 7 步合计才有。"
    assert found.say("en") == "“total” cannot be used here: it comes with step 7, when the total is known."


def test_a_name_means_each_childs_inside_an_aggregate():
    assert check(parse("sum(score) + year"), FORM, "number") == ("number", ())
    assert codes("sum(year)", FORM) == ["not-of-a-child"]
    assert faults("score > 1", FORM) == [("of-a-child", "score", "请写成 sum(score)、largest(score)、count(…) 之类。")]


def test_the_whole_must_give_what_its_place_asks_for():
    assert codes("actual > 3", need="number") == ["wrong-result"]
    assert codes("unit", need="boolean") == ["wrong-result"]
    assert codes("nothing", need="boolean") == ["unknown-name"]
    assert codes("unit") == []


def test_all_faults_are_told_in_one_pass_in_the_order_of_the_text():
    assert codes("actul + met if unit else round(target) + total + 'x' * -due") == [
        "unknown-name", "condition-as-number", "wrong-kind", "arguments", "not-yet", "wrong-kind", "date-as-number",
    ]  # fmt: skip


def test_a_fault_inside_a_faulty_part_is_told_once():
    assert codes("not (actul > 3) and actul in (1, met)") == ["unknown-name", "unknown-name", "in-item"]
    assert codes("(1 if actul else zzzz) + 1") == ["unknown-name", "unknown-name"]


def test_a_fault_stands_at_its_place_in_the_file():
    marks = tuple((5, column) for column in range(1, 10)) + tuple((6, column) for column in range(1, 7))
    lines = ('when = """', "actual >", '  unit"""')
    found = check(parse(Written("actual >\n  unit", Place("r.toml", 4, 9), lines, marks)), LINE, None)[1][0]
    assert (str(found.at), found.line) == ("r.toml:6:3", '  unit"""')


def test_choices_three_deep_are_told_once_as_advice():
    deep = "1 if met else 2 if met else 3 if met else 4"
    assert codes(deep) == ["nested-choice"]
    assert codes(f"{deep} if met else 5") == ["nested-choice"]
    assert codes("1 if met else 2 if met else 3") == []
    assert check(parse(deep), LINE, None)[1][0].severity == "info"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("count(score < 60) == 0", True),
        ("0 == count(not met)", True),
        ("count(score < 60) < 1", True),
        ("count(score < 60) <= 0", True),
        ("0 >= count(score < 60)", True),
        ("1 > count(score < 60)", True),
        ("not count(score < 60) > 0", True),
        ("not (count(score < 60) >= 1)", True),
        ("not 0 < count(score < 60)", True),
        ("not count(score < 60) != 0", True),
        ("not count(score < 60) > 1", False),
        ("not complete", False),
        ("0 <= count(score < 60) < 1", False),
        ("count(score < 60) < 0", False),
        ("count(name != '') == 0", False),
        ("count(score < 60) == 1", False),
        ("count(score < 60) > 0", False),
        ("sum(score) == 0", False),
        ("year == 0", False),
        ("count() == 0", False),
    ],
)
def test_counting_nothing_is_a_warning_where_a_blank_would_not_be_counted(text, told):
    assert ("count-zero" in codes(text, FORM)) is told


def test_every_kind_has_a_title():
    assert set(KIND_TITLES) == {"number", "boolean", "text", "date", "table"}


@settings(deadline=None, max_examples=60)
@given(formulas(), rows())
def test_a_formula_without_fault_gives_a_value_of_its_kind(text, row):
    formula = parse(text)
    kind, found = check(formula, VOCABULARY, None)
    assert {one.code for one in found} <= {"formula.crossed-ends", "formula.step-size", "formula.by-zero"}
    with suppress(NoValue):
        value = evaluate(formula, Exact(), row)
        assert kind == ("boolean" if isinstance(value, bool) else "number")

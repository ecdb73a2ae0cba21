"""A derivation as equations that a person can follow."""

from datetime import date
from fractions import Fraction

import pytest

from perfeval_rules.derivations import Steps, brief, exact, result, shape, titled
from perfeval_rules.formula.algebra import Words
from perfeval_rules.formula.evaluator import evaluate
from perfeval_rules.formula.language import compose, parse
from perfeval_rules.readings.derivation import Derivation
from perfeval_rules.readings.part import Part
from perfeval_rules.text import Text
from tests.formula.strategies import Lifted, Row


def derive(formula, row=None, **values):
    say = Derivation()
    given = {name: value if isinstance(value, (bool, str, date)) else Fraction(value) for name, value in values.items()}
    return evaluate(parse(formula) if isinstance(formula, str) else formula, say, Lifted(row or Row(given), say))


def told(formula, language="zh", known=(), tests=True, **values):
    part = derive(formula, **values)
    return [step.told(language, "") for step in Steps(frozenset(known)).of(part, tests)]


def test_a_product_of_a_quotient_is_two_equations():
    assert told("weight * (actual / target)", weight=5, actual=120, target=300) == [
        "120 ÷ 300 = 0.4    actual / target",
        "5 × 0.4 = 2    weight * (actual / target)",
    ]


def test_a_formula_over_several_lines_is_told_on_one():
    assert told("1 + weight * (\n    actual\n    / target)", weight=5, actual=120, target=300)[1:] == [
        "5 × 0.4 = 2    weight * ( actual / target)",
        "1 + 2 = 3    1 + weight * ( actual / target)",
    ]


def test_a_number_without_end_is_shown_exactly_and_about():
    assert told("a / b * 3", a=1, b=3)[0].startswith("1 ÷ 3 = 1/3 ≈ 0.3333")
    assert told("a / b * 3", a=1, b=3)[1].startswith("(1/3) × 3 = 1")


def test_a_negative_operand_stands_in_brackets():
    assert told("a - b", a=1, b=-2)[0].startswith("1 − (-2) = 3")
    assert told("-a", a=-2)[0].startswith("−(-2) = 2")


@pytest.mark.parametrize(("language", "said"), [("zh", "1 ≥ 2：否"), ("en", "1 ≥ 2: no")])
def test_a_test_is_answered_with_yes_or_no(language, said):
    assert told("a >= 2", language, a=1) == [f"{said}    a >= 2"]


def test_a_comparison_of_texts_and_dates_shows_both():
    assert told("t == '优'", t="良") == ["“良” = “优”：否    t == '优'"]
    assert told("d > e", d=date(2021, 1, 3), e=date(2020, 12, 31))[0].startswith("2021-01-03 > 2020-12-31：是")


def test_what_is_called_by_its_words_alone_is_not_told_twice():
    assert told("a > 1 and b > 1", a=2, b=2) == ["a > 1 and b > 1：是"]
    assert told("given(a)", a=2) == ["given(a)：是"]


def test_only_the_branch_taken_is_told_after_the_tests_that_led_there():
    assert told("ifs(a > 5, a * 2, a > 1, a * 3, a * 4)", a=2) == [
        "2 > 5：否    a > 5", "2 > 1：是    a > 1", "2 × 3 = 6    a * 3",
    ]  # fmt: skip
    assert told("ifs(a > 5, a * 2, a > 1, a * 3, a * 4)", tests=False, a=2) == ["2 × 3 = 6    a * 3"]


def test_a_test_on_what_is_known_beforehand_is_no_step():
    formula = "a * 2 if option == 'linear' else a * 3"
    assert told(formula, known=("option",), a=2, option="linear") == ["2 × 2 = 4    a * 2"]
    assert len(told(formula, a=2, option="linear")) == 2


def test_a_constant_is_no_step():
    assert told("1 + 2") == []
    assert told("a", a=1) == []


def test_the_engines_own_tests_are_no_steps():
    formula = compose("_x if given(_x) and a > 1 else 0", _x=parse("a * 2"))
    assert told(formula, a=2) == ["2 × 2 = 4    a * 2"]


def test_what_the_engine_wrote_has_no_words():
    assert told(compose("round(a, 0)"), a=Fraction(5, 2)) == ["round(2.5, 0) = 3"]


def test_a_step_is_told_once():
    steps, part = Steps(frozenset()), derive("a * 2", a=2)
    assert len(list(steps.of(part))) == 1
    assert list(steps.of(part)) == []


def test_words_that_stand_above_already_are_left_out():
    (step,) = Steps(frozenset()).of(derive("a * 2", a=2))
    assert step.told("zh", "a * 2") == "2 × 2 = 4"


def test_the_rows_of_a_table_stand_as_they_are_written():
    assert told("at_least(a, [[90, 1], [80, 0.8]], 0)", a=85)[0].startswith(
        "at_least(85, [[90, 1], [80, 0.8]], 0) = 0.8"
    )
    assert told("interpolate(a, [[0, 0], [10, 1]])", a=5)[0].startswith("interpolate(5, [[0, 0], [10, 1]]) = 0.5")


def test_a_function_stands_with_its_values():
    assert told("clamp(a, 0, 1)", a=2)[0].startswith("clamp(2, 0, 1) = 1")


WORDS = {
    ("zh", "未完成"): "“未完成”中有“未完成”：是",
    ("en", "未完成"): "“未完成” says “未完成”: yes",
    ("zh", "好"): "“好”中有“未完成、未达成”之一：否",
    ("en", "好"): "“好” says one of “未完成, 未达成”: no",
}


def mentions(language, text, *words, whole=False):
    say = Derivation()
    part = say.mentions(say.text(text), Words(words, whole))
    answer = {True: {"zh": "是", "en": "yes"}, False: {"zh": "否", "en": "no"}}[part.value][language]
    return f"{shape(part, language)}{'：' if language == 'zh' else ': '}{answer}"


@pytest.mark.parametrize(("language", "text"), WORDS)
def test_a_text_says_a_word_or_none_of_those_looked_for(language, text):
    assert mentions(language, text, "未完成", "未达成") == WORDS[language, text]


def test_a_text_that_must_be_just_a_word_says_so():
    assert mentions("zh", " 是 ", "是", "有", whole=True) == "“是”就是“是”：是"
    assert mentions("en", "否", "是", "有", whole=True) == "“否” is one of “是, 有”: no"


def test_a_long_list_of_words_is_cut():
    assert mentions("zh", "x", *"甲乙丙丁戊己庚") == "“x”中有“甲、乙、丙、丁、戊、己…”之一：否"


def gathered(formula, language, *values):
    part = derive(formula, Row({}, [Row({"a": None if v is None else Fraction(v)}) for v in values]))
    return shape(part, language)


def test_a_sum_shows_its_terms_and_counts_who_took_no_part():
    assert gathered("sum(a)", "zh", 1, -2, None) == "1 + (-2)（2 项，另有 1 项无值未计）"
    assert gathered("sum(a)", "en", 1, 2) == "1 + 2 (2 children)"
    assert gathered("sum(a)", "en", 1, None) == "1 (1 children, 1 without a value left out)"


def test_a_long_sum_and_every_other_gathering_stands_in_its_words():
    assert gathered("sum(a)", "zh", *range(13)) == "sum(a)（13 项）"
    assert gathered("count(a > 1)", "zh", 1, 2) == "count(a > 1)（2 项）"
    assert gathered("sum(a)", "zh") == "sum(a)（0 项）"


def test_a_yes_or_no_is_told_by_the_test_that_settled_it():
    part = derive("a / 2 >= b if b > 0 else a > 7", a=2, b=3)
    (step,) = Steps.last(part)
    assert step.told("zh") == "1 ≥ 3：否    a / 2 >= b"
    assert list(Steps.last(derive("a", a=2))) == []


def test_of_a_yes_or_no_of_several_parts_those_that_settle_it_come_first():
    (first, second, whole) = Steps.last(derive("a > 3 and b > 0 and a > b", a=2, b=3))
    assert [first.told("zh"), second.told("zh")] == ["2 > 3：否    a > 3", "2 > 3：否    a > b"]
    assert whole.told("zh") == "a > 3 and b > 0 and a > b：否"
    assert [step.told("en") for step in Steps.last(derive("a > 3 or a > 1", a=2))] == [
        "2 > 1: yes    a > 1",
        "a > 3 or a > 1: yes",
    ]


TITLES = {"a": Text("停机", "hours down"), "aa": Text("应运行", "hours due"), "max": Text("最多", "most")}


def test_names_in_words_are_replaced_by_their_titles_and_functions_are_no_names():
    (step,) = Steps(frozenset()).of(derive("max(a, aa)", a=2, aa=3))
    assert step.told("zh", "", TITLES) == "max(2, 3) = 3    max(停机, 应运行)"
    assert step.told("en", "", TITLES) == "max(2, 3) = 3    max(hours down, hours due)"
    (step,) = Steps(frozenset()).of(derive("a > 1 and aa > 1", a=2, aa=3))
    assert step.told("zh", "", TITLES) == "停机 > 1 and 应运行 > 1：是"


def test_what_nobody_wrote_has_no_words():
    assert titled(Part(Fraction(1)), TITLES, "zh") == ""


def test_what_the_engine_gathers_is_told_in_the_words_of_the_function():
    part = derive(compose("count(_a > 1)"), Row({}, [Row({"_a": Fraction(2)})]))
    assert shape(part, "zh") == "符合条件的个数（1 项）"
    assert shape(part, "en") == "how many children meet a condition (1 children)"


def test_a_text_stands_on_one_line_and_is_cut():
    assert brief("一\n二\t三") == "一 二 三"
    assert brief("长" * 41) == "长" * 40 + "…"
    assert brief("\u202e") == "\\u202e"


def test_a_value_of_every_kind_is_shown():
    assert [exact(value, "zh") for value in (Fraction(1, 3), True, date(2020, 1, 2), "字")] == [
        "1/3", "是", "2020-01-02", "“字”",
    ]  # fmt: skip
    assert [result(value, "en") for value in (Fraction(1, 3), Fraction(1, 4), False)] == ["1/3 ≈ 0.3333", "0.25", "no"]

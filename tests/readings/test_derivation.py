"""The reading for explanations."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfeval_rules.formula.algebra import Failure, NoValue
from perfeval_rules.formula.evaluator import evaluate
from perfeval_rules.formula.language import compose, parse
from perfeval_rules.readings.derivation import Derivation
from perfeval_rules.readings.exact import Exact
from perfeval_rules.readings.part import Part
from perfeval_rules.text import Text, decimal
from tests.formula.strategies import Lifted, Row, formulas, rows


def derive(formula, row, rounding="half-up"):
    say = Derivation(rounding)
    return evaluate(parse(formula) if isinstance(formula, str) else formula, say, Lifted(row, say))


def lines(part, depth=0):
    """Each part on a line of its own, under what it is a part of."""
    value = decimal(part.value) if isinstance(part.value, Fraction) else str(part.value)
    yield f"{'  ' * depth}{part.text or part.name or part.step} = {value}"
    for inner in part.parts:
        yield from lines(inner, depth + 1)


def numbers(**values):
    return Row({name: value if isinstance(value, (bool, str)) else Fraction(value) for name, value in values.items()})


def test_each_step_stands_with_its_words_and_its_value():
    part = derive(
        "weight * at_least(actual / target, [[0.9, 1], [0.8, 0.8]], 0)", numbers(weight=10, actual=85, target=100)
    )
    assert list(lines(part)) == [
        "weight * at_least(actual / target, [[0.9, 1], [0.8, 0.8]], 0) = 8",
        "  weight = 10",
        "    value = 10",
        "  at_least(actual / target, [[0.9, 1], [0.8, 0.8]], 0) = 0.8",
        "    actual / target = 0.85",
        "      actual = 85",
        "        value = 85",
        "      target = 100",
        "        value = 100",
        "    0.9 = 0.9",
        "    1 = 1",
        "    0.8 = 0.8",
        "    0.8 = 0.8",
        "    0 = 0",
    ]


def test_only_the_branch_taken_is_told():
    part = derive("7 if a > 1 else nothing / 0", numbers(a=2))
    assert (part.step, [inner.text for inner in part.parts]) == ("choice", ["a > 1", "7"])
    part = derive("ifs(a > 5, 1, a > 1, 2, a > 0, 3, 4)", numbers(a=2))
    assert [(inner.text, inner.value) for inner in part.parts] == [("a > 5", False), ("a > 1", True), ("2", 2)]
    part = derive("ifs(a > 5, 1, 4)", numbers(a=2))
    assert [(inner.text, inner.value) for inner in part.parts] == [("a > 5", False), ("4", 4)]


def test_the_parts_that_decide_stand_alone():
    part = derive("a > 7 and a > 1 and a > 5", numbers(a=2))
    assert [inner.text for inner in part.parts] == ["a > 7", "a > 5"]
    part = derive("b > 1 and a > 5 and a > 1", numbers(a=2))
    assert (part.step, [inner.text for inner in part.parts]) == ("and", ["a > 5"])
    part = derive("a > 5 or a > 1 or b > 1", numbers(a=2))
    assert (part.step, [inner.text for inner in part.parts]) == ("or", ["a > 1"])
    part = derive("a > 5 or a > 3", numbers(a=2))
    assert [inner.text for inner in part.parts] == ["a > 5", "a > 3"]


def test_a_lack_is_told_with_its_reason_where_it_was_asked_for():
    part = derive("given(a) or given(1 / zero)", numbers(zero=0))
    assert [(inner.step, inner.name, inner.parts) for inner in part.parts] == [
        ("given", "absent", ()),
        ("given", "division-by-zero", ()),
    ]


def test_what_a_name_stands_for_is_told_with_it():
    rate = derive("executed / budget", numbers(executed=3, budget=4))
    say = Derivation()

    class Names(Lifted):
        def __getitem__(self, name):
            return rate

    part = evaluate(parse("10 * rate"), say, Names(Row(), say))
    assert list(lines(part)) == [
        "10 * rate = 7.5",
        "  10 = 10",
        "  rate = 0.75",
        "    executed / budget = 0.75",
        "      executed = 3",
        "        value = 3",
        "      budget = 4",
        "        value = 4",
    ]
    part = evaluate(parse("points('output')"), say, Names(Row(), say))
    assert (part.step, part.name, part.parts) == ("name", "points('output')", (rate,))


def test_an_aggregate_names_the_children_that_took_part_and_counts_the_others():
    below = [
        Row({"name": "培训人次", "score": Fraction(10)}),
        Row({"name": "满意度", "score": Fraction(8)}),
        Row({"name": "成本"}),
        Row({"score": Fraction(1)}),
    ]
    part = derive("sum(score)", Row({}, below))
    assert (part.value, part.step, part.left_out) == (19, "sum", 1)
    assert [(child.step, child.name, child.value) for child in part.parts] == [
        ("child", "培训人次", 10), ("child", "满意度", 8), ("child", "", 1),
    ]  # fmt: skip
    assert part.parts[0].parts[0].text == "score"


def test_words_and_dates_keep_their_parts():
    row = Row({"s": " 无 ", "d": date(2024, 1, 1), "e": date(2024, 3, 1)})
    part = derive("mentions(s, 'nothing')", row)
    assert (part.step, [inner.value for inner in part.parts]) == ("is just", [" 无 ", "无", "/"])
    part = derive("days(d, e)", row)
    assert (part.step, part.value, [inner.name for inner in part.parts]) == ("days", 60, ["d", "e"])
    say = Derivation()
    assert say.contains(say.text("受影响"), "影响").value is True
    assert say.is_just(say.text("受影响"), "影响").value is False
    assert say.length(say.text("受影响")).value == 3
    assert say.days(say.day(date(2024, 1, 1)), say.day(date(2024, 1, 3))).value == 2
    assert say.floor(say.number(Fraction(7, 2))).value == 3


def test_the_engines_own_words_can_be_told_from_an_authors():
    part = derive(compose("round(_score, 2)", _score=parse("weight / 3")), numbers(weight=1))
    assert (part.own, part.text, part.value) == (True, "round(_score, 2)", Fraction(33, 100))
    inner = part.parts[0]
    assert (inner.own, inner.text) == (False, "weight / 3")
    assert part.parts[1].own is True
    assert (Derivation().number(Fraction(1)).own, Derivation().number(Fraction(1)).text) == (True, "")


def test_a_sign_before_a_number():
    assert list(lines(derive("-a", numbers(a=2)))) == ["-a = -2", "  a = 2", "    value = 2"]
    assert list(lines(derive("+a", numbers(a=2)))) == ["a = 2", "  value = 2"]


def test_only_true_holds():
    say = Derivation()
    assert say.holds(say.truth(True))
    assert not say.holds(say.truth(False))
    with pytest.raises(NoValue):
        say.stop("by-hand")


@settings(deadline=None, max_examples=80)
@given(formulas(), rows(), st.sampled_from(["half-up", "half-even", "down"]))
def test_a_derivation_says_what_the_exact_reading_says(text, row, rounding):
    def told(ask):
        try:
            value = ask()
        except NoValue as fault:
            return fault.code, fault.part, fault.place
        return type(value), value

    said = told(lambda: evaluate(parse(text), Exact(rounding), row))
    assert told(lambda: derive(text, row, rounding).value) == said


def test_what_python_says_is_a_step_over_bare_values():
    part = Derivation().outside(lambda x, y: (x, y), [Part(Fraction(3)), None])
    assert part.value == (Fraction(3), None)


def test_whether_code_failed_is_known_of_a_derivation_too():
    def lacking(failure):
        raise NoValue("plugin.failed", failure=failure)

    failure = Failure("sample", "odd", Text("坏", "broken"))
    asked = (lambda: Part(Fraction(1)), lambda: lacking(None), lambda: lacking(failure))
    assert [Derivation().failed(one).value for one in asked] == [False, False, True]
    assert [Exact().failed(one) for one in asked] == [False, False, True]

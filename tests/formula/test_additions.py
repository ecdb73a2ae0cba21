"""Functions that plugins add: every reading has what an algebra says, the exact one what Python says, and faults are told."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfeval_rules.formula.additions import FAILED, MOST_DIGITS, Outside, additions_in, from_algebra, from_python
from perfeval_rules.formula.algebra import NoValue, Unsayable
from perfeval_rules.formula.evaluator import evaluate
from perfeval_rules.formula.functions import Function
from perfeval_rules.formula.kinds import check
from perfeval_rules.formula.language import Refused, compose, parse
from perfeval_rules.formula.vocabulary import Vocabulary
from perfeval_rules.readings.derivation import Derivation
from perfeval_rules.readings.exact import Exact
from perfeval_rules.readings.machine import Machine
from perfeval_rules.readings.part import Part
from perfeval_rules.text import Text
from tests.formula.strategies import Lifted, Row
from tests.machine.rows import known_signs, unknown_signs

A = Row({"a": Fraction(7, 2), "b": None})


def signature(kind="number", more="number"):
    return Function("f(x)", (more,), kind, Text("函数", "function"))


def algebraic(definition, kind="number"):
    return {"f": from_algebra(signature(kind), "sample (perfeval-sample 1)", definition)}


def pythonic(run, kind="number", *, blanks=False, least=None, more="number"):
    outside = Outside("sample (perfeval-sample 1)", "f", run, kind, least)
    return {"f": from_python(signature(kind, more), outside, blanks=blanks)}


def value(text, additions, row=A, algebra=None):
    return evaluate(parse(text, additions=additions), algebra or Exact(), row)


def fault(text, additions, row=A):
    with pytest.raises(NoValue) as lack:
        value(text, additions, row)
    return lack.value


def halved(say, x):
    return say.div(say.add(x, say.number(1)), say.number(2))


@settings(deadline=None, max_examples=40)
@given(st.integers(-99, 99), st.sampled_from(["f(a)", "2 * f(a + 1) - f(f(a))", "f(a) if f(a) > 1 else a"]))
def test_what_an_algebra_says_every_reading_has(number, text):
    formula, row = parse(text, additions=algebraic(halved)), Row({"a": Fraction(number, 4)})
    exact = evaluate(formula, Exact(), row)
    for reading in (known_signs, unknown_signs):
        assert reading(formula, row, "half-up") == exact


def test_a_function_in_python_is_said_by_the_exact_reading_alone():
    additions = pythonic(lambda x: x * 2)
    assert value("f(a) + 1", additions) == 8
    with pytest.raises(Unsayable):
        known_signs(parse("f(a)", additions=additions), A, "half-up")


def test_a_function_of_a_plugin_is_one_step_of_a_derivation():
    for additions in (pythonic(lambda x: x * 2), algebraic(lambda say, x: say.add(x, x))):
        part = evaluate(parse("f(1.5)", additions=additions), Derivation(), A)
        assert (part.step, part.value, [one.value for one in part.parts]) == ("f", 3, [Fraction(3, 2)])


def test_a_function_is_unknown_where_no_plugin_adds_it():
    with pytest.raises(Refused, match=r"formula\.unknown-function"):
        parse("f(a)")


def test_a_call_is_checked_as_those_of_the_language_are():
    seen = Vocabulary({"a": "number", "s": "text"})
    for text, code in [("f(s)", "wrong-kind"), ("f(a, a)", "arguments"), ("f + 1", "bare-function")]:
        _, found = check(parse(text, additions=algebraic(halved)), seen, "number")
        assert [one.code for one in found] == [f"formula.{code}"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (0.5, "float"), (float("nan"), "float"), (True, "bool"), ("1", "str"), (date(2024, 1, 1), "date"), ([], "list"),
        (10**MOST_DIGITS, "60 digits"), (Fraction(1, 10**MOST_DIGITS), "60 digits"),
    ],
)  # fmt: skip
def test_what_is_no_exact_number_is_a_failure(given, said):
    lack = fault("f(a)", pythonic(lambda x: given))
    assert (lack.code, lack.failure.plugin, lack.failure.called) == (FAILED, "sample (perfeval-sample 1)", "f")
    assert said in lack.failure.fault.en
    assert lack.part == "f(a)"


def test_a_fraction_that_was_tampered_with_is_a_failure():
    forged = Fraction(1, 2)
    forged._numerator = 0.5
    assert "made of float" in fault("f(a)", pythonic(lambda x: forged)).failure.fault.en


def test_a_definition_runs_under_the_guard_too():
    def refusing(run):
        run()
        raise TimeoutError("too long")

    addition = from_algebra(signature(), "sample (perfeval-sample 1)", lambda say, x: x, refusing)
    assert fault("f(a)", {"f": addition}).failure.fault.zh == "TimeoutError: too long"


def test_a_definition_may_give_no_number_of_its_own_making():
    class Lying(Fraction):
        """Bounded by nothing."""

    assert "Lying" in fault("f(a)", algebraic(lambda say, x: Lying(1))).failure.fault.zh


def test_a_number_may_be_bounded_below():
    assert value("f(a)", pythonic(lambda x: 0, least=Fraction(0))) == 0
    assert "below 0" in fault("f(a)", pythonic(lambda x: -1, least=Fraction(0))).failure.fault.en
    assert value("f(a)", pythonic(lambda x: -1)) == -1


def test_a_whole_number_becomes_an_exact_one():
    assert type(value("f(a)", pythonic(lambda x: 3))) is Fraction


@pytest.mark.parametrize(
    ("kind", "sound", "wrong"), [("text", "好", 1), ("boolean", True, 1), ("date", date(2024, 1, 1), "x")]
)
def test_python_gives_what_its_kind_asks_for(kind, sound, wrong):
    assert value("f(a)", pythonic(lambda x: sound, kind)) == sound
    assert fault("f(a)", pythonic(lambda x: wrong, kind)).code == FAILED


def test_a_text_has_an_end():
    assert "1000" in fault("f(a)", pythonic(lambda x: "x" * 1001, "text")).failure.fault.en


def test_nothing_given_is_no_failure_but_no_value():
    lack = fault("f(a)", pythonic(lambda x: None))
    assert (lack.code, lack.failure) == ("nothing-given", None)


@pytest.mark.parametrize("kind", [ZeroDivisionError, SystemExit, RecursionError, MemoryError, GeneratorExit])
def test_whatever_is_raised_is_a_failure(kind):
    def run(*_):
        raise kind("so it is")

    for additions in (pythonic(run), algebraic(run)):
        failure = fault("f(a)", additions).failure
        assert failure.fault.say("zh") == failure.fault.say("en") == f"{kind.__name__}: so it is"


def test_a_person_who_interrupts_is_heard():
    def run(*_):
        raise KeyboardInterrupt

    for additions in (pythonic(run), algebraic(run)):
        with pytest.raises(KeyboardInterrupt):
            value("f(a)", additions)


@pytest.mark.parametrize(
    "covered", ["if_blank(f(a), 0)", "1 if given(f(a)) else 0", "given(f(a)) and 1 > 0", "sum(f(1))", "largest(f(1))"]
)
def test_nothing_covers_a_failure(covered):
    row = Row({"a": Fraction(1)}, [Row({"a": Fraction(1)})])
    assert fault(covered, pythonic(lambda x: 1 / 0), row).code == FAILED


def test_a_failure_is_told_before_a_lack_that_could_be_covered():
    assert fault("b > 1 or f(a) > 1", pythonic(lambda x: 1 / 0)).code == FAILED
    assert fault("b > 1 or f(a) > 1", pythonic(lambda x: 0)).code == "absent"


def test_an_argument_without_a_value_keeps_a_function_from_having_one():
    assert fault("f(b)", pythonic(lambda x: 1)).code == "absent"


def test_where_blanks_are_taken_only_what_was_not_reported_is_one():
    additions = pythonic(lambda x: 0 if x is None else x, blanks=True)
    assert value("f(b)", additions) == 0
    assert fault("f(1 / 0)", additions).code == "division-by-zero"
    part = evaluate(parse("f(b)", additions=additions), Derivation(), A)
    assert (part.value, part.parts) == (0, ())


@pytest.mark.parametrize("given", [2, 0.5, None, "x"])
def test_what_an_algebra_is_made_to_say_must_be_one_of_its_values(given):
    assert fault("f(a)", algebraic(lambda say, x: given)).code == FAILED


def test_a_definition_that_only_python_understands_is_left_to_the_exact_reading():
    additions = algebraic(lambda say, x: say.number(1) if x > 3 else say.number(0))
    assert value("f(a)", additions) == 1
    with pytest.raises(Unsayable):
        known_signs(parse("f(a)", additions=additions), A, "half-up")
    with pytest.raises(Unsayable):
        Machine().owed(1, "number")


def zero_divided(say, x):
    """A quotient that has no value where the number is 3.5."""
    return say.div(x, say.sub(x, say.number(Fraction(7, 2))))


def covered(say, x):
    quotient = zero_divided(say, x)
    return say.choose(say.compare("==", x, say.number(Fraction(7, 2))), lambda: say.number(0), lambda: quotient)


def filled(say, x):
    quotient = zero_divided(say, x)
    return say.default(lambda: quotient, lambda: say.number(9))


def halted(say, x):
    halt = say.stop("odd")
    return say.choose(say.compare(">", x, say.number(4)), lambda: halt, lambda: x)


def caught(say, x):
    try:
        return zero_divided(say, x)
    except BaseException:
        return say.number(1)


def looking(say, x):
    return say.number(1) if x == Fraction(7, 2) else say.number(2)


def truthful(say, x):
    return say.number(1) if say.compare("==", x, say.number(1)) else say.number(2)


def spelling(say, x):
    return say.number(len(str(x)))


@pytest.mark.parametrize("definition", [covered, filled, halted, caught, looking, truthful, spelling])
@pytest.mark.parametrize("number", [Fraction(7, 2), Fraction(1), Fraction(5)])
def test_a_definition_means_the_same_in_every_reading_that_says_it(definition, number):
    formula, row = parse("f(a)", additions=algebraic(definition)), Row({"a": number})

    def said(reading):
        try:
            return reading()
        except NoValue as lack:
            return lack.code, lack.part

    exact = said(lambda: evaluate(formula, Exact(), row))
    assert said(lambda: getattr(evaluate(formula, Derivation(), Lifted(row, Derivation())), "value", None)) == exact
    for reading in (known_signs, unknown_signs):
        try:
            assert reading(formula, row, "half-up") == exact
        except Unsayable:
            assert definition in (looking, truthful, spelling)


def test_a_definition_that_calls_something_unsayable_is_a_failure_where_all_can_be_said():
    def unsayable(say, x):
        raise Unsayable("nothing of it")

    assert "Unsayable" in fault("f(a)", algebraic(unsayable)).failure.fault.zh
    with pytest.raises(Unsayable):
        known_signs(parse("f(a)", additions=algebraic(unsayable)), A, "half-up")


def test_no_algebra_takes_a_number_that_is_not_exact():
    for algebra in (Exact(), Derivation(), Machine()):
        with pytest.raises(TypeError, match="float"):
            algebra.number(0.5)
    assert type(Exact().number(2)) is Fraction


def test_what_a_formula_calls_is_known():
    additions = algebraic(halved)
    assert additions_in(parse("1 + f(a) * max(a, 1)", additions=additions)) == {"f"}
    assert additions_in(parse("max(a, 1)", additions=additions)) == frozenset()
    assert additions_in(parse("a")) == frozenset()


def test_a_derivation_knows_of_failures_what_the_exact_reading_does():
    additions = pythonic(lambda x: 1 / 0)
    row = Row({"a": Fraction(1), "name": "x"})
    for text in ("given(f(a))", "f(a) > 1 or f(a) < 1", "sum(f(1))"):
        with pytest.raises(NoValue) as lack:
            value(text, additions, Lifted(Row({"a": Fraction(1), "name": "x"}, [row]), Derivation()), Derivation())
        assert lack.value.failure is not None
    frame = compose("failed(_x)", _x=parse("f(a)", additions=additions))
    lifted = Lifted(row, Derivation())
    assert evaluate(frame, Derivation(), lifted).value is True
    assert evaluate(compose("failed(a)"), Derivation(), lifted).value is False
    assert Derivation().outside(lambda x, y: x, [Part(Fraction(2)), None]).value == 2

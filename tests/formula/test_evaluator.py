"""What a formula means, where values are there and where they are lacking."""

import ast
import threading
from datetime import date
from fractions import Fraction

import pytest
import simpleeval
from hypothesis import given, settings
from hypothesis import strategies as st

from perfeval_rules.findings import Place
from perfeval_rules.formula.algebra import NoValue
from perfeval_rules.formula.evaluator import NODES, Evaluator, evaluate, refuse_old
from perfeval_rules.formula.language import compose, parse
from perfeval_rules.readings.derivation import Derivation
from perfeval_rules.readings.exact import Exact
from tests.formula.strategies import Lifted, Row, rows, truth

MEANING = {
    "a part that needs a lacking value has none": ("min(a, b)", "a=2", "absent at b, column 8"),
    "and is false if its right side is": ("b < 1 and a < 1", "a=2", "False"),
    "and is false if its left side is": ("a < 1 and b < 1", "a=2", "False"),
    "and has no value if neither side decides": ("a > 1 and b < 1", "a=2", "absent at b, column 11"),
    "or is true if one side is": ("a > 1 or b < 1", "a=2", "True"),
    "or has no value if neither side decides": ("b < 1 or a < 1", "a=2", "absent at b, column 1"),
    "a false part outweighs any fault": ("1 / a > 1 and b > 0", "a=0 b=0", "False"),
    "a chain is the and of its comparisons": ("b < a < 1", "a=2", "False"),
    "a chain that decides nothing": ("b < a < 3", "a=2", "absent at b, column 1"),
    "in is the or of its equalities": ("a in (1, 2) and b > 0", "a=3", "False"),
    "an untaken branch has no effect": ("1 / a if a != 0 else 5", "a=0", "5"),
    "the test decides, even if both branches are equal": ("7 if b > 1 else 7", "a=2", "absent at b, column 6"),
    "the first fault in the text is told": ("1 / a + b", "a=0", "division-by-zero at 1 / a, column 1"),
    "the first fault in the text is told, whatever it is": ("b + 1 / a", "a=0", "absent at b, column 1"),
    "given is never without value": ("given(a) and not given(b)", "a=2", "True"),
    "given asks of any part": ("given(1 / a)", "a=0", "False"),
    "if_blank replaces a blank": ("if_blank(b, 0) + a", "a=2", "2"),
    "if_blank keeps what is there": ("if_blank(a, 0)", "a=2", "2"),
    "the replacement may lack, too": ("if_blank(b, 1 / a)", "a=0", "division-by-zero at 1 / a, column 13"),
    "bands with a last resort": ("at_least(a, [[90, 1], [80, 0.8]], 0)", "a=80", "4/5"),
    "the last resort": ("at_least(a, [[90, 1], [80, 0.8]], 0)", "a=79", "0"),
    "bands without a last resort": (
        "at_least(a, [[90, 1], [80, 0.8]])",
        "a=79",
        "below-the-bands at at_least(a, [[90, 1], [80, 0.8]]), column 1",
    ),
    "bands with their upper edges": ("at_most(a, [[0, 5], [10, 4]], 0)", "a=10", "4"),
    "a function needs the cells of its table": (
        "at_least(a, [[90, 1], [80, b]], 0)",
        "a=95",
        "absent at b, column 28",
    ),
    "a negated lack is a lack": ("not (b < 1)", "a=2", "absent at b, column 6"),
    "ifs asks no test after the first that holds": ("ifs(a > 1, 7, b > 1, 8, 9)", "a=2", "7"),
    "ifs needs the tests before": ("ifs(b > 1, 8, a > 1, 7, 9)", "a=2", "absent at b, column 5"),
    "a part alone has its own value": ("7 if a > 1 else b", "a=2", "7"),
    "a division comes out exact": ("3 * (5 / a)", "a=24", "5/8"),
    "a half rounds away from zero": ("round(a, 2)", "a=-0.005", "-1/100"),
    "a sign before a number": ("-a + +a - -1", "a=2", "1"),
    "not in": ("a not in (1, -2)", "a=2", "True"),
    "a column counts characters, not bytes": ("length('得分') + b", "a=2", "absent at b, column 16"),
    "a line of its own": ("a +\n  b", "a=2", "absent at b, column 3 of line 2"),
    "a blank folder has no ranks": ("rank(a - 1)", "a=2", "folder at rank(a - 1), column 1"),
    "a form alone has no folder to repeat in": (
        "repeats(name, 'folder')",
        "a=2",
        "folder at repeats(name, 'folder'), column 1",
    ),
    "a count of repeats that is not there": ("repeats(name)", "a=2", "absent at repeats(name), column 1"),
    "points that are not there": ("points('output')", "a=2", "absent at points('output'), column 1"),
}


def told(text, algebra, names):
    try:
        value = evaluate(parse(text), algebra, names)
    except NoValue as fault:
        line = f" of line {fault.place.line}" if fault.place.line > 1 else ""
        return f"{fault.code} at {fault.part}, column {fault.place.column}{line}"
    return str(getattr(value, "value", value))


@pytest.mark.parametrize(("text", "given", "meaning"), MEANING.values(), ids=list(MEANING))
def test_the_meaning_of(text, given, meaning):
    values = {name: Fraction(said) for name, said in (pair.split("=") for pair in given.split())}
    assert told(text, Exact(), Row(values)) == meaning
    derivation = Derivation()
    assert told(text, derivation, Lifted(Row(values), derivation)) == meaning


def test_the_frames_of_the_engine_cover_and_make_any_lack():
    names = Row({"a": Fraction(0)})
    assert evaluate(compose("default(_value, 9)", _value=parse("1 / a")), Exact(), names) == 9
    with pytest.raises(NoValue) as fault:
        evaluate(compose("stop('by-hand') if a == 0 else a"), Exact(), names)
    assert (fault.value.code, fault.value.part) == ("by-hand", "stop('by-hand')")


def test_a_lack_of_a_part_put_into_a_frame_is_told_in_its_authors_words_and_place():
    with pytest.raises(NoValue) as fault:
        evaluate(
            compose("round(_score, 2)", _score=parse("weight  * attainment")), Exact(), Row({"weight": Fraction(1)})
        )
    assert (fault.value.part, fault.value.place) == ("attainment", Place("", 1, 11))


def test_a_name_bound_to_a_lack_hands_on_its_code_and_place():
    with pytest.raises(NoValue) as first:
        evaluate(parse("1 / zero"), Exact(), Row({"zero": Fraction(0)}))
    with pytest.raises(NoValue) as second:
        evaluate(parse("2 * fact"), Exact(), Row({"fact": first.value}))
    assert second.value is not first.value
    assert (second.value.code, second.value.part) == ("division-by-zero", "1 / zero")


def test_a_lack_without_a_place_is_told_at_the_name_and_left_as_it_is():
    unplaced = NoValue("failed")
    with pytest.raises(NoValue) as fault:
        evaluate(parse("1 + fact"), Exact(), Row({"fact": unplaced}))
    assert (fault.value.code, fault.value.part) == ("failed", "fact")
    assert (unplaced.node, unplaced.part, unplaced.place) == (None, "", Place())


def test_a_lack_that_is_kept_holds_no_frames():
    with pytest.raises(NoValue) as fault:
        evaluate(parse("((((a))))+b"), Exact(), Row())
    depth, trace = 0, fault.value.__traceback__
    while trace is not None:
        depth, trace = depth + 1, trace.tb_next
    assert depth == 2


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("done > due", True),
        ("days(due, done)", 3),
        ("days(done, due)", -3),
        ("mentions(reason, 'cause')", True),
        ("mentions(name, 'cause')", False),
        ("mentions(name, 'nothing')", True),
        ("mentions(reason, 'nothing')", False),
        ("length(reason)", 4),
        ("length('')", 0),
        ("unit in ('人', '人次')", True),
        ("given(unit) and not given(blank)", True),
        ("if_blank(unit, '件') == '人次'", True),
        ("if_blank(blank, '件') == '件'", True),
        ("met and not missed", True),
        ("points('output') + repeats(name) + rank( -total )", 43),
        ("True and not False", True),
        ("within('output') and within('quality') and not within('cost')", True),
    ],
)
def test_texts_dates_conditions_and_what_is_asked_by_key(text, value):
    names = Row(
        {
            "due": date(2024, 12, 31), "done": date(2025, 1, 3), "reason": "受天气影响"[:4], "name": " 无 ", "unit": "人次",
            "blank": "", "met": True, "missed": False, "points.output": Fraction(38), "repeats.name": Fraction(2),
            "rank.-total": Fraction(3),
        },
        group="quality",
    )  # fmt: skip
    assert evaluate(parse(text), Exact(), names) == value
    derivation = Derivation()
    assert evaluate(parse(text), derivation, Lifted(names, derivation)).value == value


def child(group, **values):
    return Row(
        {name: value if isinstance(value, bool) else Fraction(value) for name, value in values.items()}, (), group
    )


LINES = Row(
    {"score": Fraction(1000)},
    (child("output", score=30, met=True), child("quality", score=8, met=False), child("cost", weight=5)),
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("sum(score)", 38),
        ("sum(score, 'output')", 38),
        ("sum(score, 'quality')", 8),
        ("sum(score, 'nowhere')", 0),
        ("count(met)", 1),
        ("count(not met, 'nowhere')", 0),
        ("largest(score) - smallest(score)", 22),
        ("any(met)", True),
        ("all(met)", False),
        ("any(met, 'nowhere')", False),
        ("all(met, 'nowhere')", True),
        ("all(met or given(weight))", False),
        ("score + sum(score)", 1038),
        ("count(within('output'))", 2),
    ],
)
def test_an_aggregate_asks_every_child(text, value):
    assert evaluate(parse(text), Exact(), LINES) == value


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("largest(score, 'nowhere')", "over-nothing"),
        ("smallest(nothing)", "over-nothing"),
        ("all(score > 1)", "absent"),
        ("any(weight > 5)", "absent"),
    ],
)
def test_an_aggregate_may_have_no_value(text, code):
    with pytest.raises(NoValue) as fault:
        evaluate(parse(text), Exact(), LINES)
    assert fault.value.code == code


def outcome(text, row):
    """The value, or that there is none: not which lack is told, which the order of writing decides."""
    try:
        return evaluate(parse(text), Exact(), row)
    except NoValue:
        return None


@settings(deadline=None, max_examples=60)
@given(truth(1), truth(1), truth(1), st.sampled_from(["and", "or"]), rows())
def test_the_order_of_and_and_or_decides_nothing(one, two, three, sign, row):
    said = outcome(f"{one} {sign} {two} {sign} {three}", row)
    assert outcome(f"{three} {sign} {one} {sign} {two}", row) is said
    assert outcome(f"({one} {sign} {two}) {sign} {three}", row) is said
    assert outcome(f"{one} {sign} ({two} {sign} {three})", row) is said


@settings(deadline=None, max_examples=60)
@given(truth(2), rows())
def test_what_is_denied_twice_is_said(test, row):
    assert outcome(f"not not {test}", row) is outcome(test, row)


@pytest.mark.parametrize(
    "text", ["a.b", "a[0]", "lambda: 1", "[1, 2]", "{}", "f'{a}'", "(x := 1)", "*a", "a ** 2", "~a"]
)
def test_a_tree_that_no_check_has_seen_is_still_refused(text):
    tree = ast.parse(text, mode="eval").body if text != "*a" else ast.Starred(ast.Name("a"), ast.Load())
    with pytest.raises(simpleeval.InvalidExpression):
        Evaluator(Exact(), Row({"a": Fraction(1)})).value(tree)


@pytest.mark.parametrize("text", ["open('x')", "__import__('os')", "a.b(1)", "(lambda: 1)()"])
def test_a_call_of_anything_else_is_refused(text):
    with pytest.raises(simpleeval.FunctionNotDefined):
        evaluate(ast.parse(text, mode="eval").body, Exact(), Row())


def test_a_text_is_no_list_to_stand_in():
    with pytest.raises(simpleeval.FeatureNotAvailable):
        evaluate(parse("unit in 'abc'"), Exact(), Row({"unit": "a"}))


def test_nothing_of_simpleeval_but_two_operators_is_inherited():
    inherited = {name for name in vars(simpleeval.SimpleEval) if name.startswith("_eval")} & {
        handler.__name__ for handler in NODES.values()
    }
    assert inherited == {"_eval_binop", "_eval_unaryop"}


def test_a_simpleeval_older_than_known_to_be_safe_is_refused():
    with pytest.raises(ImportError, match=r"1\.0\.8"):
        refuse_old({print, eval})


def test_threads_do_not_meet():
    formula, algebra, wrong = parse("a * 2 + b if a > 0 else -a"), Exact(), []

    def work(n):
        names = Row({"a": Fraction(n), "b": Fraction(n, 7)})
        for _ in range(200):
            if evaluate(formula, algebra, names) != n * 2 + Fraction(n, 7):
                wrong.append(n)

    threads = [threading.Thread(target=work, args=(n,)) for n in range(1, 7)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong

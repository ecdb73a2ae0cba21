"""Spellings of a number that others accept, bend or choke on: here an actual is exactly what was written, or none."""

import asyncio
import decimal
import json
import time
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from functools import cache

import pytest

from perfeval_rules.engine import Engine
from perfeval_rules.errors import SubmissionError
from perfeval_rules.evaluation import number
from perfeval_rules.formula.evaluator import evaluate
from perfeval_rules.formula.language import parse
from perfeval_rules.readings.exact import Exact
from perfeval_rules.values.cells import read_cell
from perfeval_rules.values.decimals import read_number
from perfeval_rules.values.problem import Problem
from tests.formula.strategies import Row

MOST_SECONDS = 0.05


@cache
def program():
    return Engine().program("cn-sh-2020")


def body(actual, target="≥100", weight="10"):
    """A body with an actual as JSON writes it."""
    row = f'{{"name": "次数", "target": "{target}", "weight": "{weight}", "actual": {actual}}}'
    return f'{{"year": 2020, "rows": [{row}]}}'.encode()


def scored(actual, target="≥100", weight="10"):
    """The line that a body's row becomes."""
    told = json.loads(program().evaluate_json(body(actual, target, weight)))
    return next(line for line in told["lines"] if line["name"] == "次数"), [one["code"] for one in told["findings"]]


EXACT = {
    "a whole number as text": ('"50"', "5"),
    "a JSON number": ("50", "5"),
    "a JSON number that a float would bend": ("5.0000000000000000001", "0.50000000000000000001"),
    "a trailing zero": ("50.10", "5.01"),
    "full-width digits": ('"５０"', "5"),
    "full-width digits with a full-width point": ('"５０．５"', "5.05"),
    "commas between groups": ('"0,050"', None),
    "thousands": ('"1,048,285.45"', "10"),
    "minus zero": ("-0", "0"),
    "minus zero as text": ('"-0"', "0"),
    "leading zeros as text": ('"0050"', "5"),
    "a blank beside the point": ('"50. 5"', "5.05"),
    "thirty digits": ('"' + "9" * 30 + '"', "10"),
}


@pytest.mark.parametrize("name", EXACT)
def test_a_number_counts_for_what_its_digits_say(name):
    actual, ratio = EXACT[name]
    line, _ = scored(actual)
    if ratio is None:
        assert line["ratio"] is None
        return
    assert line["ratio"] is not None
    shown = json.loads(actual) if actual.startswith('"') else actual
    read = read_number(shown)
    assert Fraction(line["ratio"]) == read / 100
    assert line["score_exact"] in (ratio, ratio.rstrip("0")) or Fraction(line["score_exact"]) == min(
        Fraction(ratio), 10
    )


NONE = {
    "not a number": '"NaN"',
    "a signalling not a number": '"sNaN"',
    "infinity": '"Infinity"',
    "minus infinity": '"-inf"',
    "the sign of infinity": '"∞"',
    "an exponent that would hang": '"1e999999999999999999"',
    "a tiny exponent that would hang": '"1e-999999999"',
    "an exponent as a JSON number": "1e400",
    "a small exponent as a JSON number": "5E+1",
    "thirty-one digits": '"' + "9" * 31 + '"',
    "a JSON number of five thousand digits": "1" * 5_000,
    "a JSON number of many places": "0." + "1" * 5_000,
    "underscores": '"1_000"',
    "no digit before the point": '".5"',
    "no digit behind the point": '"5."',
    "Arabic-Indic digits": '"٥٠"',
    "mathematical bold digits": '"𝟓𝟎"',
    "a wrong grouping": '"1,04,285"',
    "a decimal comma": '"1.048.285,45"',
    "a grouping of one": '"1,048,"',
    "a mark that turns the reading round": '"\u202e05"',
    "a space of no width": '"5\u200b0"',
    "a hexadecimal number": '"0x32"',
    "a fraction": '"1/2"',
    "a range": '"50-60"',
    "about": '"约50"',
    "a number in words": '"五十"',
    "a spreadsheet's error": '"#DIV/0!"',
}


@pytest.mark.parametrize("name", NONE)
def test_what_is_no_plain_number_scores_nothing_and_is_never_guessed(name):
    started = time.process_time()
    line, found = scored(NONE[name])
    assert time.process_time() - started < 100 * MOST_SECONDS  # a whole evaluation, on a machine at work
    assert (line["ratio"], line["score"]) == (None, None)
    assert line["outcome"] in ("stopped", "not_reported")
    assert any(code.startswith(("value.", "form.")) for code in found)


@pytest.mark.parametrize("name", NONE)
def test_a_weight_that_is_no_plain_number_carries_no_points(name):
    text = NONE[name].strip('"')
    line, _ = scored('"50"', weight=text)
    assert line["weight"] is None


@pytest.mark.parametrize(
    "value", ["true", "false", "[]", "[0, [1, 2], 0]", '{"text": []}', "[50]", '{"text": {"text": 1}}']
)
def test_another_kind_of_value_is_refused(value):
    with pytest.raises(SubmissionError) as caught:
        program().evaluate_json(body(value))
    assert caught.value.path == "rows[0].actual"


@pytest.mark.parametrize(
    "value", ["NaN", "Infinity", "-Infinity", "nan", "0x10", "1_000", ".5", "5.", "+5", "007", "1e", "--5"]
)
def test_what_is_no_number_of_json_is_refused_where_it_stands(value):
    with pytest.raises(SubmissionError) as caught:
        program().evaluate_json(body(value))
    assert 0 < caught.value.byte_offset <= len(body(value))


def test_an_actual_with_a_sign_or_a_multiplier_says_so():
    for text in ("≥90", "3万"):
        line, found = scored(f'"{text}"', target="≥100")
        assert found or line["ratio"] is not None
        assert line["actual"] == text


@pytest.mark.parametrize("piece", ["9", "９", "9,", "1,000", "9.", "1e9", "-", "≥", "约", "\u200b", "字", "1月-"])
def test_ten_million_marks_cost_no_time(piece):
    text = piece * (10_000_000 // len(piece))
    started = time.process_time()
    assert isinstance(read_number(text), Problem)
    assert read_cell(text, 2020).number is None
    assert time.process_time() - started < 4 * MOST_SECONDS


# — what decimal contexts do to others —


def test_no_score_is_ever_minus_zero():
    assert (number(Fraction(-1, 1000), 2), number(Fraction(-1, 10**9), 0), number(Fraction(0))) == ("0.00", "0", "0")
    value = evaluate(parse("round(a, 2)"), Exact(), Row({"a": Fraction("-0.001")}))
    assert number(value, 2) == "0.00"


def test_equal_numbers_are_written_alike():
    assert {scored(actual)[0]["score"] for actual in ('"50"', '"50.0"', '"50.000"', "50.0", '"050"')} == {"5.00"}


def test_a_sum_does_not_depend_on_its_order():
    row = Row({"a": Fraction(10**28), "b": Fraction(1)})
    values = {evaluate(parse(text), Exact(), row) for text in ("a + b - a", "b + a - a", "a - a + b")}
    assert values == {Fraction(1)}


@pytest.mark.parametrize("precision", [1, 3, 50])
def test_the_decimal_context_of_the_host_changes_nothing(precision):
    expected = program().evaluate_json(body('"33.333"'))
    with decimal.localcontext() as context:
        context.prec = precision
        context.rounding = decimal.ROUND_DOWN
        context.traps[decimal.Inexact] = True
        assert program().evaluate_json(body('"33.333"')) == expected
        assert decimal.getcontext().prec == precision

        async def task():
            return await asyncio.to_thread(program().evaluate_json, body('"33.333"'))

        assert asyncio.run(task()) == expected
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(program().evaluate_json, [body('"33.333"')] * 8)) == {expected}

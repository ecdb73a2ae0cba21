import time
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfeval_rules.values.cells import Cell, in_unit_of, read_amount, read_cell
from perfeval_rules.values.problem import Problem, problem

CELL_MARKS = "0123456789０９.,，+-—~eE_%％‰≥≤<>=＝═不少于超过以上及其下内约多余左右年月日前底至万亿元人次个/*( )（）:#¥NaNinf完成\u200b٣²\n"


def codes(text: str, year: int | None = 2020) -> list[str]:
    return [fault.code.removeprefix("value.") for fault in read_cell(text, year).problems]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1e999999999", "exponent"), ("1E400", "exponent"), (">=1e5个", "exponent"), ("NaN", "not-a-number"),
        ("Infinity", "not-a-number"), ("-inf", "not-a-number"), ("≥∞", "not-a-number"), ("#DIV/0!", "spreadsheet-error"),
        ("#N/A", "spreadsheet-error"), ("######", "spreadsheet-error"), ("9" * 10_000, "too-many-digits"),
        ("9" * 201, "too-many-digits"), ("9" * 100, "too-many-digits"), ("9" * 50 + "万元", "too-many-digits"),
        ("1٢3", "foreign-digits"), ("٣", "foreign-digits"), ("𝟗𝟎%", "foreign-digits"), ("\u202e09%", "hidden-marks"),
        ("9\u200b0%", "hidden-marks"), ("90\x00%", "hidden-marks"), ("\ufeff", "hidden-marks"), ("1_000", "number-unclear"),
        ("1,04,285", "grouping"), ("1.048.285,45", "grouping"), ("0,958", "grouping"), ("1,048,", "grouping"),
        ("3.5.2", "number-unclear"), ("1:3", "number-unclear"), ("1/3", "number-unclear"), (".5", "number-unclear"),
        ("5.", "number-unclear"), ("0x10", "number-unclear"), ("12 5", "number-unclear"), ("—80", "number-unclear"),
        ("20年12月", "number-unclear"), ("100+", "number-unclear"), ("¥500个", "unit-unknown"), ("¥500%", "number-unclear"),
        ("5-10个", "range"), ("5~10%", "range"), ("5至10个", "range"), ("5—10", "range"), ("约100人", "approximate"),
        ("大约 100人", "approximate"), ("100余人", "approximate"), ("3万多人", "approximate"), ("3人左右", "approximate"),
        ("100%左右", "approximate"), ("5%未完成", "unit-unknown"), ("5abc", "unit-unknown"), ("5M", "unit-unknown"),
        ("100已完成", "unit-unknown"), ("≠5", "sign-unknown"), ("不超过5个以上", "signs-disagree"),
        ("≥优秀", "sign-without-number"), ("≥", "sign-without-number"),
    ],
)  # fmt: skip
def test_what_looks_like_a_number_and_is_none_stays_words_with_its_cause(text: str, code: str) -> None:
    cell = read_cell(text, 2020)
    assert (cell.text, cell.kind, cell.number) == (text, "words", None)
    assert codes(text) == [code]


@pytest.mark.parametrize(
    ("text", "code"), [("2月30日", "date-impossible"), ("13月", "date-impossible"), ("11月-2月", "date-backwards")]
)
def test_an_impossible_date_is_a_date_without_a_day(text: str, code: str) -> None:
    cell = read_cell(text, 2020)
    assert (cell.text, cell.kind, cell.date) == (text, "date", None)
    assert codes(text) == [code]


def test_a_date_without_any_year_is_a_date_without_a_day() -> None:
    cell = read_cell("9月前")
    assert (cell.kind, cell.date) == ("date", None)
    assert codes("9月前", None) == ["date-without-year"]


@pytest.mark.parametrize("text", ["≤2022年12月30日", "2022年12月30日以内"])
def test_a_date_may_bear_a_sign(text: str) -> None:
    assert read_cell(text) == Cell(text, "date", "<=", date=date(2022, 12, 30))


def test_a_date_may_follow_a_word_that_says_it_is_done() -> None:
    assert read_cell("已完成2022年12月") == Cell("已完成2022年12月", "date", date=date(2022, 12, 31))


@pytest.mark.parametrize("text", ["≤6月", "6月内", "共6月"])
def test_a_signed_month_is_a_number_of_months_and_says_so(text: str) -> None:
    cell = read_cell(text, 2020)
    assert (cell.kind, cell.number, cell.unit.name) == ("number", Fraction(6), "个月")
    assert cell.problems == (problem("month-or-months", text, count=Fraction(6)),)


@pytest.mark.parametrize("text", ["≥12个月", "≥24月"])
def test_a_number_that_can_only_be_months_raises_no_doubt(text: str) -> None:
    assert codes(text) == []


def test_a_sentence_that_starts_with_a_number_is_words_without_a_problem() -> None:
    text = "3个乡镇的道路硬化工程全部完工"
    assert read_cell(text) == Cell(text, "words")


def test_seven_chinese_characters_are_a_sentence_and_six_may_be_a_slip() -> None:
    assert codes("3个乡镇道路硬化") == []
    assert codes("3个乡镇道路x硬") == ["unit-unknown"]
    assert codes("3,5个乡镇道路硬化") == []


def test_a_cell_longer_than_any_value_is_words() -> None:
    text = "≥5个" + "字" * 300
    assert read_cell(text) == Cell(text, "words")


@pytest.mark.parametrize(
    ("text", "read"),
    [("12个.", "12"), ("12个，", "12"), ("≥5套；", "5"), ("95%！", "95"), ("0.5。", "1/2"), ("12个、", "12")],
)
def test_a_closing_stop_is_passed_over(text: str, read: str) -> None:
    assert read_cell(text).number == Fraction(read)


@pytest.mark.parametrize(
    ("actual", "target", "number"),
    [
        ("120", ">=300人次", "120"), ("120人", "≥300", "120"), ("4.4万人次", "≥4万人次", "4.4"), ("44000人次", "≥4万人次", "4.4"),
        ("6.47亿元", "50000万元", "64700"), ("5个", "3人", "5"), ("95%", ">=90", "95"), ("9‰", "1%", "9/10"), ("4.4万", "≥4万元", "4.4"),
        ("≥266米", "≥0.3公里", "0.266"),
    ],
)  # fmt: skip
def test_an_actual_is_compared_in_the_unit_of_its_target(actual: str, target: str, number: str) -> None:
    assert in_unit_of(read_cell(actual), read_cell(target)) == Fraction(number)


@pytest.mark.parametrize(
    ("actual", "target"), [("5万元", "5个"), ("365天", "12个月"), ("已完成", "5个"), ("2022年", "5个")]
)
def test_what_does_not_compare_has_no_common_number(actual: str, target: str) -> None:
    assert in_unit_of(read_cell(actual), read_cell(target)) is None


@pytest.mark.parametrize(
    ("text", "unit", "yuan"),
    [
        ("1,048,285.45", "万元", "10482854500"), ("50万元", "万元", "500000"), ("9.55万元", "元", "95500"), ("1,437", "元", "1437"),
        ("1437", "", "1437"), ("3万", "万元", "30000"), ("0.00", "亿元", "0"), ("-5", "千元", "-5000"), ("2", "万", "20000"),
        ("￥500", "万元", "500"), ("207.4538", "万元", "2074538"),
    ],
)  # fmt: skip
def test_an_amount_is_told_in_yuan(text: str, unit: str, yuan: str) -> None:
    assert read_amount(text, unit) == Fraction(yuan)


@pytest.mark.parametrize(
    ("text", "unit", "code"),
    [
        ("", "万元", "number-missing"), ("——", "万元", "amount-unclear"), ("≥5", "万元", "amount-unclear"), ("9月", "万元", "date-without-year"),
        ("1,04", "万元", "grouping"), ("5个", "万元", "amount-not-money"), ("5%", "万元", "amount-not-money"),
        ("5", "美元", "amount-unit-unknown"), ("5", "abc", "amount-unit-unknown"), ("5", "个", "amount-unit-unknown"),
        ("1e9", "元", "exponent"), ("约5万元", "万元", "approximate"),
    ],
)  # fmt: skip
def test_what_is_no_amount_is_refused_with_its_cause(text: str, unit: str, code: str) -> None:
    fault = read_amount(text, unit)
    assert isinstance(fault, Problem)
    assert fault.code == f"value.{code}"


@given(st.text(max_size=300) | st.text(alphabet=CELL_MARKS, max_size=60), st.integers(0, 12_000) | st.none())
@settings(deadline=None, max_examples=500)
def test_any_text_is_read_and_kept(text: str, year: int | None) -> None:
    cell = read_cell(text, year)
    assert cell.text == text
    assert (cell.kind == "number") == (cell.number is not None)
    assert cell.kind == "date" or cell.date is None
    assert (cell.kind == "blank") == (not text.strip())
    assert in_unit_of(cell, read_cell("5个")) is None or cell.kind == "number"


@given(st.text(alphabet=CELL_MARKS, max_size=40), st.sampled_from(["元", "万元", "", "个", "abc"]))
@settings(deadline=None)
def test_any_text_is_an_amount_or_a_problem(text: str, unit: str) -> None:
    assert isinstance(read_amount(text, unit), (Fraction, Problem))


@given(
    st.decimals(min_value=-(10**12), max_value=10**12, places=4),
    st.sampled_from(["", "%", "人次", "万元", "平方米", "元/户"]),
    st.sampled_from(["", "≥", ">", "=", "≤", "<", "不超过"]),
    st.booleans(),
)
@settings(deadline=None)
def test_a_written_cell_is_read_back(number: Decimal, unit: str, sign: str, wide: bool) -> None:
    digits = f"{number:,f}"
    cell = read_cell(
        sign
        + (digits.translate(str.maketrans("0123456789,.-", "０１２３４５６７８９，．－")) if wide else digits)
        + unit
    )
    assert (cell.kind, cell.number, cell.unit.name, bool(cell.operator)) == (
        "number",
        Fraction(number),
        unit,
        bool(sign),
    )


@pytest.mark.parametrize(
    "piece",
    [
        "9",
        "9,",
        "9.",
        "9 ",
        " ",
        "≥",
        ">=",
        "-",
        "1-",
        "多",
        "9多",
        "左右",
        "约",
        "1月-",
        "年",
        "#",
        "%",
        "元/",
        "完成",
        "不",
        "\u200b",
        "．",
    ],
)
@pytest.mark.parametrize("length", [200, 100_000])
def test_a_hostile_cell_costs_no_time(piece: str, length: int) -> None:
    text = (piece * length)[:length]
    started = time.process_time()
    for written in (text, "5" + text[1:], text[1:] + "5", "≥5" + text[2:]):
        assert read_cell(written, 2020).text == written
    assert time.process_time() - started < 0.05

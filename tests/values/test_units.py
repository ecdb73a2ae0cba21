import time
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfeval_rules.values.measures import MEASURES, MULTIPLIERS
from perfeval_rules.values.units import NO_UNIT, Unit, convert, read_unit

known = st.sampled_from(sorted(MEASURES)).map(read_unit)
fractions = st.fractions(min_value=-(10**9), max_value=10**9, max_denominator=10**6)


def unit(text: str) -> Unit:
    found = read_unit(text)
    assert found is not None
    return found


def converted(number: str, of: str, into: str) -> Fraction | None:
    return convert(Fraction(number), unit(of), unit(into))


@pytest.mark.parametrize(
    ("text", "name", "dimension", "factor"),
    [
        ("", "", "", 1), ("人次", "人次", "count", 1), ("万人次", "万人次", "count", 10_000), ("亿件", "亿件", "count", 10**8),
        ("元", "元", "money", 1), ("千元", "千元", "money", 1_000), ("万元", "万元", "money", 10_000),
        ("百万元", "百万元", "money", 10**6), ("亿 元", "亿元", "money", 10**8), ("美元", "美元", "us-dollars", 1),
        ("万美元", "万美元", "us-dollars", 10_000), ("%", "%", "percent", 1), ("％", "%", "percent", 1),
        ("百分比", "%", "percent", 1), ("%(百分比)", "%", "percent", 1), ("％（百分比）", "%", "percent", 1),
        ("‰", "‰", "percent", Fraction(1, 10)), ("百分点", "百分点", "percent", 1), ("个百分点", "百分点", "percent", 1),
        ("亩", "亩", "area", Fraction(2000, 3)), ("万亩", "万亩", "area", Fraction(20_000_000, 3)), ("公顷", "公顷", "area", 10_000),
        ("㎡", "㎡", "area", 1), ("平方公里", "平方公里", "area", 10**6), ("千米", "千米", "length", 1_000),
        ("公里", "公里", "length", 1_000), ("厘米", "厘米", "length", Fraction(1, 100)), ("KM", "km", "length", 1_000),
        ("小时", "小时", "time", 3_600), ("个小时", "小时", "time", 3_600), ("周", "周", "time", 604_800),
        ("年", "年", "months", 12), ("个月", "个月", "months", 1), ("月", "个月", "months", 1), ("季度", "季度", "months", 3),
        ("个工作日", "工作日", "workdays", 1), ("TB", "TB", "data", 1_024**4), ("tb", "TB", "data", 1_024**4),
        ("吨", "吨", "weight", 1_000), ("千克", "千克", "weight", 1), ("万吨", "万吨", "weight", 10**7),
        ("升", "升", "volume", Fraction(1, 1_000)), ("度", "度", "energy", 1), ("万千瓦时", "万千瓦时", "energy", 10_000),
        ("千伏", "千伏", "voltage", 1_000), ("分", "分", "points", 1), ("万", "万", "", 10_000), ("亿", "亿", "", 10**8),
        ("元/人*月", "元/人*月", "money/count*months", 1), ("元/人·月", "元/人·月", "money/count*months", 1),
        ("元/人/月", "元/人/月", "money/count*months", 1), ("元/(人*月)", "元/(人*月)", "money/count*months", 1),
        ("元/户", "元/户", "money/count", 1), ("万元/公里", "万元/公里", "money/length", 10), ("人*月", "人*月", "count*months", 1),
        ("棵树苗", "棵树苗", "count", 1), ("个乡镇", "个乡镇", "count", 1), ("万株苗", "万株苗", "count", 10_000),
    ],
)  # fmt: skip
def test_a_unit_has_a_name_a_dimension_and_a_size(text: str, name: str, dimension: str, factor: int | Fraction) -> None:
    assert read_unit(text) == Unit(name, dimension, Fraction(factor))


@pytest.mark.parametrize(
    "text",
    [
        "余人", "人左右", "已完成", "年期", "未完成", "abc", "M", "mW", "Kb", "Mb", "Gb", "Tb", "Pb", "元/", "/人", "元//人", "元/x", "万*", "x*人",
        "千只羊", "百姓", "万元左右", "很长的计量单位", "万%", "%%", "字" * 17, "字" * 100,
    ],
)  # fmt: skip
def test_what_is_no_unit_is_not_taken_for_one(text: str) -> None:
    assert read_unit(text) is None


@pytest.mark.parametrize(
    ("number", "of", "into", "result"),
    [
        ("1.5", "亿元", "万元", "15000"), ("3", "亩", "公顷", "1/5"), ("2", "平方公里", "亩", "3000"), ("90", "分钟", "小时", "3/2"),
        ("2", "年", "个月", "24"), ("5", "‰", "%", "1/2"), ("4.4", "万人次", "人次", "44000"), ("1", "TB", "GB", "1024"),
        ("1500", "克", "公斤", "3/2"), ("2", "立方米", "升", "2000"), ("12", "元/人/年", "元/人*月", "1"), ("3", "度", "千瓦时", "3"),
        ("120", "", "人次", "120"), ("90", "", "%", "90"), ("300", "人次", "", "300"), ("7", "个", "人", "7"),
        ("4.4", "万", "万元", "4.4"), ("4.4", "万", "万人次", "4.4"), ("44000", "人", "万", "4.4"), ("44000", "", "万", "4.4"),
        ("3", "万", "公里", "30000"), ("5", "亿", "万", "50000"),
    ],
)  # fmt: skip
def test_a_number_is_converted_exactly(number: str, of: str, into: str, result: str) -> None:
    assert converted(number, of, into) == Fraction(result)


@pytest.mark.parametrize(
    ("of", "into"),
    [
        ("元", "个"),
        ("天", "个月"),
        ("天", "工作日"),
        ("万", "%"),
        ("%", "万"),
        ("元/户", "元/人*月"),
        ("美元", "元"),
        ("%", "分"),
    ],
)
def test_units_of_different_dimensions_do_not_compare(of: str, into: str) -> None:
    assert converted("1", of, into) is None


@given(fractions, known, known)
@settings(deadline=None)
def test_a_conversion_and_its_way_back_give_the_number_again(number: Fraction, one: Unit, other: Unit) -> None:
    there = convert(number, one, other)
    assert (there is None) == (one.dimension != other.dimension)
    assert there is None or convert(there, other, one) == number


@given(fractions, known, st.sampled_from(sorted(MULTIPLIERS)))
@settings(deadline=None)
def test_a_multiplier_before_a_unit_multiplies_it(number: Fraction, one: Unit, word: str) -> None:
    many = read_unit(word + one.name)
    if many is not None and one.dimension != "percent" and word + one.name not in MEASURES:
        assert convert(number, many, one) == number * MULTIPLIERS[word]


@given(fractions, known)
@settings(deadline=None)
def test_a_lone_unit_counts_for_both(number: Fraction, one: Unit) -> None:
    assert convert(number, NO_UNIT, one) == convert(number, one, NO_UNIT) == number


@given(st.text(max_size=40))
@settings(deadline=None)
def test_any_text_is_a_unit_or_none(text: str) -> None:
    found = read_unit(text)
    assert found is None or found.factor > 0


@pytest.mark.parametrize("piece", ["万", "个", "/", "*", "元/", "("])
def test_a_million_marks_are_no_unit_and_cost_no_time(piece: str) -> None:
    started = time.process_time()
    assert read_unit(piece * 1_000_000) is None
    assert time.process_time() - started < 0.05

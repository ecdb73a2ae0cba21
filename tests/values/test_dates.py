import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfeval_rules.values.dates import Date, read_date


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("9月", "2020-09-30"), ("9月前", "2020-08-31"), ("9月以前", "2020-08-31"), ("11月之前", "2020-10-31"), ("1月前", "2019-12-31"),
        ("12月底", "2020-12-31"), ("12月底前", "2020-12-31"), ("2月末", "2020-02-29"), ("十二月", "2020-12-31"), ("6月份", "2020-06-30"),
        ("12月30日", "2020-12-30"), ("12月30日前", "2020-12-30"), ("十月二十三日", "2020-10-23"), ("5月1号", "2020-05-01"),
        ("3月上旬", "2020-03-10"), ("3月中旬", "2020-03-20"), ("2月下旬", "2020-02-29"), ("3月中旬前", "2020-03-10"),
        ("2021年12月完成", "2021-12-31"), ("2022 年 12 月 30 日前完成", "2022-12-30"), ("完成时间为2022年12月30日", "2022-12-30"),
        ("2020年", "2020-12-31"), ("2020年全年", "2020-12-31"), ("2020年度", "2020-12-31"), ("2020年底", "2020-12-31"),
        ("2020年年底前", "2020-12-31"), ("2020年内", "2020-12-31"), ("2020年前", "2019-12-31"), ("年底", "2020-12-31"),
        ("年底前", "2020-12-31"), ("年内完成", "2020-12-31"), ("今年", "2020-12-31"), ("今年底", "2020-12-31"), ("当年12月", "2020-12-31"),
        ("第三季度", "2020-09-30"), ("三季度末", "2020-09-30"), ("2021年第1季度", "2021-03-31"), ("四季度前", "2020-09-30"),
        ("上半年", "2020-06-30"), ("2019年下半年", "2019-12-31"), ("不晚于2022年3月", "2022-03-31"), ("于6月底前全部完成", "2020-06-30"),
        ("2020-12-30", "2020-12-30"), ("2020/1/5", "2020-01-05"), ("2020.12.30", "2020-12-30"), ("2020-12-30 00:00:00", "2020-12-30"),
        ("2020-12-30前", "2020-12-30"), ("2020-12", "2020-12-31"), ("２０２０年１２月", "2020-12-31"),
        ("1-12月", "2020-12-31"), ("1月至6月", "2020-06-30"), ("2021年1-6月", "2021-06-30"), ("2020年1月—2021年12月", "2021-12-31"),
        ("2021年1月1日-3月15日", "2021-03-15"), ("2020-01-01至2020-10-31", "2020-10-31"), ("2021-2022年", "2022-12-31"),
        ("3月-5月底", "2020-05-31"), ("1月至9月前", "2020-08-31"),
    ],
)  # fmt: skip
def test_of_a_date_the_last_day_counts(text: str, day: str) -> None:
    assert read_date(text, 2020) == Date(date.fromisoformat(day))


@pytest.mark.parametrize(
    "lead",
    [
        "完成时间", "竣工日期", "完工期限", "验收时限", "交付时间", "开工日期", "实施期限", "截止时限", "时间", "日期", "期限", "时限",
        "为", "是", "：", "于", "在", "截至", "截止", "不晚于", "不迟于", "最晚", "最迟", "至", "到", "完成时间为", "时限： ",
    ],
)  # fmt: skip
def test_a_word_before_a_date_is_passed_over(lead: str) -> None:
    assert read_date(f"{lead}9月", 2020) == Date(date(2020, 9, 30))


@pytest.mark.parametrize(
    "trail",
    [
        "完成", "竣工", "完工", "验收", "交付", "开工", "上线", "到位", "投入使用", "全部完成", "全面竣工", "按时交付", "按期完工", "已完成",
    ],
)  # fmt: skip
def test_a_word_behind_a_date_is_passed_over(trail: str) -> None:
    assert read_date(f"9月{trail}", 2020) == Date(date(2020, 9, 30))


NUMERALS = (
    "一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十 二十一 二十二 二十三 二十四 二十五 二十六 二十七 "
    "二十八 二十九 三十 三十一"
)


@pytest.mark.parametrize(("day", "numeral"), list(enumerate(NUMERALS.split(), 1)))
def test_days_and_months_may_be_written_in_chinese_numerals(day: int, numeral: str) -> None:
    assert read_date(f"十月{numeral}日", 2020) == Date(date(2020, 10, day))
    if day <= 12:
        assert read_date(f"{numeral}月1日", 2020) == Date(date(2020, day, 1))


@pytest.mark.parametrize(
    "text",
    [
        "", "完成", "全年", "底", "前", "内", "3000年", "5年", "20年12月", "12个月", "12.30", "12-30", "3-5年", "5月-", "-5-", "1-2020年",
        "同比2022年销量显著提高", "2022年新建3个", "12月完成率", "截至2022年12月30日累计完成50%", "3月内", "月", "预计12月完成", "元旦前", "2020-12-3x",
        "x-2020年", "年" * 50,
    ],
)  # fmt: skip
def test_what_names_no_date_is_none(text: str) -> None:
    assert read_date(text, 2020) is None


@pytest.mark.parametrize(
    "text",
    [
        "2月30日",
        "2021年2月29日",
        "13月",
        "0月",
        "2020年13月",
        "2020-02-30",
        "5月0日",
        "0000年1月",
        "0001年1月前",
        "二十月",
        "十一十月",
    ],
)
def test_a_day_that_does_not_exist_is_told(text: str) -> None:
    found = read_date(text, 2020)
    assert found is not None
    assert found.day is None
    assert found.problem is not None
    assert found.problem.code == "value.date-impossible"


def test_a_day_that_no_year_has_is_told_without_a_year() -> None:
    found = read_date("2月30日", None)
    assert found is not None
    assert found.problem is not None
    assert found.problem.code == "value.date-impossible"


@pytest.mark.parametrize("text", ["9月", "12月30日", "年底", "三季度", "1-12月", "今年"])
def test_without_any_year_the_day_is_not_guessed(text: str) -> None:
    found = read_date(text, None)
    assert found is not None
    assert found.day is None
    assert found.problem is not None
    assert found.problem.code == "value.date-without-year"


def test_a_year_of_its_own_goes_before_that_of_the_form() -> None:
    assert read_date("2022年9月", 2020) == read_date("2022年9月", None) == Date(date(2022, 9, 30))


@pytest.mark.parametrize("text", ["11月-2月", "2021年12月至2021年3月"])
def test_a_period_that_ends_before_it_begins_is_told(text: str) -> None:
    found = read_date(text, 2020)
    assert found is not None
    assert found.problem is not None
    assert found.problem.code == "value.date-backwards"


@pytest.mark.parametrize("year", [0, -5, 10_000, 10**30])
def test_a_year_of_the_form_beyond_the_calendar_gives_no_day(year: int) -> None:
    found = read_date("9月", year)
    assert found is not None
    assert found.day is None


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
@settings(deadline=None)
def test_every_day_is_read_back_from_each_of_its_spellings(day: date) -> None:
    for text in (
        day.isoformat(),
        f"{day.year}年{day.month}月{day.day}日",
        f"{day:%Y.%m.%d}",
        f"{day:%Y年%m月%d日}前完成",
    ):
        assert read_date(text, None) == Date(day)
    assert read_date(f"{day.month}月{day.day}日", day.year) == Date(day)


@given(
    st.text(alphabet="0123456789年月日号季度上中下旬半底末前之以第全内当今一二十-/.至到~ ：完成时间为", max_size=45),
    st.integers(0, 3000) | st.none(),
)
@settings(deadline=None, max_examples=400)
def test_any_text_is_a_date_or_none(text: str, year: int | None) -> None:
    found = read_date(text, year)
    assert found is None or (found.day is None) == (found.problem is not None)


@pytest.mark.parametrize("piece", ["年", "1月-", "至", "-", "完成", "9", "十", "2020年1月", " "])
def test_a_hostile_text_costs_no_time(piece: str) -> None:
    started = time.process_time()
    for text in (piece * 1_000_000, (piece * 40)[:40]):
        read_date(text, 2020)
    assert time.process_time() - started < 0.05

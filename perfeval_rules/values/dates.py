"""Days and periods as people write them; what counts of a period is its last day."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from perfeval_rules.values.problem import Problem, problem
from perfeval_rules.values.spelling import plain

_LONGEST = 40
_ONES = "一二三四五六七八九"
_NUMERALS = {
    f"{tens}{ones}": 10 * count + value
    for count, tens in enumerate(("", "十", "二十", "三十"))
    for value, ones in enumerate(("", *_ONES))
}
_NUMERAL = "[0-9]{1,2}|[一二三四五六七八九十]{1,3}"
_POINT = re.compile(
    r"(?:(?P<year>[0-9]{4})年度?|(?P<this>当年度?|本年度?|今年))?"
    r"(?:"
    rf"(?P<month>{_NUMERAL})月份?(?:(?P<day>{_NUMERAL})[日号]|(?P<third>[上中下])旬)?"
    r"|第?(?P<quarter>[1-4一二三四])季度"
    r"|(?P<half>[上下])半年"
    r"|(?P<whole>全年|年内|年|内)"
    r")?"
    r"(?P<end>[底末])?"
    r"(?P<before>[之以]?前)?"
)
_ISO = re.compile(
    r"(?P<year>[0-9]{4})(?P<mark>[-/.])(?P<month>[0-9]{1,2})(?P=mark)(?P<day>[0-9]{1,2})"
    r"(?:[ T][0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?(?P<before>[之以]?前)?"
)
_ISO_MONTH = re.compile(r"(?P<year>(?:19|20)[0-9]{2})[-/](?P<month>0[1-9]|1[0-2])")
_OPEN_MONTH = re.compile(rf"(?:[0-9]{{4}}年)?(?:{_NUMERAL})")
_OPEN_YEAR = re.compile(r"[0-9]{4}")
_CONNECTOR = re.compile(r"[-~—–至到]+")
_MARKS_OF_A_DATE = frozenset("年月季-/.")
_YEARS = range(1900, 2100)
_A_LEAP_YEAR = 2000
"""Stands in for a year that nobody wrote, to tell a day that no year has."""
_DONE = ("完成", "竣工", "完工", "验收", "交付", "开工")
_LEADS = (
    *(f"{what}{when}" for what in (*_DONE, "实施", "") for when in ("时间", "日期", "期限", "时限")),
    *("为", "是", ":", "于", "在", "截至", "截止", "不晚于", "不迟于", "最晚", "最迟", "至", "到"),
)
"""Words that may stand before a date; none of intention (预计), for what is only planned is not done."""
_TRAILS = (*_DONE, "上线", "到位", "投入使用", "全部", "全面", "按时", "按期", "已")


@dataclass(frozen=True, slots=True)
class Date:
    """The day that counts; None with the problem where a date is meant but names no day."""

    day: date | None
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class _Period:
    first: date
    last: date
    year: int


class _NoDayError(Exception):
    """A date is meant, but there is no such day, or no year to count it in; the code says which."""


def read_date(text: str, year: int | None) -> Date | None:
    """The date a text names, None where it names none; without a year of its own it takes the given one.

    Of a period the last day counts: `2020年`, `9月`, `12月底`, `三季度`, `1-6月`. 前 behind a day or an end includes
    it, as the law counts (`12月30日前`: the 30th at the latest); behind a period it means before that begins, to the
    letter: `9月前` is the 31st of August. A few words around a date are passed over (`完成时间为…`, `…前完成`);
    a date inside a sentence is no date.
    """
    if len(text) > _LONGEST or not _MARKS_OF_A_DATE.intersection(plain(text)):
        return None
    core = _core(plain(text).strip())
    try:
        period = _period(core, year) or _range(core, year)
    except _NoDayError as fault:
        return Date(None, problem(str(fault), text))
    return Date(period.last) if period else None


def _core(text: str) -> str:
    """What is left of a text without the words that may stand around a date."""
    text = _stripped(text, _LEADS, str.startswith, lambda rest, word: rest[len(word) :])
    return _stripped(text, _TRAILS, str.endswith, lambda rest, word: rest[: -len(word)])


def _stripped(
    text: str, words: tuple[str, ...], stands: Callable[[str, str], bool], without: Callable[[str, str], str]
) -> str:
    while word := next((word for word in words if stands(text, word)), ""):
        text = without(text, word).strip()
    return text


def _period(text: str, year: int | None) -> _Period | None:
    found = _ISO.fullmatch(text) or _ISO_MONTH.fullmatch(text)
    if not found:
        found = _POINT.fullmatch("".join(text.split()))
    if not found:
        return None
    part = found.groupdict()
    period = _spanned(part, year)
    if period and part.get("before"):
        exact = part.get("day") or part.get("end")
        day = period.last if exact else _day_before(period.first)
        return _Period(day, day, period.year)
    return period


def _spanned(part: dict[str, str | None], year: int | None) -> _Period | None:
    """The period that the parts of a date name, None where they are no date at all."""
    if not (part.get("month") or part.get("quarter") or part.get("half") or _whole_year(part)):
        return None
    own = part.get("year")
    counted = int(own) if own else year
    period = _in_year(part, _A_LEAP_YEAR if counted is None else counted)
    if counted is None:
        raise _NoDayError("date-without-year")
    return period


def _in_year(part: dict[str, str | None], year: int) -> _Period:
    month, quarter, half = part.get("month"), part.get("quarter"), part.get("half")
    if month:
        return _of_month(year, _numeral(month), part)
    if quarter:
        first = 3 * _numeral(quarter) - 2
        return _months(year, first, first + 2)
    if half:
        return _months(year, 1, 6) if half == "上" else _months(year, 7, 12)
    return _months(year, 1, 12)


def _whole_year(part: dict[str, str | None]) -> bool:
    """Do the parts without month, quarter or half name a year: 2020年, 今年, 年底, 年内; but not 3000年, nor 底."""
    own, whole, end = part.get("year"), part.get("whole"), part.get("end")
    if own:
        return int(own) in _YEARS
    return bool(part.get("this") or whole == "年内" or (whole == "年" and end))


def _of_month(year: int, month: int, part: dict[str, str | None]) -> _Period:
    period = _months(year, month, month)
    day, third = part.get("day"), part.get("third")
    if day:
        return _days(period, _numeral(day), _numeral(day))
    if third:
        first = {"上": 1, "中": 11, "下": 21}[third]
        return _days(period, first, first + 9 if third != "下" else period.last.day)
    return period


def _months(year: int, first: int, last: int) -> _Period:
    try:
        return _Period(date(year, first, 1), date(year, last, monthrange(year, last)[1]), year)
    except (ValueError, OverflowError):
        raise _NoDayError("date-impossible") from None


def _days(month: _Period, first: int, last: int) -> _Period:
    try:
        return _Period(month.first.replace(day=first), month.first.replace(day=last), month.year)
    except ValueError:
        raise _NoDayError("date-impossible") from None


def _day_before(day: date) -> date:
    if day == date.min:
        raise _NoDayError("date-impossible")
    return day - timedelta(days=1)


def _numeral(text: str) -> int:
    """A number in digits or Chinese numerals; 0, which is no day and no month, for what is neither."""
    return int(text) if text.isascii() else _NUMERALS.get(text, 0)


def _range(text: str, year: int | None) -> _Period | None:
    """A period written with both its ends: `1-6月`, `2020年1月至12月`; each end may leave out what the other says."""
    for start, end in _halves(text):
        own = re.match(r"[0-9]{4}(?=[年./-])", start)
        last = _period(end, int(own[0]) if own else year)
        if last is None:
            continue
        first = _period(_completed(start, end), last.year)
        if first is None:
            continue
        if first.first > last.last:
            raise _NoDayError("date-backwards")
        return _Period(first.first, last.last, last.year)
    return None


def _completed(start: str, end: str) -> str:
    """A start with the 月 or 年 that only the end bears: 1-6月, 2021-2022年."""
    if _OPEN_MONTH.fullmatch(start) and "月" in end:
        return f"{start}月"
    return f"{start}年" if _OPEN_YEAR.fullmatch(start) else start


def _halves(text: str) -> Iterator[tuple[str, str]]:
    for found in _CONNECTOR.finditer(text):
        yield text[: found.start()].strip(), text[found.end() :].strip()

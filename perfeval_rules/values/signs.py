"""The sign of a cell: symbols before the number, words before or after it, brought to one of five."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from perfeval_rules.values.problem import Problem, problem

Operator = Literal[">=", ">", "=", "<", "<=", ""]

SYMBOLS: Mapping[str, Operator] = {
    **dict.fromkeys(("≥", "≧", "⩾", ">=", "=>"), ">="),
    **dict.fromkeys(("≤", "≦", "⩽", "<=", "=<"), "<="),
    **dict.fromkeys(("=", "═", "=="), "="),
    ">": ">",
    "<": "<",
}
WORDS_BEFORE: Mapping[str, Operator] = {
    **dict.fromkeys(("不少于", "不低于", "不小于", "大于等于", "大于或等于", "至少", "最少", "最低"), ">="),
    **dict.fromkeys(("不超过", "不高于", "不多于", "不大于", "小于等于", "小于或等于"), "<="),
    **dict.fromkeys(("至多", "最多", "最高", "控制在"), "<="),
    **dict.fromkeys(("大于", "高于", "多于", "超过"), ">"),
    **dict.fromkeys(("小于", "低于", "少于"), "<"),
    "等于": "=",
}
WORDS_AFTER: Mapping[str, Operator] = {
    **dict.fromkeys(("以上", "及以上", "及其以上", "(含)以上", "以上(含)"), ">="),
    **dict.fromkeys(("以下", "及以下", "及其以下", "(含)以下", "以下(含)"), "<="),
    **dict.fromkeys(("以内", "之内", "内", "(含)以内", "以内(含)"), "<="),
}
_MARKS = " ≠≈" + "".join(SYMBOLS)
_LEADS = ("已完成", "完成", "达到", "达", "实现", "共")
"""Words that may stand before a number and leave it what it is."""
_BEFORE = tuple(sorted(WORDS_BEFORE, key=len, reverse=True))
_AFTER = tuple(sorted(WORDS_AFTER, key=len, reverse=True))


@dataclass(frozen=True, slots=True)
class Signed:
    """A text without its sign."""

    operator: Operator
    rest: str
    symbol: bool = False
    """Was the sign a symbol, which nobody writes before mere words."""


def read_sign(written: str) -> Signed | Problem:
    """The sign of a text, its marks made plain, with what is left; two signs that disagree are a fault."""
    front = _front(written, _without_lead(written))
    if isinstance(front, Problem) or not front.rest.endswith(_AFTER):
        return front
    word = next(word for word in _AFTER if front.rest.endswith(word))
    if front.operator not in ("", WORDS_AFTER[word]):
        return problem("signs-disagree", written)
    return Signed(WORDS_AFTER[word], front.rest[: -len(word)].rstrip(), front.symbol)


def _front(written: str, text: str) -> Signed | Problem:
    rest = text.lstrip(_MARKS)
    if rest != text:
        marks = text[: len(text) - len(rest)].replace(" ", "")
        operator = SYMBOLS.get(marks)
        return Signed(operator, rest, True) if operator else problem("sign-unknown", written, sign=marks)
    word = _first(_BEFORE, text)
    return Signed(WORDS_BEFORE[word], _without_lead(text[len(word) :].lstrip())) if word else Signed("", text)


def _without_lead(text: str) -> str:
    return text[len(_first(_LEADS, text)) :].lstrip()


def _first(words: tuple[str, ...], text: str) -> str:
    return next(word for word in words if text.startswith(word)) if text.startswith(words) else ""

"""What people write out of habit is refused, and told in the language of formulas."""

import pytest

from perfeval_rules.formula.habits import CALLED, FOREIGN, INSTEAD, POWERS, WORDS
from perfeval_rules.formula.language import Refused, parse

SIGNS = {
    "==": "= === :=", ">=": "=> ≥ ≧ ⩾", "<=": "=< ≤ ≦ ⩽", "!=": "≠ <> !==", "not": "! ¬", "and": "&& ∧", "or": "|| | ∨",
    "*": "× ✕ ✖ ∙ ·", "/": "÷ ∕", "-": "– — ‐", ",": "、 ;", "[": "【 {", "]": "】 }", "(": "〔", ")": "〕", "in": "∈",
    "'": "“ ” „ ‘ ’ 「 」 『 』 `",
}  # fmt: skip
"""What the language writes, and the signs that others write for it."""
QUOTES = {"'", '"'}
"""A lone one is the beginning of a text, so nothing is said instead of it."""
IN_LETTERS = {
    "and": "AND 且 并且", "or": "OR 或 或者", "not": "NOT 非", "in": "IN", "if": "IF", "else": "ELSE", "True": "true 真",
    "False": "FALSE 假", "==": "is", "not given(x)": "none Null nil", "ifs(": "elif", "!=": "XOR",
    "x - y * floor(x / y)": "mod", "floor(x / y)": "DIV",
}  # fmt: skip
OF_OTHER_TOOLS = {
    "a and b": "AND", "a or b": "OR", "not (x)": "NOT", "ifs(": "IF IIF SWITCH CASE",
    "lookup(x, [['a', 1], ['b', 0.5]], 0)": "VLOOKUP HLOOKUP XLOOKUP", "count(condition)": "COUNTIF COUNTIFS",
    "count(given(x))": "COUNTA", "sum(x if condition else 0)": "SUMIF SUMIFS", "largest(": "MAXIFS LARGE",
    "smallest(": "MINIFS SMALL", "sum(x) / count(given(x))": "AVERAGE AVG MEAN", "not given(": "ISBLANK ISNULL",
    "if_blank(name, y), which minds blank values only; for any other lack, such as a division by zero, "
    "make a fact of it and give that a default.": "IFERROR IFNA NVL COALESCE",
    "ceil(x)": "ROUNDUP CEILING", "floor(x)": "ROUNDDOWN INT TRUNC",
    "it as words of the message, with values in braces": "CONCATENATE CONCAT TEXTJOIN", "length(": "LEN", "days(": "DATEDIF",
    "mentions(": "SEARCH FIND CONTAINS",
}  # fmt: skip


def pairs(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(written, meant) for meant, all_written in table.items() for written in all_written.split()]


def told(text: str) -> list[tuple[str, int, str]]:
    """Of each finding its code, the column, and the advice in English."""
    with pytest.raises(Refused) as refused:
        parse(text)
    return [
        (found.code.removeprefix("formula."), found.at.column, found.advise("en")) for found in refused.value.findings
    ]


@pytest.mark.parametrize(("sign", "meant"), pairs(SIGNS))
def test_a_sign_of_print_or_of_another_language_has_its_own_in_formulas(sign: str, meant: str) -> None:
    assert ("write-instead", 3, f"Write {meant}") in told(f"a {sign} b")


@pytest.mark.parametrize(("word", "meant"), pairs(IN_LETTERS))
def test_a_word_of_another_language_has_its_own_in_formulas(word: str, meant: str) -> None:
    assert ("write-instead", 3, f"Write {meant}") in told(f"a {word} b")


@pytest.mark.parametrize(("name", "meant"), pairs(OF_OTHER_TOOLS))
def test_a_function_of_another_tool_has_its_own_in_formulas(name: str, meant: str) -> None:
    code, column, advice = told(f"{name}(a)")[0]
    assert (code, column) == ("function-instead", 1)
    assert advice.removeprefix("Write ").removesuffix(".") == meant.removesuffix(".")


@pytest.mark.parametrize("power", ["**", "^", "√", "²", "³"])
def test_powers_and_roots_are_no_part_of_formulas(power: str) -> None:
    assert told(f"a {power} b")[0][:2] == ("power", 3)


def test_no_habit_is_known_beside_these() -> None:
    assert INSTEAD.keys() == {sign for sign, _ in pairs(SIGNS)} | QUOTES
    assert WORDS.keys() | FOREIGN.keys() == {word.lower() for word, _ in pairs(IN_LETTERS)}
    assert CALLED.keys() == {name.lower() for name, _ in pairs(OF_OTHER_TOOLS)}
    assert len(POWERS) == 5

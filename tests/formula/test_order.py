"""What must follow what in a formula, and how deep it may nest."""

import pytest

from perfeval_rules.formula.language import Refused, parse


def refusal(text):
    with pytest.raises(Refused) as refused:
        parse(text)
    return [(found.code.removeprefix("formula."), found.at.column) for found in refused.value.findings]


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("a +", [("missing-value", 4)]),
        ("a + ", [("missing-value", 4)]),
        ("* a", [("missing-value", 1)]),
        ("a + * b", [("missing-value", 5)]),
        ("min(a, , b)", [("missing-value", 8)]),
        ("(, a)", [("missing-value", 2)]),
        ("()", [("missing-value", 2)]),
        ("[]", [("missing-value", 2)]),
        ("(a + )", [("missing-value", 6)]),
        ("a and", [("missing-value", 6)]),
        ("not", [("missing-value", 4)]),
        ("if", [("missing-value", 1), ("if-without-else", 1), ("missing-value", 3)]),
        ("a b", [("missing-sign", 3)]),
        ("2 (a)", [("missing-sign", 3)]),
        ("(a)(b)", [("missing-sign", 4)]),
        ("a[0]", [("missing-sign", 2)]),
        ("'a' 'b'", [("missing-sign", 5)]),
        ("'''a'''", [("missing-sign", 3), ("missing-sign", 6)]),
        ("f'a'", [("missing-sign", 2)]),
        ("a not b", [("missing-sign", 3)]),
        ("a not", [("missing-sign", 3), ("missing-value", 6)]),
        ("a min(b, c)", [("missing-sign", 3)]),
        ("min(a b)", [("missing-sign", 7)]),
        ("(a", [("open-bracket", 1)]),
        ("min([a", [("open-bracket", 4), ("open-bracket", 5)]),
        ("a)", [("close-bracket", 2)]),
        ("(a]", [("wrong-bracket", 3)]),
        ("a if b", [("if-without-else", 3)]),
        ("min(a if b, c)", [("if-without-else", 7)]),
        ("(a if b)", [("if-without-else", 4)]),
        ("a else b", [("else-without-if", 3)]),
        ("1,000.5", [("stray-comma", 2), ("bad-number", 3)]),
        ("a, b", [("stray-comma", 2)]),
        ("a == not b", [("not-a-formula", 6)]),
        ("- not a", [("not-a-formula", 3)]),
        ("", [("empty", 1)]),
        (" \n ", [("empty", 1)]),
    ],
)
def test_what_cannot_follow_is_told_where_it_stands(text, faults):
    assert refusal(text) == faults


@pytest.mark.parametrize(
    "text",
    [
        "a not in (1, 2) and b not in (3,)",
        "min(a, b,)",
        "a if b else c if d else e",
        "- -a + +b",
        "not (a)",
        "\n\ta +\r\n b ",
        "min(- a, [[1, 2]])",
        "within('x') and not within('y')",
        "count(x) > 0",
        'mentions(s, "it\'s")',
    ],
)
def test_what_can_follow_is_read(text):
    assert parse(text).text == text


def test_a_call_without_arguments_is_read_so_that_the_check_can_tell_what_it_needs():
    assert parse("min()").text


@pytest.mark.parametrize(
    "text",
    [
        "(" * 33 + "a" + ")" * 33,
        "[" * 33 + "a" + "]" * 33,
        "abs(" * 33 + "a" + ")" * 33,
        "-" * 9 + "a",
        "not " * 9 + "a",
        "+".join("a" * 34),
        "*".join("a" * 34),
        "a if b else " * 33 + "c",
        "abs(" * 30 + "a+a+a+a" + ")" * 30,
    ],
)
def test_a_formula_may_not_nest_too_deep(text):
    assert [code for code, _ in refusal(text)] == ["too-deep"]


@pytest.mark.parametrize(
    "text",
    [
        "(" * 32 + "a" + ")" * 32,
        "abs(" * 31 + "a" + ")" * 31,
        "-" * 8 + "a",
        "+".join("a" * 32),
        "+".join(["0.5*a"] * 30),
        " and ".join(["a"] * 150),
        "<".join("a" * 400),
        "max(" + ",".join("a" * 400) + ")",
        "a if b else " * 31 + "c",
        " and ".join(["not a"] * 90),
    ],
)
def test_a_formula_may_be_wide(text):
    assert parse(text).text == text


def test_a_long_formula_is_refused_before_it_is_read():
    assert parse("a" + " " * 999)
    assert refusal("(" * 1001) == [("too-long", 1001)]

"""Words and signs of a formula, and the habits that are refused with what to write instead."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfeval_rules.findings import Place, Written
from perfeval_rules.formula.functions import FUNCTIONS
from perfeval_rules.formula.habits import CALLED, FOREIGN, INSTEAD, WORDS
from perfeval_rules.formula.language import Refused, parse
from perfeval_rules.formula.tokens import OPERATORS, SIGNS, Scanner
from perfeval_rules.text import LONGEST_ECHO, Text


def refusal(text):
    """Code, column, length and advice of each finding."""
    with pytest.raises(Refused) as refused:
        parse(text)
    return [(f.code.removeprefix("formula."), f.at.column, f.length, f.advise("zh")) for f in refused.value.findings]


@pytest.mark.parametrize(
    ("text", "code", "column", "length", "advice"),
    [
        ("actual = target", "write-instead", 8, 1, "请改成 =="),
        ("actual ≥ target", "write-instead", 8, 1, "请改成 >="),
        ("actual ≤ target", "write-instead", 8, 1, "请改成 <="),
        ("actual ≠ target", "write-instead", 8, 1, "请改成 !="),
        ("actual <> target", "write-instead", 8, 2, "请改成 !="),
        ("actual => target", "write-instead", 8, 2, "请改成 >="),
        ("weight × 2", "write-instead", 8, 1, "请改成 *"),
        ("weight ÷ 2", "write-instead", 8, 1, "请改成 /"),
        ("weight － 2", "write-instead", 8, 1, "请改成 -"),
        ("weight − 2", "write-instead", 8, 1, "请改成 -"),
        ("min（a, b)", "write-instead", 4, 1, "请改成 ("),
        ("min(a， b)", "write-instead", 6, 1, "请改成 ,"),
        ("a ＝ b", "write-instead", 3, 1, "请改成 =="),
        ("ｗeight + 2", "write-instead", 1, 6, "请改成 weight"),
        ("２５ + 2", "write-instead", 1, 2, "请改成 25"),
        ("ｍin(a, b)", "write-instead", 1, 3, "请改成 min"),
        ("met && done", "write-instead", 5, 2, "请改成 and"),
        ("met || done", "write-instead", 5, 2, "请改成 or"),
        ("met AND done", "write-instead", 5, 3, "请改成 and"),
        ("met 或者 done", "write-instead", 5, 2, "请改成 or"),
        ("!met", "write-instead", 1, 1, "请改成 not"),
        ("met or true", "write-instead", 8, 4, "请改成 True"),
        ("FALSE or met", "write-instead", 1, 5, "请改成 False"),
        ("AND(met, done)", "function-instead", 1, 3, "请改成 a and b"),
        ("NOT (met)", "function-instead", 1, 3, "请改成 not (x)"),
        ("IF(met, 1, 0)", "function-instead", 1, 2, "请改成 ifs("),
        ("VLOOKUP(name, [['a', 1]])", "function-instead", 1, 7, "请改成 lookup(x, [['a', 1], ['b', 0.5]], 0)"),
        ("COUNTIF(met)", "function-instead", 1, 7, "请改成 count(condition)"),
        ("ROUNDUP(actual)", "function-instead", 1, 7, "请改成 ceil(x)"),
        ("CONCAT(name, unit)", "function-instead", 1, 6, "请改成 message 里的文字，用花括号引用数值"),
        ("=weight * 2", "leading-equals", 1, 1, "请删去开头的“=”；后面照写。"),
        ("  ＝ weight", "leading-equals", 3, 1, "请删去开头的“=”；后面照写。"),
        (
            "met & done",
            "ampersand",
            5,
            1,
            "两个条件都要成立的，写 and；公式不拼接文字，要连起来说的写在 message 里，用花括号引用数值。",
        ),
        ("ISBLANK(actual)", "function-instead", 1, 7, "请改成 not given("),
        (
            "IFERROR(actual, 0)",
            "function-instead",
            1,
            7,
            "请改成 if_blank(name, y)，只管填报值空白；除数为 0 等其他算不出来的，先写成取数项，给它写 default。",
        ),
        ("SUM(score)", "function-instead", 1, 3, "请改成 sum("),
        ("Round(score, 2)", "function-instead", 1, 5, "请改成 round("),
        ("TRUE()", "function-instead", 1, 4, "请改成 True"),
        ("null()", "function-instead", 1, 4, "请改成 not given(x)"),
        ("rond(score, 2)", "unknown-function", 1, 4, "请核对函数名，最接近的是“round”。"),
        ("zzz(score)", "unknown-function", 1, 3, "请核对函数名。"),
        ("stop('x')", "unknown-function", 1, 4, "请核对函数名，最接近的是“steps”。"),
        ("default(x, 0)", "unknown-function", 1, 7, "请核对函数名。"),
        ("actual is 3", "write-instead", 8, 2, "请改成 =="),
        ("actual == None", "write-instead", 11, 4, "请改成 not given(x)"),
        ("90% * weight", "percent", 3, 1, "填报值带 % 的，90% 就写 90；完成率、达成度这类纯比率，90% 写 0.9。"),
        ("5‰", "percent", 2, 1, "填报值带 % 的，90% 就写 90；完成率、达成度这类纯比率，90% 写 0.9。"),
        ("a ** 2", "power", 3, 2, "平方请写成 x * x。"),
        ("a ^ 2", "power", 3, 1, "平方请写成 x * x。"),
        ("a²", "power", 2, 1, "平方请写成 x * x。"),
        ("a // b", "whole-division", 3, 2, "求整数商请写 floor(x / y)；求含几个整档请写 steps(x, y)。"),
        ("_hidden + 1", "name-start", 1, 7, "请用以字母开头的名称。"),
        ("actuаl > 3", "strange-letter", 5, 1, "请切换到英文输入法，重新录入这个名称。"),
        ("a　+ b", "wide-blank", 2, 1, "请改成普通空格，或删去。"),
        ("'无\\n'", "backslash", 3, 1, "请删去反斜杠；文字里有单引号的，两边改用双引号。"),
        ("a + 'b", "open-text", 5, 1, "文字两边用同一种英文引号，例如 '人次'。"),
        ("'a\nb'", "open-text", 1, 1, "文字两边用同一种英文引号，例如 '人次'。"),
    ],
)
def test_a_habit_is_refused_with_what_to_write_instead(text, code, column, length, advice):
    assert refusal(text) == [(code, column, length, advice)]


@pytest.mark.parametrize(
    "number",
    [
        "1e5",
        "1E5",
        "1_000",
        "0x1F",
        "1j",
        "007",
        "00",
        "1.",
        "1.2.3",
        "90人次",
        "5且",
        "1if",
        "1" * 19,
        "0." + "1" * 13,
    ],
)
def test_a_number_is_written_in_plain_digits(number):
    assert [(code, column, length) for code, column, length, _ in refusal(f" {number} + a")] == [
        ("bad-number", 2, len(number))
    ]


@pytest.mark.parametrize("number", ["0", "7", "0.5", ".5", "1" * 18, "0." + "1" * 12, "0.0"])
def test_a_number_may_have_eighteen_digits_and_twelve_places(number):
    assert parse(number).text == number


@pytest.mark.parametrize(
    "mark", ["\u200b", "\x00", "\ufeff", "\u202e", "\ud800", "\x0b", "\u2028", "\u2029", "\ue000", "\u0378"]
)
def test_a_mark_that_nobody_sees_is_refused_by_its_number(mark):
    for text, column in ((f"a {mark}+ b", 3), (f"'{mark}'", 2)):
        assert [(code, at) for code, at, *_ in refusal(text)] == [("unseen-mark", column)]


@pytest.mark.parametrize("mark", ["@", "#", "$", ":", "~", "?", ".", "☃", "′", "①"])
def test_a_sign_without_meaning_is_refused(mark):
    assert refusal(f"a {mark} b")[0][0] in ("no-meaning", "strange-letter")


@pytest.mark.parametrize("word", ["lambda", "for", "while", "import", "class", "await", "yield", "def", "return"])
def test_a_word_of_python_is_no_word_of_formulas(word):
    assert ("not-in-language", 3, len(word)) in [found[:3] for found in refusal(f"a {word} b")]


def test_curly_quotes_are_told_both():
    assert [(found[1], found[3]) for found in refusal("unit == “人次”")] == [(9, "请改成 '"), (12, "请改成 '")]


def test_every_fault_is_told_in_one_pass_in_the_order_of_the_text():
    assert [found[0] for found in refusal("IF（actual ≥ ９０%，weight ^ 2， 'a\\b')")] == [
        "function-instead", "write-instead", "write-instead", "write-instead", "percent", "write-instead", "power",
        "write-instead", "backslash",
    ]  # fmt: skip


def test_a_text_may_hold_what_a_formula_may_not():
    assert parse("unit in (\"≥ ％“人次”\", '#{}')").text


def test_a_fault_is_told_where_the_text_stands_in_its_file():
    marks = (*((7, column) for column in range(10, 14)), (7, 14), (8, 1), (8, 2))
    written = Written("a +\n\nb="[:7], Place("规则.toml", 7, 10), ('x = """a +', "b="), marks)
    with pytest.raises(Refused) as refused:
        parse(written)
    found = refused.value.findings[0]
    assert (str(found.at), found.line) == ("规则.toml:8:2", "b=")
    assert str(refused.value) == "规则.toml:8:2 formula.write-instead; 规则.toml:8:3 formula.missing-value"


def test_what_is_told_instead_is_of_the_language():
    called = (instead.zh if isinstance(instead, Text) else instead for instead in CALLED.values())
    words = {word for instead in (*called, *FOREIGN.values()) for word in instead.split("(")[:1]}
    assert {word for word in words if word.isidentifier()} <= {*FUNCTIONS, *OPERATORS}
    assert set(INSTEAD.values()) - {"'"} <= SIGNS | OPERATORS
    assert set(WORDS.values()) <= OPERATORS | {"True", "False"}
    assert not CALLED.keys() & FUNCTIONS.keys()


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_cut_into_tokens_that_stand_in_it(text):
    scanner = Scanner(Written(text), own=False)
    starts = [token.start for token in scanner.tokens()]
    assert starts == sorted(set(starts))
    assert all(0 <= start < len(text) for start in starts)


def test_a_message_repeats_only_the_beginning_of_a_long_word():
    for text in ("1" * 1000, "是" * 998 + "(a"):
        with pytest.raises(Refused) as caught:
            parse(text)
        assert all(len(found.say("zh")) < LONGEST_ECHO + 100 for found in caught.value.findings)

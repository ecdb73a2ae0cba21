import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfeval_rules.values.problem import Problem
from perfeval_rules.values.signs import SYMBOLS, WORDS_AFTER, WORDS_BEFORE, Operator, Signed, read_sign

MEANT: dict[Operator, tuple[str, str, str]] = {
    ">=": (
        "≥ ≧ ⩾ >= =>",
        "不少于 不低于 不小于 大于等于 大于或等于 至少 最少 最低",
        "以上 及以上 及其以上 (含)以上 以上(含)",
    ),
    "<=": (
        "≤ ≦ ⩽ <= =<",
        "不超过 不高于 不多于 不大于 小于等于 小于或等于 至多 最多 最高 控制在",
        "以下 及以下 及其以下 (含)以下 以下(含) 以内 之内 内 (含)以内 以内(含)",
    ),
    ">": (">", "大于 高于 多于 超过", ""),
    "<": ("<", "小于 低于 少于", ""),
    "=": ("= ═ ==", "等于", ""),
}
"""Each sign with its symbols, the words before a number that mean it, and those behind one."""


def signs(which: int) -> list[tuple[str, Operator]]:
    return [(sign, meant) for meant, written in MEANT.items() for sign in written[which].split()]


@pytest.mark.parametrize(("symbol", "meant"), signs(0))
def test_each_symbol_stands_before_the_number_with_or_without_a_blank(symbol: str, meant: Operator) -> None:
    assert read_sign(f"{symbol}5个") == Signed(meant, "5个", True)
    assert read_sign(f"{symbol} 5个") == Signed(meant, "5个", True)


@pytest.mark.parametrize(("word", "meant"), signs(1))
def test_each_word_before_the_number_is_a_sign(word: str, meant: Operator) -> None:
    assert read_sign(f"{word}5个") == Signed(meant, "5个")


@pytest.mark.parametrize(("word", "meant"), signs(2))
def test_each_word_after_the_number_is_a_sign(word: str, meant: Operator) -> None:
    assert read_sign(f"5个{word}") == read_sign(f"5个 {word}") == Signed(meant, "5个")


def test_no_sign_is_known_beside_these() -> None:
    assert tuple(dict(signs(which)) for which in range(3)) == (SYMBOLS, WORDS_BEFORE, WORDS_AFTER)


@pytest.mark.parametrize("word", ["已完成", "完成", "达到", "达", "实现", "共"])
def test_a_word_that_leaves_a_number_what_it_is_is_passed_over(word: str) -> None:
    assert read_sign(f"{word}5个") == Signed("", "5个")
    assert read_sign(f"至少{word} 5个") == Signed(">=", "5个")


def test_a_longer_word_goes_before_a_shorter_one_in_it() -> None:
    assert read_sign("大于等于5") == Signed(">=", "5")
    assert read_sign("小于或等于5") == Signed("<=", "5")
    assert read_sign("15%及其以下") == Signed("<=", "15%")


def test_the_halves_of_a_sign_may_stand_apart() -> None:
    assert read_sign("> =95%") == Signed(">=", "95%", True)


def test_a_word_before_a_number_may_be_passed_over() -> None:
    assert read_sign("达到95%") == Signed("", "95%")
    assert read_sign("至少完成5次") == Signed(">=", "5次")
    assert read_sign("达95%以上") == Signed(">=", "95%")


def test_two_signs_that_agree_are_one() -> None:
    assert read_sign("≥95%以上") == Signed(">=", "95%", True)
    assert read_sign("控制在50万元以内") == Signed("<=", "50万元")


@pytest.mark.parametrize("text", ["≥95%以内", "不超过5个以上", ">5以上"])
def test_two_signs_that_disagree_are_refused(text: str) -> None:
    fault = read_sign(text)
    assert isinstance(fault, Problem)
    assert fault.code == "value.signs-disagree"


@pytest.mark.parametrize("text", ["≠5", "≈5", "<>5", "≥≤5", ">>>5"])
def test_a_symbol_that_is_no_sign_is_refused(text: str) -> None:
    fault = read_sign(text)
    assert isinstance(fault, Problem)
    assert fault.code == "value.sign-unknown"


def test_a_text_without_a_sign_is_left_as_it_is() -> None:
    assert read_sign("300人次") == Signed("", "300人次")
    assert read_sign("") == Signed("", "")


@given(st.text(max_size=60))
@settings(deadline=None)
def test_any_text_has_a_sign_or_none_or_a_problem(text: str) -> None:
    assert isinstance(read_sign(text), (Signed, Problem))

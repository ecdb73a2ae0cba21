import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfeval_rules.values.problem import Problem
from perfeval_rules.values.signs import SYMBOLS, WORDS_AFTER, WORDS_BEFORE, Signed, read_sign


@pytest.mark.parametrize("symbol", sorted(SYMBOLS))
def test_each_symbol_stands_before_the_number_with_or_without_a_blank(symbol: str) -> None:
    assert read_sign(f"{symbol}5个") == Signed(SYMBOLS[symbol], "5个", True)
    assert read_sign(f"{symbol} 5个") == Signed(SYMBOLS[symbol], "5个", True)


@pytest.mark.parametrize("word", sorted(WORDS_BEFORE))
def test_each_word_before_the_number_is_a_sign(word: str) -> None:
    assert read_sign(f"{word}5个") == Signed(WORDS_BEFORE[word], "5个")


@pytest.mark.parametrize("word", sorted(WORDS_AFTER))
def test_each_word_after_the_number_is_a_sign(word: str) -> None:
    assert read_sign(f"5个{word}") == Signed(WORDS_AFTER[word], "5个")


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

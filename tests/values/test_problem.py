from perfeval_rules.catalogue import CATALOGUE
from perfeval_rules.text import Language, escaped
from perfeval_rules.values.cells import read_amount, read_cell
from perfeval_rules.values.problem import Problem, problem

UNREADABLE = [
    "5\u200b个", "٣", "9" * 50, "1e9", "NaN", "#REF!", "1,04,285", "1.2.3", "5abc", "5-10个", "约100人",
    "≠5", "不超过5个以上", "≥优秀", "2月30日", "9月", "2021年12月-2021年2月", "≤6月",
]  # fmt: skip


def test_a_problem_of_a_long_text_repeats_only_its_beginning() -> None:
    assert problem("grouping", "9" * 1_000_000).values["text"] == "9" * 40 + "…"


def test_a_short_text_is_repeated_whole() -> None:
    assert problem("unit-unknown", "5abc", unit="abc") == Problem("value.unit-unknown", {"text": "5abc", "unit": "abc"})


def test_every_problem_of_a_cell_has_its_words_and_advice_in_both_languages() -> None:
    seen = set()
    for text in UNREADABLE:
        (fault,) = read_cell(text).problems
        entry = CATALOGUE[fault.code]
        languages: tuple[Language, ...] = ("zh", "en")
        for language in languages:
            assert escaped(str(fault.values["text"])) in entry.message.fill(language, fault.values)
            assert entry.advice.fill(language, fault.values)
        seen.add(fault.code)
    amounts = [read_amount("", "万元"), read_amount("无", "元"), read_amount("5个", "元"), read_amount("5", "美元")]
    seen |= {fault.code for fault in amounts if isinstance(fault, Problem)}
    assert seen == {code for code in CATALOGUE if code.startswith("value.")}


def test_every_placeholder_of_the_family_is_filled_by_its_problem() -> None:
    faults = [fault for text in UNREADABLE for fault in read_cell(text).problems]
    for fault in faults:
        entry = CATALOGUE[fault.code]
        assert entry.message.placeholders() | entry.advice.placeholders() <= set(fault.values)

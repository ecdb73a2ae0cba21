"""The suite as authors run it: sound types pass, and each seeded fault is caught by the test that is there for it."""

from pathlib import Path

import pytest

import perfeval_rules.kit.suite  # noqa: F401 - else each run of pytest in here would import it anew
import perfeval_rules.testing.pytest_plugin as plugin

pytest_plugins = ("pytester",)
SAMPLES = {path.stem: path.read_text("utf-8") for path in (Path(__file__).parent / "samples").glob("*.py")}

SOUND = "test_it_is_declared_soundly"
DOCUMENTED = "test_it_is_documented"
WORDS = "test_its_words_are_in_both_languages"
UNSAID = "test_every_message_is_said_by_something"
UNKNOWN = "test_an_unknown_option_is_refused"
PUBLIC = "test_it_uses_public_names_alone"
EXAMPLES = "test_examples_hold"
SHOWN = "test_examples_show_every_check_and_every_stop"
ON_TARGET = "test_an_example_is_exactly_on_target"
TOTAL = "test_every_row_has_a_value_or_words_that_say_why_not"
DIRECTION = "test_a_better_value_never_measures_worse"
SCALE = "test_one_factor_on_all_changes_nothing"
PURE = "test_nothing_outside_is_touched"
STEADY = "test_the_same_row_is_scored_the_same"
DRAWING = {TOTAL, DIRECTION, SCALE, PURE, STEADY}
"""Tests that need many rows to see a fault; for the others few are enough."""

OF_FORMULAS = {
    "a division by zero that nothing tells of": (
        "ifs(target <= 0,", "ifs(target < 0,", f"{TOTAL} {SHOWN}",
        ["attainment has no value", "division-by-zero (100 * actual / asked / target)", "target = \"0\""],
    ),
    "a better value that brings nothing": (
        "ifs(target <= 0, stop('no-target'), ", "ifs(target <= 0, stop('no-target'), asked > 0 and actual > 2 * asked, 0, ", DIRECTION,
        ["actual moves the good way", "attainment goes from", "to 0"],
    ),
    "a rounding inside": (
        "max(100 * actual / asked / target, 0)", "round(max(100 * actual / asked / target, 0), 2)", EXAMPLES,
        ["Example 1 does not hold", "attainment is to be 5/6, but it is 0.83", "asked = \"60\""],
    ),
    "an example that does not hold": (
        '"0.5", False', '"0.6", False', EXAMPLES, ["Example 5 does not hold", "attainment is to be 0.6, but it is 0.5"],
    ),
    "an example with a check too few": (
        'finds=("guessed",)', "", EXAMPLES, ["Example 6", "finds is to be —, but it is guessed"],
    ),
    "an example that contradicts itself": (
        '{"asked": "60", "actual": "40", ', '{"asked": "60", "actual_text": "41", "actual": "40", ', EXAMPLES,
        ["Example 1 contradicts itself", "actual is 40, but its cells are read as 41"],
    ),
    "an option that an example misspells": (
        'Example({"beyond": "capped"}', 'Example({"beyond": "cappd"}', f"{EXAMPLES} {SHOWN}", ["options of example 4"],
    ),
    "no example on target": ('"1", True', 'None, True', EXAMPLES, ["Example 2 does not hold"]),
    "an attainment below zero": (
        "max(100 * actual / asked / target, 0)", "100 * actual / asked / target", TOTAL,
        ["The attainment is negative: -", "options  (none)", "actual = \"-"],
    ),
    "a message without English": ('"The target is to be above 0."', '""', SOUND, ["uptake", "no-target"]),
    "a title without Chinese": ('Text("参与率", "uptake")', 'Text("", "uptake")', SOUND, ["title"]),
    "a stop without words": ("stop('no-target')", "stop('no-goal')", SOUND, ["no-goal"]),
    "a message for something that does not exist": ("少于 {least_asked}", "少于 {least_aksed}", SOUND, ["least_asked"]),
    "a message that one language fills in otherwise": (
        "fewer than {least_asked}.", "too few.", WORDS, ["messages['few-asked']", "least_asked stands in one of them"],
    ),
    "a message that is the same in both languages": (
        '"The target is to be above 0."', '"目标值须大于 0。"', WORDS, ["messages['no-target'] are the same"],
    ),
    "braces that fill in nothing": ("Only {asked} were", "Only {asked}} were", WORDS, ["Only {asked}} were"]),
    "a message that nothing says": (
        'messages: ClassVar = {', 'messages: ClassVar = {\n        "no-aim": Text("没有目标。", "There is no target."),', UNSAID, ["“no-aim”"],
    ),
    "a check that never fires": (
        "asked > 0 and asked < least_asked", "asked < 0 and asked > least_asked", f"{EXAMPLES} {SHOWN}",
        ["No example shows the check “few-asked”"],
    ),
    "a stop that no example shows": (
        '        Example({}, {"asked": "100", "actual": "4", "target": "0"}, None, True),\n', "", SHOWN,
        ["No example shows stop('no-target')"],
    ),
    "a unit that matters": (
        "max(100 * actual / asked / target, 0)", "max(100 * min(actual, 100) / asked / target, 0)", SCALE,
        ["asked, actual are all multiplied by", "attainment goes from"],
    ),
    "an option that may be anything": (
        "    least_asked:", '    model_config = {"extra": "allow"}\n    least_asked:', UNKNOWN, ["“no_such_option”"],
    ),
    "a name of the engine that may move": (
        "from perfeval_rules.testing", "from perfeval_rules.formula.functions import Kind  # noqa\nfrom perfeval_rules.testing",
        PUBLIC, ["perfeval_rules.formula.functions.Kind", ".py:"],
    ),
    "what rows report left undocumented": (
        '    """How many were asked, how many of them took part, and what share was wanted, in per cent."""\n', "", DOCUMENTED, ["Answers has no docstring"],
    ),
    "a docstring that goes on and on": (
        "against a target in per cent.\"\"\"", "against a target\n    in per cent.\"\"\"", DOCUMENTED, ["Uptake", "one line"],
    ),
}  # fmt: skip
"""What was changed in the sample, the tests that fail for it, and what their report says."""


@pytest.fixture
def run(pytester, monkeypatch):
    """Run the text of a test file as an author would; gives what failed and the report."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")

    def ran(name, text):
        pytester.makepyfile(**{f"test_{name}": text})
        result = pytester.runpytest_inprocess("--perfeval-lang", "en", "-p", "no:cacheprovider", "-q", plugins=[plugin])
        failed = {line.rpartition("::")[2].split(" ")[0] for line in result.outlines if line.startswith("FAILED ")}
        assert not result.parseoutcomes().get("errors")
        return failed, "\n".join(result.outlines), result.parseoutcomes()

    return ran


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sound_type_passes_every_test(run, name):
    failed, report, outcomes = run(name, SAMPLES[name])
    assert not failed, report
    assert outcomes["passed"] >= 15


@pytest.mark.parametrize("fault", OF_FORMULAS)
def test_a_seeded_fault_of_a_formula_is_caught(run, fault):
    before, after, tests, said = OF_FORMULAS[fault]
    assert before in SAMPLES["uptake"]
    text = SAMPLES["uptake"].replace(before, after)
    failed, report, _ = run("uptake", text if DRAWING & set(tests.split()) else text.replace("tries = 20", "tries = 1"))
    assert failed == set(tests.split()), report
    assert [words for words in said if words not in report] == [], report

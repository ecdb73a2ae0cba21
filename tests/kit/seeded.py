"""Faults seeded into the sound samples: what is changed, the tests that catch it, and what their report says."""

from collections.abc import Mapping
from dataclasses import dataclass

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
STOPPED = "test_a_row_that_a_check_stops_has_no_score"
DIRECTION = "test_a_better_value_never_measures_worse"
TOLD = "test_messages_can_be_told"
SCALE = "test_one_factor_on_all_changes_nothing"
PURE = "test_nothing_outside_is_touched"
STEADY = "test_the_same_row_is_scored_the_same"
UNCHANGED = "test_what_attain_is_given_stays_as_it_is"
KIND = "test_attain_gives_an_exact_number_or_none"
DRAWING = frozenset({TOTAL, DIRECTION, SCALE})


@dataclass(frozen=True)
class Fault:
    """One fault of a sample."""

    changes: Mapping[str, str]
    """What stands in the sample, and what stands there instead."""
    caught_by: tuple[str, ...]
    said: tuple[str, ...] = ()
    others: bool = False
    """Whether other tests fail, too, as chance has it."""

    @property
    def draws(self) -> bool:
        """Whether it takes many rows to see it; for the others few are enough."""
        return bool(DRAWING & set(self.caught_by)) and not self.others

    def seeded(self, text: str) -> str:
        """The text of a sample with the fault."""
        for old, new in self.changes.items():
            assert old in text, old
            text = text.replace(old, new)
        return text.replace("tries = 20", f"tries = {40 if self.draws else 2}")


OF_FORMULAS = {
    "a stop whose words ask for the measure that it stops": Fault(
        {
            "目标值须大于 0。": "达成度是 {attainment}。",
            "The target is to be above 0.": "The attainment is {attainment}.",
        },
        (TOLD,),
        ("The words of stop('no-target') ask for attainment", 'target = "0"'),
    ),
    "a division by zero that nothing tells of": Fault(
        {"ifs(target <= 0,": "ifs(target < 0,"},
        (
            TOTAL,
            SHOWN,
        ),
        (
            "attainment has no value",
            "division-by-zero (100 * actual / asked / target)",
            'target = "0"',
        ),
    ),
    "a better value that brings nothing": Fault(
        {
            "ifs(target <= 0, stop('no-target'), ": "ifs(target <= 0, stop('no-target'), asked > 0 and actual > 2 * asked, 0, "
        },
        (DIRECTION,),
        (
            "actual moves the good way",
            "attainment goes from",
            "to 0",
        ),
    ),
    "a rounding inside": Fault(
        {"max(100 * actual / asked / target, 0)": "round(max(100 * actual / asked / target, 0), 2)"},
        (EXAMPLES,),
        (
            "Example 1 does not hold",
            "attainment is to be 5/6, but it is 0.83",
            'asked = "60"',
        ),
    ),
    "an example that does not hold": Fault(
        {'"0.5", False': '"0.6", False'},
        (EXAMPLES,),
        (
            "Example 5 does not hold",
            "attainment is to be 0.6, but it is 0.5",
        ),
    ),
    "several examples that do not hold": Fault(
        {'"0.5", False': '"0.6", True', '"1.125", True': '"1.25", True', '"asked": "0"': '"asked": "none"'},
        (EXAMPLES, SHOWN, UNKNOWN, STOPPED),
        (
            "Example 3 does not hold: attainment is to be 1.25, but it is 1.125.",
            "Example 5 does not hold: attainment is to be 0.6, but it is 0.5; met is to be true, but it is false.",
            "A value of example 7 cannot be read",
        ),
    ),
    "an example with a check too few": Fault(
        {'finds=("guessed",)': ""},
        (EXAMPLES,),
        (
            "Example 6",
            "finds is to be —, but it is guessed",
        ),
    ),
    "an example that contradicts itself": Fault(
        {'{"asked": "60", "actual": "40", ': '{"asked": "60", "actual_text": "41", "actual": "40", '},
        (EXAMPLES,),
        (
            "Example 1 contradicts itself",
            "actual is 40, but its cells are read as 41",
        ),
    ),
    "an option that an example misspells": Fault(
        {'Example({"beyond": "capped"}': 'Example({"beyond": "cappd"}'},
        (
            EXAMPLES,
            SHOWN,
        ),
        ("options of example 4",),
    ),
    "no example on target": Fault({'"1", True': "None, True"}, (EXAMPLES,), ("Example 2 does not hold",)),
    "an attainment below zero": Fault(
        {"max(100 * actual / asked / target, 0)": "100 * actual / asked / target"},
        (TOTAL,),
        (
            "The attainment is negative: -",
            "options  (none)",
            'actual = "-',
        ),
    ),
    "a message without English": Fault(
        {'"The target is to be above 0."': '""'},
        (SOUND,),
        (
            "uptake",
            "no-target",
        ),
    ),
    "a title without Chinese": Fault({'Text("参与率", "uptake")': 'Text("", "uptake")'}, (SOUND,), ("title",)),
    "a stop without words": Fault({"stop('no-target')": "stop('no-goal')"}, (SOUND,), ("no-goal",)),
    "a message for something that does not exist": Fault(
        {"少于 {least_asked}": "少于 {least_aksed}"}, (SOUND,), ("least_asked",)
    ),
    "a message that one language fills in otherwise": Fault(
        {"fewer than {least_asked}.": "too few."},
        (WORDS,),
        (
            "messages['few-asked']",
            "least_asked stands in one of them",
        ),
    ),
    "a message that is the same in both languages": Fault(
        {'"The target is to be above 0."': '"目标值须大于 0。"'}, (WORDS,), ("messages['no-target'] are the same",)
    ),
    "braces that fill in nothing": Fault(
        {"Only {asked} were": "Only {asked}} were"}, (WORDS,), ("Only {asked}} were",)
    ),
    "a message that nothing says": Fault(
        {
            "messages: ClassVar = {": 'messages: ClassVar = {\n        "no-aim": Text("没有目标。", "There is no target."),'
        },
        (UNSAID,),
        ("“no-aim”",),
    ),
    "a check that never fires": Fault(
        {"asked > 0 and asked < least_asked": "asked < 0 and asked > least_asked"},
        (
            EXAMPLES,
            SHOWN,
        ),
        ("No example shows the check “few-asked”",),
    ),
    "a stop that no example shows": Fault(
        {'        Example({}, {"asked": "100", "actual": "4", "target": "0"}, None, True),\n': ""},
        (SHOWN,),
        ("No example shows stop('no-target')",),
    ),
    "a unit that matters": Fault(
        {"max(100 * actual / asked / target, 0)": "max(100 * min(actual, 100) / asked / target, 0)"},
        (SCALE,),
        (
            "asked, actual are all multiplied by",
            "attainment goes from",
        ),
    ),
    "an option that may be anything": Fault(
        {"    least_asked:": '    model_config = {"extra": "allow"}\n    least_asked:'},
        (UNKNOWN,),
        ("“no_such_option”",),
    ),
    "a name of the engine that may move": Fault(
        {
            "from perfeval_rules.testing": "from perfeval_rules.formula.functions import Kind  # noqa\nfrom perfeval_rules.testing"
        },
        (PUBLIC,),
        (
            "perfeval_rules.formula.functions.Kind",
            ".py:",
        ),
    ),
    "what rows report left undocumented": Fault(
        {'    """How many were asked, how many of them took part, and what share was wanted, in per cent."""\n': ""},
        (DOCUMENTED,),
        ("Answers has no docstring",),
    ),
    "a docstring that goes on and on": Fault(
        {'against a target in per cent."""': 'against a target\n    in per cent."""'},
        (DOCUMENTED,),
        (
            "Uptake",
            "one line",
        ),
    ),
}
GIVE, READ = "        return reached\n", '        actual, target = given["actual"], given["target"]\n'


def first(code: str) -> Mapping[str, str]:
    """The change that does something before an attainment is given."""
    lines = "".join(f"        {line}\n" for line in code.split("; "))
    return {GIVE: lines + GIVE}


def gives(code: str) -> Mapping[str, str]:
    """The change that gives something else."""
    return {GIVE: f"        return {code}\n"}


IN_PYTHON = {
    "a float": Fault(
        gives("float(reached)"),
        (KIND, TOTAL, EXAMPLES, SHOWN, ON_TARGET),
        ("attain gives a float: ", "steep.attain", "it gives float", "options  (none)"),
    ),
    "a truth for a number": Fault(
        gives("reached == 1"), (KIND, TOTAL, EXAMPLES, SHOWN, ON_TARGET), ("attain gives a bool: ", "it gives bool")
    ),
    "arithmetic in floats": Fault(
        {"max(actual / target, Fraction(0))": "Fraction(max(float(actual) / float(target), 0))"},
        (EXAMPLES,),
        ("Example 1 does not hold: attainment is to be 4/9, but it is 0.44",),
        others=True,
    ),
    "a division by zero": Fault(
        {"max(actual / target,": "max(actual / target / (target - 1) * (target - 1),"},
        (TOTAL,),
        ("the row has no score", "ZeroDivisionError", 'row  target = "1", actual = "'),
    ),
    "a number below zero": Fault(
        {"max(actual / target, Fraction(0))": "actual / target"},
        (TOTAL, EXAMPLES, DIRECTION),
        ("it gives a number below 0", 'row  target = "1", actual = "-1"'),
    ),
    "a number that grows without end": Fault(
        {"le=3": "le=6"}, (TOTAL,), ("it gives a number of more than 60 digits", 'target = "1000000000000"')
    ),
    "no value and no word why": Fault(
        gives("reached if actual < 200 else None"), (TOTAL, SCALE), ("attainment has no value", "nothing-given")
    ),
    "a better value that measures worse": Fault(
        gives("reached if actual < 300 else reached / 2"),
        (DIRECTION, SCALE),
        ("actual moves the good way", 'row  target = "1", actual = "300"'),
    ),
    "a unit that matters": Fault(
        gives("reached if target < 900 else reached / 2"), (SCALE,), ("actual, target are all multiplied by",)
    ),
    "a look at the clock": Fault(first("import time; time.time()"), (PURE,), ("time.time", 'actual = "0"')),
    "today's date": Fault(first("import datetime; datetime.date.today()"), (PURE,), ("date.today", "options  (none)")),
    "a pause": Fault(first("import time; time.sleep(0)"), (PURE,), ("sleep",)),
    "chance": Fault(
        gives("reached * __import__('random').randrange(1, 9) / 9"),
        (PURE, STEADY, EXAMPLES),
        ("random.", "The same row scored once more gives another attainment"),
        others=True,
    ),
    "a variable of the environment": Fault(
        gives("0 if __import__('os').environ.get('NOBODY_SETS_THIS') else reached"), (PURE,), ("os.environ",)
    ),
    "a file": Fault(first("open(__file__, 'rb').close()"), (PURE,), ("open",)),
    "a child process": Fault(first("import subprocess; subprocess.run(['true'])"), (PURE,), ("subprocess.Popen",)),
    "an import when first asked": Fault(first("import antigravity_of_nobody"), (TOTAL, PURE), others=True),
    "a word on the screen": Fault(first("print(end='')"), (PURE,), ("print",)),
    "something remembered": Fault(
        {"class Steep(": "ROWS = []\n\n\nclass Steep(", **gives("ROWS.append(1) or reached / len(ROWS)")},
        (STEADY, EXAMPLES),
        ("gives another attainment: first",),
        others=True,
    ),
    "a change of what it is given": Fault(
        {READ: READ + '        if hasattr(given, "pop"):\n            given["actual"] = 0\n'},
        (UNCHANGED,),
        ("changes the values that it is given: actual",),
    ),
    "a change that raises": Fault(
        {READ: READ + '        given["actual"] = 0\n'},
        (UNCHANGED, TOTAL, EXAMPLES, SHOWN, ON_TARGET),
        ("TypeError", "does not support item assignment"),
    ),
    "an attainment said twice": Fault(
        {"    reported = Cells\n": '    reported = Cells\n    attainment = "actual / target"\n'}, (SOUND,), ("attain",)
    ),
}

OF_AMOUNTS = {
    "an amount that is taken for a number": Fault(
        {'    in_yuan: ClassVar = ("spent",)\n': ""},
        (EXAMPLES, SHOWN, ON_TARGET, UNKNOWN, STOPPED),
        ("A value of example 1 cannot be read: ", "1万元"),
    ),
    "an amount that is none": Fault(
        {'"12,500元"': '"12,500人"'},
        (EXAMPLES, SHOWN, UNKNOWN, STOPPED),
        ("A value of example 2 cannot be read: 12,500人",),
    ),
    "an amount in another unit": Fault(
        {'"12,500元"': '"12,500角"'}, (EXAMPLES,), ("Example 2 does not hold: attainment is to be 0.8, but it is 1",)
    ),
    "an amount of a name that does not exist": Fault({'("spent",)': '("spend",)'}, (SOUND,), ("spend",)),
}

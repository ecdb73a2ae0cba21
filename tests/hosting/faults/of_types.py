"""Faults of what a type declares, found before any form is scored."""

from tests.hosting.faults.fault import TYPES, Fault, Project, described, giving, module


def refused(name: str, body: str, code: str, shown: str, *, slow: bool = False, **changes: str) -> Fault:
    source = module(described(name, body, **changes), giving(TYPES, "Sample"))
    return Fault("loading", code, shown, (Project(name=name, source=source),), slow=slow)


def given(name: str, source: str, given: str, code: str, shown: str) -> Fault:
    made = module(described(name), source, giving(TYPES, given))
    return Fault("loading", code, shown, (Project(name=name, source=made),))


def compiling(name: str, test: str, code: str, shown: str, *, slow: bool = False) -> Fault:
    """A test of options that fails at what a ruleset writes."""
    source = module(described(name, test), giving(TYPES, "Sample"))
    return Fault("compiling", code, shown, (Project(name=name, source=source),), f'type = "{name}"\nway = "b"\n', slow)


ONE = module(described("twice"), giving(TYPES, "Sample"))
COUNT = module(described("count"), giving(TYPES, "Sample"))
CHECK = 'checks = (Check("odd", "actual > 1"),)\n'
VALIDATOR = """
from pydantic import field_validator
way: str = "a"
@field_validator("way")
@classmethod
def tested(cls, value):
    if value != "{}":
        {}
    return value
"""
TOGETHER = """
from pydantic import model_validator
way: str = "a"
way_too: str = "a"
@model_validator(mode="after")
def tested(self):
    if "way" in self.model_fields_set and "way_too" in self.model_fields_set and self.way != self.way_too:
        {}
    return self
"""
FAULTS = (
    Fault(
        "loading", "plugin.type-taken", "type_taken_again (perfeval-type-taken-again 1.2.3)",
        (Project(name="type_taken", source=ONE), Project(name="type_taken_again", source=ONE)),
    ),
    Fault("loading", "plugin.type-taken", "“count”", (Project(name="standard_taken", source=COUNT),)),
    given("instance", "", "Sample()", "plugin.not-a-type", "Sample(…)"),
    given("no_type", "", "int", "plugin.not-a-type", "int"),
    given(
        "lies_of_its_class", "class Lie:\n    @property\n    def __class__(self):\n        raise SystemExit", "Lie()",
        "plugin.not-a-type", "Lie(…)",
    ),
    refused("no_examples", "examples = ()", "plugin.type-part", "examples"),
    refused("no_title", 'title = Text("只有中文", "")', "plugin.type-part", "title"),
    refused("shadows_a_key", "weight: Fraction = Fraction(1)", "plugin.reserved-name", "weight"),
    refused("bears_a_family", "", "plugin.reserved-name", "form", attainment='name = "form"\n        attainment = "actual"'),
    refused("no_formula", "", "formula.open-bracket", "(", attainment='attainment = "(actual / 10"'),
    refused("unknown_name", "", "formula.unknown-name", "actuel", attainment='attainment = "actuel / 10"'),
    refused(
        "message_without_english", CHECK + 'messages = {"odd": Text("有误", "")}', "plugin.no-message", "odd",
    ),
    refused("message_asks_too_much", CHECK + 'messages = {"odd": Text("{no}", "{no}")}', "plugin.message-name", "no"),
    refused("two_rungs", "def attain(self, given):\n    return 1", "plugin.two-rungs", "attain"),
    refused("list_as_option", "way: list = []", "plugin.value-kind", "way"),
    refused("option_of_two_kinds", "tolerance: str = ''", "plugin.option-clash", "tolerance"),
    refused("validator_raises", VALIDATOR.format("", "raise RuntimeError('no luck')"), "plugin.type-broken", "RuntimeError: no luck"),
    refused("validator_exits", VALIDATOR.format("", "raise SystemExit"), "plugin.type-broken", "SystemExit"),
    compiling("option_raises", VALIDATOR.format("a", "raise RuntimeError('no luck')"), "ruleset.wrong-option", "RuntimeError: no luck"),
    compiling("option_exits", VALIDATOR.format("a", "raise SystemExit"), "ruleset.wrong-option", "SystemExit"),
    compiling("option_never_ends", VALIDATOR.format("a", "while True: pass"), "ruleset.wrong-option", "more than", slow=True),
    compiling("options_exit", TOGETHER.format("raise SystemExit"), "ruleset.wrong-options", "SystemExit"),
    compiling("options_interrupt", TOGETHER.format("raise KeyboardInterrupt"), "ruleset.wrong-options", "KeyboardInterrupt"),
    refused("validator_never_ends", VALIDATOR.format("", "while True: pass"), "plugin.type-broken", "more than", slow=True),
)  # fmt: skip

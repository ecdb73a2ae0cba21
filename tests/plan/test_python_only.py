"""What only Python can say is noted where it is first used."""

from perfeval_rules.formula.functions import Addition
from tests.added import attaining, function, python, registry_with
from tests.plan.small import AS_DONE, faults, program

SAMPLE = registry_with(
    types=[attaining(lambda self, given: 1)], functions=[python(abs), function("doubled(x)")],
)  # fmt: skip


def told(text):
    return [(one.code, one.path, one.values["called"], one.severity) for one in faults(text, registry=SAMPLE)]


def test_a_type_that_works_in_python_is_noted_at_the_first_rule_that_uses_it():
    text = '[every]\ntype = "sample"\nscore = "weight * attainment"\n[rule.a]\nwhen = "actual > 3"\n[rule.b]\n'
    assert told(text) == [("ruleset.python-only", "rule.a", "sample", "info")]


def test_a_function_that_works_in_python_is_noted_at_the_first_formula_that_calls_it():
    text = AS_DONE + '[[grade]]\nid = "a"\nwhen = "added(total) > 3"\n[[grade]]\nid = "b"\n'
    assert told(text) == [("ruleset.python-only", "grade.0.when", "added()", "info")]
    twice = AS_DONE + '[fact.f]\nvalue = "added(1) + added(2)"\n[fact.g]\nvalue = "added(3)"\n'
    assert told(twice) == [("ruleset.python-only", "fact.f.value", "added()", "info")]


def test_what_an_algebra_says_needs_no_note():
    text = AS_DONE + '[fact.f]\nvalue = "doubled(1)"\n'
    assert told(text) == []
    made = program(text, registry=SAMPLE)
    assert made.plan.functions == {"doubled"}
    assert isinstance(SAMPLE.additions["doubled"], Addition)

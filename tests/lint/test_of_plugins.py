"""Lints of plugins: what they find is told at its place, and one that fails harms nothing."""

import pytest

from perfeval_rules.extension import Lint, Remark
from perfeval_rules.findings import worst
from perfeval_rules.lint.of_plugins import MOST_REMARKS
from perfeval_rules.text import Text
from tests.added import registry_with
from tests.plan.small import AS_DONE, compiled, evaluate, program, row, submission

MESSAGE, ADVICE = Text("{rule} 奇怪。", "{rule} is odd."), Text("改正。", "Mend it.")


def lint(examine, **said):
    return registry_with(lints=[Lint(name="odd", message=MESSAGE, advice=ADVICE, examine=examine, **said)])


def odd(program):
    """Every rule is odd."""
    return [Remark(f"rule.{name}", {"rule": name}) for name in program.ruleset.rules]


def test_what_a_lint_finds_is_told_at_its_place_under_its_plugins_name():
    made, (told,) = compiled(AS_DONE, registry=lint(odd))
    assert made is not None
    assert (told.code, told.severity, told.path) == ("sample.odd", "warning", "rule.all")
    assert (told.say("en"), told.advise("zh")) == ("all is odd.", "改正。")
    assert "[rule.all]" in told.line
    assert told in made.warnings


def test_what_a_lint_speaks_of_stands_in_the_nearest_table_that_is_written():
    _, (told,) = compiled(AS_DONE, registry=lint(lambda _: [Remark("rule.all.score.part")]))
    assert "[rule.all]" in told.line
    _, (told,) = compiled(AS_DONE, registry=lint(lambda _: [Remark("nowhere")]))
    assert told.at.source == "small-0.toml"


def test_a_lint_of_severity_error_keeps_a_ruleset_from_scoring():
    _, found = compiled(AS_DONE, registry=lint(odd, severity="error"))
    assert worst(found) == "error"


@pytest.mark.parametrize(
    ("examine", "said"),
    [
        (lambda _: 1 / 0, "ZeroDivisionError"), (lambda _: ["x"], "a Remark is owed, not str"),
        (lambda _: None, "TypeError"), (lambda _: [Remark(3)], "the path is a str, not int"),
        (lambda _: [Remark("rule.all", {"rule": 0.5})], "not float"), (lambda _: [Remark("rule.all", {"rule": object()})], "not object"),
    ],
)  # fmt: skip
def test_a_lint_that_fails_is_told_and_the_ruleset_is_used_as_before(examine, said):
    registry = lint(examine)
    made, (told,) = compiled(AS_DONE, registry=registry)
    assert (told.code, told.severity) == ("plugin.lint-failed", "warning")
    assert said in told.say("en")
    assert "perfeval-sample 1.2" in told.say("zh")
    assert evaluate(made, [row(4)]).total == evaluate(program(AS_DONE), [row(4)]).total


def test_a_lint_that_never_ends_is_told_and_nothing_it_says():
    def endless(_):
        while True:
            yield Remark("rule.all", {"rule": "x"})

    (told,) = compiled(AS_DONE, registry=lint(endless))[1]
    assert told.code == "plugin.lint-failed"
    assert f"more than {MOST_REMARKS}" in told.say("en")


@pytest.mark.parametrize("emptied", ["ruleset.rules", "plan.judges", "plan.form", "registry.types", "registry.formats"])
def test_a_lint_cannot_change_what_scores(emptied):
    def empties(program):
        part, name = emptied.split(".")
        getattr(getattr(program, part), name).clear()
        return []

    made, found = compiled(AS_DONE, registry=lint(empties))
    assert not found
    assert evaluate(made, [row(4)]).total == 4


def test_what_a_lint_looks_at_is_the_program_that_scores():
    seen = []
    made, _ = compiled(AS_DONE, registry=lint(lambda program: seen.append(program) or []))
    (program,) = seen
    assert program.ruleset.digest == made.ruleset.digest
    assert program.evaluate(submission([row(4)])) == made.evaluate(submission([row(4)]))


def test_a_person_who_interrupts_is_heard():
    def interrupt(_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        compiled(AS_DONE, registry=lint(interrupt))

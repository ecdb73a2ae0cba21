"""Tests of what a type makes of rows that nobody chose: values or reasons, the right direction, every reading alike."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any
from unittest import SkipTest

from perfeval_rules.kit.cells import Reported, Value, cells_of
from perfeval_rules.kit.ground import Ground
from perfeval_rules.kit.strategies import FACTORS, reported_value
from perfeval_rules.kit.trial import Lack, Measured, Options
from perfeval_rules.kit.verdicts import Broken, shown
from perfeval_rules.text import PLACEHOLDER

WHOLE_CELLS = ("target_text", "actual_text")
COMPARED = ("attainment", "met")
FOR_BLANKS = frozenset({"absent", "nothing-given"})
"""Why there is no value where a row leaves blank what it takes: to formulas, and to Python, which gives None."""


class MeasureTests(Ground):
    """What holds of any row."""

    def test_every_row_has_a_value_or_words_that_say_why_not(self) -> None:
        """Nothing is raised; an attainment is not negative; where a measure has no value, the type says why."""

        def check(options: Options, row: Reported) -> None:
            measured = self.measured(options, row)
            if self.stopping(measured):
                return
            for measure, said in measured.values.items():
                if isinstance(said, Lack) and not self.explained(said, measured):
                    why = f"{said.code} ({said.part})" if said.part else said.code
                    raise Broken("unexplained", options=options, row=cells_of(row).said, measure=measure, why=why)
            attainment = measured.attainment
            if attainment is not None and attainment < 0 and not self.may_be_negative:
                raise Broken("negative", options=options, row=cells_of(row).said, got=shown(attainment))

        self.tried(check, self.reported())

    def test_a_row_that_a_check_stops_has_no_score(self) -> None:
        """While a check with `stops` fires the line is stopped, whatever the formulas say."""
        trial = self.trial()
        if not any(check.stops for check in trial.offer.type.checks):
            return

        def check(options: Options, row: Reported) -> None:
            measured = self.sound(options, row)
            if measured is None:
                return
            for name in self.stopping(measured):
                if measured.outcome != "stopped" or measured.score is not None:
                    raise Broken(
                        "not-stopped", options=options, row=cells_of(row).said, said=name, got=measured.outcome,
                        score=shown(measured.score),
                    )  # fmt: skip

        for example in self.examples():
            check(example.options, example.written)
        self.tried(check, self.reported())

    def test_messages_can_be_told(self) -> None:
        """Whatever fires, and whatever stops a row, says itself in both languages, with every value filled in."""

        def check(options: Options, row: Reported) -> None:
            measured = self.sound(options, row)
            if measured is None:
                return
            said = cells_of(row).said
            braces = any("{" in text for text in said.values())  # people may write what looks like a placeholder
            for found in measured.evaluation.findings:
                for words in (found.say("zh"), found.say("en")):
                    if not words.strip() or (not braces and PLACEHOLDER.search(words)):
                        raise Broken("unrendered", options=options, row=said, said=found.code, got=words)
            for code, name in self.unfilled(measured):
                raise Broken("unfilled", options=options, row=said, said=code, name=name)

        try:
            shown = [*self.examples()]
        except Broken:  # another test tells of it
            shown = []
        for example in shown:
            check(example.options, example.written)
        self.tried(check, self.reported())

    def test_the_fast_reading_says_what_the_exact_one_says(self) -> None:
        """The whole evaluation is the same, read either way and once more."""

        def check(options: Options, row: Reported) -> None:
            if self.sound(options, row) is None:
                return
            program, submission = self.trial().program(options), cells_of(row).submission()
            exact = program.evaluate(submission, reading="exact")
            for _ in range(2):
                fast = program.evaluate(submission, reading="machine")
                if fast != exact:
                    raise Broken(
                        "readings", options=options, row=cells_of(row).said,
                        said=_difference(fast.lines[0], exact.lines[0]) or _difference(fast, exact),
                    )  # fmt: skip

        self.tried(check, self.reported())

    # — directions —

    def test_a_better_value_never_measures_worse(self) -> None:
        """Moving the actual value the good way never lowers the attainment, nor undoes that the target was met."""
        moved = self.moves()

        def check(options: Options, row: Reported, other: Value) -> None:
            parts = {name: value for name, value in row.items() if name not in WHOLE_CELLS}
            before, after = self.ordered(options, parts, other, moved)
            first, second = (self.sound(options, {**parts, moved: value}) for value in (before, after))
            if first is None or second is None or (first.given.get(moved), second.given.get(moved)) != (before, after):
                return
            if self.stopping(first) or self.stopping(second):
                return  # a row that a check stops is measured for nobody
            for measure in COMPARED:
                wanted, got = first.value(measure), second.value(measure)
                if _falls(wanted, got):
                    raise Broken(
                        "worse", options=options, row=cells_of({**parts, moved: after}).said, moved=moved,
                        before=shown(before), after=shown(after), measure=measure, wanted=shown(wanted), got=shown(got),
                    )  # fmt: skip

        self.tried(check, self.reported(), reported_value(self.trial().offer, moved))

    def moves(self) -> str:
        """The reported value that `better` speaks of."""
        kinds = self.trial().offer.reported_kinds
        known = [name for name in (self.moved, "actual", "done") if kinds.get(name) in ("number", "date")]
        if not known or not self.trial().measures & set(COMPARED):
            raise SkipTest("no value to move: say which it is by `moved`")
        return known[0]

    def ordered(self, options: Options, row: Reported, other: Value, moved: str) -> tuple[Value, Value]:
        """Two values of what is moved, the better one last; twice the same where neither is."""
        own, way = row.get(moved), self.good_way(options, row)
        if own is None or other is None or way is None:
            return own, own
        pair: list[Any] = [own, other]
        if way != "nearer":
            pair.sort(reverse=way == "lower")
            return pair[0], pair[1]
        target: Any = row.get("target" if isinstance(own, Fraction) else "due")
        if target is None or (pair[0] < target) is not (pair[1] < target):
            return own, own
        pair.sort(key=lambda value: abs(value - target), reverse=True)
        return pair[0], pair[1]

    def test_one_factor_on_all_changes_nothing(self) -> None:
        """Where all of `scales` are multiplied by one factor, the row is measured as before."""
        if not self.scales:
            return

        def check(options: Options, row: Reported, factor: Fraction) -> None:
            parts = {name: value for name, value in row.items() if name not in WHOLE_CELLS}
            scaled_options = {**self.trial().offer.defaults, **options}
            before = self.sound(options, parts)
            after = self.sound(_scaled(scaled_options, self.scales, factor), _scaled(parts, self.scales, factor))
            for measure in COMPARED:
                wanted, got = (each.value(measure) if each else None for each in (before, after))
                if before and after and wanted != got:
                    raise Broken(
                        "scaled", options=options, row=cells_of(parts).said, said=", ".join(self.scales),
                        factor=shown(factor), measure=measure, wanted=shown(wanted), got=shown(got),
                    )  # fmt: skip

        self.tried(check, self.reported(), FACTORS)

    # — what checks ask —

    def stopping(self, measured: Measured) -> tuple[str, ...]:
        """The checks that stop a row."""
        return tuple(check.name for check in self.indicator_type.checks if check.stops and check.name in measured.finds)

    def unfilled(self, measured: Measured) -> Iterator[tuple[str, str]]:
        """The codes that a row stops with whose words ask for what is measured, though the row has no such value."""
        line, messages = measured.evaluation.lines[0], self.indicator_type.messages
        numbers = {"ratio": line.ratio, "deviation": line.ratio, "attainment": line.attainment, "met": line.met}
        for said in measured.values.values():
            if isinstance(said, Lack) and said.code in messages:
                asked = messages[said.code].placeholders()
                yield from ((said.code, name) for name, value in numbers.items() if name in asked and value is None)

    def explained(self, lack: Lack, measured: Measured) -> bool:
        """Whether somebody is told why a measure has no value: by a blank cell, or in words of the type."""
        offer = self.trial().offer
        owed = {name for name, kind in offer.reported_kinds.items() if kind != "text" or name in offer.required}
        blank = any(measured.given.get(name) in (None, "") for name in owed)
        return lack.code in self.indicator_type.messages or (lack.code in FOR_BLANKS and blank)


def _falls(before: object, after: object) -> bool:
    if isinstance(before, bool) and isinstance(after, bool):
        return before and not after
    return isinstance(before, Fraction) and isinstance(after, Fraction) and after < before


def _scaled(values: Mapping[str, Any], names: tuple[str, ...], factor: Fraction) -> dict[str, Any]:
    return {name: value * factor if name in names and value is not None else value for name, value in values.items()}


def _difference(one: Any, other: Any) -> str:
    """The first part of two results that is not the same."""
    for name in type(one).__slots__:
        if getattr(one, name) != getattr(other, name):
            return f"{name}: {shown(getattr(one, name))} / {shown(getattr(other, name))}"
    return ""

"""Tests that a type rests on a row and its options alone: nothing outside is touched, nothing remembered or changed.

They run before all others, so that what a type does only when it is first asked is seen.
"""

from collections.abc import Callable
from fractions import Fraction
from types import NoneType
from typing import Any

from perfeval_rules.formula.additions import unguarded
from perfeval_rules.indicator import IndicatorType
from perfeval_rules.kit.cells import Reported, cells_of
from perfeval_rules.kit.ground import Ground
from perfeval_rules.kit.strategies import configured
from perfeval_rules.kit.trial import Options, reviewed
from perfeval_rules.kit.verdicts import Broken, shown
from perfeval_rules.kit.watch import watched

EXACT = (Fraction, int, NoneType)
"""What `attain` may give."""


class PurityTests(Ground):
    """What holds of a type however often and wherever it is asked."""

    def test_nothing_outside_is_touched(self) -> None:
        """No file, network, process, import, pause, clock, chance or environment while a row is scored."""
        self.trial()
        trial, _ = reviewed(self.indicator_type, unguarded)  # the engine's guard looks at the clock
        assert trial is not None, "a guard is nothing that a review asks about"

        def check(options: Options, row: Reported) -> None:
            cells = cells_of(row)
            trial.program(options)
            with watched() as touched:
                try:
                    configured(self.indicator_type, options)
                    trial.measured(options, cells)
                except Exception:  # one test tells of it for all
                    return
            if touched:
                raise Broken("touched", options=options, row=cells.said, said=touched[0])

        self.tried(check, self.reported())

    def test_the_same_row_is_scored_the_same(self) -> None:
        """A row is measured the same once more, with another row between."""

        def check(options: Options, row: Reported, between: Reported) -> None:
            first = self.sound(options, row)
            self.sound(options, between)
            again = self.sound(options, row)
            if first is None or again is None:
                return
            for measure, wanted in {**first.values, "finds": first.finds}.items():
                got = {**again.values, "finds": again.finds}[measure]
                if got != wanted:
                    raise Broken(
                        "not-repeated", options=options, row=cells_of(row).said, measure=measure, wanted=shown(wanted),
                        got=shown(got),
                    )  # fmt: skip

        self.tried(check, self.reported(), self.reported())

    def test_what_attain_is_given_stays_as_it_is(self) -> None:
        """A type in Python changes neither the row that it is given nor its own options."""

        def check(options: Options, row: Reported, instance: IndicatorType, given: dict[str, Any], got: object) -> None:
            before = self.given(options, row)
            if changed := [name for name in {**before, **given} if before.get(name) != given.get(name)]:
                raise Broken("changed-input", options=options, row=cells_of(row).said, said=", ".join(changed))
            if instance != configured(self.indicator_type, options):
                raise Broken("changed-input", options=options, row=cells_of(row).said, said="self")

        self.attained(check)

    def test_attain_gives_an_exact_number_or_none(self) -> None:
        """A type in Python gives a Fraction or an int, or None; no float, whose digits are not those of the form."""

        def check(options: Options, row: Reported, instance: IndicatorType, given: dict[str, Any], got: object) -> None:
            if type(got) not in EXACT:
                raise Broken(
                    "wrong-kind", options=options, row=cells_of(row).said, said=type(got).__name__, got=shown(got)
                )

        self.attained(check)

    def attained(self, check: Callable[[Options, Reported, IndicatorType, dict[str, Any], object], None]) -> None:
        """Hold a check against what `attain` makes of rows, asked by itself; a type of formulas has none."""
        offer = self.trial().offer
        if offer.rung != "python":
            return

        def asked(options: Options, row: Reported) -> None:
            instance, given = configured(self.indicator_type, options), self.given(options, row)
            if any(given[name] in (None, "") for name in offer.required):
                return  # the engine does not ask it either
            try:
                got = instance.attain(given)
            except Exception:  # one test tells of it for all
                return
            check(options, row, instance, given, got)

        self.tried(asked, self.reported())

    def given(self, options: Options, row: Reported) -> dict[str, Any]:
        """What a row gives to `attain`."""
        trial = self.trial()
        read = trial.read(options, cells_of(row))
        return {name: read.get(name) for name in trial.offer.reported_kinds}

"""Tests that a type rests on a row and its options alone: the same twice, and nothing outside is touched."""

from perfeval_rules.kit.cells import Reported, cells_of
from perfeval_rules.kit.ground import Ground
from perfeval_rules.kit.strategies import configured
from perfeval_rules.kit.trial import Options
from perfeval_rules.kit.verdicts import Broken, shown
from perfeval_rules.kit.watch import watched


class PurityTests(Ground):
    """What holds of a type however often and wherever it is asked."""

    def test_nothing_outside_is_touched(self) -> None:
        """No file, network, process, import, pause, clock, chance or environment while a row is scored."""

        def check(options: Options, row: Reported) -> None:
            if self.sound(options, row) is None:
                return
            with watched() as touched:
                configured(self.indicator_type, options)
                self.sound(options, row)
            if touched:
                raise Broken("touched", options=options, row=cells_of(row).said, said=touched[0])

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

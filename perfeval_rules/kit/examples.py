"""Tests of the examples that a type brings: each is true, and together they show all that the type can say."""

from fractions import Fraction

from perfeval_rules.kit.cells import cells_of
from perfeval_rules.kit.ground import Ground, ReadExample
from perfeval_rules.kit.trial import Lack, Measured
from perfeval_rules.kit.verdicts import Broken, differences, shown, tell

MEASURED = ("attainment", "low", "high")


class ExampleTests(Ground):
    """What holds of the examples."""

    def test_examples_hold(self) -> None:
        """Each example is measured exactly as it says, and finds what it says; all that are not so are told at once."""
        found: list[Broken] = []
        for number, said in enumerate(self.trial().offer.type.examples, 1):
            try:
                self.holds(self.read(number, said))
            except Broken as fault:
                found.append(fault)
        tell(found)

    def holds(self, example: ReadExample) -> None:
        """Raise Broken, with all that is not as it says, where an example does not hold."""
        measured = self.of_example(example)
        self.said_twice(example, measured)
        wanted: dict[str, object] = {name: _exact(getattr(example.said, name)) for name in MEASURED}
        wanted |= {"met": example.said.met, "finds": tuple(sorted(example.said.finds))}
        got: dict[str, object] = {name: measured.value(name) for name in (*MEASURED, "met")}
        got["finds"] = tuple(sorted(measured.finds))
        if said := differences(wanted, got):
            row = cells_of(example.written).said
            raise Broken("example", options=example.options, row=row, number=example.number, said=said)

    def test_examples_show_every_check_and_every_stop(self) -> None:
        """Each check fires in an example, and each `stop` is reached in one."""
        trial, checks, codes = self.trial(), set[str](), set[str]()
        for example in self.examples():
            measured = self.of_example(example)
            checks |= set(measured.finds)
            codes |= {said.code for said in measured.values.values() if isinstance(said, Lack)}
        for check in trial.offer.checks:
            if check not in checks:
                raise Broken("check-not-shown", said=check)
        for code in sorted(trial.codes - codes):
            raise Broken("stop-not-shown", said=code)

    def test_an_example_is_exactly_on_target(self) -> None:
        """One example has an attainment of 1, where the type has attainments and can reach it."""
        if not self.reaches_target or "attainment" not in self.trial().measures:
            return
        if all(self.of_example(example).attainment != 1 for example in self.examples()):
            raise Broken("never-on-target")

    def of_example(self, example: ReadExample) -> Measured:
        """What the engine makes of an example, its row as it is written there."""
        try:
            return self.measured(example.options, example.written)
        except Broken as fault:
            if fault.code == "option-refused":
                raise Broken("example-options", number=example.number, findings=fault.findings) from None
            raise

    def said_twice(self, example: ReadExample, measured: Measured) -> None:
        """Where an example gives a cell and its parts, the cell is read as those parts."""
        kinds = self.trial().offer.reported_kinds
        for name, wanted in example.row.items():
            got = measured.given.get(name)
            if kinds.get(name) != "boolean" and got != wanted:
                raise Broken("example-cells", number=example.number, measure=name, wanted=shown(wanted), got=shown(got))


def _exact(written: str | None) -> Fraction | None:
    return None if written is None else Fraction(written)

"""A type on trial."""

import sys
from datetime import date
from fractions import Fraction
from types import ModuleType

import pytest

from perfeval_rules.kit.cells import cells_of
from perfeval_rules.kit.trial import Lack, Refusal, reviewed
from tests.kit.types import Bare, Share, trial

ROW = {"actual": Fraction(3), "target": Fraction(4)}


def measured(reported, **options):
    return trial(Share).measured(options, cells_of(reported))


def test_a_row_is_measured_with_the_options_given():
    assert measured(ROW).attainment == Fraction(3, 4)
    assert measured(ROW, mode="doubled").attainment == Fraction(3, 2)
    assert measured(ROW, floor=Fraction("0.9")).attainment == Fraction(9, 10)
    assert measured(ROW).score == Fraction(3, 4)


def test_a_measure_without_value_says_why():
    got = measured({**ROW, "target": Fraction(0)})
    assert got.values == {"attainment": Lack("no-target", "stop('no-target')")}
    assert (got.attainment, got.value("low"), got.outcome) == (None, None, "stopped")


def test_values_of_every_kind_are_read_as_they_were_meant():
    given = {**ROW, "answered": True, "note": "甲"}
    read = measured(given).given
    assert {name: read[name] for name in given} == given


def test_the_checks_that_fire_are_named():

    got = measured({**ROW, "answered": True, "closed": date(2024, 5, 6)})
    assert (got.finds, got.outcome, got.score) == (("closed-late",), "stopped", None)


def test_a_program_is_kept_for_each_choice_of_options():
    on_trial = trial(Share)
    assert on_trial.program({"strict": True}) is on_trial.program({"strict": True})
    assert on_trial.program({"strict": True}) is not on_trial.program({"strict": False})


def test_an_option_that_the_engine_refuses_is_told():
    with pytest.raises(Refusal) as refused:
        trial(Share).program({"floor": Fraction(2)})
    assert [one.code for one in refused.value.findings] == ["ruleset.wrong-option"]


def test_a_ruleset_that_cannot_be_read_is_told():
    with pytest.raises(Refusal) as refused:
        trial(Share).program({"mode": "x" * 2000})
    assert refused.value.findings


def test_a_type_that_the_review_refuses_is_not_tried():
    made, found = reviewed(Bare)
    assert made is None
    assert "plugin.type-refused" in {one.code for one in found}


def test_the_codes_that_formulas_stop_with_are_known():
    assert trial(Share).codes == {"no-target"}


HALVING = """
import sys
from datetime import date
from fractions import Fraction
from types import ModuleType
from perfeval_rules import Example, IndicatorType, Reported, Text, hookimpl
from perfeval_rules.extension import Function

class Cells(Reported):
    actual: Fraction | None = None

class Halved(IndicatorType):
    "A half."
    name = "halved"
    title = Text("减半", "halved")
    reported = Cells
    attainment = "half(actual)"
    examples = (Example({}, {"actual": "2"}, "1"),)

@hookimpl
def perfeval_functions():
    return [Function(usage="half(x)", parameters=("number",), result="number", meaning=Text("一半", "a half"),
                     examples={"half(3)": "1.5"}, python=lambda x: x / 2)]
"""


def test_formulas_may_call_the_functions_of_the_plugin(monkeypatch):
    module = ModuleType("halving")
    monkeypatch.setitem(sys.modules, "halving", module)
    vars(module)["__name__"] = "halving"
    exec(HALVING, vars(module))
    got = trial(module.Halved).measured({}, cells_of({"actual": Fraction(3)}))
    assert got.attainment == Fraction(3, 2)


def test_a_type_in_python_is_measured_under_the_options_given():
    class Powered(Share):
        """A share to a power."""

        name = "powered"
        attainment = None
        messages = {"closed-late": Share.messages["closed-late"]}  # noqa: RUF012

        def attain(self, given):
            return given["actual"] ** self.steps

    on_trial = trial(Powered)
    assert on_trial.measures == {"attainment"}
    cells = cells_of({"actual": Fraction(3)})
    assert on_trial.measured({}, cells).attainment == 9
    assert on_trial.measured({"steps": Fraction(3)}, cells).attainment == 27
    assert [one.code for one in on_trial.measured({}, cells_of({})).failures] == ["form.plugin-failed"]

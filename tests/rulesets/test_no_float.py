"""No float is on any path of a score: none is made a fraction of, none reaches an algebra or a function of the machine."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import wraps

import pytest

from perfeval_rules.engine import Engine
from perfeval_rules.formula.algebra import Algebra, Table
from perfeval_rules.machine.sources import FormSource, LineSource
from perfeval_rules.readings.derivation import Derivation
from perfeval_rules.readings.exact import Exact
from perfeval_rules.readings.machine import Machine
from tests.files.published import published
from tests.rulesets.test_cases import CASES, FOLDERS, SUITES

PUBLISHED = published()
OPERATIONS = [name for name, one in vars(Algebra).items() if callable(one) and not name.startswith("_")]
NEW = Fraction.__new__


class FloatFoundError(Exception):
    """A float where none may be."""


def refuse(*values):
    """Raise where a value is a float, or holds one."""
    for value in values:
        if isinstance(value, (float, complex)):
            raise FloatFoundError(value)
        if isinstance(value, Table):
            refuse(*value.rows)
        elif isinstance(value, Mapping):
            refuse(*value.values())
        elif isinstance(value, Sequence) and not isinstance(value, str):
            refuse(*value)


def watched(operation):
    """An operation that takes no float and gives none."""

    @wraps(operation)
    def watching(self, *given):
        refuse(given)
        result = operation(self, *given)
        refuse(result)
        return result

    return watching


@pytest.fixture
def no_float(monkeypatch):
    """Every operation of every reading, and every fraction made, is watched."""
    for reading in (Exact, Derivation, Machine):
        for name in OPERATIONS:
            monkeypatch.setattr(reading, name, watched(getattr(reading, name)))
    for source in (FormSource, LineSource):
        monkeypatch.setattr(source, "taken", watched(source.taken))

    def fraction(cls, *given, **more):
        refuse(given)
        return NEW(cls, *given, **more)

    monkeypatch.setattr(Fraction, "__new__", fraction)


@pytest.mark.usefixtures("no_float")
def test_a_float_would_be_found():
    with pytest.raises(FloatFoundError):
        Fraction(0.5)
    for reading in (Exact(), Derivation(), Machine()):
        for wrong in (reading.number, reading.constant):
            with pytest.raises(FloatFoundError):
                wrong(0.5)
    with pytest.raises(FloatFoundError):
        Exact().add(Fraction(1), 0.5)
    with pytest.raises(FloatFoundError):
        Exact().call("at_least", lambda say, table: table, [Table([(Fraction(1), 0.5)], True)])


@pytest.mark.usefixtures("no_float")
@pytest.mark.parametrize("name", [folder.name for folder in FOLDERS])
def test_no_float_is_met_in_a_ruleset_or_in_its_cases(name):
    program = Engine().program(name)
    for case in [case for of, case in CASES if of == name]:
        for form in case.forms if case.kind == "folder" else [case.submission]:
            program.evaluate(form, reading="exact")
            program.evaluate(form, reading="machine")
            program.score(program.values(form))
        if case.kind == "folder":
            program.evaluate_folder(case.forms, case.name)


@pytest.mark.usefixtures("no_float")
@pytest.mark.parametrize("form", PUBLISHED)
def test_no_float_is_met_in_a_published_form(form):
    program = SUITES["cn-review"].program
    for reading in ("exact", "machine"):
        program.evaluate(PUBLISHED[form], reading=reading)
    program.explain(PUBLISHED[form], 1)

"""Schemes written from the documentation alone, each of a shape that the library does not have."""

from pathlib import Path

import pytest

from perfeval_rules.engine import Engine
from perfeval_rules.testing.beside import suite
from perfeval_rules.testing.running import run_case

SCHEMES = sorted((Path(__file__).parents[1] / "schemes").iterdir())


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.name)
def test_every_case_of_a_scheme_holds(scheme: Path) -> None:
    found = suite(Engine(), scheme)
    assert [one for one in found.findings if one.severity == "error"] == []
    assert found.program is not None
    assert len(found.cases) > 3
    assert [case.name for case in found.cases if not run_case(found.program, case).passed] == []

"""What a total is composed of is what it was worked out from, on every case of every ruleset."""

from fractions import Fraction
from pathlib import Path

import pytest

from perfeval_rules.engine import Engine
from perfeval_rules.testing.beside import suite

ROOT = Path(__file__).parents[1]
FOLDERS = sorted(
    path.parent for pattern in ("rulesets/*", "tests/schemes/*") for path in ROOT.glob(f"{pattern}/ruleset.toml")
)


def recomputed(one):
    """The default sum of some terms, by the format's own words: what applies is scaled, the rest stands beside."""
    inside, beside = (sum((term.score for term in terms), Fraction(0)) for terms in (one.inside, one.beside))
    whole, part = one.scale or (1, 1)
    return inside * whole / part + beside


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_terms_make_the_sum_and_the_last_adjust_makes_the_total(folder):
    found = suite(Engine(), folder)
    for form in (form for case in found.cases for form in case.forms):
        composed, evaluation = found.program.explain_total(form), found.program.evaluate(form)
        assert (composed.total, composed.exact) == (evaluation.total, evaluation.total_exact)
        assert composed.grade == evaluation.grade
        for one in (composed.form, *composed.groups):
            if one.value is not None and not one.written:
                assert recomputed(one) == one.value
        moved = [adjust for adjust, _, _ in composed.adjusts if isinstance(adjust.before, Fraction)]
        assert composed.exact == (moved[-1].after if moved else composed.form.value)
        graded = [adjust for adjust, _, _ in composed.adjusts if not isinstance(adjust.before, Fraction)]
        assert composed.grade == (graded[-1].after if graded else composed.given)
        assert {group.id: group.score for group in evaluation.groups} == {one.id: one.value for one in composed.groups}

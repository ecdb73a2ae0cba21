"""No name that only the engine knows reaches a reader, whatever case of whatever ruleset is told of."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import perfeval_standard
import perfeval_survey
import perfeval_value_based_purchasing
from perfeval_rules.engine import Engine
from perfeval_rules.evaluation import Evaluation
from perfeval_rules.plain import plain
from perfeval_rules.testing.beside import suite

ROOT = Path(__file__).parents[2]
EXAMPLES = Engine(plugins=[perfeval_standard, perfeval_survey, perfeval_value_based_purchasing])
"""Only where rulesets of the examples are asked for: others may have facts called like values of their types."""
FOLDERS = sorted(
    path.parent
    for pattern in ("rulesets/*", "plugins/*/*/rulesets/*", "tests/schemes/*")
    for path in ROOT.glob(f"{pattern}/ruleset.toml")
)
ENGINES_OWN = re.compile(r"(?<!\w)_\w|\bstop\(")
"""A word that begins with an underscore, or what only formulas of types and of the engine say."""


def texts(data: object) -> Iterator[str]:
    """Every text in plain data."""
    if isinstance(data, str):
        yield data
    for inner in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from texts(inner)


def told(evaluation: Evaluation) -> Iterator[str]:
    """What an evaluation tells: findings with their advice, and what was left undecided."""
    data = plain(evaluation)
    yield from texts([data["findings"], data["undecided"], data["adjusts"]])


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_no_text_that_is_told_holds_a_name_of_the_engines_own(folder):
    found = suite(EXAMPLES if (ROOT / "plugins") in folder.parents else Engine(), folder)
    assert found.cases
    seen: set[tuple[object, ...]] = set()
    for case in found.cases:
        for form in case.forms:
            evaluation = found.program.evaluate(form)
            assert [text for text in told(evaluation) if ENGINES_OWN.search(text)] == [], case.name
            composed = found.program.explain_total(form)
            rows = [row for language in ("zh", "en") for row in composed.lines(language)]
            assert [row for row in rows if ENGINES_OWN.search(row)] == [], case.name
            for line in evaluation.lines:
                alike = (line.rule, line.outcome, line.met, line.weight is None, line.attainment is None)
                if alike not in seen:  # lines that differ in their numbers alone are told in the same words
                    seen.add(alike)
                    explained = found.program.explain(form, line.number)
                    rows = [row for language in ("zh", "en") for row in explained.lines(language)]
                    assert [row for row in rows if ENGINES_OWN.search(row)] == [], (case.name, line.number)


@pytest.mark.parametrize("text", ["没有值：_carried", "stop('unscored')", "count(not given(_pointed))", "a _share"])
def test_a_name_of_the_engines_own_is_seen_wherever_it_stands(text):
    assert ENGINES_OWN.search(text)


@pytest.mark.parametrize("text", ["annual_budget", "value_based_purchasing.no-baseline", "停机小时（down）", "stopped"])
def test_what_an_author_may_write_is_none(text):
    assert not ENGINES_OWN.search(text)

"""Whether threads that share one program say of many forms what one thread says."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Any

from bench import growth
from perfeval_rules.engine import Engine, Program
from perfeval_rules.submission import Submission
from tests.agreement.difference import first_difference
from tests.agreement.formula_agreement import Seen

RULESET, THREADS, FORMS = "cn-sh-2020", 8, 100
Told = Callable[[Program, Submission], Any]


def evaluated(program: Program, form: Submission) -> Any:
    """Everything."""
    return program.evaluate(form)


def scored(program: Program, form: Submission) -> Any:
    """The scores alone."""
    found = program.score(program.values(form))
    return found.lines, found.outcomes, found.total, found.grade


@cache
def programs() -> tuple[Program, Program]:
    """One for a thread alone, one that all threads share, for as long as the run goes on."""
    return Engine().program(RULESET), Engine().program(RULESET)


def examine(seed: int, told: Told = evaluated, shared: Told | None = None, count: int = FORMS) -> Seen:
    """Forms of a seed, by one thread and by threads that share a program; `shared` is what these ask."""
    alone, together = programs()
    forms = growth.unlike(count, seed)
    expected = [told(alone, form) for form in forms]
    with ThreadPoolExecutor(THREADS) as pool:
        got = list(pool.map(lambda form: (shared or told)(together, form), forms))
    seen = Seen()
    seen.counts["forms by threads"] += len(forms)
    differences = (first_difference(*pair) for pair in zip(expected, got, strict=True))
    seen.differences += [f"seed {seed}: {one}" for one in differences if one]
    return seen

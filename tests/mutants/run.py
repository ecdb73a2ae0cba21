"""Mutation testing of the core: `python -m tests.mutants.run --sample 800 --seed 1`, which `make mutate` calls.

A sample is drawn from all mutants, each as likely as any other, and each is tried by the tests that reach it. Results are
kept in build/mutants as they come: a run that was stopped goes on where it was, and tries again what survived.
"""

import argparse
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from math import inf
from pathlib import Path
from random import Random

from tests.mutants import changes, tally
from tests.mutants.reach import SECONDS, Reach, beside, within
from tests.mutants.tally import Result
from tests.mutants.trial import judged

KEPT = Path("build", "mutants")
ALL = ("tests", "plugins/standard/tests")
LATE = (
    "tests/cli", "tests/fuzz", "tests/rulesets",
    "tests/test_docs.py", "tests/test_docs_ruleset.py", "tests/test_docs_tutorial.py",
)  # fmt: skip
"""Slow and far from the core: they try only what all others let live."""
NEVER = ("tests/test_layers.py", "tests/test_docs_performance.py", "tests/mutants")
"""They read files, which no mutant changes."""
FIRST = 4.0
"""Seconds of tests, beside those of the mirror, that a mutant is first tried by; a survivor by all."""
_Place = tuple[Path, int]


def main() -> int:
    """Draw, try, and tell; 1 where a mutant survives of which nobody has said why."""
    asked = _parser().parse_args()
    there = [(path, number) for path in changes.core() for number in range(changes.count(path))]
    drawn = {_name(path, number): (path, number) for path, number in _sample(there, asked.sample, asked.seed)}
    kept = KEPT / f"seed-{asked.seed}.jsonl"
    settled = {name for name, result in _tried(drawn, kept).items() if result.verdict != "survived" or result.by_all}
    _try([place for name, place in drawn.items() if name not in settled], kept, [_near()], FIRST)
    tried = _tried(drawn, kept)
    left = [drawn[name] for name, result in tried.items() if result.verdict == "survived" and not result.by_all]
    if left and not asked.quick:
        _try(left, kept, [_near(), _late()], inf)
    results = list(_tried(drawn, kept).values())
    sys.stdout.write(tally.table(results, Counter(path.parts[1] for path, _ in there)) + "\n")
    unexplained = tally.unexplained(results)
    sys.stdout.writelines(f"{result.name}\n  was {result.was}\n  now {result.now}\n" for result in unexplained)
    return bool(unexplained)


def _sample(there: Sequence[_Place], size: int, seed: int) -> list[_Place]:
    """So many of the mutants; a larger sample holds a smaller one, and another number of one file leaves the others."""
    return sorted(there, key=lambda place: Random(f"{seed} {_name(*place)}").random())[:size]


def _name(path: Path, number: int) -> str:
    return f"{path.as_posix()}:{number}"


def _tried(drawn: Mapping[str, _Place], kept: Path) -> dict[str, Result]:
    """What is kept of the mutants that are drawn, as long as they are the same as then."""
    found: dict[str, Result] = {}
    for result in tally.read(kept):
        if result.name in drawn:
            mutant = changes.mutant(*drawn[result.name])
            if (result.was, result.now) == (mutant.was, mutant.now):
                found[result.name] = result
    return found


def _near() -> Reach:
    return _reach("near", *ALL, *(f"--ignore={path}" for path in (*LATE, *NEVER)))


def _late() -> Reach:
    return _reach("late", *LATE)


def _reach(name: str, *options: str) -> Reach:
    """What is written down of the reach of some tests; where nothing is, it is found out now."""
    folder = KEPT / name
    if not (folder / SECONDS).exists():
        sys.stdout.write(f"== which tests reach what: {name}\n")
        if subprocess.run([sys.executable, "-m", "tests.mutants.reach", str(folder), *options]).returncode:
            sys.exit("== the tests must pass before mutants are tried by them")
    return Reach(folder)


def _try(places: Sequence[_Place], kept: Path, reaches: Sequence[Reach], most: float) -> None:
    """Try mutants by the tests that reach them, as many as the time allows each, and keep what comes of it."""
    seconds = {test: time for reach in reaches for test, time in reach.seconds.items()}
    for n, place in enumerate(places, 1):
        mutant = changes.mutant(*place)
        tests = [test for reach in reaches for test in reach.tests(mutant)]
        tests += beside(mutant, seconds) if most == inf else []
        outcome = judged(mutant, list(within(tests, seconds, most)), seconds)
        tally.keep(kept, Result.of(mutant, outcome, by_all=most == inf))
        sys.stdout.write(f"{n}/{len(places)} {mutant.name} {outcome.verdict}\n")
        sys.stdout.flush()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Mutation testing of the core.")
    parser.add_argument("--sample", type=int, default=800, help="how many mutants are drawn")
    parser.add_argument("--seed", type=int, default=1, help="another seed draws others")
    parser.add_argument("--quick", action="store_true", help="leave out what all tests would say of the survivors")
    return parser


if __name__ == "__main__":
    sys.exit(main())

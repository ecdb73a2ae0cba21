"""What came of a sample, counted by the parts of the core."""

import json
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from math import sqrt
from pathlib import Path

from tests.mutants.mutant import Mutant
from tests.mutants.trial import Outcome

EQUIVALENTS = Path(__file__).with_name("equivalents.toml")
_SURE = 1.96
"""Standard deviations to either side that hold 95 of 100."""


@dataclass(frozen=True, slots=True)
class Result:
    """A mutant that was tried, without the texts of its file."""

    name: str
    part: str
    was: str
    now: str
    verdict: str
    by: str
    by_all: bool

    @staticmethod
    def of(mutant: Mutant, outcome: Outcome, by_all: bool) -> "Result":
        """What is kept of a trial, by all tests that reach the mutant or the quickest alone."""
        return Result(mutant.name, mutant.part, mutant.was, mutant.now, outcome.verdict, outcome.by, by_all)


def read(path: Path) -> list[Result]:
    """The results kept in a file, of each mutant the last."""
    lines = path.read_text("utf-8").splitlines() if path.exists() else ()
    return list({result.name: result for result in (Result(**json.loads(line)) for line in lines)}.values())


def keep(path: Path, result: Result) -> None:
    """Add a result to a file."""
    with path.open("a", encoding="utf-8") as results:
        results.write(json.dumps(asdict(result), ensure_ascii=False) + "\n")


def equivalents() -> dict[tuple[str, str, str], str]:
    """Why mutants that change nothing change nothing, by their file and what they change."""
    listed = tomllib.loads(EQUIVALENTS.read_text("utf-8"))["equivalent"]
    return {(entry["path"], entry["was"], entry["now"]): entry["why"] for entry in listed}


def unexplained(results: Iterable[Result]) -> list[Result]:
    """The survivors of which nobody has said why."""
    known = equivalents()
    return [
        result
        for result in results
        if result.verdict == "survived" and (result.name.partition(":")[0], result.was, result.now) not in known
    ]


def interval(part: int, whole: int) -> tuple[float, float]:
    """The share of a whole that a sample speaks for, with 95 of 100 (Wilson)."""
    if not whole:
        return 0.0, 1.0
    share, spread = part / whole, _SURE**2 / whole
    middle, reach = share + spread / 2, _SURE * sqrt(share * (1 - share) / whole + spread / whole / 4)
    return max(0.0, (middle - reach) / (1 + spread)), min(1.0, (middle + reach) / (1 + spread))


def table(results: Sequence[Result], population: Counter[str]) -> str:
    """The results part by part, as a table of a page."""
    counts = Counter((result.part, result.verdict) for result in results)
    rows = ["| part | mutants | drawn | killed | timed out | survived | killed or timed out |", "|---|" + "--:|" * 6]
    for part, there in population.most_common():
        rows.append(_row(part, there, [counts[part, verdict] for verdict in ("killed", "timed out", "survived")]))
    sums = [sum(result.verdict == verdict for result in results) for verdict in ("killed", "timed out", "survived")]
    return "\n".join([*rows, _row("all", population.total(), sums)])


def _row(part: str, there: int, counts: Sequence[int]) -> str:
    drawn = sum(counts)
    low, high = interval(drawn - counts[-1], drawn)
    share = f"{(drawn - counts[-1]) / drawn:.1%} ({low:.1%} to {high:.1%})" if drawn else "–"
    return f"| {part} | {' | '.join(map(str, (there, drawn, *counts)))} | {share} |"

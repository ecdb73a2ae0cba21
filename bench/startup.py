"""How long commands take from start to end, beside `python -c pass`: runs in turn, medians compared.

`python -m bench.startup [ROUNDS]` prints a line for each, writes bench/figures/startup.json and ends with 1 where a bar
is not held.
"""

import os
import random
import subprocess
import sys
from collections.abc import Mapping, Sequence
from statistics import median
from time import perf_counter

from bench.bar import Bar, ratio
from bench.figures import keep
from bench.shanghai import FILE, RULESET
from bench.table import Table

TIMES_BARE, SCORE_SECONDS = 6, 0.4
BARE, HELP, VERSION, SCORE = "python -c pass", "perfeval --help", "perfeval --version", "perfeval score FORM"
CONSOLE = "import sys; from perfeval_rules.cli import command; sys.argv[1:] = {!r}; sys.exit(command())"
"""What the installed `perfeval` does, on the interpreter that runs this script."""
AS_INSTALLED = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
"""An installed package keeps its modules compiled; the first round, which does not count, sees to that."""
ASKED: Mapping[str, Sequence[str]] = {
    HELP: ["--help"],
    VERSION: ["--version"],
    SCORE: ["score", str(FILE), "--ruleset", RULESET],
    "perfeval score FORM --format json": ["score", str(FILE), "--ruleset", RULESET, "--format", "json"],
    "perfeval check RULESET": ["check", RULESET],
}
RUNS = {BARE: "pass", **{name: CONSOLE.format(list(arguments)) for name, arguments in ASKED.items()}}
FOUND = 1
"""The status that says that findings of severity error were shown; the form has one."""


def measure(code: str) -> float:
    """The seconds one run takes."""
    start = perf_counter()
    ended = subprocess.run(
        [sys.executable, "-c", code], check=False, stdout=subprocess.DEVNULL, env=AS_INSTALLED
    ).returncode
    taken = perf_counter() - start
    if ended not in (0, FOUND):
        raise SystemExit(f"ended with {ended}: {code}")
    return taken


def main(rounds: int = 21) -> int:
    """Measure every run in each round, so that what slows the machine slows all of them."""
    times: dict[str, list[float]] = {name: [] for name in RUNS}
    order, chance = list(RUNS), random.Random(1)
    for code in RUNS.values():
        measure(code)
    for _ in range(rounds):
        chance.shuffle(order)
        for name in order:
            times[name].append(measure(RUNS[name]))
    middle = {name: median(taken) for name, taken in times.items()}
    rows = [(name, middle[name] * 1000, min(times[name]) * 1000, middle[name] / middle[BARE]) for name in RUNS]
    headings = {"command": None, "ms": 1, "least, ms": 1, f"× {BARE}": 2}
    held = (
        *(Bar(f"{name}, × {BARE}", ratio(middle[name], middle[BARE]), most=TIMES_BARE) for name in (HELP, VERSION)),
        Bar(f"{SCORE}, s", middle[SCORE], most=SCORE_SECONDS),
    )
    return keep("startup", [Table("From start to end", headings, rows)], held)


if __name__ == "__main__":
    sys.exit(main(*(int(argument) for argument in sys.argv[1:2])))

"""How long `perfeval --help` and `--version` take, as multiples of `python -c pass`: runs in turn, medians compared.

The bar is 6. `python bench/startup.py [ROUNDS]` prints a line for each and ends with 1 where one is over the bar.
"""

import subprocess
import sys
from collections.abc import Sequence
from statistics import median
from time import perf_counter

BAR = 6
BARE = "python -c pass"
CONSOLE = "import re, sys; from perfeval_rules.cli import main; sys.exit(main({!r}))"
"""What the installed `perfeval` does, on the interpreter that runs this script."""
RUNS = {
    BARE: ["-c", "pass"],
    "perfeval --help": ["-c", CONSOLE.format(["--help"])],
    "perfeval --version": ["-c", CONSOLE.format(["--version"])],
}


def measure(arguments: Sequence[str]) -> float:
    """The seconds one run takes."""
    start = perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
    return perf_counter() - start


def main(rounds: int = 21) -> int:
    """Measure every run in each round, so that what slows the machine slows all of them."""
    times: dict[str, list[float]] = {name: [] for name in RUNS}
    for _ in range(rounds):
        for name, arguments in RUNS.items():
            times[name].append(measure(arguments))
    bare = median(times[BARE])
    ratios = {name: median(taken) / bare for name, taken in times.items()}
    for name, ratio in ratios.items():
        print(f"{name:<20} {median(times[name]) * 1000:6.1f} ms  {ratio:4.2f} x")
    return int(max(ratios.values()) > BAR)


if __name__ == "__main__":
    sys.exit(main(*(int(argument) for argument in sys.argv[1:2])))

"""The long run: `python -m tests.agreement [--formulas N] [--rulesets N] [--shared N] [--seed FIRST]`; 1 if anything differs.

`--shared` is how many hundred forms go through one program that eight threads share.

Every difference is told with its seed as soon as it is found; `--seed` goes on from there, or from wherever a run ended.
"""

import argparse
import sys
from collections.abc import Callable, Iterable

from tests.agreement import formula_agreement, ruleset_agreement, thread_agreement
from tests.agreement.formula_agreement import Seen
from tests.agreement.ruleset_agreement import EXACT_WAY

STEP = 50


def told(line: str) -> None:
    """One line on the standard error, which a person watches."""
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def examined(what: str, seeds: range, examine: Callable[[int], Seen]) -> Seen:
    """What was seen on the way through some seeds."""
    seen = Seen()
    for n, seed in enumerate(seeds, 1):
        one = examine(seed)
        seen.add(one)
        for difference in one.differences:
            told(f"DIFFERENCE {difference}")
        if n % STEP == 0 or n == len(seeds):
            told(f"{what}: {n} of {len(seeds)}, next seed {seed + 1}, {len(seen.differences)} differences")
    return seen


def table(seen: Seen) -> Iterable[str]:
    """The counts, one a line, and the share of forms that the machine cannot say."""
    counts = dict(sorted(seen.counts.items())) | {"differences": len(seen.differences)}
    width = max(map(len, counts))
    rows = [f"{name.ljust(width)}  {count:>9,}" for name, count in counts.items()]
    share = sum(count for name, count in counts.items() if name.startswith(EXACT_WAY)) / (seen.counts["forms"] or 1)
    return [*rows, f"{EXACT_WAY.ljust(width)}  {share:>9.1%}"]


def main() -> int:
    """Run as long as asked."""
    parser = argparse.ArgumentParser(prog="python -m tests.agreement")
    parser.add_argument("--formulas", type=int, default=20_000)
    parser.add_argument("--rulesets", type=int, default=2_000)
    parser.add_argument("--shared", type=int, default=20)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    seen = examined("formulas", range(asked.seed, asked.seed + asked.formulas), formula_agreement.examine)
    seen.add(examined("rulesets", range(asked.seed, asked.seed + asked.rulesets), ruleset_agreement.examine))
    seen.add(
        examined("hundreds of forms by threads", range(asked.seed, asked.seed + asked.shared), thread_agreement.examine)
    )
    sys.stdout.write("\n".join(table(seen)) + "\n")
    return 1 if seen.differences else 0


if __name__ == "__main__":
    sys.exit(main())

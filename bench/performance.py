"""The page on performance, made from the figures that the scripts keep; no number on it is written by hand.

`python -m bench.performance` writes docs/performance.md anew.
"""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bench.figures import kept

PAGE = Path(__file__).parents[1] / "docs" / "performance.md"
HEAD = """\
# 性能 · Performance

每个数都由 `bench/` 里的脚本量出来，本页由脚本写成，没有手写的数字。倍数换一台机器仍大致成立，微秒不然。

Every figure is measured by the scripts in `bench/`, and this page is written by one of them: no number on it is written by hand. Ratios carry over to other machines, microseconds do not.

```sh
make bench
```

What stands in one table was measured in one run: every case takes its turn in each round, in an order drawn anew, and the median counts; the garbage collector is off during a turn, and each result is checked before it is timed. A dash says that a case was not there: a package that is not installed, or something that this version does not offer. `make bench` installs zen-engine for comparison; the engine itself does not need it.
"""
SECTIONS: Mapping[str, tuple[str, str]] = {
    "one_form": (
        "One form",
        "The Shanghai form of 2020, twelve scored lines, under the ruleset `cn-sh-2020`. The code by hand knows this form"
        " and no other; it is given the numbers as decimals. zen-engine is given the smallest document it can score, its"
        " graph loaded once; it takes no decimals, checks nothing and returns floats. *Everything* is line scores, groups,"
        " total, grade, owed reasons and whether they will do, findings with their places, and provenance.",
    ),
    "exactness": (
        "Exactness",
        "The score `weight * clamp(actual / target, 0, 1)`, rounded half up to two places, for every target up to 250 and"
        " round ones up to 3,000, every actual value up to the target, and 18 weights. What is right is worked out in whole"
        " numbers and held against fractions. `w`, `a` and `t` are weight, actual value and target.",
    ),
    "scaling": (
        "Growth",
        "What a line costs in longer forms, what a form costs under rulesets with more rules, and what a program costs"
        " before its first form.",
    ),
    "startup": (
        "Start-up",
        "Whole commands, each a process of its own, files in the cache of the system. FORM is the Shanghai form with its"
        " ruleset named.",
    ),
}
"""Each script with its heading on the page and what its tables are about."""


def page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *(part for name in SECTIONS for part in section(name))])


def section(name: str) -> Iterator[str]:
    """What one script measured."""
    heading, about = SECTIONS[name]
    measured_on, tables = kept(name)
    yield f"## {heading}\n\n{about}\n\n{on(measured_on)}\n"
    yield from (table.markdown() for table in tables)


def on(measured: Mapping[str, Any]) -> str:
    """What figures were measured on, in a sentence."""
    packages = ", ".join(f"{name} {version}" for name, version in measured["packages"].items())
    return (
        f"Measured on {measured['date']}: {measured['cpu']}, {measured['cores']} cores, {measured['system']},"
        f" {measured['python']}; {packages}."
    )


def main() -> int:
    """Write the page."""
    PAGE.write_text(page(), "utf-8")
    print(f"{PAGE.name} written")
    return 0


if __name__ == "__main__":
    sys.exit(main())

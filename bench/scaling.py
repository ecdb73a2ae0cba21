"""How costs grow with lines and rules, and what a program costs before its first form.

`python -m bench.scaling` prints tables, writes bench/figures/scaling.json and ends with 1 where a bar is not held.
"""

import gc
import sys
import tracemalloc
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from statistics import median
from time import perf_counter
from typing import Any

from bench import growth, offered, shanghai
from bench.bar import Bar, ratio
from bench.case import Case, measure
from bench.figures import keep
from bench.table import Cell, Table
from perfeval_rules.engine import Engine, Program
from perfeval_rules.submission import Submission

WAYS = ("scores of bound values", "everything", "everything, by the reference")
ROUNDS = 5
FRESH = 1_000
"""How many forms that stand unlike one another are scored once."""
STEADY = 1.5
"""How much dearer a line may be among a hundred times as many, and a form where a hundred times as many rules are."""


def ways(program: Program, submission: Submission) -> Mapping[str, Callable[[], Any]]:
    """Every way of scoring a form that the program offers."""
    return dict(
        zip(
            WAYS,
            (
                offered.score(program, submission),
                offered.fast(program, submission),
                offered.exact(program, submission),
            ),
            strict=True,
        )
    )


def cases(size: str, program: Program, submission: Submission) -> Iterator[Case]:
    """One case for each way; right is what gives every line a result."""
    lines = len(offered.exact(program, submission)().lines)
    for way, call in ways(program, submission).items():
        yield Case(f"{size} {way}", call, lambda found: len(found.lines) == lines)


def of_lines() -> tuple[Table, list[Bar]]:
    """Forms of more and more lines under one ruleset."""
    program = shanghai.program()
    listed = [case for lines in growth.LINES for case in cases(str(lines), program, growth.form(lines))]
    times = measure(listed, ROUNDS)
    each = {
        (lines, way): None if (taken := times[f"{lines} {way}"]) is None else taken / lines * 1e6
        for lines in growth.LINES
        for way in WAYS
    }
    rows = [(lines, *(each[lines, way] for way in WAYS)) for lines in growth.LINES]
    headings = {"lines": 0, **{f"{way}, µs a line": 2 for way in WAYS}}
    first, *_, last = growth.LINES
    held = [
        Bar(f"{way}: a line of {last}, × of {first}", ratio(each[last, way], each[first, way]), STEADY) for way in WAYS
    ]
    return Table(f"Lines of a form, under {shanghai.RULESET}", headings, rows), held


def of_rules() -> tuple[Table, list[Bar]]:
    """One form under rulesets of more and more rules."""
    submission = growth.form(growth.FEW)
    programs, compiling = {}, {}
    for rules in growth.RULES:
        start = perf_counter()
        programs[rules] = growth.program(rules)
        compiling[rules] = perf_counter() - start
    times = measure([case for rules, made in programs.items() for case in cases(str(rules), made, submission)], ROUNDS)
    form = {
        (rules, way): None if (taken := times[f"{rules} {way}"]) is None else taken * 1e6
        for rules in growth.RULES
        for way in WAYS
    }
    rows = [
        (rules, *(form[rules, way] for way in WAYS), compiling[rules] * 1000, compiling[rules] * 1000 / rules)
        for rules in growth.RULES
    ]
    headings = {"rules": 0, **{f"{way}, µs": 2 for way in WAYS}, "compiled, ms": 1, "ms a rule": 2}
    first, *_, last = growth.RULES
    held = [Bar(f"{way}: {last} rules, × {first}", ratio(form[last, way], form[first, way]), STEADY) for way in WAYS]
    return Table(f"Rules of a ruleset, a form of {growth.FEW} lines", headings, rows), held


def of_shipped() -> Table:
    """The rulesets that come with the engine: compiled, and how much memory a program holds."""
    names = [listed.id for listed in Engine().library()]
    submission = shanghai.published().submission
    taken: dict[str, list[float]] = {name: [] for name in names}
    for _ in range(ROUNDS):
        for name in names:
            taken[name].append(seconds(partial(Engine().program, name)))
    rows = [(name, median(taken[name]) * 1000, *memory(name, submission)) for name in names]
    headings = {
        "ruleset": None,
        "read and compiled, ms": 1,
        "program, MiB": 2,
        "most while compiling, MiB": 2,
        "with the fast reading, MiB": 2,
    }
    return Table("Shipped rulesets, plugins loaded before", headings, rows)


def memory(name: str, submission: Submission) -> tuple[float, float, float]:
    """The mebibytes a program holds, the most it took to make it, and what it holds once it has scored a form fast."""
    gc.collect()
    tracemalloc.start()
    program = Engine().program(name)
    gc.collect()
    held, most = tracemalloc.get_traced_memory()
    offered.bind_and_score(program, submission)()
    gc.collect()
    later, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return held / 2**20, most / 2**20, later / 2**20


def of_first_forms() -> Table:
    """The Shanghai form the first time a new program binds and scores it, and later."""
    submission = shanghai.published().submission
    firsts: dict[str, list[float]] = {way: [] for way in WAYS}
    laters: dict[str, list[float]] = {way: [] for way in WAYS}
    for _ in range(ROUNDS):
        for way in WAYS:
            program = shanghai.program()
            call = offered.bind_and_score(program, submission) if way == WAYS[0] else ways(program, submission)[way]
            firsts[way].append(seconds(call))
            laters[way].append(median(seconds(call) for _ in range(ROUNDS)))
    rows: list[list[Cell]] = [[way, median(firsts[way]) * 1000, median(laters[way]) * 1000] for way in WAYS]
    return Table("The Shanghai form under a new program", {"way": None, "first, ms": 3, "later, ms": 3}, rows)


def of_fresh_forms() -> Table:
    """Forms of which hardly two stand alike, each once, as they come to a new program and after many others."""
    forms = growth.unlike(FRESH)
    part = FRESH // 10
    calls = {"scores, with the binding": offered.bind_and_score, WAYS[1]: offered.fast, WAYS[2]: offered.exact}
    rows: list[list[Cell]] = []
    for way, call in calls.items():
        program = shanghai.program()
        times = [seconds(call(program, form)) * 1000 for form in forms]
        rows.append([way, sum(times[:part]) / part, sum(times[-part:]) / part])
    headings = {"way": None, "the first hundred, ms each": 2, "the last hundred, ms each": 2}
    return Table(f"{FRESH} forms that stand unlike one another, under {shanghai.RULESET}", headings, rows)


def seconds(call: Callable[[], Any]) -> float:
    """How long one call takes, the garbage collector off."""
    gc.collect()
    gc.disable()
    start = perf_counter()
    call()
    taken = perf_counter() - start
    gc.enable()
    return taken


def main() -> int:
    """Measure all, keep the figures."""
    lines, held_by_lines = of_lines()
    rules, held_by_rules = of_rules()
    return keep(
        "scaling", [lines, rules, of_shipped(), of_first_forms(), of_fresh_forms()], [*held_by_lines, *held_by_rules]
    )


if __name__ == "__main__":
    sys.exit(main())

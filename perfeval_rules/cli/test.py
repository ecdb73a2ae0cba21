"""`perfeval test`: the cases beside a ruleset, each that failed with what it wanted and got, and what none reaches."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass

from perfeval_rules.cli import codes
from perfeval_rules.cli.case_page import data, page
from perfeval_rules.cli.output import Output
from perfeval_rules.cli.page import BLANK_LINE
from perfeval_rules.cli.render import watched
from perfeval_rules.engine import Engine
from perfeval_rules.findings import worst
from perfeval_rules.testing.beside import Suite, suite
from perfeval_rules.testing.reach import Reach, Reachable
from perfeval_rules.testing.running import Result, run_case


@dataclass(frozen=True, slots=True)
class Tested:
    """A ruleset whose cases were run."""

    suite: Suite
    results: tuple[Result, ...]
    unreached: tuple[Reachable, ...]

    @property
    def code(self) -> int:
        """How it went."""
        undone = worst(self.suite.findings) == "error" or any(result.findings for result in self.results)
        if self.suite.program is None or undone:
            return codes.NOT_DONE
        return codes.DONE if all(result.passed for result in self.results) else codes.FOUND


def run(output: Output, rulesets: Sequence[str], every_file: bool = False) -> int:
    """Run the cases of each ruleset; `every_file` asks also about what the files say that it extends."""
    engine = Engine()
    tested = [_tested(engine, name, every_file) for name in rulesets]
    if output.as_data:
        told = [data(one.suite, one.results, one.unreached) for one in tested]
        output.data(told[0] if len(told) == 1 else told)
    else:
        for number, one in enumerate(tested):
            blocks = page(one.suite, one.results, one.unreached, engine.type_titles(), output.language)
            output.page([*([BLANK_LINE] if number else []), *blocks])
    return max(one.code for one in tested)


def _tested(engine: Engine, name: str, every_file: bool) -> Tested:
    found = suite(engine, name)
    if found.program is None:
        return Tested(found, (), ())
    reach = Reach(found.program)
    results = []
    for case in watched(found.cases, name, sys.stderr):
        results.append(run_case(found.program, case))
        reach.add(results[-1])
    return Tested(found, tuple(results), reach.unreached(every_file) if results else ())

"""`perfeval score`: the score sheet of each form."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from perfeval_rules.cli import codes, documents
from perfeval_rules.cli.output import Output, refusal
from perfeval_rules.cli.page import BLANK_LINE, Line
from perfeval_rules.cli.sheet import sheet
from perfeval_rules.engine import Engine
from perfeval_rules.errors import PerfevalError
from perfeval_rules.evaluation import Evaluation
from perfeval_rules.findings import Finding, worst
from perfeval_rules.plain import plain, plain_finding


@dataclass(frozen=True, slots=True)
class Scored:
    """A form that was scored, or why it was not."""

    name: str
    evaluation: Evaluation | None
    findings: tuple[Finding, ...]

    @property
    def code(self) -> int:
        """How it went."""
        if self.evaluation is None:
            return codes.NOT_DONE
        return codes.FOUND if worst(self.findings) == "error" else codes.DONE


def run(output: Output, forms: Sequence[str], ruleset: str | None) -> int:
    """Score each form; one that cannot be scored does not keep back the others."""
    engine = Engine()
    scored = [_scored(engine, name, ruleset) for name in forms]
    if output.as_data:
        told = [_data(one) for one in scored]
        output.data(told[0] if len(told) == 1 else told)
    else:
        _pages(output, scored, engine)
    return max(one.code for one in scored)


def _scored(engine: Engine, name: str, ruleset: str | None) -> Scored:
    try:
        form, findings = documents.submission(engine, name)
        evaluation = documents.program(engine, ruleset, form).evaluate(form)
    except PerfevalError as refused:
        return Scored(name, None, refused.findings)
    return Scored(name, evaluation, (*findings, *evaluation.findings))


def _data(scored: Scored) -> dict[str, Any]:
    if scored.evaluation is None:
        return refusal(scored.findings)
    return {**plain(scored.evaluation), "findings": [plain_finding(finding) for finding in scored.findings]}


def _pages(output: Output, scored: Sequence[Scored], engine: Engine) -> None:
    titles = engine.type_titles()
    told: list[Finding] = []
    for number, one in enumerate(scored):
        if len(scored) > 1:
            output.page([*([BLANK_LINE] if number else []), Line(one.name, "faint")])
        if one.evaluation:
            output.page(sheet(one.evaluation, one.findings, titles, output.language))
        else:
            news = [finding for finding in one.findings if finding not in told]
            output.refuse(news)
            told += news

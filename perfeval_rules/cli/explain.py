"""`perfeval explain`: how one line came to its score, or how the total came together."""

from perfeval_rules.catalogue import finding
from perfeval_rules.cli import codes, documents
from perfeval_rules.cli.output import Output
from perfeval_rules.cli.page import Line
from perfeval_rules.cli.words import word
from perfeval_rules.engine import Engine
from perfeval_rules.errors import PerfevalError, SubmissionError
from perfeval_rules.evaluation import Evaluation
from perfeval_rules.findings import Place, listed
from perfeval_rules.text import Language, escaped, nearest

TOTAL = frozenset({"total", "总分"})
"""What is written for the total; a line that bears such a name goes before it."""


def run(output: Output, form: str, line: str, ruleset: str | None, machine: bool) -> int:
    """Explain the line that a number, a name or an id means, or the total.

    `machine`: show the functions of the fast path instead.
    """
    engine = Engine()
    try:
        submission, _ = documents.submission(engine, form, ruleset)
        program = documents.program(engine, ruleset, submission)
        number = meant(program.evaluate(submission, reading="exact"), line, output.language)
    except PerfevalError as refused:
        output.refuse(refused.findings)
        return codes.NOT_DONE
    if machine:
        return show_machine(output, number, program.machine_sources(submission, number))
    explanation = program.explain(submission, number) if number else program.explain_total(submission)
    if output.as_data:
        output.data({"line": number or None, "explanation": {name: explanation.lines(name) for name in ("zh", "en")}})
    else:
        output.page(Line(escaped(row), verbatim=True) for row in explanation.lines(output.language))
    return codes.DONE


def show_machine(output: Output, number: int, sources: tuple[str, ...]) -> int:
    """Show the functions that score a line and the total, or say that there are none."""
    if output.as_data:
        output.data({"line": number or None, "machine": list(sources)})
        return codes.DONE
    head = "machine" if sources else "no-machine"
    rows = [row for source in sources for row in ("", *source.split("\n"))]
    output.page([Line(word(output.language, head)), *(Line(escaped(row), verbatim=True) for row in rows)])
    return codes.DONE


def meant(evaluation: Evaluation, asked: str, language: Language) -> int:
    """The number of the line asked for, 0 for the total; raises SubmissionError where there is no such line, or several."""
    lines = evaluation.line(asked)
    if not lines and asked.strip().casefold() in TOTAL:
        return 0
    if len(lines) == 1:
        return lines[0].number
    if lines:
        told = listed([f"{line.number} {line.group}".strip() for line in lines], language)
        raise SubmissionError([finding("command.several-lines", Place(), name=asked, lines=told)])
    names = [name for line in evaluation.lines for name in (line.name, line.id) if name]
    alike = [nearest(asked, names), *(name for name in names if asked in name), *names, "1"]
    example = next(filter(None, alike))
    raise SubmissionError(
        [finding("command.unknown-line", Place(), name=asked, count=len(evaluation.lines), example=example)]
    )

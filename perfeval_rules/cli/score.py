"""`perfeval score`: the score sheet of each form."""

from collections.abc import Sequence
from pathlib import Path

from perfeval_rules.catalogue import finding
from perfeval_rules.cli import codes, documents
from perfeval_rules.cli.folder import FolderSheet, score_folder
from perfeval_rules.cli.output import Output
from perfeval_rules.cli.page import BLANK_LINE, Line
from perfeval_rules.cli.scored import Scored
from perfeval_rules.cli.sheet import sheet
from perfeval_rules.engine import Engine
from perfeval_rules.errors import PerfevalError
from perfeval_rules.findings import Finding, Place
from perfeval_rules.text import Language


def run(output: Output, forms: Sequence[str], ruleset: str | None, write: str | None = None) -> int:
    """Score each form; one that cannot be scored does not keep back the others. `write`: a file for the one evaluation."""
    engine = Engine()
    folder = len(forms) == 1 and forms[0] != documents.PIPE and Path(forms[0]).is_dir()
    if write is not None and (folder or len(forms) > 1):
        output.refuse([finding("command.one-form-to-write", Place(write), name=write)])
        return codes.NOT_DONE
    if folder:
        return _folder(output, score_folder(engine, Path(forms[0]), ruleset))
    scored = [_scored(engine, name, ruleset, write, output.language) for name in forms]
    if output.as_data:
        told = [one.data() for one in scored]
        output.data(told[0] if len(told) == 1 else told)
    else:
        _pages(output, scored, engine)
    return max(one.code for one in scored)


def _folder(output: Output, folder: FolderSheet) -> int:
    if output.as_data:
        output.data(folder.data())
    else:
        output.page(folder.page(output.language))
    return folder.code


def _scored(engine: Engine, name: str, ruleset: str | None, write: str | None, language: Language) -> Scored:
    """A form with its evaluation, which a plugin of the ruleset also writes to a file where one is named."""
    try:
        form, findings = documents.submission(engine, name, ruleset)
        program = documents.program(engine, ruleset, form)
        evaluation = program.evaluate(form, reading="exact")
        if write is not None:
            documents.keep(write, program.write(evaluation, Path(write).suffix.lower(), language))
    except PerfevalError as refused:
        return Scored(name, None, refused.findings)
    return Scored(name, evaluation, (*findings, *evaluation.findings))


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

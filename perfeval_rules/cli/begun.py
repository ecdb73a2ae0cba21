"""What was begun, as a page for people or as data for programs: the files, and what to type next."""

from collections.abc import Iterator, Sequence
from typing import Any

from perfeval_rules.cli.output import Output
from perfeval_rules.cli.page import BLANK_LINE, Block, Line, Listing, Noted
from perfeval_rules.cli.words import word
from perfeval_rules.cli.wrapping import one_line
from perfeval_rules.scaffold.project import Project
from perfeval_rules.text import Language


def tell(output: Output, project: Project, commands: Sequence[str]) -> None:
    """Print what was written and the commands that come next."""
    if output.as_data:
        output.data(_data(project, commands))
    else:
        output.page(_page(project, commands, output.language))


def _page(project: Project, commands: Sequence[str], language: Language) -> Iterator[Block]:
    folder = one_line(str(project.folder))
    yield Line(word(language, "begun", folder=folder, count=len(project.files)), "strong")
    yield BLANK_LINE
    yield Listing(tuple(Noted(file.path, file.about.say(language), lead="  ") for file in project.files))
    yield BLANK_LINE
    yield Line(word(language, "next"))
    yield BLANK_LINE
    yield from (Line(one_line(command), lead="  ", verbatim=True) for command in commands)


def _data(project: Project, commands: Sequence[str]) -> dict[str, Any]:
    files = [project.folder.joinpath(*file.path.split("/")) for file in project.files]
    return {"folder": str(project.folder), "files": [str(file) for file in files], "next": list(commands)}

"""`perfeval new ruleset`: a ruleset that is sound and has cases that hold, to be made one's own."""

from datetime import date
from pathlib import Path
from shlex import quote

from perfeval_rules.cli import codes
from perfeval_rules.cli.begun import tell
from perfeval_rules.cli.output import Output
from perfeval_rules.cli.words import word
from perfeval_rules.files.library import FILE
from perfeval_rules.scaffold.project import Project
from perfeval_rules.scaffold.ruleset import new_ruleset


def run(output: Output, identifier: str, folder: str, base: str | None = None) -> int:
    """Write ruleset and cases into a folder of their own, and say what comes next."""
    made = new_ruleset(identifier, base, Path(folder), date.today().year)
    if not isinstance(made, Project):
        output.refuse(made)
        return codes.NOT_DONE
    where = quote(str(made.folder / FILE))
    form = word(output.language, "form")
    tell(output, made, [f"perfeval check {where}", f"perfeval test {where}", f"perfeval score {form} -r {where}"])
    return codes.DONE

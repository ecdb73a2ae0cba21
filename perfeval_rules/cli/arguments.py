"""What each command asks for, as plain data; the parser makes arguments and options of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that a command asks for, under the name that its module knows it by."""

    name: str
    shown: str = ""
    """The word that stands for it in help; blank where its choices do."""
    flags: tuple[str, ...] = ()
    """How the option is written; none for an argument, which is known by its position."""
    about: str = ""
    """The words that say what an option is for."""
    choices: tuple[str, ...] = ()
    default: str | None = None
    many: bool = False
    switch: bool = False
    """The option is there or not, and takes no value."""


FORMS = Asked("forms", "form", many=True)
FORM = Asked("form", "form")
LINE = Asked("line", "line")
RULESETS = Asked("rulesets", "ruleset", many=True)
RULESET = Asked("ruleset", "ruleset", ("--ruleset", "-r"), "ruleset-help")
WRITE = Asked("write", "file-to-write", ("--write", "-w"), "write-help")
RULESET_OF_SCHEMA = Asked("ruleset", "ruleset", ("--ruleset", "-r"), "ruleset-of-schema")
RULESET_OF_PLUGINS = Asked("ruleset", "ruleset", ("--ruleset", "-r"), "ruleset-of-plugins")
EVERY_FILE = Asked("every_file", flags=("--all",), about="every-file-help", switch=True)
MACHINE = Asked("machine", flags=("--machine",), about="machine-help", switch=True)
MERGED = Asked("merged", flags=("--merged", "-m"), about="merged-help", switch=True)
DOCUMENT = Asked("document", "document", choices=("submission", "evaluation", "ruleset", "cases"))
NAME = Asked("name", "name")
KIND = Asked("kind", flags=("--kind",), about="kind-help", choices=("formulas", "python"), default="formulas")
FOLDER = Asked("folder", "folder", ("--folder", "-d"), "folder-help", default=".")
IDENTIFIER = Asked("identifier", "identifier")
BASE = Asked("base", "ruleset", ("--extends", "-e"), "extends-help")
FORMAT = Asked("output_format", flags=("--format",), about="format", choices=("text", "json"), default="text")
"""What every command takes: whether people or programs read the answer."""

ASKED: Mapping[str, Sequence[Asked]] = {
    "score": (FORMS, RULESET, WRITE),
    "explain": (FORM, LINE, RULESET, MACHINE),
    "check": (RULESETS, MERGED),
    "test": (RULESETS, EVERY_FILE),
    "read": (FORM,),
    "schema": (DOCUMENT, RULESET_OF_SCHEMA),
    "rulesets": (),
    "plugins list": (RULESET_OF_PLUGINS,),
    "plugins check": (NAME,),
    "new plugin": (NAME, KIND, FOLDER),
    "new ruleset": (IDENTIFIER, BASE, FOLDER),
}
"""By command, those under another by both names."""
DETAILS = {
    "score": "score-help",
    "explain": "explain-help",
    "check": "check-help",
    "test": "test-help",
    "read": "score-help",
    "schema": "schema-help",
    "plugins check": "plugins-check-help",
    "new plugin": "new-plugin-help",
    "new ruleset": "new-ruleset-help",
}
"""What the help of a command says besides what it is for."""
MEANT = {"plugins": "list"}
"""The command that is meant where one that has others stands alone."""

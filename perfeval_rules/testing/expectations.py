"""What a case expects: its table `expect` as single expectations, or what is wrong with it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any, Literal, cast

from perfeval_rules.evaluation import OUTCOMES
from perfeval_rules.reasons import VERDICTS
from perfeval_rules.ruleset.document import Path
from perfeval_rules.ruleset.ruleset import Ruleset
from perfeval_rules.ruleset.tables import Fact
from perfeval_rules.ruleset.telling import meant
from perfeval_rules.testing.expectation import Asked, Expectation, Kind, Of, Said, owed
from perfeval_rules.testing.faults import Faults

OF_A_LINE = ("score", "weight", "attainment", "outcome", "rule", "group")
OF_A_GROUP = ("weight", "score", "extra", "withheld")
OF_THE_FORM = (
    "total",
    "full_marks",
    "grade",
    "reasons",
    "findings",
    "codes",
    "adjusts",
    "groups",
    "facts",
    "shown",
    "lines",
)
OF_A_FOLDER = ("findings", "facts", "forms")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?|[+-]?\d+/0*[1-9]\d*", re.ASCII)


class ExpectationReader:
    """Reads what cases expect of the evaluations of one ruleset."""

    def __init__(self, faults: Faults, ruleset: Ruleset) -> None:
        self.faults, self.ruleset = faults, ruleset

    def read(self, table: Mapping[str, Any], path: Path, kind: Kind, forms: int = 1) -> Iterator[Expectation]:
        """Everything a table expects; `kind` says what the case is of, `forms` of how many."""
        for key, value in table.items():
            here = (*path, key)
            if kind == "folder":
                yield from self.of_folder(key, value, here, forms)
            elif key in OF_A_LINE and kind == "form":
                self.faults.at_key("of-a-row", here, key=key)
            elif key in OF_A_LINE:
                yield from self.of_line(key, value, here)
            elif key in OF_THE_FORM:
                yield from getattr(self, key)(value, here)
            else:
                known = meant(key, (*OF_A_LINE, *OF_THE_FORM))
                self.faults.at_key("unknown-expectation", here, key=key, meant=known)

    def of_folder(self, key: str, value: Any, path: Path, forms: int) -> Iterator[Expectation]:
        """The checks that fire in the folder, its facts, or what is expected of each of its forms, in their order."""
        if key == "findings":
            yield from self.findings(value, path)
        elif key == "facts":
            yield from self.facts(value, path, "folder")
        elif key != "forms" and key in (*OF_A_LINE, *OF_THE_FORM):
            self.faults.at_key("of-one-form", path, key=key)
        elif key != "forms":
            self.faults.at_key("unknown-expectation", path, key=key, meant=meant(key, OF_A_FOLDER))
        elif not isinstance(value, list):
            self.faults.owed("list-owed", path)
        elif len(value) != forms:
            self.faults.at_value("forms-differ", path, wanted=len(value), count=forms)
        else:
            for number, table in enumerate(value):
                if self.is_table(table, (*path, number)):
                    read = self.read(table, (*path, number), "form")
                    yield from (replace(one, form=number) for one in read)

    def of_line(self, key: str, value: Any, path: Path, line: str = "") -> Iterator[Expectation]:
        """One number of a line, its outcome, the rule that took it, or the group it stands in."""
        known: Mapping[str, Iterable[str]] = {
            "outcome": OUTCOMES,
            "rule": ("", *self.ruleset.rules, *(f"line.{name}" for name in self.ruleset.lines)),
            "group": ("", *self.ruleset.groups),
        }
        if key in known:
            yield from self.named(cast(Asked, key), value, known[key], path, "line", line)
        else:
            yield from self.number(cast(Asked, key), value, path, "line", line)

    def number(self, asked: Asked, value: Any, path: Path, of: Of = "form", name: str = "") -> Iterator[Expectation]:
        """A number: a decimal or a fraction; blank where there is none."""
        text = value.strip() if isinstance(value, str) else ""
        if isinstance(value, Fraction) or value == "":
            yield self.expected(asked, None if value == "" else value, path, of, name)
        elif _NUMBER.fullmatch(text):
            yield self.expected(asked, Fraction(text), path, of, name)
        else:
            self.faults.owed("number-owed", path)

    def condition(self, asked: Asked, value: Any, path: Path, of: Of = "form", name: str = "") -> Iterator[Expectation]:
        """True or false."""
        if isinstance(value, bool):
            yield self.expected(asked, value, path, of, name)
        else:
            self.faults.owed("yes-no-owed", path)

    def named(
        self, asked: Asked, value: Any, known: Iterable[str], path: Path, of: Of = "form", name: str = ""
    ) -> Iterator[Expectation]:  # fmt: skip
        """One of the names that a ruleset, or the engine, gives."""
        if self.is_text(value, path) and self.is_known(asked, value, tuple(known), path):
            yield self.expected(asked, value, path, of, name)

    def total(self, value: Any, path: Path) -> Iterator[Expectation]:
        """The total of the form; blank where it is withheld."""
        yield from self.number("total", value, path)

    def full_marks(self, value: Any, path: Path) -> Iterator[Expectation]:
        """What the total is out of."""
        yield from self.number("full_marks", value, path)

    def grade(self, value: Any, path: Path) -> Iterator[Expectation]:
        """The grade by its id; blank where none is given."""
        yield from self.named("grade", value, ("", *(grade.id for grade in self.ruleset.grades)), path)

    def groups(self, value: Any, path: Path) -> Iterator[Expectation]:
        """What groups are worth, and what they brought."""
        for group, table in value.items() if self.is_table(value, path) else ():
            here = (*path, group)
            if self.is_known("group", group, tuple(self.ruleset.groups), here, key=True):
                for key, said in self.pairs(table, here, OF_A_GROUP):
                    read = self.condition if key in ("extra", "withheld") else self.number
                    yield from read(cast(Asked, key), said, (*here, key), "group", group)

    def lines(self, value: Any, path: Path) -> Iterator[Expectation]:
        """Results of single lines, each meant by its id, its name or its number."""
        for line, table in value.items() if self.is_table(value, path) else ():
            for key, said in self.pairs(table, (*path, line), OF_A_LINE):
                yield from self.of_line(key, said, (*path, line, key), line)

    def pairs(self, table: Any, path: Path, known: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
        """The keys of a table that are known, with their values; others are told."""
        for key, said in table.items() if self.is_table(table, path) else ():
            if key in known:
                yield key, said
            else:
                self.faults.at_key("unknown-expectation", (*path, key), key=key, meant=meant(key, known))

    def reasons(self, value: Any, path: Path) -> Iterator[Expectation]:
        """All reasons that are owed, each with its verdict, the sufficient ones too."""
        if not self.is_table(value, path):
            return
        read = {name: self.verdicts(name, said, (*path, name)) for name, said in value.items()}
        wanted = tuple(sorted(owed(name, said) for name, said in read.items() if said is not None))
        each = frozenset(name for name, said in value.items() if isinstance(said, list))
        if None not in read.values():
            yield Expectation("reasons", wanted, self.faults.document.place(path), each=each)

    def verdicts(self, reason: str, value: Any, path: Path) -> tuple[str, ...] | None:
        """The verdicts on one reason: one for all lines, or a list in their order; None, and told, for anything else."""
        if not self.is_known("reason", reason, self.ruleset.reasons, path, key=True):
            return None
        said = value if isinstance(value, list) else [value]
        if not said or not all(isinstance(verdict, str) for verdict in said):
            self.faults.owed("verdict-owed", path)
            return None
        unknown = [verdict for verdict in said if not self.is_known("verdict", verdict, VERDICTS, path)]
        return None if unknown else tuple(said)

    def findings(self, value: Any, path: Path) -> Iterator[Expectation]:
        """The checks that fire, by code, each as often as it does."""
        yield from self.listed("findings", "check", value, [f"check.{name}" for name in self.ruleset.checks], path)

    def codes(self, value: Any, path: Path) -> Iterator[Expectation]:
        """Everything else that is found, by code, each as often as it is: of the form, of values, of types."""
        yield from self.listed("codes", "code", value, None, path)

    def adjusts(self, value: Any, path: Path) -> Iterator[Expectation]:
        """The adjusts of total and grade that act, re-weighting apart."""
        yield from self.listed("adjusts", "adjust", value, list(self.ruleset.adjusts), path)

    def listed(self, asked: Asked, kind: str, value: Any, known: list[str] | None, path: Path) -> Iterator[Expectation]:
        """A list of names, whose order does not count."""
        if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
            self.faults.owed("list-owed", path)
            return
        names = value if known is None else []
        unknown = [
            name
            for n, name in enumerate(value)
            if name not in names and not self.is_known(kind, name, known, (*path, n))
        ]
        if not unknown:
            yield self.expected(asked, tuple(sorted(value)), path)

    def shown(self, value: Any, path: Path) -> Iterator[Expectation]:
        """Facts that are printed as results beside the total."""
        known = {name: fact for name, fact in self.ruleset.facts.items() if fact.show}
        for name, said in value.items() if self.is_table(value, path) else ():
            if self.is_known("fact", name, known, (*path, name), key=True):
                for one in self.fact(name, known[name], said, (*path, name)):
                    yield replace(one, asked="shown")

    def facts(self, value: Any, path: Path, of: Literal["form", "folder"] = "form") -> Iterator[Expectation]:
        """Facts of the form or of the folder, each by its kind."""
        known = {name: fact for name, fact in self.ruleset.facts.items() if fact.of == of}
        for name, said in value.items() if self.is_table(value, path) else ():
            here = (*path, name)
            if self.is_known("fact" if of == "form" else "folder-fact", name, known, here, key=True):
                yield from self.fact(name, known[name], said, here)

    def fact(self, name: str, fact: Fact, value: Any, path: Path) -> Iterator[Expectation]:
        """One fact by its kind; blank where it has no value."""
        if value == "" and fact.kind != "text":
            yield self.expected("value", None, path, "fact", name)
        elif fact.kind in ("number", "money"):
            yield from self.number("value", value, path, "fact", name)
        elif fact.kind == "yes_no":
            if isinstance(value, bool):
                yield self.expected("value", value, path, "fact", name)
            else:
                self.faults.owed("yes-no-owed", path)
        elif isinstance(value, date) or self.is_text(value, path):
            text = value.isoformat() if isinstance(value, date) else value
            yield self.expected("value", text, path, "fact", name)

    def expected(self, asked: Asked, wanted: Said, path: Path, of: Of = "form", name: str = "") -> Expectation:
        """An expectation that stands at a path."""
        return Expectation(asked, wanted, self.faults.document.place(path), of, name)

    def is_table(self, value: Any, path: Path) -> bool:
        """Whether a value is a table; told where it is not."""
        if not isinstance(value, dict):
            self.faults.owed("table-owed", path)
        return isinstance(value, dict)

    def is_text(self, value: Any, path: Path) -> bool:
        """Whether a value is a text; told where it is not."""
        if not isinstance(value, str):
            self.faults.owed("text-owed", path)
        return isinstance(value, str)

    def is_known(self, kind: str, name: str, known: Any, path: Path, *, key: bool = False) -> bool:
        """Whether a name is one of those known; told, at the key or the value, where it is not."""
        if name not in known:
            tell = self.faults.at_key if key else self.faults.at_value
            tell(f"unknown-{kind}", path, name=name, meant=meant(name, known))
        return name in known

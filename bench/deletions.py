"""Whether the cases of the shipped rulesets would notice if a part of a ruleset went missing.

`python bench/deletions.py [RULESET…]` deletes every thing that a ruleset's own file writes, and every key of one, each
alone; compiles what is left and runs the cases beside it. It prints how many deletions no case notices and which, and
ends with 1 where one of them is not known to change nothing. Words for people, sources and severities are left alone:
cases compare none of them.
"""

import copy
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import perfeval_standard
from perfeval_rules.engine import Engine, Program
from perfeval_rules.errors import RulesetError
from perfeval_rules.findings import worst
from perfeval_rules.ruleset.document import Document, Path, dotted
from perfeval_rules.ruleset.overlay import merge
from perfeval_rules.ruleset.reading import read
from perfeval_rules.testing.beside import suite
from perfeval_rules.testing.cases import Case
from perfeval_rules.testing.running import run_case

SHIPPED = ("cn-mof-2020", "cn-review", "cn-sh-2020")
THINGS = ("rule", "line", "group", "fact", "adjust", "reason", "check", "words")
"""Tables of things with an id."""
SETTINGS = ("every", "scoring")
"""Tables there is one of."""
UNSEEN = frozenset({"title", "message", "cites", "severity"})
"""Keys that change no number, reason, finding or grade."""
DEFAULT = "the default says the same; it is written for readers"
WIDER = "a shorter word of the list stands in it"
SAME: Mapping[str, Mapping[str, str]] = {
    "cn-mof-2020": {
        "rule.qualitative.full_from": DEFAULT,
        "rule.qualitative.part_from": DEFAULT,
        "every.reverse": DEFAULT,
        "every.equality": DEFAULT,
        "scoring.full_marks": DEFAULT,
        "scoring.rounding": DEFAULT,
        "scoring.unscored.not_reported": DEFAULT,
        "scoring.unscored.not_applicable": DEFAULT,
        "scoring.unscored.stopped": DEFAULT,
        "words.cause[3]": WIDER,
    },
    "cn-review": {"words.unaccepted[1]": WIDER},
    "cn-sh-2020": {"line.execution": "it only cites other sources"},
}
"""Deletions that change nothing, by ruleset, each with why; what `titled` finds is not listed."""


def deletions(document: Document) -> Iterator[Path]:
    """Every part of a file that is deleted: whole things, their keys, single names and words."""
    yield from elements(("ruleset", "remove"), document.data["ruleset"].get("remove", ()))
    for table in THINGS:
        for name, value in document.data.get(table, {}).items():
            yield (table, name)
            yield from parts((table, name), value)
    for table in SETTINGS:
        yield from parts((table,), document.data.get(table, {}))
    for number, grade in enumerate(document.data.get("grade", ())):
        yield ("grade", number)
        yield from parts(("grade", number), grade)


def parts(path: Path, value: Any) -> Iterator[Path]:
    """The keys of a table, down to those of tables inside it, and the elements of lists."""
    if isinstance(value, list):
        yield from elements(path, value)
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in UNSEEN:
                here = (*path, key)
                yield from () if isinstance(inner, dict) else (here,)
                yield from parts(here, inner)


def elements(path: Path, listed: Sequence[Any]) -> Iterator[Path]:
    """The elements of a list, where it has more than one."""
    yield from ((*path, number) for number, _ in enumerate(listed) if len(listed) > 1)


def titled(document: Document, path: Path) -> str:
    """Why nothing changes without a name, or without all of them, where the title says the same."""
    if path[2:3] != ("names",):
        return ""
    names = document.at(path)
    said = set(document.at(path[:2]).get("title", {}).values())
    return "the title says the same" if set(names if isinstance(names, list) else [names]) <= said else ""


def without(document: Document, path: Path) -> Document:
    """A file in which one thing or key is not written."""
    data = copy.deepcopy(document.data)
    holder: Any = data
    for key in path[:-1]:
        holder = holder[key]
    del holder[path[-1]]
    size, last = len(path), path[-1]
    marks = {}
    for where, mark in document.marks.items():
        if where[:size] == path:
            continue
        later = isinstance(last, int) and where[: size - 1] == path[:-1] and len(where) >= size
        at = where[size - 1] if later else None
        if isinstance(at, int) and isinstance(last, int) and at > last:
            marks[(*where[: size - 1], at - 1, *where[size:])] = mark
        else:
            marks[where] = mark
    return Document(document.name, data, marks, document.lines)


def compiled(engine: Engine, documents: Sequence[Document]) -> Program | None:
    """The program of some files, or None where they no longer make one."""
    merged, disagreements = merge(documents)
    ruleset, faults = read(merged)
    if worst((*disagreements, *faults)) == "error":
        return None
    try:
        return engine.program(ruleset)
    except RulesetError:
        return None


def notices(program: Program | None, cases: Sequence[Case]) -> bool:
    """Whether a ruleset no longer compiles, or a case no longer gets what it expects."""
    return program is None or not all(run_case(program, case).passed for case in cases)


def survivors(engine: Engine, name: str) -> tuple[int, dict[str, str]]:
    """How many parts of a ruleset were deleted, and those that no case misses, with why where that is known."""
    whole = suite(engine, name)
    if whole.program is None or whole.findings or notices(whole.program, whole.cases):
        raise SystemExit(f"{name} does not pass its own cases")
    *bases, own = whole.program.ruleset.merged.documents
    paths = list(deletions(own))
    unmissed = [path for path in paths if not notices(compiled(engine, [*bases, without(own, path)]), whole.cases)]
    why = SAME.get(name, {})
    return len(paths), {dotted(path): why.get(dotted(path)) or titled(own, path) for path in unmissed}


def main(*names: str) -> int:
    """Delete and tell."""
    engine = Engine(plugins=[perfeval_standard])
    missing = 0
    for name in names or SHIPPED:
        count, unmissed = survivors(engine, name)
        unknown = [path for path, why in unmissed.items() if not why]
        missing += len(unknown)
        same = len(unmissed) - len(unknown)
        print(f"{name}: {count} deletions, {same} change nothing, {len(unknown)} of the others are missed by no case")
        for path, why in unmissed.items():
            print(f"  {path:<32} {why or 'missed by no case'}")
    return int(missing > 0)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

"""Whether the cases of the shipped rulesets would notice if a part of a ruleset went missing.

`python bench/deletions.py [RULESET…]` deletes every thing that a ruleset's own file writes, and every key of one, each
alone; compiles what is left and runs the cases beside it. It prints how many deletions no case notices and which, and
ends with 1 where one of them is not known to change nothing. Words for people, sources and severities are left alone:
cases compare none of them.
"""

import copy
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path as File
from typing import Any

import perfeval_standard
from perfeval_rules.engine import Engine, Program
from perfeval_rules.errors import RulesetError
from perfeval_rules.findings import Written, worst
from perfeval_rules.formula.language import Formula
from perfeval_rules.plan.judge import Judge
from perfeval_rules.ruleset.document import Document, Path, dotted
from perfeval_rules.ruleset.overlay import merge
from perfeval_rules.ruleset.reading import read
from perfeval_rules.testing.beside import suite
from perfeval_rules.testing.cases import Case
from perfeval_rules.testing.running import run_case

SHIPPED = sorted(path.parent.name for path in (File(__file__).parents[1] / "rulesets").glob("*/ruleset.toml"))
THINGS = ("rule", "line", "group", "fact", "adjust", "reason", "check", "words")
"""Tables of things with an id."""
SETTINGS = ("every", "scoring")
"""Tables there is one of."""
UNSEEN = frozenset({"title", "message", "cites", "severity"})
"""Keys that change no number, reason, finding or grade."""
JUDGED = frozenset({"type", "score", "applies", "manual", "options", "weight"})
"""Keys of a rule or line that stand in its judge, together with what holds where they are left out."""
WHOLE = frozenset({"yes", "no", "placeholder", "not-applicable"})
"""Word lists of which a word must be the whole cell."""
SAID = "what holds without it is the same"
WIDER = "a shorter word of the list stands in it"
PRINTED = "the lines that are added up are rounded as far; it says how the total is printed"
SAME: Mapping[str, Mapping[str, str]] = {
    "cn-fin-enterprise": {"scoring.places.total": "bonus and deductions have no more places than the lines"},
}
"""Deletions that change nothing for other reasons than those that are found, by ruleset, each with why."""


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


def known(before: Program, after: Program | None, path: Path) -> str:
    """Why a deletion changes nothing; blank where that is not known."""
    if after is None:
        return ""
    if spoken(before) == spoken(after):
        return SAID
    table, name, *rest = path
    if table == "words" and rest and name not in WHOLE:
        words = before.ruleset.words[str(name)]
        gone = set(words) - set(after.ruleset.words[str(name)])
        return WIDER if any(other in word != other for word in gone for other in words) else ""
    return PRINTED if path == ("scoring", "places", "total") and only_printed(before) else ""


def spoken(program: Program) -> Any:
    """Everything that a ruleset says, however it is written: defaults filled in, names with the titles that count as such."""
    ruleset, judges = program.ruleset, program.plan.judges
    tables = (
        ruleset.rules, ruleset.lines, ruleset.groups, ruleset.facts, ruleset.adjusts, ruleset.reasons, ruleset.checks,
        {grade.id: grade for grade in ruleset.grades}, {"": ruleset.scoring},
    )  # fmt: skip
    return [
        *([(name, told(table)) for name, table in things.items()] for things in tables),
        {path: judged(judge) for path, judge in judges.items()},
        ruleset.words,
    ]


def told(table: Any) -> dict[str, Any]:
    """What a thing says, but for words for people and for what its judge holds."""
    has_judge = hasattr(table, "options")
    keys = [key for key in type(table).model_fields if key not in UNSEEN and not (has_judge and key in JUDGED)]
    said = {key: text(getattr(table, key)) for key in keys}
    if "names" in said:
        title = getattr(table, "title", None)
        said["names"] = {name.replace(" ", "") for name in (*table.names, *((title.zh, title.en) if title else ()))}
    return said


def judged(judge: Judge) -> list[Any]:
    """What holds for the lines of a rule, or for a line of the ruleset."""
    formulas = (judge.score, judge.applies, judge.manual, judge.weight)
    return [judge.type, judge.options, judge.facts, judge.presets, *map(text, formulas)]


def text(value: Any) -> Any:
    """A value without the place it stands at."""
    return value.text if isinstance(value, Written | Formula) else value


def only_printed(program: Program) -> bool:
    """Whether a total is a sum of lines rounded as far as itself, so that rounding it changes nothing."""
    ruleset = program.ruleset
    scoring, places = ruleset.scoring, ruleset.scoring.places
    own = [scoring.total, *(group.score for group in ruleset.groups.values())]
    gathers = all(formula is None or formula.text == "largest(score)" for formula in own)
    rescaled = "not-applicable" in ruleset.words or any(judge.applies for judge in program.plan.judges.values())
    adjusted = any(adjust.total for adjust in ruleset.adjusts.values())
    rounded = places.line is not None and places.total is not None and places.line <= places.total
    return rounded and gathers and not rescaled and not adjusted and scoring.unscored.manual != "stated"


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


def survivors(name: str) -> tuple[int, dict[str, str]]:
    """How many parts of a ruleset were deleted, and those that no case misses, with why where that is known."""
    engine = Engine(plugins=[perfeval_standard])
    whole = suite(engine, name)
    if whole.program is None or whole.findings or notices(whole.program, whole.cases):
        raise SystemExit(f"{name} does not pass its own cases")
    *bases, own = whole.program.ruleset.merged.documents
    paths = list(deletions(own))
    unmissed = {}
    for path in paths:
        left = compiled(engine, [*bases, without(own, path)])
        if not notices(left, whole.cases):
            unmissed[dotted(path)] = SAME.get(name, {}).get(dotted(path)) or known(whole.program, left, path)
    return len(paths), unmissed


def main(*names: str) -> int:
    """Delete and tell."""
    rulesets = names or SHIPPED
    deleted = same = missing = 0
    with ProcessPoolExecutor() as pool:
        for name, (count, unmissed) in zip(rulesets, pool.map(survivors, rulesets), strict=True):
            unknown = [path for path, why in unmissed.items() if not why]
            deleted, same, missing = deleted + count, same + len(unmissed) - len(unknown), missing + len(unknown)
            print(told_of(name, count, len(unmissed) - len(unknown), len(unknown)), flush=True)
            for path, why in unmissed.items():
                print(f"  {path:<32} {why or 'missed by no case'}")
    print(told_of(f"all {len(rulesets)} rulesets", deleted, same, missing))
    return int(missing > 0)


def told_of(name: str, count: int, same: int, missing: int) -> str:
    """The line of a ruleset."""
    return f"{name}: {count} deletions, {same} change nothing, {missing} of the others are missed by no case"


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

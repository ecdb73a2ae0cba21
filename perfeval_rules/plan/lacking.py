"""Which reported values a line lacks to be scored, and how that is told: the one finding on lines not reported."""

import ast
from collections.abc import Iterator, Mapping

from perfeval_rules.findings import listed
from perfeval_rules.formula.algebra import NoValue
from perfeval_rules.formula.functions import AGGREGATES
from perfeval_rules.formula.nodes import formula_of
from perfeval_rules.plan.entry import FORM, Entry
from perfeval_rules.plan.judge import MEASURES, Judge
from perfeval_rules.plan.vocabulary import FUND_VALUES
from perfeval_rules.plan.worked import Worked
from perfeval_rules.text import Language, Text

ASKED = (*(name for name in MEASURES if name != "ratio"), "_exact")
"""What a line must have to be scored; its ratio is for those who want to see it."""
LAZY = frozenset({"ifs", "given", "if_blank", "default", "failed", *AGGREGATES})
"""Functions that have a value though an argument has none."""
CARRIED = "carried."
LANGUAGES: tuple[Language, ...] = ("zh", "en")
ON_THE_ROW = Text("这一行", "on this row")
ON_THE_FORM = Text("表上", "on the form")
IN_THE_FUNDS = Text("资金栏", "in the fund block")


def lacking(judge: Judge, entries: Mapping[str, Entry], line: Worked, form: Worked) -> tuple[str, ...]:
    """The names of the blank values that keep a line from being scored.

    Those that its type requires, and those that stand where a formula came to its end for want of a value; where it ended
    for another cause, every blank one that might have helped.
    """
    behind = dict.fromkeys(name for entry in ("_unreported", "_lacking") for name in entries[entry].words.values())
    wanted = {bare(name): None for name in (*judge.reported, *behind)}
    owed = [name for name in judge.reported if name in judge.required and is_blank(line.look(name))]
    seen: set[int] = set()
    met = [name for asked in ASKED for name in ends_at(line.look(asked), line, seen)]
    found = {*owed, *(name for name in met if name in wanted)}
    if not found:
        found = {bare(name) for name in behind if is_blank((form if is_of_form(name) else line).look(plain(name)))}
    return tuple(name for name in wanted if name in found)


def bare(name: str) -> str:
    """What an author calls a value that the plan finds elsewhere."""
    return plain(name).removeprefix(CARRIED)


def plain(name: str) -> str:
    """A name of the form without the mark that says so."""
    return name.removeprefix(FORM)


def is_of_form(name: str) -> bool:
    """Whether the form is asked for a name, though the line may bear it."""
    return name.startswith(FORM)


def is_blank(said: object) -> bool:
    """Whether nothing is said: no value, or a text without a word."""
    return said is None or said == "" or isinstance(said, NoValue)


def ends_at(said: object, line: Worked, seen: set[int]) -> Iterator[str]:
    """The blank values at which a formula came to its end, with those that the same part of it needs beside."""
    if not isinstance(said, NoValue) or said.code != "absent" or not isinstance(said.node, ast.Name):
        return
    if id(said.node) in seen:
        return
    seen.add(id(said.node))
    yield said.node.id
    for name in needed_beside(said.node):
        beside = line.look(name)
        if beside is None:
            yield name
        yield from ends_at(beside, line, seen)


def needed_beside(node: ast.expr) -> Iterator[str]:
    """The names that must all have a value for the part around a node to have one."""
    part = node
    for around in reversed(way_to(node, formula_of(node).tree) or ()):
        if is_lazy(around):
            break
        part = around
    yield from strict_names(part)


def way_to(node: ast.expr, tree: ast.expr) -> tuple[ast.expr, ...] | None:
    """The parts of a tree around one of its nodes, from the outside in; None where it is not in the tree."""
    if tree is node:
        return ()
    for inner in parts_of(tree):
        way = way_to(node, inner)
        if way is not None:
            return (tree, *way)
    return None


def strict_names(part: ast.expr) -> Iterator[str]:
    """The names in a part that it cannot do without."""
    if isinstance(part, ast.Name):
        yield part.id
    if not is_lazy(part):
        for inner in parts_of(part):
            yield from strict_names(inner)


def is_lazy(part: ast.expr) -> bool:
    """Whether a part may have a value though one inside it has none."""
    called = part.func.id if isinstance(part, ast.Call) and isinstance(part.func, ast.Name) else ""
    return called in LAZY or isinstance(part, (ast.IfExp, ast.BoolOp))


def parts_of(node: ast.expr) -> list[ast.expr]:
    """The parts directly in a node; of a call, its arguments."""
    inner = node.args if isinstance(node, ast.Call) else ast.iter_child_nodes(node)
    return [one for one in inner if isinstance(one, ast.expr)]


def told_of(judge: Judge, names: tuple[str, ...], path: str) -> dict[str, Text]:
    """What fills the words of the finding: the values that are lacking, and where they belong.

    `path` is where the line stands in the submission.
    """
    called = [judge.titles.get(name, Text(name)) for name in names]
    zh, en = (listed(list(dict.fromkeys(one.say(language) for one in called)), language) for language in LANGUAGES)
    funds = FUND_VALUES | ({"budget", "rate"} if judge.from_funds else set())
    on_row = path.startswith("rows") and any(name in judge.reported for name in names)
    where = IN_THE_FUNDS if funds.issuperset(names) else ON_THE_ROW if on_row else ON_THE_FORM
    return {"lacking": Text(zh, en), "where": where}

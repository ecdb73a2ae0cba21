"""Findings about a ruleset: at a spot of a file, under the path that people write."""

from collections.abc import Iterable

from perfeval_rules.catalogue import finding
from perfeval_rules.findings import Finding
from perfeval_rules.ruleset.document import Document, Path, Spot, dotted
from perfeval_rules.ruleset.merged import Merged
from perfeval_rules.text import Showable, Text, nearest

MOST_COMPARED, MOST_LISTED = 500, 20
"""More names than these are not compared, and not listed."""


def tell(code: str, spot: Spot, path: Path = (), **values: Showable) -> Finding:
    """A finding of the family `ruleset` with the source line and caret of its spot."""
    return finding(
        f"ruleset.{code}", spot.at, path=dotted(path), rule="", line=spot.line, length=spot.length, severity=None,
        **values,
    )  # fmt: skip


def said(where: Merged | Document, path: Path) -> Showable:
    """A value as it is written; what a header writes, in words."""
    value = where.at(path)
    if where.key(path) == where.value(path) and isinstance(value, (dict, list)):
        return Text("一组表", "a list of tables") if isinstance(value, list) else Text("一张表", "a table")
    return where.source(path)


def key_of(path: Path) -> str:
    """The key of a value; of an element of a list, that of the list."""
    return next(key for key in reversed(path) if isinstance(key, str))


def meant(name: str, known: Iterable[str]) -> Text:
    """The words that offer the nearest known name; where nothing is near, all that are known."""
    names = tuple(dict.fromkeys(known))[:MOST_COMPARED]
    near = nearest(name, names)
    if near:
        return Text(f"最接近的是“{near}”", f"the nearest is “{near}”")
    if not names:
        return Text("现在一个也没有", "there is none yet")
    listed = names[:MOST_LISTED]
    return Text(f"可用的有：{'、'.join(listed)}", f"known are: {', '.join(listed)}")

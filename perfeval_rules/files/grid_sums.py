"""Rows that are the sum of the rows below them, so that points are not counted twice."""

import re
from fractions import Fraction

from perfeval_rules.body.collected import Collected
from perfeval_rules.submission import Row
from perfeval_rules.values.decimals import read_number

_PARENT = re.compile(r"[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、.．]")
_CHILD = re.compile(r"[（(]\d{1,2}[)）]|\d{1,2}[、.．](?!\d)")


def with_sums(rows: list[Row], told: Collected) -> tuple[Row, ...]:
    """The rows, those marked that are numbered 一、 and bear exactly the points of the rows 1、 2、 … below them."""
    marked = list(rows)
    for number, row in enumerate(rows):
        children = _children(rows, number)
        if children and not row.sum and _is_sum_of(row, children):
            marked[number] = row.model_copy(update={"sum": True})
            told.add("form.sum-recognised", row.name.at, path=row.path, values={"name": row.name.text})
    return tuple(marked)


def _children(rows: list[Row], number: int) -> list[Row]:
    children: list[Row] = []
    if _PARENT.match(rows[number].name.text):
        for row in rows[number + 1 :]:
            if not _CHILD.match(row.name.text):
                break
            children.append(row)
    return children


def _is_sum_of(row: Row, children: list[Row]) -> bool:
    """Do the points of a row equal those of its children, in every column that prints any."""
    told = False
    for field in ("weight", "stated"):
        own = read_number(getattr(row, field).text)
        parts = [read_number(getattr(child, field).text) for child in children]
        numbers = [part for part in parts if isinstance(part, Fraction)]
        if isinstance(own, Fraction):
            if len(numbers) < len(parts) or sum(numbers) != own:
                return False
            told = True
        elif numbers:
            return False
    return told

"""Which ruleset of a family a fiscal year picks, and whether a family leaves years out or holds some twice."""

from collections.abc import Iterator, Sequence

from perfeval_rules.catalogue import finding
from perfeval_rules.findings import Finding, Place
from perfeval_rules.ruleset.tables import Head, Years
from perfeval_rules.ruleset.telling import meant
from perfeval_rules.text import Text


def in_force(candidates: Sequence[Head], family: str, year: int | None) -> Head | Finding:
    """The one ruleset of a family that is in force in a year; else what to tell."""
    kin = [head for head in candidates if head.kin == family]
    ids = ", ".join(head.id for head in kin)
    if not kin:
        known = meant(family, (head.kin for head in candidates))
        return finding("ruleset.unknown-family", Place(), family=family, meant=known)
    if year is None:
        return finding("ruleset.no-year", Place(), family=family, ids=ids)
    held = [head for head in kin if head.years.holds(year)]
    if not held:
        return finding("ruleset.no-edition", Place(), family=family, year=str(year), ids=ids)
    if len(held) > 1:
        ids = ", ".join(head.id for head in held)
        return finding("ruleset.several-editions", Place(), family=family, year=str(year), ids=ids)
    return held[0]


def out_of_force(head: Head, year: int | None) -> Finding | None:
    """A warning where a form's year is none of a ruleset's; it scores all the same."""
    if year is None or head.years.holds(year):
        return None
    years = spoken(head.years.first, head.years.until)
    return finding("ruleset.out-of-force", Place(), name=head.id, year=str(year), years=years)


def lapses(heads: Sequence[Head]) -> Iterator[Finding]:
    """Years that two rulesets of one family both hold, and years between that none does."""
    for family in dict.fromkeys(head.kin for head in heads):
        kin = sorted((head for head in heads if head.kin == family), key=lambda head: head.years.first)
        for number, head in enumerate(kin):
            for other in kin[:number]:
                if other.years.until is None or other.years.until >= head.years.first:
                    yield _overlap(other, head)
        yield from _gaps(family, kin)


def spoken(first: int, until: int | None) -> Text:
    """Years as people say them."""
    if until is None:
        return Text(f"{first} 年起", f"from {first} on")
    if first == until:
        return Text(f"{first} 年", f"in {first}")
    return Text(f"{first}–{until} 年", f"in {first}–{until}")


def _overlap(earlier: Head, later: Head) -> Finding:
    ends = [years.until for years in (earlier.years, later.years) if years.until is not None]
    years = spoken(later.years.first, min(ends, default=None))
    return finding("ruleset.years-overlap", Place(), name=later.id, other=earlier.id, years=years)


def _gaps(family: str, kin: Sequence[Head]) -> Iterator[Finding]:
    last = kin[0]
    for head in kin[1:]:
        if last.years.until is not None and last.years.until + 1 < head.years.first:
            years = spoken(last.years.until + 1, head.years.first - 1)
            yield finding("ruleset.years-gap", Place(), family=family, name=head.id, other=last.id, years=years)
        last = max(last, head, key=lambda one: _end(one.years))


def _end(years: Years) -> float:
    return float("inf") if years.until is None else years.until

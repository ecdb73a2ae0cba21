"""The Shanghai form scored by code written for it alone, as a programmer of a bureau would write it."""

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from math import floor
from typing import Any, NamedTuple

CENT, ZERO = Decimal("0.01"), Decimal(0)
GRADES = ((Decimal(90), "excellent"), (Decimal(75), "good"), (Decimal(60), "pass"), (ZERO, "fail"))
FLOAT_GRADES = tuple((float(at_least), grade) for at_least, grade in GRADES)
ENOUGH = 10
"""The letters a reason has at least."""
CAUSE = ("因", "由于", "疫情", "原因", "受")
MEASURE = ("改进", "措施", "加强", "下一步")


class Amounts(NamedTuple):
    """The numbers of one line, none of them missing."""

    weight: Decimal
    target: Decimal
    actual: Decimal


class FloatAmounts(NamedTuple):
    """The numbers of one line as floats."""

    weight: float
    target: float
    actual: float


class Cells(NamedTuple):
    """One line as the form has it; None where a number is missing."""

    category: str
    weight: Decimal
    target: Decimal
    actual: Decimal | None
    applies: bool
    stated: Decimal
    reason: str


def amounts(lines: Sequence[Mapping[str, Any]]) -> dict[str, Amounts]:
    """The numbers of a form without blanks."""
    return {line["name"]: Amounts(*(Decimal(line[key]) for key in Amounts._fields)) for line in lines}


def float_amounts(lines: Sequence[Mapping[str, Any]]) -> dict[str, FloatAmounts]:
    """The same as floats."""
    return {line["name"]: FloatAmounts(*(float(line[key]) for key in FloatAmounts._fields)) for line in lines}


def cells(lines: Sequence[Mapping[str, Any]]) -> dict[str, Cells]:
    """The cells of any form."""
    return {
        line["name"]: Cells(
            category=line["category"],
            weight=Decimal(line["weight"]),
            target=Decimal(line["target"]),
            actual=Decimal(line["actual"]) if line["actual"] not in ("", "不适用") else None,
            applies=line["actual"] != "不适用",
            stated=Decimal(line["stated"]),
            reason=line["reason"],
        )
        for line in lines
    }


def score(form: Mapping[str, Amounts]) -> dict[str, Any]:
    """Scores, total, grade and the lines that owe a reason, of a form without blanks."""
    scores, owing, total = {}, [], ZERO
    for name, (weight, target, actual) in form.items():
        if actual >= target:
            points = weight
        else:
            points = (weight * actual / target).quantize(CENT, ROUND_HALF_UP)
            owing.append(name)
        scores[name] = points
        total += points
    grade = next(grade for at_least, grade in GRADES if total >= at_least)
    return {"scores": scores, "total": total, "grade": grade, "owing": owing}


def score_floats(form: Mapping[str, FloatAmounts]) -> dict[str, Any]:
    """The same by floats, which is not exact."""
    scores, owing, total = {}, [], 0.0
    for name, (weight, target, actual) in form.items():
        if actual >= target:
            points = weight
        else:
            points = floor(weight * actual / target * 100 + 0.5) / 100
            owing.append(name)
        scores[name] = points
        total += points
    total = round(total, 2)
    grade = next(grade for at_least, grade in FLOAT_GRADES if total >= at_least)
    return {"scores": scores, "total": total, "grade": grade, "owing": owing}


def evaluate(form: Mapping[str, Cells]) -> dict[str, Any]:
    """Everything of any form: what is blank withholds the total, what does not apply leaves its points to its category."""
    scores: dict[str, Decimal | None] = {}
    reasons, differing, withheld = {}, [], []
    worth: dict[str, Decimal] = {}
    counted: dict[str, Decimal] = {}
    earned: dict[str, Decimal] = {}
    for name, (category, weight, target, actual, applies, stated, reason) in form.items():
        worth[category] = worth.get(category, ZERO) + weight
        points = None
        if actual is not None:
            met = actual >= target
            points = weight if met else (weight * actual / target).quantize(CENT, ROUND_HALF_UP)
            counted[category] = counted.get(category, ZERO) + weight
            earned[category] = earned.get(category, ZERO) + points
            if not met and category:
                reasons[name] = verdict(reason)
            if points != stated:
                differing.append(name)
        elif applies:
            withheld.append(name)
        scores[name] = points
    total = None if withheld else sum((earned[part] * worth[part] / counted[part] for part in counted), ZERO)
    if total is not None:
        total = total.quantize(CENT, ROUND_HALF_UP)
    grade = None if total is None else next(grade for at_least, grade in GRADES if total >= at_least)
    return {
        "scores": scores, "total": total, "grade": grade, "reasons": reasons, "differing": differing,
        "withheld": withheld,
    }  # fmt: skip


def verdict(reason: str) -> str:
    """Whether the reason given will do."""
    if not reason:
        return "missing"
    told = any(word in reason for word in CAUSE) and any(word in reason for word in MEASURE)
    return "ok" if told and len(reason) >= ENOUGH else "weak"

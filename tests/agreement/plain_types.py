"""What each standard type measures, in plain Python from its page; only the default words are the plugin's own."""

import math
from collections.abc import Callable, Mapping
from fractions import Fraction

from perfeval_standard.count import Count
from perfeval_standard.deadline import Deadline
from perfeval_standard.grade import Grade
from perfeval_standard.rates import Rate
from perfeval_standard.yes_no import YesNo
from tests.agreement.plain_lack import Answer, Lack

Ask = Callable[[str], Answer | None]
NUMERIC = ("threshold", "count", "rate", "satisfaction", "cost")
_COMPARED = {
    "unsigned": "at-least", "zero_target": "absent", "reverse": "linear", "equality": "at-least", "tolerance": Fraction(0),
}  # fmt: skip
OPTIONS: Mapping[str, Mapping[str, Answer]] = {
    **dict.fromkeys(NUMERIC, _COMPARED),
    "cost": _COMPARED | {"unsigned": "at-most"},
    "satisfaction": _COMPARED | {"survey_required": False},
    "deadline": {"late": "strict", "late_loss": Fraction(0)},
    "grade": {"full_from": Fraction(80), "part_from": Fraction(60)},
    "execution": {}, "yes_no": {}, "number": {},
}  # fmt: skip
REPORTED: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys((*NUMERIC, "number"), ("target", "actual", "operator", "unit")),
    "satisfaction": ("target", "actual", "operator", "unit", "survey"),
    "execution": ("executed", "budget", "rate"),
    "deadline": ("due", "done"),
    "yes_no": ("actual_text",),
    "grade": ("actual_text",),
    "": (),
}
TEXTS = ("operator", "unit", "survey")
"""Reported texts, whose being blank says nothing."""
ANSWERED = ("yes_no", "grade")
"""Types that must have the actual cell."""
BEYOND = ("executed", "budget", "rate", "survey")
"""What types report beyond the cells of every row."""
READ_BY: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys((*NUMERIC, "number"), ("target", "actual")), "execution": ("executed", "budget", "rate"), "deadline": ("due", "done"),
    "yes_no": ("actual_text",), "grade": ("actual_text",), "": (),
}  # fmt: skip
"""Which reported values the measures of a type read."""
WORDS: Mapping[str, tuple[str, ...]] = {
    name: words.values for kind in (Count, Deadline, Grade, Rate, YesNo) for name, words in kind.words.items()
}
WHOLE = ("yes", "no", "placeholder", "not-applicable")
Says = Callable[[Answer | None, str], bool]


def measures(kind: str, ask: Ask, says: Says) -> Mapping[str, Answer]:
    """Ratio, met, attainment, and the ends of a range, of those that a type has."""
    if kind == "number":
        return {"ratio": _ratio(ask("actual"), ask("target"))}
    if kind in NUMERIC:
        return _numeric(ask)
    if kind == "execution":
        return _execution(ask)
    if kind == "deadline":
        return _deadline(ask)
    if kind == "yes_no":
        wanted = "no" if says(ask("target_text"), "no") else "yes"
        met = says(ask("actual_text"), wanted)
        return {"met": met, "attainment": Fraction(met)}
    return _grade(ask, says) if kind == "grade" else {}


def _ratio(over: Answer | None, under: Answer | None) -> Answer:
    for side in (over, under):
        if side is None or isinstance(side, Lack):
            return side if side is not None else Lack("absent")
    return over / under if under else Lack("division-by-zero")


def _numeric(ask: Ask) -> Mapping[str, Answer]:
    target, actual = ask("target"), ask("actual")
    sign = ask("operator") or (">=" if ask("unsigned") == "at-least" else "<=")
    exactly = sign == "=" and (target == 0 or ask("equality") == "strict")
    nothing = sign in (">", ">=") and target == 0 and ask("zero_target") == "met-if-not-above"
    blank = next((x for x in (target, actual) if x is None or isinstance(x, Lack)), 0)
    lack = blank if isinstance(blank, Lack) else Lack("absent") if blank is None else None
    if lack:
        known = isinstance(target, Fraction) and target <= 0
        attained = sign in (">", ">=") or (sign == "=" and not exactly and ask("equality") != "tolerance")
        without = Lack("no-ratio") if known and attained and not nothing else lack
        return {"ratio": lack, "met": lack, "attainment": without}
    ratio = _ratio(actual, target)
    met = {
        ">": actual > target, ">=": actual >= target, "<": actual < target, "<=": actual <= target, "=": actual >= target,
    }[sign]  # fmt: skip
    if nothing:
        met = actual <= 0
    elif exactly:
        met = actual == target
    elif sign == "=" and ask("equality") == "tolerance":
        met = abs(actual - target) <= ask("tolerance")
    attainment: Answer = ratio if target > 0 else Lack("no-ratio")
    if nothing or exactly or (met and (sign in ("<", "<=") or (sign == "=" and ask("equality") == "tolerance"))):
        attainment = Fraction(met)
    elif sign in ("<", "<="):
        fall = {"linear": lambda: max(2 - ratio, Fraction(0)), "reciprocal": lambda: 1 / ratio, "strict": Fraction}
        attainment = fall[ask("reverse")]() if target > 0 else Fraction(0)
    return {"ratio": ratio, "met": met, "attainment": attainment}


def _execution(ask: Ask) -> Mapping[str, Answer]:
    executed, budget, rate = (ask(name) for name in ("executed", "budget", "rate"))
    amounts = any(isinstance(x, Fraction) for x in (executed, budget))
    ratio = _ratio(executed, budget) if amounts else _ratio(rate, Fraction(100))
    return {"ratio": ratio, "attainment": ratio, "met": ratio if isinstance(ratio, Lack) else ratio >= 1}


def _deadline(ask: Ask) -> Mapping[str, Answer]:
    due, done = ask("due"), ask("done")
    if due is None or done is None:
        return {"met": Lack("absent"), "attainment": Lack("absent")}
    late, each = (done - due).days, {"strict": 0, "daily": 1, "weekly": 7, "monthly": 30}[ask("late")]
    if late <= 0 or not each:
        return {"met": late <= 0, "attainment": Fraction(late <= 0)}
    return {"met": False, "attainment": max(1 - ask("late_loss") * math.ceil(Fraction(late, each)), Fraction(0))}


def _grade(ask: Ask, says: Says) -> Mapping[str, Answer]:
    part, full = ask("part_from") / 100, ask("full_from") / 100
    ranges = {"grade-low": (Fraction(0), part), "grade-part": (part, full), "grade-full": (full, Fraction(1))}
    low, high = next(
        (ends for words, ends in ranges.items() if says(ask("actual_text"), words)), (Fraction(0), Fraction(1))
    )
    return {"range_low": low, "range_high": high}


def checks(kind: str, ask: Ask, says: Says) -> Mapping[str, bool]:
    """Which checks of its type a line fires."""
    target, actual = ask("target"), ask("actual")
    numbers = isinstance(target, Fraction) and isinstance(actual, Fraction)
    high = isinstance(actual, Fraction) and actual > 100
    if kind == "count":
        return {
            "fraction": isinstance(actual, Fraction) and actual.denominator > 1 and not says(ask("unit"), "multiples")
        }
    if kind in ("rate", "satisfaction"):
        mixed = numbers and (
            (0 < actual <= 1 and target >= 10 and not says(ask("actual_text"), "percent-signs"))
            or (0 < target <= 1 and actual >= 10 and not says(ask("target_text"), "percent-signs"))
        )
        if kind == "rate":
            return {"mixed-scales": mixed, "above-hundred": high and target == 100}
        survey = ask("survey_required") and not ask("survey")
        return {"mixed-scales": mixed, "above-hundred": high and ask("unit") in ("", "%"), "no-survey": survey}
    if kind == "cost":
        return {"floor": ask("operator") in (">=", ">")}
    if kind == "execution":
        return {"no-budget": ask("budget") == 0}
    if kind == "deadline":
        return {"state-done": ask("done") is None and says(ask("actual_text"), "state-done")}
    if kind == "yes_no":
        return {
            name: bool(ask(cell)) and not says(ask(cell), "yes") and not says(ask(cell), "no")
            for name, cell in (("unclear", "actual_text"), ("target-unclear", "target_text"))
        }
    return {}


STOPS = ("no-budget", "state-done", "unclear")
"""The checks that leave a line without a score."""

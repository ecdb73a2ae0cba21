"""What a program offers, each as a call; None where this version of it does not."""

from collections.abc import Callable
from functools import partial
from inspect import signature
from typing import Any

from perfeval_rules.engine import Program
from perfeval_rules.submission import Submission


def bound(program: Program, submission: Submission) -> Any | None:
    """A form read and bound once."""
    values = getattr(program, "values", None)
    return None if values is None else values(submission)


def score(program: Program, submission: Submission) -> Callable[[], Any] | None:
    """Scores, total and grade of values bound already."""
    scoring, values = getattr(program, "score", None), bound(program, submission)
    return None if scoring is None or values is None else partial(scoring, values)


def bind_and_score(program: Program, submission: Submission) -> Callable[[], Any] | None:
    """The same, with the binding."""
    scoring, values = getattr(program, "score", None), getattr(program, "values", None)
    return None if scoring is None or values is None else lambda: scoring(values(submission))


def exact(program: Program, submission: Submission) -> Callable[[], Any]:
    """Everything, by the reference."""
    return partial(program.evaluate, submission, reading="exact")


def fast(program: Program, submission: Submission) -> Callable[[], Any] | None:
    """Everything, by the fast reading."""
    return partial(program.evaluate, submission) if _readings(program) else None


def json_to_json(program: Program, raw: bytes) -> Callable[[], Any] | None:
    """A form in JSON in, its evaluation in JSON out."""
    evaluating = getattr(program, "evaluate_json", None)
    return None if evaluating is None else partial(evaluating, raw)


def _readings(program: Program) -> bool:
    return "reading" in signature(program.evaluate).parameters

"""What a program offers, each as a call."""

from collections.abc import Callable
from functools import partial
from typing import Any

from perfeval_rules.engine import Program
from perfeval_rules.submission import Submission


def score(program: Program, submission: Submission) -> Callable[[], Any]:
    """Scores, total and grade of values bound already."""
    return partial(program.score, program.values(submission))


def bind_and_score(program: Program, submission: Submission) -> Callable[[], Any]:
    """The same, with the binding."""
    return lambda: program.score(program.values(submission))


def exact(program: Program, submission: Submission) -> Callable[[], Any]:
    """Everything, by the reference."""
    return partial(program.evaluate, submission, reading="exact")


def fast(program: Program, submission: Submission) -> Callable[[], Any]:
    """Everything, by the fast reading."""
    return partial(program.evaluate, submission)


def json_to_json(program: Program, raw: bytes) -> Callable[[], Any]:
    """A form in JSON in, its evaluation in JSON out."""
    return partial(program.evaluate_json, raw)

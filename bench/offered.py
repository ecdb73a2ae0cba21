"""What a program offers, each as a call."""

import dataclasses
from collections.abc import Callable, Iterator
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


def result_objects(program: Program, submission: Submission, *, as_tuples: bool = False) -> Callable[[], Any]:
    """Only the making of the objects that a result is made of, all that they hold being there; or of tuples instead."""
    made = [(type(one), _held(one)) for one in _objects(program.evaluate(submission))]
    if as_tuples:
        return lambda: [(*held,) for _, held in made]
    return lambda: [kind(*held) for kind, held in made]


def _objects(value: Any) -> Iterator[Any]:
    """The objects of a result, those inside others first; places and words stand ready in the program or the form."""
    if dataclasses.is_dataclass(value) and type(value).__module__ == "perfeval_rules.evaluation":
        for held in _held(value):
            yield from _objects(held)
        yield value
    elif type(value).__name__ == "Finding":
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _objects(one)


def _held(value: Any) -> list[Any]:
    return [getattr(value, field.name) for field in dataclasses.fields(value)]


def json_to_json(program: Program, raw: bytes) -> Callable[[], Any]:
    """A form in JSON in, its evaluation in JSON out."""
    return partial(program.evaluate_json, raw)

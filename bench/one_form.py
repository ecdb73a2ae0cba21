"""What one form costs: the Shanghai form by hand, by zen-engine and by this engine.

`python -m bench.one_form` prints a table for each form, writes bench/figures/one_form.json and ends with 1 where a bar
is not held. Every case runs in turns with all others, and its result is checked before it is timed.
"""

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import Any

from bench import by_hand, offered, shanghai, zen_graph
from bench.bar import Bar, ratio
from bench.case import Case, measure
from bench.figures import keep
from bench.shanghai import Form, Result
from bench.table import Table
from perfeval_rules.engine import Program

HAND = "by hand, Decimal: scores, total, grade"
ZEN_TEXT = "zen-engine: scores, total, grade; JSON text in"
SCORE = "perfeval: scores, total, grade"
READ_OUT = "perfeval: the same, every number read out as a fraction"
"""What is scored is worked out at once, and made a fraction where it is asked for: like for like is with that."""
FAST = "perfeval: everything"
JSON = "perfeval: JSON → JSON, everything, checked"
ZEN_JSON = "zen-engine: JSON → JSON, scores, total, grade, unchecked"


def cases(program: Program, form: Form) -> Iterator[Case]:
    """Every way of scoring one form."""
    case = partial(_case, form)
    if form.result.total is not None:
        yield case(HAND, partial(by_hand.score, by_hand.amounts(form.lines)), of_dict)
        yield case(
            "by hand, float: scores, total, grade",
            partial(by_hand.score_floats, by_hand.float_amounts(form.lines)),
            of_dict,
        )
    cells = by_hand.cells(form.lines)
    yield case("by hand, Decimal: blanks, reasons, differences too", partial(by_hand.evaluate, cells), of_dict)
    yield from _zen(form)
    yield case(SCORE, offered.score(program, form.submission), of_scores)
    yield case(READ_OUT, score_read_out(program, form), of_read_out)
    yield case(
        "perfeval: bound, then scores, total, grade", offered.bind_and_score(program, form.submission), of_scores
    )
    yield case(FAST, offered.fast(program, form.submission), of_evaluation)
    objects = partial(offered.result_objects, program, form.submission)
    yield Case(
        "perfeval: only making the objects of the result",
        objects(),
        lambda made: of_evaluation(made[-1]) == form.result,
    )
    yield Case(
        "perfeval: only making them as tuples",
        objects(as_tuples=True),
        lambda made: made[-1][2] == objects()()[-1].lines,
    )
    yield case("perfeval: everything, by the reference", offered.exact(program, form.submission), of_evaluation)
    yield case(JSON, offered.json_to_json(program, form.json), of_json)


def _zen(form: Form) -> Iterator[Case]:
    evaluate = zen_graph.evaluator(zen_graph.BLANKS if form.result.total is None else zen_graph.PLAIN)
    document = zen_graph.document(form.lines)
    text = zen_graph.text(document)
    case = partial(_case, form)
    yield case(ZEN_TEXT, evaluate and partial(evaluate, text), of_zen)
    yield case("zen-engine: the same, dict in", evaluate and partial(evaluate, document), of_zen)
    yield case(ZEN_JSON, evaluate and partial(zen_json, evaluate, text), of_zen_json)


def _case(form: Form, name: str, call: Callable[[], Any] | None, told: Callable[[Any], Result]) -> Case:
    return Case(name, call, lambda found: told(found) == form.result)


def of_dict(found: Mapping[str, Any]) -> Result:
    """What code written by hand says."""
    return Result(tuple(map(exactly, found["scores"].values())), exactly(found["total"]), found["grade"])


def of_zen(found: Mapping[str, Any]) -> Result:
    """What zen-engine says; it leaves out a total without value, and its table grades that as well."""
    said = found["result"]
    total = exactly(said.get("total"))
    return Result(tuple(map(exactly, said["scores"])), total, None if total is None else said["grade"])


def zen_json(evaluate: Callable[[str], Any], text: str) -> str:
    """JSON in, JSON out, by zen-engine."""
    return json.dumps(evaluate(text))


def of_zen_json(raw: str) -> Result:
    """What zen-engine says, in JSON."""
    return of_zen(json.loads(raw))


def of_scores(found: Any) -> Result:
    """What a program scores; a grade that is not there is blank."""
    return Result(tuple(found.lines), found.total, found.grade or None)


def score_read_out(program: Program, form: Form) -> Callable[[], Any]:
    """Scores, total and grade, none of them left to be read later."""
    return partial(read_out, offered.score(program, form.submission))


def read_out(scoring: Callable[[], Any]) -> tuple[Any, Any, Any]:
    """All that was scored."""
    found = scoring()
    return found.lines, found.total, found.grade


def of_read_out(found: tuple[Any, Any, Any]) -> Result:
    """What was read out."""
    lines, total, grade = found
    return Result(lines, total, grade or None)


def of_evaluation(found: Any) -> Result:
    """What a program evaluates."""
    return Result(tuple(line.score for line in found.lines), found.total, found.grade and found.grade.id)


def of_json(raw: bytes) -> Result:
    """What a program writes."""
    found = json.loads(raw)
    grade = found["grade"] and found["grade"]["id"]
    return Result(tuple(exactly(line["score"]) for line in found["lines"]), exactly(found["total"]), grade)


def exactly(number: Decimal | float | str | None) -> Fraction | None:
    """A number as it is written; a float as its shortest decimal."""
    return None if number is None else Fraction(str(number))


def table(form: Form, taken: Mapping[str, float | None]) -> Table:
    """The cases of one form with their times."""
    zen, hand = taken[ZEN_TEXT], taken.get(HAND)
    rows = [
        (name, None if seconds is None else seconds * 1e6, ratio(seconds, hand), ratio(seconds, zen))
        for name, seconds in taken.items()
    ]
    headings = {"case": None, "µs": 2, "× by hand": 2, "× zen-engine": 2}
    return Table(f"The Shanghai form, {form.name}", headings, rows)


def bars(taken: Mapping[str, float | None]) -> Sequence[Bar]:
    """What was promised of the form as it was published."""
    zen, score = taken[ZEN_TEXT], taken[SCORE]
    return (
        Bar("scores, total and grade of bound values, × by hand", ratio(score, taken[HAND]), most=1.5),
        Bar("zen-engine, × the same", ratio(zen, score), least=6),
        Bar("the same read out, × by hand", ratio(taken[READ_OUT], taken[HAND]), most=1.5),
        Bar("everything, × zen-engine", ratio(taken[FAST], zen), most=0.8),
        Bar("JSON → JSON, × zen-engine", ratio(taken[JSON], taken[ZEN_JSON]), most=1),
    )


def main() -> int:
    """Measure both forms in one run."""
    program = shanghai.program()
    forms = (shanghai.published(), shanghai.with_blanks())
    of_forms = {form.name: list(cases(program, form)) for form in forms}
    named = [Case(f"{form} {case.name}", case.call, case.right) for form, listed in of_forms.items() for case in listed]
    times = measure(named)
    taken = {form: {case.name: times[f"{form} {case.name}"] for case in listed} for form, listed in of_forms.items()}
    tables = [table(form, taken[form.name]) for form in forms]
    return keep("one_form", tables, bars(taken[forms[0].name]))


if __name__ == "__main__":
    sys.exit(main())

"""The schema of an evaluation as `plain` tells it: every key is always there, numbers are texts, null is no value."""

from collections.abc import Mapping

from perfeval_rules.evaluation import (
    OUTCOME_TITLES,
    OUTCOMES,
    Adjusted,
    Evaluation,
    Grade,
    Group,
    Line,
    OwedReason,
    Provenance,
    Shown,
    Source,
    Undecided,
    UsedPlugin,
)
from perfeval_rules.findings import SEVERITIES, Finding
from perfeval_rules.reasons import VERDICTS
from perfeval_rules.schema.docstrings import about, about_fields
from perfeval_rules.schema.shapes import (
    TEXT,
    YES_NO,
    Schema,
    choice,
    closed,
    document,
    keyed,
    listed,
    or_null,
    ref,
    titled,
)
from perfeval_rules.schema.titles import TITLES, title

DECIMAL: Schema = titled(
    {"type": "string", "pattern": r"^-?[0-9]+(?:\.[0-9]+|/[0-9]+)?$"},
    description="An exact number: its decimal, or a fraction such as `5/24` where it has none.",
)
COUNT: Schema = {"type": "integer", "minimum": 1}
MAYBE_TEXT = or_null(TEXT)
MAYBE_NUMBER = or_null(ref("decimal"))
MAYBE_COUNT = or_null(COUNT)
WORDS = closed({"zh": TEXT, "en": TEXT}, ("zh", "en"))


def evaluation_schema() -> Schema:
    """The schema of an evaluation."""
    whole = titled(part(Evaluation, "evaluation", _whole()), TITLES["evaluation"], about(Evaluation))
    parts = {
        "line": part(Line, "result", _line()),
        "group": part(Group, "result", _group()),
        "adjusted": part(Adjusted, "result", _adjusted()),
        "finding": part(Finding, "finding", _finding()),
        "provenance": part(Provenance, "provenance", _provenance()),
        "words": titled(WORDS, description="One thing said in Chinese and in English."),
        "decimal": DECIMAL,
    }
    return document("evaluation", whole, parts)


def part(told: type, name: str, shapes: Mapping[str, Schema]) -> Schema:
    """What an evaluation says of one thing, with the words of the class that holds it; no key is ever left out."""
    fields = about_fields(told)
    properties = {key: titled(shape, title(name, key), fields.get(key, "")) for key, shape in shapes.items()}
    return {"description": " ".join(about(told).split()), **closed(properties, properties)}


def _whole() -> Mapping[str, Schema]:
    return {
        "total": MAYBE_NUMBER,
        "total_exact": MAYBE_NUMBER,
        "stated_total": MAYBE_NUMBER,
        "reviewed_total": MAYBE_NUMBER,
        "full_marks": MAYBE_NUMBER,
        "grade": or_null(part(Grade, "grade", {"id": TEXT, "title": ref("words")})),
        "withheld": listed(COUNT),
        "accepted_points": ref("decimal"),
        "lines": listed(ref("line")),
        "groups": listed(ref("group")),
        "adjusts": listed(ref("adjusted")),
        "reasons": listed(part(OwedReason, "result", {"rule": TEXT, "verdict": choice(VERDICTS), "line": MAYBE_COUNT})),
        "facts": keyed(part(Shown, "fact", {"title": ref("words"), "value": {"type": ["string", "boolean", "null"]}})),
        "findings": listed(ref("finding")),
        "undecided": listed(
            part(
                Undecided,
                "undecided",
                {"rule": TEXT, "code": TEXT, "part": TEXT, "line": MAYBE_COUNT, "why": ref("words")},
            )
        ),
        "sources": listed(
            part(
                Source, "source", {"id": TEXT, "document": TEXT, "title": TEXT, "article": TEXT, "verified": YES_NO}
            )
        ),
        "provenance": ref("provenance"),
    }  # fmt: skip


def _line() -> Mapping[str, Schema]:
    return {
        "number": COUNT,
        "id": MAYBE_TEXT,
        "name": TEXT,
        "type": MAYBE_TEXT,
        "plugin": MAYBE_TEXT,
        "rule": MAYBE_TEXT,
        "group": MAYBE_TEXT,
        "outcome": {**choice(OUTCOMES), "$comment": "、".join(f"{key} {OUTCOME_TITLES[key].zh}" for key in OUTCOMES)},
        "weight": MAYBE_NUMBER,
        "score": MAYBE_NUMBER,
        "score_exact": MAYBE_NUMBER,
        "stated": MAYBE_NUMBER,
        "reviewed": MAYBE_NUMBER,
        "attainment": MAYBE_NUMBER,
        "ratio": MAYBE_NUMBER,
        "met": or_null(YES_NO),
        "range": or_null(listed(ref("decimal"), minItems=2, maxItems=2)),
        "target": TEXT,
        "actual": TEXT,
        "adjusts": listed(ref("adjusted")),
        "at": MAYBE_TEXT,
    }


def _group() -> Mapping[str, Schema]:
    return {
        "id": TEXT,
        "title": ref("words"),
        "in": MAYBE_TEXT,
        "key": MAYBE_TEXT,
        "weight": MAYBE_NUMBER,
        "score": MAYBE_NUMBER,
        "applies": YES_NO,
        "withheld": YES_NO,
        "extra": YES_NO,
    }


def _adjusted() -> Mapping[str, Schema]:
    points_or_grade = titled(TEXT, description="A number of points, or a grade.")
    return {
        "id": TEXT,
        "before": points_or_grade,
        "after": points_or_grade,
        "message": ref("words"),
        "cites": listed(TEXT),
    }


def _finding() -> Mapping[str, Schema]:
    return {
        "code": TEXT,
        "rule": MAYBE_TEXT,
        "severity": choice(SEVERITIES),
        "at": MAYBE_TEXT,
        "path": MAYBE_TEXT,
        "message": ref("words"),
        "advice": or_null(ref("words")),
    }


def _provenance() -> Mapping[str, Schema]:
    sha256: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
    return {
        "engine": TEXT,
        "ruleset": TEXT,
        "edition": TEXT,
        "digest": sha256,
        "files": listed(TEXT),
        "plugins": listed(part(UsedPlugin, "plugin", {"name": TEXT, "distribution": TEXT, "version": TEXT})),
        "submission": sha256,
    }

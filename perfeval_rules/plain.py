"""An evaluation as plain data for programs: numbers as text, never as floats, words in both languages."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from perfeval_rules.evaluation import Adjusted, Evaluation, Grade, Group, Line, Provenance, number
from perfeval_rules.findings import Finding
from perfeval_rules.text import Showable, Text, decimal


def plain(evaluation: Evaluation, findings: Sequence[Finding] | None = None) -> dict[str, Any]:
    """An evaluation as plain data for JSON: numbers as text, findings with both languages.

    `findings`: those to tell instead of the evaluation's own, as where others of the form stand in front of them.
    """
    told = evaluation.findings if findings is None else findings
    return {
        "total": number(evaluation.total, evaluation.total_places),
        "total_exact": number(evaluation.total_exact),
        "stated_total": number(evaluation.stated_total),
        "reviewed_total": number(evaluation.reviewed_total),
        "full_marks": number(evaluation.full_marks),
        "grade": _grade(evaluation.grade),
        "withheld": list(evaluation.withheld),
        "accepted_points": number(evaluation.accepted_points),
        "lines": [_line(line) for line in evaluation.lines],
        "groups": [_group(group) for group in evaluation.groups],
        "adjusts": [_adjusted(adjust) for adjust in evaluation.adjusts],
        "reasons": [
            {"rule": owed.rule, "verdict": owed.verdict, "line": owed.line or None} for owed in evaluation.reasons
        ],
        "facts": {
            shown.id: {"title": _text(shown.title), "value": plain_value(shown.value)} for shown in evaluation.shown
        },
        "findings": [plain_finding(finding) for finding in told],
        "undecided": [
            {"rule": one.rule, "code": one.code, "part": one.part, "line": one.line or None, "why": _text(one.why)}
            for one in evaluation.undecided
        ],
        "sources": [
            {"id": s.id, "document": s.document, "title": s.title, "article": s.article, "verified": s.verified}
            for s in evaluation.sources
        ],
        "provenance": _provenance(evaluation.provenance),
    }


def plain_finding(finding: Finding) -> dict[str, Any]:
    """A finding as plain data: where, what, and what to do, in both languages."""
    return {
        "code": finding.code,
        "rule": finding.rule or None,
        "severity": finding.severity,
        "at": str(finding.at) or None,
        "path": finding.path or None,
        "message": {"zh": finding.say("zh"), "en": finding.say("en")},
        "advice": {"zh": finding.advise("zh"), "en": finding.advise("en")} if finding.advice else None,
    }


def _text(text: Text) -> dict[str, str]:
    return {"zh": text.say("zh"), "en": text.say("en")}


def plain_value(value: Showable) -> str | bool | None:
    """A fact as JSON carries it: numbers as text."""
    if value is None or isinstance(value, bool):
        return value
    return decimal(Fraction(value)) if isinstance(value, (int, Fraction)) else str(value)


def _grade(grade: Grade | None) -> dict[str, Any] | None:
    return {"id": grade.id, "title": _text(grade.title)} if grade else None


def _line(line: Line) -> dict[str, Any]:
    return {
        "number": line.number,
        "id": line.id or None,
        "name": line.name,
        "type": line.type or None,
        "plugin": line.plugin or None,
        "rule": line.rule or None,
        "group": line.group or None,
        "outcome": line.outcome,
        "weight": number(line.weight),
        "score": number(line.score, line.places if line.outcome != "accepted" else None),
        "score_exact": number(line.score_exact),
        "stated": number(line.stated),
        "reviewed": number(line.reviewed),
        "attainment": number(line.attainment),
        "ratio": number(line.ratio),
        "met": line.met,
        "range": None if line.low is None or line.high is None else [number(line.low), number(line.high)],
        "target": line.target_text,
        "actual": line.actual_text,
        "adjusts": [_adjusted(adjust) for adjust in line.adjusts],
        "at": str(line.at) or None,
    }


def _group(group: Group) -> dict[str, Any]:
    return {
        "id": group.id,
        "title": _text(group.title),
        "in": group.parent or None,
        "key": group.key or None,
        "weight": number(group.weight),
        "score": number(group.score),
        "applies": group.applies,
        "withheld": group.withheld,
        "extra": group.extra,
    }


def _adjusted(adjust: Adjusted) -> dict[str, Any]:
    values = adjust.values or {}
    return {
        "id": adjust.id,
        "before": decimal(adjust.before) if isinstance(adjust.before, Fraction) else adjust.before.id,
        "after": decimal(adjust.after) if isinstance(adjust.after, Fraction) else adjust.after.id,
        "message": {"zh": adjust.message.fill("zh", values), "en": adjust.message.fill("en", values)},
        "cites": list(adjust.cites),
    }


def _provenance(made: Provenance) -> dict[str, Any]:
    return {
        "engine": made.engine,
        "ruleset": made.ruleset,
        "edition": made.edition,
        "digest": made.digest,
        "files": list(made.files),
        "plugins": [
            {"name": used.name, "distribution": used.distribution, "version": used.version} for used in made.plugins
        ],
        "submission": made.submission,
    }

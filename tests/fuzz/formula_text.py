"""Any text as a formula: it is refused with findings that stand in it, or has a value in every reading, or none."""

from datetime import date
from fractions import Fraction

from perfeval_rules.catalogue import CATALOGUE
from perfeval_rules.findings import Finding
from perfeval_rules.formula.algebra import NoValue
from perfeval_rules.formula.evaluator import evaluate
from perfeval_rules.formula.kinds import Vocabulary, check
from perfeval_rules.formula.language import Refused, parse
from perfeval_rules.readings.derivation import Derivation
from perfeval_rules.readings.exact import Exact
from tests.formula.strategies import WORDS, Lifted, Row

MILLISECONDS = 2_000
TOKENS = (
    "weight", "actual", "target", "ratio", "met", "name", "done", "due", "(", ")", "[", "]", ",", "+", "-", "*", "/", "<=", "==",
    "!=", " if ", " else ", " and ", " or ", "not ", " in ", "'", "1", "0", "0.6", "999999999999999999", "min(", "max(", "round(",
    "clamp(", "ifs(", "at_least(", "steps(", "sum(", "count(", "given(", "if_blank(", "rank(", "days(", "mentions(", "≥", "（",
)  # fmt: skip
VALUES = {
    "weight": Fraction(10), "actual": Fraction("210.5"), "target": Fraction(300), "ratio": Fraction(421, 600), "zero": Fraction(0),
    "stated": None, "met": False, "complete": True, "name": "培训人次", "unit": "人次", "done": date(2020, 12, 31), "due": None,
    "attainment": Fraction(421, 600), "score": Fraction(7), "total": Fraction(97), "year": Fraction(2020),
}  # fmt: skip
INNER = {"score": "number", "weight": "number", "met": "boolean", "name": "text", "attainment": "number"}
VOCABULARY = Vocabulary(
    names={
        name: "boolean" if isinstance(value, bool) else "text" if isinstance(value, str) else "date" if name in ("done", "due") else "number"
        for name, value in VALUES.items()
    },
    words=frozenset(WORDS),
    groups=frozenset({"output", "quality", "cost"}),
    lines=frozenset({"budget"}),
    aggregates="lines",
    inner=INNER,
    blankable=frozenset({"stated", "due"}),
)  # fmt: skip
CHILDREN = tuple(
    Row(
        {"score": score, "weight": Fraction(10), "met": score == 10, "name": "甲", "attainment": score / 10},
        (),
        "output",
    )
    for score in (Fraction(10), Fraction("6.67"))
)
ROW = Row(VALUES, CHILDREN, "output")


def target(data: bytes) -> None:
    """Parse, check, and work out by fractions and as a derivation, which must agree."""
    text = data.decode("utf-8", "surrogateescape")
    try:
        formula = parse(text)
    except Refused as refused:
        told(refused.findings, text)
        return
    kind, findings = check(formula, VOCABULARY, None)
    if any(found.severity == "error" for found in findings):
        return
    assert kind is not None
    values = []
    for algebra in (Exact(), Derivation()):
        try:
            values.append(evaluate(formula, algebra, Lifted(ROW, algebra)))
        except NoValue as lack:
            values.append(lack)
    exact, derived = values
    if isinstance(exact, NoValue) or isinstance(derived, NoValue):
        assert getattr(exact, "code", None) == getattr(derived, "code", None), text
    else:
        assert derived.value == exact
        assert derived.value is not None
        assert isinstance(exact, {"number": Fraction, "boolean": bool, "text": str, "date": date}[kind])


def told(findings: tuple[Finding, ...], text: str) -> None:
    """What is wrong is of the catalogue and stands in the text."""
    assert findings
    for found in findings:
        assert found.code in CATALOGUE
        assert 1 <= found.at.line <= text.count("\n") + 1
        assert found.say("zh")
        assert found.advise("en")

"""Any bytes as a ruleset: it does not compile and says why, or evaluates forms without raising."""

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from perfeval_rules.engine import Engine
from perfeval_rules.errors import RulesetError
from perfeval_rules.findings import Finding
from perfeval_rules.submission import Submission

MILLISECONDS = 5_000
ROOT = Path(__file__).parents[2]
TOKENS = (
    "[rule.x]\n", "[line.x]\n", "[group.x]\n", "[fact.x]\n", "[adjust.x]\n", "[reason.x]\n", "[check.x]\n", "[[grade]]\n", "[every]\n",
    "[scoring]\n", "[requires]\n", "score = ", "when = ", "weight = ", "type = ", "extends = ", '"rate"', '"actual"', '"', "'", "'''",
    '"""', "[", "]", "{", "}", " = ", "\n", "true", "0.5", "1e400", "nan", "2020-01-01", ".", ",", "权重", "＝", "\\u", "#", "split = ",
)  # fmt: skip


@cache
def folder() -> Path:
    """Where the file stands that the engine is asked to read; bases stand beside it."""
    folder = Path(mkdtemp(prefix="perfeval-fuzz-"))
    (folder / "base").mkdir()
    (folder / "base" / "ruleset.toml").write_bytes((ROOT / "tests" / "cases" / "base" / "ruleset.toml").read_bytes())
    (folder / "own").mkdir()
    return folder


@cache
def form() -> Submission:
    """A form with something of everything."""
    path = ROOT / "examples" / "shanghai-2020-form.txt"
    found, _ = Engine().read(path.read_bytes(), path.name)
    assert found is not None
    return found


def target(data: bytes) -> None:
    """Check the ruleset; where it compiles, evaluate a form, and explain a line of it."""
    file = folder() / "own" / "ruleset.toml"
    file.write_bytes(data)
    try:
        program = Engine().program(file)
    except RulesetError as refused:
        told(refused.findings)
        return
    evaluation = program.evaluate(form())
    if evaluation.lines:
        program.explain(form(), evaluation.lines[len(data) % len(evaluation.lines)].number).lines("en")


def told(findings: tuple[Finding, ...]) -> None:
    """What is wrong has words in both languages."""
    assert findings
    for found in findings:
        assert found.say("zh")
        assert found.say("en")

"""Plugins for the tests of what looks a plugin over."""

FUNCTIONS = """
from perfeval_rules import Text, hookimpl
from perfeval_rules.extension import Function


def half(say, x):
    return say.div(x, say.number(2))


def function(usage, result, examples, **how):
    parameters = ("text",) if usage == "told(x)" else ("number",)
    return Function(usage=usage, parameters=parameters, result=result, meaning=Text("函数", "a function"), examples=examples, **how)


@hookimpl
def perfeval_functions():
    return [
        function("half(x)", "number", {half}, definition=half),
        function("beyond(x)", "boolean", {{"beyond(3)": "true", "beyond(1)": "false"}}, python=lambda x: x > 2),
        function("told(x)", "text", {{"told('a')": "a!", "told('')": "!"}}, python=lambda x: x + "!"),
        function("inverse(x)", "number", {{"inverse(4)": "0.25", "inverse(3)": "1/3", "inverse(0)": ""}}, python=lambda x: 1 / x if x else None),
    ]
"""
"""Functions of every kind; `half` stands for the examples of one."""
EXTENSIONS = """
from perfeval_rules import Text, hookimpl
from perfeval_rules.extension import Format, Lint, Remark


def look(program):
    yield Remark("ruleset")


@hookimpl
def perfeval_lints():
    words = Text("规则集 {rule}。", "The ruleset {rule}.")
    return [
        Lint(name="sound", message=Text("有规则集。", "There is a ruleset."), advice=Text("不必管。", "Leave it."), examine=look),
        Lint(name="lacking", message=words, advice=Text("不必管。", "Leave it."), examine=look),
    ]


@hookimpl
def perfeval_formats():
    title = Text("表", "table")
    return [
        Format(suffix=".in", title=title, read=lambda raw: {"rows": []}),
        Format(suffix=".out", title=title, write=lambda evaluation, language: b"out"),
        Format(suffix=".both", title=title, read=lambda raw: 1 / 0, write=lambda evaluation, language: b"both"),
    ]
"""
"""A lint and a writer that are sound, and a lint and readers that are not."""
SOUND_HALF = '{"half(3)": "1.5", "half(1 + 1)": "1"}'
RULESET = """
format = 1
[ruleset]
id = "own"
edition = "1"
years = {{ from = 2024 }}
[requires]
plugins = {{ {name} = "" }}
[rule.all]
type = "{name}"
score = "weight * clamp(attainment, 0, 1)"
"""
CASES = """
[case.half]
row = {{ name = "a", actual = "5", weight = "10" }}
expect = {{ score = "{score}" }}
"""


def with_functions(half: str = SOUND_HALF) -> str:
    """The code of a plugin that gives functions alone."""
    return FUNCTIONS.format(half=half)


def add_ruleset(folder, name: str, ruleset: str = RULESET, cases: str | None = CASES, score: str = "5"):
    """Write a ruleset with cases into the package of a plugin."""
    own = folder / "rulesets" / "own"
    own.mkdir(parents=True)
    (own / "ruleset.toml").write_text(ruleset.format(name=name), "utf-8")
    if cases is not None:
        (own / "cases.toml").write_text(cases.format(score=score), "utf-8")

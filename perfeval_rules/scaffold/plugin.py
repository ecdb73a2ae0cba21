"""A plugin to begin with: one indicator type that works, its tests, and a ruleset with cases that uses it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from perfeval_rules.findings import Finding
from perfeval_rules.scaffold.names import plugin_fault
from perfeval_rules.scaffold.project import File, Project, written
from perfeval_rules.scaffold.template import engine_range, filled
from perfeval_rules.text import Language, Text

Kind = Literal["formulas", "python"]
OPTION = Text("规则集，选项", "ruleset, an option")
TARGET, ACTUAL = Text("目标值一格", "the target cell"), Text("实际完成值一格", "the actual cell")


@dataclass(frozen=True, slots=True)
class Key:
    """A key that people write, for the page of a plugin."""

    name: str
    where: Text
    meaning: Text


@dataclass(frozen=True, slots=True)
class Sample:
    """The type that a plugin begins with, and the rows that show it."""

    title: Text
    measures: Text
    attainment: Text
    keys: tuple[Key, ...]
    option: str
    """An option as a ruleset writes it."""
    columns: Mapping[str, str]
    """What its rows report in columns of their own, by their headings."""
    target: str
    on_target: str
    missed: str
    """An actual value with an attainment of 0.8."""
    beyond: str
    scales: str = ""
    """A line of the test that says what one factor may multiply."""


def _column(zh: str, en: str) -> Text:
    return Text(f"表上的一栏“{zh}”", f"a column of the form, “{zh}” or “{en}”")


_BASE = Text("上年数，大于零；必填", "the value of the year before, above zero; owed")
_GROWTH = Text("目标增长率，百分数", "the growth aimed at, in per cent")
SAMPLES: Mapping[Kind, Sample] = {
    "formulas": Sample(
        title=Text("增长率", "growth"),
        measures=Text("比上年增长多少，对照目标增长率", "growth over the year before, held against the growth aimed at"),
        attainment=Text(
            "达成度 =（实际数 ÷ 上年数 − 1）÷ 目标增长率，不小于 0，不封顶：要不要封顶，写在 `score` 里。",
            "The attainment is (actual ÷ base − 1) ÷ target, not below 0 and without a cap: caps belong in `score`.",
        ),
        keys=(
            Key("leap", OPTION, Text("超过上年数多少倍时提示核对单位；默认 10", "how many times the base is told as a likely slip; 10 if not said")),
            Key("base", _column("上年数", "value of the year before"), _BASE),
            Key("target", TARGET, _GROWTH),
            Key("actual", ACTUAL, Text("当年数", "the value of the year")),
        ),
        option="leap     = 3",
        columns={"上年数": "200"},
        target="≥5%",
        on_target="210",
        missed="208",
        beyond="220",
        scales="\n    scales = (\"actual\", \"base\")  # 同乘一个数，达成度不变 · one factor on both changes nothing",
    ),
    "python": Sample(
        title=Text("逐年增长", "growth year by year"),
        measures=Text("几年后的数，对照按目标增长率逐年推算的数", "the value after some years, held against what a yearly growth was to make of the first"),
        attainment=Text(
            "达成度 = 实际数 ÷ 推算数，不小于 0，不封顶：要不要封顶，写在 `score` 里。推算数每年四舍五入一次。",
            "The attainment is actual ÷ planned, not below 0 and without a cap: caps belong in `score`. What is planned is rounded half up each year.",
        ),
        keys=(
            Key("places", OPTION, Text("推算数每年保留几位小数：`2`（默认）· `0`", "to how many places it is rounded: `2` if not said, or `0`")),
            Key("base", _column("基期数", "first value"), Text("基期数，不小于 1；必填", "the first value, not below 1; owed")),
            Key("years", _column("年数", "years"), Text("基期到当年的年数，1 至 30 的整数；必填", "the years between, a whole number from 1 to 30; owed")),
            Key("target", TARGET, Text("目标年增长率，百分数", "the yearly growth aimed at, in per cent")),
            Key("actual", ACTUAL, Text("当年数", "the value of the last year")),
        ),
        option='places   = "2"',
        columns={"基期数": "200", "年数": "2"},
        target="≥5%",
        on_target="220.5",
        missed="176.4",
        beyond="240",
    ),
}  # fmt: skip


def new_plugin(name: str, kind: Kind, folder: Path) -> Project | Finding:
    """A whole project for a plugin, written to a new folder inside `folder`; a finding where that cannot be."""
    return plugin_fault(name) or written(folder / distribution(name), plugin_files(name, kind))


def distribution(name: str) -> str:
    """What the distribution of a plugin is called, and the folder of its project."""
    return f"perfeval-{name.replace('_', '-')}"


def plugin_files(name: str, kind: Kind) -> tuple[File, ...]:
    """The files of such a project."""
    values = _values(name, SAMPLES[kind])
    package, ruleset = values["package"], f"{values['package']}/rulesets/{values['ruleset']}"
    templates = {
        "pyproject.toml": ("pyproject.toml", Text("打包、依赖、入口", "packaging, dependencies, entry point")),
        "README.md": ("README.md", Text("写给使用者", "for those who use it")),
        ".gitignore": ("gitignore", Text("不必纳入版本管理的文件", "what no version control need keep")),
        "CHANGELOG.md": ("CHANGELOG.md", Text("各版本改了什么", "what changed in which version")),
        f"{package}/__init__.py": (f"{kind}.py", Text("指标类型，从这里改起", "the indicator type: begin here")),
        f"{package}/py.typed": ("", Text("说明带有类型标注", "says that it is typed")),
        f"{ruleset}/ruleset.toml": ("ruleset.toml", Text("用到这个类型的规则集", "a ruleset that uses the type")),
        f"{ruleset}/cases.toml": ("cases.toml", Text("它的算例", "its cases")),
        f"tests/test_{name}.py": ("test.py", Text("测试", "tests")),
    }
    return tuple(
        File(path, filled(f"plugin/{template}", values) if template else "", about)
        for path, (template, about) in templates.items()
    )


def _values(name: str, sample: Sample) -> dict[str, str]:
    """What stands for the names of the templates."""
    return {
        "name": name,
        "type": "".join(part.capitalize() for part in name.split("_")) + "Indicator",
        "package": f"perfeval_{name}",
        "distribution": distribution(name),
        "rule": name.replace("_", "-"),
        "ruleset": f"{name.replace('_', '-')}-example",
        "engine": engine_range(),
        "option": sample.option,
        "scales": sample.scales,
        "target": sample.target,
        "on_target": sample.on_target,
        "missed": sample.missed,
        "beyond": sample.beyond,
        "values": "{" + ", ".join(f'"{column}": "{value}"' for column, value in sample.columns.items()) + "}",
        "values_toml": ", ".join(f'"{column}" = {value}' for column, value in sample.columns.items()),
        **dict(_words(sample, "zh")),
        **dict(_words(sample, "en")),
    }


def _words(sample: Sample, language: Language) -> Iterator[tuple[str, str]]:
    for name in ("title", "measures", "attainment"):
        yield f"{name}_{language}", getattr(sample, name).say(language)
    rows = (f"| `{key.name}` | {key.where.say(language)} | {key.meaning.say(language)} |" for key in sample.keys)
    yield f"keys_{language}", "\n".join(rows)

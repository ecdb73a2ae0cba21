"""The functions of the language: for each its name, what it takes, what it gives, and what it means in a line."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from perfeval_rules.text import Text

Kind = Literal["number", "boolean", "text", "date", "table"]
Parameter = Literal[
    "number", "boolean", "text", "date", "any", "falling", "rising", "points", "pairs", "places", "within", "id",
    "words", "text-name", "scope", "blankable", "code",
]  # fmt: skip
"""What may stand as an argument: a kind; a table in some order; or something written out, such as an id."""


@dataclass(frozen=True, slots=True)
class Function:
    """A function of the language."""

    usage: str
    """How it is written, with words for its arguments; those in question marks may be left out."""
    parameters: tuple[Parameter, ...]
    result: Kind | None
    """None: the kind of its arguments."""
    meaning: Text
    optional: int = 0
    """How many of the last parameters may be left out."""
    more: bool = False
    """The last parameter may be given again and again."""

    @property
    def name(self) -> str:
        """What stands before its bracket."""
        return self.usage.partition("(")[0]

    @property
    def least(self) -> int:
        """The fewest arguments it takes."""
        return len(self.parameters) - self.optional

    @property
    def most(self) -> int | None:
        """The most arguments it takes; None: any number."""
        return None if self.more else len(self.parameters)


@dataclass(frozen=True, slots=True, eq=False)
class Addition:
    """A function that a plugin adds."""

    signature: Function
    definition: Callable[..., Any]
    """What it gives, as `definition(say, *values)`, in the operations of an algebra."""
    python: bool = False
    """Only Python can say it, and so only the exact reading."""
    blanks: bool = False
    """An argument for which nothing was reported is None to it; elsewhere it keeps the function from having a value."""


def _table(*functions: Function) -> dict[str, Function]:
    return {function.name: function for function in functions}


def _number(usage: str, zh: str, en: str, *parameters: Parameter, more: bool = False) -> Function:
    return Function(usage, parameters or ("number",), "number", Text(zh, en), more=more)


def _bands(name: str, order: Parameter, edge: int, zh: str, en: str) -> Function:
    usage = f"{name}(x, [[{edge}, 1], [80, 0.8]], 0)"
    return Function(usage, ("number", order, "number"), "number", Text(zh, en), optional=1)


def _aggregate(usage: str, argument: Parameter, result: Kind, zh: str, en: str) -> Function:
    return Function(usage, (argument, "id"), result, Text(zh, en), optional=1)


AGGREGATES: Mapping[str, Function] = _table(
    _aggregate("sum(x)", "number", "number", "各项合计", "the sum over the children"),
    _aggregate("count(condition)", "boolean", "number", "符合条件的个数", "how many children meet a condition"),
    _aggregate("any(condition)", "boolean", "boolean", "至少一项符合", "whether one child meets a condition"),
    _aggregate("all(condition)", "boolean", "boolean", "各项都符合", "whether all children meet a condition"),
    _aggregate("largest(x)", "number", "number", "各项中最大的", "the greatest over the children"),
    _aggregate("smallest(x)", "number", "number", "各项中最小的", "the least over the children"),
)
"""Functions that run over the children of a group, the lines of a form, or the forms of a folder."""

FUNCTIONS: Mapping[str, Function] = {
    **_table(
        _number("min(x, y)", "取最小的一个", "the least of its arguments", "number", "number", more=True),
        _number("max(x, y)", "取最大的一个", "the greatest of its arguments", "number", "number", more=True),
        _number("abs(x)", "绝对值", "the number without its sign"),
        _number("floor(x)", "向下取整", "the whole number at or below"),
        _number("ceil(x)", "向上取整", "the whole number at or above"),
        _number(
            "clamp(x, low, high)", "限制在下限与上限之间", "the number, kept between a low and a high end",
            "number", "number", "number",
        ),
        _number(
            "round(x, 2)", "按规则集的舍入方式保留几位小数", "rounded to so many places, the ruleset's way",
            "number", "places",
        ),
        _number("steps(x, size)", "含几个整档", "how many whole steps lie in a number", "number", "number"),
        Function(
            "ifs(c1, v1, c2, v2, otherwise)", ("boolean", "any", "any"), None,
            Text("第一个成立的条件后面的值", "the value after the first condition that holds"), more=True,
        ),
        _bands("at_least", "falling", 90, "以上（含）分档，从高到低", "bands by their lower edge, which counts"),
        _bands("above", "falling", 90, "超过（不含）分档，从高到低", "bands by their lower edge, which does not count"),
        _bands("at_most", "rising", 60, "以内（含）分档，从低到高", "bands by their upper edge, which counts"),
        _bands("below", "rising", 60, "低于（不含）分档，从低到高", "bands by their upper edge, which does not count"),
        Function(
            "interpolate(x, [[60, 0], [90, 1]])", ("number", "points"), "number",
            Text("按折线内插，两端持平", "along straight lines between points, held at both ends"),
        ),
        Function(
            "lookup(x, [['甲', 1], ['乙', 0.5]], 0)", ("text", "pairs", "number"), "number",
            Text("查表：首格等于该文字的一行", "the row whose first cell is the text"), optional=1,
        ),
    ),
    **AGGREGATES,
    **_table(
        Function(
            "within('group')", ("within",), "boolean", Text("是否在该分组之内", "whether this line stands inside a group")
        ),
        Function(
            "points('id')", ("id",), "number", Text("该分组或指标的得分", "what a group or line brings to its parent")
        ),
        Function(
            "mentions(text, 'words')", ("text", "words"), "boolean",
            Text("文字中有词表里的词", "whether a word of a list is said"),
        ),
        Function("length(text)", ("text",), "number", Text("字数", "how many characters a text has")),
        Function(
            "repeats(name)", ("text-name", "scope"), "number",
            Text("同样的文字出现几次", "how often the same text stands on the form, or in the folder"), optional=1,
        ),
        Function("days(start, end)", ("date", "date"), "number", Text("相隔整天数", "whole days from one date to another")),
        Function("given(x)", ("any",), "boolean", Text("是否有值", "whether there is a value")),
        Function(
            "if_blank(name, y)", ("blankable", "any"), None,
            Text("填报值空白时改用另一个值", "another value where a reported one is blank"),
        ),
        Function("rank(x)", ("number",), "number", Text("在文件夹各表中的名次", "the place among the forms of the folder")),
    ),
}  # fmt: skip
"""Every function that authors may call."""

INTERNAL: Mapping[str, Function] = _table(
    Function("stop('code')", ("code",), None, Text("此处没有值", "no value here")),
    Function("failed(x)", ("any",), "boolean", Text("插件出错", "whether a plugin failed")),
    Function("default(x, y)", ("any", "any"), None, Text("没有值时改用另一个值", "another value where there is none")),
)
"""Functions of the engine's own frames, unknown to authors: each can make or cover any lack of a value."""

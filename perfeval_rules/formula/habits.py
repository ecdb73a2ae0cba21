"""What people write out of habit, from spreadsheets, print and other languages, and what to write instead."""

from collections.abc import Mapping

from perfeval_rules.text import Text

INSTEAD: Mapping[str, str] = {
    "=": "==", "===": "==", ":=": "==", "=>": ">=", "=<": "<=", "≥": ">=", "≧": ">=", "⩾": ">=", "≤": "<=", "≦": "<=",
    "⩽": "<=", "≠": "!=", "<>": "!=", "!==": "!=", "!": "not", "¬": "not", "&&": "and", "∧": "and",
    "||": "or", "|": "or", "∨": "or", "×": "*", "✕": "*", "✖": "*", "∙": "*", "·": "*", "÷": "/", "∕": "/",
    "–": "-", "—": "-", "‐": "-", "“": "'", "”": "'", "„": "'", "‘": "'", "’": "'", "「": "'", "」": "'",
    "『": "'", "』": "'", "'": "'", '"': "'", "`": "'", "、": ",", ";": ",", "【": "[", "】": "]", "〔": "(",
    "〕": ")", "{": "[", "}": "]", "∈": "in",
}  # fmt: skip
"""A sign → what the language writes for it."""
POWERS = frozenset({"**", "^", "√", "²", "³"})
"""Signs of powers and roots, which the language lacks."""
WORDS: Mapping[str, str] = {
    "and": "and", "or": "or", "not": "not", "in": "in", "if": "if", "else": "else", "true": "True", "false": "False",
    "且": "and", "并且": "and", "或": "or", "或者": "or", "非": "not", "真": "True", "假": "False",
}  # fmt: skip
"""A word in small letters → the language's own."""
FOREIGN: Mapping[str, str] = {
    "is": "==", "none": "not given(x)", "null": "not given(x)", "nil": "not given(x)", "elif": "ifs(", "xor": "!=",
    "mod": "x - y * floor(x / y)", "div": "floor(x / y)",
}  # fmt: skip
"""A word of another language, in small letters → what to write."""
_AVERAGE = "sum(x) / count(given(x))"
_LOOKED_UP = "lookup(x, [['a', 1], ['b', 0.5]], 0)"
_OTHERWISE = Text(
    "if_blank(name, y)，只管填报值空白；除数为 0 等其他算不出来的，先写成取数项，给它写 default。",
    "if_blank(name, y), which minds blank values only; for any other lack, such as a division by zero, "
    "make a fact of it and give that a default.",
)
_JOINED = Text("message 里的文字，用花括号引用数值", "it as words of the message, with values in braces")
CALLED: Mapping[str, str | Text] = {
    "and": "a and b", "or": "a or b", "not": "not (x)", "if": "ifs(", "iif": "ifs(", "switch": "ifs(", "case": "ifs(",
    "vlookup": _LOOKED_UP, "hlookup": _LOOKED_UP, "xlookup": _LOOKED_UP, "countif": "count(condition)",
    "countifs": "count(condition)", "counta": "count(given(x))", "sumif": "sum(x if condition else 0)",
    "sumifs": "sum(x if condition else 0)", "maxifs": "largest(", "minifs": "smallest(",
    "large": "largest(", "small": "smallest(", "average": _AVERAGE, "avg": _AVERAGE, "mean": _AVERAGE,
    "isblank": "not given(", "isnull": "not given(", "iferror": _OTHERWISE, "ifna": _OTHERWISE, "nvl": _OTHERWISE,
    "coalesce": _OTHERWISE, "roundup": "ceil(x)", "ceiling": "ceil(x)", "rounddown": "floor(x)", "int": "floor(x)",
    "trunc": "floor(x)", "concatenate": _JOINED, "concat": _JOINED, "textjoin": _JOINED, "len": "length(", "datedif": "days(", "search": "mentions(", "find": "mentions(",
    "contains": "mentions(",
}  # fmt: skip
"""A function by its name in another tool, in small letters → what to write."""

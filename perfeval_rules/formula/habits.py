"""What people write out of habit, from spreadsheets, print and other languages, and what to write instead."""

from collections.abc import Mapping

INSTEAD: Mapping[str, str] = {
    "=": "==", "===": "==", ":=": "==", "=>": ">=", "=<": "<=", "≥": ">=", "≧": ">=", "⩾": ">=", "≤": "<=", "≦": "<=",
    "⩽": "<=", "≠": "!=", "<>": "!=", "!==": "!=", "!": "not", "¬": "not", "&&": "and", "&": "and", "∧": "and",
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
CALLED: Mapping[str, str] = {
    "and": "a and b", "or": "a or b", "not": "not (x)", "if": "ifs(", "iif": "ifs(", "switch": "ifs(", "case": "ifs(",
    "vlookup": "lookup(", "hlookup": "lookup(", "xlookup": "lookup(", "countif": "count(", "countifs": "count(",
    "counta": "count(", "sumif": "sum(", "sumifs": "sum(", "maxifs": "largest(", "minifs": "smallest(",
    "large": "largest(", "small": "smallest(", "average": _AVERAGE, "avg": _AVERAGE, "mean": _AVERAGE,
    "isblank": "not given(", "isnull": "not given(", "iferror": "if_blank(", "ifna": "if_blank(", "nvl": "if_blank(",
    "coalesce": "if_blank(", "roundup": "ceil(", "ceiling": "ceil(", "rounddown": "floor(", "int": "floor(",
    "trunc": "floor(", "len": "length(", "datedif": "days(", "search": "mentions(", "find": "mentions(",
    "contains": "mentions(",
}  # fmt: skip
"""A function by its name in another tool, in small letters → what to write."""

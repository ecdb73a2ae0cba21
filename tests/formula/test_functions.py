"""The table of functions."""

import re

from perfeval_rules.formula.functions import AGGREGATES, FUNCTIONS, INTERNAL, Function


def test_the_table_holds_the_functions_of_the_format():
    assert sorted(FUNCTIONS) == [
        "above", "abs", "all", "any", "at_least", "at_most", "below", "ceil", "clamp", "count", "days", "floor", "given",
        "if_blank", "ifs", "interpolate", "largest", "length", "lookup", "max", "mentions", "min", "points", "rank",
        "repeats", "round", "smallest", "steps", "sum", "within",
    ]  # fmt: skip


TAKES = {
    "min": "number number … → number", "max": "number number … → number", "abs": "number → number", "floor": "number → number",
    "ceil": "number → number", "clamp": "number number number → number", "round": "number places → number",
    "steps": "number number → number", "ifs": "boolean any any … → its own", "at_least": "number falling [number] → number",
    "above": "number falling [number] → number", "at_most": "number rising [number] → number",
    "below": "number rising [number] → number", "interpolate": "number points → number",
    "lookup": "text pairs [number] → number", "sum": "number [id] → number", "count": "boolean [id] → number",
    "any": "boolean [id] → boolean", "all": "boolean [id] → boolean", "largest": "number [id] → number",
    "smallest": "number [id] → number", "within": "within → boolean", "points": "id → number", "mentions": "text words → boolean",
    "length": "text → number", "repeats": "text-name [scope] → number", "days": "date date → number", "given": "any → boolean",
    "if_blank": "blankable any → its own", "rank": "number → number", "stop": "code → its own", "failed": "any → boolean", "default": "any any → its own",
}  # fmt: skip


def taken(function: Function) -> str:
    """What a function takes and gives; what may be left out in brackets."""
    owed = [*function.parameters[: function.least], *(f"[{one}]" for one in function.parameters[function.least :])]
    return f"{' '.join(owed)}{' …' if function.more else ''} → {function.result or 'its own'}"


def test_what_each_function_takes_and_gives():
    assert {name: taken(function) for name, function in (FUNCTIONS | INTERNAL).items()} == TAKES


def test_every_function_says_what_it_means_in_both_languages():
    for function in (FUNCTIONS | INTERNAL).values():
        assert re.search("[\u4e00-\u9fff]", function.meaning.zh)
        assert re.search("[a-z]", function.meaning.en)


def test_a_function_is_shown_with_words_for_its_arguments():
    assert [FUNCTIONS[name].usage for name in ("min", "clamp", "at_least", "at_most", "interpolate", "sum", "within")] == [
        "min(x, y)", "clamp(x, low, high)", "at_least(x, [[90, 1], [80, 0.8]], 0)", "at_most(x, [[60, 1], [80, 0.8]], 0)",
        "interpolate(x, [[60, 0], [90, 1]])", "sum(x)", "within('group')",
    ]  # fmt: skip


def test_authors_cannot_make_or_cover_a_lack():
    assert not INTERNAL.keys() & FUNCTIONS.keys()
    assert INTERNAL.keys() == {"stop", "default", "failed"}


def test_the_fewest_and_the_most_arguments():
    counts = {name: (FUNCTIONS[name].least, FUNCTIONS[name].most) for name in ("abs", "min", "at_least", "ifs", "sum")}
    assert counts == {"abs": (1, 1), "min": (2, None), "at_least": (2, 3), "ifs": (3, None), "sum": (1, 2)}
    assert all(AGGREGATES[name] is FUNCTIONS[name] for name in AGGREGATES)

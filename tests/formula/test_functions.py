"""The table of functions."""

from perfeval_rules.formula.functions import AGGREGATES, FUNCTIONS, INTERNAL


def test_the_table_holds_the_functions_of_the_format():
    assert sorted(FUNCTIONS) == [
        "above", "abs", "all", "any", "at_least", "at_most", "below", "ceil", "clamp", "count", "days", "floor", "given",
        "if_blank", "ifs", "interpolate", "largest", "length", "lookup", "max", "mentions", "min", "points", "rank",
        "repeats", "round", "smallest", "steps", "sum", "within",
    ]  # fmt: skip


def test_authors_cannot_make_or_cover_a_lack():
    assert not INTERNAL.keys() & FUNCTIONS.keys()
    assert INTERNAL.keys() == {"stop", "default", "failed"}


def test_the_fewest_and_the_most_arguments():
    counts = {name: (FUNCTIONS[name].least, FUNCTIONS[name].most) for name in ("abs", "min", "at_least", "ifs", "sum")}
    assert counts == {"abs": (1, 1), "min": (2, None), "at_least": (2, 3), "ifs": (3, None), "sum": (1, 2)}
    assert all(AGGREGATES[name] is FUNCTIONS[name] for name in AGGREGATES)

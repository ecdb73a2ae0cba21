"""The check of tables."""

import pytest

from tests.formula.test_kinds import codes, faults


@pytest.mark.parametrize(
    "call",
    [
        "at_least(actual, [[90, 1], [80, 0.8], [-1, 0]], 0)",
        "above(actual, [[90, 1], [bonus, 0.8], [80, 0]])",
        "at_most(actual, [[0, 5], [10, 4]], 0)",
        "below(actual, [[-5, weight], [10, -4]], 0)",
        "interpolate(actual, [[0, 1], [5, 2], [5, 3], [9, 1]])",
        "interpolate(actual, [[9, 1], [5, 2], [5, 3], [0, 1]])",
        "interpolate(actual, [[bonus, 1], [weight, 2]])",
        "interpolate(actual, [[1, 1]])",
        "lookup(unit, [['人', 1], ['次', weight]], 0)",
    ],
)
def test_a_table_in_order_has_no_fault(call):
    assert codes(call) == []


@pytest.mark.parametrize(
    ("call", "code", "part"),
    [
        ("at_least(actual, 3)", "table-shape", "3"),
        ("at_least(actual, bonus, 0)", "table-shape", "bonus"),
        ("at_least(actual, ([90, 1], [80, 2]))", "table-shape", "([90, 1], [80, 2])"),
        ("at_least(actual, [90, 1])", "table-shape", "[90, 1]"),
        ("at_least(actual, [[90, 1], (80, 2)])", "table-shape", "(80, 2)"),
        ("at_least(actual, [[90, 1, 2]])", "table-shape", "[90, 1, 2]"),
        ("at_least(actual, [[90, 1 + 1]])", "table-cell", "1 + 1"),
        ("at_least(actual, [['90', 1]])", "table-cell", "'90'"),
        ("at_least(actual, [[90, True]])", "table-cell", "True"),
        ("at_least(actual, [[met, 1]])", "condition-as-number", "met"),
        ("at_least(actual, [[90, nothing]])", "unknown-name", "nothing"),
        ("at_least(actual, [[80, 1], [90, 2]])", "unsorted-bands", "90"),
        ("at_least(actual, [[80, 1], [80, 2]])", "unsorted-bands", "80"),
        ("above(actual, [[80, 1], [bonus, 2], [90, 2]])", "unsorted-bands", "90"),
        ("at_most(actual, [[10, 1], [0, 2]])", "unsorted-bands", "0"),
        ("below(actual, [[10, 1], [-10, 2]])", "unsorted-bands", "-10"),
        ("interpolate(actual, [[0, 1], [9, 2], [5, 3]])", "unsorted-bands", "5"),
        ("interpolate(actual, [[9, 1], [0, 2], [5, 3]])", "unsorted-bands", "5"),
        ("lookup(unit, [[name, 1]])", "table-key", "name"),
        ("lookup(unit, [[1, 1]])", "table-key", "1"),
        ("lookup(unit, [['a', 'b']])", "table-cell", "'b'"),
        ("lookup(unit, [['a', 1], ['b', 2], ['a', 3]])", "repeated-key", "'a'"),
    ],
)
def test_a_fault_of_a_table_is_told_at_the_cell_or_row(call, code, part):
    assert [fault[:2] for fault in faults(call)] == [(code, part)]


def test_every_row_and_cell_at_fault_is_told():
    assert codes("at_least(actual, [[90, '1'], 80, [70, nothing], [75, 1]])") == [
        "table-cell", "table-shape", "unknown-name", "unsorted-bands",
    ]  # fmt: skip

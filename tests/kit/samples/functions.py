"""Sound functions, one in the operations of an algebra and one in Python, and their tests as an author writes them."""

import sys

from perfeval_rules import Text, hookimpl
from perfeval_rules.extension import Function
from perfeval_rules.testing import FunctionSuite


def middle(say, x, y):
    """The number halfway between two."""
    return say.div(say.add(x, y), say.number(2))


def doubled(x):
    """Twice a number."""
    return 2 * x


@hookimpl
def perfeval_functions():
    """Give both."""
    return [
        Function(
            usage="middle(x, y)",
            parameters=("number", "number"),
            result="number",
            meaning=Text("两数的中点", "the number halfway between two"),
            examples={"middle(1, 2)": "1.5", "middle(0, middle(2, 6))": "2"},
            definition=middle,
        ),
        Function(
            usage="doubled(x)",
            parameters=("number",),
            result="number",
            meaning=Text("两倍", "twice a number"),
            examples={"doubled(3)": "6", "doubled(1 / 3)": "2/3"},
            python=doubled,
        ),
    ]


class TestFunctions(FunctionSuite):
    plugin = sys.modules[__name__]

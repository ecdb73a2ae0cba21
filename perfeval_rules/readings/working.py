"""The evaluator on steps."""

import ast

from perfeval_rules.formula.algebra import NoValue, Unsayable
from perfeval_rules.formula.evaluator import Evaluator, Names
from perfeval_rules.formula.language import Formula
from perfeval_rules.readings.machine import Machine
from perfeval_rules.readings.sayable import Value


class Worker(Evaluator[Value]):
    """Evaluates formulas on steps, where a part without value is a value like any other: what came before may lack one too."""

    algebra: Machine

    def value(self, node: ast.expr) -> Value:
        """The value of a node."""
        try:
            return super().value(node)
        except NoValue as fault:
            return self.algebra.lacking(fault)

    _eval = value

    def argument_or_none(self, node: ast.expr) -> Value:
        """What is handed on though it may be blank; only Python asks for that, and makes of it what it likes."""
        raise Unsayable("a function that only Python can say")


def work_out(formula: Formula | ast.expr, machine: Machine, names: Names[Value]) -> Value | NoValue:
    """The value of a formula on steps, or why it is certainly not there."""
    tree = formula.tree if isinstance(formula, Formula) else formula
    return machine.answer(Worker(machine, names).value(tree))

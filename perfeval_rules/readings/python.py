"""Steps as a Python function: straight lines over whole numbers, in source that people can read.

This is the one place where text becomes code. The text is made here from steps alone: operators, numbers, quoted
constants, and names that begin with a letter and hold nothing else than letters, digits and `_`.
"""

import keyword
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from perfeval_rules.readings.steps import Step

NESTED = 40
"""How deep steps may stand in one another before one gets a line of its own."""
PICK, OR, AND, NOT, COMPARE, ADD, MULTIPLY, ATOM = range(8)
BINDING: Mapping[str, int] = {
    "pick": PICK, "or": OR, "first": OR, "and": AND, "not": NOT, "<": COMPARE, "<=": COMPARE, "==": COMPARE,
    "!=": COMPARE, "add": ADD, "multiply": MULTIPLY, "divide": MULTIPLY,
}  # fmt: skip
"""How tightly each operation binds."""
WRITTEN: Mapping[str, str] = {"or": "or", "first": "or", "and": "and", "add": "+", "multiply": "*", "divide": "//"}
RESERVED = frozenset({*keyword.kwlist, "abs", "max", "min", "given"})
TURNED: Mapping[str, str] = {"<": "<=", "==": "!="}
"""How the opposite of a test is written; of `<`, its sides change places."""
NOT_A_NAME = re.compile(r"[^A-Za-z0-9_]+")


def identifier(name: str, taken: frozenset[str] | set[str] = frozenset()) -> str:
    """A Python name like a name of the plan, other than those taken; no two names share one."""
    plain = NOT_A_NAME.sub("_", name).strip("_") or "value"
    plain = plain if plain[0].isalpha() else f"n_{plain}"
    numbered = (f"{plain}_{n}" for n in range(2, len(taken) + 3))
    return next(one for one in (plain, f"{plain}_", *numbered) if one not in taken and one not in RESERVED)


def source(
    name: str, inputs: Sequence[str], outputs: Sequence[Step], labels: Mapping[Step, str],
    brought: Mapping[str, str] | None = None,
) -> str:  # fmt: skip
    """The source of a function that gives a tuple of outputs, or the one output alone.

    `brought`: inputs that are no parameters but worked out first, by expressions over the parameters.
    """
    writer = _Writer([*(brought or ()), *inputs], outputs, labels)
    results = [writer.words(step, PICK) for step in outputs]
    given = results[0] if len(results) == 1 else f"({', '.join(results)})"
    first = [f"{called} = {words}" for called, words in (brought or {}).items()]
    lines = [f"def {name}({', '.join(inputs)}):", *(f"    {line}" for line in (*first, *writer.lines))]
    return "\n".join([*lines, f"    return {given}"]) + "\n"


def function(text: str, name: str) -> Callable[..., Any]:
    """The function that a source defines; nothing but `abs`, `max` and `min` is within its reach."""
    scope: dict[str, Any] = {"__builtins__": {"abs": abs, "max": max, "min": min}}
    exec(compile(text, f"<{name}>", "exec"), scope)
    made: Callable[..., Any] = scope[name]
    return made


class _Writer:
    def __init__(self, inputs: Sequence[str], outputs: Sequence[Step], labels: Mapping[Step, str]) -> None:
        self.names: dict[Step, str] = {}
        self.lines: list[str] = []
        taken = {*inputs}
        depth: dict[Step, int] = {}
        uses: dict[Step, int] = {}
        order = sorted(_reached(outputs), key=lambda step: step.number)
        for step in outputs:
            uses[step] = uses.get(step, 0) + 1
        for step in order:
            for part in step.parts:
                uses[part] = uses.get(part, 0) + 1
        for step in order:
            depth[step] = 1 + max((depth[part] for part in step.parts), default=0)
            if step.operation in ("constant", "input") or (uses[step] == 1 and depth[step] < NESTED):
                continue
            words = self.words(step, PICK)
            called = identifier(labels.get(step, f"step_{len(self.lines) + 1}"), taken)
            taken.add(called)
            self.names[step], depth[step] = called, 0
            self.lines.append(f"{called} = {words}")

    def words(self, step: Step, least: int) -> str:
        """A step as an expression that binds at least so tightly."""
        if step in self.names:
            return self.names[step]
        binding = BINDING.get(step.operation, ATOM)
        words = self._words(step)
        return words if binding >= least and not (words[0] == "-" and least > ADD) else f"({words})"

    def _choice(self, test: Step, then: Step, other: Step) -> str:
        """A choice, its simpler branch first, so that several in one another read as a list of cases."""
        if self._nested(then) and not self._nested(other) and test.operation in TURNED:
            left, right = test.parts if test.operation == "==" else test.parts[::-1]
            asked = f"{self.words(left, ADD)} {TURNED[test.operation]} {self.words(right, ADD)}"
            return f"{self.words(other, OR)} if {asked} else {self.words(then, PICK)}"
        return f"{self.words(then, OR)} if {self.words(test, OR)} else {self.words(other, PICK)}"

    def _nested(self, step: Step) -> bool:
        return step.operation == "pick" and step not in self.names

    def _size(self, step: Step) -> str:
        """A step whose constant factor is below 0, without that sign."""
        size = -_factor(step)
        if step.fixed:
            return repr(size)
        words = self.words(step.parts[0], MULTIPLY)
        return words if size == 1 else f"{words} * {size}"

    def _words(self, step: Step) -> str:
        parts = step.parts
        match step.operation:
            case "constant":
                return repr(step.known)
            case "input":
                return str(step.known)
            case "absolute":
                return f"abs({self.words(parts[0], PICK)})"
            case "pick":
                return self._choice(*parts)
            case "not":
                return f"not {self.words(parts[0], NOT)}"
            case "<" | "<=" | "==" | "!=":
                return f"{self.words(parts[0], ADD)} {step.operation} {self.words(parts[1], ADD)}"
            case "add" if _factor(parts[1]) < 0 and parts[1] not in self.names:
                return f"{self.words(parts[0], ADD)} - {self._size(parts[1])}"
            case "multiply" if parts[1].fixed and parts[1].known == -1:
                return f"-{self.words(parts[0], ATOM)}"
            case operation:
                binding = BINDING[operation]
                return f"{self.words(parts[0], binding)} {WRITTEN[operation]} {self.words(parts[1], binding + 1)}"


def _factor(step: Step) -> int:
    """The constant factor of a step."""
    last = step.parts[1] if step.operation == "multiply" else step
    return int(last.known or 0) if last.fixed else 1


def _reached(outputs: Sequence[Step]) -> set[Step]:
    seen: set[Step] = set()
    waiting = list(outputs)
    while waiting:
        step = waiting.pop()
        if step not in seen:
            seen.add(step)
            waiting += step.parts
    return seen


def inputs_of(outputs: Sequence[Step]) -> Iterator[str]:
    """The names of the inputs that some outputs need, in the order they were made."""
    for step in sorted(_reached(outputs), key=lambda one: one.number):
        if step.operation == "input":
            yield str(step.known)

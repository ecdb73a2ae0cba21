"""What every part of the check of a formula needs: the vocabulary, the faults found, and the need for a kind."""

import ast
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from typing import Any

from perfeval_rules.catalogue.formula import near
from perfeval_rules.formula.functions import FUNCTIONS, Kind
from perfeval_rules.formula.language import Formula
from perfeval_rules.formula.tokens import Teller
from perfeval_rules.formula.vocabulary import KIND_TITLES, Vocabulary
from perfeval_rules.text import nearest


class Checking(Teller, ABC):
    """One check of one formula; a part at fault has no kind, so that nothing is told twice."""

    def __init__(self, formula: Formula, vocabulary: Vocabulary) -> None:
        super().__init__(formula.written)
        self.formula, self.vocabulary = formula, vocabulary
        self.inside = ""
        """The aggregate whose argument is being checked; blank outside all."""

    @abstractmethod
    def kind(self, node: ast.expr) -> Kind | None:
        """The kind of a part; None where it is at fault."""

    @property
    def names(self) -> Mapping[str, Kind]:
        """The names seen here."""
        return self.vocabulary.inner if self.inside else self.vocabulary.names

    def fault(self, node: ast.expr, code: str, **values: Any) -> None:
        """Note a fault of a part."""
        part = self.formula.part(node)
        length = len(part.partition("\n")[0])
        self.tell(code, node.col_offset, length, **{"part": part, **values})

    def unknown(self, node: ast.expr, code: str, name: str, known: Iterable[str]) -> None:
        """Note that a name is not known, with the nearest that is."""
        self.fault(node, code, name=name, near=near(nearest(name, known)))

    def need(self, node: ast.expr, kind: Kind) -> None:
        """Tell where a part is of another kind than is needed."""
        found = self.kind(node)
        if found is None or found == kind:
            return
        if kind == "number" and found == "date":
            self.fault(node, "date-as-number")
        elif kind == "number" and found == "boolean":
            self.fault(node, "condition-as-number")
        else:
            self.fault(node, "wrong-kind", need=KIND_TITLES[kind], found=KIND_TITLES[found])

    def alike(self, nodes: Iterable[ast.expr]) -> Kind | None:
        """The one kind of several parts, told where they differ."""
        common: Kind | None = None
        for node in nodes:
            found = self.kind(node)
            if found is None or found == common:
                continue
            if common is None:
                common = found
            else:
                self.fault(node, "branches-differ", need=KIND_TITLES[common], found=KIND_TITLES[found])
        return common

    def name_kind(self, node: ast.Name) -> Kind | None:
        """The kind of a name; what is known of one that may not stand here is told."""
        name, seen = node.id, self.vocabulary
        if name in self.names:
            return self.names[name]
        if self.inside and name in seen.names:
            self.fault(node, "not-of-a-child", name=name, aggregate=self.inside)
        elif name in seen.later:
            self.fault(node, "not-yet", name=name, step=seen.later[name])
        elif not self.inside and name in seen.inner:
            self.fault(node, "of-a-child", name=name)
        elif name in FUNCTIONS:
            self.fault(node, "bare-function", name=name, usage=FUNCTIONS[name].usage)
        elif name in self.formula.additions:
            self.fault(node, "bare-function", name=name, usage=self.formula.additions[name].signature.usage)
        else:
            self.unknown(node, "unknown-name", name, [*self.names, *seen.later])
        return None

"""One small change of one module, and what is known of it without running anything."""

import ast
from dataclasses import dataclass
from pathlib import PurePosixPath

PACKAGE = "perfeval_rules"


@dataclass(frozen=True, slots=True)
class Mutant:
    """A module as it is and as it would be; `number` counts the mutants of its file."""

    path: str
    number: int
    source: str
    changed: str

    @property
    def name(self) -> str:
        """The name by which a mutant is asked for again, as long as its file stays as it is."""
        return f"{self.path}:{self.number}"

    @property
    def module(self) -> str:
        """The module as it is imported."""
        return self.path.removesuffix(".py").replace("/", ".")

    @property
    def part(self) -> str:
        """The package or module of the core it is counted under."""
        return PurePosixPath(self.path).parts[1]

    @property
    def mirror(self) -> str:
        """The test file that mirrors the module."""
        within = PurePosixPath(self.path).relative_to(PACKAGE)
        return f"tests/{within.with_name(f'test_{within.name}')}"

    @property
    def lines(self) -> range:
        """The lines of the source that are changed."""
        before, after = self.source.splitlines(), self.changed.splitlines()
        first = _alike(before, after)
        last = len(before) - _alike(before[first:][::-1], after[first:][::-1])
        return range(first + 1, max(last, first + 1) + 1)

    @property
    def was(self) -> str:
        """The changed lines as they are, on one line."""
        return _joined(self.source, self.lines)

    @property
    def now(self) -> str:
        """The changed lines as they would be, on one line."""
        more = len(self.changed.splitlines()) - len(self.source.splitlines())
        return _joined(self.changed, range(self.lines.start, self.lines.stop + more))

    def around(self) -> range | None:
        """The lines of the function that is changed; nothing where what is changed is run on import."""
        found: range | None = None
        for node in ast.walk(ast.parse(self.source)):
            if isinstance(node, ast.FunctionDef):
                body = range(node.body[0].lineno, (node.end_lineno or 0) + 1)
                if self.lines.start in body and (found is None or body.start > found.start):
                    found = body
        return found


def _alike(some: list[str], others: list[str]) -> int:
    """How many lines at the start of both are the same."""
    pairs = zip(some, others, strict=False)
    return next((n for n, (one, other) in enumerate(pairs) if one != other), min(len(some), len(others)))


def _joined(text: str, lines: range) -> str:
    return " ".join(line.strip() for line in text.splitlines()[lines.start - 1 : lines.stop - 1])

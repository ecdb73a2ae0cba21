"""Where a command's answer goes: a page for people or JSON for programs; what cannot be done goes to standard error."""

import io
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from perfeval_rules.text import Language

if TYPE_CHECKING:
    from perfeval_rules.cli.page import Block
    from perfeval_rules.findings import Finding

_STEERING = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class Output:
    """The language asked for, and whether programs read the answer."""

    language: Language
    as_data: bool = False

    def page(self, blocks: Iterable["Block"], *, aside: bool = False) -> None:
        """Print blocks for people, on standard error where they stand aside from the answer."""
        from perfeval_rules.cli.render import draw

        draw(blocks, sys.stderr if aside else sys.stdout)

    def data(self, value: Any) -> None:
        """Print JSON in UTF-8, whatever the locale says."""
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8")
        sys.stdout.write(json_text(value) + "\n")

    def refuse(self, findings: Sequence["Finding"]) -> None:
        """Say why something was not done."""
        if self.as_data:
            self.data(refusal(findings))
        else:
            from perfeval_rules.cli.notices import notices

            self.page(notices(findings, self.language), aside=True)


def refusal(findings: Sequence["Finding"]) -> dict[str, Any]:
    """What stands in JSON where an evaluation would."""
    from perfeval_rules.plain import plain_finding

    return {"findings": [plain_finding(finding) for finding in findings]}


def json_text(value: Any) -> str:
    """JSON that reads as written, but for marks that steer a terminal: those stand by their number."""
    import json

    told = json.dumps(value, ensure_ascii=False, indent=2)
    return "".join(
        mark if mark == "\n" or unicodedata.category(mark) not in _STEERING else json.dumps(mark)[1:-1] for mark in told
    )

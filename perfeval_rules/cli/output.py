"""Where a command's answer goes: a page for people or JSON for programs; what cannot be done goes to standard error."""

import io
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from perfeval_rules.text import Language

if TYPE_CHECKING:
    from perfeval_rules.cli.page import Block
    from perfeval_rules.findings import Finding


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
        from perfeval_rules.json_text import json_text

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

"""One form as `perfeval score` leaves it: its evaluation, or why there is none."""

from dataclasses import dataclass
from typing import Any

from perfeval_rules.cli import codes
from perfeval_rules.cli.output import refusal
from perfeval_rules.evaluation import Evaluation
from perfeval_rules.findings import Finding, worst
from perfeval_rules.plain import plain


@dataclass(frozen=True, slots=True)
class Scored:
    """A form that was scored, or why it was not."""

    name: str
    evaluation: Evaluation | None
    findings: tuple[Finding, ...]

    @property
    def code(self) -> int:
        """How it went."""
        if self.evaluation is None:
            return codes.NOT_DONE
        return codes.FOUND if worst(self.findings) == "error" else codes.DONE

    def data(self) -> dict[str, Any]:
        """The form for programs; what was found in reading it stands in front."""
        if self.evaluation is None:
            return refusal(self.findings)
        return plain(self.evaluation, self.findings)

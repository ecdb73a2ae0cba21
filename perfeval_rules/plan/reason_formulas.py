"""An owed reason as formulas: whether it is owed, what answers, and the verdict on it."""

from perfeval_rules.formula.language import Formula, compose
from perfeval_rules.plan.entry import Entry
from perfeval_rules.reasons import verdict
from perfeval_rules.ruleset.tables import Reason


def reason_entries(name: str, reason: Reason, when: Formula, asked: str = "True") -> tuple[Entry, ...]:
    """The entries `reason.ID` (the condition itself), `.owed` and `.verdict`; `asked` is whether it is asked at all."""
    here = f"reason.{name}"
    words = {"_when": here, "_owed": f"{here}.owed", "_text": reason.text or "reason"}
    judged = verdict(reason.needs, reason.min_chars, reason.max_chars, reason.of == "line")
    return (
        Entry(here, when),
        Entry(f"{here}.owed", compose(f"default(_when, False) and {asked}"), words),
        Entry(f"{here}.verdict", compose(f"{judged} if _owed else ''"), words),
    )

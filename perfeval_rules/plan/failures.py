"""What is told of code of plugins that failed on the way to a value: at each line that it touches, else at the form."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from perfeval_rules.catalogue import finding
from perfeval_rules.findings import Finding, Place
from perfeval_rules.formula.algebra import Failure, NoValue
from perfeval_rules.plan.binding import BoundLine
from perfeval_rules.plan.called import EVERYWHERE, INTERNAL
from perfeval_rules.plan.worked import Worked, WorkedLine
from perfeval_rules.text import Text

OF_A_GROUP: Mapping[str, Text] = {
    **dict.fromkeys(("_pointed", "_worth"), EVERYWHERE["weight"]),
    "_applies": Text("适用条件", "condition"),
}
"""What the plan's names of a group are told as; every other is on the way to its score."""
DECIDING = ("_choice", "_outcome")
"""Names of a line whose failure leaves it without a score."""


class Failures:
    """Remembers what lines told, so that the form does not tell it again."""

    def __init__(self) -> None:
        self.told: set[Failure] = set()

    def of_line(self, bound: BoundLine, scope: WorkedLine, names: Iterable[str], path: str) -> Iterator[Finding]:
        """What failed on the way to the score of a line, or to what may be told of it."""
        found = failures(scope, (*DECIDING, *names))
        self.told.update(found)
        for failure, name in found.items():
            code = "form.plugin-failed" if name in DECIDING else "form.plugin-failed-asking"
            yield finding(
                code, bound.at, path=path, rule=scope.judge, name=bound.name, plugin=failure.plugin,
                called=failure.called, fault=failure.fault,
            )  # fmt: skip

    def of_form(
        self, scope: Worked, names: Iterable[str], head: Place, titled: Callable[[str], Text]
    ) -> Iterator[Finding]:  # fmt: skip
        """What failed on the way to a value of the form, and on no line; `titled` says what a group is called."""
        for failure, name in failures(scope, names).items():
            if failure not in self.told:
                yield finding(
                    "form.plugin-failed-outside", head, name=worded(name, titled), plugin=failure.plugin,
                    called=failure.called, fault=failure.fault,
                )  # fmt: skip


def worded(name: str, titled: Callable[[str], Text]) -> Text:
    """What people call a value of the form; the plan's own names of it are none of theirs."""
    group, _, last = name.rpartition(".")
    if not last.startswith("_"):
        return Text(name)
    if not group:
        return INTERNAL.get(name, EVERYWHERE["total"])
    of, title = OF_A_GROUP.get(last, EVERYWHERE["score"]), titled(group)
    return Text(f"“{title.say('zh')}”的{of.zh}", f"the {of.en} of “{title.say('en')}”")


def failures(scope: Worked, names: Iterable[str]) -> Mapping[Failure, str]:
    """What failed on the way to some values, each with the first name that lacks its value for it."""
    found: dict[Failure, str] = {}
    for name in names:
        said = scope.look(name)
        if isinstance(said, NoValue) and said.failure:
            found.setdefault(said.failure, name)
    return found

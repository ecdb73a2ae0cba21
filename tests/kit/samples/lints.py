"""A sound lint, and its tests as an author writes them."""

import sys

from perfeval_rules import Text, hookimpl
from perfeval_rules.extension import Lint, Remark
from perfeval_rules.testing import LintSuite


def worded(program):
    """The rules that bear a title, which all of them do."""
    for name, rule in program.ruleset.rules.items():
        yield Remark(f"rule.{name}.title", {"rule": name, "title": rule.title})


@hookimpl
def perfeval_lints():
    """Give it."""
    return [
        Lint(
            name="worded",
            message=Text("规则 {rule} 名为“{title}”。", "The rule {rule} is called “{title}”."),
            advice=Text("请核对名称。", "Check its title."),
            examine=worded,
        )
    ]


class TestLints(LintSuite):
    plugin = sys.modules[__name__]

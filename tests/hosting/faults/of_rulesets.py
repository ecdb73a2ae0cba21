"""Plugins that bring rulesets which will not do; every other ruleset stands."""

from tests.hosting.faults.fault import TYPES, Fault, Project, described, giving, module

HEAD = 'format = 1\n[ruleset]\nid = "{id}"\nedition = "1"\nyears = {{ from = 2020 }}\n'


def brings(name: str, ruleset: str, text: str, code: str, shown: str) -> Fault:
    source = module(described(name), giving(TYPES, "Sample"))
    files = {f"rulesets/{ruleset}/ruleset.toml": text}
    return Fault("elsewhere", code, shown, (Project(name=name, source=source, files=files),))


FAULTS = (
    brings("ruleset_unread", "unread", "format = 1\n[ruleset\n", "ruleset.no-bracket", "] is missing"),
    brings("ruleset_misshapen", "misshapen", HEAD.format(id="misshapen") + "[rul.a]\n", "ruleset.unknown-table", "rul"),
    brings("ruleset_circle", "circle", HEAD.format(id="circle") + 'extends = ["circle"]\n', "ruleset.extends-circle", "circle"),
    brings("ruleset_usurps", "cn-sh-2020", "format = 1\n[ruleset\n", "", ""),
)  # fmt: skip

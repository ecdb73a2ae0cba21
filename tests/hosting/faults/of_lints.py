"""Faults of lints: they never touch a score."""

from tests.hosting.faults.fault import LINTS, Fault, Project, giving, module

SOUND = {
    "name": '"sample"',
    "message": 'Text("样例 {x}", "sample {x}")',
    "advice": 'Text("请改正。", "Mend it.")',
    "examine": "examine",
}


def source(body: str, head: str = "", **parts: str) -> str:
    said = ", ".join(f"{part}={text}" for part, text in {**SOUND, **parts}.items())
    examine = "def examine(program):\n    " + body.replace("\n", "\n    ")
    return module(head, examine, f"SAMPLE = Lint({said})", giving(LINTS, "SAMPLE"))


def scored(name: str, body: str, shown: str, *, head: str = "", slow: bool = False) -> Fault:
    return Fault("elsewhere", "plugin.lint-failed", shown, (Project(name=name, source=source(body, head)),), slow=slow)


def harmless(name: str, body: str) -> Fault:
    return Fault("elsewhere", "", "", (Project(name=name, source=source(body)),))


def refused(name: str, shown: str, /, **parts: str) -> Fault:
    return Fault("loading", "plugin.wrong-part", shown, (Project(name=name, source=source("return []", **parts)),))


FAULTS = (
    scored("lint_raises", "raise ValueError('no luck')", "ValueError: no luck"),
    scored("lint_exits", "raise SystemExit", "SystemExit"),
    scored("lint_interrupts", "raise KeyboardInterrupt", "KeyboardInterrupt"),
    scored("lint_gives_none", "return None", "NoneType"),
    scored("lint_gives_texts", "return ['wrong']", "str"),
    scored("lint_without_path", "return [Remark(7)]", "path"),
    scored("lint_without_end", "while True:\n    yield Remark('rule.rest')", "1000"),
    scored("lint_never_ends", "while True: pass", "more than", slow=True),
    scored("lint_says_float", "return [Remark('rule.rest', {'x': 0.5})]", "float"),
    scored("lint_says_nothing_sayable", "return [Remark('rule.rest', {'x': object()})]", "object"),
    scored("lint_breaks_off", "yield Remark('rule.rest')\nraise SystemExit", "SystemExit"),
    harmless("lint_changes_rules", "program.ruleset.rules.clear()\nreturn []"),
    harmless("lint_changes_plan", "program.plan.judges.clear()\nprogram.plan.form.clear()\nreturn []"),
    harmless("lint_changes_registry", "program.registry.types.clear()\nprogram.registry.functions.clear()\nreturn []"),
    refused("lint_without_english", "message", message='Text("样例", "")'),
    refused("lint_without_advice", "advice", advice="None"),
    refused("lint_gravity", "severity", severity='"fatal"'),
    refused("lint_name", "name", name='"Not A Name"'),
    refused("lint_not_callable", "examine", examine="7"),
)

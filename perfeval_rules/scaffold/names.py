"""Names for what is begun: how they are spelt, and which of them are taken."""

import re

from perfeval_rules.catalogue import finding
from perfeval_rules.findings import Finding, Place
from perfeval_rules.hosting.discover import discover
from perfeval_rules.hosting.load import load
from perfeval_rules.reserved import FAMILIES
from perfeval_rules.ruleset.identifiers import IDENTIFIER
from perfeval_rules.text import Text

PLUGIN = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
LONGEST = 40
STANDARD = "standard"
OWN_PACKAGES = frozenset({"rules", "rulesets"})
"""What follows `perfeval_` in the names of the engine's own packages."""
OF_A_PLUGIN, OF_A_RULESET = Text("插件名称", "the name of a plugin"), Text("规则集编号", "the id of a ruleset")
AS_A_PLUGIN = Text(
    "小写字母、数字和下划线 _，以字母开头，词与词之间用一个下划线",
    "a–z, 0–9 and _, beginning with a letter, one underscore between words",
)
AS_A_RULESET = Text("小写字母、数字和连字符 -，词与词之间用一个连字符", "a–z, 0–9 and -, one hyphen between words")
CALLED = Text(
    "（Python 包就叫 perfeval_{name}，安装包叫 perfeval-{dashed}）",
    ", which makes the Python package perfeval_{name} and the distribution perfeval-{dashed}",
)
"""What else a plugin of a name is called."""
BY_ENGINE, BY_STANDARD = Text("引擎", "the engine"), Text("标准插件", "the standard plugin")
BY_LIBRARY = Text("随附的规则集", "a ruleset that comes with the engine or a plugin")


def plugin_fault(name: str) -> Finding | None:
    """Why a plugin cannot bear a name, which its type bears too; None where it can."""
    if not PLUGIN.fullmatch(name) or len(name) > LONGEST:
        like = _mended(name, "_") or "growth"
        values = {"name": like, "dashed": like.replace("_", "-")}
        called = Text(CALLED.fill("zh", values), CALLED.fill("en", values))
        return _misspelt(name, OF_A_PLUGIN, AS_A_PLUGIN, like, called)
    if name in OWN_PACKAGES | FAMILIES:
        return _taken(name, BY_ENGINE)
    types = load({STANDARD: ""}, discover())[0].types
    return _taken(name, BY_STANDARD) if name == STANDARD or name in types else None


def ruleset_fault(identifier: str, library: frozenset[str]) -> Finding | None:
    """Why a ruleset cannot bear an id; None where it can. `library`: the ids that come with the engine and its plugins."""
    if not IDENTIFIER.fullmatch(identifier) or len(identifier) > LONGEST:
        return _misspelt(identifier, OF_A_RULESET, AS_A_RULESET, _mended(identifier, "-") or "donghu-2024")
    return _taken(identifier, BY_LIBRARY) if identifier in library else None


def _misspelt(name: str, what: Text, spelt: Text, like: str, called: Text = Text()) -> Finding:
    return finding("command.bad-name", Place(name), name=name, what=what, spelt=spelt, like=like, called=called)


def _taken(name: str, whose: Text) -> Finding:
    return finding("command.name-taken", Place(name), name=name, whose=whose)


def _mended(name: str, joint: str) -> str:
    """The name as it may be spelt, as far as anything of it is left."""
    parts = re.findall(r"[a-z0-9]+", name.lower())
    return joint.join(parts).lstrip(f"0123456789{joint}" if joint == "_" else "")[:LONGEST].rstrip(joint)

"""The page of the hooks, made from the hookspecs: `python -m tests.hook_page >docs/hooks.md`."""

import inspect
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

from perfeval_rules.extension import Format, Function, Lint, Remark
from perfeval_rules.hosting.hookspecs import HOOKS, Hooks
from perfeval_rules.schema.docstrings import about, about_fields

PAGE = Path(__file__).parents[1] / "docs" / "hooks.md"
TITLES = {
    "perfeval_indicator_types": "指标类型 · Indicator types",
    "perfeval_functions": "公式函数 · Formula functions",
    "perfeval_lints": "规则集核查 · Lints of rulesets",
    "perfeval_formats": "文件格式 · File formats",
}
GIVEN = {"perfeval_functions": (Function,), "perfeval_lints": (Lint, Remark), "perfeval_formats": (Format,)}
"""The classes of `perfeval_rules.extension` whose objects a hook gives, or that belong to them."""
HEAD = """# 钩子 · Hooks

插件是一个模块，用 `@hookimpl` 标出下面的一个或几个函数。钩子只做声明：规则集要求这个插件时调用一次，评分过程中不再调用。本页由钩子的定义生成，例子由测试运行。

A plugin is a module that marks one or several of the functions below with `@hookimpl`. A hook declares: it is called once, when a ruleset requires the plugin, and never while a form is scored. This page is made from the hookspecs; its examples are run by the tests.

写法从头到尾见 [plugin-authors.md](plugin-authors.md)，为什么这样见 [design.md](design.md)。[plugin-authors.md](plugin-authors.md) goes through all of it from nothing; [design.md](design.md) says why it is so.
"""
TAIL = """## 规则集 · Rulesets

没有钩子：插件包里的文件夹 `rulesets/编号/ruleset.toml`（算例在旁边的 `cases.toml`）不必导入插件就能找到。同一编号先取文件旁边的，再取引擎自带的，然后按名称顺序取插件的。

There is no hook: a folder `rulesets/ID/ruleset.toml` in the package of a plugin, with its `cases.toml` beside it, is found without importing the plugin. Of one id the neighbour of the file that asks comes first, then the engine's own, then those of plugins in the order of their names.
"""


def page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *(part for name in HOOKS for part in hook(name)), TAIL])


def hook(name: str) -> Iterator[str]:
    """One hook: its signature, what it is for, its example, and the fields of what it gives."""
    spec = vars(Hooks)[name]
    gives = str(inspect.signature(spec).return_annotation).replace("collections.abc.", "")
    for module in ("perfeval_rules.extension.", "perfeval_rules.indicator."):
        gives = gives.replace(module, "")
    words, _, example = inspect.cleandoc(spec.__doc__).partition("::\n\n")
    yield f"## {TITLES[name]}\n\n```text\n{name}() -> {gives}\n```\n\n{words}:\n"
    yield f"```python\n{inspect.cleandoc(example)}\n```\n"
    for given in GIVEN.get(name, ()):
        yield table(given)


def table(given: type) -> str:
    """The fields of a class, each with what it is for."""
    told = about_fields(given)
    rows = [f"| `{one.name}` | {' '.join(told.get(one.name, '').split())} |" for one in fields(given)]
    return f"### `{given.__name__}`\n\n{about(given)}\n\n| 字段 field | 说明 |\n|---|---|\n" + "\n".join(rows) + "\n"


if __name__ == "__main__":
    sys.stdout.write(page())

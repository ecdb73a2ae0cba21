"""The hooks a plugin may implement, and the one door to pluggy.

A hook declares; none takes part in an evaluation. Each is called once, when an engine loads the plugins that a ruleset
requires, and gives what never changes afterwards.
"""

from collections.abc import Callable, Iterable, Mapping
from types import FunctionType, ModuleType

from pluggy import HookimplMarker, HookspecMarker, PluginManager, PluginValidationError

from perfeval_rules.extension import Format, Function, Lint
from perfeval_rules.indicator import IndicatorType

PROJECT = "perfeval_rules"
hookspec = HookspecMarker(PROJECT)
hookimpl = HookimplMarker(PROJECT)


class Hooks:
    """All hooks there are."""

    @hookspec
    def perfeval_indicator_types(self) -> Iterable[type[IndicatorType]]:  # type: ignore[empty-body]  # a shape only
        """Give the indicator types that this plugin adds.

        Called once for each plugin that a ruleset requires. The classes themselves are given, not instances; a ruleset
        names one by its `name`::

            from fractions import Fraction

            from perfeval_rules import Example, IndicatorType, Reported, Text, hookimpl


            class Answers(Reported):
                \"\"\"What a survey says.\"\"\"

                promoters: Fraction
                detractors: Fraction
                surveyed: Fraction


            class NetPromoter(IndicatorType):
                \"\"\"Promoters less detractors, as a share of those asked, against a target.\"\"\"

                name = "nps"
                title = Text("净推荐值", "net promoter score")
                reported = Answers
                target_share: Fraction = Fraction(1, 2)
                attainment = "max((promoters - detractors) / surveyed / target_share, 0)"
                examples = (Example({}, {"promoters": "40", "detractors": "15", "surveyed": "100"}, "0.5"),)


            @hookimpl
            def perfeval_indicator_types():
                return [NetPromoter]
        """

    @hookspec
    def perfeval_functions(self) -> Iterable[Function]:  # type: ignore[empty-body]  # a shape only
        """Give the functions that formulas may call, those of rulesets and of this plugin's own types.

        Called once for each plugin that a ruleset requires, before its types are looked at. A function said with
        `definition` is built from the operations of an algebra, so that every reading has it; one said with `python`
        takes and gives exact numbers, is worked out by the exact reading alone, and is explained in one step.

        The operations: `add sub mul div` and `compare("<=", x, y)` take two values, `negative floor negation length` one,
        `number text day truth` make one of a constant, `days(start, end)` counts days, `stop("code")` is no value, and
        `choose(test, then, other)` takes two functions without arguments, of which one is called::

            from perfeval_rules import Text, hookimpl
            from perfeval_rules.extension import Function


            def middle(say, x, y):
                \"\"\"The number halfway between two.\"\"\"
                return say.div(say.add(x, y), say.number(2))


            MIDDLE = Function(
                usage="middle(x, y)",
                parameters=("number", "number"),
                result="number",
                meaning=Text("两数的中点", "the number halfway between two"),
                examples={"middle(1, 2)": "1.5"},
                definition=middle,
            )


            @hookimpl
            def perfeval_functions():
                return [MIDDLE]
        """

    @hookspec
    def perfeval_lints(self) -> Iterable[Lint]:  # type: ignore[empty-body]  # a shape only
        """Give lints, which look through a compiled ruleset that requires this plugin.

        Called once for each plugin that a ruleset requires; each lint is asked when such a ruleset is compiled, never
        when a form is scored. What it finds is told with the place in the ruleset, under `<plugin>.<name>`.

        It is shown the `perfeval_rules.Program`. `program.ruleset` is the ruleset with all that it extends:
        `rules lines groups facts adjusts reasons checks`, each by its id, `grades`, `words`, `sources`, `head`,
        `scoring`, `every`. They have the keys of TOML as attributes: `rule.type`, `rule.title`, `rule.options` (the keys
        of its type), and formulas in `rule.when`, `rule.score`, `rule.applies`, `rule.manual`, whose text is
        `rule.score.text`. What a ruleset does not write is `None`, or blank; what `[every]` says stands in
        `program.ruleset.every` alone. The path of a Remark is that of the key: `rule.count.score`::

            from perfeval_rules import Text, hookimpl
            from perfeval_rules.extension import Lint, Remark


            def untitled(program):
                \"\"\"The rules that have no title.\"\"\"
                for name, rule in program.ruleset.rules.items():
                    if not rule.title:
                        yield Remark(f"rule.{name}", {"rule": name})


            UNTITLED = Lint(
                name="untitled",
                message=Text("规则 {rule} 没有名称。", "The rule {rule} has no title."),
                advice=Text("请写 title.zh 和 title.en。", "Write title.zh and title.en."),
                examine=untitled,
            )


            @hookimpl
            def perfeval_lints():
                return [UNTITLED]
        """

    @hookspec
    def perfeval_formats(self) -> Iterable[Format]:  # type: ignore[empty-body]  # a shape only
        """Give formats: kinds of files that forms are read from or evaluations are written to, by suffix.

        Called once for each plugin that a ruleset requires; a file whose suffix the engine does not know itself is
        offered to the plugins of the ruleset it is scored by. A reader gives a form as `docs/schema/submission.json` has
        it, every number as the text that the file holds; the engine then reads it as it reads any other form. For a file
        that is none of its kind it raises SubmissionError with what to tell. `perfeval score FORM`, `perfeval score
        FOLDER` and a case whose `form` names such a file reach it; `perfeval score FORM --write FILE` reaches a writer::

            import csv

            from perfeval_rules import Finding, Place, SubmissionError, Text, hookimpl
            from perfeval_rules.extension import Format

            CELLS = ("name", "target", "actual", "weight", "stated", "reason")
            NO_TABLE = Text("文件里没有带栏名的表。", "The file holds no table whose first line names columns.")
            SAVE_AS = Text("请另存为 UTF-8 编码的 .csv。", "Save it as .csv in UTF-8.")


            def read_csv(raw):
                \"\"\"A form whose first line names the columns: cells that every row has, and values of its own.\"\"\"
                try:
                    lines = list(csv.DictReader(raw.decode("utf-8-sig").splitlines()))
                except (UnicodeDecodeError, csv.Error):
                    lines = []
                if not lines:
                    raise SubmissionError([Finding("csv.no-table", "error", Place(), NO_TABLE, SAVE_AS)])
                rows = []
                for line in lines:
                    cells = {name: line.pop(name) for name in CELLS if name in line}
                    rows.append({**cells, "values": line})
                return {"rows": rows}


            @hookimpl
            def perfeval_formats():
                return [Format(suffix=".csv", title=Text("逗号分隔的表", "comma-separated table"), read=read_csv)]
        """


HOOKS = tuple(name for name in vars(Hooks) if name.startswith("perfeval_"))
HOOK = "perfeval_indicator_types"
"""The one that most plugins implement."""


class Wrapped(Exception):  # noqa: N818 - a verdict on a plugin
    """A plugin wraps a hook, which could change what others declare; says which."""


class Bare(Exception):  # noqa: N818 - a verdict on a plugin
    """A plugin implements no hook."""


class Unmarked(Exception):  # noqa: N818 - a verdict on a plugin
    """A function bears the name of a hook and is not marked as one; says which."""


class Unknown(PluginValidationError):  # noqa: N818 - a verdict on a plugin
    """A function is marked as a hook and bears the name of none; says which, and where it stands."""

    def __init__(self, module: ModuleType, name: str, marked: FunctionType) -> None:
        super().__init__(module, f"unknown hook {name}")
        self.hook, self.spot = name, f"{marked.__code__.co_filename}:{marked.__code__.co_firstlineno}"


def implemented(name: str, module: ModuleType) -> Mapping[str, list[Callable[[], object]]]:
    """The hooks that a plugin's module implements, each with its implementations; none of them is called.

    Raises Bare, Unmarked, Wrapped, PluginValidationError, or whatever looking at the module raises.
    Each plugin has a manager of its own, so that none can see, replace or drop what another gives.
    """
    manager = PluginManager(PROJECT)
    manager.add_hookspecs(Hooks)
    manager.register(module, name)
    names = vars(module) if type(module) is ModuleType else {}  # a module may have put something else in its place
    for attribute, given in names.items():
        marks = vars(given).get(f"{PROJECT}_impl") if type(given) is FunctionType else None
        if marks and attribute not in HOOKS and not marks.get("specname"):
            raise Unknown(module, attribute, given)
    manager.check_pending()  # whatever else is misspelt is nothing to pluggy unless it is asked
    found = {hook: getattr(manager.hook, hook).get_hookimpls() for hook in HOOKS}
    for hook in HOOKS:
        if not found[hook] and isinstance(names.get(hook), FunctionType):
            raise Unmarked(hook)
    if not any(found.values()):
        raise Bare
    for hook, implementations in found.items():
        if any(each.wrapper or each.hookwrapper for each in implementations):
            raise Wrapped(hook)
    return {hook: [each.function for each in each_of] for hook, each_of in found.items() if each_of}


__all__ = [
    "HOOK", "HOOKS", "PROJECT", "Bare", "Hooks", "PluginValidationError", "Unknown", "Unmarked", "Wrapped", "hookimpl", "hookspec",
    "implemented",
]  # fmt: skip

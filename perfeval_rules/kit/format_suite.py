"""The suite for the formats of files that a plugin reads and writes."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import lru_cache
from types import ModuleType
from typing import ClassVar

from perfeval_rules.body.form_data import submission_from_data
from perfeval_rules.errors import PluginError
from perfeval_rules.evaluation import Evaluation, Line
from perfeval_rules.extension import Format
from perfeval_rules.files.toml_write import toml_text
from perfeval_rules.findings import worst
from perfeval_rules.formats import read_by
from perfeval_rules.hosting.guard import guarded
from perfeval_rules.kit.plugin_ground import STANDARD, PluginGround, registry_of
from perfeval_rules.kit.trial import compiled
from perfeval_rules.kit.verdicts import Broken, tell
from perfeval_rules.program import Program
from perfeval_rules.registry import Registry
from perfeval_rules.submission import Row
from perfeval_rules.text import Language, Text, decimal

LANGUAGES: tuple[Language, ...] = ("zh", "en")
ROWS = (
    {"name": "培训人次，其中“新任”", "target": "≥300人次", "actual": "285人次", "weight": "10", "stated": "9.5",
     "reason": "因疫情停办两期, 改为“线上”；\n下一步补办。"},
    {"name": '资金"支付"及时率', "target": "100%", "actual": "100%", "weight": "20", "stated": "20"},
    {"name": "满意度; 100", "target": ">=90%", "actual": "", "weight": "2.5"},
)  # fmt: skip
"""The form that is written: marks that files use for themselves, a line break, a blank cell, a number with decimals."""
CELLS: Mapping[str, str] = {"target": "target_text", "actual": "actual_text"}
NUMBERS = ("weight", "stated")
USELESS: Mapping[str, tuple[Text, bytes]] = {
    "empty": (Text("空文件", "an empty file"), b""),
    "binary": (Text("不是文字的文件", "a file that is no text"), bytes(range(256)) * 64),
    "long": (Text("只有一行、极长的文件", "a file of one endless line"), b"x" * 1_000_000),
}
"""Files of no use, which people hand in all the same."""


class FormatSuite(PluginGround[Format]):
    """All that must hold of the formats of a plugin; a class that names the plugin inherits the tests::

        class TestFormats(FormatSuite):
            plugin = perfeval_survey

    A plugin that gives none has nothing to test, until it does.
    """

    kind: ClassVar[type[Format]] = Format
    hook: ClassVar[str] = "perfeval_formats"

    def test_an_evaluation_can_be_written(self) -> None:
        """A writer gives a file, whatever language it is asked for."""
        tell([broken for form in self.each() if form.write for _, broken in self.files(form) if broken])

    def test_what_is_written_is_read_back(self) -> None:
        """Where a format reads and writes, it reads its own file: every line by its name, and no cell otherwise than it was."""
        found: list[Broken] = []
        for form in self.each():
            for raw, _ in self.files(form) if form.read and form.write else ():
                found += self.changed(form, raw) if raw is not None else ()
        tell(found)

    def test_a_file_of_no_use_is_told(self) -> None:
        """An empty file, one that is no text, and one of a single endless line are told in words; nothing is raised."""
        found: list[Broken] = []
        for form in self.each():
            for what, raw in USELESS.values() if form.read else ():
                _, told = read_by(
                    self.program().registry.formats[form.suffix], self.program().registry, raw, "x" + form.suffix
                )
                failed = [one for one in told if one.code == "form.format-failed"]
                if failed or not told:
                    found.append(
                        Broken(
                            "reader-raised" if failed else "reader-silent",
                            suffix=form.suffix,
                            what=what,
                            findings=failed,
                        )
                    )
        tell(found)

    def files(self, form: Format) -> Iterator[tuple[bytes | None, Broken | None]]:
        """The trial form as a format writes it, in either language; else what kept it from it."""
        program, evaluation = self.program(), self.evaluation()
        for language in LANGUAGES:
            try:
                yield program.write(evaluation, form.suffix, language), None
            except PluginError as refused:
                yield None, Broken("writer-failed", suffix=form.suffix, findings=refused.findings)

    def changed(self, form: Format, raw: bytes) -> Iterator[Broken]:
        """What is not as it was once a file is read again."""
        registry, lines = self.program().registry, self.evaluation().lines
        read, told = read_by(registry.formats[form.suffix], registry, raw, "x" + form.suffix)
        if read is None or worst(told) == "error":
            yield Broken("not-read-back", suffix=form.suffix, findings=told)
        elif len(read.rows) != len(lines):
            yield Broken("rows-lost", suffix=form.suffix, wanted=len(lines), got=len(read.rows))
        else:
            for line, row in zip(lines, read.rows, strict=True):
                for cell, wanted, got in differing(line, row):
                    yield Broken("cell-changed", suffix=form.suffix, name=line.name, cell=cell, wanted=wanted, got=got)

    def evaluation(self) -> Evaluation:
        """What comes of the trial form."""
        form, _ = submission_from_data({"rows": list(ROWS)}, "trial")
        return self.program().evaluate(form)

    def program(self) -> Program:
        """The program of a ruleset for the trial form, with the formats of the plugin."""
        return trial_program(self.plugin)


@lru_cache(maxsize=8)
def trial_program(plugin: ModuleType) -> Program:
    """A ruleset that takes whatever is stated, with the formats of a plugin."""
    registry = registry_of(plugin, frozenset({STANDARD}))
    own = Registry(types=registry.types, formats=registry.formats, guard=guarded)
    head = {"id": "trial", "edition": "1", "years": {"from": 2000}}
    rule = {"row": {"type": "number", "score": "weight * clamp(attainment, 0, 1)"}}
    program, _ = compiled(own, toml_text({"format": 1, "ruleset": head, "rule": rule}))
    assert program is not None, "a ruleset of our own compiles"
    return program


def differing(line: Line, row: Row) -> Iterator[tuple[str, str, str]]:
    """The cells of a row that say something else than the line it was written from; a blank one was left out."""
    if row.name.text != line.name:
        yield "name", line.name, row.name.text
    for cell, part in CELLS.items():
        got, wanted = getattr(row, cell).text, getattr(line, part)
        if got and got != wanted:
            yield cell, wanted, got
    for cell in NUMBERS:
        got, number = getattr(row, cell).text, getattr(line, cell)
        if got and not _is(got, number):
            yield cell, "" if number is None else decimal(number), got


def _is(text: str, number: Fraction | None) -> bool:
    """Whether a text is that number, with however many decimals."""
    try:
        return Fraction(text) == number
    except ValueError:
        return False

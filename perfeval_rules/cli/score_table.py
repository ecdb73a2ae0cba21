"""The table of a score sheet: the lines under their groups, the groups' own numbers, the total."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from perfeval_rules.cli.figures import figure, level, points
from perfeval_rules.cli.page import Column, Row, Style, Table
from perfeval_rules.cli.sections import Section, sections
from perfeval_rules.cli.words import word
from perfeval_rules.cli.wrapping import one_line
from perfeval_rules.evaluation import OUTCOME_TITLES, Evaluation, Group, Line
from perfeval_rules.text import Language, Text

COLUMNS = (
    ("number", Column("", right=True)),
    ("indicator", Column("", gives=True)),
    ("type", Column("", spare=True)),
    ("target", Column("", gives=True)),
    ("actual", Column("", gives=True)),
    ("weight", Column("", right=True)),
    ("stated", Column("", right=True)),
    ("reviewed", Column("", right=True)),
    ("points", Column("", right=True)),
    ("outcome", Column("")),
)


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """The rows of one form in one language; a column that nobody filled in is left out."""

    evaluation: Evaluation
    titles: Mapping[str, Text]
    language: Language

    def drawn(self) -> Table:
        """The whole table."""
        cells = [cells for section in sections(self.evaluation) for cells in self._section(section)]
        if cells:
            cells[-1] = (cells[-1][0], cells[-1][1], True)
        cells.append((self._total(), "strong", False))
        kept = [key for key, _ in COLUMNS if key != "reviewed" or any(row.get(key) for row, _, _ in cells)]
        columns = tuple(replace(look, title=word(self.language, key)) for key, look in COLUMNS if key in kept)
        return Table(
            columns, tuple(Row(tuple(row.get(key, "") for key in kept), style, closes) for row, style, closes in cells)
        )

    def _section(self, section: Section) -> Iterator[tuple[dict[str, str], Style, bool]]:
        if section.group:
            yield self._group(section.group, section.depth), "strong", False
        indent = "  " * (section.depth + 1 if section.group else 0)
        for line in section.lines:
            yield self._line(line, indent), "", False

    def _line(self, line: Line, indent: str) -> dict[str, str]:
        return {
            "number": str(line.number),
            "indicator": indent + one_line(line.title.say(self.language) or line.name),
            "type": one_line(self.titles.get(line.type, Text(line.type)).say(self.language)),
            "target": one_line(line.target_text),
            "actual": one_line(line.actual_text),
            "weight": figure(line.weight),
            "stated": figure(line.stated),
            "reviewed": "" if line.reviewed is None else figure(line.reviewed),
            "points": points(line),
            "outcome": self._outcome(line),
        }

    def _group(self, group: Group, depth: int) -> dict[str, str]:
        state = "" if group.applies else word(self.language, "not-applicable")
        return {
            "indicator": "  " * depth + one_line(group.key or group.title.say(self.language) or group.id),
            "weight": figure(group.weight),
            "points": level(group.score, self.evaluation.total_places),
            "outcome": word(self.language, "group-withheld") if group.withheld else state,
        }

    def _total(self) -> dict[str, str]:
        of = self.evaluation
        return {
            "indicator": word(self.language, "total"),
            "weight": figure(of.full_marks),
            "stated": figure(of.stated_total),
            "reviewed": "" if of.reviewed_total is None else figure(of.reviewed_total),
            "points": figure(of.total, of.total_places),
            "outcome": one_line(of.grade.title.say(self.language) or of.grade.id) if of.grade else "",
        }

    def _outcome(self, line: Line) -> str:
        outcome = OUTCOME_TITLES[line.outcome].say(self.language)
        if line.outcome == "manual" and line.low is not None and line.high is not None:
            return word(self.language, "range", outcome=outcome, low=figure(line.low), high=figure(line.high))
        return outcome

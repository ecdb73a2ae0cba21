"""The page on the ruleset format: every piece compiles, every row shown scores what is shown, nothing is left out."""

import json
import re
import tomllib
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest

import perfeval_standard
from perfeval_rules.engine import Engine
from perfeval_rules.evaluation import OUTCOMES, number
from perfeval_rules.formula.functions import FUNCTIONS, Kind
from perfeval_rules.formula.language import parse
from perfeval_rules.hosting.load import load_modules
from perfeval_rules.plan.vocabulary import FORM, MEASURED, RESULTS, ROW
from perfeval_rules.program import Program
from perfeval_rules.reasons import VERDICTS
from perfeval_rules.ruleset import tables
from perfeval_rules.testing.beside import suite
from perfeval_rules.testing.expectations import OF_A_FOLDER, OF_A_GROUP, OF_A_LINE, OF_THE_FORM
from perfeval_rules.testing.running import run_case
from tests.pages import DOCS, Block, blocks, quoted
from tests.pages import tables as tables_of

PAGE = DOCS / "ruleset.md"
TEXT = PAGE.read_text("utf-8")
HEAD = 'format = 1\n[ruleset]\nid = "piece"\nedition = "1"\nyears = { from = 2024 }\nextends = ["demo"]\n'
CATEGORIES = ("category1", "category2", "category3")
ROW_KEYS = ("name", "target", "actual", "weight", "stated", "reviewed", "reason")
EXPECTED = ("score", "attainment", "outcome", "reasons", "findings")
TOML = blocks(PAGE, "toml")
PIECES = [block for block in TOML if "[case." not in block.text]
SCORED = [block for block in PIECES if block.table and "weight" in block.table[0]]
CASES = [(piece, block) for piece, block in pairwise(TOML) if "[case." in block.text]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole rulesets of the page, each in its folder."""
    folder = tmp_path_factory.mktemp("rulesets")
    for block in PIECES:
        found = re.search(r'^id\s+= "([a-z-]+)"', block.text, re.MULTILINE)
        if block.text.startswith("format") and found:
            (folder / found[1]).mkdir()
            (folder / found[1] / "ruleset.toml").write_text(block.text, "utf-8")
    return folder


def written(library: Path, text: str) -> Path:
    """The file of a piece: whole as it is, else laid over the ruleset that the page begins with."""
    if text.startswith("format"):
        return library / tomllib.loads(text)["ruleset"]["id"] / "ruleset.toml"
    (library / "piece").mkdir(exist_ok=True)
    file = library / "piece" / "ruleset.toml"
    file.write_text(HEAD + text, "utf-8")
    return file


def program(library: Path, text: str) -> Program:
    return Engine().program(written(library, text))


@cache
def standard_types():
    registry, _ = load_modules([perfeval_standard])
    return registry.types


def row_of(cells: dict[str, str]) -> dict[str, object]:
    """A row of a table as a form has it; a heading that is none of a row's own is a value of the line."""
    own = {key: cells[key] for key in ROW_KEYS if cells.get(key)}
    others = {key: cell for key, cell in cells.items() if key not in (*ROW_KEYS, *CATEGORIES, *EXPECTED)}
    return {**own, "categories": [cells[key] for key in CATEGORIES if cells.get(key)], "values": others}


def evaluate(made: Program, rows: list[dict[str, object]], complete: bool):
    raw = json.dumps({"rows": rows, "complete": complete}, ensure_ascii=False).encode()
    submission, findings = Engine().read(raw, "form.json")
    assert submission is not None
    assert not findings
    return made.evaluate(submission)


def shown_of(evaluation, line) -> dict[str, object]:
    """What an evaluation says of a line, under the headings of the page."""
    return {
        "score": number(line.score) or "",
        "attainment": number(line.attainment) or "",
        "outcome": line.outcome,
        "reasons": " ".join(owed.verdict for owed in evaluation.reasons if owed.line == line.number),
        "findings": " ".join(one.code for one in evaluation.findings if one.code.startswith("check.")),
    }


def test_the_page_has_pieces_of_every_sort():
    assert len(PIECES) >= 20
    assert len(SCORED) >= 10
    assert len(CASES) >= 7


@pytest.mark.parametrize("block", PIECES, ids=lambda block: block.id)
def test_a_piece_is_a_sound_ruleset(block: Block, library: Path):
    assert [f"{one.at} {one.say('en')}" for one in Engine().check(written(library, block.text))] == []


@pytest.mark.parametrize("block", SCORED, ids=lambda block: block.id)
def test_a_row_shown_scores_what_is_shown(block: Block, library: Path):
    made = program(library, block.text)
    last = block.table[-1]
    total = "总分" in last.values()
    rows = block.table[:-1] if total else block.table
    forms = [list(rows)] if total else [[row] for row in rows]
    for form in forms:
        evaluation = evaluate(made, [row_of(cells) for cells in form], total)
        for cells, line in zip(form, evaluation.lines, strict=True):
            got = shown_of(evaluation, line)
            assert {key: cells[key] for key in got if key in cells} == {key: got[key] for key in got if key in cells}
        if total:
            assert number(evaluation.total) == last["score"]


@pytest.mark.parametrize(("piece", "block"), CASES, ids=[block.id for _, block in CASES])
def test_a_case_shown_gets_what_it_expects(piece: Block, block: Block, library: Path):
    file = written(library, piece.text)
    (file.parent / "cases.toml").write_text(block.text, "utf-8")
    found = suite(Engine(), file)
    assert found.findings == ()
    assert found.program is not None
    assert len(found.cases) == len(set(re.findall(r"\[case\.([\w-]+)", block.text)))
    assert [run_case(found.program, case).differences for case in found.cases] == [()] * len(found.cases)


def test_every_key_of_a_case_is_described():
    section = next(part for part in TEXT.split("\n## ") if "[case.ID]" in part.splitlines()[0])
    assert {"row", "form", "rows", "forms", "expect", *OF_A_FOLDER, *OF_A_LINE, *OF_A_GROUP, *OF_THE_FORM} - quoted(
        section
    ) == set()


def test_every_function_is_shown_as_it_is_written():
    shown = {cells["function"].strip("`"): cells for table in tables_of(TEXT) for cells in table if "function" in cells}
    assert {name: (cells["意思"], cells["meaning"]) for name, cells in shown.items()} == {
        function.usage: (function.meaning.zh, function.meaning.en) for function in FUNCTIONS.values()
    }


TABLES = {
    "rule": tables.Rule,
    "line": tables.Line,
    "group": tables.Group,
    "fact": tables.Fact,
    "adjust": tables.Adjust,
    "reason": tables.Reason,
    "check": tables.Check,
    "grade": tables.Grade,
    "scoring": tables.Scoring,
    "ruleset": tables.Head,
    "requires": tables.Requires,
    "source": tables.Source,
}


@pytest.mark.parametrize("table", TABLES)
def test_every_key_of_a_table_is_described_in_its_section(table: str):
    sections = [
        part
        for part in re.split(r"^## ", TEXT, flags=re.MULTILINE)
        if re.search(rf"`\[+{table}[.\]]", part.splitlines()[0])
    ]
    assert len(sections) == 1
    described = quoted("\n".join(line for line in sections[0].splitlines() if line.startswith("|")))
    keys = set(tables.keys_of(TABLES[table])) - ({"cites"} if table == "requires" else set())
    assert keys - described == set()


def test_every_choice_of_a_key_is_named():
    named = quoted(TEXT)
    for table in (tables.Scoring, tables.Unscored, tables.Fact, tables.Reason, tables.Check, tables.Group):
        for field in table.model_fields.values():
            choices = [word for word in get_args(field.annotation) if isinstance(word, str)]
            assert set(choices) - named == set()


def test_every_name_of_formulas_outcome_and_verdict_is_described():
    named = quoted(TEXT)
    line = {"weight", "score", "lost", "low", "high", "outcome", "type", "forms"}
    assert {*ROW, *FORM, *MEASURED, *RESULTS, *line} - named == set()
    assert {*OUTCOMES, *VERDICTS} - named == set()
    kinds = {cells["kind"] for table in tables_of(TEXT) for cells in table if "note" in cells}
    assert kinds == set(get_args(Kind))


def test_every_standard_type_is_described_with_its_options():
    named = quoted(TEXT)
    titles = {
        cells["type"].strip("`"): cells["中文名"] for table in tables_of(TEXT) for cells in table if "for" in cells
    }
    assert titles == {name: offer.type.title.zh for name, offer in standard_types().items()}
    assert {option for offer in standard_types().values() for option in offer.option_kinds} - named == set()


@pytest.mark.parametrize("key", ['each = "goal"', 'split = "groups"', 'split = "rows"'])
def test_groups_may_be_repeated_and_share_their_points(key: str, library: Path):
    assert Engine().check(written(library, f"[group.part]\n{key}\n")) == ()


def test_what_the_page_says_of_folders_is_so(library: Path):
    said = "a form scored alone leaves them undecided" in TEXT
    piece = '[fact.most]\nof = "folder"\nvalue = "largest(total)"\n[check.many]\nof = "folder"\nwhen = "forms > 0"\n'
    ranked = '[fact.place]\nvalue = "rank(total)"\n[check.first]\nof = "form"\nwhen = "place == 1"\n'
    row = {"name": "a", "target": "≥1", "actual": "1", "weight": "1"}
    evaluation = evaluate(program(library, piece + ranked), [row], True)
    assert ({one.rule for one in evaluation.undecided} == {"check.many", "check.first"}) == said
    assert (evaluation.facts["place"] is None) == said


def test_what_people_should_write_instead_is_read_as_a_formula():
    table = next(table for table in tables_of(TEXT) if "instead" in table[0])
    formulas = [found for cells in table for found in re.findall(r"`([^`{]+)`", cells["instead"]) if found != "when"]
    assert len(formulas) >= 6
    for formula in formulas:
        parse(formula)


def test_a_check_tells_where_the_page_says_that_it_does(library: Path):
    unwise = '[fact.off]\ntitle.zh = "超过 10 的扣 5 分"\nvalue = "at_least(year, [[10, 5]], 0)"\n'
    unwise += '[group.own]\nweight = 40\nscore = "sum(attainment * weight)"\n'
    unwise += '[fact.later]\nvalue = "ifs(year >= 60, 0.6, year >= 80, 1, 0)"\n[fact.bonus]\nnames = ["b"]\n'
    unwise += '[adjust.cap]\ntotal = "min(total, 100)"\n[adjust.more]\ntotal = "total + bonus"\n'
    unwise += '[fact.none_short]\nkind = "yes_no"\nvalue = "count(attainment < 1) == 0"\n[fact.x]\nnames = ["x"]\n[fact.deep]\n'
    unwise += 'value = "1 if x > 3 else (0.8 if x > 2 else (0.5 if x > 1 else 0))"\n'
    codes = {one.code for one in Engine().check(written(library, unwise))}
    assert codes == {
        "formula.count-zero", "formula.nested-choice", "ruleset.edge-in-words", "ruleset.weight-inside-sum",
        "ruleset.branch-never-reached", "ruleset.adjust-after-cap",
    }  # fmt: skip

"""`perfeval plugins list`: the plugins installed, from metadata and source alone; none is imported."""

import os
from collections.abc import Mapping
from functools import partial
from typing import Any

from perfeval_rules.cli import codes
from perfeval_rules.cli.notices import notices
from perfeval_rules.cli.output import Output
from perfeval_rules.cli.page import Block, Column, Line, Row, Table
from perfeval_rules.cli.words import word
from perfeval_rules.cli.wrapping import one_line
from perfeval_rules.engine import Engine
from perfeval_rules.files.library import load
from perfeval_rules.findings import Finding
from perfeval_rules.hosting.rulesets import folders_of
from perfeval_rules.hosting.settings import Settings
from perfeval_rules.hosting.standing import Standing, standings
from perfeval_rules.text import BLANK, Language

COLUMNS = {
    "name": "plugin",
    "distribution": "distribution",
    "version": "edition",
    "api": "api",
    "state": "state",
    "rung": "rung",
    "module": "module",
}
"""The fields of a plugin, and the words above them."""


def run(output: Output, ruleset: str | None = None) -> int:
    """List what is installed; for a ruleset, also what it requires."""
    installed = Engine().plugins()
    requires: Mapping[str, str] | None = None
    notes: tuple[Finding, ...] = ()
    if ruleset is not None:
        found, faults = load(ruleset, shelves=partial(folders_of, installed))
        if found is None:
            output.refuse(faults)
            return codes.NOT_DONE
        requires, notes = Settings.of(os.environ).required(found.requires.plugins)
    rows = standings(installed, requires)
    if output.as_data:
        output.data([_data(one) for one in rows])
    else:
        output.page(_page(rows, output.language))
        output.page(notices(notes, output.language), aside=True)
    return codes.DONE


def _page(rows: tuple[Standing, ...], language: Language) -> list[Block]:
    if not rows:
        return [Line(word(language, "no-plugins"))]
    columns = tuple(Column(word(language, title)) for title in COLUMNS.values())
    reasons = [Line(one_line(one.why.say(language)), lead=f"{one_line(one.name)}  ") for one in rows if one.why]
    return [Table(columns, tuple(_row(one, language) for one in rows)), *reasons]


def _row(one: Standing, language: Language) -> Row:
    cells = {field: one_line(str(getattr(one, field) or BLANK)) for field in COLUMNS}
    told = {"state": word(language, one.state), "rung": word(language, one.rung) if one.rung else BLANK}
    return Row(tuple({**cells, **told}.values()))


def _data(one: Standing) -> dict[str, Any]:
    why = {"zh": one.why.zh, "en": one.why.en} if one.why else None
    return {**{field: getattr(one, field) for field in COLUMNS}, "why": why}

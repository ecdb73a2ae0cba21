"""`perfeval plugins`: the plugins installed, from their metadata alone; none is imported."""

from perfeval_rules.cli import codes
from perfeval_rules.cli.output import Output
from perfeval_rules.cli.page import Column, Line, Row, Table
from perfeval_rules.cli.words import word
from perfeval_rules.cli.wrapping import one_line
from perfeval_rules.engine import Engine
from perfeval_rules.hosting.discover import Found
from perfeval_rules.text import Language

COLUMNS = {
    "name": "plugin",
    "distribution": "distribution",
    "version": "edition",
    "api": "api",
    "state": "state",
    "module": "module",
}
"""The fields of a plugin, and the words above them."""


def run(output: Output) -> int:
    """List what is installed."""
    found = Engine().plugins()
    if output.as_data:
        output.data([{field: getattr(plugin, field) for field in COLUMNS} for plugin in found])
    elif found:
        columns = tuple(Column(word(output.language, title)) for title in COLUMNS.values())
        output.page([Table(columns, tuple(_row(plugin, output.language) for plugin in found))])
    else:
        output.page([Line(word(output.language, "no-plugins"))])
    return codes.DONE


def _row(plugin: Found, language: Language) -> Row:
    cells = {field: one_line(str(getattr(plugin, field))) for field in COLUMNS}
    return Row(tuple({**cells, "state": word(language, plugin.state)}.values()))

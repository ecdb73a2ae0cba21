"""`perfeval plugins`: the plugins installed, from their metadata alone; none is imported."""

from perfeval_rules.cli import codes
from perfeval_rules.cli.output import Output
from perfeval_rules.cli.page import Column, Line, Row, Table
from perfeval_rules.cli.words import word
from perfeval_rules.cli.wrapping import one_line
from perfeval_rules.engine import Engine

FIELDS = ("name", "distribution", "version", "api", "state", "module")
TITLES = ("plugin", "distribution", "edition", "api", "state", "module")


def run(output: Output) -> int:
    """List what is installed."""
    found = [{field: str(getattr(plugin, field)) for field in FIELDS} for plugin in Engine().plugins()]
    if output.as_data:
        output.data(found)
    elif found:
        columns = tuple(Column(word(output.language, title)) for title in TITLES)
        output.page([Table(columns, tuple(Row(tuple(one_line(one[field]) for field in FIELDS)) for one in found))])
    else:
        output.page([Line(word(output.language, "no-plugins"))])
    return codes.DONE

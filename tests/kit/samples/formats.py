"""A sound format that reads and writes, one that reads and one that writes, and their tests as an author writes them."""

import csv
import io
import json
import sys

from perfeval_rules import Finding, Place, SubmissionError, Text, hookimpl
from perfeval_rules.extension import Format
from perfeval_rules.testing import FormatSuite

NO_TABLE = Text("文件里没有表。", "The file holds no table.")
CELLS = ("name", "target", "actual", "weight", "stated")


def read(raw):
    """A form whose first line names the cells."""
    try:
        rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    except (UnicodeDecodeError, csv.Error):
        rows = []
    if not rows:
        raise SubmissionError([Finding("formats.no-table", "error", Place(), NO_TABLE)])
    return {"rows": rows}


def write(evaluation, language):
    """The lines of an evaluation."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, CELLS, extrasaction="ignore")
    writer.writeheader()
    writer.writerows(evaluation["lines"])
    return text.getvalue().encode()


def write_total(evaluation, language):
    """The total alone."""
    return json.dumps({"total": evaluation["total"], "language": language}).encode()


@hookimpl
def perfeval_formats():
    """Give them."""
    title = Text("逗号分隔的表", "table with commas")
    return [
        Format(suffix=".csv", title=title, read=read, write=write),
        Format(suffix=".csvin", title=title, read=read),
        Format(suffix=".total", title=title, write=write_total),
    ]


class TestFormats(FormatSuite):
    plugin = sys.modules[__name__]

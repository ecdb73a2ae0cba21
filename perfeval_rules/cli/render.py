"""The one door to rich: draws a page on a terminal or into a pipe."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO, TypeVar

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table as Drawn
from rich.text import Text as Styled

from perfeval_rules.cli.page import Block, Line, Listing, Style, Table
from perfeval_rules.cli.wrapping import wrapped
from perfeval_rules.text import width

T = TypeVar("T")
PIPED = 120
"""How wide a page is where no terminal says it."""
GAP = 2
"""How many columns stand between two columns of a table."""
COMFORTABLE, NARROWEST = 16, 6
"""How narrow a column that wraps becomes before spare columns go, and at all."""
WIDEST = 88
"""How far to the right the notes of a listing stand at most."""
STYLES: dict[Style, str] = {
    "": "",
    "strong": "bold",
    "faint": "dim",
    "error": "bold red",
    "warning": "yellow",
    "info": "cyan",
}


def draw(blocks: Iterable[Block], stream: TextIO) -> None:
    """Print blocks one under the other; colours only on a terminal."""
    on_terminal = stream.isatty()
    console = Console(
        file=stream,
        width=None if on_terminal else PIPED,
        color_system="auto" if on_terminal else None,
        markup=False,
        highlight=False,
        emoji=False,
    )
    with console.capture() as page:
        for block in blocks:
            if isinstance(block, Table):
                _table(console, block)
            elif isinstance(block, Listing):
                _listing(console, block)
            else:
                _line(console, block)
    stream.writelines(f"{line.rstrip()}\n" for line in page.get().split("\n")[:-1])


def watched(items: Sequence[T], label: str, stream: TextIO) -> Iterator[T]:
    """The items one by one; on a terminal a bar shows how far it has come, and goes when it is done."""
    if not stream.isatty():
        yield from items
        return
    from rich.progress import track

    yield from track(items, Styled(label).markup, console=Console(file=stream), transient=True)


def _line(console: Console, line: Line) -> None:
    room = console.width - width(line.lead)
    margin = " " * width(line.lead)
    for number, part in enumerate([line.text] if line.verbatim else wrapped(line.text, room)):
        lead = margin if number else line.lead
        text = Styled.assemble((lead, STYLES[line.lead_style]), (part, STYLES[line.style]))
        console.print(text, soft_wrap=True)


def _listing(console: Console, listing: Listing) -> None:
    notes = max((width(line.note) for line in listing.lines), default=0)
    asked = max((width(line.lead + line.text) for line in listing.lines), default=0)
    room = min(asked, max(console.width - notes - GAP, COMFORTABLE), WIDEST)
    for line in listing.lines:
        margin = width(line.lead)
        for number, part in enumerate(wrapped(line.text, max(room - margin, COMFORTABLE))):
            note = "" if number else line.note
            gap = " " * (max(room - margin - width(part), 0) + GAP) if note else ""
            lead = " " * margin if number else line.lead
            told = Styled.assemble(lead, (part, STYLES[line.style]), gap, (note, STYLES[line.note_style]))
            console.print(told, soft_wrap=True)


def _table(console: Console, table: Table) -> None:
    asked = [max(map(width, cells)) + GAP for cells in zip(*_all_rows(table), strict=True)]
    close = sum(min(size, COMFORTABLE + GAP) if table.columns[n].gives else size for n, size in enumerate(asked))
    kept = [n for n, column in enumerate(table.columns) if not column.spare or close <= console.width]
    least = sum(min(asked[n], NARROWEST + GAP) if table.columns[n].gives else asked[n] for n in kept)
    drawn = Drawn(box=box.SIMPLE_HEAD, collapse_padding=True, pad_edge=False, header_style=STYLES["strong"])
    for column in (table.columns[n] for n in kept):
        drawn.add_column(
            Styled(column.title),
            justify="right" if column.right else "left",
            no_wrap=not column.gives,
            overflow="fold",
            min_width=NARROWEST if column.gives else None,
        )
    for row in table.rows:
        drawn.add_row(*(_cell(row.cells[n]) for n in kept), style=STYLES[row.style], end_section=row.closes)
    page_width, console.width = console.width, max(console.width, least + GAP)  # a number is never cut off
    console.print(drawn)
    console.width = page_width


def _all_rows(table: Table) -> list[tuple[str, ...]]:
    return [tuple(column.title for column in table.columns), *(row.cells for row in table.rows)]


def _cell(text: str) -> Padding:
    """A cell whose further lines stand under its first, however far that is indented."""
    words = text.lstrip(" ")
    return Padding(Styled(words), (0, 0, 0, len(text) - len(words)))

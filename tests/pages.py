"""The pages of the documentation as tests read them: their blocks, and the tables that stand under a block."""

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", *sorted(DOCS.glob("*.md"))]
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```\n", re.MULTILINE | re.DOTALL)
_TABLE = re.compile(r"\s*((?:\|.*\n)+)")
_NAMED = re.compile(r"`([\w./-]+\.(?:toml|json|txt|csv|py))`[^`\n]*\n\n?$")


@dataclass(frozen=True)
class Block:
    """A block of code on a page."""

    page: str
    line: int
    language: str
    text: str
    file: str
    """The file it is, where the line before names one."""
    table: tuple[dict[str, str], ...]
    """The table right under it, a dict for each row; empty where there is none."""

    @property
    def id(self) -> str:
        """The page and line, for the name of a test."""
        return f"{self.page}:{self.line}"


def blocks(page: Path, *languages: str) -> list[Block]:
    """The blocks of a page in some languages, in their order."""
    return blocks_of(page.read_text("utf-8"), page.relative_to(ROOT).as_posix(), *languages)


def blocks_of(text: str, page: str, *languages: str) -> list[Block]:
    """The blocks of a text."""
    found = []
    for match in _BLOCK.finditer(text):
        named = _NAMED.search(text[: match.start()])
        table = _TABLE.match(text, match.end())
        found.append(
            Block(
                page,
                text.count("\n", 0, match.start()) + 1,
                match[1],
                match[2],
                named[1] if named else "",
                rows(table[1]) if table else (),
            )
        )
    return [block for block in found if not languages or block.language in languages]


def rows(table: str) -> tuple[dict[str, str], ...]:
    """The rows of a table by the last word of each heading."""
    heading, _, *lines = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in table.splitlines()]
    keys = [cell.split(" ")[-1] for cell in heading]
    return tuple(dict(zip(keys, line, strict=True)) for line in lines)


def tables(text: str) -> list[tuple[dict[str, str], ...]]:
    """Every table of a text."""
    return [rows(found[0]) for found in re.finditer(r"(?:^\|.*\n)+", text, re.MULTILINE)]


def quoted(text: str) -> frozenset[str]:
    """Everything that stands in backticks on a page, and each word of it."""
    spans = re.findall(r"`([^`\n]+)`", text)
    return frozenset(spans) | frozenset(word for span in spans for word in re.split(r"[\s,]+", span))


def shows(shown: str, printed: str) -> bool:
    """Whether what a page shows is what was printed; a line `...` stands for whatever was left out."""
    pieces = [piece.strip("\n") for piece in re.split(r"^\.\.\.$", shown, flags=re.MULTILINE)]
    pattern = r".*?\n".join(re.escape(piece + "\n") if piece else "" for piece in pieces)
    return re.fullmatch(pattern, printed.strip("\n") + "\n", re.DOTALL) is not None

"""A project written to a folder of its own, which must not be there yet: nothing is ever overwritten."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from perfeval_rules.catalogue import finding
from perfeval_rules.findings import Finding, Place
from perfeval_rules.text import Text


@dataclass(frozen=True, slots=True)
class File:
    """A file to write."""

    path: str
    """Inside the folder of the project, its parts joined by `/`."""
    text: str
    about: Text
    """What it is for."""


@dataclass(frozen=True, slots=True)
class Project:
    """What was written, and where."""

    folder: Path
    files: tuple[File, ...]


def written(folder: Path, files: Sequence[File]) -> Project | Finding:
    """The files in a new folder; a finding where it is there already, or nothing can be written."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir()
        for file in files:
            path = folder.joinpath(*file.path.split("/"))
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as opened:
                opened.write(file.text)
    except FileExistsError as fault:
        taken = Path(str(fault.filename))
        return finding("command.folder-exists", Place(str(taken)), name=str(taken))
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or str(fault)
        return finding("command.unwritable", Place(str(folder)), name=str(folder), reason=reason)
    return Project(folder, tuple(files))

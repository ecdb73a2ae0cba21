"""The targets by name, and where the corpus of each stands."""

from importlib import import_module
from pathlib import Path
from types import ModuleType

NAMES = ("formula_text", "ruleset_toml", "json_body", "pasted_form")
CORPUS = Path(__file__).parent / "corpus"


def module(name: str) -> ModuleType:
    """The module of a target."""
    return import_module(f"tests.fuzz.{name}")


def corpus(name: str) -> list[Path]:
    """The files a target begins with."""
    return sorted((CORPUS / name).iterdir())

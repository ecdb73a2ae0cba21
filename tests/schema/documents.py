"""The published schemas, and documents as JSON has them."""

import json
import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
NAMES = ("submission", "evaluation", "ruleset", "cases")


@cache
def published(name: str) -> dict[str, Any]:
    """A schema of `docs/schema`."""
    return json.loads((ROOT / "docs" / "schema" / f"{name}.json").read_text("utf-8"))


def toml(path: Path) -> Any:
    """A TOML file as JSON has it: a date is a text."""
    return plain(tomllib.loads(path.read_text("utf-8")))


def plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value

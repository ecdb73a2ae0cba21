"""The figures of one script: shown when they are taken, and kept beside it with what they were measured on."""

import json
import os
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from bench.bar import Bar, bars
from bench.table import Table

FOLDER = Path(__file__).parent / "figures"
PACKAGES = ("perfeval-rules", "pluggy", "pydantic", "simpleeval", "zen-engine")


def keep(name: str, tables: Sequence[Table], held: Sequence[Bar] = ()) -> int:
    """Print tables and write them to `figures/NAME.json`; the status is 1 where a bar is not held."""
    whole = [*tables, *([bars(held)] if held else [])]
    print("\n".join(table.text() for table in whole))
    data = {"measured_on": machine(), "tables": [table.data() for table in whole]}
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / f"{name}.json").write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return int(any(bar.held is False for bar in held))


def kept(name: str) -> tuple[dict[str, Any], list[Table]]:
    """What the figures of a script were measured on, and its tables."""
    data = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    return data["measured_on"], [Table(**table) for table in data["tables"]]


def machine() -> dict[str, Any]:
    """What everything here runs on."""
    return {
        "cpu": processor(),
        "cores": os.cpu_count(),
        "system": platform.system(),
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "packages": {name: found for name in PACKAGES if (found := installed(name))},
        "date": datetime.now(UTC).date().isoformat(),
    }


def processor() -> str:
    """The model of the processor, where the system tells it."""
    told = Path("/proc/cpuinfo")
    lines = told.read_text("utf-8").splitlines() if told.exists() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.processor() or platform.machine()


def installed(name: str) -> str | None:
    """The version of a package; None where it is not there."""
    try:
        return version(name)
    except PackageNotFoundError:
        return None

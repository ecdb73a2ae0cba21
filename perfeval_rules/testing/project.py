"""The project of a plugin as it stands on disk: whether what it is to give is installed."""

from collections.abc import Iterable
from pathlib import Path
from shlex import quote
from typing import Any

from perfeval_rules.files.toml import read_toml
from perfeval_rules.hosting.discover import GROUP, discover
from perfeval_rules.text import Text

FILE = "pyproject.toml"
INSTALL = Text(
    "插件“{name}”还没有安装，它的测试要用装好的插件，请先运行：{command}",
    "The plugin “{name}” is not installed, and its tests need it installed; first run: {command}",
)


def to_install(folder: Path, called: str) -> Text | None:
    """What to install before a folder can be tested, which people here call so; None where it is no project of a plugin, or installed."""
    file = folder / FILE
    raw = file.read_bytes() if file.is_file() else b""
    if GROUP.encode() not in raw:
        return None
    document, _ = read_toml(raw, FILE)
    installed = {one.name for one in discover()}
    missing = [name for name in _entries(document.data if document else {}) if name not in installed]
    if not missing:
        return None
    values = {"name": missing[0], "command": f"python -m pip install -e {quote(f'{called}[testing]')}"}
    return Text(INSTALL.fill("zh", values), INSTALL.fill("en", values))


def _entries(data: Any) -> Iterable[str]:
    """The plugins that a project is to give, by name; none where its tables are something else."""
    for key in ("project", "entry-points", GROUP):
        data = data.get(key) if isinstance(data, dict) else None
    return data if isinstance(data, dict) else ()

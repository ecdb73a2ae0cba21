"""`perfeval new plugin`: a plugin that works at once, to be made one's own."""

from pathlib import Path
from shlex import quote

from perfeval_rules.cli import codes
from perfeval_rules.cli.begun import tell
from perfeval_rules.cli.output import Output
from perfeval_rules.findings import Finding
from perfeval_rules.scaffold.plugin import Kind, new_plugin


def run(output: Output, name: str, kind: Kind, folder: str) -> int:
    """Write the project into a folder of its own, and say what comes next."""
    made = new_plugin(name, kind, Path(folder))
    if isinstance(made, Finding):
        output.refuse([made])
        return codes.NOT_DONE
    where, installed = quote(str(made.folder)), quote(f"{made.folder}[testing]")
    commands = [f"python -m pip install -e {installed}", f"python -m pytest {where}", f"perfeval plugins check {name}"]
    tell(output, made, commands)
    return codes.DONE

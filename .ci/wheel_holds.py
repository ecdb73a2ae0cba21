"""Says whether a wheel holds all that the project ships: every module, every ruleset, the standard types."""

import sys
from pathlib import Path
from zipfile import ZipFile

SHIPPED = {
    "perfeval_rules": ("perfeval_rules", ("**/*.py", "py.typed", "scaffold/templates/*/*.txt")),
    "perfeval_standard": ("plugins/standard/perfeval_standard", ("**/*.py", "py.typed")),
    "perfeval_rulesets": ("rulesets", ("*/*.toml", "*/*.txt")),
}


def owed() -> set[str]:
    """The files that the wheel must hold, by the names they bear there."""
    return {
        f"{package}/{path.relative_to(folder).as_posix()}"
        for package, (folder, patterns) in SHIPPED.items()
        for pattern in patterns
        for path in Path(folder).glob(pattern)
    }


def main(wheel: str) -> int:
    """Name what is missing; 0 where nothing is."""
    missing = sorted(owed() - set(ZipFile(wheel).namelist()))
    for name in missing:
        sys.stderr.write(f"{wheel} lacks {name}\n")
    sys.stdout.write(f"{Path(wheel).name}: {len(owed()) - len(missing)} of {len(owed())} files\n")
    return bool(missing)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

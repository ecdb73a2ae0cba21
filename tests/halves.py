"""The whole suite under coverage in two processes side by side: `python -m tests.halves`; what the second says follows the first.

A machine with two cores has the answer in half the time. Names after the command are handed on to pytest.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
TESTS = ROOT / "tests"
LAST_OF_THE_FIRST = "plan"
"""The folder up to which, by the alphabet, the first process goes; so divided both take about as long."""


def halves() -> tuple[list[str], list[str]]:
    """Everything there is to test, in two parts."""
    folders = sorted(path for path in TESTS.iterdir() if path.is_dir() and next(path.rglob("test_*.py"), None))
    first = [folder for folder in folders if folder.name <= LAST_OF_THE_FIRST]
    second = [folder for folder in folders if folder not in first]
    others = [*sorted(TESTS.glob("test_*.py")), *sorted(ROOT.glob("plugins/*/tests")), *sorted(TESTS.glob("schemes"))]
    parts = ([*first], [*dict.fromkeys([*second, *others])])
    return tuple([str(path.relative_to(ROOT)) for path in part] for part in parts)  # type: ignore[return-value]


def main(more: list[str]) -> int:
    """Run both; 0 where both are well."""
    command = [sys.executable, "-m", "coverage", "run", "--parallel-mode", "-m", "pytest", *more]
    first, second = halves()
    with tempfile.TemporaryFile() as later:
        beside = subprocess.Popen([*command, *second], cwd=ROOT, stdout=later, stderr=subprocess.STDOUT)
        code = subprocess.call([*command, *first], cwd=ROOT)
        code = beside.wait() or code
        later.seek(0)
        sys.stdout.write(later.read().decode("utf-8", "replace"))
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

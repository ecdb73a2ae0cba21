"""Coverage-guided fuzzing of one target with atheris: `python -m tests.fuzz.run TARGET [option of libFuzzer …]`.

Inputs that are new go to build/fuzz/TARGET, what fails is kept there as well; the committed corpus is only read.
"""

import resource
import sys
from pathlib import Path

import atheris

from tests.fuzz.targets import CORPUS, NAMES, module
from tests.fuzz.watch import watched

MEMORY = 3 * 1024**3
"""Bytes of address space a fuzzing process may ask for."""
SLOWER = 10
"""How many times longer an input may take where every branch is counted."""


def main(name: str, options: list[str]) -> None:
    """Fuzz a target until it fails or the options say that it is enough."""
    if name not in NAMES:
        sys.exit(f"no target {name}; there are {', '.join(NAMES)}")
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    found = Path("build", "fuzz", name)
    found.mkdir(parents=True, exist_ok=True)
    with atheris.instrument_imports(include=["perfeval_rules", "perfeval_standard"]):
        target = module(name)
        # what is imported when first needed is counted as well
        for seed in sorted((CORPUS / name).iterdir())[:5]:
            target.target(seed.read_bytes())
    words = found.with_suffix(".words")
    words.write_text("".join(f'"{_quoted(word)}"\n' for word in target.TOKENS), "ascii")
    limits = [f"-timeout={SLOWER * target.MILLISECONDS // 1000 + 5}", f"-dict={words}", f"-artifact_prefix={found}-"]
    atheris.Setup(
        [sys.argv[0], *limits, *options, str(found), str(CORPUS / name)],
        watched(target.target, SLOWER * target.MILLISECONDS),
    )
    atheris.Fuzz()


def _quoted(word: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word.encode())


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])

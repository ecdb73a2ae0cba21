"""The command line, `perfeval`: reads what was asked, asks the engine, prints the answer and says by its exit code how it went."""

import gc
import io
import os
import sys
import traceback
from collections.abc import Mapping, Sequence

from perfeval_rules.cli.codes import NOT_DONE
from perfeval_rules.text import Language

_EXTRA = frozenset({"click", "rich"})
_RARELY = 500_000
"""How many new objects call for a search of garbage: a command makes many at once, and hardly any of them is."""


def command() -> int:
    """Run the command that this process was started for, and give its exit code."""
    gc.set_threshold(_RARELY)
    code = main()
    gc.freeze()  # what is left ends with the process: Python need not look through it once more
    return code


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code."""
    asked = list(sys.argv[1:] if arguments is None else arguments)
    language = spoken(asked, os.environ)
    _never_fail_on_a_mark()
    try:
        from perfeval_rules.cli.parser import run

        code = run(asked, language)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # whoever read has gone: say nothing at exit
    except Exception as fault:
        _own_fault(fault, language)
    return NOT_DONE  # Python's own code for a crash, 1, would say that the form was scored


def spoken(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """The language asked for by `--lang` or PERFEVAL_LANG, looked up before parsing so that help speaks it too."""
    asked = environment.get("PERFEVAL_LANG", "")
    for before, argument in zip(["", *arguments], arguments, strict=False):
        if before == "--lang":
            asked = argument
        elif argument.startswith("--lang="):
            asked = argument.removeprefix("--lang=")
    return "en" if asked == "en" else "zh"


def _never_fail_on_a_mark() -> None:
    """Print a mark that the terminal's encoding lacks by its number; Chinese must not end a run in a narrow locale."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _own_fault(fault: Exception, language: Language) -> None:
    """Say that an extra is not installed, else that what happened is a fault of the program, and where."""
    from perfeval_rules.cli.words import word

    if isinstance(fault, ModuleNotFoundError) and fault.name in _EXTRA:
        told = word(language, "no-extra", package=fault.name)
    else:
        traceback.print_exception(fault)
        told = word(language, "crash")
    sys.stderr.write(f"{told}\n")

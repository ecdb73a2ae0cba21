"""Faults of formats: a file cannot be read or written, and every score stands."""

from tests.hosting.faults.fault import FORMATS, Fault, Project, giving, module


def source(suffix: str, **ways: str) -> str:
    parts = "".join(f", {way}={way}" for way in ways)
    bodies = [
        f"def {way}({'raw' if way == 'read' else 'evaluation, language'}):\n    " + body.replace("\n", "\n    ")
        for way, body in ways.items()
    ]
    return module(
        *bodies, f'SAMPLE = Format(suffix={suffix}, title=Text("样例", "sample"){parts})', giving(FORMATS, "SAMPLE")
    )


def reads(name: str, body: str, shown: str, *, slow: bool = False) -> Fault:
    made = source(f'".{name.replace("_", "")}"', read=body)
    return Fault("elsewhere", "form.format-failed", shown, (Project(name=name, source=made),), slow=slow)


def writes(name: str, body: str, shown: str, *, slow: bool = False) -> Fault:
    made = source(f'".{name.replace("_", "")}"', write=body)
    return Fault("elsewhere", "plugin.writer-failed", shown, (Project(name=name, source=made),), slow=slow)


def refused(name: str, suffix: str, shown: str, **ways: str) -> Fault:
    return Fault("loading", "plugin.wrong-part", shown, (Project(name=name, source=source(suffix, **ways)),))


TWICE = source('".twice"', read="return {}")
FAULTS = (
    reads("reader_raises", "raise ValueError('no luck')", "ValueError: no luck"),
    reads("reader_exits", "raise SystemExit", "SystemExit"),
    reads("reader_gives_list", "return []", "list"),
    reads("reader_gives_none", "return None", "NoneType"),
    reads("reader_never_ends", "while True: pass", "more than", slow=True),
    writes("writer_raises", "raise ValueError('no luck')", "ValueError: no luck"),
    writes("writer_exits", "raise SystemExit", "SystemExit"),
    writes("writer_gives_text", "return 'text'", "str"),
    writes("writer_never_ends", "while True: pass", "more than", slow=True),
    writes(
        "writer_mutates", "evaluation['lines'].clear()\nevaluation['total'] = '100'\nraise ValueError", "ValueError"
    ),
    refused("own_suffix", '".json"', "suffix", read="return {}"),
    refused("loud_suffix", '".CSV"', "suffix", read="return {}"),
    refused("no_way", '".noway"', "read"),
    Fault(
        "loading",
        "plugin.taken",
        "suffix_taken_again (perfeval-suffix-taken-again 1.2.3)",
        (Project(name="suffix_taken", source=TWICE), Project(name="suffix_taken_again", source=TWICE)),
    ),
)

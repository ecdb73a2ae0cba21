"""Faults on the way from an installed distribution to what its hooks give."""

from pathlib import Path

from tests.hosting.faults.fault import FUNCTIONS, TYPES, Fault, Project, described, giving, hook, module

SOUND = module(described("never_seen"), giving(TYPES, "Sample"))


def refused(name: str, source: str, code: str, shown: str, *, slow: bool = False, **project: object) -> Fault:
    return Fault("loading", f"plugin.{code}", shown, (Project(name=name, source=source, **project),), slow=slow)  # type: ignore[arg-type]


def unreadable(info: Path) -> None:
    (info / "METADATA").write_bytes(b"Name: \xff\xfe\n")


def absent(info: Path) -> None:
    (info / "METADATA").unlink()


def nameless(info: Path) -> None:
    (info / "METADATA").write_text("Metadata-Version: 2.1\nVersion: 9\n", "utf-8")


def versionless(info: Path) -> None:
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: perfeval-versionless\n", "utf-8")


TAKEN = (
    Project(name="name_taken", source=SOUND),
    Project(name="name_taken", source=SOUND, distribution="other-name-taken"),
)
FAULTS = (
    # — metadata —
    Fault("loading", "plugin.name-taken", "other-name-taken 1.2.3", TAKEN),
    refused("wrong_api", SOUND, "wrong-api", "v2", api=2),
    refused("unreadable_metadata", SOUND, "damaged", "METADATA", damage=unreadable),
    refused("absent_metadata", SOUND, "damaged", "METADATA", damage=absent),
    refused("nameless_metadata", SOUND, "damaged", "METADATA", damage=nameless),
    refused("versionless", SOUND, "damaged", "METADATA", damage=versionless),
    refused("no_such_module", SOUND, "not-loaded", "ModuleNotFoundError", entry="perfeval_gone"),
    refused("entry_of_object", SOUND, "not-loaded", "perfeval_entry_of_object:Sample", entry="perfeval_entry_of_object:Sample"),
    # — import —
    refused("import_error", "import nowhere_to_be_found", "not-loaded", "No module named 'nowhere_to_be_found'"),
    refused("syntax_error", "def broken(:", "not-loaded", "SyntaxError"),
    refused("import_raises", "raise ValueError('no luck')", "not-loaded", "ValueError: no luck"),
    refused("import_exits", "raise SystemExit(0)", "not-loaded", "SystemExit: 0"),
    refused("import_interrupts", "raise KeyboardInterrupt", "not-loaded", "KeyboardInterrupt"),
    refused("import_recurses", "def deeper(): deeper()\ndeeper()", "not-loaded", "RecursionError"),
    refused("import_never_ends", "while True: pass", "not-loaded", "more than", slow=True),
    refused("import_sleeps", "import time\ntime.sleep(3600)", "not-loaded", "more than", slow=True),
    refused(
        "import_goes_on", "import time\ntry:\n    time.sleep(3600)\nexcept BaseException:\n    pass\n" + SOUND,
        "not-loaded", "more than", slow=True,
    ),
    refused(
        "mute_error", "class Mute(Exception):\n    def __str__(self): raise SystemExit\nraise Mute",
        "not-loaded", "to load: Mute",
    ),
    refused("turns_into_nothing", "import sys\nsys.modules[__name__] = None", "no-hook", "no hook"),
    refused(
        "turns_into_a_lie", "import sys\nclass Lie:\n    def __bool__(self): raise SystemExit\nsys.modules[__name__] = Lie()",
        "no-hook", "no hook",
    ),
    refused(
        "getattr_raises", "def __dir__(): return ['anything']\ndef __getattr__(name): raise RuntimeError(name)",
        "no-hook", "no hook",
    ),
    # — hooks —
    refused("no_hook", "", "no-hook", "no hook"),
    refused("misspelt_hook", module(hook("perfeval_indicator_typs", "return []")), "unknown-hook", "perfeval_indicator_typs"),
    refused("hook_argument", module(hook(TYPES, "return []", arguments="engine")), "bad-hooks", "engine"),
    refused("wrapper", module(hook(TYPES, "yield", mark="@hookimpl(wrapper=True)")), "wrapper", TYPES),
    refused("old_wrapper", module(hook(TYPES, "yield", mark="@hookimpl(hookwrapper=True)")), "wrapper", TYPES),
    refused("hook_raises", module(hook(TYPES, "raise ValueError('no luck')")), "hook-raised", "ValueError: no luck"),
    refused("hook_exits", module(hook(FUNCTIONS, "raise SystemExit(3)")), "hook-raised", "perfeval_functions"),
    refused("hook_interrupts", module(hook(TYPES, "raise KeyboardInterrupt")), "hook-raised", "KeyboardInterrupt"),
    refused("hook_recurses", module(hook(TYPES, f"return {TYPES}()")), "hook-raised", "RecursionError"),
    refused("hook_gives_none", module(hook(TYPES, "return None")), "hook-result", "NoneType"),
    refused("hook_gives_text", module(hook(TYPES, "return 'Sample'")), "hook-result", "str"),
    refused("hook_waits", module(hook(TYPES, "return []").replace("def ", "async def ")), "hook-result", "coroutine"),
    refused(
        "hook_without_end", module(described("hook_without_end"), hook(TYPES, "while True:\n    yield Sample")),
        "hook-raised", "TooManyError",
    ),
    refused("hook_never_ends", module(hook(TYPES, "while True:\n    pass")), "hook-raised", "more than", slow=True),
    refused(
        "list_raises", module("class Odd(list):\n    def __iter__(self):\n        raise SystemExit", hook(TYPES, "return Odd()")),
        "hook-raised", "SystemExit",
    ),
)  # fmt: skip

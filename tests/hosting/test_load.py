"""Loading: what is required and nothing else, whatever a plugin does."""

import sys
from pathlib import Path
from types import ModuleType

import pytest

import perfeval_standard
from perfeval_rules import hookimpl
from perfeval_rules.hosting.load import admitted, declared_by, load, load_modules
from perfeval_rules.offer import Plugin
from tests.hosting.conftest import SOUND

HOOK = "perfeval_indicator_types"


def test_a_required_plugin_brings_its_types_with_where_they_come_from(site):
    site.install("nps", version="0.3.1")
    registry, findings = load({"nps": ">=0.3,<0.4"}, site.found())
    assert findings == ()
    assert registry.types["nps"].plugin == Plugin("nps", "perfeval-nps", "0.3.1")


def test_nobody_else_is_imported(site):
    site.install("nps")
    other = site.install("broken", "raise RuntimeError('imported')")
    registry, findings = load({"nps": ""}, site.found())
    assert (list(registry.types), findings) == (["nps"], ())
    assert other not in sys.modules


def test_a_ruleset_that_requires_nothing_gets_nothing(site):
    site.install("nps")
    registry, findings = load({}, site.found())
    assert (dict(registry.types), findings) == ({}, ())


def test_types_do_not_depend_on_the_order_in_which_plugins_are_required(site):
    for name in ("nps", "alpha"):
        site.install(name)
    orders = [load(dict.fromkeys(names, ""), site.found())[0] for names in (("nps", "alpha"), ("alpha", "nps"))]
    assert [list(registry.types) for registry in orders] == [["alpha", "nps"]] * 2


def test_a_plugin_that_is_not_installed_is_told_with_the_nearest_that_is(site):
    site.install("satisfaction")
    registry, (missing,) = load({"satisfacton": ">=1"}, site.found())
    assert dict(registry.types) == {}
    assert (missing.code, missing.path) == ("plugin.not-installed", "requires.plugins.satisfacton")
    assert "nearest is “satisfaction”" in missing.say("en")
    assert "perfeval-satisfacton" in missing.advise("zh")


def test_a_name_of_two_distributions_is_loaded_from_neither_and_both_are_named(site):
    modules = [site.install("nps"), site.install("nps", distribution="other-nps", module="other_nps", version="6.6")]
    registry, (taken,) = load({"nps": ""}, site.found())
    assert (dict(registry.types), taken.code) == ({}, "plugin.name-taken")
    for language in ("zh", "en"):
        assert "perfeval-nps 1.0" in taken.say(language)
        assert "other-nps 6.6" in taken.say(language)
    assert not sys.modules.keys() & modules


def test_a_plugin_for_another_api_is_told_and_not_imported(site):
    module = site.install("nps", "raise RuntimeError", api=2)
    _, (wrong,) = load({"nps": ""}, site.found())
    assert (wrong.code, wrong.values["api"], wrong.values["spoken"]) == ("plugin.wrong-api", 2, 1)
    assert module not in sys.modules


@pytest.mark.parametrize("specifier", [">=2", "<1", "==0.9", ">1.0", "nonsense"])
def test_a_version_that_is_not_asked_for_is_told_and_not_imported(site, specifier):
    module = site.install("nps")
    registry, (wrong,) = load({"nps": specifier}, site.found())
    assert (dict(registry.types), wrong.code) == ({}, "plugin.wrong-version")
    assert specifier in wrong.say("zh")
    assert "perfeval-nps 1.0" in wrong.say("en")
    assert module not in sys.modules


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("import nowhere_to_be_found", "ModuleNotFoundError: No module named 'nowhere_to_be_found'"),
        ("raise SystemExit(0)", "SystemExit: 0"),
        ("raise RuntimeError('first\\nlast')", "RuntimeError: last"),
        ("def broken(:", "SyntaxError"),
        ("raise GeneratorExit", "GeneratorExit"),
        ("def deeper(): deeper()\ndeeper()", "RecursionError"),
        ("raise MemoryError", "MemoryError"),
        ("class Mute(Exception):\n    def __str__(self): raise ValueError\nraise Mute", "to load: Mute"),
        ("raise ValueError('x' * 10_000_000)", "ValueError: " + "x" * 200),
    ],
)
def test_a_plugin_that_fails_to_load_is_told_and_the_others_stay(site, code, fault):
    site.install("broken", code)
    site.install("nps")
    registry, (failed,) = load({"broken": "", "nps": ""}, site.found())
    assert list(registry.types) == ["nps"]
    assert (failed.code, failed.path) == ("plugin.not-loaded", "requires.plugins.broken")
    assert fault in failed.say("en")
    assert "perfeval-broken 1.0" in failed.say("zh")
    assert len(failed.say("en")) < 500


def test_a_person_who_interrupts_is_heard(site):
    site.install("broken", "import signal\nsignal.raise_signal(signal.SIGINT)")
    with pytest.raises(KeyboardInterrupt):
        load({"broken": ""}, site.found())


def test_a_plugin_that_only_says_it_was_interrupted_is_told(site):
    site.install("broken", "raise KeyboardInterrupt")
    _, (failed,) = load({"broken": ""}, site.found())
    assert failed.code == "plugin.not-loaded"
    assert "KeyboardInterrupt" in failed.say("en")


def hook(body: str, mark: str = "@hookimpl", name: str = HOOK, arguments: str = "") -> str:
    return f"from perfeval_rules import hookimpl\n\n{mark}\ndef {name}({arguments}):\n    {body}\n"


@pytest.mark.parametrize(
    ("code", "finding", "shown"),
    [
        ("", "no-hook", HOOK),
        (f"def {HOOK}():\n    return []\n", "unmarked-hook", "@hookimpl"),
        (hook("return []", name="perfeval_indicator_type"), "unknown-hook", "perfeval_indicator_type"),
        (hook("return []", arguments="engine"), "bad-hooks", "engine"),
        (hook("yield", mark="@hookimpl(wrapper=True)"), "wrapper", HOOK),
        (hook("yield", mark="@hookimpl(hookwrapper=True)"), "wrapper", HOOK),
        (hook("raise ValueError('no luck')"), "hook-raised", "ValueError: no luck"),
        (hook("raise SystemExit(3)"), "hook-raised", "SystemExit: 3"),
        (hook("yield 1 / 0"), "hook-raised", "ZeroDivisionError"),
        (hook("return None"), "hook-result", "NoneType"),
        (hook("return 7"), "hook-result", "int"),
        (hook("return 'Sample'"), "hook-result", "str"),
        (hook("return {'a': 1}"), "hook-result", "dict"),
        (hook("return int"), "hook-result", "int"),
        (hook("return []").replace("def ", "async def "), "hook-result", "coroutine"),
    ],
)
def test_a_hook_that_will_not_do_is_told(site, code, finding, shown):
    site.install("odd", code)
    site.install("nps")
    registry, (failed,) = load({"odd": "", "nps": ""}, site.found())
    assert list(registry.types) == ["nps"]
    assert failed.code == f"plugin.{finding}"
    assert shown in failed.say("en") + failed.advise("en")


def test_what_a_hook_gives_is_reviewed(site):
    site.install("odd", hook("return [int, 'Sample']"))
    registry, findings = load({"odd": ""}, site.found())
    assert dict(registry.types) == {}
    assert [one.code for one in findings] == ["plugin.not-a-type"] * 2


def test_a_hook_may_give_its_types_one_by_one(site):
    module = site.install("nps")
    path = site.folder / f"{module}.py"
    path.write_text(path.read_text("utf-8").replace("return [Sample]", "yield Sample"), "utf-8")
    assert list(load({"nps": ""}, site.found())[0].types) == ["nps"]


def test_a_plugin_may_already_implement_hooks_of_a_later_engine(site):
    module = site.install("nps")
    later = "\n\n@hookimpl(optionalhook=True)\ndef perfeval_functions():\n    return []\n"
    with (site.folder / f"{module}.py").open("a", encoding="utf-8") as file:
        file.write(later)
    registry, findings = load({"nps": ""}, site.found())
    assert (list(registry.types), findings) == (["nps"], ())


def test_a_type_of_two_plugins_is_nobodys(site):
    site.install("one")
    code = (site.folder / "sample_one.py").read_text("utf-8")
    site.install("two", code)
    registry, (taken,) = load({"one": "", "two": ""}, site.found())
    assert (dict(registry.types), taken.code) == ({}, "plugin.type-taken")


def test_modules_handed_over_need_not_be_installed():
    registry, findings = load_modules([perfeval_standard])
    assert findings == ()
    plugins = {offer.plugin for offer in registry.types.values()}
    assert plugins == {Plugin("standard", "perfeval_standard", perfeval_standard.__version__)}


def test_a_module_without_a_version_and_without_hooks_is_told():
    registry, (failed,) = load_modules([ModuleType("bare")])
    assert (dict(registry.types), failed.code) == ({}, "plugin.no-hook")
    assert failed.values["plugin"] == "bare (bare)"


def test_a_module_handed_over_is_asked_nothing_but_what_it_holds():
    made = ModuleType("odd")
    made.__getattr__ = lambda name: 1 / 0
    _, (failed,) = load_modules([made])
    assert (failed.code, failed.values["plugin"]) == ("plugin.no-hook", "odd (odd)")


def test_a_hook_without_end_is_told_and_none_of_it_is_taken(site):
    site.install("odd", hook("while True:\n        yield int"))
    registry, (failed,) = load({"odd": ""}, site.found())
    assert (dict(registry.types), failed.code) == ({}, "plugin.hook-raised")
    assert "TooManyError" in failed.say("en")


@pytest.mark.parametrize("damage", [Path.unlink, lambda path: path.write_bytes(b"\xff")])
def test_a_plugin_whose_metadata_is_damaged_is_told_and_not_imported(site, damage):
    module = site.install("nps")
    damage(site.folder / "perfeval_nps-1.0.dist-info" / "METADATA")
    registry, (failed,) = load({"nps": ">=1"}, site.found())
    assert (dict(registry.types), failed.code) == ({}, "plugin.damaged")
    for language in ("zh", "en"):
        assert "nps (perfeval-nps 1.0)" in failed.say(language)
    assert module not in sys.modules


@pytest.mark.parametrize(
    ("version", "specifier", "fits"),
    [
        ("0.1.0", "", True), ("0.1.0", "  ", True), ("0.1.0", ">=0.1,<1", True), ("1.0", ">=0.1,<1", False),
        ("0.1", "==0.1.0", True), ("0.1.0", "~=0.1", False),
    ],
)  # fmt: skip
def test_a_version_is_admitted_as_the_ruleset_says(version, specifier, fits):
    assert admitted(version, specifier) is fits


def test_what_a_module_declares_is_given_whether_or_not_it_is_sound():
    module = ModuleType("perfeval_odd")
    module.perfeval_indicator_types = hookimpl(lambda: ["no type"])
    declared, found = declared_by(module)
    assert (declared.types, declared.functions, found) == (("no type",), (), ())
    assert declared.plugin == Plugin("odd", "perfeval_odd", "")


def test_of_a_module_that_cannot_be_asked_it_is_told_why():
    declared, (told,) = declared_by(ModuleType("perfeval_bare"))
    assert (declared, told.code) == (None, "plugin.no-hook")


def test_a_misspelt_hook_is_told_with_the_nearest_and_where_it_stands(site):
    site.install("odd", "from perfeval_rules import hookimpl\n\n\n@hookimpl\ndef perfeval_function():\n    return []\n")
    _, (told,) = load({"odd": ""}, site.found())
    assert told.code == "plugin.unknown-hook"
    assert "最接近的是“perfeval_functions”" in told.say("zh")
    assert f"{site.folder / 'sample_odd.py'}:4" in told.say("en")
    assert "perfeval_lints, perfeval_formats" in told.advise("en")


def test_a_hook_named_by_specname_may_be_called_as_its_author_likes(site):
    name = "from perfeval_rules import hookimpl\n\n\n@hookimpl(specname='perfeval_functions')\ndef mine():\n    return []\n"
    site.install("odd", name)
    assert load({"odd": ""}, site.found())[1] == ()


@pytest.mark.parametrize(
    ("line", "before", "code", "words"),
    [
        (
            'atainment = "actual / 10"',
            "    name = ",
            "unknown-part",
            "“atainment”不是类型的部分，最接近的是“attainment”",
        ),
        ('in_yuan = ("actual",)', "    name = ", "part-of-reported", "“in_yuan”放错了地方：它属于 Reported"),
        ('in_yaun = ("actual",)', "    actual: ", "unknown-part", "最接近的是“in_yuan”"),
        ("weights = 3", "    name = ", "unknown-part", "“weights”不是类型的部分。"),
    ],
)
def test_a_part_of_a_class_that_is_none_is_told_in_words(site, line, before, code, words):
    made = SOUND.format(type="odd").replace(before, f"    {line}\n{before}", 1)
    site.install("odd", made)
    registry, (told,) = load({"odd": ""}, site.found())
    assert dict(registry.types) == {}
    assert told.code == f"plugin.{code}"
    assert words in told.say("zh")
    assert str(told.at).startswith("sample_odd.")

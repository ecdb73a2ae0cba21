"""Every fault that a plugin may have, met by an engine that discovers it: told once, and no other plugin or score touched."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

import perfeval_standard
from perfeval_rules.engine import Engine
from perfeval_rules.errors import PluginError, RulesetError
from perfeval_rules.evaluation import Evaluation
from perfeval_rules.findings import Finding
from perfeval_rules.hosting.discover import discover
from perfeval_rules.hosting.load import load
from perfeval_rules.program import Program
from tests.hosting.faults.fault import VERSION, Fault
from tests.hosting.faults.rulesets import form, ruleset
from tests.hosting.faults.table import FAULTS

SUMMARY = "plugin.type-refused"
OF_SOUND = "sound.untitled"

pytestmark = pytest.mark.usefixtures("surroundings", "limits")


def each(chosen: Callable[[Fault], bool]) -> pytest.MarkDecorator:
    """A test of each fault that is chosen."""
    return pytest.mark.parametrize("fault", [one for one in FAULTS if chosen(one)], ids=lambda one: one.name)


@pytest.fixture
def engine(installed: Path, monkeypatch: pytest.MonkeyPatch) -> Engine:
    monkeypatch.syspath_prepend(str(installed))
    return Engine()


def program(engine: Engine, fault: Fault, folder: Path) -> Program:
    """The ruleset that requires a plugin, compiled."""
    return engine.program(ruleset(folder, names(fault), fault.rule))


def names(fault: Fault) -> Sequence[str]:
    return tuple(dict.fromkeys(project.name for project in fault.projects))


def evaluated(program: Program, engine: Engine) -> Evaluation:
    """What a form scores, which is the same in both readings and however often it is asked."""
    submission = form(engine)
    first, *others = [program.evaluate(submission, reading) for reading in ("machine", "exact") * 2]
    assert all(other == first for other in others)
    return first


@pytest.fixture(scope="module")
def without(sound: Path, tmp_path_factory: pytest.TempPathFactory) -> Evaluation:
    """What the form scores where no plugin with a fault is installed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(sound))
        engine = Engine()
        return evaluated(engine.program(ruleset(tmp_path_factory.mktemp("without"))), engine)


def told_of(findings: Sequence[Finding], fault: Fault) -> Finding:
    """The one finding of a fault, which says in both languages whose it is, where it stands and what to do."""
    own = [one for one in findings if one.code not in (SUMMARY, OF_SOUND)]
    assert [one.code for one in own] == [fault.code]
    (told,) = own
    summary = [one for one in findings if one.code == SUMMARY]
    assert len(summary) <= 1
    assert fault.shown in told.say("en")
    project = fault.projects[0]
    for language in ("zh", "en"):
        said = " ".join([told.say(language), *(one.say(language) for one in summary)])
        assert project.name in said
        assert f"{project.called} {VERSION}" in said
        assert all(one.advise(language) for one in (told, *summary))
        assert len(said) < 2_000
    assert told.at.source
    return told


@each(lambda fault: fault.shows in ("loading", "compiling"))
def test_a_ruleset_that_requires_it_is_refused_with_one_finding(fault, engine, tmp_path):
    with pytest.raises(RulesetError) as caught:
        program(engine, fault, tmp_path)
    told_of(caught.value.findings, fault)


@each(lambda fault: fault.shows == "loading")
def test_every_other_plugin_is_loaded(fault, engine):
    registry, _ = load(dict.fromkeys(("standard", "sound", *names(fault)), ""), discover())
    assert "sound" in registry.types
    assert "number" in registry.types
    assert "half" in registry.functions
    assert ".total" in registry.formats
    assert len(registry.lints) == 1
    owners = {offered.plugin.name for offered in (*registry.types.values(), *registry.functions.values())}
    assert not owners & set(names(fault))


@each(lambda fault: fault.shows == "scoring")
def test_the_line_that_asks_it_fails_and_the_total_is_withheld(fault, engine, tmp_path, without):
    made = program(engine, fault, tmp_path)
    evaluation = evaluated(made, engine)
    line, *others = evaluation.lines
    assert (line.outcome, line.score, line.score_exact) == ("failed", None, None)
    assert others == list(without.lines[1:])
    assert (evaluation.total, evaluation.grade) == (None, None)
    assert evaluation.withheld == (1,)
    told = told_of(evaluation.findings, fault)
    assert (told.severity, told.path) == ("error", "rows[0].actual")
    assert made.explain(form(engine), 1).line.name == "甲"


@each(lambda fault: fault.shows == "elsewhere")
def test_every_score_stands(fault, engine, tmp_path, without):
    evaluation = evaluated(program(engine, fault, tmp_path), engine)
    assert (evaluation.lines, evaluation.total) == (without.lines, without.total)


@each(lambda fault: fault.code == "plugin.lint-failed")
def test_a_lint_that_fails_is_told_once_and_the_lints_of_others_speak(fault, engine, tmp_path):
    warnings = program(engine, fault, tmp_path).warnings
    assert OF_SOUND in [one.code for one in warnings]
    assert told_of(warnings, fault).path == f"requires.plugins.{fault.name}"


@each(lambda fault: fault.code == "form.format-failed")
def test_a_form_that_a_plugin_cannot_read_is_told_once(fault, engine, tmp_path):
    made = program(engine, fault, tmp_path)
    submission, findings = engine.read(b"x", f"form.{fault.name.replace('_', '')}", made)
    assert submission is None
    told_of(findings, fault)


@each(lambda fault: fault.code == "plugin.writer-failed")
def test_an_evaluation_that_a_plugin_cannot_write_is_told_once_and_stands(fault, engine, tmp_path):
    made = program(engine, fault, tmp_path)
    evaluation = evaluated(made, engine)
    with pytest.raises(PluginError) as caught:
        made.write(evaluation, f".{fault.name.replace('_', '')}")
    told_of(caught.value.findings, fault)
    assert made.write(evaluation, ".total") == b"155/3"
    assert evaluation == evaluated(made, engine)


# — where nobody requires them —


def test_plugins_that_nobody_requires_touch_nothing_and_are_not_imported(engine, tmp_path, without):
    evaluation = evaluated(engine.program(ruleset(tmp_path)), engine)
    assert replace(evaluation, provenance=without.provenance) == without
    assert evaluation.provenance.plugins == without.provenance.plugins
    modules = {project.module for fault in FAULTS for project in fault.projects}
    assert modules & sys.modules.keys() == set()


@each(lambda fault: bool(fault.projects[0].files) and bool(fault.code))
def test_a_ruleset_of_a_plugin_that_will_not_do_is_told_to_whoever_asks_for_it(fault, engine):
    (file,) = fault.projects[0].files
    with pytest.raises(RulesetError) as caught:
        engine.program(Path(file).parent.name)
    (told,) = caught.value.findings
    assert (told.code, told.at.source) == (fault.code, f"{fault.projects[0].module}/{file}")
    assert fault.shown in told.say("en")
    assert all(told.advise(language) for language in ("zh", "en"))


def test_no_ruleset_of_a_plugin_touches_the_library(engine):
    assert engine.library() == Engine(plugins=[]).library()
    alone = Engine(plugins=[perfeval_standard]).program("cn-sh-2020").ruleset
    found = engine.program("cn-sh-2020").ruleset
    assert (found.digest, found.files) == (alone.digest, alone.files)


def test_every_plugin_is_listed(engine):
    listed = {(one.name, one.distribution.replace("_", "-"), one.version) for one in engine.plugins()}
    owed = {(project.name, project.called, VERSION) for fault in FAULTS for project in fault.projects}
    assert owed <= listed

"""The object an embedder holds: rulesets by id, family, path or as read; forms; what is installed."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import ModuleType

import pytest

import perfeval_standard
from perfeval_rules.cli import main
from perfeval_rules.engine import Engine
from perfeval_rules.errors import PluginError, RulesetError, SubmissionError
from perfeval_rules.files.library import load
from perfeval_rules.hosting.discover import Found
from perfeval_rules.json_text import json_text
from perfeval_rules.program import Program
from perfeval_rules.submission import canonical
from perfeval_rules.version import VERSION

HEAD = 'format = 1\n[ruleset]\nid = "{id}"\nedition = "1"\nyears = {{ from = 2020, until = 2021 }}\n'
SOUND = '[every]\ntype = "number"\nscore = "actual"\n[rule.all]\n'
STANDARD = '[requires]\nplugins = { standard = ">=0.1" }\n'


@pytest.fixture
def written(tmp_path):
    """A function that writes a ruleset and gives its path."""

    def write(tables, name="own"):
        path = tmp_path / name / "ruleset.toml"
        path.parent.mkdir()
        path.write_text(HEAD.format(id=name) + tables, "utf-8")
        return path

    return write


def codes(findings):
    return [finding.code for finding in findings]


def refused(engine, asked, year=None):
    with pytest.raises(RulesetError) as caught:
        engine.program(asked, year)
    return caught.value.findings


# — rulesets —


def test_a_shipped_ruleset_is_found_by_its_id():
    made = Engine().program("cn-sh-2020")
    assert isinstance(made, Program)
    assert (made.ruleset.head.id, made.warnings) == ("cn-sh-2020", ())


def test_a_family_goes_by_the_year():
    assert Engine().program("cn-sh", 2020).ruleset.head.id == "cn-sh-2020"


@pytest.mark.parametrize("year", [None, 1990])
def test_a_family_without_a_ruleset_for_the_year_is_refused(year):
    assert len(refused(Engine(), "cn-sh", year)) == 1


def test_a_name_that_is_nothing_is_refused_with_the_nearest():
    (told,) = refused(Engine(), "cn-sh-2021")
    assert told.code == "ruleset.not-found"
    assert "cn-sh-2020" in told.advise("en")


def test_an_id_that_is_out_of_force_scores_with_a_warning_on_the_form():
    engine = Engine()
    form, _ = engine.read(b'{"year": 2023}', "form.json")
    told = [one for one in engine.program("cn-sh-2020", 2023).evaluate(form).findings if one.path == "year"]
    assert [(one.code, one.severity) for one in told] == [("ruleset.out-of-force", "warning")]


def test_a_ruleset_is_read_by_its_path_and_taken_as_read_already(written):
    path = written(STANDARD + SOUND)
    assert Engine().program(path).ruleset.head.id == "own"
    ruleset, _ = load(path)
    assert Engine().program(ruleset).ruleset is ruleset


def test_a_ruleset_that_does_not_compile_is_refused_with_every_fault(written):
    path = written(STANDARD + '[rule.a]\ntype = "numbr"\nscore = "actul"\n')
    assert codes(refused(Engine(), path)) == ["ruleset.unknown-type", "formula.unknown-name"]


def test_a_ruleset_whose_shape_is_wrong_is_refused_before_it_is_compiled(written):
    assert codes(refused(Engine(), written("[rul.a]\n"))) == ["ruleset.unknown-table"]


@pytest.mark.parametrize("wanted", ["<0.0.1", ">=99"])
def test_an_engine_that_a_ruleset_does_not_want_refuses_it(written, wanted):
    (told,) = refused(Engine(), written(f'[requires]\nengine = "{wanted}"\n' + SOUND))
    assert (told.code, told.path, told.at.line) == ("ruleset.engine-version", "requires.engine", 7)
    assert VERSION in told.say("en")


def test_a_plugin_that_is_not_installed_is_told_where_it_is_required(written):
    path = written('[requires]\nplugins = { nothing = ">=1" }\n' + SOUND)
    told = refused(Engine(), path)[0]
    assert told.code.startswith("plugin.")
    assert (told.at.line, told.line, told.length) == (7, 'plugins = { nothing = ">=1" }', len("nothing"))


def test_a_ruleset_that_requires_no_plugin_has_no_types(written):
    assert codes(refused(Engine(), written(SOUND))) == ["ruleset.unknown-type"]


# — checking —


def test_a_check_of_a_sound_ruleset_tells_nothing():
    assert Engine().check("cn-sh-2020") == ()


def test_a_check_goes_as_far_as_it_can(written):
    assert codes(Engine().check("nothing-like-it")) == ["ruleset.not-found"]
    assert codes(Engine().check(written('[rule.a]\ntype = "number"\n'))) == ["ruleset.unknown-type"]


# — plugins —


def test_an_engine_with_plugins_handed_over_looks_for_no_others(written):
    engine = Engine([perfeval_standard])
    assert engine.program(written(SOUND)).plugins["number"].name == "standard"


def test_an_engine_without_plugins_has_no_types(written):
    assert codes(refused(Engine([]), written(STANDARD + SOUND))) == ["ruleset.unknown-type"]


def test_a_module_that_is_no_plugin_is_refused():
    broken = ModuleType("broken")
    broken.perfeval_indicators = 5
    with pytest.raises(PluginError) as caught:
        Engine([broken])
    assert caught.value.findings


def test_a_type_that_two_plugins_bring_is_used_from_neither(written, monkeypatch):
    both = tuple(Found(name, name, "1", "perfeval_standard", 1) for name in ("one", "two"))
    monkeypatch.setattr("perfeval_rules.engine.discover", lambda: both)
    path = written('[requires]\nplugins = { one = ">=1", two = ">=1" }\n' + SOUND)
    assert {one.code for one in refused(Engine(), path)} == {"plugin.type-taken"}


def test_what_is_installed_is_told_from_its_metadata():
    assert [found.name for found in Engine().plugins()] == ["standard"]


def test_types_are_known_by_what_people_call_them_once_a_program_was_made():
    engine = Engine()
    assert engine.type_titles() == {}
    engine.program("cn-sh-2020")
    assert engine.type_titles()["execution"].say("zh") == "预算执行率"


def test_two_engines_know_nothing_of_each_other():
    first, second = Engine(), Engine()
    first.program("cn-sh-2020")
    assert second.type_titles() == {}


# — the library and forms —


def test_the_library_lists_what_is_shipped():
    listed = {one.id: one for one in Engine().library()}
    assert set(listed) >= {"cn-mof-2020", "cn-review", "cn-sh-2020"}
    shanghai = listed["cn-sh-2020"]
    assert (shanghai.family, shanghai.first, shanghai.last, shanghai.verified) == ("cn-sh", 2020, 2020, False)
    assert shanghai.extends == ("cn-mof-2020", "cn-review")


def test_a_form_is_read_by_its_name():
    form, findings = Engine().read(b'{"project": "x", "rows": []}', "form.json")
    assert (form.project.text, findings) == ("x", ())


def test_what_is_no_form_is_told():
    form, findings = Engine().read(b"", "form.json")
    assert form is None
    assert codes(findings) == ["form.empty"]


def test_every_example_is_scored():
    for path in sorted((Path(__file__).parents[1] / "examples").glob("*-form.*")):
        form, _ = Engine().read(path.read_bytes(), path.name)
        assert Engine().program("cn-review").evaluate(form).lines


# — JSON in, JSON out —

REQUEST = {
    "ruleset": "cn-sh",
    "form": {"year": 2020, "rows": [{"name": "次数", "target": "≥24次", "actual": "5", "weight": "3"}]},
}


def request(**others):
    return json.dumps(REQUEST | others).encode()


def test_a_request_names_an_id_or_a_family():
    engine = Engine()
    by_family, by_id = (engine.evaluate_json(request(ruleset=asked)) for asked in ("cn-sh", "cn-sh-2020"))
    assert json.loads(by_family)["lines"][1]["score"] == "0.63"
    assert json.loads(by_family)["provenance"] == json.loads(by_id)["provenance"]


def test_the_program_of_a_request_is_made_once_for_all_threads(monkeypatch):
    made = []
    of = Program.of
    monkeypatch.setattr(Program, "of", lambda *given: made.append(1) or of(*given))
    engine = Engine()
    with ThreadPoolExecutor(8) as pool:
        answers = set(pool.map(engine.evaluate_json, [request()] * 16))
    assert (len(answers), len(made)) == (1, 1)


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("cn-shh", "ruleset.not-found"),
        ("../rulesets/cn-sh-2020", "ruleset.not-found"),
        ("rulesets/cn-sh-2020/ruleset.toml", "ruleset.not-found"),
        ("/", "ruleset.not-found"),
    ],
)
def test_a_request_never_names_a_path(asked, code):
    raw = request(ruleset=asked)
    with pytest.raises(SubmissionError) as caught:
        Engine().evaluate_json(raw)
    assert [(one.code, one.path) for one in caught.value.findings] == [(code, "ruleset")]
    assert caught.value.offset == raw.decode().index(json.dumps(asked))


def test_a_request_for_a_family_needs_a_year():
    with pytest.raises(SubmissionError) as caught:
        Engine().evaluate_json(request(form={"rows": []}))
    assert codes(caught.value.findings) == ["ruleset.no-year"]


def test_a_request_that_plugins_at_hand_cannot_meet_is_refused_in_the_same_way():
    with pytest.raises(SubmissionError) as caught:
        Engine(plugins=[]).evaluate_json(request())
    assert caught.value.path


@pytest.mark.parametrize("path", sorted(Path("examples").glob("*-form.*")), ids=lambda path: path.name)
def test_json_out_says_what_the_command_says(path, tmp_path, capsys, monkeypatch):
    form, _ = Engine().read(path.read_bytes(), path.name)
    ruleset = {"s": "cn-sh-2020", "g": "cn-mof-2020", "l": "cn-mof-2020"}[path.name[0]]
    monkeypatch.chdir(tmp_path)
    for places in (True, False):
        Path("form.json").write_text(json.dumps(canonical(form, places=places)), "utf-8")
        main(["score", "form.json", "--ruleset", ruleset, "--format", "json"])
        answer = Engine().program(ruleset).evaluate_json(Path("form.json").read_bytes())
        assert json_text(json.loads(answer)) + "\n" == capsys.readouterr().out

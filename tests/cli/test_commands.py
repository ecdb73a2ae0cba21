"""The commands over an engine that answers as it is told, so that every way a run can go is seen."""

import io
import json
from dataclasses import dataclass, field
from types import SimpleNamespace

import pytest

from perfeval_rules.catalogue import finding
from perfeval_rules.cli import check, documents, explain, main, plugins_list, read, rulesets, score
from perfeval_rules.errors import RulesetError
from perfeval_rules.findings import Finding, Place
from perfeval_rules.text import Text

MISREAD = Finding("form.x", "warning", Place("form.txt", 3, 1), Text("读不懂", "not understood"))
BROKEN = Finding("ruleset.x", "error", Place("r.toml", 1, 1), Text("规则集坏了", "broken"), line="x = 1")


@dataclass
class Told:
    """An engine that answers as it is told."""

    evaluation: object = None
    read_findings: tuple = ()
    broken: bool = False
    checked: dict = field(default_factory=dict)
    asked: list = field(default_factory=list)
    listed: tuple = ()
    found: tuple = ()
    machine: tuple = ("def rule(weight):\n    return weight", "def form(given):\n    return given[0]")

    def read(self, raw, name, program=None):
        form = None if raw == b"?" else SimpleNamespace(year=2020)
        return form, (
            finding("command.unreadable", Place(name), name=name, reason="?"),
        ) if form is None else self.read_findings

    def program(self, name, year=None):
        self.asked.append((name, year))
        if self.broken:
            raise RulesetError([BROKEN])
        explanation = SimpleNamespace(lines=lambda language: (f"{language}: 120 ÷ 300 = 0.4", "  \u202e"))
        return SimpleNamespace(
            warnings=(),
            evaluate=lambda form, reading: self.evaluation,
            explain=lambda form, number: explanation,
            explain_total=lambda form: SimpleNamespace(lines=lambda language: (f"{language}: 9.99 + 27 = 36.99",)),
            machine_sources=lambda form, number: self.machine,
        )

    def check(self, name):
        return self.checked[name]

    def library(self):
        return self.listed

    def plugins(self):
        return self.found

    def type_titles(self):
        return {"threshold": Text("达标值", "threshold")}


@pytest.fixture
def engine(evaluation, monkeypatch):
    told = Told(evaluation)
    for module in (score, explain, check, read, rulesets, plugins_list):
        monkeypatch.setattr(module, "Engine", lambda: told)
    return told


@pytest.fixture
def form(tmp_path):
    path = tmp_path / "form.txt"
    path.write_bytes(b"form")
    return str(path)


def answer(capsys):
    return json.loads(capsys.readouterr().out)


def test_a_form_with_errors_is_scored_and_says_so_by_its_code(engine, form, capsys):
    assert main(["score", form, "--ruleset", "cn-sh-2020"]) == 1
    assert "86.50" in capsys.readouterr().out
    assert engine.asked == [("cn-sh-2020", 2020)]


def test_a_form_without_errors_is_done(engine, bare, form):
    engine.evaluation = bare
    assert main(["score", form, "-r", "x"]) == 0


def test_what_was_found_in_reading_stands_in_front(engine, form, capsys):
    engine.read_findings = (MISREAD,)
    assert main(["score", form, "-r", "x", "--format", "json"]) == 1
    told = answer(capsys)
    assert [one["code"] for one in told["findings"]] == ["form.x", "value.unit", "check.note", "reason.missing"]
    assert told["total"] == "86.50"


def test_several_forms_are_a_list_and_one_that_fails_keeps_back_no_other(engine, form, tmp_path, capsys):
    gone = str(tmp_path / "gone.txt")
    assert main(["score", form, gone, form, "-r", "x", "--format", "json"]) == 2
    told = answer(capsys)
    assert [one.get("total") for one in told] == ["86.50", None, "86.50"]
    assert [one["code"] for one in told[1]["findings"]] == ["command.no-file"]


def test_several_forms_are_named_above_their_sheets(engine, form, tmp_path, capsys):
    assert main(["score", form, str(tmp_path), "-r", "x"]) == 2
    out, err = capsys.readouterr()
    assert form in out.replace("\n", "")
    assert "是文件夹，不是文件" in err


def test_a_ruleset_that_does_not_compile_is_told_once(engine, form, capsys):
    engine.broken = True
    assert main(["score", form, form, "-r", "x"]) == 2
    assert capsys.readouterr().err.count("规则集坏了") == 1


def test_a_form_that_cannot_be_read_is_not_done(engine, tmp_path, capsys):
    (tmp_path / "a.txt").write_bytes(b"?")
    assert main(["score", str(tmp_path / "a.txt"), "-r", "x"]) == 2
    assert "读不出来" in capsys.readouterr().err


def test_without_a_ruleset_those_at_hand_are_named(engine, form, capsys):
    engine.listed = (SimpleNamespace(id="cn-mof-2020"), SimpleNamespace(id="cn-sh-2020"))
    assert main(["score", form]) == 2
    assert "cn-mof-2020, cn-sh-2020" in capsys.readouterr().err


def test_a_form_may_come_through_a_pipe(engine, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"form")))
    assert main(["score", "-", "-r", "x"]) == 1
    assert "86.50" in capsys.readouterr().out


def test_a_name_that_no_file_can_bear_is_not_done():
    with pytest.raises(documents.SubmissionError) as caught:
        documents.content("a\0b")
    assert caught.value.findings[0].code == "command.unreadable"


@pytest.mark.parametrize("asked", ["2", "每月参加活动人数"])
def test_a_line_is_explained_by_number_or_name(engine, form, asked, capsys):
    assert main(["explain", form, asked, "-r", "x"]) == 0
    assert capsys.readouterr().out == "zh: 120 ÷ 300 = 0.4\n  \\u202e\n"


@pytest.mark.parametrize("asked", ["总分", "total", " Total "])
def test_the_total_is_explained_where_no_line_bears_its_name(engine, form, asked, capsys):
    assert main(["explain", form, asked, "-r", "x"]) == 0
    assert capsys.readouterr().out == "zh: 9.99 + 27 = 36.99\n"
    assert main(["explain", form, asked, "-r", "x", "--format", "json"]) == 0
    told = answer(capsys)
    assert (told["line"], told["explanation"]["en"]) == (None, ["en: 9.99 + 27 = 36.99"])


def test_a_line_that_is_called_like_the_total_goes_before_it(engine, form, capsys):
    line = SimpleNamespace(number=4, name="总分", id="", group="")
    engine.evaluation = SimpleNamespace(line=lambda asked: (line,), lines=(line,))
    assert main(["explain", form, "总分", "-r", "x"]) == 0
    assert "120 ÷ 300" in capsys.readouterr().out


def test_an_explanation_is_told_to_programs_in_both_languages(engine, form, capsys):
    assert main(["explain", form, "execution", "-r", "x", "--format", "json"]) == 0
    told = answer(capsys)
    assert told["line"] == 1
    assert told["explanation"]["en"][0] == "en: 120 ÷ 300 = 0.4"


@pytest.mark.parametrize(
    ("asked", "like"), [("每月参加活动", "每月参加活动人数"), ("资料", "订阅学习资料覆盖度"), ("???", "预算执行率")]
)
def test_a_line_that_is_not_there_is_answered_with_one_that_is(engine, form, asked, like, capsys):
    assert main(["explain", form, asked, "-r", "x"]) == 2
    assert like in capsys.readouterr().err


def test_a_name_borne_twice_lists_its_lines(engine, evaluation, form, capsys):
    twice = [SimpleNamespace(number=n, name="满意度", id="", group="benefit") for n in (4, 9)]
    engine.evaluation = SimpleNamespace(line=lambda asked: tuple(twice), lines=tuple(twice))
    assert main(["explain", form, "满意度", "-r", "x"]) == 2
    assert "4 benefit、9 benefit" in capsys.readouterr().err


def test_the_functions_of_the_fast_path_are_shown_as_they_stand(engine, form, capsys):
    assert main(["explain", form, "execution", "-r", "x", "--machine", "--lang", "en"]) == 0
    shown = capsys.readouterr().out
    assert "These are the functions" in shown
    assert "def rule(weight):\n    return weight\n\ndef form(given):\n    return given[0]\n" in shown
    assert main(["explain", form, "execution", "-r", "x", "--machine", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["machine"] == list(engine.machine)


def test_a_form_that_goes_the_exact_way_says_so_where_its_functions_are_asked_for(engine, form, capsys):
    engine.machine = ()
    assert main(["explain", form, "execution", "-r", "x", "--machine", "--lang", "en"]) == 0
    assert "exact fractions" in capsys.readouterr().out


def test_nothing_is_explained_by_a_ruleset_that_does_not_compile(engine, form, capsys):
    engine.broken = True
    assert main(["explain", form, "1", "-r", "x"]) == 2
    assert "规则集坏了" in capsys.readouterr().err


def test_a_sound_ruleset_is_said_to_be_sound(engine, capsys):
    engine.checked = {"a": ()}
    assert main(["check", "a"]) == 0
    assert capsys.readouterr().out == "a：没有发现问题。\n"


def test_every_ruleset_is_checked_and_its_faults_shown_with_a_caret(engine, capsys):
    engine.checked = {"a": (BROKEN,), "b": (MISREAD,)}
    assert main(["check", "a", "b"]) == 1
    told = capsys.readouterr().out
    assert "│ ^" in told
    assert "读不懂" in told


def test_a_ruleset_with_warnings_alone_is_done(engine):
    engine.checked = {"b": (MISREAD,)}
    assert main(["check", "b"]) == 0


def test_a_check_is_told_to_programs(engine, capsys):
    engine.checked = {"a": (BROKEN,), "b": ()}
    assert main(["check", "a", "--format", "json"]) == 1
    assert answer(capsys)["findings"][0]["code"] == "ruleset.x"
    assert main(["check", "a", "b", "--format", "json"]) == 1
    assert [one["ruleset"] for one in answer(capsys)] == ["a", "b"]


@pytest.mark.parametrize(
    ("first", "last", "zh"),
    [
        (None, None, "不限"),
        (2020, None, "2020 起"),
        (None, 2020, "至 2020"),
        (2020, 2020, "2020"),
        (2018, 2020, "2018–2020"),
    ],
)
def test_the_years_in_force_are_read_at_a_glance(first, last, zh):
    assert rulesets.years(first, last, "zh") == zh


RULESET = SimpleNamespace(
    id="cn-sh-2020", family="cn-sh", edition="2020.1", first=2020, last=2020, title=Text("上海", "Shanghai"),
    extends=("cn-mof-2020", "cn-review"), verified=False,
)  # fmt: skip


def test_a_ruleset_is_listed_with_its_bases_and_whether_it_was_verified(engine, capsys):
    engine.listed = (RULESET,)
    assert main(["rulesets"]) == 0
    told = capsys.readouterr().out
    assert "cn-mof-2020, cn-review" in told
    assert "未核对" in told
    assert main(["rulesets", "--format", "json"]) == 0
    told = answer(capsys)[0]
    assert (told["id"], told["years"], told["verified"]) == ("cn-sh-2020", {"from": 2020, "until": 2020}, False)


@pytest.mark.parametrize("command", ["plugins", "rulesets"])
def test_an_empty_list_says_so(engine, command, capsys):
    assert main([command]) == 0
    assert "没有" in capsys.readouterr().out


def test_what_was_read_is_json_and_what_was_not_understood_stands_aside(engine, form, monkeypatch, capsys):
    engine.read_findings = (MISREAD,)
    monkeypatch.setattr(read, "canonical", lambda submission: {"year": submission.year})
    assert main(["read", form]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out) == {"year": 2020}
    assert "读不懂" in err


def test_a_form_that_cannot_be_read_has_nothing_to_print(engine, tmp_path, capsys):
    assert main(["read", str(tmp_path / "gone.txt")]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "没有" in err

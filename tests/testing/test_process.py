"""The process in which a plugin is looked over."""

import json
import time
from pathlib import Path
from textwrap import dedent

import pytest

from perfeval_rules.testing import process
from perfeval_rules.testing.process import EndedEarlyError, inspected
from perfeval_rules.testing.verdict import Verdict, plain
from perfeval_rules.text import Text
from tests.testing.plugins import with_functions

VERDICT = Verdict("plugin", "nps", Text("甲", "a"), "loads", False, (Text("乙", "b"),))
TOLD = json.dumps(plain(VERDICT))
DONE = "print('{\"done\": true}')"


@pytest.fixture
def child(tmp_path, monkeypatch):
    """Puts a program in the place of the inspection, and gives what it tells."""
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(process, "MODULE", "sample_inspection")

    def run(code, silence=60.0):
        (tmp_path / "sample_inspection.py").write_text("import os, sys, time\n" + dedent(code), "utf-8")
        return inspected("nps", silence)

    return run


def test_verdicts_are_given_as_they_are_told(child):
    assert list(child(f"print({TOLD!r}); print({TOLD!r}); {DONE}")) == [VERDICT, VERDICT]


def test_what_the_plugin_prints_is_passed_over(child):
    assert list(child(f"print('hello'); print('[1]'); print({TOLD!r}); {DONE}")) == [VERDICT]


def test_the_name_is_handed_over_and_what_would_change_the_plugins_asked_for_is_not(child, monkeypatch, tmp_path):
    monkeypatch.setenv("PERFEVAL_PLUGINS", "")
    monkeypatch.setenv("PERFEVAL_STRICT", "1")
    seen = tmp_path / "seen.json"
    told = child(
        f"""
        import json
        open({str(seen)!r}, "w").write(json.dumps([sys.argv[1], os.getcwd(), sys.dont_write_bytecode, dict(os.environ)]))
        open("left.txt", "w").close()
        {DONE}
        """
    )
    assert list(told) == []
    name, folder, bare, environment = json.loads(seen.read_text())
    assert (name, bare) == ("nps", True)
    assert not {"PERFEVAL_PLUGINS", "PERFEVAL_STRICT"} & environment.keys()
    assert not Path(folder).exists(), "nothing is left behind"


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("os._exit(0)", Text("退出码 0", "exit code 0")),
        ("sys.exit(7)", Text("退出码 7", "exit code 7")),
        ("raise RuntimeError('over')", Text("RuntimeError: over", "RuntimeError: over")),
    ],
)
def test_a_process_that_ends_before_it_is_done_is_told_with_the_last_it_said(child, code, reason):
    with pytest.raises(EndedEarlyError) as ended:
        list(child(code))
    assert ended.value.reason == reason


def test_what_was_told_before_the_end_is_kept(child):
    verdicts = child(f"print({TOLD!r}, flush=True); os._exit(1)")
    assert next(verdicts) == VERDICT
    with pytest.raises(EndedEarlyError):
        next(verdicts)


def test_a_process_that_does_not_come_back_is_ended(child):
    start = time.monotonic()
    with pytest.raises(EndedEarlyError):
        list(child("time.sleep(60)", silence=0.5))
    assert time.monotonic() - start < 20


def test_a_process_that_nobody_listens_to_any_more_is_ended(child):
    start = time.monotonic()
    verdicts = child(f"print({TOLD!r}, flush=True); time.sleep(60)")
    assert next(verdicts) == VERDICT
    verdicts.close()
    assert time.monotonic() - start < 20


def test_a_plugin_is_looked_over_for_real_whatever_it_prints(site):
    noisy = with_functions() + "\nimport sys\nprint('loaded'); sys.stdout.flush()\n"
    site.install("calc", noisy)
    verdicts = list(inspected("calc"))
    assert list(dict.fromkeys((one.of, one.name, one.holds) for one in verdicts)) == [
        ("plugin", "calc", True), ("function", "half", True), ("function", "beyond", True), ("function", "told", True),
        ("function", "inverse", True),
    ]  # fmt: skip


def test_a_plugin_that_ends_the_process_is_told(site):
    site.install("calc", "import os\nos._exit(3)\n")
    with pytest.raises(EndedEarlyError, match="exit code 3"):
        list(inspected("calc"))

"""Both halves of the suite together are all of it, and each is well where both are."""

import tomllib

from tests import halves
from tests.halves import ROOT


def test_the_halves_hold_every_file_of_tests_once():
    first, second = halves.halves()
    held = [file for part in (*first, *second) for file in _files(ROOT / part)]
    paths = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["pytest"]["ini_options"]["testpaths"]
    everything = {file for path in paths for folder in ROOT.glob(path) for file in _files(folder)}
    assert len(held) == len(set(held))
    assert set(held) == everything


def test_what_one_half_finds_is_what_both_find(tmp_path, monkeypatch, capfd):
    for name, holds in (("one", True), ("other", False)):
        (tmp_path / f"test_{name}.py").write_text(f"def test_{name}():\n    assert {holds}\n", "utf-8")
    monkeypatch.setattr(halves, "ROOT", tmp_path)
    for parts, code in (((["test_one.py"], ["test_one.py"]), 0), ((["test_one.py"], ["test_other.py"]), 1)):
        monkeypatch.setattr(halves, "halves", lambda parts=parts: parts)
        assert halves.main(["-q", "-p", "no:cacheprovider"]) == code
        assert "passed" in capfd.readouterr().out


def _files(path):
    if path.is_file():
        return [path]
    return [file for pattern in ("test_*.py", "cases.toml") for file in path.rglob(pattern)]

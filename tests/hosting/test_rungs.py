"""How types say their attainment, as their source shows it."""

import sys

import pytest

from perfeval_rules.hosting import rungs
from perfeval_rules.hosting.rungs import files, rung_of

FORMULA = "class A:\n    attainment = 'actual / target'\n"
TYPED = "class A:\n    attainment: str = 'actual / target'\n"
BARE = "class A:\n    attainment: str\n"
METHOD = "class A:\n    def attain(self, given):\n        return 1\n"


@pytest.fixture
def package(tmp_path, monkeypatch):
    """Writes the files of what is importable while a test runs, and gives the folder."""
    monkeypatch.syspath_prepend(str(tmp_path))

    def write(**sources):
        for name, source in sources.items():
            file = tmp_path.joinpath(*name.split("__")).with_suffix(".py")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(source if isinstance(source, bytes) else source.encode())
        return tmp_path

    return write


@pytest.mark.parametrize(
    ("source", "rung"),
    [
        (FORMULA, "formulas"),
        (TYPED, "formulas"),
        (METHOD, "python"),
        (FORMULA + METHOD.replace("A", "B"), "python"),
        (BARE, None),
        ("attainment = 'actual / target'\ndef attain(self, given): ...\n", None),
        ("class A:\n    low, high = '0', '1'\n    x.attainment = ''\n", None),
        ("", None),
    ],
)
def test_a_rung_is_what_a_class_writes(source, rung, package):
    package(sample_rung=source)
    assert rung_of("sample_rung") == rung


def test_all_files_of_a_package_are_looked_at_and_none_is_imported(package):
    folder = package(sample_rung__init="raise RuntimeError", sample_rung__types__deep=METHOD)
    (folder / "sample_rung" / "init.py").rename(folder / "sample_rung" / "__init__.py")
    assert rung_of("sample_rung.hooks:plugin") == "python"
    assert not [name for name in sys.modules if name.startswith("sample_rung")]


def test_of_a_package_that_several_distributions_share_the_own_part_is_looked_at(package):
    package(sample_shared__mine__types=FORMULA, sample_shared__other__types=METHOD, sample_shared__single=METHOD)
    assert rung_of("sample_shared.mine") == "formulas"
    assert rung_of("sample_shared.single") == "python"
    assert rung_of("sample_shared.gone") is None
    assert len(files("sample_shared")) == 3


@pytest.mark.parametrize("source", [b"class A:\n  attainment = '\xff\xfe'", b"class A", b"\0", b"(" * 5_000])
def test_a_file_that_is_no_python_is_passed_over(source, package):
    package(sample_rung=source)
    assert rung_of("sample_rung") is None


def test_a_file_too_large_is_passed_over(package, monkeypatch):
    package(sample_rung=FORMULA)
    monkeypatch.setattr(rungs, "MOST_BYTES", 10)
    assert rung_of("sample_rung") is None


def test_a_file_that_cannot_be_opened_is_passed_over(package):
    folder = package(sample_rung__init=FORMULA)
    (folder / "sample_rung" / "__init__.py").mkdir()
    (folder / "sample_rung" / "gone.py").symlink_to(folder / "nowhere.py")
    assert rung_of("sample_rung") == "formulas"


@pytest.mark.parametrize("module", ["no_such_module_anywhere", "", "sys", "zipimport"])
def test_what_has_no_source_has_no_rung(module):
    assert rung_of(module) is None


def test_a_module_that_the_path_cannot_tell_of_has_no_rung(monkeypatch):
    monkeypatch.setitem(sys.modules, "sample_odd", None)
    assert rung_of("sample_odd") is None


def test_the_standard_types_are_formulas():
    assert rung_of("perfeval_standard") == "formulas"

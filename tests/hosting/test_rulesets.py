"""Folders of rulesets inside the packages of plugins."""

import sys
from types import ModuleType

import pytest

from perfeval_rules.hosting.rulesets import folders_beside, folders_of, locations


def package(site, name, *, folder=True):
    """A plugin that is a package, with a folder of rulesets; gives that folder."""
    module = site.install(name, "raise RuntimeError('imported')")
    (site.folder / f"{module}.py").unlink()
    inside = site.folder / module
    inside.mkdir()
    (inside / "__init__.py").write_text("raise RuntimeError('imported')", "utf-8")
    if folder:
        (inside / "rulesets").mkdir()
    return inside / "rulesets"


def test_the_folders_stand_in_the_order_of_the_plugins_and_nothing_is_imported(site):
    later, earlier = package(site, "zeta"), package(site, "alpha")
    assert folders_of(site.found()) == (earlier, later)
    assert not {"sample_zeta", "sample_alpha"} & sys.modules.keys()


def test_a_plugin_without_a_folder_has_none(site):
    package(site, "bare", folder=False)
    site.install("single")
    assert folders_of(site.found()) == ()


def test_a_file_of_that_name_is_no_folder(site):
    package(site, "odd", folder=False).write_text("", "utf-8")
    assert folders_of(site.found()) == ()


def test_plugins_that_cannot_be_used_bring_no_rulesets(site):
    package(site, "nps")
    site.install("nps", distribution="other-nps", module="other_nps")
    assert [one.state for one in site.found()] == ["name-taken"] * 2
    assert folders_of(site.found()) == ()


def test_an_entry_point_inside_a_package_or_of_an_object_means_the_package(site):
    folder = package(site, "nps")
    points = site.folder / "perfeval_nps-1.0.dist-info" / "entry_points.txt"
    for entry in ("sample_nps.deep.down", "sample_nps:plugin"):
        points.write_text(f"[perfeval_rules.v1]\nnps = {entry}\n", "utf-8")
        assert folders_of(site.found()) == (folder,)


@pytest.mark.parametrize("name", ["nowhere_to_be_found", "", ".relative"])
def test_what_is_not_there_lies_nowhere(name):
    assert not list(locations(name))


class Lie:
    @property
    def __spec__(self):
        raise SystemExit


def saying(spec):
    made = ModuleType("odd")
    made.__spec__ = spec
    return made


@pytest.mark.parametrize("odd", [saying(None), saying("no spec"), Lie()])
def test_a_module_that_says_nonsense_of_itself_lies_nowhere(odd, monkeypatch):
    monkeypatch.setitem(sys.modules, "odd", odd)
    assert not list(locations("odd"))


def test_a_module_that_answers_whatever_it_is_asked_is_asked_nothing(monkeypatch):
    made = ModuleType("odd")
    made.__getattr__ = lambda name: 1 / 0
    assert folders_beside([made]) == ()


def test_modules_handed_over_bring_what_stands_in_their_package(site):
    folder = package(site, "nps")
    made = ModuleType("sample_nps")
    made.__path__ = [str(folder.parent)]
    assert folders_beside([ModuleType("single"), made]) == (folder,)

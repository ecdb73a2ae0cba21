"""Who is installed, without importing anybody."""

import sys
from importlib import metadata

import pytest

from perfeval_rules.hosting.discover import API, GROUP, Found, discover


def test_a_plugin_is_known_from_its_metadata(site):
    site.install("nps", version="0.3.1")
    assert site.found() == (Found("nps", "perfeval-nps", "0.3.1", "sample_nps", 1, "available"),)


def test_nothing_is_imported(site):
    module = site.install("broken", "raise RuntimeError('imported')")
    assert [one.state for one in site.found()] == ["available"]
    assert module not in sys.modules


def test_plugins_stand_in_the_order_of_their_names(site):
    for name in ("nps", "alpha", "zeta"):
        site.install(name)
    assert [one.name for one in site.found()] == ["alpha", "nps", "zeta"]


def test_a_name_of_two_distributions_is_nobodys(site):
    site.install("nps", distribution="perfeval-nps")
    site.install("nps", distribution="other-nps", module="other_nps")
    site.install("fine")
    assert [(one.name, one.distribution, one.state) for one in site.found()] == [
        ("fine", "perfeval-fine", "available"),
        ("nps", "other-nps", "name-taken"),
        ("nps", "perfeval-nps", "name-taken"),
    ]


def test_a_plugin_for_another_api_is_listed_as_such_and_takes_no_name(site):
    site.install("nps", api=2, distribution="new-nps", module="new_nps")
    site.install("nps")
    assert [(one.api, one.state) for one in site.found()] == [(2, "wrong-api"), (1, "available")]


def test_the_first_distribution_of_a_name_on_the_path_counts(site, tmp_path):
    site.install("nps", version="1.0", distribution="perfeval-nps")
    older = tmp_path / "older"
    older.mkdir()
    type(site)(older).install("nps", version="0.1", distribution="Perfeval.NPS")
    found = discover(metadata.distributions(path=[str(tmp_path), str(older)]))
    assert [(one.distribution, one.version) for one in found] == [("perfeval-nps", "1.0")]


def test_other_entry_points_are_no_plugins(site):
    site.install("nps")
    points = next(site.folder.glob("*.dist-info")) / "entry_points.txt"
    points.write_text("[console_scripts]\nnps = sample_nps\n[perfeval_rules.vx]\nnps = sample_nps\n", "utf-8")
    assert site.found() == ()


@pytest.mark.parametrize("content", [None, b"", b"Version: 1.0\n", b"Name: perfeval-nps\n", b"\xff\xfe\xff"])
def test_a_distribution_whose_metadata_is_damaged_is_listed_by_the_name_of_its_folder(site, content):
    site.install("nps")
    site.install("fine")
    file = site.folder / "perfeval_nps-1.0.dist-info" / "METADATA"
    if content is None:
        file.unlink()
    else:
        file.write_bytes(content)
    assert [(one.name, one.distribution, one.version, one.state) for one in site.found()] == [
        ("fine", "perfeval-fine", "1.0", "available"),
        ("nps", "perfeval-nps", "1.0", "damaged"),
    ]


def test_what_is_left_of_an_earlier_version_takes_no_name(site):
    site.install("nps", version="1.0")
    (site.folder / "perfeval_nps-1.0.dist-info" / "METADATA").unlink()
    site.install("nps", version="1.1")
    assert [(one.version, one.state) for one in site.found()] == [("1.1", "available")]


def test_a_damaged_distribution_takes_no_name_from_another(site):
    site.install("nps")
    site.install("nps", distribution="other-nps", module="other_nps")
    (site.folder / "other_nps-1.0.dist-info" / "METADATA").unlink()
    assert [(one.distribution, one.state) for one in site.found()] == [
        ("other-nps", "damaged"),
        ("perfeval-nps", "available"),
    ]


def test_a_distribution_whose_entry_points_cannot_be_read_is_passed_over(site):
    site.install("nps")
    site.install("fine")
    (site.folder / "perfeval_nps-1.0.dist-info" / "entry_points.txt").write_bytes(b"\xff\xfe")
    assert [one.name for one in site.found()] == ["fine"]


def test_the_standard_types_are_found_like_any_others():
    (standard,) = [one for one in discover() if one.name == "standard"]
    assert (standard.module, standard.api, standard.state) == ("perfeval_standard", API, "available")
    assert f"perfeval_rules.v{API}" == GROUP

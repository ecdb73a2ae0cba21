"""Where rulesets are found, and what they extend."""

from pathlib import Path

import pytest

from perfeval_rules.files import library
from perfeval_rules.files.library import find, load, located, neighbours, shipped, shipped_ids

SHARED = Path(__file__).parents[2] / "rulesets"


@pytest.fixture
def place(tmp_path):
    """A function that writes a ruleset into `ID/ruleset.toml` or another file of a folder."""

    def write(name, *bases, tables="", file=None):
        path = tmp_path / (file or f"{name}/ruleset.toml")
        path.parent.mkdir(exist_ok=True)
        extends = ", ".join(f'"{base}"' for base in bases)
        path.write_text(
            f'format = 1\n[ruleset]\nid = "{name}"\nedition = "1"\nyears = {{ from = 2024 }}\nextends = [{extends}]\n{tables}',
            "utf-8",
        )
        return path

    return write


@pytest.fixture
def unshipped(monkeypatch):
    """An engine that stands without a library."""
    monkeypatch.setattr(library, "SHIPPED", "no_such_package")


def codes(path):
    return [finding.code.removeprefix("ruleset.") for finding in load(path)[1]]


def test_an_id_is_found_among_the_neighbours_of_the_folder(place, tmp_path):
    path = place("base")
    assert find("base", tmp_path / "local").file == path
    assert find("base", tmp_path).file.resolve() if find("base", tmp_path) else True


def test_an_id_is_found_as_a_file_beside(place, tmp_path):
    path = place("base", file="local/base.toml")
    assert find("base", tmp_path / "local").file == path


def test_an_id_is_found_in_the_shipped_library():
    found = find("cn-mof-2020")
    assert found.name == "cn-mof-2020/ruleset.toml"
    assert b"cn-mof-2020" in found.file.read_bytes()


def test_a_neighbour_comes_before_the_library(place, tmp_path):
    path = place("cn-mof-2020")
    assert find("cn-mof-2020", tmp_path / "local").file == path


@pytest.mark.parametrize("name", ["../base", "/etc/passwd", "base/ruleset", "Base", "", "base.toml", "..", "a\\b"])
def test_what_is_no_id_is_never_looked_for(place, tmp_path, name):
    place("base")
    assert find(name, tmp_path / "local") is None


def test_an_id_that_is_nowhere_is_not_found(tmp_path):
    assert find("no-such-id", tmp_path) is None


@pytest.mark.usefixtures("unshipped")
def test_an_engine_without_library_finds_nothing_there():
    assert find("cn-mof-2020") is None
    assert (shipped_ids(), shipped()) == ((), ())


def test_the_ids_around_a_file_are_its_neighbours(place, tmp_path):
    place("base"), place("other", file="local/other.toml"), place("local")
    assert list(neighbours(tmp_path / "local")) == ["base", "local", "other"]
    assert list(neighbours(None)) == []


def test_every_shipped_ruleset_is_sound():
    assert {"cn-mof-2020", "cn-review", "cn-sh-2020"} <= set(shipped_ids())
    assert tuple(ruleset.head.id for ruleset in shipped()) == shipped_ids()
    assert [load(name)[1] for name in shipped_ids()] == [()] * len(shipped_ids())


def test_a_ruleset_is_loaded_by_id_by_file_and_by_folder():
    by_id, by_file, by_folder = (
        load(asked)[0] for asked in ("cn-sh-2020", SHARED / "cn-sh-2020" / "ruleset.toml", str(SHARED / "cn-sh-2020"))
    )
    assert by_id.digest == by_file.digest == by_folder.digest
    assert by_id.files == tuple(f"{name}/ruleset.toml" for name in ("cn-mof-2020", "cn-review", "cn-sh-2020"))


def test_an_id_may_be_asked_for_beside_a_folder(place, tmp_path):
    place("base")
    assert load("base", beside=tmp_path / "local")[0].head.id == "base"


def test_bases_come_before_what_extends_them_and_each_once(place):
    place("base"), place("left", "base"), place("right", "base")
    ruleset, findings = load(place("top", "left", "right", "base"))
    assert findings == ()
    assert [Path(file).parent.name for file in ruleset.files] == ["base", "left", "right", "top"]


def test_a_base_that_is_nowhere_is_told_where_it_is_named(place):
    place("base")
    ruleset, (finding,) = load(place("top", "bsae"))
    assert ruleset is None
    assert (finding.code, finding.at.line, finding.at.column) == ("ruleset.not-found", 6, 12)
    assert "base" in finding.advise("zh")


def test_a_ruleset_that_is_nowhere_is_told(tmp_path):
    assert codes(tmp_path / "none.toml") == ["not-found"]
    assert codes(tmp_path) == ["not-found"]
    assert codes("no-such-id") == ["not-found"]


def test_a_circle_is_told_with_its_members(place):
    place("b", "c"), place("c", "a")
    _, (finding,) = load(place("a", "b"))
    assert (finding.code, finding.values["members"]) == ("ruleset.extends-circle", "a → b → c → a")
    assert codes(place("self", "self")) == ["extends-circle"]


def test_rulesets_extend_one_another_only_so_deep(place):
    place("r0")
    paths = [place(f"r{number}", f"r{number - 1}") for number in range(1, 10)]
    assert codes(paths[7]) == []
    assert codes(paths[8]) == ["extends-deep"]


def test_a_file_found_by_an_id_bears_that_id(place):
    place("other", file="base/ruleset.toml")
    _, (finding,) = load(place("top", "base"))
    assert (finding.code, finding.values["own"]) == ("ruleset.id-differs", "other")


def test_every_fault_on_the_way_is_told_in_one_pass(place, tmp_path):
    place("broken", tables="score ＝ 1")
    top = place("top", "broken", "none", "broken")
    assert codes(top) == ["full-width-mark", "not-found"]


def test_a_fault_of_the_head_is_told_beside_what_is_not_found(place):
    assert codes(place("top", "none", "../base")) == ["not-found", "bad-id"]


def test_files_that_disagree_are_told_with_all_other_faults(place):
    place("left", tables="[group.a]\nweight = 1"), place("right", tables="[group.a]\nweight = 2")
    assert codes(place("top", "left", "right", tables="[grup.b]")) == ["conflict", "unknown-table"]


def test_a_file_that_cannot_be_opened_is_told(place, monkeypatch):
    path = place("top")

    def refuse(self, *arguments, **options):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    _, (finding,) = load(path)
    assert (finding.code, finding.values["why"]) == ("ruleset.unreadable-file", "Permission denied")


def test_a_reason_that_the_system_does_not_give_is_its_name(place, monkeypatch):
    path = place("top")

    def refuse(self, *arguments, **options):
        raise OSError

    monkeypatch.setattr(Path, "open", refuse)
    assert load(path)[1][0].values["why"] == "OSError"


def test_a_huge_file_is_not_read_to_its_end(tmp_path):
    path = tmp_path / "huge.toml"
    path.write_bytes(b"#" * 1_000_000)
    assert codes(path) == ["too-large"]


def test_what_stands_beside_a_ruleset_is_named_as_the_ruleset_is(tmp_path):
    (tmp_path / "ruleset.toml").write_text("", "utf-8")
    beside = [located(asked).beside("cases.toml") for asked in ("cn-review", tmp_path, tmp_path / "ruleset.toml")]
    assert [one.name for one in beside] == ["cn-review/cases.toml", *[str(tmp_path / "cases.toml")] * 2]
    assert [one.file.is_file() for one in beside] == [True, False, False]
    assert located(tmp_path / "other.toml") is None
    assert located("nosuch") is None

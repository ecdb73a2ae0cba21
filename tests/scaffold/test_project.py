"""Writing a project: all of it into a new folder, or nothing over what is there."""

import pytest

from perfeval_rules.findings import Finding
from perfeval_rules.scaffold.project import File, Project, written
from perfeval_rules.text import Text

FILES = (File("a.txt", "甲\n", Text("一", "one")), File("deep/down/b.txt", "", Text("二", "two")))


def test_every_file_is_written_as_it_is_said(tmp_path):
    made = written(tmp_path / "new", FILES)
    assert made == Project(tmp_path / "new", FILES)
    assert (tmp_path / "new" / "a.txt").read_bytes() == "甲\n".encode()
    assert (tmp_path / "new" / "deep" / "down" / "b.txt").read_bytes() == b""


def test_the_folder_around_it_is_made_where_it_is_not_there(tmp_path):
    assert isinstance(written(tmp_path / "x" / "y" / "new", FILES), Project)


@pytest.mark.parametrize("there", ["folder", "file", "link"])
def test_what_is_there_is_left_alone_and_told(tmp_path, there):
    target = tmp_path / "new"
    if there == "folder":
        target.mkdir()
        (target / "mine.txt").write_text("mine", "utf-8")
    elif there == "file":
        target.write_text("mine", "utf-8")
    else:
        target.symlink_to(tmp_path / "nowhere")
    told = written(target, FILES)
    assert isinstance(told, Finding)
    assert (told.code, told.values["name"]) == ("command.folder-exists", str(target))
    assert there != "folder" or [file.name for file in target.iterdir()] == ["mine.txt"]
    assert there != "file" or target.read_text("utf-8") == "mine"


def test_a_file_in_the_place_of_the_folder_around_it_is_told(tmp_path):
    (tmp_path / "x").write_text("", "utf-8")
    told = written(tmp_path / "x" / "new", FILES)
    assert isinstance(told, Finding)
    assert told.code == "command.folder-exists"
    assert told.values["name"] == str(tmp_path / "x")


@pytest.mark.parametrize("name", ["a\0b", "a" * 5_000])
def test_where_nothing_can_be_written_that_is_told(tmp_path, name):
    told = written(tmp_path / name, FILES)
    assert isinstance(told, Finding)
    assert told.code == "command.unwritable"
    assert told.values["reason"]


def test_no_file_is_written_over_one_of_the_same_project(tmp_path):
    told = written(tmp_path / "new", (FILES[0], FILES[0]))
    assert isinstance(told, Finding)
    assert told.code == "command.folder-exists"

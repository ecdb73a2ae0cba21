"""The project of a plugin on disk."""

import pytest

from perfeval_rules.testing.project import to_install

PROJECT = '[project]\nname = "perfeval-nps"\n[project.entry-points."perfeval_rules.v1"]\nnps = "sample_nps"\n'


def written(folder, text):
    (folder / "pyproject.toml").write_text(text, "utf-8")
    return folder


def test_a_plugin_that_is_not_installed_is_told_with_the_command_that_installs_it(tmp_path):
    told = to_install(written(tmp_path, PROJECT), "my plugins/nps")
    assert "“nps”" in told.zh
    for said in (told.zh, told.en):
        assert said.endswith("python -m pip install -e 'my plugins/nps[testing]'")
        assert "\n" not in said


def test_a_plugin_that_is_installed_is_no_matter(tmp_path, site):
    site.install("nps")
    assert to_install(written(tmp_path, PROJECT), "nps") is None


@pytest.mark.parametrize(
    "text",
    ["", "[project]\nname = 'x'\n", '# perfeval_rules.v1\nproject = "x"\n', '# perfeval_rules.v1\n[project\n',
     '[project.entry-points]\n"perfeval_rules.v1" = 3\n', '[project.entry-points."perfeval_rules.v1"]\n'],
)  # fmt: skip
def test_what_is_no_project_of_a_plugin_is_no_matter(tmp_path, text):
    assert to_install(written(tmp_path, text), "x") is None


def test_a_folder_without_a_project_is_no_matter(tmp_path):
    assert to_install(tmp_path, "x") is None

"""`perfeval schema`."""

import json

import pytest

from perfeval_rules.cli import main

HEAD = 'format = 1\n[ruleset]\nid = "own"\nedition = "1"\nyears = { from = 2024 }\n'


@pytest.fixture
def own(tmp_path):
    def write(tables):
        (tmp_path / "ruleset.toml").write_text(HEAD + tables, "utf-8")
        return str(tmp_path)

    return write


def parts(capsys):
    return json.loads(capsys.readouterr().out)["$defs"]


@pytest.mark.parametrize("name", ["submission", "evaluation", "ruleset", "cases"])
def test_a_schema_is_printed_whatever_the_format(name, capsys):
    assert main(["schema", name]) == 0
    told = capsys.readouterr().out
    assert json.loads(told)["$schema"].endswith("2020-12/schema")
    assert main(["schema", name, "--format", "json", "--lang", "en"]) == 0
    assert capsys.readouterr().out == told


def test_a_ruleset_brings_the_types_it_requires_and_the_facts_of_its_lines(own, capsys):
    name = own('[requires]\nplugins = { standard = "" }\n[fact.best]\nof = "line"\n[fact.staff]\n')
    assert main(["schema", "ruleset", "-r", name]) == 0
    line = parts(capsys)["line-count"]
    assert "best" in line["properties"]
    assert "staff" not in line["properties"]
    assert line["additionalProperties"] is False


def test_a_ruleset_that_requires_nothing_has_no_types(own, capsys):
    assert main(["schema", "ruleset", "-r", own("")]) == 0
    assert not [name for name in parts(capsys) if name.startswith("rule-")]


@pytest.mark.parametrize("tables", ['[requires]\nplugins = { nosuch = "" }', "[rule"])
def test_a_ruleset_whose_types_cannot_be_known_has_no_schema(own, tables, capsys):
    assert main(["schema", "ruleset", "-r", own(tables)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err


@pytest.mark.parametrize(
    ("arguments", "told"), [([], "还缺“文档”。"), (["form"], "文档 只能是 submission, evaluation, ruleset, cases。")]
)
def test_a_document_without_a_schema_is_a_fault_of_usage(arguments, told, capsys):
    assert main(["schema", *arguments]) == 2
    assert told in capsys.readouterr().err

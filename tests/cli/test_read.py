"""A form that `perfeval read` wrote is read again as the same form."""

import json
from pathlib import Path

import pytest

from perfeval_rules.cli import main
from perfeval_rules.files.forms import read_submission

ROOT = Path(__file__).parents[2]
FORMS = [*sorted((ROOT / "examples").glob("*-form.*")), *sorted((ROOT / "tests" / "data" / "forms").glob("*.txt"))]


def printed(path, capsys):
    assert main(["read", str(path)]) in {0, 1}
    return capsys.readouterr().out


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_what_was_written_is_read_as_it_was(path, tmp_path, capsys):
    written = printed(path, capsys)
    again = tmp_path / "again.json"
    again.write_text(written, "utf-8")
    assert printed(again, capsys) == written
    first, _ = read_submission(path.read_bytes(), str(path))
    second, findings = read_submission(again.read_bytes(), "again.json")
    assert findings == ()
    assert second.digest == first.digest


def test_it_scores_the_same_from_either(tmp_path, capsys):
    (tmp_path / "again.json").write_text(printed(FORMS[-1], capsys), "utf-8")
    scores = []
    for path in (FORMS[-1], tmp_path / "again.json"):
        main(["score", str(path), "-r", "cn-mof-2020", "--format", "json"])
        told = json.loads(capsys.readouterr().out)
        scores.append((told["total_exact"], told["lines"], told["provenance"]["submission"]))
    assert scores[0] == scores[1]


def test_numbers_stay_as_they_were_written(tmp_path, capsys):
    (tmp_path / "a.json").write_text(
        '{"stated_total": 96.990, "rows": [{"name": "甲\\u202e", "target": 1e2}]}', "utf-8"
    )
    told = json.loads(printed(tmp_path / "a.json", capsys))
    assert told["stated_total"]["text"] == "96.990"
    assert told["rows"][0]["target"]["text"] == "1e2"
    assert told["rows"][0]["name"]["text"] == "甲\u202e"

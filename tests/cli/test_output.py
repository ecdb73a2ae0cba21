"""Where a command's answer goes."""

import json

from perfeval_rules.cli.output import Output, refusal
from perfeval_rules.findings import Finding, Place
from perfeval_rules.text import Text

FINDING = Finding("form.x", "error", Place("a", 1), Text("坏了", "broken"))


def test_a_refusal_goes_to_standard_error_for_people(capsys):
    Output("zh").refuse([FINDING])
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("错误  坏了")


def test_a_refusal_is_the_answer_for_programs(capsys):
    Output("zh", as_data=True).refuse([FINDING])
    out, err = capsys.readouterr()
    assert err == ""
    assert json.loads(out) == refusal([FINDING])

"""The few exceptions of the public face."""

import pickle

import pytest

from perfeval_rules.errors import PerfevalError, PluginError, RulesetError, SubmissionError
from perfeval_rules.findings import Finding, Place
from perfeval_rules.text import Text

FINDINGS = [
    Finding("ruleset.a", "error", Place("r.toml", 3, 1), Text("甲", "first {n}"), values={"n": 1}),
    Finding("ruleset.b", "error", Place("r.toml", 9, 1), Text("乙", "second")),
]


@pytest.mark.parametrize("kind", [RulesetError, SubmissionError, PluginError])
def test_an_exception_carries_everything_that_was_found(kind):
    with pytest.raises(PerfevalError) as caught:
        raise kind(FINDINGS)
    assert caught.value.findings == tuple(FINDINGS)
    assert str(caught.value) == "r.toml:3:1: ruleset.a: first 1\nr.toml:9:1: ruleset.b: second"


def test_an_exception_takes_findings_as_they_come():
    assert len(RulesetError(one for one in FINDINGS).findings) == 2


@pytest.mark.parametrize("kind", [RulesetError, SubmissionError, PluginError])
def test_an_exception_goes_whole_to_another_process(kind):
    error = kind(FINDINGS)
    copy = pickle.loads(pickle.dumps(error))
    assert (type(copy), copy.findings, str(copy)) == (kind, error.findings, str(error))

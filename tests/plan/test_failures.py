"""Where code of a plugin fails: the line is failed, the total withheld, each fault told once where it touches."""

from datetime import date
from fractions import Fraction
from typing import ClassVar

import pytest
from pydantic import model_validator

from perfeval_rules.indicator import Reported
from perfeval_rules.text import Text
from tests.added import added, attaining, python, registry_with
from tests.plan.small import codes, evaluate, faults, program, row, submission

FORMULA = '[every]\ntype = "number"\nscore = "added(actual)"\n[rule.all]\n'
TYPE = '[every]\ntype = "sample"\nscore = "weight * attainment"\n[rule.all]\n'
PLAIN = '[every]\ntype = "number"\nscore = "actual"\n[rule.all]\n'


def broken(x):
    """Fails for one number."""
    if x == 3:
        raise ValueError("three")
    return x


def made(text, run=broken, **parts):
    return program(text, registry=registry_with(functions=[python(run)], **parts))


def both(program, rows, **form):
    """An evaluation, the same in both readings and every time."""
    exact = program.evaluate(submission(rows, **form), "exact")
    for _ in range(2):
        assert program.evaluate(submission(rows, **form)) == exact
    values = program.values(submission(rows, **form))
    assert program.score(values).total == exact.total
    return exact


def told(evaluation):
    return [(one.code, one.path, one.severity) for one in evaluation.findings]


def test_a_line_whose_score_a_plugin_fails_is_failed_and_the_total_withheld():
    evaluation = both(made(FORMULA), [row(2), row(3), row(4)])
    assert [line.outcome for line in evaluation.lines] == ["scored", "failed", "scored"]
    assert [line.score for line in evaluation.lines] == [2, None, 4]
    assert (evaluation.total, evaluation.withheld) == (None, (2,))
    assert told(evaluation) == [("form.plugin-failed", "rows[1].actual", "error")]
    (finding,) = evaluation.findings
    for language in ("zh", "en"):
        assert "sample (perfeval-sample 1.2)" in finding.say(language)
        assert "added" in finding.say(language)
        assert "ValueError: three" in finding.say(language)
        assert finding.advise(language)


def test_every_line_that_a_fault_touches_is_told_of():
    evaluation = both(made(FORMULA), [row(3), row(3)])
    assert told(evaluation) == [
        ("form.plugin-failed", "rows[0].actual", "error"), ("form.plugin-failed", "rows[1].actual", "error"),
    ]  # fmt: skip


def test_a_line_says_a_fault_once_however_many_of_its_formulas_meet_it():
    text = FORMULA + '[check.c]\nwhen = "added(actual) > 1"\n[reason.r]\nwhen = "added(actual) > 9"\n'
    evaluation = both(made(text), [row(3)])
    assert [code for code, *_ in told(evaluation)] == ["form.plugin-failed"]
    assert {one.code for one in evaluation.undecided} == {"plugin.failed"}


def test_a_check_that_a_plugin_fails_is_told_and_costs_no_score():
    evaluation = both(made(PLAIN + '[check.c]\nwhen = "added(actual) > 1"\n'), [row(3), row(4)])
    assert [line.score for line in evaluation.lines] == [3, 4]
    assert evaluation.total == 7
    assert [code for code, *_ in told(evaluation)] == ["form.plugin-failed-asking", "check.c"]


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        (
            '[group.a]\ntitle.zh = "甲"\nscore = "added(sum(score))"\n',
            "计算 “甲”的得分 时",
            "while the score of “甲” was",
        ),
        (
            '[group.a]\ntitle.zh = "甲"\nweight = "added(year - 2017)"\n',
            "计算 “甲”的分值 时",
            "while the weight of “甲” was",
        ),
        ('[group.a]\ntitle.zh = "甲"\napplies = "added(year - 2017) > 1"\n', "“甲”的适用条件", "the condition of “甲”"),
        ('[scoring]\ntotal = "added(sum(score))"\n', "计算 总分 时", "while total was"),
        ('[[grade]]\nid = "x"\ntitle.zh = "优"\nwhen = "added(total) > 1"\n', "计算 等级 时", "while grade was"),
    ],
    ids=["score", "weight", "applies", "total", "grade"],
)
def test_a_value_of_the_form_that_a_plugin_fails_is_called_in_words(text, zh, en):
    evaluation = both(made(PLAIN + text), [row(3, *(["甲"] if "group" in text else []))], year=2020)
    (finding,) = [one for one in evaluation.findings if one.code == "form.plugin-failed-outside"]
    assert zh in finding.say("zh")
    assert en in finding.say("en")
    assert "_" not in finding.say("en").partition("sample")[0]


def test_a_fact_of_the_form_that_a_plugin_fails_is_told_at_the_form():
    evaluation = both(made(PLAIN + '[fact.f]\nvalue = "added(sum(actual))"\n'), [row(1), row(2)])
    assert evaluation.facts == {"f": None}
    assert evaluation.total == 3
    assert told(evaluation) == [("form.plugin-failed-outside", "", "error")]
    assert "“f”" in evaluation.findings[0].say("en") or " f " in evaluation.findings[0].say("en")


def test_a_total_that_a_plugin_fails_is_not_there():
    evaluation = both(
        made(PLAIN.replace("[every]", '[scoring]\ntotal = "added(sum(score))"\n[every]')), [row(1), row(2)]
    )
    assert (evaluation.total, evaluation.grade) == (None, None)
    assert [code for code, *_ in told(evaluation)] == ["form.plugin-failed-outside"]


def test_a_group_that_a_plugin_fails_holds_the_total_back():
    text = PLAIN + '[group.output]\nscore = "added(sum(score))"\n'
    evaluation = both(made(text), [row(1, "output"), row(2, "output")])
    assert evaluation.total is None
    assert [code for code, *_ in told(evaluation)] == ["form.plugin-failed-outside"]


@pytest.mark.parametrize(
    "text",
    [
        PLAIN + '[fact.f]\nof = "line"\nvalue = "added(actual)"\ndefault = 0\n[check.c]\nwhen = "f > 9"\n',
        PLAIN + '[fact.f]\nvalue = "sum(added(actual))"\ndefault = 0\n[adjust.a]\ntotal = "total + f"\n',
        PLAIN + '[adjust.a]\nwhen = "added(actual) > 9"\nscore = "0"\n',
        '[every]\ntype = "number"\nscore = "if_blank(actual, 0) + added(actual)"\n[rule.all]\n',
        PLAIN + 'applies = "added(actual) < 9"\n',
    ],
)
def test_no_default_and_no_aggregate_covers_a_failure(text):
    evaluation = both(made(text), [row(3), row(1)])
    assert any(code.startswith("form.plugin-failed") for code, *_ in told(evaluation))
    assert evaluation.total is None or "check.c" in text


def test_a_rule_whose_condition_a_plugin_fails_hands_its_row_to_no_other_rule():
    text = (
        '[every]\ntype = "number"\nscore = "actual"\n[rule.few]\nwhen = "added(actual) < 3"\n[rule.many]\nscore = "0"\n'
    )
    evaluation = both(made(text), [row(2), row(3), row(4)])
    assert [(line.rule, line.outcome, line.score) for line in evaluation.lines] == [
        ("rule.few", "scored", 2), ("rule.few", "failed", None), ("rule.many", "scored", 0),
    ]  # fmt: skip
    assert (evaluation.total, evaluation.withheld) == (None, (2,))


def test_a_row_that_does_not_apply_asks_no_plugin():
    text = FORMULA + '[words]\nnot-applicable = ["不适用"]\n'
    assert [line.outcome for line in both(made(text), [row("不适用")]).lines] == ["not_applicable"]


def test_a_type_says_its_attainment_in_python_from_its_options_and_the_row():
    sample = attaining(lambda self, given: given["actual"] / self.scale, scale=(int, 10))
    evaluation = both(made(TYPE + "scale = 20\n", types=[sample]), [row(4, weight=10), row("", weight=10)])
    assert [(line.outcome, line.score, line.attainment) for line in evaluation.lines] == [
        ("scored", 2, Fraction(1, 5)), ("failed", None, None),
    ]  # fmt: skip


def test_a_blank_comes_to_python_as_none_and_none_back_means_not_reported():
    sample = attaining(lambda self, given: given["actual"])
    evaluation = both(made(TYPE, types=[sample]), [row(1, weight=10), row("", weight=10)])
    assert [line.outcome for line in evaluation.lines] == ["scored", "not_reported"]


class Owed(Reported):
    """Values of every kind that a row owes, and one that it does not."""

    size: Fraction
    label: str
    day: date
    sound: bool
    note: str = ""
    titles: ClassVar = {"size": Text("占地", "area")}


OWED = {"占地": 4, "label": "甲", "day": "2024-05-01", "sound": "是"}
YES_NO = '[words]\nyes = ["是"]\nno = ["否"]\n[reason.lost]\nwhen = "attainment < 1"\n'


@pytest.mark.parametrize("blank", OWED)
def test_python_is_not_asked_while_a_value_that_the_row_owes_is_blank(blank):
    asked = []
    sample = attaining(lambda self, given: asked.append(given) or Fraction(1, 2))
    sample.reported = Owed
    program = made(TYPE + YES_NO, types=[sample])
    evaluation = both(program, [row("", weight=10, values={**OWED, blank: ""})])
    (line,) = evaluation.lines
    assert (line.outcome, line.attainment, line.score, evaluation.reasons, asked) == (
        "not_reported",
        None,
        None,
        (),
        [],
    )
    assert [one.code for one in evaluation.findings] == ["form.not-reported"]
    assert "占地" in evaluation.findings[0].say("zh") or blank != "占地"
    assert [one.line for one in evaluation.undecided] == [1]
    (line,) = both(program, [row("", weight=10, values=OWED)]).lines
    assert (line.outcome, line.score) == ("scored", 5)
    assert asked


def test_a_row_for_which_python_gives_nothing_though_nothing_is_blank_is_stopped():
    sample = attaining(lambda self, given: None)
    evaluation = both(made(TYPE, types=[sample]), [row(1, weight=10, target=">=2")])
    assert evaluation.lines[0].outcome == "stopped"
    assert "the plugin gives no value" in evaluation.findings[0].say("en")


@pytest.mark.parametrize("given", [-1, 0.5, True, "1"])
def test_an_attainment_is_an_exact_number_that_is_not_negative(given):
    sample = attaining(lambda self, row: given)
    assert both(made(TYPE, types=[sample]), [row(1, weight=10)]).lines[0].outcome == "failed"


def test_what_a_row_says_cannot_be_changed_by_the_type():
    def change(self, given):
        given["actual"] = Fraction(9)
        return 1

    evaluation = both(made(TYPE, types=[attaining(change)]), [row(1, weight=10)])
    assert evaluation.lines[0].outcome == "failed"


def test_a_type_says_its_attainment_in_one_way():
    sample = attaining(lambda self, given: 1)
    sample.attainment = "actual"
    assert [one.code for one in added(types=[sample])[1]] == ["plugin.two-rungs", "plugin.type-refused"]


def test_options_that_do_not_go_together_are_told():
    class Tests:
        @model_validator(mode="after")
        def ordered(self):
            if self.scale > 10:
                raise ValueError("too many")
            return self

    sample = attaining(lambda self, given: 1, scale=(int, 10))
    strict = type(sample)("Strict", (Tests, sample), {"__module__": "sample", "__doc__": "x"})
    registry = registry_with(types=[strict])
    assert codes(TYPE + "scale = 5\n", registry=registry) == [("ruleset.python-only", "rule.all")]
    (told,) = (one for one in faults(TYPE + "scale = 11\n", registry=registry) if one.severity == "error")
    assert (told.code, told.path) == ("ruleset.wrong-options", "rule.all")
    assert "too many" in told.say("en")


def test_the_plugins_whose_functions_were_called_are_in_the_provenance():
    used = both(made(FORMULA), [row(1)]).provenance.plugins
    assert [(one.name, one.distribution, one.version) for one in used] == [
        ("sample", "perfeval-sample", "1.2"), ("standard", "perfeval-rules", "1"),
    ]  # fmt: skip
    assert evaluate(made(PLAIN), [row(1)]).provenance.plugins == used[1:]


def test_what_a_line_told_the_form_does_not_tell_again():
    evaluation = both(
        made(FORMULA + '[fact.f]\nvalue = "sum(score)"\n[fact.g]\nvalue = "sum(added(actual))"\n'), [row(3)]
    )
    assert [code for code, *_ in told(evaluation)] == ["form.plugin-failed"]

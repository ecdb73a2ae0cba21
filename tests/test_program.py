"""A compiled ruleset as what is shared: the same form always gives the same evaluation, whatever stands in it."""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import FrozenInstanceError
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfeval_rules.engine import Engine
from perfeval_rules.evaluation import OUTCOMES
from perfeval_rules.files.forms import read_submission
from perfeval_rules.plain import plain
from perfeval_rules.program import Program
from perfeval_rules.version import VERSION
from tests.plan.small import AS_DONE, compiled, evaluate, program, row, ruleset, scores, standard, submission

EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("*-form.*"))


@cache
def review():
    return Engine().program("cn-review")


def example(path):
    form, _ = read_submission(path.read_bytes(), path.name)
    assert form is not None
    return form


def test_a_sound_ruleset_is_a_program_without_findings():
    made, findings = compiled(AS_DONE)
    assert made is not None
    assert (made.warnings, findings) == ((), ())


def test_a_ruleset_with_an_error_is_no_program_and_tells_why():
    made, findings = Program.of(ruleset('[rule.all]\ntype = "nothing"\n'), standard())
    assert made is None
    assert [finding.code for finding in findings] == ["ruleset.unknown-type"]


def test_a_program_cannot_be_changed():
    made = program(AS_DONE)
    with pytest.raises(FrozenInstanceError):
        made.warnings = ()


def test_warnings_make_another_program_of_the_same_plan():
    made = program(AS_DONE)
    (told,) = evaluate(made, [row("")]).findings
    other = made.with_warnings((told,))
    assert (other.warnings, made.warnings, other.plan) == ((told,), (), made.plan)


def test_an_evaluation_names_the_engine_the_ruleset_and_the_plugins_that_took_part():
    made = program(AS_DONE)
    provenance = evaluate(made, [row(1)]).provenance
    assert (provenance.engine, provenance.ruleset, provenance.edition) == (VERSION, "small-0", "1")
    assert [plugin.name for plugin in provenance.plugins] == ["standard"]
    assert evaluate(made).provenance.plugins == ()
    assert provenance.files == ("small-0.toml",)


def test_the_digest_of_the_submission_is_that_of_what_was_written():
    made = program(AS_DONE)
    first, second, other = (evaluate(made, [row(n)]).provenance for n in (1, 1, 2))
    assert first.submission == second.submission != other.submission
    assert first.digest == other.digest


def test_a_line_is_explained_by_its_number():
    made, form = program(AS_DONE), submission([row(1), row(2)])
    assert made.explain(form, 2).line.name == "r2"
    with pytest.raises(KeyError):
        made.explain(form, 3)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_eight_threads_say_what_one_says(path):
    made, form = review(), example(path)
    alone = made.evaluate(form)
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(made.evaluate, [form] * 8))
    assert all(one == alone for one in together)


def test_threads_that_score_different_forms_do_not_meet():
    made = review()
    forms = [submission([row(n, "产出指标", "数量指标", target=100)], complete=False) for n in range(16)]
    alone = [made.evaluate(form) for form in forms]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(made.evaluate, forms)) == alone


# — whatever stands on a form —

NASTY = (
    "", " ", "0", "-1", "≥", "≥≥3", "≥0", "≤0%", "=0", "1e999", "9" * 400, "1/0", "NaN", "inf", "—", "无", "不适用", "是", "否",
    "90%", "0.9", "九十", "12月底", "2020-02-30", "9999年12月31日", "已完成", "未达成", "完成100%", "3万元", "5平方米", "约3",
    "1,2,3", "\u202e", "\0", "\u0660", "😀", "{name}", "'); --", "A" * 5000, "产出指标", "数量指标（50分）", "（-5分）", "★", "执行率",
    "0." + "3" * 40, "1" * 30, "\u3000",
)  # fmt: skip
TEXT = st.sampled_from(NASTY) | st.text(max_size=12)
ROW = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(
            ("goal", "name", "type", "target", "actual", "weight", "stated", "reviewed", "reason"), TEXT
        ),
        "categories": st.lists(TEXT, max_size=4),
        "values": st.dictionaries(st.sampled_from(["验收时间", "executed", "survey", "x"]), TEXT, max_size=2),
        "sum": st.booleans(),
    },
)  # fmt: skip
FUNDS = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(("initial_budget", "annual_budget", "executed", "unit", "weight", "rate", "score"), TEXT),
        "parts": st.lists(st.fixed_dictionaries({"label": TEXT, "annual_budget": TEXT, "executed": TEXT}), max_size=2),
    },
)
FORM = st.fixed_dictionaries(
    {"rows": st.lists(ROW, max_size=4)},
    optional={
        "year": st.integers(1000, 9999), "funds": FUNDS, "complete": st.booleans(), "project": TEXT,
        "stated_total": TEXT, "reviewed_total": TEXT, "total_weight": TEXT,
        "values": st.dictionaries(st.sampled_from(["项目结束时间", "budget", "x"]), TEXT, max_size=2),
        "headings": st.dictionaries(TEXT, TEXT, max_size=2),
    },
)  # fmt: skip
EVERY_TYPE = """
    [scoring]
    places = { line = 2, total = 2 }
    unscored = { manual = "stated", not_reported = "zero", stopped = "rescale" }
    [every]
    score = "weight * attainment"
    [group.output]
    names = ["产出指标"]
    [group.quantity]
    in = "output"
    names = ["数量指标"]
    extra = true
    [line.execution]
    names = ["执行率"]
    type = "execution"
    weight = 10
    [rule.date]
    when = "target_kind == 'date'"
    type = "deadline"
    late = "daily"
    late_loss = 0.1
    [rule.asked]
    when = "target_text in ('是', '否')"
    type = "yes_no"
    [rule.words]
    when = "target_kind == 'words'"
    type = "grade"
    [rule.rate]
    when = "unit == '%'"
    type = "rate"
    reverse = "reciprocal"
    [rule.cost]
    when = "dimension == 'money'"
    type = "cost"
    equality = "tolerance"
    [rule.plain]
    when = "target == 0"
    type = "number"
    score = "weight * actual / target"
    manual = "actual > 5"
    [rule.all]
    type = "threshold"
    score = "weight * interpolate(attainment, [[0, 0], [target, 1]])"
    [adjust.cap]
    score = "min(score, weight)"
    [fact.mean]
    value = "sum(score) / count(given(score))"
    [reason.lost]
    when = "lost > mean / 10"
    [words]
    not-applicable = ["不适用"]
    [[grade]]
    id = "good"
    at_least = 10
    [[grade]]
    id = "odd"
    when = "any(score < 0)"
"""


def read(form):
    made, _ = read_submission(json.dumps(form).encode(), "form.json")
    assert made is not None
    return made


@settings(deadline=None, max_examples=40)
@given(form=FORM)
@pytest.mark.parametrize("made", [review(), program(EVERY_TYPE)], ids=["cn-review", "every type"])
def test_no_form_that_can_be_read_breaks_a_program(made, form):
    written = read(form)
    scored = made.evaluate(written)
    assert {line.outcome for line in scored.lines} <= set(OUTCOMES)
    assert (scored.total is None) or not scored.withheld
    json.dumps(plain(scored))
    for finding in scored.findings:
        assert finding.say("zh")
        assert finding.say("en")
    for line in scored.lines[:2]:
        assert made.explain(written, line.number).lines("zh")


def test_a_form_of_many_rows_and_long_texts_is_scored():
    rows = [row(n, reason="因" * 400, name="长" * 400) for n in range(300)]
    assert len(scores(evaluate(program(AS_DONE), rows))) == 300


def test_a_program_is_printed_by_its_name_and_edition():
    assert repr(Engine().program("cn-sh-2020")) == "Program(cn-sh-2020 2020.1)"

"""The 28 published forms under the national base and its review checks: none breaks it, and what comes out is pinned."""

from collections import Counter
from functools import cache

import pytest

from perfeval_rules.engine import Engine
from perfeval_rules.evaluation import number
from perfeval_rules.plan.binding import bind
from perfeval_rules.plan.run import exact, run
from perfeval_rules.readings.derivation import Derivation
from perfeval_rules.readings.part import Part
from perfeval_rules.readings.recomputation import recompute
from tests.files.published import published

TOTALS = {
    "ah-huizhou-film-2025": "90.00", "ah-jinzhai-village-2023-dept": "70.00", "ah-suixi-2019-temporary-relief": "88.84",
    "ah-tianjiaan-2024-employment": "8.58", "ah-yuan-relics-2022": "73.33", "bj-haidian-xueyuanlu-2016-cleaning": None,
    "cq-liangping-forestry-2022-dept": "20.43", "gd-shenzhen-luohu-2022-gas-pipes": "35.00",
    "gx-culture-2021-heritage": "10.00", "hb-huanggang-2020-soil-monitoring": None,
    "hb-wuhan-2020-service-trade": None, "hb-xiangyang-hospital-2021-dongjin": None,
    "hebei-chengan-2020-centenarian": "100.00", "hn-hengshan-2020-grain-reserve": None,
    "hn-hengshan-guantang-2023-dept": "10.00", "js-suzhou-finance-2021-disaster-backup": None,
    "nm-linhe-2022-employment": "9.76", "nx-welfare-lottery-2023-app": None, "sc-chaotian-2023-fitness-centre": None,
    "sc-daying-2023-anke": "10.00", "sc-daying-edz-2020-river-cleaning": None, "sc-zhongjiang-2022-water-gauge": "110.00",
    "shanghai-2020-retired-cadre-activity": "96.99", "sx-jishan-2020-medical-insurance-poor": "99.77",
    "sx-jishan-zhaidian-2021-public-health": "49.30", "yn-changning-coop-2022-pig-farm": None,
    "yn-changning-gengjia-2021-vaccination": None, "yn-longyang-2022-fertiliser": None,
}  # fmt: skip
OUTCOMES = {"scored": 126, "unweighted": 78, "accepted": 19, "not_reported": 6, "stopped": 2}
FORMS = published()


@cache
def program():
    return Engine().program("cn-review")


@cache
def evaluation(form):
    return program().evaluate(FORMS[form])


@cache
def derived(form):
    """A form worked out exactly and as derivations."""
    made = program()
    bound = bind(made.ruleset, made.plan, made.chart, FORMS[form])
    known = exact(made.plan, bound.form)
    return known, run(made.plan, bound.form, Derivation(made.plan.rounding), [line.judge for line in known.lines])


def test_the_totals_are_what_they_were():
    assert {form: number(evaluation(form).total, 2) for form in FORMS} == TOTALS


def test_the_outcomes_are_what_they_were():
    assert Counter(line.outcome for form in FORMS for line in evaluation(form).lines) == OUTCOMES


def test_a_form_scores_the_same_again():
    assert all(program().evaluate(submission) == evaluation(form) for form, submission in FORMS.items())


@pytest.mark.parametrize("form", FORMS)
def test_a_total_is_the_sum_of_its_lines(form):
    scored = evaluation(form)
    if scored.total is not None:
        assert scored.total == sum(line.score for line in scored.lines if line.score is not None)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ["attainment", "score"])
def test_every_derivation_gives_its_number_again(form, name):
    known, told = derived(form)
    for exactly, derivation in zip(known.lines, told.lines, strict=True):
        value, part = exactly.look(name), derivation.look(name)
        if isinstance(part, Part):
            assert part.value == value == recompute(part)
        else:
            assert (part.code, part.part) == (value.code, value.part)


@pytest.mark.parametrize("form", FORMS)
def test_a_line_of_every_outcome_can_be_explained_in_both_languages(form):
    for line in {line.outcome: line for line in evaluation(form).lines}.values():
        explained = program().explain(FORMS[form], line.number)
        for language in ("zh", "en"):
            assert explained.lines(language)[0].startswith(f"{line.number}  ")


def test_a_form_that_gives_only_its_rate_of_execution_is_scored_by_it():
    execution = evaluation("cq-liangping-forestry-2022-dept").lines[0]
    assert number(execution.score) == number(execution.stated) == "7.93"


@pytest.mark.parametrize("form", FORMS)
def test_a_finding_stands_in_the_form_and_fills_its_words(form):
    for one in evaluation(form).findings:
        assert one.at.source == "forms.jsonl", one.code
        assert one.message.placeholders() <= one.values.keys(), one.code

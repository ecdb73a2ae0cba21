"""The type for a satisfaction that is counted: so many asked, so many answered, so many satisfied."""

from fractions import Fraction
from typing import ClassVar, Literal

from perfeval_rules import Check, Example, IndicatorType, Reported, Text

RATE = "100 * satisfied / answered"
SQUARE = "ifs(confidence == '90', 2.705544681316, confidence == '99', 6.634895037241, 3.841458881296)"
"""The square of the normal quantile, which is 1.644854, 2.575829 and 1.959964."""
OFF = "(satisfied / answered - actual / 100)"
UNSUPPORTED = f"{OFF} * {OFF} > {SQUARE} * actual / 100 * (1 - actual / 100) / answered"
"""The claim lies outside the Wilson score interval of the sample: said without a root, so exactly."""


class Counts(Reported):
    """The answers counted, the target in per cent, and the rate that is claimed for them."""

    satisfied: Fraction
    answered: Fraction
    asked: Fraction | None = None
    target: Fraction | None = None
    actual: Fraction | None = None
    operator: str = ""

    titles: ClassVar = {
        "satisfied": Text("满意份数", "satisfied"),
        "answered": Text("有效问卷", "valid answers"),
        "asked": Text("发放问卷", "questionnaires sent"),
    }


def sample(
    satisfied: str, answered: str, attainment: str | None, met: bool | None, *finds: str, target: str = ">=90",
    asked: str = "", claimed: str = "", **options: str,
) -> Example:  # fmt: skip
    """A row as people write it: its sign before the target, the claim in the actual cell."""
    number = target.lstrip("<=>")
    cells = {"target_text": target, "operator": target.removesuffix(number), "target": number}
    counts = {"satisfied": satisfied, "answered": answered, "asked": asked, "actual": claimed, "actual_text": claimed}
    return Example(
        options, cells | {name: value for name, value in counts.items() if value}, attainment, met, finds=finds
    )


class Survey(IndicatorType):
    """The share of satisfied among valid answers, held against a target; a claimed rate is checked and never scored.

    `minimum_answers` is how many valid answers there should be, `minimum_response` how many of those asked should have
    answered, in per cent; `confidence` is that of the interval in which a claimed rate must lie, in per cent.
    """

    confidence: Literal["95", "90", "99"] = "95"
    minimum_answers: Fraction = Fraction(0)
    minimum_response: Fraction = Fraction(0)

    name = "survey"
    title = Text("问卷满意度", "satisfaction by survey")
    reported = Counts
    ratio = f"{RATE} / target"
    met = f"{RATE} > target if operator == '>' else {RATE} >= target"
    attainment = "ifs(target > 0, ratio, stop('no-target'))"
    checks = (
        Check("none-answered", "answered <= 0", stops=True),
        Check("more-satisfied", "satisfied > answered or satisfied < 0", stops=True),
        Check("ceiling", "operator in ('<', '<=')", stops=True),
        Check("more-answered", "answered > asked"),
        Check("fraction", "satisfied != floor(satisfied) or answered != floor(answered) or asked != floor(asked)"),
        Check("few-answers", "answered < minimum_answers"),
        Check("low-response", "100 * answered / asked < minimum_response"),
        Check("unsupported-claim", UNSUPPORTED),
    )
    messages: ClassVar = {
        "no-target": Text(
            "满意度的目标值不大于零，算不出完成率，请核对目标值。",
            "The target of a satisfaction is not above zero, so there is no ratio to it: check the target.",
        ),
        "none-answered": Text(
            "“{name}”没有有效问卷，算不出满意度。",
            "Nobody answered the survey of “{name}”, so there is no rate.",
        ),
        "more-satisfied": Text(
            "“{name}”的满意份数 {satisfied} 不在 0 与有效问卷 {answered} 份之间，请核对份数。",
            "The {satisfied} satisfied of “{name}” are not between 0 and its {answered} answers: check the counts.",
        ),
        "ceiling": Text(
            "“{name}”是满意度，目标值 {target_text} 却写成上限，满意度一般写下限（≥），请核对符号。",
            "“{name}” is a satisfaction, but its target {target_text} is a ceiling; it has a floor (≥): check the sign.",
        ),
        "more-answered": Text(
            "“{name}”的有效问卷 {answered} 份多于发放问卷 {asked} 份，请核对份数。",
            "More answers ({answered}) than were asked for ({asked}) are reported for “{name}”: check the counts.",
        ),
        "fraction": Text(
            "“{name}”的问卷份数 {satisfied:4}、{answered:4}、{asked:4} 应为整数，请核对是否误填了比率。",
            "The counts {satisfied:4}, {answered:4} and {asked:4} of “{name}” should be whole: check that they are no rates.",
        ),
        "few-answers": Text(
            "“{name}”的有效问卷只有 {answered} 份，少于要求的 {minimum_answers} 份。",
            "Only {answered} answers are reported for “{name}”, fewer than the {minimum_answers} that are asked for.",
        ),
        "low-response": Text(
            "“{name}”发放问卷 {asked} 份，有效问卷 {answered} 份，回收率低于要求的 {minimum_response}%。",
            "Of {asked} asked for “{name}” {answered} answered, a lower rate than the {minimum_response} % asked for.",
        ),
        "unsupported-claim": Text(
            "“{name}”填报满意度 {actual}%，而有效问卷 {answered} 份中满意 {satisfied} 份，按 {confidence}% 的置信水平，样本不支持这个比率，请核对。",
            "“{name}” claims {actual} %, but {satisfied} of {answered} answers are satisfied; at a confidence of {confidence} % "
            "the sample does not support that rate: check it.",
        ),
    }
    examples = (
        sample("180", "200", "1", True, asked="250", claimed="90"),
        sample("190", "200", "19/18", True),
        sample("171", "200", "0.95", False),
        sample("180", "200", "1", False, target=">90"),
        sample("0", "200", "0", False),
        sample("0", "0", None, None, "none-answered"),
        sample("201", "200", "67/60", True, "more-satisfied"),
        sample("180", "200", "9", True, "ceiling", target="<=10"),
        sample("180", "200", None, True, target=">=0"),
        sample("180", "200", "1", True, "more-answered", asked="199"),
        sample("0.9", "1", "1", True, "fraction"),
        sample("27", "29", "30/29", True, "few-answers", minimum_answers="30"),
        sample("45", "50", "1", True, "low-response", asked="101", minimum_response="50"),
        sample("170", "200", "17/18", False, "unsupported-claim", claimed="90"),
        sample("170", "200", "17/18", False, claimed="90", confidence="99"),
    )

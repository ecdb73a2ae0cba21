"""Why there is no value is told in words, with the author's own part where there is one."""

from collections import defaultdict
from dataclasses import replace
from fractions import Fraction

import pytest

from perfeval_rules.formula.algebra import NoValue
from perfeval_rules.formula.evaluator import evaluate
from perfeval_rules.formula.language import compose, parse
from perfeval_rules.plan.called import INTERNAL
from perfeval_rules.plan.judges import UNRULED
from perfeval_rules.plan.lacks import LACKS, authored, why
from perfeval_rules.readings.exact import Exact
from perfeval_rules.text import Text


def unchanged(message):
    return message


def lack(formula):
    with pytest.raises(NoValue) as caught:
        evaluate(formula, Exact(), defaultdict(lambda: None, a=Fraction(0)))
    return caught.value


def test_the_cause_and_the_part_are_told():
    assert why(lack(parse("1 / a + 2")), UNRULED, unchanged) == Text("除数为 0（1 / a）", "division by zero (1 / a)")


@pytest.mark.parametrize(
    ("code", "zh", "en"),
    [
        ("plugin.failed", "插件出错", "a plugin failed"),
        ("nothing-given", "插件没有给出数值", "the plugin gives no value for it"),
        ("absent", "没有可用的填报值", "no value is reported that can be used"),
        ("division-by-zero", "除数为 0", "division by zero"),
        ("below-the-bands", "没有达到任何一档", "no band is reached"),
        ("not-in-the-table", "查表没有对应的一行", "the table has no such row"),
        ("unsorted-bands", "分档的界限没有按顺序排列", "the edges of the bands are not in order"),
        ("over-nothing", "没有可汇总的项", "there is nothing to gather"),
        ("folder", "只有对整个文件夹评价时才有", "known only over the forms of a folder"),
        ("unscored", "本行没有得分", "the line has no score"),
        ("withheld", "有的行还没有得分，暂不出分", "the score is withheld while lines have none"),
        ("not_applicable", "没有适用的指标", "nothing applies"),
        ("unweighted", "没有分值", "there are no points"),
        ("extra", "加减分项不占分值", "points outside full marks carry no weight"),
    ],
)
def test_a_cause_that_formulas_know_is_told_in_both_languages(code, zh, en):
    assert why(NoValue(code), UNRULED, unchanged) == Text(zh, en)


def test_the_engines_own_words_are_not_shown():
    assert why(lack(compose("stop('over-nothing')")), UNRULED, unchanged) == LACKS["over-nothing"]


def test_a_type_says_its_own_cause_itself():
    own = Text("目标值不是正数。", "The target is not positive.")
    assert why(lack(compose("stop('no-ratio')")), replace(UNRULED, messages={"no-ratio": own}), unchanged) == own


def test_a_cause_that_nobody_words_is_told_by_its_code():
    assert why(NoValue("new"), UNRULED, unchanged) == Text("new", "new")


def test_a_value_is_told_by_its_title_else_by_its_name():
    titled = replace(UNRULED, titles={"b": Text("停机小时", "hours down")})
    assert why(lack(parse("a + b")), titled, unchanged).zh == "没有可用的填报值（停机小时）"
    assert why(lack(parse("a + b")), UNRULED, unchanged).en == "no value is reported that can be used (b)"


@pytest.mark.parametrize("name", INTERNAL)
def test_a_name_of_the_engines_own_is_told_in_words(name):
    told = why(lack(compose(name)), UNRULED, unchanged)
    assert (told.zh, told.en) == (
        f"没有可用的填报值（{INTERNAL[name].zh}）", f"no value is reported that can be used ({INTERNAL[name].en})",
    )  # fmt: skip
    assert authored(lack(compose(name))) == ""


def test_a_name_of_the_engines_own_that_nobody_words_is_not_told():
    assert why(lack(compose("_other")), UNRULED, unchanged) == LACKS["absent"]


def test_a_part_that_only_says_stop_is_not_told_whoever_wrote_it():
    fault = lack(parse("a if a > 0 else stop('no-target')", stops=True))
    assert (authored(fault), why(fault, UNRULED, unchanged)) == ("", Text("no-target", "no-target"))

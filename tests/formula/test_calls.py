"""The check of calls."""

import pytest

from perfeval_rules.formula.functions import FUNCTIONS
from perfeval_rules.formula.kinds import check
from perfeval_rules.formula.language import compose, parse
from tests.formula.test_kinds import FORM, LINE, codes, faults


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("max(actual)", ("over-rows", "max(actual)", "要取各行中的，请写 largest(…)。")),
        ("min(actual)", ("over-rows", "min(actual)", "要取各行中的，请写 smallest(…)。")),
        ("min()", ("arguments", "min()", "写法：min(x, y)")),
        ("round(actual)", ("arguments", "round(actual)", "写法：round(x, 2)")),
        ("clamp(1, 2, 3, 4)", ("arguments", "clamp(1, 2, 3, 4)", "写法：clamp(x, low, high)")),
        ("ifs(met, 1)", ("arguments", "ifs(met, 1)", "写法：ifs(c1, v1, c2, v2, otherwise)")),
        ("ifs(met, 1, met, 2)", ("ifs-otherwise", "ifs(met, 1, met, 2)", "写法：ifs(c1, v1, c2, v2, otherwise)")),
        ("ifs(met, 1, 'a')", ("branches-differ", "'a'", "各分支要得出同一种值。")),
        ("ifs(met, 1, 2, 3, 4)", ("wrong-kind", "2", "请改用合适的名称；文字只能用 ==、!=、in 比较。")),
        ("ifs(1, 1, 2)", ("wrong-kind", "1", "请改用合适的名称；文字只能用 ==、!=、in 比较。")),
        ("round(actual, target)", ("places", "target", "例如 round(x, 2)。")),
        ("round(actual, 7)", ("places", "7", "例如 round(x, 2)。")),
        ("round(actual, 0.5)", ("places", "0.5", "例如 round(x, 2)。")),
        ("round(actual, -1)", ("places", "-1", "例如 round(x, 2)。")),
        ("round(actual, '2')", ("places", "'2'", "例如 round(x, 2)。")),
        ("clamp(actual, 1, 0)", ("crossed-ends", "clamp(actual, 1, 0)", "写法：clamp(x, 下限, 上限)。")),
        ("steps(actual, 0)", ("step-size", "0", "例如每 5 个百分点一档：steps(x, 5)。")),
        ("abs(unit)", ("wrong-kind", "unit", "请改用合适的名称；文字只能用 ==、!=、in 比较。")),
        ("length(actual)", ("wrong-kind", "actual", "请改用合适的名称；文字只能用 ==、!=、in 比较。")),
        ("days(done, 3)", ("wrong-kind", "3", "请改用合适的名称；文字只能用 ==、!=、in 比较。")),
        ("given(actul)", ("unknown-name", "actul", "请核对名称，最接近的是“actual”；文字要加引号。")),
        ("within('outputs')", ("unknown-id", "'outputs'", "请核对 [group.…] 和 [line.…] 的标识，最接近的是“output”。")),
        ("within(unit)", ("not-written-out", "unit", "请写成加引号的文字，例如 'output'。")),
        ("within('budget')", ("unknown-id", "'budget'", "请核对 [group.…] 和 [line.…] 的标识。")),
        ("points('bugdet')", ("unknown-id", "'bugdet'", "请核对 [group.…] 和 [line.…] 的标识，最接近的是“budget”。")),
        ("mentions(name, 'causes')", ("unknown-words", "'causes'", "请核对 [words] 里的名称，最接近的是“cause”。")),
        ("mentions(name, 'zzz')", ("unknown-words", "'zzz'", "请核对 [words] 里的名称。")),
        ("repeats('x')", ("plain-name", "'x'", "请写成 repeats(name) 这样；要算的先写成取数项。")),
        ("repeats(actual)", ("wrong-kind", "actual", "请改用合适的名称；文字只能用 ==、!=、in 比较。")),
        ("repeats(name, 'all')", ("unknown-scope", "'all'", "请写 repeats(name, 'folder')，或删去第二项。")),
        ("if_blank(1 / actual, 0)", ("if-blank-name", "1 / actual", "请写填报值的名称；算出来的取数项，用它自己的 default 写缺省值。")),
        ("if_blank(bonus, 0)", ("if-blank-name", "bonus", "请写填报值的名称；算出来的取数项，用它自己的 default 写缺省值。")),
        ("if_blank(actual, '0')", ("branches-differ", "'0'", "各分支要得出同一种值。")),
        ("if_blank(actul, 0)", ("unknown-name", "actul", "请核对名称，最接近的是“actual”；文字要加引号。")),
        ("sum(weight)", ("aggregate-here", "sum(weight)", "请写一个取数项：[fact.x] value = \"sum(weight)\"，这里只写它的名称。")),
    ],
)  # fmt: skip
def test_a_call_is_checked_argument_by_argument(text, fault):
    assert faults(text) == [fault]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("sum(largest(score))", ["nested-aggregate"]),
        ("sum(met)", ["condition-as-number"]),
        ("count(score)", ["wrong-kind"]),
        ("all(met, 'outputs')", ["unknown-id"]),
        ("all(met, name)", ["not-written-out"]),
        ("all(met, 'output', 'quality')", ["arguments", "of-a-child"]),
        ("within('output')", ["within-here"]),
        ("any(within('output'))", []),
        ("largest(score, 'budget') + smallest(score, 'output')", []),
        ("any(mentions(name, 'cause'))", []),
    ],
)
def test_an_aggregate_asks_children_by_a_known_id(text, told):
    assert codes(text, FORM) == told


def test_a_stop_is_of_any_kind():
    assert check(parse("stop('late') if met else 1", stops=True), LINE, "number") == ("number", ())
    assert check(compose("default(actual, 0) + stop('late')"), LINE, "number") == ("number", ())


def test_arguments_too_many_are_still_looked_at_for_other_faults():
    assert codes("abs(actul, met + 1, [[1, 2]], (1, 2))") == ["arguments", "unknown-name", "condition-as-number"]


@pytest.mark.parametrize(
    ("text", "zh"),
    [("abs()", "1 个"), ("min()", "至少 2 个"), ("lookup(unit)", "2 或 3 个"), ("round(actual)", "2 个")],
)
def test_a_message_says_how_many_arguments_are_expected_in_chinese_too(text, zh):
    assert check(parse(text), LINE, None)[1][0].values["expected"].zh == zh


def test_a_message_says_how_many_arguments_are_expected():
    says = [check(parse(text), LINE, None)[1][0].say("en") for text in ("abs()", "min()", "points()", "lookup(unit)")]
    assert says == [
        "abs takes 1 arguments; here are 0.",
        "min takes at least 2 arguments; here are 0.",
        "points takes 1 arguments; here are 0.",
        "lookup takes 2 or 3 arguments; here are 1.",
    ]


def test_every_function_is_written_as_it_says():
    for name, function in FUNCTIONS.items():
        assert parse(function.usage).text.startswith(f"{name}(")


@pytest.mark.parametrize("text", ["steps(actual, 1)", "steps(actual, 0.5)", "clamp(actual, 1, 1)", "round(actual, 0)"])
def test_a_number_at_the_edge_of_what_is_allowed_is(text):
    assert faults(text) == []

"""A group stands once on a form, or under `each` once for every text that its lines bear."""

from fractions import Fraction

from perfeval_rules.plan.nodes import Node
from tests.plan.small import evaluate, program

PLAIN = '[every]\ntype = "number"\nscore = "weight"\n[rule.all]\n'
GOALS = (
    PLAIN
    + '[group.goal]\neach = "goal"\ntitle.zh = "目标"\n[group.output]\nin = "goal"\ntitle.zh = "产出"\n'
    + '[group.benefit]\nin = "goal"\ntitle.zh = "效益"\n'
)


def line(name, goal, category, **more):
    return {"name": name, "goal": goal, "categories": [category], "actual": "1", **more}


def weights(evaluation):
    return {one.name: one.weight for one in evaluation.lines}


def test_each_text_has_a_node_of_its_own_and_so_have_the_groups_below():
    rows = [line("a", "甲", "产出", weight=3), line("b", "乙", "产出", weight=4), line("c", "甲", "效益", weight=5)]
    evaluation = evaluate(program(GOALS), rows)
    assert [(one.id, one.key, one.score) for one in evaluation.groups] == [
        ("goal@甲", "甲", 8), ("output@甲", "", 3), ("benefit@甲", "", 5), ("goal@乙", "乙", 4), ("output@乙", "", 4),
    ]  # fmt: skip
    assert evaluation.total == 12
    assert [(one.group, one.node) for one in evaluation.lines] == [
        ("output", "output@甲"), ("output", "output@乙"), ("benefit", "benefit@甲"),
    ]  # fmt: skip


def test_a_group_that_is_not_repeated_stands_for_no_text():
    assert (Node("goal").keys, Node("goal").id, Node("goal", ("甲", "乙")).id) == ((), "goal", "goal@甲@乙")


def test_a_fact_over_a_repeated_group_asks_the_lines_of_all_its_nodes():
    text = GOALS + "[fact.outputs]\nvalue = \"sum(weight, 'output')\"\n[fact.brought]\nvalue = \"points('output')\"\n"
    rows = [line("a", "甲", "产出", weight=3), line("b", "乙", "产出", weight=4)]
    facts = evaluate(program(text), rows).facts
    assert (facts["outputs"], facts["brought"]) == (7, 7)


def test_points_of_a_repeated_group_have_no_value_where_one_node_has_none():
    text = GOALS + "[fact.brought]\nvalue = \"points('output')\"\n"
    rows = [line("a", "甲", "产出", weight=3), line("b", "乙", "产出")]
    assert evaluate(program(text), rows).facts["brought"] is None


def test_a_withheld_line_withholds_its_own_node():
    text = GOALS.replace('score = "weight"', 'score = "actual"')
    rows = [line("a", "甲", "产出", weight=3), line("b", "乙", "产出", weight=4) | {"actual": ""}]
    evaluation = evaluate(program(text), rows)
    assert {one.id: one.withheld for one in evaluation.groups} == {
        "goal@甲": False, "output@甲": False, "goal@乙": True, "output@乙": True,
    }  # fmt: skip
    assert evaluation.withheld == (2,)


def test_a_line_that_does_not_say_the_text_stands_under_its_default():
    text = (
        PLAIN
        + '[group.a]\neach = "region"\ntitle.zh = "产出"\n[fact.region]\nof = "line"\nkind = "text"\ndefault = "全市"\n'
    )
    rows = [line("a", "", "产出", weight=3), line("b", "", "产出", weight=4, values={"region": "东区"})]
    evaluation = evaluate(program(text), rows)
    assert [(one.key, one.score) for one in evaluation.groups] == [("全市", 3), ("东区", 4)]


def nodes(text, *lines):
    return [(one.id, one.parent, one.score) for one in evaluate(program(text), lines).groups]


def test_a_group_that_asks_no_child_stands_in_every_node_around_it():
    text = GOALS + '[group.base]\nin = "goal"\nscore = "5"\n'
    assert nodes(text, line("a", "甲", "产出", weight=3), line("b", "乙", "效益", weight=4)) == [
        ("goal@甲", "", 8), ("output@甲", "goal@甲", 3), ("base@甲", "goal@甲", 5),
        ("goal@乙", "", 9), ("benefit@乙", "goal@乙", 4), ("base@乙", "goal@乙", 5),
    ]  # fmt: skip
    assert nodes(text) == []


def test_groups_that_ask_no_child_stand_in_one_another_without_any_line():
    text = PLAIN + '[group.a]\n[group.b]\nin = "a"\nscore = "5"\n[group.c]\nin = "b"\nscore = "1"\n[group.d]\n'
    assert nodes(text) == [("a", "", None), ("b", "a", 5), ("c", "b", 1)]


def test_a_repeated_group_that_asks_no_child_stands_for_the_texts_of_its_lines_alone():
    text = PLAIN + '[group.a]\neach = "goal"\nscore = "5"\ntitle.zh = "产出"\n'
    assert nodes(text) == []
    assert nodes(text, line("a", "甲", "产出", weight=3)) == [("a@甲", "", 5)]


def test_points_printed_for_a_goal_are_those_of_its_node():
    rows = [line("a", "目标一", "产出", weight=3), line("b", "目标二", "产出", weight=4)]
    evaluation = evaluate(program(GOALS), rows, headings={"目标一": 60, "目标二（分）": 40})
    assert [one.weight for one in evaluation.groups if one.key] == [60, 4]
    assert [one.values["sum"] for one in evaluation.findings if one.code == "form.group-sum"] == [3]


def test_a_fact_of_the_line_can_tell_nodes_apart():
    text = PLAIN + '[fact.area]\nof = "line"\nkind = "text"\n[group.g]\neach = "area"\ntitle.zh = "片区"\n'
    rows = [
        {"name": n, "categories": ["片区"], "weight": 1, "values": {"area": area}}
        for n, area in (("a", "东"), ("b", "西"))
    ]
    assert [one.key for one in evaluate(program(text), rows).groups] == ["东", "西"]


SPLIT = (
    PLAIN
    + '[group.all]\nweight = 80\nsplit = "{}"\n[group.a]\nin = "all"\n[group.b]\nin = "all"\n[group.c]\nin = "b"\n'
)


def split_rows():
    return [
        {"name": "r1", "categories": ["a"], "actual": "1"},
        {"name": "r2", "categories": ["b"], "actual": "1"},
        {"name": "r3", "categories": ["b", "c"], "actual": "1"},
        {"name": "r4", "categories": ["b", "c"], "actual": "1"},
    ]


def test_split_by_groups_shares_evenly_among_children_and_below():
    evaluation = evaluate(program(SPLIT.format("groups")), split_rows())
    assert weights(evaluation) == {"r1": 40, "r2": 20, "r3": 10, "r4": 10}
    assert evaluation.total == 80


def test_split_by_rows_shares_evenly_among_all_rows_inside():
    evaluation = evaluate(program(SPLIT.format("rows")), split_rows())
    assert weights(evaluation) == {"r1": 20, "r2": 20, "r3": 20, "r4": 20}
    assert {one.id: one.weight for one in evaluation.groups} == {"all": 80, "a": 20, "b": 60, "c": 40}


def test_what_has_points_keeps_them_and_the_others_share_what_is_left():
    rows = split_rows()
    rows[1]["weight"] = "5"
    assert weights(evaluate(program(SPLIT.format("rows")), rows)) == {"r1": 25, "r2": 5, "r3": 25, "r4": 25}
    assert weights(evaluate(program(SPLIT.format("groups")), rows)) == {
        "r1": 40, "r2": 5, "r3": Fraction(35, 2), "r4": Fraction(35, 2),
    }  # fmt: skip


def test_without_a_split_a_row_without_points_has_none():
    evaluation = evaluate(program(SPLIT.format("rows").replace('split = "rows"\n', "")), split_rows())
    assert set(weights(evaluation).values()) == {None}


def test_a_group_outside_full_marks_gets_no_share():
    text = SPLIT.format("groups").replace('[group.b]\nin = "all"\n', '[group.b]\nin = "all"\nextra = true\n')
    assert weights(evaluate(program(text), split_rows()))["r1"] == 80


def test_weights_that_need_their_own_shares_are_no_circle():
    text = SPLIT.format("groups").replace("weight = 80", 'weight = "100 - full_marks / 5"')
    assert evaluate(program(text), split_rows()).total == 80

"""Forms whose groups stand alike have one shape, whatever the texts that their nodes are called by."""

from perfeval_rules.machine.shape import shape_of
from perfeval_rules.plan.nodes import tree_of
from tests.machine.ways import bound
from tests.plan.small import AS_DONE, program, row

MADE = program('[group.goal]\neach = "goal"\n[group.output]\nin = "goal"\ntitle.zh = "产出"\n[group.other]\n' + AS_DONE)
ROWS = (row(1, "产出", goal="甲"), row(2, "产出", goal="乙"), row(3, "other"))


def tree(*rows):
    return tree_of(MADE.plan, ((line.group, line.values) for line in bound(MADE, rows).lines))


SHAPE, REAL = shape_of(tree(*ROWS))


def test_forms_that_differ_in_the_texts_of_their_nodes_alone_have_one_shape():
    other, real = shape_of(tree(*(one | {"goal": "新" + one["goal"]} if "goal" in one else one for one in ROWS)))
    assert other == SHAPE
    assert real.keys() == REAL.keys()
    assert real != REAL


def test_forms_whose_groups_stand_otherwise_have_another():
    assert shape_of(tree(*ROWS[:2]))[0] != SHAPE
    assert shape_of(tree(*ROWS[:2], row(3, "产出", goal="丙"), ROWS[2]))[0] != SHAPE


def test_a_name_of_the_shape_means_a_node_of_the_form():
    assert sorted(REAL.values()) == ["", "goal@乙", "goal@甲", "other", "output@乙", "output@甲"]
    assert (REAL[""], REAL["other"]) == ("", "other")


def test_a_node_stands_in_what_is_around_it():
    named = SHAPE.tree
    first, second = named.of_group["goal"]
    inner = named.below[first][0]
    assert (REAL[first], REAL[inner]) == ("goal@甲", "output@甲")
    assert named.lineage(inner) == (inner, first)
    assert named.lineage("") == ()
    assert named.meant(inner) == {"output": inner, "goal": first}
    assert named.nodes[second].group == "goal"
    assert named.below[""] == (first, second, "other")


def test_outer_nodes_come_before_those_in_them():
    named = [name for name, _, _ in SHAPE.nodes]
    assert all(parent == "" or named.index(parent) < named.index(name) for name, _, parent in SHAPE.nodes)


def test_a_form_without_groups_has_an_empty_shape():
    empty, real = shape_of(tree())
    assert (empty.nodes, empty.tree.below, real) == ((), {"": ()}, {"": ""})

"""The order of formulas, found from what each of them reads."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfeval_rules.formula.language import compose
from perfeval_rules.plan.entry import FORM, Entry
from perfeval_rules.plan.stages import Circle, needs, staged


def entries(formulas, over=None):
    return {name: Entry(name, compose(text), {}, over) for name, text in formulas.items()}


def stages(form=None, *lines, below=None, over=None):
    return staged(entries(form or {}, over), [entries(line) for line in lines], below or {"": ()})


def circle(form=None, *lines, **more):
    with pytest.raises(Circle) as told:
        stages(form, *lines, **more)
    return told.value


def test_what_reads_nothing_stands_first():
    assert stages({"a": "1"}, {"x": "2"}).at == {(False, "a"): 0, (True, "x"): 1}


def test_names_of_one_scope_share_a_stage_in_the_order_they_need_one_another():
    found = stages({"c": "b + 1", "b": "a + 1", "a": "1"})
    assert found.order == (("a", "b", "c"),)


def test_a_line_that_reads_the_form_comes_one_stage_later():
    assert stages({"a": "1"}, {"x": "a + y", "y": "2"}).order == (("a",), ("y", "x"))


def test_an_aggregate_comes_one_stage_after_what_it_asks_of_lines():
    found = stages({"a": "sum(x)", "b": "a + 1"}, {"x": "1", "z": "b * x"})
    assert found.order == ((), ("x",), ("a", "b"), ("z",))


def test_what_a_submission_brings_is_there_from_the_start_but_is_gathered_only_when_there_are_lines():
    found = stages({"a": "year", "b": "sum(actual)"}, {"x": "actual"})
    assert (found.at[False, "a"], found.at[False, "b"], found.at[True, "x"]) == (0, 2, 1)


def test_an_aggregate_that_asks_nothing_of_lines_waits_for_them_all_the_same():
    assert stages({"a": "count(True)", "b": "sum(1)"}, {"x": "1"}).order == ((), ("x",), ("a", "b"))


def test_an_aggregate_that_asks_a_name_of_the_form_waits_for_the_lines_that_hand_it_on():
    assert stages({"a": "1", "b": "sum(a * actual)"}).at[False, "b"] == 2


def test_an_aggregate_waits_for_what_it_asks_of_groups_and_for_nothing_else_of_them():
    found = stages({"a": "sum(weight)", "g._full": "1", "g.score": "a"}, below={"": ("g",)}, over="")
    assert [name for stage in found.order for name in stage] == ["g._full", "a", "g.score"]


def test_a_name_of_the_lines_has_one_stage_whatever_takes_the_line():
    found = stages({"a": "sum(y)"}, {"x": "1", "y": "1"}, {"x": "a", "y": "2"})
    assert found.at[True, "x"] == 3
    assert found.at[True, "y"] == 1


def test_the_form_behind_a_name_of_the_line_is_asked_by_its_mark():
    line = {"x": Entry("x", compose("_form"), {"_form": f"{FORM}x"})}
    found = staged(entries({"x": "1"}), [line], {"": ()})
    assert found.order == (("x",), ("x",))


def test_words_of_an_entry_are_read_as_what_they_stand_for():
    form = {"a": Entry("a", compose("total"), {"total": "b"}), "b": Entry("b", compose("1"))}
    assert staged(form, (), {"": ()}).order == (("b", "a"),)


def test_an_aggregate_over_children_asks_the_groups_below():
    below = {"": ("g",), "g": ()}
    form = entries({"t": "sum(score)"}, "") | entries({"g.score": "sum(score)", "g._left_out": "False"}, "g")
    found = staged(form, [entries({"score": "1", "_left_out": "False"})], below)
    assert (False, "g.score") in needs(False, Entry("t", compose("sum(score)"), {}, ""), below)
    assert found.order[2].index("g.score") < found.order[2].index("t")


def test_an_aggregate_over_the_lines_of_a_group_asks_no_group():
    below = {"": ("g",), "g": ()}
    keys = needs(False, Entry("t", compose("sum(score, 'g')"), {}, ""), below)
    assert (True, "score") in keys
    assert (False, "g.score") not in keys


def test_only_an_aggregate_over_all_children_does_not_ask_who_is_left_out():
    below = {"": ("g",), "g": ()}
    assert (True, "_left_out") in needs(False, Entry("t", compose("sum(score)"), {}, ""), below)
    assert (True, "_left_out") not in needs(False, Entry("t", compose("sum(score, '*')"), {}, ""), below)
    assert (True, "_left_out") not in needs(False, Entry("t", compose("sum(score)")), below)


def test_a_child_is_asked_for_its_weight_by_another_name():
    assert needs(False, Entry("t", compose("sum(weight)")), {}) == ((True, "_full"), (True, "_row"))


def test_names_that_need_one_another_are_told_in_order():
    found = circle({"a": "b", "b": "c", "c": "b"})
    assert found.members == ((False, "b"), (False, "c"), (False, "b"))
    assert str(found) == "b → c → b"


def test_a_circle_may_cross_from_the_form_to_its_lines():
    assert str(circle({"bonus": "sum(score)"}, {"score": "actual + bonus"})) == "bonus → score → bonus"


def test_a_name_that_needs_itself_is_a_circle():
    assert str(circle({"a": "a + 1"})) == "a → a"


def test_nothing_at_all_is_in_order():
    assert stages().order == ((),)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.booleans(), st.lists(st.integers(0, 11), max_size=3)), max_size=12), st.randoms())
def test_whatever_a_name_reads_stands_before_it_however_they_are_written(described, random):
    """Names read only names before them, so that there is no circle."""
    names = [(f"n{n}", of_line, [k for k in read if k < n]) for n, (of_line, read) in enumerate(described)]
    kind = {name: of_line for name, of_line, _ in names}
    form, line = {}, {}
    for name, of_line, read in names:
        asked = [f"n{k}" if of_line or not kind[f"n{k}"] else f"sum(n{k})" for k in read]
        (line if of_line else form)[name] = " + ".join(asked) or "1"
    shuffled = dict(random.sample(list(form.items()), len(form)))
    found = stages(shuffled, line)
    assert found.at == stages(form, line).at
    place = {(n % 2 == 1, name): (n, k) for n, stage in enumerate(found.order) for k, name in enumerate(stage)}
    for name, of_line, read in names:
        for k in read:
            assert place[kind[f"n{k}"], f"n{k}"] < place[of_line, name]

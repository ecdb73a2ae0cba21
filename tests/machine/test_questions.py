"""A tree of questions leads whoever answers alike to the same function, and grows with whom it meets."""

from threading import Barrier, Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfeval_rules.formula.algebra import Unsayable
from perfeval_rules.machine import questions
from perfeval_rules.machine.questions import Question, Tree

A, B, C = (Question("what", "row", name) for name in "abc")


class Answers(dict):
    """Someone that can be asked, and keeps in mind what was."""

    def __init__(self, *said):
        super().__init__(zip((A, B, C), said, strict=False))
        self.asked = []

    def answer(self, question):
        self.asked.append(question)
        return self[question]

    def asking(self, question):
        return lambda one: one.answer(question)


def made(ask):
    """Asks the second question or the third, as the answer to the first will have it."""
    first = ask(A)
    if first == "neither":
        raise Unsayable("neither")
    return [first, ask(B) if first else ask(C)]


@pytest.fixture
def tree():
    return Tree(made)


def test_whoever_answers_alike_is_led_to_the_same_leaf(tree):
    assert tree.leaf(Answers(True, 1, 2)) is tree.leaf(Answers(True, 1, 3))
    assert tree.leaf(Answers(True, 1, 2)) is not tree.leaf(Answers(True, 2, 2))
    assert len(tree.ways) == 2


def test_what_does_not_matter_is_not_asked(tree):
    for _ in range(2):
        one = Answers(False, 1, 2)
        assert tree.leaf(one) == [False, 2]
        assert one.asked == [A, C]


def test_a_question_is_asked_once_while_a_leaf_is_made():
    tree, one = Tree(lambda ask: [ask(A), ask(A)]), Answers(1)
    assert tree.leaf(one) == [1, 1]
    assert one.asked == [A]


def test_a_leaf_may_need_no_question():
    tree = Tree(lambda ask: [])
    assert tree.leaf(Answers()) is tree.leaf(Answers())


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 2), st.integers(0, 2)), max_size=20))
def test_a_tree_gives_what_it_would_make_anew(met):
    tree = Tree(made)
    assert [tree.leaf(Answers(*one)) for one in met] == [made(Answers(*one).answer) for one in met]
    assert len(tree.ways) == len({one[:2] if one[0] else (False, one[2]) for one in met})


def test_what_cannot_be_made_is_told_each_time_and_tried_once(tree):
    faults = []
    for _ in range(2):
        with pytest.raises(Unsayable, match="neither") as told:
            tree.leaf(Answers("neither"))
        faults.append(told.value)
    assert faults[0] is not faults[1]
    assert len(tree.ways) == 1


def test_formulas_nested_deeper_than_python_nests_cannot_be_said():
    def deeper(ask):
        return deeper(ask)

    with pytest.raises(Unsayable, match="recursion"):
        Tree(deeper).leaf(Answers())


def test_a_tree_keeps_so_many_ways_and_no_more(tree, monkeypatch):
    monkeypatch.setattr(questions, "MOST_WAYS", 2)
    kept = tree.leaf(Answers(True, 1))
    with pytest.raises(Unsayable, match="neither"):
        tree.leaf(Answers("neither"))
    with pytest.raises(Unsayable, match="too many ways"):
        tree.leaf(Answers(True, 2))
    assert tree.leaf(Answers(True, 1)) is kept
    assert len(tree.ways) == 2


def test_two_threads_that_grow_one_tree_agree():
    both, found = Barrier(2), []

    def slow(ask):
        said = ask(A)
        both.wait(timeout=10)
        return [said]

    tree = Tree(slow)
    threads = [Thread(target=lambda: found.append(tree.leaf(Answers(7)))) for _ in range(2)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert found == [[7], [7]]
    both.abort()
    assert tree.leaf(Answers(7)) == [7]


def test_who_was_not_first_keeps_what_is_its_own():
    trees = []

    def made_meanwhile(ask):
        if not trees:  # while the first leaf is made another one asks more
            trees.append(Tree.leaf)
            assert tree.leaf(Answers(1, 2)) == [1, 2]
            return [0]
        return [ask(A), ask(B)]

    tree = Tree(made_meanwhile)
    assert tree.leaf(Answers(1, 2)) == [0]
    assert tree.leaf(Answers(1, 2)) == [1, 2]

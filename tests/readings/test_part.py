"""A step of a derivation that nobody has said more of."""

from fractions import Fraction

from perfeval_rules.formula.language import compose, parse
from perfeval_rules.readings.part import Part


def test_a_value_alone_came_from_nothing_and_leaves_nothing_out():
    part = Part(Fraction(3))
    assert (part.step, part.parts, part.node, part.name, part.left_out) == ("value", (), None, "", 0)
    assert (part.text, part.own) == ("", True)


def test_a_value_with_a_formula_behind_it_has_the_words_of_its_author():
    formula = parse("weight * 2")
    part = Part(Fraction(6), "*", node=formula.tree)
    assert (part.text, part.own) == ("weight * 2", False)
    assert Part(Fraction(6), "*", node=compose("weight * 2").tree).own

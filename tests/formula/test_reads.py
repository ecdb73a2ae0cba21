"""What a formula asks for."""

import ast

from perfeval_rules.formula.language import compose, parse
from perfeval_rules.formula.reads import reads


def test_names_in_whatever_branch_but_not_those_of_functions():
    assert reads(parse("min(a, b) if c in (1, 2) else ifs(d, 1, e)").tree).names == {"a", "b", "c", "d", "e"}


def test_what_is_asked_by_key():
    asked = reads(parse("within('output') and points('cost') + repeats(name) + repeats(name, 'folder') > 0").tree)
    assert asked.names == {"group", "points.cost", "repeats.name", "repeats.name.folder"}


def test_a_rank_needs_what_it_ranks():
    assert reads(parse("rank( -total )").tree).names == {"rank.-total", "total"}


def test_word_lists():
    assert reads(parse("mentions(name, 'cause') or mentions(reason, 'measure')").tree).words == {"cause", "measure"}


def test_an_aggregate_is_told_with_its_argument_and_not_among_the_names():
    formula = parse("total + sum(weight * score, 'output') / count(met)")
    asked = reads(formula.tree)
    assert asked.names == {"total"}
    assert [(use.kind, formula.part(use.argument), use.group) for use in asked.aggregates] == [
        ("sum", "weight * score", "output"),
        ("count", "met", None),
    ]
    assert formula.part(asked.aggregates[0].node) == "sum(weight * score, 'output')"
    assert reads(asked.aggregates[0].argument).names == {"weight", "score"}


def test_a_frame_reads_what_its_parts_read():
    whole = compose("default(_score, 0) + _more", _score=parse("weight * ratio"), _more="sum(_full, '*')")
    asked = reads(whole.tree)
    assert asked.names == {"weight", "ratio"}
    assert asked.aggregates[0].group == "*"


def test_a_call_of_no_name_is_looked_through():
    assert reads(ast.parse("a.b(c)", mode="eval").body).names == {"c"}

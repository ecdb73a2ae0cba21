"""The canonical form of a value, and the digest."""

from datetime import date
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from perfeval_rules.ruleset.canonical import canonical, digest
from perfeval_rules.ruleset.overlay import merge

SCALARS = st.one_of(
    st.text(max_size=4),
    st.booleans(),
    st.dates(),
    st.fractions(max_denominator=100),
    st.sampled_from(["5", "'5", "5/2"]),
)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=2), inner, max_size=3)
)


def test_a_text_is_no_number_and_no_date():
    assert len({canonical(value) for value in ("5", Fraction(5), "2024-01-01", date(2024, 1, 1), "true", True)}) == 6


def test_equal_numbers_are_one_however_they_are_written():
    assert canonical(Fraction("2.50")) == canonical(Fraction(5, 2))


@given(VALUES, VALUES)
@settings(deadline=None)
def test_two_values_have_one_canonical_form_only_if_they_are_equal(left, right):
    assert (canonical(left) == canonical(right)) == (left == right and repr_kinds(left) == repr_kinds(right))


def repr_kinds(value):
    """Python takes True for 1; a ruleset does not."""
    if isinstance(value, dict):
        return {key: repr_kinds(inner) for key, inner in value.items()}
    return [repr_kinds(inner) for inner in value] if isinstance(value, list) else type(value)


def test_comments_blanks_and_the_order_of_keys_do_not_count(headed):
    one = headed('# note\n[group.a]\nweight = 1\nnames = ["x"]\n[fact.b]\n[fact.c]')
    two = headed('[fact.c]\n[fact.b]\n\n[group.a]\nnames  =  [ "x", ]   # note\nweight = 1.0')
    assert digest(merge([one])[0].data) == digest(merge([two])[0].data)


def test_the_order_of_rules_of_adjusts_and_of_lists_counts(headed):
    def taken(text):
        return digest(merge([headed(text)])[0].data)

    assert taken("[rule.a]\n[rule.b]") != taken("[rule.b]\n[rule.a]")
    assert taken("[adjust.a]\n[adjust.b]") != taken("[adjust.b]\n[adjust.a]")
    assert taken("[[grade]]\nid = 'a'\n[[grade]]\nid = 'b'") != taken("[[grade]]\nid = 'b'\n[[grade]]\nid = 'a'")


def test_a_digest_is_taken_of_tables_that_are_none():
    assert digest({"rule": 5}) != digest({})


@given(
    st.dictionaries(st.sampled_from(["fact", "group", "line", "words"]), st.dictionaries(st.text(max_size=2), SCALARS))
)
@settings(deadline=None)
def test_the_order_of_keys_changes_no_digest(data):
    turned = {name: dict(reversed(table.items())) for name, table in reversed(data.items())}
    assert digest(turned) == digest(data)

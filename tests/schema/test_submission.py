"""The schema of a form takes what the reader of forms takes."""

from hypothesis import given, settings
from hypothesis import strategies as st

from perfeval_rules.body.form_data import submission_from_data
from perfeval_rules.schema.submission import submission_schema
from tests.schema.validator import faults

SCHEMA = submission_schema()
NOWHERE = st.nothing()


def table(**keys):
    return st.fixed_dictionaries({}, optional=keys)


def forms(odd):
    """Forms as data; `odd` is what may stand at any place beside what belongs there."""
    cells = st.none() | st.integers(-9, 9) | st.sampled_from(["甲", "", "≥3"]) | odd
    strange = {} if odd is NOWHERE else {"colour": odd}
    values = cells | table(text=cells, at=st.sampled_from(["D13", "a.txt:3"]), **strange) | odd
    labelled = st.none() | st.dictionaries(st.sampled_from(["人数", "b"]), values, max_size=2) | odd
    parts = table(label=values, rate=values, **strange) | odd
    answers = st.none() | st.booleans() | odd
    rows = table(name=values, categories=st.lists(values, max_size=2) | odd, values=labelled, sum=answers, **strange)
    return table(
        project=values,
        year=st.sampled_from([None, 2020, "2020年度", " 2021 "]) | odd,
        funds=st.none() | table(executed=values, parts=st.lists(parts, max_size=2) | odd, **strange) | odd,
        rows=st.lists(rows | odd, max_size=2) | odd,
        headings=labelled,
        complete=answers,
        **strange,
    )


strange = st.sampled_from([True, 7, "甲", [], {}, [True], {"path": 1}])


@settings(deadline=None)
@given(forms(NOWHERE))
def test_a_form_that_is_sound_is_taken_by_both(form):
    assert submission_from_data(form)[1] == ()
    assert faults(SCHEMA, form) == []


@settings(deadline=None, max_examples=200)
@given(forms(strange))
def test_what_the_reader_takes_the_schema_takes_and_nothing_else(form):
    _, findings = submission_from_data(form)
    assert bool(faults(SCHEMA, form)) is bool(findings), [finding.code for finding in findings]

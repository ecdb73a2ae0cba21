"""Verdicts as values and as plain data."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from perfeval_rules.testing.properties import PROPERTIES
from perfeval_rules.testing.verdict import DONE, Verdict, from_plain, plain
from perfeval_rules.text import Text

TEXTS = st.builds(Text, st.text(max_size=5), st.text(max_size=5))
VERDICTS = st.sampled_from([(of, key) for of in PROPERTIES for key in PROPERTIES[of]]).flatmap(
    lambda known: st.builds(
        Verdict,
        st.just(known[0]),
        st.text(max_size=5),
        TEXTS,
        st.just(known[1]),
        st.sampled_from([True, False, None]),
        st.lists(TEXTS, max_size=3).map(tuple),
    )
)


@settings(deadline=None, max_examples=60)
@given(VERDICTS)
def test_a_verdict_goes_between_processes_unchanged(verdict):
    told = json.loads(json.dumps(plain(verdict)))
    assert from_plain(told) == verdict
    assert told["words"] == {"zh": verdict.words.zh, "en": verdict.words.en}
    assert told != DONE

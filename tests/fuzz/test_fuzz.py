"""Every target over its corpus and over random changes of it; `make fuzz` goes further, guided by coverage."""

from random import Random

import pytest

from tests.fuzz.mutator import CHANGES, LONGEST, mutations
from tests.fuzz.targets import CORPUS, NAMES, corpus, module
from tests.fuzz.watch import Hang, watched

COUNTS = {"formula_text": 4_000, "ruleset_toml": 120, "json_body": 800, "pasted_form": 150}
"""How many changed inputs a run of the tests has time for."""
MOST_BYTES = 300_000


@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_the_corpus_breaks_the_engine(name: str) -> None:
    target = watched(module(name).target, module(name).MILLISECONDS)
    for path in corpus(name):
        try:
            target(path.read_bytes())
        except BaseException as fault:
            fault.add_note(str(path))
            raise


@pytest.mark.parametrize("name", NAMES)
def test_no_change_of_it_does(name: str) -> None:
    target = watched(module(name).target, module(name).MILLISECONDS)
    seeds = [path.read_bytes() for path in corpus(name)]
    for data in mutations(seeds, module(name).TOKENS, COUNTS[name], seed=20):
        try:
            target(data)
        except BaseException as fault:
            fault.add_note(repr(data))
            raise


def test_the_corpus_is_small() -> None:
    assert sorted(path.name for path in CORPUS.iterdir()) == sorted(NAMES)
    assert sum(path.stat().st_size for name in NAMES for path in corpus(name)) < MOST_BYTES


def test_the_watchdog_ends_a_hang_that_swallows_faults() -> None:
    def hang(_: bytes) -> None:
        while True:
            try:
                sum(range(1000))
            except Exception:
                continue

    with pytest.raises(Hang):
        watched(hang, 50)(b"")


def test_a_seed_gives_the_same_inputs_and_no_input_is_huge() -> None:
    once, again = (list(mutations([b"abc", b""], ["x"], 300, seed=1)) for _ in range(2))
    assert once == again
    assert len(set(once)) > 30
    assert max(map(len, once)) <= LONGEST


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_any_data_can_be_changed(change) -> None:
    for data in (b"", b"a", b"abcdef"):
        assert isinstance(change(data, Random(3), [data], ["x"]), bytes)

"""Threads that share a program agree; a short stretch of what `make agree` runs at length."""

import pytest

from tests.agreement.thread_agreement import evaluated, examine, scored

FEW = 30


@pytest.mark.parametrize("told", [evaluated, scored])
def test_threads_that_share_a_program_say_what_one_thread_says(told):
    seen = examine(0, told, count=FEW)
    assert seen.differences == []
    assert seen.counts["forms by threads"] == FEW


def test_a_difference_is_seen():
    assert examine(1, scored, lambda program, form: scored(program, form)[::-1], FEW).differences

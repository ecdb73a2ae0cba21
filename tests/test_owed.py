"""What is told of code of a plugin that gave something else than it is to give."""

from perfeval_rules.owed import OwedError, fault_of
from perfeval_rules.text import Text


def test_what_was_given_and_what_is_owed_is_said_in_both_languages():
    assert fault_of(OwedError(" bytes", "bytes are", "text")) == Text(
        "应给出 bytes，给的却是 str", "bytes are owed, not str"
    )


def test_any_other_exception_is_told_as_it_is():
    assert fault_of(ZeroDivisionError("gone")) == Text("ZeroDivisionError: gone")

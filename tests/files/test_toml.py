"""TOML in: exact values with places, or every fault at its line and column."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfeval_rules.files.toml import MOST_BYTES, read_toml
from perfeval_rules.findings import Place


def read(text):
    document, findings = read_toml(text.encode(), "a.toml")
    assert findings == ()
    return document.data


def told(raw):
    document, findings = read_toml(raw if isinstance(raw, bytes) else raw.encode(), "a.toml")
    assert document is None
    return [(finding.code.removeprefix("ruleset."), finding.at.line, finding.at.column) for finding in findings]


def test_every_number_is_exact():
    data = read("a = 0.1\nb = 3\nc = -1_000.50\nd = +2\ne = 0x1f\nf = [0.2, { g = 0.3 }]")
    assert data == {
        "a": Fraction(1, 10), "b": 3, "c": Fraction(-2001, 2), "d": 2, "e": 31, "f": [Fraction(1, 5), {"g": Fraction(3, 10)}],
    }  # fmt: skip
    assert all(type(data[key]) is Fraction for key in "abcde")


def test_texts_yes_and_no_and_dates_stay_what_they_are():
    assert read('a = "5"\nb = true\nc = 2024-12-31') == {"a": "5", "b": True, "c": date(2024, 12, 31)}


def test_a_mark_at_the_start_and_the_line_ends_of_other_systems_do_not_matter():
    document, findings = read_toml(b'\xef\xbb\xbfa = 1\r\nb = "x"\r\n', "a.toml")
    assert findings == ()
    assert document.data == {"a": 1, "b": "x"}
    assert document.value(("b",)).at == Place("a.toml", 2, 5)
    assert document.value(("b",)).line == 'b = "x"'


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        ('a = 1\nb = "分值"'.encode("gb18030"), "GBK (GB18030)"),
        ('a = 1\nb = "分值"'.encode("utf-16"), "UTF-16"),
        (b"a = 1\nb = \xff\xff", "?"),
    ],
)
def test_another_encoding_is_named_and_never_guessed(raw, encoding):
    document, (finding,) = read_toml(raw, "a.toml")
    assert document is None
    assert (finding.code, finding.values["encoding"]) == ("ruleset.not-utf8", encoding)
    assert finding.at.line == (1 if encoding == "UTF-16" else 2)


def test_a_file_too_large_is_not_read():
    assert told(b"#" * (MOST_BYTES + 1)) == [("too-large", 0, 0)]
    assert read("\n" * MOST_BYTES) == {}


def test_every_line_too_long_is_told():
    assert told(f"# {'x' * 999}\na = 1\n# {'x' * 999}") == [("long-line", 1, 1001), ("long-line", 3, 1001)]
    assert read(f"# {'x' * 998}") == {}


def test_keys_and_values_go_only_so_deep():
    assert read("a.b.c.d.e.f.g.h = 1")
    assert told("a.b.c.d.e.f.g.h.i = 1") == [("long-key", 1, 1)]
    assert read(f"a = {'[' * 15}{']' * 15}")
    assert told(f"a = {'[' * 17}{']' * 17}") == [("deep-value", 1, 21)]
    assert told(f"a = {'[' * 900}") == [("deep-value", 1, 21)]


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("权重 = 5", "bare-key", 1), ("weight分 = 5", "bare-key", 1), ("权重：5", "bare-key", 1), ("[规则]", "bare-key", 2),
        ("a ＝ 5", "full-width-mark", 3), ("a = “x”", "full-width-mark", 5), ("a = ['x'，'y']", "full-width-mark", 9),
        ("【rule】", "full-width-mark", 1), ("[rule】", "full-width-mark", 6), ("a = 5。", "full-width-mark", 6),
        ("a: 5", "full-width-mark", 2), ("\u3000a = 5", "odd-blank", 1), ("a =\u00a05", "odd-blank", 4),
        ("a = rate", "bare-text", 5), ("a = True", "bare-text", 5), ("a = 满意", "bare-text", 5), ("a = @", "unreadable", 5),
        ("a = ", "no-value", 4), ("a = # x", "no-value", 4), ("a", "no-equals", 1), ("a 5", "no-equals", 1),
        ("a = 'x", "open-text", 5), ('a = "x', "open-text", 5), ('a = "x\nb = 1', "open-text", 5),
        ('a = """x', "open-long-text", 5), ("a = '''x", "open-long-text", 5), ("a = [1, 2", "open-list", 5),
        ("a = [1,\nb = 2", "open-list", 5), ("a = { b = 1", "open-table", 5), ("a = { b = 1,\nc = 2 }", "open-table", 5),
        ("[a", "no-bracket", 1), ("[[a]", "no-bracket", 1), ("a = 1 b = 2", "unreadable", 7), ("a = [1 2]", "unreadable", 8),
        ("a = { b = 1 c = 2 }", "unreadable", 13), ("= 5", "unreadable", 1), ("a. = 5", "unreadable", 4),
        ('a = "x\\q"', "bad-escape", 7), ('a = "x\\u12"', "bad-escape", 7), ("a = 01", "unreadable", 6),
        ("a = 2024-13-01", "unreadable", 9), ('a = "\x01"', "unreadable", 6), ('"""a""" = 1', "unreadable", 1),
        ("]", "unreadable", 1), ("a = 1.", "unreadable", 6),
    ],
)  # fmt: skip
def test_a_slip_is_told_where_it_stands(text, code, column):
    assert told(text) == [(code, 1, column)]


def test_every_slip_is_told_in_one_pass():
    assert told("权重 = 5\n[rule.cost]\nscore ＝ 1\ntype = cost\nnames = [\n  “x”\n]\n[rule.rate]\nwhen =\n") == [
        ("bare-key", 1, 1), ("full-width-mark", 3, 7), ("bare-text", 4, 8), ("full-width-mark", 6, 3), ("no-value", 9, 6),
    ]  # fmt: skip


def test_a_file_of_nothing_but_slips_is_told_only_so_far():
    assert len(told("权重 = 5\n" * 100)) == 20


@pytest.mark.parametrize(
    ("text", "at", "first"),
    [
        ("a = 1\na = 2", (2, 1), (1, 1)),
        ("[a]\nb = 1\n[a]", (3, 2), (1, 2)),
        ("[a]\nb = 1\nb = 2", (3, 1), (2, 1)),
        ("a = { b = 1, b = 2 }", (1, 14), (1, 7)),
        ("a.b = 1\na = 2", (2, 1), (1, 1)),
        ("a = 1\n[a]", (2, 2), (1, 1)),
        ("a = 1\n[a.b]", (2, 2), (1, 1)),
        ("a = { b = 1 }\na.c = 2", (2, 1), (1, 1)),
        ("[a.b]\n[a]\nb = 1", (3, 1), (1, 4)),
        ("[a.b]\n[[a]]", (2, 3), (1, 2)),
        ("[a]\n[[a]]", (2, 3), (1, 2)),
        ("[[a]]\n[a]", (2, 2), (1, 3)),
        ("[[a]]\nb = 1\nb = 2", (3, 1), (2, 1)),
        ("[a]\nb.c = 1\n[a.b]", (3, 4), (2, 1)),
        ("[a.b]\n[a]\nb.c = 1", (3, 1), (1, 4)),
    ],
)
def test_what_is_written_twice_is_told_with_both_places(text, at, first):
    _, (finding,) = read_toml(text.encode(), "a.toml")
    assert finding.code == "ruleset.twice"
    assert (finding.at.line, finding.at.column) == at
    assert (finding.values["first_line"], finding.values["first_column"]) == first


@pytest.mark.parametrize("number", ["1e3", "1E3", "nan", "-inf", "1.5e-3"])
def test_a_number_is_a_plain_decimal(number):
    assert told(f"a = {number}") == [("odd-number", 1, 5)]


def test_a_number_has_only_so_many_digits():
    assert read(f"a = {'9' * 30}")
    assert told(f"a = {'9' * 31}\nb = [0.{'1' * 30}]") == [("many-digits", 1, 5), ("many-digits", 2, 6)]


def test_only_so_many_faults_are_told():
    assert len(told("".join(f"a{number} = 1e1\n" for number in range(150)))) == 100


def test_a_time_of_day_is_refused():
    assert told("a = 2024-01-01T08:00:00\nb = 08:00:00\nc = 2024-01-01 08:00:00Z") == [
        ("time-of-day", 1, 5), ("time-of-day", 2, 5), ("time-of-day", 3, 5),
    ]  # fmt: skip


def test_another_document_in_toml_gives_its_own_family_to_the_codes(monkeypatch):
    from perfeval_rules.catalogue import CATALOGUE

    monkeypatch.setitem(CATALOGUE, "form.no-value", CATALOGUE["ruleset.no-value"])
    assert read_toml(b"a =", "a.toml", "form")[1][0].code == "form.no-value"


@given(st.binary(max_size=60))
@settings(deadline=None)
def test_no_bytes_whatever_make_it_fail(raw):
    document, findings = read_toml(raw, "a.toml")
    assert (document is None) == bool(findings)


@given(st.text("ab[]{}=\"'\\.,#\n 1权＝“", max_size=30))
@settings(deadline=None)
def test_no_text_whatever_makes_it_fail(text):
    document, findings = read_toml(text.encode(), "a.toml")
    assert (document is None) == bool(findings)
    lines = text.split("\n")
    for finding in findings:
        assert finding.line in lines
        assert 0 <= finding.at.column - 1 <= len(finding.line)

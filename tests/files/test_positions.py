"""The scan of positions, held against the parser."""

import tomllib

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from perfeval_rules.body.source import Source
from perfeval_rules.files.positions import scan
from perfeval_rules.ruleset.document import Document

KEYS = st.sampled_from(["a", "b", "c", '"a"', "'b'", '"c d"', '"\\u0061"', '"\\n\\U0001F600\\""', "1-_"])
DOTTED = st.lists(KEYS, min_size=1, max_size=3).map(" . ".join)
CHARACTERS = st.text("ab\u5206 #=[]{}", max_size=6)
BASIC = st.lists(CHARACTERS | st.sampled_from(["'", "\\n", "\\t", '\\"', "\\\\", "\\u5206", "\\U0001F600"]), max_size=4)
LONG = st.lists(CHARACTERS | st.sampled_from(["\n", "\\\n  ", "\\ \n\n\t", '"', '""', "'", "\\\\", '\\"']), max_size=5)
PLAIN = st.lists(CHARACTERS | st.sampled_from(['"', "\\"]), max_size=4)
LONG_PLAIN = st.lists(CHARACTERS | st.sampled_from(["\n", "'", "''", '"', "\\"]), max_size=5)
TEXTS = st.one_of(
    BASIC.map(lambda parts: f'"{"".join(parts)}"'),
    PLAIN.map(lambda parts: f"'{''.join(parts)}'"),
    LONG.map(lambda parts: f'"""{"".join(parts)}"""'),
    LONG_PLAIN.map(lambda parts: f"'''{''.join(parts)}'''"),
)
SCALARS = TEXTS | st.sampled_from(
    [
        "1",
        "-0.5",
        "+1_000",
        "0xff",
        "0o17",
        "0b1",
        "1e5",
        "inf",
        "-nan",
        "true",
        "false",
        "2024-01-01",
        "08:30:00",
        "2024-01-01T08:30:00.5+08:00",
    ]
)
BETWEEN = st.sampled_from(["", " ", "\n", " # x\n\t"])


def lists(values):
    parts = st.lists(st.tuples(BETWEEN, values, BETWEEN).map("".join), max_size=3)
    return st.tuples(parts.map(",".join), st.sampled_from(["", " "])).map(lambda part: f"[{''.join(part)}]")


def tables(values):
    pairs = st.tuples(DOTTED, st.just(" = "), values).map("".join)
    return st.lists(pairs, max_size=3).map(lambda parts: f"{{ {', '.join(parts)} }}")


VALUES = st.recursive(SCALARS, lambda inner: lists(inner) | tables(inner), max_leaves=4)
PAIRS = st.tuples(st.sampled_from(["", "  "]), DOTTED, st.sampled_from(["=", " = "]), VALUES).map("".join)
HEADERS = st.tuples(st.sampled_from([("[", "]"), ("[[", "]]"), ("[ ", " ]")]), DOTTED).map(
    lambda part: f"{part[0][0]}{part[1]}{part[0][1]}"
)
STATEMENTS = st.tuples(PAIRS | PAIRS | HEADERS | st.sampled_from(["", "# x"]), st.sampled_from(["", " # note", "\t"]))
DOCUMENTS = st.lists(STATEMENTS.map("".join), max_size=6).map("\n".join)


def parsed(text):
    try:
        return tomllib.loads(text)
    except ValueError:
        return None


def paths(value, path=()):
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in inner:
        yield (*path, key)
        yield from paths(part, (*path, key))


@given(DOCUMENTS)
@settings(deadline=None, max_examples=150)
def test_it_marks_the_keys_and_values_that_the_parser_reads_in_the_same_order(text):
    data = parsed(text)
    assume(data is not None)
    found = scan(Source.of(text))
    assert found.slips == ()
    assert found.marks.keys() == set(paths(data))
    for path in (path for path in ((), *found.marks) if isinstance(at(data, path), dict)):
        order = [mark[-1] for mark in found.marks if len(mark) == len(path) + 1 and mark[:-1] == path]
        assert order == list(at(data, path))


def test_a_text_in_a_list_that_holds_a_mark_and_an_equals_sign_begins_no_statement():
    assert scan(Source.of('a=[\n"\\"="]')).slips == ()


def at(data, path):
    for key in path:
        data = data[key]
    return data


@given(DOCUMENTS)
@settings(deadline=None, max_examples=150)
def test_it_places_each_character_of_each_text_where_it_stands(text):
    data = parsed(text)
    assume(data is not None)
    source = Source.of(text)
    document = Document("a.toml", data, scan(source).marks, source.lines)
    for path in document.marks:
        if isinstance(at(data, path), str):
            written = document.written(path)
            assert len(written.marks) in (0, len(written.text))
            for offset, character in enumerate(written.text):
                place = written.place(offset)
                line = source.lines[place.line - 1] + "\n"
                assert written.source_line(offset) == source.lines[place.line - 1]
                assert line[place.column - 1] in (character, "\\")


@given(st.lists(DOCUMENTS | st.text("ab[]{}=\"'\\.,#\n 1", max_size=12), max_size=4).map("".join))
@settings(deadline=None, max_examples=150)
def test_what_it_calls_a_slip_the_parser_refuses(text):
    if scan(Source.of(text)).slips:
        assert parsed(text) is None


def test_a_key_is_marked_at_its_last_part():
    marks = scan(Source.of("[a . b]\nc.d = 1\n[[e]]\n'f' = [ 2 ]")).marks
    assert [(path, mark.key, mark.key_length) for path, mark in marks.items()] == [
        (("a",), (1, 2), 1), (("a", "b"), (1, 6), 1), (("a", "b", "c"), (2, 1), 1), (("a", "b", "c", "d"), (2, 3), 1),
        (("e",), (3, 3), 1), (("e", 0), (3, 3), 1), (("e", 0, "f"), (4, 1), 3), (("e", 0, "f", 0), (4, 9), 1),
    ]  # fmt: skip


def test_a_header_within_an_array_of_tables_means_its_last_table():
    marks = scan(Source.of("[[a]]\n[[a]]\n[a.b]\nc = 1\n[[a.d]]\n[[a.d]]")).marks
    assert {("a", 0), ("a", 1), ("a", 1, "b", "c"), ("a", 1, "d", 0), ("a", 1, "d", 1)} <= marks.keys()
    assert ("a", 0, "b") not in marks

"""From text to tree, and trees put together."""

import ast
import threading
import time
import warnings
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfeval_rules.catalogue import CATALOGUE
from perfeval_rules.findings import Place, Written
from perfeval_rules.formula import language
from perfeval_rules.formula.language import Refused, compose, parse
from perfeval_rules.formula.nodes import constant_of, formula_of
from tests.formula.strategies import formulas

TOKENS = st.sampled_from(
    [
        "a", "b", "得分", "0.5", "90", "'x'", "(", ")", "[", "]", ",", "+", "-", "*", "/", "<", ">=", "==", "!=", "and", "or",
        "not", "in", "if", "else", "min(", "sum(", "**", "=", "≥", "“", "”", "%", ".", ":", "lambda", "for", "is", "None", "f'x'",
        "\\", "\n", "'", "{", "}", "#", "@", "；", "１", "ａ",
    ]
)  # fmt: skip


def test_a_number_is_exactly_what_its_digits_say():
    tree = parse("0.1").tree
    assert isinstance(tree, ast.Constant)
    assert constant_of(tree) == Fraction(1, 10)
    assert type(constant_of(tree)) is Fraction


def test_a_number_of_many_digits_is_kept_to_the_last():
    tree = parse("999999999999999999.999999999999").tree
    assert constant_of(tree) == Fraction(10**30 - 1, 10**12)


def test_offsets_count_characters():
    formula = parse("  length('得分，人次') +\n\tlength('𠀀') + weight")
    names = {node.id: node for node in ast.walk(formula.tree) if isinstance(node, ast.Name)}
    assert formula.part(names["weight"]) == "weight"
    assert formula.place(names["weight"]) == Place("", 2, 16)
    assert formula.part(formula.tree) == formula.text.strip()


def test_every_part_knows_its_formula():
    formula = parse("weight * min(attainment, 1) if met else 0")
    assert all(formula_of(node) is formula for node in ast.walk(formula.tree) if isinstance(node, ast.expr))


def test_a_composed_formula_keeps_each_authors_words_and_place():
    score = parse(Written("weight * attainment", Place("r.toml", 12, 9), ('score = "weight * attainment"',)))
    when = parse(Written("met", Place("r.toml", 30, 8)))
    whole = compose(
        "round(_score, 2) if default(_when, False) else _other", _score=score, _when=when, _other="_score * 2"
    )
    told = {formula_of(node).part(node): str(formula_of(node).place(node)) for node in ast.walk(whole.tree)
            if isinstance(node, ast.expr) and not formula_of(node).own}  # fmt: skip
    assert told == {
        "weight * attainment": "r.toml:12:9", "weight": "r.toml:12:9", "attainment": "r.toml:12:18", "met": "r.toml:30:8",
    }  # fmt: skip
    assert whole.own
    assert not score.own


def test_a_frame_that_is_only_a_name_becomes_its_part():
    score = parse("weight")
    assert compose("_score", _score=score).tree is score.tree


def test_parts_take_the_place_of_names_not_of_functions():
    whole = compose("min(min, 1)", min=parse("a + b"))
    assert ast.dump(whole.tree.func) == ast.dump(ast.Name("min", ast.Load()))
    assert isinstance(whole.tree.args[0], ast.BinOp)


def test_a_frame_is_not_altered_by_the_parts_put_into_it():
    first = compose("min(_a, 1) if _b in (1, 2) else -_a", _a="x", _b="y")
    second = compose("min(_a, 1) if _b in (1, 2) else -_a", _a="z")
    names = [sorted({n.id for n in ast.walk(whole.tree) if isinstance(n, ast.Name)}) for whole in (first, second)]
    assert names == [["min", "x", "y"], ["_b", "min", "z"]]
    assert [formula_of(whole.tree).part(whole.tree) for whole in (first, second)] == [first.text, second.text]


def test_a_type_may_stop_but_not_cover_a_lack():
    assert parse("stop('late') if late else 1", stops=True).own is False
    for text in ("default(a, 0)", "_a"):
        with pytest.raises(Refused):
            parse(text, stops=True)


def test_a_frame_may_be_deep_and_long():
    assert compose("ifs(" + "a == 'x', 'y', " * 200 + "'z')").tree
    assert compose("-" * 40 + "a").tree


def test_a_frame_must_be_of_the_language():
    with pytest.raises(Refused):
        compose("a = b")


def test_what_the_order_of_tokens_let_through_is_refused_by_its_kind(monkeypatch):
    class Lenient:
        def __init__(self, *_, **__):
            pass

        def check(self, end):
            pass

    monkeypatch.setattr(language, "Order", Lenient)
    for text in ("a[0]", "a [b]", "*a", "a b", "'x'[0] + 1", "[*a]"):
        with pytest.raises(Refused):
            parse(text)


def stays_typed(text):
    """Parsing gives a formula or findings of the catalogue, each standing in the text, and nothing else."""
    try:
        return parse(text)
    except Refused as refused:
        findings = refused.findings
    assert findings
    for found in findings:
        assert found.code in CATALOGUE
        assert 1 <= found.at.line <= text.count("\n") + 1
        assert found.say("zh")
        assert found.advise("en")
    return None


@settings(deadline=None, max_examples=120)
@given(st.text(max_size=80) | st.lists(TOKENS, max_size=25).map(" ".join) | st.lists(TOKENS, max_size=25).map("".join))
def test_any_text_is_a_formula_or_refused_without_a_warning(text):
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        stays_typed(text)
    assert not warned


@settings(deadline=None, max_examples=40)
@given(formulas())
def test_a_formula_of_the_language_is_read(text):
    assert parse(text).part(parse(text).tree) in (text, text[1:-1])


HOSTILE = [
    "(" * 1000, ")" * 1000, "[" * 500 + "]" * 500, "-" * 1000, "+-" * 500, "~" * 1000, "not " * 250, "a" * 1000,
    "a if b else " * 83, "lambda:" * 142, "f(" * 333, "a.b" * 333, "a[" * 500, "'" * 1000, '"""' * 333, "1" * 1000,
    "1e999999999", "9" * 18 + "." + "9" * 12, "+".join("1" * 500), "<".join("1" * 500), "a**" * 333, "9**9**9**9",
    "{" * 1000, "f'{" * 300, "\\" * 1000, "\ud800" * 10, "\x00", "#" * 1000, ";" * 1000, "a=" * 500, "a:=" * 300,
    "(yield)", "await a", "[x for x in y]" * 70, "__import__('os').system('x')", "().__class__", "`a`" * 300, "…" * 1000,
    "max(" * 32 + "not " * 8 + "a" + ")" * 32, ("f(" + "-" * 8) * 31 + "1" + ")" * 31, "a,\n" * 300, "1_0" * 300,
    "(1 if 1 else " * 32 + "1" + ")" * 32, "0b1" * 300, "=" * 1000, "<>" * 500, "\n" * 1000, "且" * 1000,
]  # fmt: skip


def test_hostile_texts_are_refused_on_a_small_stack():
    outcomes = []

    def work():
        outcomes.extend(stays_typed(text) or True for text in HOSTILE)

    before = threading.stack_size(128 * 1024)
    try:
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
    finally:
        threading.stack_size(before)
    assert len(outcomes) == len(HOSTILE)
    assert [formula.text[:6] for formula in outcomes if formula is not True] == [
        "aaaaaa", "999999", "1<1<1<", "(1 if ", "且且且且且且",
    ]  # fmt: skip


def test_a_text_of_many_megabytes_is_refused_without_a_look_at_its_end():
    started = time.process_time()
    for text in ("1+" * 2_500_000, "\n" * 5_000_000):
        with pytest.raises(Refused):
            parse(text)
    assert time.process_time() - started < 0.05

"""Formulas written to do harm, one by one: each is refused at its place, at once, and on the smallest stack there is."""

import threading
import time
from fractions import Fraction

import pytest

from perfeval_rules.formula.evaluator import evaluate
from perfeval_rules.formula.kinds import Vocabulary, check
from perfeval_rules.formula.language import Refused, parse
from perfeval_rules.readings.exact import Exact
from tests.formula.strategies import Row

STACK = 128 * 1024
MOST_SECONDS = 0.05
SEEN = Vocabulary(
    names={"a": "number", "actual": "number", "target": "number", "met": "boolean", "name": "text", "form": "text"}
)

OBJECTS = {
    "a model that unpickles": "form.parse_raw('x', proto='pickle', allow_pickle=True)",
    "a model that opens files": "form.parse_file('/etc/passwd')",
    "a model that is rebuilt": "form.model_rebuild()",
    "a model's configuration": "form.model_config",
    "a model that is made": "form.model_construct()",
    "the globals of a method": "form.method.__globals__",
    "the class of a value": "a.__class__.__mro__",
    "the class of a tuple": "().__class__",
    "a path that reads": "form.read_text()",
    "a logger's root": "form.manager.root.handlers",
    "a method of a number": "actual.as_integer_ratio()",
    "a method that formats": "actual.strftime('x')",
    "a method of a text": "'a'.zfill(1000000000)",
    "a text that is padded": "'a'.center(1000000000)",
    "a number as bytes": "a.to_bytes(1000000000, 'big')",
    "an attribute before a key": "form.items",
    "a key of a table": "form['x']",
    "a deep attribute": "a.b.c.d.e",
    "the frame of a generator": "(x for x in a).gi_frame",
    "the code of a generator": "(x for x in a).gi_code",
    "a coroutine": "await a",
    "a module": "os.system('true')",
    "a module's search": "re.match('(a+)+$', name)",
}
FUNCTIONS = {
    "an import": "__import__('os').system('true')",
    "an evaluation": "eval('1')",
    "getattr": "getattr(form, 'x')",
    "a partial of getattr": "partial(getattr)(form, 'x')",
    "a lambda around getattr": "(lambda x: getattr(x, 'y'))(form)",
    "an attrgetter": "attrgetter('a.b')(form)",
    "a function without its bracket": "min",
    "a function without its bracket in a sum": "max + 1",
    "a function as an argument": "min(max, 1)",
    "a function in brackets": "(min)(1, 2)",
    "a function called back": "min(1, 2, key=abs)",
    "arguments unpacked": "min(*form)",
    "named arguments unpacked": "min(**form)",
    "the result of a call called": "min(1, 2)(3)",
    "an unknown function": "sum_of_everything(1)",
    "a builtin that makes numbers": "int('1' * 5)",
    "a builtin that makes floats": "float('nan')",
    "a range": "range(1000000000)",
    "chance": "rand()",
    "one argument where two are needed": "max(a)",
    "no arguments": "max()",
    "an endless iterator": "1 in form",
}
STATEMENTS = {
    "an assignment": "actual = target",
    "two statements": "1;0",
    "a walrus": "(a := 1)",
    "an import statement": "import os",
    "a deletion": "del a",
    "a comment": "a # b",
    "a second line": "a\nb",
    "nothing": "",
    "blanks": " \t ",
}
TEXTS = {
    "a width in an f-string": "f'{a:1000000000}'",
    "a precision in an f-string": "f'{a:.1000000000f}'",
    "a width from a name": "f'{a:{name}}'",
    "a width by percent": "'%1000000000d' % a",
    "a text many times": "'a' * 1000000000",
    "bytes": "b'a'",
    "a raw text": "r'a'",
    "a long text": '"""a"""',
    "an escape": "'\\x41'",
    "a backtick": "`a`",
}
NUMBERS = {
    "a power": "4000000 ** 4000000",
    "a power of one digit": "9 ** 3999999",
    "a product of powers": "9 ** 3999999 * 9 ** 3999999",
    "a power of powers": "9 ** 9 ** 9 ** 9",
    "a caret": "9 ^ 9",
    "a root of a negative number": "(-8) ** 0.5",
    "a shift": "1 << 10001",
    "an infinite literal": "1e999",
    "a literal that would hang": "1e999999999",
    "infinity made": "1e308 * 10",
    "not a number made": "1e999 - 1e999",
    "not a number named": "nan >= 1",
    "infinity named": "inf",
    "a decimal made": "Decimal('NaN') >= 1",
    "an imaginary number": "1j",
    "a hexadecimal number": "0xFF",
    "an underscore in a number": "1_000",
    "nineteen digits": "1" * 19,
    "thirteen places": "0." + "1" * 13,
    "a million digits in a thousand": "1" * 1000,
    "Arabic digits": "٣ + 1",
    "bold digits": "𝟗 + 1",
    "a remainder": "a % 2",
    "a whole division": "a // 2",
    "a bit operation": "a & 1",
    "a complement": "~a",
    "a matrix product": "a @ a",
}
KINDS = {
    "a number as a condition": "1 if actual else 0",
    "zero taken for no": "actual or 5",
    "a condition as a number": "True + True",
    "a number denied": "not actual",
    "branches of two kinds": "1 if met else 'a'",
    "a text in a sum": "name + 1",
    "a text compared with a number": "name > 1",
    "a condition compared": "met > 0",
    "identity": "a is a",
    "an unknown name in a dead branch": "1 if True else nosuch",
    "an unknown name": "nosuch",
    "places that a row may set": "round(a, actual)",
    "places beyond any form": "round(a, 1000000000)",
}
CONTAINERS = {
    "a comprehension": "[x for x in a]",
    "a comprehension over itself": "[x for a in x]",
    "a generator": "sum(x for x in a)",
    "a set": "{1, 2}",
    "a table": "{'a': 1}",
    "a list": "[1, 2]",
    "a tuple": "(1, 2)",
    "a lambda": "lambda: 1",
    "a yield": "(yield)",
    "an ellipsis": "...",
    "a slice": "a[1:2]",
    "a star": "*a",
}
LETTERS = {
    "a full-width letter": "ａctual",
    "a Cyrillic letter": "аctual",
    "full-width underscores": "＿＿class＿＿",
    "underscores": "__class__",
    "a zero": "a\x00",
    "half a character": "a \ud800",
    "an order of reading turned round": "a \u202e",
    "a space of no width": "a\u200b",
    "a soft hyphen": "a\xad",
    "a mark of the start": "\ufeffa",
    "a full-width bracket": "（a）",
    "a full-width comma": "min(a，1)",
    "a sign of comparison": "a ≥ 1",
    "a sign of multiplication": "a × 2",
}
DEPTH = {
    "a hundred brackets": "(" * 100 + "a" + ")" * 100,
    "two hundred brackets": "(" * 199 + "a" + ")" * 199,
    "thirty-three brackets": "(" * 33 + "a" + ")" * 33,
    "lists in lists": "[" * 400 + "]" * 400,
    "nine hundred signs": "-" * 900 + "a",
    "nine signs": "-" * 9 + "a",
    "five thousand signs": "-" * 5000 + "a",
    "many denials": "not " * 249 + "met",
    "a long sum": "+".join(["a"] * 500),
    "a longer sum": "+".join(["a"] * 100_000),
    "choices in choices": "1 if met else " * 70 + "1",
    "calls in calls": "abs(" * 199 + "a" + ")" * 199,
    "brackets never closed": "(" * 999,
    "a thousand and one characters": "a" + " " * 1000,
    "five million terms": "1+" * 2_500_000 + "1",
}
CASES = {
    name: text
    for kind in (OBJECTS, FUNCTIONS, STATEMENTS, TEXTS, NUMBERS, KINDS, CONTAINERS, LETTERS, DEPTH)
    for name, text in kind.items()
}


def faults(text):
    """What is wrong with a formula whose value must be a number."""
    try:
        formula = parse(text)
    except Refused as refused:
        return refused.findings
    return check(formula, SEEN, "number")[1]


def on_a_small_stack(work):
    """What a function gives in a thread with as little stack as some systems have."""
    results = []
    before = threading.stack_size(STACK)
    try:
        thread = threading.Thread(target=lambda: results.append(work()))
        thread.start()
        thread.join()
    finally:
        threading.stack_size(before)
    return results[0]


@pytest.mark.parametrize("name", CASES)
def test_it_is_refused_at_its_place_and_at_once(name):
    text = CASES[name]

    def work():
        started = time.thread_time()
        return faults(text), time.thread_time() - started

    found, seconds = min((on_a_small_stack(work) for _ in range(2)), key=lambda outcome: outcome[1])
    assert any(one.severity == "error" for one in found)
    assert seconds < MOST_SECONDS
    for one in found:
        assert 1 <= one.at.line <= text.count("\n") + 1
        assert 1 <= one.at.column <= max(len(line) for line in text.split("\n")) + 1
        assert sum(map(len, (one.say("zh"), one.advise("zh"), one.say("en"), one.advise("en")))) < 2_000


def test_a_place_counts_characters_not_bytes():
    found = faults("满意度 > 1 and é(2)")
    assert min(one.at.column for one in found if "é" in str(one.values.values())) == 13


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.1 >= 0.1", True),
        ("0.1 + 0.2 == 0.3", True),
        ("3 * (5 / 24) == 0.625", True),
        ("1 / 3 * 3 == 1", True),
        ("round(0.5, 0) + round(1.5, 0) + round(2.5, 0)", Fraction(6)),
        (
            "999999999999999999 * 999999999999999999 + 0.000000000001 - 999999999999999999 * 999999999999999999",
            Fraction(1, 10**12),
        ),
    ],
)
def test_what_floats_and_decimals_get_wrong_is_exact(text, value):
    assert evaluate(parse(text), Exact(), Row()) == value

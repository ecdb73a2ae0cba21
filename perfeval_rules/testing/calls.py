"""The examples of a function that a plugin gives: each call, worked out by every reading, gives what is said."""

import json
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path

from perfeval_rules.engine import Engine
from perfeval_rules.errors import RulesetError
from perfeval_rules.extension import Function, FunctionKind
from perfeval_rules.files.toml_write import toml_text
from perfeval_rules.program import Reading
from perfeval_rules.testing.expectation import Said
from perfeval_rules.text import BLANK, Text, decimal

FACT = "example"
TRUTH = {"true": True, "false": False}
READINGS: tuple[Reading, ...] = ("exact", "machine")
Value = Fraction | str | bool | date | None
NOT_A_CALL = Text("例子 {call} 不能用在公式里：{fault}", "The example {call} cannot stand in a formula: {fault}")
NOT_A_VALUE = Text(
    "例子 {call} 的结果“{wanted}”读不出来。", "What the example {call} is to give, “{wanted}”, cannot be read."
)
DIFFERS = Text("{call} 应为 {wanted}，实为 {got}。", "{call} is to give {wanted}, but gives {got}.")


def broken_calls(plugin: str, function: Function, folder: Path) -> Iterator[Text]:
    """What is wrong with the examples of a function of an installed plugin; `folder` is one to write to."""
    for call, wanted in function.examples.items():
        try:
            owed = read(function.result, wanted)
        except (ValueError, KeyError):
            yield _told(NOT_A_VALUE, call=call, wanted=wanted)
            continue
        try:
            given = [_value(plugin, call, folder, reading) for reading in READINGS]
        except RulesetError as refused:
            yield _told(NOT_A_CALL, call=call, fault=_said(refused))
            continue
        for got in given:
            if got != owed or type(got) is not type(owed):
                yield _told(DIFFERS, call=call, wanted=wanted or BLANK, got=shown(got))
                break


def read(kind: FunctionKind, text: str) -> Value:
    """A result as its author wrote it; blank: no value. Raises ValueError or KeyError for one that is not of its kind."""
    if text == "" and kind != "text":
        return None
    match kind:
        case "number":
            return Fraction(text)
        case "boolean":
            return TRUTH[text]
        case "date":
            return date.fromisoformat(text)
        case _:
            return text


def _value(plugin: str, call: str, folder: Path, reading: Reading) -> Value:
    """What a call gives, as a fact of a ruleset that requires the plugin; raises RulesetError where it cannot be one."""
    file = folder / "calls.toml"
    head = {"id": "calls", "edition": "1", "years": {"from": 2000}}
    ruleset = {"format": 1, "ruleset": head, "requires": {"plugins": {plugin: ""}}, "fact": {FACT: {"value": call}}}
    file.write_text(toml_text(ruleset), "utf-8")
    engine = Engine()
    form, _ = engine.read(json.dumps({"rows": []}).encode(), "form.json")
    assert form is not None, "a form of our own can be read"
    value = engine.program(file).evaluate(form, reading).facts.get(FACT)
    return value if isinstance(value, (Fraction, str, bool, date)) else None


def _said(refused: RulesetError) -> Text:
    errors = [one for one in refused.findings if one.severity == "error"]
    return Text(errors[0].say("zh"), errors[0].say("en"))


def _told(words: Text, **values: str | Text) -> Text:
    return Text(words.fill("zh", values), words.fill("en", values))


def shown(value: Said | date) -> str:
    """A result as people write it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return ", ".join(value) or BLANK
    return decimal(value) if isinstance(value, Fraction) else str(value or BLANK)

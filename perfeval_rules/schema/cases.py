"""The schema of a `cases.toml`: forms, or single rows, and what is expected of each."""

from collections.abc import Iterable, Mapping

from perfeval_rules.evaluation import OUTCOMES
from perfeval_rules.reasons import VERDICTS
from perfeval_rules.ruleset.identifiers import FACT_NAME, IDENTIFIER
from perfeval_rules.schema.shapes import (
    TEXT,
    Schema,
    choice,
    closed,
    document,
    either,
    keyed,
    listed,
    ref,
    titled,
)
from perfeval_rules.schema.submission import form_keys, form_parts
from perfeval_rules.schema.titles import TITLES, title
from perfeval_rules.testing.case_forms import FORM_KEYS
from perfeval_rules.testing.expectations import OF_A_FOLDER, OF_A_GROUP, OF_A_LINE, OF_THE_FORM

NUMBER: Schema = titled(
    {
        "type": ["number", "string"],
        "pattern": r"^(?:\s*[+-]?[0-9]+(?:\.[0-9]+|/0*[1-9][0-9]*)?\s*)?$",
    },
    description="A number as a text or not, a fraction such as `5/24`; blank where there is none.",
)
NAMED = either([ref("number"), {"type": ["string", "boolean"]}])
SHAPES: Mapping[str, Schema] = {
    "score": ref("number"),
    "weight": ref("number"),
    "attainment": ref("number"),
    "outcome": choice(OUTCOMES),
    "rule": titled(TEXT, description="The id of the rule that took the row, or `line.ID`; blank where none did."),
    "group": titled(TEXT, description="The id of the group it stands in; blank where it stands in none."),
    "total": ref("number"),
    "full_marks": ref("number"),
    "grade": titled(TEXT, description="The id of the grade; blank where none is given."),
    "reasons": titled(
        keyed(either([choice(VERDICTS), listed(choice(VERDICTS), minItems=1)]), IDENTIFIER.pattern),
        description="Every reason owed with its verdict: one for all lines, or a list in their order.",
    ),
    "findings": titled(
        listed({"type": "string", "pattern": rf"^check\.(?:{IDENTIFIER.pattern})$"}),
        description="The checks that fire, each as often as it does.",
    ),
    "codes": titled(listed(TEXT), description="Codes of what else is found, checks and reasons apart."),
    "adjusts": titled(
        listed({"type": "string", "pattern": IDENTIFIER.pattern}),
        description="The adjusts of total and grade that act.",
    ),
    "extra": titled({"type": "boolean"}, description="Whether the group lies outside full marks."),
    "withheld": titled({"type": "boolean"}, description="Whether the group has no score yet."),
    "shown": titled(keyed(NAMED, FACT_NAME.pattern), description="Facts that are shown as results."),
    "groups": keyed(ref("expected-of-group"), IDENTIFIER.pattern),
    "facts": keyed(NAMED, FACT_NAME.pattern),
    "lines": titled(keyed(ref("expected-of-line")), description="Single lines by id, name or number."),
    "forms": titled(
        listed(either([ref("expected-of-form"), closed({})]), minItems=1),
        description="Each form of the folder, in their order; `{}` compares nothing.",
    ),
}
"""What may be expected, by the key that says it."""


def cases_schema() -> Schema:
    """The schema of a file of cases."""
    cases = {**keyed(ref("case")), "minProperties": 1}
    properties = {"case": titled(cases, TITLES["cases"], "Each case under a name of its own.")}
    whole = titled(closed(properties, ("case",)), TITLES["cases"], "The `cases.toml` beside a ruleset.")
    parts = {
        "case": {"oneOf": [ref(f"case-of-{kind}") for kind in ("file", "row", "form", "folder")]},
        **_cases(),
        "expected-of-form": {**_expected(OF_THE_FORM), "minProperties": 1},
        "expected-of-folder": {**_expected(OF_A_FOLDER), "minProperties": 1},
        "expected-of-row": {**_expected((*OF_A_LINE, *OF_THE_FORM)), "minProperties": 1},
        "expected-of-line": _expected(OF_A_LINE),
        "expected-of-group": _expected(OF_A_GROUP),
        "number": NUMBER,
        "form-in-folder": titled(closed(_form()), title("case", "form"), "A form of a folder, written in the case."),
        **form_parts(),
    }
    return document("cases", whole, parts)


def _cases() -> Mapping[str, Schema]:
    """The four kinds of cases, told apart by `form`, `row` and `forms`."""
    form = _form()
    file = titled(TEXT, title("case", "form"), "The file of a form, named from the folder of the cases.")
    row = titled(ref("row"), title("case", "row"), "The only row of a form that is not complete.")
    forms = titled(
        listed(either([TEXT, ref("form-in-folder")]), minItems=1),
        title("case", "forms"),
        "The forms of a folder, side by side: each the name of a file beside the cases, or a form written here.",
    )
    around_row = {key: shape for key, shape in form.items() if key != "rows"}
    kinds: Mapping[str, tuple[str, Mapping[str, Schema], tuple[str, ...]]] = {
        "file": ("form", {"form": file}, ("form",)),
        "row": ("row", {"row": row, **around_row}, ("row",)),
        "form": ("form", form, ()),
        "folder": ("folder", {"forms": forms}, ("forms",)),
    }
    expect = TITLES["expect"]
    return {
        f"case-of-{kind}": closed({**keys, "expect": titled(ref(f"expected-of-{of}"), expect)}, (*required, "expect"))
        for kind, (of, keys, required) in kinds.items()
    }


def _form() -> dict[str, Schema]:
    """What a case may say of a form."""
    return {key: shape for key, shape in form_keys().items() if key in FORM_KEYS}


def _expected(keys: Iterable[str]) -> Schema:
    """What may be expected of one thing."""
    return closed({key: titled(SHAPES[key], title("expect", key)) for key in keys})

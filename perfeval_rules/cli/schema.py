"""`perfeval schema`: the JSON Schema of a document, for editors and for programs that write forms or read results."""

from collections.abc import Callable, Mapping

from perfeval_rules.cli import codes
from perfeval_rules.cli.output import Output
from perfeval_rules.errors import PerfevalError, PluginError, RulesetError
from perfeval_rules.files.library import load as load_ruleset
from perfeval_rules.findings import worst
from perfeval_rules.hosting.discover import discover
from perfeval_rules.hosting.load import load as load_plugins
from perfeval_rules.offer import Offer
from perfeval_rules.schema.cases import cases_schema
from perfeval_rules.schema.evaluation import evaluation_schema
from perfeval_rules.schema.ruleset import ruleset_schema
from perfeval_rules.schema.shapes import Schema
from perfeval_rules.schema.submission import submission_schema

STANDARD: Mapping[str, str] = {"standard": ""}
"""The plugin whose types a ruleset may use where none is named, in any version."""
FIXED: Mapping[str, Callable[[], Schema]] = {
    "submission": submission_schema,
    "evaluation": evaluation_schema,
    "cases": cases_schema,
}


def run(output: Output, document: str, ruleset: str | None) -> int:
    """Print the schema of a document; that of rulesets has the types and line facts of `ruleset`."""
    try:
        schema = FIXED[document]() if document in FIXED else of_rulesets(ruleset)
    except PerfevalError as refused:
        output.refuse(refused.findings)
        return codes.NOT_DONE
    output.data(schema)
    return codes.DONE


def of_rulesets(asked: str | None) -> Schema:
    """The schema of rulesets with the standard types, or with all that a ruleset requires and declares."""
    if asked is None:
        return ruleset_schema(_types(STANDARD))
    ruleset, findings = load_ruleset(asked)
    if ruleset is None:
        raise RulesetError(findings)
    facts = {name: fact.kind for name, fact in ruleset.facts.items() if fact.of == "line"}
    return ruleset_schema(_types(ruleset.requires.plugins), facts)


def _types(requires: Mapping[str, str]) -> Mapping[str, Offer]:
    registry, findings = load_plugins(requires, discover())
    if worst(findings) == "error":
        raise PluginError(findings)
    return registry.types

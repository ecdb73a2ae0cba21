"""Small rulesets and forms for the tests of the plan, written as their authors would write them."""

import json
from functools import cache
from textwrap import dedent

import perfeval_standard
from perfeval_rules.files.forms import read_submission
from perfeval_rules.files.toml import read_toml
from perfeval_rules.formula.algebra import NoValue
from perfeval_rules.hosting.load import load_modules
from perfeval_rules.plan.binding import bind
from perfeval_rules.plan.run import exact
from perfeval_rules.program import Program
from perfeval_rules.ruleset.overlay import merge
from perfeval_rules.ruleset.reading import read

AS_DONE = '[every]\ntype = "number"\nscore = "actual"\n[rule.all]\n'
"""A rule for every row: what was done is its score, so that a test chooses the scores."""


@cache
def standard():
    """The types of the standard plugin."""
    registry, findings = load_modules([perfeval_standard])
    assert findings == (), told(findings)
    return registry


def head(n):
    """The head of the ruleset of a test: the first extends nothing, each further one all before it."""
    bases = ", ".join(f'"small-{earlier}"' for earlier in range(n))
    return f'format = 1\n[ruleset]\nid = "small-{n}"\nedition = "1"\nyears = {{ from = 2020 }}\nextends = [{bases}]\n'


def without(*paths):
    """The head of a ruleset laid over `small-0` that takes some paths of it away."""
    removed = ", ".join(f'"{path}"' for path in paths)
    return head(1).replace("extends", f"remove = [{removed}]\nextends")


def ruleset(*texts):
    """The ruleset of some TOML texts, each laid over those before it; its shape must be sound, its head may be left out."""
    documents = []
    for n, text in enumerate(texts):
        tables = dedent(text).lstrip()
        written = tables if tables.startswith("format") else head(n) + tables
        document, findings = read_toml(written.encode(), f"small-{n}.toml")
        assert not findings, told(findings)
        documents.append(document)
    merged, conflicts = merge(documents)
    found, findings = read(merged)
    assert not [one for one in (*conflicts, *findings) if one.severity == "error"], told((*conflicts, *findings))
    return found


def compiled(*texts, registry=None):
    """The program of some texts, None where there are errors, and everything found in compiling them.

    What lints say of the scores that `AS_DONE` chooses is left to the tests of the lints.
    """
    made, found = Program.of(ruleset(*texts), registry or standard())
    told_of = tuple(one for one in found if one.code != "ruleset.score-without-weight")
    return made and made.with_warnings(told_of), told_of


def program(*texts, registry=None):
    """The program of some texts, which must be sound."""
    made, findings = compiled(*texts, registry=registry)
    assert made is not None, told(findings)
    return made


def faults(*texts, registry=None):
    """Everything found in compiling some texts."""
    return compiled(*texts, registry=registry)[1]


def codes(*texts, registry=None):
    """The code and path of everything found in compiling some texts."""
    return [(finding.code, finding.path) for finding in faults(*texts, registry=registry)]


def told(findings):
    """Findings in words."""
    return [f"{finding.at} {finding.code} {finding.say('en')}" for finding in findings]


def submission(rows=(), **form):
    """A form as JSON gives it."""
    raw = json.dumps({**form, "rows": list(rows)}, ensure_ascii=False).encode()
    made, findings = read_submission(raw, "form.json")
    assert not findings, told(findings)
    return made


def evaluate(made, rows=(), **form):
    """The evaluation of a form."""
    return made.evaluate(submission(rows, **form))


def worked(made, rows=(), **form):
    """A form worked out, for what an evaluation does not say."""
    return exact(made.plan, bind(made.ruleset, made.plan, made.chart, submission(rows, **form)).form)


def look(scope, name):
    """A value by the plan's name; of one that is lacking, `no` and the code."""
    value = scope.look(name)
    return f"no {value.code}" if isinstance(value, NoValue) else value


def line(evaluation, name):
    """The one line of a name or id."""
    (found,) = [each for each in evaluation.lines if name in (each.name, each.id)]
    return found


def group(evaluation, name):
    """The group of an id."""
    (found,) = [each for each in evaluation.groups if each.id == name]
    return found


def scores(evaluation):
    """The score of each line."""
    return [each.score for each in evaluation.lines]


def outcomes(evaluation):
    """The outcome of each line."""
    return [each.outcome for each in evaluation.lines]


def verdicts(evaluation):
    """The verdict on each owed reason, with the number of its line."""
    return [(owed.rule.removeprefix("reason."), owed.line, owed.verdict) for owed in evaluation.reasons]


def row(actual=1, *categories, **more):
    """A row worth 10 points with a target of 10."""
    return {"name": f"r{actual}", "categories": list(categories), "target": 10, "weight": 10, "actual": actual, **more}

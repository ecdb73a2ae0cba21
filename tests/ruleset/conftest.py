"""Rulesets from text, for the tests of their parts."""

from textwrap import dedent

import pytest

from perfeval_rules.files.toml import read_toml
from perfeval_rules.ruleset.overlay import merge
from perfeval_rules.ruleset.reading import read


@pytest.fixture(scope="session")
def document():
    """A function from text to a document."""

    def make(text, name="a.toml"):
        found, findings = read_toml(dedent(text).encode(), name)
        assert findings == ()
        return found

    return make


@pytest.fixture(scope="session")
def headed(document):
    """A function from the tables of a ruleset to a document with a sound head."""

    def make(tables="", name="a", extends=(), remove=()):
        head = f'format = 1\n[ruleset]\nid = "{name}"\nedition = "1"\nyears = {{ from = 2024 }}\n'
        bases, gone = ", ".join(f'"{base}"' for base in extends), ", ".join(f'"{path}"' for path in remove)
        return document(f"{head}extends = [{bases}]\nremove = [{gone}]\n{dedent(tables)}", f"{name}.toml")

    return make


@pytest.fixture(scope="session")
def ruleset(headed):
    """A function from the tables of a ruleset to the ruleset, which must be sound."""

    def make(tables="", **head):
        merged, disagreements = merge([headed(tables, **head)])
        found, findings = read(merged)
        assert (disagreements, findings) == ((), ())
        return found

    return make


@pytest.fixture(scope="session")
def told(headed):
    """A function from the tables of a ruleset to the codes and paths of its faults."""

    def make(tables="", **head):
        _, findings = read(merge([headed(tables, **head)])[0])
        return [(finding.code.removeprefix("ruleset."), finding.path) for finding in findings]

    return make

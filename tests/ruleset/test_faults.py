"""What is wrong in one table."""

import pytest


@pytest.mark.parametrize(
    ("tables", "code", "path"),
    [
        ("[scoring]\nfull_marks = '100'", "number-owed", "scoring.full_marks"),
        ("[scoring]\nplaces = { line = 2.5 }", "whole-number-owed", "scoring.places.line"),
        ("[scoring]\nplaces = { line = true }", "whole-number-owed", "scoring.places.line"),
        ("[scoring]\nplaces = { lines = 2 }", "unknown-key", "scoring.places.lines"),
        ("[scoring]\nunscored = 'zero'", "table-owed", "scoring.unscored"),
        ("[scoring]\ntotal = 5", "formula-owed", "scoring.total"),
        ("[group.a]\nweight = []", "points-owed", "group.a.weight"),
        ("[group.a]\ntitle = 'x'", "words-owed", "group.a.title"),
        ("[group.a]\ntitle.fr = 'x'", "unknown-key", "group.a.title.fr"),
        ("[group.a]\ntitle.zh = 5", "text-owed", "group.a.title.zh"),
        ("[group.a]\nnames = ['x', 5]", "list-owed", "group.a.names[1]"),
        ("[group.a]\nextra = 'yes'", "yes-no-owed", "group.a.extra"),
        ("[fact.a]\ndefault = []", "constant-owed", "fact.a.default"),
        ("[source.a]\ndocument = 'x'\nfrom = 'x'", "year-owed", "source.a.from"),
        ("[source.a]\ndocument = 'x'\nfrom = -1", "year-owed", "source.a.from"),
        ("[requires]\nplugins = ['x']", "table-owed", "requires.plugins"),
        ("[requires]\nplugins = { x = 1 }", "text-owed", "requires.plugins.x"),
        ("[check.a]", "missing-key", "check.a.when"),
        ("[check.a]\nwhen = 'met'\nseverity = 'fatal'", "not-a-choice", "check.a.severity"),
    ],
)
def test_each_fault_of_a_table_is_told_once_under_its_path(told, tables, code, path):
    assert told(tables) == [(code, path)]


def test_a_misspelt_key_is_offered_the_nearest_of_its_own_table(headed):
    from perfeval_rules.ruleset.overlay import merge
    from perfeval_rules.ruleset.reading import read

    _, findings = read(merge([headed("[group.a]\ntitle.hz = 'x'\nwieght = 1")])[0])
    assert ["zh" in finding.advise("zh") or "weight" in finding.advise("zh") for finding in findings] == [True, True]

"""A plugin looked over, here in one process."""

import re
import sys
from unittest import SkipTest

import pytest
from hypothesis import settings

from perfeval_rules.kit.strategies import repeatable
from perfeval_rules.testing import IndicatorTypeSuite
from perfeval_rules.testing.inspection import ABOVE, MOST_TOLD, NOT_TRIED, inspection
from perfeval_rules.testing.properties import (
    OF_A_FUNCTION,
    OF_A_LINT,
    OF_A_READER,
    OF_A_TYPE,
    OF_A_TYPE_IN_PYTHON,
    OF_A_WRITER,
    OF_BOTH,
)
from tests.hosting.conftest import SOUND
from tests.testing.plugins import EXTENSIONS, add_ruleset, with_functions

ON_TARGET = SOUND.replace("examples = (", 'examples = (Example({{}}, {{"actual": "10"}}, "1"), ')
WORSE = ON_TARGET.replace("actual / 10", "1 - actual / 10")
PYTHON = ON_TARGET.replace(
    'attainment = "actual / 10"', "def attain(self, given):\n        return given['actual'] / 10"
)
EXAMPLES_HOLD, OF_EXAMPLES = "test_examples_hold", "test_examples_hold_in_every_reading"


@pytest.fixture
def looked(site, monkeypatch):
    """Looks a plugin over that is given by its code, with few tries, the same each time."""
    monkeypatch.setattr(IndicatorTypeSuite, "tries", 4)
    before = settings.get_current_profile_name()
    repeatable()

    def look(code, **ruleset):
        if ruleset:
            package = site.folder / "sample_nps"
            add_ruleset(package, "nps", **ruleset)
            (package / "__init__.py").write_text(code.format(type="nps"), "utf-8")
            site.install("nps", "", module="sample_nps")
            (site.folder / "sample_nps.py").unlink()
        else:
            site.install("nps", code.format(type="nps") if "{{" in code else code)
        (found,) = site.found()
        return list(inspection(found))

    yield look
    settings.load_profile(before)
    sys.modules.pop("sample_nps.suites", None)


def failed(verdicts):
    return {one.key: [said.en for said in one.said] for one in verdicts if one.holds is False}


def test_of_a_type_of_formulas_every_property_is_looked_at_that_needs_no_author(looked):
    verdicts = looked(ON_TARGET)
    assert [(one.of, one.name, one.key) for one in verdicts] == [
        ("plugin", "nps", "loads"), *(("type", "nps", key) for key in OF_A_TYPE),
    ]  # fmt: skip
    assert verdicts[1].title.zh == "样例"


def test_a_type_in_python_is_asked_what_only_python_can_get_wrong(looked):
    assert [one.key for one in looked(PYTHON)][1:] == [*OF_A_TYPE, *OF_A_TYPE_IN_PYTHON]


def test_what_does_not_hold_is_told_with_an_example(looked):
    said, other = failed(looked(WORSE.replace('"0.5"', '"0.6"')))[EXAMPLES_HOLD]
    assert said.startswith("Example 1 does not hold: attainment is to be 1, but it is 0.")
    assert 'actual = "10"' in said
    assert other.startswith("Example 2 does not hold: attainment is to be 0.6, but it is 0.5.")


SUITES = """
from perfeval_rules.testing import IndicatorTypeSuite
from sample_nps import Sample


class SampleSuite(IndicatorTypeSuite):
    indicator_type = Sample
    may_be_negative = True
    {line}

    def test_examples_hold(self):
        pass
"""


def with_suites(site, line=""):
    """Write what the author of a plugin says to the kit."""
    folder = site.folder / "sample_nps"
    folder.mkdir(exist_ok=True)
    (folder / "suites.py").write_text(SUITES.format(line=line), "utf-8")


@pytest.mark.parametrize(
    ("written", "name", "said"),
    [('{{"actual": 0.1}}, "0.01"', "actual", "0.1"), ('{{"actual": "1"}}, 0.1', "attainment", "0.1")],
)
def test_a_float_in_an_example_is_told_to_be_written_as_a_text(looked, written, name, said):
    (told,) = failed(looked(ON_TARGET.replace('{{"actual": "5"}}, "0.5"', written)))[EXAMPLES_HOLD]
    assert told == f'In example 2 {name} is the float {said}. Write it as a text: "{said}".'


def test_what_its_author_says_of_a_type_is_heeded_and_told(looked, site):
    with_suites(site)
    verdicts = looked(ON_TARGET, score="5")
    assert failed(verdicts) == {}
    assert verdicts[1].key == "as-said"
    assert [said.en for said in verdicts[1].said] == ["may_be_negative"]


def test_what_its_author_does_not_say_is_not_so(looked, monkeypatch):
    monkeypatch.setattr(IndicatorTypeSuite, "tries", 40)
    assert failed(looked(ON_TARGET)).keys() == {"test_every_row_has_a_value_or_words_that_say_why_not"}


def test_a_plugin_cannot_say_what_the_tests_are(looked, site):
    with_suites(site, "tries = 0")
    assert EXAMPLES_HOLD in failed(looked(WORSE, score="5"))


def test_what_may_be_multiplied_is_tried_where_its_author_says_it(looked, site):
    with_suites(site, 'scales = ("actual",)')
    assert "test_one_factor_on_all_changes_nothing" in failed(looked(ON_TARGET, score="5"))


def test_suites_that_cannot_be_read_are_told(looked, site):
    with_suites(site, "x = 1 / 0")
    verdicts = looked(ON_TARGET, score="5")
    assert failed(verdicts)["loads"] == ["ZeroDivisionError: division by zero"]
    assert len(verdicts) > 10


def test_a_plugin_that_cannot_be_imported_is_told_in_words_though_its_suites_import_it_too(looked, site):
    with_suites(site)
    said = failed(looked(ON_TARGET.replace("attainment = ", "atainment = "), score="5"))["loads"]
    assert said[0].startswith("“atainment” in the class Sample is no part of a type; the nearest is “attainment”.")


def test_what_could_not_be_tried_neither_holds_nor_fails(looked):
    verdicts = looked(ON_TARGET.replace("actual", "given_out"))
    (untried,) = (one for one in verdicts if one.holds is None)
    assert untried.key == "test_a_better_value_never_measures_worse"
    assert untried.said == (NOT_TRIED,)
    for word in ("moved", "suites.py"):
        assert word in NOT_TRIED.zh
        assert word in NOT_TRIED.en


@pytest.mark.parametrize("code", ["raise RuntimeError('gone')", "x = 1", ON_TARGET.replace("样例", "")])
def test_a_plugin_that_does_not_load_is_told_why_and_nothing_else_is_looked_at(looked, code):
    (only,) = looked(code)
    assert (only.of, only.key, only.holds) == ("plugin", "loads", False)
    assert only.said


@pytest.mark.parametrize("fault", [ZeroDivisionError("x"), SystemExit(3)])
def test_whatever_looking_raises_is_what_is_told(looked, fault, monkeypatch):
    def raising(suite):
        raise fault

    monkeypatch.setattr(IndicatorTypeSuite, EXAMPLES_HOLD, raising)
    assert failed(looked(ON_TARGET))[EXAMPLES_HOLD] == [f"{type(fault).__name__}: {fault}"]


def test_a_person_may_interrupt(looked, monkeypatch):
    def stopped(suite):
        raise KeyboardInterrupt

    monkeypatch.setattr(IndicatorTypeSuite, EXAMPLES_HOLD, stopped)
    with pytest.raises(KeyboardInterrupt):
        looked(ON_TARGET)


def test_functions_are_held_against_their_examples(looked):
    wrong = ", ".join(f'"half({n})": "0"' for n in range(1, MOST_TOLD + 3))
    verdicts = looked(with_functions(f"{{{wrong}}}"))
    assert [(one.of, one.name, one.key, one.holds) for one in verdicts[1:]] == [
        ("function", name, key, (name, key) != ("half", OF_EXAMPLES))
        for name in ("half", "beyond", "told", "inverse")
        for key in OF_A_FUNCTION
    ]
    assert (verdicts[1].key, verdicts[1].title.en) == (OF_EXAMPLES, "a function")
    assert len(verdicts[1].said) == MOST_TOLD + 1
    assert verdicts[1].said[0].en == "half(1) is to give 0, but gives 0.5."
    assert verdicts[1].said[-1].en == "2 more are left out."


def test_lints_and_formats_are_asked_what_applies_to_them(looked):
    verdicts = looked(EXTENSIONS)
    assert [(one.of, one.name, one.key) for one in verdicts[1:]] == [
        *(("lint", name, key) for name in ("sound", "lacking") for key in OF_A_LINT),
        *(("format", ".in", key) for key in OF_A_READER),
        *(("format", ".out", key) for key in OF_A_WRITER),
        *(("format", ".both", key) for key in (*OF_A_READER, *OF_A_WRITER, *OF_BOTH)),
    ]
    wrong = [(one.name, one.key) for one in verdicts if not one.holds]
    assert wrong == [
        ("lacking", "test_remarks_are_told_in_both_languages"), (".in", "test_a_file_of_no_use_is_told"),
        (".both", "test_a_file_of_no_use_is_told"), (".both", "test_what_is_written_is_read_back"),
    ]  # fmt: skip


def test_the_rulesets_of_a_plugin_are_checked_and_their_cases_run(looked, monkeypatch):
    skip_types(monkeypatch)
    verdicts = looked(ON_TARGET, score="5")
    assert [(one.of, one.name, one.key, one.holds) for one in verdicts[-2:]] == [
        ("ruleset", "own", "sound", True), ("ruleset", "own", "cases", True),
    ]  # fmt: skip


def test_a_fault_is_told_with_its_place_its_advice_and_its_code(looked):
    (only,) = looked(ON_TARGET.replace('"actual / 10"', '"actual / actuals"'))
    said = only.said[0].en.splitlines()
    assert said[0] == "There is no name “actuals”."
    assert "“actual”" in said[1]
    assert said[2] == "sample_nps.Sample.attainment:1:10  formula.unknown-name"


def test_a_fault_of_the_plugin_is_not_told_again_of_its_ruleset(looked):
    plugin, ruleset = looked(ON_TARGET.replace('"actual / 10"', '"actual / actuals"'), score="5")
    assert (plugin.key, plugin.holds) == ("loads", False)
    assert (ruleset.key, ruleset.holds, ruleset.said) == ("sound", None, (ABOVE,))


def test_a_lint_that_fails_everywhere_is_told_once_with_how_many_more(looked):
    broken = EXTENSIONS.replace('yield Remark("ruleset")', "yield Remark(program.rulezet)")
    verdicts = looked(broken)
    (said,) = failed(verdicts)["test_every_ruleset_can_be_looked_through"]
    assert re.search(r"The lint \w+ fails on the ruleset [\w-]+ \(and \d+ more\):", said)
    assert all(len(one.said) < 2 for one in verdicts if one.of == "lint")


def test_a_case_that_does_not_hold_is_told(looked, monkeypatch):
    skip_types(monkeypatch)
    assert failed(looked(ON_TARGET, score="6"))["cases"] == ["case half: score is to be 6, but is 5."]


def test_a_case_that_asks_of_a_line_that_is_not_there_is_told(looked, monkeypatch):
    skip_types(monkeypatch)
    cases = '[case.x]\nrow = {{ name = "a", actual = "5", weight = "10" }}\nexpect = {{ lines = {{ b = {{ score = "{score}" }} }} }}'
    assert failed(looked(ON_TARGET, cases=cases))["cases"]


def test_a_ruleset_without_cases_lacks_them(looked, monkeypatch):
    skip_types(monkeypatch)
    assert failed(looked(ON_TARGET, cases=None)).keys() == {"cases"}


def test_a_ruleset_with_errors_has_no_cases_to_run(looked, monkeypatch):
    skip_types(monkeypatch)
    verdicts = looked(
        ON_TARGET, ruleset='format = 1\n[ruleset]\nid = "own"\nedition = "1"\n[rule.{name}]\ntype = "x"\n'
    )
    assert failed(verdicts).keys() == {"sound"}
    assert verdicts[-1].key == "sound"


def skip_types(monkeypatch):
    """Pass over the tests of types, which these are not about."""

    def skipped(suite):
        raise SkipTest

    for key in OF_A_TYPE:
        monkeypatch.setattr(IndicatorTypeSuite, key, skipped)

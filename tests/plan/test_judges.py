"""Rules and lines resolved against every, their type and their facts; and every fault of it."""

from fractions import Fraction
from typing import ClassVar

import pytest
from pydantic import model_validator

from perfeval_rules.indicator import Example, IndicatorType, Reported
from perfeval_rules.offer import Plugin
from perfeval_rules.registry import Declared, Registry
from perfeval_rules.text import Text
from tests.plan.small import AS_DONE, codes, evaluate, faults, head, outcomes, program, row, scores

ONE = '[rule.all]\ntype = "threshold"\nscore = "weight * attainment"\n'


class Tiers(IndicatorType):
    """A type with an option that a ruleset must write."""

    base: Fraction
    rounds: int = 2

    name = "tiers"
    title = Text("分层", "tiers")

    class Row(Reported):
        actual: Fraction
        target: Fraction | None = None
        label: str = ""

    reported: ClassVar = Row
    attainment = "actual / base"
    examples = (Example({"base": "2"}, {"actual": "1"}, attainment="0.5"),)


REGISTRY, FOUND = Registry.of([Declared(Plugin("tiers", "tiers", "1"), types=(Tiers,))])


def judge(text, path="rule.all", registry=None):
    return program(text, registry=registry).plan.judges[path]


def test_the_type_of_the_test_is_sound():
    assert FOUND == ()


# — where a key comes from —


def test_a_key_comes_from_its_table_then_from_every_then_from_the_type():
    own = judge('[every]\nreverse = "reciprocal"\n' + ONE + 'reverse = "strict"\n')
    shared = judge('[every]\nreverse = "reciprocal"\n' + ONE)
    assert (own.options["reverse"], shared.options["reverse"], judge(ONE).options["reverse"]) == (
        "strict",
        "reciprocal",
        "linear",
    )


def test_formulas_type_and_cites_come_from_every_too():
    text = (
        '[source.s]\ndocument = "d"\n[source.t]\ndocument = "d"\n[every]\ntype = "number"\nscore = "1"\n'
        'applies = "True"\nmanual = "False"\ncites = ["s"]\n[rule.all]\n[rule.own]\nwhen = "True"\n'
        'type = "threshold"\nscore = "2"\napplies = "False"\nmanual = "True"\ncites = ["t"]\n'
    )
    shared, own = judge(text), judge(text, "rule.own")
    assert [formula.text for formula in (shared.score, shared.applies, shared.manual)] == ["1", "True", "False"]
    assert [formula.text for formula in (own.score, own.applies, own.manual)] == ["2", "False", "True"]
    assert (shared.type, shared.cites, own.type, own.cites) == ("number", ("s",), "threshold", ("t",))


def test_an_option_in_every_holds_for_the_types_that_declare_it():
    text = '[every]\nreverse = "strict"\n' + ONE + '[rule.other]\nwhen = "True"\ntype = "number"\nscore = "1"\n'
    assert judge(text).options["reverse"] == "strict"
    assert "reverse" not in judge(text, "rule.other").options


def test_a_number_is_an_option_exactly_as_written():
    assert judge(ONE + "tolerance = 0.1\n").options["tolerance"] == Fraction(1, 10)


def test_a_line_has_an_id_and_a_rule_has_none():
    text = '[line.a]\ntype = "number"\nscore = "1"\nweight = 3\n'
    assert (judge(text, "line.a").id, judge(ONE).id) == ("a", "")
    assert judge(text, "line.a").weight.text == "3"


def test_only_a_line_of_the_ruleset_is_filled_from_the_fund_block():
    text = '[every]\ntype = "execution"\nscore = "1"\n[line.spent]\n[rule.all]\n'
    assert (judge(text, "line.spent").from_funds, judge(text).from_funds) == (True, False)


# — types and options that are not known —


def test_a_table_without_a_type_is_a_fault():
    assert codes('[rule.all]\nscore = "1"\n[line.a]\nscore = "1"\n') == [
        ("ruleset.no-type", "rule.all"),
        ("ruleset.no-type", "line.a"),
    ]


def test_a_type_that_is_not_known_is_a_fault_where_it_is_written():
    (own,) = faults('[rule.all]\ntype = "treshold"\nscore = "1"\n')
    assert (own.code, own.path) == ("ruleset.unknown-type", "rule.all.type")
    assert "“threshold”" in own.advise("en")
    (shared,) = faults('[every]\ntype = "treshold"\nscore = "1"\n[rule.all]\n[rule.b]\nwhen = "True"\n')
    assert (shared.code, shared.path) == ("ruleset.unknown-type", "every.type")


def test_an_option_of_every_that_no_type_declares_is_a_fault():
    (found,) = faults('[every]\nrevers = "strict"\n' + ONE)
    assert (found.code, found.path) == ("ruleset.unknown-option", "every.revers")
    assert "“reverse”" in found.advise("en")


def test_an_option_that_no_type_declares_is_a_fault():
    (found,) = faults(ONE + 'revers = "strict"\n')
    assert (found.code, found.path) == ("ruleset.unknown-option", "rule.all.revers")
    assert "“reverse”" in found.advise("en")


def test_an_option_of_another_type_is_a_fault_that_names_that_type():
    (found,) = faults(ONE + "full_from = 3\n")
    assert (found.code, found.values["types"]) == ("ruleset.option-of-other-type", "grade")


def test_a_rule_presets_nothing():
    assert codes(ONE + "actual = 3\n") == [("ruleset.unknown-option", "rule.all.actual")]


@pytest.mark.parametrize("value", ['"linaer"', "3", "true"])
def test_an_option_that_does_not_take_its_value_is_a_fault(value):
    assert codes(ONE + f"reverse = {value}\n") == [("ruleset.wrong-choice", "rule.all.reverse")]
    assert codes(f"[every]\nreverse = {value}\n" + ONE) == [("ruleset.wrong-choice", "every.reverse")]


@pytest.mark.parametrize("value", ['"many"', "[1, 2]", "{ a = 1 }"])
def test_an_option_of_another_kind_is_a_fault(value):
    assert codes(ONE + f"tolerance = {value}\n") == [("ruleset.wrong-option", "rule.all.tolerance")]


def test_an_option_without_default_must_be_written():
    text = '[rule.all]\ntype = "tiers"\nscore = "1"\n'
    (found,) = faults(text, registry=REGISTRY)
    assert (found.code, found.path, found.values["option"]) == ("ruleset.missing-option", "rule.all", "base")
    assert judge(text + "base = 4\n", registry=REGISTRY).options == {"base": 4, "rounds": 2}
    assert judge("[every]\nbase = 4\n" + text, registry=REGISTRY).options["base"] == 4


def test_a_wrong_value_of_a_needed_option_is_one_fault_and_not_two():
    text = '[rule.all]\ntype = "tiers"\nscore = "1"\nbase = true\n'
    assert codes(text, registry=REGISTRY) == [("ruleset.wrong-option", "rule.all.base")]


LEAVES = {7: SystemExit, 9: KeyboardInterrupt}


class Ordered(Tiers):
    """A type that takes its options only together."""

    name = "ordered"
    examples = (Example({"base": "3"}, {"actual": "3"}, attainment="1"),)

    @model_validator(mode="after")
    def ordered(self):
        if self.base < self.rounds:
            raise ValueError("base 不得小于 rounds")
        if {"base", "rounds"} <= self.model_fields_set and self.base in LEAVES:
            raise LEAVES[self.base]
        return self


TOGETHER, NONE_FOUND = Registry.of([Declared(Plugin("ordered", "perfeval-ordered", "1"), types=(Ordered,))])


def ordered(base):
    assert NONE_FOUND == ()
    return faults(f'[rule.all]\ntype = "ordered"\nbase = {base}\nscore = "attainment"\n', registry=TOGETHER)


def test_options_that_do_not_go_together_are_told_in_the_words_of_the_types_author():
    assert ordered(2) == ()
    (told,) = ordered(1)
    assert (told.code, told.path) == ("ruleset.wrong-options", "rule.all")
    assert told.say("zh").endswith("：base 不得小于 rounds")


def test_a_test_of_options_that_leaves_is_told_with_whose_it_is():
    (told,) = ordered(7)
    assert told.code == "ruleset.wrong-options"
    assert "ordered (perfeval-ordered 1), SystemExit" in told.say("en")


def test_a_person_who_interrupts_a_test_of_options_is_heard():
    with pytest.raises(KeyboardInterrupt):
        ordered(9)


def test_a_row_that_leaves_a_required_value_blank_was_not_reported():
    made = program('[rule.all]\ntype = "tiers"\nbase = 2\nscore = "1"\n', registry=REGISTRY)
    assert outcomes(evaluate(made, [row(3), row("")])) == ["scored", "not_reported"]


# — presets and facts of lines —

LINE = '[line.a]\ntype = "tiers"\nbase = 2\nscore = "actual"\nweight = 9\n'


def line_of(more, facts=""):
    return judge(LINE + more + facts, "line.a", registry=REGISTRY)


def test_a_line_presets_reported_values_and_facts_of_the_line():
    facts = '[fact.share]\nof = "line"\n'
    assert line_of('actual = 3\nlabel = "甲"\nshare = 2\n', facts).presets == {"actual": 3, "label": "甲", "share": 2}


def test_a_fact_of_the_form_is_nothing_a_line_presets():
    assert codes(LINE + "share = 2\n[fact.share]\n", registry=REGISTRY) == [("ruleset.unknown-option", "line.a.share")]


@pytest.mark.parametrize("value", ["true", "[1]", "{ fact = 1 }", '{ fact = "f", more = 1 }', '{ from = "f" }'])
def test_a_preset_is_a_value_of_its_kind_or_names_a_fact(value):
    assert codes(LINE + f"actual = {value}\n[fact.f]\n", registry=REGISTRY) == [
        ("ruleset.wrong-preset", "line.a.actual")
    ]


def test_a_preset_that_names_no_fact_of_the_form_is_a_fault():
    text = LINE + 'actual = { fact = "rat" }\n[fact.rate]\n[fact.rats]\nof = "line"\n'
    (found,) = faults(text, registry=REGISTRY)
    assert (found.code, found.path) == ("ruleset.unknown-fact", "line.a.actual")
    assert "“rate”" in found.advise("en")


def test_a_preset_that_names_a_fact_of_the_line_is_a_fault():
    text = LINE + 'actual = { fact = "share" }\n[fact.share]\nof = "line"\n'
    assert codes(text, registry=REGISTRY) == [("ruleset.unknown-fact", "line.a.actual")]


def test_a_fact_of_the_form_fills_the_reported_value_whose_name_it_bears():
    assert line_of("", '[fact.label]\nkind = "text"\n').facts == {"label": "label"}
    assert line_of('label = "甲"\n', '[fact.label]\nkind = "text"\n').facts == {}
    assert line_of('label = { fact = "tag" }\n', '[fact.label]\nkind = "text"\n[fact.tag]\nkind = "text"\n').facts == {
        "label": "tag"
    }


def test_a_fact_fills_lines_of_the_ruleset_and_no_rows():
    text = '[rule.all]\ntype = "tiers"\nbase = 2\nscore = "1"\n[fact.label]\nkind = "text"\n'
    assert judge(text, registry=REGISTRY).facts == {}


def test_a_scorecard_scores_by_its_facts_alone():
    text = LINE + 'actual = { fact = "rate" }\n[fact.rate]\nvalue = "given_rate * 2"\n[fact.given_rate]\n'
    assert scores(evaluate(program(text, registry=REGISTRY), values={"given_rate": 3})) == [6]


def test_a_check_of_the_type_brings_its_words():
    (name, check), *_ = judge('[rule.all]\ntype = "rate"\nscore = "actual"\n').checks.items()
    assert (name, check.severity, check.stops) == ("mixed-scales", "warning", False)
    assert "{name}" in check.message.zh
    assert "{name}" in check.message.en


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ('[every]\nrevers = "strict"\n' + ONE, "revers ="), (ONE + 'revers = "strict"\n', "revers ="),
        (ONE + "full_from = 3\n", "full_from ="), ('[rule.all]\nscore = "1"\n', "all]"),
        ('[rule.all]\ntype = "treshold"\nscore = "1"\n', '"treshold"'), ('[every]\ntype = "treshold"\n[rule.all]\nscore = "1"\n', '"treshold"'),
        (ONE + 'reverse = "linaer"\n', '"linaer"'), (ONE + 'tolerance = "many"\n', '"many"'),
        ('[line.a]\ntype = "threshold"\nscore = "1"\nactual = true\n', "true"),
        ('[line.a]\ntype = "threshold"\nscore = "1"\nactual = { fact = "rat" }\n', "{ fact"),
    ],
)  # fmt: skip
def test_a_fault_stands_at_the_key_or_at_the_value_whichever_is_wrong(text, mark):
    (found,) = faults(text)
    line = (head(0) + text).splitlines()[found.at.line - 1]
    assert found.line == line
    assert line[found.at.column - 1 :].lstrip('"').startswith(mark.lstrip('"'))
    assert found.length > 1


def test_everything_wrong_with_a_ruleset_is_found_in_one_pass():
    text = (
        AS_DONE
        + 'revers = 1\n[rule.b]\nwhen = "True"\ntype = "x"\n[line.c]\nwrong = 1\n[line.d]\ntype = "grade"\nlate = 1\n'
    )
    assert codes(text) == [
        ("ruleset.unknown-option", "rule.all.revers"),
        ("ruleset.unknown-type", "rule.b.type"),
        ("ruleset.unknown-option", "line.c.wrong"),
        ("ruleset.option-of-other-type", "line.d.late"),
    ]

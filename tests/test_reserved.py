"""The names a type may not bear are those that rulesets and formulas have."""

from perfeval_rules.catalogue import CATALOGUE
from perfeval_rules.plan.compile import OWN_LISTS
from perfeval_rules.plan.vocabulary import FORM, MEASURED, RESERVED, RESULTS, ROW
from perfeval_rules.reserved import BUILT_IN, CELLS, ENGINE_LISTS, FAMILIES, KEYS, OF_THE_FORM
from perfeval_rules.reserved import RESULTS as NOT_A_VALUE
from perfeval_rules.ruleset.tables import Every, Line, Rule


def test_every_key_of_a_rule_or_line_is_reserved():
    keys = {field.alias or name for table in (Every, Rule, Line) for name, field in table.model_fields.items()}
    assert keys - {"options"} == KEYS


def test_every_name_of_a_formula_is_reserved_or_has_its_one_kind():
    assert CELLS == ROW
    assert OF_THE_FORM == FORM
    assert NOT_A_VALUE >= MEASURED.keys() | RESULTS.keys()
    assert KEYS | NOT_A_VALUE | BUILT_IN.keys() >= RESERVED


def test_no_type_can_be_taken_for_a_family_of_codes():
    assert {code.partition(".")[0] for code in CATALOGUE} | {"check"} == FAMILIES


def test_the_engines_own_word_lists_are_known_to_types():
    assert set(OWN_LISTS) == ENGINE_LISTS

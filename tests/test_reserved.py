"""The names a type may not bear are those that rulesets and formulas have."""

from perfeval_rules.catalogue import CATALOGUE
from perfeval_rules.plan.compile import OWN_LISTS
from perfeval_rules.plan.vocabulary import MEASURED, RESULTS
from perfeval_rules.reserved import ENGINE_LISTS, FAMILIES, KEYS
from perfeval_rules.reserved import RESULTS as NOT_A_VALUE
from perfeval_rules.ruleset.tables import Every, Line, Rule


def test_every_key_of_a_rule_or_line_is_reserved():
    keys = {field.alias or name for table in (Every, Rule, Line) for name, field in table.model_fields.items()}
    assert keys - {"options"} == KEYS


def test_what_the_engine_works_out_is_reserved():
    assert MEASURED.keys() | RESULTS.keys() <= NOT_A_VALUE


def test_no_type_can_be_taken_for_a_family_of_codes():
    assert {code.partition(".")[0] for code in CATALOGUE} | {"check"} == FAMILIES


def test_the_engines_own_word_lists_are_known_to_types():
    assert set(OWN_LISTS) == ENGINE_LISTS

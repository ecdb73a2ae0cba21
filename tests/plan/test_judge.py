"""What takes a line, resolved."""

from tests.plan.small import program

KINDS = ("threshold", "grade", "number", "deadline", "yes_no", "execution")
ONE_EACH = "".join(f'[rule.r{n}]\ntype = "{kind}"\nscore = "1"\nwhen = "True"\n' for n, kind in enumerate(KINDS))
JUDGES = program(ONE_EACH).plan.judges


def judge(kind):
    return JUDGES[f"rule.r{KINDS.index(kind)}"]


def test_a_type_with_a_range_and_no_attainment_leaves_the_points_to_a_person():
    assert [kind for kind in KINDS if judge(kind).by_range] == ["grade"]


def test_only_a_type_that_reports_target_and_actual_compares_their_units():
    assert [kind for kind in KINDS if judge(kind).compares] == ["threshold", "number"]


def test_what_takes_a_row_for_which_no_rule_holds_neither_compares_nor_asks_a_person():
    assert (JUDGES[""].by_range, JUDGES[""].compares) == (False, False)

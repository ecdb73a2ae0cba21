"""A form that went through the machine answers for every name as one that went through the exact reading."""

from perfeval_rules.plan.run import exact
from tests.machine.ways import bound, through, told
from tests.plan.small import AS_DONE, look, program, row

RULESET = '[group.output]\n[group.benefit]\n[every]\nreverse = "strict"\n' + AS_DONE.replace(
    '[every]\ntype = "number"', 'type = "threshold"'
)
ROWS = (row(3, "output"), row("", "output"))


def test_every_name_of_form_groups_and_lines_is_answered_alike():
    scope = through(program(RULESET), ROWS, year=2020)
    assert (look(scope, "output.score"), look(scope, "year"), look(scope, "benefit.score")) == (
        "no withheld",
        2020,
        None,
    )


def test_whether_a_group_is_there_is_a_name():
    scope = through(program(RULESET), ROWS)
    assert (scope.look("output._there"), scope.look("benefit._there")) == (True, False)


def test_a_line_answers_for_its_options_its_type_and_its_group():
    line = through(program(RULESET), ROWS).lines[0]
    assert [line.look(name) for name in ("reverse", "type", "group")] == ["strict", "threshold", "output"]
    assert line.look("unheard of") is None


def test_a_line_says_what_is_its_own():
    line = through(program(RULESET), ROWS, year=2020).lines[0]
    own = ("score", "reverse", "type", "group", "actual", "target_text")
    assert [line.says(name) for name in (*own, "year", "executed", "unheard of")] == [True] * 6 + [False] * 3


def test_what_a_line_does_not_know_itself_it_asks_of_the_form():
    line = through(program(RULESET), ROWS, year=2020).lines[0]
    assert line.look("year") == 2020
    assert told(line, "total")[:2] == ("no", "withheld")


def test_only_what_is_neither_false_nor_blank_nor_unsaid_stirs():
    made = program(RULESET + '[check.high]\nwhen = "score > 2"\nmessage.zh = "x"\n')
    given = bound(made, (row(3), row(1), row("")))
    names, lines = ("check.high", "outcome"), made.machine.work_out(given).lines
    told_of = [line.stirring(names) for line in exact(made.plan, given).lines]
    assert [line.stirring(names) for line in lines] == told_of
    assert ["check.high" in found for found in told_of] == [True, False, True]

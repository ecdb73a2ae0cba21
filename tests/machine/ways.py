"""A form through the machine and through the exact reading, name by name, and the functions it was led to."""

from perfeval_rules.formula.algebra import NoValue, Unsayable
from perfeval_rules.plan.binding import bind
from perfeval_rules.plan.run import exact
from tests.agreement.difference import first_difference
from tests.plan.small import submission


def bound(made, rows=(), **form):
    """What a form says, by the plan's names."""
    return bind(made.ruleset, made.plan, made.chart, submission(rows, **form)).form


def told(scope, name):
    """A value; of one that is lacking, its code and part."""
    value = scope.look(name)
    return ("no", value.code, value.part) if isinstance(value, NoValue) else value


def through(made, rows=(), **form):
    """The form as the machine works it out, once every name says what the exact reading says."""
    given = bound(made, rows, **form)
    machine, known = made.machine.work_out(given), exact(made.plan, given)
    names = [*made.plan.constants, *known.values]
    assert_alike(known, machine, names)
    for line, exactly in zip(machine.lines, known.lines, strict=True):
        names = [*exactly.values, *known.values]
        assert (line.judge, line.node) == (exactly.judge, exactly.node)
        assert_alike(exactly, line, names)
    assert_same(made, submission(rows, **form))
    return machine


def assert_alike(exactly, machine, names):
    """Two readings of a form, or of a line, answer alike for some names."""
    difference = first_difference(*({name: told(scope, name) for name in names} for scope in (exactly, machine)))
    assert difference == "", difference


def around(made, rows=(), **form):
    """The words with which the machine leaves a form to the exact reading; the evaluations are the same."""
    assert_same(made, submission(rows, **form))
    try:
        made.machine.work_out(bound(made, rows, **form))
    except Unsayable as fault:
        return str(fault)
    return "went through the machine"


def assert_same(made, form):
    """Every door says of a form what the exact reading says of it, the first time and once its functions are made."""
    exactly = made.evaluate(form, reading="exact")
    for _ in range(2):
        difference = first_difference(exactly, made.evaluate(form, reading="machine"))
        assert difference == "", difference
    scores = made.score(made.values(form))
    assert scores.lines == tuple(line.score for line in exactly.lines)
    assert scores.outcomes == tuple(line.outcome for line in exactly.lines)
    assert (scores.total, scores.grade) == (exactly.total, exactly.grade.id if exactly.grade else None)


def functions(made, rows=(), **form):
    """The functions of a form's lines and, last, of the form itself, stage by stage."""
    route = made.machine.route(made.machine.scores, bound(made, rows, **form))
    return [
        function for stage in route.stages for function in (*stage.ready.functions, stage.ready.of_form) if function
    ]

"""The machine reading of a plan: routes for what is wished, and the exact reading wherever there is none."""

from fractions import Fraction

from perfeval_rules.formula.algebra import Unsayable
from perfeval_rules.machine.results import MachineForm, by_lines
from perfeval_rules.machine.routes import Route, Router
from perfeval_rules.machine.rules import rule_tree
from perfeval_rules.machine.scores import ExactScores, Scores, Values, scored
from perfeval_rules.machine.sources import FormSource, Later
from perfeval_rules.plan.plan import Plan
from perfeval_rules.plan.run import FormInput, exact
from perfeval_rules.plan.worked import WorkedForm
from perfeval_rules.text import decimal


class MachineReading:
    """The functions of one plan, made as forms need them; shared between threads as it is."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.rules = rule_tree(plan)
        line_names = dict.fromkeys(name for entries in plan.lines.values() for name in entries)
        self.everything = Router(plan, tuple(line_names), tuple(plan.form))
        self.scores = Router(plan, ("outcome", "score"), ("total", "grade"))

    def work_out(self, given: FormInput) -> MachineForm:
        """A form with every name worked out; raises Unsayable where the machine cannot say it."""
        return MachineForm(self.plan, self.route(self.everything, given))

    def worked_out(self, given: FormInput) -> WorkedForm:
        """The same, by the exact reading where the machine cannot say it.

        A form that stands as none did before goes through the machine with its lines alone: functions of the form are
        made for what comes again.
        """
        try:
            source = self.source(self.everything, given)
            first, *more = self.everything.steps
            if first.line_up(source) and not more and source.lineup is not None:
                return by_lines(self.plan, source, source.lineup.functions)
            return MachineForm(self.plan, self.everything.route(source))
        except Unsayable:
            return exact(self.plan, given)

    def values(self, given: FormInput) -> Values:
        """A form bound to the functions that score it."""
        try:
            return Values(given, self.route(self.scores, given))
        except Unsayable:
            return Values(given, None)

    def score(self, values: Values) -> Scores | ExactScores:
        """The scores of a form; by the exact reading where the machine cannot say them."""
        if values.route is None:
            return ExactScores(exact(self.plan, values.given))
        return scored(values.route)

    def sources(self, given: FormInput, number: int) -> tuple[str, ...]:
        """The functions that a line's score and the total go through, and what the line's function takes and gives.

        Of 0, which is no line, only those of the total. Raises Unsayable where the machine has none.
        """
        route = self.route(self.scores, given)
        told: list[str] = []
        unit = decimal(Fraction(1, 10**route.source.places))
        for stage in route.stages:
            if number:
                called = stage.ready.functions[number - 1]
                taken = zip(called.names, stage.calls[number - 1][1], strict=True)
                shown = [f"# {name} = {value!r}" for name, value in taken if not isinstance(value, Later)]
                shown = [f"# 1 stands for {unit}", *shown] if shown else []
                told.append("\n".join([called.source.rstrip(), *shown]))
            told += [stage.ready.form.source.rstrip()] if stage.ready.form else []
        return tuple(told)

    def route(self, router: Router, given: FormInput) -> Route:
        """The way of a form."""
        return router.route(self.source(router, given))

    def source(self, router: Router, given: FormInput) -> FormSource:
        """A form with what needs no line worked out, and what takes each line."""
        return router.early(given).with_lines(self.rules.leaf)

"""The machine reading of a plan: routes for what is wished, and the exact reading wherever there is none."""

from collections.abc import Sequence

from perfeval_rules.machine.results import MachineForm
from perfeval_rules.machine.routes import Route, Router
from perfeval_rules.machine.rules import rule_tree
from perfeval_rules.machine.scores import ExactScores, Scores, Values, scored
from perfeval_rules.machine.sources import FormSource, LineSource
from perfeval_rules.plan.plan import Plan
from perfeval_rules.plan.run import FormInput, exact
from perfeval_rules.plan.worked import WorkedForm
from perfeval_rules.readings.machine import Unsayable


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
        """The same, by the exact reading where the machine cannot say it."""
        try:
            return self.work_out(given)
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

    def route(self, router: Router, given: FormInput) -> Route:
        """The way of a form."""
        early = router.early(given)
        return router.route(early, self.judges(early))

    def judges(self, source: FormSource) -> Sequence[str]:
        """What takes each line."""
        return [
            line.judge if line.judge is not None else self.rules.leaf(LineSource(line, "", "", source))
            for line in source.given.lines
        ]

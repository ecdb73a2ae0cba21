"""A compiled ruleset: frozen, shared between threads as it is, the same form always gives the same evaluation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from perfeval_rules.body.body import form_body
from perfeval_rules.evaluation import Evaluation, FolderEvaluation, Provenance, UsedPlugin
from perfeval_rules.findings import Finding
from perfeval_rules.formats import written
from perfeval_rules.json_text import json_line
from perfeval_rules.lint.of_plugins import of_plugins
from perfeval_rules.plain import plain
from perfeval_rules.plan.binding import Bound, bind
from perfeval_rules.plan.compile import compile_plan
from perfeval_rules.plan.fact_kinds import with_fact_kinds
from perfeval_rules.plan.folder import folder_of
from perfeval_rules.plan.placing import Chart
from perfeval_rules.plan.plan import Plan
from perfeval_rules.plan.results import evaluation
from perfeval_rules.plan.run import exact
from perfeval_rules.plan.worked import WorkedForm
from perfeval_rules.registry import Plugin, Registry
from perfeval_rules.ruleset.reading import read
from perfeval_rules.ruleset.ruleset import Ruleset
from perfeval_rules.submission import Submission
from perfeval_rules.text import Language
from perfeval_rules.version import VERSION

if TYPE_CHECKING:
    from perfeval_rules.composition import Composition
    from perfeval_rules.explain import Explanation
    from perfeval_rules.machine.reading import MachineReading
    from perfeval_rules.machine.scores import ExactScores, Scores, Values

Reading = Literal["machine", "exact"]


@dataclass(frozen=True, slots=True, repr=False)
class Program:
    """A ruleset with the plugins it requires, ready to evaluate submissions."""

    ruleset: Ruleset
    plan: Plan
    chart: Chart
    plugins: Mapping[str, Plugin]
    """The plugin each indicator type comes from."""
    registry: Registry = field(default_factory=Registry, compare=False)
    """What the plugins give beside types."""
    warnings: tuple[Finding, ...] = ()
    """What was found in the ruleset that does not keep it from scoring."""
    _machines: "list[MachineReading]" = field(default_factory=list, compare=False)

    def __repr__(self) -> str:
        return f"Program({self.ruleset.head.id} {self.ruleset.head.edition})"

    @staticmethod
    def of(ruleset: Ruleset, registry: Registry) -> "tuple[Program | None, tuple[Finding, ...]]":
        """Compile a ruleset with the types it may use; None where an error was found, every finding either way."""
        ruleset = with_fact_kinds(ruleset, registry)
        plan, findings = compile_plan(ruleset, registry)
        if plan is None:
            return None, findings
        plugins = {name: offer.plugin for name, offer in registry.types.items()}
        program = Program(ruleset, plan, Chart.of(ruleset), plugins, registry, findings)
        found = (*findings, *(of_plugins(program.anew(), ruleset, registry) if registry.lints else ()))
        return program.with_warnings(found), found

    def anew(self) -> "Program":
        """The same program made once more, for code of plugins, which may change what it is shown."""
        ruleset = read(self.ruleset.merged)[0]
        plan = compile_plan(with_fact_kinds(ruleset, self.registry), self.registry)[0]
        assert plan is not None, "it was compiled before"
        registry = replace(
            self.registry,
            types={**self.registry.types},
            functions={**self.registry.functions},
            formats={**self.registry.formats},
        )
        return Program(ruleset, plan, Chart.of(ruleset), {**self.plugins}, registry, self.warnings)

    def evaluate(self, submission: Submission, reading: Reading = "machine") -> Evaluation:
        """Evaluate a submission; never raises for anything a person wrote.

        `reading`: `machine` is the fast path, `exact` the definition, by fractions; both say the same.
        """
        bound = bind(self.ruleset, self.plan, self.chart, submission)
        return self.told(submission, bound, self.worked_out(bound, reading))

    def worked_out(self, bound: Bound, reading: Reading) -> WorkedForm:
        """A form worked out by a reading."""
        return self.machine.worked_out(bound.form) if reading == "machine" else exact(self.plan, bound.form)

    @property
    def machine(self) -> "MachineReading":
        """The functions of the fast path, made as forms need them and shared between threads."""
        if not self._machines:
            from perfeval_rules.machine.reading import MachineReading  # a form scored once starts faster without

            self._machines.append(MachineReading(self.plan))
        return self._machines[0]

    def values(self, submission: Submission) -> "Values":
        """The values of a submission, read and bound once, to be scored as often as wanted."""
        return self.machine.values(bind(self.ruleset, self.plan, self.chart, submission).form)

    def score(self, values: "Values") -> "Scores | ExactScores":
        """The scores of the lines, total and grade of bound values, in a few microseconds; nothing is explained."""
        return self.machine.score(values)

    def machine_sources(self, submission: Submission, number: int) -> tuple[str, ...]:
        """The functions of the fast path that score a line and the total; none where the form goes the exact way."""
        from perfeval_rules.formula.algebra import Unsayable

        try:
            return self.machine.sources(bind(self.ruleset, self.plan, self.chart, submission).form, number)
        except Unsayable:
            return ()

    def evaluate_json(self, raw: bytes) -> bytes:
        """Evaluate a form in JSON and give its evaluation in JSON, on one line.

        Raises SubmissionError, which says what is wrong and where the first fault stands, where anything is.
        """
        return self.answer(*form_body(raw))

    def answer(self, submission: Submission, notes: Sequence[Finding]) -> bytes:
        """The evaluation of a form in JSON, with what was found in reading it in front."""
        evaluation = self.evaluate(submission)
        return json_line(plain(evaluation, (*notes, *evaluation.findings)))

    def evaluate_folder(self, submissions: Sequence[Submission], name: str) -> FolderEvaluation:
        """Evaluate submissions side by side, in two passes, so that ranks and checks across them are known.

        `name` is what the folder is called in findings.
        """
        bound = [bind(self.ruleset, self.plan, self.chart, submission) for submission in submissions]
        folder = folder_of(self.ruleset, self.plan, [one.form for one in bound], name)
        forms = tuple(
            self.told(submission, one, form)
            for submission, one, form in zip(submissions, bound, folder.forms, strict=True)
        )
        return FolderEvaluation(forms, folder.facts, folder.findings)

    def told(self, submission: Submission, bound: Bound, form: WorkedForm) -> Evaluation:
        """The evaluation of a form that was worked out."""
        types = {self.plan.judges[line.judge].type for line in form.lines}
        return evaluation(self.ruleset, self.plan, submission, bound, form, self.provenance(types, submission))

    def write(self, evaluation: Evaluation, suffix: str, language: Language = "zh") -> bytes:
        """An evaluation as a file of a format that a plugin writes; raises PluginError where none does or it fails."""
        return written(self.registry, evaluation, suffix, language)

    def explain(self, submission: Submission, number: int) -> "Explanation":
        """The derivation of one line, by its number in the evaluation; raises KeyError where there is no such line."""
        from perfeval_rules.explain import explanation  # scoring asks for no derivation, and starts faster without

        bound = bind(self.ruleset, self.plan, self.chart, submission)
        known = exact(self.plan, bound.form)
        return explanation(self.ruleset, self.plan, bound, known, number)

    def explain_total(self, submission: Submission) -> "Composition":
        """How the total and the grade of a form came together, group by group."""
        from perfeval_rules.composer import composition  # as above

        bound = bind(self.ruleset, self.plan, self.chart, submission)
        return composition(self.ruleset, self.plan, bound, exact(self.plan, bound.form))

    def with_warnings(self, warnings: tuple[Finding, ...]) -> "Program":
        """The same program, with what else is to be told of its ruleset."""
        return replace(self, warnings=warnings)

    def provenance(self, types: set[str], submission: Submission) -> Provenance:
        """What an evaluation was made with."""
        called = {self.registry.functions[name].plugin for name in self.plan.functions}
        used = sorted({*called, *(self.plugins[kind] for kind in types if kind)}, key=lambda plugin: plugin.name)
        return Provenance(
            engine=VERSION,
            ruleset=self.ruleset.head.id,
            edition=self.ruleset.head.edition,
            digest=self.ruleset.digest,
            files=self.ruleset.files,
            plugins=tuple(UsedPlugin(plugin.name, plugin.distribution, plugin.version) for plugin in used),
            submission=submission.digest,
        )

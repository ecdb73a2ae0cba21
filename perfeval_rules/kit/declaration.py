"""Tests of what a type declares: that it is documented, sound, told in two languages, and written into rulesets whole."""

import re

from perfeval_rules.indicator import IndicatorType, Reported
from perfeval_rules.kit.ground import Ground
from perfeval_rules.kit.strategies import configured
from perfeval_rules.kit.surface import private_imports
from perfeval_rules.kit.trial import RULE, Options, Refusal, reviewed
from perfeval_rules.kit.verdicts import Broken, shown, tell
from perfeval_rules.kit.wording import misworded
from perfeval_rules.model import ValidationError
from perfeval_rules.text import Text, raised

SENTENCE = re.compile(r"\S.*[.。!！?？]")
UNKNOWN = "no_such_option"


class DeclarationTests(Ground):
    """What can be said of a type before any row."""

    def test_it_is_declared_soundly(self) -> None:
        """The engine's own review finds nothing."""
        described = getattr(self, "indicator_type", None)
        if described is None:
            raise Broken("no-type")
        _, found = reviewed(described)
        if found:
            raise Broken("refused", findings=found)

    def test_it_is_documented(self) -> None:
        """The type and what its rows report say in a sentence of their own what they are."""
        described = self.trial().offer.type
        for part in (described, described.reported):
            said = (part.__doc__ or "").strip()
            inherited = any(part.__doc__ == base.__doc__ for base in (IndicatorType, Reported))
            if not said or inherited:
                raise Broken("no-docstring", part=part.__qualname__)
            first = said.splitlines()[0]
            if not SENTENCE.fullmatch(first.strip()):
                raise Broken("long-docstring", part=part.__qualname__, said=first)

    def test_its_words_are_in_both_languages(self) -> None:
        """Title and messages are written in both languages, with the same values filled in."""
        described = self.trial().offer.type
        parts = {"title": described.title, **_messages(described)}
        tell([one for part, words in parts.items() for one in misworded(part, words, part == "title")])

    def test_every_message_is_said_by_something(self) -> None:
        """Each of the messages is that of a check or of a `stop`."""
        trial = self.trial()
        if unsaid := sorted(trial.offer.type.messages.keys() - trial.codes - trial.offer.checks.keys()):
            raise Broken("nobody-says", said=unsaid[0])

    def test_options_survive_toml(self) -> None:
        """Options written to a ruleset and read again are the same, and are those that hold."""
        trial = self.trial()

        def check(options: Options) -> None:
            try:
                got = trial.program(options).plan.judges[f"rule.{RULE}"].options
            except Refusal as refused:
                raise Broken("option-refused", options=options, findings=refused.findings) from None
            wanted = {**trial.offer.defaults, **options}
            for name, value in wanted.items():
                if got.get(name) != value or type(got.get(name)) is not type(value):
                    raise Broken(
                        "option-changed", options=options, name=name, wanted=shown(value), got=shown(got.get(name))
                    )

        self.tried(check)

    def test_an_unknown_option_is_refused(self) -> None:
        """A misspelt key is an error, to the type itself and in a ruleset."""
        for example in self.examples():
            try:
                configured(self.indicator_type, {**example.options, UNKNOWN: "1"})
            except ValidationError:
                continue
            raise Broken("unknown-taken", said=UNKNOWN)

    def test_options_have_a_schema(self) -> None:
        """A JSON Schema can be made of the options, for editors to complete them."""
        described = self.trial().offer.type
        try:
            described.model_json_schema()
        except Exception as fault:  # pydantic has several, and none that covers all
            raise Broken("no-schema", said=raised(fault)) from None

    def test_it_uses_public_names_alone(self) -> None:
        """The package of the type imports nothing of the engine that may move."""
        found = private_imports(self.trial().offer.type.__module__)
        if found:
            raise Broken("private", said="\n".join(f"  {one.file.name}:{one.line}  {one.name}" for one in found))


def _messages(described: type[IndicatorType]) -> dict[str, Text]:
    return {f"messages[{code!r}]": words for code, words in described.messages.items()}

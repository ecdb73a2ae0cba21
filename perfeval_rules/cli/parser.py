"""The one door to click: the commands, their arguments, and faults of usage in the language asked for.

A command's module is imported when the command runs, so that `--help` and `--version` start fast.
"""

import importlib
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import click

from perfeval_rules.cli.codes import INTERRUPTED, NOT_DONE
from perfeval_rules.cli.output import Output
from perfeval_rules.cli.words import COMMANDS, HEADINGS, word
from perfeval_rules.text import Language, nearest, width
from perfeval_rules.version import VERSION

NAME = "perfeval"


def run(arguments: Sequence[str], language: Language) -> int:
    """Parse and run; the exit code is the command's own, 2 for a fault of usage."""
    try:
        code = Program(language).main(list(arguments) or ["--help"], prog_name=NAME, standalone_mode=False)
    except click.UsageError as fault:
        command = fault.ctx.command_path if fault.ctx else NAME
        told = word(language, "fault", message=explained(fault, language))
        sys.stderr.write(f"{told}\n{word(language, 'see', command=command)}\n")
        return NOT_DONE
    except click.Abort:
        return INTERRUPTED
    return code if isinstance(code, int) else 0


class Spoken(click.HelpFormatter):
    """Help whose headings are in the language asked for."""

    language: Language = "zh"

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line that shows how to call the command."""
        super().write_usage(prog, args, prefix or HEADINGS["Usage: "].say(self.language))

    def write_heading(self, heading: str) -> None:
        """Write the heading of a section."""
        known = HEADINGS.get(heading)
        self.write(f"{known.say(self.language) if known else heading}{'：' if self.language == 'zh' else ':'}\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write two columns that stand under one another in Chinese too."""
        pairs = list(rows)
        first = max(width(name) for name, _ in pairs) + col_spacing
        for name, about in pairs:
            self.write(f"{'':{self.current_indent}}{name}{'':{first - width(name)}}{about}\n")


class SpokenContext(click.Context):
    """A context that formats help in the language of its command."""

    def make_formatter(self) -> click.HelpFormatter:
        """A formatter as wide as a line of prose may be."""
        formatter = Spoken(width=100)
        formatter.language = self.command.language if isinstance(self.command, (Command, Program)) else "zh"
        return formatter


class Command(click.Command):
    """One command: what it asks for; the module of its name is imported when it runs."""

    context_class = SpokenContext

    def __init__(self, name: str, language: Language) -> None:
        self.language = language
        told = [COMMANDS[name].say(language), *([word(language, DETAILS[name])] if name in DETAILS else [])]
        super().__init__(
            name,
            params=[*(ask(language) for ask in ASKED[name]), output_format(language), *shared(language)],
            callback=self.run,
            help="\n\n".join(told),
            options_metavar=word(language, "options"),
            add_help_option=False,
        )

    def run(self, output_format: str, **asked: Any) -> int:
        """Hand what was asked to the module of the command, with where to print."""
        module = importlib.import_module(f"perfeval_rules.cli.{self.name}")
        code: int = module.run(Output(self.language, as_data=output_format == "json"), **asked)
        return code


class Program(click.Group):
    """`perfeval` itself: knows its commands by name and imports the one that runs."""

    context_class = SpokenContext

    def __init__(self, language: Language) -> None:
        self.language = language
        version = click.Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_version,
            help=word(language, "version"),
        )
        super().__init__(
            NAME,
            params=[version, *shared(language)],
            help=word(language, "about"),
            epilog=word(language, "exits"),
            options_metavar=word(language, "options"),
            subcommand_metavar=word(language, "commands"),
            add_help_option=False,
        )

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order a newcomer needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name."""
        return Command(cmd_name, self.language) if cmd_name in COMMANDS else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command asked for; an unknown one is answered with those there are."""
        if args[0] not in COMMANDS:
            known = ", ".join(COMMANDS)
            raise click.UsageError(word(self.language, "no-command", name=args[0], known=known), ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Name the commands, each with what it is for."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, about.say(self.language)) for name, about in COMMANDS.items()])


def explained(fault: click.UsageError, language: Language) -> str:
    """A fault of usage in the language asked for, with what would have been right."""
    if isinstance(fault, click.NoSuchOption):
        known = [name for parameter in fault.ctx.command.params for name in parameter.opts] if fault.ctx else []
        like = nearest(fault.option_name, known)
        return word(language, "no-option-like" if like else "no-option", name=fault.option_name, like=like)
    if isinstance(fault, click.MissingParameter) and fault.param:
        return word(language, "missing", name=fault.param.make_metavar(fault.ctx or click.Context(click.Command(None))))
    if isinstance(fault, click.BadParameter) and fault.param and isinstance(fault.param.type, click.Choice):
        name = fault.param.metavar if isinstance(fault.param, click.Argument) else fault.param.opts[0]
        return word(language, "choice", name=name, known=", ".join(fault.param.type.choices))
    return fault.format_message()


def forms(language: Language) -> click.Argument:
    """One form or more."""
    return click.Argument(["forms"], nargs=-1, required=True, metavar=word(language, "form") + "...")


def form(language: Language) -> click.Argument:
    """One form."""
    return click.Argument(["form"], metavar=word(language, "form"))


def line(language: Language) -> click.Argument:
    """One line of a form."""
    return click.Argument(["line"], metavar=word(language, "line"))


def rulesets(language: Language) -> click.Argument:
    """One ruleset or more."""
    return click.Argument(["rulesets"], nargs=-1, required=True, metavar=word(language, "ruleset") + "...")


def every_file(language: Language) -> click.Option:
    """Whether what a ruleset extends is asked about, too."""
    return click.Option(["--all", "every_file"], is_flag=True, help=word(language, "every-file-help"))


def ruleset(language: Language) -> click.Option:
    """The ruleset to score by."""
    return click.Option(["--ruleset", "-r"], metavar=word(language, "ruleset"), help=word(language, "ruleset-help"))


def write(language: Language) -> click.Option:
    """The file to write the evaluation to, in a format of a plugin."""
    return click.Option(["--write", "-w"], metavar=word(language, "file-to-write"), help=word(language, "write-help"))


def machine(language: Language) -> click.Option:
    """Whether to show the functions of the fast path."""
    return click.Option(["--machine"], is_flag=True, help=word(language, "machine-help"))


def merged(language: Language) -> click.Option:
    """Whether to show what a ruleset says together with its bases."""
    return click.Option(["--merged", "-m"], is_flag=True, help=word(language, "merged-help"))


def document(language: Language) -> click.Argument:
    """A document that has a schema."""
    documents = click.Choice(["submission", "evaluation", "ruleset", "cases"])
    return click.Argument(["document"], type=documents, metavar=word(language, "document"))


def ruleset_of_schema(language: Language) -> click.Option:
    """The ruleset whose types and facts a schema knows."""
    return click.Option(
        ["--ruleset", "-r"], metavar=word(language, "ruleset"), help=word(language, "ruleset-of-schema")
    )


ASKED: Mapping[str, Sequence[Callable[[Language], click.Parameter]]] = {
    "score": (forms, ruleset, write),
    "explain": (form, line, ruleset, machine),
    "check": (rulesets, merged),
    "test": (rulesets, every_file),
    "read": (form,),
    "schema": (document, ruleset_of_schema),
    "rulesets": (),
    "plugins": (),
}
DETAILS = {
    "score": "score-help",
    "explain": "explain-help",
    "check": "check-help",
    "test": "test-help",
    "read": "score-help",
    "schema": "schema-help",
}


def output_format(language: Language) -> click.Option:
    """Whether people or programs read the answer."""
    return click.Option(
        ["--format", "output_format"],
        type=click.Choice(["text", "json"]),
        default="text",
        help=word(language, "format"),
    )


def shared(language: Language) -> list[click.Option]:
    """What every command takes."""
    return [
        click.Option(
            ["--lang"],
            type=click.Choice(["zh", "en"]),
            envvar="PERFEVAL_LANG",
            expose_value=False,
            help=word(language, "lang"),
        ),
        click.Option(
            ["--help", "-h"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_help,
            help=word(language, "help"),
        ),
    ]


def _help(context: click.Context, parameter: click.Parameter, asked: bool) -> None:
    if asked and not context.resilient_parsing:
        sys.stdout.write(context.get_help() + "\n")
        context.exit()


def _version(context: click.Context, parameter: click.Parameter, asked: bool) -> None:
    if asked:
        sys.stdout.write(f"{NAME} {VERSION}\n")
        context.exit()

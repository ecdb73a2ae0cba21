"""The one door to click: the commands, their arguments, and faults of usage in the language asked for.

A command's module is imported when the command runs, so that `--help` and `--version` start fast.
"""

import importlib
import sys
from collections.abc import Iterable, Sequence
from typing import Any

import click

from perfeval_rules.cli.arguments import ASKED, DETAILS, FORMAT, MEANT, Asked
from perfeval_rules.cli.codes import INTERRUPTED, NOT_DONE
from perfeval_rules.cli.output import Output
from perfeval_rules.cli.words import FAMILIES, HEADINGS, word
from perfeval_rules.text import Language, nearest, width
from perfeval_rules.version import VERSION

NAME = "perfeval"
HELP = ("--help", "-h")


def run(arguments: Sequence[str], language: Language) -> int:
    """Parse and run; the exit code is the command's own, 2 for a fault of usage."""
    try:
        code = Program(language).main(list(arguments), prog_name=NAME, standalone_mode=False)
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
        formatter.language = self.command.language if isinstance(self.command, (Command, Family)) else "zh"
        return formatter


class Command(click.Command):
    """One command: what it asks for; the module of its name is imported when it runs."""

    context_class = SpokenContext

    def __init__(self, path: str, language: Language) -> None:
        self.path, self.language = path, language
        family, _, name = path.rpartition(" ")
        told = [FAMILIES[family][name].say(language)]
        if path in DETAILS:
            told.append(word(language, DETAILS[path]))
        super().__init__(
            name,
            params=[*(parameter(asked, language) for asked in (*ASKED[path], FORMAT)), *shared(language)],
            callback=self.run,
            help="\n\n".join(told),
            options_metavar=word(language, "options"),
            add_help_option=False,
        )

    def run(self, output_format: str, **asked: Any) -> int:
        """Hand what was asked to the module of the command, with where to print."""
        module = importlib.import_module(f"perfeval_rules.cli.{self.path.replace(' ', '_')}")
        code: int = module.run(Output(self.language, as_data=output_format == "json"), **asked)
        return code


class Family(click.Group):
    """Commands under one name; the one that runs is imported."""

    context_class = SpokenContext

    def __init__(self, path: str, language: Language, **settings: Any) -> None:
        self.path, self.language, self.known = path, language, FAMILIES[path]
        super().__init__(
            path or NAME,
            options_metavar=word(language, "options"),
            subcommand_metavar=word(language, "commands"),
            add_help_option=False,
            **settings,
        )

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take the command that is meant where none is named, else the help."""
        meant = MEANT.get(self.path, "")
        if not args:
            args = [meant or HELP[0]]
        elif meant and args[0].startswith("-") and not {*self.known, *HELP} & {*args}:
            args = [meant, *args]
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order a newcomer needs them."""
        return list(self.known)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name."""
        if cmd_name not in self.known:
            return None
        path = f"{self.path} {cmd_name}".lstrip()
        if path not in FAMILIES:
            return Command(path, self.language)
        return Family(path, self.language, params=shared(self.language), help=self.known[cmd_name].say(self.language))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command asked for; an unknown one is answered with those there are."""
        if args[0] not in self.known:
            known = ", ".join(self.known)
            raise click.UsageError(word(self.language, "no-command", name=args[0], known=known), ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Name the commands, each with what it is for."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, about.say(self.language)) for name, about in self.known.items()])


class Program(Family):
    """`perfeval` itself."""

    def __init__(self, language: Language) -> None:
        version = click.Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_version,
            help=word(language, "version"),
        )
        told = {"help": word(language, "about"), "epilog": word(language, "exits")}
        super().__init__("", language, params=[version, *shared(language)], **told)


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


def parameter(asked: Asked, language: Language) -> click.Parameter:
    """The argument or option that something asked for is."""
    settings: dict[str, Any] = {"metavar": word(language, asked.shown) + "..." * asked.many} if asked.shown else {}
    settings |= {"type": click.Choice(asked.choices)} if asked.choices else {}
    if not asked.flags:
        return click.Argument([asked.name], nargs=-1 if asked.many else 1, required=True, **settings)
    settings |= {"default": asked.default} if asked.default is not None else {}
    settings |= {"is_flag": True} if asked.switch else {}
    return click.Option([*asked.flags, asked.name], help=word(language, asked.about), **settings)


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
            HELP,
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

"""`perfeval rulesets`: the rulesets at hand, their editions, and whether their sources were held against print."""

from perfeval_rules.cli import codes
from perfeval_rules.cli.output import Output
from perfeval_rules.cli.page import Column, Line, Row, Table
from perfeval_rules.cli.words import word
from perfeval_rules.cli.wrapping import one_line
from perfeval_rules.engine import Engine, Listed
from perfeval_rules.text import Language


def run(output: Output) -> int:
    """List the library."""
    library = Engine().library()
    if output.as_data:
        output.data([_data(listed) for listed in library])
    elif library:
        output.page([_table(library, output.language)])
    else:
        output.page([Line(word(output.language, "no-rulesets"))])
    return codes.DONE


def years(first: int | None, last: int | None, language: Language) -> str:
    """The fiscal years a ruleset is in force."""
    if first is None and last is None:
        return word(language, "always")
    if last is None:
        return word(language, "since", year=first)
    if first is None:
        return word(language, "until", year=last)
    return str(first) if first == last else f"{first}–{last}"


def _table(library: tuple[Listed, ...], language: Language) -> Table:
    columns = (
        Column(word(language, "id")),
        Column(word(language, "title"), gives=True),
        Column(word(language, "family")),
        Column(word(language, "edition")),
        Column(word(language, "years")),
        Column(word(language, "bases"), gives=True),
        Column(word(language, "verified")),
    )
    return Table(columns, tuple(_row(listed, language) for listed in library))


def _row(listed: Listed, language: Language) -> Row:
    return Row(
        (
            one_line(listed.id),
            one_line(listed.title.say(language)),
            one_line(listed.family),
            one_line(listed.edition),
            years(listed.first, listed.last, language),
            one_line(", ".join(listed.extends)),
            word(language, "yes" if listed.verified else "no"),
        )
    )


def _data(listed: Listed) -> dict[str, object]:
    return {
        "id": listed.id,
        "family": listed.family,
        "edition": listed.edition,
        "years": {"from": listed.first, "until": listed.last},
        "title": {"zh": listed.title.say("zh"), "en": listed.title.say("en")},
        "extends": list(listed.extends),
        "verified": listed.verified,
    }

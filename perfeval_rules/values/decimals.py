"""Plain numbers as people write them, read exactly, within limits that are tested before any arithmetic."""

import re
from fractions import Fraction

from perfeval_rules.values.problem import Problem, problem
from perfeval_rules.values.spelling import plain, unwelcome

MOST_DIGITS = 30
_LONGEST = 64
_LOOKED_AT = 1_000
_NUMBER = re.compile(r"([-+]?) ?([1-9][0-9]{0,2}(?:,[0-9]{3})+|[0-9]+)(?: ?\. ?([0-9]+))?")
_EXPONENT = re.compile(r"[-+]?[0-9][0-9,.]*[eE][-+]?[0-9]+")
_GROUPED = re.compile(r"[-+]?[0-9][0-9.]*,[0-9,.]*")
_NO_NUMBER = re.compile(r"[-+]?(?:s?nan|inf|infinity|∞)", re.IGNORECASE)


def read_number(text: str) -> Fraction | Problem:
    """The exact number a text spells, or why it is not read as one.

    Full-width digits, a sign, a decimal point (a blank beside it is passed over) and commas between groups of three
    are understood. Exponents, underscores, other scripts, a point without digits on both sides, commas in any other
    place and more than thirty digits are not.
    """
    if len(text) > _LONGEST:
        return problem("too-many-digits" if only_digits(text) else "number-unclear", text, most=MOST_DIGITS)
    fault = unwelcome(text)
    if fault:
        return fault
    written = plain(text).strip()
    found = _NUMBER.fullmatch(written)
    if not found:
        return fault_of_number(written)
    sign, whole, part = found[1], found[2].replace(",", ""), found[3] or ""
    if len(whole) + len(part) > MOST_DIGITS:
        return problem("too-many-digits", written, most=MOST_DIGITS)
    size = Fraction(int(whole + part), 10 ** len(part)) if part else Fraction(int(whole))
    return -size if sign == "-" else size


def only_digits(text: str) -> bool:
    """Does a text hold nothing but digits, points, commas and a sign, as far as anybody would look."""
    return not plain(text[:_LOOKED_AT]).strip().lstrip("-+").strip("0123456789,.")


def no_number(written: str) -> bool:
    """Is it one of the words by which programs say that there is no number."""
    return bool(_NO_NUMBER.fullmatch(written))


def fault_of_number(written: str) -> Problem:
    """Why a text, its marks made plain, is not a number."""
    if not written:
        return problem("number-missing", written)
    if no_number(written):
        return problem("not-a-number", written)
    if _EXPONENT.fullmatch(written):
        return problem("exponent", written)
    if _GROUPED.fullmatch(written):
        return problem("grouping", written)
    return problem("number-unclear", written)

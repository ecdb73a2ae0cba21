"""A whole target or actual cell: its text as written, and the number, date or words that it says."""

import datetime
import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Literal

from perfeval_rules.values.dates import read_date
from perfeval_rules.values.decimals import MOST_DIGITS, fault_of_number, no_number, only_digits, read_number
from perfeval_rules.values.problem import Problem, problem
from perfeval_rules.values.signs import Operator, Signed, read_sign
from perfeval_rules.values.spelling import plain, unwelcome
from perfeval_rules.values.units import NO_UNIT, Unit, convert, read_unit

Kind = Literal["number", "date", "words", "blank"]

_LONGEST = 200
_SHORT = 40
"""Cells up to this length are remembered: forms hold the same few again and again."""
_LONGEST_DOUBT = 6
"""With more Chinese characters, what is not understood is a sentence, not a number that somebody mistyped."""
_CHINESE = re.compile("[\u4e00-\u9fff]")
_QUANTITY = re.compile(r"(?P<yuan>¥ ?)?(?P<number>[-+]? ?[0-9][0-9,]*(?: ?\. ?[0-9]+)?)(?P<rest>.*)", re.DOTALL)
_STARTS_LIKE_A_NUMBER = re.compile(r"[¥+–—-]? ?\.?[0-9]")
_EXPONENT = re.compile(r"[eE][-+]?[0-9]")
_RANGE = re.compile(r"[-~—–至到] *[0-9]")
_ABOUT = re.compile(r"(?:大?约|将近|接近|近)为? ?[0-9]")
_VAGUE = re.compile(r"[^0-9]{0,2}[多余几][^0-9]*|[^0-9]*(?:左右|上下)")
_NAME = re.compile(r"[%‰]?[^\W\d_][^\d_]*")
_MONTH = re.compile(r"[0-9]+月")
_MONTHS_OF_A_YEAR = 12
_SHARE_OF = frozenset(("完成", "已完成", "全部完成", "合格", "达标", "达成", "满意", "覆盖", "到位"))
"""Words that may follow a percentage and leave it what it is; any other might turn its sense round."""
_SPREADSHEET_ERRORS = frozenset(("#DIV/0", "#N/A", "#NAME?", "#NULL", "#NUM", "#REF", "#VALUE"))


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says; `number` is as written, in `unit`, and only a cell of kind number has one."""

    text: str
    kind: Kind
    operator: Operator = ""
    number: Fraction | None = None
    unit: Unit = NO_UNIT
    date: datetime.date | None = None
    problems: tuple[Problem, ...] = ()


def read_cell(text: str, year: int | None = None) -> Cell:
    """What a target or actual cell says; never raises, keeps the text, and guesses nothing silently.

    A date is tried before a number, so `12月` is the month; with a sign it is a number of months, and says so.
    What is neither stays words, with a problem where it looks like a number that cannot be read.
    """
    return _kept(text, year) if len(text) <= _SHORT else _read(text, year)


def _read(text: str, year: int | None) -> Cell:
    if not text.strip():
        return Cell(text, "blank")
    if len(text) > _LONGEST:
        hostile = only_digits(text)
        return _words(text, problem("too-many-digits", text, most=MOST_DIGITS) if hostile else None)
    fault = unwelcome(text)
    if fault:
        return _words(text, fault)
    written = _unstopped(plain(text).strip())
    return _dated(text, written, "", year) or _signed(text, written, year)


_kept = lru_cache(maxsize=8_192)(_read)


def in_unit_of(actual: Cell, target: Cell) -> Fraction | None:
    """The number of one cell in the unit of another, None where they do not compare; a lone unit counts for both."""
    return None if actual.number is None else convert(actual.number, actual.unit, target.unit)


def _words(text: str, fault: Problem | None = None) -> Cell:
    return Cell(text, "words", problems=(fault,) if fault else ())


def _unstopped(written: str) -> str:
    """The text without a closing stop; a comma or point right behind a digit may belong to the number."""
    bare = written.rstrip("。;! ")
    while bare[-1:] in (",", ".", "、") and not bare[-2:-1].isdigit():
        bare = bare[:-1].rstrip("。;! ")
    return bare


def _dated(text: str, written: str, operator: Operator, year: int | None) -> Cell | None:
    found = read_date(written, year)
    if found is None:
        return None
    return Cell(text, "date", operator, date=found.day, problems=(found.problem,) if found.problem else ())


def _signed(text: str, written: str, year: int | None) -> Cell:
    signed = read_sign(written)
    if isinstance(signed, Problem):
        return _doubtful(text, written, signed)
    month = _MONTH.fullmatch(signed.rest)
    if signed.rest != written and not month:
        dated = _dated(text, signed.rest, signed.operator, year)
        if dated:
            return dated
    found = _QUANTITY.fullmatch(signed.rest)
    if not found:
        return _doubtful(text, written, _fault_without_number(written, signed))
    number = read_number(found["number"])
    unit = _unit(found["rest"].strip(), in_yuan=bool(found["yuan"]))
    if isinstance(number, Problem) or unit is None:
        return _doubtful(text, written, _fault_of_quantity(written, signed, found["rest"].strip(), number))
    problems = (problem("month-or-months", text, count=number),) if month and number <= _MONTHS_OF_A_YEAR else ()
    return Cell(text, "number", signed.operator, number, unit, problems=problems)


def _unit(rest: str, in_yuan: bool) -> Unit | None:
    """The unit behind a number, None where what stands there is none."""
    if rest[:1] == "%" and rest[1:].strip() in _SHARE_OF:
        return read_unit("%")
    unit = read_unit(rest)
    if in_yuan:
        return None if unit is None or unit.dimension else read_unit(f"{rest}元")
    return unit


def _fault_of_quantity(written: str, signed: Signed, rest: str, number: Fraction | Problem) -> Problem:
    """Why a number with something behind it is not read, the telling causes first."""
    if _EXPONENT.match(rest):
        return problem("exponent", written)
    if _RANGE.match(rest):
        return problem("range", written)
    if _VAGUE.fullmatch(rest):
        return problem("approximate", written)
    if isinstance(number, Problem):
        return number
    return problem("unit-unknown", written, unit=rest) if _NAME.fullmatch(rest) else fault_of_number(signed.rest)


def _fault_without_number(written: str, signed: Signed) -> Problem | None:
    """Why a cell is words where they could be meant as a number; None for plain words."""
    if no_number(signed.rest):
        return problem("not-a-number", written)
    if written.upper() in _SPREADSHEET_ERRORS or not written.strip("#"):
        return problem("spreadsheet-error", written)
    if _ABOUT.match(signed.rest):
        return problem("approximate", written)
    if _STARTS_LIKE_A_NUMBER.match(signed.rest):
        return fault_of_number(signed.rest)
    return problem("sign-without-number", written) if signed.symbol else None


def _doubtful(text: str, written: str, fault: Problem | None) -> Cell:
    """Words, with the problem unless they are a sentence."""
    return _words(text, None if len(_CHINESE.findall(written)) > _LONGEST_DOUBT else fault)


def read_amount(text: str, unit: str) -> Fraction | Problem:
    """An amount of the fund block in yuan; a unit in the cell goes before that of the block, none at all is yuan."""
    cell = read_cell(text)
    if cell.kind == "blank":
        return problem("number-missing", text)
    if cell.number is None or cell.operator:
        return cell.problems[0] if cell.problems else problem("amount-unclear", text)
    if cell.unit.name:
        if cell.unit.dimension not in ("money", ""):
            return problem("amount-not-money", text, unit=cell.unit.name)
        return cell.number * cell.unit.factor
    block = read_unit(unit)
    if block is None or block.dimension not in ("money", ""):
        return problem("amount-unit-unknown", text, unit=unit)
    return cell.number * block.factor

"""Random cells as people write them, each with what it says."""

from datetime import date, timedelta
from fractions import Fraction
from random import Random

from tests.agreement.plain_form import BLANK, Cell
from tests.agreement.plain_lack import Value

SIGNS = {">=": ("≥", "不低于", ">= "), ">": ("＞", "大于"), "<=": ("≤", "不超过"), "<": ("<",), "=": ("=", "＝")}
UNITS = {
    "": ("", 1), "人次": ("count", 1), "个": ("count", 1), "%": ("percent", 1), "元": ("money", 1), "万元": ("money", 10_000),
    "米": ("length", 1), "公里": ("length", 1_000),
}  # fmt: skip
TARGETS = ("0", "1", "3", "24", "60", "90", "100", "0.5", "300")
EXTREME = ("1000000000000000", "0.000001", "-3", "999999999999.99", "-0.5")
STATES = ("达成预期指标", "部分达成", "未完成", "显著提升", "已完成", "是", "否", "无", "不适用", "按期完成", "有")


def digits(number: Fraction) -> str:
    """A decimal as people write it."""
    whole, places = abs(number), 0
    while whole.denominator != 1:
        whole, places = whole * 10, places + 1
    text = str(whole.numerator).rjust(places + 1, "0")
    return ("-" if number < 0 else "") + (f"{text[:-places]}.{text[-places:]}" if places else text)


class CellMaker:
    """Makes cells; a blank one now and then."""

    def __init__(self, random: Random, blanks: float = 0.12) -> None:
        self.random, self.blanks = random, blanks

    def blank(self) -> bool:
        return self.random.random() < self.blanks

    def number(self, low: int = 0, high: int = 120) -> Cell:
        """A plain number, to two places at most."""
        if self.blank():
            return BLANK if self.random.random() < 0.8 else Cell("/", "words")
        x = self.random.randint(low, high) + self.random.choice(
            (Fraction(0), Fraction(0), Fraction(1, 2), Fraction(1, 8))
        )
        return Cell(digits(x), "number", number=Fraction(x))

    def target(self) -> Cell:
        """A target with a sign or none, a date, words, or nothing."""
        kind = self.random.random()
        if kind < 0.12:
            return self.day("")
        if kind < 0.24:
            return self.words()
        sign = self.random.choice(("", "", ">=", ">=", ">", "<=", "<=", "<", "="))
        number = Fraction(self.random.choice(TARGETS if self.random.random() < 0.9 else EXTREME))
        return self.measured(sign, number, self.random.choice(tuple(UNITS)))

    def actual(self, target: Cell) -> Cell:
        """What was reached: near the target, exactly on it, or far from it, mostly in its unit."""
        if self.blank():
            return BLANK
        if target.number is None:
            makers = {"date": lambda: self.day("", target.day), "blank": self.words}
            return makers.get(target.kind, self.words)() if self.random.random() < 0.9 else self.number()
        number = target.number * self.random.choice((0, 1, 1, 1, 2, Fraction(1, 2), Fraction(9, 10), Fraction(11, 10)))
        if self.random.random() < 0.4:
            number = Fraction(self.random.randint(0, 12_000), 100)
        if self.random.random() < 0.05:
            return self.random.choice((self.words(), self.day("")))
        unit = target.unit if self.random.random() < 0.8 else self.random.choice(tuple(UNITS))
        return self.measured("", number, unit)

    def measured(self, sign: str, number: Fraction, unit: str) -> Cell:
        dimension, factor = UNITS[unit]
        written = self.random.choice(SIGNS[sign]) if sign else ""
        return Cell(f"{written}{digits(number)}{unit}", "number", sign, number, unit, dimension, Fraction(factor))

    def day(self, sign: str, near: date | None = None) -> Cell:
        """A date, often near another."""
        if self.blank():
            return BLANK
        shift = self.random.choice((0, 1, 6, 7, 8, 30, 31, -5, -40)) if near else self.random.randint(-60, 60)
        day = (near or date(2024, 6, 30)) + timedelta(shift)
        text = self.random.choice((f"{day.year}年{day.month}月{day.day}日", day.isoformat()))
        return Cell(text, "date", sign, day=day)

    def words(self) -> Cell:
        """Words that tell a state, or nothing."""
        return BLANK if self.blank() else Cell(self.random.choice(STATES), "words")

    def amount(self) -> Cell:
        """An amount of money, in a unit of its own or not."""
        if self.blank():
            return BLANK
        number = Fraction(self.random.choice(("0", "100", "329.77", "338.31", "1049377", "50", "80")))
        unit = self.random.choice(("", "", "", "万元", "元"))
        return Cell(f"{digits(number)}{unit}", "number", number=number, unit=unit, factor=Fraction(UNITS[unit][1]))

    def of_kind(self, kind: str) -> Cell:
        """A cell for a fact of a kind."""
        if self.blank():
            return BLANK
        if kind == "text":
            return Cell(self.random.choice(("甲", "乙", "因天气影响", "无")), "words")
        if kind == "yes_no":
            return Cell(self.random.choice("是否"), "words")
        return {"number": self.number, "money": self.amount, "date": lambda: self.day("")}[kind]()


def constant(random: Random, kind: str) -> Value:
    """A default for a fact of a kind."""
    return {
        "number": Fraction(random.choice(("0", "1", "90", "0.5"))), "money": Fraction(random.choice(("0", "10000"))),
        "text": random.choice(("甲", "乙")), "date": date(2024, 12, 31), "yes_no": random.random() < 0.5,
    }[kind]  # fmt: skip

"""Faults of an attainment said in Python, which show when a form is scored."""

from tests.hosting.faults.fault import TYPES, Fault, Project, described, giving, module


def failed(name: str, body: str, shown: str, *, slow: bool = False, head: str = "", mark: str = "") -> Fault:
    lines = body.replace("\n", "\n    ")
    method = f"{mark}def attain(self, given):\n    {lines}"
    source = module(head, described(name, method, attainment=""), giving(TYPES, "Sample"))
    rule = f'type = "{name}"\nscore = "weight * clamp(attainment, 0, 1)"\n'
    return Fault("scoring", "form.plugin-failed", shown, (Project(name=name, source=source),), rule, slow)


FAULTS = (
    failed("attain_raises", "raise ValueError('no luck')", "ValueError: no luck"),
    failed("attain_divides", "return given['actual'] / 0", "ZeroDivisionError"),
    failed("attain_exits", "raise SystemExit(0)", "SystemExit: 0"),
    failed("attain_interrupts", "raise KeyboardInterrupt", "KeyboardInterrupt"),
    failed("attain_leaves", "raise GeneratorExit", "GeneratorExit"),
    failed("attain_recurses", "return self.attain(given)", "RecursionError"),
    failed("attain_fills_memory", "raise MemoryError", "MemoryError"),
    failed("attain_nan", "return float('nan')", "it gives float"),
    failed("attain_infinite", "return float('inf')", "it gives float"),
    failed("attain_float", "return 0.5", "it gives float"),
    failed("attain_decimal", "return Decimal('0.5')", "it gives Decimal"),
    failed("attain_signalling", "return Decimal('sNaN')", "it gives Decimal"),
    failed("attain_text", "return '0.5'", "it gives str"),
    failed("attain_truth", "return True", "it gives bool"),
    failed("attain_negative", "return Fraction(-1, 2)", "below 0"),
    failed("attain_above_bounds", "return 10 ** 60", "60 digits"),
    failed("attain_below_bounds", "return Fraction(1, 10 ** 60)", "60 digits"),
    failed("attain_lies", "return Lie(1, 2)", "it gives Lie", head="class Lie(Fraction):\n    def __lt__(self, other): return False"),
    failed("attain_forges", "made = Fraction(1, 2)\nmade._numerator = 0.5\nreturn made", "a Fraction made of float"),
    failed("attain_mutates", "given['actual'] = Fraction(10)\nreturn 1", "TypeError"),
    failed("attain_sets_option", "self.title = None\nreturn 1", "title"),
    failed("attain_sleeps", "time.sleep(3600)\nreturn 1", "more than", slow=True),
    failed("attain_never_ends", "while True: pass", "more than", slow=True),
    failed("attain_goes_on", "try:\n    time.sleep(3600)\nexcept BaseException:\n    return 1", "more than", slow=True),
    failed("attain_waits", "return 1", "it gives coroutine", mark="async "),
    failed("attain_yields", "yield 1", "it gives generator"),
    failed("attain_asks_too_much", "return given['nothing']", "KeyError"),
    failed("attain_says_much", "raise ValueError('x' * 10_000_000)", "ValueError: xxx"),
    failed("attain_mute", "raise Mute", "Mute", head="class Mute(Exception):\n    def __str__(self): raise SystemExit"),
    failed("attain_babbles", "raise Babble", "Babble", head="class Babble(Exception):\n    def __str__(self): return 7"),
)  # fmt: skip

"""Whether tokens follow one another as an expression's must, and none too deep: so that parsing them is safe."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from perfeval_rules.formula.tokens import Teller, Token

DEPTH = 32
"""How deep brackets, choices and sums may nest."""
PREFIXES = 8
"""How many signs or `not` may stand in a row."""
_CLOSING = {")": "(", "]": "["}


@dataclass(slots=True)
class _Level:
    """What stands open inside one pair of brackets, or outside them all."""

    opening: Token | None = None
    call: bool = False
    choices: list[Token] = field(default_factory=list)
    """Each `if` that waits for its `else`."""
    nested: int = 0
    terms: int = 0
    factors: int = 0


class Order:
    """Reads tokens from left to right, knowing whether a value or a sign must come next."""

    def __init__(self, tokens: Sequence[Token], teller: Teller, limited: bool) -> None:
        self.tokens, self.teller, self.limited = tokens, teller, limited
        self.levels = [_Level()]
        self.wants_value = True
        self.prefixes = 0
        self.before: Token | None = None

    def check(self, end: int) -> None:
        """Tell of every token that cannot stand where it does; `end` is where the text ends."""
        for token in self.tokens:
            (self.value if self.wants_value else self.sign)(token)
            self.before = token
            if self.limited and self.too_deep():
                self.teller.tell("too-deep", token.start, len(token.text), most=DEPTH)
                return
        if self.wants_value:
            self.teller.tell("missing-value", end)
        for level in self.levels:
            self.unfinished(level)
            if level.opening is not None:
                self.teller.tell("open-bracket", level.opening.start, bracket=level.opening.text)

    def too_deep(self) -> bool:
        """Whether the text nests deeper than any formula may."""
        level = self.levels[-1]
        deepest = max(len(self.levels) - 1, level.nested, level.terms, level.factors)
        return deepest > DEPTH or self.prefixes > PREFIXES

    def value(self, token: Token) -> None:
        """A token where a value must stand, or something before it."""
        text = token.text
        if token.kind in ("number", "text", "name"):
            self.wants_value, self.prefixes = False, 0
        elif token.kind == "function":
            self.prefixes = 0
        elif text in ("(", "["):
            self.open(token)
        elif text in ("-", "+", "not"):
            self.prefixes += 1
        elif text in _CLOSING and self.before is not None and self.may_end(self.before):
            self.close(token)
        else:
            self.teller.tell("missing-value", token.start, len(text))
            self.wants_value = False
            self.sign(token)

    def may_end(self, before: Token) -> bool:
        """Whether a bracket may close here: after a comma, or at once where a call has no arguments."""
        return before.text == "," or (before is self.levels[-1].opening and self.levels[-1].call)

    def sign(self, token: Token) -> None:
        """A token where a value is complete, so that a sign must follow it."""
        text, level = token.text, self.levels[-1]
        if text in _CLOSING:
            self.close(token)
        elif text == ",":
            self.comma(token)
        elif token.kind in ("sign", "operator") and text not in ("(", "[", "not"):
            self.operator(token, level)
        elif text == "not" and self.before_in(token):
            level.terms = level.factors = 0
        else:
            self.teller.tell("missing-sign", token.start, len(text), written=text)
            self.wants_value = True
            self.value(token)

    def before_in(self, token: Token) -> bool:
        """Whether this `not` begins `not in`."""
        after = self.tokens[self.tokens.index(token) + 1 :]
        return bool(after) and after[0].text == "in" and after[0].kind == "operator"

    def operator(self, token: Token, level: _Level) -> None:
        """A sign between two values."""
        text = token.text
        self.wants_value = True
        if text in ("+", "-"):
            level.terms, level.factors = level.terms + 1, 0
        elif text in ("*", "/"):
            level.factors += 1
        else:
            level.terms = level.factors = 0
        if text == "if":
            level.choices.append(token)
            level.nested += 1
        elif text == "else":
            if level.choices:
                level.choices.pop()
            else:
                self.teller.tell("else-without-if", token.start, 4)

    def open(self, token: Token) -> None:
        """An opening bracket."""
        call = self.before is not None and self.before.kind == "function"
        self.levels.append(_Level(token, call))
        self.prefixes = 0

    def comma(self, token: Token) -> None:
        """A comma between the values in a bracket."""
        level = self.levels[-1]
        self.unfinished(level)
        if level.opening is None:
            self.teller.tell("stray-comma", token.start)
        self.levels[-1] = _Level(level.opening, level.call)
        self.wants_value = True

    def close(self, token: Token) -> None:
        """A closing bracket."""
        self.wants_value = False
        level = self.levels[-1]
        self.unfinished(level)
        if level.opening is None:
            self.teller.tell("close-bracket", token.start, bracket=token.text)
            return
        if level.opening.text != _CLOSING[token.text]:
            self.teller.tell("wrong-bracket", token.start, bracket=token.text, opening=level.opening.text)
        self.levels.pop()

    def unfinished(self, level: _Level) -> None:
        """Tell of every `if` that has no `else`."""
        for token in level.choices:
            self.teller.tell("if-without-else", token.start, 2)

"""A formula's text cut into words and signs; whatever the language does not know is told, all of it in one pass."""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from keyword import iskeyword
from typing import Any, Literal

from perfeval_rules.catalogue import finding
from perfeval_rules.catalogue.formula import near
from perfeval_rules.findings import Finding, Written
from perfeval_rules.formula.functions import FUNCTIONS, INTERNAL
from perfeval_rules.formula.habits import CALLED, FOREIGN, INSTEAD, POWERS, WORDS
from perfeval_rules.text import nearest, shortened
from perfeval_rules.values.spelling import plain

NUMBER = re.compile(r"(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,12})?|\.[0-9]{1,12}")
SIGNS = frozenset({"+", "-", "*", "/", "(", ")", "[", "]", ",", "<", ">", "<=", ">=", "==", "!="})
OPERATORS = frozenset({"and", "or", "not", "in", "if", "else"})
_NEXT = re.compile(
    r"(?P<blank>[ \t\r\n]+)|(?P<number>\.?[0-9][\w.]*)|(?P<name>\w+)"
    r"|===|!==|[<>=!:]=|=[<>]|<>|&&|\|\||\*\*|//|.",
    re.DOTALL,
)
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class Token:
    """One word or sign, and where it starts; `operator` is one written in letters."""

    kind: Literal["number", "text", "name", "function", "sign", "operator"]
    text: str
    start: int


class Teller:
    """Gathers the faults of one text, each with its place."""

    def __init__(self, written: Written) -> None:
        self.written = written
        self._found: list[tuple[int, Finding]] = []

    def tell(self, code: str, start: int, length: int = 1, **values: Any) -> None:
        """Note a fault that begins at a character of the text."""
        at, line = self.written.place(start), self.written.source_line(start)
        values = {name: shortened(value) if isinstance(value, str) else value for name, value in values.items()}
        self._found.append((start, finding(f"formula.{code}", at, line=line, length=length, **values)))

    @property
    def found(self) -> tuple[Finding, ...]:
        """Everything told, in the order of the text."""
        return tuple(found for _, found in sorted(self._found, key=lambda told: told[0]))


class Scanner(Teller):
    """Cuts a text into tokens; a habit that is understood is told and read as what was meant."""

    def __init__(self, written: Written, own: bool, stops: bool = False, additions: Collection[str] = ()) -> None:
        super().__init__(written)
        self.text, self.plain = written.text, plain(written.text)
        internal = INTERNAL if own else {"stop": INTERNAL["stop"]} if stops else {}
        self.known = {*FUNCTIONS, *internal, *additions}
        self.own = own
        """The text is the engine's own: its names may begin with `_`, and it may call internal functions."""
        self.lost = False
        """Something was left out, so that what stands around it does not follow on."""

    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the whole text."""
        tokens: list[Token] = []
        start = 0
        while start < len(self.text):
            if self.text[start] in "'\"":
                token, end = self.quoted(start)
            else:
                found = _NEXT.match(self.plain, start)
                assert found is not None, "the last alternative takes any mark"
                end = found.end()
                token = self.cut(found.lastgroup, found[0], start)
            if token is not None:
                tokens.append(token)
            start = end
        return tuple(tokens)

    def lose(self, code: str, start: int, length: int = 1, **values: Any) -> None:
        """Tell of something that has no meaning and is left out."""
        self.lost = True
        self.tell(code, start, length, **values)

    def instead(self, start: int, written: str, instead: str) -> None:
        """Tell what to write for something understood."""
        self.tell("write-instead", start, len(written), written=written, instead=instead)

    def quoted(self, start: int) -> tuple[Token | None, int]:
        """A text in quotes, up to the same quote; a text has one line and no escapes."""
        end = self.text.find(self.text[start], start + 1)
        inside = self.text[start + 1 : end]
        if end < 0 or "\n" in inside:
            self.lose("open-text", start)
            return None, len(self.text)
        for offset, mark in enumerate(inside, start + 1):
            if mark == "\\":
                self.tell("backslash", offset)
            elif unicodedata.category(mark) in _UNSEEN:
                self.tell("unseen-mark", offset, mark=f"U+{ord(mark):04X}")
        return Token("text", self.text[start : end + 1], start), end + 1

    def cut(self, kind: str | None, word: str, start: int) -> Token | None:
        """The token of a piece of the text."""
        written = self.text[start : start + len(word)]
        if kind == "blank":
            if written.strip(" \t\r\n"):
                self.tell("wide-blank", start, len(written))
            return None
        if kind == "number":
            return self.number(written, word, start)
        if kind == "name":
            return self.name(written, word, start)
        return self.sign(written, word, start)

    def number(self, written: str, word: str, start: int) -> Token:
        """A number in plain digits."""
        if not NUMBER.fullmatch(word):
            self.tell("bad-number", start, len(word), number=written)
        elif written != word:
            self.instead(start, written, word)
        return Token("number", word, start)

    def sign(self, written: str, word: str, start: int) -> Token | None:
        """A sign of the language, or what is meant by another."""
        if word == "=" and not self.text[:start].strip():
            self.tell("leading-equals", start)
        elif word == "&":
            self.lose("ampersand", start)
        elif word in SIGNS or word in INSTEAD:
            meant = INSTEAD.get(word, word)
            if written != meant:
                self.instead(start, written, meant)
            if meant != "'":
                return Token("operator" if meant in OPERATORS else "sign", meant, start)
            self.lost = True
        elif word in POWERS:
            self.lose("power", start, len(word), written=word)
        elif word in ("%", "‰"):
            self.lose("percent", start, written=written)
        elif word == "//":
            self.lose("whole-division", start, 2)
        elif unicodedata.category(word) in _UNSEEN:
            self.lose("unseen-mark", start, mark=f"U+{ord(word):04X}")
        else:
            self.lose("no-meaning", start, len(word), written=written)
        return None

    def name(self, written: str, word: str, start: int) -> Token | None:
        """A name, an operator in letters, or the name of a function, which a bracket follows."""
        if word in OPERATORS and written == word:
            return Token("operator", word, start)
        after = self.plain[start + len(word) :].lstrip()
        called = after.startswith("(")
        if called and word not in ("True", "False"):
            self.function(written, word, start)
            return Token("function", word, start)
        meant = WORDS.get(word.lower(), word)
        if word.lower() in FOREIGN or (iskeyword(word) and meant == word and word not in ("True", "False")):
            self.foreign(word, start)
        elif written != meant:
            self.instead(start, written, meant)
        else:
            self.letters(word, start)
        return Token("operator" if meant in OPERATORS else "name", meant, start)

    def foreign(self, word: str, start: int) -> None:
        """Tell of a word of another language, with its counterpart where there is one."""
        instead = FOREIGN.get(word.lower())
        self.lost = True
        if instead:
            self.instead(start, word, instead)
        else:
            self.tell("not-in-language", start, len(word), written=word)

    def letters(self, word: str, start: int) -> None:
        """Tell of letters that only look like those of a name, and of a name that begins as none may."""
        if word.startswith("_") and not self.own:
            self.tell("name-start", start, len(word), name=word)
        for offset, mark in enumerate(word, start):
            if mark in POWERS:
                self.tell("power", offset, written=mark)
            elif not mark.isascii() and not unicodedata.name(mark, "").startswith("CJK"):
                self.tell("strange-letter", offset, letter=mark, number=f"U+{ord(mark):04X}")

    def function(self, written: str, word: str, start: int) -> None:
        """Tell of a function that does not exist, with what is meant or the nearest that does."""
        if word in self.known:
            if written != word:
                self.instead(start, written, word)
            return
        low = word.lower()
        meant = f"{low}(" if low in self.known else CALLED.get(low, WORDS.get(low, FOREIGN.get(low, "")))
        if meant:
            self.tell("function-instead", start, len(word), name=written, instead=meant)
            return
        self.tell("unknown-function", start, len(word), name=written, near=near(nearest(low, self.known)))

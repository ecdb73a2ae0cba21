"""Something else than it is to give that code of a plugin gave: told in both languages, not as an exception of Python."""

from perfeval_rules.text import Text, raised


class OwedError(Exception):
    """Raised at what was given; `words` say what was, and what is owed."""

    def __init__(self, zh: str, en: str, given: object) -> None:
        kind = type(given).__name__
        self.words = Text(f"应给出{zh}，给的却是 {kind}", f"{en} owed, not {kind}")
        super().__init__(self.words.en)


def fault_of(fault: BaseException) -> Text:
    """What is told of an exception that came of code of a plugin."""
    return fault.words if type(fault) is OwedError else Text(raised(fault))

"""What a generated formula may name where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Sight:
    """Names by kind, word lists and ids; `inner` is what an aggregate sees of each child, None where none may stand."""

    numbers: tuple[str, ...] = ()
    truths: tuple[str, ...] = ()
    texts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Each with some of the words that it may be."""
    dates: tuple[str, ...] = ()
    blankable: tuple[str, ...] = ()
    """Numbers that `if_blank` may ask."""
    words: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    """Groups that `within` may ask about; none where it may not stand."""
    points: tuple[str, ...] = ()
    repeats: tuple[str, ...] = ()
    inner: "Sight | None" = None
    ids: tuple[str, ...] = ()
    """Whose lines an aggregate may run over."""

"""Whether a deviation reason will do: the verdict, as a formula of the language like all other judging.

The first that holds: missing · too-short · too-long · contradicts · weak · sufficient.
"""

from collections.abc import Sequence

Verdict = str
VERDICTS: tuple[Verdict, ...] = ("missing", "too-short", "too-long", "contradicts", "weak", "sufficient")


def verdict(needs: Sequence[str], min_chars: int | None, max_chars: int | None, of_line: bool) -> str:
    """The template of a reason's verdict over `_text`, the words that answer.

    `needs` are the word lists of which each must have a word in it. Only a reason of a line can contradict whether
    the line was met.
    """
    contradicts = (
        "met and mentions(_text, 'says-missed') or not met and mentions(_text, 'says-done')" if of_line else "False"
    )
    lacks = " or ".join(f"not mentions(_text, '{need}')" for need in needs) or "False"
    return (
        "ifs(not given(_text) or mentions(_text, 'placeholder'), 'missing', "
        f"{'False' if min_chars is None else f'length(_text) < {min_chars}'}, 'too-short', "
        f"{'False' if max_chars is None else f'length(_text) > {max_chars}'}, 'too-long', "
        f"default({contradicts}, False), 'contradicts', {lacks}, 'weak', 'sufficient')"
    )

"""Whether words that a plugin shows to people are there in both languages, and fill in the same values."""

from collections.abc import Iterator

from perfeval_rules.kit.verdicts import Broken
from perfeval_rules.text import PLACEHOLDER, Text

LANGUAGES = {"zh": Text("中文", "Chinese"), "en": Text("英文", "English")}


def misworded(part: str, words: Text, may_be_alike: bool = False) -> Iterator[Broken]:
    """What is wrong with the words of a part; `may_be_alike`: a name may be the same in both languages."""
    lacking = [name for language, name in LANGUAGES.items() if not getattr(words, language)]
    yield from (Broken("missing-language", part=part, language=name) for name in lacking)
    if lacking:
        return
    if words.zh == words.en and not may_be_alike:
        yield Broken("same-words", part=part, said=words.zh)
    asked = [set(PLACEHOLDER.findall(said)) for said in (words.zh, words.en)]
    if differing := sorted({name for name, _ in asked[0] ^ asked[1]}):
        yield Broken("placeholders", part=part, said=", ".join(differing))
    for said in (words.zh, words.en):
        rest = PLACEHOLDER.sub("", said)
        if "{" in rest or "}" in rest:
            yield Broken("stray-braces", part=part, said=said)

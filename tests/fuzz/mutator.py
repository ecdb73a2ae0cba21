"""Random changes to an input, for where no coverage-guided fuzzer is: the same seed gives the same inputs."""

from collections.abc import Iterator, Sequence
from random import Random

LONGEST = 20_000


def mutations(seeds: Sequence[bytes], tokens: Sequence[str], count: int, seed: int) -> Iterator[bytes]:
    """So many inputs, each a seed changed one to four times."""
    chance = Random(seed)
    for _ in range(count):
        data = chance.choice(seeds)
        for _ in range(chance.randint(1, 4)):
            data = chance.choice(CHANGES)(data, chance, seeds, tokens)[:LONGEST]
        yield data


def _cut(data: bytes, chance: Random) -> tuple[int, int]:
    """Two places of the data, the second not far behind the first."""
    start = chance.randint(0, len(data))
    return start, min(len(data), start + chance.randint(0, chance.choice([1, 4, 30])))


def flip(data: bytes, chance: Random, _seeds: Sequence[bytes], _tokens: Sequence[str]) -> bytes:
    """One bit of one byte."""
    at = chance.randrange(len(data)) if data else 0
    return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :] if data else b"\xff"


def splice(data: bytes, chance: Random, seeds: Sequence[bytes], _tokens: Sequence[str]) -> bytes:
    """The beginning of one and the end of another."""
    other = chance.choice(seeds)
    return data[: chance.randint(0, len(data))] + other[chance.randint(0, len(other)) :]


def repeat(data: bytes, chance: Random, _seeds: Sequence[bytes], _tokens: Sequence[str]) -> bytes:
    """A piece several times over."""
    start, end = _cut(data, chance)
    return data[:start] + data[start:end] * chance.choice([2, 3, 40, 1000]) + data[end:]


def insert(data: bytes, chance: Random, _seeds: Sequence[bytes], tokens: Sequence[str]) -> bytes:
    """A word of the language, in the place of a piece or between."""
    start, end = _cut(data, chance)
    return data[:start] + chance.choice(tokens).encode() + data[chance.choice([start, end]) :]


def drop(data: bytes, chance: Random, _seeds: Sequence[bytes], _tokens: Sequence[str]) -> bytes:
    """Without a piece."""
    start, end = _cut(data, chance)
    return data[:start] + data[end:]


CHANGES = (flip, splice, repeat, insert, insert, drop)

"""Which words a person may have meant who typed one letter wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence

_SHORTEST = 3  # in a shorter word one letter is too much of it
_WORDS = re.compile(r"\w+")


def contains(words: Sequence[str], text: str) -> bool:
    """Whether `text` contains each of the typed `words`."""
    folded = text.casefold()
    return all(word in folded for word in words)


def nearly_contains(words: Sequence[str], text: str) -> bool:
    """As `contains`, but a word may have one wrong letter, one missing, one too many, or two
    exchanged."""
    folded = text.casefold()
    known = _WORDS.findall(folded)
    return all(word in folded or any(_begins_nearly(one, word) for one in known) for word in words)


def _begins_nearly(known: str, typed: str) -> bool:
    length = len(typed)
    return length >= _SHORTEST and any(
        _is_near(known[:end], typed) for end in (length - 1, length, length + 1)
    )


def _is_near(one: str, other: str) -> bool:
    """Whether one mistake makes `other` of `one`."""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    one, other = one[start:], other[start:]
    end = 0
    while end < min(len(one), len(other)) and one[-1 - end] == other[-1 - end]:
        end += 1
    one, other = one[: len(one) - end], other[: len(other) - end]
    exchanged = len(one) == 2 and one == other[::-1]
    return (len(one) <= 1 and len(other) <= 1) or exchanged

"""Collects what is found in one text: each key once, with how often and where."""

from __future__ import annotations

import hashlib
import secrets
from array import array
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from pydantic import SecretStr

from medusa_console.domain import tokens
from medusa_console.domain.leaks import (
    MOST_KEYS,
    MOST_OTHERS,
    MOST_PLACES,
    FoundKey,
    OtherSecret,
    Place,
    Reading,
)
from medusa_console.domain.other_secrets import Other
from medusa_console.domain.token_shapes import Shape
from medusa_console.domain.tokens import Form

MOST_COUNTED: Final = 1_000_000
"""Keys are told apart and counted so far."""
_FIRST_SLOTS = 1 << 12
_LAST_SLOTS = 1 << 21
_GROWTH = 8
_SLOT_BITS = (1 << 64) - 1

# Ids are alike in one run of the program, and say nothing outside of it.
_OF_THIS_RUN = secrets.token_bytes(32)


@dataclass(repr=False)
class _Key:
    shape: Shape
    places: list[Place] = field(default_factory=list)
    count: int = 0


class Finds:
    """The keys and other secrets of one text, in its order."""

    def __init__(self) -> None:
        self._keys: dict[int, _Key] = {}
        self._more = Distinct()
        self._others: dict[int, OtherSecret] = {}
        self._all_others = Distinct()

    @property
    def key_count(self) -> int:
        """How many keys were found, each counted once."""
        return len(self._keys) + len(self._more)

    def add_key(self, shape: Shape, place: Callable[[], Place]) -> None:
        """Count `shape`. `place` is called where the place will be told."""
        mark = hash((shape.form, shape.token))
        known = self._keys.get(mark)
        if known is None:
            if len(self._keys) >= MOST_KEYS:
                self._more.add(mark)
                return
            known = self._keys[mark] = _Key(shape)
        known.count += 1
        if len(known.places) < MOST_PLACES:
            known.places.append(place())

    def add_other(self, other: Other, place: Callable[[], Place]) -> None:
        """Count `other` once. `place` is called where it will be told."""
        mark = hash((other.kind, other.value))
        if self._all_others.add(mark) and len(self._others) < MOST_OTHERS:
            self._others[mark] = OtherSecret(
                other.kind, place(), other.masked, other.whose, other.until
            )

    def take_places(self, told: Finds) -> None:
        """Take what a report told of the same text: its places and counts hold for what it names,
        because a report repeats a secret in several fields of one entry."""
        for mark, key in told._keys.items():
            known = self._keys.get(mark)
            if known is not None:
                known.places, known.count = key.places, key.count
            elif len(self._keys) < MOST_KEYS:
                self._keys[mark] = key
        for mark, other in told._others.items():
            if mark in self._others:
                self._others[mark] = other

    def reading(self) -> Reading:
        """Everything that was found."""
        return Reading(
            tuple(map(_found, self._keys.values())),
            self.key_count,
            tuple(self._others.values()),
            len(self._all_others),
        )


class Distinct:
    """Counts different numbers up to MOST_COUNTED, in at most 16 MiB: a table of 8 bytes a slot,
    of which half stay empty. A set of Python's would take 60."""

    def __init__(self) -> None:
        self._slots = array("Q", bytes(8 * _FIRST_SLOTS))
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def add(self, number: int) -> bool:
        """Count `number` if it is new, and tell whether it is."""
        if self._count >= MOST_COUNTED or not self._put(self._slots, number & _SLOT_BITS or 1):
            return False
        self._count += 1
        if self._count * 2 > len(self._slots) and len(self._slots) < _LAST_SLOTS:
            self._grow()
        return True

    def _grow(self) -> None:
        slots = array("Q", bytes(8 * min(len(self._slots) * _GROWTH, _LAST_SLOTS)))
        for number in self._slots:
            if number:
                self._put(slots, number)
        self._slots = slots

    @staticmethod
    def _put(slots: array[int], number: int) -> bool:
        last = len(slots) - 1
        at = number & last
        while (there := slots[at]) != number:
            if not there:
                slots[at] = number
                return True
            at = (at + 1) & last
        return False


def _found(key: _Key) -> FoundKey:
    shape = key.shape
    whole = shape.form is Form.WHOLE
    return FoundKey(
        id=_id(shape),
        kind=shape.kind,
        form=shape.form,
        shown=_shown(shape),
        secret=SecretStr(shape.token) if whole else None,
        places=tuple(key.places),
        count=key.count,
    )


def _shown(shape: Shape) -> str:
    match shape.form:
        case Form.WHOLE:
            return tokens.redact(shape.token)
        case Form.REDACTED:
            return shape.token
        case _:
            return shape.token[:6]


def _id(shape: Shape) -> str:
    text = f"{shape.form.value} {shape.token}"
    return hashlib.blake2b(text.encode(), digest_size=12, key=_OF_THIS_RUN).hexdigest()

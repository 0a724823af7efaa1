"""Signals without Qt, with which changes are announced."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Topic(Generic[T]):
    """Calls its subscribers in order, at once, with the announced value."""

    def __init__(self) -> None:
        self._subscribers: list[Callable[[T], None]] = []

    def subscribe(self, subscriber: Callable[[T], None]) -> Callable[[], None]:
        """Call `subscriber` at every announcement; the returned function unsubscribes."""
        self._subscribers.append(subscriber)
        return lambda: self._subscribers.remove(subscriber)

    def announce(self, value: T) -> None:
        """Call every subscriber. As in Qt, a subscriber's exception goes to `sys.excepthook`,
        and does not reach the other subscribers or the caller."""
        for subscriber in tuple(self._subscribers):
            try:
                subscriber(value)
            except Exception as error:  # noqa: BLE001  # reported by the hook
                sys.excepthook(type(error), error, error.__traceback__)


class Observable(Generic[T]):
    """A value whose changes are announced. Topic: `changed`."""

    def __init__(self, value: T) -> None:
        self._value = value
        self.changed: Topic[T] = Topic()

    @property
    def value(self) -> T:
        """The value now; setting another one announces it."""
        return self._value

    @value.setter
    def value(self, new: T) -> None:
        if new != self._value:
            self._value = new
            self.changed.announce(new)

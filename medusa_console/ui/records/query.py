"""What every list is asked for, whatever it lists."""

from __future__ import annotations

from typing import Protocol, TypeVar


class Query(Protocol):
    """The order, and whether anything narrows the list; the rest is its own affair."""

    @property
    def sort(self) -> str:
        """The server's name of the field."""

    @property
    def descending(self) -> bool:
        """Whether the largest comes first."""

    @property
    def narrows(self) -> bool:
        """Whether anything but the order is asked for."""


Q = TypeVar("Q", bound=Query)

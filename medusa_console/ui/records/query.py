"""The part of a query that all lists share."""

from __future__ import annotations

from typing import Protocol, TypeVar


class Query(Protocol):
    """The order of a list, and whether filters narrow it."""

    @property
    def sort(self) -> str:
        """The server's name of the field to sort by."""

    @property
    def descending(self) -> bool:
        """Whether the largest value comes first."""

    @property
    def narrows(self) -> bool:
        """Whether the query excludes rows."""


Q = TypeVar("Q", bound=Query)

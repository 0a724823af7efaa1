"""Reads all keys of a store in pages, so that none is missing and none is there twice."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, NamedTuple, Protocol, TypeVar

from medusa_console.domain.errors import TooBig
from medusa_console.domain.query import Page, Record

K = TypeVar("K", bound=Record)

Progress = Callable[[int, int], None]
"""Gets how many keys are read so far, and how many there are to read."""

_PAGE = 500
# Medusa takes titles of 99,000 characters, and whoever has a key may write them.
_SHORT_PAGE = 40
_MOST_SHIFTS = 5


class ReadPage(Protocol[K]):
    """Reads the keys `offset` … `offset + limit`, ordered by id."""

    async def __call__(self, *, offset: int, limit: int) -> Page[K]: ...


@dataclass(frozen=True)
class KeyList(Generic[K]):
    """The keys of a store as they were read; the store has `count`."""

    keys: tuple[K, ...]
    count: int
    as_of: datetime

    @property
    def whole(self) -> bool:
        """Whether all keys of the store were read."""
        return len(self.keys) >= self.count


class _Place(NamedTuple):
    offset: int
    limit: int


async def read_keys(read: ReadPage[K], most: int, progress: Progress) -> KeyList[K]:
    """Up to `most` keys of a store. Raises what a list raises: Forbidden, SignInNeeded, …"""
    async with _Pages(read) as pages:
        return await _read(pages, most, progress)


class _Pages(Generic[K]):
    """Pages of keys by id. While one is read and decoded, the next is asked for, and no other."""

    def __init__(self, ask: ReadPage[K]) -> None:
        self._ask = ask
        self._ahead: dict[_Place, asyncio.Task[Page[K]]] = {}

    async def __aenter__(self) -> _Pages[K]:
        return self

    async def __aexit__(self, *error: object) -> None:
        await self._drop()

    async def read(self, place: _Place, then: _Place | None) -> Page[K]:
        """The page at `place`; `then` is likely asked for next. Raises what a list raises."""
        task = self._ahead.pop(place, None)
        await self._drop()
        ask = self._ask
        if then is not None:
            self._ahead[then] = asyncio.create_task(ask(offset=then.offset, limit=then.limit))
        return await (ask(offset=place.offset, limit=place.limit) if task is None else task)

    async def _drop(self) -> None:
        """End what was asked for in vain."""
        for task in self._ahead.values():
            task.cancel()
        await asyncio.gather(*self._ahead.values(), return_exceptions=True)
        self._ahead.clear()


async def _read(pages: _Pages[K], most: int, progress: Progress) -> KeyList[K]:
    size, shifts, count = _PAGE, 0, 0
    read: list[K] = []

    def place(offset: int) -> _Place:
        return _Place(offset, min(size, most - offset))

    while True:
        # Begins with the last key of the page before: if another stands there, a key before it
        # was deleted meanwhile, and one would be missing.
        here = place(max(len(read) - 1, 0))
        after = here.offset + here.limit
        try:
            page = await pages.read(here, place(after - 1) if after < min(most, count) else None)
        except TooBig:
            if size == _SHORT_PAGE:
                raise
            size = _SHORT_PAGE
            continue
        rows, count = page.rows, page.count
        if read and (not rows or rows[0].id != read[-1].id):
            shifts += 1
            if shifts > _MOST_SHIFTS:
                return KeyList(_once(read), max(count, len(read) + 1), page.as_of)
            read = []
            continue
        new = rows[1:] if read else rows
        read += new
        if not new or len(read) >= min(most, count):
            # More than the store counts: nobody knows how many there are.
            total = count if len(read) <= count else len(read) + 1
            return KeyList(_once(read), total, page.as_of)
        progress(len(read), min(most, count))


def _once(read: list[K]) -> tuple[K, ...]:
    return tuple({key.id: key for key in read}.values())

"""A look at what a key has left, while it goes on."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeVar

from medusa_console.domain.errors import ConsoleError, MfaNeeded, SignInNeeded
from medusa_console.domain.key_trace import NotLooked, TraceKind, WhyNotLooked, not_looked
from medusa_console.domain.query import Page, Record
from medusa_console.services.key_pages import ReadPage

log = logging.getLogger(__name__)

R = TypeVar("R", bound=Record)
T = TypeVar("T")

OVER: Final[tuple[type[ConsoleError], ...]] = (SignInNeeded, MfaNeeded)
"""With these the session is over, and with it the look."""


@dataclass(frozen=True)
class TraceProgress:
    """How far a look has come: `read` records of `kind`, of `total` if that is known."""

    kind: TraceKind
    read: int
    total: int | None = None


Said = Callable[[TraceProgress], None]


@dataclass
class Look:
    """One look while it goes on; `lost` is what could not be read. `turns` bounds the requests at
    once, but for those for keys. `odd_maker`: a key has an id that may not stand in an address."""

    said: Said
    turns: asyncio.Semaphore
    lost: list[NotLooked] = field(default_factory=list)
    odd_maker: bool = False

    async def read(
        self, kind: TraceKind, reading: Awaitable[T], fatal: tuple[type[ConsoleError], ...] = OVER
    ) -> T | None:
        """What `reading` gives, None if it fails; what is `fatal` ends the whole look."""
        try:
            return await reading
        except fatal:
            raise
        except ConsoleError as error:
            log.info("looking at %s: %s", kind.name, type(error).__name__)
            self.lost.append(not_looked(kind, error))
            return None

    def in_turn(self, page: ReadPage[R]) -> ReadPage[R]:
        """`page`, read when few others are."""

        async def read(*, offset: int, limit: int) -> Page[R]:
            async with self.turns:
                return await page(offset=offset, limit=limit)

        return read

    def tell(self, kind: TraceKind, read: int, total: int | None = None) -> None:
        """Say how far it has come."""
        self.said(TraceProgress(kind, read, total))

    def cut(self, kind: TraceKind) -> None:
        """There is more than was read."""
        self.lost.append(NotLooked(kind, WhyNotLooked.NOT_READ_TO_THE_END))

    def tell_odd_maker(self, kinds: Sequence[TraceKind]) -> None:
        """Nobody was asked what a key of an odd id has made of `kinds`."""
        known = {one.kind for one in self.lost}
        for kind in kinds:
            if self.odd_maker and kind not in known:
                self.cut(kind)

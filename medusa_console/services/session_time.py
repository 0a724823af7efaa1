"""Times a session by the server's clock, because this computer's clock may be wrong."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from medusa_console.domain.clock import ServerClock
from medusa_console.domain.errors import ConsoleError
from medusa_console.domain.session import Session

if TYPE_CHECKING:
    from medusa_console.api.auth import Auth

log = logging.getLogger(__name__)

_LONGEST_ASKING = 5.0
# A nap this much too long or too short means that the clock was set or the computer slept.
_JUMP = timedelta(seconds=30)


class SessionTime:
    """Requests the server's time when the decision needs it, and naps between refreshes."""

    def __init__(
        self, auth: Auth, clock: ServerClock, sleep: Callable[[float], Awaitable[None]]
    ) -> None:
        self._auth = auth
        self._clock = clock
        self._sleep = sleep

    async def is_over(self, session: Session) -> bool:
        """Whether the session is over by the server's clock."""
        if self._clock.now() >= session.expires_at and not self._clock.known:
            await self._ask()
        return self._clock.known and self._clock.now() >= session.expires_at

    async def is_due(self, session: Session) -> bool:
        """Whether the session is due for a refresh."""
        if not self._clock.known:
            await self._ask()
        return self._clock.latest() >= session.refresh_due

    async def nap(self, seconds: float, woken: asyncio.Event) -> None:
        """Sleep for `seconds` or until `woken`; forget the server's clock if the local clock
        jumped."""
        before = self._clock.now()
        sleeping = asyncio.ensure_future(self._sleep(seconds))
        waking = asyncio.ensure_future(woken.wait())
        try:
            await asyncio.wait((sleeping, waking), return_when=asyncio.FIRST_COMPLETED)
        finally:
            sleeping.cancel()
            waking.cancel()
        passed = self._clock.now() - before
        if not -_JUMP < passed < timedelta(seconds=seconds) + _JUMP:
            self._clock.forget()

    def next_look(self, session: Session) -> float:
        """Seconds until `is_due` is worth asking again."""
        return session.next_look(self._clock.latest())

    async def _ask(self) -> None:
        """Learn the server's time from a request that needs no session."""
        try:
            async with asyncio.timeout(_LONGEST_ASKING):
                await self._auth.providers()
        except (ConsoleError, TimeoutError) as error:
            log.info("asking for the server's time: %s", type(error).__name__)

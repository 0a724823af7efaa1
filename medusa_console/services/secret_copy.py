"""The life of a secret on the clipboard: copied, counted down, cleared, and looked after.

Copied ── time is up, Clear now ──→ Cleared ── a clipboard manager brings it back ─→ Resurrected
Copied ── something else copied ──→ Superseded
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from pydantic import SecretStr

from medusa_console.ports import Clipboard
from medusa_console.tasks import TaskScope
from medusa_console.topic import Topic

# When to look whether the secret is back: 0.3, 0.8 and 1.5 s after it was cleared.
_PAUSES = (0.3, 0.5, 0.7)
# How often the clock is looked at; also the most by which the first look is late after clear_now.
_TICK = 0.25
_NEUTRAL = "Cleared by Medusa Console"


@dataclass(frozen=True)
class Copied:
    """It is on the clipboard for so many seconds more."""

    seconds_left: int


@dataclass(frozen=True)
class Cleared:
    """It was taken off the clipboard."""


@dataclass(frozen=True)
class Resurrected:
    """A clipboard manager put it back, and may have kept a copy; it was overwritten."""


@dataclass(frozen=True)
class Superseded:
    """Something else was copied meanwhile, and is left alone."""


CopyState = Copied | Cleared | Resurrected | Superseded


class SecretCopy:
    """Copies a secret and takes it back; for the GUI thread.

    The countdown runs in `tasks`: pass a scope that outlives the window the secret was copied
    from. `changed` announces each new state, Copied once a second. The secret is forgotten when
    it was cleared and has stayed away for 1.5 s.
    """

    def __init__(self, clipboard: Clipboard, tasks: TaskScope) -> None:
        self._clipboard = clipboard
        self._tasks = tasks
        self._clock = tasks.clock
        self._secret: SecretStr | None = None
        self._ends_at = 0.0
        self.state: CopyState | None = None
        self.changed: Topic[CopyState] = Topic()

    def copy(self, secret: SecretStr, seconds: int) -> None:
        """Put `secret` on the clipboard, at once, for `seconds`."""
        self._clipboard.copy_secret(secret)
        self._secret = secret
        self._ends_at = self._clock.seconds() + seconds
        self._enter(Copied(seconds))
        self._tasks.start(self._watch(secret), replacing="secret on the clipboard")

    def extend(self, seconds: int = 30) -> None:
        """Leave it there for so much longer; nothing when it is not there any more."""
        if isinstance(self.state, Copied):
            self._ends_at += seconds
            self._enter(Copied(self._seconds_left()))

    def clear_now(self) -> None:
        """Take it off the clipboard if it is still there. Needs no running loop: safe at exit."""
        if self._secret is None or not isinstance(self.state, Copied):
            return
        if not self._clipboard.holds(self._secret):
            self._enter(Superseded())
            return
        self._clipboard.clear()
        self._enter(Cleared())

    async def _watch(self, secret: SecretStr) -> None:
        # Cancelled by the next copy or the end of the program; clear_now still needs it then.
        await self._count_down(secret)
        if not isinstance(self.state, Superseded):
            await self._keep_away(secret)
        self._secret = None

    async def _count_down(self, secret: SecretStr) -> None:
        while isinstance(self.state, Copied):
            left = self._seconds_left()
            if left <= 0:
                self.clear_now()
            elif left < self.state.seconds_left:
                # Once a second: asking for what another program has copied is not free.
                if not self._clipboard.holds(secret):
                    self._enter(Superseded())
                else:
                    self._enter(Copied(left))
            else:
                await self._clock.sleep(_TICK)

    async def _keep_away(self, secret: SecretStr) -> None:
        for pause in _PAUSES:
            await self._clock.sleep(pause)
            if self._clipboard.holds(secret):
                self._clipboard.overwrite(_NEUTRAL)
                self._enter(Resurrected())

    def _seconds_left(self) -> int:
        return math.ceil(self._ends_at - self._clock.seconds())

    def _enter(self, state: CopyState) -> None:
        self.state = state
        self.changed.announce(state)

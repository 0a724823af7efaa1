"""Copies a secret to the clipboard, counts down, clears it, and checks that it stays away.
Recognises a key again that it has copied."""

from __future__ import annotations

import math
import secrets
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

from medusa_console.domain.tokens import Form, find_all
from medusa_console.ports import Clipboard
from medusa_console.tasks import TaskScope
from medusa_console.topic import Topic

if TYPE_CHECKING:
    from pydantic import SecretStr

    from medusa_console.domain.clipboard_text import ClipboardText

# Check 0.3, 0.8 and 1.5 s after the clear whether the secret is back.
_PAUSES = (0.3, 0.5, 0.7)
# How often the clock is read; the first check after clear_now may be late by this much.
_TICK = 0.25
_NEUTRAL = "Cleared by Medusa Console"
_MOST_REMEMBERED = 1_000


@dataclass(frozen=True)
class Copied:
    """The secret is on the clipboard for `seconds_left` more seconds."""

    seconds_left: int


@dataclass(frozen=True)
class Cleared:
    """The secret was removed from the clipboard."""


@dataclass(frozen=True)
class Resurrected:
    """A clipboard manager put the secret back, and may have kept a copy; it was overwritten."""


@dataclass(frozen=True)
class Superseded:
    """Another program replaced the secret on the clipboard; its content is left alone."""


CopyState = Copied | Cleared | Resurrected | Superseded


class SecretCopy:
    """Copies a secret and clears it again; for the GUI thread.

    The countdown runs in `tasks`: pass a scope that outlives the window the secret was copied from.
    `changed` announces each new state, Copied once a second. The secret is forgotten 1.5 s after it
    was cleared, if it stayed away. Of a key, a hash is remembered until the program ends, also
    through a lock: it tells that the key on the clipboard is one that was just created.
    """

    def __init__(self, clipboard: Clipboard, tasks: TaskScope) -> None:
        self._clipboard = clipboard
        self._tasks = tasks
        self._clock = tasks.clock
        self._secret: SecretStr | None = None
        self._ends_at = 0.0
        self._hash_key = secrets.token_bytes(32)
        self._copied_at: dict[bytes, float] = {}  # by the hash of each key, oldest first
        self.state: CopyState | None = None
        self.changed: Topic[CopyState] = Topic()

    def copy(self, secret: SecretStr, seconds: int, *, key: SecretStr | None = None) -> None:
        """Put `secret` on the clipboard, at once, for `seconds`. `key` is the key in it, if there
        is more to it than the key."""
        self._clipboard.copy_secret(secret)
        self._remember(key or secret)
        self._secret = secret
        self._ends_at = self._clock.seconds() + seconds
        self._enter(Copied(seconds))
        self._tasks.start(self._watch(secret), replacing="secret on the clipboard")

    def extend(self, seconds: int = 30) -> None:
        """Keep the secret on the clipboard for `seconds` more; does nothing once it is gone."""
        if isinstance(self.state, Copied):
            self._ends_at += seconds
            self._enter(Copied(self._seconds_left()))

    def clear_now(self) -> None:
        """Remove the secret from the clipboard if it is still there. Safe at exit: needs no running
        loop."""
        if self._secret is None or not isinstance(self.state, Copied):
            return
        if not self._clipboard.holds(self._secret):
            self._enter(Superseded())
            return
        self._clipboard.clear()
        self._enter(Cleared())

    def read(self) -> ClipboardText:
        """What is on the clipboard now, whoever copied it."""
        return self._clipboard.read()

    def copied_ago(self, secret: SecretStr) -> float | None:
        """How many seconds ago this program last copied the key `secret`; None if it did not."""
        at = self._copied_at.get(self._hash(secret))
        return self._clock.seconds() - at if at is not None else None

    def _remember(self, secret: SecretStr) -> None:
        # A password is no leaked key, and its hash could be guessed.
        if not any(found.form is Form.WHOLE for found in find_all(secret.get_secret_value())):
            return
        digest = self._hash(secret)
        self._copied_at.pop(digest, None)
        self._copied_at[digest] = self._clock.seconds()
        while len(self._copied_at) > _MOST_REMEMBERED:
            del self._copied_at[next(iter(self._copied_at))]

    def _hash(self, secret: SecretStr) -> bytes:
        return blake2b(secret.get_secret_value().encode(), key=self._hash_key).digest()

    async def _watch(self, secret: SecretStr) -> None:
        # The next copy or the program's end cancels this task; clear_now then still needs the
        # secret.
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
                # Checked once a second, because reading another program's clipboard costs time.
                self._enter(Copied(left) if self._clipboard.holds(secret) else Superseded())
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

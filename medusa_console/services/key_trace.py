"""Looks for all that a secret key has left in its store."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from medusa_console.domain.key_trace import Trace, TraceKind


@dataclass(frozen=True)
class TraceProgress:
    """How far a look has come: `read` records of `kind`, of `total` if that is known."""

    kind: TraceKind
    read: int
    total: int | None = None


Said = Callable[[TraceProgress], None]


class TracesKeys(Protocol):
    """The look itself."""

    async def trace(self, key_id: str, created_at: datetime | None, said: Said) -> Trace:
        """All that the key `key_id`, made at `created_at`, has left; changes nothing there. None
        for the time of a key whose record is gone: its id tells it. `said` is called on this loop
        as the look proceeds. Ending the task ends the look.

        A kind that cannot be read is in `Trace.not_looked`. Raises SignInNeeded and MfaNeeded when
        the session ends meanwhile or another account signs in, Unreachable and UntrustedCertificate
        if the list of keys gets no answer.
        """
        ...

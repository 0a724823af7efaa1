"""Lets keys of one store end at a later time, with proof."""

from __future__ import annotations

import logging
from datetime import datetime
from typing import TYPE_CHECKING

from medusa_console.domain.api_key import ApiKey
from medusa_console.domain.clock import ServerClock
from medusa_console.domain.errors import (
    ConsoleError,
    InputFault,
    Invalid,
    NotFound,
    NotSendable,
    OutcomeUnknown,
)
from medusa_console.domain.key_end import check_end_moves, seconds_until, shows_end
from medusa_console.domain.query import AsOf
from medusa_console.services.api_keys import ApiKeyService
from medusa_console.services.single_flight import SingleFlight

if TYPE_CHECKING:
    from medusa_console.api.api_keys import ApiKeys

log = logging.getLogger(__name__)

_NO_END = Invalid("the answer does not show the end that was asked for")


class KeyEnds:
    """Sets and moves the ends of keys; announces each changed key as `ApiKeyService.changed`."""

    def __init__(
        self, api: ApiKeys, keys: ApiKeyService, clock: ServerClock, writes: SingleFlight
    ) -> None:
        self._api = api
        self._keys = keys
        self._clock = clock
        self._writes = writes

    async def read_again(self, key_id: str) -> AsOf[ApiKey]:
        """Read a key that somebody else may have changed, and announce what it is now. Raises what
        `ApiKeyService.get` raises."""
        answer = await self._keys.get(key_id)
        self._keys.changed.announce(answer.value)
        return answer

    async def end_at(self, key_id: str, end: datetime) -> ApiKey:
        """Let the key end at `end`, within a few seconds; `end` is the server's time. As `end_in`;
        raises NotSendable for an end that is too near or too far."""
        return await self.end_in(key_id, seconds_until(end, self._clock.now()))

    async def move_to(self, key_id: str, end: datetime) -> ApiKey:
        """As `end_at`, but only for a key that works: raises NotSendable for a revoked one, which
        Medusa would let work again if it is publishable; EndFixed where a set end stays."""
        await self._check_works(key_id)
        try:
            return await self.end_at(key_id, end)
        except NotSendable:
            raise
        except Invalid as refusal:  # Medusa's way to say that a secret key is revoked already
            check_end_moves(await self._check_works(key_id), refusal)
            raise

    async def _check_works(self, key_id: str) -> ApiKey:
        answer = await self._keys.get(key_id)
        if not answer.value.state(answer.as_of).works:
            raise NotSendable(InputFault.ALREADY_REVOKED)
        return answer.value

    async def end_in(self, key_id: str, seconds: int) -> ApiKey:
        """Let the key end `seconds` from now, by the server's clock; returns only with proof.

        Moves an end that is set already; a revoked publishable key works again until then. Raises
        NotFound when the record is gone, Invalid when a secret key is revoked already, a Refused
        when the server did nothing, OutcomeUnknown when there is no proof: the end before may
        still hold.
        """
        # With what is wanted in its name: another end must not pass for the one under way.
        return await self._writes.once(
            f"end {key_id} {seconds}", lambda: self._end_in(key_id, seconds)
        )

    async def _end_in(self, key_id: str, seconds: int) -> ApiKey:
        sent_at = self._clock.now()
        otherwise = OutcomeUnknown(_NO_END, at=sent_at)
        try:
            answer = await self._api.revoke_in(key_id, seconds)
            if shows_end(answer.value, seconds, sent_at, answer.as_of):
                self._keys.changed.announce(answer.value)
                return answer.value
        except OutcomeUnknown as error:
            otherwise = error
        try:
            answer = await self._keys.get(key_id)
        except NotFound:
            raise
        except ConsoleError as error:  # a refusal too: it is none of the write
            log.info("no proof of an end: %s", type(error).__name__)
            raise otherwise from error
        self._keys.changed.announce(answer.value)
        if shows_end(answer.value, seconds, sent_at, answer.as_of):
            return answer.value
        raise otherwise

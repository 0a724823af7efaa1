"""Requests of a signed-in admin: the transport with a bearer token, one renewal and one repeat."""

from __future__ import annotations

from typing import TypeVar

from pydantic import SecretStr, TypeAdapter

from medusa_console.api.transport import Call, Transport
from medusa_console.domain import tokens
from medusa_console.domain.errors import (
    ConsoleError,
    InputFault,
    MfaNeeded,
    NotSendable,
    SignInNeeded,
)
from medusa_console.domain.query import AsOf
from medusa_console.domain.session import read_end
from medusa_console.ports import Bearer

T = TypeVar("T")

_ANYTHING: TypeAdapter[object] = TypeAdapter(object)


class AdminClient:
    """The only place that adds a bearer token; `Transport` sends it to its own origin alone."""

    def __init__(self, transport: Transport, bearer: Bearer) -> None:
        self.transport = transport
        self._bearer = bearer

    async def call(self, call: Call, into: TypeAdapter[T]) -> AsOf[T]:
        """As `Transport.fetch`; renews a refused token once and repeats the call once.

        A write is repeated as well, because Medusa answers 401 before the action runs; but not if
        the 401 may be from something in front of the store. Raises SignInNeeded when the session
        cannot be renewed, and NotSendable for a query that may hold a key: addresses are logged on
        their way. An error holds no token, because the window may keep it.
        """
        if any(tokens.may_hold_a_key(value) for _, value in call.query):
            raise NotSendable(InputFault.KEY_IN_ADDRESS)
        try:
            if not call.gives_way:
                return await self._call(call, into)
            async with self.transport.traffic.giving_way():  # before a token is asked for
                return await self._call(call, into)
        except ConsoleError as error:
            forget_frames(error)
            raise

    async def call_once(self, call: Call, into: TypeAdapter[T]) -> AsOf[T]:
        """As `call`, for a path that may not be Medusa's: a 401 is raised and ends no session."""
        try:
            return await self._send(call, into, await self._bearer.current())
        except ConsoleError as error:
            forget_frames(error)
            raise

    async def _call(self, call: Call, into: TypeAdapter[T]) -> AsOf[T]:
        used = await self._bearer.current()
        try:
            return await self._send(call, into, used)
        except MfaNeeded:
            renewed = await self._bearer.renew(used, second_factor=True)
        except SignInNeeded as refusal:
            await self._check(call, refusal, used)
            renewed = await self._bearer.renew(used)
        try:
            return await self._send(call, into, renewed)
        except MfaNeeded:
            await self._bearer.renew(renewed, second_factor=True)
            raise
        except SignInNeeded as refusal:
            await self._check(call, refusal, renewed)
            await self._bearer.renew(renewed)  # a renewed token was refused: this ends the session
            raise

    async def _check(self, call: Call, refusal: SignInNeeded, token: SecretStr) -> None:
        """Raise OutcomeUnknown for a write if only something in front of the store refused it."""
        if call.safe or refusal.doubt is None or await self._has_ended(token):
            return
        raise self.transport.unknown(refusal.doubt)

    async def _has_ended(self, token: SecretStr) -> bool:
        end = read_end(token.get_secret_value())
        if end is not None and end <= self.transport.clock.now():
            return True
        try:
            await self.transport.fetch(Call("GET", "/admin/users/me"), _ANYTHING, bearer=token)
        except SignInNeeded:
            return True
        except ConsoleError:
            return False
        return False

    async def _send(self, call: Call, into: TypeAdapter[T], token: SecretStr) -> AsOf[T]:
        return await self.transport.fetch(
            call, into, bearer=token, still_valid=lambda: self._bearer.counts(token)
        )


def forget_frames(error: BaseException | None) -> None:
    """Take the frames, which hold tokens, from `error` and from the errors that led to it."""
    seen: set[int] = set()
    left = [error]
    while left:
        one = left.pop()
        if one is None or id(one) in seen:
            continue
        seen.add(id(one))
        one.__traceback__ = None
        left += (one.__cause__, one.__context__)
        left += [value for value in vars(one).values() if isinstance(value, BaseException)]
        # Of httpx's errors, each holds its request.
        one.__cause__ = one.__context__ = None

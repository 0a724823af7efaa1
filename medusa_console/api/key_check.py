"""Whether a store accepts a key. Sources: contract, sections 4.4 and 5.2, quirk 25;
docs/versions.md for Medusa before 2.13.2."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from pydantic import SecretStr, TypeAdapter

from medusa_console.api.answers import Answer, part
from medusa_console.api.client import forget_frames
from medusa_console.api.transport import Call, Transport
from medusa_console.domain.errors import (
    ConsoleError,
    Forbidden,
    Intercepted,
    Invalid,
    NotFound,
    SignInNeeded,
)
from medusa_console.domain.leak_answers import Accepted, KeyAnswer, RefusedKey
from medusa_console.domain.leak_steps import Head

_ME = "/admin/users/me"
_STORES = "/admin/stores"
_NO_USER = "User with id: "
_ID = re.compile(_NO_USER + r"(apk_[0-9A-Z]{26}) was not found")
_UNAUTHORIZED = "Unauthorized"
_NO_VALID_KEY = "A valid publishable key is required to proceed with the request"
_ANYTHING: TypeAdapter[object] = TypeAdapter(object)


class _Flags(Answer):
    caching: bool = False
    rbac_filter_fields: object = None


_FLAGS: TypeAdapter[_Flags] = part("feature_flags", _Flags)


class KeyCheck:
    """Presents keys to one store, without a session. A leaked key is used for nothing else."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def secret(self, secret: SecretStr) -> KeyAnswer:
        """GET /admin/users/me with a secret key as Basic, which changes nothing. Medusa before
        2.13.2 refuses every key there: where the store may be one, a refused key is presented to
        GET /admin/stores as well, and that answer counts."""
        pair = base64.b64encode(f"{secret.get_secret_value()}:".encode()).decode()
        headers = {"authorization": f"Basic {pair}"}
        said = await self._present(Call("GET", _ME, headers=headers), _of_secret)
        if not isinstance(said, RefusedKey) or await self._takes_keys_for_users():
            return said
        query = [("fields", "id"), ("limit", "1")]
        return await self._present(Call("GET", _STORES, query, headers=headers), _of_secret)

    async def publishable(self, token: SecretStr) -> KeyAnswer:
        """GET /store/regions with a publishable key."""
        headers = {"x-publishable-api-key": token.get_secret_value()}
        query = [("fields", "id"), ("limit", "1")]
        return await self._present(Call("GET", "/store/regions", query, headers=headers), _of_shop)

    async def caching(self) -> bool:
        """GET /admin/feature-flags, which needs no session: whether `caching` is on, with which a
        store may accept a revoked publishable key for an hour. Raises NoSuchRoute, and what
        Transport raises."""
        return (await self._flags()).caching

    async def _takes_keys_for_users(self) -> bool:
        """Whether GET /admin/users/me surely takes keys: the flag `rbac_filter_fields` came with
        the version that does."""
        try:
            return "rbac_filter_fields" in (await self._flags()).model_fields_set
        except ConsoleError:
            return False

    async def _flags(self) -> _Flags:
        return (await self._transport.fetch(Call("GET", "/admin/feature-flags"), _FLAGS)).value

    async def _present(
        self, call: Call, read: Callable[[ConsoleError, datetime], KeyAnswer]
    ) -> KeyAnswer:
        clock = self._transport.clock
        heads: list[Head] = []
        try:
            answer = await self._transport.fetch(replace(call, heard=heads.append), _ANYTHING)
        except ConsoleError as error:
            forget_frames(error)
            said = read(error, clock.now())
            # An error may come of a repeat that got no answer: then no head is its own.
            return said if isinstance(said, ConsoleError) else replace(said, head=heads[-1])
        return Accepted(answer.as_of, head=heads[-1])


def _of_secret(error: ConsoleError, at: datetime) -> KeyAnswer:
    """What Medusa's own refusals of a request to /admin say of the key."""
    match error:
        case NotFound(message=message) if message.startswith(_NO_USER):
            named = _ID.fullmatch(message)
            return Accepted(at, named[1] if named else "")
        case Forbidden():
            return Accepted(at)  # a role is looked at after the key
        case SignInNeeded(doubt=Intercepted(asks=True) as front):
            return front
        # Medusa's own 401 has no type there, which is why it could be a gateway's as well.
        case SignInNeeded(message=message, doubt=Intercepted()) if message == _UNAUTHORIZED:
            return RefusedKey(at)
        case _:
            return error


def _of_shop(error: ConsoleError, at: datetime) -> KeyAnswer:
    """What Medusa's own refusals of a request to /store say of the key."""
    match error:
        case Invalid(message=message, status=400) if message == _NO_VALID_KEY:
            return RefusedKey(at)
        case _:
            return error

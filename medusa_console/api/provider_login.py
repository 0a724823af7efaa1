"""Sign-in through a provider's page in the browser. Source: contract, section 1.9."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import SecretStr, TypeAdapter

from medusa_console.api.answers import part
from medusa_console.api.login import LOGIN, LoginAnswer
from medusa_console.api.transport import Call, Transport
from medusa_console.domain.errors import (
    CallbackRefused,
    InputFault,
    NotASession,
    NotSendable,
    ProviderRefused,
    SignInNeeded,
)
from medusa_console.domain.session import Session, read_session
from medusa_console.domain.user import User, is_provider_id

_USER: TypeAdapter[User] = part("user", User)
_NOT_ALLOWED = "callback URL is not allowed"


class ProviderLogin:
    """The routes of one store. Nothing here opens a page, or makes an account unasked."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def begin(self, provider_id: str, callback: str) -> str:
        """POST /auth/user/{provider}: the address of the provider's page, which leads back to
        `callback`. A stranger wrote it; see domain.provider_page. Raises CallbackRefused."""
        call = Call(
            "POST", _path(provider_id), json={"callback_url": callback}, leaves_nothing=True
        )
        try:
            answer = (await self._transport.fetch(call, LOGIN)).value
        except SignInNeeded as refusal:
            if refusal.doubt is not None:
                raise refusal.doubt from None
            if _NOT_ALLOWED in refusal.message:
                raise CallbackRefused(refusal.message, status=refusal.status) from None
            raise ProviderRefused(refusal.message, status=refusal.status) from None
        if answer.location is None:
            raise NotASession("the provider has no page")
        return answer.location

    async def finish(self, provider_id: str, query: Sequence[tuple[str, str]]) -> Session:
        """POST /auth/user/{provider}/callback with all of the `query` with which the provider's
        page led back. Not GET, because it counts once and must not be repeated.

        Raises ProviderRefused or one of NotASession.
        """
        call = Call("POST", f"{_path(provider_id)}/callback", query, leaves_nothing=True)
        try:
            answer = (await self._transport.fetch(call, LOGIN)).value
        except SignInNeeded as refusal:
            if refusal.doubt is not None:
                raise refusal.doubt from None
            raise ProviderRefused(refusal.message, status=refusal.status) from None
        return self._session(answer)

    async def join(self, provider_id: str, identity: SecretStr) -> User:
        """POST /auth/{provider}/user with the token of an `identity` without an admin account:
        links it to the admin who has its email, or else creates an admin without roles.

        Call it only when the user has been asked.
        """
        call = Call("POST", f"/auth/{_id(provider_id)}/user", json={})
        try:
            return (await self._transport.fetch(call, _USER, bearer=identity)).value
        except SignInNeeded as refusal:
            if refusal.doubt is not None:
                raise self._transport.unknown(refusal.doubt) from None
            raise ProviderRefused(refusal.message, status=refusal.status) from None

    async def resume(self, identity: SecretStr) -> Session:
        """POST /auth/token/refresh with a token that opened no session: what a sign-in with it
        leads to by now.

        Raises ProviderRefused when the token is over, or one of NotASession.
        """
        call = Call("POST", "/auth/token/refresh", leaves_nothing=True)
        try:
            answer = (await self._transport.fetch(call, LOGIN, bearer=identity)).value
        except SignInNeeded as refusal:
            raise ProviderRefused(refusal.message, status=refusal.status) from None
        return self._session(answer)

    def _session(self, answer: LoginAnswer) -> Session:
        token = answer.lets_in().get_secret_value()
        return read_session(token, origin=self._transport.origin, email="")


def _path(provider_id: str) -> str:
    return f"/auth/user/{_id(provider_id)}"


def _id(provider_id: str) -> str:
    if not is_provider_id(provider_id):
        raise NotSendable(InputFault.NOT_AN_ID)
    return provider_id

"""A new password for an admin who forgot the old one. Source: contract, section 1.8."""

from __future__ import annotations

from pydantic import SecretStr, TypeAdapter

from medusa_console.api.answers import Answer
from medusa_console.api.transport import Call, Transport
from medusa_console.domain.errors import NotMedusa, SignInNeeded, TokenRefused

_PATH = "/auth/user/emailpass"
_ASKED = b"Created"


class _Done(Answer):
    success: bool


_DONE: TypeAdapter[_Done] = TypeAdapter(_Done)


class PasswordReset:
    """Needs no session: whoever has the token that a mail brings sets the password."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def request(self, email: str) -> None:
        """POST /auth/user/emailpass/reset-password: ask the store for a mail with a token.

        Medusa answers the same for an email that nobody has, and sends nothing itself: whether a
        mail leaves is up to the shop. A newer token makes the older ones useless.
        """
        call = Call("POST", f"{_PATH}/reset-password", json={"identifier": email})
        if await self._transport.send(call) != _ASKED:
            host = self._transport.host
            raise self._transport.unknown(NotMedusa(host, "unexpected answer to a reset"))

    async def set(self, token: SecretStr, password: SecretStr) -> None:
        """POST /auth/user/emailpass/update with the token of the mail, which takes it once.

        Raises TokenRefused: used, replaced, expired, or not this store's; ValueError for an empty
        password, with which Medusa uses the token up and sets none.
        """
        if not password.get_secret_value():
            raise ValueError("an empty password would use the token up")
        call = Call("POST", f"{_PATH}/update", json={"password": password.get_secret_value()})
        try:
            answer = await self._transport.fetch(call, _DONE, bearer=token)
        except SignInNeeded as refusal:
            if refusal.doubt is not None:
                raise self._transport.unknown(refusal.doubt) from None
            raise TokenRefused(refusal.message, status=refusal.status) from None
        if not answer.value.success:
            raise self._transport.unproven("the answer does not say that the password is set")

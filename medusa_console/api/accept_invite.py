"""How an invited person becomes an admin. Source: contract, section 2."""

from __future__ import annotations

from pydantic import SecretStr, TypeAdapter

from medusa_console.api.answers import part
from medusa_console.api.login import log_in, register
from medusa_console.api.transport import Call, Transport
from medusa_console.domain.errors import SignInNeeded, TokenRefused
from medusa_console.domain.session import read_claims
from medusa_console.domain.user import NewAdmin, User

_USER: TypeAdapter[User] = part("user", User)
_REFUSED = "Unauthorized"


class AcceptInvite:
    """Needs no session: the token of the invite is what counts."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def register(self, email: str, password: SecretStr) -> SecretStr:
        """POST /auth/user/emailpass/register: the token of an identity without an account. Raises
        EmailTaken; a repeat with the same password returns a token again."""
        return await register(self._transport, "user", email, password)

    async def sign_in(self, email: str, password: SecretStr) -> tuple[SecretStr, bool]:
        """POST /auth/user/emailpass: the identity's token, and whether an admin account belongs to
        it already. Raises WrongPassword or one of NotASession."""
        token = await log_in(self._transport, "user", email, password)
        claims = read_claims(token.get_secret_value())
        return token, bool(claims and claims.actor_type == "user" and claims.actor_id)

    async def accept(self, invite: SecretStr, identity: SecretStr, admin: NewAdmin) -> User:
        """POST /admin/invites/accept with the invite's token, by the identity. The account gets the
        email of `admin`, whichever was invited.

        Raises TokenRefused, for which Medusa gives no reason: used, replaced, expired, or another
        admin has that email.
        """
        # Medusa takes the token nowhere else.
        query = [("token", invite.get_secret_value())]
        body = {"email": admin.email, "first_name": admin.first_name, "last_name": admin.last_name}
        call = Call("POST", "/admin/invites/accept", query, {k: v for k, v in body.items() if v})
        try:
            return (await self._transport.fetch(call, _USER, bearer=identity)).value
        except SignInNeeded as refusal:
            if refusal.message == _REFUSED:
                raise TokenRefused(refusal.message, status=refusal.status) from None
            if refusal.doubt is not None:
                raise self._transport.unknown(refusal.doubt) from None
            raise

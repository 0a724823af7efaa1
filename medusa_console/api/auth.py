"""Sign-in and refresh. Routes: /auth/user/… and /auth/token/refresh (contract, section 1)."""

from __future__ import annotations

from datetime import datetime

from pydantic import SecretStr, StrictBool, TypeAdapter

from medusa_console.api.answers import part
from medusa_console.api.login import LOGIN, log_in
from medusa_console.api.mfa import verify_challenge
from medusa_console.api.transport import Call, Transport
from medusa_console.api.verification import confirm_verification, request_verification
from medusa_console.domain.bounded import Many
from medusa_console.domain.errors import NoSuchRoute
from medusa_console.domain.mfa import MfaChallenge, MfaCode
from medusa_console.domain.session import Session, read_session
from medusa_console.domain.user import AuthProvider

_PROVIDERS: TypeAdapter[tuple[AuthProvider, ...]] = part("providers", Many[AuthProvider])
_FLAGS: TypeAdapter[dict[str, object]] = part("feature_flags", dict[str, StrictBool])
_EMAIL = AuthProvider(id="emailpass", display_name="Email/Password Authentication")


class Auth:
    """Sign-in and refresh at one origin; every failure is one of domain.errors."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def providers(self) -> tuple[AuthProvider, ...]:
        """GET /auth/user/providers, without credentials. Medusa before 2.19 does not have it: of
        a server that answers GET /admin/feature-flags as a Medusa does, email and password.

        Raises NotMedusa for any other answer.
        """
        try:
            answer = await self._transport.fetch(Call("GET", "/auth/user/providers"), _PROVIDERS)
        except NoSuchRoute:
            await self._transport.fetch(Call("GET", "/admin/feature-flags"), _FLAGS)
            return (_EMAIL,)
        return answer.value

    async def sign_in(self, email: str, password: SecretStr) -> Session:
        """POST /auth/user/emailpass; a 200 counts only if the token belongs to an admin.

        Raises WrongPassword or one of NotASession.
        """
        return self._session(await log_in(self._transport, "user", email, password), email)

    async def verify(self, challenge: MfaChallenge, code: MfaCode, email: str) -> Session:
        """POST /auth/mfa/challenges/{id}/verify, with which the sign-in as `email` goes on.

        Raises WrongCode, ChallengeOver or one of NotASession.
        """
        return self._session(await verify_challenge(self._transport, challenge, code), email)

    async def request_verification(self, token: SecretStr, email: str) -> None:
        """POST /auth/verification/request; see api/verification."""
        await request_verification(self._transport, token, email)

    async def confirm_verification(self, code: SecretStr) -> None:
        """POST /auth/verification/confirm; see api/verification."""
        await confirm_verification(self._transport, code)

    async def refresh(self, session: Session) -> Session:
        """POST /auth/token/refresh: a new token with a later end and the current roles.

        Raises SignInNeeded, or NotFound when the account was deleted.
        """
        call = Call("POST", "/auth/token/refresh", leaves_nothing=True)
        answer = await self._transport.fetch(call, LOGIN, bearer=session.token)
        return self._session(answer.value.lets_in(), session.email, session.began_at)

    def _session(self, token: SecretStr, email: str, began_at: datetime | None = None) -> Session:
        return read_session(
            token.get_secret_value(), origin=self._transport.origin, email=email, began_at=began_at
        )

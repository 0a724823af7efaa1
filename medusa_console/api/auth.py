"""Sign-in and refresh. Routes: /auth/user/… and /auth/token/refresh (contract, section 1)."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field, SecretStr, TypeAdapter

from medusa_console.api.transport import Call, Wire
from medusa_console.domain.errors import (
    Invalid,
    MfaRequired,
    NotASession,
    ProviderRequired,
    SignInNeeded,
    VerificationRequired,
    WrongPassword,
)
from medusa_console.domain.session import Session, read_session
from medusa_console.domain.user import SignInWay


class _Ways(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    providers: tuple[SignInWay, ...]


class _SignInAnswer(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    token: SecretStr | None = None
    mfa_required: bool = False
    verification_required: bool = False
    location: str | None = Field(default=None, repr=False)


_WAYS: TypeAdapter[_Ways] = TypeAdapter(_Ways)
_SIGN_IN: TypeAdapter[_SignInAnswer] = TypeAdapter(_SignInAnswer)


class Auth:
    """Implements ports.AuthApi for one origin."""

    def __init__(self, wire: Wire, origin: str) -> None:
        self._wire = wire
        self._origin = origin

    async def ways(self) -> tuple[SignInWay, ...]:
        """GET /auth/user/providers, without credentials."""
        answer = await self._wire.fetch(Call("GET", "/auth/user/providers"), _WAYS)
        return answer.value.providers

    async def sign_in(self, email: str, password: SecretStr) -> Session:
        """POST /auth/user/emailpass; a 200 is a session only if an admin stands behind it."""
        call = _post(
            "/auth/user/emailpass", {"email": email, "password": password.get_secret_value()}
        )
        try:
            answer = await self._wire.fetch(call, _SIGN_IN)
        except (SignInNeeded, Invalid) as refusal:
            # The status of a wrong password is 401 on the real server and open in the documents.
            if isinstance(refusal, Invalid) and "password" not in refusal.message:
                raise
            raise WrongPassword(refusal.message, status=refusal.status) from None
        return self._session(answer.value, email)

    async def refresh(self, session: Session) -> Session:
        """POST /auth/token/refresh: a later end, and the roles as they are now."""
        call = _post("/auth/token/refresh", None)
        answer = await self._wire.fetch(call, _SIGN_IN, bearer=session.token)
        return self._session(answer.value, session.email)

    def _session(self, answer: _SignInAnswer, email: str) -> Session:
        if answer.mfa_required:
            raise MfaRequired("a second factor is needed")
        if answer.verification_required:
            raise VerificationRequired("the email must be verified")
        if answer.location is not None:
            raise ProviderRequired("sign-in continues elsewhere")
        if answer.token is None:
            raise NotASession("no token came")
        return read_session(answer.token.get_secret_value(), origin=self._origin, email=email)


def _post(path: str, json: dict[str, Any] | None) -> Call:
    return Call("POST", path, json=json, leaves_nothing=True)

"""Signs in an admin or a customer with email and password, and reads what a login needs more.
Source: contract, sections 1.1, 1.6 and 1.7."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, SecretStr, TypeAdapter

from medusa_console.api.answers import Answer
from medusa_console.api.transport import Call, Transport
from medusa_console.domain.bounded import Many, Moment, Name
from medusa_console.domain.errors import (
    EmailTaken,
    Invalid,
    MfaNeeded,
    MfaRequired,
    NotASession,
    ProviderRequired,
    SignInNeeded,
    VerificationRequired,
    WrongPassword,
)
from medusa_console.domain.mfa import MfaChallenge

_MOST_ATTEMPTS = 1_000


class _Challenge(Answer):
    # It becomes a part of an address.
    id: Annotated[str, Field(max_length=200, pattern=r"^[A-Za-z0-9_-]+$")]
    methods: Many[Name] = Field(max_length=20)
    expires_at: Moment
    attempts: int = Field(ge=0, le=_MOST_ATTEMPTS)
    max_attempts: int = Field(ge=0, le=_MOST_ATTEMPTS)

    def with_token(self, token: SecretStr) -> MfaChallenge:
        return MfaChallenge(
            self.id, self.methods, self.expires_at, self.attempts, self.max_attempts, token
        )


class LoginAnswer(Answer):
    """The answer of the routes below /auth."""

    token: SecretStr | None = None
    mfa_required: bool = False
    mfa_challenge: _Challenge | None = None
    verification_required: bool = False
    verification: Any = Field(default=None, repr=False)
    location: str | None = Field(default=None, repr=False)

    def lets_in(self) -> SecretStr:
        """The token, if Medusa requires nothing else; raises one of NotASession."""
        if self.location is not None:
            raise ProviderRequired("sign-in continues elsewhere")
        if self.token is None:
            raise NotASession("no token came")
        if self.verification_required:
            raise VerificationRequired(self.token, requested=self.verification is not None)
        if self.mfa_required:
            if self.mfa_challenge is None:
                raise NotASession("a second factor is needed, and no challenge came")
            raise MfaRequired(self.mfa_challenge.with_token(self.token))
        return self.token


LOGIN: TypeAdapter[LoginAnswer] = TypeAdapter(LoginAnswer)


async def log_in(transport: Transport, actor: str, email: str, password: SecretStr) -> SecretStr:
    """POST /auth/{actor}/emailpass: a token, not checked yet.

    Raises WrongPassword or one of NotASession.
    """
    body = {"email": email, "password": password.get_secret_value()}
    call = Call("POST", f"/auth/{actor}/emailpass", json=body, leaves_nothing=True)
    try:
        answer = await transport.fetch(call, LOGIN)
    except MfaNeeded:
        raise
    except (SignInNeeded, Invalid) as refusal:
        # For a wrong password, Medusa answers 401; the documented API does not name the status.
        if isinstance(refusal, Invalid) and "password" not in refusal.message:
            raise
        if isinstance(refusal, SignInNeeded) and refusal.doubt is not None:
            raise refusal.doubt from None
        raise WrongPassword(refusal.message, status=refusal.status) from None
    return answer.value.lets_in()


async def register(transport: Transport, actor: str, email: str, password: SecretStr) -> SecretStr:
    """POST /auth/{actor}/emailpass/register: the token of an identity that is nobody yet, not
    checked.

    A repeat with the same password returns a token again, until somebody belongs to the identity.
    Raises EmailTaken.
    """
    body = {"email": email, "password": password.get_secret_value()}
    try:
        answer = await transport.fetch(
            Call("POST", f"/auth/{actor}/emailpass/register", json=body), LOGIN
        )
    except SignInNeeded as refusal:
        if refusal.doubt is not None:
            raise transport.unknown(refusal.doubt) from None
        if "already exists" in refusal.message:
            raise EmailTaken(refusal.message, status=refusal.status) from None
        # Medusa's own text may quote its database query, with the email.
        raise Invalid(status=refusal.status) from None
    try:
        return answer.value.lets_in()
    except (MfaRequired, ProviderRequired, VerificationRequired):
        raise
    except NotASession as error:
        raise transport.unproven(str(error)) from None

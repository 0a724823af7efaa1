"""Signs in an admin or a customer with email and password. Source: contract, section 1.1."""

from __future__ import annotations

from pydantic import Field, SecretStr, TypeAdapter

from medusa_console.api.answers import Answer
from medusa_console.api.transport import Call, Transport
from medusa_console.domain.errors import (
    Invalid,
    MfaRequired,
    NotASession,
    ProviderRequired,
    SignInNeeded,
    VerificationRequired,
    WrongPassword,
)


class LoginAnswer(Answer):
    """The answer of the routes below /auth."""

    token: SecretStr | None = None
    mfa_required: bool = False
    verification_required: bool = False
    location: str | None = Field(default=None, repr=False)

    def lets_in(self) -> SecretStr:
        """The token, if Medusa requires nothing else; raises NotASession."""
        if self.mfa_required:
            raise MfaRequired("a second factor is needed")
        if self.verification_required:
            raise VerificationRequired("the email must be verified")
        if self.location is not None:
            raise ProviderRequired("sign-in continues elsewhere")
        if self.token is None:
            raise NotASession("no token came")
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
    except (SignInNeeded, Invalid) as refusal:
        # For a wrong password, Medusa answers 401; the documented API does not name the status.
        if isinstance(refusal, Invalid) and "password" not in refusal.message:
            raise
        if isinstance(refusal, SignInNeeded) and refusal.doubt is not None:
            raise refusal.doubt from None
        raise WrongPassword(refusal.message, status=refusal.status) from None
    return answer.value.lets_in()

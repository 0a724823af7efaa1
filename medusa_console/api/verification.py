"""Proves that an email address is the user's own. Source: contract, section 1.7."""

from __future__ import annotations

from pydantic import SecretStr, TypeAdapter

from medusa_console.api.transport import Call, Transport
from medusa_console.domain.errors import Invalid, WrongCode

_ANYTHING: TypeAdapter[object] = TypeAdapter(object)
_ABOUT_THE_CODE = "Verification code"


async def request_verification(transport: Transport, token: SecretStr, email: str) -> None:
    """POST /auth/verification/request: the store sends a code to `email`, and the one before is
    dead. `token` is that of VerificationRequired.

    Raises OutcomeUnknown after a lost answer: a code may be on its way.
    """
    body = {"entity_id": email, "entity_type": "email"}
    call = Call("POST", "/auth/verification/request", json=body)
    await transport.fetch(call, _ANYTHING, bearer=token)


async def confirm_verification(transport: Transport, code: SecretStr) -> None:
    """POST /auth/verification/confirm, without credentials. Raises WrongCode. After a lost answer,
    the next sign-in tells whether the email is verified."""
    body = {"code": code.get_secret_value()}
    call = Call("POST", "/auth/verification/confirm", json=body, leaves_nothing=True)
    try:
        await transport.fetch(call, _ANYTHING)
    except Invalid as refusal:
        if _ABOUT_THE_CODE not in refusal.message:
            raise
        late = "expired" in refusal.message
        raise WrongCode(refusal.message, status=refusal.status, late=late) from None

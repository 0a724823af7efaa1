"""The second factor of a sign-in. Source: contract, section 1.6."""

from __future__ import annotations

from pydantic import SecretStr

from medusa_console.api.login import LOGIN
from medusa_console.api.transport import Call, Transport
from medusa_console.domain.errors import (
    ChallengeEnd,
    ChallengeOver,
    ConsoleError,
    Invalid,
    NotFound,
    SignInNeeded,
    WrongCode,
)
from medusa_console.domain.mfa import MfaChallenge, MfaCode

# By what Medusa's text says, because all have the same status and type.
_ENDS = {
    "too many failed attempts": ChallengeEnd.TOO_MANY,
    "already been completed": ChallengeEnd.COMPLETED,
    "has expired": ChallengeEnd.GONE,
    "does not support method": ChallengeEnd.METHOD,
}
_WRONG = "Invalid MFA challenge code"


async def verify_challenge(
    transport: Transport, challenge: MfaChallenge, code: MfaCode
) -> SecretStr:
    """POST /auth/mfa/challenges/{id}/verify: a login token, not checked yet.

    Raises WrongCode, which counts as an attempt, or ChallengeOver when only a new challenge helps.
    After a lost answer, a recovery code may be used up.
    """
    call = Call(
        "POST",
        f"/auth/mfa/challenges/{challenge.id}/verify",
        json={"method": code.method, "code": code.code.get_secret_value()},
        leaves_nothing=True,
    )
    try:
        answer = await transport.fetch(call, LOGIN, bearer=challenge.token)
    except (Invalid, NotFound, SignInNeeded) as refusal:
        raise _meaning(refusal) from None
    return answer.value.lets_in()


def _meaning(refusal: Invalid | NotFound | SignInNeeded) -> ConsoleError:
    match refusal:
        case NotFound():
            return ChallengeOver(ChallengeEnd.GONE, status=refusal.status)
        case SignInNeeded(doubt=None):
            return ChallengeOver(ChallengeEnd.GONE, status=refusal.status)
        case SignInNeeded(message="Unauthorized"):  # its token is over, too
            return ChallengeOver(ChallengeEnd.GONE, status=refusal.status)
        case SignInNeeded(doubt=front) if front is not None:
            return front
    if _WRONG in refusal.message:
        return WrongCode(refusal.message, status=refusal.status)
    ends = (end for text, end in _ENDS.items() if text in refusal.message)
    end = next(ends, None)
    return refusal if end is None else ChallengeOver(end, status=refusal.status)

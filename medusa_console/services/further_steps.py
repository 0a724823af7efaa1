"""Leads a sign-in through what the store asks after the password: a second factor, a verified
email."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from medusa_console.domain.errors import (
    ChallengeEnd,
    ChallengeOver,
    ConsoleError,
    MfaRequired,
    NotASession,
    VerificationRequired,
    WrongCode,
    WrongPassword,
)
from medusa_console.domain.mfa import RECOVERY_CODE, TOTP

if TYPE_CHECKING:
    from pydantic import SecretStr

    from medusa_console.api.auth import Auth
    from medusa_console.domain.mfa import MfaChallenge, MfaCode
    from medusa_console.domain.session import Session

# After these, the same code may be right for a new challenge.
_STILL_GOOD = (ChallengeEnd.GONE, ChallengeEnd.COMPLETED)

Begin = Callable[[], Awaitable["Session"]]


class FurtherSteps(Protocol):
    """Asks the user for what a sign-in needs more. Cancelling the sign-in cancels the question."""

    async def code(self, challenge: MfaChallenge, told: ConsoleError | None) -> MfaCode:
        """The code for `challenge`, by one of its methods. `told` is what became of the code
        before; WrongCode and ChallengeOver ask for another one, any other failure for a repeat."""

    async def verification(
        self, email: str, sent: bool, told: ConsoleError | None
    ) -> SecretStr | None:
        """The code that proves that `email` is the user's own; None to have one sent. `sent`: one
        has been sent already. `told` is why the code or the request before was in vain."""


async def go_on(auth: Auth, begin: Begin, email: str, steps: FurtherSteps | None) -> Session:
    """The session that `begin`, a sign-in as `email`, opens at once or after further steps.

    A challenge that takes no code any more is replaced by a new one, for which `begin` is called
    again. Raises what `begin` raises: MfaRequired and VerificationRequired if nobody can be asked
    for that.
    """
    if steps is None:
        return await begin()
    if email:
        begin = partial(_verified, auth, begin, email, steps)
    try:
        return await begin()
    except MfaRequired as needed:
        if not {TOTP, RECOVERY_CODE} & set(needed.challenge.methods):
            raise
        return await _SecondFactor(auth, begin, email, steps, needed.challenge).meet()


async def _verified(auth: Auth, begin: Begin, email: str, steps: FurtherSteps) -> Session:
    """As `begin`, after the user has proven that `email` is their own where the store asks it."""
    try:
        return await begin()
    except VerificationRequired as needed:
        token, sent = needed.token, needed.requested
    told: ConsoleError | None = None
    while True:
        code = await steps.verification(email, sent, told)
        try:
            if code is None:
                await auth.request_verification(token, email)
                sent, told = True, None
                continue
            await auth.confirm_verification(code)
            told = None
        except ConsoleError as error:
            told = error
        # Whatever became of the code: it may have been taken, and the answer lost.
        try:
            return await begin()
        except VerificationRequired as needed:
            token, sent = needed.token, needed.requested
        except (NotASession, WrongPassword):
            raise
        except ConsoleError as error:
            told = told or error


class _SecondFactor:
    """The second factor of one sign-in, over as many challenges as it takes."""

    def __init__(
        self, auth: Auth, begin: Begin, email: str, steps: FurtherSteps, challenge: MfaChallenge
    ) -> None:
        self._auth = auth
        self._begin = begin
        self._email = email
        self._steps = steps
        self._challenge = challenge
        self._is_over = False  # whether the challenge takes no code any more

    async def meet(self) -> Session:
        told: ConsoleError | None = None
        while True:
            code = await self._steps.code(self._challenge, told)
            try:
                return await self._try(code)
            except WrongCode as wrong:
                told = wrong
            except ChallengeOver as over:
                told = over
            except (NotASession, WrongPassword):
                raise  # no code helps
            except ConsoleError as lost:
                told = lost

    async def _try(self, code: MfaCode) -> Session:
        """The session that `code` opens, for a new challenge if this one is over by now."""
        if self._is_over and (session := await self._renew()) is not None:
            return session
        try:
            return await self._verify(code)
        except ChallengeOver as over:
            if (session := await self._renew()) is not None:
                return session
            if over.end not in _STILL_GOOD or code.method not in self._challenge.methods:
                raise
            try:
                return await self._verify(code)
            except WrongCode:
                raise over from None  # which is why it is wrong by now

    async def _verify(self, code: MfaCode) -> Session:
        try:
            return await self._auth.verify(self._challenge, code, self._email)
        except WrongCode:
            failed = self._challenge.attempts + 1
            self._challenge = replace(self._challenge, attempts=failed)
            raise
        except ChallengeOver:
            self._is_over = True
            raise

    async def _renew(self) -> Session | None:
        """Ask for a new challenge; the session, if the store wants no second factor any more."""
        try:
            return await self._begin()
        except MfaRequired as needed:
            if not {TOTP, RECOVERY_CODE} & set(needed.challenge.methods):
                raise
            self._challenge = needed.challenge
            self._is_over = False
            return None

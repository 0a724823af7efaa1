"""Turns two-step sign-in of one's own account on and off, and makes recovery codes."""

from __future__ import annotations

import logging
from collections.abc import Awaitable
from typing import TYPE_CHECKING

from pydantic import SecretStr

from medusa_console.domain.errors import (
    ConsoleError,
    NotDone,
    NotFound,
    NoTwoStep,
    NoTwoStepFault,
    OutcomeUnknown,
)
from medusa_console.domain.mfa import MfaCode
from medusa_console.domain.two_step import Enrolment, Factor, FactorState, TwoStepState, two_step_of
from medusa_console.services.single_flight import SingleFlight

if TYPE_CHECKING:
    from medusa_console.api.factors import Factors

log = logging.getLogger(__name__)


class TwoStep:
    """The second factors of the account that is signed in.

    Each call raises NoTwoStep where the server cannot have any. After a lost answer, a write looks
    at the list: it raises NotDone if the list shows that it was not done, OutcomeUnknown if the
    list cannot be read. No secret and no code outlives its call.
    """

    def __init__(self, factors: Factors, writes: SingleFlight) -> None:
        self._factors = factors
        self._writes = writes

    async def look(self) -> TwoStepState:
        """What is set up now."""
        return two_step_of(await self._factors.all())

    async def begin(self, account: str) -> Enrolment:
        """Begin a set-up for `account`; one that was begun before and not finished is removed
        first. After OutcomeUnknown, such a one may be left: its secret was never seen, and nobody
        is asked for it. One whose codes would be too long is removed at once."""
        return await self._writes.once("begin two-step sign-in", lambda: self._begin(account))

    async def verify(self, enrolment: Enrolment, code: SecretStr) -> None:
        """Turn on two-step sign-in with the first code of the app. Raises WrongCode."""
        factor = enrolment.factor
        await self._writes.once(
            f"verify {factor.id}",
            lambda: self._proven(
                self._factors.verify(factor.id, code), factor, FactorState.ENABLED
            ),
        )

    async def abandon(self, factor: Factor) -> None:
        """Remove `factor`, whose set-up is not going to be finished. It may have been finished all
        the same by a request that nobody waited for: CodeNeeded then tells so on some servers."""
        await self._writes.once(f"abandon {factor.id}", lambda: self._disable(factor, None))

    async def turn_off(self, code: MfaCode | None = None) -> None:
        """Turn off two-step sign-in. Raises CodeNeeded if the server demands a code, WrongCode."""
        await self._writes.once("turn off two-step sign-in", lambda: self._turn_off(code))

    async def new_recovery_codes(self) -> tuple[SecretStr, ...]:
        """Make recovery codes, which are never told again. Whatever becomes of the answer, the
        earlier ones must be taken for dead."""
        return await self._writes.once("new recovery codes", self._factors.new_recovery_codes)

    async def _begin(self, account: str) -> Enrolment:
        await self._drop_pending()
        try:
            return await self._factors.begin(account)
        except NoTwoStep as why:
            if why.fault is NoTwoStepFault.LONG_CODES:
                try:
                    await self._drop_pending()
                except ConsoleError as error:  # why nothing can be set up counts more
                    log.info("a set-up of no use is left: %s", type(error).__name__)
            raise

    async def _drop_pending(self) -> None:
        for left in (await self.look()).pending:
            await self._disable(left, None)

    async def _turn_off(self, code: MfaCode | None) -> None:
        for factor in (await self.look()).enabled:
            await self._disable(factor, code)

    async def _disable(self, factor: Factor, code: MfaCode | None) -> None:
        try:
            await self._proven(self._factors.disable(factor.id, code), factor, FactorState.DISABLED)
        except NotFound:
            return

    async def _proven(self, write: Awaitable[Factor], factor: Factor, wanted: FactorState) -> None:
        try:
            await write
        except OutcomeUnknown as lost:
            if await self._state_of(factor, lost) is not wanted:
                raise NotDone(lost.cause, at=lost.at) from lost

    async def _state_of(self, factor: Factor, lost: OutcomeUnknown) -> FactorState:
        """The state of `factor` after an answer about it was `lost`."""
        try:
            now = {one.id: one.state for one in await self._factors.all()}
        except ConsoleError as error:
            log.info("no proof of a second factor's state: %s", type(error).__name__)
            raise lost from error
        return now.get(factor.id, FactorState.DISABLED)

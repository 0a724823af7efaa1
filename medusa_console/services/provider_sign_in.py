"""Leads a sign-in through a provider's page in the user's browser, and back to the store."""

from __future__ import annotations

import asyncio
import hashlib
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from medusa_console.clock import Clock
from medusa_console.domain.errors import (
    ConsoleError,
    Invalid,
    MfaRequired,
    NoAdminAccount,
    OutcomeUnknown,
    ProviderFailed,
    ProviderFault,
    VerificationRequired,
)
from medusa_console.domain.provider_page import ProviderPage, read_page
from medusa_console.ports import Listen
from medusa_console.services.further_steps import Begin
from medusa_console.services.single_flight import SingleFlight

if TYPE_CHECKING:
    from pydantic import SecretStr

    from medusa_console.api.provider_login import ProviderLogin
    from medusa_console.domain.session import Session
    from medusa_console.domain.user import AuthProvider

LONGEST_WAIT: Final = 300.0
"""Seconds for the user to sign in on the provider's page."""
_CODE = re.compile(r"[a-z_]{1,40}")

Query = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Browser:
    """The user's browser. `open_page` shows an address in it and returns whether it could;
    `goodbye` is what the browser shows at the end."""

    open_page: Callable[[str], bool]
    goodbye: str


class ProviderSignIn:
    """Sign-ins at one store through its providers, one at a time. No account is made or linked
    unless `join` is called."""

    def __init__(
        self, login: ProviderLogin, listen: Listen, writes: SingleFlight, clock: Clock
    ) -> None:
        self._login = login
        self._listen = listen
        self._writes = writes
        self._clock = clock
        self._busy = False

    async def ask(self, provider: AuthProvider, browser: Browser) -> Begin:
        """Open the page of `provider` and wait until it leads back; returns what opens the session,
        for SessionService.sign_in_by and its like. Cancelling closes the port.

        Raises ProviderFailed, CallbackRefused, ProviderRefused or what `Transport` raises. What is
        returned raises one of NotASession as well; NoAdminAccount carries what `join` needs.
        """
        if self._busy:
            raise ProviderFailed(ProviderFault.BUSY)
        self._busy = True
        try:
            query = await self._wait(provider.id, browser)
        finally:
            self._busy = False
        return _Resumable(lambda: self._login.finish(provider.id, query), self._login.resume)

    def join(self, provider: AuthProvider, newcomer: NoAdminAccount) -> Begin:
        """What makes an admin account for `newcomer`, or links the one with the same email, and
        then opens the session. Only for a user who has been asked.

        What is returned raises OutcomeUnknown if it is not known whether there is an account now;
        calling it again takes up what is there.
        """
        name = hashlib.sha256(newcomer.token.get_secret_value().encode()).hexdigest()
        return _Resumable(
            lambda: self._writes.once(
                f"join {name}", lambda: self._join(provider.id, newcomer.token)
            ),
            self._login.resume,
        )

    async def _wait(self, provider_id: str, browser: Browser) -> Query:
        pages: list[ProviderPage] = []
        try:
            callback = await self._listen(
                lambda query: bool(pages) and pages[0].is_answered_by(query), browser.goodbye
            )
        except OSError as error:
            raise ProviderFailed(ProviderFault.NO_PORT, error.strerror or "") from None
        try:
            location = await self._login.begin(provider_id, callback.address)
            pages.append(read_page(location, callback.address))
            if not browser.open_page(location):
                raise ProviderFailed(ProviderFault.NO_BROWSER)
            return _unless_denied(await self._in_time(callback.arrival()))
        finally:
            await callback.aclose()

    async def _in_time(self, arrival: Awaitable[Query]) -> Query:
        arriving = asyncio.ensure_future(arrival)
        limit = asyncio.ensure_future(self._clock.sleep(LONGEST_WAIT))
        try:
            await asyncio.wait((arriving, limit), return_when=asyncio.FIRST_COMPLETED)
            if not arriving.done():
                raise ProviderFailed(ProviderFault.TOO_LATE)
            return arriving.result()
        finally:
            arriving.cancel()
            limit.cancel()

    async def _join(self, provider_id: str, identity: SecretStr) -> Session:
        lost: OutcomeUnknown | None = None
        try:
            await self._login.join(provider_id, identity)
        except OutcomeUnknown as error:
            lost = error
        except Invalid as refusal:
            if "already registered" not in refusal.message:
                raise
        try:
            return await self._login.resume(identity)
        except (MfaRequired, VerificationRequired):
            raise
        except ConsoleError:
            if lost is not None:
                raise lost from None
            raise


class _Resumable:
    """Begins a sign-in. The page's answer counts once: a second call asks what has become of the
    token that the first one has brought."""

    def __init__(
        self,
        first: Callable[[], Awaitable[Session]],
        resume: Callable[[SecretStr], Awaitable[Session]],
    ) -> None:
        self._first = first
        self._resume = resume
        self._identity: SecretStr | None = None

    async def __call__(self) -> Session:
        """The session; raises one of NotASession, which it remembers."""
        try:
            if self._identity is None:
                return await self._first()
            return await self._resume(self._identity)
        except MfaRequired as needed:
            self._identity = needed.challenge.token
            raise
        except VerificationRequired as needed:
            self._identity = needed.token
            raise


def _unless_denied(query: Query) -> Query:
    """`query`, if it is no refusal of the provider's."""
    told = dict(query)
    if "error" in told:
        code = told["error"] if _CODE.fullmatch(told["error"]) else ""
        raise ProviderFailed(ProviderFault.DENIED, code)
    return query

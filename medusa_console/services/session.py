"""Who is signed in at one store: the state machine behind every request.

Restoring ── session good ────→ SignedIn
Restoring ── none, bad ───────→ SignedOut
Restoring ── submit meanwhile → SigningIn
SignedOut ── submit ──────────→ SigningIn
SigningIn ── ok ──────────────→ SignedIn
SigningIn ── refused, cancel ─→ SignedOut
SigningIn ── submit again ────→ SigningIn   the later attempt counts
SignedIn  ── 401 ─────────────→ Expired     the page stays, sign-in lies over it
Expired   ── same account ────→ SignedIn
Expired   ── other account ───→ SignedOut → SignedIn
any       ── sign out ────────→ SignedOut
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import SecretStr

from medusa_console.domain.clock import ServerClock
from medusa_console.domain.errors import (
    ConsoleError,
    NotASession,
    NotFound,
    SignInNeeded,
)
from medusa_console.domain.session import Ended, Session
from medusa_console.domain.store import Store
from medusa_console.domain.user import SignInWay
from medusa_console.ports import AuthApi, SessionVault
from medusa_console.services.keeping import Keeping
from medusa_console.topic import Topic

log = logging.getLogger(__name__)

_LONGEST_REMOVAL = 5.0


@dataclass(frozen=True)
class Restoring:
    """The keyring is being asked."""


@dataclass(frozen=True)
class SignedOut:
    """`accepted_until`: how long the server still accepts the forgotten token, if there was one."""

    reason: Ended
    accepted_until: datetime | None = None


@dataclass(frozen=True)
class SigningIn:
    """Credentials are on their way."""

    email: str


@dataclass(frozen=True)
class SignedIn:
    """Requests can be signed."""

    session: Session


@dataclass(frozen=True)
class Locked:
    """Nobody may see or do anything until the account's password was given again; requests wait.

    The token is forgotten; `accepted_until` tells how long the server still accepts it.
    """

    user_id: str
    email: str
    accepted_until: datetime | None


@dataclass(frozen=True)
class Expired:
    """The server no longer accepts the session; what is on screen stays. `at` is local time."""

    user_id: str
    email: str
    at: datetime


State = Restoring | SignedOut | SigningIn | SignedIn | Locked | Expired

_ALLOWED: frozenset[tuple[type[State], type[State]]] = frozenset(
    {
        (Restoring, SigningIn),
        (Restoring, SignedIn),
        (Restoring, SignedOut),
        (SignedOut, SigningIn),
        (SignedOut, SignedIn),
        (SigningIn, SigningIn),
        (SigningIn, SignedIn),
        (SigningIn, SignedOut),
        (SignedIn, SignedIn),
        (SignedIn, Expired),
        (SignedIn, SignedOut),
        (Expired, SignedIn),
        (Expired, SignedOut),
    }
)


class SessionService:
    """Implements ports.Bearer. One for each open store.

    Topics: `changed` announces each new state; `notices` what the person should know but what
    stops nothing (the keyring failed, work goes on from memory).
    """

    def __init__(
        self,
        store: Store,
        auth: AuthApi,
        vault: SessionVault,
        clock: ServerClock,
        *,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._store = store
        self._auth = auth
        self._vault = vault
        self._keeping = Keeping(store, vault)
        self._clock = clock
        self._sleep = sleep
        self._refreshing: asyncio.Task[Session] | None = None
        self._tasks: set[asyncio.Task[Any]] = set()
        self._renewed: SecretStr | None = None
        self._removing: asyncio.Task[None] | None = None
        self.state: State = Restoring()
        self.changed: Topic[State] = Topic()
        self.notices: Topic[ConsoleError] = self._keeping.notices

    @property
    def user_id(self) -> str:
        """The account that is signed in, or was when the session ran out; "" for nobody."""
        match self.state:
            case SignedIn(session):
                return session.user_id
            case Expired(user_id=user_id):
                return user_id
            case _:
                return ""

    async def restore(self, *, kept: bool) -> None:
        """Take up the kept session of this store; never fails. Not `kept`: nobody is asked."""
        session = await self._keeping.load() if kept else None
        if not isinstance(self.state, Restoring):
            return
        self._keeping.wanted = session is not None
        self._enter(SignedOut(Ended.NEVER) if session is None else SignedIn(session))

    async def ways(self) -> tuple[SignInWay, ...]:
        """How admins sign in here; raises NotMedusa when something else answers."""
        return await self._auth.ways()

    async def keeping_place(self) -> str:
        """Where a kept session would lie, in words; raises VaultUnavailable with why not."""
        return await self._vault.place()

    async def sign_in(self, email: str, password: SecretStr, *, keep: bool) -> None:
        """Open a session, and keep it in the keyring if asked to.

        Raises WrongPassword, NotASession or what the wire raises; cancelling gives up. A keyring
        that fails is a notice, not an error: the session then lives in memory only. An answer that
        comes after a sign-out or a later attempt changes nothing.
        """
        email = email.strip()
        if isinstance(self.state, SignedIn):
            return  # the kept session was quicker
        if not isinstance(self.state, Expired):
            self._enter(SigningIn(email))
        before = self.state
        try:
            session = await self._auth.sign_in(email, password)
        except BaseException:
            if self.state is before and isinstance(before, SigningIn):
                self._enter(SignedOut(Ended.NEVER))
            raise
        if self.state is not before:
            return
        if isinstance(before, Expired) and session.user_id != before.user_id:
            self._enter(SignedOut(Ended.OTHER_ACCOUNT))
        self._enter(SignedIn(session))
        self._keeping.wanted = keep
        await self._keeping.tidy(session)
        await self._keep(session)

    async def sign_out(self) -> None:
        """Forget the session here, whether or not the server can be reached.

        Raises VaultUnavailable naming the keyring entry that could not be removed; the session is
        forgotten all the same.
        """
        until: datetime | None = None
        match self.state:
            case SignedIn(session):
                until = session.expires_at
            case SigningIn() | Expired():
                pass
            case _:
                return
        self._enter(SignedOut(Ended.SIGNED_OUT, until))
        # Who quits at once must not find the entry there again at the next start.
        self._removing = asyncio.create_task(self._keeping.remove())
        await asyncio.shield(self._removing)

    async def aclose(self) -> None:
        """Give up a refresh under way, but not the removal of a kept session."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._removing is not None:
            await asyncio.wait({self._removing}, timeout=_LONGEST_REMOVAL)

    async def current(self) -> SecretStr:
        """The token to send; waits while locked, raises SignInNeeded."""
        if isinstance(self.state, SignedIn):
            return self.state.session.token
        raise _nobody()

    async def renew(self, used: SecretStr) -> SecretStr:
        """A token other than `used`, which the server refused; one refresh serves all who ask.

        Raises SignInNeeded when the session is over, and is then Expired: the refresh was refused,
        or `used` came from a renewal and was refused as well. A server that cannot be reached is an
        error of its own and ends nothing.
        """
        if not isinstance(self.state, SignedIn):
            raise _nobody()
        session = self.state.session
        if session.token != used:
            return session.token
        if session.token == self._renewed:
            self._expire(session)
            raise SignInNeeded("the renewed session was refused", status=401)
        self._renewed = (await self._refresh(session)).token
        return self._renewed

    async def refresh(self) -> None:
        """Take up rights that were granted since: roles live in the token. Raises as `renew`."""
        if not isinstance(self.state, SignedIn):
            raise _nobody()
        await self._refresh(self.state.session)

    async def keep_fresh(self) -> None:
        """Refresh quietly before the session ends; runs as long as the store is open."""
        while True:
            match self.state:
                case SignedIn(session):
                    await self._sleep(session.next_look(self._clock.now()))
                case _:
                    await self._sleep(1.0)
            match self.state:
                case SignedIn(session) if self._clock.now() >= session.refresh_due:
                    await self._refresh_quietly(session)

    async def _refresh_quietly(self, session: Session) -> None:
        try:
            await self._refresh(session)
        except ConsoleError as error:
            # The old token counts until the server refuses it; a refusal has become a state.
            log.info("quiet refresh: %s", type(error).__name__)

    async def _refresh(self, session: Session) -> Session:
        if self._refreshing is None:
            self._refreshing = asyncio.create_task(self._do_refresh(session))
            self._own(self._refreshing)
            self._refreshing.add_done_callback(self._refresh_ended)
        return await asyncio.shield(self._refreshing)

    def _refresh_ended(self, task: asyncio.Task[Session]) -> None:
        if self._refreshing is task:
            self._refreshing = None
        if not task.cancelled():
            task.exception()  # looked at, so that it is not reported when everyone stopped waiting

    async def _do_refresh(self, old: Session) -> Session:
        try:
            new = await self._auth.refresh(old)
        except (SignInNeeded, NotASession):
            if self._holds(old):
                self._expire(old)
            raise SignInNeeded("the session is over", status=401) from None
        except NotFound:
            if self._holds(old):
                self._enter(SignedOut(Ended.ACCOUNT_GONE, old.expires_at))
                await self._keeping.remove_or_tell()
            raise SignInNeeded("the account was deleted", status=401) from None
        if not self._holds(old):
            raise _nobody()
        if new.user_id != old.user_id:
            self._expire(old)
            raise SignInNeeded("the server answered with another account's session", status=401)
        self._enter(SignedIn(new))
        if self._keeping.wanted:
            # Not awaited: requests wait for the token, and the keyring may wait for a prompt.
            self._own(asyncio.create_task(self._keep(new)))
        return new

    def _own(self, task: asyncio.Task[Any]) -> None:
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _holds(self, session: Session) -> bool:
        """Whether nobody has signed out or in since `session` was the current one."""
        return isinstance(self.state, SignedIn) and self.state.session is session

    def _expire(self, session: Session) -> None:
        self._enter(Expired(session.user_id, session.email, datetime.now().astimezone()))

    async def _keep(self, session: Session) -> None:
        if self._keeping.wanted and self._holds(session):
            await self._keeping.save(session)

    def _enter(self, new: State) -> None:
        if (type(self.state), type(new)) not in _ALLOWED:
            raise RuntimeError(f"illegal session change: {type(self.state)} -> {type(new)}")
        self.state = new
        if not isinstance(new, SignedIn):
            self._keeping.wanted = False
            self._refreshing = None  # one still under way belongs to a session that is over
        self.changed.announce(new)


def _nobody() -> SignInNeeded:
    return SignInNeeded("nobody is signed in", status=401)

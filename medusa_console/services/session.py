"""Who is signed in at one store: the state machine behind every request.

Restoring ── session good ────→ SignedIn
Restoring ── none, bad ───────→ SignedOut
SignedOut ── submit ──────────→ SigningIn
SigningIn ── ok ──────────────→ SignedIn
SigningIn ── refused, cancel ─→ SignedOut
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

from pydantic import SecretStr

from medusa_console.domain.clock import ServerClock
from medusa_console.domain.errors import (
    ConsoleError,
    NotASession,
    NotFound,
    SignInNeeded,
    VaultUnavailable,
)
from medusa_console.domain.session import Ended, Session
from medusa_console.domain.store import Store
from medusa_console.domain.user import SignInWay
from medusa_console.ports import AuthApi, SessionVault
from medusa_console.topic import Topic

log = logging.getLogger(__name__)

_LONGEST_NAP = 60.0
_RETRY_SHARE = 20


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
class Expired:
    """The server no longer accepts the session; what is on screen stays. `at` is local time."""

    user_id: str
    email: str
    at: datetime


State = Restoring | SignedOut | SigningIn | SignedIn | Expired

_ALLOWED: frozenset[tuple[type[State], type[State]]] = frozenset(
    {
        (Restoring, SignedIn),
        (Restoring, SignedOut),
        (SignedOut, SigningIn),
        (SignedOut, SignedIn),
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
        self._clock = clock
        self._sleep = sleep
        self._kept = False
        self._refreshing: asyncio.Task[Session] | None = None
        self.state: State = Restoring()
        self.changed: Topic[State] = Topic()
        self.notices: Topic[ConsoleError] = Topic()

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

    async def restore(self) -> None:
        """Take up the kept session of this store, if there is one; never fails."""
        try:
            session = await self._vault.load(self._store)
        except VaultUnavailable as error:
            self.notices.announce(error)
            session = None
        if not isinstance(self.state, Restoring):
            return
        self._kept = session is not None
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
        that fails is a notice, not an error: the session then lives in memory only.
        """
        email = email.strip()
        expired = self.state if isinstance(self.state, Expired) else None
        if expired is None:
            self._enter(SigningIn(email))
        try:
            session = await self._auth.sign_in(email, password)
        except BaseException:
            if isinstance(self.state, SigningIn):
                self._enter(SignedOut(Ended.NEVER))
            raise
        if expired is not None and session.user_id != expired.user_id:
            await self._forget(expired.email)
            self._enter(SignedOut(Ended.OTHER_ACCOUNT))
        self._enter(SignedIn(session))
        self._kept = keep
        if keep:
            await self._keep(session)

    async def sign_out(self) -> None:
        """Forget the session here, whether or not the server can be reached.

        Raises VaultUnavailable naming the keyring entry that could not be removed; the session is
        forgotten all the same.
        """
        until: datetime | None = None
        match self.state:
            case SignedIn(session):
                email, until = session.email, session.expires_at
            case Expired(email=address):
                email = address
            case _:
                return
        if self._refreshing is not None:
            self._refreshing.cancel()
        self._enter(SignedOut(Ended.SIGNED_OUT, until))
        await self._remove(email)

    def current(self) -> SecretStr:
        """The token to send; raises SignInNeeded."""
        if isinstance(self.state, SignedIn):
            return self.state.session.token
        raise SignInNeeded("nobody is signed in", status=401)

    async def renew(self, used: SecretStr) -> SecretStr:
        """A token other than `used`, which the server refused; one refresh serves all who ask.

        Raises SignInNeeded when the session is over, and is then Expired; a server that cannot be
        reached is an error of its own and ends nothing.
        """
        current = self.current()
        if current.get_secret_value() != used.get_secret_value():
            return current
        return (await self._refresh()).token

    async def keep_fresh(self) -> None:
        """Refresh quietly before the session ends; runs as long as the store is open."""
        while True:
            await self._sleep(self._nap())
            match self.state:
                case SignedIn(session) if self._clock.now() >= session.refresh_due:
                    await self._refresh_quietly()

    def _nap(self) -> float:
        """Seconds until the next look: clocks jump and computers sleep, so never long."""
        if not isinstance(self.state, SignedIn):
            return 1.0
        session = self.state.session
        until_due = (session.refresh_due - self._clock.now()).total_seconds()
        life = (session.expires_at - session.issued_at).total_seconds()
        shortest = min(_LONGEST_NAP, max(life / _RETRY_SHARE, 0.1))
        return min(_LONGEST_NAP, max(until_due, shortest))

    async def _refresh_quietly(self) -> None:
        try:
            await self._refresh()
        except ConsoleError as error:
            # The old token counts until the server refuses it; a refusal has become a state.
            log.info("quiet refresh: %s", type(error).__name__)

    async def _refresh(self) -> Session:
        if self._refreshing is None:
            self._refreshing = asyncio.create_task(self._do_refresh())
            self._refreshing.add_done_callback(self._refresh_ended)
        return await asyncio.shield(self._refreshing)

    def _refresh_ended(self, task: asyncio.Task[Session]) -> None:
        self._refreshing = None
        if not task.cancelled():
            task.exception()  # looked at, so that it is not reported when everyone stopped waiting

    async def _do_refresh(self) -> Session:
        if not isinstance(self.state, SignedIn):
            raise SignInNeeded("nobody is signed in", status=401)
        old = self.state.session
        try:
            new = await self._auth.refresh(old)
        except (SignInNeeded, NotASession):
            self._enter(Expired(old.user_id, old.email, datetime.now().astimezone()))
            raise SignInNeeded("the session is over", status=401) from None
        except NotFound:
            await self._forget(old.email)
            self._enter(SignedOut(Ended.ACCOUNT_GONE, old.expires_at))
            raise SignInNeeded("the account was deleted", status=401) from None
        self._enter(SignedIn(new))
        if self._kept:
            await self._keep(new)
        return new

    async def _keep(self, session: Session) -> None:
        try:
            await self._vault.save(session)
        except VaultUnavailable as error:
            self._kept = False
            self.notices.announce(error)

    async def _forget(self, email: str) -> None:
        try:
            await self._remove(email)
        except VaultUnavailable as error:
            self.notices.announce(error)

    async def _remove(self, email: str) -> None:
        if self._kept:
            self._kept = False
            await self._vault.delete(self._store.origin, email)

    def _enter(self, new: State) -> None:
        if (type(self.state), type(new)) not in _ALLOWED:
            raise RuntimeError(f"illegal session change: {type(self.state)} -> {type(new)}")
        self.state = new
        self.changed.announce(new)

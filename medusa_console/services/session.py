"""Signs in, refreshes, locks and signs out at one store. The states are in session_states."""

from __future__ import annotations

import asyncio
import hashlib
import logging
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import SecretStr

from medusa_console.domain.clock import ServerClock
from medusa_console.domain.errors import (
    AccountGone,
    ConsoleError,
    MfaNeeded,
    MfaRequired,
    NotASession,
    NotFound,
    OtherAccount,
    SignInNeeded,
)
from medusa_console.domain.session import LONGEST_NAP, Ended, Session, read_provider
from medusa_console.domain.store import Store
from medusa_console.domain.user import AuthProvider
from medusa_console.ports import SessionVault
from medusa_console.services.further_steps import Begin, FurtherSteps, go_on
from medusa_console.services.kept_session import KeptSession
from medusa_console.services.session_states import (
    ALLOWED,
    Expired,
    Locked,
    Restoring,
    SignedIn,
    SignedOut,
    SigningIn,
    State,
)
from medusa_console.services.session_time import SessionTime
from medusa_console.topic import Topic

if TYPE_CHECKING:
    from medusa_console.api.auth import Auth

__all__ = [
    "Expired",
    "Locked",
    "Restoring",
    "SessionService",
    "SignedIn",
    "SignedOut",
    "SigningIn",
    "State",
]

log = logging.getLogger(__name__)

T = TypeVar("T")

_LONGEST_REMOVAL = 5.0
_MOST_DOUBLINGS = 10


class SessionService:
    """The session of one open store; implements ports.Bearer.

    Topics: `changed` announces each new state; `notices` announces keyring failures that stop
    nothing (the session then lives in memory); `owed` announces whether an entry must leave the
    keyring and may still be in it.
    """

    def __init__(
        self,
        store: Store,
        auth: Auth,
        vault: SessionVault,
        clock: ServerClock,
        *,
        sleep: Callable[[float], Awaitable[None]],
    ) -> None:
        self._store = store
        self._auth = auth
        self._vault = vault
        self._keeping = KeptSession(store, vault)
        self._time = SessionTime(auth, clock, sleep)
        self._refreshing: asyncio.Task[Session] | None = None
        self._told_gone = b""  # the hash of the token of which it was told that its account is gone
        self._tasks: set[asyncio.Task[Any]] = set()
        self._entered = asyncio.Event()
        self._renewed = b""  # the hash of the last token that came from a refresh
        # `aclose` waits for the removals, so that the next start does not find an entry.
        self._removals: set[asyncio.Task[None]] = set()
        self._not_locked = asyncio.Event()
        self._not_locked.set()
        self._keep_after_lock = False
        self._lock_on_arrival = False
        # The hashes of one account's tokens, from sign-in to sign-out: no forgotten token may stay
        # in memory.
        self._tenure: set[bytes] = set()
        self.state: State = Restoring()
        self.changed: Topic[State] = Topic()
        self.notices: Topic[ConsoleError] = self._keeping.notices
        self.owed: Topic[bool] = self._keeping.owed

    @property
    def user_id(self) -> str:
        """The signed-in account, also while locked or expired; "" when signed out."""
        match self.state:
            case SignedIn(session):
                return session.user_id
            case Expired(user_id=user_id) | Locked(user_id=user_id):
                return user_id
            case _:
                return ""

    async def restore(self, *, kept: bool) -> None:
        """Restore the session that is `kept` in the keyring; never fails.

        An entry is deleted when the session is over by the server's clock, or when the user has
        signed out meanwhile. If the server does not answer, the first request decides.
        """
        session = await self._keeping.load() if kept else None
        over = session is not None and await self._time.is_over(session)
        if isinstance(self.state, Restoring):
            if session is not None and not over:
                self._take_up(session, keep=kept)
                return
            self._enter(SignedOut(Ended.EXPIRED if over else Ended.NEVER))
        elif not isinstance(self.state, SignedOut) or self.state.reason is not Ended.SIGNED_OUT:
            return
        if session is not None:
            await _begin(self._keeping.remove_or_tell(), self._removals)

    async def providers(self) -> tuple[AuthProvider, ...]:
        """The providers for admins; raises NotMedusa when the server is not a Medusa."""
        return await self._auth.providers()

    async def keeping_place(self, *, again: bool = False) -> str:
        """The name of the keyring that would keep a session, "" if it has none; raises
        VaultUnavailable with the reason. `again` as in SessionVault.place."""
        return await self._vault.place(again=again)

    async def sign_in(
        self,
        email: str,
        password: SecretStr,
        *,
        keep: bool,
        steps: FurtherSteps | None = None,
    ) -> None:
        """Open a session, and keep it in the keyring if `keep`. `steps` asks for what the store
        wants more; nobody is asked without.

        Raises WrongPassword, NotASession or what `Transport` raises; cancelling gives up, but an
        open session is kept all the same. A keyring failure is announced as a notice: the session
        then lives in memory only. An answer that arrives after a sign-out or a later attempt
        changes nothing.
        """
        email = email.strip()
        await self._sign_in(lambda: self._auth.sign_in(email, password), email, keep, steps)

    async def sign_in_by(
        self, begin: Begin, *, keep: bool, steps: FurtherSteps | None = None
    ) -> None:
        """As `sign_in`, with the session that `begin` brings from a provider, which names the
        account."""
        await self._sign_in(begin, "", keep, steps)

    async def _sign_in(
        self, begin: Begin, email: str, keep: bool, steps: FurtherSteps | None
    ) -> None:
        if isinstance(self.state, SignedIn | Locked):
            return  # the kept session arrived first
        if not isinstance(self.state, Expired):
            self._enter(SigningIn(email, keep))
        before = self.state
        try:
            session = await go_on(self._auth, begin, email, steps)
        except BaseException:
            if self.state is before and isinstance(before, SigningIn):
                self._enter(SignedOut(Ended.NEVER))
            raise
        await self._arrive(session, before, keep=keep)

    def lock(self) -> None:
        """Forget the token until `unlock`; delete the kept session, because a restart must not undo
        the lock. No prompt of the keyring is shown, which would take the focus and the password. A
        session that is being restored or signed in arrives locked, unless a password is entered
        meanwhile. Without a session, only an entry that could not be read is deleted."""
        match self.state:
            case SignedIn(session):
                self._lock(_locked(session), keep=self._keeping.wanted)
            case Expired(user_id, email, provider=provider):
                locked = Locked(user_id, email, None, provider)
                self._lock(locked, keep=self._keeping.wanted)
            case Restoring() | SigningIn():
                self._lock_on_arrival = True
                _begin(self._keeping.remove_or_tell(prompt=False), self._removals)
            case Locked():
                self.state = replace(self.state)  # a new object invalidates an unlock in flight
            case SignedOut():
                _begin(self._keeping.remove_or_tell(prompt=False), self._removals)

    async def unlock(self, password: SecretStr, steps: FurtherSteps | None = None) -> None:
        """Sign in again with the locked account and keep the session as before. `steps` and what it
        raises as `sign_in`; an answer that arrives after a sign-out changes nothing."""
        before = self.state
        if isinstance(before, Locked):
            await self._unlock(
                before, lambda: self._auth.sign_in(before.email, password), before.email, steps
            )

    async def unlock_by(self, begin: Begin, steps: FurtherSteps | None = None) -> None:
        """As `unlock`, with the session that `begin` brings from a provider."""
        if isinstance(self.state, Locked):
            await self._unlock(self.state, begin, "", steps)

    async def _unlock(
        self, before: Locked, begin: Begin, email: str, steps: FurtherSteps | None
    ) -> None:
        session = await go_on(self._auth, begin, email, steps)
        await self._arrive(session, before, keep=self._keep_after_lock)

    async def confirm(self, password: SecretStr, steps: FurtherSteps | None = None) -> None:
        """Sign in again with the signed-in account, to prove who is there, and go on with the new
        session, which is kept as the old one was. `steps` as in `sign_in`.

        Raises as `sign_in`, OtherAccount if the email belongs to another account by now, and
        SignInNeeded if the session was locked or has ended meanwhile. After an error, the session
        is as it was.
        """
        if not isinstance(self.state, SignedIn):
            raise _nobody()
        email = self.state.session.email
        await self._confirm(lambda: self._auth.sign_in(email, password), email, steps)

    async def confirm_by(self, begin: Begin, steps: FurtherSteps | None = None) -> None:
        """As `confirm`, with the session that `begin` brings from a provider."""
        await self._confirm(begin, "", steps)

    async def _confirm(self, begin: Begin, email: str, steps: FurtherSteps | None) -> None:
        before, tenure = self.state, self._tenure
        if not isinstance(before, SignedIn):
            raise _nobody()
        session = await go_on(self._auth, begin, email, steps)
        if not isinstance(self.state, SignedIn) or self._tenure is not tenure:
            raise _nobody()
        if session.user_id != before.session.user_id:
            raise OtherAccount("another account signed in")
        session = _named_as(before.session.email, session)
        self._enter(SignedIn(session))
        if self._keeping.wanted:
            _begin(self._keep(session, prompt=False), self._tasks)

    async def sign_out(self) -> datetime | None:
        """Forget the session, even when the server cannot be reached; returns until when the
        server still accepts its token, None without a session.

        Raises VaultUnavailable naming the keyring entry that could not be deleted; the session is
        forgotten all the same.
        """
        until: datetime | None = None
        match self.state:
            case SignedIn(session):
                until = session.expires_at
            case Locked(accepted_until=until):
                pass
            case SignedOut():
                return None
            case _:
                pass
        removing = _begin(self._keeping.remove(), self._removals)
        self._enter(SignedOut(Ended.SIGNED_OUT, until))
        await asyncio.shield(removing)
        return until

    async def aclose(self) -> None:
        """Cancel a refresh in flight, but finish deleting the kept session."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._removals:
            await asyncio.wait(self._removals, timeout=_LONGEST_REMOVAL)

    async def current(self) -> SecretStr:
        """The token to send. Waits while locked; raises SignInNeeded."""
        return (await self._session(self._tenure)).token

    def counts(self, token: SecretStr) -> bool:
        """Whether `token` belongs to the signed-in account, and the session is not locked."""
        return isinstance(self.state, SignedIn) and _hash(token) in self._tenure

    async def renew(self, used: SecretStr, *, second_factor: bool = False) -> SecretStr:
        """A token to replace `used`, which the server refused; all callers share one refresh. With
        `second_factor`, the server refused it for want of one, which no refresh adds.

        Waits while locked. Raises SignInNeeded when the session is over and the state is Expired:
        the refresh was refused, or `used` came from a refresh and was refused as well. An
        unreachable server raises its own error and does not end the session.
        """
        tenure, refused = self._tenure, _hash(used)
        del used  # this call may wait behind a lock
        if refused not in tenure:
            raise _nobody()  # its account signed out; no other account may send the request
        session = await self._session(tenure)
        if _hash(session.token) != refused:
            return session.token
        if second_factor:
            self._expire(session, second_factor=True)
            raise MfaNeeded("the session has no second factor", status=401)
        if refused == self._renewed:
            self._expire(session)
            raise SignInNeeded("the renewed session was refused", status=401)
        try:
            token = (await self._refresh_or_follow(session, tenure)).token
        except AccountGone:
            if self._holds(session):
                self._enter(SignedOut(Ended.ACCOUNT_GONE, session.expires_at))
                await self._keeping.remove_or_tell()
            raise SignInNeeded("the account was deleted", status=401) from None
        self._renewed = _hash(token)
        return token

    async def refresh(self) -> None:
        """Refresh the session to get newly granted permissions: roles live in the token. Raises as
        `renew`, and AccountGone while the session of a deleted account still works."""
        tenure = self._tenure
        await self._refresh_or_follow(await self._session(tenure), tenure)

    async def keep_fresh(self) -> None:
        """Refresh before the session ends, as long as the store is open. While the server answers
        with sessions that are due at once, refresh less and less often."""
        in_vain = 0
        while True:
            in_vain = in_vain + 1 if await self._refresh_in_vain() else 0
            self._entered.clear()
            nap = LONGEST_NAP
            if isinstance(self.state, SignedIn):
                look = self._time.next_look(self.state.session)
                nap = min(nap, look * 2 ** min(in_vain, _MOST_DOUBLINGS))
            await self._time.nap(nap, woken=self._entered)

    async def _refresh_in_vain(self) -> bool:
        """Refresh the session if it is due; whether the new one is due as well."""
        if not isinstance(self.state, SignedIn):
            return False
        session = self.state.session
        if not await self._time.is_due(session) or not self._holds(session):
            return False
        await self._refresh_quietly(session)
        if not isinstance(self.state, SignedIn) or self._holds(session):
            return False
        return await self._time.is_due(self.state.session)

    async def _session(self, tenure: set[bytes]) -> Session:
        """The session of `tenure`. Waits while locked; raises SignInNeeded when the session is over
        or the account has signed out."""
        while isinstance(self.state, Locked):
            await self._not_locked.wait()
        if isinstance(self.state, SignedIn) and self._tenure is tenure:
            return self.state.session
        raise _nobody()

    async def _arrive(self, session: Session, before: State, *, keep: bool) -> None:
        """Use the session of a sign-in that began in the state `before`, unless the state has
        changed."""
        if self.state is not before:
            return
        if isinstance(before, Expired | Locked):
            if session.user_id == before.user_id:
                session = _named_as(before.email, session)
            else:
                self._enter(SignedOut(Ended.OTHER_ACCOUNT))
        self._take_up(session, keep=keep)
        await asyncio.shield(_begin(self._tidy_and_keep(session), self._tasks))

    async def _tidy_and_keep(self, session: Session) -> None:
        # The entry of this account is going to be replaced.
        await self._keeping.remove_or_tell(but=session.email if self._keeping.wanted else "")
        await self._keep(session)

    def _take_up(self, session: Session, *, keep: bool) -> None:
        if self._lock_on_arrival:
            self._lock(_locked(session), keep=keep)
        else:
            # Set before the announcement: a subscriber may lock at once, which reads `wanted`.
            self._keeping.wanted = keep
            self._enter(SignedIn(session))

    def _lock(self, locked: Locked, *, keep: bool) -> None:
        self._keep_after_lock = keep
        _begin(self._keeping.remove_or_tell(prompt=False), self._removals)
        self._enter(locked)

    async def _refresh_quietly(self, session: Session) -> None:
        try:
            await self._refresh(session)
        except AccountGone as error:
            if self._told_gone != _hash(session.token):
                self._told_gone = _hash(session.token)
                self.notices.announce(error)
        except ConsoleError as error:
            # The old token stays valid until the server refuses it; a refusal already changed the
            # state.
            log.info("quiet refresh: %s", type(error).__name__)

    async def _refresh_or_follow(self, session: Session, tenure: set[bytes]) -> Session:
        """`session` refreshed, or the user's newer session if they unlocked or signed in again
        meanwhile."""
        try:
            return await self._refresh(session)
        except SignInNeeded:
            if isinstance(self.state, SignedIn | Locked):
                return await self._session(tenure)
            raise

    async def _refresh(self, session: Session) -> Session:
        if self._refreshing is None:
            self._refreshing = _begin(self._do_refresh(session), self._tasks)
            self._refreshing.add_done_callback(self._refresh_ended)
        return await asyncio.shield(self._refreshing)

    def _refresh_ended(self, task: asyncio.Task[Session]) -> None:
        if self._refreshing is task:
            self._refreshing = None
        if not task.cancelled():
            task.exception()  # keeps asyncio from reporting it when every caller was cancelled

    async def _do_refresh(self, old: Session) -> Session:
        try:
            new = await self._auth.refresh(old)
        except (SignInNeeded, NotASession) as error:
            if self._holds(old):
                self._expire(old, second_factor=isinstance(error, MfaNeeded | MfaRequired))
            raise SignInNeeded("the session is over", status=401) from None
        except NotFound:
            if self._holds(old):
                raise AccountGone(old.expires_at) from None
            raise SignInNeeded("the account was deleted", status=401) from None
        if not self._holds(old):
            raise _nobody()
        if new.user_id != old.user_id:
            self._expire(old)
            raise SignInNeeded("the server answered with another account's session", status=401)
        self._enter(SignedIn(new))
        if self._keeping.wanted:
            # Not awaited, because requests wait for the token. Nobody has asked for a prompt.
            _begin(self._keep(new, prompt=False), self._tasks)
        return new

    def _holds(self, session: Session) -> bool:
        """Whether `session` is still the current one."""
        return isinstance(self.state, SignedIn) and self.state.session is session

    def _expire(self, session: Session, *, second_factor: bool = False) -> None:
        now = datetime.now().astimezone()
        provider = read_provider(session)
        self._enter(Expired(session.user_id, session.email, now, second_factor, provider))

    async def _keep(self, session: Session, *, prompt: bool = True) -> None:
        if self._keeping.wanted and self._holds(session):
            await self._keeping.save(session, prompt=prompt)

    def _enter(self, new: State) -> None:
        if type(new) not in ALLOWED[type(self.state)]:
            raise RuntimeError(f"illegal session change: {type(self.state)} -> {type(new)}")
        self.state = new
        self._entered.set()
        self._lock_on_arrival = False
        if isinstance(new, SignedIn):
            self._tenure.add(_hash(new.session.token))
        else:
            self._refreshing = None  # a refresh in flight belongs to the old session
        if isinstance(new, SignedOut):
            self._tenure = set()
        if isinstance(new, SignedOut | Locked):
            self._keeping.wanted = False
        if isinstance(new, Locked):
            self._not_locked.clear()
        else:
            self._not_locked.set()
        self.changed.announce(new)


def _begin(work: Coroutine[Any, Any, T], among: set[asyncio.Task[T]]) -> asyncio.Task[T]:
    """Start `work`; its task is one of `among` while it runs."""
    task = asyncio.create_task(work)
    among.add(task)
    task.add_done_callback(among.discard)
    return task


def _hash(token: SecretStr) -> bytes:
    return hashlib.sha256(token.get_secret_value().encode()).digest()


def _named_as(email: str, session: Session) -> Session:
    """`session` of an account that is called `email` so far: a provider may call it otherwise by
    now, and its entry in the keyring has that name."""
    return replace(session, email=email)


def _locked(session: Session) -> Locked:
    return Locked(session.user_id, session.email, session.expires_at, read_provider(session))


def _nobody() -> SignInNeeded:
    return SignInNeeded("nobody is signed in", status=401)

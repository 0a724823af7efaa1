"""Sessions in the operating system's keyring: one entry per origin and account.

Service `Medusa Console · <origin>`, user name = the account's email, password = JSON in version 1
(origin and account again, so that no entry can be taken for another's).
"""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal, TypeVar

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, SecretStr, ValidationError

from medusa_console.domain.errors import VaultUnavailable
from medusa_console.domain.session import Session
from medusa_console.domain.store import DEMO_ORIGIN, Store
from medusa_console.vault.backends import place_of
from medusa_console.vault.daemon import daemon_call

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

log = logging.getLogger(__name__)

T = TypeVar("T")

NO_KEYRING = (
    "No usable keyring on this computer, so the session is only in memory and ends when you close "
    "the program."
)
_TOO_LARGE = "The session is too large for this computer's keyring."
_NOT_KEPT = "The keyring did not keep what was written to it."
_SLOW = "The keyring did not answer in time."
_LOCKED = "The keyring is locked."
_UNFIT = "This session cannot be kept in a keyring."
_DEMO = "Sessions of the demo store are not kept in the keyring."
# "The stub received bad data": Windows refuses entries of more than 2,560 bytes.
_WINDOWS_TOO_LARGE = 1783


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    v: Literal[1] = 1
    origin: str
    email: str
    user_id: str = Field(min_length=1)
    token: str = Field(pattern=r"^[!-~]+$", repr=False)
    issued_at: AwareDatetime
    expires_at: AwareDatetime


def _utc_now() -> datetime:
    return datetime.now(UTC)


class KeyringSessions:
    """Implements ports.SessionVault.

    The keyring is spoken to on daemon threads, one call at a time. After it was locked, slow or
    broken it is left alone, so that no prompt comes twice: `load` and `save` fail at once until
    `place()` is asked again or a call succeeds. A `save` that was given up writes nothing later.

    Sessions of the demo store are never kept: `load` finds none, `save` refuses, `delete` has
    nothing to do.
    """

    def __init__(
        self,
        backend_factory: Callable[[], KeyringBackend | None],
        *,
        read_limit: float = 3.0,
        person_limit: float = 60.0,
        now: Callable[[], datetime] = _utc_now,
    ) -> None:
        """`backend_factory` runs on a worker thread. The limits are seconds: for reading, and for
        what the person has asked for and may have to unlock the keyring for."""
        self._backend_factory = backend_factory
        self._read_limit = read_limit
        self._person_limit = person_limit
        self._now = now
        self._backend: KeyringBackend | None = None
        self._left_alone_because = ""
        self._one_at_a_time = asyncio.Lock()

    async def place(self) -> str:
        """Where sessions are kept, in words ("GNOME Keyring"); raises VaultUnavailable.

        Ask on behalf of the person, not from quiet work: the keyring is tried again after this.
        """
        self._left_alone_because = ""
        return await self._call(lambda backend, _: place_of(backend), self._read_limit)

    async def load(self, store: Store) -> Session | None:
        """The kept session of this store and its account, None if there is none worth having.

        An entry that is unreadable, another's or over is removed. Raises VaultUnavailable.
        """
        if store.is_demo or not store.email:
            return None
        service, email = _service(store.origin), store.email
        text = await self._call(
            lambda backend, _: backend.get_password(service, email), self._read_limit
        )
        if text is None:
            return None
        session = _read(text)
        if (
            session is None
            or (session.origin, session.email) != (store.origin, email)
            or session.expires_at <= self._now()
        ):
            log.info("the kept session of %s is of no use and is removed", store.origin)
            await self._remove(store.origin, email, self._read_limit)
            return None
        return session

    async def save(self, session: Session) -> None:
        """Keep it, verified by reading it back; raises VaultUnavailable."""
        if session.origin == DEMO_ORIGIN:
            raise VaultUnavailable(_DEMO)
        service, email, text = _service(session.origin), session.email, _written(session)
        if not email or _read(text) != session:
            raise VaultUnavailable(_UNFIT)

        def write(backend: KeyringBackend, given_up: threading.Event) -> None:
            # The unlock prompt, if any, comes here; only then is it known whether to go on.
            backend.get_password(service, email)
            if given_up.is_set():
                return
            backend.set_password(service, email, text)
            kept = backend.get_password(service, email) == text
            if given_up.is_set() or not kept:
                _erase(backend, service, email)
            if not kept:
                raise VaultUnavailable(_NOT_KEPT)

        await self._call(write, self._person_limit)

    async def delete(self, origin: str, email: str) -> None:
        """Forget it; raises VaultUnavailable naming the entry that is left.

        The keyring is asked even when it is otherwise left alone: the person wants this.
        """
        if origin != DEMO_ORIGIN:
            await self._remove(origin, email, self._person_limit)

    async def _remove(self, origin: str, email: str, limit: float) -> None:
        service = _service(origin)
        try:
            await self._call(lambda backend, _: _erase(backend, service, email), limit, insist=True)
        except VaultUnavailable as error:
            raise VaultUnavailable(error.reason, entry=f"{service} ({email})") from error

    async def _call(
        self,
        work: Callable[[KeyringBackend, threading.Event], T],
        limit: float,
        *,
        insist: bool = False,
    ) -> T:
        try:
            async with asyncio.timeout(limit), self._one_at_a_time:
                if self._left_alone_because and not insist:
                    raise VaultUnavailable(self._left_alone_because)
                answer = await daemon_call(lambda given_up: self._work(work, given_up))
        except TimeoutError as error:
            self._left_alone_because = _SLOW
            raise VaultUnavailable(_SLOW) from error
        self._left_alone_because = ""
        return answer

    def _work(
        self, work: Callable[[KeyringBackend, threading.Event], T], given_up: threading.Event
    ) -> T:
        try:
            if self._backend is None:
                self._backend = self._backend_factory()
            if self._backend is None:
                raise VaultUnavailable(NO_KEYRING)
            return work(self._backend, given_up)
        except VaultUnavailable:
            raise
        except Exception as error:
            reason = _reason(error)
            if reason != _TOO_LARGE and not given_up.is_set():
                self._left_alone_because = reason
            raise VaultUnavailable(reason) from error


def _service(origin: str) -> str:
    # One service per origin: Windows moves entries around when two accounts share a service.
    return f"Medusa Console · {origin}"


def _erase(backend: KeyringBackend, service: str, email: str) -> None:
    if backend.get_password(service, email) is None:
        return
    backend.delete_password(service, email)
    if backend.get_password(service, email) is not None:
        raise VaultUnavailable("The keyring did not remove the entry.")


def _reason(error: Exception) -> str:
    from keyring.errors import KeyringLocked

    if getattr(error, "winerror", None) == _WINDOWS_TOO_LARGE:
        return _TOO_LARGE
    if isinstance(error, KeyringLocked):
        return _LOCKED
    return f"The keyring failed ({type(error).__name__})."


def _written(session: Session) -> str:
    return _Entry.model_construct(
        v=1,
        origin=session.origin,
        email=session.email,
        user_id=session.user_id,
        token=session.token.get_secret_value(),
        issued_at=session.issued_at,
        expires_at=session.expires_at,
    ).model_dump_json()


def _read(text: str) -> Session | None:
    try:
        entry = _Entry.model_validate_json(text)
    except ValidationError:
        return None
    if entry.issued_at >= entry.expires_at:
        return None
    return Session(
        entry.origin,
        entry.email,
        entry.user_id,
        SecretStr(entry.token),
        entry.issued_at,
        entry.expires_at,
    )

"""Calls the operating system's keyring on daemon threads, with time limits, and stops after a
failure."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from medusa_console.domain.errors import KeyringFault, VaultUnavailable
from medusa_console.threads import DaemonThreads
from medusa_console.vault import entries
from medusa_console.vault.backends import listed, place_of, would_ask

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

T = TypeVar("T")

BackendFactory = Callable[[], "KeyringBackend | None"]


def _see_nothing() -> None:
    """Tells no name: only the backend does."""


class Keyring:
    """The keyring for all entries of the program; one call at a time.

    Every failure is a VaultUnavailable. After the keyring was locked, slow or broken, `read`,
    `write` and `place` fail at once until the user asks `again` or a deletion succeeds, so that no
    prompt is shown twice. A `write` that timed out writes nothing later.
    """

    def __init__(
        self,
        backend_factory: BackendFactory,
        *,
        would_ask: Callable[[KeyringBackend], bool] = would_ask,
        listed: Callable[[KeyringBackend], list[tuple[str, str]] | None] = listed,
        glance: Callable[[], str | None] = _see_nothing,
        read_limit: float = 3.0,
        person_limit: float = 60.0,
    ) -> None:
        """`backend_factory` runs on a worker thread, as do `would_ask`, which tells whether a
        call to the keyring would show a prompt, and `listed`, which tells its entries. `glance`
        runs there as well: it tells the name before there is a backend, or None, or raises
        VaultUnavailable. The limits are seconds: for reading, and for calls by the user, who may
        have to unlock the keyring."""
        self._backend_factory = backend_factory
        self._would_ask = would_ask
        self._glance = glance
        self._listed = listed
        self._read_limit = read_limit
        self._person_limit = person_limit
        self._backend: KeyringBackend | None = None
        self._left_alone_because: VaultUnavailable | None = None
        self._one_at_a_time = asyncio.Lock()
        self._threads = DaemonThreads()

    async def place(self, *, again: bool = False) -> str:
        """The name of the keyring ("GNOME Keyring"), "" if it has none; without `again`, no prompt
        is shown.

        `again`: the user asks for the keyring, also after a failure, and may have to unlock it.
        """
        if again:
            self._left_alone_because = None
            # Nothing is there: reading shows whether the keyring opens.
            await self._call(
                lambda backend, _: backend.get_password("Medusa Console", "-"), self._person_limit
            )
        return await self._run(lambda _: self._name(), self._read_limit)

    async def entries(self) -> list[tuple[str, str]] | None:
        """Service and user of all entries, also of other programs; None if the keyring cannot list
        them."""
        return await self._call(lambda backend, _: self._listed(backend), self._person_limit)

    async def read(self, service: str, user: str) -> str | None:
        """The text of an entry; None if there is no entry, "" if the entry is incomplete."""
        return await self._call(
            lambda backend, _: entries.read(backend, service, user), self._read_limit
        )

    async def write(self, service: str, user: str, text: str, *, prompt: bool = True) -> None:
        """Replace an entry by `text` (ASCII), and verify it by reading it back. A failure names
        the entry if a part of it may have been written. Without `prompt`, nothing is written to a
        locked keyring, and no prompt is shown."""
        may_lie_there = False

        def write(backend: KeyringBackend, given_up: threading.Event) -> None:
            nonlocal may_lie_there
            if not prompt and self._would_ask(backend):
                raise VaultUnavailable(KeyringFault.LOCKED)
            # A prompt to unlock is shown here; only afterwards is it known whether the call has
            # timed out.
            backend.get_password(service, user)
            if given_up.is_set():
                return
            may_lie_there, kept = True, False
            try:
                entries.write(backend, service, user, text)
                kept = entries.read(backend, service, user) == text
                if not kept:
                    entries.take_back(backend, service, user, text)
            finally:
                if given_up.is_set() or not kept:
                    entries.erase(backend, service, user)
                    may_lie_there = False
            if not kept:
                raise VaultUnavailable(KeyringFault.NOT_KEPT)

        try:
            await self._call(write, self._person_limit)
        except VaultUnavailable as error:
            raise error.about(entry=service if may_lie_there else "") from error

    async def erase(
        self, service: str, user: str, *, for_the_person: bool = False, prompt: bool = True
    ) -> None:
        """Delete an entry and all its parts, if they exist; a failure names the entry.

        The keyring is called even after a failure; but then, and without `prompt`, an entry in a
        locked keyring is left there, and no prompt is shown. `for_the_person`: the user waits for
        the call, and may have to unlock the keyring.
        """
        limit = self._person_limit if for_the_person else self._read_limit

        def erase(backend: KeyringBackend, _: threading.Event) -> None:
            if (self._left_alone_because or not prompt) and self._would_ask(backend):
                raise VaultUnavailable(KeyringFault.LOCKED)
            entries.erase(backend, service, user)

        try:
            await self._call(erase, limit, insist=True)
        except VaultUnavailable as error:
            raise error.about(entry=service) from error

    async def _call(
        self,
        work: Callable[[KeyringBackend, threading.Event], T],
        limit: float,
        *,
        insist: bool = False,
    ) -> T:
        return await self._run(lambda given_up: work(self._load(), given_up), limit, insist=insist)

    async def _run(
        self, work: Callable[[threading.Event], T], limit: float, *, insist: bool = False
    ) -> T:
        given_up = threading.Event()
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(limit), self._one_at_a_time:
                if self._left_alone_because and not insist:
                    raise self._left_alone_because.about()
                answer = await loop.run_in_executor(self._threads, self._work, work, given_up)
        except TimeoutError as error:
            self._left_alone_because = VaultUnavailable(KeyringFault.SLOW)
            raise self._left_alone_because from error
        finally:
            given_up.set()
        self._left_alone_because = None
        return answer

    def _name(self) -> str:
        known = self._glance() if self._backend is None else None
        return place_of(self._load()) if known is None else known

    def _load(self) -> KeyringBackend:
        if self._backend is None:
            self._backend = self._backend_factory()
        if self._backend is None:
            raise VaultUnavailable(KeyringFault.NO_KEYRING)
        return self._backend

    def _work(self, work: Callable[[threading.Event], T], given_up: threading.Event) -> T:
        try:
            return work(given_up)
        except VaultUnavailable:
            raise
        except Exception as error:
            failure = _failure(error)
            if not given_up.is_set():
                self._left_alone_because = failure
            raise failure from error


def _failure(error: Exception) -> VaultUnavailable:
    from keyring.errors import InitError, KeyringLocked

    if isinstance(error, KeyringLocked):
        return VaultUnavailable(KeyringFault.LOCKED)
    if isinstance(error, InitError):
        return VaultUnavailable(KeyringFault.NOT_OPENED)
    return VaultUnavailable(KeyringFault.FAILED, type(error).__name__)

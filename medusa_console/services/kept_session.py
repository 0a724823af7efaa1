"""The copy of a session in the operating system's keyring, if the person wants one."""

from __future__ import annotations

import asyncio

from medusa_console.domain.errors import ConsoleError, VaultUnavailable
from medusa_console.domain.session import Session
from medusa_console.domain.store import Store
from medusa_console.ports import SessionVault
from medusa_console.topic import Topic


class KeptSession:
    """At most one entry of one store; knows which there may be, so that no token is left behind.

    A keyring that fails goes to the topic `notices`: the session then lives in memory only.
    """

    def __init__(self, store: Store, vault: SessionVault) -> None:
        self._store = store
        self._vault = vault
        self._accounts: set[str] = set()  # whose sessions lie in the keyring, or may
        self._unread: set[str] = set()  # whose session is being looked for there
        self._writing = asyncio.Lock()
        self.wanted = False
        self.notices: Topic[ConsoleError] = Topic()

    async def load(self) -> Session | None:
        """The kept session, None if there is none or the keyring fails."""
        self._unread = {self._store.email} - {""}
        try:
            session = await self._vault.load(self._store)
        except VaultUnavailable as error:
            self._accounts |= self._unread
            self.notices.announce(error)
            session = None
        else:
            if session is not None:
                self._accounts |= self._unread
        self._unread = set()
        return session

    async def save(self, session: Session) -> None:
        """Keep `session`; after a failure nothing more is kept until the next sign-in."""
        async with self._writing:
            if not self.wanted:  # signed out while it waited
                return
            is_new = session.email not in self._accounts
            self._accounts.add(session.email)
            try:
                await self._vault.save(session)
            except VaultUnavailable as error:
                self.wanted = False
                if is_new and not error.entry:
                    self._accounts.discard(session.email)
                self.notices.announce(VaultUnavailable(error.reason))

    async def remove(self, *, but: str = "") -> None:
        """Take away all entries, or all but that of one account; raises VaultUnavailable naming one
        that is left."""
        async with self._writing:  # after a save under way, or that would put it back
            for account in sorted((self._accounts | self._unread) - {but}):
                await self._vault.delete(self._store.origin, account)
                self._accounts.discard(account)
                self._unread.discard(account)

    async def tidy(self, session: Session) -> None:
        """Take away what is not to be replaced by an entry for `session`."""
        await self._remove_or_tell(session.email if self.wanted else "")

    async def remove_or_tell(self) -> None:
        """As `remove`, with a failure as a notice."""
        await self._remove_or_tell("")

    async def _remove_or_tell(self, but: str) -> None:
        try:
            await self.remove(but=but)
        except VaultUnavailable as error:
            self.notices.announce(error)

"""The copy of a session in the operating system's keyring, if the person wants one."""

from __future__ import annotations

import asyncio

from medusa_console.domain.errors import ConsoleError, VaultUnavailable
from medusa_console.domain.session import Session
from medusa_console.domain.store import Store
from medusa_console.ports import SessionVault
from medusa_console.topic import Topic


class Keeping:
    """At most one entry of one store; knows which, so that no token is left behind.

    A keyring that fails goes to the topic `notices`: the session then lives in memory only.
    """

    def __init__(self, store: Store, vault: SessionVault) -> None:
        self._store = store
        self._vault = vault
        self._account: str | None = None  # whose session lies in the keyring, or may
        self._writing = asyncio.Lock()
        self.wanted = False
        self.notices: Topic[ConsoleError] = Topic()

    async def load(self) -> Session | None:
        """The kept session, None if there is none or the keyring fails."""
        try:
            session = await self._vault.load(self._store)
        except VaultUnavailable as error:
            self._account = self._store.email or None
            self.notices.announce(error)
            return None
        self._account = session.email if session else None
        return session

    async def save(self, session: Session) -> None:
        """Keep `session`; after a failure nothing more is kept until the next sign-in."""
        async with self._writing:
            if not self.wanted:  # signed out while it waited
                return
            before, self._account = self._account, session.email
            try:
                await self._vault.save(session)
            except VaultUnavailable as error:
                self.wanted = False
                self._account = before
                self.notices.announce(error)

    async def remove(self) -> None:
        """Take the entry away; raises VaultUnavailable naming one that is left."""
        async with self._writing:  # after a save under way, or that would put it back
            account, self._account = self._account, None
            if account is None:
                return
            try:
                await self._vault.delete(self._store.origin, account)
            except VaultUnavailable:
                self._account = account
                raise

    async def tidy(self, session: Session) -> None:
        """Take away an entry that is not to be replaced by one for `session`."""
        if self._account == session.email and self.wanted:
            return
        await self.remove_or_tell()

    async def remove_or_tell(self) -> None:
        """As `remove`, with a failure as a notice."""
        try:
            await self.remove()
        except VaultUnavailable as error:
            self.notices.announce(error)

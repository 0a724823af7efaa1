"""Keeps a session in the operating system's keyring, if the user wants that."""

from __future__ import annotations

import asyncio

from medusa_console.domain.errors import ConsoleError, VaultUnavailable
from medusa_console.domain.session import Session
from medusa_console.domain.store import Store
from medusa_console.ports import SessionVault
from medusa_console.topic import Topic


class KeptSession:
    """Keeps at most one keyring entry per store and remembers every account it may have written, so
    that sign-out deletes them all.

    A keyring failure is announced as `notices`: the session then lives in memory only. `owed`
    announces True before an entry is deleted and False when no entry is left that must go.
    """

    def __init__(self, store: Store, vault: SessionVault) -> None:
        self._store = store
        self._vault = vault
        # The accounts that may have an entry in the keyring.
        self._accounts: set[str] = {store.email} - {""} if store.owed else set()
        self._unread: set[str] = set()  # accounts whose entry is being read
        self._writing = asyncio.Lock()
        self.wanted = False
        self.notices: Topic[ConsoleError] = Topic()
        self.owed: Topic[bool] = Topic()

    async def load(self) -> Session | None:
        """The kept session; None if there is none or the keyring fails."""
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

    async def save(self, session: Session, *, prompt: bool = True) -> None:
        """Keep `session`; `prompt` as in SessionVault.save. After a failure, no session is kept
        until the next sign-in."""
        async with self._writing:
            if not self.wanted:  # the user signed out while this call waited for the lock
                return
            is_new = session.email not in self._accounts
            self._accounts.add(session.email)
            try:
                await self._vault.save(self._store, session, prompt=prompt)
            except VaultUnavailable as error:
                self.wanted = False
                if is_new and not error.entry:
                    self._accounts.discard(session.email)
                self.notices.announce(error.about())
            else:
                if self._accounts == {session.email}:
                    self.owed.announce(False)

    async def remove(self, *, but: str = "", prompt: bool = True) -> None:
        """Delete all entries except that of the account `but`; `prompt` as in SessionVault.delete.
        Raises VaultUnavailable naming an entry that is left."""
        left: VaultUnavailable | None = None
        owed = bool(self._leaving(but))
        if owed:  # the program may be killed while a save is in flight
            self.owed.announce(True)
        async with self._writing:  # a save in flight would write the entry again
            for account in sorted(self._leaving(but)):
                try:
                    await self._vault.delete(self._store, account, prompt=prompt)
                except VaultUnavailable as error:
                    left = left or error
                else:
                    self._accounts.discard(account)
                    self._unread.discard(account)
        if left is not None:
            raise left
        if owed:
            self.owed.announce(False)

    def _leaving(self, but: str) -> set[str]:
        return (self._accounts | self._unread) - {but}

    async def remove_or_tell(self, *, but: str = "", prompt: bool = True) -> None:
        """As `remove`, but a failure is announced as a notice."""
        try:
            await self.remove(but=but, prompt=prompt)
        except VaultUnavailable as error:
            self.notices.announce(error)

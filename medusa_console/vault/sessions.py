"""Sessions in the operating system's keyring: one entry per store and account.

Service `Medusa Console · <origin> (<email>) · <id>`, user name = the account's email, password =
JSON in version 1. The JSON repeats origin and account, so that no entry is used for another one.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from medusa_console.domain.errors import KeyringFault, VaultUnavailable
from medusa_console.domain.store import Store
from medusa_console.vault.keyring import Keyring

if TYPE_CHECKING:
    from medusa_console.domain.session import Session

log = logging.getLogger(__name__)

PREFIX = "Medusa Console · "
_ID_CHARACTERS = 8


class KeyringSessions:
    """Implements ports.SessionVault.

    Sessions of the demo store are never kept: `load` finds none, `save` refuses, `delete` does
    nothing.
    """

    def __init__(self, keyring: Keyring) -> None:
        self._keyring = keyring

    async def place(self, *, again: bool = False) -> str:
        """As SessionVault says; the user may have to unlock the keyring."""
        return await self._keyring.place(again=again)

    async def load(self, store: Store) -> Session | None:
        """The kept session of this store and its account; None if there is no usable one.

        The session may be over: only the server's clock can tell. An entry that is unreadable,
        incomplete or another account's is deleted. Raises VaultUnavailable.
        """
        if store.is_demo or not store.email:
            return None
        service = service_of(store, store.email)
        text = await self._keyring.read(service, store.email)
        from medusa_console.vault.written import read_session  # would delay the first paint

        session = read_session(text or "")
        if session is not None and (session.origin, session.email) == (store.origin, store.email):
            return session
        if text is not None:
            log.info("the kept session of %s is of no use and is removed", store.origin)
        await self._keyring.erase(service, store.email)  # parts may exist without an entry
        return None

    async def save(self, store: Store, session: Session, *, prompt: bool = True) -> None:
        """Save the session and verify it by reading it back; raises VaultUnavailable. Without
        `prompt`, the keyring is not asked to be unlocked."""
        if store.is_demo:
            raise VaultUnavailable(KeyringFault.OF_DEMO)
        from medusa_console.vault.written import read_session, session_text

        text = session_text(session)
        if not session.email or session.origin != store.origin or read_session(text) != session:
            raise VaultUnavailable(KeyringFault.UNFIT)
        service = service_of(store, session.email)
        await self._keyring.write(service, session.email, text, prompt=prompt)

    async def delete(self, store: Store, email: str, *, prompt: bool = True) -> None:
        """Delete the session; raises VaultUnavailable naming the entry that is left.

        The keyring is called even after a failure; but then, and without `prompt`, it is not asked
        to be unlocked.
        """
        if not store.is_demo:
            service = service_of(store, email)
            await self._keyring.erase(service, email, for_the_person=True, prompt=prompt)


def service_of(store: Store, email: str) -> str:
    """The service under which the session of `email` is kept."""
    # With the account: Windows moves entries when two accounts share a service. With the store: the
    # list may hold one address and account twice, each signed in by itself.
    return f"{PREFIX}{store.origin} ({email}) · {store.id[:_ID_CHARACTERS]}"

"""Sessions in the operating system's keyring: one entry per store and account.

Service `Medusa Console · <origin> (<email>) · <id>`, user name = the account's email, password =
JSON in version 1. The JSON repeats origin and account, so that no entry is used for another one.
"""

from __future__ import annotations

import json
import logging
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError

from medusa_console.domain.errors import KeyringFault, VaultUnavailable
from medusa_console.domain.moments import Moment
from medusa_console.domain.session import Session
from medusa_console.domain.store import Store
from medusa_console.vault.keyring import Keyring

log = logging.getLogger(__name__)

_ID_CHARACTERS = 8


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    v: Literal[1]
    origin: str
    email: str
    user_id: str = Field(min_length=1)
    token: str = Field(pattern=r"^[!-~]+$", repr=False)
    issued_at: Moment
    expires_at: Moment
    began_at: Moment


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
        service = _service(store, store.email)
        text = await self._keyring.read(service, store.email)
        session = _read(text or "")
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
        text = _written(session)
        if not session.email or session.origin != store.origin or _read(text) != session:
            raise VaultUnavailable(KeyringFault.UNFIT)
        service = _service(store, session.email)
        await self._keyring.write(service, session.email, text, prompt=prompt)

    async def delete(self, store: Store, email: str, *, prompt: bool = True) -> None:
        """Delete the session; raises VaultUnavailable naming the entry that is left.

        The keyring is called even after a failure; but then, and without `prompt`, it is not asked
        to be unlocked.
        """
        if not store.is_demo:
            service = _service(store, email)
            await self._keyring.erase(service, email, for_the_person=True, prompt=prompt)


def _service(store: Store, email: str) -> str:
    # With the account: Windows moves entries when two accounts share a service. With the store: the
    # list may hold one address and account twice, each signed in by itself.
    return f"Medusa Console · {store.origin} ({email}) · {store.id[:_ID_CHARACTERS]}"


def _written(session: Session) -> str:
    entry = _Entry.model_construct(
        v=1,
        origin=session.origin,
        email=session.email,
        user_id=session.user_id,
        token=session.token.get_secret_value(),
        issued_at=session.issued_at,
        expires_at=session.expires_at,
        began_at=session.began_at,
    )
    return json.dumps(entry.model_dump(mode="json"), separators=(",", ":"))


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
        entry.began_at,
    )

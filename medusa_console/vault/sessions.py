"""Sessions in the operating system's keyring: one entry per origin and account.

Service `Medusa Console · <origin> (<email>)`, user name = the account's email, password = JSON in
version 1 (origin and account again, so that no entry can be taken for another's).
"""

from __future__ import annotations

import json
import logging
from typing import Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, SecretStr, ValidationError

from medusa_console.domain.errors import VaultUnavailable
from medusa_console.domain.session import Session
from medusa_console.domain.store import DEMO_ORIGIN, Store
from medusa_console.vault.keyring import NO_KEYRING, Keyring

log = logging.getLogger(__name__)

_IN_MEMORY = (
    "No usable keyring on this computer, so the session is only in memory and ends when you close "
    "the program."
)
_UNFIT = "This session cannot be kept in a keyring."
_DEMO = "Sessions of the demo store are not kept in the keyring."


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    v: Literal[1]
    origin: str
    email: str
    user_id: str = Field(min_length=1)
    token: str = Field(pattern=r"^[!-~]+$", repr=False)
    issued_at: AwareDatetime
    expires_at: AwareDatetime
    began_at: AwareDatetime


class KeyringSessions:
    """Implements ports.SessionVault.

    Sessions of the demo store are never kept: `load` finds none, `save` refuses, `delete` has
    nothing to do.
    """

    def __init__(self, keyring: Keyring) -> None:
        self._keyring = keyring

    async def place(self) -> str:
        """Where sessions are kept, in words ("GNOME Keyring"); raises VaultUnavailable.

        Ask on behalf of the person, not from quiet work: the keyring is tried again after this.
        """
        try:
            return await self._keyring.place()
        except VaultUnavailable as error:
            if error.reason == NO_KEYRING:
                raise VaultUnavailable(_IN_MEMORY) from error
            raise

    async def load(self, store: Store) -> Session | None:
        """The kept session of this store and its account, None if there is none worth having.

        It may be over: only the server's clock can tell. An entry that is unreadable, not whole or
        another's is removed. Raises VaultUnavailable.
        """
        if store.is_demo or not store.email:
            return None
        service = _service(store.origin, store.email)
        text = await self._keyring.read(service, store.email)
        session = _read(text or "")
        if session is not None and (session.origin, session.email) == (store.origin, store.email):
            return session
        if text is not None:
            log.info("the kept session of %s is of no use and is removed", store.origin)
        await self._keyring.erase(service, store.email)  # parts may lie there without an entry
        return None

    async def save(self, session: Session) -> None:
        """Keep it, verified by reading it back; raises VaultUnavailable."""
        if session.origin == DEMO_ORIGIN:
            raise VaultUnavailable(_DEMO)
        text = _written(session)
        if not session.email or _read(text) != session:
            raise VaultUnavailable(_UNFIT)
        await self._keyring.write(_service(session.origin, session.email), session.email, text)

    async def delete(self, origin: str, email: str) -> None:
        """Forget it; raises VaultUnavailable naming the entry that is left.

        The keyring is asked even when it is otherwise left alone: the person wants this.
        """
        if origin != DEMO_ORIGIN:
            await self._keyring.erase(_service(origin, email), email, for_the_person=True)


def _service(origin: str, email: str) -> str:
    # With the account: Windows moves entries around when two accounts share a service.
    return f"Medusa Console · {origin} ({email})"


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

"""What the use cases need of the operating system, and the api of whoever is signed in."""

from __future__ import annotations

from typing import Protocol

from pydantic import SecretStr

from medusa_console.domain.api_key import PendingKey
from medusa_console.domain.session import Session
from medusa_console.domain.store import Store
from medusa_console.topic import Topic


class Bearer(Protocol):
    """Who may sign requests."""

    async def current(self) -> SecretStr:
        """The token to send; waits while the session is locked, raises SignInNeeded when there is
        none."""

    def counts(self, token: SecretStr) -> bool:
        """Whether `token` is of who is signed in now, and not locked."""

    async def renew(self, used: SecretStr) -> SecretStr:
        """A newer token than `used`, after the server refused that one; raises SignInNeeded."""


class SessionVault(Protocol):
    """Sessions in the operating system's keyring: one entry per origin and account."""

    async def place(self) -> str:
        """Where sessions are kept, in words ("GNOME Keyring"); raises VaultUnavailable."""

    async def load(self, store: Store) -> Session | None:
        """The kept session of this store and its account, None if there is none worth having."""

    async def save(self, session: Session) -> None:
        """Keep it, verified by reading it back; raises VaultUnavailable, naming the entry if
        something of it may lie there now."""

    async def delete(self, origin: str, email: str) -> None:
        """Forget it; raises VaultUnavailable naming the entry that is left."""


class ProxyPasswords(Protocol):
    """Passwords of the stores' own proxies, in the operating system's keyring."""

    async def load(self, store: Store) -> SecretStr | None:
        """The password of this store's proxy and user, None if there is none; raises
        VaultUnavailable."""

    async def save(self, store: Store, password: SecretStr) -> None:
        """Keep it, verified by reading it back; raises VaultUnavailable."""

    async def delete(self, store: Store) -> None:
        """Forget it; raises VaultUnavailable naming the entry that is left."""


class PendingKeys(Protocol):
    """Creations not yet settled, on disk; raises JournalUnavailable when they cannot be written."""

    async def write(self, line: PendingKey) -> None:
        """Insert or replace; returns when it is surely on disk."""

    async def remove(self, line_id: str) -> None:
        """The creation is settled."""

    async def of(self, origin: str, user_id: str) -> tuple[PendingKey, ...]:
        """The unsettled lines of one account at one store, oldest first."""


class Clipboard(Protocol):
    """The desktop's clipboard, for secrets."""

    def copy_secret(self, secret: SecretStr) -> None:
        """Put it there as plain text, marked as a password for clipboard managers."""

    def holds(self, secret: SecretStr) -> bool:
        """Whether the clipboard's text is this secret."""

    def clear(self) -> None:
        """Empty it."""

    def overwrite(self, text: str) -> None:
        """Put a neutral text there, for a clipboard manager that brings the secret back."""


class Presence(Protocol):
    """Whether somebody sits at this computer. Topic: `left` when the screen is locked or the
    computer is about to sleep, where the system tells."""

    left: Topic[None]

    def idle_seconds(self) -> float:
        """How long ago the last key, click or movement in this program was."""

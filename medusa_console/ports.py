"""What the services need from the operating system, and the api from the session."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pydantic import SecretStr

    from medusa_console.domain.api_key import PendingKey
    from medusa_console.domain.clipboard_text import ClipboardText
    from medusa_console.domain.command_line import Command, Finished
    from medusa_console.domain.left_run import LeftReceipts, LeftRun
    from medusa_console.domain.pending_revoke import PendingRevoke
    from medusa_console.domain.rotation import Rotation
    from medusa_console.domain.session import Session
    from medusa_console.domain.store import Store
    from medusa_console.topic import Topic


class Bearer(Protocol):
    """Gives the tokens that sign requests."""

    async def current(self) -> SecretStr:
        """The token to send. Waits while the session is locked; raises SignInNeeded without a
        session."""

    def counts(self, token: SecretStr) -> bool:
        """Whether `token` belongs to the signed-in account, and the session is not locked."""

    async def renew(self, used: SecretStr, *, second_factor: bool = False) -> SecretStr:
        """A newer token than `used`, which the server refused, with `second_factor` for want of
        one; raises SignInNeeded."""


class SessionVault(Protocol):
    """Sessions in the operating system's keyring: one entry per store and account."""

    async def place(self, *, again: bool = False) -> str:
        """The name of the keyring ("GNOME Keyring"), "" if it has none; raises VaultUnavailable.
        `again`: the user asks for the keyring, also after a failure."""

    async def load(self, store: Store) -> Session | None:
        """The kept session of this store and its account; None if there is no usable one."""

    async def save(self, store: Store, session: Session, *, prompt: bool = True) -> None:
        """Save the session and verify it by reading it back, without `prompt` in an unlocked
        keyring only. Raises VaultUnavailable, naming the entry if a part of it may have been
        written."""

    async def delete(self, store: Store, email: str, *, prompt: bool = True) -> None:
        """Delete the session of that account, without `prompt` from an unlocked keyring only.
        Raises VaultUnavailable naming the entry that is left."""


class ProxyPasswords(Protocol):
    """The passwords of the stores' own proxies, in the operating system's keyring."""

    async def load(self, store: Store) -> SecretStr | None:
        """The password for this store's proxy and user, None if there is none; raises
        VaultUnavailable."""

    async def save(self, store: Store, password: SecretStr) -> None:
        """Save the password and verify it by reading it back; raises VaultUnavailable."""

    async def delete(self, store: Store) -> None:
        """Delete the password; raises VaultUnavailable naming the entry that is left."""


class PendingKeys(Protocol):
    """Unsettled creations, on disk; raises JournalUnavailable when they cannot be saved."""

    async def write(self, line: PendingKey) -> None:
        """Insert or replace a line; returns when it is on disk."""

    async def remove(self, line_id: str) -> None:
        """Delete the line of a settled creation."""

    async def of(self, origin: str, user_id: str) -> tuple[PendingKey, ...]:
        """The unsettled lines of one account at one store, oldest first."""


class PendingRevokes(Protocol):
    """Revokes that are not proven, on disk; raises JournalUnavailable when they cannot be saved."""

    async def write(self, line: PendingRevoke) -> None:
        """Insert or replace a line; returns when it is on disk."""

    async def remove(self, line_id: str) -> None:
        """Delete the line of a proven revoke."""

    async def of(self, origin: str, user_id: str) -> tuple[PendingRevoke, ...]:
        """The lines of one account at one store, oldest first."""


class Rotations(Protocol):
    """Rotations that are not at their end, on disk; raises JournalUnavailable when they cannot be
    saved."""

    async def write(self, line: Rotation) -> None:
        """Insert or replace a line; returns when it is on disk."""

    async def remove(self, line_id: str) -> None:
        """Delete the line of a rotation that is at its end."""

    async def of(self, origin: str, user_id: str) -> tuple[Rotation, ...]:
        """The lines of one account at one store, and those of leaked keys of every account there,
        oldest first."""


class KeyNotes(Protocol):
    """Where keys are used, on disk; raises JournalUnavailable when a note cannot be saved, or
    read."""

    async def write(self, origin: str, key_id: str, text: str) -> None:
        """Replace the note of a key; "" removes it. Returns when it is on disk."""

    async def of(self, origin: str) -> dict[str, str]:
        """The notes of a store by the ids of their keys."""


class LeakEvidence(Protocol):
    """The keys that leaked, on disk; raises JournalUnavailable when a line cannot be saved, or
    read."""

    async def write(self, origin: str, key_id: str) -> None:
        """Note that a key of the store at `origin` leaked; returns when it is on disk."""

    async def remove(self, origin: str, key_id: str) -> None:
        """Delete the line of a key whose record is gone."""

    async def of(self, origin: str) -> frozenset[str]:
        """The ids of the keys of a store that leaked."""


@dataclass(frozen=True)
class Unsettled:
    """How many creations, rotations and revokes of all accounts at one store are not settled."""

    keys: int = 0
    rotations: int = 0
    revokes: int = 0


class StoreLines(Protocol):
    """Everything in the journal about one store; raises JournalUnavailable."""

    async def unsettled(self, origin: str) -> Unsettled:
        """What is not settled there."""

    async def forget(self, origin: str) -> None:
        """Delete what is not settled there, the notes, and which keys leaked."""


class Receipts(Protocol):
    """What was done to many keys at once, line by line in files on disk."""

    async def append(self, name: str, lines: Sequence[str]) -> None:
        """Add whole lines to the file `name`, and make it if it is not there; returns when they are
        on disk. Raises ReceiptsUnwritable, and then none of them is."""

    async def left(self, store: str, by: str) -> LeftRun | None:
        """The latest run at the origin `store` by the account `by`, if it was cut off and nobody
        was told; None also if it cannot be read."""

    async def read(self, name: str) -> LeftReceipts | None:
        """What is in the file `name`; None if it cannot be read."""


@dataclass(frozen=True)
class Journal:
    """What is on disk of this computer's own work at all stores."""

    keys: PendingKeys
    revokes: PendingRevokes
    rotations: Rotations
    notes: KeyNotes
    stores: StoreLines
    receipts: Receipts
    evidence: LeakEvidence


class Clipboard(Protocol):
    """The desktop's clipboard, for secrets."""

    def copy_secret(self, secret: SecretStr) -> None:
        """Copy the secret as plain text, marked as a password for clipboard managers."""

    def holds(self, secret: SecretStr) -> bool:
        """Whether the clipboard's text is this secret."""

    def read(self) -> ClipboardText:
        """The plain text that any program has copied, or what there is instead. Nothing but a
        text is read."""

    def clear(self) -> None:
        """Empty the clipboard."""

    def overwrite(self, text: str) -> None:
        """Replace the clipboard by a neutral text, when a clipboard manager restores the secret."""


class Commands(Protocol):
    """Programs of this computer, which the user sends a key to."""

    async def find(self, line: str, folder: str) -> Command:
        """What the typed `line` runs in `folder`, to be shown before it runs: the program is found
        by an absolute path of PATH, never in the folder itself. Raises UnusableCommand."""

    async def run(self, command: Command, text: SecretStr) -> Finished:
        """Run `command`, without a shell and with a cleaned environment, with `text` on its
        standard input, and wait for its end. Cancelling kills it with its process group. Raises
        UnusableCommand if it cannot be started."""


class KeyEntries(Protocol):
    """Keys that the user keeps in the operating system's keyring, for other programs."""

    async def place(self) -> str:
        """The name of the keyring, "" if it has none; shows no prompt. Raises VaultUnavailable."""

    async def save(self, name: str, key: SecretStr) -> bool:
        """Save `key` under `name` and verify it by reading it back. False: there is an entry of
        that name, which stays as it is. Raises VaultUnavailable, naming the entry if a part of it
        may have been written. The keyring may ask to be unlocked."""


class Callback(Protocol):
    """An open port of this computer that a browser is led back to."""

    @property
    def address(self) -> str:
        """`http://127.0.0.1:PORT/callback`, for this once."""

    async def arrival(self) -> tuple[tuple[str, str], ...]:
        """Wait for the first request whose query is accepted, and return that query."""

    async def aclose(self) -> None:
        """Close the port."""


class Listen(Protocol):
    """Opens ports for browsers to be led back to."""

    async def __call__(
        self, accepts: Callable[[tuple[tuple[str, str], ...]], bool], goodbye: str
    ) -> Callback:
        """Listen on a port that the system chooses. A request whose query it `accepts` is answered
        with the text `goodbye`; no other is told anything. Raises OSError."""


class Notifier(Protocol):
    """The notifications of the desktop, which other people may see."""

    async def notify(self, title: str, text: str) -> None:
        """Show both as plain text; where the desktop shows no notifications, nothing."""


class Presence(Protocol):
    """Whether the user is at the computer. Topic: `left` when the screen is locked or sleep
    begins, where the system reports it."""

    left: Topic[None]

    def idle_seconds(self) -> float:
        """Seconds since the last key, click or movement in this program."""

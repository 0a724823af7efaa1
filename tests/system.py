"""Fakes of the operating system, and of nothing else: keyrings, the clipboard, a full disk."""

from __future__ import annotations

import resource
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from keyring.backend import KeyringBackend
from keyring.errors import InitError, KeyringLocked, PasswordDeleteError
from pydantic import SecretStr

from medusa_console.domain.clipboard_text import ClipboardText, Content
from medusa_console.ports import Clipboard

WINDOWS_LIMIT = 2560


class MemoryKeyring(KeyringBackend):
    """A keyring that works. Remembers its calls, and the threads they came on."""

    # Above 0, keyring would offer the fake as a backend of its own accord.
    priority = -1.0

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.entries: dict[tuple[str, str], str] = {}
        self.calls: list[str] = []
        self.threads: set[threading.Thread] = set()

    def get_password(self, service: str, username: str) -> str | None:
        self._called("get")
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._called("set")
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._called("delete")
        if (service, username) not in self.entries:
            raise PasswordDeleteError(service)
        del self.entries[service, username]

    @property
    def busy(self) -> bool:
        """Whether a call is under way."""
        return any(thread.is_alive() for thread in tuple(self.threads))

    def _called(self, name: str) -> None:
        self.calls.append(name)
        self.threads.add(threading.current_thread())


class Blocking(MemoryKeyring):
    """A locked keyring on a desktop: reading waits for its unlock prompt, until `answered`."""

    def __init__(self) -> None:
        super().__init__()
        self.answered = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self._called("get")
        self.answered.wait()
        return self.entries.get((service, username))


class NullLike(MemoryKeyring):
    """Says yes to everything and keeps nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        self._called("set")


class LockedOnWrite(MemoryKeyring):
    """Reads, and is locked when something shall be changed."""

    def set_password(self, service: str, username: str, password: str) -> None:
        self._called("set")
        raise KeyringLocked("Failed to unlock the collection!")

    def delete_password(self, service: str, username: str) -> None:
        self._called("delete")
        raise KeyringLocked("Failed to unlock the collection!")


class Undeletable(MemoryKeyring):
    """Does not delete the entries whose service contains one of the texts in `refused`."""

    def __init__(self) -> None:
        super().__init__()
        self.refused: set[str] = set()

    def delete_password(self, service: str, username: str) -> None:
        if any(text in service for text in self.refused):
            self._called("delete")
            raise KeyringLocked("Failed to unlock the collection!")
        super().delete_password(service, username)


class AlwaysFails(MemoryKeyring):
    """Its daemon has gone."""

    def _called(self, name: str) -> None:
        super()._called(name)
        raise ConnectionResetError("the bus has closed the connection")


class PywinError(Exception):
    """Shaped like `pywintypes.error`."""

    def __init__(self, winerror: int, funcname: str, strerror: str) -> None:
        super().__init__(winerror, funcname, strerror)
        self.winerror = winerror


class FakeWinVault(MemoryKeyring):
    """Windows Credential Manager as keyring uses it: an entry takes 2,560 bytes of UTF-16, one
    service has one entry, and what would be overwritten is moved to another name first."""

    def get_password(self, service: str, username: str) -> str | None:
        self._called("get")
        for target in (service, f"{username}@{service}"):
            if (target, username) in self.entries:
                return self.entries[target, username]
        return None

    def set_password(self, service: str, username: str, password: str) -> None:
        self._called("set")
        for target, other in [entry for entry in self.entries if entry[0] == service]:
            self.entries[f"{other}@{service}", other] = self.entries.pop((target, other))
        if len(password.encode("utf-16-le")) > WINDOWS_LIMIT:
            raise PywinError(1783, "CredWrite", "The stub received bad data")
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._called("delete")
        targets = {(service, username), (f"{username}@{service}", username)} & set(self.entries)
        if not targets:
            raise PasswordDeleteError(service)
        for target in targets:
            del self.entries[target]


class Killed(BaseException):
    """The program was killed here: nothing more of it runs."""


class Dying(MemoryKeyring):
    """The program is killed just before its change number `last` to this keyring (from 1)."""

    def __init__(self, entries: dict[tuple[str, str], str], *, last: int) -> None:
        super().__init__()
        self.entries = entries
        self._left = last

    def set_password(self, service: str, username: str, password: str) -> None:
        self._change()
        super().set_password(service, username, password)

    def delete_password(self, service: str, username: str) -> None:
        self._change()
        super().delete_password(service, username)

    def _change(self) -> None:
        self._left -= 1
        if self._left <= 0:
            raise Killed


class LockedMidway(MemoryKeyring):
    """Is locked by its owner after so many calls, and until `locked` is set to False."""

    def __init__(self, *, after: int) -> None:
        super().__init__()
        self._left = after
        self.locked = True

    def _called(self, name: str) -> None:
        super()._called(name)
        self._left -= 1
        if self._left < 0 and self.locked:
            raise KeyringLocked("Failed to unlock the collection!")


class Prompting(MemoryKeyring):
    """While `locked`, every call shows a prompt, which is dismissed, or unlocks once `opens`."""

    def __init__(self) -> None:
        super().__init__()
        self.locked = False
        self.opens = False
        self.prompts = 0

    def _called(self, name: str) -> None:
        super()._called(name)
        if self.locked:
            self.prompts += 1
            self.locked = not self.opens
        if self.locked:
            raise KeyringLocked("Failed to unlock the collection!")


class PromptDismissed(MemoryKeyring):
    """A fresh user has no keyring yet, and says no when asked to make one."""

    def _called(self, name: str) -> None:
        super()._called(name)
        raise InitError("Failed to create the collection: Prompt dismissed..")


class FakeClipboard(Clipboard):
    """A clipboard, for the thread that made it.

    `marked` tells whether its text was copied as a password. `resurrections` is how often a
    clipboard manager brings the last secret back after it was cleared.
    """

    def __init__(self, *, resurrections: int = 0) -> None:
        self.text = ""
        self.marked = False
        self.resurrections = resurrections
        self._last_secret = ""
        self._thread = threading.current_thread()

    def copy_secret(self, secret: SecretStr) -> None:
        self._on_its_thread()
        self.text = self._last_secret = secret.get_secret_value()
        self.marked = True

    def holds(self, secret: SecretStr) -> bool:
        self._on_its_thread()
        if not self.text and self.resurrections:
            self.resurrections -= 1
            self.text = self._last_secret
        return self.text == secret.get_secret_value()

    def read(self) -> ClipboardText:
        self._on_its_thread()
        if not self.text:
            return ClipboardText(Content.NOTHING)
        return ClipboardText(Content.TEXT, SecretStr(self.text))

    def clear(self) -> None:
        self._on_its_thread()
        self.text = ""
        self.marked = False

    def overwrite(self, text: str) -> None:
        self._on_its_thread()
        self.text = text
        self.marked = False

    def copied_elsewhere(self, text: str) -> None:
        """Another program copies something."""
        self.text = text
        self.marked = False

    def _on_its_thread(self) -> None:
        assert threading.current_thread() is self._thread, "the clipboard belongs to the GUI thread"


@contextmanager
def full_disk(*, room: int) -> Iterator[None]:
    """No file of this process may grow beyond `room` bytes; writing fails as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def runs(pid: int) -> bool:
    """Whether that process runs; one that has ended and waits for its parent does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state not in "ZX"

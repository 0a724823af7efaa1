"""Allows one running program per user and data folder; a second start raises the first."""

from __future__ import annotations

import hashlib
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

log = logging.getLogger(__name__)

_LONGEST_MESSAGE = 64
_TIMEOUT_MS = 1000


@dataclass(frozen=True)
class Holder:
    """Who holds the lock, as the lock file tells: the number of a process, and its computer."""

    process: int
    host: str


class Wish(Enum):
    """What a second start asks of the first, besides its window in front; the value is sent."""

    NOTHING = b"raise"
    DEMO = b"demo"
    LEAK_DESK = b"leak desk"


class SingleInstance(QObject):
    """The lock on a data folder, and the socket on which a second start sends a wish.

    Signals: raise_requested (Wish)
    """

    raise_requested = Signal(Wish)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._file = folder / "instance.lock"
        self._inode = 0
        self._lock = QLockFile(str(self._file))
        # No age makes a lock stale; Qt removes the lock of a killed program at once.
        self._lock.setStaleLockTime(0)
        # A name, not a path, because paths of sockets are limited to about 100 characters.
        digest = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()
        self._name = f"medusa-console-{digest[:24]}"
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)

    def acquire(self) -> bool:
        """Whether this is the only instance; if False, call `raise_other`, and end if it was told.

        A folder in which no lock can be created (read-only, full) counts as unlocked.
        """
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            log.warning("the data folder cannot be made: %s", error.strerror)
        if not self._lock.tryLock(0):
            if self._lock.error() is QLockFile.LockError.LockFailedError:
                return False
            log.warning("no lock can be made in the data folder: %s", self._lock.error().name)
        self._inode = _inode(self._file)
        # With UserAccessOption, this replaces the socket of a killed program.
        if not self._server.listen(self._name):
            log.warning("a second start will not be heard: %s", self._server.errorString())
        return True

    @property
    def holder(self) -> Holder:
        """Who has locked the data folder."""
        process, host, _ = self._lock.getLockInfo()
        return Holder(process, host)

    def take_over(self) -> bool:
        """Remove the lock of another program, and return as `acquire`; a lock that cannot be
        removed counts as none."""
        try:
            self._file.unlink(missing_ok=True)
        except OSError as error:
            log.warning("the lock of another program stays: %s", error.strerror)
            return True
        return self.acquire()

    def raise_other(self, wish: Wish = Wish.NOTHING) -> bool:
        """Ask the running program to raise its window, and for `wish`; returns whether it was told.
        Waits up to 2 s."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_TIMEOUT_MS) or not _is_own(Path(socket.fullServerName())):
            return False
        socket.write(wish.value)
        told = socket.waitForBytesWritten(_TIMEOUT_MS)
        socket.disconnectFromServer()
        return told

    def release(self) -> None:
        """Release the lock, so that another instance can start."""
        taken_over = self._lock.isLocked() and _inode(self._file) != self._inode
        # Qt removes both files by their names, also those of an instance that has taken over.
        with _kept(self._file, Path(self._server.fullServerName()), wanted=taken_over):
            self._server.close()
            self._lock.unlock()

    def _on_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.setReadBufferSize(_LONGEST_MESSAGE)
            socket.readyRead.connect(lambda socket=socket: self._on_message(socket))
            socket.disconnected.connect(socket.deleteLater)

    def _on_message(self, socket: QLocalSocket) -> None:
        message = socket.read(_LONGEST_MESSAGE).data()
        socket.abort()
        try:
            wish = Wish(message)
        except ValueError:
            log.warning("a message from another program was dropped")
        else:
            self.raise_requested.emit(wish)


def _is_own(socket: Path) -> bool:
    """Whether this user has made the socket. It lies where every account may make files; Windows
    has no such place."""
    if sys.platform == "win32":
        return True
    try:
        return socket.stat().st_uid == os.getuid()
    except OSError:
        return False


def _inode(file: Path) -> int:
    """What tells the file from another of its name; 0 if there is none."""
    try:
        return file.stat().st_ino
    except OSError:
        return 0


@contextmanager
def _kept(*files: Path, wanted: bool) -> Iterator[None]:
    """Put `files` back in their places afterwards, if `wanted`."""
    aside = [(file, file.with_name(f"{file.name}.{os.getpid()}")) for file in files if wanted]
    for file, other in aside:
        with suppress(OSError):
            os.link(file, other)
    yield
    for file, other in aside:
        with suppress(OSError):
            os.replace(other, file)

"""Writes a key into a file of environment variables: reads it, warns, and replaces it at once."""

from __future__ import annotations

import asyncio
import errno
import hashlib
import os
import stat
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, Final

from medusa_console.clock import Clock
from medusa_console.domain.env_file import DEFAULT_NAME, MOST_BYTES, EnvFile, parse
from medusa_console.domain.errors import EnvFault, UnusableCommand, UnusableEnvFile
from medusa_console.replacing import replace_file
from medusa_console.tasks import limited

if TYPE_CHECKING:
    from pydantic import SecretStr

    from medusa_console.ports import Commands

_OTHERS = 0o077
_GIT_SECONDS: Final = 3.0
_NOT_IGNORED = 1

# The folders of programs that copy files to other computers, by name and by what is in them.
_SYNCED_NAMES = ("dropbox", "onedrive", "nextcloud", "owncloud", "google drive", "icloud")
_SYNCED_PLACES = ("/library/mobile documents/", "/library/cloudstorage/")
_SYNCED_MARKS = (".dropbox", ".dropbox.cache", ".owncloudsync.log", ".nextcloudsync.log")
_SYNCED_STARTS = ("._sync_", ".sync_")
_MOST_NAMES = 2_000


class EnvWarning(Enum):
    """What the user should know before a key is in the file."""

    NOT_IGNORED = auto()
    GIT_UNKNOWN = auto()  # a git work tree, but whether the file is ignored is not known
    SYNCED = auto()
    READABLE = auto()
    OTHER_NAME = auto()  # a hard link, which a file that is replaced does not keep
    NOT_UTF8 = auto()


@dataclass(frozen=True)
class _Stamp:
    """What tells whether a file is still the one that was read."""

    device: int
    number: int
    size: int
    changed_ns: int
    digest: bytes


@dataclass(frozen=True)
class EnvPlace:
    """A file as it was read. `target` is what is written: the file itself or, of a link, what it
    points to. `is_new`: there is no file yet. `name` is the variable that is proposed. `warnings`
    are in the order in which they matter."""

    target: Path
    is_link: bool
    is_new: bool
    file: EnvFile = field(repr=False)
    name: str
    warnings: tuple[EnvWarning, ...]
    _stamp: _Stamp | None = field(repr=False)
    _mode: int | None = field(repr=False)


async def read(path: str, commands: Commands, clock: Clock) -> EnvPlace:
    """Read the file at `path`, which may not exist yet, and look at where it lies.

    Raises UnusableEnvFile. git is asked whether it ignores the file, if the file lies in a git
    work tree, for 3 s at most.
    """
    place = await asyncio.to_thread(_read, path)
    git = await _git_warning(place.target, commands, clock)
    return place if git is None else replace(place, warnings=(git, *place.warnings))


async def write(place: EnvPlace, name: str, key: SecretStr) -> None:
    """Set `name` to `key` in the file, which is replaced at once and keeps its permissions; a new
    file is readable for its owner only.

    Raises UnusableEnvFile; the file is then unchanged, and no draft is left.
    """
    # As a value, so that no frame with the content of the file hangs on an exception.
    if (problem := await asyncio.to_thread(_write, place, name, key)) is not None:
        raise UnusableEnvFile(*problem)


def _read(path: str) -> EnvPlace:
    try:
        given = Path(path).expanduser()
    except RuntimeError:  # there is no such account
        raise UnusableEnvFile(EnvFault.RELATIVE) from None
    if not given.is_absolute() or "\0" in path:
        raise UnusableEnvFile(EnvFault.RELATIVE)
    try:
        return _read_at(given)
    except OSError as error:
        raise UnusableEnvFile(_fault(error, EnvFault.UNREADABLE), error.strerror or "") from None


def _read_at(given: Path) -> EnvPlace:
    is_link = given.is_symlink()
    target = Path(os.path.realpath(given))
    if is_link and not target.exists():
        raise UnusableEnvFile(EnvFault.BROKEN_LINK)
    if not target.parent.is_dir():
        raise UnusableEnvFile(EnvFault.NO_PLACE)
    if not os.access(target.parent, os.W_OK | os.X_OK):
        raise UnusableEnvFile(EnvFault.NOT_ALLOWED)
    synced = (EnvWarning.SYNCED,) if _is_synced(target) else ()
    found = _content(target)
    if found is None:
        return EnvPlace(target, is_link, True, parse(b""), DEFAULT_NAME, synced, None, None)
    content, facts = found
    file = parse(content)
    warnings = list(synced)
    if os.name != "nt":
        if facts.st_uid != os.getuid():
            raise UnusableEnvFile(EnvFault.NOT_OURS)
        if facts.st_mode & _OTHERS:
            warnings.append(EnvWarning.READABLE)
    if not os.access(target, os.W_OK) or not facts.st_mode & stat.S_IWUSR:
        raise UnusableEnvFile(EnvFault.READ_ONLY)
    if facts.st_nlink > 1:
        warnings.append(EnvWarning.OTHER_NAME)
    if not file.is_utf8:
        warnings.append(EnvWarning.NOT_UTF8)
    mode = stat.S_IMODE(facts.st_mode)
    return EnvPlace(
        target=target,
        is_link=is_link,
        is_new=False,
        file=file,
        name=file.proposed_name,
        warnings=tuple(warnings),
        _stamp=_stamp(content, facts),
        _mode=mode,
    )


def _write(place: EnvPlace, name: str, key: SecretStr) -> tuple[EnvFault, str] | None:
    """What went wrong."""
    try:
        text = place.file.with_value(name, key.get_secret_value())
        replace_file(place.target, text, mode=place._mode, check=lambda: _require_same(place))
    except UnusableEnvFile as error:
        return error.fault, error.detail
    except OSError as error:
        return _fault(error, EnvFault.NOT_WRITTEN), error.strerror or ""
    return None


def _require_same(place: EnvPlace) -> None:
    found = _content(place.target)
    now = _stamp(*found) if found is not None else None
    if now != place._stamp:
        raise UnusableEnvFile(EnvFault.CHANGED)


def _content(file: Path) -> tuple[bytes, os.stat_result] | None:
    """The bytes and facts of a regular file of limited size; None if there is none. Raises
    UnusableEnvFile and OSError."""
    try:
        _require_file(file.stat())
        # It may have become a pipe meanwhile, and opening a pipe would wait for its writer.
        with open(file, "rb", opener=_open_without_waiting) as opened:
            facts = os.fstat(opened.fileno())
            _require_file(facts)
            return opened.read(MOST_BYTES + 1), facts
    except FileNotFoundError:
        return None


def _require_file(facts: os.stat_result) -> None:
    if stat.S_ISDIR(facts.st_mode):
        raise UnusableEnvFile(EnvFault.FOLDER)
    if not stat.S_ISREG(facts.st_mode):
        raise UnusableEnvFile(EnvFault.NO_FILE)
    if facts.st_size > MOST_BYTES:
        raise UnusableEnvFile(EnvFault.TOO_LARGE)


def _open_without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))  # Windows has no O_NONBLOCK


def _stamp(content: bytes, facts: os.stat_result) -> _Stamp:
    digest = hashlib.sha256(content).digest()
    return _Stamp(facts.st_dev, facts.st_ino, facts.st_size, facts.st_mtime_ns, digest)


def _fault(error: OSError, other: EnvFault) -> EnvFault:
    denied = error.errno in (errno.EACCES, errno.EPERM)
    return EnvFault.NOT_ALLOWED if denied else other


def _is_synced(target: Path) -> bool:
    whole = f"{target.parent.as_posix().casefold()}/"
    if any(place in whole for place in _SYNCED_PLACES):
        return True
    for folder in target.parents:
        if any(folder.name.casefold().startswith(name) for name in _SYNCED_NAMES):
            return True
        marks = (folder / mark for mark in _SYNCED_MARKS)
        if any(map(os.path.exists, marks)) or _has_database(folder):
            return True
    return False


def _has_database(folder: Path) -> bool:
    """Whether the database of Nextcloud or ownCloud is in `folder`."""
    try:
        with os.scandir(folder) as entries:
            names = (entry.name for _, entry in zip(range(_MOST_NAMES), entries, strict=False))
            return any(name.startswith(_SYNCED_STARTS) and name.endswith(".db") for name in names)
    except OSError:
        return False


async def _git_warning(target: Path, commands: Commands, clock: Clock) -> EnvWarning | None:
    if not await asyncio.to_thread(_in_work_tree, target):
        return None
    try:
        code = await limited(_ask_git(target, commands), _GIT_SECONDS, clock)
    except UnusableCommand:
        code = None
    if code == 0:
        return None
    return EnvWarning.NOT_IGNORED if code == _NOT_IGNORED else EnvWarning.GIT_UNKNOWN


def _in_work_tree(target: Path) -> bool:
    return any(os.path.exists(folder / ".git") for folder in target.parents)


async def _ask_git(target: Path, commands: Commands) -> int:
    """git's answer: 0 if it ignores the file, 1 if it does not."""
    # Without the work tree's own program that watches its files: nothing of the tree is to run.
    line = "git -c core.fsmonitor=false check-ignore --quiet --"
    git = await commands.find(line, str(target.parent))
    command = replace(git, arguments=(*git.arguments, target.name))
    from pydantic import SecretStr  # the words for files, at every start, do without

    return (await commands.run(command, SecretStr(""))).code

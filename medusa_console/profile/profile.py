"""Saves stores and preferences as JSON files that only their owner may read."""

from __future__ import annotations

import asyncio
import errno
import hashlib
import json
import logging
import os
import re
import shutil
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from medusa_console.domain.address import canonical_origin
from medusa_console.domain.errors import ProfileUnwritable, UnsafeAddress
from medusa_console.domain.load_problem import Aside, LoadFault, LoadProblem
from medusa_console.domain.preferences import Preferences
from medusa_console.domain.store import Store, possible_age
from medusa_console.profile import values
from medusa_console.replacing import replace_file

log = logging.getLogger(__name__)

T = TypeVar("T")

_VERSION = 1
_VERSION_WITHIN = 64
_BEGINNING = re.compile(rb'\s*\{\s*"version"\s*:\s*([0-9]{1,6})\b')
_MOST_BYTES = 16 << 20
_STORES = "stores.json"
_PREFERENCES = "preferences.json"
_COPY = ".copy"


@dataclass(frozen=True)
class Loaded:
    """`problems` tells what could not be read and where it was moved."""

    stores: tuple[Store, ...]
    preferences: Preferences
    problems: tuple[LoadProblem, ...]


class Profile:
    """`stores.json` and `preferences.json` in `folder`.

    An address that somebody confirmed elsewhere, or in a file that others may write, counts as not
    confirmed: the folder may be a copy or a present. The file notes where its stores were
    confirmed, as a digest of the computer and the folder's path.

    Writing is atomic and in order, on a thread of its own. When several saves of one file wait,
    only the latest is written. A save is written even if its caller is cancelled. Beside each file
    is a copy of it, for a file that a power cut has emptied. A link is written through.
    """

    def __init__(self, folder: Path, computer: str) -> None:
        """`computer` identifies this computer."""
        self._folder = folder
        place = f"{computer}\0{folder.resolve()}".encode(errors="surrogateescape")
        self._here = hashlib.sha256(place).hexdigest()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="profile")
        self._latest: dict[str, bytes] = {}

    def load(self) -> Loaded:
        """Read both files; an unreadable file is renamed and replaced by its copy, or by defaults.

        Blocks on the disk: call it on a worker thread, before anything is saved.
        """
        problems: list[LoadProblem] = []
        stores = self._load_stores(problems)
        return Loaded(stores, self._load_preferences(problems), tuple(problems))

    async def save_stores(self, stores: Sequence[Store]) -> None:
        """Save the stores in this order; raises ProfileUnwritable."""
        await self._save(_STORES, self._stores_text(stores))

    async def save_preferences(self, preferences: Preferences) -> None:
        """Save the preferences; raises ProfileUnwritable."""
        chosen = {"version": _VERSION} | values.written(preferences)
        await self._save(_PREFERENCES, _text(chosen))

    async def aclose(self) -> None:
        """Wait for all writes."""
        await asyncio.get_running_loop().run_in_executor(self._thread, lambda: None)
        self._thread.shutdown()

    async def _save(self, name: str, text: bytes) -> None:
        self._latest[name] = text

        def write() -> None:
            if self._latest[name] is text:
                self._write(name, text)

        writing = asyncio.get_running_loop().run_in_executor(self._thread, write)
        await asyncio.shield(writing)

    def _write(self, name: str, text: bytes) -> None:
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            replace_file(_target(self._folder / name), text)
        except OSError as error:
            raise ProfileUnwritable(f"{name}: {error.strerror or type(error).__name__}") from error
        try:
            replace_file(self._folder / f"{name}{_COPY}", text)
        except OSError as error:
            log.warning("no copy of %s could be made: %s", name, error.strerror)

    def _load_stores(self, problems: list[LoadProblem]) -> tuple[Store, ...]:
        entries, from_here = self._first_good(
            _STORES,
            self._entries,
            problems,
            LoadFault.STORES,
            LoadFault.STORES_FROM_COPY,
        ) or ([], False)
        stores: dict[str, Store] = {}
        for entry in entries:
            store = _store(entry)
            if store is not None:
                known = store.is_demo or (store.confirmed and from_here)
                stores.setdefault(store.id, replace(store, confirmed=known))
        kept = tuple(stores.values())
        lost = len(entries) - len(kept)
        if lost:
            aside = self._aside(_STORES)
            problems.append(LoadProblem(LoadFault.SOME_STORES, aside, lost, len(entries)))
            try:
                self._write(_STORES, self._stores_text(kept))
            except ProfileUnwritable as error:
                problems.append(LoadProblem(LoadFault.NOT_SAVED_AGAIN, detail=str(error)))
        return kept

    def _entries(self, name: str) -> tuple[list[object], bool]:
        """The entries of a list of stores, and whether their addresses were confirmed here."""
        content = self._read(name)
        entries = content.get("stores", [])
        if not isinstance(entries, list):
            raise TypeError("no list")
        return entries, content.get("confirmed_in") == self._here and self._is_ours(name)

    def _load_preferences(self, problems: list[LoadProblem]) -> Preferences:
        return (
            self._first_good(
                _PREFERENCES,
                lambda name: values.read(Preferences, self._read(name)),
                problems,
                LoadFault.SETTINGS,
                LoadFault.SETTINGS_FROM_COPY,
            )
            or Preferences()
        )

    def _first_good(
        self,
        name: str,
        read: Callable[[str], T],
        problems: list[LoadProblem],
        damaged: LoadFault,
        from_copy: LoadFault,
    ) -> T | None:
        """What `read` returns for the file, else for its copy, which then becomes the file; None
        if neither is there or can be read."""
        try:
            return read(name)
        except FileNotFoundError:
            if not (self._folder / name).is_symlink():
                return None  # a first start, or somebody has deleted the file
            aside = Aside(name, "", os.strerror(errno.ENOENT))  # perhaps a drive is missing
        except (OSError, ValueError, TypeError):
            aside = self._aside(name)
        try:
            content = read(f"{name}{_COPY}")
            if aside.kept:
                self._write(name, (self._folder / f"{name}{_COPY}").read_bytes())
        except (OSError, ValueError, TypeError, ProfileUnwritable) as error:
            log.info("no copy of %s can be used: %s", name, type(error).__name__)
            problems.append(LoadProblem(damaged, aside))
            return None
        problems.append(LoadProblem(from_copy, aside))
        return content

    def _read(self, name: str) -> dict[str, Any]:
        """The file's content; raises FileNotFoundError, OSError, ValueError or TypeError."""
        file = self._folder / name
        if file.stat().st_size > _MOST_BYTES:
            raise ValueError("too large")
        text = file.read_bytes()
        try:
            content = json.loads(text)
        except RecursionError as error:
            raise ValueError("nested too deeply") from error
        if not isinstance(content, dict):
            raise TypeError("no object")
        return content

    def _is_ours(self, name: str) -> bool:
        """Whether the file belongs to this account, and no other may write it."""
        if os.name == "nt":  # a profile folder is private there
            return True
        facts = (self._folder / name).stat()
        return facts.st_uid == os.getuid() and not facts.st_mode & 0o022

    def _stores_text(self, stores: Sequence[Store]) -> bytes:
        entries = [values.written(store) for store in stores]
        return _text({"version": _VERSION, "confirmed_in": self._here, "stores": entries})

    def _aside(self, name: str) -> Aside:
        """Rename a damaged file, so that no save replaces it."""
        kept = self._folder / f"{name}.damaged"
        number = 1
        while kept.exists():
            number += 1
            kept = self._folder / f"{name}.{number}.damaged"
        try:
            # What a link points to is moved; the link stays for the next save.
            shutil.move(_target(self._folder / name), kept)
        except OSError as error:
            return Aside(name, "", error.strerror or "")
        return Aside(name, kept.name)


def is_newer(folder: Path) -> bool:
    """Whether a newer version, whose form this one does not know, has written the list of stores
    in `folder`. Reads its beginning alone."""
    try:
        with (folder / _STORES).open("rb") as file:
            found = _BEGINNING.match(file.read(_VERSION_WITHIN))
    except OSError:
        return False
    return found is not None and int(found[1]) > _VERSION


def _target(file: Path) -> Path:
    """What `file` points to, or itself; a loop points to itself."""
    return Path(os.path.realpath(file))


def _text(content: dict[str, Any]) -> bytes:
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def _store(entry: object) -> Store | None:
    """The store of one entry; None if it is malformed or its address is not accepted."""
    try:
        if isinstance(entry, dict):
            age = possible_age(entry.get("key_age_days"))
            pages = entry.get("admin_pages")  # a wrong one is no reason to lose the store
            kept = {"key_age_days": age, "admin_pages": pages if isinstance(pages, str) else ""}
            entry = {"confirmed": False} | entry | kept
        store = values.read(Store, entry)
        if not store.is_demo and canonical_origin(store.origin) != store.origin:
            return None
    except (ValueError, UnsafeAddress):
        return None
    return store

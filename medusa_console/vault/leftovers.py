"""Finds and deletes everything that the program has put into the keyring.

A keyring that can list its entries (the Secret Service) tells all of them, also those of stores and
data folders that are gone. Others are asked for the entries of the known stores alone; the keys
that the user saved there for other programs cannot be found in them.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, replace
from enum import Enum, auto

from medusa_console.domain.errors import KeyringFault, VaultUnavailable
from medusa_console.domain.store import Store
from medusa_console.vault import key_entries, proxies, sessions
from medusa_console.vault.keyring import Keyring

_PART = re.compile(r" · part [0-9]{1,3}$")
_GIVEN_UP = frozenset({KeyringFault.SLOW, KeyringFault.NO_KEYRING})


class EntryKind(Enum):
    """What an entry of the keyring holds."""

    SESSION = auto()
    PROXY_PASSWORD = auto()
    KEY = auto()


@dataclass(frozen=True)
class Leftover:
    """An entry of the keyring. A long text has several: one under its own name, and its parts,
    which may be there alone after a crash."""

    kind: EntryKind
    service: str
    user: str

    @property
    def whole(self) -> Leftover:
        """The entry that this one is a part of, or itself."""
        return replace(self, service=_PART.sub("", self.service))


@dataclass(frozen=True)
class Leftovers:
    """`complete`: the keyring has listed its entries, so that there are no others."""

    entries: tuple[Leftover, ...]
    complete: bool


async def find(keyring: Keyring, stores: Iterable[Store]) -> Leftovers:
    """The program's entries; `stores` are the known ones. The user may have to unlock the keyring.
    Raises VaultUnavailable."""
    await keyring.place(again=True)
    listed = await keyring.entries()
    if listed is not None:
        kinds = [(_kind(*names), *names) for names in sorted(set(listed))]
        found = [Leftover(kind, *names) for kind, *names in kinds if kind is not None]
        return Leftovers(tuple(found), complete=True)
    possible = [entry for store in stores for entry in _of(store)]
    there = [one for one in possible if await keyring.read(one.service, one.user) is not None]
    return Leftovers(tuple(dict.fromkeys(there)), complete=False)


async def delete(
    keyring: Keyring, entries: Iterable[Leftover]
) -> AsyncIterator[tuple[Leftover, VaultUnavailable | None]]:
    """Delete the entries one after another; yields each with its failure, None if it is gone. The
    user may have to unlock the keyring. After a keyring was slow, it is not asked again."""
    failure: VaultUnavailable | None = None
    for entry in entries:
        if failure is None or failure.fault not in _GIVEN_UP:
            failure = None
            try:
                await keyring.erase(entry.service, entry.user, for_the_person=True)
            except VaultUnavailable as error:
                failure = error
        yield entry, failure


def _kind(service: str, user: str) -> EntryKind | None:
    if service.startswith(sessions.PREFIX):
        return EntryKind.SESSION
    if service.startswith(proxies.PREFIX):
        return EntryKind.PROXY_PASSWORD
    return EntryKind.KEY if user == key_entries.USER else None


def _of(store: Store) -> Iterable[Leftover]:
    if not store.is_demo:
        if store.email:
            service = sessions.service_of(store, store.email)
            yield Leftover(EntryKind.SESSION, service, store.email)
        yield Leftover(EntryKind.PROXY_PASSWORD, proxies.service_of(store), proxies.USER)

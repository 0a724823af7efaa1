"""Whose work the keys of a store are: those that one key made, and those of which nobody knows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from medusa_console.domain.api_key import ApiKey, KeyType
from medusa_console.domain.key_trace import MadeKey, NoMaker, UnattributedKey, is_changed
from medusa_console.domain.moments import is_known

KEY_ID: Final = "apk_"
_CROCKFORD: Final = {sign: value for value, sign in enumerate("0123456789ABCDEFGHJKMNPQRSTVWXYZ")}
_ULID, _OF_TIME = 26, 10


def time_of_id(record_id: str) -> datetime | None:
    """When Medusa made the record of that id, which begins with the time; None if it does not."""
    _, _, ulid = record_id.rpartition("_")
    if len(ulid) != _ULID or any(sign not in _CROCKFORD for sign in ulid):
        return None
    milliseconds = 0
    for sign in ulid[:_OF_TIME]:
        milliseconds = milliseconds << 5 | _CROCKFORD[sign]
    try:
        moment = datetime.fromtimestamp(milliseconds / 1000, UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return moment if is_known(moment) else None


@dataclass(frozen=True)
class Tree:
    """What a store's list of keys says about the key `root_id`: see Trace.

    `missing` are the makers that the list does not hold, of keys newer than `since`: their records
    are gone, if the list is whole. `children` are the keys by their makers.
    """

    root_id: str
    since: datetime | None
    root: ApiKey | None
    made: tuple[MadeKey, ...]
    revoked: tuple[ApiKey, ...]
    changed: tuple[ApiKey, ...]
    missing: frozenset[str]
    children: Mapping[str, Sequence[ApiKey]]

    @property
    def makers(self) -> tuple[str, ...]:
        """The key itself and the secret keys of its tree: a publishable key makes nothing."""
        secret = (one.key.id for one in self.made if one.key.type is KeyType.SECRET)
        return (self.root_id, *secret)


def origin(
    keys: Iterable[ApiKey], root_id: str, made_at: datetime | None
) -> tuple[ApiKey | None, datetime | None]:
    """The record of the key `root_id`, if it is among `keys`; when it was made, as far as known."""
    root = next((key for key in keys if key.id == root_id), None)
    since = root.created_at if root is not None else made_at or time_of_id(root_id)
    return root, since if since is not None and is_known(since) else None


def grow(keys: Sequence[ApiKey], root_id: str, made_at: datetime | None) -> Tree:
    """Look through a store's keys; takes long for many, so on a thread. `made_at` is when the key
    was made if the list does not hold it, None if only its id tells."""
    root, since = origin(keys, root_id, made_at)
    children: dict[str, list[ApiKey]] = defaultdict(list)
    for key in keys:
        if key.created_by:  # otherwise Medusa itself made it
            children[key.created_by].append(key)
    made = _below(root_id, children)
    ours = {root_id, *(one.key.id for one in made)}
    listed = {key.id for key in keys}
    later = [key for key in keys if key.id not in ours and is_later(key.created_at, since)]
    return Tree(
        root_id,
        since,
        root,
        made,
        tuple(key for key in keys if key.revoked_by in ours),
        tuple(key for key in keys if is_changed(key) and is_later(key.updated_at, since)),
        frozenset(key.created_by for key in later if key.created_by) - listed,
        children,
    )


def _below(root_id: str, children: Mapping[str, Sequence[ApiKey]]) -> tuple[MadeKey, ...]:
    """The keys below a key, however deep, each once: what names itself or a key below as its maker
    is no endless tree."""
    made: list[MadeKey] = []
    seen, makers, depth = {root_id}, [root_id], 0
    while makers:
        depth += 1
        level = [
            MadeKey(key, maker, depth)
            for maker in makers
            for key in children.get(maker, ())
            if key.id not in seen
        ]
        level.sort(key=lambda one: (one.key.created_at, one.key.id))
        seen.update(one.key.id for one in level)
        made += level
        makers = [one.key.id for one in level]
    return tuple(made)


def unattributed(
    tree: Tree, gone: AbstractSet[str], joined: AbstractSet[str]
) -> tuple[UnattributedKey, ...]:
    """The keys that may be the tree's work, oldest first: those whose makers are `gone` (users and
    keys without a record) or `joined` since (users), and all keys below them."""
    found: list[UnattributedKey] = []
    ours = {tree.root_id, *(one.key.id for one in tree.made)}
    for maker in (gone | joined) - ours:
        if maker in gone:
            why = NoMaker.KEY_GONE if maker.startswith(KEY_ID) else NoMaker.USER_GONE
        else:
            why = NoMaker.JOINED_SINCE
        direct = [
            key for key in tree.children.get(maker, ()) if is_later(key.created_at, tree.since)
        ]
        found += [UnattributedKey(key, maker, why) for key in direct]
    seen = ours | {one.key.id for one in found}
    makers = [one.key.id for one in found]
    while makers:
        below = [
            UnattributedKey(key, maker, NoMaker.MADE_BY_SUCH)
            for maker in makers
            for key in tree.children.get(maker, ())
            if key.id not in seen
        ]
        seen.update(one.key.id for one in below)
        found += below
        makers = [one.key.id for one in below]
    found.sort(key=lambda one: (one.key.created_at, one.key.id))
    return tuple(found)


def suspects(keys: Iterable[UnattributedKey]) -> tuple[str, ...]:
    """The ids of the keys whose records cannot be attributed either: the secret keys among `keys`,
    and the keys without a record that made some of them."""
    ids: dict[str, None] = {}
    for one in keys:
        if one.why is NoMaker.KEY_GONE:
            ids[one.maker] = None
        if one.key.type is KeyType.SECRET:
            ids[one.key.id] = None
    return tuple(ids)


def is_later(moment: datetime | None, since: datetime | None) -> bool:
    """Whether a key's time is not surely earlier than `since`."""
    if moment is None:
        return False
    return since is None or not is_known(moment) or moment >= since

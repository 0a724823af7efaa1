"""Names the creator of a key: a user, another key, or Medusa itself."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from medusa_console.domain.errors import Forbidden
from medusa_console.topic import Topic

if TYPE_CHECKING:
    from medusa_console.api.api_keys import ApiKeys
    from medusa_console.api.users import Users


# Their ids stand in the address of the request.
_MOST_AT_ONCE = 200


class CreatorKind(Enum):
    """What an actor id refers to."""

    MEDUSA = "medusa"
    YOU = "you"
    USER = "user"
    KEY = "key"
    DELETED = "deleted"
    DELETED_KEY = "deleted key"
    UNKNOWN = "unknown"
    NOT_YET = "not asked for yet"


@dataclass(frozen=True)
class Creator:
    """`name` is a user's name, a key's title, or the bare id when names may not be read. YOU is the
    signed-in account, where it may not read names."""

    kind: CreatorKind
    name: str = ""


class Creators:
    """Names by actor id, each requested once. Topic: `changed` when new names are known."""

    def __init__(self, users: Users, keys: ApiKeys, me: Callable[[], str]) -> None:
        """`me` returns the id of the signed-in account."""
        self._me = me
        self._users = users
        self._keys = keys
        self._known: dict[str, Creator] = {"": Creator(CreatorKind.MEDUSA)}
        self._stale: set[str] = set()
        self._one_by_one = asyncio.Lock()
        self.changed: Topic[None] = Topic()

    def creator(self, actor_id: str) -> Creator:
        """The creator as known now."""
        return self._known.get(actor_id) or Creator(CreatorKind.NOT_YET, actor_id)

    async def learn(self, actor_ids: Iterable[str]) -> None:
        """Request unknown and forgotten names: one request for users and one for keys, of 200 at
        most. The old names stay until the answer arrives. One call waits for the other, and
        requests what that one did not learn."""
        wanted = set(actor_ids)
        async with self._one_by_one:
            unknown = sorted(wanted - (self._known.keys() - self._stale))
            for start in range(0, len(unknown), _MOST_AT_ONCE):
                await self._learn(unknown[start : start + _MOST_AT_ONCE])

    async def _learn(self, unknown: list[str]) -> None:
        keys = [actor for actor in unknown if actor.startswith("apk_")]
        users = [actor for actor in unknown if not actor.startswith("apk_")]
        if users:
            self._take_up(await self._ask_users(users))
        if keys:
            titles = await self._keys.titles(keys)
            found = {key: Creator(CreatorKind.KEY, title) for key, title in titles.items()}
            self._take_up(dict.fromkeys(keys, Creator(CreatorKind.DELETED_KEY)) | found)

    def forget(self) -> None:
        """Request every name again at the next `learn`; keep showing the old names until then."""
        self._stale = self._known.keys() - {""}

    def _take_up(self, names: dict[str, Creator]) -> None:
        self._known |= names
        self._stale -= names.keys()
        self.changed.announce(None)

    async def _ask_users(self, user_ids: list[str]) -> dict[str, Creator]:
        try:
            users = await self._users.by_ids(user_ids)
        except Forbidden:
            unnamed = {actor: Creator(CreatorKind.UNKNOWN, actor) for actor in user_ids}
            me = self._me()
            return unnamed | ({me: Creator(CreatorKind.YOU, me)} if me in unnamed else {})
        found = {user.id: Creator(CreatorKind.USER, user.name) for user in users}
        return dict.fromkeys(user_ids, Creator(CreatorKind.DELETED)) | found

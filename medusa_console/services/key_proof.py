"""Lists the keys of one store, presents a found key to it, and tells whether it accepts us."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from medusa_console.domain.api_key import ApiKey, KeyType
from medusa_console.domain.errors import ConsoleError, NotFound
from medusa_console.domain.leak_answers import KeyAnswer
from medusa_console.domain.leaks import FoundKey
from medusa_console.services.session import SessionService

if TYPE_CHECKING:
    from medusa_console.api.api_keys import ApiKeys
    from medusa_console.api.key_check import KeyCheck
    from medusa_console.api.users import Users

log = logging.getLogger(__name__)

MOST_LISTED: Final = 20_000
_PAGE = 500


@dataclass(frozen=True)
class KeyList:
    """The keys of a store as they were read; the store has `count`."""

    keys: tuple[ApiKey, ...]
    count: int
    as_of: datetime

    @property
    def whole(self) -> bool:
        """Whether all keys of the store were read."""
        return len(self.keys) >= self.count


class KeyProof:
    """What a leak needs of one store. Nothing here changes anything there."""

    def __init__(
        self, keys: ApiKeys, check: KeyCheck, users: Users, session: SessionService
    ) -> None:
        self._keys = keys
        self._check = check
        self._users = users
        self._session = session

    async def list_keys(self, most: int, progress: Callable[[int], None]) -> KeyList:
        """Up to `most` keys, in pages; `progress` gets the number read so far. The store does not
        learn what is looked for. Raises what a list raises: Forbidden, SignInNeeded, Unreachable…
        """
        read: dict[str, ApiKey] = {}
        offset = 0
        while True:
            page = await self._keys.lean(offset=offset, limit=min(_PAGE, most - offset))
            read |= {key.id: key for key in page.rows}
            offset += len(page.rows)
            progress(len(read))
            if not page.rows or offset >= min(most, page.count):
                return KeyList(tuple(read.values()), max(page.count, len(read)), page.as_of)

    async def present(self, key: FoundKey) -> KeyAnswer:
        """What the store says to the whole `key` itself, never raising; a publishable key is
        presented as a storefront does, never to an admin route."""
        if key.secret is None:
            raise ValueError("only a whole key can be presented")
        if key.type is KeyType.PUBLISHABLE:
            return await self._check.publishable(key.secret)
        return await self._check.secret(key.secret)

    async def accepts_us(self) -> ConsoleError | None:
        """None if the store accepts our own session on the route to which keys are presented, and
        names our own account; otherwise the reason. Of a deleted admin, Medusa says that it has no
        user of that id: it has read the session, and its database answers."""
        me = self._session.user_id
        try:
            user = await self._users.me()
        except NotFound as refusal:
            return (
                None if me and f"User with id: {me} was not found" in refusal.message else refusal
            )
        except ConsoleError as error:
            return error
        return None if user.id == me else NotFound("the store names another account")

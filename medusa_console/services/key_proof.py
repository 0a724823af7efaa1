"""Lists the keys of one store, presents a found key to it, and tells whether it accepts us."""

from __future__ import annotations

import logging
import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from medusa_console.domain.api_key import ApiKey, KeyType
from medusa_console.domain.errors import ConsoleError, NoSuchRoute, NotFound
from medusa_console.domain.leak_answers import KeyAnswer, RefusedKey
from medusa_console.domain.leak_steps import Head
from medusa_console.domain.leaks import FoundKey
from medusa_console.domain.query import KeyQuery, Page
from medusa_console.domain.tokens import Form
from medusa_console.services.key_pages import KeyList, read_keys
from medusa_console.services.session import SessionService

if TYPE_CHECKING:
    from medusa_console.api.api_keys import ApiKeys
    from medusa_console.api.key_check import KeyCheck
    from medusa_console.api.users import Users

log = logging.getLogger(__name__)

MOST_LISTED: Final = 20_000
_LONGEST_TITLE = 1_000
_NO_USER = re.compile(r"User with id: (\S+) was not found")


@dataclass(frozen=True)
class Listed:
    """What is kept of a store's list: all ids, those of the secret keys that worked, and the
    records that each found key may be, by its id."""

    ids: frozenset[str]
    working: frozenset[str]
    alike: dict[str, tuple[ApiKey, ...]]
    whole: bool
    as_of: datetime


class KeyProof:
    """What a leak needs of one store. Nothing here changes anything there."""

    def __init__(
        self, keys: ApiKeys, check: KeyCheck, users: Users, session: SessionService
    ) -> None:
        self._keys = keys
        self._check = check
        self._users = users
        self._session = session

    async def list_keys(self, most: int, progress: Callable[[int], None]) -> KeyList[ApiKey]:
        """Up to `most` keys, in pages; `progress` gets the number read so far. The store does not
        learn what is looked for. Raises what a list raises: Forbidden, SignInNeeded, Unreachable…
        """
        return await read_keys(self._lean, most, lambda read, _: progress(read))

    async def list_newer(
        self, since: datetime, most: int, progress: Callable[[int], None]
    ) -> KeyList[ApiKey]:
        """As `list_keys`, the keys that were made at `since` or later."""

        async def page(*, offset: int, limit: int) -> Page[ApiKey]:
            newer = self._keys.created_between(KeyQuery(), since, None, offset=offset, limit=limit)
            return _shortened(await newer)

        return await read_keys(page, most, lambda read, _: progress(read))

    async def _lean(self, *, offset: int, limit: int) -> Page[ApiKey]:
        return _shortened(await self._keys.lean(offset=offset, limit=limit))

    async def present(self, key: FoundKey) -> KeyAnswer:
        """What the store says to the whole `key` itself, never raising; a publishable key is
        presented as a storefront does, never to an admin route."""
        if key.secret is None:
            raise ValueError("only a whole key can be presented")
        if key.type is KeyType.PUBLISHABLE:
            return await self._check.publishable(key.secret)
        return await self._check.secret(key.secret)

    async def present_surely(self, key: FoundKey) -> tuple[KeyAnswer, ConsoleError | None]:
        """As `present`, and once more after a refusal: a living key is refused so for a moment, too
        (docs/leaks.md). Beside the answer stands why the store did not accept our own session in
        between, which makes the refusal worth nothing; None if it did."""
        said = await self.present(key)
        if not isinstance(said, RefusedKey):
            return said, None
        if (trouble := await self.accepts_us()) is not None:
            return said, trouble
        return await self.present(key), None

    async def caches_keys(self) -> bool:
        """Whether each process of the store may know publishable keys from a cache of its own.
        Raises what a read raises."""
        try:
            return await self._check.caching()
        except NoSuchRoute:
            return False

    async def accepts_us(
        self, heard: Callable[[Head], None] = lambda _: None
    ) -> ConsoleError | None:
        """None if the store accepts our own session on the route to which keys are presented, and
        names our own account; otherwise the reason. Of a deleted admin, Medusa says that it has no
        user of that id: it has read the session, and its database answers. `heard` is told the head
        of each answer."""
        me = self._session.user_id
        try:
            user = await self._users.me(heard)
        except NotFound as refusal:
            named = _NO_USER.fullmatch(refusal.message)
            return None if me and named is not None and named[1] == me else refusal
        except ConsoleError as error:
            return error
        return None if user.id == me else NotFound("the store names another account")


def _shortened(page: Page[ApiKey]) -> Page[ApiKey]:
    return replace(page, rows=tuple(map(_short, page.rows)))


def _short(key: ApiKey) -> ApiKey:
    """`key` with no more of its title than is shown: 20,000 long ones would fill the memory."""
    if len(key.title) <= _LONGEST_TITLE:
        return key
    return key.model_copy(update={"title": key.title[:_LONGEST_TITLE]})


def compare(found: KeyList[ApiKey], keys: tuple[FoundKey, ...]) -> Listed:
    """Compare a store's list with the found keys; takes long for many, so on a thread."""
    now = found.as_of
    secret = (key for key in found.keys if key.type is KeyType.SECRET)
    return Listed(
        frozenset(key.id for key in found.keys),
        frozenset(key.id for key in secret if key.state(now).works),
        _alike(found.keys, keys),
        found.whole,
        now,
    )


def _alike(listed: Iterable[ApiKey], found: Iterable[FoundKey]) -> dict[str, tuple[ApiKey, ...]]:
    """The listed keys that each found key may be, by the id of the found key."""
    by_form: dict[str, list[ApiKey]] = defaultdict(list)
    by_start: dict[str, list[ApiKey]] = defaultdict(list)
    for key in listed:
        by_form[key.redacted].append(key)
        by_start[key.redacted[:6]].append(key)
    same: dict[str, tuple[ApiKey, ...]] = {}
    for one in found:
        cut = one.form is Form.CUT
        near = by_start.get(one.shown[:6], ()) if cut else by_form.get(one.shown, ())
        same[one.id] = tuple(key for key in near if one.may_be(key))
    return same

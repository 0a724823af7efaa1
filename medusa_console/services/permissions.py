"""Reads the permissions of the signed-in account, so that the UI offers only what is allowed."""

from __future__ import annotations

import logging
import weakref
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeVar

from medusa_console.domain.errors import ConsoleError, Forbidden, PermissionGranted
from medusa_console.domain.permissions import Permissions, Role
from medusa_console.domain.session import read_context
from medusa_console.services.session import SessionService, SignedIn, SignedOut, State
from medusa_console.topic import Observable

if TYPE_CHECKING:
    from medusa_console.api.rbac import Mine, Rbac

log = logging.getLogger(__name__)

T = TypeVar("T")


class PermissionsService(Observable[Permissions]):
    """The permissions at one open store. Topic: `changed` announces permissions that differ.

    A sign-out clears the permissions: the next account may have others.
    """

    def __init__(self, rbac: Rbac, session: SessionService) -> None:
        super().__init__(Permissions())
        self._rbac = rbac
        self._session = session
        self._mine: Mine | None = None
        self._reads = 0  # begun so far
        self._shown = 0  # the newest of them that was answered
        session.changed.subscribe(self._on_session)

    @property
    def learned(self) -> bool:
        """Whether the store was asked for this account and has answered; the answer may leave them
        unknown."""
        return self._mine is not None

    async def learn(self) -> None:
        """Read the permissions. A failure keeps the known ones: the server checks anyway."""
        await self._read()

    async def recheck(self, refused: Forbidden) -> bool:
        """After a 403, read the permissions again; if they now allow the refused action, refresh
        the session where its token holds the roles, which change only with a refresh. Returns
        whether the action may be offered again.

        Raises what the refresh raises. A failure to read the permissions keeps them, and the
        refusal stands.
        """
        # Not held: a lock may come meanwhile, and the state holds the token.
        before, known = weakref.ref(self._session.state), self.value
        if not await self._read():
            return False
        if self.value.per_request:
            return self._are_newer_than_known(refused, known)
        if not self._are_newer_than_token(refused):
            return False
        if self._session.state is before():  # otherwise already refreshed meanwhile
            await self._session.refresh()
        return True

    async def write(self, request: Awaitable[T]) -> T:
        """The answer to `request`, which is never repeated: only the user repeats a write.

        Raises PermissionGranted if the server refused what the role allows by now, and Forbidden
        if the permission is still missing.
        """
        try:
            return await request
        except Forbidden as error:
            if await self.recheck(error):
                raise PermissionGranted(required=error.required) from error
            raise

    async def read(self, request: Callable[[], Awaitable[T]]) -> T:
        """The answer to `request`, sent once more if the role allows it only by now. Raises
        Forbidden if the permission is still missing."""
        try:
            return await self.write(request())
        except PermissionGranted:
            return await request()

    async def refresh(self) -> None:
        """Read the permissions again, after a refresh of the session unless the store looks up the
        roles at each request. Raises what the refresh raises."""
        if not self.value.per_request:
            await self._session.refresh()
        await self.learn()

    async def roles(self) -> tuple[Role, ...]:
        """The roles of the signed-in account."""
        if self._mine is not None and self._mine.roles is not None:
            return self._mine.roles
        return await self._rbac.roles()

    async def _read(self) -> bool:
        """Whether the permissions could be read while the same account stayed signed in. The answer
        to the newest question counts, in whatever order they come."""
        whose = self._session.user_id
        self._reads += 1
        mine = self._reads
        try:
            found = await self._rbac.mine()
        except ConsoleError as error:
            log.info("asking for the permissions: %s", type(error).__name__)
            return False
        if self._session.user_id != whose:
            return False
        if mine > self._shown:
            self._shown = mine
            self._mine = found
            self.value = found.permissions
        return True

    def _are_newer_than_known(self, refused: Forbidden, known: Permissions) -> bool:
        """Whether something is granted since. A 403 despite a known permission is about something
        else, such as a role that counts for a part of the store alone."""
        if self.value.granted is None or known.granted is None:
            return False
        news = self.value.granted - known.granted
        if refused.required:
            return not news.isdisjoint(refused.required) and not self.value.missing(
                refused.required
            )
        return bool(news)

    def _are_newer_than_token(self, refused: Forbidden) -> bool:
        granted = self.value.granted or frozenset()
        if refused.required:
            return granted.issuperset(refused.required)
        # Medusa names no missing permission when the token has no role at all.
        match self._session.state:
            case SignedIn(session):
                return bool(granted) and not read_context(session).app_metadata.get("roles")
        return False

    def _on_session(self, state: State) -> None:
        if isinstance(state, SignedOut):
            self._mine = None
            self.value = Permissions()

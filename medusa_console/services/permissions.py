"""Reads the permissions of the signed-in account, so that the UI offers only what is allowed."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeVar

from medusa_console.domain.errors import ConsoleError, Forbidden, PermissionGranted
from medusa_console.domain.permissions import Permissions, Role
from medusa_console.domain.session import read_context
from medusa_console.services.session import SessionService, SignedIn, SignedOut, State
from medusa_console.topic import Observable

if TYPE_CHECKING:
    from medusa_console.api.users import Users

log = logging.getLogger(__name__)

T = TypeVar("T")


class PermissionsService(Observable[Permissions]):
    """The permissions at one open store. Topic: `changed` announces permissions that differ.

    A sign-out clears the permissions: the next account may have others.
    """

    def __init__(self, users: Users, session: SessionService) -> None:
        super().__init__(Permissions())
        self._users = users
        self._session = session
        self._learned = False
        self._reads = 0  # begun so far
        self._shown = 0  # the newest of them that was answered
        session.changed.subscribe(self._on_session)

    @property
    def learned(self) -> bool:
        """Whether the store has told them to this account: unlimited ones then mean that roles are
        off."""
        return self._learned

    async def learn(self) -> None:
        """Read the permissions. A failure keeps the known ones: the server checks anyway."""
        await self._read()

    async def recheck(self, refused: Forbidden) -> bool:
        """After a 403, read the permissions again; if they now allow the refused action, refresh
        the session. Returns whether the action may be offered again.

        Medusa checks the roles in the token, which change only with a refresh. Raises what the
        refresh raises. A failure to read the permissions keeps them, and the refusal stands.
        """
        before = self._session.state
        if not (await self._read() and self._are_newer_than(refused)):
            return False
        if self._session.state is before:  # otherwise already refreshed meanwhile
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
        """Refresh the session and read the permissions again. Raises what the refresh raises."""
        await self._session.refresh()
        await self.learn()

    async def roles(self) -> tuple[Role, ...]:
        """The roles of the signed-in account."""
        return await self._users.my_roles()

    async def _read(self) -> bool:
        """Whether the permissions could be read while the same account stayed signed in. The answer
        to the newest question counts, in whatever order they come."""
        whose = self._session.user_id
        self._reads += 1
        mine = self._reads
        try:
            granted = await self._users.my_permissions()
        except ConsoleError as error:
            log.info("asking for the permissions: %s", type(error).__name__)
            return False
        if self._session.user_id != whose:
            return False
        if mine > self._shown:
            self._shown = mine
            self._learned = True
            self.value = Permissions(granted)
        return True

    def _are_newer_than(self, refused: Forbidden) -> bool:
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
            self._learned = False
            self.value = Permissions()

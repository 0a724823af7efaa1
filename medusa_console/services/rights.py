"""What the signed-in account may do, so that what it may not do is not offered."""

from __future__ import annotations

import logging

from medusa_console.domain.errors import ConsoleError, Forbidden
from medusa_console.domain.rights import Rights, Role
from medusa_console.ports import RightsApi
from medusa_console.services.session import SessionService
from medusa_console.topic import Topic

log = logging.getLogger(__name__)


class RightsService:
    """One for each open store. Topic: `changed` announces the rights whenever they differ."""

    def __init__(self, api: RightsApi, session: SessionService) -> None:
        self._api = api
        self._session = session
        self.value = Rights()
        self.changed: Topic[Rights] = Topic()

    async def learn(self) -> None:
        """Read the rights; a failure leaves them as they are, since the server judges anyway."""
        try:
            granted = await self._api.mine()
        except ConsoleError as error:
            log.info("asking for the rights: %s", type(error).__name__)
            return
        self._take(Rights(granted))

    async def look_again(self, refused: Forbidden) -> bool:
        """After a 403: read the rights again and, if they allow now what was refused, take them up
        in the session. Returns whether the action may be offered again.

        Roles live in the token: the store judges by the old ones until it is refreshed. Raises what
        the refresh raises.
        """
        granted = await self._api.mine()
        self._take(Rights(granted))
        if granted is None or not refused.required or not granted.issuperset(refused.required):
            return False
        await self._session.refresh()
        return True

    async def refresh(self) -> None:
        """Take up what was granted since ('Refresh rights'). Raises what the refresh raises."""
        await self._session.refresh()
        await self.learn()

    async def roles(self) -> tuple[Role, ...]:
        """The roles of who is signed in."""
        return await self._api.roles()

    def _take(self, rights: Rights) -> None:
        if rights != self.value:
            self.value = rights
            self.changed.announce(rights)

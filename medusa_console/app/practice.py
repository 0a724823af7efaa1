"""Practice at the leak desk: stages a leak in the demo store, and takes the time."""

from __future__ import annotations

import asyncio
import importlib
import logging
import secrets
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pydantic import SecretStr

from medusa_console.app.context import Context
from medusa_console.app.open_stores import OpenStores
from medusa_console.domain.api_key import KeyType
from medusa_console.domain.errors import ConsoleError, NotFound
from medusa_console.domain.store import DEMO_EMAIL, DEMO_PASSWORD
from medusa_console.services.session import Locked, SignedIn
from medusa_console.tasks import Doing, TaskScope
from medusa_console.ui.kit.translations import translate

if TYPE_CHECKING:
    from medusa_console.services.leaks import LeakDesk
    from medusa_console.services.store_services import StoreServices
    from medusa_console.ui.leaks.page import LeaksPage

log = logging.getLogger(__name__)

_TITLES: Final = (
    "Inventory sync",
    "Parcel tracking",
    "Label printer",
    "Loyalty points",
    "Supplier price import",
)
_PATIENCE_AT_END = 1.0


class Practice:
    """Creates a key in the demo store, which stays behind, and puts it into a text on the page.

    The key is revoked and its record deleted when the user stops before it is dead.
    """

    def __init__(
        self,
        context: Context,
        open_stores: OpenStores,
        desk: LeakDesk,
        page: LeaksPage,
        tasks: TaskScope,
    ) -> None:
        self._preferences = context.preferences
        self._stores = context.stores
        self._open_stores = open_stores
        self._desk = desk
        self._page = page
        self._tasks = tasks
        self._clock = tasks.clock
        self._alive: tuple[StoreServices, str] | None = None  # the key that was made, by its id
        self._began_at = 0.0
        page.practice_requested.connect(self._on_requested)
        page.practice_ended.connect(lambda: self._tasks.start(self._tidy()))
        desk.changed.subscribe(lambda _: self._look())
        page.show_practice(None, self._best)

    async def aclose(self) -> None:
        """Let no key of a practice outlive the program."""
        try:
            async with asyncio.timeout(_PATIENCE_AT_END):
                await self._tidy()
        except (TimeoutError, ConsoleError) as error:
            log.info("a key of a practice is left: %s", type(error).__name__)

    @property
    def _best(self) -> float | None:
        return self._preferences.value.best_practice

    def _on_requested(self) -> None:
        doing = Doing(translate("Practice", "Practice"), "practice")
        self._tasks.start(self._begin(), doing=doing, replacing="practice")

    async def _begin(self) -> None:
        staged = await asyncio.to_thread(importlib.import_module, "medusa_console.demo.staged_leak")
        await self._tidy()
        services = await self._sign_in()
        if services is None:
            return
        created, line = await services.keys.create(
            secrets.choice(_TITLES), KeyType.SECRET, await services.keys.newest()
        )
        self._alive = services, created.key.id
        await services.keys.settle(line)  # nobody has to save this key
        self._began_at = self._clock.seconds()
        self._page.practise(staged.staged_leak(created.secret).get_secret_value())

    async def _sign_in(self) -> StoreServices | None:
        """The services of the demo store, signed in to as its admin; None if it was closed."""
        services = await self._open_stores.open_behind(self._stores.add_demo())
        if services is None:
            return None
        session, password = services.session, SecretStr(DEMO_PASSWORD)
        if isinstance(session.state, Locked):
            await session.unlock(password)
        elif not isinstance(session.state, SignedIn):
            await session.sign_in(DEMO_EMAIL, password, keep=False)
        return services

    def _look(self) -> None:
        """Take the time once the key is dead."""
        if self._alive is None or not self._desk.practising:
            return
        if any(case.dead for case in self._desk.cases):
            self._alive = None
            seconds = self._clock.seconds() - self._began_at
            best = seconds if self._best is None else min(self._best, seconds)
            self._preferences.change(replace(self._preferences.value, best_practice=best))
            self._page.show_practice(seconds, best)

    async def _tidy(self) -> None:
        if self._alive is not None:
            (services, key_id), self._alive = self._alive, None
            with suppress(NotFound):  # the demo store was reset meanwhile
                await services.keys.revoke(key_id)
                await services.keys.delete_record(key_id)

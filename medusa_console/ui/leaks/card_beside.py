"""What a card shows beside its case: names, permissions, and whether somebody is signed in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress

from PySide6.QtWidgets import QWidget

from medusa_console.domain.api_key import ApiKey
from medusa_console.domain.errors import ConsoleError
from medusa_console.services.store_services import StoreServices
from medusa_console.tasks import TaskScope


class Beside:
    """Follows stores for as long as `card` lives. `refresh` shows the card anew."""

    def __init__(self, card: QWidget, refresh: Callable[[object], None], tasks: TaskScope) -> None:
        self._card = card
        self._refresh = refresh
        self._tasks = tasks
        self._followed: dict[int, StoreServices] = {}
        self._asked: set[tuple[int, str]] = set()

    def follow(self, services: StoreServices, records: Sequence[ApiKey]) -> None:
        """Follow the store of `services`, and learn who created and revoked `records`."""
        if id(services) not in self._followed:
            self._followed[id(services)] = services
            for unsubscribe in (
                services.creators.changed.subscribe(self._refresh),
                services.permissions.changed.subscribe(self._refresh),
                services.session.changed.subscribe(self._refresh),
            ):
                self._card.destroyed.connect(unsubscribe)
        actors = {record.created_by for record in records}
        actors |= {record.revoked_by for record in records if record.revoked_by}
        asked = {(id(services), actor) for actor in actors}
        if not asked <= self._asked:
            self._asked |= asked
            self._tasks.start(_learn(services, actors))


async def _learn(services: StoreServices, actors: set[str]) -> None:
    with suppress(ConsoleError):  # without names, the ends of the ids are shown
        await services.creators.learn(actors)

"""What a card shows beside its case: names, permissions, and whether somebody is signed in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial

from PySide6.QtWidgets import QWidget

from medusa_console.domain.api_key import ApiKey
from medusa_console.domain.errors import ConsoleError
from medusa_console.services.session import SignedIn
from medusa_console.services.store_services import StoreServices
from medusa_console.tasks import TaskScope


class Beside:
    """Follows stores for as long as `card` lives. `refresh` shows the card anew."""

    def __init__(self, card: QWidget, refresh: Callable[[], None], tasks: TaskScope) -> None:
        self._card = card
        self._refresh = refresh
        self._tasks = tasks
        self._followed: dict[int, _Followed] = {}

    def follow(self, services: StoreServices, records: Sequence[ApiKey]) -> None:
        """Follow the store of `services`, and learn who created and revoked `records`."""
        followed = self._followed.get(id(services))
        if followed is None:
            followed = self._followed[id(services)] = _Followed(services)
            changed = partial(self._on_changed, followed)
            for end in (
                services.creators.changed.subscribe(changed),
                services.permissions.changed.subscribe(changed),
                services.session.changed.subscribe(changed),
            ):
                self._card.destroyed.connect(end)
        actors = {record.created_by for record in records}
        actors |= {record.revoked_by for record in records if record.revoked_by}
        if new := actors - followed.actors:
            followed.actors |= new
            followed.seen = followed.now()
            self._tasks.start(_learn(services, new))

    def _on_changed(self, followed: _Followed, _change: object) -> None:
        """Refresh only for what the card shows: many cards follow one store."""
        now = followed.now()
        if now != followed.seen:
            followed.seen = now
            self._refresh()


class _Followed:
    """One store, and what a card has seen of it."""

    def __init__(self, services: StoreServices) -> None:
        self.services = services
        self.actors: set[str] = set()
        self.seen = self.now()

    def now(self) -> tuple[object, ...]:
        """What a card shows of the store."""
        services = self.services
        names = {actor: services.creators.creator(actor) for actor in self.actors}
        signed_in = isinstance(services.session.state, SignedIn)
        return names, services.permissions.value, signed_in


async def _learn(services: StoreServices, actors: set[str]) -> None:
    with suppress(ConsoleError):  # without names, the ends of the ids are shown
        await services.creators.learn(actors)

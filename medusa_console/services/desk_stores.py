"""The stores that the leak desk may ask: each address once; in practice, the demo store alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from medusa_console.domain.store import Store
from medusa_console.services.session import Expired, SignedIn

if TYPE_CHECKING:
    from medusa_console.services.store_services import StoreServices


@dataclass(frozen=True)
class DeskStore:
    """A store of the window; `services` while it is open."""

    store: Store
    services: StoreServices | None = None

    @property
    def signed_in(self) -> StoreServices | None:
        """The services, if an account is signed in."""
        services = self.services
        if services is not None and isinstance(services.session.state, SignedIn):
            return services
        return None


class DeskStores:
    """The stores of the window, which may be added, edited, opened and removed at any time.

    `practising`: only the demo store may be asked or changed.
    """

    def __init__(self, window: Callable[[], Sequence[DeskStore]]) -> None:
        """`window` returns its stores, in their order."""
        self._window = window
        self.practising = False

    @property
    def every(self) -> tuple[DeskStore, ...]:
        """Each address once: of two entries, the one that is signed in to."""
        once: dict[str, DeskStore] = {}
        for entry in self._window():
            known = once.get(entry.store.origin)
            if known is None or (known.signed_in is None and entry.signed_in is not None):
                once[entry.store.origin] = entry
        return tuple(once.values())

    @property
    def to_ask(self) -> tuple[DeskStore, ...]:
        """Those that may be asked and changed."""
        return tuple(one for one in self.every if one.store.is_demo or not self.practising)

    def entry(self, store_id: str) -> DeskStore | None:
        """The store that may be asked at the address of that entry of the window's list."""
        origins = {one.store.origin for one in self._window() if one.store.id == store_id}
        return next((one for one in self.to_ask if one.store.origin in origins), None)

    def services_at(self, origin: str) -> StoreServices | None:
        """The services of an address while somebody is signed in there, in practice too: a proof
        that began before it goes on."""
        entry = self._at(origin)
        return entry.signed_in if entry is not None else None

    def waits_for_password(self, origin: str) -> bool:
        """Whether the session there is over, and may be taken up again."""
        entry = self._at(origin)
        services = entry.services if entry is not None else None
        return services is not None and isinstance(services.session.state, Expired)

    def as_edited(self, store: Store) -> Store:
        """The store of this address as it is now."""
        entry = self._at(store.origin)
        return entry.store if entry is not None else store

    def _at(self, origin: str) -> DeskStore | None:
        return next((one for one in self.every if one.store.origin == origin), None)

"""What the administrator of this computer has set for every user of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from medusa_console.domain.preferences import Preferences
from medusa_console.domain.store import Proxy, ProxyKind, Store


@dataclass(frozen=True)
class Defaults:
    """`stores` are offered to every user. All else is fixed where it is not None; `read_only` makes
    every store read-only, and a store of the list may be read-only by itself."""

    stores: tuple[Store, ...] = ()
    proxy: Proxy | None = None
    ca_file: str | None = None
    clipboard_seconds: int | None = None
    idle_minutes: int | None = None
    read_only: bool = False

    def fixes_read_only(self, store: Store) -> bool:
        """Whether `store` has to be read-only on this computer. An address counts, so that a copy
        of a store is read-only as well."""
        return self.read_only or store.origin in {
            one.origin for one in self.stores if one.read_only
        }

    def store(self, store: Store) -> Store:
        """`store` as the administrator allows it. The demo store is left as it is."""
        if store.is_demo:
            return store
        proxy, ca_file = store.proxy, store.ca_file
        if self.proxy is not None:
            same = (proxy.kind, proxy.address) == (ProxyKind.OWN, self.proxy.address)
            proxy = replace(self.proxy, user=proxy.user if same else "")
        if self.ca_file is not None:
            ca_file = self.ca_file
        read_only = store.read_only or self.fixes_read_only(store)
        return replace(store, proxy=proxy, ca_file=ca_file, read_only=read_only)

    def preferences(self, value: Preferences) -> Preferences:
        """`value` as the administrator allows it."""
        seconds, minutes = self.clipboard_seconds, self.idle_minutes
        return replace(
            value,
            clipboard_seconds=value.clipboard_seconds if seconds is None else seconds,
            idle_minutes=value.idle_minutes if minutes is None else minutes,
        )

    def missing(self, known: tuple[Store, ...]) -> tuple[Store, ...]:
        """The stores that are not among the `known` ones."""
        ids = {store.id for store in known}
        named = {(store.origin, store.name) for store in known}
        return tuple(
            store
            for store in self.stores
            if store.id not in ids and (store.origin, store.name) not in named
        )


NO_DEFAULTS = Defaults()
"""Everything is left to the user."""

"""Bars changes of stores and lock times from a lock on, also after a restart."""

from __future__ import annotations

from dataclasses import replace

from medusa_console.domain.store import Store
from medusa_console.services.stores import PreferenceBook, Stores


class LockBar:
    """The bar is up from a lock on until a store that was locked has accepted its password.

    Otherwise whoever finds the program locked could change where the next password goes. The demo
    store neither raises nor lifts the bar, because its password is known.
    """

    def __init__(self, stores: Stores, preferences: PreferenceBook) -> None:
        self._stores = stores
        self._preferences = preferences

    @property
    def up(self) -> bool:
        """Whether stores and lock times may not be changed."""
        return self._preferences.value.unlock_first and bool(self._own)

    @property
    def locked(self) -> tuple[Store, ...]:
        """The stores whose password lifts the bar: those that were locked."""
        locked = tuple(store for store in self._own if store.locked)
        return locked or self._own  # the list was changed outside of the program

    def lock(self, store: Store) -> None:
        """`store` is locked until its own password is accepted."""
        if not store.is_demo:
            self._stores.update(replace(store, locked=True))
            self._set(up=True)

    def accept(self, store: Store) -> None:
        """`store` has accepted a password; every other locked store still needs its own."""
        if store in self.locked:
            self._set(up=False)
        self._stores.update(replace(store, locked=False))

    def forget(self) -> None:
        """All stores were forgotten: nothing is left to protect."""
        self._set(up=False)

    @property
    def _own(self) -> tuple[Store, ...]:
        return tuple(store for store in self._stores.all if not store.is_demo)

    def _set(self, *, up: bool) -> None:
        self._preferences.change(replace(self._preferences.value, unlock_first=up))

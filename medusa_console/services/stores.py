"""The stores this computer knows, and how the person likes the program."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import replace
from typing import Any

from medusa_console.domain.preferences import Preferences
from medusa_console.domain.store import DEMO_STORE, Environment, Store
from medusa_console.tasks import TaskScope
from medusa_console.topic import Topic


class Stores:
    """The list of stores, in the person's order; every change is saved. Topic: `changed`."""

    def __init__(
        self,
        stores: Sequence[Store],
        save: Callable[[Sequence[Store]], Coroutine[Any, Any, None]],
        tasks: TaskScope,
    ) -> None:
        self._stores = list(stores)
        self._save = save
        self._tasks = tasks
        self.changed: Topic[None] = Topic()

    @property
    def all(self) -> tuple[Store, ...]:
        """The stores, the demo store among them once it has been tried."""
        return tuple(self._stores)

    def by_id(self, store_id: str) -> Store | None:
        """The store with that id."""
        return next((store for store in self._stores if store.id == store_id), None)

    def add(self, name: str, origin: str, environment: Environment) -> Store:
        """A new store at the end of the list."""
        store = Store(uuid.uuid4().hex, name, origin, environment)
        self._stores.append(store)
        self._changed()
        return store

    def add_demo(self) -> Store:
        """The demo store, put into the list the first time."""
        if self.by_id(DEMO_STORE.id) is None:
            self._stores.append(DEMO_STORE)
            self._changed()
        return self.by_id(DEMO_STORE.id) or DEMO_STORE

    def update(self, store: Store) -> None:
        """Take over an edited store; a new origin forgets the account of the old one."""
        old = self.by_id(store.id)
        if old is None or old == store:
            return
        if old.origin != store.origin:
            store = replace(store, email="", keep_signed_in=False)
        self._stores[self._stores.index(old)] = store
        self._changed()

    def _changed(self) -> None:
        self._tasks.start(self._save(self.all))
        self.changed.announce(None)


class PreferenceBook:
    """The preferences as they are now; every change is saved. Topic: `changed`."""

    def __init__(
        self,
        value: Preferences,
        save: Callable[[Preferences], Coroutine[Any, Any, None]],
        tasks: TaskScope,
    ) -> None:
        self.value = value
        self._save = save
        self._tasks = tasks
        self.changed: Topic[Preferences] = Topic()

    def change(self, value: Preferences) -> None:
        """Take over `value` (made with dataclasses.replace)."""
        if value == self.value:
            return
        self.value = value
        self._tasks.start(self._save(value))
        self.changed.announce(value)

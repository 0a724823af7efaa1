"""The list of stores and the user's preferences, saved at every change."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Coroutine, Iterable, Sequence
from dataclasses import replace
from itertools import chain, count
from typing import Any

from medusa_console.domain.defaults import NO_DEFAULTS, Defaults
from medusa_console.domain.preferences import Preferences
from medusa_console.domain.store import DEMO_STORE, Store, by_group
from medusa_console.tasks import TaskScope
from medusa_console.topic import Topic


class Stores:
    """The list of stores, in the user's order, and which of them is in front; every change of the
    list is saved. What the administrator has fixed holds for every store. Topic: `changed`."""

    def __init__(
        self,
        stores: Sequence[Store],
        save: Callable[[Sequence[Store]], Coroutine[Any, Any, None]],
        tasks: TaskScope,
        *,
        demo_name: str = DEMO_STORE.name,
        defaults: Defaults = NO_DEFAULTS,
    ) -> None:
        """`demo_name`: what the demo store is called in the language of the program."""
        self._demo = replace(DEMO_STORE, name=demo_name)
        self._allowed = defaults.store
        self._stores = [
            replace(store, name=demo_name) if store.is_demo else self._allowed(store)
            for store in stores
        ]
        self._save = save
        self._tasks = tasks
        self._front_id = ""
        self.changed: Topic[None] = Topic()

    @property
    def front(self) -> Store | None:
        """The store that the window is about."""
        return self.by_id(self._front_id)

    def bring_to_front(self, store: Store) -> None:
        """Make the window about `store`."""
        self._front_id = store.id
        self.changed.announce(None)

    @property
    def all(self) -> tuple[Store, ...]:
        """All stores; the demo store is among them once it has been opened."""
        return tuple(self._stores)

    def by_id(self, store_id: str) -> Store | None:
        """The store with that id."""
        return next((store for store in self._stores if store.id == store_id), None)

    @property
    def groups(self) -> tuple[str, ...]:
        """The names of the groups, in the order of the lists."""
        return tuple(name for name, _ in by_group(self._stores) if name)

    def add(self, store: Store) -> Store:
        """Append a new store."""
        store = self._allowed(store)
        self.take_in([store])
        return store

    def take_in(self, stores: Iterable[Store]) -> None:
        """Append new stores."""
        self._stores.extend(self._allowed(store) for store in stores)
        self._changed()

    def duplicate(self, store: Store, name: str) -> Store:
        """Insert a copy after `store`, called `name` (and a number, if that is taken), without the
        accounts for the store and its proxy, because passwords are not copied."""
        taken = {one.name for one in self._stores}
        names = chain([name], (f"{name} {n}" for n in count(2)))
        copy = replace(
            store,
            id=uuid.uuid4().hex,
            name=next(free for free in names if free not in taken),
            email="",
            keep_signed_in=False,
            locked=False,
            owed=False,
            proxy=replace(store.proxy, user=""),
        )
        self._stores.insert(self._place(store) + 1, copy)
        self._changed()
        return copy

    def move(self, store: Store, by: int) -> None:
        """Move the store `by` places down (up if negative) within its group."""
        group = next(stores for name, stores in by_group(self._stores) if name == store.group)
        place = next(n for n, one in enumerate(group) if one.id == store.id)
        target = min(max(place + by, 0), len(group) - 1)
        if target != place:
            to = self._place(group[target])
            self._stores.insert(to, self._stores.pop(self._place(store)))
            self._changed()

    def remove(self, store: Store) -> None:
        """Remove the store from the list."""
        del self._stores[self._place(store)]
        self._changed()

    def remove_all(self) -> None:
        """Remove all stores from the list."""
        self._stores.clear()
        self._changed()

    def add_demo(self) -> Store:
        """The demo store, added to the list the first time."""
        if self.by_id(DEMO_STORE.id) is None:
            self._stores.append(self._demo)
            self._changed()
        return self.by_id(DEMO_STORE.id) or self._demo

    def update(self, store: Store) -> None:
        """Save an edited store; a new origin clears the account of the old one."""
        old, store = self.by_id(store.id), self._allowed(store)
        if old is None or old == store:
            return
        if old.origin != store.origin:
            store = replace(
                store, email="", keep_signed_in=False, locked=False, owed=False, admin_pages=""
            )
        self._stores[self._stores.index(old)] = store
        self._changed()

    def _place(self, store: Store) -> int:
        return next(n for n, one in enumerate(self._stores) if one.id == store.id)

    def _changed(self) -> None:
        self._tasks.start(self._save(self.all))
        self.changed.announce(None)


class PreferenceBook:
    """The current preferences; every change is saved. What the administrator has fixed stays.
    Topic: `changed`."""

    def __init__(
        self,
        value: Preferences,
        save: Callable[[Preferences], Coroutine[Any, Any, None]],
        tasks: TaskScope,
        *,
        defaults: Defaults = NO_DEFAULTS,
    ) -> None:
        self._allowed = defaults.preferences
        self.value = self._allowed(value)
        self._save = save
        self._tasks = tasks
        self.changed: Topic[Preferences] = Topic()

    def change(self, value: Preferences) -> None:
        """Save `value` (made with dataclasses.replace)."""
        value = self._allowed(value)
        if value == self.value:
            return
        self.value = value
        self._tasks.start(self._save(value))
        self.changed.announce(value)

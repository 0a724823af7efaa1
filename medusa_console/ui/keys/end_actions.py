"""The actions that let a key end later: schedule its revocation, move that end."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from medusa_console.domain.api_key import ApiKey, KeyType, StateKind
from medusa_console.domain.errors import NotFound
from medusa_console.services.stores import PreferenceBook
from medusa_console.ui.keys import end_field
from medusa_console.ui.keys.end_dialog import EndDialog
from medusa_console.ui.keys.end_field import EndField
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.fact_list import Fact
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.records.context import PageContext
from medusa_console.ui.words import labels


class EndActions(QObject):
    """Sets the ends of the keys of one page. While `asking` is locked, a question of the page is
    open. `identity` tells which key a question is about, and `tell_gone` that a key is gone."""

    def __init__(
        self,
        page: QWidget,
        context: PageContext,
        asking: asyncio.Lock,
        identity: Callable[[ApiKey], Sequence[Fact]],
        tell_gone: Callable[[ApiKey], None],
    ) -> None:
        super().__init__(page)
        self._page = page
        self._services = context.services
        self._preferences = context.preferences
        self._tasks = context.tasks
        self._asking = asking
        self._identity = identity
        self._tell_gone = tell_gone

    def may_schedule(self, key: ApiKey) -> bool:
        """Whether `key` works and has no end."""
        return self._services.keys.state(key).kind is StateKind.ACTIVE

    def may_extend(self, key: ApiKey) -> bool:
        """Whether `key` works until some end."""
        return self._services.keys.state(key).kind is StateKind.WORKS_UNTIL

    async def schedule(self, listed: ApiKey) -> None:
        """Ask when a working key is to end, or to which moment its end is moved."""
        await self.give_end(listed)

    async def give_end(self, listed: ApiKey, wish: datetime | None = None) -> bool:
        """Read the key again and ask when it is to end, `wish` first. Returns whether an end was
        set. Raises NotFound when the record is gone."""
        key = (await self._services.keys.get(listed.id)).value
        state = self._services.keys.state(key)
        if state.kind is StateKind.WORKS_UNTIL:
            return await self._extend(key)
        if not state.works:
            announce(self._page, labels.state(state), assertive=True)
            return False
        field = end_field.for_a_working_key(self._services.clock.now)
        if wish is not None:
            field.choose(wish)
        return await self._ask(
            key,
            field,
            heading=self.tr("Schedule revocation of “{title}”"),
            action=self.tr("Schedule revocation"),
            told=(
                self.tr("It works until then. Storefronts that use it stop working at that time.")
                if key.type is KeyType.PUBLISHABLE
                else self.tr("It works until then. Whatever uses it stops working at that time.")
            ),
        )

    async def _extend(self, key: ApiKey) -> bool:
        end = self._services.keys.state(key).at or self._services.clock.now()
        text = self.tr("Now it works until {when}. It can be moved, never made endless again.")
        return await self._ask(
            key,
            end_field.longer(self._services.clock.now, end),
            heading=self.tr("Move the end of “{title}”"),
            action=self.tr("Move end"),
            told=text.format(when=labels.with_weekday(end)),
        )

    async def _ask(
        self, key: ApiKey, field: EndField, *, heading: str, action: str, told: str
    ) -> bool:
        async def submit(end: datetime) -> ApiKey:
            return await self._services.permissions.write(self._services.ends.move_to(key.id, end))

        if self._asking.locked():
            field.deleteLater()
            return False
        notes = [self.tr("An end can be moved, but never removed.")]
        if self._services.keys.state(key).kind is StateKind.WORKS_UNTIL:
            notes = []
        async with self._asking:
            dialog = EndDialog(
                self._page,
                self._services.store,
                submit,
                self._tasks,
                field,
                heading=heading.format(title=shown(key.title)),
                action=action,
                facts=self._identity(key),
                told=told,
                notes=[*notes, *admin_note(self._preferences)],
            )
            match await dialog.ask():
                case ApiKey() as ending:
                    note_told(self._preferences)
                    announce(self._page, labels.state(self._services.keys.state(ending)))
                    return True
                case NotFound():
                    self._tell_gone(key)
        return False


def admin_note(preferences: PreferenceBook) -> list[str]:
    """What Medusa Admin shows of a key with an end; nothing once that was told."""
    if preferences.value.told_of_ends:
        return []
    return [
        translate(
            "EndActions", "Medusa Admin shows a key with an end as revoked, though it still works."
        )
    ]


def note_told(preferences: PreferenceBook) -> None:
    """Remember that `admin_note` was read."""
    preferences.change(replace(preferences.value, told_of_ends=True))

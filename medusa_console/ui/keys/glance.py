"""Keeps the marks and creators above the keys table true, and reads what they need."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer

from medusa_console.domain.api_key import ApiKey
from medusa_console.domain.query import Page
from medusa_console.ui.keys.filters import KeyFilters
from medusa_console.ui.records.context import PageContext
from medusa_console.ui.words import labels
from medusa_console.ui.words.counts import counts
from medusa_console.ui.words.errors import explain

_PAUSE_MS, _LONG_PAUSE_MS = 150, 1_000  # many keys may change at once
_MANY_KEYS = 1_000
_MOST_CREATORS = 200
_AGAIN_MS = 60_000  # ends come near, and keys grow old
_SHORT_READING = 500


class KeyGlance(QObject):
    """Shows in `filters` what the survey knows of the keys. `reload` lists the keys again.

    All keys are read once, after the first rows are painted and while the store is at rest, and
    again after `forget`. A reading that the user asks for begins at once.
    """

    def __init__(
        self, filters: KeyFilters, context: PageContext, reload: Callable[[], None]
    ) -> None:
        super().__init__(filters)
        self._filters = filters
        self._strip = filters.glance
        self._tasks = context.tasks
        self._services = context.services
        self._survey = context.services.survey
        self._reload = reload
        self._wanted = True
        self._stopped = False
        self._listed_as_of: datetime | None = None
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._start)
        self._again = QTimer(self, interval=_AGAIN_MS)
        self._again.timeout.connect(self._start)
        self._again.start()
        self._strip.chosen.connect(lambda mark: filters.ask(mark=mark))
        self._strip.pressed.connect(self._on_pressed)
        filters.changed.connect(lambda _query: self._start())
        self._subscriptions = (
            self._survey.changed.subscribe(lambda _: self._show_soon()),
            self._services.creators.changed.subscribe(lambda _: self._show_soon()),
            context.store_changed.subscribe(lambda _: self._show_soon()),
        )

    def release(self) -> None:
        """Cancel all subscriptions, before the page is destroyed."""
        self._soon.stop()
        self._again.stop()
        for unsubscribe in self._subscriptions:
            unsubscribe()

    def forget(self) -> None:
        """Read all keys again with the next rows."""
        self._wanted = True

    def take(self, page: Page[ApiKey]) -> None:
        """Rows are painted: read all keys, unless these are all."""
        if not self._wanted or page.offset:
            return
        self._wanted = False
        if self._filters.query.narrows or not self._survey.take(page):
            self._read()

    def _read(self, *, awaited: bool = False) -> None:
        self._stopped = False
        self._tasks.start(self._survey.read(awaited=awaited), replacing="survey")

    def _on_pressed(self) -> None:
        if self._survey.progress is None:
            self._read(awaited=True)
        else:
            self._stopped = True
            self._tasks.cancel("survey")

    def _show_soon(self) -> None:
        if not self._soon.isActive():
            many = len(self._survey.keys) > _MANY_KEYS
            self._soon.start(_LONG_PAUSE_MS if many else _PAUSE_MS)

    def _start(self) -> None:
        self._tasks.start(self._show(), replacing="glance")

    async def _show(self) -> None:
        days = self._services.store.key_age_days
        glance = await self._survey.look(days)
        query = self._filters.query
        numbers = {mark: len(ids) for mark, ids in glance.marked.items()}
        self._strip.show_marks(numbers, days, query.mark)
        self._strip.say(*self._said(bool(numbers)))
        if self._survey.as_of is not None:
            self._strip.fold()
        names = self._services.creators
        self._filters.show_creators(
            {
                actor: labels.creator(names.creator(actor))
                for actor, _ in glance.creators.most_common(_MOST_CREATORS)
            }
        )
        if self._survey.as_of != self._listed_as_of:
            self._listed_as_of = self._survey.as_of
            if await self._services.chosen.is_outdated(query):
                self._reload()

    def _said(self, marked: bool) -> tuple[str, str]:
        """What is said of the reading, and what its button does."""
        survey = self._survey
        if survey.progress is not None:
            read, count = survey.progress
            if count <= _SHORT_READING:  # or the reading still waits, perhaps for long
                return self._as_of(marked), ""
            text = self.tr("Reading keys: {read} of {count}").format(
                read=labels.number(read), count=labels.number(count)
            )
            return text, self.tr("Stop")
        again = self.tr("Read again")
        if survey.failure is not None:
            text = self.tr("Not all keys could be read: {why}")
            return text.format(why=explain(survey.failure).title), again
        if self._stopped and survey.as_of is None:
            return self.tr("Not all keys were read"), self.tr("Read keys")
        return self._as_of(marked), ""

    def _as_of(self, marked: bool) -> str:
        """When the keys were read, if that matters."""
        survey = self._survey
        if survey.as_of is None or not (marked or survey.missing):
            return ""
        text = self.tr("As of {time}").format(time=labels.short_time(survey.as_of))
        return counts.not_surveyed(survey.missing, text) if survey.missing else text

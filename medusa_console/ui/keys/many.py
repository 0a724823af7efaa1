"""The actions with many keys: the question, and the run after it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from medusa_console.domain.errors import ReceiptsUnwritable
from medusa_console.domain.key_bulk import BulkAction
from medusa_console.domain.left_run import LeftRun
from medusa_console.ui.keys.end_actions import admin_note, note_told
from medusa_console.ui.keys.many_question import ManyQuestion
from medusa_console.ui.keys.many_receipts import ReceiptsDialog, of_left
from medusa_console.ui.kit.ask import answer
from medusa_console.ui.kit.banner import Notice, NoticeAction, NoticeKind
from medusa_console.ui.records.context import PageContext
from medusa_console.ui.words import key_many as words
from medusa_console.ui.words import labels
from medusa_console.ui.words.many_counts import many_keys

log = logging.getLogger(__name__)

_ABOUT = "many keys"
_ABOUT_LEFT = "left run"


class ManyKeyActions(QObject):
    """Asks about many keys of one page and begins the run. While `asking` is locked, a question of
    the page is open."""

    def __init__(self, page: QWidget, context: PageContext, asking: asyncio.Lock) -> None:
        super().__init__(page)
        self._page = page
        self._context = context
        self._services = context.services
        self._tasks = context.tasks
        self._preferences = context.preferences
        self._notify = context.notify
        self._dismiss = context.dismiss
        self._asking = asking

    async def tell_left(self) -> None:
        """Tell once of a run that was cut off by the end of the program."""
        try:
            left = await self._services.bulk.left(self._services)
        except ReceiptsUnwritable as error:
            log.info("a run that was cut off: %s", error)
            return
        if left is None:
            return
        what = words.button(left.head.action)(left.head.keys)
        text = self.tr(
            "Started {when}, stopped after {settled}. Select the same keys to go on: those that "
            "are done are left out. The receipts are in the data folder."
        ).format(
            when=labels.short_moment(left.head.at),
            settled=many_keys.settled(left.settled, left.head.keys),
        )
        title = self.tr("Interrupted: “{action}”").format(action=what)
        show = NoticeAction(self.tr("Receipts…"), lambda: self._show_left(left), closes=False)
        self._notify(
            Notice(
                NoticeKind.CAUTION, title, text, actions=(show,), about=_ABOUT_LEFT, pressing=True
            )
        )

    def _show_left(self, left: LeftRun) -> None:
        self._tasks.start(self._show_receipts(left), replacing="left receipts")

    async def _show_receipts(self, left: LeftRun) -> None:
        receipts = await self._services.bulk.left_receipts(left)
        if receipts is None:
            title = self.tr("The receipts can't be read")
            text = self.tr("Look for them in the folder “receipts” of the data folder.")
            self._notify(Notice(NoticeKind.CAUTION, title, text, about=_ABOUT_LEFT))
            return
        await answer(ReceiptsDialog(self._page, self._context, of_left(left, receipts)))

    async def ask(self, action: BulkAction, ids: Sequence[str]) -> None:
        """Ask about the keys of `ids`, which are no others later, and begin after the answer."""
        bulk = self._services.bulk
        if bulk.busy:
            title = self.tr("One run at a time")
            text = self.tr("Wait until the run above the table has ended, or stop it.")
            self._notify(Notice(NoticeKind.INFO, title, text, about=_ABOUT))
            return
        self._dismiss(_ABOUT)
        if self._asking.locked():
            return
        ending = action is BulkAction.SCHEDULE
        async with self._asking:
            notes = admin_note(self._preferences) if ending else ()
            dialog = ManyQuestion(self._page, self._services, action, ids, self._tasks, notes)
            confirmed = await dialog.ask()
        if confirmed is not None:
            if ending:
                note_told(self._preferences)
            bulk.begin(self._services, action, confirmed.keys, self._tasks, confirmed.until)

"""What is done once a leaked key is revoked, or was before: tell whoever leaked it, and report."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from medusa_console.domain.incident_report import Incident
from medusa_console.domain.leak_answers import Case, Finding, StoreAnswer
from medusa_console.services.desk_stores import DeskStore
from medusa_console.services.incidents import gather, roles
from medusa_console.services.leaks import LeakDesk
from medusa_console.services.single_flight import SingleFlight
from medusa_console.tasks import Doing, TaskScope
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.flow import Flow
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme_tokens import EIGHT
from medusa_console.ui.leaks.card_record import put_away
from medusa_console.ui.leaks.message import MessageDialog
from medusa_console.ui.leaks.report import ReportDialog, copy_report


class AfterPart(QWidget):
    """The buttons below a proof, and below a key that was revoked before.

    Signals:
        message_wanted: copy a message for whoever leaked the key.
        save_wanted, copy_wanted: save, or copy, the store's incident report.
    """

    message_wanted = Signal()
    save_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("leak.after")
        self._message = self._button(self.tr("Copy message"), "message", self.message_wanted.emit)
        self._save = self._button(self.tr("Save report…"), "save", self.save_wanted.emit)
        self._copy = self._button(self.tr("Copy report"), "copy", self.copy_wanted.emit)
        self._done = PlainLabel(role="muted", wrap=True, name="leak.after.done")
        self._done.hide()
        self.setLayout(column(Flow(self.controls, (), from_start=True), self._done, spacing=EIGHT))
        self.hide()

    def _button(self, text: str, name: str, run: Callable[[], object]) -> QPushButton:
        return push_button(text, run, name=f"leak.after.{name}")

    @property
    def controls(self) -> tuple[QPushButton, ...]:
        """What takes the focus, in reading order."""
        return (self._message, self._save, self._copy)

    def show_answer(self, answer: StoreAnswer) -> None:
        """Offer what can be told of `answer`."""
        if not _tells(answer):
            put_away(self)
            return
        for button in self.controls:
            # Several cards may stand on the page, each with buttons of this name.
            text = self.tr("{action}: {store}").format(
                action=button.text(), store=answer.store.name
            )
            button.setAccessibleDescription(shown(text))
        self.show()

    def say(self, text: str) -> None:
        """Say what was done."""
        self._done.setText(text)
        self._done.setVisible(bool(text))


class After(QObject):
    """Does what the parts of one card ask for. `case` returns what the card shows; the text was
    pasted at `pasted_at`, in the clock's seconds."""

    def __init__(
        self,
        card: QWidget,
        case: Callable[[], Case],
        desk: LeakDesk,
        tasks: TaskScope,
        pasted_at: float,
    ) -> None:
        super().__init__(card)
        self._card = card
        self._case = case
        self._desk = desk
        self._tasks = tasks
        self._pasted_at = pasted_at
        self._reported: tuple[Case, ...] = ()

    def serve(self, part: AfterPart, origin: str) -> None:
        """Do what `part` asks for, of the store at `origin`."""
        part.message_wanted.connect(lambda: self._start(self._message(part, origin), "message"))
        part.save_wanted.connect(lambda: self._start(self._save(part, origin), "save report"))
        part.copy_wanted.connect(lambda: self._start(self._copy(part, origin), "copy report"))

    def _start(self, work: Coroutine[Any, Any, None], name: str) -> None:
        self._desk.touch()
        self._tasks.start(work, doing=Doing(self.tr("Leak desk"), f"leak {name}"))

    async def _message(self, part: AfterPart, origin: str) -> None:
        case = self._case()
        answer = next(one for one in case.answers if one.store.origin == origin)
        entry = self._entry(origin)
        roles_off = roles(entry.signed_in) is False
        dialog = MessageDialog(self._card, entry.store, case, answer, roles_off=roles_off)
        if await dialog.ask():
            part.say(self.tr("Message copied. Paste it into a chat or an email."))

    async def _save(self, part: AfterPart, origin: str) -> None:
        entry = self._entry(origin)
        writes = entry.services.writes if entry.services is not None else SingleFlight()
        told = partial(self._gather, origin)
        dialog = ReportDialog(self._card, entry.store, told, self._tasks, writes)
        if await dialog.ask():
            self._desk.taken.take(self._reported, origin)
            part.say(self.tr("Report saved."))

    async def _copy(self, part: AfterPart, origin: str) -> None:
        await copy_report(partial(self._gather, origin))
        self._desk.taken.take(self._reported, origin)
        text = self.tr("Report copied as Markdown, without names of people.")
        part.say(text)
        announce(self._card, text)

    async def _gather(self, origin: str, people: bool) -> Incident:
        self._reported = self._desk.cases
        return await gather(
            self._reported,
            self._entry(origin),
            [entry.store for entry in self._desk.all_stores],
            seconds=self._tasks.clock.seconds() - self._pasted_at,
            practice=self._desk.practising,
            people=people,
        )

    def _entry(self, origin: str) -> DeskStore:
        """The store at `origin`, as the window has it, or as it was when it answered."""
        known = (one for one in self._desk.all_stores if one.store.origin == origin)
        answers = self._case().answers
        was = next(one.store for one in answers if one.store.origin == origin)
        return next(known, DeskStore(was))


def _tells(answer: StoreAnswer) -> bool:
    if answer.proof is not None:
        return not answer.under_way
    return answer.finding is Finding.REVOKED_ALIKE

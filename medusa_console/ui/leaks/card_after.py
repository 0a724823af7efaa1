"""What is done once a leaked key is revoked, or was before: tell whoever leaked it, and report."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from medusa_console.domain.leak_answers import Case, Finding, StoreAnswer
from medusa_console.services.leaks import LeakDesk
from medusa_console.tasks import Doing, TaskScope
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.flow import Flow
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme_tokens import EIGHT
from medusa_console.ui.leaks.card_record import put_away
from medusa_console.ui.leaks.message import MessageDialog


class AfterPart(QWidget):
    """The buttons below a proof, and below a key that was revoked before.

    Signals:
        message_wanted: copy a message for whoever leaked the key.
    """

    message_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("leak.after")
        self._message = self._button(self.tr("Copy message"), "message", self.message_wanted.emit)
        self._done = PlainLabel(role="muted", wrap=True, name="leak.after.done")
        self._done.hide()
        self.setLayout(column(Flow(self.controls, (), from_start=True), self._done, spacing=EIGHT))
        self.hide()

    def _button(self, text: str, name: str, run: Callable[[], object]) -> QPushButton:
        return push_button(text, run, name=f"leak.after.{name}")

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What takes the focus, in reading order."""
        return (self._message,)

    def show_answer(self, answer: StoreAnswer) -> None:
        """Offer what can be told of `answer`."""
        if not _tells(answer):
            put_away(self)
            return
        for button in (self._message,):
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
    """Does what the parts of one card ask for. `case` returns what the card shows."""

    def __init__(
        self, card: QWidget, case: Callable[[], Case], desk: LeakDesk, tasks: TaskScope
    ) -> None:
        super().__init__(card)
        self._card = card
        self._case = case
        self._desk = desk
        self._tasks = tasks

    def serve(self, part: AfterPart, origin: str) -> None:
        """Do what `part` asks for, of the store at `origin`."""
        part.message_wanted.connect(lambda: self._start(self._message(part, origin), "message"))

    def _start(self, work: Coroutine[Any, Any, None], name: str) -> None:
        self._desk.touch()
        self._tasks.start(work, doing=Doing(self.tr("Leak desk"), f"leak {name}"))

    async def _message(self, part: AfterPart, origin: str) -> None:
        case = self._case()
        answer = next(one for one in case.answers if one.store.origin == origin)
        if await MessageDialog(self._card, answer.store, case, answer).ask():
            part.say(self.tr("Message copied. Paste it into a chat or an email."))


def _tells(answer: StoreAnswer) -> bool:
    if answer.proof is not None:
        return not answer.under_way
    return answer.finding is Finding.REVOKED_ALIKE

"""The message for whoever leaked a key: shown as it will be, and copied."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from medusa_console.domain.leak_answers import Case, StoreAnswer
from medusa_console.domain.store import Store
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.ask import answer as answered
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.check_box import CheckBox
from medusa_console.ui.kit.frame import fill, fit
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.theme_tokens import EIGHT, TWELVE
from medusa_console.ui.words.leak_message import Told, message_text, record_of


class MessageDialog(QDialog):
    """Shows the message about the key of `case` as `store` knows it, as `answer` says. What names
    the record or the server is left out until it is ticked."""

    def __init__(
        self, parent: QWidget, store: Store, case: Case, answer: StoreAnswer, *, roles_off: bool
    ) -> None:
        super().__init__(parent)
        self._case = case
        self._answer = answer
        self._roles_off = roles_off
        self.setObjectName("leakMessage")
        heading = self.tr("Message for whoever leaked the key")
        self.setWindowTitle(heading)
        self._text = PlainLabel(wrap=True, name="leakMessage.text")
        self._text.setAccessibleName(self.tr("Message"))
        preview = QWidget()
        set_style(preview, ground="neutral")
        lines = column(self._text)
        lines.setContentsMargins(TWELVE, TWELVE, TWELVE, TWELVE)
        preview.setLayout(lines)
        self._title = CheckBox(self.tr("Title of the key"))
        self._id = CheckBox(self.tr("ID of the key"))
        self._host = CheckBox(self.tr("Address of the server"))
        names = ("leakMessage.title", "leakMessage.id", "leakMessage.host")
        ticks = (self._title, self._id, self._host)
        for tick, name in zip(ticks, names, strict=True):
            tick.setObjectName(name)
            tick.toggled.connect(self._on_ticked)
        known = record_of(answer) is not None
        self._title.setVisible(known)
        self._id.setVisible(known)
        cancel = push_button(self.tr("Cancel"), self.reject, name="leakMessage.cancel")
        copy = push_button(
            self.tr("Copy message"), self._copy, kind="primary", name="leakMessage.copy"
        )
        copy.setDefault(True)
        also = PlainLabel(
            self.tr("It never holds the key. Name these too:"), wrap=True, name="leakMessage.also"
        )
        body = (
            PlainLabel(heading, role="title", wrap=True, name="leakMessage.heading"),
            preview,
            column(also, *ticks, spacing=EIGHT),
        )
        self._text.setText(self._message())
        fill(self, store, body, right=(cancel, copy))
        copy.setFocus()

    async def ask(self) -> bool:
        """Open the dialog and wait; whether the message was copied."""
        return await answered(self) == QDialog.DialogCode.Accepted

    def _message(self) -> str:
        told = Told(self._title.isChecked(), self._id.isChecked(), self._host.isChecked())
        return message_text(self._case, self._answer, told, roles_off=self._roles_off)

    def _on_ticked(self) -> None:
        self._text.setText(self._message())
        fit(self)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._message())
        announce(self, self.tr("Copied"))
        self.accept()

"""Where a key that fails is pasted, alone or with its request; neither is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton

from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.theme_tokens import EIGHT, FOUR, SIXTEEN, TWELVE


class DoctorWell(QFrame):
    """Takes what is on the clipboard.

    Signals:
        paste_requested: the button was pressed.
    """

    paste_requested = Signal()

    def __init__(self, *, request: bool) -> None:
        """`request`: the key is known already, and only its request is missing."""
        super().__init__()
        if request:
            title = self.tr("Paste the request that fails")
            hint = self.tr(
                "A curl line, an HTTP request, a line of an .env file or of code. It is read on "
                "this computer, not shown and not kept."
            )
        else:
            title = self.tr("Paste the key that fails")
            hint = self.tr(
                "Or all of the request that fails: a curl line, an HTTP request, a line of an .env "
                "file or of code. It is read on this computer, not shown and not kept."
            )
        self.setObjectName("doctor.well")
        set_style(self, ground="well")
        self._title = PlainLabel(title, role="card", wrap=True, name="doctor.paste.title")
        self._hint = PlainLabel(hint, role="muted", wrap=True, name="doctor.paste.hint")
        self.button: QPushButton = push_button(
            self.tr("Paste from clipboard"),
            self.paste_requested.emit,
            icon="clipboard-paste",
            name="doctor.paste",
        )
        self.button.setAccessibleDescription(f"{title}. {self._hint.text()}")
        self._note = PlainLabel(role="strong", wrap=True, name="doctor.note")
        self._note.hide()
        lines = column(
            column(self._title, self._hint, spacing=FOUR), self.button, self._note, spacing=EIGHT
        )
        lines.setAlignment(self.button, Qt.AlignmentFlag.AlignLeading)
        lines.setContentsMargins(SIXTEEN, TWELVE, SIXTEEN, TWELVE)
        self.setLayout(lines)

    def say(self, text: str, *, fault: bool = False) -> None:
        """Tell which key was read, or with `fault` why nothing was; "" takes the words back."""
        set_style(self._note, role="caution" if fault else "strong")
        self._note.setText(text)
        self._note.setVisible(bool(text))
        self._hint.setVisible(fault or not text)  # whoever has pasted has read it
        if fault:
            announce(self, text, assertive=True)

"""A button that shows the password of a field for a while."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QPushButton

from medusa_console.ui.kit.button import style_button
from medusa_console.ui.kit.password_edit import PasswordEdit
from medusa_console.ui.kit.style import when_styled

_SHOWN_FOR_MS = 30_000


class ShowPassword(QPushButton):
    """Checked while the password of `edit` is readable: for 30 s, until the window loses the focus,
    and no longer than the button can be seen."""

    def __init__(self, edit: PasswordEdit) -> None:
        super().__init__()
        self._edit = edit
        self.setObjectName("showPassword")
        self.setCheckable(True)
        self.setAutoDefault(False)  # Enter must send the form instead
        style_button(self, "plain", "eye")
        self._mask_soon = QTimer(self, singleShot=True, interval=_SHOWN_FOR_MS)
        self._mask_soon.timeout.connect(self.hide_password)
        self.toggled.connect(self._on_toggled)
        when_styled(self, self._show_text)

    def hide_password(self) -> None:
        """Mask the password."""
        self.setChecked(False)

    def show_for_a_while(self) -> None:
        """Show the password for 30 s from now."""
        self.setChecked(True)
        self._mask_soon.start()

    def _on_toggled(self, on: bool) -> None:
        self._edit.show_text(shown=on)
        if on:
            self._mask_soon.start()
        else:
            self._mask_soon.stop()
        self._show_text()

    def _show_text(self) -> None:
        words = (self.tr("Show"), self.tr("Hide"))
        for text in words:  # as wide as the longer one, so that the field beside it stays
            self.setText(text)
            self.setMinimumWidth(max(self.minimumWidth(), self.sizeHint().width()))
        self.setText(words[self.isChecked()])

    # Qt overrides

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.WindowDeactivate, QEvent.Type.Hide):
            self.hide_password()
        return super().event(event)

"""Shows, beneath a password prompt, that a request is in flight, and a button to cancel it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QProgressBar, QPushButton, QWidget

from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.theme_tokens import EIGHT


class Waiting(QWidget):
    """Hidden until `show_busy`, which disables `submit` and makes `edits` read-only. A screen
    reader reads `title` as the progress's name.

    Signals:
        cancelled: the user does not want to wait.
    """

    cancelled = Signal()

    def __init__(self, title: str, submit: QPushButton, *edits: QLineEdit) -> None:
        super().__init__()
        self._submit = submit
        self._edits = edits
        progress = QProgressBar()
        progress.setRange(0, 0)
        progress.setTextVisible(False)
        progress.setAccessibleName(title)
        cancel = push_button(self.tr("Cancel"), self.cancelled.emit, name="cancel")
        cancel.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(EIGHT)
        row.addWidget(progress, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(cancel)
        self.hide()

    def show_busy(self, *, busy: bool) -> None:
        """Show the progress, or enable the form again."""
        self._submit.setDisabled(busy)
        self.setVisible(busy)
        for edit in self._edits:
            edit.setReadOnly(busy)
            set_style(edit)  # the style sheet reads this property

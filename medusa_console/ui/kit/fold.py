"""A part of a form that few users need, hidden until it is opened."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from medusa_console.ui.kit import resources
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.layout import column
from medusa_console.ui.kit.resources import Tint
from medusa_console.ui.kit.style import set_style


class Fold(QWidget):
    """A button titled `title`, and beneath it `content` while it is open.

    Signals:
        toggled: whether it is open now.
    """

    toggled = Signal(bool)

    def __init__(self, title: str, content: QWidget, *, is_open: bool, name: str) -> None:
        super().__init__()
        self._content = content
        self._button = push_button(title, icon="chevron-down", name=name)
        self._button.setCheckable(True)
        self._button.setAutoDefault(False)
        set_style(self._button, kind="fold")
        layout = column(self._button, content)
        layout.setAlignment(self._button, Qt.AlignmentFlag.AlignLeft)
        self.setLayout(layout)
        content.setVisible(is_open)
        self._button.setChecked(is_open)
        self._button.toggled.connect(self._on_toggled)
        self._show_sign()

    def open(self) -> None:
        """Show the content."""
        self._button.setChecked(True)

    def _on_toggled(self, is_open: bool) -> None:
        self._content.setVisible(is_open)
        self._show_sign()
        self.toggled.emit(is_open)

    def _show_sign(self) -> None:
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        closed = "chevron-left" if mirrored else "chevron-right"
        sign = "chevron-down" if self._button.isChecked() else closed
        self._button.setIcon(resources.icon(sign, Tint.TEXT))

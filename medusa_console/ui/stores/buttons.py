"""What can be done with the selected store of a list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from medusa_console.domain.store import Store
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.theme_tokens import EIGHT


class StoreButtons(QWidget):
    """A column of buttons.

    Signals:
        open_wanted, edit_wanted, duplicate_wanted, remove_wanted
        move_wanted: by how many places down, negative for up.
    """

    open_wanted = Signal()
    edit_wanted = Signal()
    duplicate_wanted = Signal()
    move_wanted = Signal(int)
    remove_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        first = push_button(self.tr("Open"), self.open_wanted.emit, kind="primary", name="open")
        first.setDefault(True)
        edit = push_button(self.tr("Edit…"), self.edit_wanted.emit, icon="pencil", name="edit")
        duplicate = push_button(
            self.tr("Duplicate"), self.duplicate_wanted.emit, icon="copy", name="duplicate"
        )
        up = self._mover(self.tr("Move up"), -1, "chevron-up", "moveUp", Qt.Key.Key_Up)
        down = self._mover(self.tr("Move down"), 1, "chevron-down", "moveDown", Qt.Key.Key_Down)
        remove = push_button(
            self.tr("Remove…"),
            self.remove_wanted.emit,
            kind="danger",
            icon="trash-2",
            name="remove",
        )
        self._for_any = (first, up, down, remove)
        self._for_own = (edit, duplicate)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(EIGHT)
        for button in (first, edit, duplicate, up, down, remove):
            column.addWidget(button)
        column.addStretch(1)

    def show_for(self, store: Store | None) -> None:
        """Offer what can be done with `store`: the demo store is as it is."""
        for button in self._for_any:
            button.setEnabled(store is not None)
        for button in self._for_own:
            button.setEnabled(store is not None and not store.is_demo)

    def _mover(self, text: str, by: int, icon: str, name: str, key: Qt.Key) -> QPushButton:
        button = push_button(text, lambda: self.move_wanted.emit(by), icon=icon, name=name)
        button.setShortcut(QKeySequence(Qt.KeyboardModifier.AltModifier | key))
        button.setToolTip(button.shortcut().toString(QKeySequence.SequenceFormat.NativeText))
        return button

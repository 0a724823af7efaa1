"""The other key of a rotation, in the drawer of each of both."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from medusa_console.domain.api_key import ApiKey
from medusa_console.services.rotation import RotationService
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.flow import Flow
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme_tokens import EIGHT


class RotateLinks(QWidget):
    """Hidden for a key that is in no open rotation.

    Signals:
        wanted(str): show the key of that id.
    """

    wanted = Signal(str)

    def __init__(self, rotations: RotationService) -> None:
        super().__init__()
        self._rotations = rotations
        self._successor_id = ""
        self._old_id = ""
        self.setObjectName("rotation")
        self._told = PlainLabel(wrap=True, name="rotation.told")
        self._successor = push_button(
            self.tr("Show new key"),
            lambda: self.wanted.emit(self._successor_id),
            name="rotation.successor",
        )
        self._replaces = push_button(
            self.tr("Show old key"),
            lambda: self.wanted.emit(self._old_id),
            name="rotation.replaces",
        )
        self.buttons = (self._successor, self._replaces)
        for button in self.buttons:
            set_style(button, size="small")
        self.setLayout(column(self._told, Flow(self.buttons, ()), spacing=EIGHT))
        self.hide()

    def show_key(self, key: ApiKey) -> None:
        """Show the other key of the rotations of `key`."""
        of_old, of_new = self._rotations.of_old(key.id), self._rotations.of_new(key.id)
        self._successor_id = (of_old.new_id or "") if of_old is not None else ""
        self._old_id = of_new.old_id if of_new is not None else ""
        self._successor.setVisible(bool(self._successor_id))
        self._replaces.setVisible(bool(self._old_id))
        told = []
        if of_old is not None and of_old.has_successor:
            told.append(self.tr("Its successor works too. This key is to be ended."))
        if of_new is not None:
            text = self.tr("It replaces “{title}”, which still works.")
            told.append(text.format(title=shown(of_new.old_title or of_new.old_redacted)))
        self._told.setText(" ".join(told))
        self._told.setVisible(bool(told))
        self.setVisible(bool(told or self._successor_id))

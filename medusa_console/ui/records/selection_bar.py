"""The line below a table that tells how many rows are selected."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.button import push_button, show_key
from medusa_console.ui.kit.flow import Flow
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.theme_tokens import EIGHT, TWELVE
from medusa_console.ui.words.many_counts import many_keys


class SelectionBar(QWidget):
    """Hidden while fewer than two rows are selected.

    Signals:
        all_requested: the user wants every row that matches.
        actions_requested(place): the user wants to choose an action, from a menu at that place.
        clear_requested: the user wants none.
    """

    all_requested = Signal()
    actions_requested = Signal(QPoint)
    clear_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("selection")
        set_style(self, ground="info")
        self._told = PlainLabel(role="strong", name="selection.count")
        self._all = push_button("", self.all_requested.emit, kind="quiet", name="selection.all")
        self._actions = push_button(
            self.tr("Actions…"), self._on_actions, kind="quiet", name="selection.actions"
        )
        self._actions.hide()
        self._clear = push_button(
            self.tr("Clear selection"),
            self.clear_requested.emit,
            kind="quiet",
            name="selection.clear",
        )
        show_key(self._clear, "Esc")
        self._number = 0
        lines = column(Flow((self._told,), (self._actions, self._all, self._clear)))
        lines.setContentsMargins(TWELVE, EIGHT // 2, TWELVE, EIGHT // 2)
        self.setLayout(lines)
        self.hide()

    def offer_actions(self, *, offered: bool) -> None:
        """Offer the actions here, where no drawer does."""
        self._actions.setVisible(offered)

    def _on_actions(self) -> None:
        place = QPoint(0, self._actions.height())
        self.actions_requested.emit(self._actions.mapToGlobal(place))

    def show_number(self, number: int, found: int) -> None:
        """Tell that `number` rows of `found` are selected."""
        if number != self._number:
            self._number = number
            self._told.setText(many_keys.selected(number))
            if number > 1:
                announce(self, self._told.text())
        self._all.setText(many_keys.select_all(found))
        show_key(self._all, "Ctrl+A")
        self._all.setVisible(number < found)
        self.setVisible(number > 1)

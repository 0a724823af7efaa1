"""The pane on the right: the facts of what is selected, and what can be done with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from medusa_console.domain.policy import Action
from medusa_console.ui.kit.button import icon_button
from medusa_console.ui.kit.fact_list import Fact, FactList
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.theme import scaled
from medusa_console.ui.kit.theme_tokens import DRAWER_WIDTH, EIGHT, SIXTEEN, TWELVE


class Drawer(QFrame):
    """Title, facts and actions of the selection; scrolls when the window is low.

    Signals:
        close_requested: the cross was pressed.
    """

    close_requested = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("drawer")
        self.setFixedWidth(scaled(DRAWER_WIDTH))
        set_style(self, ground="surface", line="left")
        self._title = PlainLabel(role="card", wrap=True, name="drawer.title")
        self._facts = FactList()
        self._more = FactList()
        self._buttons: list[QWidget] = []
        self._row_buttons: dict[Action, QPushButton] = {}
        self._above: list[QWidget] = []
        self._actions = QVBoxLayout()
        self._actions.setSpacing(EIGHT)
        self._note = PlainLabel(role="secondary", wrap=True, name="drawer.note")
        self._note.hide()
        self._rule, self._more_rule = _rule(), _rule()
        self._close = icon_button(
            "x", self.tr("Close"), self.close_requested.emit, name="drawer.close"
        )
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._inner = QWidget()
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(SIXTEEN, SIXTEEN, SIXTEEN, SIXTEEN)
        self._column.setSpacing(TWELVE)
        self._column.addLayout(head)
        self._column.addWidget(self._facts)
        self._column.addWidget(self._rule)
        self._column.addWidget(self._note)
        self._column.addLayout(self._actions)
        self._column.addWidget(self._more_rule)
        self._column.addWidget(self._more)
        self._column.addStretch(1)
        set_style(self._inner, ground="surface")
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its buttons are the stops, and bring it along
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 0)
        layout.addWidget(area)

    def show_facts(self, title: str, facts: Sequence[Fact], more: Sequence[Fact] = ()) -> None:
        """Say what is selected; `more` comes below the actions, so that it may come later."""
        self._title.setText(title)
        self._facts.show_facts(facts)
        self._more.show_facts(more)
        self._more_rule.setVisible(bool(more))
        self._order_stops()

    def add_button(self, what: Action, button: QPushButton) -> None:
        """`button` does `what`; it is kept here while it is not offered."""
        self._row_buttons[what] = button
        button.setParent(self)
        button.hide()

    def offer(self, actions: Iterable[Action], note: str) -> None:
        """Offer the buttons of `actions`, in this order."""
        self.set_actions([*self._above, *(self._row_buttons[what] for what in actions)], note)

    def set_actions(self, buttons: Sequence[QWidget], note: str = "") -> None:
        """Offer `buttons`, the dangerous one last; those of before are let go, not deleted.

        `note` tells above them, where a low window shows it, why some cannot be pressed."""
        self._note.setText(note)
        self._note.setVisible(bool(note))
        if list(buttons) == self._buttons:
            return  # taking them away would take the focus away
        self._buttons = list(buttons)
        while (item := self._actions.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.setParent(None)
        for button in buttons:
            set_style(button, align="left")
            self._actions.addWidget(button)
            button.show()
        self._rule.setVisible(bool(buttons))
        self._order_stops()

    def _order_stops(self) -> None:
        """Tab goes as the eye does, whatever was made first."""
        stops = (self._close, *self._facts.copies, *self._buttons, *self._more.copies)
        for one, following in pairwise(stops):
            QWidget.setTabOrder(one, following)

    def focus_first(self) -> None:
        """Put the focus on the first thing that can be done."""
        for button in self._buttons:
            if button.focusPolicy() & Qt.FocusPolicy.TabFocus and button.isEnabled():
                button.setFocus()
                return


def _rule() -> QFrame:
    rule = QFrame()
    rule.setFixedHeight(1)
    set_style(rule, line="bottom")
    rule.hide()
    return rule

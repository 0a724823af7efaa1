"""The pane on the right: facts and actions of the selected row."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from medusa_console.domain.policy import Action
from medusa_console.ui.kit.button import icon_button
from medusa_console.ui.kit.fact_list import Fact, FactList
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column, row
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme import scaled
from medusa_console.ui.kit.theme_tokens import DRAWER_WIDTH, EIGHT, SIXTEEN

_LONGEST_TITLE = 1_000


class Drawer(QFrame):
    """Shows title, facts and actions of the selected row; scrolls in a low window.

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
        self._buttons: dict[Action, QPushButton] = {}
        self._actions = column(spacing=EIGHT)
        self._note = PlainLabel(role="secondary", wrap=True, name="drawer.note")
        self._note.hide()
        self._rule, self._more_rule = _rule(), _rule()
        self._close = icon_button(
            "x", self.tr("Close"), self.close_requested.emit, name="drawer.close"
        )
        head = row(self._title, self._close)
        head.setStretch(0, 1)
        head.setAlignment(self._close, Qt.AlignmentFlag.AlignTop)
        lines = column(
            head,
            self._facts,
            self._rule,
            self._note,
            self._actions,
            self._more_rule,
            self._more,
            None,
        )
        lines.setContentsMargins(SIXTEEN, SIXTEEN, SIXTEEN, SIXTEEN)
        inner = QWidget()
        inner.setLayout(lines)
        set_style(inner, ground="surface")
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 0)
        layout.addWidget(area)

    def show_facts(self, title: str, facts: Sequence[Fact], more: Sequence[Fact] = ()) -> None:
        """Show the selected row. The drawer has room for more of a title than lists have. `more`
        follows below the actions: facts that arrive later must not move the actions."""
        self._title.setText(shown(title, limit=_LONGEST_TITLE))
        self._facts.show_facts(facts)
        self._more.show_facts(more)
        self._more_rule.setVisible(bool(more))
        # Tab goes from top to bottom, not in the order of creation.
        parts = (self._close, *self._facts.copies, *self._buttons.values(), *self._more.copies)
        for one, following in pairwise(parts):
            QWidget.setTabOrder(one, following)

    def add_button(self, what: Action, button: QPushButton) -> None:
        """Add the button of `what` below the earlier ones, hidden until `offer` shows it."""
        set_style(button, align="left")
        button.hide()
        self._buttons[what] = button
        self._actions.addWidget(button)

    def offer(self, actions: Collection[Action], note: str) -> None:
        """Show the buttons of `actions`, and above them `note`: why some are disabled."""
        self._note.setText(note)
        self._note.setVisible(bool(note))
        for what, button in self._buttons.items():
            button.setVisible(what in actions)
        self._rule.setVisible(bool(actions))

    def focus_first(self) -> None:
        """Focus the first enabled button."""
        for button in self._buttons.values():
            if button.isVisible() and button.isEnabled():
                button.setFocus()
                return


def _rule() -> QFrame:
    rule = QFrame()
    rule.setFixedHeight(1)
    set_style(rule, line="bottom")
    rule.hide()
    return rule

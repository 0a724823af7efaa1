"""The pane on the right: the facts of what is selected, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from medusa_console.ui.style import mark
from medusa_console.ui.theme import fixed_font, scaled
from medusa_console.ui.theme_tokens import DRAWER_WIDTH, EIGHT, FOUR, SIXTEEN, TWELVE
from medusa_console.ui.widgets.announce import announce
from medusa_console.ui.widgets.button import icon_button
from medusa_console.ui.widgets.label import PlainLabel
from medusa_console.ui.widgets.status_pill import Pill, StatusPill

_LONGEST_VALUE = 1000
_LABELS = 68


@dataclass(frozen=True)
class Fact:
    """One line: `value` under or beside `label`. `code` is for keys and ids.

    `copies` offers a button that puts the value on the clipboard: never for a secret.
    """

    label: str
    value: str
    code: bool = False
    copies: bool = False
    pill: Pill | None = None


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
        mark(self, ground="surface", line="left")
        self._title = PlainLabel(role="card", wrap=True, name="drawer.title")
        self._facts = _Facts()
        self._more = _Facts()
        self._buttons: list[QWidget] = []
        self._actions = QVBoxLayout()
        self._actions.setSpacing(EIGHT)
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
        self._column.addLayout(self._actions)
        self._column.addWidget(self._more_rule)
        self._column.addWidget(self._more)
        self._column.addStretch(1)
        mark(self._inner, ground="surface")
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
        self._facts = self._renewed(self._facts, facts)
        self._more = self._renewed(self._more, more)
        self._more_rule.setVisible(bool(more))
        self._order_stops()

    def set_actions(self, buttons: Sequence[QWidget]) -> None:
        """Offer `buttons`, the dangerous one last; those of before are let go, not deleted."""
        if list(buttons) == self._buttons:
            return  # taking them away would take the focus away
        self._buttons = list(buttons)
        while (item := self._actions.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.setParent(None)
        for button in buttons:
            mark(button, align="left")
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

    def _renewed(self, before: _Facts, facts: Sequence[Fact]) -> _Facts:
        """What shows `facts` in the place of `before`; the focus stays on the same button."""
        if before.facts == tuple(facts):
            return before
        fresh = _Facts(facts)
        focused = next((b for b in before.copies if b.hasFocus()), None)
        self._column.replaceWidget(before, fresh)
        fresh.show()
        for button in fresh.copies:
            if focused is not None and button.accessibleName() == focused.accessibleName():
                button.setFocus()
        before.hide()
        before.deleteLater()
        return fresh


class _Facts(QWidget):
    """One line for each fact. `copies` are the buttons that put a value on the clipboard."""

    def __init__(self, facts: Sequence[Fact] = ()) -> None:
        super().__init__()
        self.facts = tuple(facts)
        self.copies: list[QToolButton] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(TWELVE)
        grid.setVerticalSpacing(FOUR)
        grid.setColumnMinimumWidth(0, scaled(_LABELS))  # the same above and below the actions
        grid.setColumnStretch(1, 1)
        for row, fact in enumerate(facts):
            label = PlainLabel(fact.label, role="secondary")
            label.setMinimumHeight(scaled(24))
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_value(fact), row, 1)
            if fact.copies:
                copy = icon_button(
                    "copy",
                    self.tr("Copy {what}").format(what=fact.label),
                    partial(self._copy, fact),
                    name="drawer.copy",
                )
                grid.addWidget(copy, row, 2, Qt.AlignmentFlag.AlignTop)
                self.copies.append(copy)

    def _copy(self, fact: Fact) -> None:
        QGuiApplication.clipboard().setText(fact.value)
        announce(self, self.tr("{what} copied").format(what=fact.label))


def _rule() -> QFrame:
    rule = QFrame()
    rule.setFixedHeight(1)
    mark(rule, line="bottom")
    rule.hide()
    return rule


def _value(fact: Fact) -> QWidget:
    if fact.pill is not None:
        return StatusPill(fact.pill)
    value = PlainLabel(fact.value, wrap=True, limit=_LONGEST_VALUE)
    value.setMinimumHeight(scaled(24))
    value.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
    value.setContentsMargins(0, FOUR, 0, FOUR)
    if fact.code:
        value.setFont(fixed_font())
    return value

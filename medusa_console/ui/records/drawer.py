"""The pane on the right: facts and actions of the selected row."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from medusa_console.domain.policy import Action
from medusa_console.ui.kit.button import icon_button
from medusa_console.ui.kit.fact_list import Fact, FactList
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column, row, rule
from medusa_console.ui.kit.scroll_area import ScrollArea
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme import scaled
from medusa_console.ui.kit.theme_tokens import DRAWER_WIDTH, EIGHT, FOUR, SIXTEEN, TWELVE

_LONGEST_TITLE = 1_000
_WIDEST = 440
_LEAST_OF_FACTS = 0.33


class Drawer(QFrame):
    """Shows title, facts and actions of the selected row. In a low window the facts scroll; the
    actions stay in sight, and scroll by themselves where they would take most of the height.

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
        self._buttons: dict[Action, QPushButton] = {}
        self._note = PlainLabel(role="secondary", wrap=True, name="drawer.note")
        self._note.hide()
        self._close = icon_button(
            "x", self.tr("Close"), self.close_requested.emit, name="drawer.close"
        )
        head = row(self._title, self._close, spacing=EIGHT)
        head.setStretch(0, 1)
        head.setAlignment(self._close, Qt.AlignmentFlag.AlignTop)
        # A subclass adds what it shows besides, above the facts and below them.
        self._above, self._below = column(), column()
        self._several = PlainLabel(role="muted", wrap=True, name="drawer.several")
        self._several.hide()
        self._body = QWidget()
        body = column(self._above, self._facts, self._below, None, spacing=EIGHT)
        self._body.setLayout(body)
        self._scroll = _Scroll(column(head, self._several, spacing=EIGHT), self._body)
        self._foot = self._build_foot()
        self._foot_area = ScrollArea()
        self._foot_area.setWidget(self._foot)
        self._foot_area.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self._foot_area)

    def _build_foot(self) -> QWidget:
        self._actions = QGridLayout()
        self._actions.setSpacing(EIGHT)
        self._foot_lines = lines = column(self._note, self._actions, spacing=EIGHT)
        lines.setContentsMargins(SIXTEEN, TWELVE, SIXTEEN, SIXTEEN)
        foot = QWidget()
        foot.setLayout(column(rule(), lines, None, spacing=0))
        set_style(foot, ground="surface")
        return foot

    def show_facts(self, title: str, facts: Sequence[Fact]) -> None:
        """Show the selected row. The drawer has room for more of a title than lists have."""
        title = shown(title, limit=_LONGEST_TITLE)
        if title != self._title.text():
            self.scroll_to_top()
        self._title.setText(title)
        self._show_body(several=False)
        self._facts.show_facts(facts)
        # Tab goes from top to bottom, not in the order of creation.
        parts = (self._close, *self._buttons_above(), *self._facts.copies, *self._buttons.values())
        for one, following in pairwise(parts):
            QWidget.setTabOrder(one, following)

    def show_several(self, title: str, text: str) -> None:
        """Show `title` and `text` about several selected rows, in place of one row's facts."""
        self._title.setText(title)
        self._several.setText(text)
        self._show_body(several=True)

    def _show_body(self, *, several: bool) -> None:
        self._several.setVisible(several)
        self._body.setVisible(not several)

    def scroll_to_top(self) -> None:
        """Show the beginning of what scrolls."""
        self._scroll.verticalScrollBar().setValue(0)

    def _buttons_above(self) -> Sequence[QWidget]:
        """The buttons that a subclass shows above the facts."""
        return ()

    def add_button(self, what: Action, button: QPushButton) -> None:
        """Add the button of `what` after the earlier ones, hidden until `offer` shows it."""
        set_style(button, align="left")
        button.setParent(self._foot)
        button.hide()
        self._buttons[what] = button

    def rename_button(self, what: Action, text: str) -> None:
        """Give the button of `what` another text."""
        self._buttons[what].setText(text)

    def offer(self, actions: Collection[Action], note: str) -> None:
        """Show the buttons of `actions`, and above them `note`: why some are disabled."""
        self._note.setText(note)
        self._note.setVisible(bool(note))
        for what, button in self._buttons.items():
            button.setVisible(what in actions)
        self._foot_area.setVisible(bool(actions))
        self._arrange()

    def focus_first(self) -> None:
        """Focus the first enabled button."""
        for button in self._buttons.values():
            if button.isVisible() and button.isEnabled():
                button.setFocus()
                return

    def _arrange(self) -> None:
        """Put the buttons below each other; in a drawer as wide as its page as many beside each
        other as its width has room for."""
        buttons = [one for one in self._buttons.values() if not one.isHidden()]
        while self._actions.count():
            self._actions.takeAt(0)
        if not buttons:
            return
        columns = 1
        if self.width() > scaled(DRAWER_WIDTH):
            widest = max(one.sizeHint().width() for one in buttons)
            room = self.width() - 2 * SIXTEEN
            columns = max(1, min(len(buttons), (room + EIGHT) // (widest + EIGHT)))
        for number, button in enumerate(buttons):
            self._actions.addWidget(button, *divmod(number, columns))
        for number in range(len(self._buttons)):
            self._actions.setColumnStretch(number, int(number < columns))
        self._limit_foot()

    def _limit_foot(self) -> None:
        layout = self._foot.layout()
        assert layout is not None  # noqa: S101  # it has been built with one
        layout.activate()
        width = self.width() - 1
        wanted = layout.heightForWidth(width) if layout.hasHeightForWidth() else -1
        wanted = max(wanted, layout.sizeHint().height())
        rest = max(self._scroll.minimumSizeHint().height(), int(self.height() * _LEAST_OF_FACTS))
        most = max(0, self.height() - rest)
        # A scroll bar and long words take their room from the margins.
        buttons = (one for one in self._buttons.values() if not one.isHidden())
        widest = max((one.sizeHint().width() for one in buttons), default=0)
        side = SIXTEEN if wanted <= most and widest + 2 * SIXTEEN < width else FOUR
        self._foot_lines.setContentsMargins(side, TWELVE, side, SIXTEEN)
        self._foot_area.setFixedHeight(min(wanted, most))

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._arrange()


class _Scroll(ScrollArea):
    """Scrolls `head` and `body`. The scroll bar takes its room from the margin, so that no line
    breaks anew when the bar appears. In a drawer as wide as its page, `body` keeps its buttons near
    to what they copy."""

    def __init__(self, head: QVBoxLayout, body: QWidget) -> None:
        super().__init__()
        self._body = body
        self._lines = column(head, body, None, spacing=EIGHT)
        inner = QWidget()
        inner.setLayout(self._lines)
        set_style(inner, ground="surface")
        self.setWidget(inner)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        bar = self.width() - self.viewport().width()
        margin = max(FOUR, SIXTEEN - bar)
        spare = max(0, self.width() - scaled(_WIDEST))
        if self.layoutDirection() is Qt.LayoutDirection.LeftToRight:
            self._lines.setContentsMargins(SIXTEEN, SIXTEEN, margin, SIXTEEN)
            self._body.setContentsMargins(0, 0, spare, 0)
        else:
            self._lines.setContentsMargins(margin, SIXTEEN, SIXTEEN, SIXTEEN)
            self._body.setContentsMargins(spare, 0, 0, 0)

"""Shows for 30 s what was read, with its values hidden; nothing can be selected or copied."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QListView

from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.flow import Flow
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme import fixed_font, scaled
from medusa_console.ui.kit.theme_tokens import EIGHT, SIXTEEN, TWELVE
from medusa_console.ui.words.leak_counts import leak_counts

_SECONDS = 30
_HEIGHT = 200
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class HiddenText(QFrame):
    """Signals:
    closed: the text, which had the focus, is hidden again, by the user or after its time.
    """

    closed = Signal()

    def __init__(self, tasks: TaskScope) -> None:
        super().__init__()
        self.setObjectName("leaks.text")
        set_style(self, ground="card")
        self._tasks = tasks
        self._ends_at = 0.0
        title = PlainLabel(
            self.tr("The text, with its values hidden"), role="strong", name="leaks.text.title"
        )
        self._lines = _Lines()
        self._lines.setAccessibleName(title.text())
        title.setBuddy(self._lines)
        self._left = PlainLabel(role="muted", name="leaks.text.left")
        more = push_button(self.tr("30 s more"), self._extend, name="leaks.text.more")
        hide = push_button(self.tr("Hide text"), self.close_text, name="leaks.text.hide")
        lines = column(title, self._lines, Flow((self._left,), (more, hide)), spacing=EIGHT)
        lines.setContentsMargins(SIXTEEN, TWELVE, SIXTEEN, TWELVE)
        self.setLayout(lines)
        self.hide()

    def show_text(self, lines: Sequence[str]) -> None:
        """Show `lines`, in which no value stands any more."""
        self._lines.show_lines(lines)
        self._ends_at = self._tasks.clock.seconds() + _SECONDS
        self.show()
        self._lines.setFocus()
        self._tasks.start(self._count_down(), replacing="show the text")

    def close_text(self) -> None:
        """Hide the text at once."""
        if not self.isHidden():
            self._tasks.cancel("show the text")
            self._end()

    def _end(self) -> None:
        focus = QApplication.focusWidget()
        focused = focus is not None and self.isAncestorOf(focus)
        self.hide()
        self._lines.show_lines(())
        if focused:
            self.closed.emit()

    def _extend(self) -> None:
        self._ends_at += _SECONDS

    async def _count_down(self) -> None:
        while (left := self._ends_at - self._tasks.clock.seconds()) > 0:
            self._left.setText(leak_counts.hidden_in(math.ceil(left)))
            await self._tasks.clock.sleep(min(1.0, left))
        self._end()


class _Model(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self._lines: Sequence[str] = ()

    def show_lines(self, lines: Sequence[str]) -> None:
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    # Qt overrides

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return shown(self._lines[index.row()], limit=None)  # for what is in sight alone


class _Lines(QListView):
    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("leaks.text.lines")
        self._lines = _Model()
        self.setModel(self._lines)
        self.setFont(fixed_font())
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(False)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFixedHeight(scaled(_HEIGHT))
        set_style(self, list="rows")

    def show_lines(self, lines: Sequence[str]) -> None:
        self._lines.show_lines(lines)

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.matches(QKeySequence.StandardKey.Copy):
            event.accept()  # Qt would put the current line on the clipboard
        else:
            super().keyPressEvent(event)

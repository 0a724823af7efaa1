"""One heading of what a leaked key did, with a list that may be long and a way to copy its ids."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column, row
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.theme_tokens import EIGHT
from medusa_console.ui.records.lines import Line, LinesList
from medusa_console.ui.words.trace_counts import trace_counts

_MOST_IN_SIGHT = 6


class TraceList(QWidget):
    """Hidden while it has no lines. A line is made when it is seen, so there may be thousands."""

    def __init__(self, label: str, *, name: str) -> None:
        """`label` is what a screen reader calls the list; `name` is the objectName."""
        super().__init__()
        self.setObjectName(name)
        self._line: Callable[[int], Line] = lambda _number: Line("")
        self._ids: Callable[[], Sequence[str]] = tuple
        self._heading = PlainLabel(role="strong", wrap=True, name=f"{name}.heading")
        self._why = PlainLabel(role="muted", wrap=True, name=f"{name}.why")
        self._rows = LinesList(
            label, lambda number: self._line(number), name=f"{name}.rows", most=_MOST_IN_SIGHT
        )
        self._copy = push_button(
            self.tr("Copy IDs"), self._on_copy, icon="copy", name=f"{name}.copy"
        )
        self._copy.setAccessibleDescription(label)
        set_style(self._copy, size="small")
        head = row(self._heading, self._copy, spacing=EIGHT)
        head.setStretch(0, 1)
        head.setAlignment(self._copy, Qt.AlignmentFlag.AlignTop)
        self.setLayout(column(head, self._why, self._rows, spacing=EIGHT))
        self.hide()

    def show_lines(
        self,
        heading: str,
        number: int,
        line: Callable[[int], Line],
        ids: Callable[[], Sequence[str]],
        *,
        why: str = "",
    ) -> None:
        """Show `number` lines under `heading`, none of which hides the whole; `why` says what they
        mean. `ids` returns what the button copies."""
        self._line, self._ids = line, ids
        self._heading.setText(heading)
        self._copy.setText(self.tr("Copy IDs"))
        self._why.setText(why)
        self._why.setVisible(bool(why))
        self._rows.show_number(number)
        self.setVisible(number > 0)

    def show_again(self) -> None:
        """Make the lines anew that are in sight: a name has become known, or time has passed."""
        self._rows.viewport().update()

    def _on_copy(self) -> None:
        ids = self._ids()
        QGuiApplication.clipboard().setText("\n".join(ids))
        told = trace_counts.ids_copied(len(ids))
        self._copy.setText(told)  # until what is shown changes
        announce(self, told)

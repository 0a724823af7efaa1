"""The list of keyboard shortcuts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.frame import fill
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.theme import fixed_font
from medusa_console.ui.kit.theme_tokens import EIGHT, TWENTY_FOUR
from medusa_console.ui.window.pages import AnyActions, pages

_Rows = Sequence[tuple[str, Sequence[str]]]


class ShortcutsDialog(QDialog):
    """Lists every shortcut under the name that the menus use."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        heading = self.tr("Keyboard shortcuts")
        self.setObjectName("shortcuts")
        self.setWindowTitle(heading)
        everywhere = (
            (self.tr("Switch store"), ("Ctrl+K",)),
            (self.tr("Lock"), ("Ctrl+L",)),
            *((page.title, (page.key,)) for page in pages()),
            (self.tr("Search this page"), ("Ctrl+F", "/")),
            (self.tr("Open the selected row"), ("Return",)),
            (self.tr("Confirm a question"), ("Ctrl+Enter",)),
            (self.tr("Refresh"), ("F5", "Ctrl+R")),
            (self.tr("Next pane"), ("F6",)),
            (self.tr("Back out one step"), ("Esc",)),
            (self.tr("Settings"), ("Ctrl+,",)),
            (self.tr("Keyboard shortcuts"), ("F1",)),
            (self.tr("Quit"), ("Ctrl+Q",)),
        )
        parts: Sequence[tuple[str, _Rows]] = (
            (self.tr("Everywhere"), everywhere),
            *((page.title, _keys_of(page.actions())) for page in pages()),
        )
        body: list[QWidget] = [PlainLabel(heading, role="title")]
        for title, rows in filter(lambda part: part[1], parts):
            body += [PlainLabel(title, role="card"), _table(rows)]
        close = push_button(self.tr("Close"), self.accept, name="close")
        fill(self, None, body, right=(close,))
        close.setFocus()


def _keys_of(actions: AnyActions) -> _Rows:
    return [(action.text, (action.key,)) for action in actions if action.key]


def _table(rows: _Rows) -> QWidget:
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(TWENTY_FOUR)
    grid.setVerticalSpacing(EIGHT)
    grid.setColumnStretch(0, 1)
    for number, (what, keys) in enumerate(rows):
        native = (
            QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys
        )
        label = PlainLabel("  ".join(native))
        label.setFont(fixed_font())
        grid.addWidget(PlainLabel(what), number, 0)
        grid.addWidget(label, number, 1, Qt.AlignmentFlag.AlignTrailing)
    return table

"""The list in which many keys stand: before a run to be chosen, and after it with its results."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QListWidget

from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.theme_tokens import EIGHT

_MOST_ROWS: Final = 6


def many_rows(label: str, *, name: str) -> QListWidget:
    """An empty list, called `label`; `name` is its objectName."""
    rows = QListWidget()
    rows.setObjectName(name)
    rows.setAccessibleName(label)
    rows.setWordWrap(True)
    rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    rows.setLayoutMode(QListView.LayoutMode.Batched)  # they may be many
    set_style(rows, list="rows")
    return rows


def fit_rows(rows: QListWidget) -> None:
    """Make the list as high as its rows, up to six."""
    high = rows.sizeHintForRow(0) * min(rows.count(), _MOST_ROWS)
    rows.setFixedHeight(high + 2 * EIGHT)

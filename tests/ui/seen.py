"""Everything that can be seen in the window, to compare before and after."""

from __future__ import annotations

import re

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTableView,
    QWidget,
)

_CLOCK = re.compile(r"\b\d\d:\d\d(:\d\d)?\b")
_AGE = re.compile(r"\b(just now|\d+ min ago)\b")


def everything_seen(window: QWidget) -> list[str]:
    """One line for each visible thing in `window` and the dialogs over it: what it says, what is
    chosen, selected and typed in it, where it is scrolled to, whether it is grey; then who has the
    focus. Times of the day read `hh:mm`, and ages of less than an hour `lately`, since looking
    again is allowed to move them."""
    lines = [window.windowTitle()]
    dialogs = [d for d in window.findChildren(QWidget) if d.isWindow() and d.isVisible()]
    for top in (window, *dialogs):
        for widget in top.findChildren(QWidget):
            if widget.isVisible() and widget.window() is top:
                lines += _of(widget)
    focus = QApplication.focusWidget()
    lines.append(f"focus: {_name(focus) if focus is not None else ''}")
    return [_AGE.sub("lately", _CLOCK.sub("hh:mm", line)) for line in lines]


def _of(widget: QWidget) -> list[str]:
    name = _name(widget)
    told: list[str] = []
    match widget:
        case QLabel():
            told.append(widget.text())
        case QAbstractButton():
            told.append(f"{widget.text()} {'checked' if widget.isChecked() else ''}")
        case QLineEdit():
            told.append(f"{widget.text()}|{widget.selectedText()}|{widget.cursorPosition()}")
        case QComboBox():
            told.append(widget.currentText())
        case QTableView():
            told += _table(widget)
    if isinstance(widget, QAbstractScrollArea):
        bars = (widget.verticalScrollBar(), widget.horizontalScrollBar())
        told.append(f"scrolled to {[bar.value() for bar in bars]}")
    grey = "" if widget.isEnabled() else " grey"
    return [f"{name}{grey}: {text}" for text in told]


def _table(table: QTableView) -> list[str]:
    model = table.model()
    rows = [
        " · ".join(str(model.index(row, column).data()) for column in range(model.columnCount()))
        for row in range(min(model.rowCount(), 200))
    ]
    selected = sorted({index.row() for index in table.selectionModel().selectedRows()})
    current = table.currentIndex().row()
    widths = [table.columnWidth(column) for column in range(model.columnCount())]
    hidden = [table.isColumnHidden(column) for column in range(model.columnCount())]
    return [*rows, f"selected {selected}, current {current}, columns {widths} {hidden}"]


def _name(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()}".strip()

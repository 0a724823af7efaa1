"""Every text that any widget holds for eyes, screen readers, tooltips or the desktop."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)

_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
_SPOKEN = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)


def everything_said(window: QWidget) -> Iterator[tuple[str, str]]:
    """Where a text stands in `window` and the dialogs over it, seen or not, and the text."""
    for widget in (window, *window.findChildren(QWidget)):
        where = f"{type(widget).__name__} {widget.objectName()}"
        for text in _texts(widget):
            yield where, text


def _texts(widget: QWidget) -> Iterator[str]:
    yield from (widget.windowTitle(), widget.toolTip(), widget.statusTip(), widget.whatsThis())
    yield from (widget.accessibleName(), widget.accessibleDescription())
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield from (widget.text(), widget.placeholderText())
    if isinstance(widget, QAbstractItemView | QComboBox) and widget.model() is not None:
        yield from _items(widget.model())
    for action in widget.actions():
        yield from _action(action)
    if (interface := QAccessible.queryAccessibleInterface(widget)) is not None:
        yield from (interface.text(kind) for kind in _SPOKEN)


def _items(model: QAbstractItemModel) -> Iterator[str]:
    is_list = isinstance(model, QAbstractListModel)  # whose columnCount is private
    columns = 1 if is_list else model.columnCount()
    for row in range(min(model.rowCount(), 100)):
        for column in range(columns):
            index = model.index(row, column)
            yield from (str(index.data(role) or "") for role in _ROLES)


def _action(action: QAction) -> Iterator[str]:
    yield from (action.text(), action.toolTip(), action.statusTip())


def announcements(patch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told from now on."""
    said: list[str] = []
    pass_on: Callable[..., None] = QAccessible.updateAccessibility

    def listen(event: object) -> None:
        if (message := getattr(event, "message", None)) is not None:
            said.append(message())
        pass_on(event)

    patch.setattr(QAccessible, "updateAccessibility", listen)
    return said

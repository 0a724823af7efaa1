"""A field for a whole number."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSpinBox

from medusa_console.ui.kit.line_edit import LineEdit
from medusa_console.ui.kit.theme import scaled

_WIDTH = 96


def spin_box(bounds: tuple[int, int], value: int, *, suffix: str = "") -> QSpinBox:
    """A field for a number within `bounds`, with `suffix` behind it; its line takes no key."""
    box = QSpinBox()
    line = LineEdit()
    box.setLineEdit(line)
    # The menu of the box would paste behind the line's back.
    line.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
    box.setRange(*bounds)
    box.setSuffix(suffix)
    box.setValue(value)
    box.setMinimumWidth(scaled(_WIDTH))
    return box

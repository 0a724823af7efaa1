"""Centres a column of widgets in a page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from medusa_console.ui.kit.layout import column, row
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.theme import scaled
from medusa_console.ui.kit.theme_tokens import TWENTY_FOUR


def centred(content: QVBoxLayout, width: int) -> QScrollArea:
    """`content` in the middle of the available space; scrolls when there is too little."""
    inner = QWidget()
    inner.setLayout(content)
    inner.setMaximumWidth(scaled(width))
    holder = QWidget()
    set_style(holder, ground="window")
    # Stretches, because an alignment would ignore the height of wrapped lines.
    across = row(None, inner, None)
    across.setStretchFactor(inner, 100)
    lines = column(None, across, None)
    lines.setContentsMargins(TWENTY_FOUR, TWENTY_FOUR, TWENTY_FOUR, TWENTY_FOUR)
    holder.setLayout(lines)
    area = QScrollArea()
    # With a viewport of Qt's own, PySide would create all its widget classes before the first
    # paint.
    area.setViewport(QWidget())
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(holder)
    return area

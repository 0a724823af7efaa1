"""Columns and rows of widgets, without margins of their own, and lines between parts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.theme_tokens import TWELVE

Part = QWidget | QLayout | None


def column(*parts: Part, spacing: int = TWELVE) -> QVBoxLayout:
    """`parts` below each other; None takes the height that is left."""
    layout = QVBoxLayout()
    _add(layout, parts, spacing)
    return layout


def row(*parts: Part, spacing: int = TWELVE, equal: bool = False) -> QHBoxLayout:
    """`parts` beside each other, with `equal` all of one width; None takes the width that is
    left."""
    layout = QHBoxLayout()
    _add(layout, parts, spacing, stretch=int(equal))
    return layout


def read_in_order(layout: QBoxLayout) -> None:
    """Let a screen reader read the widgets of `layout` as they stand: without this, it reads last
    what was inserted last. What stands below them in the parent is to be raised as well."""
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is not None and (part := item.widget()) is not None:
            part.raise_()


@contextmanager
def laid_out_once(*widgets: QWidget) -> Iterator[None]:
    """Lay out `widgets` once, after the block: Qt would lay them out, and what they stand in, for
    each part that comes or goes."""
    layouts = [layout for widget in widgets if (layout := widget.layout()) is not None]
    for layout in layouts:
        layout.setEnabled(False)
    try:
        yield
    finally:
        for layout in layouts:
            layout.setEnabled(True)
            layout.update()


def take_out_all(layout: QBoxLayout) -> None:
    """Delete the widgets of `layout`, which are out of sight at once."""
    while (item := layout.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()


def rule() -> QFrame:
    """A thin line across, between what is above and below it."""
    line = QFrame()
    line.setFixedHeight(1)
    set_style(line, line="bottom")
    return line


def _add(layout: QBoxLayout, parts: tuple[Part, ...], spacing: int, stretch: int = 0) -> None:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for part in parts:
        match part:
            case QWidget():
                layout.addWidget(part, stretch)
            case QLayout():
                layout.addLayout(part, stretch)
            case None:
                layout.addStretch(1)

"""The once-only dialog in every window: what decides about a key is in sight, and stays there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QDialog, QWidget

from tests.ui.creating import create_secret
from tests.ui.driving import Program
from tests.waiting import until


def place(dialog: QDialog, name: str) -> QRect:
    """Where the visible part of that name is in `dialog`."""
    (part,) = (one for one in dialog.findChildren(QWidget, name) if one.isVisible())
    return QRect(part.mapTo(dialog, QPoint(0, 0)), part.size())


def in_sight(dialog: QDialog, name: str) -> bool:
    """Whether nothing of that part is scrolled away or cut off."""
    (part,) = (one for one in dialog.findChildren(QWidget, name) if one.isVisible())
    return part.visibleRegion().boundingRect().size() == part.size()


@pytest.mark.xfail(strict=True, reason="the dialog is higher than a low window")
async def test_the_box_and_the_buttons_are_in_sight_in_a_dialog_lower_than_the_window(
    demo: Program,
) -> None:
    size = QSize(640, 400)
    demo.window.resize(size)
    await until(lambda: demo.window.size() == size)
    dialog = await create_secret(demo)
    assert dialog.height() <= 0.8 * size.height()
    for name in ("copySecret", "stored", "done", "discard"):
        assert in_sight(dialog, name), name

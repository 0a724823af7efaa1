"""The leak desk's screens."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def nothing_held(qapp: QApplication) -> None:
    """Qt remembers the modifiers of the last key that an earlier test pressed, and the desk asks
    for them at a paste."""
    QTest.keyClick(QWindow(), Qt.Key.Key_X)

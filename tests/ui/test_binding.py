"""The binding between Python and Qt keeps its books."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot


def test_calling_qt_costs_no_reference_to_none(qapp: QApplication, qtbot: QtBot) -> None:
    """PySide 6.12.0 loses one per call; where None is mortal, Python aborts when none are left."""
    label = QLabel()
    qtbot.addWidget(label)
    label.setText("warm up")
    before = sys.getrefcount(None)
    for number in range(500):
        label.setText(str(number))
    assert abs(sys.getrefcount(None) - before) < 50

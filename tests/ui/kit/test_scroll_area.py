"""A content that is never content with its height does not take the program down."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget
from pytestqt.qtbot import QtBot

from medusa_console.ui.kit.scroll_area import ScrollArea

ENDLESS = 60


class Restless(QWidget):
    """Wants another height whenever it is asked, as texts that break anew with each width do."""

    def __init__(self) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.asked = 0

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        self.asked += 1
        return 400 + min(self.asked, ENDLESS)


def test_a_content_of_changing_height_is_not_resized_without_end(qtbot: QtBot) -> None:
    area, content = ScrollArea(), Restless()
    qtbot.addWidget(area)
    area.setWidget(content)
    area.resize(300, 200)
    area.show()
    area.resize(280, 190)
    assert content.height() >= 200
    assert content.asked < ENDLESS

"""The page on its own: a real leak desk, stores on sockets, and a clipboard as a test fills it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import TypeVar

from pydantic import SecretStr
from PySide6.QtCore import QEvent
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from medusa_console.domain.clipboard_text import ClipboardText, Content
from medusa_console.ui.kit.layout import column
from medusa_console.ui.leaks.card import LeakCard
from medusa_console.ui.leaks.page import LeaksPage
from tests.ui.driving import LEFT, NO_KEYS
from tests.ui.leaks.cards import Bench
from tests.ui.standins import Clock, turns
from tests.waiting import until

W = TypeVar("W", bound=QWidget)


class Paged(Bench):
    """A bench whose window holds the page."""

    def __init__(self, clock: Clock, stack: AsyncExitStack) -> None:
        super().__init__(clock, stack)
        self.clipboard = ClipboardText(Content.NOTHING)
        self.asked_for: list[str] = []
        self.page = LeaksPage(self.desk, self.tasks, lambda: self.clipboard)
        page, asked = self.page, self.asked_for
        page.back_requested.connect(lambda: asked.append("back"))
        page.practice_requested.connect(lambda: asked.append("practice"))
        page.practice_ended.connect(lambda: asked.append("practice ended"))
        page.sign_in_requested.connect(lambda store: asked.append(f"sign in {store}"))
        self.window.setLayout(column(page, spacing=0))
        self.window.resize(1048, 772)

    def show(self) -> None:
        """What the window does when the page comes to the front."""
        self.window.show()
        self.window.activateWindow()
        self.page.focus_first()

    async def paste(self, text: str) -> None:
        """Copy `text` in another program, press Ctrl+Shift+V here, and wait until it is read."""
        self.clipboard = ClipboardText(Content.TEXT, SecretStr(text))
        before = self.desk.reading
        self.page.paste()
        await until(lambda: self.desk.reading is not before)
        await turns(5)

    def find(self, kind: type[W], name: str) -> W:
        """The one visible widget of that objectName."""
        found = [one for one in self.front.findChildren(kind, name) if one.isVisible()]
        assert len(found) == 1, f"{name}: {len(found)}"
        return found[0]

    def is_there(self, name: str) -> bool:
        return any(one.isVisible() for one in self.front.findChildren(QWidget, name))

    @property
    def shown_cards(self) -> list[LeakCard]:
        """From top to bottom."""
        found = [one for one in self.page.findChildren(LeakCard) if one.isVisibleTo(self.page)]
        return sorted(found, key=lambda card: card.y())

    @property
    def focus(self) -> str:
        """The objectName of what has the focus."""
        widget = QApplication.focusWidget()
        return widget.objectName() if widget is not None else ""

    @property
    def native(self) -> QWindow:
        """The window, as the desktop sees it: what is sent to it arrives as input does."""
        handle = self.window.windowHandle()
        assert handle is not None
        return handle

    def clicks_beside(self) -> None:
        """A click of the mouse, as the desktop sends it, where there is nothing."""
        QTest.mouseClick(self.native, LEFT, NO_KEYS, self.window.rect().topRight())


@asynccontextmanager
async def open_paged(clock: Clock) -> AsyncIterator[Paged]:
    """A page without stores; what fails unexpectedly fails the test."""
    async with AsyncExitStack() as stack:
        paged = Paged(clock, stack)
        try:
            yield paged
        finally:
            await paged.tasks.aclose()
            for one in paged.stores:
                if one.connection is not None:
                    one.connection.services.writes.abandon()
                    await one.connection.services.writes.settle(60)
            paged.window.hide()
            paged.window.deleteLater()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not paged.failures, paged.failures

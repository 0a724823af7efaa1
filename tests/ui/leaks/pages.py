"""The page on its own: a real leak desk, stores on sockets, and a clipboard as a test fills it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import TypeVar

from pydantic import SecretStr
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
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
        page.connect_requested.connect(lambda: asked.append("connect"))
        page.sign_in_requested.connect(lambda store: asked.append(f"sign in {store}"))
        self.window.setLayout(column(page, spacing=0))
        self.window.resize(1048, 772)

    async def show(self) -> None:
        """What the window does when the page comes to the front."""
        self.window.show()
        self.window.activateWindow()
        await until(self.window.isActiveWindow)
        self.page.focus_first()

    def copy(self, text: str) -> None:
        """Another program copies `text`."""
        self.clipboard = ClipboardText(Content.TEXT, SecretStr(text))

    async def paste(self, text: str) -> None:
        """Copy `text` in another program, press Ctrl+Shift+V here, and wait until it is read."""
        self.copy(text)
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

    def presses(self, key: Qt.Key) -> None:
        """A key of the keyboard, as it reaches the window."""
        handle = self.window.windowHandle()
        assert handle is not None
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(handle, QKeyEvent(kind, key, NO_KEYS))

    def clicks(self, part: QWidget) -> None:
        """A click of the mouse into the middle of `part`, as it reaches the window."""
        handle = self.window.windowHandle()
        assert handle is not None
        place = QPointF(part.mapTo(self.window, part.rect().center()))
        for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
            event = QMouseEvent(kind, place, part.mapToGlobal(place), LEFT, LEFT, NO_KEYS)
            QApplication.sendEvent(handle, event)


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

"""The leak desk's page: what leaked, the keys that were found, and a card for each."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from medusa_console.domain.clipboard_text import ClipboardText
from medusa_console.services.leaks import LeakDesk
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column


class LeaksPage(QWidget):
    """A page of the window, not of a store: it asks all stores.

    Signals:
        back_requested: to what was in front before.
        sign_in_requested(str): sign in to the store of that id, and then go on here.
        practice_requested: make a key in the demo store, and call `practise`.
        practice_ended: the user stops, or another text came.
    """

    back_requested = Signal()
    sign_in_requested = Signal(str)
    practice_requested = Signal()
    practice_ended = Signal()

    def __init__(
        self, desk: LeakDesk, tasks: TaskScope, read_clipboard: Callable[[], ClipboardText]
    ) -> None:
        """`read_clipboard` returns what is on the clipboard now."""
        super().__init__()
        self.setObjectName("leaksPage")
        self._desk = desk
        self._tasks = tasks
        self._read_clipboard = read_clipboard
        self._title = PlainLabel(self.tr("Leak desk"), role="title", name="leaks.title")
        self._back = push_button(self.tr("Back"), self.back_requested.emit, name="leaks.back")
        self.setLayout(column(self._title, self._back, None))

    @property
    def menu_title(self) -> str:
        """The text of the page's menu in the menu bar."""
        return self._title.text()

    def fill_menu(self, menu: QMenu) -> None:
        """Add the page's actions to its menu in the menu bar."""

    def show_back(self, where: str) -> None:
        """Name what `back_requested` leads to: a store, or "" for the sign-in page."""
        text = self.tr("Back to {store}").format(store=where) if where else self.tr("Back")
        self._back.setText(text)

    def paste(self) -> None:
        """Look for keys in the clipboard's text, in place of the text before."""

    def practise(self, text: str) -> None:
        """Look for the key of the staged `text` in the demo store alone."""

    def show_practice(self, seconds: float | None, best: float | None) -> None:
        """Show how long this practice took, once it has ended, and the best time so far."""

    def focus_first(self) -> None:
        """Focus where a text is pasted."""
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_search(self) -> None:
        """Focus what Ctrl+F leads to on this page."""
        self.focus_first()

    def refresh(self) -> None:
        """F5: ask the stores again that could not be asked."""

    def panes(self) -> tuple[QWidget, ...]:
        """The panes that F6 goes through, in reading order."""
        return (self,)

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)

"""Where a leaked text is pasted, dropped or chosen; the text itself is neither shown nor kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QBoxLayout, QFrame, QProgressBar, QWidget

from medusa_console.domain.clipboard_text import is_too_long
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.button import push_button, style_button
from medusa_console.ui.kit.enter import ENTER
from medusa_console.ui.kit.flow import Flow
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column, row
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.theme_tokens import EIGHT, FOUR, SIXTEEN, TWELVE
from medusa_console.ui.words import leak_page as words

_PASTE = "clipboard-paste"
_PROMILLE = 1000


class Well(QFrame):
    """Takes Ctrl+V, a dropped text and a dropped file; whatever else is typed does nothing.

    Signals:
        paste_requested: Ctrl+V, or the button.
        choose_requested: the button that chooses a file.
        dropped(text): a text was dropped here.
        file_dropped(Path): a file was dropped here.
        card_requested: Ctrl+Enter, which here revokes nothing.
        show_requested: show the text, with its values hidden.
        stop_requested: stop reading.
    """

    paste_requested = Signal()
    choose_requested = Signal()
    dropped = Signal(str)
    file_dropped = Signal(Path)
    card_requested = Signal()
    show_requested = Signal()
    stop_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("leaks.well")
        set_style(self, ground="well")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self._title = PlainLabel(self.tr("What leaked?"), role="card", name="leaks.well.title")
        self.setAccessibleName(self._title.text())
        self._hint = PlainLabel(
            self.tr(
                "Paste a key, an .env file, a log, a chat or a scanner's report with Ctrl+V, or "
                "drop it here. The text itself is not shown and not kept."
            ),
            role="muted",
            wrap=True,
            name="leaks.well.hint",
        )
        self.setAccessibleDescription(self._hint.text())
        self._note = PlainLabel(role="caution", wrap=True, name="leaks.well.note")
        self._note.hide()
        self._paste = push_button(
            self.tr("Paste from clipboard"),
            self.paste_requested.emit,
            kind="primary",
            icon=_PASTE,
            name="leaks.paste",
        )
        self._choose = push_button(
            self.tr("Choose file…"), self.choose_requested.emit, icon="folder", name="leaks.choose"
        )
        self._show = push_button(
            self.tr("Show text"), self.show_requested.emit, icon="eye", name="leaks.show"
        )
        self._show.hide()
        self._buttons = _flow(self._paste, self._choose, self._show)
        self._reading = self._build_reading()
        self._reading.hide()
        self._taken = False
        self._top = row(column(self._title, self._hint, spacing=FOUR), spacing=TWELVE)
        self._top.setStretch(0, 1)
        self._top.addWidget(self._buttons)
        lines = column(self._top, self._reading, self._note, spacing=EIGHT)
        lines.setContentsMargins(SIXTEEN, TWELVE, SIXTEEN, TWELVE)
        self.setLayout(lines)

    def show_taken(self, *, taken: bool, can_show: bool) -> None:
        """Take less room once a text was read; offer to show it if there is something to show."""
        self._taken = taken
        self._hint.setVisible(not taken)
        self._arrange()
        self._show.setVisible(can_show)
        style_button(self._paste, "plain" if taken else "primary", _PASTE)

    def focus_show(self) -> None:
        """Focus the button that shows the text, if the focus was within the text."""
        if self._show.isVisible():
            self._show.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, text: str) -> None:
        """Tell why nothing was taken; "" takes the words back."""
        self._note.setText(text)
        self._note.setVisible(bool(text))
        if text:
            announce(self, text)

    def refuse(self, text: str) -> None:
        """Tell why nothing was taken. The focus leaves the cards of the text before: Ctrl+Enter
        would revoke a key that the user no longer means."""
        self.say(text)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_progress(self, share: float | None) -> None:
        """Show how much of a file was read, from 0 to 1; None once reading has ended."""
        focused = self._stop.hasFocus()
        self._reading.setVisible(share is not None)
        self._buttons.setVisible(share is None)
        if share is not None:
            self._bar.setValue(round(share * _PROMILLE))
        elif focused:
            self.setFocus()

    def _build_reading(self) -> QWidget:
        part = QWidget()
        self._bar = QProgressBar()
        self._bar.setObjectName("leaks.progress")
        self._bar.setAccessibleName(self.tr("Reading the file"))
        self._bar.setRange(0, _PROMILLE)
        self._bar.setTextVisible(False)
        self._stop = push_button(self.tr("Stop"), self.stop_requested.emit, name="leaks.stop")
        line = row(PlainLabel(self.tr("Reading…"), role="muted"), self._bar, self._stop)
        line.setStretch(1, 1)
        part.setLayout(line)
        return part

    def _arrange(self) -> None:
        """Put the buttons beside the title, where they have room and no hint stands above them."""
        needed = self._title.sizeHint().width() + self._buttons.sizeHint().width() + 3 * SIXTEEN
        beside = self._taken and self.width() >= needed
        directions = QBoxLayout.Direction
        self._top.setDirection(directions.LeftToRight if beside else directions.TopToBottom)

    def _take(self, dropped: QMimeData) -> None:
        files = [url.toLocalFile() for url in dropped.urls() if url.isLocalFile()]
        if len(files) > 1:
            self.refuse(self.tr("Drop one file at a time."))
        elif files:
            self.file_dropped.emit(Path(files[0]))
        elif is_too_long(text := dropped.text()):
            self.refuse(words.too_long())
        else:
            self.dropped.emit(text)

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.matches(QKeySequence.StandardKey.Paste):
            if not event.isAutoRepeat():
                self.paste_requested.emit()
        elif event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if not event.isAutoRepeat():
                self.card_requested.emit()
        elif event.text().isprintable() and event.text():
            self.say(self.tr("Nothing can be typed here. Paste with Ctrl+V, or choose a file."))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        self._arrange()
        super().resizeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if event.mimeData().hasText() or event.mimeData().hasUrls():
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        event.setDropAction(Qt.DropAction.CopyAction)  # the other program keeps what it has
        event.accept()
        self._take(event.mimeData())


def _flow(*buttons: QWidget) -> QWidget:
    part = QWidget()
    part.setLayout(Flow(buttons, ()))
    return part

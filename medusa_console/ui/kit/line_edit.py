"""A line of text that examines a text before the text becomes its own."""

from __future__ import annotations

import re
import unicodedata
from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QAction,
    QClipboard,
    QContextMenuEvent,
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QLineEdit

from medusa_console.domain import tokens

LINE_BREAKS = "\r\n\x0b\x0c\x85\u2028\u2029"
_BETWEEN_LINES = re.compile(rf"[{LINE_BREAKS}\t]+")
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_CLIPBOARD, _PRIMARY = QClipboard.Mode.Clipboard, QClipboard.Mode.Selection


class Refusal(Enum):
    """Why a text was kept out of a line."""

    KEY = auto()
    LINE_BREAK = auto()
    NOT_DIGITS = auto()
    NOT_SIX = auto()


class LineEdit(QLineEdit):
    """Refuses a text with which the line may hold a key: typed, pasted, dropped, or by an input
    method. Any other text becomes one line.

    Qt announces a text to every listener of the accessibility bus as soon as the text is in the
    line, even if a validator then removes it. So `admit` is asked before.

    Signals:
        refused(Refusal): a text was kept out.
    """

    refused = Signal(object)

    def admit(self, text: str) -> bool:
        """Whether Qt may insert `text` at the cursor, in place of the selection."""
        text = text[: self.maxLength()]  # Qt inserts no more
        # A line that held one before must be corrected.
        if self.holds_key(self.text()) or not self.holds_key(self.text_with(text)):
            return True
        self.refused.emit(Refusal.KEY)
        return False

    def holds_key(self, text: str) -> bool:
        """Whether `text` may hold a key."""
        return tokens.may_hold_a_key(text)

    def text_with(self, text: str) -> str:
        """What the line would hold with `text` at the cursor, in place of the selection."""
        line = self.text().encode("utf-16-le", "surrogatepass")  # as Qt counts
        start = self.selectionStart() if self.hasSelectedText() else self.cursorPosition()
        end = self.selectionEnd() if self.hasSelectedText() else start
        parts = (line[: 2 * start], line[2 * end :])
        return text.join(part.decode("utf-16-le", "surrogatepass") for part in parts)

    def _paste(self, mode: QClipboard.Mode) -> None:
        text = QGuiApplication.clipboard().text(mode)
        if not self.isReadOnly() and self.admit(text):
            self.insert(self._on_one_line(text))

    def _on_one_line(self, text: str) -> str:
        """`text` without line breaks around it, and with spaces for those within."""
        text = text.lstrip(f"{LINE_BREAKS}\t")[: self.maxLength()].rstrip(LINE_BREAKS)
        return _BETWEEN_LINES.sub(" ", text)

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.matches(QKeySequence.StandardKey.Paste):
            primary = event.modifiers() == _CTRL | _SHIFT and event.key() == Qt.Key.Key_Insert
            self._paste(_PRIMARY if primary else _CLIPBOARD)
            event.accept()
        elif self.isReadOnly() or not (text := _typed(event)) or self.admit(text):
            super().keyPressEvent(event)
        else:
            event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if (
            event.button() is Qt.MouseButton.MiddleButton
            and not self.isReadOnly()
            and QGuiApplication.clipboard().supportsSelection()
        ):
            self.deselect()
            self._paste(_PRIMARY)
            event.accept()
        else:
            super().mouseReleaseEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        text = event.mimeData().text()
        if self.isReadOnly():
            super().dropEvent(event)
        elif not self.admit(text):
            event.ignore()  # whoever moves a text here keeps it
        elif self._on_one_line(text) == text:
            super().dropEvent(event)
        else:
            self.setCursorPosition(self.cursorPositionAt(event.position().toPoint()))
            self.insert(self._on_one_line(text))
            event.acceptProposedAction()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802
        text = event.commitString()
        if text:
            start, length = event.replacementStart(), event.replacementLength()
            event = QInputMethodEvent(event.preeditString(), event.attributes())
            if not self.isReadOnly() and self.admit(text):
                event.setCommitString(self._on_one_line(text), start, length)
        super().inputMethodEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        paste = menu.findChild(QAction, "edit-paste")
        if paste is not None:
            paste.triggered.disconnect()
            paste.triggered.connect(lambda: self._paste(_CLIPBOARD))
        menu.popup(event.globalPos())


class PathEdit(LineEdit):
    """A line for a path on this computer, which may have long hex digits of its own: a key is
    refused by its prefix alone."""

    def holds_key(self, text: str) -> bool:
        """Whether a key with its prefix is in `text`."""
        match = tokens.find(text)
        return match is not None and match.kind is not tokens.TokenKind.KEY_ID


def _typed(event: QKeyEvent) -> str:
    """The text that Qt inserts for this key; "" for a key that does something else."""
    text = event.text()
    kind = unicodedata.category(text[0]) if text else "Cc"
    # Some keyboards make invisible signs with Ctrl+Shift; else Ctrl means a command.
    command = event.modifiers() in (_CTRL, _CTRL | _SHIFT) and kind != "Cf"
    return "" if kind == "Cc" or command else text

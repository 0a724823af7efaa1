"""An input for a password that can be shown, but never copied."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDropEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QLineEdit

from medusa_console.ui.kit.line_edit import LINE_BREAKS, LineEdit, Refusal

_HINTS = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
_MASKED, _SHOWN = QLineEdit.EchoMode.Password, QLineEdit.EchoMode.Normal
_BULLET = "●"


class PasswordEdit(LineEdit):
    """Masked unless `show_text` says otherwise.

    Qt announces each change of a line's text on the accessibility bus, also of a masked text. So
    Qt's own line holds a bullet for each character of a masked password, and the password is kept
    aside. A shown password is announced as any text is, for people who hear the screen.

    Qt copies selected text of a readable field: on Ctrl+C, and on X11 with every selection. The
    field is therefore masked while it handles an event that could copy.

    Signals:
        caps_lock_changed(bool): Caps Lock seems to be on, or not any more.
    """

    caps_lock_changed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._is_shown = False
        self._caps_lock: bool | None = None  # unknown before a letter is typed
        self._password = ""  # empty while shown: Qt's line then has it
        self._coming: tuple[int, int, str] | None = None
        self.setDragEnabled(False)
        # First of all that are connected: each of them may ask for the text.
        self.textEdited.connect(self._on_edited)
        self.textChanged.connect(self._on_changed)
        self._set_echo(_MASKED)

    def show_text(self, *, shown: bool) -> None:
        """Show the password, or mask it."""
        if shown == self._is_shown:
            return
        password, place = self.text(), self.cursorPosition()
        with QSignalBlocker(self):  # the password stays the same
            self._is_shown = shown
            self._set_echo(_SHOWN if shown else _MASKED)
            if shown:
                self._password = ""
                super().setText(password)
                self.setCursorPosition(len(_utf16(password[:place])) // 2)
            else:
                self._password = password
                super().setText(_BULLET * len(password))
                before = _utf16(password)[: 2 * place].decode("utf-16-le", "surrogatepass")
                self.setCursorPosition(len(before))

    def admit(self, text: str) -> bool:
        """Insert `text` here, as bullets, while the password is masked. Refuse a line break within
        it; one at its end was copied along."""
        if (line := self._line(text)) is None:
            return False
        if self._is_shown:
            return True
        text = line
        start = self.selectionStart() if self.hasSelectedText() else self.cursorPosition()
        self._coming = (start, start + self.selectionLength(), text)
        self.insert(_BULLET * len(text))
        self._coming = None
        return False

    def _line(self, text: str) -> str | None:
        """`text` without line breaks at its end; None if it has others, which is told."""
        line = self._on_one_line(text)
        if set(line) & set(LINE_BREAKS):
            self.refused.emit(Refusal.LINE_BREAK)
            return None
        return line

    def _on_one_line(self, text: str) -> str:
        return text[: self.maxLength()].rstrip(LINE_BREAKS)  # a password may have tabs

    def _on_edited(self, line: str) -> None:
        """Change the password as the user has just changed the bullets."""
        if self._is_shown:
            return
        before = self._password
        if self._coming is not None:
            start, end, text = self._coming
            self._coming = None
            room = len(line) - len(before) + end - start  # Qt inserts no more than may stay
            self._password = before[:start] + text[:room] + before[end:]
        elif (gone := len(before) - len(line)) > 0:  # it was where the cursor is now
            place = self.cursorPosition()
            self._password = before[:place] + before[place + gone :]

    def _on_changed(self, line: str) -> None:
        """Take over what an assistive program has written among the bullets. If it removed some,
        or Qt emptied the line, nothing is left: which ones they were cannot be told."""
        text, before = line.strip(_BULLET), self._password
        if self._is_shown or (not text and len(line) == len(before)):
            return
        head, tail = line.split(text) if text else ("", "")
        self._password = before[: len(head)] + text + before[len(before) - len(tail) :]
        with QSignalBlocker(self):
            super().setText(_BULLET * len(self._password))

    def _look_for_caps_lock(self, event: QKeyEvent) -> None:
        """Qt does not tell whether Caps Lock is on; a letter does."""
        text = event.text()
        if event.key() == Qt.Key.Key_CapsLock and self._caps_lock is not None:
            self._set_caps_lock(on=not self._caps_lock)
        elif len(text) == len(text.swapcase()) == 1 and text != text.swapcase():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._set_caps_lock(on=text.isupper() != shifted)

    def _set_caps_lock(self, *, on: bool | None) -> None:
        before, self._caps_lock = self._caps_lock, on
        if bool(before) != bool(on):
            self.caps_lock_changed.emit(bool(on))

    def _set_echo(self, mode: QLineEdit.EchoMode) -> None:
        self.setEchoMode(mode)
        self.setInputMethodHints(_HINTS)  # Qt removes the hints when the echo mode is Normal

    @contextmanager
    def _unreadable(self) -> Iterator[None]:
        if not self._is_shown:
            yield
            return
        self._set_echo(_MASKED)
        try:
            yield
        finally:
            self._set_echo(_SHOWN if self._is_shown else _MASKED)

    # Qt overrides

    def text(self) -> str:
        """The password."""
        return super().text() if self._is_shown else self._password

    def setText(self, text: str | None) -> None:  # noqa: N802
        """Replace the password, without undo."""
        text = (text or "")[: self.maxLength()]
        if self._is_shown:
            super().setText(text)
            return
        line = _BULLET * len(text)
        unseen = line == super().text() and text != self._password  # Qt sees no change
        self._password = text
        super().setText(line)
        if unseen:
            self.textChanged.emit(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        with self._unreadable():
            super().keyPressEvent(event)
        self._look_for_caps_lock(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self._set_caps_lock(on=None)  # the key may be pressed elsewhere

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        with self._unreadable():
            super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        with self._unreadable():
            super().contextMenuEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        if self._is_shown or self.isReadOnly():
            super().dropEvent(event)
            return
        self.setCursorPosition(self.cursorPositionAt(event.position().toPoint()))
        before = self._password
        self.admit(event.mimeData().text())
        event.setAccepted(self._password != before)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802
        text, length = event.commitString(), event.replacementLength()
        if self._is_shown or self.isReadOnly() or not (text or length):
            super().inputMethodEvent(event)
            return
        if (line := self._line(text)) is None:
            return
        text = line
        if self.hasSelectedText():
            self.del_()
        cursor = self.cursorPosition()
        start = max(0, cursor + event.replacementStart())
        end = max(start, min(start + length, len(self._password)))
        self._coming = (start, end, text)
        masked = QInputMethodEvent(event.preeditString(), event.attributes())
        masked.setCommitString(_BULLET * len(text), start - cursor, end - start)
        QLineEdit.inputMethodEvent(self, masked)
        self._coming = None


def _utf16(text: str) -> bytes:
    """`text` as Qt counts it: two bytes for each unit."""
    return text.encode("utf-16-le", "surrogatepass")

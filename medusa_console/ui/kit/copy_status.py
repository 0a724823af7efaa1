"""Shows the state of a secret on the clipboard, with buttons to clear it or keep it longer."""

from __future__ import annotations

from collections.abc import Callable

from pydantic import SecretStr
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from medusa_console.services.secret_copy import (
    Cleared,
    Copied,
    CopyState,
    Resurrected,
    SecretCopy,
    Superseded,
)
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.drawing import drawing
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column, row
from medusa_console.ui.kit.style import when_styled
from medusa_console.ui.kit.theme import scaled, tokens
from medusa_console.ui.kit.theme_tokens import CONTROL_HEIGHT, EIGHT, FOUR

_MORE_SECONDS = 30
_SPOKEN_SECONDS = 10
_BAR = 4


class CopyStatus(QWidget):
    """Copies a secret for `seconds`, and shows the clipboard's state until `end`; empty before.

    The time left is a thin bar too. The bar is painted, because a screen reader must not meet it:
    the text says the same. The room for all of this is kept from the start, so that nothing moves.
    """

    def __init__(self, copy: SecretCopy, seconds: int) -> None:
        super().__init__()
        self._copy = copy
        self._seconds = seconds
        self._longest = seconds
        self._left = 0
        self._unsubscribe: Callable[[], None] | None = None
        self._text = PlainLabel(role="muted", wrap=True, name="copyStatus")
        self._clear = push_button(
            self.tr("Clear now"), copy.clear_now, kind="quiet", name="clearNow"
        )
        self._more = push_button(
            self.tr("Keep 30 s longer"),
            lambda: copy.extend(_MORE_SECONDS),
            kind="quiet",
            name="moreSeconds",
        )
        for button in (self._clear, self._more):
            button.setAutoDefault(False)
            button.hide()
        line = row(self._text, self._clear, self._more, spacing=EIGHT)
        line.setStretch(0, 1)
        when_styled(self._text, self._keep_room)
        lines = column(line)
        lines.setContentsMargins(0, 0, 0, FOUR + _BAR)
        self.setLayout(lines)

    def _keep_room(self) -> None:
        two_lines = 2 * self._text.fontMetrics().lineSpacing()
        self._text.setMinimumHeight(max(scaled(CONTROL_HEIGHT), two_lines))

    @property
    def buttons(self) -> tuple[QWidget, ...]:
        """The buttons for the time on the clipboard, in the order of Tab."""
        return self._clear, self._more

    def copy(self, secret: SecretStr, *, key: SecretStr | None = None) -> None:
        """Copy `secret`, which holds `key`, and show the clipboard's state from now on."""
        self.end()
        self._longest = self._seconds
        self._unsubscribe = self._copy.changed.subscribe(self._show)
        self._copy.copy(secret, self._seconds, key=key)

    def end(self) -> None:
        """Show nothing more; the clipboard is still cleared in time."""
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None

    def _show(self, state: CopyState) -> None:
        match state:
            case Copied(seconds_left):
                text = self.tr("Copied. Clipboard clears in {seconds} s").format(
                    seconds=seconds_left
                )
                if seconds_left in (self._seconds, _SPOKEN_SECONDS):
                    announce(self, text)
            case Cleared():
                text = self.tr("Clipboard cleared. Not pasted yet?")
                announce(self, self.tr("Clipboard cleared"))
            case Resurrected():
                text = self.tr(
                    "A clipboard manager restored it. It was overwritten, but the manager may have "
                    "kept a copy. Remove it from the history."
                )
                announce(self, text, assertive=True)
            case Superseded():
                text = self.tr("Something else was copied in the meantime. Not pasted yet?")
        running = isinstance(state, Copied)
        self._left = state.seconds_left if isinstance(state, Copied) else 0
        self._longest = max(self._longest, self._left)
        self._clear.setVisible(running)
        self._more.setVisible(running)
        self._text.setText(text)
        self.update()

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if self._left <= 0:
            return
        colours, painter = tokens(), QPainter(self)
        track = QRectF(0, self.height() - _BAR, self.width(), _BAR)
        rest = QRectF(track)
        rest.setWidth(track.width() * self._left / self._longest)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            rest.moveRight(track.right())
        with drawing(painter):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            for place, colour in ((track, colours.border), (rest, colours.accent)):
                painter.setBrush(QColor(colour))
                painter.drawRoundedRect(place, _BAR / 2, _BAR / 2)

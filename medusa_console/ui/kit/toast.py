"""Offers to undo for ten seconds. All other messages stay."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.button import icon_button, push_button
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import row
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.theme import scaled
from medusa_console.ui.kit.theme_tokens import EIGHT, SIXTEEN, TWENTY_FOUR

COVERED = "covered"
"""The property of the parent that tells how much of its lower edge something else covers."""

_MOST_WIDTH = 480
_PLACING = (QEvent.Type.Resize, QEvent.Type.DynamicPropertyChange)


class Toast(QWidget):
    """Lies over the lower edge of `parent`; stays while the pointer or the focus is in it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self.setObjectName("toast")
        set_style(self, ground="card")
        self._on_action: Callable[[], object] | None = None
        self._text = PlainLabel(name="toast.text", limit=80)
        self._action = push_button("", self._act, name="toast.action")
        set_style(self._action, size="small")
        close = icon_button("x", self.tr("Close"), self.withdraw, name="toast.close")
        line = row(self._text, self._action, close, spacing=SIXTEEN)
        line.setContentsMargins(SIXTEEN, EIGHT, EIGHT, EIGHT)
        line.setStretch(0, 1)
        self.setLayout(line)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_time_up)
        parent.installEventFilter(self)
        self.hide()

    def offer(
        self, text: str, action_text: str, on_action: Callable[[], object], *, seconds: float = 10
    ) -> None:
        """Show `text` and offer `on_action`, in place of an earlier offer."""
        self._on_action = on_action
        self._text.setText(text)
        self._action.setText(action_text)
        self._timer.start(round(seconds * 1000))
        self._place()
        self.show()
        self.raise_()
        announce(self, f"{text}. {action_text}")

    def withdraw(self) -> None:
        """Remove the offer, because the action is not possible any more."""
        self._timer.stop()
        self._on_action = None
        self.hide()

    def _act(self) -> None:
        on_action = self._on_action
        self.withdraw()
        if on_action is not None:
            on_action()

    def _on_time_up(self) -> None:
        focus = QApplication.focusWidget()
        if self.underMouse() or (focus is not None and self.isAncestorOf(focus)):
            self._timer.start()
        else:
            self.withdraw()

    def _place(self) -> None:
        room = self._room.rect()
        width = min(scaled(_MOST_WIDTH), self.sizeHint().width(), room.width() - 2 * SIXTEEN)
        self.resize(width, self.sizeHint().height())
        covered = int(self._room.property(COVERED) or 0)
        bottom = room.height() - max(covered, TWENTY_FOUR)
        self.move((room.width() - width) // 2, max(0, bottom - self.height()))

    # Qt overrides

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() in _PLACING and self.isVisible():
            self._place()
        return False

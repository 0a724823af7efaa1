"""Buttons: plain and primary, quiet and link, danger (asks first) and destroy (the answer)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QPushButton, QToolButton

from medusa_console.clock import Clock
from medusa_console.ui.kit import resources
from medusa_console.ui.kit.enter import ENTER
from medusa_console.ui.kit.resources import Tint
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.theme import scaled

Kind = Literal["plain", "primary", "danger", "destroy", "quiet", "link", "page"]

GUARD_SECONDS: Final = 0.5

_TINTS = {
    "primary": Tint.ON_ACCENT,
    "danger": Tint.DANGER,
    "destroy": Tint.ON_ACCENT,  # in every appearance the colour on danger as well
    "page": Tint.MUTED,
}
_ICON_SIZE = 16
_GAP = 4
"""Fusion leaves 4 px between icon and text; the design wants 8."""


def style_button(button: QPushButton, kind: Kind, icon: str = "") -> None:
    """Style `button` as `kind`, with an icon in the matching colour."""
    if icon:
        button.setIcon(resources.icon(icon, _TINTS.get(kind, Tint.TEXT)))
        button.setIconSize(QSize(scaled(_ICON_SIZE + _GAP), scaled(_ICON_SIZE)))
    set_style(button, kind=kind)


def key_text(keys: QKeySequence) -> str:
    """`keys` as this system writes them: 'Ctrl+N', '⌘N'."""
    return keys.toString(QKeySequence.SequenceFormat.NativeText)


def show_key(button: QPushButton, key: str, *, name: str = "") -> None:
    """Tell the shortcut of `button` in its tooltip, and to a screen reader in its description. A
    button that shows its icon alone also tells its `name`."""
    keys = key_text(QKeySequence(key))
    button.setToolTip(" · ".join(part for part in (name, keys) if part))
    button.setAccessibleDescription(keys)


def push_button(
    text: str,
    on_click: Callable[[], object] | None = None,
    *,
    kind: Kind = "plain",
    icon: str = "",
    name: str = "",
) -> QPushButton:
    """A button labelled `text`; `name` is its objectName."""
    button = QPushButton(text)
    button.setObjectName(name)
    button.setAutoDefault(True)  # so that Enter presses it outside dialogs as well
    style_button(button, kind, icon)
    if on_click is not None:
        button.clicked.connect(lambda: on_click())
    return button


def icon_button(
    icon: str, text: str, on_click: Callable[[], object] | None = None, *, name: str = ""
) -> QToolButton:
    """A small button that shows only an icon; `text` is its accessible name and its tooltip."""
    button = QToolButton()
    button.setIcon(resources.icon(icon, Tint.MUTED))
    button.setIconSize(QSize(scaled(_ICON_SIZE), scaled(_ICON_SIZE)))
    button.setAccessibleName(text)
    button.setToolTip(text)
    button.setObjectName(name)
    if on_click is not None:
        button.clicked.connect(lambda: on_click())
    return button


class GuardedButton(QPushButton):
    """A button for an action that must not happen by accident.

    The button ignores a held key, and every press in its first 500 ms on the screen, because a user
    who types or double-clicks does not mean it. Connect to `confirmed`.

    Signals:
        confirmed: a deliberate press.
    """

    confirmed = Signal()

    def __init__(
        self,
        text: str,
        clock: Clock,
        *,
        kind: Kind = "plain",
        icon: str = "",
        name: str = "",
    ) -> None:
        super().__init__(text)
        self._clock = clock
        self._shown_at = clock.seconds()
        self.setObjectName(name)
        style_button(self, kind, icon)
        self.clicked.connect(self._on_clicked)

    def guard(self) -> None:
        """Ignore presses for another 500 ms: the button has just come to where another one was."""
        self._shown_at = self._clock.seconds()

    def _on_clicked(self) -> None:
        if self._clock.seconds() - self._shown_at >= GUARD_SECONDS:
            self.confirmed.emit()

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        self.guard()
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.isAutoRepeat():
            event.accept()
            return
        enter = event.key() in ENTER
        if enter and not (self.autoDefault() or self.isDefault()):
            event.ignore()  # on some desktops Qt would press the button all the same
            return
        super().keyPressEvent(event)

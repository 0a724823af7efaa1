"""Lets nothing be confirmed that was out of sight in a low window."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from medusa_console.ui.kit.frame import bring_into_view


class SeenFirst:
    """What `part` of `dialog` shows is to be seen before `button` does it."""

    def __init__(self, dialog: QDialog, part: QWidget, button: QPushButton) -> None:
        self._dialog = dialog
        self._part = part
        self._button = button
        self._seen: object = None

    def allows(self, shown: object) -> bool:
        """Whether what is `shown` now was in sight as a whole. Else the dialog scrolls to it, and
        the next time it counts as seen, even if it is higher than the dialog."""
        if shown == self._seen or self._is_whole():
            return True
        self._seen = shown
        self._button.setFocus()  # a field with the focus would be scrolled into sight instead
        bring_into_view(self._dialog, self._part)
        return False

    def _is_whole(self) -> bool:
        return self._part.visibleRegion().boundingRect().contains(self._part.rect())

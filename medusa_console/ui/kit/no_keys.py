"""Keeps keys out of a field's text, wherever they come from."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QValidator

from medusa_console.domain import tokens


class NoKeys(QValidator):
    """Refuses a text that may hold a key, so that none becomes text, undo history or a search.

    Signals:
        refused: such a text was refused. Connect it queued, because a validator must not change its
            field.
    """

    refused = Signal()

    # Qt overrides

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        if tokens.may_hold_a_key(text):
            self.refused.emit()
            return QValidator.State.Invalid, text, position
        return QValidator.State.Acceptable, text, position

"""Where a key is used, in one line that stays on this computer."""

from __future__ import annotations

from typing import Final

from medusa_console.domain import tokens
from medusa_console.domain.errors import InputFault, NotSendable

LONGEST_NOTE: Final = 200
"""Characters."""


def check_note(text: str) -> None:
    """Raise NotSendable for a note that may hold a key: notes are shown and searched."""
    if tokens.may_hold_a_key(text):
        raise NotSendable(InputFault.KEY_IN_DETAILS, field="note")

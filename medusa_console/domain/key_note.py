"""Where a key is used, in one line that stays on this computer."""

from __future__ import annotations

from typing import Final

from medusa_console.domain.errors import InputFault, NotSendable
from medusa_console.domain.other_secrets import may_hold_a_secret

LONGEST_NOTE: Final = 200
"""Characters."""


def check_note(text: str) -> None:
    """Raise NotSendable for a note that may hold a secret: notes are shown and searched."""
    if may_hold_a_secret(text):
        raise NotSendable(InputFault.KEY_IN_DETAILS, field="note")

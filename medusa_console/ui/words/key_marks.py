"""The words for what deserves a look at keys."""

from __future__ import annotations

from medusa_console.domain.key_health import KeyMark
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words import labels
from medusa_console.ui.words.counts import counts


def mark(value: KeyMark, days: int) -> str:
    """'No sales channel', 'Older than 90 days', as a filter; a key is old after `days` days."""
    match value:
        case KeyMark.REVOKE_NOT_CONFIRMED:
            return translate("key_marks", "Revoke not confirmed")
        case KeyMark.NOT_SAVED:
            return translate("key_marks", "Not yet saved")
        case KeyMark.ENDS_SOON:
            return translate("key_marks", "Ends within 7 days")
        case KeyMark.NO_CHANNEL:
            return translate("key_marks", "No sales channel")
        case KeyMark.CREATOR_GONE:
            return translate("key_marks", "Creator gone")
        case KeyMark.OLD:
            return counts.older_than(days)


def with_count(value: KeyMark, days: int, number: int) -> str:
    """'No sales channel: 3'."""
    text = translate("key_marks", "{mark}: {count}")
    return text.format(mark=mark(value, days), count=labels.number(number))

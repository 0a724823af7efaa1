"""Ends of keys as a calendar file (iCalendar, RFC 5545), which reminds without this program."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from medusa_console.domain.reminders import AHEAD, UpcomingEnd

MOST_EVENTS: Final = 1_000

_LONGEST_LINE = 75  # bytes, without the line break
_LONGEST_TEXT = 200
_ESCAPED = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"})


@dataclass(frozen=True)
class Event:
    """One end of a key, and the words about it."""

    end: UpcomingEnd
    summary: str
    description: str


def calendar(events: Iterable[Event], origin: str, made_at: datetime) -> bytes:
    """A calendar with an alarm a week and a day before each end. Its entries keep their identity,
    so that a later file moves them; that names neither store nor key."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Medusa Console//EN"]
    for event in list(events)[:MOST_EVENTS]:
        lines += _event(event, origin, made_at)
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _event(event: Event, origin: str, made_at: datetime) -> list[str]:
    identity = hashlib.sha256(f"{origin} {event.end.key_id}".encode()).hexdigest()[:32]
    lines = [
        "BEGIN:VEVENT",
        f"UID:{identity}@medusa-console",
        f"DTSTAMP:{_moment(made_at)}",
        # A later file has the later number, whatever it moves.
        f"SEQUENCE:{int(made_at.timestamp()) // 60}",
        f"DTSTART:{_moment(event.end.at)}",
        "TRANSP:TRANSPARENT",
        f"SUMMARY:{_text(event.summary)}",
        f"DESCRIPTION:{_text(event.description)}",
    ]
    for ahead in AHEAD.values():
        lines += [
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            f"DESCRIPTION:{_text(event.summary)}",
            f"TRIGGER:-P{ahead // timedelta(days=1)}D",
            "END:VALARM",
        ]
    return [*lines, "END:VEVENT"]


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(text: str) -> str:
    """`text` as a value: escaped, without control characters, and cut."""
    cut = (sign if sign == "\n" or not sign.isspace() else " " for sign in text[:_LONGEST_TEXT])
    return "".join(sign for sign in cut if sign == "\n" or sign.isprintable()).translate(_ESCAPED)


def _folded(line: str) -> bytes:
    """`line` in lines of at most 75 bytes, none of which ends within a character."""
    folded, width = bytearray(), 0
    for sign in line:
        piece = sign.encode()
        if width + len(piece) > _LONGEST_LINE:
            folded += b"\r\n "
            width = 1
        folded += piece
        width += len(piece)
    return bytes(folded + b"\r\n")

"""What the clipboard holds, for a reader that takes text alone; how long a text may be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pydantic import SecretStr


LONGEST_CLIPBOARD: Final = 1024 * 1024
"""A longer text is not pasted, in bytes of UTF-8."""


def is_too_long(text: str) -> bool:
    """Whether `text` is longer than what may be pasted."""
    return len(text) > LONGEST_CLIPBOARD or len(text.encode(errors="replace")) > LONGEST_CLIPBOARD


class Content(Enum):
    """What there was on the clipboard."""

    TEXT = auto()
    NOTHING = auto()
    TOO_LONG = auto()
    FILES = auto()  # names of files, as a file manager copies them
    PICTURE = auto()
    FORMATTED = auto()  # HTML or rich text that brings no plain text
    OTHER = auto()


@dataclass(frozen=True)
class ClipboardText:
    """`text` is there only if `content` is TEXT."""

    content: Content
    text: SecretStr | None = None

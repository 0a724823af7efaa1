"""What the clipboard holds, for a reader that takes text alone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from pydantic import SecretStr

LONGEST_CLIPBOARD: Final = 1024 * 1024
"""A longer text is not read from the clipboard, in bytes of UTF-8."""


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

"""What the files of this program may say of a field, noted in the annotation of its type."""

from __future__ import annotations

import re
from collections.abc import Sized
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Limit:
    """`least` and `most` bound a number. `longest` bounds a text, in characters, and a collection,
    in entries. A whole text has to match `pattern`."""

    least: float | None = None
    most: float | None = None
    longest: int | None = None
    pattern: str | None = None

    def check(self, value: object) -> None:
        """Raises ValueError if `value` is beyond the limit."""
        if isinstance(value, int | float) and (
            (self.least is not None and value < self.least)
            or (self.most is not None and value > self.most)
        ):
            raise ValueError("too small or too large")
        if self.longest is not None and isinstance(value, Sized) and len(value) > self.longest:
            raise ValueError("too long")
        if (
            self.pattern is not None
            and isinstance(value, str)
            and re.fullmatch(self.pattern, value) is None
        ):
            raise ValueError("not as it has to be")


NOT_KEPT: Final = "not kept"
"""Marks a field that no file holds."""

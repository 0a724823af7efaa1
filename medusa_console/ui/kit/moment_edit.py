"""A date and a time of day as a wall clock of this computer shows them, and what that can mean."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from medusa_console.ui.kit.line_edit import LineEdit
from medusa_console.ui.kit.theme import scaled

_WIDTH = 190
_LONGEST = 40
_FORMATS: Final = (
    re.compile(
        r"(?P<y>[0-9]{4})-(?P<m>[0-9]{1,2})-(?P<d>[0-9]{1,2})[ T]+(?P<h>[0-9]{1,2}):(?P<n>[0-9]{2})"
    ),
    re.compile(
        r"(?P<d>[0-9]{1,2})\.(?P<m>[0-9]{1,2})\.(?P<y>[0-9]{4}) +(?P<h>[0-9]{1,2}):(?P<n>[0-9]{2})"
    ),
)
# Systems know the zones of some years only.
_UNKNOWN_YEAR: Final = (OSError, OverflowError, ValueError)
_STEPS: Final[dict[int, timedelta]] = {
    Qt.Key.Key_Up: timedelta(days=1),
    Qt.Key.Key_Down: timedelta(days=-1),
}


class MomentEdit(LineEdit):
    """Takes a date and time as 2026-11-30 14:30 or 30.11.2026 14:30; the arrow keys move it by a
    day. A line, because QDateTimeEdit reads a typed 2026-11-30 as another date, and moves what does
    not exist: what was typed stays, and the form says what is wrong with it."""

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(_LONGEST)
        self.setMinimumWidth(scaled(_WIDTH))

    @property
    def wall(self) -> datetime | None:
        """What is entered, without a zone; None for what is no date and time."""
        text = self.text().strip()
        for form in _FORMATS:
            if (match := form.fullmatch(text)) is not None:
                try:
                    return datetime(*(int(match[part]) for part in "ymdhn"))  # type: ignore[arg-type]
                except ValueError:
                    return None
        return None

    def set_wall(self, wall: datetime) -> None:
        """Enter `wall`, to the minute."""
        self.setText(wall.isoformat(" ", "minutes"))

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        step, wall = _STEPS.get(event.key()), self.wall
        if step is not None and wall is not None and not self.isReadOnly():
            try:
                self.set_wall(wall + step)
            except OverflowError:
                return  # the first or last day there is
        else:
            super().keyPressEvent(event)


def moment_of(wall: datetime) -> datetime | None:
    """The moment at which this computer's clock shows `wall`, the first of two; None for a time
    that a clock change skips."""
    try:
        moment = wall.astimezone(UTC)
        return moment if wall_of(moment) == wall else None
    except _UNKNOWN_YEAR:
        return wall.replace(tzinfo=UTC)


def comes_twice(wall: datetime) -> bool:
    """Whether this computer's clock shows `wall` twice, because it is put back."""
    try:
        return wall.astimezone(UTC) < wall.replace(fold=1).astimezone(UTC)
    except _UNKNOWN_YEAR:
        return False


def wall_of(moment: datetime) -> datetime:
    """What this computer's clock shows at `moment`, without its zone."""
    return moment.astimezone().replace(tzinfo=None, fold=0)

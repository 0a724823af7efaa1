"""The field in which a key's end is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from medusa_console.domain.key_end import LONGEST, SHORTEST, in_working_hours
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.moment_edit import MomentEdit, comes_twice, moment_of, wall_of
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words import labels

_FIRST_DATE = timedelta(days=7)


@dataclass(frozen=True)
class Span:
    """An offered end, so long after another moment; `after` is None for no end. An end that is not
    `exact` is moved into working hours."""

    text: str
    after: timedelta | None
    exact: bool = False


class EndField(Field):
    """Offers `spans`, and a date and time. Says at which local time the key ends, or what is wrong
    with a time.

    `now` is the time by the server's clock, from which the spans count; with `since`, they count
    from there. The span number `chosen` is chosen first.

    Signals:
        changed: another end was chosen.
    """

    changed = Signal()

    def __init__(
        self,
        label: str,
        spans: Sequence[Span],
        now: Callable[[], datetime],
        *,
        name: str,
        since: datetime | None = None,
        chosen: int = 0,
    ) -> None:
        self._menu = QComboBox()
        self._menu.addItems([span.text for span in spans])
        self._menu.addItem(translate("EndField", "A date and time"))
        self._menu.setCurrentIndex(chosen)
        self._edit = MomentEdit()
        self._edit.setObjectName(f"{name}.moment")
        self._edit.setAccessibleName(translate("EndField", "Date and time"))
        super().__init__(label, self._menu, name=name, beside=(self._edit,))
        self._spans = tuple(spans)
        self._now = now
        self._since = since
        self._end: datetime | None = None
        self._edit.hide()
        self._menu.currentIndexChanged.connect(self._on_chosen)
        self._edit.textChanged.connect(self._on_changed)
        self._on_chosen(0)

    @property
    def end(self) -> datetime | None:
        """When the key is to end, by the server's clock; None for no end. Ask `check` first."""
        return self._end

    @property
    def is_with_end(self) -> bool:
        """Whether anything but no end is chosen."""
        return self._span is None or self._span.after is not None

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What takes the focus, in order."""
        return (self._menu, self._edit)

    def choose(self, end: datetime) -> None:
        """Choose `end` as date and time."""
        self._end = end
        self._menu.setCurrentIndex(len(self._spans))

    def check(self) -> bool:
        """Whether the chosen end can be asked for now. If not, say why and give it the focus."""
        self._tell()
        if not self._is_invalid:
            return True
        (self._edit if self._span is None else self._menu).setFocus()
        announce(self.widget, self.error)
        return False

    def lock(self, locked: bool) -> None:
        """Let nothing be chosen while the form is being sent."""
        self._menu.setDisabled(locked)
        self._edit.setDisabled(locked)

    @property
    def _span(self) -> Span | None:
        """The chosen span; None where a date and time are."""
        index = self._menu.currentIndex()
        return self._spans[index] if index < len(self._spans) else None

    def _on_chosen(self, _index: int) -> None:
        span = self._span
        self._edit.setVisible(span is None)
        if span is not None:
            self._end = self._proposed(span)
        else:
            last = self._end or self._proposed(Span("", _FIRST_DATE)) or self._now()
            self._edit.set_wall(wall_of(last).replace(second=0, microsecond=0))
            self._read()
        self._tell()
        self.changed.emit()

    def _read(self) -> None:
        wall = self._edit.wall
        self._end = None if wall is None else moment_of(wall)

    def _on_changed(self) -> None:
        if self._span is None:
            self._read()
            self._tell()
            self.changed.emit()

    def _proposed(self, span: Span) -> datetime | None:
        if span.after is None:
            return None
        start = (self._since or self._now()).replace(microsecond=0)
        if span.exact:
            return start + span.after
        # The same time of day, whatever the clocks do in between.
        wall = in_working_hours(wall_of(start) + span.after)
        return moment_of(wall) or moment_of(wall + timedelta(hours=1))

    def _tell(self) -> None:
        problem = self._problem()
        self.clear_error()
        self.show_hint("" if problem else self._told())
        if problem:
            self.show_error(problem)

    def _problem(self) -> str:
        now = self._now()
        if not self.is_with_end:
            return ""
        if self._end is None:
            if (wall := self._edit.wall) is None:
                return translate("EndField", "Enter a date and time, for example 2026-11-30 14:30.")
            text = translate(
                "EndField", "{time} doesn't exist that day: the clocks go forward. Choose another."
            )
            return text.format(time=f"{wall:%H:%M}")
        if self._end <= now:
            return translate("EndField", "That time has passed. Choose a later one.")
        if self._end < now + SHORTEST:
            return translate("EndField", "Choose a time at least 1 minute from now.")
        if self._end > now + LONGEST:
            return translate("EndField", "Choose a time within 10 years.")
        return ""

    def _told(self) -> str:
        if self._end is None:
            return ""
        span, when = self._span, labels.with_weekday(self._end)
        if span is None:
            if (wall := self._edit.wall) is not None and comes_twice(wall):
                text = translate(
                    "EndField",
                    "Ends {when}. That time comes twice, because the clocks go back; this is the "
                    "first.",
                )
                return text.format(when=when)
            return translate("EndField", "Ends {when}").format(when=when)
        if not span.exact and self._is_moved(span):
            text = translate("EndField", "Ends {when}, the next working morning")
            return text.format(when=when)
        return translate("EndField", "Ends {when}").format(when=when)

    def _is_moved(self, span: Span) -> bool:
        start = self._since or self._now()
        wall = wall_of(start) + (span.after or timedelta())
        return in_working_hours(wall) != wall


def for_a_new_key(now: Callable[[], datetime]) -> EndField:
    """The ends that are offered for a key to be created; no end comes first."""
    return EndField(
        translate("EndField", "Valid for"),
        (
            Span(translate("EndField", "No end"), None),
            Span(translate("EndField", "30 days"), timedelta(days=30)),
            Span(translate("EndField", "90 days"), timedelta(days=90)),
            Span(translate("EndField", "180 days"), timedelta(days=180)),
        ),
        now,
        name="keyEnd",
    )


def for_a_working_key(now: Callable[[], datetime], label: str = "") -> EndField:
    """The ends that are offered for a key without one, or for several, with a `label` of theirs."""
    return EndField(
        label or translate("EndField", "Revoke it"),
        (
            Span(translate("EndField", "In 1 hour"), timedelta(hours=1), exact=True),
            Span(translate("EndField", "In 24 hours"), timedelta(days=1)),
            Span(translate("EndField", "In 7 days"), timedelta(days=7)),
        ),
        now,
        name="keyEnd",
        chosen=2,
    )


def for_a_revoked_key(now: Callable[[], datetime]) -> EndField:
    """The ends that are offered for a revoked publishable key; the longest comes first."""
    return EndField(
        translate("EndField", "Let it work for"),
        (
            Span(translate("EndField", "10 years"), LONGEST - SHORTEST, exact=True),
            Span(translate("EndField", "1 year"), timedelta(days=365)),
            Span(translate("EndField", "30 days"), timedelta(days=30)),
        ),
        now,
        name="keyEnd",
    )


def longer(now: Callable[[], datetime], end: datetime, label: str = "") -> EndField:
    """The later ends that are offered for a key that works until `end`, or for several, with a
    `label` of theirs."""
    return EndField(
        label or translate("EndField", "Let it work"),
        (
            Span(translate("EndField", "7 days longer"), timedelta(days=7)),
            Span(translate("EndField", "30 days longer"), timedelta(days=30)),
            Span(translate("EndField", "90 days longer"), timedelta(days=90)),
        ),
        now,
        name="keyEnd",
        since=end,
    )

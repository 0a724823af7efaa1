"""The words about ends of keys that are near."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QLocale, QObject

from medusa_console.domain.reminders import AHEAD, Lead, UpcomingEnd
from medusa_console.ui.kit.text import shown
from medusa_console.ui.words import labels
from medusa_console.ui.words.counts import counts

_MOST_LINES = 3
_LONGEST_TITLE = 80


class ReminderWords(QObject):
    """Every method takes at least one end, the next first. `now` is the server's time."""

    def headline(self, ends: Sequence[UpcomingEnd], now: datetime, until: datetime) -> str:
        """How many end today, before `until`, when the program is usually opened again, or within
        a week: of the first of these of which there are any, and how many follow."""
        today = [end for end in ends if _day(end.at) == _day(now)]
        before = [end for end in ends if end.at < until]
        if today:
            first, told = self.tr("%Ln key(s) end today", "", len(today)), len(today)
        elif before:
            text, told = self.tr("%Ln key(s) end by {day} morning", "", len(before)), len(before)
            first = text.format(day=QLocale().dayName(until.astimezone().isoweekday()))
        else:
            return self._within(ends, AHEAD[Lead.WEEK])
        if told == len(ends):
            return first
        more = self.tr("%Ln more within a week", "", len(ends) - told)
        return f"{first} · {more}"

    def lines(self, ends: Sequence[UpcomingEnd]) -> str:
        """Which, and when, a line each; and that nobody reminds while the program is closed."""
        lines = [
            self.tr("{when}: “{title}”").format(
                title=shown(end.title, limit=_LONGEST_TITLE), when=labels.with_weekday(end.at)
            )
            for end in ends[:_MOST_LINES]
        ]
        if len(ends) > _MOST_LINES:
            lines.append(counts.and_more(len(ends) - _MOST_LINES))
        return "\n".join((*lines, self.only_while_open()))

    def only_while_open(self) -> str:
        """What a reminder of this program is worth."""
        return self.tr("Reminders appear only while Medusa Console is open.")

    def notification(
        self, ends: Sequence[UpcomingEnd], now: datetime, store: str
    ) -> tuple[str, str]:
        """Title and text of a desktop's notification, which names keys only with a `store`."""
        day = [end for end in ends if end.lead(now) is Lead.DAY]
        title = self._within(day, AHEAD[Lead.DAY]) if day else self._within(ends, AHEAD[Lead.WEEK])
        if not store:
            return title, self.tr("Open Medusa Console to see which.")
        first = ends[0]
        text = self.tr("{store}: “{title}”, {when}").format(
            store=shown(store, limit=_LONGEST_TITLE),
            title=shown(first.title, limit=_LONGEST_TITLE),
            when=labels.with_weekday(first.at),
        )
        more = [counts.and_more(len(ends) - 1)] if len(ends) > 1 else []
        return title, "\n".join((text, *more))

    def calendar_question(self, number: int) -> str:
        """What a calendar file is good for."""
        return self.tr(
            "%Ln end(s) of keys, with an alarm a week and a day before each. Your calendar then "
            "reminds you without Medusa Console.",
            "",
            number,
        )

    def _within(self, ends: Sequence[UpcomingEnd], time: timedelta) -> str:
        if time <= AHEAD[Lead.DAY]:
            return self.tr("%Ln key(s) end within a day", "", len(ends))
        return self.tr("%Ln key(s) end within a week", "", len(ends))


def _day(moment: datetime) -> object:
    return moment.astimezone().date()


words = ReminderWords()

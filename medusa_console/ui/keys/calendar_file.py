"""Saves the ends of keys as a calendar file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from medusa_console.clock import Clock
from medusa_console.domain.calendar_file import Event, calendar
from medusa_console.domain.errors import ExportUnwritable
from medusa_console.domain.reminders import UpcomingEnd
from medusa_console.domain.store import Store
from medusa_console.services.export_file import write_file
from medusa_console.ui.kit.ask import answer
from medusa_console.ui.kit.banner import Notice, NoticeKind
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.check_box import CheckBox
from medusa_console.ui.kit.frame import fill
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.save_file import file_to_write
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words.errors import explain
from medusa_console.ui.words.reminders import words

_SUFFIX = "ics"
_ABOUT = "calendar file"


class CalendarQuestion(QDialog):
    """Asks whether a calendar file is to name keys and store."""

    def __init__(self, parent: QWidget, store: Store, ends: Sequence[UpcomingEnd]) -> None:
        super().__init__(parent)
        heading = self.tr("Save a calendar file?")
        self.setObjectName("calendarFile")
        self.setWindowTitle(heading)
        self._named = CheckBox(self.tr("Include key titles and the store's name"))
        self._named.setObjectName("calendarFile.named")
        cancel = push_button(self.tr("Cancel"), self.reject, name="cancel")
        save = push_button(
            self.tr("Choose file…"), self.accept, kind="primary", name="calendarFile.save"
        )
        save.setDefault(True)
        body = (
            PlainLabel(heading, role="title", wrap=True),
            PlainLabel(words.calendar_question(len(ends)), wrap=True, name="calendarFile.text"),
            self._named,
            PlainLabel(
                self.tr(
                    "Calendars are often shared. Without this, the file shows only the redacted "
                    "form of each key, such as {redacted}."
                ).format(redacted=ends[0].redacted),
                role="muted",
                wrap=True,
                name="calendarFile.note",
            ),
        )
        fill(self, store, body, right=(cancel, save))
        save.setFocus()

    async def ask(self) -> bool | None:
        """Whether the file is to name them; None if none is wanted."""
        accepted = await answer(self) == QDialog.DialogCode.Accepted
        return self._named.isChecked() if accepted else None


async def save_calendar(
    parent: QWidget, store: Store, ends: Sequence[UpcomingEnd], now: datetime, clock: Clock
) -> Notice | None:
    """Ask, and write the file, readable for its owner only; what to tell, None if the user does
    not want it. There must be an end."""
    named = await CalendarQuestion(parent, store, ends).ask()
    if named is None:
        return None
    dialog = QFileDialog(parent, translate("calendar_file", "Save calendar file"))
    dialog.setNameFilter(translate("calendar_file", "Calendars (*.ics)"))
    dialog.setDefaultSuffix(_SUFFIX)
    dialog.selectFile(f"key-ends.{_SUFFIX}")
    if (path := await file_to_write(dialog, parent, store, clock)) is None:
        return None
    events = [_event(end, store.name if named else "") for end in ends]
    try:
        await write_file(path, lambda: calendar(events, store.origin, now))
    except ExportUnwritable as error:
        failure = explain(error)
        return Notice(NoticeKind.DANGER, failure.title, failure.text, about=_ABOUT)
    return Notice(
        NoticeKind.INFO,
        translate("calendar_file", "Calendar file saved as {file}").format(file=shown(path.name)),
        translate(
            "calendar_file",
            "Open it with your calendar. If an end is moved later, save a new file.",
        ),
        about=_ABOUT,
    )


def _event(end: UpcomingEnd, store: str) -> Event:
    if store:
        summary = translate("calendar_file", "API key “{title}” of {store} ends")
        summary = summary.format(title=shown(end.title, limit=120), store=shown(store, limit=60))
    else:
        summary = translate("calendar_file", "API key {redacted} ends").format(
            redacted=shown(end.redacted)
        )
    told = translate("calendar_file", "It stops working then. Medusa Console can move its end.")
    return Event(end, summary, told)

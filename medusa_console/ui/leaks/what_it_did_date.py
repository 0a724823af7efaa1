"""Since when a key is known to have leaked: from the report, entered, or unknown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.moment_edit import MomentEdit, moment_of, wall_of
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words import labels

_UNKNOWN = "unknown"
_ENTERED = "entered"
_REPORTED = "reported"


class LeakDateField(Field):
    """Offers the date that the report tells, one to enter, and 'Unknown'.

    Signals:
        changed: another date counts from now on.
    """

    changed = Signal()

    def __init__(
        self, now: Callable[[], datetime], reported: datetime | None, chosen: datetime | None
    ) -> None:
        """`now` is the time by the server's clock. `reported` is the earliest date of the report,
        `chosen` the one that counts at first; each is None where it is unknown."""
        self._now = now
        self._reported = reported
        self._menu = QComboBox()
        if reported is not None:
            text = translate("LeakDateField", "{time}, from the report")
            self._menu.addItem(text.format(time=labels.exact(reported)), _REPORTED)
        self._menu.addItem(translate("LeakDateField", "Unknown"), _UNKNOWN)
        self._menu.addItem(translate("LeakDateField", "A date and time"), _ENTERED)
        self._edit = MomentEdit()
        self._edit.setObjectName("did.leaked.moment")
        self._edit.setAccessibleName(translate("LeakDateField", "Date and time"))
        self._moment = chosen
        label = translate("LeakDateField", "Leaked since (first known date)")
        super().__init__(label, self._menu, name="did.leaked", beside=(self._edit,))
        self._edit.hide()
        if chosen is None:
            self._menu.setCurrentIndex(self._menu.findData(_UNKNOWN))
        elif chosen != reported:
            self._menu.setCurrentIndex(self._menu.findData(_ENTERED))
            self._edit.set_wall(wall_of(chosen))
            self._edit.show()
        self._menu.currentIndexChanged.connect(lambda _: self._on_chosen())
        self._edit.textChanged.connect(lambda _: self._on_typed())
        self._tell()

    @property
    def moment(self) -> datetime | None:
        """The leak's first known date, by the server's clock; None where it is unknown, and while
        what is entered is none."""
        return self._moment

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What takes the focus, in order."""
        return (self._menu, self._edit)

    def _on_chosen(self) -> None:
        entered = self._menu.currentData() == _ENTERED
        self._edit.setVisible(entered)
        if entered:
            # A date that nobody has entered would stand in the report as the leak's.
            if not self._edit.text() and self._moment is not None:
                self._edit.set_wall(wall_of(self._moment).replace(second=0, microsecond=0))
            self._read()
        else:
            known = self._menu.currentData() == _REPORTED
            self._take(self._reported if known else None)

    def _on_typed(self) -> None:
        if self._menu.currentData() == _ENTERED:
            self._read()

    def _read(self) -> None:
        wall = self._edit.wall
        moment = moment_of(wall) if wall is not None else None
        self._take(moment if moment is not None and moment <= self._now() else None)

    def _take(self, moment: datetime | None) -> None:
        before, self._moment = self._moment, moment
        self._tell()
        if moment != before:
            self.changed.emit()

    def _tell(self) -> None:
        self.clear_error()
        choice = self._menu.currentData()
        if choice == _ENTERED and not self._edit.text():
            self.show_hint(self._problem())
        elif choice == _ENTERED and self._moment is None:
            self.show_hint("")
            self.show_error(self._problem())
        elif self._moment is None:
            self.show_hint(
                translate(
                    "LeakDateField",
                    "Without a date, nothing is told as before or after the leak, and no key is "
                    "ticked for you. Enter when strangers could first read the key.",
                )
            )
        elif choice == _REPORTED:
            self.show_hint(
                translate(
                    "LeakDateField",
                    "The earliest date in the report. Whoever wrote a commit can have set it.",
                )
            )
        else:
            text = translate("LeakDateField", "Split into before and after {time}")
            self.show_hint(text.format(time=labels.with_weekday(self._moment)))

    def _problem(self) -> str:
        wall = self._edit.wall
        if wall is None:
            return translate(
                "LeakDateField", "Enter a date and time, for example 2026-11-30 14:30."
            )
        if (moment := moment_of(wall)) is None:
            text = translate(
                "LeakDateField",
                "{time} doesn't exist that day: the clocks go forward. Choose another.",
            )
            return text.format(time=f"{wall:%H:%M}")
        text = translate("LeakDateField", "{time} has not come yet. Choose an earlier time.")
        return text.format(time=labels.exact(moment))

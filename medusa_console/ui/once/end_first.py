"""Sets the end of a key that was just created, before its secret may be copied."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from enum import Enum, auto

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from medusa_console.domain.api_key import ApiKey
from medusa_console.domain.errors import ConsoleError, OutcomeUnknown, SignInNeeded
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.button import GuardedButton
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column, row
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.theme_tokens import EIGHT
from medusa_console.ui.words import labels
from medusa_console.ui.words.errors import explain


class EndState(Enum):
    """How far the end of a new key is."""

    SETTING = auto()
    MISSING = auto()
    SET = auto()
    WITHOUT = auto()


class EndFirst(QWidget):
    """Lets a new key end at `end`, and says how far that is: being set, not set, set.

    `set_end` returns the key with its end, or raises; it may be repeated. `go_without` is called
    when the user chooses to go on with a key that has no end.

    Signals:
        changed: `state` is another.
    """

    changed = Signal()

    def __init__(
        self,
        end: datetime,
        set_end: Callable[[], Awaitable[ApiKey]],
        go_without: Callable[[], None],
        tasks: TaskScope,
    ) -> None:
        super().__init__()
        self._end = end
        self._set_end = set_end
        self._go_without = go_without
        self._tasks = tasks
        self.state = EndState.SETTING
        self._line = PlainLabel(wrap=True, name="end.state")
        self._why = PlainLabel(role="muted", wrap=True, name="end.why")
        self._again = GuardedButton(
            self.tr("Try again"), tasks.clock, icon="refresh-cw", name="end.again"
        )
        self._again.confirmed.connect(self.begin)
        self._without = GuardedButton(
            self.tr("Keep without an end"), tasks.clock, kind="quiet", name="end.without"
        )
        self._without.confirmed.connect(self._on_without)
        for button in (self._again, self._without):
            button.setAutoDefault(False)
        self.buttons = (self._again, self._without)
        self.setLayout(
            column(self._line, self._why, row(self._again, self._without, None), spacing=EIGHT)
        )
        self._show(EndState.SETTING)

    @property
    def is_settled(self) -> bool:
        """Whether the key has its end, or the user goes on without."""
        return self.state in (EndState.SET, EndState.WITHOUT)

    def take_focus(self) -> None:
        """Take the focus: what follows in the dialog revokes the key."""
        if self.state is EndState.MISSING:
            self._again.setFocus()
        else:
            self.window().setFocus()

    def begin(self) -> None:
        """Ask the store for the end, unless it is being asked."""
        self._show(EndState.SETTING)
        self._tasks.start(self._set(), replacing="end of a new key")

    def stop(self) -> None:
        """Let nothing be pressed, because the key is being revoked."""
        for button in self.buttons:
            button.setEnabled(False)

    def go_on(self) -> None:
        """Let the user choose again, because the key was not revoked."""
        for button in self.buttons:
            button.setEnabled(True)

    async def _set(self) -> None:
        try:
            key = await self._set_end()
        except Exception as error:
            cause = error.cause if isinstance(error, OutcomeUnknown) else error
            self._why.setText(self._told(cause))
            self._show(EndState.MISSING)
            if not isinstance(error, ConsoleError) or isinstance(error, SignInNeeded):
                raise  # the session asks for the password over the dialog
        else:
            self._end = key.revoked_at or self._end
            self._show(EndState.SET)

    def _told(self, cause: Exception) -> str:
        text = self.tr("{why} It is to end on {when}.")
        why = explain(cause).sentence
        return text.format(why=why, when=labels.with_weekday(self._end))

    def _on_without(self) -> None:
        self._go_without()
        self._show(EndState.WITHOUT)

    def _show(self, state: EndState) -> None:
        self.state = state
        missing = state is EndState.MISSING
        when = labels.with_weekday(self._end)
        text, role = {
            EndState.SETTING: (self.tr("Setting its end: {when}…"), "muted"),
            EndState.MISSING: (self.tr("This key has no end yet"), "danger-strong"),
            EndState.SET: (self.tr("Works until {when}."), "good"),
            EndState.WITHOUT: (self.tr("This key has no end."), "caution"),
        }[state]
        set_style(self._line, role=role)
        self._line.setText(text.format(when=when))
        if state is not EndState.SETTING:
            announce(self, self._line.text(), assertive=missing)
        for part in (self._why, *self.buttons):
            part.setVisible(missing)
        self.changed.emit()

"""Shows the steps of a task and how far it is, by sign and word."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from operator import attrgetter

from PySide6.QtWidgets import QWidget

from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column, row
from medusa_console.ui.kit.sign import Sign
from medusa_console.ui.kit.theme_tokens import EIGHT, FOUR

_ICON_SIZE = 16


class _State(Enum):
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    WAS_THERE = "was there"
    FAILED = "failed"


_SIGNS = {
    _State.RUNNING: ("clock", attrgetter("muted")),
    _State.DONE: ("circle-check", attrgetter("good")),
    _State.WAS_THERE: ("info", attrgetter("muted")),
    _State.FAILED: ("triangle-alert", attrgetter("danger")),
}


class StepList(QWidget):
    """Hidden until a task begins; afterwards shows the last state reached."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("steps")
        self._names: tuple[str, ...] = ()
        self._reached = 0
        self._lines: list[_Line] = []
        self._layout = column(spacing=FOUR)
        self.setLayout(self._layout)
        self.hide()

    def enter(self, names: Sequence[str], number: int) -> None:
        """Mark step `number` (from 0) of the steps `names` as running."""
        self._set(names, number)
        self._show(_State.RUNNING)
        self.show()

    def fail(self) -> None:
        """Mark the running step as failed."""
        self._show(_State.FAILED)

    def finish(self, *, was_there: int | None = None) -> None:
        """Mark all steps as done; the result of step `was_there` existed before."""
        self._reached = len(self._names)
        self._show(_State.DONE)
        if was_there is not None:
            self._lines[was_there].show_state(_State.WAS_THERE)

    def _set(self, names: Sequence[str], number: int) -> None:
        self._reached = number
        if tuple(names) == self._names:
            return
        self._names = tuple(names)
        for line in self._lines:
            self._layout.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [_Line(name) for name in names]
        for line in self._lines:
            self._layout.addWidget(line)

    def _show(self, state: _State) -> None:
        for number, line in enumerate(self._lines):
            if number < self._reached:
                line.show_state(_State.DONE)
            else:
                line.show_state(state if number == self._reached else _State.WAITING)
        if self._reached < len(self._lines):
            announce(self, self._lines[self._reached].text)


class _Line(QWidget):
    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._sign = Sign(_ICON_SIZE)
        self._label = PlainLabel(name, name="step")
        line = row(self._sign, self._label, spacing=EIGHT)
        line.setStretch(1, 1)
        self.setLayout(line)

    @property
    def text(self) -> str:
        return self._label.text()

    def show_state(self, state: _State) -> None:
        word = {
            _State.WAITING: self._name,
            _State.RUNNING: self.tr("{step}: running").format(step=self._name),
            _State.DONE: self.tr("{step}: done").format(step=self._name),
            _State.WAS_THERE: self.tr("{step}: was there").format(step=self._name),
            _State.FAILED: self.tr("{step}: failed").format(step=self._name),
        }
        self._label.setText(word[state])
        self._sign.show_icon(_SIGNS.get(state))

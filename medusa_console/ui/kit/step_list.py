"""Shows the steps of a task and how far it is, by sign and word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from operator import attrgetter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column, row
from medusa_console.ui.kit.sign import Sign
from medusa_console.ui.kit.style import set_style
from medusa_console.ui.kit.theme import scaled
from medusa_console.ui.kit.theme_tokens import EIGHT, FOUR

_ICON_SIZE = 16


class _State(Enum):
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    EXISTED = "existed"
    FAILED = "failed"
    UNKNOWN = "unknown"


_SIGNS = {
    _State.RUNNING: ("clock", attrgetter("muted")),
    _State.DONE: ("circle-check", attrgetter("good")),
    _State.EXISTED: ("info", attrgetter("muted")),
    _State.FAILED: ("triangle-alert", attrgetter("danger")),
    _State.UNKNOWN: ("triangle-alert", attrgetter("danger")),
}
_CALM = ("circle-check", attrgetter("muted"))


@dataclass(frozen=True)
class StepWords:
    """What a step is called in each of its states. `existed`: its result existed before.
    `unknown`: it failed, or its answer was lost."""

    waiting: str
    running: str
    done: str
    existed: str
    failed: str
    unknown: str


class StepList(QWidget):
    """Hidden until a task begins; afterwards shows the last state reached."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("steps")
        self._steps: tuple[StepWords, ...] = ()
        self._reached = 0
        self._lines: list[_Line] = []
        self._good = True
        self._layout = column(spacing=FOUR)
        self.setLayout(self._layout)
        self.hide()

    def enter(self, steps: Sequence[StepWords], number: int) -> None:
        """Mark step `number` (from 0) of `steps` as running."""
        self._set(steps, number)
        self.show()
        self._show(_State.RUNNING)

    def fail(self, *, unknown: bool) -> None:
        """Mark the running step as failed; `unknown`: it may have been done."""
        self._show(_State.UNKNOWN if unknown else _State.FAILED)

    def finish(self, *, existed: int | None = None) -> None:
        """Mark all steps as done; the result of step `existed` existed before."""
        self._reached = len(self._steps)
        self._show(_State.DONE)
        if existed is not None:
            self._lines[existed].show_state(_State.EXISTED)

    def show_good(self, good: bool) -> None:
        """Whether what is done is good: without, its signs have no colour of success."""
        self._good = good
        for line in self._lines:
            line.show_good(good)

    def _set(self, steps: Sequence[StepWords], number: int) -> None:
        self._reached = number
        if tuple(steps) == self._steps:
            return
        self._steps = tuple(steps)
        for line in self._lines:
            self._layout.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [_Line(words) for words in steps]
        for line in self._lines:
            line.show_good(self._good)
            self._layout.addWidget(line)

    def _show(self, state: _State) -> None:
        for number, line in enumerate(self._lines):
            if number < self._reached:
                line.show_state(_State.DONE)
            else:
                line.show_state(state if number == self._reached else _State.WAITING)
        # What is locked away is in no window.
        if self._reached < len(self._lines) and self.window().isVisible():
            announce(self, self._lines[self._reached].text)


class _Line(QWidget):
    def __init__(self, words: StepWords) -> None:
        super().__init__()
        self._words = words
        self._state = _State.WAITING
        self._good = True
        self._sign = Sign(scaled(_ICON_SIZE))
        self._label = PlainLabel(words.waiting, wrap=True, name="step")
        line = row(self._sign, self._label, spacing=EIGHT)
        line.setStretch(1, 1)
        line.setAlignment(self._sign, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)

    @property
    def text(self) -> str:
        return self._label.text()

    def show_good(self, good: bool) -> None:
        self._good = good
        self.show_state(self._state)

    def show_state(self, state: _State) -> None:
        self._state = state
        words: str = getattr(self._words, state.value)
        self._label.setText(words)
        set_style(self._label, role="muted" if state is _State.WAITING else "")
        calm = state is _State.DONE and not self._good
        self._sign.show_icon(_CALM if calm else _SIGNS.get(state))

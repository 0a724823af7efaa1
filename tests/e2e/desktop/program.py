"""The program as a process of its own, read and worked by what its screen shows."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from tests.e2e.desktop.screenreader import Control, Gone, Screenreader
from tests.e2e.desktop.session import Desktop, end

T = TypeVar("T")

ROOT = Path(__file__).resolve().parents[3]
# To Qt, a button that stays down is a check box.
_BUTTONS = ("push button", "button", "toggle button", "check box")
_FIELDS = ("text", "password text", "combo box", "table")
_PATIENCE_S = 60.0
# How long the program is left alone between two looks at it.
_MOMENT_S = 0.03
# A guarded button takes no press in its first half second.
_BETWEEN_PRESSES_S = 0.3


_FROM_SOURCE = (sys.executable, "-W", "error", "main.py")


class Program:
    """The program on a desktop, with `data` as its data folder and other `options`; `command`
    starts it."""

    def __init__(
        self,
        desktop: Desktop,
        data: Path,
        output: Path,
        *options: str,
        command: Sequence[str] = _FROM_SOURCE,
    ) -> None:
        self.desktop = desktop
        self._output = output
        with output.open("ab") as file:
            self.process = subprocess.Popen(
                [*command, "--data-folder", str(data), *options],
                cwd=ROOT,
                env=desktop.environment,
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=subprocess.STDOUT,
            )
        self._reader = Screenreader(desktop, self.process.pid)

    @property
    def output(self) -> str:
        """All that it has written to its terminal."""
        return self._output.read_text()

    def close(self) -> None:
        """End it if it still runs."""
        self._reader.close()
        end(self.process)

    def send(self, number: signal.Signals) -> None:
        """Send it a signal."""
        self.process.send_signal(number)

    def ends(self) -> int:
        """Wait for its end; the exit code."""
        return self.process.wait(_PATIENCE_S)

    # Looking

    @property
    def front(self) -> list[Control]:
        """What the active window shows, itself first."""
        return self._reader.front()

    @property
    def title(self) -> str:
        """The title of the active window, "" when the program has none."""
        return self._reader.title()

    @property
    def words(self) -> list[str]:
        """What the active window says, in reading order."""
        return [control.name for control in self.front if control.role == "label"]

    @property
    def nameless(self) -> list[Control]:
        """Controls of the active window that a screen reader could not tell apart."""
        return [
            control
            for control in self.front
            if (control.focusable or control.role in _BUTTONS) and not control.called
        ]

    def tree(self) -> str:
        """Every text of the accessible tree, shown or hidden."""
        return self._reader.everything()

    def fact(self, label: str) -> str:
        """What stands beside `label` in the drawer, "" while there is none."""
        words = self.words[::-1]  # the page, which comes first, has words of its own
        return words[words.index(label) - 1] if label in words else ""

    def has(self, button: str) -> bool:
        """Whether the active window shows that button."""
        return bool(_called(self.front, button, *_BUTTONS))

    def holds(self, field: str, text: str) -> None:
        """Wait until exactly `text` can be read in the field."""
        self.until(lambda: (f := self._find(field, *_FIELDS)) and f.text == text, repr(text))

    def box(self, field: str) -> tuple[int, int, int, int]:
        """Where the field is on the screen: x, y, width and height."""
        found = self.until(lambda: self._find(field, *_FIELDS), f"field {field!r}")
        assert found is not None
        return found.box

    def until(self, condition: Callable[[], T], what: str = "") -> T:
        """Wait until `condition()` is true and return its value.

        Fails with what is on the screen after a minute, and at once when the program has ended.
        """
        deadline = time.monotonic() + _PATIENCE_S
        while not (value := condition()):
            if not self._goes_on() or time.monotonic() > deadline:
                raise AssertionError(f"never: {what}\n{self._state()}")
        return value

    def shows(self, title: str) -> None:
        """Wait until the window of that title is the active one."""
        self.until(lambda: self.title == title, f"window {title!r}")

    def asks(self, title: str) -> None:
        """Wait until the dialog of that title is the active one."""
        self.shows(f"{title} — Medusa Console")

    def says(self, *texts: str) -> None:
        """Wait until each of `texts` can be read in the active window."""
        self.until(lambda: all(text in "\n".join(self.words) for text in texts), f"{texts}")

    # Doing

    def press(self, name: str) -> None:
        """Press a button once it can be pressed."""
        self.until(lambda: self._press(name), f"button {name!r}")

    def insist(self, name: str) -> None:
        """Press a button until it is taken: the button goes, or reads otherwise.

        For those that ignore what comes too early to be meant.
        """
        self.press(name)
        pressed_at = time.monotonic()

        def taken() -> bool:
            nonlocal pressed_at
            if time.monotonic() - pressed_at > _BETWEEN_PRESSES_S and self._press(name):
                pressed_at = time.monotonic()
            there = self.front  # nothing, while the tree changes under whoever reads it
            return bool(there) and not any(c.enabled for c in _called(there, name, *_BUTTONS))

        self.until(taken, f"{name!r} does something")

    def tick(self, name: str) -> None:
        """Tick a check box."""
        self.press(name)
        self.until(lambda: (box := self._enabled(name)) and box.checked, f"{name!r} ticked")

    def focus(self, name: str) -> None:
        """Give the field `name` the keyboard."""
        self.until(lambda: self._focus(name), f"field {name!r}")

    def fill(self, name: str, text: str) -> None:
        """Type `text` into the field `name`, in place of what is there."""
        self.focus(name)
        self.desktop.keys("ctrl+a", "Delete")
        self.desktop.type(text)
        # A password reads as bullets.
        self.until(lambda: (f := self._find(name, *_FIELDS)) and len(f.text) == len(text), text)

    def choose(self, name: str, item: str) -> None:
        """Set the combo box `name`: Tab to it, and type. Qt does not let AT-SPI focus it."""
        self.until(lambda: self._focused == name or self._tab() == name, f"combo box {name!r}")
        self.desktop.type(item)
        chosen = f"{name!r} set to {item!r}"
        self.until(lambda: (box := self._find(name, "combo box")) and box.name == item, chosen)

    def _press(self, name: str) -> bool:
        button = self._enabled(name)
        return button is not None and _done(lambda: self._reader.act(button))

    def _focus(self, name: str) -> bool:
        field = self._find(name, *_FIELDS)
        if field is not None and not field.focused:
            _done(lambda: self._reader.focus(field))
        return field is not None and field.focused

    def _tab(self) -> str:
        before = self._focused
        self.desktop.keys("Tab")
        self.until(lambda: self._focused not in (before, ""), "Tab goes on")
        return self._focused

    @property
    def _focused(self) -> str:
        return next((control.called for control in self.front if control.focused), "")

    def _find(self, name: str, *roles: str) -> Control | None:
        found = _called(self.front, name, *roles)
        # One that moves while the tree is read is there twice; two of the same name stay.
        return found[0] if len(found) == 1 else None

    def _enabled(self, name: str) -> Control | None:
        button = self._find(name, *_BUTTONS)
        return button if button is not None and button.enabled else None

    def _goes_on(self) -> bool:
        try:
            self.process.wait(_MOMENT_S)
        except subprocess.TimeoutExpired:
            return True
        return False

    def _state(self) -> str:
        there = "\n".join(f"{c.role} {c.called!r} {c.text!r}" for c in self.front)
        return f"exit code {self.process.poll()}\nin front:\n{there}\noutput:\n{self.output}"


def _called(controls: Sequence[Control], name: str, *roles: str) -> list[Control]:
    return [control for control in controls if control.called == name and control.role in roles]


def _done(touch: Callable[[], None]) -> bool:
    try:
        touch()
    except Gone:
        return False
    return True

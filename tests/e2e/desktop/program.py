"""The program as a process of its own, read and worked by what its screen shows."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.e2e.desktop.session import Desktop, end
from tests.e2e.desktop.waiting import until

ROOT = Path(__file__).resolve().parents[3]
WALKER = Path(__file__).with_name("walker.py")
# The only Python that Debian's bindings of AT-SPI are made for.
SYSTEM_PYTHON = "/usr/bin/python3"

# To Qt, a button that stays down is a check box.
_BUTTONS = ("push button", "button", "toggle button", "check box")
_FIELDS = ("text", "password text", "combo box", "table")
# A guarded button takes no press in its first half second.
_BETWEEN_PRESSES_S = 0.3


@dataclass(frozen=True)
class Control:
    """One thing that the active window shows."""

    path: tuple[int, ...]
    role: str
    name: str
    label: str
    description: str
    text: str
    enabled: bool
    checked: bool
    focused: bool
    focusable: bool
    box: tuple[int, int, int, int]

    @property
    def called(self) -> str:
        """What a screen reader calls it. Of a combo box, the name is what it is set to."""
        return self.label if self.role == "combo box" else self.name


class Gone(Exception):
    """It vanished between looking and touching."""


class Screenreader:
    """The accessible tree of the process `pid`, through the system's Python."""

    def __init__(self, desktop: Desktop, pid: int) -> None:
        self._pid = pid
        self._walker = subprocess.Popen(
            [SYSTEM_PYTHON, WALKER],
            env=desktop.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def front(self) -> list[Control]:
        """The active window, itself first; [] when the program has none."""
        try:
            told = self._ask("front")
        except Gone:
            return []
        return [
            Control(**(one | {"path": tuple(one["path"]), "box": tuple(one["box"])}))
            for one in told
        ]

    def act(self, control: Control) -> None:
        """Press or tick it; raises Gone."""
        self._ask("act", path=control.path)

    def focus(self, control: Control) -> None:
        """Give it the keyboard; raises Gone."""
        self._ask("focus", path=control.path)

    def everything(self) -> str:
        """Every text of every window, shown or hidden."""
        told: list[str] = until(self._whole_tree, what="the accessible tree")
        return "\n".join(told)

    def close(self) -> None:
        """End the walker."""
        assert self._walker.stdin is not None
        assert self._walker.stdout is not None
        self._walker.stdin.close()
        self._walker.stdout.close()
        self._walker.wait()

    def _whole_tree(self) -> Any:
        try:
            return self._ask("everything")
        except Gone:
            return None

    def _ask(self, what: str, **details: Any) -> Any:
        assert self._walker.stdin is not None
        assert self._walker.stdout is not None
        self._walker.stdin.write(json.dumps({"do": what, "pid": self._pid, **details}) + "\n")
        self._walker.stdin.flush()
        told = json.loads(self._walker.stdout.readline())
        if "gone" in told:
            raise Gone(told["gone"])
        return told["answer"]


class Program:
    """`python main.py` on a desktop, with `data` as its data folder."""

    def __init__(self, desktop: Desktop, data: Path, output: Path) -> None:
        self.desktop = desktop
        self._output = output
        with output.open("ab") as file:
            self.process = subprocess.Popen(
                [sys.executable, "-W", "error", "main.py", "--data-folder", str(data)],
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

    def ends(self, *, within: float = 10.0) -> int:
        """Wait for its end; the exit code."""
        return self.process.wait(within)

    def send(self, number: signal.Signals) -> None:
        """Send it a signal."""
        self.process.send_signal(number)

    # Looking

    @property
    def front(self) -> list[Control]:
        return self._reader.front()

    @property
    def title(self) -> str:
        """The title of the active window, "" when the program has none."""
        front = self.front
        return front[0].name if front else ""

    @property
    def words(self) -> list[str]:
        """What the active window says."""
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

    def says(self, *texts: str) -> None:
        """Wait until each of `texts` can be read in the active window."""
        for text in texts:
            self._until(lambda text=text: any(text in words for words in self.words), text)  # type: ignore[misc]

    def shows(self, title: str) -> None:
        """Wait until the window of that title is the active one."""
        self._until(lambda: self.title == title, title)

    def asks(self, title: str) -> None:
        """Wait until the dialog of that title is the active one."""
        self.shows(f"{title} — Medusa Console")

    def find(self, name: str, *roles: str) -> Control | None:
        """The one control of these roles in the active window that is called `name`."""
        found = [
            control for control in self.front if control.called == name and control.role in roles
        ]
        assert len(found) < 2, f"{len(found)} are called {name!r}"
        return found[0] if found else None

    def fact(self, label: str) -> str:
        """What stands beside `label` in the drawer."""
        words = self.words[::-1]  # the page, which comes first, has words of its own
        return words[words.index(label) - 1] if label in words else ""

    # Doing

    def press(self, name: str) -> None:
        """Press a button once it can be pressed."""

        def pressed() -> bool:
            button = self._enabled(name)
            if button is not None:
                self._reader.act(button)
            return button is not None

        self._until(lambda: _present(pressed), name)

    def insist(self, name: str) -> None:
        """Press a button until it is taken: the button goes, or reads otherwise.

        For those that ignore what comes too early to be meant.
        """
        deadline = time.monotonic() + 10.0
        self.press(name)
        while time.monotonic() < deadline:
            if self._is_gone(name):
                return
            self.press(name)
        raise TimeoutError(f"{name!r} does nothing")

    def tick(self, name: str) -> None:
        """Tick a check box."""
        self.press(name)
        self._until(lambda: (box := self.find(name, "check box")) and box.checked, name)

    def fill(self, name: str, text: str) -> None:
        """Type `text` into the field `name`, in place of what is there."""
        self.focus(name)
        self.desktop.keys("ctrl+a", "Delete")
        self.desktop.type(text)

    def choose(self, name: str, item: str) -> None:
        """Set the combo box `name`: Tab to it, and type. Qt does not let AT-SPI focus it."""
        self._until(lambda: self._focused == name or self._tab(), name)
        self.desktop.type(item)
        self._until(lambda: (box := self.find(name, "combo box")) and box.name == item, f"{name} {item}")

    def focus(self, name: str) -> None:
        """Bring the keyboard to the field or table `name`."""

        def focused() -> bool:
            control = self.find(name, *_FIELDS)
            if control is not None and not control.focused:
                self._reader.focus(control)
            return control is not None and control.focused

        self._until(lambda: _present(focused), name)

    @property
    def _focused(self) -> str:
        return next((control.called for control in self.front if control.focused), "")

    def _tab(self) -> None:
        """Press Tab, and wait until it has gone on."""
        before = self._focused
        self.desktop.keys("Tab")
        self._until(lambda: self._focused not in (before, ""), "Tab")

    def _enabled(self, name: str) -> Control | None:
        button = self.find(name, *_BUTTONS)
        return button if button is not None and button.enabled else None

    def _is_gone(self, name: str) -> bool:
        deadline = time.monotonic() + _BETWEEN_PRESSES_S
        while time.monotonic() < deadline:
            if self._enabled(name) is None:
                return True
        return False

    def _until(self, condition: Callable[[], object], what: str) -> None:
        def told() -> str:
            there = "\n".join(f"{c.role} {c.called!r} {c.text!r}" for c in self.front)
            code = self.process.poll()
            return f"{what!r}; exit code {code}; in front:\n{there}\noutput:\n{self.output}"

        until(lambda: self.process.poll() is None and condition(), what=told)


def _present(attempt: Callable[[], bool]) -> bool:
    try:
        return attempt()
    except Gone:
        return False

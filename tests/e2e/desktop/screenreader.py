"""What a screen reader would know of a program, through the system's Python."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.e2e.desktop.session import Desktop
from tests.e2e.desktop.waiting import until

WALKER = Path(__file__).with_name("walker.py")
# The only Python that Debian's bindings of AT-SPI are made for.
SYSTEM_PYTHON = "/usr/bin/python3"


@dataclass(frozen=True)
class Control:
    """One thing that the active window shows; `box` is x, y, width and height on the screen."""

    path: tuple[int, ...]
    role: str
    name: str
    label: str  # of a combo box
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
    """The accessible tree of the process `pid`."""

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

    def title(self) -> str:
        """The name of the active window, "" when the program has none."""
        try:
            return str(self._ask("title"))
        except Gone:
            return ""

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

"""A screen, a message bus, an unlocked keyring and a window manager, for one test alone."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import psutil  # type: ignore[import-untyped]
import secretstorage
from jeepney import DBusAddress, new_method_call  # type: ignore[import-untyped]
from jeepney.io.blocking import open_dbus_connection  # type: ignore[import-untyped]
from secretstorage.exceptions import ItemNotFoundException

from tests.e2e.desktop.waiting import until

T = TypeVar("T")

SCREEN = (1280, 900)
_PATIENCE_S = 60.0
_KEYRING_PASSWORD = b"test-only"
# A key that xdotool comes to release late is pressed once all the same.
_NEVER_REPEATS_MS = "600000"


@dataclass(frozen=True)
class Desktop:
    """What a program needs to know to run there: `environment` holds nothing of the caller's."""

    home: Path
    environment: dict[str, str]

    def run(self, *command: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        """Run a tool of this desktop to its end, whatever its exit code."""
        return subprocess.run(
            command,
            env=self.environment,
            input=typed,
            capture_output=True,
            text=True,
            timeout=_PATIENCE_S,
            check=False,
        )

    def keys(self, *keys: str) -> None:
        """Press keys, named as X does ("ctrl+a", "Tab"), on the real keyboard's way."""
        self.run("xdotool", "key", "--clearmodifiers", "--delay", "20", *keys)

    def type(self, text: str) -> None:
        """Type `text` where the focus is."""
        self.run("xdotool", "type", "--clearmodifiers", "--delay", "8", "--file", "-", typed=text)

    def mouse(self, *commands: str) -> None:
        """Move and click, in the words of xdotool."""
        self.run("xdotool", *commands)

    def clipboard(self, target: str = "UTF8_STRING") -> str:
        """What another program would paste; "" when there is nothing."""
        return self._selection("clipboard", target)

    def copy(self, text: str, selection: str = "clipboard", target: str = "UTF8_STRING") -> None:
        """Put `text` where another program would paste it from: "clipboard" or "primary"."""
        subprocess.run(
            ["xclip", "-i", "-selection", selection, "-t", target],
            env=self.environment,
            input=text.encode(),
            stdout=subprocess.DEVNULL,  # xclip stays, and would keep a pipe open
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE_S,
            check=True,
        )

    def primary(self) -> str:
        """What the middle mouse button would paste."""
        return self._selection("primary", "UTF8_STRING")

    def kept(self, service: str, username: str) -> str | None:
        """The password in the keyring, None if there is no such entry."""
        attributes = {"service": service, "username": username}

        def look(bus: object) -> str | None:
            with suppress(ItemNotFoundException):  # it is being removed
                for item in secretstorage.search_items(bus, attributes):
                    secret: bytes = item.get_secret()
                    return secret.decode()
            return None

        return self._on_bus(look)

    def collections(self, service: str, username: str) -> list[str]:
        """The names of the collections that hold such an entry."""
        attributes = {"service": service, "username": username}

        def look(bus: object) -> list[str]:
            return [
                collection.get_label()
                for collection in secretstorage.get_all_collections(bus)
                if any(True for _ in collection.search_items(attributes))
            ]

        return self._on_bus(look)

    def wait_for_keyring(self) -> None:
        """Until it has unlocked itself. Asking before would start a second, locked one."""
        until(lambda: self._on_bus(_has_secret_service), what="the keyring")
        until(lambda: self._on_bus(_has_unlocked_collection), what="the unlocked keyring")

    def _selection(self, name: str, target: str) -> str:
        # An empty selection is an error to xclip.
        return self.run("xclip", "-o", "-selection", name, "-t", target).stdout

    def _on_bus(self, work: Callable[[object], T]) -> T:
        address = self.environment["DBUS_SESSION_BUS_ADDRESS"]
        with closing(open_dbus_connection(address)) as bus:
            return work(bus)


@contextmanager
def desktop(folder: Path) -> Iterator[Desktop]:
    """Run a desktop whose home and sockets are in `folder`; ends all of its processes."""
    home, runtime = folder / "home", folder / "run"
    home.mkdir(parents=True)
    runtime.mkdir(mode=0o700)
    environment = {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(runtime),
        "LC_ALL": "C.UTF-8",
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }
    started: list[subprocess.Popen[bytes]] = []

    def start(*command: str, **options: object) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(  # type: ignore[call-overload]
            command,
            env=environment,
            cwd=folder,
            start_new_session=True,
            stderr=subprocess.DEVNULL,
            **options,
        )
        started.append(process)
        return process  # type: ignore[no-any-return]

    try:
        size = f"{SCREEN[0]}x{SCREEN[1]}x24"
        screen = start(
            "Xvfb", "-displayfd", "1", "-screen", "0", size, "-nolisten", "tcp", "-noreset",
            "-ardelay", _NEVER_REPEATS_MS, stdout=subprocess.PIPE,
        )  # fmt: skip
        environment["DISPLAY"] = f":{_first_line(screen)}"
        bus = start(
            "dbus-daemon", "--session", "--nofork", "--print-address=1", stdout=subprocess.PIPE
        )
        environment["DBUS_SESSION_BUS_ADDRESS"] = _first_line(bus)
        keyring = start(
            "gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets",
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        assert keyring.stdin is not None
        keyring.stdin.write(_KEYRING_PASSWORD)
        keyring.stdin.close()
        start("openbox", stdout=subprocess.DEVNULL)
        own = Desktop(home, environment)
        own.wait_for_keyring()
        until(lambda: _manages_windows(own), what="the window manager")
        yield own
    finally:
        end(*reversed(started))


def end(*processes: subprocess.Popen[bytes]) -> None:
    """End these processes and all that they started; those of the bus are its children."""
    family = []
    for process in processes:
        with suppress(psutil.NoSuchProcess):
            leader = psutil.Process(process.pid)
            family += [leader, *leader.children(recursive=True)]
    for process in processes:
        process.terminate()
        try:
            process.wait(_PATIENCE_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                stream.close()
    _, alive = psutil.wait_procs(family, timeout=_PATIENCE_S)
    for left in alive:
        if left.status() != psutil.STATUS_ZOMBIE:
            left.kill()


def _first_line(process: subprocess.Popen[bytes]) -> str:
    assert process.stdout is not None
    line = process.stdout.readline().decode().strip()
    assert line, f"{process.args!r} did not start"
    return line


def _has_secret_service(bus: object) -> bool:
    daemon = DBusAddress(
        "/org/freedesktop/DBus", bus_name="org.freedesktop.DBus", interface="org.freedesktop.DBus"
    )
    question = new_method_call(daemon, "NameHasOwner", "s", ("org.freedesktop.secrets",))
    return bool(bus.send_and_get_reply(question).body[0])  # type: ignore[attr-defined]


def _has_unlocked_collection(bus: object) -> bool:
    return any(
        not collection.is_locked()
        for collection in secretstorage.get_all_collections(bus)
        if collection.get_label() == "Login"
    )


def _manages_windows(own: Desktop) -> bool:
    return "window id" in own.run("xprop", "-root", "_NET_SUPPORTING_WM_CHECK").stdout

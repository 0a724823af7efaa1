"""The program notices that nobody is there: no input, a locked screen, a sleeping computer."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from jeepney import DBusAddress, new_method_return, new_signal  # type: ignore[import-untyped]
from jeepney.bus_messages import message_bus  # type: ignore[import-untyped]
from jeepney.io.blocking import (  # type: ignore[import-untyped]
    DBusConnection,
    open_dbus_connection,
)
from jeepney.low_level import HeaderFields, MessageType  # type: ignore[import-untyped]
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from medusa_console.desktop.presence import Presence
from tests.desktop.private_bus import private_bus
from tests.ui.standins import Clock, never
from tests.waiting import until

NO_KEYS = Qt.KeyboardModifier.NoModifier
OURS = "/org/freedesktop/login1/session/_32"
THEIRS = "/org/freedesktop/login1/session/c7"
_SILENCE = 300


@dataclass
class Desktop:
    """A presence, its clock, and how often it said that the person left."""

    presence: Presence
    clock: Clock
    times_left: int = 0


@pytest.fixture
def desktop(qapp: QApplication) -> Iterator[Desktop]:
    clock = Clock()
    desktop = Desktop(Presence(qapp, clock.value), clock)

    def count(_: None) -> None:
        desktop.times_left += 1

    desktop.presence.left.subscribe(count)
    yield desktop
    desktop.presence.stop()
    desktop.presence.deleteLater()


@dataclass
class Bus:
    """A private bus daemon, and a connection that plays the desktop on it."""

    connection: DBusConnection
    known: set[str]

    def tell(self, path: str, interface: str, member: str, *body: object) -> None:
        """Send a signal as the desktop does."""
        types = "".join({bool: "b", str: "s"}[type(part)] for part in body)
        emitter = DBusAddress(path, interface=interface)
        self.connection.send(new_signal(emitter, member, types or None, body))

    def tell_property(self, path: str, name: str, *, value: bool) -> None:
        """Send logind's word that a property of a session has changed."""
        emitter = DBusAddress(path, interface="org.freedesktop.DBus.Properties")
        invalidated: list[str] = []
        body = ("org.freedesktop.login1.Session", {name: ("b", value)}, invalidated)
        self.connection.send(new_signal(emitter, "PropertiesChanged", "sa{sv}as", body))

    def is_listened_to(self, text: str) -> bool:
        """Whether somebody has asked for signals of that description."""
        return any(text in rule for rule in tuple(self.known))  # a thread adds others


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bus]:
    """One daemon serves as session and system bus; a logind on it knows one session."""
    with private_bus(tmp_path, monkeypatch):
        connection = open_dbus_connection("SESSION")
        bus = Bus(connection, set())
        logind = _Logind(bus.known)
        yield bus
        connection.close()
        logind.stop()


class _Logind:
    """Answers GetSession on a thread, and sees which signals others ask the bus for."""

    def __init__(self, known: set[str]) -> None:
        self._known = known
        self._eavesdropper = open_dbus_connection("SESSION")
        self._connection = open_dbus_connection("SYSTEM")
        self._connection.send_and_get_reply(message_bus.RequestName("org.freedesktop.login1"))
        rule = "type='method_call',member='AddMatch',eavesdrop='true'"
        self._eavesdropper.send_and_get_reply(message_bus.AddMatch(rule))
        self._threads = [
            threading.Thread(target=self._run, args=(connection, work))
            for connection, work in (
                (self._connection, self._answer),
                (self._eavesdropper, self._overhear),
            )
        ]
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        for connection in (self._connection, self._eavesdropper):
            connection.sock.shutdown(2)
        for thread in self._threads:
            thread.join(60)
        for connection in (self._connection, self._eavesdropper):
            connection.close()

    def _run(self, connection: DBusConnection, work: Callable[[object], None]) -> None:
        try:
            while True:
                work(connection.receive())
        except (ConnectionResetError, OSError):
            return  # the end of the test

    def _answer(self, message: object) -> None:
        if message.header.fields.get(HeaderFields.member) == "GetSession":  # type: ignore[attr-defined]
            assert message.body == ("auto",)  # type: ignore[attr-defined]
            self._connection.send(new_method_return(message, "o", (OURS,)))

    def _overhear(self, message: object) -> None:
        header = message.header  # type: ignore[attr-defined]
        if header.message_type is MessageType.method_call:
            self._known.update(message.body)  # type: ignore[attr-defined]


async def listening(desktop: Desktop, bus: Bus) -> None:
    desktop.presence.listen()
    # The last rule of each bus.
    await until(lambda: bus.is_listened_to("org.xfce.ScreenSaver"))
    await until(lambda: bus.is_listened_to("PropertiesChanged"))


def test_keys_and_mouse_end_idleness_and_made_up_events_do_not(
    desktop: Desktop, qtbot: QtBot
) -> None:
    edit = QLineEdit()
    qtbot.addWidget(edit)
    edit.show()
    edit.activateWindow()
    qtbot.waitUntil(edit.isActiveWindow, timeout=60_000)
    window = edit.windowHandle()
    desktop.clock.skip(100)
    assert desktop.presence.idle_seconds() == 100
    QTest.keyClick(window, Qt.Key.Key_A)
    assert edit.text() == "a"
    assert desktop.presence.idle_seconds() == 0
    desktop.clock.skip(100)
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, NO_KEYS, QPoint(3, 3))
    assert desktop.presence.idle_seconds() == 0
    desktop.clock.skip(100)
    button = Qt.MouseButton.NoButton
    moved = QMouseEvent(QEvent.Type.MouseMove, QPointF(), QPointF(), button, button, NO_KEYS)
    QApplication.sendEvent(edit, moved)
    edit.repaint()
    assert desktop.presence.idle_seconds() == 100


@pytest.mark.parametrize(
    "saver",
    [
        "org.freedesktop.ScreenSaver",  # KDE's name, too
        "org.gnome.ScreenSaver",
        "org.cinnamon.ScreenSaver",
        "org.mate.ScreenSaver",
        "org.xfce.ScreenSaver",
    ],
)
async def test_a_screen_that_is_locked_is_noticed(desktop: Desktop, bus: Bus, saver: str) -> None:
    await listening(desktop, bus)
    path = "/" + saver.replace(".", "/")
    bus.tell(path, saver, "ActiveChanged", False)
    bus.tell(path, saver, "SomethingElse", True)
    bus.tell(path, saver, "ActiveChanged", True)
    await until(lambda: desktop.times_left)
    await never(lambda: desktop.times_left > 1, turns_to_wait=_SILENCE)


async def test_a_computer_going_to_sleep_is_noticed_and_its_waking_is_not(
    desktop: Desktop, bus: Bus
) -> None:
    await listening(desktop, bus)
    manager = "/org/freedesktop/login1"
    bus.tell(manager, "org.freedesktop.login1.Manager", "PrepareForSleep", True)
    bus.tell(manager, "org.freedesktop.login1.Manager", "PrepareForSleep", False)
    await until(lambda: desktop.times_left)
    await never(lambda: desktop.times_left > 1, turns_to_wait=_SILENCE)


async def test_our_session_locked_by_logind_is_noticed_and_others_are_none_of_ours(
    desktop: Desktop, bus: Bus
) -> None:
    await listening(desktop, bus)
    bus.tell(THEIRS, "org.freedesktop.login1.Session", "Lock")
    bus.tell(OURS, "org.freedesktop.login1.Session", "Unlock")
    bus.tell(OURS, "org.freedesktop.login1.Session", "Lock")
    await until(lambda: desktop.times_left)
    await never(lambda: desktop.times_left > 1, turns_to_wait=_SILENCE)


async def test_our_session_that_says_it_is_locked_is_noticed_and_others_are_none_of_ours(
    desktop: Desktop, bus: Bus
) -> None:
    await listening(desktop, bus)
    bus.tell_property(THEIRS, "LockedHint", value=True)
    bus.tell_property(OURS, "IdleHint", value=True)
    bus.tell_property(OURS, "LockedHint", value=False)
    bus.tell_property(OURS, "LockedHint", value=True)
    await until(lambda: desktop.times_left)
    await never(lambda: desktop.times_left > 1, turns_to_wait=_SILENCE)


async def test_after_the_end_nothing_is_heard(desktop: Desktop, bus: Bus) -> None:
    await listening(desktop, bus)
    desktop.presence.stop()
    bus.tell("/", "org.gnome.ScreenSaver", "ActiveChanged", True)
    await until(lambda: not any("bus" in thread.name for thread in threading.enumerate()))
    await never(lambda: desktop.times_left, turns_to_wait=_SILENCE)


async def test_without_a_bus_nothing_happens_and_it_is_logged_once(
    desktop: Desktop,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={tmp_path / 'none'}")
    caplog.set_level("INFO", "medusa_console")
    desktop.presence.listen()

    def told() -> list[str]:
        return [record.getMessage() for record in caplog.records]

    await until(lambda: len(told()) == 2)
    assert sorted(told())[0].startswith("no word from the session bus")
    assert sorted(told())[1].startswith("no word from the system bus")
    assert desktop.times_left == 0

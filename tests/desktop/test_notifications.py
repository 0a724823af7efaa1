"""Notifications on a real message bus: as plain text whatever the desktop makes of markup."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jeepney import new_error, new_method_return  # type: ignore[import-untyped]
from jeepney.bus_messages import message_bus  # type: ignore[import-untyped]
from jeepney.io.blocking import open_dbus_connection  # type: ignore[import-untyped]
from jeepney.low_level import HeaderFields, MessageType  # type: ignore[import-untyped]
from PySide6.QtWidgets import QApplication

from medusa_console.desktop.notifications import Notifications
from tests.desktop.private_bus import private_bus

TITLE, TEXT = "1 key ends within a day", "Shop <b>&co</b>: “ERP nightly sync”"


class Server:
    """Plays the notification server of a desktop on the bus."""

    def __init__(self) -> None:
        self.abilities = ["body"]
        self.refuses = False
        self.taken: list[tuple[Any, ...]] = []
        self._connection = open_dbus_connection("SESSION")
        name = message_bus.RequestName("org.freedesktop.Notifications")
        self._connection.send_and_get_reply(name)
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def stop(self) -> None:
        self._connection.sock.shutdown(2)
        self._thread.join(60)
        self._connection.close()

    def _run(self) -> None:
        try:
            while True:
                self._answer(self._connection.receive())
        except (ConnectionResetError, OSError):
            return  # the end of the test

    def _answer(self, message: Any) -> None:
        if message.header.message_type is not MessageType.method_call:
            return
        match message.header.fields.get(HeaderFields.member):
            case "GetCapabilities":
                answer = new_method_return(message, "as", (self.abilities,))
            case "Notify" if not self.refuses:
                self.taken.append(message.body)
                answer = new_method_return(message, "u", (1,))
            case _:
                answer = new_error(message, "org.freedesktop.DBus.Error.Failed")
        self._connection.send(answer)


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with private_bus(tmp_path, monkeypatch):
        yield


@pytest.fixture
def server(bus: None) -> Iterator[Server]:
    server = Server()
    yield server
    server.stop()


@pytest.fixture
def notifications(qapp: QApplication) -> Iterator[Notifications]:
    before = qapp.applicationDisplayName(), qapp.desktopFileName()
    qapp.setApplicationDisplayName("Medusa Console")
    qapp.setDesktopFileName("medusa-console")
    notifications = Notifications(qapp)
    yield notifications
    notifications.stop()
    qapp.setApplicationDisplayName(before[0])
    qapp.setDesktopFileName(before[1])


async def test_the_desktop_shows_the_very_words(
    server: Server, notifications: Notifications
) -> None:
    await notifications.notify(TITLE, TEXT)
    server.abilities = ["body", "body-markup"]
    await notifications.notify(TITLE, TEXT)
    plain, escaped = server.taken
    assert plain[:2] == ("Medusa Console", 0)
    assert (plain[3], plain[4]) == (TITLE, TEXT)
    assert escaped[4] == "Shop &lt;b&gt;&amp;co&lt;/b&gt;: “ERP nightly sync”"
    assert plain[6] == {"desktop-entry": ("s", "medusa-console")}


async def test_a_desktop_that_shows_none_is_no_failure(
    server: Server, notifications: Notifications, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.refuses = True
    await notifications.notify(TITLE, TEXT)
    assert not server.taken
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    await notifications.notify(TITLE, TEXT)


@pytest.mark.usefixtures("bus")
async def test_a_bus_without_a_notification_server_is_no_failure(
    notifications: Notifications,
) -> None:
    await notifications.notify(TITLE, TEXT)

"""Shows notifications of the desktop: over D-Bus where a session bus has them (Linux), else from an
icon in the tray.

D-Bus is spoken on a thread of its own, by the library that listens for the screen lock (jeepney, a
dependency of keyring on Linux).
"""

from __future__ import annotations

import asyncio
import html
import importlib
import logging
import sys
from typing import Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSystemTrayIcon

log = logging.getLogger(__name__)

_NAME = "org.freedesktop.Notifications"
_PATH = "/org/freedesktop/Notifications"
_TIMEOUT = 5.0
_AS_THE_DESKTOP_LIKES = -1


class Notifications:
    """Implements ports.Notifier, for the GUI thread."""

    def __init__(self, application: QGuiApplication) -> None:
        self._application = application
        self._tray: QSystemTrayIcon | None = None

    async def notify(self, title: str, text: str) -> None:
        """Show both as plain text; where the desktop shows no notifications, nothing."""
        if sys.platform == "linux":
            name = self._application.applicationDisplayName()
            icon = self._application.desktopFileName()
            if await asyncio.to_thread(_over_the_bus, name, icon, title, text):
                return
        self._from_the_tray(title, text)

    def stop(self) -> None:
        """Take the icon out of the tray."""
        if self._tray is not None:
            self._tray.hide()
            self._tray = None

    def _from_the_tray(self, title: str, text: str) -> None:
        if not (QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()):
            log.info("this desktop shows no notifications")
            return
        if self._tray is None:
            self._tray = QSystemTrayIcon(self._application.windowIcon())
            self._tray.show()
        self._tray.showMessage(title, text)


def _over_the_bus(name: str, icon: str, title: str, text: str) -> bool:
    """Whether the session bus has taken the notification. Blocks for seconds at most."""
    try:
        blocking = importlib.import_module("jeepney.io.blocking")
        with blocking.open_dbus_connection("SESSION") as connection:
            (abilities,) = _ask(connection, "GetCapabilities", "", ())
            # Only a desktop that reads markup needs it escaped; any other would show the escapes.
            body = html.escape(text, quote=False) if "body-markup" in abilities else text
            hints = {"desktop-entry": ("s", icon)}
            values: tuple[Any, ...] = (name, 0, icon, title, body, [], hints, _AS_THE_DESKTOP_LIKES)
            _ask(connection, "Notify", "susssasa{sv}i", values)
    except Exception as error:  # noqa: BLE001  # a bus may fail in any way: we do without it
        log.info("no notification over the session bus: %s", type(error).__name__)
        return False
    return True


def _ask(connection: Any, method: str, signature: str, values: tuple[Any, ...]) -> tuple[Any, ...]:
    """The answer to a method call; raises DBusErrorResponse, TimeoutError."""
    jeepney = importlib.import_module("jeepney")
    unwrap = importlib.import_module("jeepney.wrappers").unwrap_msg
    address = jeepney.DBusAddress(_PATH, _NAME, _NAME)
    call = jeepney.new_method_call(address, method, signature or None, values)
    answer: tuple[Any, ...] = unwrap(connection.send_and_get_reply(call, timeout=_TIMEOUT))
    return answer

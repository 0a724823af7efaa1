"""Listens on D-Bus for the screen lock and sleep on Linux, from screen savers and logind.

Each bus has a daemon thread: connecting may take time, and the thread imports the library (jeepney,
a dependency of keyring on Linux).
"""

from __future__ import annotations

import importlib
import logging
import socket
import threading
from collections.abc import Callable, Sequence
from typing import Any

log = logging.getLogger(__name__)

_LOGIN = "org.freedesktop.login1"
_MANAGER = "/org/freedesktop/login1"
# KDE uses the Freedesktop name. A locker without a name here, such as light-locker, tells logind.
_SCREEN_SAVERS = tuple(
    f"org.{desktop}.ScreenSaver" for desktop in ("freedesktop", "gnome", "cinnamon", "mate", "xfce")
)
_TIMEOUT = 10.0


class BusSignals:
    """Calls `left`, on a thread of its own, when the screen is locked or sleep begins."""

    def __init__(self, left: Callable[[], None]) -> None:
        self._left = left
        self._sockets: list[socket.socket] = []
        self._guard = threading.Lock()
        self._stopped = False

    def start(self) -> None:
        """Start listening; does nothing where there is no bus."""
        for bus, rules in (("SESSION", _screen_savers), ("SYSTEM", _logind)):
            threading.Thread(
                target=self._run, args=(bus, rules), name=f"{bus.lower()} bus", daemon=True
            ).start()

    def stop(self) -> None:
        """End the threads soon; `left` is not called any more."""
        with self._guard:
            self._stopped = True
            for one in self._sockets:
                try:
                    one.shutdown(socket.SHUT_RDWR)
                except OSError:
                    log.debug("a bus was gone already")

    def _run(self, bus: str, rules: Callable[[Any], Sequence[Any]]) -> None:
        try:
            blocking = importlib.import_module("jeepney.io.blocking")
            with blocking.open_dbus_connection(bus) as connection:
                if self._take(connection.sock):
                    self._listen(connection, rules(connection))
        except Exception as error:  # noqa: BLE001  # a bus may fail in any way: we do without it
            if not self._stopped:
                log.info("no word from the %s bus: %s", bus.lower(), type(error).__name__)

    def _take(self, one: socket.socket) -> bool:
        with self._guard:
            self._sockets.append(one)
            return not self._stopped

    def _listen(self, connection: Any, rules: Sequence[Any]) -> None:
        messages = importlib.import_module("jeepney.bus_messages").message_bus
        for rule in rules:
            _ask(connection, messages.AddMatch(rule))
        while True:
            message = connection.receive()
            if any(rule.matches(message) for rule in rules) and _is_away(message.body):
                with self._guard:
                    if self._stopped:
                        return
                    self._left()


def _screen_savers(_connection: Any) -> Sequence[Any]:
    return [_rule(interface=name, member="ActiveChanged") for name in _SCREEN_SAVERS]


def _is_away(body: tuple[Any, ...]) -> bool:
    """Whether a signal says that the user leaves; most of them tell the return as well."""
    match body:
        case () | (True,):  # Lock has no body
            return True
        case ("org.freedesktop.login1.Session", {"LockedHint": (_, locked)}, _):
            return locked is True
        case _:
            return False


def _logind(connection: Any) -> Sequence[Any]:
    rules = [_rule(interface=f"{_LOGIN}.Manager", member="PrepareForSleep", path=_MANAGER)]
    jeepney = importlib.import_module("jeepney")
    manager = jeepney.DBusAddress(_MANAGER, _LOGIN, f"{_LOGIN}.Manager")
    try:
        # This process's session, or the user's session on the screen when a service manager started
        # us.
        call = jeepney.new_method_call(manager, "GetSession", "s", ("auto",))
        (path,) = _ask(connection, call)
    except jeepney.DBusErrorResponse as error:
        log.info("the session of this desktop is not known: %s", error.name)
    else:
        # Only this session: the locks of other users' sessions do not matter.
        rules.append(_rule(interface=f"{_LOGIN}.Session", member="Lock", path=path))
        rules.append(
            _rule(
                interface="org.freedesktop.DBus.Properties", member="PropertiesChanged", path=path
            )
        )
    return rules


def _rule(**fields: str) -> Any:
    return importlib.import_module("jeepney").MatchRule(type="signal", **fields)


def _ask(connection: Any, call: Any) -> tuple[Any, ...]:
    """The answer to a method call; raises DBusErrorResponse, TimeoutError."""
    unwrap = importlib.import_module("jeepney.wrappers").unwrap_msg
    answer: tuple[Any, ...] = unwrap(connection.send_and_get_reply(call, timeout=_TIMEOUT))
    return answer

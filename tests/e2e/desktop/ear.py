"""What a screen reader is told: every event that goes out on the accessibility bus."""

from __future__ import annotations

from collections import deque
from contextlib import ExitStack, closing

from jeepney import (  # type: ignore[import-untyped]
    DBusAddress,
    HeaderFields,
    MatchRule,
    message_bus,
    new_method_call,
)
from jeepney.io.blocking import open_dbus_connection  # type: ignore[import-untyped]

from tests.e2e.desktop.session import Desktop

_BUS = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
_REGISTRY = DBusAddress(
    "/org/a11y/atspi/registry", "org.a11y.atspi.Registry", "org.a11y.atspi.Registry"
)
_EVENTS = MatchRule(type="signal", interface="org.a11y.atspi.Event.Object")
_PATIENCE_S = 60.0
_CHANGED = "TextChanged"


class Ear:
    """Listens from its making until `close`; an application that starts afterwards is heard
    whole."""

    def __init__(self, desktop: Desktop) -> None:
        self._stack = ExitStack()
        with closing(open_dbus_connection(desktop.environment["DBUS_SESSION_BUS_ADDRESS"])) as bus:
            address = bus.send_and_get_reply(new_method_call(_BUS, "GetAddress")).body[0]
        self._bus = self._stack.enter_context(closing(open_dbus_connection(address)))
        self._bus.send_and_get_reply(message_bus.AddMatch(_EVENTS))
        # Without a listener that asks for them, Qt sends none.
        wanted = new_method_call(_REGISTRY, "RegisterEvent", "s", ("object",))
        self._bus.send_and_get_reply(wanted)
        self._came: deque[object] = self._stack.enter_context(
            self._bus.filter(_EVENTS, queue=deque())
        )
        self._heard: list[tuple[str, str, str]] = []

    def close(self) -> None:
        """Listen no more."""
        self._stack.close()

    def until(self, text: str) -> None:
        """Listen until a change of text brings `text`; what was sent before has then been heard."""
        while not any(text in said for _, _, said in self._take()):
            self._bus.recv_messages(timeout=_PATIENCE_S)

    @property
    def changes(self) -> list[str]:
        """What came and went in texts, in order: "+word" or "-word"."""
        signs = {"insert": "+", "delete": "-"}
        return [
            f"{signs[detail]}{text}" for event, detail, text in self._heard if event == _CHANGED
        ]

    @property
    def everything(self) -> str:
        """The texts of all events, whatever they were about."""
        return "\n".join(text for _, _, text in self._heard)

    def _take(self) -> list[tuple[str, str, str]]:
        new = []
        while self._came:
            message = self._came.popleft()
            event = message.header.fields[HeaderFields.member]  # type: ignore[attr-defined]
            detail, _, _, (_, value), *_ = message.body  # type: ignore[attr-defined]
            new.append((event, detail, str(value)))
        self._heard += new
        return new

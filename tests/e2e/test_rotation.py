"""A key is replaced on a real Medusa while a client goes on using it."""

from __future__ import annotations

import asyncio
import threading
import uuid
from dataclasses import dataclass, field

import httpx
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from tests.e2e import witness
from tests.real_medusa import MedusaServer
from tests.ui.driving import A_MOMENT, CTRL, NO_KEYS, SHIFT, Program
from tests.ui.northwind import connect
from tests.ui.running import Start
from tests.waiting import until

_ENOUGH = 10
_MOST_KEYS_PRESSED = 10


@dataclass
class Client:
    """Another program, which sends one request after the other with the key that it was given."""

    server: MedusaServer
    token: str
    answers: list[tuple[str, int]] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    _stop: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        with httpx.Client(base_url=self.server.base_url, trust_env=False, timeout=60) as client:
            while not self._stop.is_set():
                token = self.token
                try:
                    answer = client.get("/admin/customers?limit=1", auth=(token, ""))
                except httpx.HTTPError as error:
                    self.lost.append(type(error).__name__)
                else:
                    self.answers.append((token, answer.status_code))

    def stop(self) -> None:
        self._stop.set()

    def count(self, token: str) -> int:
        return sum(used == token for used, _ in self.answers)


async def test_a_rotation_stops_no_client(medusa_plain: MedusaServer, start: Start) -> None:
    """By keyboard alone, and counted."""
    title = f"Night shift {uuid.uuid4().hex[:8]}"
    old, old_id = await asyncio.to_thread(witness.secret_key, medusa_plain, title)
    program = await start()
    await connect(program, medusa_plain.base_url, name="Northwind", environment="Development")
    await program.signed_in(medusa_plain.email, medusa_plain.password)
    await program.keys_page()
    program.pick(title)
    program.table.setFocus()
    pressed = 0

    def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEYS) -> None:
        nonlocal pressed
        pressed += 1
        program.clock.skip(A_MOMENT)
        program.key(key, modifiers)

    client = Client(medusa_plain, old)
    running = asyncio.create_task(asyncio.to_thread(client.run))
    try:
        await until(lambda: client.count(old) >= _ENOUGH)
        press(Qt.Key.Key_R, CTRL | SHIFT)
        await program.dialog("rotateForm")
        press(Qt.Key.Key_Return)
        await program.dialog("revealKey")
        press(Qt.Key.Key_Space)  # copied
        new = QGuiApplication.clipboard().text()
        press(Qt.Key.Key_Space)  # saved
        press(Qt.Key.Key_Return)
        await program.dialog("rotateEnd")
        await until(lambda: said(program) == "Accepted")  # tried
        client.token = new  # as the person gives it to the client, half-way
        await until(lambda: client.count(new) >= _ENOUGH)
        for _ in range(2):  # from the button that keeps both to the one that ends the old one
            press(Qt.Key.Key_Tab)
        press(Qt.Key.Key_Space)
        await program.dialog("confirm")
        press(Qt.Key.Key_Return, CTRL)  # the end chosen, and done
        await program.no_dialog()
        await until(lambda: state(program, title).startswith("Revoked"))
        done = client.count(new)
        await until(lambda: client.count(new) >= done + _ENOUGH)
    finally:
        client.stop()
        await running
    assert pressed <= _MOST_KEYS_PRESSED
    assert client.lost == []
    assert {status for _, status in client.answers} == {200}
    assert not await asyncio.to_thread(witness.key_works, medusa_plain, old, old_id)


async def test_what_the_store_says_of_a_new_key_is_told_as_it_is(
    medusa_rbac: MedusaServer, start: Start
) -> None:
    """With roles on, a key is accepted and may do next to nothing."""
    title = f"Night shift {uuid.uuid4().hex[:8]}"
    old, old_id = await asyncio.to_thread(witness.secret_key, medusa_rbac, title)
    program = await start()
    await connect(program, medusa_rbac.base_url, name="Northwind", environment="Development")
    await program.signed_in(medusa_rbac.email, medusa_rbac.password)
    await program.keys_page()
    program.pick(title)
    program.press("Rotate…")
    await program.dialog("rotateForm")
    program.press("Create new key")
    await program.dialog("revealKey")
    program.press("Copy and hide")
    program.press("I have saved this key")
    program.press("Done")
    await program.dialog("rotateEnd")
    await until(lambda: said(program).startswith("Accepted, but roles are on"))
    program.clock.skip(A_MOMENT)
    program.key(Qt.Key.Key_Return, CTRL)
    await program.no_dialog()
    await until(lambda: state(program, title).startswith("Works until"))
    assert await asyncio.to_thread(witness.key_works, medusa_rbac, old, old_id)


def state(program: Program, title: str) -> str:
    """What the list says of the key of that title, "" while it does not show the key."""
    states = zip(program.column("Title"), program.column("State"), strict=True)
    return dict(states).get(title, "")


def said(program: Program) -> str:
    """What the last dialog says of the trial."""
    found = [one for one in program.front.findChildren(QLabel, "rotate.result") if one.isVisible()]
    return found[0].text() if found else ""

"""Rotating a key in the window: from the row to the end of the old key."""

from __future__ import annotations

import sqlite3
from base64 import b64encode

from pydantic import SecretStr
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget

from medusa_console.domain.store import DEMO_PASSWORD
from tests.ui.driving import CTRL, SHIFT, Program
from tests.ui.once.test_create_and_store import held_in_memory
from tests.ui.running import Start
from tests.ui.wiretap import Exchange, Wiretap, answer, broken, lost
from tests.waiting import until

TITLE = "ERP nightly sync"
KEYS = "/admin/api-keys"
CTRL_SHIFT = CTRL | SHIFT


def lines(program: Program) -> list[dict[str, str]]:
    """The open rotations on the disk."""
    journal = sqlite3.connect(f"file:{program.folder / 'journal.sqlite3'}?mode=ro", uri=True)
    try:
        journal.row_factory = sqlite3.Row
        return [dict(row) for row in journal.execute("select * from rotations")]
    finally:
        journal.close()


async def rotate(program: Program, title: str = TITLE) -> str:
    """Press the keys up to the form; the proposed title of the successor."""
    program.pick(title)
    program.table.setFocus()
    program.key(Qt.Key.Key_R, CTRL_SHIFT)
    await program.dialog("rotateForm")
    return program.field("Title of the new key", QLineEdit).text()


async def save(program: Program) -> str:
    """Create, copy and save; the new secret."""
    program.press("Create new key")
    await program.dialog("revealKey")
    program.press("Copy and hide")
    token = QGuiApplication.clipboard().text()
    program.press("I have saved this key")
    program.press("Done")
    await program.dialog("rotateEnd")
    return token


def said(program: Program, name: str) -> str:
    """What the label of that name reads, "" while it is hidden."""
    found = [one for one in program.front.findChildren(QLabel, name) if one.isVisible()]
    return found[0].text() if found else ""


async def test_a_key_is_replaced_by_keyboard_alone(demo: Program, tap: Wiretap) -> None:
    pressed = 0

    def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        nonlocal pressed
        pressed += 1
        demo.clock.skip(1)
        demo.key(key, modifiers)

    demo.pick(TITLE)
    demo.table.setFocus()
    press(Qt.Key.Key_R, CTRL_SHIFT)
    await demo.dialog("rotateForm")
    new = demo.field("Title of the new key", QLineEdit).text()
    assert new.startswith(f"{TITLE} (20")
    press(Qt.Key.Key_Return)
    await demo.dialog("revealKey")
    press(Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text().startswith("sk_")
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)
    await demo.dialog("rotateEnd")
    await until(lambda: said(demo, "rotate.result").startswith("Accepted"))
    assert "cannot tell whether the old key is still used" in demo.words
    press(Qt.Key.Key_Return, CTRL)
    await demo.no_dialog()
    assert pressed <= 10
    await until(lambda: demo.column("State")[demo.row(TITLE)].startswith("Works until"))
    await until(lambda: new in demo.column("Title"))
    assert demo.column("State")[demo.row(new)] == "Active"
    await until(lambda: [line["step"] for line in lines(demo)] == ["accepted"])


async def test_what_enter_does_at_the_end_keeps_both(demo: Program) -> None:
    new = await rotate(demo)
    await save(demo)
    await until(lambda: said(demo, "rotate.result").startswith("Accepted"))
    demo.key(Qt.Key.Key_Return)
    await demo.no_dialog()
    assert demo.column("State")[demo.row(TITLE)] == "Active"
    await until(lambda: demo.picked == [new])

    # The same row goes on where it was left; nobody has the secret any more.
    demo.pick(TITLE)
    demo.table.setFocus()
    demo.key(Qt.Key.Key_R, CTRL_SHIFT)
    await demo.dialog("rotateEnd")
    await demo.reads(new)
    demo.press("Revoke now…")
    await demo.dialog("confirm")
    demo.press("Revoke key")
    await demo.no_dialog()
    await until(lambda: demo.column("State")[demo.row(TITLE)].startswith("Revoked"))
    await until(lambda: not lines(demo))
    assert demo.column("State")[demo.row(new)] == "Active"


async def test_a_low_window_shows_the_end_that_would_be_set(demo: Program) -> None:
    await rotate(demo)
    demo.window.resize(640, 400)
    await until(lambda: demo.window.width() == 640)
    await save(demo)
    await until(lambda: said(demo, "rotate.result").startswith("Accepted"))
    shown = (demo.find(QComboBox, "keyEnd"), demo.find(QLabel, "rotate.result"))
    await until(lambda: all(one.visibleRegion().boundingRect() == one.rect() for one in shown))
    demo.press("Keep both for now")
    await demo.no_dialog()


async def test_no_end_is_offered_before_the_new_key_is_accepted(
    demo: Program, tap: Wiretap
) -> None:
    await rotate(demo)
    tap.on("GET", "/admin/users/me$", broken)
    await save(demo)
    await until(lambda: said(demo, "rotate.result").startswith("Not tried"))
    offers = {"Schedule revocation", "Revoke now…"}
    assert not [one for one in demo.buttons if any(offer in one for offer in offers)]
    tried = tap.count("GET", "/admin/users/me")
    demo.press("Try again")
    await until(lambda: tap.count("GET", "/admin/users/me") > tried)
    await until(lambda: said(demo, "rotate.result").startswith("Not tried"))
    tap.calm()
    demo.press("Try again")
    await until(lambda: said(demo, "rotate.result").startswith("Accepted"))
    assert "Revoke now…" in demo.buttons
    demo.press("Keep both for now")
    await demo.no_dialog()


async def test_a_lost_successor_is_looked_for_and_made_again(demo: Program, tap: Wiretap) -> None:
    await rotate(demo)
    tap.on("POST", KEYS, lost, once=True)
    demo.press("Create new key")
    await demo.dialog("lostKey")
    await demo.reads("The key was created, but its secret is lost")
    demo.press("Revoke and create again")
    await demo.dialog("rotateForm")
    token = await save(demo)
    assert token.startswith("sk_")
    await until(lambda: said(demo, "rotate.result").startswith("Accepted"))
    demo.press("Keep both for now")
    await demo.no_dialog()
    await until(lambda: [line["step"] for line in lines(demo)] == ["accepted"])


async def test_a_refused_creation_and_a_lost_end_stay_in_their_dialogs(
    demo: Program, tap: Wiretap
) -> None:
    await rotate(demo)
    tap.on("POST", KEYS, answer(403, {"type": "forbidden", "message": "Forbidden"}), once=True)
    demo.press("Create new key")
    await until(lambda: said(demo, "formProblem"))
    await until(lambda: lines(demo) == [])
    await save(demo)
    await until(lambda: said(demo, "rotate.result").startswith("Accepted"))

    tap.on("POST", f"{KEYS}/.*/revoke", broken)
    demo.clock.skip(1)
    demo.key(Qt.Key.Key_Return, CTRL)
    await until(lambda: "may not have been set" in said(demo, "formProblem"))
    tap.calm()
    tap.on("POST", f"{KEYS}/.*/revoke", lost, once=True)
    demo.clock.skip(1)
    demo.key(Qt.Key.Key_Return, CTRL)
    await demo.no_dialog()
    await until(lambda: demo.column("State")[demo.row(TITLE)].startswith("Works until"))


async def test_a_key_that_somebody_else_deletes_meanwhile_is_told(
    demo: Program, tap: Wiretap
) -> None:
    await rotate(demo)
    await save(demo)
    await until(lambda: said(demo, "rotate.result").startswith("Accepted"))
    services = demo.services
    assert services is not None
    (rotation,) = services.rotations.open
    # By somebody else: only the next request shows it.
    tap.on("POST", f"{KEYS}/{rotation.old_id}/revoke", answer(200, {}), once=True)
    gone = {"type": "not_found", "message": f"API Key with id: {rotation.old_id} was not found"}
    tap.on("GET", f"{KEYS}/{rotation.old_id}", answer(404, gone))
    demo.clock.skip(1)
    demo.key(Qt.Key.Key_Return, CTRL)
    await until(lambda: said(demo, "formProblem"))
    demo.press("Keep both for now")
    await demo.no_dialog()


async def test_what_is_open_is_told_at_the_next_start(start: Start, demo: Program) -> None:
    new = await rotate(demo)
    await save(demo)
    await until(lambda: said(demo, "rotate.result").startswith("Accepted"))
    await until(lambda: [line["step"] for line in lines(demo)] == ["accepted"])
    await demo.quit()  # as good as a kill: each step is on the disk

    again = await start(demo=True)
    await again.keys_page()
    await again.reads(f"Still both: “{TITLE}”")
    again.pick(new)
    again.find(QWidget, "drawer.close").setFocus()
    again.key(Qt.Key.Key_Tab)
    assert again.focus.objectName() == "rotation.replaces", "Tab goes from top to bottom"
    again.press("Show old key")
    await until(lambda: again.picked == [TITLE])
    again.press("Show new key")
    await until(lambda: again.picked == [new])
    again.press("Go on…")
    await again.dialog("rotateEnd")
    await again.reads("Accepted")
    again.press("Revoke now…")
    await again.dialog("confirm")
    again.press("Revoke key")
    await again.no_dialog()
    await until(lambda: f"Still both: “{TITLE}”" not in again.words)
    await until(lambda: lines(again) == [])
    await again.quit()

    last = await start(demo=True)
    await last.keys_page()
    assert lines(last) == []
    assert f"Still both: “{TITLE}”" not in last.words


async def test_a_publishable_key_takes_its_channels_along(demo: Program, tap: Wiretap) -> None:
    title = "Webshop, new checkout"
    new = await rotate(demo, title)
    tap.on("POST", f"{KEYS}/.*/sales-channels", broken)
    demo.press("Create new key")
    await demo.dialog("rotateEnd")
    await until(lambda: said(demo, "formProblem"))
    assert "Revoke now…" not in demo.buttons
    tap.calm()
    demo.press("Try again")
    await until(lambda: said(demo, "rotate.result") == "Accepted")
    demo.press("Keep both for now")
    await demo.no_dialog()
    await until(lambda: demo.picked == [new])
    demo.pick(title)
    channels = await until(lambda: demo.facts.get("Sales channels"))
    demo.pick(new)
    await until(lambda: demo.facts.get("Sales channels") == channels)


async def test_a_lock_takes_the_new_key_from_memory_before_it_was_tried(
    demo: Program, tap: Wiretap
) -> None:
    await rotate(demo)
    tap.on("GET", "/admin/users/me", broken)
    token = await save(demo)
    await until(lambda: said(demo, "rotate.result").startswith("Not tried"))
    tap.calm()
    services = demo.services
    assert services is not None
    services.session.lock()
    await until(lambda: demo.is_there("lockPage"))
    await services.session.unlock(SecretStr(DEMO_PASSWORD))
    await demo.dialog("rotateEnd")
    demo.press("Try again")
    await demo.reads("Medusa Console no longer has the new key", "Paste it to try it now.")
    paste = demo.field("The new key", QLineEdit)
    assert not demo.button("Try this key").isEnabled()
    for wrong in ("sk_" + "0f" * 32, token[:-1], "anything"):
        paste.setText(wrong)
        demo.press("Try this key")
        await demo.reads("That is not the new key, which is sk_")
        assert paste.text() == ""
    basic = b64encode(f"{token}:".encode()).decode()
    presented = [one for one in tap.requests if basic in one.authorization]
    assert len(presented) == 1, "only the trial that failed"
    assert not [one for one in tap.requests if one.authorization.startswith("Basic c2tfMGYw")]
    tap.on("GET", "/admin/users/me", broken, once=True)
    paste.setText(token)
    demo.press("Try this key")
    await until(lambda: said(demo, "formProblem").startswith("Not tried."))
    paste.setText(f" {token}\n")
    paste.setFocus()
    demo.clock.skip(1)
    demo.key(Qt.Key.Key_Return)
    await until(lambda: said(demo, "rotate.result").startswith("Accepted"))
    assert not demo.is_there("rotate.paste")
    await until(lambda: lines(demo)[0]["step"] == "accepted")
    assert token not in demo.log.text
    await demo.clock.advance(60)  # the clipboard has forgotten it, too
    assert not held_in_memory(token)
    demo.press("Keep both for now")
    await demo.no_dialog()


async def test_an_old_publishable_key_that_is_revoked_meanwhile_does_not_come_back(
    demo: Program, tap: Wiretap
) -> None:
    title = "Webshop, new checkout"
    await rotate(demo, title)
    demo.press("Create new key")
    await demo.dialog("rotateEnd")
    await until(lambda: said(demo, "rotate.result") == "Accepted")
    services = demo.services
    assert services is not None
    (rotation,) = services.rotations.open
    old = (await services.keys.get(rotation.old_id)).value
    record = old.model_dump(mode="json", exclude={"token"})
    revoked = record | {"revoked_at": "2026-01-01T00:00:00.000Z", "revoked_by": "user_01"}
    tap.on("GET", f"{KEYS}/{old.id}", answer(200, {"api_key": revoked}))
    demo.clock.skip(1)
    demo.key(Qt.Key.Key_Return, CTRL)
    await until(lambda: said(demo, "formProblem"))
    assert tap.count("POST", f"{KEYS}/{old.id}/revoke") == 0
    demo.press("Keep both for now")
    await demo.no_dialog()


async def test_no_end_is_offered_once_the_new_key_was_refused(
    start: Start, demo: Program, tap: Wiretap
) -> None:
    async def refuse_keys(exchange: Exchange) -> None:
        if exchange.asked.authorization.startswith("Basic"):
            await answer(401, {"message": "Unauthorized"})(exchange)
        else:
            await exchange.pass_on(exchange.send)

    await rotate(demo)
    tap.on("GET", "/admin/users/me$", refuse_keys)
    await save(demo)
    await until(lambda: said(demo, "rotate.result").startswith("Refused"))
    demo.press("Keep both for now")
    await demo.no_dialog()
    demo.pick(TITLE)
    demo.table.setFocus()
    demo.key(Qt.Key.Key_R, CTRL_SHIFT)
    await demo.dialog("rotateEnd")
    await until(lambda: said(demo, "rotate.result").startswith("Refused"))
    assert "Revoke now…" not in demo.buttons
    assert "Try again" not in demo.buttons, "nobody has the key to try it"
    demo.press("Keep both for now")
    await demo.no_dialog()
    await until(lambda: [line["step"] for line in lines(demo)] == ["refused"])
    await demo.quit()

    again = await start(demo=True)
    await again.keys_page()
    await again.reads(f"Rotation not finished: “{TITLE}”", "no usable successor is known")
    again.pick(TITLE)
    assert "Its successor works too" not in again.words
    again.press("Show new key")

"""A secret key is seen once: nothing may lose it, leak it, or say it is stored when it is not."""

from __future__ import annotations

import asyncio
import gc
import re
from collections.abc import Iterator

from pydantic import SecretStr
from PySide6.QtCore import QAbstractTableModel, Qt, QTimer
from PySide6.QtGui import QAccessible, QGuiApplication, QImage, QWindowStateChangeEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QWidget,
)

from tests.ui.creating import TITLE, ask_for_a_key, create_secret, hold_enter, pending_lines
from tests.ui.driving import CTRL, Program, spoken
from tests.ui.running import Start
from tests.ui.standins import turns
from tests.ui.wiretap import Exchange, Wiretap, answer, broken, held
from tests.waiting import until

KEYS = "/admin/api-keys"
SECRET = re.compile(r"sk_[0-9a-f]{64}")
HIDDEN = "Secret key, hidden"


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def field(program: Program) -> QWidget:
    return program.find(QWidget, "secretField")


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def held_in_memory(secret: str) -> int:
    """How often the program keeps the secret."""
    gc.collect()
    kept = [thing for thing in gc.get_objects() if isinstance(thing, SecretStr)]
    return len([thing for thing in kept if thing.get_secret_value() == secret])


def show(program: Program) -> str:
    """Press Show; the secret as a screen reader says it."""
    program.press("Show")
    secret = spoken(field(program))
    assert SECRET.fullmatch(secret)
    return secret


async def test_the_line_about_a_key_is_on_disk_before_the_request_leaves(
    demo: Program, tap: Wiretap
) -> None:
    seen: list[dict[str, object]] = []

    async def look(exchange: Exchange) -> None:
        seen.extend(pending_lines(demo))
        await exchange.pass_on(exchange.send)

    tap.on("POST", KEYS, look)
    await create_secret(demo)
    assert [(line["title"], line["type"], line["key_id"]) for line in seen] == [
        (TITLE, "secret", None)
    ]
    demo.press("I have saved this key")
    demo.press("Done")
    await demo.no_dialog()
    await until(lambda: pending_lines(demo) == [])
    await until(lambda: demo.picked == [TITLE])
    assert tap.count("POST", KEYS) == 1


async def test_what_the_form_does_not_accept_is_told_in_it(demo: Program, tap: Wiretap) -> None:
    await ask_for_a_key(demo, " ")
    demo.press("Create")
    await demo.reads("Enter a title so that people can tell keys apart.")
    # An assistive program writes what can neither be typed nor pasted.
    demo.fill("Title", "").setText("sk_" + "ab" * 32)
    demo.press("Create")
    await demo.reads("That looks like a key. Every admin can see titles.")
    assert tap.count("POST", KEYS) == 0
    tap.on("POST", KEYS, answer(400, {"type": "invalid_data", "message": "Too long, sorry"}))
    demo.fill("Title", "A title that the store does not like")
    demo.press("Create")
    await demo.reads("The store says: Too long, sorry")
    assert demo.field("Title", QLineEdit).text() == "A title that the store does not like"
    assert pending_lines(demo) == []


async def test_a_refusal_leaves_nothing_of_the_once_only_dialog(
    demo: Program, tap: Wiretap
) -> None:
    go = asyncio.Event()

    async def refuse_late(exchange: Exchange) -> None:
        await go.wait()
        await answer(400, {"type": "invalid_data", "message": "Not today"})(exchange)

    def dialogs() -> list[QDialog]:
        return demo.window.findChildren(QDialog, "revealKey")

    form = await ask_for_a_key(demo)
    tap.on("POST", KEYS, refuse_late)
    demo.press("Create")
    await until(lambda: tap.count("POST", KEYS))
    await demo.clock.advance(1)
    await until(dialogs)
    assert not dialogs()[0].isVisible()
    assert form.isActiveWindow()
    go.set()
    await demo.reads("The store says: Not today")
    await until(lambda: not dialogs())


async def test_the_once_only_dialog_that_was_ready_shows_the_new_key(
    demo: Program, tap: Wiretap
) -> None:
    go = asyncio.Event()
    await ask_for_a_key(demo)
    tap.on("POST", KEYS, held(go))
    demo.press("Create")
    await until(lambda: tap.count("POST", KEYS))
    await demo.clock.advance(1)
    await until(lambda: demo.window.findChildren(QDialog, "revealKey"))
    ready = demo.window.findChildren(QDialog, "revealKey")
    go.set()
    assert [await demo.dialog("revealKey")] == ready
    await demo.reads(f"“{TITLE}” was created.")
    assert demo.focus is demo.button("Copy and hide")
    demo.clock.skip(1)
    secret = show(demo)
    demo.press("Copy and hide")
    assert clipboard() == secret


async def test_who_may_not_create_is_told_which_right_is_missing(
    start: Start, tap: Wiretap
) -> None:
    # What is not known to be missing is offered, and the store has the last word.
    tap.on(
        "GET",
        "/admin/rbac/me/permissions",
        answer(403, {"type": "forbidden", "message": "Forbidden"}),
    )
    program = await start()
    program.press("Try the demo store")
    await program.signed_in("reader@demo.example")
    await program.keys_page()
    await ask_for_a_key(program, "Not mine to make")
    program.press("Create")
    await program.reads("api_key:create", "You are still signed in.", "try again")
    assert "Refresh permissions" not in program.words, "nobody can press it in here"
    assert program.field("Title", QLineEdit).text() == "Not mine to make"
    assert pending_lines(program) == []


async def test_a_publishable_key_is_there_at_once(demo: Program) -> None:
    await ask_for_a_key(demo, "Shop window", "Publishable")
    demo.press("Create")
    await demo.no_dialog()
    await until(lambda: demo.picked == ["Shop window"])
    await until(lambda: "Full key" in demo.facts)
    assert pending_lines(demo) == []


async def test_the_dialog_in_the_words_of_the_design(demo: Program) -> None:
    dialog = await create_secret(demo)
    assert dialog.windowTitle() == "Save this key now"
    await demo.reads(
        "DEMO · Demo store · built in",
        f"“{TITLE}” was created. Medusa won't show it again.",
    )
    assert {"Show", "Copy and hide", "I have saved this key", "Done"} <= set(demo.buttons)
    assert "Discard and revoke this key" in demo.buttons
    assert not demo.button("Done").isEnabled()
    demo.press("Copy and hide")
    await demo.reads("Copied. Clipboard clears in 30 s")
    assert {"Copy again", "Clear now", "Keep 30 s longer"} <= set(demo.buttons)
    assert not demo.button("Show").isEnabled()
    assert demo.button("Done").isEnabled()


async def test_five_keys_beside_the_title_create_copy_and_confirm(
    demo: Program, tap: Wiretap
) -> None:
    demo.table.setFocus()
    demo.key(Qt.Key.Key_N, CTRL)
    await demo.dialog("keyForm")
    demo.type(TITLE)
    demo.clock.skip(1)
    demo.key(Qt.Key.Key_Return)
    await demo.dialog("revealKey")
    demo.clock.skip(1)
    demo.key(Qt.Key.Key_Space)
    assert SECRET.fullmatch(clipboard())
    demo.key(Qt.Key.Key_Space)
    demo.key(Qt.Key.Key_Return)
    await demo.no_dialog()
    await until(lambda: pending_lines(demo) == [])
    assert tap.count("POST", KEYS) == 1


async def test_tab_goes_from_the_copy_to_the_discard_and_enter_presses_done_alone(
    demo: Program, tap: Wiretap
) -> None:
    dialog = await create_secret(demo)
    demo.clock.skip(1)

    def around() -> list[str]:
        """Where Tab leads; Enter is pressed at every place."""
        visited = []
        while (name := demo.focus.objectName()) not in visited:
            visited.append(name)
            if not demo.find(QPushButton, "done").isDefault():
                demo.key(Qt.Key.Key_Return)
            demo.key(Qt.Key.Key_Tab)
        return visited

    assert around() == ["copySecret", "showSecret", "handOver", "stored", "discard"]
    assert clipboard() == ""
    assert dialog.isVisible()
    demo.press("Copy and hide")
    assert demo.focus is demo.find(QCheckBox, "stored")
    after = ["stored", "done", "discard", "copySecret", "handOver", "clearNow", "moreSeconds"]
    assert around() == after
    for name in ("discard", "copySecret"):
        demo.find(QPushButton, name).setFocus()
        assert demo.find(QPushButton, "done").isDefault(), name
    demo.key(Qt.Key.Key_Return)
    await demo.no_dialog()
    assert tap.count("POST", f"{KEYS}/.*/revoke") == 0


async def test_a_held_enter_creates_confirms_and_copies_nothing(
    demo: Program, tap: Wiretap
) -> None:
    form = await ask_for_a_key(demo)
    demo.field("Title", QLineEdit).setFocus()
    hold_enter(demo)
    await turns(5)
    assert demo.button("Create").isEnabled(), "it is being sent"
    assert form.isVisible()
    QTest.keyClick(demo.field("Title", QLineEdit), Qt.Key.Key_Return)
    await demo.dialog("revealKey")
    for _ in range(8):
        hold_enter(demo)
        demo.key(Qt.Key.Key_Tab)
    await turns()
    await demo.dialog("revealKey")
    assert tap.count("POST", KEYS) == 1
    assert clipboard() == ""
    assert not demo.button("Done").isEnabled()
    assert demo.is_there("secretField")
    assert spoken(field(demo)) == HIDDEN


async def test_a_press_within_the_first_half_second_is_not_meant(demo: Program) -> None:
    await create_secret(demo)
    for name in ("copySecret", "discard"):
        QTest.mouseClick(demo.find(QPushButton, name), Qt.MouseButton.LeftButton)
    demo.clock.skip(0.49)
    QTest.mouseClick(demo.find(QPushButton, "copySecret"), Qt.MouseButton.LeftButton)
    assert clipboard() == ""
    demo.clock.skip(0.02)
    QTest.mouseClick(demo.find(QPushButton, "copySecret"), Qt.MouseButton.LeftButton)
    assert SECRET.fullmatch(clipboard())


async def test_it_is_masked_until_asked_for_and_after_half_a_minute(demo: Program) -> None:
    dialog = await create_secret(demo)
    hidden = field(demo)

    def leaks() -> bool:
        interface = QAccessible.queryAccessibleInterface(hidden)
        texts = [interface.text(kind) for kind in QAccessible.Text]
        return any(SECRET.search(text) for text in texts) or interface.textInterface() is not None

    assert spoken(hidden) == HIDDEN
    assert not leaks()
    show(demo)
    timer = next(t for t in dialog.findChildren(QTimer) if t.isActive() and t.interval() == 30_000)
    timer.timeout.emit()
    assert spoken(hidden) == HIDDEN
    assert not leaks()
    show(demo)
    demo.press("Hide")
    assert spoken(hidden) == HIDDEN


async def test_a_masked_key_is_not_to_be_seen_and_a_shown_one_is(demo: Program) -> None:
    await create_secret(demo)
    masked = picture(field(demo))
    show(demo)
    assert picture(field(demo)) != masked
    demo.press("Hide")
    assert picture(field(demo)) == masked


async def test_it_is_masked_when_its_window_moves_to_another_screen(demo: Program) -> None:
    dialog = await create_secret(demo)
    masked = picture(field(demo))
    show(demo)
    # What Qt says of a window that was moved; offscreen there is but one screen to move to.
    dialog.windowHandle().screenChanged.emit(QGuiApplication.primaryScreen())
    assert spoken(field(demo)) == HIDDEN
    assert picture(field(demo)) == masked
    assert "Hide" not in demo.buttons


async def test_it_is_masked_when_somebody_turns_elsewhere(demo: Program) -> None:
    dialog = await create_secret(demo)
    show(demo)
    other = QWidget()
    other.show()
    other.activateWindow()
    await until(lambda: spoken(field(demo)) == HIDDEN)
    other.close()
    other.deleteLater()
    dialog.activateWindow()
    await until(dialog.isActiveWindow)
    show(demo)
    dialog.setWindowState(Qt.WindowState.WindowMinimized)
    QApplication.sendEvent(dialog, QWindowStateChangeEvent(Qt.WindowState.WindowNoState))
    assert spoken(dialog.findChildren(QWidget, "secretField")[0]) == HIDDEN


async def test_an_interrupted_person_still_gets_the_key(demo: Program) -> None:
    await create_secret(demo)
    secret = show(demo)
    demo.press("Copy and hide")
    assert clipboard() == secret
    assert spoken(field(demo)) == HIDDEN
    await demo.clock.advance(40)
    assert clipboard() == ""
    await demo.reads("Clipboard cleared. Not pasted yet?")
    demo.press("Copy again")
    assert clipboard() == secret
    await demo.reads("Copied. Clipboard clears in 30 s")


async def test_the_time_on_the_clipboard_can_be_extended_and_ended(demo: Program) -> None:
    await create_secret(demo)
    demo.press("Copy and hide")
    await demo.clock.advance(20)
    secret = clipboard()
    demo.press("Keep 30 s longer")
    await demo.clock.advance(30)
    assert clipboard() == secret
    demo.press("Clear now")
    assert clipboard() == ""
    await demo.reads("Clipboard cleared. Not pasted yet?")
    demo.press("Copy again")
    QGuiApplication.clipboard().setText("the person's own")
    await demo.clock.advance(40)
    assert clipboard() == "the person's own"
    await demo.reads("Something else was copied in the meantime.")


async def test_nothing_closes_it_before_the_key_is_safe(demo: Program) -> None:
    dialog = await create_secret(demo)
    demo.key(Qt.Key.Key_Escape)
    dialog.close()
    demo.window.close()
    demo.key(Qt.Key.Key_Return)
    await turns()
    assert dialog.isVisible()
    await demo.reads("Copy the key, tick “I have saved this key”, or discard it.")
    demo.press("I have saved this key")
    assert demo.button("Done").isEnabled()
    demo.press("I have saved this key")
    assert not demo.button("Done").isEnabled()
    demo.press("Copy and hide")
    demo.key(Qt.Key.Key_Escape)
    await demo.no_dialog()


async def test_copied_and_closed_without_a_word_is_remembered(demo: Program) -> None:
    demo.window.resize(1440, 900)
    await create_secret(demo)
    demo.press("Copy and hide")
    demo.press("Done")
    await demo.no_dialog()
    await until(lambda: demo.picked == [TITLE])
    await until(lambda: demo.facts.get("Saved?") == "Copied, not confirmed as saved")
    noted = [(TITLE, 1)]
    await until(lambda: [(one["title"], one["copied"]) for one in pending_lines(demo)] == noted)
    demo.press("I have saved this key")
    await until(lambda: "Saved?" not in demo.facts)
    assert "I have saved this key" not in demo.buttons
    await until(lambda: not pending_lines(demo))


async def test_discarding_asks_only_if_somebody_may_have_the_key(
    demo: Program, tap: Wiretap
) -> None:
    await create_secret(demo, "Unseen")
    demo.press("Discard and revoke this key")
    await demo.no_dialog()
    await until(lambda: "Unseen" in demo.column("Title"))
    assert demo.column("State")[demo.row("Unseen")].startswith("Revoked")
    assert tap.count("POST", f"{KEYS}/.*/revoke") == 1
    assert pending_lines(demo) == []
    dialog = await create_secret(demo, "Seen")
    show(demo)
    demo.press("Discard and revoke this key")
    await demo.dialog("confirm")
    await demo.reads("Discard “Seen”?")
    assert demo.focus is demo.find(QPushButton, "confirm.keep")
    demo.press("Keep key")
    await demo.dialog("revealKey")
    assert tap.count("POST", f"{KEYS}/.*/revoke") == 1
    assert dialog.isVisible()
    demo.press("Discard and revoke this key")
    await demo.dialog("confirm")
    demo.press("Discard and revoke")
    await demo.no_dialog()
    await until(lambda: "Seen" in demo.column("Title"))
    assert demo.column("State")[demo.row("Seen")].startswith("Revoked")


async def test_a_discard_that_is_under_way_is_not_broken_off(demo: Program, tap: Wiretap) -> None:
    dialog = await create_secret(demo, "Leaving")
    revoke, go = f"{KEYS}/.*/revoke", asyncio.Event()
    tap.on("POST", revoke, held(go))
    demo.find(QCheckBox, "stored").click()
    demo.press("Discard and revoke this key")
    await until(lambda: tap.count("POST", revoke))
    dialog.reject()
    assert dialog.isVisible()
    go.set()
    await demo.no_dialog()
    await until(lambda: "Leaving" in demo.column("Title"))
    assert demo.column("State")[demo.row("Leaving")].startswith("Revoked")


async def test_a_discard_without_proof_keeps_the_dialog(demo: Program, tap: Wiretap) -> None:
    dialog = await create_secret(demo)
    tap.on("POST", f"{KEYS}/.*/revoke", broken)
    demo.press("Discard and revoke this key")
    await demo.reads("Not confirmed: this key may still work.")
    assert dialog.isVisible()
    demo.press("Copy and hide")
    assert SECRET.fullmatch(clipboard())
    demo.press("Done")
    await demo.no_dialog()
    assert len(pending_lines(demo)) == 1


async def test_a_key_on_screen_is_gone_with_the_click_on_done(demo: Program) -> None:
    await create_secret(demo)
    hidden = field(demo)
    masked = picture(hidden)
    secret = show(demo)
    assert held_in_memory(secret)
    demo.press("I have saved this key")
    demo.press("Done")
    assert spoken(hidden) == HIDDEN  # hiding a widget is not enough: it could still be read
    assert picture(hidden) == masked
    await demo.no_dialog()
    await until(lambda: pending_lines(demo) == [])
    assert not held_in_memory(secret)


async def test_afterwards_the_key_is_nowhere(demo: Program, tap: Wiretap) -> None:
    dialog = await create_secret(demo)
    secret = show(demo)
    assert secret not in dialog.windowTitle() + demo.window.windowTitle()
    demo.press("Copy and hide")
    demo.press("I have saved this key")
    demo.press("Done")
    await demo.no_dialog()
    await demo.clock.advance(60)
    await turns()
    found = [text for text in everything_that_can_be_read() if secret in text]
    assert found == []
    assert not [asked for asked in tap.requests if secret in asked.url]
    assert secret not in demo.log.text
    await demo.quit()
    for file in demo.folder.rglob("*"):
        if file.is_file():
            assert secret.encode() not in file.read_bytes(), file.name


def everything_that_can_be_read() -> Iterator[str]:
    """All texts of all widgets, alive or hidden, as Qt and as a screen reader tell them."""
    for widget in QApplication.allWidgets():
        yield from (widget.toolTip(), widget.whatsThis(), widget.statusTip(), widget.windowTitle())
        yield from (widget.accessibleName(), widget.accessibleDescription(), widget.objectName())
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is not None:
            yield from (interface.text(kind) for kind in QAccessible.Text)
            if (text := interface.textInterface()) is not None:
                yield text.text(0, text.characterCount())
        match widget:
            case QLabel() | QPushButton() | QLineEdit():
                yield widget.text()
            case QTextEdit() | QPlainTextEdit():
                yield widget.toPlainText()
            case QComboBox():
                yield from (widget.itemText(n) for n in range(widget.count()))
            case QAbstractItemView() if widget.model() is not None:
                yield from model_texts(widget)


def model_texts(view: QAbstractItemView) -> Iterator[str]:
    model, root = view.model(), view.rootIndex()
    columns = model.columnCount(root) if isinstance(model, QAbstractTableModel) else 1
    for row in range(model.rowCount(root)):
        for column in range(columns):
            for role in range(16):
                yield str(model.index(row, column, root).data(role))

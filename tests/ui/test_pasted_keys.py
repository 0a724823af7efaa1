"""Somebody pastes a key into the wrong line: it does not even become text there.

What is text is announced on the accessibility bus; tests/e2e listens there.
"""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenu

from tests.ui.creating import create_secret, hand_over
from tests.ui.driving import CTRL, NO_KEYS, SHIFT, Program
from tests.ui.running import Start
from tests.waiting import until

KEY = "sk_" + "5ec0" * 16
REFUSED = "That looks like a key. It was not entered here."


def paste(edit: QLineEdit) -> None:
    QTest.keyClick(edit, Qt.Key.Key_V, CTRL)


def paste_by_insert(edit: QLineEdit) -> None:
    QTest.keyClick(edit, Qt.Key.Key_Insert, SHIFT)


def paste_by_menu(edit: QLineEdit) -> None:
    place = QPoint(4, 4)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, edit.mapToGlobal(place))
    QApplication.sendEvent(edit, event)
    (menu,) = (m for m in QApplication.topLevelWidgets() if isinstance(m, QMenu) and m.isVisible())
    next(one for one in menu.actions() if one.objectName() == "edit-paste").trigger()
    menu.close()


def drop(edit: QLineEdit) -> None:
    mime = QMimeData()
    mime.setText(KEY)
    how = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, NO_KEYS)
    for event in (QDragEnterEvent(QPoint(4, 4), *how), QDropEvent(QPoint(4, 4), *how)):
        QApplication.sendEvent(edit, event)
    assert not event.isAccepted(), "moved from elsewhere, it stays there"


def commit(edit: QLineEdit) -> None:
    event = QInputMethodEvent()
    event.setCommitString(KEY)
    QApplication.sendEvent(edit, event)


def try_all(program: Program, *labels: str) -> None:
    """Bring a key into every line in front; the lines are those of `labels` and no more."""
    tried = set()
    for edit in program.front.findChildren(QLineEdit):
        if not edit.isVisible() or edit.echoMode() is QLineEdit.EchoMode.Password:
            continue
        took: list[str] = []
        edit.textChanged.connect(took.append)
        edit.inputRejected.connect(lambda took=took: took.append(KEY))
        for bring in (paste, paste_by_insert, paste_by_menu, drop, commit):
            QGuiApplication.clipboard().setText(f"MEDUSA_KEY={KEY}")
            bring(edit)
            assert not [text for text in took if KEY[:12] in text], (edit.accessibleName(), bring)
        box = edit.parentWidget()
        tried.add(edit.accessibleName() or (box.accessibleName() if box else ""))
    assert tried == set(labels)


async def test_no_line_before_signing_in_takes_a_key(start: Start) -> None:
    program = await start()
    program.press("Connect your store")
    await program.dialog("storeForm")
    program.press("Advanced: CA certificate, proxy")
    program.field("Proxy", QComboBox).setCurrentText("Custom")
    try_all(
        program,
        "Name",
        "Address",
        "Group",
        "CA certificate",
        "Proxy address",
        "Proxy user name (optional)",
        "Secret keys are old after (days)",
    )
    assert program.words.count(REFUSED) == 7
    program.fill("Name", "Northwind")
    assert program.words.count(REFUSED) == 6
    program.key(Qt.Key.Key_Escape)
    await program.no_dialog()
    program.press("Try the demo store")
    await program.open("Demo store")
    try_all(program, "Email")
    assert REFUSED in program.words


async def test_no_line_of_a_store_takes_a_key(demo: Program) -> None:
    demo.window.resize(1440, 900)
    demo.press("Create key")
    await demo.dialog("keyForm")
    try_all(demo, "Title", "Where is it used? (optional)")
    assert demo.words.count(REFUSED) == 2
    demo.key(Qt.Key.Key_Escape)
    await demo.no_dialog()
    demo.key(Qt.Key.Key_K, CTRL)
    await demo.dialog("switcher")
    try_all(demo, "Search stores, actions, keys, customers")
    assert "a key" in demo.words
    demo.type("demo")
    assert "a key" not in demo.words
    demo.key(Qt.Key.Key_Escape)
    await demo.no_dialog()
    demo.press("Settings")
    await demo.dialog("settings")
    try_all(demo, "Clear copied keys after", "Lock after")
    assert demo.words.count(REFUSED) == 2
    demo.press("Close")
    await demo.no_dialog()


async def test_no_line_takes_the_key_that_is_handed_over(demo: Program) -> None:
    await create_secret(demo)
    for way, lines in (
        ("Write to a file…", ("File", "Variable")),
        ("Send to a command…", ("Command", "Folder")),
        ("Save in the keyring…", ("Name",)),
    ):
        await hand_over(demo, way)
        await until(lambda: not demo.is_there("handOver"))
        try_all(demo, *lines)
        assert demo.words.count(REFUSED) == len(lines)
        demo.key(Qt.Key.Key_Escape)
        await demo.dialog("revealKey")


async def test_no_line_about_a_customer_takes_a_key(demo: Program) -> None:
    demo.window.resize(1440, 900)
    await demo.customers_page()
    try_all(demo, "Search")
    await demo.reads("That looks like a key. Look for it on the API keys page.")
    demo.press("Create guest…")
    await demo.dialog("customerForm")
    try_all(demo, "Email", "First name", "Last name", "Company", "Phone")
    assert demo.words.count(REFUSED) == 5
    demo.key(Qt.Key.Key_Escape)
    await demo.no_dialog()
    demo.press("Register customer")
    await demo.dialog("registerCustomer")
    try_all(demo, "Email", "First name", "Last name")
    demo.key(Qt.Key.Key_Escape)
    await demo.no_dialog()
    demo.pick("ines.jansen221@example.com")
    await until(lambda: demo.facts)
    demo.press("Delete customer…")
    await demo.dialog("deleteCustomer")
    try_all(demo, "Email")
    assert REFUSED in demo.words


async def test_a_path_may_have_digits_that_would_be_suspicious_elsewhere(start: Start) -> None:
    program = await start()
    program.press("Connect your store")
    await program.dialog("storeForm")
    program.press("Advanced: CA certificate, proxy")
    path = f"/var/lib/volumes/{'5ec0' * 16}/ca.pem"
    edit = program.field("CA certificate", QLineEdit)
    program.paste(edit, path)
    assert edit.text() == path
    program.paste(edit, KEY)
    await program.reads(REFUSED)
    assert edit.text() == path


async def test_a_title_that_holds_a_near_key_already_can_be_corrected(demo: Program) -> None:
    demo.press("Create key")
    await demo.dialog("keyForm")
    title = demo.field("Title", QLineEdit)
    title.setText("ERP sk_0123456789")
    title.setFocus()
    demo.type(" x")
    assert title.text() == "ERP sk_0123456789 x"

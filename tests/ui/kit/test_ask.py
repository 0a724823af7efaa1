"""Questions: the harmless answer is the easy one."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from medusa_console.domain.store import DEMO_STORE, Environment, Store
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.ask import answer, confirm, hide_dialogs, tasks_of
from medusa_console.ui.kit.button import GuardedButton
from medusa_console.ui.kit.environment_bar import EnvironmentBar
from tests.ui.finding import find
from tests.ui.standins import Clock, never, turns
from tests.waiting import until

LIVE = Store("1", "Northwind EU", "https://northwind.example", Environment.LIVE)
STAGING = Store("2", "Northwind staging", "https://staging.example", Environment.STAGING)
DEVELOPMENT = Store("3", "Northwind dev", "https://dev.example", Environment.DEVELOPMENT)
EVERY_QUESTION = [
    pytest.param(store, danger, id=f"{store.environment.value if store else 'none'}-{danger}")
    for store in (LIVE, STAGING, DEVELOPMENT, DEMO_STORE, None)
    for danger in (True, False)
]
ENTER, CONTROL = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier


class Asked:
    """One open question 'Revoke “ERP nightly sync”?'."""

    def __init__(self, window: QWidget, store: Store | None, *, danger: bool) -> None:
        self.window = window
        self.clock = Clock()
        self.reply = asyncio.ensure_future(
            confirm(
                window,
                store,
                "Revoke “<b>ERP” \u202e?",
                "Anything that uses it stops working immediately.",
                action="Revoke key",
                keep="Keep key",
                danger=danger,
                clock=self.clock.value,
            )
        )

    async def answer(self) -> bool:
        """What was answered; a dialog that stays open fails the test."""
        await until(self.reply.done)
        return self.reply.result()

    async def dialog(self) -> QDialog:
        """The dialog, once it is on the screen and has the keyboard."""
        dialog = await until(lambda: self.window.findChild(QDialog, "confirm"))
        assert dialog is not None
        await until(lambda: dialog.isActiveWindow() and dialog.focusWidget() is not None)
        return dialog


@pytest.fixture
async def window(qtbot: QtBot) -> QWidget:
    """A window with one field that has the focus."""
    window = QWidget()
    qtbot.addWidget(window)
    field = QLineEdit(window)
    field.setObjectName("search")
    window.show()
    window.activateWindow()
    field.setFocus()
    await until(field.hasFocus)
    return window


async def test_the_question_is_headed_by_the_store_and_shown_literally(window: QWidget) -> None:
    asked = Asked(window, LIVE, danger=True)
    dialog = await asked.dialog()
    assert find(dialog, EnvironmentBar, "environment").text().startswith("LIVE · Northwind EU")
    assert find(dialog, QLabel, "confirm.title").text() == "Revoke “<b>ERP” \u2039U+202E\u203a?"
    keys = find(dialog, GuardedButton, "confirm.action").text()
    assert keys.startswith("Revoke key (")
    assert dialog.focusWidget() is find(dialog, QPushButton, "confirm.keep")
    dialog.reject()
    assert await asked.answer() is False


@pytest.mark.parametrize(("store", "danger"), EVERY_QUESTION)
async def test_on_every_store_enter_gives_the_harmless_answer(
    window: QWidget, store: Store | None, danger: bool
) -> None:
    asked = Asked(window, store, danger=danger)
    dialog = await asked.dialog()
    asked.clock.skip(1)
    QTest.keyClick(dialog.focusWidget(), ENTER)
    assert await asked.answer() is False


@pytest.mark.parametrize(("store", "danger"), EVERY_QUESTION)
async def test_on_every_store_enter_on_the_button_itself_does_not_confirm(
    window: QWidget, store: Store | None, danger: bool
) -> None:
    asked = Asked(window, store, danger=danger)
    dialog = await asked.dialog()
    asked.clock.skip(1)
    action = find(dialog, GuardedButton, "confirm.action")
    action.setFocus()
    QTest.keyClick(action, ENTER)
    assert await asked.answer() is False


@pytest.mark.parametrize("focused", ["confirm.keep", "confirm.action"])
@pytest.mark.parametrize(("store", "danger"), EVERY_QUESTION)
async def test_on_every_store_control_and_enter_confirms_and_stands_on_the_button(
    window: QWidget, store: Store | None, danger: bool, focused: str
) -> None:
    asked = Asked(window, store, danger=danger)
    dialog = await asked.dialog()
    asked.clock.skip(1)
    assert find(dialog, GuardedButton, "confirm.action").text() == "Revoke key (Ctrl+Enter)"
    button = find(dialog, QPushButton, focused)
    button.setFocus()
    QTest.keyClick(button, ENTER, CONTROL)
    assert await asked.answer() is True


async def test_control_and_enter_held_down_or_too_early_does_nothing(window: QWidget) -> None:
    asked = Asked(window, LIVE, danger=True)
    dialog = await asked.dialog()
    QTest.keyClick(dialog, ENTER, CONTROL)
    find(dialog, GuardedButton, "confirm.action").click()
    assert dialog.isVisible()
    shortcuts = dialog.findChildren(QShortcut)
    assert shortcuts
    assert not any(shortcut.autoRepeat() for shortcut in shortcuts)
    dialog.reject()
    assert await asked.answer() is False


async def test_escape_keeps(window: QWidget) -> None:
    asked = Asked(window, STAGING, danger=False)
    dialog = await asked.dialog()
    asked.clock.skip(1)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert await asked.answer() is False


async def test_afterwards_the_focus_is_where_it_was(window: QWidget) -> None:
    asked = Asked(window, LIVE, danger=True)
    dialog = await asked.dialog()
    elsewhere = QLineEdit(window)
    elsewhere.show()
    elsewhere.setFocus()
    dialog.reject()
    await asked.answer()
    window.activateWindow()
    await until(find(window, QLineEdit, "search").hasFocus)


async def test_whoever_stops_waiting_takes_the_dialog_along(window: QWidget) -> None:
    asked = Asked(window, LIVE, danger=True)
    await asked.dialog()
    asked.reply.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asked.reply
    await until(lambda: window.findChild(QDialog, "confirm") is None)


async def test_a_field_that_is_gone_does_not_get_the_focus_back(window: QWidget) -> None:
    dialog = QDialog(window)
    asking = asyncio.ensure_future(answer(dialog))
    await until(dialog.isVisible)
    find(window, QLineEdit, "search").deleteLater()
    await until(lambda: window.findChild(QLineEdit, "search") is None)
    dialog.done(7)
    await until(asking.done)
    assert asking.result() == 7


async def test_a_text_too_long_for_the_screen_scrolls_above_its_buttons(window: QWidget) -> None:
    asking = asyncio.ensure_future(
        confirm(
            window, LIVE, "Revoke 90 keys?", "key\n" * 200,
            action="Revoke", keep="Keep", danger=True, clock=Clock().value,
        )
    )  # fmt: skip
    dialog = await until(lambda: window.findChild(QDialog, "confirm"))
    assert dialog is not None
    dialog.resize(400, 300)
    keep = find(dialog, QPushButton, "confirm.keep")
    await until(lambda: dialog.height() == 300 and keep.isVisible())
    assert dialog.rect().contains(QRect(keep.mapTo(dialog, QPoint(0, 0)), keep.size()))
    dialog.reject()
    await until(asking.done)
    assert asking.result() is False


async def test_a_dialog_is_at_most_four_fifths_as_high_as_the_window_even_if_the_window_shrinks(
    window: QWidget,
) -> None:
    window.resize(1000, 800)
    asking = asyncio.ensure_future(
        confirm(
            window, LIVE, "Revoke 90 keys?", "key\n" * 200,
            action="Revoke", keep="Keep", danger=True, clock=Clock().value,
        )
    )  # fmt: skip
    dialog = await until(lambda: window.findChild(QDialog, "confirm"))
    assert dialog is not None

    def fits() -> bool:
        return dialog.height() == 0.8 * window.height()

    for height in (800, 500, 400, 600):
        window.resize(1000, height)
        await until(fits)
    dialog.reject()
    await until(asking.done)


async def test_a_dialog_that_goes_with_its_parent_was_rejected_and_no_lock_stumbles_over_it(
    window: QWidget,
) -> None:
    view = QWidget(window)
    page = QWidget(view)
    dialog = QDialog(page)
    asking = asyncio.ensure_future(answer(dialog))
    await until(dialog.isVisible)
    delete(page)
    hide_dialogs(view)()  # before who waits has had its turn
    await until(asking.done)
    assert asking.result() == QDialog.DialogCode.Rejected
    asked = Asked(view, LIVE, danger=False)
    question = await asked.dialog()
    show_again = hide_dialogs(view)
    assert not question.isVisible()
    show_again()
    question.accept()
    assert await asked.answer() is True


async def test_a_lock_takes_dialogs_out_of_sight_and_nothing_of_them_is_lost(
    qtbot: QtBot, window: QWidget
) -> None:
    view = QWidget(window)
    layout = QVBoxLayout(window)
    layout.addWidget(view)
    form = QDialog(view)
    title, note = QLineEdit(form), QLineEdit(form)
    note.move(0, 40)
    asking = asyncio.ensure_future(answer(form))
    await until(form.isVisible)
    QTest.keyClicks(title, "ERP")
    note.setFocus()
    nested = Asked(form, LIVE, danger=True)
    question = await nested.dialog()
    elsewhere = QDialog(window)
    other = asyncio.ensure_future(answer(elsewhere))
    await until(elsewhere.isVisible)

    show_again = hide_dialogs(view)
    assert not form.isVisible()
    assert not question.isVisible()
    assert elsewhere.isVisible(), "it belongs to no store"
    elsewhere.accept()
    layout.removeWidget(view)
    view.setParent(None)  # as a lock does with all that could be seen
    await turns()
    assert not asking.done()
    assert not nested.reply.done()
    layout.addWidget(view)
    show_again()

    await until(lambda: form.isVisible() and question.isVisible())
    handle = form.windowHandle()
    assert handle.transientParent() is window.windowHandle()
    assert handle.modality() is Qt.WindowModality.WindowModal
    assert QApplication.activeModalWidget() is question, "the later one is in front"
    assert title.text() == "ERP"
    assert form.focusWidget() is note
    question.activateWindow()
    await until(question.isActiveWindow)
    assert question.focusWidget() is find(question, QPushButton, "confirm.keep")
    nested.clock.skip(1)
    QTest.keyClick(question, ENTER, CONTROL)
    assert await nested.answer() is True
    form.done(7)
    await until(lambda: asking.done() and other.done())
    assert asking.result() == 7
    show_again()  # once is enough
    qtbot.addWidget(view)


async def test_a_dialog_that_is_opened_behind_a_lock_waits_for_the_person(window: QWidget) -> None:
    view = QWidget(window)
    show_again = hide_dialogs(view)
    asked = Asked(view, LIVE, danger=False)
    dialog = await until(lambda: view.findChild(QDialog, "confirm"))
    assert dialog is not None
    await never(dialog.isVisible)
    show_again()
    await until(dialog.isVisible)
    dialog.accept()
    assert await asked.answer() is True


async def test_a_dialog_that_ends_behind_a_lock_is_not_shown_again(window: QWidget) -> None:
    view = QWidget(window)
    ended: list[int] = []
    asked = Asked(view, LIVE, danger=False)
    dialog = await until(lambda: view.findChild(QDialog, "confirm"))
    assert dialog is not None
    dialog.finished.connect(ended.append)
    await until(dialog.isVisible)
    show_again = hide_dialogs(view)
    asked.reply.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asked.reply
    assert ended == [QDialog.DialogCode.Rejected], "it has ended as it does in sight"
    show_again()
    await until(lambda: view.findChild(QDialog, "confirm") is None)


@pytest.mark.parametrize("gone", ["answered", "destroyed"])
async def test_what_a_dialog_began_ends_with_it(window: QWidget, gone: str) -> None:
    whole = TaskScope(lambda *_, **__: None, Clock().value)
    dialog = QDialog(window)
    ended = []

    async def work() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.append(True)

    tasks_of(dialog, whole).start(work())
    await turns()
    if gone == "answered":
        dialog.reject()
    else:
        delete(dialog)
    await until(lambda: ended)

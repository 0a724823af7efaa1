"""A dialog that stands alone, driven by keyboard and mouse."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QWidget,
)
from shiboken6 import isValid

from medusa_console.tasks import Again, Doing, TaskScope
from tests.ui.driving import A_MOMENT, LEFT, NO_KEYS, type_into
from tests.ui.standins import Clock
from tests.waiting import until

W = TypeVar("W", bound=QWidget)


class Standing:
    """`dialog` over a window of its own; work that fails unexpectedly fails the test."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.window = QWidget()
        self.window.resize(1000, 700)
        self.window.show()
        self.failures: list[BaseException] = []
        self.tasks = TaskScope(self._on_error, clock.value)
        self.dialog: QDialog | None = None
        self.answer: asyncio.Task[object] | None = None

    def _on_error(
        self, error: BaseException, doing: Doing | None = None, again: Again | None = None
    ) -> None:
        self.failures.append(error)

    async def open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.open()
        await self.in_front(dialog)

    async def ask(self, dialog: QDialog, answer: Coroutine[Any, Any, object]) -> None:
        """Start `answer`, which opens `dialog` and waits for what the person says."""
        self.dialog = dialog
        self.answer = asyncio.create_task(answer)
        await until(dialog.isVisible)
        await self.in_front(dialog)

    async def in_front(self, dialog: QDialog) -> None:
        dialog.activateWindow()
        await until(dialog.isActiveWindow)

    async def asked(self, name: str) -> QDialog:
        """Wait until the dialog of that objectName, or of that class, is in front."""

        def front() -> QDialog | None:
            found = QApplication.activeModalWidget()
            fits = isinstance(found, QDialog) and name in (found.objectName(), type(found).__name__)
            return found if isinstance(found, QDialog) and fits else None

        found = await until(front)
        assert found is not None
        await self.in_front(found)
        return found

    async def aclose(self) -> None:
        await self.tasks.aclose()
        if self.dialog is not None and isValid(self.dialog) and self.dialog.isVisible():
            self.dialog.reject()
        if self.answer is not None:
            await self.answer
        self.window.close()
        self.window.deleteLater()
        assert not self.failures, self.failures

    @property
    def front(self) -> QWidget:
        return QApplication.activeModalWidget() or self.window

    def find(self, kind: type[W], name: str) -> W:
        found = self.front.findChild(kind, name)
        assert found is not None, f"there is no {name}"
        return found

    def says(self, name: str) -> str:
        """What the label of that name reads; "" while it is not to be seen."""
        label = self.find(QLabel, name)
        return label.text() if label.isVisible() else ""

    async def reads(self, name: str, text: str) -> None:
        await until(lambda: text in self.says(name))

    def fill(self, name: str, text: str) -> None:
        edit = self.find(QLineEdit, name)
        edit.setFocus()
        edit.selectAll()
        QTest.keyClick(edit, Qt.Key.Key_Delete)
        type_into(edit, text)

    def choose(self, name: str, words: str) -> None:
        box = self.find(QComboBox, name)
        assert box.isVisible()
        box.setCurrentText(words)

    def press(self, name: str) -> None:
        button = self.find(QAbstractButton, name)
        assert button.isVisible()
        assert button.isEnabled(), f"{name} is grey"
        self.clock.skip(A_MOMENT)
        place = QPoint(8, button.height() // 2)
        middle = button.rect().center()
        QTest.mouseClick(button, LEFT, NO_KEYS, place if isinstance(button, QCheckBox) else middle)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEYS) -> None:
        self.clock.skip(A_MOMENT)
        QTest.keyClick(QApplication.focusWidget() or self.front, key, modifiers)

    def focus(self) -> str:
        widget = QApplication.focusWidget()
        return widget.objectName() if widget is not None else ""

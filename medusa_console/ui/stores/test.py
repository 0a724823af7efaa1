"""Trying out the connection to a store before it is saved."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from pydantic import SecretStr
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from medusa_console.domain.connection import ConnectionReport
from medusa_console.domain.errors import ConsoleError, UnusableCertificates
from medusa_console.domain.store import Store
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.stores.test_result import ConnectionResult

Test = Callable[[Store, SecretStr | None], Awaitable[ConnectionReport]]


class ConnectionTest(QWidget):
    """What was found out; `button` begins and stops.

    Signals:
        wanted: the person wants to know; answer with `ask`.
        told: there is something to read.
        refused: UnusableCertificates, which belongs beside its field.
    """

    wanted = Signal()
    told = Signal()
    refused = Signal(object)

    def __init__(self, test: Test, tasks: TaskScope) -> None:
        super().__init__()
        self._test = test
        self._tasks = tasks
        self._asking = False
        self._result = ConnectionResult()
        self.button = push_button(self.tr("Test connection"), self._on_pressed, name="test")
        self.button.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._result)

    def ask(self, store: Store, password: SecretStr | None) -> None:
        """Ask `store`; see StoreForm."""
        self._tasks.start(self._ask(store, password), replacing="connectionTest")

    def stop(self) -> None:
        """Stop asking, and show nothing: it would be about what is not wanted any more."""
        self._tasks.cancel("connectionTest")
        self._set_asking(asking=False)
        self._result.hide()

    def _on_pressed(self) -> None:
        if self._asking:
            self.stop()
        else:
            self.wanted.emit()

    async def _ask(self, store: Store, password: SecretStr | None) -> None:
        self._set_asking(asking=True)
        self._result.show_asking(store.origin)
        self.told.emit()
        try:
            report = await self._test(store, password)
        except UnusableCertificates as error:
            self._result.hide()
            self.refused.emit(error)
        except ConsoleError as error:
            self._result.show_failure(error)
            self.told.emit()
        else:
            self._result.show_report(report, store.origin)
            self.told.emit()
        self._set_asking(asking=False)

    def _set_asking(self, *, asking: bool) -> None:
        self._asking = asking
        self.button.setText(self.tr("Stop testing") if asking else self.tr("Test connection"))

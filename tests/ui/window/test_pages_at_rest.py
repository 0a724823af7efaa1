"""Pages that nobody has opened are built at rest: opening one only has to load its rows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QTableView, QWidget

from tests.ui.driving import Program
from tests.ui.wiretap import Wiretap
from tests.waiting import until

KEYS, CUSTOMERS = "/admin/api-keys", "/admin/customers"
A_MOMENT = 0.2


async def test_a_page_is_built_at_rest_and_asks_for_nothing_before_it_is_opened(
    demo: Program, tap: Wiretap
) -> None:
    workspace = demo.window.workspace
    assert workspace is not None
    assert demo.window.findChild(QWidget, "customersPage") is None
    await demo.clock.advance(A_MOMENT)
    await until(lambda: demo.window.findChild(QWidget, "customersPage") is not None)
    assert workspace.page.objectName() == "apiKeysPage"
    before = len(tap.asked("GET", KEYS))
    demo.key(Qt.Key.Key_F5)
    await until(lambda: len(tap.asked("GET", KEYS)) > before)
    assert not tap.asked("GET", CUSTOMERS)

    await demo.customers_page()
    assert workspace.page.objectName() == "customersPage"
    assert tap.asked("GET", CUSTOMERS)


class FirstRows(QObject):
    """Whether the scroll bar stood beside the rows as they were painted for the first time."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self.beside_a_bar: list[bool] = []
        self._table = table
        table.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint and self._table.model().rowCount():
            self.beside_a_bar.append(self._table.verticalScrollBar().isVisible())
        return False


async def test_rows_are_first_painted_beside_their_scroll_bar(demo: Program) -> None:
    await demo.keys_page()
    await demo.clock.advance(A_MOMENT)
    table = await until(lambda: demo.window.findChild(QTableView, "customers"))
    assert table is not None
    first = FirstRows(table)
    await demo.customers_page()
    await until(lambda: first.beside_a_bar)
    assert all(first.beside_a_bar)

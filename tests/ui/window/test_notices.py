"""Notices lie over the page: they move nothing, and hide nothing that is needed."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget

from medusa_console.ui.kit.banner import Notice, NoticeAction, NoticeKind
from medusa_console.ui.kit.toast import Toast
from tests.ui.driving import Program
from tests.ui.running import Start
from tests.ui.standins import turns
from tests.ui.wiretap import Wiretap, answer
from tests.waiting import until

LAST = "Loyalty app backend"


def notice(number: int, *, pressing: bool = False) -> Notice:
    return Notice(
        NoticeKind.DANGER,
        f"Failure {number}",
        "The store didn't answer. Nothing was changed.",
        actions=(NoticeAction("Try again", lambda: None),),
        pressing=pressing,
    )


def on_screen(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(QPoint()), widget.size())


def places(program: Program) -> dict[QWidget, QRect]:
    workspace = program.window.workspace
    assert workspace is not None
    return {w: on_screen(w) for w in workspace.findChildren(QWidget) if w.isVisible()}


async def settled(program: Program) -> dict[QWidget, QRect]:
    """Where everything is once the layout has come to rest."""
    before: dict[QWidget, QRect] = {}
    while before != (now := places(program)):
        before = now
        await turns()
    return before


async def test_a_notice_moves_nothing_and_hides_neither_row_nor_drawer(demo: Program) -> None:
    await until(lambda: demo.is_there("glance.creator_gone"))  # the last chip that comes
    for width, height in ((1280, 800), (1000, 620), (640, 400)):
        demo.window.notices.clear()
        demo.window.resize(width, height)
        table = demo.table
        table.clearSelection()
        table.selectRow(6 if height > 400 else 1)
        table.setFocus()
        await until(lambda: demo.is_there("rename"))  # once the account's permissions are known
        before = await settled(demo)
        for number in range(4):
            demo.window.notices.add(notice(number))
        await until(lambda: demo.is_there("notices"))
        now = await settled(demo)
        moved = [f"{w} {place}" for w, place in before.items() if now.get(w) != place]
        assert not moved, (width, height, moved)
        board = demo.find(QWidget, "notices")
        room = on_screen(board)
        assert on_screen(demo.window).contains(room)
        row = table.visualRect(table.currentIndex())
        row.moveTo(table.viewport().mapToGlobal(row.topLeft()))
        assert not room.intersects(row) or width == 640  # its drawer lies over the table
        for name in ("rename", "revoke"):
            button = demo.find(QPushButton, name)
            if button.visibleRegion().boundingRect().contains(button.rect()):
                assert not room.intersects(on_screen(button)), (width, name)


async def test_the_last_row_can_be_scrolled_out_from_under_a_notice(demo: Program) -> None:
    demo.window.resize(1280, 800)
    demo.window.notices.add(notice(1))
    await until(lambda: demo.is_there("notices"))
    table = demo.table
    table.setFocus()
    demo.key(Qt.Key.Key_End)
    last = table.model().index(table.model().rowCount() - 1, 0)
    assert table.currentIndex().row() == last.row()
    row = table.visualRect(last)
    row.moveTo(table.viewport().mapToGlobal(row.topLeft()))
    assert table.rect().contains(table.visualRect(last))
    assert not on_screen(demo.find(QWidget, "notices")).intersects(row)
    demo.window.notices.clear()
    await until(lambda: not demo.is_there("notices"))
    bar = table.verticalScrollBar()

    def ends_with_the_last_row() -> bool:
        bar.setValue(bar.maximum())
        return table.visualRect(last).bottom() + 1 == table.viewport().height()

    await until(ends_with_the_last_row)


async def test_the_offer_to_undo_and_the_notices_both_stay_in_sight(demo: Program) -> None:
    demo.window.resize(1280, 800)
    assert demo.window.workspace is not None
    toast = Toast(demo.window.workspace.page)
    toast.offer("Renamed", "Undo", lambda: None)
    demo.window.notices.add(notice(1))
    await until(lambda: demo.is_there("notices"))
    await until(lambda: not on_screen(toast).intersects(on_screen(demo.find(QWidget, "notices"))))
    assert on_screen(demo.window).contains(on_screen(toast))


async def test_f6_reaches_the_footer_and_the_notices(demo: Program) -> None:
    demo.window.resize(1440, 900)
    demo.window.notices.add(notice(1))
    await until(lambda: demo.is_there("notices"))
    demo.table.setFocus()
    reached = []
    for _ in range(5):
        demo.key(Qt.Key.Key_F6)
        reached.append(demo.focus.objectName())
    assert reached[:2] == ["table.footer", "banner.action"]
    assert demo.table.hasFocus()


async def test_the_sign_in_can_be_scrolled_out_from_under_a_notice(start: Start) -> None:
    program = await start()
    program.press("Try the demo store")
    await program.open("Demo store")
    program.window.resize(640, 400)
    submit = program.find(QPushButton, "submit")
    await until(submit.isEnabled)
    await turns()
    before = on_screen(submit)
    program.window.notices.add(notice(1))
    await until(lambda: program.is_there("notices"))
    await turns()
    assert on_screen(submit) == before
    board = on_screen(program.find(QWidget, "notices"))
    for name in ("addStore", "manageStores"):
        assert not board.intersects(on_screen(program.find(QPushButton, name)))
    area = submit.parentWidget()
    while not isinstance(area, QScrollArea):
        assert area is not None
        area = area.parentWidget()
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    assert not board.intersects(on_screen(submit))
    assert on_screen(area).contains(on_screen(submit))


async def test_a_revoke_that_failed_stands_before_everything_else(
    demo: Program, tap: Wiretap
) -> None:
    tap.on(
        "POST", "/admin/api-keys/.*/revoke", answer(400, {"type": "invalid_data", "message": "no"})
    )
    demo.pick("ERP nightly sync")
    demo.table.setFocus()
    demo.key(Qt.Key.Key_Delete)
    await demo.dialog("confirm")
    demo.press("Revoke key")
    await demo.no_dialog()
    await until(lambda: demo.window.notices.notices)
    demo.window.notices.add(notice(1))
    first, second = demo.window.notices.notices
    assert "ERP nightly sync" in first.title
    assert second.title == "Failure 1"

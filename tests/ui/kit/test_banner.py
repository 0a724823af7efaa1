"""Messages in the page stay until somebody has dealt with them."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from medusa_console.ui.kit.banner import Banner, Notice, NoticeAction, NoticeKind
from tests.ui.finding import find


def notice(title: str, *actions: NoticeAction, text: str = "", details: str = "") -> Notice:
    return Notice(NoticeKind.DANGER, title, text, details, actions)


def banner_of(qtbot: QtBot) -> Banner:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.resize(600, 400)
    banner.show()
    return banner


def visible(banner: Banner, name: str) -> list[str]:
    """The visible labels of that name, from top to bottom."""
    labels = [x for x in banner.findChildren(QLabel, name) if x.isVisible()]
    return [x.text() for x in sorted(labels, key=lambda x: x.mapTo(banner, x.pos()).y())]


def press(banner: Banner, text: str) -> None:
    button = next(b for b in banner.findChildren(QPushButton) if b.text() == text and b.isVisible())
    button.click()


def test_the_newest_is_on_top_and_what_is_beyond_three_is_counted(qtbot: QtBot) -> None:
    banner = banner_of(qtbot)
    for number in range(5):
        banner.add(notice(f"Failure {number}"))
    assert [n.title for n in banner.notices] == [f"Failure {n}" for n in (4, 3, 2, 1, 0)]
    assert visible(banner, "banner.title") == ["Failure 4", "Failure 3", "Failure 2"]
    assert visible(banner, "banner.rest") == ["2 more messages"]


def test_closing_one_makes_room_for_the_next(qtbot: QtBot) -> None:
    banner = banner_of(qtbot)
    for number in range(4):
        banner.add(notice(f"Failure {number}"))
    next(b for b in banner.findChildren(QToolButton, "banner.close") if b.isVisible()).click()
    assert len(banner.notices) == 3
    assert visible(banner, "banner.rest") == []
    banner.clear()
    assert not banner.notices
    assert not banner.isVisible()


def test_the_same_message_is_not_piled_up(qtbot: QtBot) -> None:
    banner = banner_of(qtbot)
    banner.add(notice("Can't reach northwind.example"))
    banner.add(notice("Something else"))
    banner.add(notice("Can't reach northwind.example"))
    assert [n.title for n in banner.notices] == ["Can't reach northwind.example", "Something else"]


def test_what_a_stranger_wrote_is_shown_literally(qtbot: QtBot) -> None:
    banner = banner_of(qtbot)
    banner.add(notice("Revoke <b>x", text="\u202egnp"))
    assert visible(banner, "banner.title") == ["Revoke <b>x"]
    assert visible(banner, "banner.text") == ["\u2039U+202E\u203agnp"]


def test_details_open_and_can_be_copied(qtbot: QtBot) -> None:
    banner = banner_of(qtbot)
    banner.add(notice("Failed", details="POST /admin/api-keys: 502"))
    assert visible(banner, "banner.details.text") == []
    press(banner, "Details")
    assert visible(banner, "banner.details.text") == ["POST /admin/api-keys: 502"]
    find(banner, QToolButton, "banner.details.copy").click()
    assert QGuiApplication.clipboard().text() == "POST /admin/api-keys: 502"
    press(banner, "Details")
    assert visible(banner, "banner.details.text") == []


def test_an_action_runs_once_and_settles_the_message(qtbot: QtBot) -> None:
    banner = banner_of(qtbot)
    done: list[str] = []
    again = NoticeAction("Try again", lambda: done.append("again"))
    stay = NoticeAction("Copy request", lambda: done.append("copied"), closes=False)
    banner.add(notice("Failed", again, stay))
    press(banner, "Copy request")
    assert len(banner.notices) == 1
    press(banner, "Try again")
    assert not banner.notices
    assert done == ["copied", "again"]

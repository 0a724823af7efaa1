"""Messages in the page stay until somebody has dealt with them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QWidget
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
    """The visible labels of that name, as a screen reader reads them."""
    return [x.text() for x in banner.findChildren(QLabel, name) if x.isVisible()]


def press(banner: Banner, text: str) -> None:
    button = next(b for b in banner.findChildren(QPushButton) if b.text() == text and b.isVisible())
    button.click()


def test_the_newest_is_on_top_and_what_is_beyond_two_is_folded(qtbot: QtBot) -> None:
    banner = banner_of(qtbot)
    for number in range(5):
        banner.add(notice(f"Failure {number}"))
    newest_first = [f"Failure {n}" for n in (4, 3, 2, 1, 0)]
    assert [n.title for n in banner.notices] == newest_first
    assert visible(banner, "banner.title") == newest_first[:2]
    press(banner, "3 more")
    assert visible(banner, "banner.title") == newest_first
    press(banner, "Show fewer")
    assert visible(banner, "banner.title") == newest_first[:2]


def test_those_of_one_kind_share_a_row(qtbot: QtBot) -> None:
    banner = banner_of(qtbot)
    for number in range(3):
        banner.add(notice("Signed in again", text=f"Rename {number} was refused"))
    banner.add(notice("Something else"))
    assert visible(banner, "banner.title") == ["Something else", "Signed in again"]
    assert visible(banner, "banner.text") == ["Rename 2 was refused"]
    press(banner, "2 more like this")
    assert visible(banner, "banner.text") == [f"Rename {n} was refused" for n in (2, 1, 0)]


def test_a_key_that_may_work_comes_first_and_is_never_folded(qtbot: QtBot) -> None:
    banner = banner_of(qtbot)
    lost = [Notice(NoticeKind.CAUTION, "May not have been saved", f"K{n}", about=f"{n}",
                   pressing=True) for n in range(4)]  # fmt: skip
    banner.add(lost[0])
    for number in range(4):
        banner.add(notice(f"Failure {number}"))
    for one in lost[1:]:
        banner.add(one)
    assert visible(banner, "banner.text") == ["K3", "K2", "K1", "K0"]
    assert visible(banner, "banner.title")[4:] == ["Failure 3", "Failure 2"]
    assert [b.text() for b in banner.findChildren(QPushButton) if b.isVisible()] == ["2 more"]


def test_a_message_is_one_row_and_grows_only_for_its_text(qtbot: QtBot) -> None:
    banner = banner_of(qtbot)
    act = NoticeAction("Try again", lambda: None)
    banner.add(notice("Not done", act, text="The store didn't answer."))
    card = find(banner, QLabel, "banner.title").parentWidget()
    assert card is not None
    banner.resize(900, banner.heightForWidth(900))
    QApplication.processEvents()
    assert card.height() == 52
    button = find(banner, QPushButton, "banner.action")
    assert abs(button.geometry().center().y() - card.rect().center().y()) <= 1
    banner.resize(280, banner.heightForWidth(280))
    QApplication.processEvents()
    banner.resize(280, banner.heightForWidth(280))
    QApplication.processEvents()
    assert card.height() > 52
    for part in card.findChildren(QWidget):
        if part.isVisible():
            assert card.rect().contains(QRect(part.mapTo(card, QPoint()), part.size())), part


def test_closing_one_makes_room_for_the_next(qtbot: QtBot) -> None:
    banner = banner_of(qtbot)
    for number in range(3):
        banner.add(notice(f"Failure {number}"))
    next(b for b in banner.findChildren(QToolButton, "banner.close") if b.isVisible()).click()
    assert visible(banner, "banner.title") == ["Failure 1", "Failure 0"]
    assert not find(banner, QPushButton, "banner.rest").isVisible()
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

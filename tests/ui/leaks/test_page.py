"""The page of the leak desk: what is taken in, what is shown of it, and where the focus goes."""

from __future__ import annotations

import builtins
import io
import threading
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import IO, Any

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListView, QScrollBar, QTableView, QWidget

from medusa_console.domain.clipboard_text import ClipboardText, Content
from medusa_console.domain.leaks import FoundKey, OtherKind, OtherSecret, Place, Reading
from medusa_console.domain.store import Environment
from medusa_console.domain.tokens import Form, TokenKind
from medusa_console.ui.leaks.holding_area import HoldingArea
from medusa_console.ui.leaks.well import Well
from tests.faults import server as faults
from tests.ui.driving import CTRL, LEFT, NO_KEYS, spoken
from tests.ui.leaks.cards import KEYS, gone
from tests.ui.leaks.pages import Paged, open_paged
from tests.ui.said import announcements, everything_said
from tests.ui.standins import Clock, never, turns
from tests.waiting import until

TOKEN = "sk_" + "a1" * 32
KEY = "apk_01M0000000000000000000KEY1"


@pytest.fixture
async def paged(qapp: QApplication, clock: Clock) -> AsyncIterator[Paged]:
    qapp.clipboard().clear()
    async with open_paged(clock) as paged:
        yield paged


def some_keys(number: int) -> list[str]:
    """Keys that no store knows, and that differ in their shortened form."""
    return [f"sk_{place:03x}" + "b7" * 29 + f"{place:03x}" for place in range(number)]


async def test_a_pasted_key_has_its_card_and_the_focus(
    paged: Paged, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = announcements(monkeypatch)
    eu = await paged.store("Northwind EU")
    eu.add(TOKEN, KEY)
    await paged.show()
    assert paged.focus == "leaks.well"
    assert "Paste or drop anything." in paged.words()
    await paged.paste(f"# staging\nMEDUSA_API_KEY={TOKEN}\n")
    await paged.reads("It works right now")
    (card,) = paged.shown_cards
    assert card.hasFocus()
    summary = paged.find(QLabel, "leaks.summary").text()
    assert summary.startswith("Pasted ")
    assert summary.endswith(" · 2 lines · 1 key · 1 store asked")
    assert any(one.startswith("Pasted ") for one in said)
    assert not paged.is_there("leaks.found")  # one key has its card alone
    told = [text for _, text in everything_said(paged.window)] + said
    assert not [text for text in told if TOKEN[6:20] in text]
    paged.clock.skip(2)
    paged.control_enter()
    await paged.reads("Dead in Northwind EU (live). Refused at")
    assert card.hasFocus()
    assert paged.shown_cards == [card]


async def test_the_answer_and_the_button_are_in_sight_in_the_lowest_window(paged: Paged) -> None:
    eu = await paged.store("Northwind EU")
    eu.add(TOKEN, KEY)
    paged.window.resize(640, 343)  # the page's part of a window of 640x400
    await paged.show()
    for copied_ago, kind in ((None, "destroy"), (20.0, "danger")):
        paged.copied_ago = copied_ago
        await paged.paste(TOKEN)
        await paged.reads("It works right now", "Maya Lindqvist")
        for name in ("leak.headline", "leak.revoke"):
            await until(partial(is_wholly_seen, paged.find(QWidget, name)))
        # Solid only where Ctrl+Enter asks no question.
        assert paged.find(QWidget, "leak.revoke").property("kind") == kind


async def test_whoever_typed_or_clicked_since_the_paste_keeps_the_focus(paged: Paged) -> None:
    await paged.show()
    for clicks in (False, True):
        back = paged.find(QWidget, "leaks.back")
        back.setFocus()
        before = paged.desk.reading
        paged.copy(TOKEN)
        paged.page.paste()
        if clicks:
            paged.clicks(paged.find(QLabel, "leaks.summary"))
        else:
            paged.presses(Qt.Key.Key_X)
        await until(lambda: paged.desk.reading is not before)  # noqa: B023
        await turns(5)
        assert paged.focus == "leaks.back"
        assert len(paged.shown_cards) == 1


async def test_the_well_takes_a_paste_and_a_drop_and_nothing_else(
    paged: Paged, tmp_path: Path
) -> None:
    eu = await paged.store("Northwind EU")
    eu.add(TOKEN, KEY)
    await paged.show()
    well = paged.find(Well, "leaks.well")
    QTest.keyClicks(well, "sk_")
    assert "Nothing can be typed here." in paged.words()
    assert paged.desk.reading is None
    env = tmp_path / "prod.env"
    env.write_text(f"\n\nMEDUSA_API_KEY={TOKEN}\n", encoding="utf-8")

    dropped = QMimeData()
    dropped.setText(f"token: {TOKEN}")
    drop(well, dropped)
    await paged.reads("line 1, token")
    dropped.setUrls([QUrl.fromLocalFile(str(env)), QUrl.fromLocalFile(str(tmp_path))])
    drop(well, dropped)
    assert "Drop one file at a time." in paged.words()
    dropped.setUrls([QUrl.fromLocalFile(str(env))])
    drop(well, dropped)
    await paged.reads("prod.env, read ", "line 3, MEDUSA_API_KEY")
    dropped = QMimeData()
    dropped.setText("x" * (1 << 20) + TOKEN)
    drop(well, dropped)
    assert "This is more than 1 MiB. Save it as a file" in paged.words()

    await paged.reads("It works right now")
    well.setFocus()
    paged.clock.skip(2)
    paged.control_enter()  # moves to the card, and revokes nothing
    assert paged.shown_cards[0].hasFocus()
    await never(lambda: eu.revokes, beside=eu.server)


async def test_a_file_that_cannot_be_read_is_told_and_what_was_there_stays(
    paged: Paged, tmp_path: Path
) -> None:
    await paged.show()
    await paged.paste(TOKEN)
    for name in (tmp_path, tmp_path / "gone.env"):
        dropped = QMimeData()
        dropped.setUrls([QUrl.fromLocalFile(str(name))])
        drop(paged.find(Well, "leaks.well"), dropped)
        await until(lambda: paged.is_there("leaks.well.note"))
        assert paged.find(QLabel, "leaks.well.note").text()
        assert len(paged.shown_cards) == 1
        assert not paged.is_there("leaks.progress")


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[tuple[Path, threading.Event]]:
    """A long file with a key at its start. The rest of it is read once the event is set."""
    log, ready, quickly = tmp_path / "shop.log", threading.Event(), open
    log.write_text(f"MEDUSA_API_KEY={TOKEN}\n" + "nothing of interest\n" * 100_000)

    class Slow(io.BufferedReader):
        def read(self, size: int | None = -1, /) -> bytes:
            assert not self.tell() or ready.wait(60)
            return super().read(size)

    def slowly(file: Any, *details: Any, **more: Any) -> IO[Any]:
        return Slow(io.FileIO(file)) if file == log else quickly(file, *details, **more)

    monkeypatch.setattr(builtins, "open", slowly)
    yield log, ready
    ready.set()


async def test_reading_a_file_can_be_stopped_and_what_was_found_so_far_is_shown(
    paged: Paged, slow: tuple[Path, threading.Event]
) -> None:
    await paged.show()
    log, ready = slow
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(log))])
    drop(paged.find(Well, "leaks.well"), dropped)
    await until(lambda: paged.is_there("leaks.progress"))
    await paged.press("leaks.stop")
    ready.set()
    await until(lambda: paged.desk.reading is not None)
    await turns(20)
    assert not paged.is_there("leaks.progress")
    assert "stopped before the end" in paged.find(QLabel, "leaks.summary").text()
    assert len(paged.shown_cards) == 1
    ready.clear()
    drop(paged.find(Well, "leaks.well"), dropped)
    await until(lambda: paged.is_there("leaks.progress"))
    await paged.paste("nothing here")  # another text takes the place of the file
    ready.set()
    await never(lambda: paged.is_there("leaks.progress"))
    assert not paged.shown_cards


async def test_what_the_clipboard_holds_instead_of_text_is_told(paged: Paged) -> None:
    await paged.show()
    by_hand = "type the first six and the last three characters"
    for content, words in (
        (Content.NOTHING, "The clipboard is empty."),
        (Content.TOO_LONG, "This is more than 1 MiB. Save it as a file and choose the file."),
        (Content.FILES, "The clipboard holds names of files. Choose the file here instead."),
        (Content.PICTURE, by_hand),
        (Content.FORMATTED, by_hand),
        (Content.OTHER, by_hand),
    ):
        paged.clipboard = ClipboardText(content)
        QTest.keyClick(paged.find(Well, "leaks.well"), Qt.Key.Key_V, CTRL)
        assert words in paged.find(QLabel, "leaks.well.note").text()
    assert paged.desk.reading is None
    await paged.paste("nothing here")
    await paged.reads("No Medusa key found. That does not make this text harmless.")
    assert not paged.is_there("leaks.well.note")


async def test_a_paste_of_no_text_leaves_no_earlier_key_to_ctrl_enter(paged: Paged) -> None:
    eu = await paged.store("Northwind EU")
    eu.add(TOKEN, KEY)
    paged.window.resize(640, 260)
    await paged.show()
    await paged.paste(TOKEN)
    await paged.reads("It works right now")
    (card,) = paged.shown_cards
    assert card.hasFocus()
    paged.clipboard = ClipboardText(Content.PICTURE)
    paged.page.paste()
    assert paged.focus == "leaks.well"
    assert not paged.find(QLabel, "leaks.well.note").visibleRegion().isEmpty()
    paged.clock.skip(2)
    paged.control_enter()  # leads back to the card, and revokes nothing
    await never(lambda: paged.revokes or QApplication.activeModalWidget())
    assert card.hasFocus()


async def test_of_many_keys_those_that_a_store_knows_have_a_card(paged: Paged) -> None:
    eu = await paged.store("Northwind EU")
    keys = some_keys(30)
    for place in (3, 20):
        eu.add(keys[place], f"{KEY[:-1]}{place % 10}", title=f"Key {place}")
    await paged.show()
    await paged.paste("\n".join(f"KEY_{place}={key}" for place, key in enumerate(keys)))
    table = paged.find(QTableView, "leaks.found.table")
    assert table.hasFocus()  # no card is there yet
    await until(lambda: len(paged.shown_cards) == 2)
    assert table.hasFocus()
    assert spoken(table) == "Keys found"
    rows = table.model()
    assert rows.rowCount() == 30
    await until(lambda: rows.index(3, 3).data().startswith("Works"))
    assert [rows.index(3, column).data() for column in range(4)] == [
        "sk_003***003",
        "Secret key",
        "line 4, KEY_3",
        "Works in Northwind EU",
    ]
    await until(lambda: rows.index(29, 3).data() == "Not in 1 store")
    first, last = paged.shown_cards
    assert "Key 3" in paged.words(first)
    assert "Key 20" in paged.words(last)
    assert "28 more keys are in the list above. Choose one to see it." in paged.words()
    table.setCurrentIndex(rows.index(10, 0))
    paged.key(Qt.Key.Key_Return)
    middle = paged.shown_cards[1]
    assert middle.hasFocus()
    assert paged.shown_cards == [first, middle, last]  # the order of the text
    table.setFocus()
    table.setCurrentIndex(rows.index(20, 0))
    control_c()
    assert QGuiApplication.clipboard().text() == ""
    paged.key(Qt.Key.Key_Return)
    assert last.hasFocus()
    await until(lambda: not last.visibleRegion().isEmpty())


async def test_cards_are_read_in_the_order_of_the_text_whichever_is_built_first(
    paged: Paged,
) -> None:
    eu = await paged.store("Northwind EU")
    keys = some_keys(8)
    for place in (2, 7):
        eu.add(keys[place], f"{KEY[:-1]}{place}", title=f"Key {place}")
    await paged.show()
    await paged.paste("\n".join(keys))
    await until(lambda: len(paged.shown_cards) == 2)
    table = paged.find(QTableView, "leaks.found.table")
    table.setCurrentIndex(table.model().index(4, 0))
    paged.key(Qt.Key.Key_Return)
    await until(lambda: len(paged.shown_cards) == 3)
    read = paged.words()
    places = [read.index(text) for text in (keys[2][:6], keys[4][:6], keys[7][:6], "more keys are")]
    assert places == sorted(places)


async def test_a_card_that_arrives_moves_nothing_that_is_looked_at(paged: Paged) -> None:
    eu = await paged.store("Northwind EU")
    us = await paged.store("Northwind US", Environment.STAGING, sign_in=False)
    keys = some_keys(8)
    us.add(keys[1], f"{KEY[:-1]}1", title="First")
    for place in (4, 6, 7):
        eu.add(keys[place], f"{KEY[:-1]}{place}", title=f"Key {place}")
    paged.window.resize(900, 400)
    await paged.show()
    await paged.paste("\n".join(keys))
    await until(lambda: paged.words().count("Maya Lindqvist") == 3)
    card = paged.shown_cards[0]
    card.setFocus()
    area = paged.page.findChildren(HoldingArea)[0]
    bar: QScrollBar = area.verticalScrollBar()

    def scrolled() -> bool:  # once the cards are laid out
        bar.setValue(bar.value() + card.mapTo(area, QPoint()).y() - 50)
        return card.mapTo(area, QPoint()).y() == 50

    await until(scrolled)
    await paged.sign_in(us)
    paged.desk.look_again(us.store.id)
    await until(lambda: len(paged.shown_cards) == 4)
    await turns(20)
    assert paged.shown_cards[1] is card
    assert card.hasFocus()
    assert card.mapTo(area, QPoint()).y() == 50


async def test_a_thousand_keys_are_listed_and_all_are_counted(paged: Paged) -> None:
    await paged.show()
    found = tuple(
        FoundKey(str(n), TokenKind.SECRET, Form.REDACTED, f"sk_{n:03x}***abc", places=(Place(n),))
        for n in range(1000)
    )
    paged.desk.begin(Reading(found, 2417, lines=2417))
    await turns(20)
    assert paged.find(QLabel, "leaks.found.count").text() == "1,000 of 2,417 shown"
    assert paged.find(QTableView, "leaks.found.table").model().rowCount() == 1000
    assert not paged.shown_cards
    assert "2,417 keys" in paged.find(QLabel, "leaks.summary").text()


async def test_stores_that_were_not_asked_stand_in_large_lines(paged: Paged) -> None:
    await paged.store("Northwind EU")
    staging = await paged.store("Northwind staging", Environment.STAGING, sign_in=False)
    await paged.show()
    await paged.paste(TOKEN)
    await paged.reads("Northwind staging was not asked. Not signed in.", "1 store asked")
    paged.page.findChildren(QWidget, f"leaks.ask.{staging.store.id}")[0].setFocus()
    paged.key(Qt.Key.Key_Space)
    assert paged.asked_for == [f"sign in {staging.store.id}"]
    await paged.sign_in(staging)
    paged.desk.look_again(staging.store.id)
    await paged.reads("2 stores asked")
    assert not paged.is_there("leaks.asked")


async def test_a_store_that_cannot_list_its_keys_is_told_and_asked_again(paged: Paged) -> None:
    await paged.store("Northwind EU")
    broken = await paged.store("Northwind staging", Environment.STAGING)
    broken.server.on("GET", KEYS, faults.refusal(500, "broken"))
    await paged.show()
    await paged.paste("\n".join(f"sk_{number:064x}" for number in range(9)))
    await paged.reads("1 store asked", "Northwind staging was not asked. It gave no clear answer.")
    broken.server.on("GET", KEYS, broken._list)
    paged.page.refresh()
    await paged.reads("2 stores asked")
    assert not paged.is_there("leaks.asked")


async def test_without_any_session_it_says_so_and_finds_keys_all_the_same(paged: Paged) -> None:
    await paged.store("Northwind EU", sign_in=False)
    await paged.show()
    assert "You are not signed in to any store" in paged.words()
    await paged.paste(TOKEN)
    await paged.reads("Northwind EU was not asked.")
    assert len(paged.shown_cards) == 1
    assert "You are not signed in to any store" not in paged.words()


async def test_without_any_store_a_found_key_comes_with_the_way_to_connect_one(
    paged: Paged,
) -> None:
    await paged.show()
    for text in ("", TOKEN):
        if text:
            await paged.paste(text)
            await paged.reads("1 key · no store asked")
        await paged.reads("No store is connected yet")
        paged.find(QWidget, "leaks.connect").setFocus()
        paged.key(Qt.Key.Key_Space)
    assert paged.asked_for == ["connect", "connect"]


async def test_what_else_a_text_holds_stands_with_what_to_do(paged: Paged) -> None:
    await paged.show()
    until_then = datetime(2026, 11, 3, 18, 40, tzinfo=UTC)
    others = (
        OtherSecret(OtherKind.JWT_SECRET, Place(3, "JWT_SECRET"), "••••"),
        OtherSecret(OtherKind.SESSION, Place(9), "eyJ…", "user_01", until_then),
        *(OtherSecret(OtherKind.OTHER_SERVICE, Place(n), "sk_live_…", "Stripe") for n in range(12)),
    )
    paged.desk.begin(Reading((), 0, others, 14, lines=30))
    await paged.reads(
        "Also found, and not ended by revoking a key",
        "Whoever has it can sign in as anybody until it is changed on the server.",
        "line 3, JWT_SECRET · ••••",
        "Session of user_01, until 3 Nov 2026",
        "Key of Stripe",
    )
    assert "harmless" not in paged.words()
    assert paged.words().count("Key of Stripe") == 8
    await paged.press("leaks.others.more")
    await until(lambda: paged.words().count("Key of Stripe") == 12)


async def test_the_text_is_shown_for_half_a_minute_without_its_values(paged: Paged) -> None:
    await paged.show()
    await paged.paste(f"# staging\nMEDUSA_API_KEY={TOKEN}\nnot a secret\n")
    await paged.press("leaks.show")
    lines = paged.find(QListView, "leaks.text.lines")
    rows = lines.model()
    shown = [str(rows.index(row, 0).data()) for row in range(rows.rowCount())]
    assert shown[:3] == ["# staging", "MEDUSA_API_KEY=•••", "not a secret"]
    assert lines.hasFocus()
    lines.setCurrentIndex(rows.index(2, 0))
    control_c()
    assert QGuiApplication.clipboard().text() == ""
    await paged.clock.advance(20)
    await paged.reads("Hidden again in 10 s")
    await paged.press("leaks.text.more")
    await paged.clock.advance(35)
    assert paged.is_there("leaks.text")
    await paged.clock.advance(6)
    assert not paged.is_there("leaks.text")
    assert rows.rowCount() == 0
    assert paged.focus == "leaks.show"
    paged.key(Qt.Key.Key_Space)
    assert paged.is_there("leaks.text")
    paged.key(Qt.Key.Key_Escape)  # closes the text, and leaves the page where it is
    assert not paged.is_there("leaks.text")
    assert not paged.asked_for


async def test_ten_minutes_without_input_take_the_keys_out_of_memory(paged: Paged) -> None:
    eu = await paged.store("Northwind EU")
    eu.add(TOKEN, KEY)
    await paged.show()
    await paged.paste(TOKEN)
    await paged.reads("It works right now")
    await paged.clock.advance(590)
    paged.presses(Qt.Key.Key_Shift)
    await paged.clock.advance(590)
    assert paged.desk.reading is not None
    assert paged.desk.reading.keys[0].secret is not None
    await paged.clock.advance(20)
    assert paged.desk.reading.keys[0].secret is None
    await paged.reads("Paste it again to check it.")
    assert len(paged.shown_cards) == 1


async def test_clear_asks_while_a_revoke_is_not_proven(paged: Paged) -> None:
    eu = await paged.store("Northwind EU")
    eu.add(TOKEN, KEY)
    await paged.show()
    await paged.paste(TOKEN)
    await paged.reads("It works right now")
    eu.us = gone
    paged.clock.skip(2)
    paged.control_enter()
    await paged.reads("Revoked, not proven")
    await paged.press("leaks.clear")
    question = await paged.question()
    assert "A revoke is not proven yet" in paged.words(question)
    assert paged.focus == "confirm.keep"
    paged.key(Qt.Key.Key_Return)
    await until(lambda: QApplication.activeModalWidget() is None)
    paged.window.activateWindow()
    await until(paged.window.isActiveWindow)
    assert len(paged.shown_cards) == 1
    eu.us = None
    await paged.clock.advance(2)
    await paged.reads("Dead in Northwind EU (live)")
    await paged.press("leak.after.copy")
    await paged.reads("Report copied as Markdown")
    await paged.press("leaks.clear")
    await until(lambda: not paged.shown_cards)
    assert paged.desk.reading is None
    assert paged.focus == "leaks.well"


async def test_practice_is_framed_as_demo_until_another_text_comes(paged: Paged) -> None:
    eu = await paged.store("Northwind EU")
    eu.add(TOKEN, KEY)
    await paged.show()
    await paged.press("leaks.practise")
    assert paged.asked_for == ["practice"]
    paged.page.practise(f"MEDUSA_API_KEY={TOKEN}")
    await until(lambda: paged.shown_cards)
    await paged.reads("DEMO · Demo store · built in", "Practice · 0 s")
    await paged.clock.advance(7)
    await paged.reads("Practice · 7 s")
    assert "Northwind EU" not in paged.words()
    paged.page.show_practice(7.5, 6.0)
    await paged.reads("Practice · dead after 7 s", "Best time: 6 s")
    await paged.paste(TOKEN)
    assert paged.asked_for == ["practice", "practice ended"]
    await paged.reads("It works right now", "LIVE · Northwind EU")
    assert not paged.is_there("leaks.practice")


async def test_f6_and_tab_go_through_the_page_in_reading_order(paged: Paged) -> None:
    await paged.show()
    await paged.paste("\n".join(some_keys(3)))
    await until(lambda: len(paged.shown_cards) == 3)
    names = [pane.objectName() for pane in paged.page.panes() if pane.isVisible()]
    assert names == ["leaks.title", "leaks.well", "leaks.nobody", "leaks.found", "leaks.cards"]
    paged.find(QWidget, "leaks.clear").setFocus()
    order = [paged.focus]
    for _ in range(10):
        paged.key(Qt.Key.Key_Tab)
        order.append(paged.focus)
    assert order == [
        *("leaks.clear", "leaks.back", "leaks.well", "leaks.paste", "leaks.choose"),
        "leaks.show",
        "leaks.connect",
        *("leaks.found.table", "leak.card", "leak.card", "leak.card"),
    ]
    assert QApplication.focusWidget() is paged.shown_cards[2]
    paged.key(Qt.Key.Key_Escape)
    assert paged.asked_for == ["back"]


def is_wholly_seen(part: QWidget) -> bool:
    return part.visibleRegion().boundingRect() == part.rect()


def control_c() -> None:
    """Ctrl+C, as a keyboard sends it: its text is no letter."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QApplication.sendEvent(focus, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_C, CTRL, "\x03"))


def drop(well: Well, dropped: QMimeData) -> None:
    """Drag `dropped` over the well and let it go."""
    place = well.rect().center()
    copies, actions = Qt.DropAction.CopyAction, Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    entered = QDragEnterEvent(place, actions, dropped, LEFT, NO_KEYS)
    QApplication.sendEvent(well, entered)
    assert entered.isAccepted()
    event = QDropEvent(QPointF(place), actions, dropped, LEFT, NO_KEYS)
    QApplication.sendEvent(well, event)
    assert event.dropAction() == copies  # the other program keeps what it has

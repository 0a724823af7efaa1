"""Many leaked keys at once, on the page: the question, the run, and what became of each key."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QListWidget

from medusa_console.domain.leak_answers import Finding
from medusa_console.domain.store import Environment
from tests.faults import server as faults
from tests.ui.driving import CTRL
from tests.ui.leaks.cards import KEYS, Leaky, unauthorized
from tests.ui.leaks.pages import Paged, open_paged
from tests.ui.said import announcements
from tests.ui.standins import Clock, turns
from tests.waiting import until

FORBIDDEN = faults.refusal(403, "Forbidden", "forbidden")


@pytest.fixture
async def page(qapp: QApplication, clock: Clock) -> AsyncIterator[Paged]:
    async with open_paged(clock) as page:
        yield page


def tokens_of(count: int, store: int = 0) -> list[str]:
    return [
        f"sk_{store:02x}{number:02x}{'a1' * 28}{number:02x}{store:02x}" for number in range(count)
    ]


def fill(leaky: Leaky, tokens: list[str]) -> list[str]:
    """The store has these keys; returns their ids."""
    return [
        leaky.add(
            token,
            f"apk_01M{len(leaky.keys):03}{token[3:5].upper()}{'0' * 16}KE",
            title=f"Key {token[3:7]}",
        )
        for token in tokens
    ]


async def leak(page: Paged, *tokens: str) -> None:
    """Paste these keys, and wait until each store has said what it knows."""
    await page.show()
    await page.paste("\n".join(tokens))
    busy = (Finding.LISTING, Finding.ASKING, Finding.LISTED)
    await until(
        lambda: all(
            answer.finding not in busy or answer.why_not
            for case in page.desk.cases
            for answer in case.answers
        )
    )
    await turns(5)


def rows(page: Paged, name: str) -> list[str]:
    lists = [one for one in page.front.findChildren(QListWidget, name) if one.isVisible()]
    return [one.item(row).text() for one in lists for row in range(one.count())]


def press(page: Paged, name: str) -> None:
    page.clock.skip(1)
    button = page.find(QAbstractButton, name)
    assert button.isEnabled(), name
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


async def offered(page: Paged, words: str) -> None:
    """Wait until the button that asks about all of them reads `words`."""
    await until(lambda: page.is_there("many.open"))
    await until(lambda: page.find(QAbstractButton, "many.open").text() == words)


async def ask(page: Paged) -> None:
    await until(lambda: page.is_there("many.open"))
    press(page, "many.open")
    await until(lambda: page.front.objectName() == "manyQuestion")
    await turns(5)


async def confirm(page: Paged) -> None:
    page.clock.skip(1)
    QTest.keyClick(page.front, Qt.Key.Key_Return, CTRL)
    await until(lambda: page.front is page.window)


async def test_the_question_shows_what_is_meant_and_takes_the_name_of_a_live_store_left_empty(
    page: Paged, monkeypatch: pytest.MonkeyPatch
) -> None:
    eu = await page.store("Northwind EU")
    staging = await page.store("Northwind staging", Environment.STAGING)
    mine, theirs = tokens_of(3), tokens_of(2, store=1)
    fill(eu, mine)
    fill(staging, theirs)
    front = "pk_" + "b2" * 32
    eu.add(front, "apk_01M0000000000000000000FRNT")
    page.copied_ago = None
    await leak(page, mine[0])
    assert not page.is_there("many.open")

    await leak(page, *mine, *theirs, front)
    await offered(page, "Revoke 5 keys…")
    await ask(page)
    words = page.words(page.front)
    assert "Revoke 5 keys?" in words
    assert "5 secret keys · 1 publishable key is not among them: it is public by design." in words
    assert "LIVE · Northwind EU" in words
    assert "STAGING · Northwind staging" in words
    assert "These are all 3 working secret keys of Northwind EU (live)." in words
    assert "of Northwind staging" not in words
    listed = rows(page, "many.keys")
    assert len(listed) == 5
    await until(lambda: all("by Maya Lindqvist" in row for row in rows(page, "many.keys")))
    assert "Key 0000" in listed[0]
    assert f"{mine[0][:6]}***{mine[0][-3:]}" in listed[0]
    assert "created 1 day ago" in listed[0]

    # Neither Enter nor Ctrl+Enter does it before the name is typed.
    await until(lambda: page.focus == "many.keep")
    page.clock.skip(1)
    QTest.keyClick(page.front, Qt.Key.Key_Return, CTRL)
    await turns(5)
    assert page.front.objectName() == "manyQuestion"
    name = page.find(QLineEdit, "many.name")
    QTest.keyClicks(name, "northwind eu ")
    assert page.find(QAbstractButton, "many.action").text() == "Revoke 5 keys (Ctrl+Enter)"
    assert page.find(QAbstractButton, "many.action").isEnabled()
    name.clear()

    # With one key left out, the store keeps a working key, and nothing has to be typed.
    keys = page.front.findChildren(QListWidget, "many.keys")[0]
    keys.item(1).setCheckState(Qt.CheckState.Unchecked)
    assert not page.is_there("many.name")
    assert page.find(QAbstractButton, "many.action").text() == "Revoke 4 keys (Ctrl+Enter)"
    QTest.keyClick(page.front, Qt.Key.Key_Escape)
    await until(lambda: page.front is page.window)
    assert page.revokes == 0

    await ask(page)
    page.front.findChildren(QListWidget, "many.keys")[0].item(1).setCheckState(
        Qt.CheckState.Unchecked
    )
    said = announcements(monkeypatch)
    await confirm(page)
    await until(lambda: page.is_there("many.close"))
    lines = rows(page, "many.results")
    assert [line.splitlines()[1].split(" Refused")[0] for line in lines] == [
        *["Dead in Northwind EU (live)."] * 2,
        *["Dead in Northwind staging (staging)."] * 2,
    ]
    assert page.words().count("4 of 4 keys · 4 dead") == 1
    assert said[-1] == "4 of 4 keys · 4 dead"
    assert (eu.revokes, staging.revokes) == (2, 2)
    assert eu.keys[list(eu.keys)[1]]["revoked_at"] is None
    press(page, "many.close")
    assert not page.is_there("many.run")


async def test_a_key_that_this_program_has_copied_is_not_ticked(page: Paged) -> None:
    eu = await page.store("Northwind EU")
    mine = tokens_of(2)
    fill(eu, [*mine, "sk_" + "c3" * 32])
    page.copied_ago = 20.0
    await leak(page, *mine)
    await ask(page)
    assert all("not a leak" in row for row in rows(page, "many.keys"))
    action = page.find(QAbstractButton, "many.action")
    assert not action.isEnabled()
    QTest.keyClick(page.front, Qt.Key.Key_Escape)
    await until(lambda: page.front is page.window)


async def test_a_run_is_paused_and_stopped_and_tells_what_failed_and_what_was_not_touched(
    page: Paged, monkeypatch: pytest.MonkeyPatch
) -> None:
    eu = await page.store("Northwind EU")
    mine = tokens_of(12)
    ids = fill(eu, mine)
    eu.add("sk_" + "c3" * 32, "apk_01M000000000000000000OTHER")
    gate = threading.Event()
    for number, key_id in enumerate(ids):
        answer = FORBIDDEN if number == 1 else revoke_of(eu, key_id)
        eu.server.on("POST", f"{KEYS}/{key_id}/revoke", faults.after(gate, answer))
    await leak(page, *mine)
    await ask(page)
    said = announcements(monkeypatch)
    await confirm(page)
    await until(lambda: eu.revokes == 4)
    focused = page.window.focusWidget()
    assert focused is not None
    assert focused.objectName() == "many.pause"
    press(page, "many.pause")
    gate.set()
    await page.reads("Paused", "4 of 12 keys · 3 dead · 1 failed")
    assert page.find(QAbstractButton, "many.pause").text() == "Go on"
    assert rows(page, "many.results")[-1].endswith("Waiting for its turn")
    assert "3 of 12" in " ".join(said) or "4 of 12" in " ".join(said)

    gate.clear()
    press(page, "many.pause")
    await until(lambda: eu.revokes == 8)
    press(page, "many.stop")
    gate.set()
    await page.reads("Result", "8 of 12 keys · 7 dead · 1 failed · 4 not touched")
    lines = rows(page, "many.results")
    assert "Not revoked. " in lines[1]
    assert "role" in lines[1]
    assert all(line.endswith("Not touched") for line in lines[8:])
    assert eu.revokes == 8

    eu.server.on("POST", f"{KEYS}/{ids[1]}/revoke", revoke_of(eu, ids[1]))
    press(page, "many.retry")
    await page.reads("8 of 12 keys · 8 dead · 4 not touched")
    assert eu.revokes == 9
    # What was not touched can be chosen again.
    press(page, "many.close")
    await offered(page, "Revoke 4 keys…")


def revoke_of(leaky: Leaky, key_id: str) -> faults.Behaviour:
    return lambda exchange: faults.json_answer({"api_key": leaky.revoke(key_id)})(exchange)


async def session_ends(page: Paged) -> tuple[Leaky, threading.Event]:
    """A run over six keys waits, because their store refuses everybody until that is cleared."""
    eu = await page.store("Northwind EU")
    mine = tokens_of(6)
    fill(eu, mine)
    eu.add("sk_" + "c3" * 32, "apk_01M000000000000000000OTHER")
    await leak(page, *mine)
    await ask(page)
    refused = threading.Event()
    refused.set()
    me = eu._me

    def unless_refused(allowed: faults.Behaviour) -> faults.Behaviour:
        return lambda exchange: (unauthorized if refused.is_set() else allowed)(exchange)

    eu.server.on("GET", "/admin/users/me", unless_refused(me))
    eu.server.on("POST", "/auth/token/refresh", unauthorized)
    for key_id in list(eu.keys)[:-1]:
        path = f"{KEYS}/{key_id}/revoke"
        eu.server.on("POST", path, unless_refused(revoke_of(eu, key_id)))
    await confirm(page)
    await page.reads("Waiting", "Your session at Northwind EU has ended.")
    return eu, refused


async def test_a_session_that_ends_is_signed_in_again_from_the_run_which_goes_on(
    page: Paged,
) -> None:
    eu, refused = await session_ends(page)
    press(page, "many.signIn")
    assert page.asked_for == [f"sign in {eu.store.id}"]
    refused.clear()
    await page.sign_in(eu)
    await page.reads("Result", "6 of 6 keys · 6 dead")
    assert all(record["revoked_at"] for record in list(eu.keys.values())[:-1])


async def test_after_a_sign_out_the_rest_is_told_as_not_touched(page: Paged) -> None:
    eu, refused = await session_ends(page)
    await page.sign_out(eu)
    await page.reads("Result", "0 of 6 keys · 6 not touched")
    refused.clear()
    await page.sign_in(eu)
    await turns()
    assert "Waiting" not in page.words()
    assert not any(record["revoked_at"] for record in eu.keys.values())
    press(page, "many.close")


async def test_a_store_that_does_not_answer_is_tried_again_from_the_run(page: Paged) -> None:
    eu = await page.store("Northwind EU")
    mine = tokens_of(6)
    ids = fill(eu, [*mine, "sk_" + "c3" * 32])[:-1]
    await leak(page, *mine)
    await ask(page)
    dead = threading.Event()
    dead.set()

    def unless_dead(allowed: faults.Behaviour) -> faults.Behaviour:
        return lambda exchange: (faults.reset if dead.is_set() else allowed)(exchange)

    def record_of(key_id: str) -> faults.Behaviour:
        return lambda exchange: faults.json_answer({"api_key": eu.keys[key_id]})(exchange)

    for key_id in ids:
        eu.server.on("POST", f"{KEYS}/{key_id}/revoke", unless_dead(revoke_of(eu, key_id)))
        eu.server.on("GET", f"{KEYS}/{key_id}", unless_dead(record_of(key_id)))
    await confirm(page)
    await page.reads("Waiting", "Northwind EU does not answer. Its other keys were not touched.")
    lines = rows(page, "many.results")
    sent = eu.revokes
    assert all("Not confirmed: this key may still work" in line for line in lines[:sent])
    assert all("Waiting for its turn" in line for line in lines[sent:])

    dead.clear()
    press(page, "many.again")
    await page.reads("Result", f"6 of 6 keys · {6 - sent} dead · {sent} failed")
    assert all("still works" in line for line in rows(page, "many.results")[:sent])
    press(page, "many.retry")
    await page.reads("6 of 6 keys · 6 dead")

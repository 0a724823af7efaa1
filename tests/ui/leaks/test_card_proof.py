"""The revoke on the card of a found key, and how far it is proven: never more than is known."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from medusa_console.domain.leak_answers import Doubt, Proof, ProofState
from medusa_console.domain.store import Environment
from medusa_console.ui.leaks.card import LeakCard
from tests.faults import server as faults
from tests.ui.finding import find
from tests.ui.leaks.cards import (
    KEYS,
    Bench,
    Leaky,
    open_bench,
    shortened,
    unauthorized,
    whole,
)
from tests.ui.standins import Clock
from tests.waiting import until

TOKEN = "sk_" + "a1" * 32
SECOND = "sk_" + "d4" * 32
KEY = "apk_01M0000000000000000000KEY1"
REVOKE = f"{KEYS}/{KEY}/revoke"

broken = faults.refusal(500, "An unknown error occurred.", "unknown_error")
accepts = faults.refusal(404, f"User with id: {KEY} was not found", "not_found")


@pytest.fixture
async def bench(qapp: QApplication, clock: Clock) -> AsyncIterator[Bench]:
    async with open_bench(clock) as bench:
        yield bench


async def works(bench: Bench) -> tuple[Leaky, LeakCard]:
    """A live store accepts the key, and its card has stood long enough."""
    eu = await bench.store("Northwind EU")
    eu.add(TOKEN, KEY)
    card = bench.begin(whole(TOKEN))
    await bench.reads("It works right now", "Maya Lindqvist")
    bench.clock.skip(5)
    return eu, card


def proof(card: LeakCard, store: Leaky) -> Proof:
    (answer,) = [one for one in card.case.answers if one.store.id == store.store.id]
    assert answer.proof is not None
    return answer.proof


def ground(card: LeakCard) -> str:
    (panel,) = [one for one in card.findChildren(QWidget, "leak.proof") if one.isVisible()]
    return str(panel.property("ground"))


def title(card: LeakCard) -> str:
    return find(card, QLabel, "leak.proof.title").text()


def spoken(patch: pytest.MonkeyPatch) -> list[tuple[str, bool]]:
    """What a screen reader is told from now on, and whether at once."""
    said: list[tuple[str, bool]] = []
    pass_on = QAccessible.updateAccessibility
    at_once = QAccessible.AnnouncementPoliteness.Assertive

    def listen(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append((event.message(), event.politeness() == at_once))
        pass_on(event)  # type: ignore[arg-type]  # whatever it is

    patch.setattr(QAccessible, "updateAccessibility", listen)
    return said


async def test_step_by_step_to_dead(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    said = spoken(monkeypatch)
    eu, card = await works(bench)
    revoked, presented = threading.Event(), threading.Event()
    done = faults.json_answer({"api_key": eu.revoke(KEY)})
    eu.server.on("POST", REVOKE, faults.after(revoked, done))
    eu.present = faults.after(presented, unauthorized)
    bench.control_enter()
    await bench.reads("Revoking in Northwind EU (live)…", "Revoking…")
    assert card.hasFocus()
    assert not bench.buttons("leak.revoke")
    bench.clock.skip(2)
    revoked.set()
    await bench.reads("Revoked. Checking that Northwind EU (live) refuses it…")
    await bench.later(1)
    await bench.reads("\n8 s after the paste")
    assert "Revoked, and the record shows it" in bench.words()
    assert ground(card) != "good"
    presented.set()
    await until(lambda: proof(card, eu).state is ProofState.DEAD)
    await bench.reads("Dead in Northwind EU (live). Refused at ")
    assert title(card).endswith(" UTC")
    assert ground(card) == "good"
    assert "Refused twice, and your own session accepted in between" in bench.words()
    await bench.later(60)
    card.show_case(card.case)
    assert "\n8 s after the paste" in bench.words(), "the time stands"
    assert not any(bench.buttons(f"leak.{one}") for one in ("revoke", "again", "prove", "copy"))
    dead = [(text, at_once) for text, at_once in said if text.startswith("Dead in Northwind EU")]
    assert [at_once for _, at_once in dead] == [True]
    assert bench.journal.lines == {}


async def test_dead_never_stands_alone(bench: Bench) -> None:
    eu = await bench.store("Northwind EU")
    staging = await bench.store("Northwind staging", Environment.STAGING)
    await bench.store("Old shop", sign_in=False)
    for store in (eu, staging):
        store.add(TOKEN, KEY)
    card = bench.begin(whole(TOKEN))
    await bench.press("leak.ask")
    await bench.reads("It works right now")
    await bench.press("leak.revoke")
    await bench.question()
    bench.clock.skip(1)
    bench.control_enter()
    await bench.reads(
        "Dead in Northwind EU (live)",
        "2 stores were not asked: Northwind staging (lists this key), Old shop (not signed in)",
    )
    assert ground(card) != "good"
    await bench.press("leak.ask")
    await bench.reads("Still accepted by Northwind staging", "1 store was not asked: Old shop")
    (large,) = [one for one in card.findChildren(QLabel, "leak.rest.accepted") if one.isVisible()]
    assert large.property("role") == "title", "as large as the proof"
    assert ground(card) != "good"
    assert (eu.revokes, staging.revokes) == (1, 0)
    await bench.press("leak.revoke")
    await bench.question()
    bench.clock.skip(1)
    bench.control_enter()
    await bench.reads("Dead in Northwind staging (staging)")
    panels = [one for one in card.findChildren(QWidget, "leak.proof") if one.isVisible()]
    assert [one.property("ground") for one in panels] == ["good", "good"]


async def test_without_an_answer_it_is_not_proven_and_tried_ten_times(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = spoken(monkeypatch)
    eu, card = await works(bench)
    eu.present = broken
    bench.journal.broken = True
    bench.control_enter()
    await bench.reads(
        "Revoked, not proven",
        "Northwind EU did not answer when it was shown the key.",
        "Checking again, 1 of 10",
        "The data folder could not be written",
        "Not proven that the store refuses it",
    )
    assert bench.words().count("returned an error (500)") == 1
    assert proof(card, eu).doubt is Doubt.NO_ANSWER
    assert ground(card) == "caution"
    for number in range(2, 11):
        await bench.later(2)
        await until(lambda number=number: proof(card, eu).tries == number)  # type: ignore[misc]
    await until(lambda: not proof(card, eu).running)
    assert "Checking again" not in bench.words()
    assert [one for one in said if one[0] == "Revoked, not proven"] == [
        ("Revoked, not proven", True)
    ]
    eu.present = None
    await bench.press("leak.prove")
    await bench.reads("Dead in Northwind EU (live)")
    assert ground(card) == "good"


async def test_a_store_that_refuses_us_too_proves_nothing(bench: Bench) -> None:
    eu, card = await works(bench)
    eu.us = broken
    bench.control_enter()
    await bench.reads(
        "Revoked, not proven",
        "Northwind EU refuses the key, but your own session too, so that proves nothing.",
    )
    assert proof(card, eu).doubt is Doubt.OUR_SESSION
    assert "Dead" not in bench.words()
    eu.us = None
    await bench.later(2)
    await bench.reads("Dead in Northwind EU (live)")


async def test_a_key_that_leaves_memory_is_not_proven(bench: Bench) -> None:
    eu, card = await works(bench)
    eu.present = broken
    bench.control_enter()
    await bench.reads("Revoked, not proven")
    bench.desk.forget_keys()
    await bench.later(15)
    await bench.passes_until(lambda: proof(card, eu).doubt is Doubt.KEY_GONE)
    await bench.reads(
        "Revoked, not proven",
        "The key is no longer in memory. Paste it again to prove the revoke.",
    )
    assert not bench.buttons("leak.prove")


async def test_a_key_that_still_works_is_red_and_can_be_revoked_again(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = spoken(monkeypatch)
    eu, card = await works(bench)
    eu.present = accepts
    bench.control_enter()
    await bench.reads(
        "Still works. Revoke again",
        "Northwind EU accepted it at ",
        "after the revoke.",
        "The store still accepts it",
    )
    assert ground(card) == "danger"
    assert ("Still works. Revoke again", True) in said
    eu.present = None
    await bench.press("leak.again")
    await bench.reads("Dead in Northwind EU (live)")
    assert eu.revokes == 2
    assert QApplication.activeModalWidget() is None


async def test_a_revoke_that_is_refused_says_why_once_and_offers_a_request(bench: Bench) -> None:
    eu, card = await works(bench)
    refused = faults.refusal(403, "Forbidden. Required policies: api_key:update", "forbidden")
    eu.server.on("POST", REVOKE, refused)
    bench.control_enter()
    await bench.reads("Not revoked", "Your role needs the permission api_key:update.")
    assert proof(card, eu).state is ProofState.NOT_REVOKED
    assert ground(card) == "danger"
    assert bench.words().count("api_key:update") == 1
    assert bench.buttons("leak.copy")
    assert not bench.buttons("leak.again")


async def test_a_session_that_ends_while_revoking_is_signed_in_to_here(bench: Bench) -> None:
    eu, card = await works(bench)
    eu.server.on("POST", REVOKE, unauthorized)
    eu.server.on("POST", "/auth/token/refresh", unauthorized)
    eu.us = unauthorized
    bench.control_enter()
    await bench.reads("Not revoked", "Your session has ended")
    await bench.press("leak.signIn")
    assert bench.wanted == [("sign in", eu.store.id)]
    eu.us = None
    eu.behave()
    eu.add(TOKEN, KEY)
    await bench.sign_in(eu)
    await bench.press("leak.again")
    await bench.reads("Dead in Northwind EU (live)")
    assert card.case.dead


async def test_a_lost_answer_is_not_a_revoke(bench: Bench) -> None:
    eu, card = await works(bench)
    eu.server.on("POST", REVOKE, faults.close)
    bench.control_enter()
    await bench.reads("Not confirmed: this key may still work", "Revoke not confirmed")
    assert proof(card, eu).doubt is Doubt.NOT_SHOWN
    assert "The record of Northwind EU does not show the revoke." in bench.words()
    assert ground(card) == "danger"
    eu.revoke(KEY)
    await bench.later(2)
    await bench.reads("Dead in Northwind EU (live)")


async def test_a_record_that_is_gone_lets_no_shortened_key_in(bench: Bench) -> None:
    eu = await bench.store("Northwind EU")
    eu.add(TOKEN, KEY)
    card = bench.begin(shortened(TOKEN))
    await bench.reads("It is not known whether it works")
    absent = faults.refusal(404, f"API Key with id: {KEY} was not found", "not_found")
    eu.server.on("POST", REVOKE, absent)
    eu.server.on("GET", f"{KEYS}/{KEY}", absent)
    await bench.press("leak.revoke")
    await bench.question()
    bench.clock.skip(1)
    bench.control_enter()
    await bench.reads("Its record is gone from Northwind EU")
    assert proof(card, eu).state is ProofState.BY_RECORD


async def test_what_has_changed_under_a_question_is_not_revoked(bench: Bench) -> None:
    eu, card = await works(bench)
    bench.armed = False
    bench.control_enter()
    await bench.question()
    await bench.sign_out(eu)
    bench.clock.skip(1)
    bench.control_enter()
    await bench.reads("Nothing was revoked: what this card shows has changed. Check it again.")
    assert eu.revokes == 0
    assert bench.buttons("leak.signIn", card)


async def test_the_focus_stays_on_the_card_whose_button_goes(bench: Bench) -> None:
    eu = await bench.store("Northwind EU")
    eu.add(TOKEN, KEY)
    await bench.store("Old shop", sign_in=False)
    card = bench.begin(whole(TOKEN), whole(SECOND))
    await bench.reads("It works right now", "Maya Lindqvist")
    await bench.press("leak.revoke")
    await bench.question()
    bench.clock.skip(1)
    bench.control_enter()
    await bench.reads("Dead in Northwind EU (live)")
    await bench.no_question()
    assert card.hasFocus()


async def test_keep_key_is_the_answer_of_enter_and_escape(bench: Bench) -> None:
    eu, card = await works(bench)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        await bench.press("leak.revoke")
        asked = await bench.question()
        said = bench.words(asked)
        assert f"LIVE · Northwind EU · {eu.store.host}" in said
        for text in ("Revoke “ERP nightly sync”?", KEY, "1 day ago by Maya Lindqvist"):
            assert text in said
        bench.clock.skip(1)
        bench.key(key)
        await bench.no_question()
    assert bench.revokes == 0
    assert find(card, QWidget, "leak.revoke").hasFocus(), "the focus is back"

"""The message for whoever leaked a key says what they need, and nothing that was not ticked."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel

from medusa_console.domain import tokens
from medusa_console.domain.leak_answers import Finding, Proof, ProofState, StoreAnswer
from medusa_console.domain.leaks import Place
from medusa_console.ui.words.leak_message import Told, message_text
from tests.ui.finding import find
from tests.ui.leaks.cards import Bench, open_bench, whole
from tests.ui.leaks.test_report_writing import HOSTILE
from tests.ui.leaks.test_request import ANSWER, CASE, KEY, RECORD, SECRET
from tests.ui.standins import Clock
from tests.waiting import until

NOW = datetime(2026, 11, 30, 3, 4, 5, tzinfo=UTC)
REVOKED = RECORD.model_copy(update={"revoked_at": NOW, "revoked_by": "user_01"})
DEAD = replace(ANSWER, proof=Proof(ProofState.DEAD, REVOKED, NOW))
NOTHING, EVERYTHING = Told(), Told(title=True, id=True, host=True)
ID = RECORD.id


@pytest.fixture(autouse=True)
def clipboard(qapp: QApplication) -> Iterator[None]:
    yield
    QGuiApplication.clipboard().clear()


@pytest.fixture
async def bench(qapp: QApplication, clock: Clock) -> AsyncIterator[Bench]:
    async with open_bench(clock) as bench:
        yield bench


def text(answer: StoreAnswer, told: Told = NOTHING) -> str:
    return message_text(replace(CASE, answers=(answer,)), answer, told, roles_off=False)


def test_it_names_key_place_and_death_and_nothing_else_of_the_store() -> None:
    message = text(DEAD)
    lines = message.splitlines()
    assert lines[0].endswith("sk_a1a***1a1")
    assert lines[1] == "Found in: .env, line 14, MEDUSA_API_KEY"
    assert lines[2] == "It has been dead since 2026-11-30 03:04:05 UTC: its store refuses it."
    for untold in (RECORD.title, ID, "northwind", "Northwind", "user_01", SECRET):
        assert untold not in message
    named = text(DEAD, EVERYTHING)
    for one in (f"Title: “{RECORD.title}”", f"ID: {ID}", "Server: northwind.example"):
        assert one in named.splitlines()


def test_a_line_of_a_pasted_text_is_not_told_as_a_place_that_everybody_knows() -> None:
    pasted = replace(KEY, places=(Place(14, "Authorization"),))
    message = message_text(
        replace(CASE, key=pasted, answers=(DEAD,)), DEAD, NOTHING, roles_off=False
    )
    assert "Found in a text that was checked: line 14, Authorization" in message


def test_it_claims_no_more_than_is_known() -> None:
    gone = RECORD.model_copy()
    sayings = {
        text(replace(ANSWER, proof=Proof(ProofState.DEAD, gone, NOW))): "its record is gone",
        text(replace(ANSWER, proof=Proof(ProofState.BY_RECORD, REVOKED, NOW))): "as its record",
        text(replace(ANSWER, proof=Proof(ProofState.BY_RECORD, gone, NOW))): "was deleted",
        text(replace(ANSWER, proof=Proof(ProofState.NOT_PROVEN, REVOKED))): "not proven yet",
        text(replace(ANSWER, proof=Proof(ProofState.STILL_WORKS, REVOKED))): "It still works",
        text(replace(ANSWER, proof=Proof(ProofState.NOT_REVOKED, gone))): "It still works",
        text(
            StoreAnswer(ANSWER.store, Finding.REVOKED_ALIKE, (REVOKED,))
        ): "probably revoked before, at 2026-11-30 03:04:05 UTC",
    }
    for message, saying in sayings.items():
        assert saying in message
        assert ("is dead" in message) is ("its record is gone" in message)
    other = replace(ANSWER, store=replace(ANSWER.store, origin="https://copy.example"))
    both = replace(CASE, answers=(DEAD, other))
    elsewhere = message_text(both, DEAD, EVERYTHING, roles_off=True)
    assert "It may still work elsewhere." in elsewhere
    assert elsewhere.splitlines()[-1].startswith("Everybody sets a new password")
    assert "copy.example" not in elsewhere


@pytest.mark.parametrize("name", HOSTILE)
def test_what_strangers_wrote_does_nothing_where_it_is_pasted(
    qapp: QApplication, name: str
) -> None:
    hostile = HOSTILE[name]
    place = Place(1, hostile, hostile, hostile, hostile, hostile, hostile)
    record = REVOKED.model_copy(update={"title": hostile})
    answer = replace(
        DEAD,
        store=replace(DEAD.store, name=hostile),
        proof=Proof(ProofState.DEAD, record, NOW),
    )
    case = replace(CASE, key=replace(KEY, places=(place,)), answers=(answer,))
    message = message_text(case, answer, EVERYTHING, roles_off=False)
    assert len(message.splitlines()) == 7
    assert len(message) < 10_000
    assert not tokens.may_hold_a_key(message)
    assert not re.search(r"[@#](?=\S)|//|<|>|`|\]\(|[\u202a-\u202e\u2066-\u2069\u200b]", message)
    page = QTextDocument()
    page.setMarkdown(message, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
    assert not re.search("href|<img|<h1|<script", page.toHtml())


async def test_what_is_shown_is_what_is_copied_and_only_ticks_name_the_record(
    bench: Bench,
) -> None:
    eu = await bench.store("Northwind EU")
    eu.add(SECRET, ID, title="ERP nightly sync")
    bench.begin(whole(SECRET))
    await bench.reads("It works right now")
    assert not bench.buttons("leak.after.message"), "nothing is done yet"
    bench.clock.skip(5)
    await bench.press("leak.revoke")
    await bench.question()
    await bench.press("confirm.action")
    await bench.reads("Dead in Northwind EU (live)")

    await bench.press("leak.after.message")
    await until(lambda: bench.front.objectName() == "leakMessage")
    shown = find(bench.front, QLabel, "leakMessage.text")
    for name, text in (
        ("title", "ERP nightly sync"),
        ("id", ID),
        ("host", eu.store.host.replace(":", "")[:9]),
    ):
        tick = find(bench.front, QCheckBox, f"leakMessage.{name}")
        assert not tick.isChecked()
        assert text not in shown.text()
        tick.click()
        assert text in shown.text()
        tick.click()
        assert text not in shown.text()
    find(bench.front, QCheckBox, "leakMessage.id").click()
    expected = shown.text()
    assert SECRET not in expected
    await bench.press("leakMessage.copy")
    await bench.reads("Message copied. Paste it into a chat or an email.")
    assert QGuiApplication.clipboard().text() == expected

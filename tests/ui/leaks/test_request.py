"""A request to revoke a key says all that is needed, and nothing in it does anything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from pydantic import SecretStr
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtWidgets import QApplication, QWidget

from medusa_console.domain import tokens
from medusa_console.domain.api_key import ApiKey, KeyType
from medusa_console.domain.escaping import in_markdown
from medusa_console.domain.leak_answers import Case, Finding, StoreAnswer
from medusa_console.domain.leaks import FoundKey, Place
from medusa_console.domain.store import Environment, Store
from medusa_console.domain.tokens import Form, TokenKind
from medusa_console.ui.leaks.request import copy_request, request_text

SECRET = "sk_" + "a1" * 32
NOW = datetime(2026, 11, 29, 14, 3, 7, tzinfo=UTC)
STORE = Store("s", "Northwind EU", "https://northwind.example", Environment.LIVE)
RECORD = ApiKey(
    id="apk_01M0000000000000000000KEY1",
    title="ERP nightly sync",
    type=KeyType.SECRET,
    redacted=tokens.redact(SECRET),
    created_at=NOW,
    created_by="user_01",
)
KEY = FoundKey(
    "1",
    TokenKind.SECRET,
    Form.WHOLE,
    tokens.redact(SECRET),
    SecretStr(SECRET),
    (Place(14, "MEDUSA_API_KEY", file=".env"),),
)
ANSWER = StoreAnswer(
    STORE, Finding.THIS_KEY, (RECORD,), accepted_at=NOW, named=RECORD.id, as_of=NOW
)
CASE = Case(KEY, (ANSWER,), alone=True)

HOSTILE = (
    "@channel <!here> ![x](https://evil.example/x.png) [pay](https://evil.example) "
    "<img src=//evil.example/x> www.evil.example anna@evil.example\n# \u202eowned `x`"
)


@pytest.fixture(autouse=True)
def clipboard(qapp: QApplication) -> Iterator[None]:
    yield
    QGuiApplication.clipboard().clear()


def test_the_request_names_key_store_proof_and_place_and_never_holds_the_key(
    qapp: QApplication,
) -> None:
    widget = QWidget()
    copy_request(widget, CASE, ANSWER, RECORD)
    text = QGuiApplication.clipboard().text()
    assert text.splitlines() == [
        "Please revoke this Medusa API key:",
        "Title: “ERP nightly sync”",
        f"ID: {RECORD.id}",
        "Shortened form: sk_a1a***1a1",
        "Store: Northwind EU (live), northwind.example",
        "It works right now: the store accepted it at 2026-11-29 14:03:07 UTC.",
        "Found in: .env, line 14, MEDUSA_API_KEY",
    ]
    assert not tokens.may_hold_a_key(text)


def test_the_request_claims_no_more_than_is_known(qapp: QApplication) -> None:
    unsure = replace(ANSWER, finding=Finding.ACCEPTED)
    alike = replace(ANSWER, finding=Finding.CANDIDATES, accepted_at=None)
    public = replace(ANSWER, finding=Finding.PUBLISHABLE, accepted_at=None)
    assert "did not say which key" in request_text(CASE, unsure, RECORD)
    assert "It is not proven that this is the leaked key" in request_text(CASE, alike, RECORD)
    assert "It is no leak" in request_text(CASE, public, RECORD)
    for answer in (alike, public):
        assert "right now" not in request_text(CASE, answer, RECORD)


def test_many_places_are_counted(qapp: QApplication) -> None:
    places = tuple(Place(number, file="app.log") for number in range(1, 21))
    case = replace(CASE, key=replace(KEY, places=places, count=1_000))
    lines = request_text(case, ANSWER, RECORD).splitlines()
    assert lines[-7:-5] == ["Found in:", "app. log, line 1"]
    assert lines[-1] == "and in 995 more places"


def test_titles_names_and_places_of_strangers_do_nothing_where_the_request_is_pasted(
    qapp: QApplication,
) -> None:
    record = RECORD.model_copy(update={"title": HOSTILE})
    place = Place(1, HOSTILE, HOSTILE, HOSTILE, f"{SECRET} {HOSTILE}", HOSTILE, HOSTILE)
    case = replace(CASE, key=replace(KEY, places=(place,)))
    answer = replace(ANSWER, store=replace(STORE, name=HOSTILE))
    text = request_text(case, answer, record)
    assert len(text.splitlines()) == 7
    assert not tokens.may_hold_a_key(text)
    assert "\u2039U+202E\u203aowned" in text
    for written in (text, in_markdown(HOSTILE)):
        page = QTextDocument()
        page.setMarkdown(written, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        html = page.toHtml()
        assert "evil" in html
        assert "href" not in html
        assert "<img" not in html
        assert "<h1" not in html


def test_a_reader_of_markdown_would_have_made_links_of_it(qapp: QApplication) -> None:
    page = QTextDocument()
    page.setMarkdown(HOSTILE, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
    html = page.toHtml()
    assert "href" in html
    assert "<img" in html

"""What a leaked key did, in the whole program: from its card and back, locks and sign-outs."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QPushButton

from medusa_console.domain.api_key import KeyType
from medusa_console.domain.query import KeyQuery
from medusa_console.domain.store import DEMO_PASSWORD
from medusa_console.ui.words import labels
from tests.domain.scanner_samples import gitleaks
from tests.ui.driving import CTRL, SHIFT, Program
from tests.ui.wiretap import Wiretap, held
from tests.waiting import until

LEAKED = datetime.now(UTC).replace(microsecond=0) - timedelta(days=3)


@pytest.fixture
async def found(demo: Program) -> str:
    """A secret key of the demo store leaked, and its card stands on the desk; the key's id."""
    assert demo.services is not None
    keys = demo.services.keys
    created, line = await keys.create("Leaky feed", KeyType.SECRET, await keys.newest())
    await keys.settle(line)
    secret = created.secret.get_secret_value()
    report = [
        gitleaks(secret, Date=f"{LEAKED + timedelta(days=day):%Y-%m-%dT%H:%M:%SZ}", StartLine=day)
        for day in (2, 0, 1)
    ]
    QGuiApplication.clipboard().setText(json.dumps(report))
    demo.key(Qt.Key.Key_V, CTRL | SHIFT)
    await until(lambda: demo.is_there("leak.revoke"))
    return created.key.id


async def look(demo: Program) -> None:
    demo.press(demo.find(QPushButton, "leak.did"))
    await demo.dialog("whatItDid")
    await until(lambda: demo.is_there("did.notLooked"))


async def close(demo: Program) -> None:
    demo.key(Qt.Key.Key_Escape)
    await demo.no_dialog()


async def test_the_card_leads_there_with_the_earliest_date_of_the_report(
    demo: Program, found: str
) -> None:
    await look(demo)
    date = demo.find(QComboBox, "did.leaked").currentText()
    assert date == f"{labels.exact(LEAKED)}, from the report"
    await demo.reads("What “Leaky feed” did", "Nothing carries its name.")
    await close(demo)
    assert demo.focus.objectName() == "leak.did"


async def test_the_way_stays_when_the_key_is_revoked(
    demo: Program, tap: Wiretap, found: str
) -> None:
    assert demo.services is not None
    demo.press(demo.find(QPushButton, "leak.revoke"))
    question = await demo.dialog("confirm")
    demo.press(question.findChildren(QPushButton, "confirm.action")[0])
    await demo.no_dialog()
    await demo.reads("Dead in Demo store")
    answered = asyncio.Event()
    tap.on("GET", "/admin/customers", held(answered))
    demo.press(demo.find(QPushButton, "leak.did"))
    await demo.dialog("whatItDid")
    await demo.reads("Reading")
    assert "still works" not in demo.words  # the card knows it as it was when it was listed
    answered.set()
    await until(lambda: demo.is_there("did.notLooked"))
    await demo.reads("Nothing carries its name.")
    assert "revoked" in demo.words
    assert not demo.is_there("did.alive")


async def test_clear_forgets_what_was_found(demo: Program, found: str) -> None:
    assert demo.services is not None
    await look(demo)
    await close(demo)
    looks = demo.services.looks
    assert looks.of(found) is not None
    demo.press(demo.find(QPushButton, "leaks.clear"))
    if demo.front is not demo.window:
        demo.key(Qt.Key.Key_Return, CTRL)
    await until(lambda: not demo.is_there("leak.card"))
    assert looks.of(found) is None


async def test_a_lock_closes_it_and_what_was_found_is_there_for_whoever_unlocks(
    demo: Program, tap: Wiretap, found: str
) -> None:
    await look(demo)
    tap.on("GET", "/admin/customers", held(asyncio.Event()))
    demo.press(demo.find(QPushButton, "did.again"))
    await demo.reads("Reading")
    demo.presence.leaves()  # as the desktop does when it is locked
    await until(lambda: demo.is_there("lockPage"))
    await demo.no_dialog()
    tap.calm()
    demo.type(DEMO_PASSWORD)
    demo.key(Qt.Key.Key_Return)
    await until(lambda: demo.is_there("leak.did"))
    read = tap.count("GET", "/admin/invites")
    await look(demo)
    assert tap.count("GET", "/admin/invites") == read


async def test_the_drawer_of_a_revoked_secret_key_leads_there(demo: Program) -> None:
    demo.window.resize(1440, 900)
    await demo.keys_page()
    assert demo.services is not None
    keys = demo.services.keys
    demo.pick("ERP nightly sync")
    assert not demo.is_there("whatItDid")
    key = (await keys.find(KeyQuery(text="ERP nightly sync"), 0, 1)).rows[0]
    await keys.revoke(key.id)
    await until(lambda: demo.is_there("whatItDid"))
    demo.press(demo.find(QPushButton, "whatItDid"))
    await demo.dialog("whatItDid")
    await until(lambda: demo.is_there("did.notLooked"))
    await demo.reads("What “ERP nightly sync” did")
    assert demo.find(QComboBox, "did.leaked").currentText() == "Unknown"
    await close(demo)
    demo.pick("Webshop")
    assert not demo.is_there("whatItDid")

"""The dialog that says why a key fails, before a store on a socket that does what a test says."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from pydantic import SecretStr
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton

from medusa_console.domain import tokens
from medusa_console.domain.api_key import ApiKey
from medusa_console.domain.clipboard_text import ClipboardText, Content
from medusa_console.domain.key_requests import LONGEST_REQUEST
from medusa_console.domain.query import KeyQuery
from medusa_console.services.session_states import SignedIn
from medusa_console.services.store_services import StoreServices
from medusa_console.ui.doctor.dialog import About, KeyDoctorDialog
from tests.faults import server as faults
from tests.faults.medusa import PASSWORD, ago
from tests.ui.leaks.cards import KEYS, Bench, Leaky, open_bench, unauthorized
from tests.ui.said import everything_said
from tests.ui.standins import Clock
from tests.waiting import until

TOKEN = "sk_" + "0123456789abcdef" * 4
STRANGE = "sk_" + "a1" * 32
FRONT = "pk_" + "0123456789abcdef" * 4
ID, FRONT_ID = "apk_01M8N71XN14HENWVQ1BCEB97YG", "apk_01M8N71XN14HENWVQ1BCEB97YH"
HTML = faults.answer(200, b"<html>Sign in</html>", content_type="text/html")
forbidden = faults.refusal(403, "Forbidden", "forbidden")


@dataclass
class Surgery:
    """A store, and a window over which the dialog opens."""

    bench: Bench
    store: Leaky
    clipboard: ClipboardText = field(default_factory=lambda: ClipboardText(Content.NOTHING))
    dialog: KeyDoctorDialog | None = None

    def copy(self, text: str) -> None:
        """Another program copies `text`."""
        self.clipboard = ClipboardText(Content.TEXT, SecretStr(text))

    @property
    def services(self) -> StoreServices:
        connection = self.store.connection
        assert connection is not None
        return connection.services

    def _services_now(self) -> StoreServices | None:
        return self.services if isinstance(self.services.session.state, SignedIn) else None

    async def record(self, key_id: str) -> ApiKey:
        page = await self.services.keys.find(KeyQuery(), 0, 100)
        return next(key for key in page.rows if key.id == key_id)

    def open(self, opened: ApiKey) -> KeyDoctorDialog:
        """Ask why the key of that record fails."""
        self.bench.window.show()
        self.bench.window.activateWindow()
        about = About(self.store.store, self._services_now, lambda: self.clipboard, opened=opened)
        self.dialog = KeyDoctorDialog(self.bench.window, about, self.bench.tasks)
        self.bench.tasks.start(self.dialog.ask())
        return self.dialog

    async def paste(self, text: str) -> None:
        """Copy `text` elsewhere, and press Ctrl+V here."""
        self.copy(text)
        assert self.dialog is not None
        dialog = self.dialog
        await until(dialog.isVisible)
        QTest.keyClick(dialog, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    async def says(self, *texts: str) -> None:
        assert self.dialog is not None
        await self.bench.reads(*texts, inside=self.dialog)

    def line(self, name: str) -> str:
        assert self.dialog is not None
        found = self.dialog.findChild(QLabel, name)
        assert found is not None
        return found.text() if found.isVisibleTo(self.dialog) else ""


@pytest.fixture
async def surgery(qapp: QApplication, clock: Clock) -> AsyncIterator[Surgery]:
    async with open_bench(clock) as bench:
        store = await bench.store("Northwind EU")
        store.add(TOKEN, ID)
        store.add(FRONT, FRONT_ID)
        yield Surgery(bench, store)


async def test_a_secret_key_is_told_by_its_record_until_it_is_pasted(surgery: Surgery) -> None:
    surgery.open(await surgery.record(ID))
    await surgery.says("By its record, this key is active", "sk_012***def", ID)
    await surgery.says("Roles are on, and a secret key has none")
    await surgery.says("Paste the key that fails", "Or all of the request that fails: a curl line")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "doctor.paste"
    assert surgery.store.presented == 0

    await surgery.paste(
        f"curl -H 'Authorization: Bearer {TOKEN.upper()}' https://a.example/admin/x"
    )
    await surgery.says(
        "Northwind EU accepts this key, but not this request",
        "The request goes to a.example, and this store is 127.0.0.1",
        "The key stands behind “Authorization: Bearer”.",
        "The key is in capitals.",
        "Secret key sk_012***def",
    )
    assert surgery.store.presented == 1
    assert surgery.dialog is not None
    focus = surgery.dialog.focusWidget()
    assert focus is not None
    assert focus.objectName() == "doctor.headline", "so that it is in sight in a low window, too"
    await surgery.paste(TOKEN)
    await surgery.says("Northwind EU accepts this key, but roles stand in its way", "403 Forbidden")
    assert surgery.line("doctor.slips") == ""


async def test_another_key_than_the_opened_one_is_named(surgery: Surgery) -> None:
    surgery.store.add(STRANGE, "apk_01M8N71XN14HENWVQ1BCEB97YZ", title="Label printer")
    surgery.open(await surgery.record(ID))
    await surgery.paste(STRANGE)
    await surgery.says("It is “Label printer”, not “ERP nightly sync”.")
    await surgery.paste("sk_" + "c3" * 32)
    await surgery.says(
        "Northwind EU has no such key",
        "It is not “ERP nightly sync”, whose shortened form is sk_012***def.",
    )
    assert surgery.store.presented == 1


async def test_a_dead_key_says_since_when_and_by_whom(surgery: Surgery) -> None:
    record = surgery.store.revoke(ID)
    record |= {"revoked_at": ago(days=2), "updated_at": ago(days=2)}
    surgery.open(await surgery.record(ID))
    await surgery.says("This key is revoked", "was revoked on", "by Maya Lindqvist")
    record["updated_at"] = ago(days=9)
    await surgery.bench.press("doctor.again")
    await surgery.says("This key is past its planned end", "as Maya Lindqvist had planned")
    await surgery.paste(TOKEN)
    await surgery.says("Secret key sk_012***def", "This key is past its planned end")
    assert surgery.store.presented == 0


async def test_a_publishable_key_is_tried_at_once(surgery: Surgery) -> None:
    shop = surgery.store.server
    shop.on("GET", "/store/products", faults.json_answer({"products": [], "count": 0}))
    surgery.open(await surgery.record(FRONT_ID))
    await surgery.says("Northwind EU accepts this key, but has no products for it")
    assert surgery.store.presented >= 1
    await surgery.bench.press("doctor.fold")
    await surgery.says("x-publishable-api-key: %s", "200: the store accepts the key.")


async def test_the_command_lines_are_copied_without_the_key(surgery: Surgery) -> None:
    dialog = surgery.open(await surgery.record(ID))
    await surgery.paste(TOKEN)
    await surgery.says("roles stand in its way")
    await surgery.bench.press("doctor.fold")
    copies = [
        button
        for button in dialog.findChildren(QToolButton, "fact.copy")
        if button.isVisibleTo(dialog) and "line" in button.accessibleName()
    ]
    assert [button.accessibleName() for button in copies] == [
        "Copy the line for bash and zsh",
        "Copy the line for PowerShell",
    ]
    for button, beginning in zip(
        copies, ("(unset KEY; read -rs KEY", "& { $key = (New-Object"), strict=True
    ):
        button.click()
        text = QGuiApplication.clipboard().text()
        assert text.startswith(beginning)
        assert surgery.store.store.origin in text
        assert not tokens.may_hold_a_key(text)


async def test_nothing_of_what_was_pasted_can_be_read_anywhere(surgery: Surgery) -> None:
    surgery.open(await surgery.record(ID))
    for text in (
        TOKEN,
        f"Authorization: Bearer {TOKEN}",
        f"KEY={TOKEN[:-1]}",
        f"{TOKEN} {STRANGE}",
        f"GET /admin/x\nHost: {STRANGE}\nx-api-key: {TOKEN}",
    ):
        surgery.copy(text)
        await surgery.paste(text)
        await until(lambda: "Asking" not in surgery.line("doctor.headline"))
        said = [said for _, said in everything_said(surgery.bench.window)]
        assert not any(tokens.may_hold_a_key(one) for one in said)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("nothing", "No key found in what was pasted"),
        (f"{TOKEN} {STRANGE}", "More than one key was pasted"),
        (TOKEN[:-1], "it has 63 of 64 digits"),
        (tokens.redact(TOKEN), "This is the shortened form"),
        ("x" * (LONGEST_REQUEST + 1), "This is too long."),
        ("a log line\n" * 4_500 + f"x-api-key: {TOKEN}", "does not read the header “x-api-key”"),
    ],
    ids=["nothing", "several", "cut", "shortened", "too long", "50,000 characters"],
)
async def test_whatever_is_pasted_gets_an_answer(surgery: Surgery, text: str, told: str) -> None:
    surgery.open(await surgery.record(ID))
    await surgery.says("By its record, this key is active")
    await surgery.paste(text)
    await surgery.says(told)


async def test_what_is_no_text_is_not_pasted(surgery: Surgery) -> None:
    dialog = surgery.open(await surgery.record(ID))
    surgery.clipboard = ClipboardText(Content.PICTURE)
    await surgery.bench.press("doctor.paste")
    await surgery.says("The clipboard holds a picture, and no text.")
    assert dialog.isVisible()


async def test_a_list_that_may_not_be_viewed_gets_the_key_only_when_asked(
    surgery: Surgery,
) -> None:
    surgery.open(await surgery.record(FRONT_ID))
    surgery.store.server.on("GET", KEYS, forbidden)
    await surgery.paste(TOKEN)
    await surgery.says("Your account can't view the keys of Northwind EU")
    assert "authorization" not in " ".join(
        name
        for request in surgery.store.server.requests
        for name, value in request.headers.items()
        if value.startswith("Basic")
    )
    await surgery.bench.press("doctor.here")
    await surgery.says("Northwind EU accepts this key")
    assert surgery.bench.buttons("doctor.here") == []


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (HTML, "Northwind EU is not reachable"),
        (faults.close, "Northwind EU is not reachable"),
        (faults.refusal(500, "An unknown error occurred.", "unknown_error"), "is in trouble"),
    ],
    ids=["HTML", "closed", "broken"],
)
async def test_a_store_in_trouble_is_told_and_asked_again(
    surgery: Surgery, fault: faults.Behaviour, told: str
) -> None:
    surgery.open(await surgery.record(ID))
    surgery.store.present = fault
    await surgery.paste(TOKEN)
    await surgery.says(told)
    surgery.store.present = None
    await surgery.bench.press("doctor.again")
    await surgery.says("Northwind EU accepts this key")


async def test_a_refusal_while_our_own_session_fails_proves_nothing(surgery: Surgery) -> None:
    surgery.open(await surgery.record(ID))
    surgery.store.present = unauthorized
    surgery.store.us = faults.refusal(500, "An unknown error occurred.", "unknown_error")
    await surgery.paste(TOKEN)
    await surgery.says("Northwind EU is in trouble", "Its answer says nothing about the key.")
    surgery.store.us = None
    await surgery.bench.press("doctor.again")
    await surgery.says("Northwind EU refuses this key", "only looks the same")


async def test_a_lock_in_the_middle_takes_the_key_away(surgery: Surgery) -> None:
    answered = threading.Event()
    dialog = surgery.open(await surgery.record(ID))
    surgery.store.present = faults.after(answered, unauthorized)
    await surgery.paste(TOKEN)
    await until(lambda: surgery.store.presented)
    surgery.services.session.lock()
    await surgery.says("Not checked", "The key is no longer in memory.")
    answered.set()
    assert dialog._request is not None
    assert dialog._request.key is not None
    assert dialog._request.key.secret is None
    assert surgery.bench.buttons("doctor.again", inside=dialog) == []


async def test_a_lock_while_it_is_read_leaves_no_key(surgery: Surgery) -> None:
    dialog = surgery.open(await surgery.record(ID))
    await surgery.says("By its record")
    await surgery.paste(TOKEN)
    surgery.services.session.lock()
    await until(lambda: "Reading…" not in surgery.line("doctor.note"))
    request = dialog._request
    assert request is None or request.key is None or request.key.secret is None
    await surgery.says("The key is no longer in memory.")
    assert surgery.store.presented == 0


async def test_the_end_of_the_session_is_told_and_a_sign_in_helps(surgery: Surgery) -> None:
    surgery.open(await surgery.record(ID))
    await surgery.says("By its record")
    await surgery.services.session.sign_out()
    await surgery.bench.press("doctor.again")
    await surgery.says("Not signed in to Northwind EU")
    await surgery.services.session.sign_in(
        "maya@northwind.example", SecretStr(PASSWORD), keep=False
    )
    await surgery.bench.press("doctor.again")
    await surgery.says("By its record, this key is active")


async def test_a_pasted_key_leaves_memory_after_ten_minutes(surgery: Surgery) -> None:
    dialog = surgery.open(await surgery.record(ID))
    await surgery.paste(TOKEN)
    await surgery.says("roles stand in its way")
    await surgery.bench.clock.advance(601)
    await surgery.says("The key is no longer in memory.", "roles stand in its way")
    assert dialog._request is not None
    assert dialog._request.key is not None
    assert dialog._request.key.secret is None


async def test_closing_ends_the_question_and_forgets_the_key(surgery: Surgery) -> None:
    dialog = surgery.open(await surgery.record(ID))
    await surgery.says("By its record")
    surgery.store.present = faults.never
    await surgery.paste(TOKEN)
    await until(lambda: surgery.store.presented)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog._request is not None
    assert dialog._request.key is not None
    assert dialog._request.key.secret is None
    await until(lambda: QApplication.activeModalWidget() is None)

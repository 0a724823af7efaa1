"""Every screen and dialog of the program, one after the other: for pictures and for geometry.

Only object names lead from one to the next, so that the walk works in every language.
"""

from __future__ import annotations

import asyncio
import re
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QRadioButton,
    QTableView,
    QWidget,
)

from medusa_console.app.reminders import FIRST_AFTER
from medusa_console.demo.totp import code_at
from medusa_console.domain.api_key import ApiKey
from medusa_console.domain.store import DEMO_PASSWORD, Environment, Store
from medusa_console.domain.tokens import redact
from medusa_console.ui.kit.qr_code import QrCode
from medusa_console.ui.leaks.card import LeakCard
from medusa_console.ui.window.requests import Request
from tests.faults.medusa import PASSWORD, ago, key_record, listing, mfa_login
from tests.faults.server import FaultServer, json_answer
from tests.ui import northwind
from tests.ui.driving import CTRL, Program
from tests.ui.leaks.cards import Leaky
from tests.ui.standins import turns
from tests.ui.wiretap import SIGN_IN, Wiretap, answer, broken, held, lost
from tests.waiting import until

Look = Callable[[str], Awaitable[None]]
"""Called with the name of the screen that is in front now."""

KEYS = "/admin/api-keys"
CUSTOMERS = "/admin/customers"
SELECTED = "ERP nightly sync"
WORKING = "Klarna settlement import"
STOREFRONT = "Mobile app 4.2"
TAKEN_BACK = "Trade portal (old)"
CUSTOMER = "ines.jansen221@example.com"
NOWHERE = "zzzzzz"
LEAKED = "sk_" + "b2" * 32
A_DATE = 3
LONG_TITLE = "Export of orders and customers to the warehouse in Rotterdam, second attempt"
DENSEST = (
    "sign-in",
    "sign-in-code-refused",
    "sign-in-verification",
    "keys-drawer",
    "customers-drawer",
    "key-form",
    "reveal",
    "revoke",
    "register",
    "palette",
    "store-form",
    "settings",
    "leaks-many",
    "leaks-works",
    "leaks-dead",
    "leaks-several",
    "what-it-did",
)
"""The screens with the most on them."""


async def walk(program: Program, tap: Wiretap, shop: FaultServer, look: Look) -> None:
    """Show every screen of `program`, which has just started without a store; `tap` is on its demo
    store, `shop` is another store that answers."""
    step = _Steps(program, look)
    await _before_a_store(step)
    await _signing_in(step, tap)
    await _keys(step, tap)
    await table_dialogs(step)
    await _key_dialogs(step, tap)
    await _ends(step, tap)
    await _glance(step)
    await _rotation(step, tap)
    await _many(step)
    await _customers(step, tap)
    await _window_dialogs(step)
    await _leak_desk(step, tap)
    await _live(step, shop)
    await _end_of_a_session(step, tap)


class _Steps:
    """What a person does, by object names."""

    def __init__(self, program: Program, look: Look) -> None:
        self.program = program
        self.look = look

    async def click(self, name: str) -> None:
        """Press the button, and give what it starts its first turns."""
        button = self.program.find(QAbstractButton, name)
        await until(button.isEnabled)
        self.program.press(button)
        await turns(5)

    async def fill(self, name: str, text: str) -> None:
        edit = self.program.find(QLineEdit, name)
        edit.setFocus()
        edit.selectAll()
        QTest.keyClick(edit, Qt.Key.Key_Delete)
        QTest.keyClicks(edit, text)

    async def way(self, action: str, dialog: str) -> None:
        """Choose a way to hand a key over, in the menu of the once-only dialog."""
        await self.click("handOver")
        menu = QApplication.activePopupWidget()
        assert menu is not None
        for one in menu.actions():
            if one.objectName() == action:
                one.trigger()
        menu.close()
        await self.dialog(dialog)

    async def shown(self, name: str) -> None:
        await until(lambda: self.program.is_there(name))

    async def dialog(self, name: str, screen: str = "") -> QDialog:
        """Wait for the dialog and show it."""
        dialog = await self.program.dialog(name)
        if screen:
            await self.look(screen)
        return dialog

    async def close(self) -> None:
        """Close the dialog in front, and what it asks."""
        while (front := QApplication.activeModalWidget()) is not None:
            assert isinstance(front, QDialog)
            front.done(QDialog.DialogCode.Rejected)
            await asyncio.sleep(0)
        await self.program.no_dialog()

    def request(self, request: Request) -> None:
        self.program.window.requested.emit(request)

    def rows(self, table: QTableView, column: int = 0) -> list[str]:
        model = table.model()
        return [_plain(str(model.index(row, column).data())) for row in range(model.rowCount())]

    async def select(self, table_name: str, text: str, column: int = 0) -> None:
        """Select the row that reads `text` in `column`."""
        table = self.program.find(QTableView, table_name)
        await until(lambda: text in self.rows(table, column))
        table.setCurrentIndex(table.model().index(self.rows(table, column).index(text), 0))
        table.setFocus()
        await self.shown("drawer")


async def _before_a_store(step: _Steps) -> None:
    await step.look("welcome")
    step.request(Request.ADD_STORE)
    await step.dialog("storeForm", "store-form")
    await step.click("submit")
    await step.look("store-form-errors")
    await step.click("reach")
    await step.look("store-form-advanced")
    await step.close()


async def _signing_in(step: _Steps, tap: Wiretap) -> None:
    await step.click("tryDemo")
    await step.shown("signIn")
    submit = step.program.find(QAbstractButton, "submit")
    await until(submit.isEnabled)
    await step.shown("continueWith.workplace")
    await step.look("sign-in")
    await _other_ways(step)
    await step.fill("password", "wrong")
    await step.click("submit")
    await step.shown("password.error")
    await step.look("sign-in-refused")
    tap.on("POST", SIGN_IN, broken)
    await step.click("submit")
    await step.shown("banner.title")
    await step.look("sign-in-failed")
    await _further_steps(step, tap)
    tap.calm()
    await step.fill("password", DEMO_PASSWORD)
    loaded = asyncio.Event()
    tap.on("GET", KEYS, held(loaded))
    await step.click("submit")
    await step.shown("workspace")
    await step.look("keys-loading")
    loaded.set()
    tap.calm()


async def _other_ways(step: _Steps) -> None:
    for name, screen in (("forgotPassword", "forgot-password"), ("acceptInvite", "accept-invite")):
        await step.click(name)
        await step.dialog(name)
        await step.click("submit")
        await step.shown("token.error")
        await step.look(screen)
        await step.close()


async def _further_steps(step: _Steps, tap: Wiretap) -> None:
    tap.on("POST", SIGN_IN, answer(200, mfa_login(id="authmfachal_1")))
    wrong = {"type": "not_allowed", "message": "Invalid MFA challenge code"}
    tap.on("POST", "/auth/mfa/challenges/authmfachal_1/verify", answer(400, wrong))
    await step.click("submit")
    await step.shown("code")
    await step.look("sign-in-code")
    QTest.keyClicks(step.program.find(QLineEdit, "code"), "000000")
    await step.shown("code.error")
    await step.look("sign-in-code-refused")
    await step.click("code.switch")
    await step.look("sign-in-recovery-code")
    await step.click("code.back")
    unverified = {"verification_required": True, "token": "x"}
    tap.on("POST", SIGN_IN, answer(200, unverified))
    await step.click("submit")
    await step.shown("verificationCode")
    await step.look("sign-in-verification")
    await step.click("verification.back")


async def _keys(step: _Steps, tap: Wiretap) -> None:
    await step.shown("keys")
    table = step.program.find(QTableView, "keys")
    await until(lambda: SELECTED in step.rows(table))
    await step.look("keys")
    await step.select("keys", SELECTED)
    await step.look("keys-drawer")
    await step.select("keys", STOREFRONT)
    await step.look("keys-publishable")
    await step.click("salesChannels")
    await step.dialog("channelPicker")
    listed = step.program.find(QListWidget, "channels")
    await until(lambda: listed.count() > 0)
    await step.look("channel-picker")
    await step.close()
    await step.click("viewStore")
    await step.dialog("viewStore")
    await step.shown("viewStore.asked")
    await step.look("view-store")
    await step.close()
    await step.select("keys", SELECTED)
    await step.click("diagnose")
    await step.dialog("keyDoctor")
    # Of a request to another store, with a key that this one does not have: the most that it says.
    request = f"curl -H 'Authorization: Bearer {LEAKED.upper()}' https://shop.example/admin/x"
    QApplication.clipboard().setText(request)
    await step.click("doctor.paste")
    await step.shown("doctor.slips")
    await until(step.program.find(QAbstractButton, "doctor.again").isEnabled)
    await step.look("key-doctor")
    await step.close()
    await step.select("keys", TAKEN_BACK)
    await step.click("reactivate")
    await step.dialog("endDialog", "reactivate")
    await step.close()
    table.clearSelection()
    await step.fill("search", NOWHERE)
    await step.shown("table.clear")
    await step.look("keys-no-match")
    await step.fill("search", "")
    await until(lambda: SELECTED in step.rows(table))
    await turns()  # what the rows ask for in addition
    tap.on("GET", KEYS, broken)
    await step.click("refresh")
    await step.shown("table.strip")
    await step.look("keys-stale")
    tap.calm()
    await step.click("refresh")
    await until(lambda: not step.program.is_there("table.strip"))


async def table_dialogs(step: _Steps) -> None:
    """What is about the whole table of keys."""
    for action, dialog in (("chooseColumns", "columns"), ("EXPORT_KEYS", "exportKeys")):
        menu = step.program.menu_actions()
        next(one for one in menu if one.objectName() == action).trigger()
        await step.dialog(dialog, "export-keys" if dialog == "exportKeys" else dialog)
        await step.close()


async def _key_dialogs(step: _Steps, tap: Wiretap) -> None:
    await step.select("keys", SELECTED)
    await step.click("revoke")
    await step.dialog("confirm", "revoke")
    await step.close()
    await step.click("rename")
    await step.dialog("keyForm", "rename")
    await step.close()
    await step.click("createKey")
    await step.dialog("keyForm", "key-form")
    await step.click("submit")
    await step.look("key-form-error")
    publishable = step.program.find(QRadioButton, "keyType.publishable")
    publishable.setFocus()
    publishable.click()
    channel = step.program.find(QComboBox, "keyChannel")
    await until(channel.isEnabled)
    await step.look("key-form-publishable")
    step.program.find(QRadioButton, "keyType.secret").click()
    await step.fill("keyTitle", "Parcel labels")
    await step.click("submit")
    await step.dialog("revealKey", "reveal")
    await hand_over(step)
    await step.click("copySecret")
    await step.look("reveal-copied")
    step.program.find(QCheckBox, "stored").click()
    await step.click("done")
    await step.program.no_dialog()
    tap.on("POST", KEYS, lost, once=True)
    await step.click("createKey")
    await step.dialog("keyForm")
    await step.fill("keyTitle", "Label printer")
    await step.click("submit")
    await step.dialog("lostKey")
    await step.look("lost")
    await step.close()
    tap.on("POST", f"{KEYS}/.*/revoke", lost)
    tap.on("GET", f"{KEYS}/.*", broken)
    await step.select("keys", SELECTED)
    await step.click("revoke")
    await step.dialog("confirm")
    await step.click("confirm.action")
    await step.program.no_dialog()
    await step.shown("notConfirmed.title")
    await step.look("keys-not-confirmed")
    tap.calm()


async def hand_over(step: _Steps) -> None:
    """From the once-only dialog and back to it."""
    with tempfile.TemporaryDirectory(prefix="shop-") as folder:
        file = Path(folder) / ".env"
        file.write_text(f"# The shop\nDATABASE_URL=x\n\nMEDUSA_KEY='{LEAKED}'\nPORT=9000\n")
        file.chmod(0o644)
        (Path(folder) / ".git").mkdir()
        await step.way("handOver.file", "writeToFile")
        await step.fill("envPath", str(file))
        await step.program.clock.advance(1)
        await step.shown("env.change")
        await step.look("hand-over-file")
        step.program.find(QAbstractButton, "cancel").click()
        await step.dialog("revealKey")
        await step.way("handOver.command", "sendToCommand")
        await step.fill("commandFolder", folder)
        await step.fill("commandLine", "cat - /etc/debian_version")
        await step.program.clock.advance(1)
        await step.shown("command.facts")
        await step.look("hand-over-command")
        await step.click("send")
        if not step.program.is_there("command.status"):  # a low window scrolls to it first
            await step.click("send")
        await step.shown("command.output")
        await step.look("hand-over-command-done")
        step.program.find(QAbstractButton, "cancel").click()
        await step.dialog("revealKey", "reveal-handed-over")
    await step.way("handOver.keyring", "saveInKeyring")
    await step.look("hand-over-keyring")
    step.program.find(QAbstractButton, "cancel").click()
    await step.dialog("revealKey")


async def _ends(step: _Steps, tap: Wiretap) -> None:
    await step.select("keys", STOREFRONT)  # the other one has been revoked
    await step.click("scheduleRevocation")
    await step.dialog("endDialog", "schedule")
    step.program.find(QComboBox, "keyEnd").setCurrentIndex(A_DATE)
    await step.fill("keyEnd.moment", "2020-01-01 00:00")
    await step.look("schedule-past")
    await step.close()
    for kind, ends in (("publishable", "endOfNewKey"), ("secret", "revealKey")):
        tap.on("POST", f"{KEYS}/.*/revoke", broken)
        await step.click("createKey")
        await step.dialog("keyForm")
        await step.fill("keyTitle", "Parcel labels, for a month")
        step.program.find(QRadioButton, f"keyType.{kind}").click()
        step.program.find(QComboBox, "keyEnd").setCurrentIndex(1)
        await step.look(f"key-form-end-{kind}")
        await step.click("submit")
        await step.dialog(ends)
        await step.shown("end.again")
        await step.look(f"no-end-{kind}")
        tap.calm()
        await step.click("end.again")
        settled = "done" if kind == "publishable" else "copySecret"
        await until(step.program.find(QAbstractButton, settled).isEnabled)
        await step.look(f"end-set-{kind}")
        await step.click("done" if kind == "publishable" else "discard")
        await step.program.no_dialog()
    await step.select("keys", "Parcel labels, for a month")
    await step.click("extend")
    await step.dialog("endDialog", "extend")
    await step.close()


async def _glance(step: _Steps) -> None:
    await step.select("keys", WORKING)
    await step.click("noteUse")
    await step.dialog("noteForm", "where-it-is-used")
    await step.close()
    await step.click("glance.old")
    await until(lambda: WORKING not in step.rows(step.program.find(QTableView, "keys")))
    await step.look("keys-old")
    await step.click("glance.old")


async def _rotation(step: _Steps, tap: Wiretap) -> None:
    await step.select("keys", WORKING)  # the other one has been revoked
    await step.click("rotate")
    await step.dialog("rotateForm", "rotate")
    await step.click("submit")
    await step.dialog("revealKey")
    await step.click("copySecret")
    step.program.find(QCheckBox, "stored").click()
    tap.on("GET", "/admin/users/me", broken)
    await step.click("done")
    await step.dialog("rotateEnd")
    await step.shown("rotate.again")
    await step.look("rotate-not-tried")
    tap.calm()
    await step.click("rotate.again")
    await step.shown("rotate.revoke")
    await step.look("rotate-end")
    await step.close()


async def _many(step: _Steps) -> None:
    await step.fill("search", "feed")
    table = step.program.find(QTableView, "keys")
    await until(lambda: all("feed" in title for title in step.rows(table)))
    table.setFocus()
    step.program.key(Qt.Key.Key_A, CTRL)
    await step.shown("selection")
    await step.look("many-selected")
    await step.click("scheduleRevocation")
    await step.program.dialog("manyKeys")
    await step.shown("many.action")
    await step.look("many-schedule")
    await step.close()
    await step.click("revoke")
    await step.program.dialog("manyKeys")
    await step.shown("many.action")
    await step.look("many-revoke")
    await step.click("many.action")
    await step.program.no_dialog()
    await step.look("many-countdown")
    await step.click("many.now")
    await step.shown("many.close")
    await step.look("many-result")
    await step.click("many.receipts")
    await step.dialog("receipts", "many-receipts")
    await step.close()
    await step.click("many.close")
    await step.fill("search", "")
    await until(lambda: SELECTED in step.rows(table))


async def _customers(step: _Steps, tap: Wiretap) -> None:
    tap.on("GET", CUSTOMERS, broken)
    await step.click("pageCustomers")
    await step.shown("table.failed")
    await step.look("customers-failed")
    tap.calm()
    tap.on("GET", CUSTOMERS, answer(200, {"customers": [], "count": 0, "offset": 0, "limit": 100}))
    await step.click("table.again")
    await step.shown("table.empty")
    await step.look("customers-empty")
    tap.calm()
    await step.click("refresh")
    await step.shown("customers")
    await step.select("customers", CUSTOMER, 1)
    await step.look("customers-drawer")
    await step.click("checkSignIn.open")
    await step.dialog("checkSignIn", "check-sign-in")
    await step.close()
    await step.click("editCustomer")
    await step.dialog("customerForm", "edit-customer")
    await step.close()
    await step.click("deleteCustomer.open")
    await step.dialog("deleteCustomer", "delete-customer")
    await step.close()
    step.program.find(QTableView, "customers").clearSelection()
    await step.look("customers")
    step.program.key(Qt.Key.Key_N, CTRL)
    await step.dialog("registerCustomer", "register")
    await step.click("submit")
    await step.look("register-errors")
    await step.fill("email", "anna@example.com")
    await step.click("generatePassword")
    await until(step.program.find(QAbstractButton, "submit").isEnabled)
    await step.click("submit")
    await step.shown("copyPassword")
    await step.look("registered")
    await step.click("copyPassword")
    await step.click("done")
    await step.close()


async def _window_dialogs(step: _Steps) -> None:
    await step.click("pageKeys")
    await step.shown("keys")
    for request, name, screen in (
        (Request.SWITCH_STORE, "switcher", "palette"),
        (Request.MANAGE_STORES, "storesDialog", "stores"),
        (Request.SETTINGS, "settings", "settings"),
        (Request.SHORTCUTS, "shortcuts", "shortcuts"),
        (Request.DATA_PLACES, "dataPlaces", "data-places"),
        (Request.ABOUT, "about", "about"),
        (Request.FORGET_ALL_STORES, "confirm", "forget-all"),
    ):
        step.request(request)
        await step.dialog(name, screen)
        await step.close()
    step.request(Request.ABOUT)
    await step.dialog("about")
    await step.click("about.licences")
    await step.dialog("licences", "licences")
    await step.close()
    step.request(Request.SWITCH_STORE)
    await step.dialog("switcher")
    await step.fill("switcherSearch", "sync")
    await step.program.clock.advance(1)
    results = step.program.find(QListWidget, "switcherList")
    await until(lambda: any(text.startswith(SELECTED) for text in _texts(results)))
    await step.look("palette-results")
    await step.close()
    step.request(Request.MY_ACCOUNT)
    account = await step.dialog("myAccount")
    await until(lambda: "…" not in [one.text() for one in account.findChildren(QLabel)])
    await step.look("my-account")
    await _two_step(step)
    await step.close()
    step.request(Request.COPY_DIAGNOSTICS)
    await step.shown("banner.title")
    await step.look("notice")


async def _two_step(step: _Steps) -> None:
    """In the dialog of the account: turned on, and off again."""
    await step.shown("twoStep.setUp")
    await step.click("twoStep.setUp")
    await _confirm(step, "step-up")
    await step.dialog("setUpTwoStep")
    await step.click("copySecret")
    copied = QApplication.clipboard().text()
    drawn = step.program.find(QrCode, "qrCode")
    await until(lambda: drawn.is_drawn)
    await step.look("two-step-set-up")
    await step.fill("code", code_at(copied, time.time()))
    await step.dialog("recoveryCodes", "recovery-codes")
    await step.click("copyCodes")
    await step.click("done")
    await step.dialog("myAccount", "my-account-two-step")
    await step.click("twoStep.off")
    await _confirm(step)
    await step.shown("code")
    await step.fill("code", code_at(copied, time.time()))
    await step.dialog("myAccount")
    await step.shown("twoStep.setUp")
    QApplication.clipboard().clear()


async def _confirm(step: _Steps, screen: str = "") -> None:
    await step.dialog("stepUp", screen)
    await step.fill("password", DEMO_PASSWORD)
    await step.click("submit")


async def _leak_desk(step: _Steps, tap: Wiretap) -> None:
    clipboard = QApplication.clipboard()
    clipboard.clear()
    step.request(Request.LEAK_DESK)
    await step.shown("leaks.empty")
    await step.look("leaks-empty")
    step.request(Request.CHECK_CLIPBOARD)
    await step.shown("leaks.well.note")
    await step.look("leaks-not-pasted")
    await _leak(step, "It is about the parcel labels of Tuesday.")
    await step.shown("leaks.none")
    await step.look("leaks-none")
    foreign = "\n".join(f"KEY_{place}=sk_{place:x}{'a1' * 30}{place:03}" for place in range(9))
    await _leak(step, f"{foreign}\nJWT_SECRET=staging-value\nSTRIPE=sk_live_{'4eC39HqL' * 3}")
    await step.shown("leaks.found")
    await step.shown("leaks.others")
    await turns(20)
    await step.look("leaks-many")
    await step.click("leaks.show")
    await step.shown("leaks.text")
    await step.look("leaks-text")
    await step.click("leaks.clear")
    await step.shown("leaks.empty")
    await step.click("leaks.practise")
    await step.shown("leak.revoke")
    await turns(5)
    await step.look("leaks-practice")
    step.program.clock.skip(2)
    await step.click("leak.revoke")
    await step.dialog("confirm", "leaks-revoke")
    await step.click("confirm.action")
    await step.program.no_dialog()
    panel = step.program.find(QWidget, "leak.proof")
    await until(lambda: panel.property("ground") == "good")
    await step.look("leaks-dead")
    await step.click("leak.after.message")
    await step.dialog("leakMessage", "leaks-message")
    await step.close()
    await step.click("leak.after.save")
    await step.dialog("leakReport", "leaks-report")
    await step.close()
    await _what_it_did(step, tap)
    await step.click("leaks.practice.stop")
    await step.shown("leaks.empty")
    clipboard.clear()
    await step.click("leaks.back")
    await step.shown("keys")


async def _what_it_did(step: _Steps, tap: Wiretap) -> None:
    """The staged key has done nothing, then all that a key can."""
    root = step.program.find(LeakCard, "leak.card").case.answers[0].records[0].id
    await step.click("leak.did")
    await step.dialog("whatItDid")
    await step.shown("did.nothing")
    await step.look("what-it-did-nothing")
    feed = f"apk_{1:026}"
    made = [
        key_record(id=feed, title=LONG_TITLE, created_by=root, created_at=ago(minutes=5)),
        key_record(id=f"apk_{2:026}", title="Feed", created_by=feed, created_at=ago(minutes=4)),
        key_record(id=f"apk_{3:026}", title="Whose?", created_by="apk_01GONE"),
        key_record(id=root, title="Practice", created_at=ago(days=2)),
    ]
    dated = {"created_at": ago(minutes=6), "expires_at": ago(hours=-20)}
    person = {"id": f"user_{1:026}", "first_name": "Anna", "last_name": "Berg", **dated}
    invite = {"id": f"invite_{1:026}", "email": "new@example.com", **dated}
    lists = {
        KEYS: listing(*made),
        "/admin/users": {"users": [person | {"email": "anna@example.com"}], "count": 1},
        "/admin/invites": {"invites": [invite], "count": 1},
    }
    answered = asyncio.Event()
    for path, body in lists.items():
        tap.on("GET", path, answer(200, body))
    tap.on("GET", CUSTOMERS, held(answered))
    await step.click("did.again")
    await step.shown("did.reading")
    await step.look("what-it-did-reading")
    tap.on("GET", CUSTOMERS, answer(403, {"type": "forbidden", "message": "Forbidden"}))
    answered.set()
    await until(lambda: not step.program.is_there("did.reading"))
    await step.look("what-it-did")
    await step.click("did.revoke")
    await step.dialog("did.preview", "what-it-did-revoke")
    QApplication.activeModalWidget().reject()  # type: ignore[union-attr]  # it is there
    await step.dialog("whatItDid")
    await step.click("did.remove")
    await step.dialog("confirm", "what-it-did-remove")
    step.program.find(QAbstractButton, "confirm.keep").click()
    await step.dialog("whatItDid")
    tap.on("GET", KEYS, answer(502, {}))
    tap.on("GET", "/admin/users", broken)
    await step.click("did.again")
    await until(lambda: not step.program.is_there("did.reading"))
    await step.look("what-it-did-failed")
    tap.calm()
    await step.close()


async def _leak(step: _Steps, text: str) -> None:
    """Paste `text`, which another program has copied."""
    page = step.program.find(QWidget, "leaksPage")
    QApplication.clipboard().setText(text)
    summary = step.program.find(QLabel, "leaks.summary")
    before = summary.text()
    step.request(Request.CHECK_CLIPBOARD)
    await until(lambda: page.isVisible() and summary.text() != before)


async def _end_of_a_session(step: _Steps, tap: Wiretap) -> None:
    step.request(Request.OPEN_DEMO)
    await until(lambda: SELECTED in step.rows(step.program.find(QTableView, "keys")))
    tap.end_session()
    await step.click("refresh")
    await step.dialog("signInAgain", "sign-in-again")
    await step.close()
    step.request(Request.LOCK_ALL)
    await step.shown("lockPage")
    await step.look("locked")


async def _live(step: _Steps, shop: FaultServer) -> None:
    """A live store on a socket."""
    keys = [key_record(id=f"apk_{n:026}", title=f"Integration {n}") for n in range(1, 4)]
    northwind.behave(shop, *keys)
    shop.on("GET", f"{KEYS}/{keys[1]['id']}", json_answer({"api_key": keys[1]}))
    step.request(Request.ADD_STORE)
    await step.dialog("storeForm")
    await step.fill("storeName", "Northwind EU")
    await step.fill("storeAddress", shop.origin)
    await step.click("submit")
    await step.program.no_dialog()
    await step.program.open("Northwind EU")
    await step.shown("signIn")
    await step.look("live-sign-in")
    await step.fill("email", northwind.MAYA)
    await step.fill("password", PASSWORD)
    await until(step.program.find(QAbstractButton, "submit").isEnabled)
    await step.click("submit")
    await step.shown("keys")
    await step.select("keys", "Integration 2")
    await step.look("live-keys")
    await step.click("revoke")
    await step.dialog("confirm", "live-revoke")
    await step.close()
    await _reminder(step)
    await _leaks_of(step, shop)


async def _reminder(step: _Steps) -> None:
    """Some keys of the live store end soon."""
    await step.program.clock.advance(FIRST_AFTER)
    services = step.program.services
    assert services is not None
    for number, hours in enumerate((5, 30, 50, 70)):
        record = key_record(id=f"apk_0{number}", title=LONG_TITLE, revoked_at=ago(hours=-hours))
        services.keys.changed.announce(ApiKey.model_validate(record))
    await step.shown("banner.action")
    await step.look("reminder")
    await step.click("banner.action")
    await step.dialog("calendarFile", "calendar-file")
    await step.close()
    await step.click("banner.close")


async def _leaks_of(step: _Steps, shop: FaultServer) -> None:
    """Keys of the live store have leaked: a shortened form, a key that works, and several."""
    leaky = Leaky(shop, Store("shop", "", shop.origin, Environment.LIVE))
    leaky.behave()
    tokens = [f"sk_9f{number}{'a1' * 29}c{number}1" for number in range(3)]
    titles = ("ERP nightly sync", "Parcel labels", LONG_TITLE)
    for number, (token, title) in enumerate(zip(tokens, titles, strict=True)):
        leaky.add(token, f"apk_01M{number:023}", title=title)
    lost = f"sk_8e1{'b2' * 30}d"
    leaky.add(lost, f"apk_01M{9:023}", title="Webshop")
    step.request(Request.LEAK_DESK)
    await step.shown("leaks.empty")
    await _leak(step, redact(tokens[0]))
    await step.shown("leak.revoke")
    await turns(20)
    await step.look("leaks-shortened")
    await _leak(step, f"MEDUSA_API_KEY={tokens[2]}\n")
    page = step.program.find(QWidget, "leaksPage")
    await until(
        lambda: any(
            one.property("kind") == "destroy"
            for one in page.findChildren(QAbstractButton, "leak.revoke")
        )
    )
    await turns(20)
    await step.look("leaks-works")
    await _cleared(step, lost)
    await _leak(step, "\n".join(tokens))
    await step.shown("many.open")
    await turns(20)
    await step.look("leaks-several")
    await step.click("many.open")
    await step.dialog("manyQuestion", "leaks-many-question")
    await step.close()
    await step.click("leaks.clear")
    await step.shown("leaks.empty")
    QApplication.clipboard().clear()
    await step.click("leaks.back")
    await step.shown("keys")


async def _cleared(step: _Steps, token: str) -> None:
    """A key is revoked, and its proof would be lost."""
    await _leak(step, f"KEY=\n{token}\n")
    await step.shown("leak.revoke")
    await turns(20)
    step.program.clock.skip(2)
    await step.click("leak.revoke")
    await step.dialog("confirm")
    await step.click("confirm.action")
    await step.program.no_dialog()
    await step.shown("leak.after.copy")
    await step.click("leaks.clear")
    await step.dialog("confirm", "leaks-clear")
    await step.click("confirm.action")
    await step.program.no_dialog()
    await step.shown("leaks.empty")


def _texts(listed: QListWidget) -> list[str]:
    role = Qt.ItemDataRole.AccessibleTextRole
    return [_plain(str(listed.item(row).data(role))) for row in range(listed.count())]


def _plain(text: str) -> str:
    """`text` without the marks of its direction."""
    return re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", text)

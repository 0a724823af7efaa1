"""Two-step sign-in in My account, from its set-up to its end, against a real Medusa."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLineEdit

from medusa_console.demo.totp import code_at
from medusa_console.demo.ways_in import WaysIn
from tests.e2e import witness
from tests.e2e.traces import left_behind
from tests.real_medusa import MedusaServer
from tests.ui.driving import Program
from tests.ui.northwind import connect
from tests.ui.running import Start
from tests.waiting import until

ENTER = Qt.Key.Key_Return
OFF = "Off. Your password alone signs you in."
ON = "On. After your password you are asked for a code from your app, or a recovery code."


class Admin:
    """An admin of the store, with an app once there is a secret for it."""

    def __init__(self, program: Program, email: str, password: str) -> None:
        self.program = program
        self.email = email
        self.password = password
        self.secret = ""

    def code(self) -> str:
        return code_at(self.secret, time.time())

    async def enter_code(self, code: str) -> None:
        await until(lambda: self.program.is_there("code"))
        await until(self.program.field("Code", QLineEdit).hasFocus)
        self.program.type(code)

    async def sign_in(self, *, recovery_code: str = "") -> None:
        self.program.fill("Password", self.password)
        self.program.key(ENTER)
        await until(lambda: self.program.is_there("code"))
        if recovery_code:
            self.program.press("Use a recovery code")
            self.program.type(recovery_code)
            self.program.key(ENTER)
        else:
            await self.enter_code(self.code())

    async def account(self, told: str) -> QDialog:
        self.program.press("My account")
        dialog = await self.program.dialog("myAccount")
        await self.program.reads(told)
        return dialog

    async def proves_it(self, button: str, dialog: str) -> None:
        """Press the button, prove who is there, and wait for the dialog after that."""
        await until(lambda: button in self.program.buttons)
        await until(self.program.button(button).isEnabled)
        self.program.press(button)
        await self.program.dialog("stepUp")
        self.program.fill("Password", self.password)
        self.program.key(ENTER)
        if self.secret:
            await self.enter_code(self.code())
        await self.program.dialog(dialog)

    async def recovery_codes(self) -> list[str]:
        await self.program.dialog("recoveryCodes")
        self.program.press("Copy and hide")
        codes = QGuiApplication.clipboard().text().split("\n")
        self.program.press("Done")
        await self.program.dialog("myAccount")
        return codes

    async def signs_out(self) -> None:
        self.program.press("Close")
        await self.program.no_dialog()
        self.program.press("Sign out")
        await self.program.reads("You are signed out")


async def test_it_is_set_up_asked_for_renewed_and_turned_off(
    medusa_rbac: MedusaServer,
    start: Start,
    tmp_path: Path,
    log_file: None,
    capfd: pytest.CaptureFixture[str],
) -> None:
    email, password = await asyncio.to_thread(witness.admin, medusa_rbac)
    program = await start()
    admin = Admin(program, email, password)
    await connect(program, medusa_rbac.base_url, name="Northwind", environment="Development")
    await program.signed_in(email, password)
    await program.keys_page()

    await admin.account(OFF)
    with medusa_rbac.ways_in(WaysIn(encryption_key=False)):
        await admin.proves_it("Set up…", "myAccount")
        await program.reads("Two-step sign-in is not available on this server")
    program.press("Close")
    await program.no_dialog()

    await admin.account(OFF)
    await admin.proves_it("Set up…", "setUpTwoStep")
    program.press("Cancel")  # the pending factor goes
    await program.dialog("myAccount")
    await admin.proves_it("Set up…", "setUpTwoStep")
    program.press("Copy secret")
    admin.secret = QGuiApplication.clipboard().text()
    program.type(admin.code())
    first = await admin.recovery_codes()
    assert len(set(first)) == 10
    await program.reads(ON, email, "This one is one of them")
    await admin.signs_out()

    await admin.sign_in()
    await program.keys_page()
    await admin.account(ON)
    await program.reads("Sessions that began before go on without a code until they end.")
    await admin.proves_it("New recovery codes…", "recoveryCodes")
    second = await admin.recovery_codes()
    assert not set(first) & set(second)
    await admin.signs_out()

    await admin.sign_in(recovery_code=first[0])
    await program.reads("Wrong recovery code, or it was used before.")
    line = program.field("Recovery code", QLineEdit)
    await until(lambda: not line.isReadOnly())
    program.type(second[0])
    program.key(ENTER)
    await program.keys_page()

    await admin.account(ON)
    with medusa_rbac.ways_in(WaysIn(disable_policy="challenge")):
        await admin.proves_it("Turn off…", "turnOffCode")
        program.type(admin.code())
        program.press("Turn off")
        await program.dialog("myAccount")
        await program.reads(OFF)
    await admin.signs_out()
    program.fill("Password", password)
    program.key(ENTER)
    await program.keys_page()
    await program.quit()

    out, err = capfd.readouterr()
    secrets = [password, admin.secret, *first, *second]
    assert left_behind(secrets, tmp_path / "data", out, err) == []

"""An invite, a forgotten password and a provider in the real window, against a real Medusa: each
ends in the list of keys."""

from __future__ import annotations

import asyncio
import ssl
import uuid
from pathlib import Path

import httpx
import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLineEdit

from medusa_console.demo.ways_in import EMAILPASS, WORKPLACE, WaysIn
from tests.e2e.traces import left_behind
from tests.real_medusa import MedusaServer, Person
from tests.ui.driving import Program
from tests.ui.northwind import connect
from tests.ui.running import Start
from tests.waiting import until

FIRST, SECOND = "first-password-canary", "second-password-canary"


def invited(server: MedusaServer, email: str) -> str:
    """The token of an invite as a super admin, or in a store without roles."""
    roles = {"roles": ["role_super_admin"]} if server.rbac else {}
    login = {"email": server.email, "password": server.password}
    with httpx.Client(base_url=server.base_url, trust_env=False) as http:
        token = http.post("/auth/user/emailpass", json=login).raise_for_status().json()["token"]
        bearer = {"authorization": f"Bearer {token}"}
        asked = http.post("/admin/invites", json={"email": email, **roles}, headers=bearer)
        invite: str = asked.raise_for_status().json()["invite"]["token"]
    return invite


def follow(server: MedusaServer, address: str) -> str:
    """What a browser shows at the end of the workplace's page."""
    trusting = ssl.create_default_context(cafile=str(server.workplace.trust_file))
    with httpx.Client(verify=trusting, trust_env=False) as browser:
        back = browser.get(address).headers["location"]
        return browser.get(back).text


async def sign_out(program: Program) -> None:
    program.press("Sign out")
    await program.reads("You are signed out")


async def test_an_invite_a_new_password_and_a_provider_each_end_in_the_list_of_keys(
    medusa: MedusaServer,
    start: Start,
    tmp_path: Path,
    log_file: None,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    email = f"nia-{uuid.uuid4().hex[:8]}@workplace.example"
    opened: list[str] = []

    def open_url(address: QUrl) -> bool:
        opened.append(address.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    program = await start()
    await connect(program, medusa.base_url, name="Northwind", environment="Development")

    invite = await asyncio.to_thread(invited, medusa, email)
    program.press("Accept invite")
    await program.dialog("acceptInvite")
    link = f"Hi Nia,\n\n{medusa.base_url}/app/invite?token={invite}\n\nBye"
    program.paste(program.field("Link or token of the invite", QLineEdit), link)
    await program.reads(f"It is for {email} and works until")
    program.fill("First name", "Nia")
    program.fill("Password for this store", FIRST)
    program.press("Accept and sign in")
    await program.keys_page()
    await sign_out(program)

    mails = len(medusa.events("auth.password_reset"))
    program.press("Forgot password?")
    await program.dialog("forgotPassword")
    assert program.field("Email", QLineEdit).text() == email
    program.press("Ask for the mail")
    (mail,) = await until(lambda: medusa.events("auth.password_reset")[mails:])
    token = str(mail["token"])
    program.paste(program.field("Link or token from the mail", QLineEdit), f"x?token={token}&y")
    program.fill("New password", SECOND)
    program.press("Set new password")
    await program.no_dialog()
    await program.reads("The new password is set. Sign in with it.")
    program.fill("Password", FIRST)
    program.press("Sign in")
    await program.reads("Wrong email or password. Both are case-sensitive.")
    await program.signed_in(email, SECOND)
    await program.keys_page()

    medusa.workplace.person = Person(uuid.uuid4().hex, email)
    with medusa.ways_in(WaysIn(providers=(EMAILPASS, WORKPLACE))):
        await sign_out(program)  # the form asks anew how to sign in
        await until(lambda: "Continue with Workplace" in program.buttons)
        program.press("Continue with Workplace")
        address = await until(lambda: opened and opened[-1])
        told = await asyncio.to_thread(follow, medusa, str(address))
        assert told == "You can close this window and go back to Medusa Console."
        await program.dialog("confirm")
        await program.reads(f"Workplace knows you as {email}.")
        program.press("Link or create account")
        await program.keys_page()
        account = program.services
        assert account is not None
        assert (await account.users.me()).email == email

        await sign_out(program)
    await program.quit()
    out, err = capfd.readouterr()
    secrets = [FIRST, SECOND, invite, token]
    assert left_behind(secrets, tmp_path / "data", out, err) == []

"""Colleagues in the real window: invited, joined with the token shown, reset, and removed."""

from __future__ import annotations

import asyncio
import uuid
from pathlib import Path

import httpx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget

from tests.e2e.test_walkthrough import clipboard
from tests.e2e.traces import left_behind
from tests.real_medusa import MedusaServer
from tests.ui.driving import CTRL, Program, type_into
from tests.ui.northwind import connect
from tests.ui.running import Start
from tests.waiting import until

_FIRST, _SECOND = "Zw9kT-first-colleague-44", "Zw9kT-second-colleague-45"


async def test_a_colleague_is_invited_joins_gets_a_new_password_and_is_removed(
    medusa: MedusaServer,
    start: Start,
    tmp_path: Path,
    log_file: None,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    email = f"{uuid.uuid4().hex[:12]}@example.com"
    program = await start()
    await connect(program, medusa.base_url, name="Northwind", environment="Development")
    await program.signed_in(medusa.email, medusa.password)
    await program.keys_page()
    program.window.resize(1440, 900)
    await program.colleagues_page()

    program.press("Invite colleague…")
    await program.dialog("inviteForm")
    program.fill("Email", email)
    if medusa.rbac:
        await until(lambda: program.is_there("roles"))
        roles = program.find(QListWidget, "roles")
        (role,) = roles.findItems("Super Admin", Qt.MatchFlag.MatchStartsWith)
        role.setCheckState(Qt.CheckState.Checked)
    program.press("Create invite")
    await prove(program, medusa)
    invite = await shown_once(program)
    assert await asyncio.to_thread(join, medusa, email, invite) == 200
    assert await asyncio.to_thread(sign_in, medusa, email, _FIRST) == 200

    program.key(Qt.Key.Key_F5)
    await until(lambda: "Pat Berg" in program.column("Name"))
    program.pick(email)
    await until(lambda: program.facts.get("Email") == email)
    if medusa.rbac:
        await until(lambda: program.facts.get("Roles") == "Super Admin")
    program.press("Reset password…")
    await prove(program, medusa)
    reset = await shown_once(program)
    assert await asyncio.to_thread(set_password, medusa, reset) == 200
    assert await asyncio.to_thread(sign_in, medusa, email, _SECOND) == 200
    assert await asyncio.to_thread(sign_in, medusa, email, _FIRST) == 401

    program.press("Remove person…")
    await program.dialog("confirm")
    program.clock.skip(1.0)
    program.key(Qt.Key.Key_Return, CTRL)
    await program.no_dialog()
    await until(lambda: email not in program.column("Email"))
    assert await asyncio.to_thread(sign_in, medusa, email, _SECOND) == 401

    program.press("Sign out")
    await program.reads("You are signed out")
    await program.quit()
    secrets = (invite, reset, _FIRST, _SECOND, medusa.password)
    assert left_behind(secrets, tmp_path / "data", caplog.text, *capfd.readouterr()) == []


async def prove(program: Program, medusa: MedusaServer) -> None:
    await program.dialog("stepUp")
    edit = program.find(QLineEdit, "password")
    edit.setFocus()
    type_into(edit, medusa.password)
    program.key(Qt.Key.Key_Return)


async def shown_once(program: Program) -> str:
    """The token in the dialog that shows it once, as copied; the dialog is closed."""
    await program.dialog("revealToken")
    before = clipboard()
    program.press("Copy token")
    await until(lambda: clipboard() not in ("", before))
    token = clipboard()
    program.press("Done")
    await program.no_dialog()
    return token


def join(medusa: MedusaServer, email: str, token: str) -> int:
    login = {"email": email, "password": _FIRST}
    url = f"{medusa.base_url}/auth/user/emailpass/register"
    bearer = {"Authorization": f"Bearer {httpx.post(url, json=login).json()['token']}"}
    names = {"first_name": "Pat", "last_name": "Berg"}
    url = f"{medusa.base_url}/admin/invites/accept"
    return httpx.post(url, params={"token": token}, json=names, headers=bearer).status_code


def sign_in(medusa: MedusaServer, email: str, password: str) -> int:
    login = {"email": email, "password": password}
    return httpx.post(f"{medusa.base_url}/auth/user/emailpass", json=login).status_code


def set_password(medusa: MedusaServer, token: str) -> int:
    url = f"{medusa.base_url}/auth/user/emailpass/update"
    bearer = {"Authorization": f"Bearer {token}"}
    return httpx.post(url, json={"password": _SECOND}, headers=bearer).status_code

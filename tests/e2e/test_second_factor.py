"""Password and code in the real window, against a real Medusa."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from medusa_console.demo.ways_in import WaysIn
from medusa_console.services.session import SignedIn
from tests.e2e.phone import Phone, enrol
from tests.e2e.traces import left_behind
from tests.real_medusa import Cluster, MedusaServer
from tests.ui.driving import CTRL, Program
from tests.ui.northwind import connect
from tests.ui.running import Start
from tests.waiting import until

ENTER = Qt.Key.Key_Return
CHALLENGE_LIFE_S = 300  # unless a shop sets another


@pytest.fixture(scope="module")
def server(medusa_cluster: Cluster) -> Iterator[MedusaServer]:
    """A Medusa of these tests' own: they restart it, and give its admin a second factor."""
    with medusa_cluster.server(rbac=True) as server:
        yield server


@pytest.fixture(scope="module")
def phone(server: MedusaServer) -> Phone:
    return enrol(server, server.email, server.password)


async def password(program: Program, server: MedusaServer) -> None:
    """Enter the password, and wait for the boxes."""
    program.fill("Password", server.password)
    program.key(ENTER)
    await until(lambda: program.is_there("code"))
    await until(program.field("Code", QLineEdit).hasFocus)


async def wrong(program: Program, code: str, told: str) -> None:
    program.type(code)
    await program.reads(told)
    boxes = program.field("Code", QLineEdit)
    await until(lambda: not boxes.isReadOnly())


def recovery(program: Program, code: str) -> None:
    program.press("Use a recovery code")
    program.type(code)
    program.key(ENTER)


async def lock(program: Program) -> None:
    program.key(Qt.Key.Key_L, CTRL)
    await until(lambda: program.is_there("unlock"))


async def test_the_second_factor_goes_with_the_password_wherever_that_is_asked_for(
    server: MedusaServer,
    phone: Phone,
    start: Start,
    tmp_path: Path,
    log_file: None,
    capfd: pytest.CaptureFixture[str],
) -> None:
    program = await start()
    await connect(program, server.base_url, name="Northwind", environment="Development")
    program.fill("Email", server.email)
    await password(program, server)
    typed = [phone.wrong_code()]
    await wrong(program, typed[0], "Wrong code. 4 attempts left.")
    typed.append(phone.code())
    program.paste(program.field("Code", QLineEdit), f"{typed[-1][:3]} {typed[-1][3:]}")
    await program.keys_page()

    await lock(program)
    await password(program, server)
    typed.append(phone.code(steps=1))  # of an app whose clock is fast
    program.type(typed[-1])
    await until(lambda: program.window.workspace is not None)

    await lock(program)
    await password(program, server)
    recovery(program, phone.recovery_codes[0])
    await until(lambda: program.window.workspace is not None)

    with server.sessions_ended():
        program.key(Qt.Key.Key_R, CTRL)
        await program.dialog("signInAgain")
        await password(program, server)
        await asyncio.to_thread(server.restart)  # between password and code
        typed.append(phone.code())
        program.type(typed[-1])
        await program.no_dialog()
    services = program.services
    assert services is not None
    assert isinstance(services.session.state, SignedIn)

    with server.sessions_ended():
        program.key(Qt.Key.Key_R, CTRL)
        await program.dialog("signInAgain")
        await password(program, server)
        recovery(program, phone.recovery_codes[0])
        await program.reads("Wrong recovery code, or it was used before. 4 attempts left.")
        line = program.field("Recovery code", QLineEdit)
        await until(lambda: not line.isReadOnly())
        program.type(phone.recovery_codes[1].upper())
        program.key(ENTER)
        await program.no_dialog()

        program.press("Sign out")
        await program.reads("You are signed out")
    await program.quit()
    out, err = capfd.readouterr()
    secrets = [server.password, phone.secret, *phone.recovery_codes]
    assert left_behind(secrets, tmp_path / "data", out, err) == []
    log = b"".join(path.read_bytes() for path in (tmp_path / "data").rglob("*.log"))
    assert log
    assert not [code for code in typed if code.encode() in log]


async def test_a_challenge_that_is_over_or_spent_is_asked_for_anew(
    server: MedusaServer, phone: Phone, start: Start
) -> None:
    program = await start()
    await connect(program, server.base_url, name="Northwind", environment="Development")
    program.fill("Email", server.email)
    with server.ways_in(WaysIn(challenge_max_attempts=2)):
        await password(program, server)
        await wrong(program, phone.wrong_code(), "Wrong code. 1 attempt left.")
        await wrong(program, phone.wrong_code(), "Too many wrong codes.")
        program.type(phone.code())
        await program.keys_page()
    program.press("Sign out")
    await program.reads("You are signed out")
    await password(program, server)
    with server.clock_ahead(CHALLENGE_LIFE_S):
        program.type(phone.code(steps=CHALLENGE_LIFE_S // 30))
        await program.keys_page()


async def test_an_email_is_verified_before_the_second_factor(
    server: MedusaServer, phone: Phone, start: Start
) -> None:
    program = await start()
    await connect(program, server.base_url, name="Northwind", environment="Development")
    program.fill("Email", server.email)
    with server.ways_in(WaysIn(verifies_email=True)):
        program.fill("Password", server.password)
        program.key(ENTER)
        await until(lambda: program.is_there("verificationCode"))
        assert "Have a code sent" in program.find(QLabel, "verification.text").text()
        program.press("Send the code")
        await program.reads("The store was asked just now to send a code")
        line = program.field("Verification code", QLineEdit)
        await until(lambda: not line.isReadOnly())
        program.type("wrong")
        program.key(ENTER)
        await program.reads("Wrong code, or it was used before.")
        await until(lambda: not line.isReadOnly())
        sent = await until(lambda: server.events("auth.verification_requested"))
        line.selectAll()
        program.type(sent[-1]["code"])
        program.key(ENTER)
        await until(lambda: program.is_there("code"))
        await until(program.field("Code", QLineEdit).hasFocus)
        program.type(phone.code())
        await program.keys_page()

"""Between two accounts and two attempts: nobody is handed what another has asked for, and nothing
is told as done that was not sent."""

from __future__ import annotations

import asyncio
import threading

import pytest
from pydantic import SecretStr

from medusa_console.domain.errors import Forbidden, TokenRefused
from medusa_console.services.store_services import StoreServices
from tests.faults import server as faults
from tests.faults.medusa import login_token
from tests.faults.server import FaultServer
from tests.services.conftest import MAYA, PASSWORD_SECRET, SIGN_IN, Opened
from tests.waiting import until

CODES, UPDATE = "/auth/mfa/recovery-codes", "/auth/user/emailpass/update"
PRIYA = "user_01PRIYA0000000000000000000"
RESET = f"/admin/users/{PRIYA}/reset-password"
MAYAS, NIAS = "82f3-c993-c764-7284", "1111-2222-3333-4444"


@pytest.fixture
async def services(opened: Opened) -> StoreServices:
    await opened.services.session.sign_in(MAYA, PASSWORD_SECRET, keep=False)
    return opened.services


async def another_signs_in(services: StoreServices, server: FaultServer) -> None:
    await services.session.sign_out()
    nia = login_token(actor_id="user_01NIA000000000000000000000")
    server.on("POST", SIGN_IN, faults.json_answer({"token": nia}))
    await services.session.sign_in("nia@demo.example", PASSWORD_SECRET, keep=False)


async def test_new_recovery_codes_are_only_for_the_account_that_asked(
    services: StoreServices, server: FaultServer
) -> None:
    go_on = threading.Event()
    mayas = faults.after(go_on, faults.json_answer({"recovery_codes": [MAYAS]}))
    server.on("POST", CODES, mayas, faults.json_answer({"recovery_codes": [NIAS]}))
    maya = asyncio.ensure_future(services.two_step.new_recovery_codes())
    await until(lambda: server.count("POST", CODES))
    await another_signs_in(services, server)
    nia = asyncio.ensure_future(services.two_step.new_recovery_codes())
    await asyncio.sleep(0)  # Nia's call is on its way, or has joined
    go_on.set()
    assert [code.get_secret_value() for code in await nia] == [NIAS]
    assert [code.get_secret_value() for code in await maya] == [MAYAS]


async def test_a_colleague_s_token_is_only_for_whom_the_store_gives_it(
    services: StoreServices, server: FaultServer
) -> None:
    go_on = threading.Event()
    given = faults.after(go_on, faults.json_answer({"token": "a.reset.token"}))
    server.on("POST", RESET, given, faults.refusal(403, "Forbidden", "forbidden"))
    maya = asyncio.ensure_future(services.colleagues.reset_token(PRIYA))
    await until(lambda: server.count("POST", RESET))
    await another_signs_in(services, server)
    nia = asyncio.ensure_future(services.colleagues.reset_token(PRIYA))
    await asyncio.sleep(0)
    go_on.set()
    with pytest.raises(Forbidden):
        await nia
    await maya


async def test_no_password_is_told_to_be_set_that_was_not_sent(
    services: StoreServices, server: FaultServer
) -> None:
    go_on = threading.Event()
    done = faults.after(go_on, faults.json_answer({"success": True}))
    used = faults.refusal(401, "Invalid token", "unauthorized")
    server.on("POST", UPDATE, done, used)
    token = SecretStr("a.reset.token")
    first = asyncio.ensure_future(services.forgotten.set(token, SecretStr("the first one")))
    again = asyncio.ensure_future(services.forgotten.set(token, SecretStr("the first one")))
    await until(lambda: server.count("POST", UPDATE))
    other = asyncio.ensure_future(services.forgotten.set(token, SecretStr("another one")))
    await asyncio.sleep(0)
    go_on.set()
    with pytest.raises(TokenRefused):
        await other
    await asyncio.gather(first, again)
    assert server.count("POST", UPDATE) == 2

"""A customer's whole life in the real window: registered, proven, changed and deleted."""

from __future__ import annotations

import asyncio
import uuid
from pathlib import Path

import httpx
import pytest
from PySide6.QtCore import Qt

from medusa_console.domain.store import DEMO_EMAIL, DEMO_PASSWORD
from tests.demo.documented import speak_as_documented
from tests.e2e import witness
from tests.e2e.test_walkthrough import clipboard
from tests.e2e.traces import left_behind
from tests.real_medusa import MedusaServer
from tests.ui.driving import CTRL, Program
from tests.ui.northwind import connect
from tests.ui.running import Start
from tests.waiting import until

_PASSWORD = "Zw9kT-first-customer-44"


async def test_a_customer_is_registered_checked_changed_and_deleted(
    medusa: MedusaServer,
    start: Start,
    tmp_path: Path,
    log_file: None,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    email = new_email()
    storefront_key = await asyncio.to_thread(witness.publishable_key, medusa)
    program = await start()
    await connect(program, medusa.base_url, name="Northwind", environment="Development")
    await program.signed_in(medusa.email, medusa.password)
    await program.keys_page()
    program.key(Qt.Key.Key_2, CTRL)
    await program.customers_page()

    await register(program, email)
    program.press("Copy password")
    await until(lambda: clipboard() == _PASSWORD)
    program.press("Done")
    await program.no_dialog()
    await until(lambda: program.picked_customers == [email])
    customer_id = await until(lambda: program.facts.get("ID", ""))
    who = await asyncio.to_thread(witness.customer, medusa, storefront_key, email, _PASSWORD)
    assert who == customer_id

    await check_sign_in(program, "not her password", "No. ")
    await check_sign_in(program, _PASSWORD, "Yes. Anna can sign in")

    program.press("Edit")
    await program.dialog("customerForm")
    program.fill("Last name", "Visser-de Boer")
    program.press("Save")
    await program.no_dialog()
    await until(lambda: "Anna Visser-de Boer" in program.words)

    program.press("Delete customer…")
    await program.dialog("deleteCustomer")
    program.fill("Email", email)
    program.press("Delete customer")
    await program.no_dialog()
    await until(lambda: program.picked_customers == [])
    assert await asyncio.to_thread(witness.customer, medusa, storefront_key, email, _PASSWORD) == ""

    program.press("Sign out")
    await program.reads("You are signed out")
    await program.quit()
    secrets = (_PASSWORD, medusa.password, email)
    assert left_behind(secrets, tmp_path / "data", caplog.text, *capfd.readouterr()) == []


@pytest.mark.parametrize("documented", [False, True])
async def test_a_customer_is_registered_at_a_demo_store_of_either_kind(
    documented: bool, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    if documented:
        speak_as_documented(monkeypatch)
    email = new_email()
    program = await start(demo=True)
    await program.keys_page()
    await program.customers_page()
    await register(program, email)
    program.press("Done")
    await program.no_dialog()
    await until(lambda: program.picked_customers == [email])
    who = await asked_by_anna(program, email)
    await until(lambda: program.facts.get("ID") == who)


async def asked_by_anna(program: Program, email: str) -> str:
    """The id of the customer who signs in at the storefront, by requests of the test's own."""
    demo = await program.console._context.demo.open()
    transport = httpx.ASGITransport(app=demo.app)
    async with httpx.AsyncClient(transport=transport, base_url="https://demo.invalid") as client:
        login = {"email": DEMO_EMAIL, "password": DEMO_PASSWORD}
        admin = (await client.post("/auth/user/emailpass", json=login)).json()["token"]
        keys = await client.get(
            "/admin/api-keys",
            params={"type": "publishable", "fields": "id,type,token,revoked_at"},
            headers={"Authorization": f"Bearer {admin}"},
        )
        key = next(k["token"] for k in keys.json()["api_keys"] if k["revoked_at"] is None)
        login = {"email": email, "password": _PASSWORD}
        token = (await client.post("/auth/customer/emailpass", json=login)).json()["token"]
        headers = {"Authorization": f"Bearer {token}", "x-publishable-api-key": key}
        me = (await client.get("/store/customers/me", headers=headers)).json()["customer"]
    assert (me["email"], me["first_name"]) == (email, "Anna")
    return str(me["id"])


def new_email() -> str:
    return f"anna.{uuid.uuid4().hex[:10]}@example.com"


async def register(program: Program, email: str) -> None:
    """Register Anna, to where she can sign in."""
    program.key(Qt.Key.Key_N, CTRL)
    await program.dialog("registerCustomer")
    program.fill("Email", email)
    program.fill("Password", _PASSWORD)
    program.fill("First name", "Anna")
    program.fill("Last name", "Visser")
    await until(program.button("Register").isEnabled)
    program.press("Register")
    await program.reads("Anna can sign in")


async def check_sign_in(program: Program, password: str, says: str) -> None:
    program.press("Check sign-in…")
    await program.dialog("checkSignIn")
    program.fill("Password", password)
    program.press("Check")
    await program.reads(says)
    program.press("Close")
    await program.no_dialog()

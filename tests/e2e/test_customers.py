"""A customer's whole life in the real window: registered, proven, changed and deleted."""

from __future__ import annotations

import asyncio
import uuid
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

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
    email = f"anna.{uuid.uuid4().hex[:10]}@example.com"
    storefront_key = await asyncio.to_thread(witness.publishable_key, medusa)
    program = await start()
    await connect(program, medusa.base_url, name="Northwind", environment="Development")
    await program.signed_in(medusa.email, medusa.password)
    await program.keys_page()
    program.key(Qt.Key.Key_2, CTRL)
    await program.customers_page()

    program.key(Qt.Key.Key_N, CTRL)
    await program.dialog("registerCustomer")
    program.fill("Email", email)
    program.fill("Password", _PASSWORD)
    program.fill("First name", "Anna")
    program.fill("Last name", "Visser")
    await until(program.button("Register").isEnabled)
    program.press("Register")
    await program.reads("Anna can sign in")
    program.press("Copy password")
    await until(lambda: clipboard() == _PASSWORD)
    program.press("Done")
    await program.no_dialog()
    await until(lambda: program.picked_customers == [email])
    customer_id = program.facts["Id"]
    who = await asyncio.to_thread(witness.customer, medusa, storefront_key, email, _PASSWORD)
    assert who == customer_id

    await check_sign_in(program, "not her password", "No:")
    await check_sign_in(program, _PASSWORD, "Yes: Anna can sign in")

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


async def check_sign_in(program: Program, password: str, says: str) -> None:
    program.press("Check sign-in…")
    await program.dialog("checkSignIn")
    program.fill("Password", password)
    program.press("Check")
    await program.reads(says)
    program.press("Close")
    await program.no_dialog()

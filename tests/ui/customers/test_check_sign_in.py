"""Whether a customer can sign in with the password they give: yes, no, and why not."""

from __future__ import annotations

import asyncio
import json

import pytest
from pydantic import SecretStr
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit

from medusa_console.domain.customer import Customer
from medusa_console.domain.store import DEMO_PASSWORD
from medusa_console.services.registration import SignInCheck
from medusa_console.tasks import TaskScope
from medusa_console.ui.customers.check_sign_in import CheckSignIn
from medusa_console.ui.kit.text import LONGEST
from tests.faults.medusa import customer_record, customer_token
from tests.ui.creating import hold_enter
from tests.ui.customers.test_delete import LIVE
from tests.ui.customers.test_form import of_kind
from tests.ui.customers.test_page import search
from tests.ui.driving import A_MOMENT, Program
from tests.ui.standins import never
from tests.ui.test_accessible_names import names
from tests.ui.wiretap import Wiretap, answer, broken, held
from tests.waiting import until

SIGN_IN = "/auth/customer/emailpass"
CARLA = "customer@demo.example"
CANARY = "not-carlas-password-77"


@pytest.fixture
async def carla(page: Program) -> Program:
    """The account of Carla, who is a guest as well, is selected."""
    search(page, CARLA)
    await until(lambda: set(page.column("Email")) == {CARLA})
    kinds = page.column("Account")
    page.table.selectRow(next(n for n, kind in enumerate(kinds) if kind.startswith("Account")))
    await until(lambda: page.facts.get("Email") == CARLA)
    return page


async def ask(program: Program, password: str) -> None:
    """Open the dialog and type; Check is not pressed yet."""
    program.press("Check sign-in…")
    await program.dialog("checkSignIn")
    program.fill("Password", password)


async def test_no_and_then_yes_by_keyboard(carla: Program, tap: Wiretap) -> None:
    await ask(carla, CANARY)
    await carla.reads("Can Carla sign in?", CARLA)
    assert names(carla) == {"Password", "Show", "Check", "Close"}
    carla.clock.skip(A_MOMENT)
    carla.key(Qt.Key.Key_Return)
    await carla.reads(
        "No. Wrong email or password. Customers sign in with the email they registered with, "
        "even if this record was edited since."
    )
    edit = carla.field("Password", QLineEdit)
    assert carla.focus is edit
    assert edit.selectionLength() == len(CANARY)
    await until(lambda: not edit.isReadOnly())
    carla.type(DEMO_PASSWORD)
    assert "No. " not in carla.words
    carla.key(Qt.Key.Key_Return)
    await carla.reads("Yes. Carla can sign in with this password.")
    held_by_the_field: list[str] = []
    edit.textChanged.connect(held_by_the_field.append)
    carla.key(Qt.Key.Key_Escape)
    await carla.no_dialog()
    assert held_by_the_field == [""]
    assert tap.count("POST", SIGN_IN) == 2
    assert json.loads(tap.asked("POST", SIGN_IN)[0].body)["email"] == CARLA
    assert CANARY not in carla.log.text
    assert CARLA not in carla.log.text


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            {"token": customer_token("")},
            "No. The password is correct, but this sign-in belongs to no customer",
        ),
        ({"token": customer_token("cus_01OTHER")}, "No. This email and password belong to another"),
        ({"location": "https://sso.example"}, "Not with a password alone"),
    ],
)
async def test_why_not_is_told_in_words(
    carla: Program, tap: Wiretap, body: dict[str, str], told: str
) -> None:
    tap.on("POST", SIGN_IN, answer(200, body))
    await ask(carla, CANARY)
    carla.press("Check")
    await carla.reads(told)


async def test_nothing_and_a_held_enter_ask_nothing(carla: Program, tap: Wiretap) -> None:
    await ask(carla, "")
    carla.press("Check")
    await carla.reads("Enter the customer's password.")
    carla.fill("Password", CANARY)
    hold_enter(carla)
    await never(lambda: tap.count("POST", SIGN_IN))


async def test_a_store_that_does_not_answer_is_no_no(carla: Program, tap: Wiretap) -> None:
    tap.on("POST", SIGN_IN, broken, once=True)
    await ask(carla, DEMO_PASSWORD)
    carla.press("Check")
    await until(lambda: carla.is_there("formProblem"))
    assert "No. " not in carla.words
    await until(carla.button("Check").isEnabled)
    carla.press("Check")
    await carla.reads("Yes. Carla can sign in")


async def test_closing_does_not_wait_for_the_answer(carla: Program, tap: Wiretap) -> None:
    gate = asyncio.Event()
    tap.on("POST", SIGN_IN, held(gate))
    await ask(carla, DEMO_PASSWORD)
    carla.press("Check")
    await until(lambda: tap.count("POST", SIGN_IN) == 1)
    assert not carla.button("Checking…").isEnabled()
    carla.press("Close")
    await carla.no_dialog()
    gate.set()
    await ask(carla, DEMO_PASSWORD)
    carla.press("Check")
    await carla.reads("Yes. Carla can sign in")


async def test_the_password_can_be_looked_at_and_not_copied(carla: Program) -> None:
    await ask(carla, CANARY)
    edit = carla.field("Password", QLineEdit)
    carla.press("Show")
    assert edit.displayText() == CANARY
    edit.selectAll()
    carla.key(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == ""
    carla.press("Hide")
    assert edit.displayText() != CANARY


async def test_a_guest_is_not_asked_about(page: Program) -> None:
    page.pick(of_kind(page, "Guest"))
    await until(lambda: page.is_there("drawer") and "Email" in page.facts)
    shown = [words for words in page.buttons if words == "Check sign-in…"]
    assert not shown or not page.button("Check sign-in…").isEnabled()


async def test_an_endless_email_is_cut(page: Program) -> None:
    endless = Customer.model_validate(customer_record(email="a" * 100_000))

    async def check(_password: SecretStr) -> SignInCheck:
        return SignInCheck.YES

    tasks = TaskScope(lambda *_: None, page.clock.value)
    dialog = CheckSignIn(page.window, LIVE, endless, check, tasks)
    dialog.open()
    await page.dialog("checkSignIn")
    assert page.find(QLabel, "checkSignIn.email").text() == "a" * LONGEST + "…"
    dialog.done(0)
    dialog.deleteLater()

"""Deleting a customer: nobody does it by accident, and what is gone is said."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QTableView

from medusa_console.domain.customer import Customer
from medusa_console.domain.store import Environment, Store
from medusa_console.ui.customers.delete import DeleteCustomer
from tests.faults.medusa import customer_record
from tests.ui.creating import hold_enter
from tests.ui.customers.test_form import of_kind
from tests.ui.driving import A_MOMENT, CTRL, NO_KEYS, Program
from tests.ui.standins import never
from tests.ui.test_accessible_names import names
from tests.ui.wiretap import Wiretap, broken, deleted_meanwhile, lost
from tests.waiting import until

ONE = "/admin/customers/cus_[^/]+"
LIVE = Store("s", "Northwind EU", "https://northwind.example", Environment.LIVE)


async def ask(program: Program, email: str) -> QDialog:
    """Up to the question."""
    program.pick(email)
    await until(lambda: program.facts.get("Email") == email)
    program.press("Delete customer…")
    return await program.dialog("deleteCustomer")


async def test_only_the_whole_email_enables_it_and_the_row_is_gone(
    page: Program, tap: Wiretap
) -> None:
    email = of_kind(page, "Account")
    await ask(page, email)
    await page.reads(
        "The customer and their sign-in are deleted immediately. Orders, and any guest with the "
        "same email, are kept. This cannot be undone.",
        f"Type {email} to confirm.",
    )
    assert names(page) == {"Email", "Keep customer", "Delete customer"}
    assert page.focus is page.field("Email", QLineEdit)
    for typed in ("", email[:-1], email.upper(), f"{email}m"):
        page.fill("Email", typed)
        assert not page.button("Delete customer").isEnabled()
        page.clock.skip(A_MOMENT)
        page.key(Qt.Key.Key_Return)
    assert tap.count("DELETE", ONE) == 0
    page.fill("Email", f" {email}")
    hold_enter(page)
    assert tap.count("DELETE", ONE) == 0
    page.press("Delete customer")
    await page.no_dialog()
    await until(lambda: email not in page.column("Email"))
    assert tap.count("DELETE", ONE) == 1


async def test_who_was_asked_about_is_deleted_whoever_is_selected_meanwhile(
    page: Program, tap: Wiretap
) -> None:
    email, other = of_kind(page, "Account"), of_kind(page, "Account", 1)
    await ask(page, email)
    customer_id = tap.asked("GET", ONE)[-1].path
    table = page.window.findChildren(QTableView, "customers")[0]
    table.selectRow(page.row(other))
    assert page.picked_customers == [other]
    page.fill("Email", email)
    page.press("Delete customer")
    await page.no_dialog()
    await until(lambda: tap.count("DELETE", ONE))
    assert [one.path for one in tap.asked("DELETE", ONE)] == [customer_id]
    await until(lambda: email not in page.column("Email"))
    assert other in page.column("Email")


async def test_keeping_is_one_key_away(page: Program, tap: Wiretap) -> None:
    await ask(page, of_kind(page, "Guest"))
    await page.reads(
        "The guest is deleted immediately. Orders, and any account with the same email"
    )
    page.key(Qt.Key.Key_Escape)
    await page.no_dialog()
    await never(lambda: tap.count("DELETE", ONE))


async def test_a_lost_answer_is_settled_by_reading_again(page: Program, tap: Wiretap) -> None:
    email = of_kind(page, "Guest")
    tap.on("DELETE", ONE, lost, once=True)
    await ask(page, email)
    page.fill("Email", email)
    page.press("Delete customer")
    await page.no_dialog()
    await until(lambda: email not in page.column("Email"))
    assert "Not confirmed" not in page.words


async def test_who_is_still_there_after_a_lost_answer_is_not_reported_gone(
    page: Program, tap: Wiretap
) -> None:
    email = of_kind(page, "Guest")
    tap.on("DELETE", ONE, broken)
    await ask(page, email)
    page.fill("Email", email)
    page.press("Delete customer")
    await page.no_dialog()
    await page.reads("Not confirmed")
    assert email in page.column("Email")


async def test_who_is_gone_already_is_not_asked_about(page: Program, tap: Wiretap) -> None:
    email = of_kind(page, "Guest")
    page.pick(email)
    await until(lambda: page.facts.get("Email") == email)
    tap.on("GET", ONE, deleted_meanwhile)
    page.press("Delete customer…")
    await page.reads("This no longer exists")
    await until(lambda: email not in page.column("Email"))
    assert not page.is_there("deleteCustomer")


async def opened(
    program: Program, *, environment: Environment = Environment.LIVE, **fields: object
) -> DeleteCustomer:
    """The dialog alone."""
    store = replace(LIVE, environment=environment)
    customer = Customer.model_validate(customer_record(**fields))
    dialog = DeleteCustomer(program.window, store, customer, program.clock.value)
    dialog.open()
    await program.dialog("deleteCustomer")
    return dialog


@pytest.mark.parametrize("environment", Environment)
async def test_on_every_store_enter_does_nothing_and_control_enter_deletes(
    page: Program, environment: Environment
) -> None:
    dialog = await opened(page, environment=environment)
    page.type("anna.canary@example.com")
    button = page.find(QPushButton, "submit")
    assert button.isEnabled()
    assert button.text() == "Delete customer (Ctrl+Enter)"
    page.clock.skip(A_MOMENT)
    page.key(Qt.Key.Key_Return)
    assert dialog.isVisible()
    page.key(Qt.Key.Key_Return, CTRL)
    assert dialog.result() == QDialog.DialogCode.Accepted
    dialog.deleteLater()


@pytest.mark.parametrize("environment", Environment)
@pytest.mark.parametrize("modifiers", [NO_KEYS, CTRL])
async def test_without_an_email_nothing_is_typed_and_the_harmless_answer_has_the_focus(
    page: Program, environment: Environment, modifiers: Qt.KeyboardModifier
) -> None:
    nameless = {"email": None, "has_account": False, "first_name": None, "last_name": None}
    dialog = await opened(page, environment=environment, **nameless)
    await page.reads("Delete this customer?")
    assert page.focus is page.button("Keep customer")
    page.clock.skip(A_MOMENT)
    page.key(Qt.Key.Key_Return, modifiers)
    sure = QDialog.DialogCode.Accepted if modifiers is CTRL else QDialog.DialogCode.Rejected
    assert dialog.result() == sure
    assert not dialog.isVisible()
    dialog.deleteLater()


async def test_which_of_two_with_the_same_email_is_told(page: Program) -> None:
    dialog = await opened(page)
    await page.reads("Delete the account of anna.canary@example.com?", "Anna Canary")
    dialog.done(0)
    dialog.deleteLater()
    dialog = await opened(page, has_account=False)
    await page.reads("Delete the guest anna.canary@example.com?")
    dialog.done(0)
    dialog.deleteLater()


async def test_an_email_with_blanks_around_it_can_be_confirmed(page: Program) -> None:
    dialog = await opened(page, email=" anna.canary@example.com ")
    page.fill("Email", "anna.canary@example.com")
    assert page.find(QPushButton, "submit").isEnabled()
    dialog.done(0)
    dialog.deleteLater()


async def test_an_endless_record_is_not_needed_to_ask(page: Program, tap: Wiretap) -> None:
    email = of_kind(page, "Guest")
    page.pick(email)
    await until(lambda: page.facts.get("Email") == email)
    read = tap.count("GET", ONE)
    page.press("Delete customer…")
    await page.dialog("deleteCustomer")
    # The drawer may still be asking for all of it, which nobody has to wait for.
    assert any("addresses" not in asked.query for asked in tap.asked("GET", ONE)[read:])
    page.press("Keep customer")
    await page.no_dialog()


async def test_names_of_others_cannot_fake_the_question(page: Program) -> None:
    dialog = await opened(page, first_name="<h1>Nobody</h1>\u202e", last_name=None)
    await page.reads("<h1>Nobody</h1>\u2039U+202E\u203a")
    dialog.done(0)
    dialog.deleteLater()

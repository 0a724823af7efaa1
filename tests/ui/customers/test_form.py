"""A guest is created, a record is edited: what is checked, refused, and lost on the way."""

from __future__ import annotations

import asyncio
import json
import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from starlette.types import Message

from medusa_console.domain.customer import Customer, CustomerDetails, EmailMatches
from medusa_console.domain.store import DEMO_STORE
from medusa_console.tasks import TaskScope
from medusa_console.ui.customers.form import CustomerForm
from medusa_console.ui.kit.submission import Accepted
from tests.faults.medusa import customer_record
from tests.ui.creating import hold_enter
from tests.ui.driving import A_MOMENT, Program
from tests.ui.northwind import REFRESH
from tests.ui.standins import never
from tests.ui.test_accessible_names import names
from tests.ui.wiretap import (
    Behaviour,
    Exchange,
    Wiretap,
    answer,
    broken,
    deleted_meanwhile,
    held,
    lost,
)
from tests.waiting import until

LIST = "/admin/customers"
PERMISSIONS = "/admin/rbac/me/permissions"
ONE = f"{LIST}/cus_[^/]+"
EMAIL = "gustav.visser@example.com"
CARLA = "customer@demo.example"


async def new_guest(program: Program, **fields: str) -> None:
    """Fill in the form; Create is not pressed yet."""
    program.press("Create guest…")
    await program.dialog("customerForm")
    for name, text in fields.items():
        program.fill(name.replace("_", " "), text)


async def edit(program: Program, email: str) -> None:
    """Open the form of the customer of that email."""
    program.pick(email)
    await until(lambda: program.facts.get("Email") == email)
    program.press("Edit")
    await program.dialog("customerForm")


def of_kind(program: Program, account: str, number: int = 0) -> str:
    """The email of a listed guest or account."""
    rows = zip(program.column("Account"), program.column("Email"), strict=True)
    return [email for kind, email in rows if kind == account and "@" in email][number]


async def test_a_guest_is_created_and_selected(page: Program, tap: Wiretap) -> None:
    await new_guest(page, Email=EMAIL, First_name="Gustav", Phone="+46 (0)70 123", Company="Nord")
    assert names(page) == {
        *("Email", "First name", "Last name", "Phone", "Company", "Cancel", "Create"),
    }
    page.clock.skip(A_MOMENT)
    page.key(Qt.Key.Key_Return)
    await page.no_dialog()
    await until(lambda: page.picked_customers == [EMAIL])
    assert json.loads(tap.asked("POST", LIST)[0].body) == {
        "email": EMAIL,
        "first_name": "Gustav",
        "phone": "+46 (0)70 123",
        "company_name": "Nord",
    }


async def test_a_guest_needs_no_email_but_something(page: Program, tap: Wiretap) -> None:
    await new_guest(page)
    page.press("Create")
    await page.reads("Fill in at least one field.")
    page.fill("Email", "gustav@")
    page.press("Create")
    await page.reads("The domain after the @ is missing")
    assert tap.count("POST", LIST) == 0
    page.fill("Email", "")
    page.fill("Company", "Visser & Zonen")
    page.press("Create")
    await page.no_dialog()
    assert json.loads(tap.asked("POST", LIST)[0].body) == {"company_name": "Visser & Zonen"}


async def test_an_email_written_differently_is_told(page: Program) -> None:
    await new_guest(page, Email=CARLA.upper())
    await page.reads(
        f"{CARLA} already exists in different capitals. Medusa treats them as two customers."
    )


async def test_a_held_enter_creates_nobody(page: Program, tap: Wiretap) -> None:
    await new_guest(page, Email=EMAIL)
    hold_enter(page)
    await never(lambda: tap.count("POST", LIST))


async def test_an_email_that_is_taken_is_told_before_and_after(page: Program) -> None:
    guest = of_kind(page, "Guest")
    await new_guest(page, Email=guest)
    await page.reads("Another customer already uses this email.")
    page.press("Create")
    await page.reads("Another customer already uses this email. Change theirs, or use another one.")
    assert page.focus is page.field("Email", QLineEdit)
    page.fill("Email", CARLA)
    await page.reads("An account has this email. The two records stay separate.")
    page.press("Create")
    await page.no_dialog()
    await until(lambda: page.picked_customers == [CARLA])


async def test_what_the_store_refuses_is_told_where_it_belongs(page: Program, tap: Wiretap) -> None:
    await new_guest(page, Email=EMAIL)
    refusal = {"type": "invalid_data", "message": "Invalid request: Invalid email address"}
    tap.on("POST", LIST, answer(400, refusal), once=True)
    page.press("Create")
    await page.reads("The store says: Invalid request: Invalid email address")
    assert page.focus is page.field("Email", QLineEdit)
    assert page.field("Email", QLineEdit).text() == EMAIL
    page.press("Create")
    await page.no_dialog()


async def test_a_right_that_is_missing_is_named_and_counts_once_it_is_granted(
    page: Program, tap: Wiretap
) -> None:
    forbidden = {"type": "forbidden", "message": "Forbidden. Required policies: customer:create"}
    tap.on("POST", LIST, answer(403, forbidden))
    tap.on("GET", PERMISSIONS, answer(200, {"permissions": ["customer:read"]}))
    await new_guest(page, Email=EMAIL)
    page.press("Create")
    await page.reads("You can't create customers.", "customer:create", "try again")
    assert "Refresh permissions" not in page.words, "nobody can press it in here"
    assert page.field("Email", QLineEdit).text() == EMAIL
    tap.on("GET", PERMISSIONS, answer(200, {"permissions": ["customer:create"]}))
    page.press("Create")
    await page.reads("Your role allows this now. Nothing was changed. Try again.")
    assert (tap.count("POST", LIST), tap.count("POST", REFRESH)) == (2, 1)
    assert page.field("Email", QLineEdit).text() == EMAIL
    tap.calm()
    page.press("Create")
    await page.no_dialog()
    await until(lambda: page.picked_customers == [EMAIL])


async def test_a_lost_answer_that_was_done_is_found(page: Program, tap: Wiretap) -> None:
    tap.on("POST", LIST, lost, once=True)
    await new_guest(page, Email=EMAIL, Last_name="Visser")
    page.press("Create")
    await page.no_dialog()
    await until(lambda: page.picked_customers == [EMAIL])
    assert tap.count("POST", LIST) == 1


async def test_a_lost_answer_that_was_not_done_can_be_tried_again(
    page: Program, tap: Wiretap
) -> None:
    tap.on("POST", LIST, broken, once=True)
    await new_guest(page, Email=EMAIL)
    page.press("Create")
    await page.reads("The store didn't answer. Not there at ")
    page.press("Create")
    await page.no_dialog()
    await until(lambda: page.column("Email").count(EMAIL) == 1)


async def test_where_nothing_can_be_looked_for_the_person_is_told_to_look(
    page: Program, tap: Wiretap
) -> None:
    tap.on("POST", LIST, broken)
    await new_guest(page, First_name="Nameless")
    page.press("Create")
    await page.reads("The store didn't answer. Check the list before you try again.")
    page.fill("Email", EMAIL)
    tap.on("GET", LIST, broken)
    page.press("Create")
    await page.reads("The store didn't answer, and checking failed as well.")
    page.press("Cancel")
    await page.no_dialog()


async def test_who_does_not_wait_is_told_to_look(page: Program, tap: Wiretap) -> None:
    gate = asyncio.Event()
    tap.on("POST", LIST, held(gate))
    await new_guest(page, Email=EMAIL)
    page.press("Create")
    await until(lambda: tap.count("POST", LIST) == 1)
    page.press("Stop waiting")
    await page.no_dialog()
    await page.reads("Stopped waiting for “Create guest”", "It may still go through.")
    gate.set()
    services = page.services
    assert services is not None
    await until(lambda: not services.writes.busy)
    page.key(Qt.Key.Key_F5)
    await until(lambda: EMAIL in page.column("Email"))


async def test_names_are_edited_and_only_what_differs_is_sent(page: Program, tap: Wiretap) -> None:
    account = of_kind(page, "Account")
    await edit(page, account)
    page.fill("Last name", " <b>O'Neill</b> ")
    page.press("Save")
    await page.no_dialog()
    sent = tap.asked("POST", ONE)
    assert [json.loads(one.body) for one in sent] == [{"last_name": "<b>O'Neill</b>"}]
    await until(lambda: any("<b>O'Neill</b>" in name for name in page.column("Name")))


async def test_saving_nothing_asks_nothing(page: Program, tap: Wiretap) -> None:
    await edit(page, of_kind(page, "Account"))
    page.press("Save")
    await page.no_dialog()
    assert tap.count("POST", ONE) == 0


async def test_the_sign_in_of_an_account_does_not_follow_its_email(
    page: Program, tap: Wiretap
) -> None:
    told = "This doesn't change their sign-in: they keep using the old email."
    guest, account = of_kind(page, "Guest"), of_kind(page, "Account")
    await edit(page, guest)
    page.fill("Email", EMAIL)
    assert told not in page.words
    page.press("Cancel")
    await page.no_dialog()
    await edit(page, account)
    assert told not in page.words
    page.fill("Email", EMAIL)
    await page.reads(told)
    page.fill("Email", "")
    page.press("Save")
    await page.reads("Enter an email address, for example anna@example.com.")
    page.fill("Email", account)
    assert told not in page.words
    page.fill("Email", EMAIL)
    page.press("Save")
    await page.no_dialog()
    await until(lambda: EMAIL in page.column("Email"))


@pytest.mark.parametrize(("behaviour", "done"), [(lost, True), (broken, False)])
async def test_a_lost_answer_to_an_edit_is_settled_by_reading_again(
    page: Program, tap: Wiretap, behaviour: object, done: bool
) -> None:
    await edit(page, of_kind(page, "Guest"))
    page.fill("Company", "Nordlys")
    tap.on("POST", ONE, behaviour, once=True)  # type: ignore[arg-type]
    page.press("Save")
    if not done:
        await page.reads("The store didn't answer. Not there at ")
        assert re.search(r"Not there at \d\d:\d\d, but it may still appear\.", page.words)
        page.press("Save")
    await page.no_dialog()
    assert tap.count("POST", ONE) == (1 if done else 2)
    await until(lambda: page.facts.get("Company") == "Nordlys")


def changed(**fields: object) -> Behaviour:
    """The store's own answer about one customer, with these fields."""

    async def behave(exchange: Exchange) -> None:
        parts: list[bytes] = []

        async def collect(message: Message) -> None:
            parts.append(message.get("body", b""))

        await exchange.pass_on(collect)
        record = json.loads(b"".join(parts))["customer"]
        await answer(200, {"customer": record | fields})(exchange)

    return behave


async def test_the_form_shows_who_is_there_now_and_what_is_left_alone_is_not_sent(
    page: Program, tap: Wiretap
) -> None:
    email = of_kind(page, "Guest")
    page.pick(email)
    await until(lambda: page.facts.get("Email") == email)
    endless = f"{'a' * 400}@example.com "
    odd = {"first_name": " Anna\nMaria ", "last_name": "Visser", "email": endless}
    tap.on("GET", ONE, changed(**odd))
    page.press("Edit")
    await page.dialog("customerForm")
    assert page.field("Last name", QLineEdit).text() == "Visser"
    assert page.field("Email", QLineEdit).text() == endless
    page.fill("Company", " Nordlys ")
    page.press("Save")
    await page.no_dialog()
    assert json.loads(tap.asked("POST", ONE)[0].body) == {"company_name": "Nordlys"}


async def test_what_no_keyboard_can_type_comes_back_as_it_was(page: Program) -> None:
    async def unsent(_details: CustomerDetails) -> Customer:
        raise AssertionError("there is nothing to send")

    details = {"first_name": "An\ud800na", "last_name": "\U0001f600" * 300, "phone": " +46 "}
    whose = Customer.model_validate(customer_record()).model_copy(update=details)
    form = CustomerForm(
        page.window,
        DEMO_STORE,
        TaskScope(lambda *_: None, page.clock.value),
        edited=whose,
        submit=unsent,
        find_sent=unsent,
        email_matches=nobody,
    )
    answered = asyncio.create_task(form.ask())
    await page.dialog("customerForm")
    page.press("Save")
    assert await answered == Accepted(whose)


async def nobody(_email: str) -> EmailMatches:
    return EmailMatches()


async def test_what_others_change_meanwhile_does_not_hide_that_it_was_done(
    page: Program, tap: Wiretap
) -> None:
    await edit(page, of_kind(page, "Guest"))
    page.fill("Company", "Nordlys")
    tap.on("POST", ONE, lost, once=True)
    tap.on("GET", ONE, changed(phone="+46 70 123"))
    page.press("Save")
    await page.no_dialog()
    assert tap.count("POST", ONE) == 1


async def test_who_was_deleted_before_the_form_opens_is_told(page: Program, tap: Wiretap) -> None:
    email = of_kind(page, "Guest")
    page.pick(email)
    await until(lambda: page.facts.get("Email") == email)
    tap.on("GET", ONE, deleted_meanwhile)
    page.press("Edit")
    await page.reads("This no longer exists")
    await until(lambda: email not in page.column("Email"))
    assert not page.is_there("customerForm")


async def test_a_customer_deleted_meanwhile_cannot_be_edited(page: Program, tap: Wiretap) -> None:
    email = of_kind(page, "Guest")
    await edit(page, email)
    page.fill("Company", "Nordlys")
    tap.on("POST", ONE, deleted_meanwhile, once=True)
    page.press("Save")
    await page.reads("This no longer exists.")
    assert page.field("Company", QLineEdit).text() == "Nordlys"
    page.press("Cancel")
    await page.no_dialog()
    await until(lambda: email not in page.column("Email"))


async def test_what_is_typed_is_in_no_log(page: Program, tap: Wiretap) -> None:
    tap.on("POST", LIST, broken)
    await new_guest(page, Email=EMAIL, Phone="+46 70 999")
    page.press("Create")
    await page.reads("The store didn't answer")
    assert not re.search(r"visser|999", page.log.text)
    page.press("Cancel")
    await page.no_dialog()

"""Inviting: what is proven before, what is shown once, and what is said of a lost answer."""

from __future__ import annotations

import asyncio
import json

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QWidget,
)

from medusa_console.api.rbac import ROLES
from medusa_console.domain.store import DEMO_PASSWORD
from tests.ui.colleagues.doing import MAYA, SAM, Colleagues, held_in_memory
from tests.ui.driving import CTRL, spoken, type_into
from tests.ui.finding import find
from tests.ui.wiretap import Wiretap, answer, broken, held, lost
from tests.waiting import until

INVITES, ONE = "/admin/invites", "/admin/invites/invite_[^/]+"
RESEND = f"{ONE}/resend"


def token_in(text: str) -> str:
    (token,) = [word for word in text.split() if word.startswith("eyJ")]
    return token


async def test_an_invite_takes_the_own_password_and_is_shown_once(
    colleagues: Colleagues, tap: Wiretap
) -> None:
    page = colleagues.program
    await colleagues.fill_form(SAM)
    await until(lambda: page.is_there("roles"))
    roles = page.find(QListWidget, "roles")
    await until(lambda: roles.count() == 3)
    await page.reads("Without a role they can sign in, but can't view anything.")
    (auditor,) = roles.findItems("Auditor", Qt.MatchFlag.MatchStartsWith)
    auditor.setCheckState(Qt.CheckState.Checked)
    chosen = auditor.data(Qt.ItemDataRole.UserRole)
    page.press("Create invite")
    assert await colleagues.prove() == f"Invite {SAM} to Demo store"
    await page.dialog("revealToken")
    (sent,) = tap.asked("POST", INVITES)
    assert json.loads(sent.body) == {"email": SAM, "roles": [chosen]}

    await page.reads(f"Send this invite to {SAM}", "Whoever has this can join Demo store, also")
    assert spoken(page.find(QWidget, "secretField")) == "Token, hidden"
    assert "eyJ" not in page.words
    message = await colleagues.copied()
    token = token_in(message)
    assert message.startswith(f"You are invited to Demo store as {SAM}.")
    assert "Accept invite" in message
    assert token not in page.words
    page.press("Show")
    assert spoken(page.find(QWidget, "secretField")) == token
    await colleagues.close_token()
    assert held_in_memory(token) <= 1  # what clears the clipboard in time
    assert token not in page.log.text
    await until(lambda: page.picked_customers == [SAM])
    await until(lambda: page.facts.get("Roles") == "Auditor")


async def test_whoever_does_not_prove_it_sends_nothing_and_loses_nothing(
    colleagues: Colleagues, tap: Wiretap
) -> None:
    page = colleagues.program
    await colleagues.fill_form(SAM)
    page.press("Create invite")
    await page.dialog("stepUp")
    page.press("Not now")
    await page.dialog("inviteForm")
    assert page.field("Email", QLineEdit).text() == SAM
    assert not tap.asked("POST", INVITES)


async def test_the_form_says_that_it_sends_only_once_it_does(
    colleagues: Colleagues, tap: Wiretap
) -> None:
    page = colleagues.program
    go = asyncio.Event()
    tap.on("POST", INVITES, held(go))
    form = await colleagues.fill_form(SAM)
    page.press("Create invite")
    await page.dialog("stepUp")
    submit, email = find(form, QPushButton, "submit"), find(form, QLineEdit, "email")
    assert submit.text() == "Create invite"
    assert not submit.isEnabled()
    assert email.isReadOnly()
    await colleagues.prove()
    await until(lambda: tap.count("POST", INVITES))
    assert submit.text() == "Sending…"
    go.set()
    await page.dialog("revealToken")


async def test_an_email_that_is_none_stays_in_the_form(
    colleagues: Colleagues, tap: Wiretap
) -> None:
    page = colleagues.program
    await colleagues.fill_form("sam at example")
    page.press("Create invite")
    await until(lambda: page.find(QLabel, "email.error").text() != "")
    assert not tap.asked("POST", INVITES)


async def test_capital_letters_of_an_email_are_pointed_out(colleagues: Colleagues) -> None:
    await colleagues.fill_form("Sam@demo.example")
    await colleagues.program.reads("they must type Sam@demo.example exactly like this")


async def test_somebody_who_is_here_or_invited_is_told_beside_the_field(
    colleagues: Colleagues,
) -> None:
    page = colleagues.program
    await colleagues.fill_form(MAYA)
    page.press("Create invite")
    await colleagues.prove()
    await page.reads("Somebody with this email is here already.")


async def test_a_lost_answer_is_looked_up_and_the_invite_not_made_twice(
    colleagues: Colleagues, tap: Wiretap
) -> None:
    page = colleagues.program
    tap.on("POST", INVITES, lost)
    await colleagues.fill_form(SAM)
    page.press("Create invite")
    await colleagues.prove()
    await page.reads(f"{SAM} is invited, but no token arrived")
    assert tap.count("POST", INVITES) == 1
    await page.no_dialog()
    await until(lambda: page.column("Email")[0] == SAM)

    page.choose("Resend invite…")
    assert "Its old token stops working" in await colleagues.prove()
    await page.dialog("revealToken")
    assert token_in(await colleagues.copied())


async def test_a_lost_answer_that_cannot_be_looked_up_offers_to_look_again(
    colleagues: Colleagues, tap: Wiretap
) -> None:
    page = colleagues.program
    tap.on("POST", INVITES, lost)
    tap.on("GET", INVITES, broken, parameters={"email": SAM})
    await colleagues.fill_form(SAM)
    page.press("Create invite")
    await colleagues.prove()
    await page.reads("The store didn't answer, and checking failed as well.")
    tap.calm()
    page.press("Look again")
    await page.no_dialog()
    await page.reads(f"{SAM} is invited, but no token arrived")
    assert tap.count("POST", INVITES) == 1


async def test_an_invite_that_never_arrived_is_said_to_be_missing_so_far(
    colleagues: Colleagues, tap: Wiretap
) -> None:
    page = colleagues.program
    tap.on("POST", INVITES, broken)
    await colleagues.fill_form(SAM)
    page.press("Create invite")
    await colleagues.prove()
    await page.reads("No invite for this email at", "but it may still appear.")
    assert tap.count("POST", INVITES) == 1
    assert "Create invite" in page.buttons


async def test_a_resent_invite_has_another_token(colleagues: Colleagues) -> None:
    page = colleagues.program
    await colleagues.invite()
    first = token_in(await colleagues.copied())
    await colleagues.close_token()
    await colleagues.pick(SAM)
    page.press("Resend invite…")
    await colleagues.prove()
    await page.dialog("revealToken")
    QGuiApplication.clipboard().clear()
    assert token_in(await colleagues.copied()) != first


async def test_a_resend_whose_answer_was_lost_says_that_the_old_token_is_dead(
    colleagues: Colleagues, tap: Wiretap
) -> None:
    page = colleagues.program
    await colleagues.invite()
    await colleagues.close_token()
    await colleagues.pick(SAM)
    tap.on("POST", RESEND, lost)
    page.press("Resend invite…")
    await colleagues.prove()
    await page.reads("the old token is dead, and the new one was not seen.")
    assert tap.count("POST", RESEND) == 1


async def test_an_invite_with_a_deleted_role_says_that_nobody_can_accept_it(
    colleagues: Colleagues, tap: Wiretap
) -> None:
    page = colleagues.program
    await colleagues.invite()
    await colleagues.copied()
    await colleagues.close_token()
    await colleagues.pick(SAM)
    left = {"rbac_roles": [None], "rbac_roles_link": [{"rbac_role_id": "role_gone"}]}
    invites = {"invites": [{"id": page.facts["ID"], **left}], "count": 1}
    tap.on("GET", INVITES, answer(200, invites), parameters={"fields": f"id,{ROLES}"})
    page.key(Qt.Key.Key_F5)
    await until(lambda: page.facts.get("Roles") == "Deleted role")
    assert page.facts["Deleted role"].startswith("Nobody can accept this invite anymore.")


async def test_a_deleted_invite_is_gone(colleagues: Colleagues, tap: Wiretap) -> None:
    page = colleagues.program
    await colleagues.invite()
    await colleagues.close_token()
    await colleagues.pick(SAM)
    await colleagues.delete("Delete invite…")
    await until(lambda: SAM not in page.column("Email"))
    await page.reads("4 people")
    assert tap.count("DELETE", ONE) == 1


async def test_with_the_admin_pages_known_the_message_holds_a_link(colleagues: Colleagues) -> None:
    page = colleagues.program
    await colleagues.invite()
    page.fill("Address of the admin pages", "http://shop.example.com/app")
    page.press("Copy message")
    await page.reads("Use https://.")
    assert not QGuiApplication.clipboard().text()
    page.fill("Address of the admin pages", "https://shop.example.com/app/")
    await page.reads("Open this link before")
    link = await colleagues.copied("Copy link")
    assert link.startswith("https://shop.example.com/app/invite?token=eyJ")
    await colleagues.close_token()
    front = page.console.open_stores.front
    assert front is not None
    assert front.store.admin_pages == "https://shop.example.com/app"
    await colleagues.invite("pat@demo.example")
    field = page.field("Address of the admin pages", QLineEdit)
    assert field.text() == "https://shop.example.com/app"
    await page.reads("Open this link before")


async def test_nothing_closes_the_dialog_by_accident_before_it_is_copied(
    colleagues: Colleagues,
) -> None:
    page = colleagues.program
    await colleagues.invite()
    page.key(Qt.Key.Key_Escape)
    await page.reads("You haven't copied it.")
    await colleagues.copied()
    page.key(Qt.Key.Key_Escape)
    await page.no_dialog()


async def test_enter_on_done_closes_and_anywhere_else_says_what_is_left_to_do(
    colleagues: Colleagues,
) -> None:
    page = colleagues.program
    await colleagues.invite()
    page.clock.skip(1)  # the buttons guard against accidents
    address = page.field("Address of the admin pages", QLineEdit)
    for part in (page.find(QPushButton, "copyMessage"), address):
        part.setFocus()
        page.key(Qt.Key.Key_Return)
        await page.reads("You haven't copied it. Copy it, or choose Done to close.")
        assert QGuiApplication.clipboard().text() == ""
        type_into(address, "x")  # what takes the words away again
        assert "You haven't copied it." not in page.words
    address.clear()
    page.find(QPushButton, "done").setFocus()
    page.key(Qt.Key.Key_Return)
    await page.no_dialog()


async def test_once_copied_one_more_key_closes_and_a_double_press_does_not(
    colleagues: Colleagues,
) -> None:
    page = colleagues.program
    await colleagues.invite()
    page.clock.skip(1)
    page.key(Qt.Key.Key_Space)
    assert token_in(QGuiApplication.clipboard().text())
    assert page.focus.objectName() == "done"
    page.key(Qt.Key.Key_Space)
    assert page.is_there("done")
    page.field("Address of the admin pages", QLineEdit).setFocus()
    page.clock.skip(1)
    page.key(Qt.Key.Key_Return)
    assert page.is_there("done"), "Enter in the address closed it"
    page.find(QPushButton, "done").setFocus()
    page.key(Qt.Key.Key_Return)
    await page.no_dialog()


async def test_a_lock_discards_the_token_and_says_so(colleagues: Colleagues) -> None:
    page = colleagues.program
    await colleagues.invite()
    page.press("Show")
    token = spoken(page.find(QWidget, "secretField"))
    assert held_in_memory(token) > 0
    page.key(Qt.Key.Key_L, CTRL)
    await page.no_dialog()
    assert held_in_memory(token) == 0
    page.fill("Password", DEMO_PASSWORD)
    page.key(Qt.Key.Key_Return)
    await page.reads("A token was discarded when the store was locked", SAM)


def all_words() -> str:
    """What any label holds, behind the lock, too."""
    labels = [one for one in QApplication.allWidgets() if isinstance(one, QLabel)]
    return "\n".join(label.text() for label in labels)


async def test_a_token_that_comes_behind_a_lock_is_discarded_as_well(
    colleagues: Colleagues, tap: Wiretap
) -> None:
    page = colleagues.program
    go = asyncio.Event()
    tap.on("POST", INVITES, held(go))
    await colleagues.fill_form(SAM)
    page.press("Create invite")
    await colleagues.prove()
    await until(lambda: tap.count("POST", INVITES))
    page.presence.leaves()
    await page.no_dialog()
    go.set()
    await until(lambda: "A token was discarded" in all_words())
    page.fill("Password", DEMO_PASSWORD)
    page.key(Qt.Key.Key_Return)
    await page.reads("A token was discarded when the store was locked", SAM)
    assert QApplication.activeModalWidget() is None

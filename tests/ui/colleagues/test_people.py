"""A colleague's password, roles and end: what is proven before, sent, shown and left."""

from __future__ import annotations

import json

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget, QListWidgetItem

from medusa_console.api.rbac import ROLES as FIELDS
from medusa_console.domain.store import DEMO_PASSWORD
from tests.ui.colleagues.doing import MAYA, PRIYA, Colleagues
from tests.ui.colleagues.test_invite import token_in
from tests.ui.colleagues.test_page import USERS, front
from tests.ui.driving import type_into
from tests.ui.wiretap import Exchange, Wiretap, answer, broken, lost
from tests.waiting import until

SET, NEW = "/auth/user/emailpass/update", "correct horse battery 7"
RESET, ROLES = "/admin/users/[^/]+/reset-password", "/admin/users/[^/]+/roles"


def role(roles: QListWidget, name: str) -> QListWidgetItem:
    (item,) = roles.findItems(name, Qt.MatchFlag.MatchStartsWith)
    return item


async def test_a_reset_takes_the_own_password_and_says_who_one_becomes(
    colleagues: Colleagues, tap: Wiretap
) -> None:
    page = colleagues.program
    await colleagues.pick(PRIYA)
    page.press("Reset password…")
    assert "Priya Raman" in await colleagues.prove()
    await page.dialog("revealToken")
    await page.reads("Whoever has this becomes Priya Raman", "Send this to Priya Raman")
    assert "eyJ" not in page.words
    message = await colleagues.copied()
    assert token_in(message)
    assert "Forgot password?" in message
    page.fill("Address of the admin pages", "https://shop.example.com/app")
    QGuiApplication.clipboard().clear()
    link = await colleagues.copied("Copy link")
    assert link.startswith("https://shop.example.com/app/reset-password?token=eyJ")
    assert tap.count("POST", RESET) == 1


async def test_without_the_password_no_token_is_made(colleagues: Colleagues, tap: Wiretap) -> None:
    page = colleagues.program
    await colleagues.pick(PRIYA)
    page.press("Reset password…")
    await page.dialog("stepUp")
    page.press("Not now")
    await page.no_dialog()
    assert not tap.asked("POST", RESET)


async def test_a_lost_reset_says_that_nobody_has_the_token(
    colleagues: Colleagues, tap: Wiretap
) -> None:
    page = colleagues.program
    tap.on("POST", RESET, lost)
    await colleagues.pick(PRIYA)
    page.press("Reset password…")
    await colleagues.prove()
    await page.reads("No token arrived for Priya Raman", "nobody has seen the new one")
    assert tap.count("POST", RESET) == 1


async def test_roles_are_given_and_taken_after_the_own_password(
    colleagues: Colleagues, tap: Wiretap
) -> None:
    page = colleagues.program
    await colleagues.pick(PRIYA)
    page.press("Change roles…")
    await page.dialog("changeRoles")
    roles = page.find(QListWidget, "roles")
    assert role(roles, "Key manager").checkState() is Qt.CheckState.Checked
    await page.reads("Other roles count when they sign in again, or when their session is renewed.")
    role(roles, "Key manager").setCheckState(Qt.CheckState.Unchecked)
    await page.reads("Without a role they can sign in, but can't view anything.")
    role(roles, "Auditor").setCheckState(Qt.CheckState.Checked)
    page.press("Save")
    action = await colleagues.prove()
    assert action == (
        "Give Priya Raman these roles: Auditor\nTake these roles from Priya Raman: Key manager"
    )
    await page.no_dialog()
    (given,) = tap.asked("POST", ROLES)
    assert list(json.loads(given.body)) == ["roles"]
    assert tap.count("DELETE", f"{ROLES}/.*") == 1
    await until(lambda: page.facts.get("Roles") == "Auditor")


async def test_the_arrow_keys_show_all_of_a_role_s_description(
    colleagues: Colleagues, tap: Wiretap
) -> None:
    page = colleagues.program
    long = "May read every order of the shop, " * 12 + "and nothing more."
    roles = [
        {"id": "role_1", "name": "Reader", "description": long},
        {"id": "role_2", "name": "Plain", "description": None},
    ]
    tap.on("GET", "/admin/rbac/roles/assignable", answer(200, {"roles": roles, "count": 2}))
    await colleagues.fill_form("sam@demo.example")
    await until(lambda: page.is_there("roles"))
    page.find(QListWidget, "roles").setFocus()
    about = page.find(QLabel, "roles.about")
    assert about.text() == long
    page.key(Qt.Key.Key_Down)
    assert about.text() == ""
    page.key(Qt.Key.Key_Up)
    assert about.text() == long


async def test_a_deleted_role_is_told_and_can_be_taken(
    colleagues: Colleagues, tap: Wiretap
) -> None:
    page = colleagues.program
    await colleagues.pick(PRIYA)
    left = {"rbac_roles": [None], "rbac_roles_link": [{"rbac_role_id": "role_gone"}]}
    people = {"users": [{"id": page.facts["ID"], **left}], "count": 1}

    async def not_taken_yet(exchange: Exchange) -> None:
        if tap.count("DELETE", f"{ROLES}/role_gone"):
            await exchange.pass_on(exchange.send)
        else:
            await answer(200, people)(exchange)

    tap.on("GET", USERS, not_taken_yet, parameters={"fields": f"id,{FIELDS}"})
    page.key(Qt.Key.Key_F5)
    await until(lambda: page.facts.get("Roles") == "Deleted role")
    assert "after their next sign-in they can't view anything" in page.facts["Deleted role"]
    page.press("Change roles…")
    await page.dialog("changeRoles")
    await page.reads("A role they have was deleted.")
    roles = page.find(QListWidget, "roles")
    assert role(roles, "Deleted role").text() == "Deleted role: role_gone"
    role(roles, "Deleted role").setCheckState(Qt.CheckState.Unchecked)
    await until(lambda: "A role they have was deleted." not in page.words)
    page.press("Save")
    assert await colleagues.prove() == "Take these roles from Priya Raman: Deleted role"
    await page.no_dialog()
    await until(lambda: page.facts.get("Roles") == "Key manager")
    assert "Deleted role" not in page.facts


async def test_roles_stay_where_nobody_proves_who_they_are(
    colleagues: Colleagues, tap: Wiretap
) -> None:
    page = colleagues.program
    await colleagues.pick(PRIYA)
    page.press("Change roles…")
    await page.dialog("changeRoles")
    role(page.find(QListWidget, "roles"), "Super Admin").setCheckState(Qt.CheckState.Checked)
    page.press("Save")
    await page.dialog("stepUp")
    page.press("Not now")
    await page.dialog("changeRoles")
    assert not tap.asked("POST", ROLES)
    page.press("Cancel")
    await page.no_dialog()
    assert page.facts["Roles"] == "Key manager"


async def test_who_has_no_password_is_said_to_have_none(
    colleagues: Colleagues, tap: Wiretap
) -> None:
    page = colleagues.program
    told = f"Provider identity with entity_id {PRIYA} and provider emailpass not found"
    tap.on("POST", RESET, answer(400, {"type": "invalid_data", "message": told}))
    await colleagues.pick(PRIYA)
    page.press("Reset password…")
    await colleagues.prove()
    await page.reads("There is no password to reset", "A provider's page, or another email, opens")


async def test_whoever_is_removed_is_said_to_have_a_way_back(colleagues: Colleagues) -> None:
    page = colleagues.program
    await colleagues.pick(PRIYA)
    page.press("Remove person…")
    await page.dialog("confirm")
    assert "their password signs them in no longer" in page.words
    assert "they can make a new account there: remove them at the provider, too" in page.words
    page.press("Keep person")
    await page.no_dialog()


async def test_a_removed_person_leaves_keys_and_a_session_behind(colleagues: Colleagues) -> None:
    page = colleagues.program
    await colleagues.pick(PRIYA)
    await until(lambda: any(one.startswith("Made ") for one in page.buttons))
    await colleagues.delete("Remove person…")
    await until(lambda: PRIYA not in page.column("Email"))
    await page.reads(
        "“Priya Raman” was removed", "A session of theirs may work until", "they made stay as they"
    )
    page.press("Show their keys")
    await until(lambda: front(page) == "apiKeysPage")
    await page.keys_page()
    await until(lambda: set(page.column("Created by")) == {"Deleted user"})


async def new_password(colleagues: Colleagues, password: str, *, proven: bool = True) -> None:
    """Type a new password of one's own, and prove who one is with the old one, or not yet."""
    page = colleagues.program
    await colleagues.pick(MAYA)
    page.press("Set a new password…")
    await page.dialog("ownPassword")
    edit = page.find(QLineEdit, "password")
    edit.setFocus()
    type_into(edit, password)
    page.press("Set new password")
    if proven:
        await colleagues.prove()
    else:
        await page.dialog("stepUp")


async def test_ones_own_password_is_set_without_any_token_to_be_seen(
    colleagues: Colleagues, tap: Wiretap
) -> None:
    page = colleagues.program
    await new_password(colleagues, NEW)
    await page.no_dialog()
    assert (tap.count("POST", RESET), tap.count("POST", SET)) == (1, 1)
    page.press("Sign out")
    await page.reads("You are signed out")
    await page.signed_in(MAYA, NEW)


async def test_a_new_password_of_ones_own_does_not_stay_behind_a_lock(
    colleagues: Colleagues,
) -> None:
    page = colleagues.program
    await new_password(colleagues, NEW, proven=False)
    page.presence.leaves()
    await page.reads("Locked")
    await page.no_dialog()
    lines = [one for one in QApplication.allWidgets() if isinstance(one, QLineEdit)]
    assert NEW not in {line.text() for line in lines}
    page.fill("Password", DEMO_PASSWORD)
    page.key(Qt.Key.Key_Return)
    await until(lambda: page.window.workspace)
    await page.no_dialog()


async def test_an_empty_password_of_ones_own_makes_no_token(
    colleagues: Colleagues, tap: Wiretap
) -> None:
    page = colleagues.program
    await colleagues.pick(MAYA)
    page.press("Set a new password…")
    await page.dialog("ownPassword")
    page.press("Set new password")
    await page.reads("Enter a password, or choose Generate.")
    assert not tap.asked("POST", RESET)


async def test_a_lost_answer_says_whether_the_old_password_is_still_the_one(
    colleagues: Colleagues, tap: Wiretap
) -> None:
    page = colleagues.program
    tap.on("POST", RESET, broken, once=True)
    await new_password(colleagues, NEW)
    await page.reads("Your password is the old one: try again.")
    tap.on("POST", SET, lost)
    page.press("Set new password")
    await colleagues.prove()
    await page.reads("didn't confirm that the new password is set")
    assert tap.count("POST", SET) == 1

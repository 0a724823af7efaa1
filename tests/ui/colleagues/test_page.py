"""The page of colleagues: who is here, who was asked to come, and what leads on from there."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPushButton

from medusa_console.api.rbac import ROLES
from medusa_console.domain.query import ColleagueQuery
from medusa_console.ui.colleagues.page import ColleaguesPage
from tests.ui.alone import AUDITOR, OpenShop
from tests.ui.colleagues.doing import MAYA, PRIYA, SAM, Colleagues
from tests.ui.driving import Program, plain, spoken
from tests.ui.keys.test_page import choose, search_field
from tests.ui.wiretap import Wiretap, broken, held
from tests.waiting import until

INVITES, USERS = "/admin/invites", "/admin/users"


def front(program: Program) -> str:
    workspace = program.window.workspace
    return workspace.page.objectName() if workspace is not None else ""


async def test_it_tells_who_is_here_with_roles_and_which_is_oneself(
    colleagues: Colleagues,
) -> None:
    page = colleagues.program
    assert page.columns == ["Name", "Email", "State", "Roles", "Since"]
    assert spoken(page.table) == "Colleagues"
    await page.reads("4 people")
    names = page.column("Name")
    assert names == ["Nora Olsen", "Rasmus Holt", "Priya Raman", "Maya Lindqvist (you)"]
    await until(lambda: page.column("Roles") == ["—", "Auditor", "Key manager", "Super Admin"])
    assert set(page.column("State")) == {"Joined"}
    await colleagues.pick(PRIYA)
    assert page.facts["Roles"] == "Key manager"
    assert "Remove person…" in page.buttons
    await colleagues.pick(MAYA)
    assert "Remove person…" not in page.buttons


async def test_invites_stand_first_and_can_be_had_alone(
    colleagues: Colleagues, tap: Wiretap
) -> None:
    page = colleagues.program
    await colleagues.invite()
    await colleagues.close_token()
    await page.reads("4 people · 1 invited")
    assert page.column("Email")[0] == SAM
    assert page.column("State")[0].startswith("Invited until")
    assert "Resend invite…" in page.buttons
    assert not {"Reset password…", "Remove person…"} & set(page.buttons)
    choose(page, "State", "Invited")
    await until(lambda: page.column("Email") == [SAM])
    await page.reads("1 invited")
    choose(page, "State", "Joined")
    await until(lambda: len(page.column("Email")) == 4 and SAM not in page.column("Email"))
    # No list is asked for in a way that brings tokens along.
    lists = tap.asked("GET", f"{INVITES}.*")
    assert lists
    assert all("token" not in one.parameters.get("fields", "token") for one in lists)


async def test_a_search_finds_people_by_name_and_email(colleagues: Colleagues) -> None:
    page = colleagues.program
    edit = search_field(page)
    edit.setFocus()
    page.type("raman")
    await until(lambda: page.column("Email") == [PRIYA])
    await page.reads("1 of 4 matches")


async def test_what_somebody_made_leads_to_their_keys_alone(
    colleagues: Colleagues, tap: Wiretap
) -> None:
    page = colleagues.program
    await colleagues.pick(PRIYA)
    await until(lambda: any(one.startswith("Made ") for one in page.buttons))
    (button,) = [one for one in page.buttons if one.startswith("Made ")]
    made = int(button.split()[1])
    assert made > 1
    page.press(button)
    await until(lambda: front(page) == "apiKeysPage")
    await page.keys_page()
    await until(lambda: set(page.column("Created by")) == {"Priya Raman"})
    assert len(page.column("Title")) == made
    assert page.field("Created by", QComboBox).currentText() == "Priya Raman"


async def test_somebody_without_keys_leads_to_an_empty_list_that_says_whose(
    colleagues: Colleagues,
) -> None:
    page = colleagues.program
    await colleagues.pick("noroles@demo.example")
    await until(lambda: "Made 0 keys" in page.buttons)
    page.press("Made 0 keys")
    await page.reads("No matching keys")
    assert page.field("Created by", QComboBox).currentText() == "Nora Olsen"


async def test_who_may_not_see_colleagues_is_told_what_is_missing(
    open_shop: OpenShop,
) -> None:
    shop = await open_shop(AUDITOR)
    page = ColleaguesPage(shop.context, ColleagueQuery())
    shop.show(page)
    page.begin()
    await shop.reads("You can't view users")
    page.release()


async def test_where_roles_are_off_none_is_shown_or_changed(open_shop: OpenShop) -> None:
    shop = await open_shop(rbac=False)
    page = ColleaguesPage(shop.context, ColleagueQuery())
    shop.show(page)
    page.begin()
    await until(lambda: shop.services.permissions.value.rbac is False)
    page.show_record(shop.services.session.user_id)
    await shop.reads("Roles are off: full access")
    offered = [one for one in page.findChildren(QPushButton) if one.isVisible()]
    assert "Change roles…" not in [plain(one.text()) for one in offered]
    page.release()


async def test_a_store_that_tells_no_roles_lists_its_people_all_the_same(
    demo: Program, tap: Wiretap
) -> None:
    tap.on("GET", USERS, broken, parameters={"fields": f"id,{ROLES}"})
    await demo.colleagues_page()
    assert len(demo.column("Email")) == 4
    demo.window.resize(1440, 900)
    demo.pick(PRIYA)
    await until(lambda: demo.facts.get("Roles") == "Not reported")


async def test_a_refresh_reads_roles_again_that_were_being_read(
    demo: Program, tap: Wiretap
) -> None:
    rows, roles = {"limit": "101"}, {"fields": f"id,{ROLES}"}
    rows_come, roles_come = asyncio.Event(), asyncio.Event()

    def asked(parameters: dict[str, str]) -> int:
        requests = tap.asked("GET", USERS)
        return sum(parameters.items() <= one.parameters.items() for one in requests)

    tap.on("GET", USERS, held(roles_come), once=True, parameters=roles)
    await demo.colleagues_page()
    await until(lambda: asked(roles) == 1)
    before = asked(rows)
    tap.on("GET", USERS, held(rows_come), once=True, parameters=rows)
    demo.key(Qt.Key.Key_F5)
    await until(lambda: asked(rows) == before + 1)
    roles_come.set()
    await until(lambda: "Key manager" in demo.column("Roles"))
    rows_come.set()
    await until(lambda: asked(roles) == 2)

"""A permission granted after the session began: the store refuses, the program knows why."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from tests.ui.driving import Program
from tests.ui.northwind import KEYS, REFRESH
from tests.ui.wiretap import Wiretap, answer
from tests.waiting import until

PERMISSIONS = "/admin/rbac/me/permissions"
REFUSED = answer(
    403,
    {
        "type": "forbidden",
        "message": "Insufficient permissions. Required policies: api_key:update",
    },
)


def granted(*permissions: str) -> Any:
    return answer(200, {"permissions": sorted(permissions)})


async def at_rest(demo: Program) -> None:
    """Whatever is asked for in addition to the rows is there, the keys that created others last:
    nothing else answers, or is refused, in between."""
    await demo.reads("with an end date", "Maya Lindqvist")
    services = demo.services
    assert services is not None
    await until(lambda: services.permissions.learned)
    await until(lambda: "Key “Key automation”" in demo.column("Created by"))


async def refused_revoke(demo: Program, tap: Wiretap) -> None:
    tap.on("POST", f"{KEYS}/.*/revoke", REFUSED, once=True)
    demo.pick("First integration")
    demo.table.setFocus()
    demo.key(Qt.Key.Key_Delete)
    await demo.dialog("confirm")
    demo.press("Revoke key")
    await demo.no_dialog()


async def test_what_is_granted_by_now_is_taken_up_once_and_offered_again(
    demo: Program, tap: Wiretap
) -> None:
    await at_rest(demo)
    await refused_revoke(demo, tap)
    await demo.reads("Your role allows this now")
    assert tap.count("POST", REFRESH) == 1
    assert "“Revoke First integration”" not in demo.words, "what is settled is not told any more"
    demo.press("Try again")
    await demo.dialog("confirm")
    await demo.reads("Revoke “First integration”?")
    demo.press("Revoke key")
    await demo.no_dialog()
    await until(lambda: demo.column("State")[demo.row("First integration")].startswith("Revoked"))
    assert tap.count("POST", REFRESH) == 1


async def test_what_is_still_missing_is_told_barred_and_offered_when_it_is_granted(
    demo: Program, tap: Wiretap
) -> None:
    await at_rest(demo)
    tap.on("GET", PERMISSIONS, granted("api_key:read", "api_key:create"))
    await refused_revoke(demo, tap)
    await demo.reads("You can't edit or revoke keys", "api_key:update")
    assert tap.count("POST", REFRESH) == 0
    revoke = demo.find(QPushButton, "revoke")
    await until(lambda: not revoke.isEnabled())
    assert "api_key:update" in revoke.toolTip()
    tap.on("GET", PERMISSIONS, granted("api_key:read", "api_key:update"))
    demo.press("Refresh permissions")
    await demo.reads("Your role allows this now")
    assert tap.count("POST", REFRESH) == 1
    await until(revoke.isEnabled)
    demo.press("Try again")
    await demo.dialog("confirm")


async def rename(demo: Program, title: str) -> None:
    """Fill in the form; Rename is not pressed yet."""
    demo.pick("First integration")
    demo.table.setFocus()
    demo.key(Qt.Key.Key_F2)
    await demo.dialog("keyForm")
    demo.fill("Title", title)


async def test_a_form_takes_up_what_is_granted_by_now_and_sends_again_only_when_pressed(
    demo: Program, tap: Wiretap
) -> None:
    await at_rest(demo)
    tap.on("POST", f"{KEYS}/[^/]+", REFUSED, once=True)
    await rename(demo, "Another name")
    demo.press("Rename")
    await demo.reads("Your role allows this now. Nothing was changed. Try again.")
    assert (tap.count("POST", f"{KEYS}/[^/]+"), tap.count("POST", REFRESH)) == (1, 1)
    assert demo.field("Title", QLineEdit).text() == "Another name"
    demo.press("Rename")
    await demo.no_dialog()
    await until(lambda: "Another name" in demo.column("Title"))


async def test_a_form_names_what_is_still_missing_and_nothing_that_cannot_be_pressed(
    demo: Program, tap: Wiretap
) -> None:
    await at_rest(demo)
    tap.on("GET", PERMISSIONS, granted("api_key:read"))
    tap.on("POST", f"{KEYS}/[^/]+", REFUSED, once=True)
    await rename(demo, "Another name")
    demo.press("Rename")
    await demo.reads("You can't edit or revoke keys.", "api_key:update", "try again")
    assert "Refresh permissions" not in demo.words
    assert tap.count("POST", REFRESH) == 0
    assert demo.field("Title", QLineEdit).text() == "Another name"


async def test_a_list_that_is_refused_is_asked_for_again_once_the_right_is_there(
    demo: Program, tap: Wiretap
) -> None:
    await at_rest(demo)
    message = "Forbidden. Required policies: api_key:read"
    unseen = answer(403, {"type": "forbidden", "message": message})
    tap.on("GET", KEYS, unseen)
    tap.on("GET", PERMISSIONS, granted("customer:read"))
    demo.key(Qt.Key.Key_F5)
    await demo.reads("You can't view keys", "api_key:read", "try again")
    assert "First integration" in demo.column("Title"), "what was here stays"
    tap.calm()
    tap.on("GET", KEYS, unseen, once=True, parameters={"order": "-created_at"})
    demo.press("Try again")
    await until(lambda: "You can't view keys" not in demo.words)
    assert tap.count("POST", REFRESH) == 1

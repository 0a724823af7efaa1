"""A right that was granted after the session began: the store refuses, the program knows why."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

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
    await demo.reads("stop working on a schedule", "Maya Lindqvist")
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
    await demo.reads("stop working on a schedule", "Maya Lindqvist")
    tap.on("GET", PERMISSIONS, granted("api_key:read", "api_key:create"))
    await refused_revoke(demo, tap)
    await demo.reads("Your role may not rename or revoke keys", "api_key:update")
    assert tap.count("POST", REFRESH) == 0
    revoke = demo.find(QPushButton, "revoke")
    await until(lambda: not revoke.isEnabled())
    assert "api_key:update" in revoke.toolTip()
    tap.on("GET", PERMISSIONS, granted("api_key:read", "api_key:update"))
    demo.press("Refresh rights")
    await demo.reads("Your role allows this now")
    assert tap.count("POST", REFRESH) == 1
    await until(revoke.isEnabled)
    demo.press("Try again")
    await demo.dialog("confirm")

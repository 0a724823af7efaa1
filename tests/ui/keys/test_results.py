"""What was found out about a key stands where the key is, and only as long as it is true."""

from __future__ import annotations

from PySide6.QtCore import Qt

from medusa_console.ui.kit.banner import Notice, NoticeKind
from tests.faults import server as faults
from tests.faults.medusa import KEY_ID, REDACTED, ago, key_record, one
from tests.faults.server import FaultServer
from tests.ui.driving import Program
from tests.ui.keys.test_revoke import REVOKE, TITLE, ask, live, server, state
from tests.ui.northwind import KEYS, behave, enter
from tests.ui.running import Start
from tests.ui.wiretap import Wiretap, broken, lost
from tests.waiting import until

__all__ = ["live", "server"]

TWIN_ID = "apk_01M0000000000000000000KEY2"
REFUSED = faults.refusal(400, "Not now", "invalid_data")

ONE = f"{KEYS}/{KEY_ID}"
NOT_CONFIRMED = "Not confirmed: this key may still work"


async def lose(program: Program, server: FaultServer) -> None:
    """A revoke that the store did not do, and whose answer is lost."""
    server.on("POST", f"{ONE}/revoke", faults.reset)
    await ask(program)
    program.press("Revoke key")
    await program.no_dialog()
    await until(lambda: state(program) == "Revoke not confirmed")


async def test_a_check_that_finds_the_key_working_stands_in_the_drawer_alone(
    live: Program, server: FaultServer
) -> None:
    await lose(live, server)
    live.press("Check now")
    await live.reads(f"“{TITLE}” is still active", "Checked at ", "The revoke did not go through.")
    assert state(live) == "Active"
    assert live.facts["State"] == "Active"
    assert NOT_CONFIRMED not in live.words
    assert not live.window.notices.notices
    assert {"Check now", "Revoke again"} <= set(live.buttons)


async def test_the_next_result_takes_the_place_of_a_check(
    live: Program, server: FaultServer
) -> None:
    await lose(live, server)
    live.press("Check now")
    await live.reads("is still active")
    await lose(live, server)
    await live.reads(NOT_CONFIRMED)
    assert "is still active" not in live.words
    live.press("Check now")
    await live.reads("is still active")
    revoked = faults.json_answer(one(revoked_at=ago(seconds=1)))
    server.on("POST", f"{ONE}/revoke", revoked)
    server.on("GET", ONE, faults.json_answer(one()))
    live.press("Revoke again")
    await live.dialog("confirm")
    live.press("Revoke key")
    await live.no_dialog()
    await until(lambda: state(live).startswith("Revoked"))
    assert "is still active" not in live.words
    assert "Check now" not in live.buttons


async def test_a_check_that_finds_the_key_dead_leaves_nothing_of_the_doubt(
    demo: Program, tap: Wiretap
) -> None:
    tap.on("POST", REVOKE, lost)
    tap.on("GET", f"{KEYS}/apk_.*", broken)
    demo.window.resize(1440, 900)
    await ask(demo)
    demo.press("Revoke anyway")
    await demo.no_dialog()
    await until(lambda: state(demo) == "Revoke not confirmed")
    tap.calm()
    demo.press("Check now")
    await until(lambda: state(demo).startswith("Revoked"))
    assert NOT_CONFIRMED not in demo.words
    assert demo.window.notices.notices == ()


async def test_a_check_of_a_key_whose_record_is_gone_says_so(
    live: Program, server: FaultServer
) -> None:
    await lose(live, server)
    gone = faults.refusal(404, f"API Key with id: {KEY_ID} was not found", "not_found")
    server.on("GET", ONE, gone)
    live.press("Check now")
    await live.reads(f"“{TITLE}” no longer exists", "The key was deleted and no longer works.")
    assert TITLE not in live.column("Title")


async def test_a_failed_check_is_gone_with_the_next_one(live: Program, server: FaultServer) -> None:
    await lose(live, server)
    server.on("GET", ONE, faults.refusal(500, "An unknown error occurred.", "unknown_error"))
    live.press("Check now")
    await live.reads(f"“Check {TITLE}”: ")
    assert state(live) == "Revoke not confirmed"
    server.on("GET", ONE, faults.json_answer(one()))
    live.press("Check now")
    await live.reads("is still active")
    assert f"“Check {TITLE}”: " not in live.words


async def test_of_one_key_there_is_one_notice(live: Program) -> None:
    board = live.window.notices
    for number in range(3):
        board.add(Notice(NoticeKind.INFO, f"Result {number}", about=KEY_ID))
    board.add(Notice(NoticeKind.INFO, "Another key", about="apk_2"))
    assert [notice.title for notice in board.notices] == ["Another key", "Result 2"]
    board.dismiss(KEY_ID)
    assert [notice.title for notice in board.notices] == ["Another key"]


async def fail(program: Program, server: FaultServer, key_id: str) -> None:
    """A revoke of the selected key that the store refuses."""
    server.on("POST", f"{KEYS}/{key_id}/revoke", REFUSED)
    program.table.setFocus()
    program.key(Qt.Key.Key_Delete)
    await program.dialog("confirm")
    program.press("Revoke key")
    await program.no_dialog()
    await program.reads(f"“Revoke {TITLE}")


async def test_two_keys_of_one_title_have_a_notice_each(start: Start, server: FaultServer) -> None:
    twin = key_record(id=TWIN_ID, redacted="sk_7a1***0c2")
    behave(server, key_record(), twin)
    server.on("GET", f"{KEYS}/{TWIN_ID}", faults.json_answer({"api_key": twin}))
    program = await start()
    await enter(program, server)
    program.window.resize(1440, 900)
    for row, key_id in enumerate((KEY_ID, TWIN_ID)):
        program.table.selectRow(row)
        await fail(program, server, key_id)
    await until(lambda: len(program.window.notices.notices) == 2)
    second, first = (notice.title for notice in program.window.notices.notices)
    assert first.startswith(f"“Revoke {TITLE} ({REDACTED})”: ")
    assert second.startswith(f"“Revoke {TITLE} (sk_7a1***0c2)”: ")


async def test_a_failed_revoke_is_forgotten_once_the_key_is_found_revoked(
    live: Program, server: FaultServer
) -> None:
    live.pick(TITLE)
    await fail(live, server, KEY_ID)
    behave(server, key_record(revoked_at=ago(seconds=1)))  # somebody else has revoked it
    live.key(Qt.Key.Key_F5)
    await until(lambda: state(live).startswith("Revoked"))
    assert not live.window.notices.notices


async def test_a_failed_revoke_is_forgotten_with_a_renamed_key_that_is_revoked(
    live: Program, server: FaultServer
) -> None:
    live.pick(TITLE)
    await fail(live, server, KEY_ID)
    behave(server, key_record(title="ERP, old"))
    server.on("GET", f"{KEYS}/{KEY_ID}", faults.json_answer(one(title="ERP, old")))
    live.key(Qt.Key.Key_F5)
    await until(lambda: "ERP, old" in live.column("Title"))
    assert len(live.window.notices.notices) == 1
    revoked = one(title="ERP, old", revoked_at=ago(seconds=1))
    server.on("POST", f"{KEYS}/{KEY_ID}/revoke", faults.json_answer(revoked))
    live.key(Qt.Key.Key_Delete)
    await live.dialog("confirm")
    live.press("Revoke key")
    await live.no_dialog()
    await until(lambda: state(live, "ERP, old").startswith("Revoked"))
    assert not live.window.notices.notices

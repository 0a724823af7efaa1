"""At the next start, each revoke that was not proven is told after the sign-in to its store."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import Qt

from medusa_console.domain.pending_revoke import PendingRevoke
from medusa_console.journal.database import JournalDatabase
from medusa_console.journal.pending import pending_revokes
from tests.faults import server as faults
from tests.faults.medusa import KEY_ID, PASSWORD, USER_ID, ago
from tests.faults.medusa import one as answer
from tests.faults.server import FaultServer
from tests.ui.driving import Program
from tests.ui.northwind import KEYS, MAYA, behave, enter
from tests.ui.running import Start
from tests.waiting import until

TOLD = "A revoke was not proven"
NAME = "“ERP nightly sync” (sk_5ec***3f1)"
ONE = f"{KEYS}/{KEY_ID}"


async def write(program: Program, *lines: PendingRevoke) -> None:
    """Write into the program's journal, as an earlier run did."""
    database = JournalDatabase(program.folder)
    for line in lines:
        await pending_revokes(database).write(line)
    await database.aclose()


async def left(program: Program, like: PendingRevoke) -> tuple[PendingRevoke, ...]:
    """The lines of the same account."""
    database = JournalDatabase(program.folder)
    lines = await pending_revokes(database).of(like.origin, like.user_id)
    await database.aclose()
    return lines


def told(program: Program) -> list[str]:
    return [notice.title for notice in program.window.notices.notices]


async def sign_in_anew(program: Program) -> None:
    program.choose("Sign out")
    await program.reads("You are signed out")
    await program.signed_in(MAYA, PASSWORD)
    await program.reads(TOLD)


async def test_each_outcome_of_the_check_is_told(start: Start) -> None:
    with FaultServer() as server:
        behave(server)
        program = await start()
        at = datetime(2026, 3, 14, 2, 51, tzinfo=UTC)
        title, redacted = "ERP nightly sync", "sk_5ec***3f1"
        line = PendingRevoke("1", server.origin, USER_ID, KEY_ID, title, redacted, at)
        other = replace(line, id="2", user_id="user_other")
        await write(program, line, other)
        await enter(program, server)
        await program.reads(TOLD, f"{NAME} in Northwind EU: revoked at 14 Mar")
        assert told(program) == [TOLD], "another account's revokes are not told"

        server.on("GET", ONE, faults.refusal(500, "broken"))
        program.press("Check now")
        await program.reads("Check “ERP nightly sync”")
        assert TOLD in told(program)

        server.on("GET", ONE, faults.json_answer(answer()))
        program.press("Check now")
        await program.reads("It still works", f"{NAME} in Northwind EU is not revoked.")
        program.press("Show key")
        await until(lambda: program.is_there("drawer") and program.facts.get("ID") == KEY_ID)
        program.press("Open leak desk")
        await until(lambda: program.window.desk_in_front)
        program.key(Qt.Key.Key_Escape)

        await sign_in_anew(program)
        program.press("Later")
        assert told(program) == []
        assert await left(program, line) == (line,), "it is told again at the next start"

        await sign_in_anew(program)
        revoked = answer(revoked_at=ago(minutes=5), revoked_by=USER_ID)
        server.on("GET", ONE, faults.json_answer(revoked))
        program.press("Check now")
        await program.reads("Revoked, as its record shows", "Paste the key again to prove")
        assert await left(program, line) == ()

        await write(program, line)
        await sign_in_anew(program)
        gone = f"ApiKey with id: {KEY_ID} was not found"
        server.on("GET", ONE, faults.refusal(404, gone, "not_found"))
        program.press("Check now")
        await program.reads("Its record no longer exists", f"{NAME} was deleted")
        assert await left(program, line) == ()
        assert told(program) == ["Its record no longer exists"]

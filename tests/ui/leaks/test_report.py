"""The incident report is copied and saved from a card, and lost by no mistake."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog, QLineEdit

from medusa_console.domain.errors import SignInNeeded
from medusa_console.domain.store import Environment
from medusa_console.services.session import Expired
from medusa_console.services.trace_looks import TraceLook
from tests.faults import server as faults
from tests.faults.medusa import USER_ID
from tests.system import full_disk
from tests.ui.finding import find
from tests.ui.leaks.cards import Bench, Leaky, open_bench, shortened, whole
from tests.ui.leaks.incidents import look
from tests.ui.standins import Clock
from tests.waiting import until

SECRET = "sk_" + "a1" * 32
KEY = "apk_01M0000000000000000000KEY1"
RETURN = Qt.Key.Key_Return


@pytest.fixture(autouse=True)
def clipboard(qapp: QApplication) -> Iterator[None]:
    yield
    QGuiApplication.clipboard().clear()


@pytest.fixture
async def bench(qapp: QApplication, clock: Clock) -> AsyncIterator[Bench]:
    async with open_bench(clock) as bench:
        yield bench


async def revoked(bench: Bench) -> Leaky:
    """A key is revoked and proven dead in one of two stores."""
    eu = await bench.store("Northwind EU")
    await bench.store("Southwind", Environment.STAGING)
    eu.add(SECRET, KEY)
    bench.begin(whole(SECRET))
    await bench.reads("It works right now")
    assert not bench.buttons("leak.after.save"), "there is nothing to report yet"
    bench.clock.skip(5)
    await bench.press("leak.revoke")
    await bench.question()
    await bench.press("confirm.action")
    await bench.reads("Dead in Northwind EU (live)")
    return eu


def chosen_file() -> QFileDialog | None:
    front = QApplication.activeModalWidget()
    return front if isinstance(front, QFileDialog) else None


async def save_as(bench: Bench, file: Path) -> None:
    await bench.press("leakReport.choose")
    dialog = await until(chosen_file)
    assert dialog is not None
    edit = dialog.findChildren(QLineEdit, "fileNameEdit")[0]
    edit.setText(str(file))
    QTest.keyClick(edit, RETURN)


async def report(bench: Bench) -> None:
    await bench.press("leak.after.save")
    await until(lambda: bench.front.objectName() == "leakReport")


async def test_the_copied_report_holds_the_proof_and_names_nobody(bench: Bench) -> None:
    eu = await revoked(bench)
    await bench.press("leak.after.copy")
    await bench.reads("Report copied as Markdown, without names of people.")
    text = QGuiApplication.clipboard().text()
    record = eu.keys[KEY]
    for part in (
        "# Incident report",
        f"Revoked by `{USER_ID}` at `{record['revoked_at']}`, from this desk.",
        f"`/admin/api-keys/{KEY}`",
        f"| The key was presented: refused | `401` | `{USER_ID}` |",
        f"| Control: the store accepted our own session | `200` | `{USER_ID}` |",
    ):
        assert part in text
    for untold in (SECRET, "Southwind", "Maya", "maya", "@"):
        assert untold not in text


async def test_a_pdf_and_a_file_of_markdown_are_saved_with_people_only_if_that_is_ticked(
    bench: Bench, tmp_path: Path
) -> None:
    await revoked(bench)
    unlooked = "Nobody has looked yet for what the keys in it did."
    for name, ticked in (("a.md", False), ("b.md", True), ("c.pdf", True), ("d", False)):
        await report(bench)
        people = find(bench.front, QCheckBox, "leakReport.people")
        assert not people.isChecked()
        people.setChecked(ticked)
        await save_as(bench, tmp_path / name)
        await bench.reads(f"Saved as {name if '.' in name else 'd.pdf'}. {unlooked}")
        await bench.press("leakReport.close")
        await bench.reads("Report saved.")
    quiet, named = [(tmp_path / name).read_text() for name in ("a.md", "b.md")]
    assert f"`{USER_ID}`" in quiet
    assert "@" not in quiet
    assert f"`{USER_ID}` (Maya Lindqvist, `maya@northwind.example`)" in named
    for name in ("c.pdf", "d.pdf"):
        assert (tmp_path / name).read_bytes().startswith(b"%PDF-")
    assert SECRET not in quiet + named
    assert oct((tmp_path / "c.pdf").stat().st_mode & 0o777) == "0o600"


async def test_whatever_keeps_a_report_from_being_saved_is_told_and_leaves_nothing_half_done(
    bench: Bench, tmp_path: Path
) -> None:
    await revoked(bench)
    await report(bench)
    await save_as(bench, tmp_path / "nowhere" / "report.pdf")
    await bench.reads("“report.pdf” was not written. The folder isn't there any more.")
    for name in ("report.md", "report.pdf"):
        file = tmp_path / name
        await asyncio.to_thread(file.write_text, "mine")
        await save_as(bench, file)
        await bench.question()
        await bench.reads(f"Replace “{name}”?", inside=bench.front)
        await bench.press("confirm.keep")
        await until(lambda: bench.front.objectName() == "leakReport")
        assert file.read_text() == "mine"
        with full_disk(room=100):
            await save_as(bench, file)
            await bench.question()
            await bench.press("confirm.action")
            await bench.reads(f"“{name}” was not written. Nothing was written")
        assert file.read_text() == "mine"
        drafts = [one for one in os.listdir(tmp_path) if one.startswith(".")]
        assert drafts == []
    await save_as(bench, tmp_path / "report.pdf")
    await bench.question()
    await bench.press("confirm.action")
    await bench.reads("Saved as report.pdf.")


async def test_people_who_may_not_be_named_stay_ids_and_other_failures_are_told(
    bench: Bench, tmp_path: Path
) -> None:
    eu = await revoked(bench)
    broken = faults.refusal(500, "An unknown error occurred.", "unknown_error")
    eu.server.on("GET", "/admin/users", broken)
    await report(bench)
    find(bench.front, QCheckBox, "leakReport.people").setChecked(True)
    await save_as(bench, tmp_path / "report.md")
    await bench.reads("returned an error (500)")
    assert not (tmp_path / "report.md").exists()
    eu.server.on("GET", "/admin/users", faults.refusal(403, "Forbidden", "forbidden"))
    await save_as(bench, tmp_path / "report.md")
    await bench.reads("Saved as report.md.")
    assert f"Account: `{USER_ID}`\n" in (tmp_path / "report.md").read_text()


async def test_a_key_that_was_revoked_before_is_reported_as_somebody_elses_work(
    bench: Bench,
) -> None:
    eu = await bench.store("Northwind EU")
    eu.add(SECRET, KEY)
    record = eu.revoke(KEY)
    record["revoked_by"] = "user_01BEA"
    bench.begin(whole(SECRET))
    await bench.reads("It does not work here")
    await bench.press("leak.after.copy")
    await bench.reads("Report copied as Markdown")
    text = QGuiApplication.clipboard().text()
    assert f"Revoked by `user_01BEA` at `{record['revoked_at']}`, not by this desk." in text


async def test_a_proof_outlives_the_session_that_made_it(bench: Bench) -> None:
    eu = await revoked(bench)
    await bench.sign_out(eu)
    await bench.press("leak.after.copy")
    await bench.reads("Report copied as Markdown")
    text = QGuiApplication.clipboard().text()
    for part in (
        f"Account: `{USER_ID}`",
        "Roles (RBAC): what they allow a key is not known",
        "Everybody sets a new password, unless roles are on",
        f"Revoked by `{USER_ID}` at `{eu.keys[KEY]['revoked_at']}`, from this desk.",
    ):
        assert part in text


async def test_a_look_outlives_the_end_of_its_session(bench: Bench) -> None:
    eu = await revoked(bench)
    assert eu.connection is not None
    services = eu.connection.services
    seen = look().trace
    services.looks.keep(TraceLook(replace(seen, root_id=KEY, user_id=USER_ID)))
    over = faults.refusal(401, "Unauthorized")
    eu.server.on("GET", "/admin/users", over)
    eu.server.on("POST", "/auth/token/refresh", over)
    with pytest.raises(SignInNeeded):
        await services.users.by_ids([USER_ID])
    await until(lambda: isinstance(services.session.state, Expired))
    await bench.press("leak.after.copy")
    await bench.reads("Report copied as Markdown")
    text = QGuiApplication.clipboard().text()
    assert "Nobody looked for what the key did." not in text
    assert "`apk_01CHILD`" in text
    assert "max@evil.example" not in text


async def test_a_report_with_a_look_asks_for_none(bench: Bench, tmp_path: Path) -> None:
    eu = await revoked(bench)
    assert eu.connection is not None
    seen = replace(look().trace, root_id=KEY, user_id=USER_ID)
    eu.connection.services.looks.keep(TraceLook(seen))
    await report(bench)
    await save_as(bench, tmp_path / "a.md")
    await bench.reads("Saved as a.md.")
    assert "Nobody has looked yet" not in bench.words()
    await bench.press("leakReport.close")


async def test_what_only_looks_like_a_key_has_nothing_to_report(bench: Bench) -> None:
    eu = await bench.store("Northwind EU")
    eu.add(SECRET, KEY)
    bench.begin(shortened(SECRET))
    await bench.reads("It is not known whether it works")
    assert not bench.buttons("leak.after.save")

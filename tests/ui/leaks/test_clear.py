"""No proof is lost unasked: 'Clear', and another text, ask before."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tests.faults import server as faults
from tests.ui.leaks.cards import Leaky
from tests.ui.leaks.pages import Paged, open_paged
from tests.ui.leaks.test_report import report, save_as
from tests.ui.standins import Clock
from tests.waiting import until

SECRET = "sk_" + "a1" * 32
OTHER = "sk_" + "b2" * 32
KEY = "apk_01M0000000000000000000KEY1"
ASKS = "Clear 1 proof that was neither copied nor saved?"


@pytest.fixture(autouse=True)
def clipboard(qapp: QApplication) -> Iterator[None]:
    yield
    QGuiApplication.clipboard().clear()


@pytest.fixture
async def paged(qapp: QApplication, clock: Clock) -> AsyncIterator[Paged]:
    async with open_paged(clock) as paged:
        yield paged


async def dead(paged: Paged) -> Leaky:
    """A key was pasted, revoked and proven dead."""
    eu = await paged.store("Northwind EU")
    eu.add(SECRET, KEY)
    await paged.show()
    await paged.paste(SECRET)
    await paged.reads("It works right now")
    paged.clock.skip(2)
    paged.control_enter()
    await paged.reads("Dead in Northwind EU (live)")
    return eu


async def cleared(paged: Paged) -> None:
    """Nothing is asked, and nothing is left."""
    await until(lambda: paged.desk.reading is None)
    assert QApplication.activeModalWidget() is None
    assert not paged.shown_cards


async def test_clear_asks_while_the_proof_was_neither_copied_nor_saved(paged: Paged) -> None:
    await dead(paged)
    await paged.press("leaks.clear")
    question = await paged.question()
    await paged.reads(ASKS, "Copy report", inside=question)
    assert paged.focus == "confirm.keep"
    paged.key(Qt.Key.Key_Return)
    await paged.no_question()
    assert len(paged.shown_cards) == 1
    await paged.press("leaks.clear")
    await paged.question()
    await paged.press("confirm.action")
    await paged.no_question()
    await cleared(paged)


async def test_a_copied_report_lets_clear_go_and_a_message_does_not(paged: Paged) -> None:
    await dead(paged)
    await paged.press("leak.after.message")
    await paged.press("leakMessage.copy")
    await paged.reads("Message copied.")
    await paged.press("leaks.clear")
    await paged.question()
    await paged.press("confirm.keep")
    await paged.no_question()
    await paged.press("leak.after.copy")
    await paged.reads("Report copied as Markdown")
    await paged.press("leaks.clear")
    await cleared(paged)


async def test_a_saved_report_lets_clear_go_and_an_opened_dialog_does_not(
    paged: Paged, tmp_path: Path
) -> None:
    await dead(paged)
    await report(paged)
    await paged.press("leakReport.cancel")
    await until(lambda: QApplication.activeModalWidget() is None)
    await paged.press("leaks.clear")
    await paged.question()
    await paged.press("confirm.keep")
    await paged.no_question()
    await report(paged)
    await save_as(paged, tmp_path / "report.md")
    await paged.press("leakReport.close")
    await paged.reads("Report saved.")
    await paged.press("leaks.clear")
    await cleared(paged)


async def test_another_text_asks_too_and_keep_takes_nothing_in(paged: Paged) -> None:
    await dead(paged)
    paged.copy(OTHER)
    paged.page.paste()
    question = await paged.question()
    await paged.reads(ASKS, inside=question)
    await paged.press("confirm.keep")
    await paged.no_question()
    assert paged.desk.cases[0].dead
    paged.page.paste()
    await paged.question()
    await paged.press("confirm.action")
    await paged.no_question()
    await until(lambda: paged.desk.cases[0].key.shown.startswith("sk_b2b"))


async def test_a_proof_that_came_after_the_copy_is_asked_about(paged: Paged) -> None:
    eu = await paged.store("Northwind EU")
    eu.add(SECRET, KEY)
    await paged.show()
    await paged.paste(SECRET)
    await paged.reads("It works right now")
    eu.us = faults.refusal(503, "Service Unavailable")
    paged.clock.skip(2)
    paged.control_enter()
    await paged.reads("Revoked, not proven")
    await paged.press("leak.after.copy")
    await paged.reads("Report copied as Markdown")
    eu.us = None
    await paged.clock.advance(2)
    await paged.reads("Dead in Northwind EU (live)")
    await paged.press("leaks.clear")
    question = await paged.question()
    await paged.reads(ASKS, inside=question)
    await paged.press("confirm.keep")
    await paged.no_question()


async def test_a_text_without_a_revoke_is_cleared_unasked(paged: Paged) -> None:
    eu = await paged.store("Northwind EU")
    eu.add(SECRET, KEY)
    await paged.show()
    await paged.paste(SECRET)
    await paged.reads("It works right now")
    await paged.press("leaks.clear")
    await cleared(paged)

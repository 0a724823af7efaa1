"""The password of a new customer that nobody has passed on yet: a lock keeps it for ten minutes."""

from __future__ import annotations

import asyncio
import gc

import pytest
from pydantic import SecretStr
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton

from tests.ui.customers.test_register import EMAIL, IDENTITY, PASSWORD, ask, register
from tests.ui.driving import A_MOMENT, CTRL, Program
from tests.ui.session.test_lock import unlock
from tests.ui.wiretap import Wiretap, held
from tests.waiting import until

WAITS = "1 customer password not passed on yet, {minutes} min left"


def in_memory(secret: str) -> bool:
    """Whether this process keeps `secret` as a secret."""
    gc.collect()
    return any(
        isinstance(one, SecretStr) and one.get_secret_value() == secret for one in gc.get_objects()
    )


async def test_a_password_is_kept_for_ten_minutes_and_can_still_be_copied(page: Program) -> None:
    await register(page)
    page.presence.leaves()
    await page.reads(WAITS.format(minutes=10))
    assert "not yet saved" not in page.words
    await page.clock.advance(70)
    await page.reads(WAITS.format(minutes=9))
    await unlock(page)
    await page.dialog("registerCustomer")
    page.press("Copy password")
    assert QGuiApplication.clipboard().text() == PASSWORD


async def test_after_ten_minutes_the_password_is_forgotten_and_the_page_says_whose(
    page: Program,
) -> None:
    await register(page, password="only-in-this-test-4711")
    page.presence.leaves()
    await page.reads(WAITS.format(minutes=10))
    await page.clock.advance(605)
    await page.reads("A customer's new password was discarded. Unlock to see whose.")
    assert EMAIL not in page.words
    await until(lambda: not in_memory("only-in-this-test-4711"))
    await unlock(page)
    await page.reads(f"The password of {EMAIL} was discarded")
    assert QApplication.activeModalWidget() is None
    await until(lambda: EMAIL in page.column("Email"))


async def test_a_password_that_comes_behind_the_lock_ends_as_well(
    page: Program, tap: Wiretap
) -> None:
    gate = asyncio.Event()
    tap.on("POST", IDENTITY, held(gate))
    await ask(page)
    page.press("Register")
    await until(lambda: tap.count("POST", IDENTITY))
    page.presence.leaves()
    await page.reads("Locked")
    assert "password kept" not in page.words
    gate.set()
    await page.reads("1 customer password not passed on yet")
    await page.clock.advance(605)
    await page.reads("A customer's new password was discarded. Unlock to see whose.")


async def test_who_has_pressed_done_leaves_nothing_to_wait_for(page: Program) -> None:
    await register(page)
    page.clock.skip(A_MOMENT)
    page.press("Done")
    await page.no_dialog()
    page.presence.leaves()
    await page.reads("Locked")
    assert "password kept" not in page.words
    page.choose("Quit")
    await page.console.ended()


@pytest.mark.parametrize("copied", [False, True])
async def test_quitting_asks_about_the_password(page: Program, copied: bool) -> None:
    await register(page)
    if copied:
        page.press("Copy password")
    page.key(Qt.Key.Key_L, CTRL)
    await page.reads("Locked")
    page.choose("Quit")
    await page.dialog("confirm")
    await page.reads(
        "1 customer password may not have been passed on yet",
        "The password can't be recovered. Nobody can look it up.",
    )
    assert "key" not in page.words
    page.press("Stay")
    await page.no_dialog()
    page.choose("Quit")
    await page.dialog("confirm")
    page.clock.skip(1)
    page.press(page.find(QPushButton, "confirm.action"))
    await page.console.ended()


async def test_a_key_and_a_password_are_told_and_asked_about_each_in_its_own_words(
    page: Program,
) -> None:
    services = page.services
    assert services is not None
    services.unsaved.hold(lambda: None)
    services.unsaved.hold(lambda: None, password=True)
    page.presence.leaves()
    await page.reads("1 key not yet saved, 10 min left", WAITS.format(minutes=10))
    page.choose("Quit")
    await page.dialog("confirm")
    await page.reads("1 key is not saved yet")
    page.clock.skip(1)
    page.press("Quit and lose it")
    await page.reads("1 customer password may not have been passed on yet")
    page.clock.skip(1)
    page.press("Quit and lose it")
    await page.console.ended()

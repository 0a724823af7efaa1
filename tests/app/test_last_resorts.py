"""What nobody has foreseen still reaches the person, and the program lives on."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton

from tests.ui.driving import Program
from tests.ui.wiretap import Wiretap
from tests.waiting import until

TITLE = "Something unexpected happened"


class Mishap(Exception):
    """An error that carries a secret in its text."""


SECRET = "sk_" + "cafe" * 16


def fail() -> None:
    raise Mishap(SECRET)


async def fail_later() -> None:
    fail()


async def told(program: Program) -> str:
    """The number that stands in the banner, and is in the log as well."""
    await program.reads(TITLE, "You can keep working.")
    await until(lambda: "Details" in program.buttons)
    program.press("Details")
    found = await until(lambda: re.search(r"Number ([0-9a-f]{8}) in the log file", program.words))
    assert found is not None
    assert f"unexpected failure {found[1]}" in program.log.text
    assert "raise Mishap(SECRET)" in program.log.text, "the log tells where it happened"
    assert SECRET not in program.words
    return found[1]


async def test_a_failure_is_told_with_a_number_and_the_program_goes_on(demo: Program) -> None:
    demo.mishaps_are_meant = True
    workspace = demo.window.workspace
    assert workspace is not None

    def in_a_thread() -> None:
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()

    refresh = demo.find(QPushButton, "refresh")
    refresh.clicked.connect(fail)
    numbers = set()
    mishaps: tuple[Callable[[], None], ...] = (
        lambda: QTimer.singleShot(0, fail),
        lambda: demo.press(refresh),
        lambda: workspace._tasks.start(fail_later()),
        in_a_thread,
    )
    for mishap in mishaps:
        mishap()
        numbers.add(await told(demo))
        demo.window.notices.clear()
    assert len(numbers) == 4
    demo.pick("ERP nightly sync")
    await until(lambda: demo.is_there("drawer"))
    await until(lambda: demo.facts.get("State") == "Active")


async def test_a_failure_while_rows_are_fetched_leaves_the_page_usable(
    demo: Program, tap: Wiretap
) -> None:
    demo.mishaps_are_meant = True
    seen = demo.column("Title")

    def not_even_an_http_error(*_: object, **__: object) -> None:
        raise Mishap(SECRET)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("httpx.AsyncClient.send", not_even_an_http_error)
        demo.press("Refresh")
        await told(demo)
    assert demo.column("Title") == seen

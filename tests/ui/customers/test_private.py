"""Who the customers are stays within the window: neither its title nor the log names anybody."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from medusa_console.desktop.log_file import SafeFormatter
from tests.ui.customers.test_form import of_kind
from tests.ui.customers.test_register import EMAIL, ask, register
from tests.ui.driving import Program
from tests.ui.wiretap import Wiretap, answer, broken
from tests.waiting import until

ONE = "/admin/customers/cus_[^/]+"
DIALOGS = {
    "Check sign-in…": "checkSignIn",
    "Edit": "customerForm",
    "Delete customer…": "deleteCustomer",
}


@pytest.fixture
def titles(page: Program) -> Iterator[Callable[[], str]]:
    """Everything that the desktop was given as the title of a window."""
    seen: set[str] = set()

    def look() -> str:
        seen.update(window.title() for window in QApplication.topLevelWindows())
        seen.update(widget.windowTitle() for widget in QApplication.topLevelWidgets())
        return "\n".join(seen)

    QApplication.instance().focusWindowChanged.connect(look)  # type: ignore[union-attr]
    yield look
    QApplication.instance().focusWindowChanged.disconnect(look)  # type: ignore[union-attr]


async def select_first(program: Program) -> tuple[str, ...]:
    email = of_kind(program, "Account")
    program.pick(email)
    await until(lambda: program.facts.get("Email") == email)
    row = program.row(email)
    return (email, *program.column("Name")[row].split())


@pytest.mark.parametrize("action", DIALOGS)
async def test_no_title_of_a_question_names_a_customer(
    action: str, page: Program, titles: Callable[[], str]
) -> None:
    named = await select_first(page)
    page.press(action)
    await page.dialog(DIALOGS[action])
    assert titles()
    assert not [part for part in named if part in titles()]
    page.key(Qt.Key.Key_Escape)
    await page.no_dialog()


async def test_no_title_names_who_was_registered(page: Program, titles: Callable[[], str]) -> None:
    await register(page)
    assert "Anna" not in titles()


@pytest.mark.parametrize("action", ["Edit", "Delete customer…"])
async def test_the_log_names_no_customer_whose_action_failed(
    action: str, page: Program, tap: Wiretap
) -> None:
    named = await select_first(page)
    tap.on("GET", ONE, broken)
    page.press(action)

    def told() -> str:  # the drawer's own read may fail as well, and first
        return "\n".join(notice.title for notice in page.window.notices.notices)

    await until(lambda: any(part in told() for part in named))
    assert page.log.text
    assert not [part for part in named if part in page.log.text]


@pytest.mark.parametrize("status", [400, 409, 422, 500])
async def test_the_log_does_not_repeat_what_a_store_says_of_a_customer(
    status: int, page: Program, tap: Wiretap
) -> None:
    said = f"Customer with email: {EMAIL} (Anna Visser) already exists"
    for route in ("/store/customers", "/auth/customer/emailpass/register"):
        tap.on("POST", route, answer(status, {"type": "invalid_data", "message": said}))
    await ask(page)
    page.press("Register")
    await until(lambda: page.is_there("formProblem") or "already" in page.words)
    assert "nna" not in page.log.text


def test_the_log_file_repeats_no_text_of_an_exception() -> None:
    def fail(email: str, text: str) -> None:
        try:
            raise KeyError(email)
        except KeyError as error:
            raise ValueError(text) from error

    try:
        fail(EMAIL, f"no number: {EMAIL}")
    except ValueError as error:
        error.add_note(EMAIL)
        told = error
    record = logging.LogRecord("x", logging.ERROR, "x.py", 1, "it failed", (), None)
    record.exc_info = (ValueError, told, told.__traceback__)
    text = SafeFormatter().format(record)
    assert EMAIL not in text
    assert "raise ValueError(text) from error" in text
    assert "  | KeyError" in text.split("\n")
    assert text.split("\n")[-1] == "  | ValueError"

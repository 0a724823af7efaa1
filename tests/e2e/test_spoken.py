"""What a screen reader is told, and whoever else listens on the accessibility bus."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from medusa_console.domain.store import DEMO_EMAIL, DEMO_PASSWORD
from tests.e2e.desktop.ear import Ear
from tests.e2e.desktop.program import Program
from tests.e2e.desktop.session import Desktop, desktop

pytestmark = pytest.mark.desktop

BULLET = "●"
TYPED = "kx7 canary of anna"
PASTED = "whole-canary-of-anna"
KEY = "sk_" + "5ec0" * 16


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Desktop]:
    """A desktop on which nothing runs yet."""
    with desktop(tmp_path / "desktop") as own:
        yield own


@pytest.fixture
def ear(screen: Desktop) -> Iterator[Ear]:
    """Hears all that the program says."""
    ear = Ear(screen)
    yield ear
    ear.close()


@pytest.fixture
def program(ear: Ear, screen: Desktop, tmp_path: Path) -> Iterator[Program]:
    """The program at the demo store's sign-in."""
    program = Program(screen, tmp_path / "data", tmp_path / "output.txt")
    program.press("Try the demo store")
    program.until(lambda: program.has("Sign in"))
    yield program
    program.close()


def paste(program: Program, field: str, text: str) -> None:
    """Replace what stands in `field` with `text`, by the keyboard alone."""
    program.focus(field)
    program.desktop.copy(text)
    program.desktop.keys("ctrl+a", "ctrl+v")


def enter(program: Program) -> None:
    """Sign in to the demo store."""
    paste(program, "Email", DEMO_EMAIL)
    paste(program, "Password", DEMO_PASSWORD)
    program.press("Sign in")
    program.says("As of")


def middle_click(program: Program, field: str, text: str) -> None:
    """Paste what somebody has selected elsewhere."""
    program.desktop.copy(text, "primary")
    x, y, width, height = program.box(field)
    program.desktop.mouse("mousemove", str(x + width // 2), str(y + height // 2), "click", "2")


def test_no_password_is_spoken_while_it_is_typed_pasted_corrected_and_emptied(
    program: Program, ear: Ear, screen: Desktop
) -> None:
    paste(program, "Email", "first@demo.example")
    ear.until("first@demo.example")

    program.fill("Password", TYPED)
    screen.keys("Home", "Delete", "End", "BackSpace", "dead_acute", "e")
    program.holds("Password", BULLET * (len(TYPED) - 1))
    paste(program, "Password", PASTED)
    program.holds("Password", BULLET * len(PASTED))
    screen.keys("shift+Insert")
    program.holds("Password", BULLET * 2 * len(PASTED))
    screen.keys("ctrl+z")
    program.holds("Password", "")
    middle_click(program, "Password", PASTED)
    program.holds("Password", BULLET * len(PASTED))
    screen.keys("Home", "shift+End", "BackSpace")
    program.holds("Password", "")
    screen.type(TYPED)
    program.press("Sign in")
    program.says("Wrong email or password.")

    paste(program, "Email", "last@demo.example")
    ear.until("last@demo.example")
    told = ear.changes
    meanwhile = told[told.index("+first@demo.example") + 1 : told.index("-first@demo.example")]
    assert {sign for text in meanwhile for sign in text[1:]} == {BULLET}
    assert PASTED not in ear.everything


def test_no_key_is_spoken_that_is_pasted_into_a_search_or_copied_unseen(
    program: Program, ear: Ear, screen: Desktop
) -> None:
    enter(program)
    paste(program, "Search", KEY)
    program.holds("Search", f"{KEY[:6]}***{KEY[-3:]}")
    screen.keys("ctrl+a", "Delete")
    program.holds("Search", "")
    middle_click(program, "Search", KEY)
    program.holds("Search", f"{KEY[:6]}***{KEY[-3:]}")

    ear.until(f"{KEY[:6]}***{KEY[-3:]}")
    screen.keys("ctrl+a", "Delete")
    program.holds("Search", "")

    program.press("Create key")
    program.asks("Create key")
    program.fill("Title", "Night shift")
    program.insist("Create")
    program.asks("Save this key now")
    program.insist("Copy and hide")
    token = screen.clipboard()
    assert token.startswith("sk_")
    program.tick("I have saved this key")
    program.insist("Done")
    program.until(lambda: program.has("Revoke…"))
    paste(program, "Search", "nothing like it")
    ear.until("nothing like it")
    assert KEY not in ear.everything
    assert token not in ear.everything


def test_a_password_is_spoken_while_it_is_shown_and_not_afterwards(
    program: Program, ear: Ear, screen: Desktop
) -> None:
    enter(program)
    program.press("Customers")
    program.press("Register customer")
    program.asks("Register customer")
    program.fill("Password", TYPED)
    paste(program, "Last name", "Not yet shown")
    ear.until("Not yet shown")
    assert TYPED not in "".join(text[1:] for text in ear.changes)
    program.press("Show")
    program.holds("Password", TYPED)
    program.press("Hide")
    program.holds("Password", BULLET * len(TYPED))

    paste(program, "Last name", "Masked Again")
    ear.until("Masked Again")
    program.focus("Password")
    screen.keys("End")
    screen.type("more")
    screen.keys("ctrl+a", "Delete")
    paste(program, "Last name", "At the end")
    ear.until("At the end")
    told = ear.changes
    meanwhile = told[told.index("+Masked Again") + 1 : told.index("-Masked Again")]
    assert {sign for text in meanwhile for sign in text[1:]} == {BULLET}

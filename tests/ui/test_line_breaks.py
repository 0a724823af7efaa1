"""What is pasted with line breaks: a password is the password, and a title is one line."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLineEdit

from tests.faults.medusa import PASSWORD
from tests.faults.server import FaultServer
from tests.ui.driving import Program
from tests.ui.northwind import MAYA, SIGN_IN, behave, connect
from tests.ui.running import Start

INSIDE = "This password contains a line break."


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer() as server:
        behave(server)
        yield server


async def test_a_password_that_was_copied_with_its_line_signs_in(
    start: Start, server: FaultServer
) -> None:
    program = await start()
    await connect(program, server.origin)
    program.paste(program.fill("Email", ""), f"{MAYA}\n")
    program.paste(program.fill("Password", ""), f"{PASSWORD}\r\n")
    program.press("Sign in")
    await program.keys_page()
    sent = server.last("POST", SIGN_IN).json()
    assert sent == {"email": MAYA, "password": PASSWORD}


async def test_a_line_break_inside_a_password_is_told_beside_the_field(
    start: Start, server: FaultServer
) -> None:
    program = await start()
    await connect(program, server.origin)
    edit = program.fill("Password", "")
    program.paste(edit, f"first line\n{PASSWORD}")
    await program.reads(INSIDE)
    assert edit.text() == ""
    program.fill("Password", "x")
    assert INSIDE not in program.words


async def test_a_title_is_one_line_before_it_is_sent(demo: Program) -> None:
    demo.press("Create key")
    await demo.dialog("keyForm")
    title = demo.field("Title", QLineEdit)
    demo.paste(title, "\n\tERP\r\nnightly\tsync\u2028for\n\nNorth \n")
    assert title.text() == "ERP nightly sync for North "
    demo.paste(demo.fill("Title", "ERP "), "nightly\n")
    assert title.text() == "ERP nightly"

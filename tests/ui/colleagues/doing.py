"""What somebody does on the page of colleagues."""

from __future__ import annotations

import gc
from dataclasses import dataclass

from pydantic import SecretStr
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit

from medusa_console.domain.store import DEMO_PASSWORD
from tests.ui.driving import CTRL, Program, type_into
from tests.waiting import until

SAM, PRIYA, MAYA = "sam@demo.example", "priya@demo.example", "maya@demo.example"


@dataclass(frozen=True)
class Colleagues:
    """The program, with this page in front."""

    program: Program

    async def fill_form(self, email: str) -> QDialog:
        """Open the form for an invite, and type whom to invite."""
        self.program.press("Invite colleague…")
        form = await self.program.dialog("inviteForm")
        self.program.fill("Email", email)
        return form

    async def prove(self) -> str:
        """Type the password that is asked for; what it is asked for."""
        await self.program.dialog("stepUp")
        action = self.program.find(QLabel, "stepUp.action").text()
        edit = self.program.find(QLineEdit, "password")
        edit.setFocus()
        type_into(edit, DEMO_PASSWORD)
        self.program.key(Qt.Key.Key_Return)
        return action

    async def invite(self, email: str = SAM) -> QDialog:
        """Invite somebody, up to the dialog that shows the token once."""
        await self.fill_form(email)
        self.program.press("Create invite")
        await self.prove()
        return await self.program.dialog("revealToken")

    async def copied(self, button: str = "Copy message") -> str:
        """Copy from the dialog in front; what is on the clipboard."""
        self.program.press(button)
        await until(lambda: QGuiApplication.clipboard().text())
        return QGuiApplication.clipboard().text()

    async def close_token(self) -> None:
        self.program.press("Done")
        await self.program.no_dialog()

    async def pick(self, email: str) -> None:
        await until(lambda: email in self.program.column("Email"))
        self.program.pick(email)
        await until(lambda: self.program.facts.get("Email") == email)

    async def delete(self, action: str) -> None:
        """Press the button of the drawer, and confirm with Ctrl+Enter."""
        self.program.press(action)
        await self.program.dialog("confirm")
        self.program.clock.skip(1.0)
        self.program.key(Qt.Key.Key_Return, CTRL)
        await self.program.no_dialog()


def held_in_memory(secret: str) -> int:
    """How often the program keeps the secret."""
    gc.collect()
    kept = [thing for thing in gc.get_objects() if isinstance(thing, SecretStr)]
    return len([thing for thing in kept if secret in thing.get_secret_value()])

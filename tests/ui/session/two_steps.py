"""My account and its section about two-step sign-in, driven as a person drives them, on a demo
store."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPushButton, QWidget

from medusa_console.demo.totp import code_at
from medusa_console.domain.two_step import TwoStepState
from medusa_console.ui.kit.ask import answer
from medusa_console.ui.session.my_account import MyAccount
from tests.ui.alone import Shop
from tests.ui.driving import type_into
from tests.ui.finding import find
from tests.waiting import until

W = TypeVar("W", bound=QWidget)


class TwoSteps:
    """The dialog of one shop. `confirms` is what the user proves, or does not, when asked;
    `asked` is what that was for. `secret` is the app's."""

    def __init__(self, shop: Shop) -> None:
        self.shop = shop
        self.confirms = True
        self.asked: list[str] = []
        self.secret = ""
        self.dialog: MyAccount

    async def open(self, *, told: str = "") -> None:
        """Open the dialog, and wait for `told`."""
        self.shop.show(QWidget())
        context = replace(self.shop.context, confirm=self._confirm)
        dialog = self.dialog = MyAccount(self.shop.window, context)

        async def ask() -> None:
            await answer(dialog)

        self.shop.tasks.start(ask())
        await until(dialog.isVisible)
        if told:
            await self.shop.reads(told)

    async def _confirm(self, action: str) -> bool:
        self.asked.append(action)
        return self.confirms

    # Looking

    @property
    def front(self) -> QWidget:
        return QApplication.activeModalWidget() or self.shop.window

    def is_front(self, name: str) -> bool:
        return self.front.objectName() == name

    def part(self, kind: type[W], name: str) -> W:
        return find(self.front, kind, name)

    def offers(self, name: str) -> bool:
        """Whether the button is there to be pressed."""
        return any(
            one.isVisible() and one.isEnabled()
            for one in self.front.findChildren(QPushButton, name)
        )

    def text(self, name: str) -> str:
        return self.part(QLabel, name).text()

    # Doing

    def press(self, name: str) -> None:
        self.shop.clock.skip(1)  # a button that guards against accidents
        button = self.part(QPushButton, name)
        assert button.isVisible()
        assert button.isEnabled(), name
        button.click()

    async def press_for(self, name: str, dialog: str) -> QDialog:
        """Press the button, and wait for the dialog that it leads to."""
        await until(lambda: self.offers(name))
        self.press(name)
        await until(lambda: self.is_front(dialog))
        return self.part_of_front(QDialog)

    def part_of_front(self, kind: type[W]) -> W:
        front = self.front
        assert isinstance(front, kind)
        return front

    def copy_secret(self) -> str:
        """What the app is given."""
        self.press("copySecret")
        copied = self.shop.copy.read().text
        assert copied is not None
        self.secret = copied.get_secret_value()
        return self.secret

    def code(self, *, steps: int = 0) -> str:
        """What the app shows, or showed so many steps of 30 seconds later."""
        now = self.shop.services.clock.now().timestamp()
        return code_at(self.secret, now, steps=steps)

    def enter(self, code: str) -> None:
        edit = self.part(QLineEdit, "code")
        edit.selectAll()
        type_into(edit, code)

    async def set_up(self) -> list[str]:
        """Turn it on, up to the recovery codes, which are returned; their dialog is in front."""
        await self.press_for("twoStep.setUp", "setUpTwoStep")
        self.copy_secret()
        self.enter(self.code())  # the sixth digit sends them
        await until(lambda: self.is_front("recoveryCodes"))
        self.press("copyCodes")
        copied = self.shop.copy.read().text
        assert copied is not None
        return copied.get_secret_value().split("\n")

    async def turn_on(self) -> list[str]:
        """As `set_up`, until the account's dialog is in front again."""
        codes = await self.set_up()
        self.press("done")
        await until(lambda: self.is_front("myAccount") and self.offers("twoStep.off"))
        return codes

    async def state(self) -> TwoStepState:
        """What the store says."""
        return await self.shop.services.two_step.look()

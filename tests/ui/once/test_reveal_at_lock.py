"""A lock hides a new secret, keeps it ten minutes, and leaves word of it when it is gone."""

from __future__ import annotations

import asyncio
import re
import threading
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from pydantic import SecretStr
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QWidget
from shiboken6 import delete

from medusa_console.domain.store import DEMO_PASSWORD
from medusa_console.ui.kit.ask import hide_dialogs
from medusa_console.ui.once.reveal import RevealKey
from medusa_console.ui.once.send_to_command import SendToCommand
from tests.system import MemoryKeyring, runs
from tests.ui.alone import OpenShop, Shop, keys_page
from tests.ui.driving import spoken
from tests.ui.standins import never, turns
from tests.waiting import until

SECRET = re.compile(r"sk_[0-9a-f]{64}")


class Locking:
    """A store whose new secret is on display."""

    def __init__(self, shop: Shop, page: QWidget, dialog: RevealKey) -> None:
        self.shop = shop
        self.dialog = dialog
        self._page = page
        self._show_again: Callable[[], None] = lambda: None

    @property
    def field(self) -> QWidget:
        return self.shop.find(QWidget, "secretField")

    def show_secret(self) -> None:
        self.shop.find(QPushButton, "showSecret").click()
        assert SECRET.fullmatch(spoken(self.field))

    def lock(self) -> None:
        """What the program does at a lock."""
        self.shop.services.session.lock()
        self.shop.services.unsaved.lock()
        self._show_again = hide_dialogs(self._page)

    async def unlock(self) -> None:
        await self.shop.services.session.unlock(SecretStr(DEMO_PASSWORD))
        self.shop.services.unsaved.unlock()
        self._show_again()


@pytest.fixture
async def locking(open_shop: OpenShop) -> AsyncIterator[Locking]:
    shop = await open_shop()
    page = await keys_page(shop)
    shop.find(QPushButton, "createKey").click()
    await until(lambda: shop.window.findChild(QLineEdit, "keyTitle"))
    shop.find(QLineEdit, "keyTitle").setText("ERP")
    shop.clock.skip(1)
    shop.find(QPushButton, "submit").click()
    dialog = await until(lambda: shop.window.findChild(RevealKey))
    assert dialog is not None
    await until(dialog.isVisible)
    watching = asyncio.ensure_future(shop.services.unsaved.watch())
    await turns(3)
    yield Locking(shop, page, dialog)
    watching.cancel()
    await asyncio.gather(watching, return_exceptions=True)


async def test_a_shown_secret_is_masked_by_a_lock_and_still_there_afterwards(
    locking: Locking,
) -> None:
    locking.show_secret()
    locking.lock()
    assert not locking.dialog.isVisible()
    assert spoken(locking.field) == "Secret key, hidden"
    assert locking.shop.services.unsaved.count == 1
    await locking.shop.clock.advance(590)
    await locking.unlock()
    await until(locking.dialog.isVisible)
    assert spoken(locking.field) == "Secret key, hidden"
    locking.show_secret()
    locking.shop.find(QWidget, "stored").click()  # type: ignore[attr-defined]
    locking.shop.clock.skip(1)
    locking.shop.find(QPushButton, "done").click()
    await until(lambda: not locking.shop.services.unsaved.count)
    await until(lambda: not locking.shop.journal.lines)
    assert locking.shop.notices == []


async def test_after_ten_minutes_it_is_discarded_and_the_journal_tells_of_it(
    locking: Locking,
) -> None:
    locking.lock()
    await locking.shop.clock.advance(605)
    await until(lambda: locking.shop.window.findChild(RevealKey) is None)
    assert locking.shop.services.unsaved.count == 0
    (line,) = locking.shop.journal.lines.values()
    assert line.title == "ERP"
    await never(lambda: locking.shop.notices)  # nothing of the store is told behind the lock
    await locking.unlock()
    await until(lambda: locking.shop.notices)
    (notice,) = locking.shop.notices
    assert notice.title == "“ERP” may not have been saved"
    why = "It was discarded 10 minutes after the store was locked."
    known = "neither shown nor copied, so nobody has it."
    assert f"{known} {why} The key is active." in notice.text
    assert [action.text for action in notice.actions] == [
        "Revoke…",
        "I have saved this key",
        "Later",
    ]
    assert locking.shop.failures == []


async def test_a_question_over_it_goes_with_it(locking: Locking) -> None:
    locking.show_secret()
    locking.shop.clock.skip(1)
    locking.shop.find(QPushButton, "discard").click()
    await until(lambda: locking.shop.window.findChild(QPushButton, "confirm.keep"))
    locking.lock()
    await locking.shop.clock.advance(605)
    await until(lambda: locking.shop.window.findChild(RevealKey) is None)
    await locking.unlock()
    await until(lambda: locking.shop.notices)
    assert locking.shop.failures == []


async def test_a_command_that_has_the_key_goes_with_it(locking: Locking, tmp_path: Path) -> None:
    note = tmp_path / "pid"
    hang = tmp_path / "hang"
    hang.write_text(f"#!/bin/sh\necho $$ > {note}\ncat > /dev/null\nexec sleep 900\n")
    hang.chmod(0o700)
    shop = locking.shop
    shop.find(QPushButton, "handOver").click()
    menu = shop.window.findChild(QMenu, "handOver.menu")
    assert menu is not None
    next(one for one in menu.actions() if one.objectName() == "handOver.command").trigger()
    await until(lambda: shop.window.findChild(QLineEdit, "commandLine"))
    shop.find(QLineEdit, "commandLine").setText(str(hang))
    await turns()
    await shop.clock.advance(1)
    send, facts = shop.find(QPushButton, "send"), shop.find(QWidget, "command.facts")
    await until(send.isEnabled)
    await until(lambda: facts.visibleRegion().boundingRect().contains(facts.rect()))
    send.click()
    await until(lambda: note.exists() and note.read_text().endswith("\n"))
    pid = int(note.read_text())
    assert runs(pid)
    assert [line.copied for line in shop.journal.lines.values()] == [True]
    locking.lock()
    shop.clock.skip(605)  # nobody looks at the limit of the command
    shop.services.unsaved.discard_expired()
    await until(lambda: shop.window.findChild(RevealKey) is None)
    assert shop.window.findChild(SendToCommand) is None
    await until(lambda: not runs(pid))
    await locking.unlock()
    await until(lambda: shop.notices)
    assert "copied, and never confirmed as saved" in shop.notices[0].text
    assert shop.failures == []


class SlowKeyring(MemoryKeyring):
    """Saves nothing before it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.let_go = threading.Event()

    def set_password(self, service: str, username: str, password: str) -> None:
        super().set_password(service, username, "")
        self.let_go.wait(60)
        super().set_password(service, username, password)


async def test_a_key_that_is_being_saved_in_the_keyring_counts_as_copied(locking: Locking) -> None:
    shop = locking.shop
    shop.keyring = keyring = SlowKeyring()
    shop.find(QPushButton, "handOver").click()
    menu = shop.window.findChild(QMenu, "handOver.menu")
    assert menu is not None
    next(one for one in menu.actions() if one.objectName() == "handOver.keyring").trigger()
    await until(lambda: shop.window.findChild(QPushButton, "save"))
    shop.clock.skip(1)
    shop.find(QPushButton, "save").click()
    await until(lambda: keyring.entries)
    locking.lock()
    shop.clock.skip(605)
    shop.services.unsaved.discard_expired()
    await until(lambda: shop.window.findChild(RevealKey) is None)
    await locking.unlock()
    await until(lambda: shop.notices)
    keyring.let_go.set()
    await until(lambda: all(keyring.entries.values()))
    assert "copied, and never confirmed as saved" in shop.notices[0].text
    assert shop.failures == []


async def test_a_dialog_that_goes_with_its_page_holds_no_secret_any_more(
    locking: Locking,
) -> None:
    locking.show_secret()
    delete(locking.dialog)
    assert locking.shop.services.unsaved.count == 0
    await locking.shop.clock.advance(605)

"""Parts of the program on their own: a demo store that somebody is signed in to, and a window."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from functools import partial
from typing import Any, NamedTuple, TypeVar

import pytest
from keyring.backend import KeyringBackend
from pydantic import SecretStr
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QTableView, QWidget

from medusa_console.connect import open_store
from medusa_console.demo import DemoStore
from medusa_console.desktop.commands import SystemCommands
from medusa_console.domain.api_key import ApiKey
from medusa_console.domain.preferences import Preferences
from medusa_console.domain.query import CustomerQuery, KeyQuery
from medusa_console.domain.store import DEMO_EMAIL, DEMO_PASSWORD, DEMO_STORE, Store
from medusa_console.services.hand_over import HandOver
from medusa_console.services.secret_copy import SecretCopy
from medusa_console.services.store_services import StoreServices
from medusa_console.services.stores import PreferenceBook
from medusa_console.tasks import Again, Doing, TaskScope
from medusa_console.topic import Observable, Topic
from medusa_console.ui.customers.page import CustomersPage
from medusa_console.ui.keys.creation import create_publishable_key
from medusa_console.ui.keys.page import ApiKeysPage
from medusa_console.ui.kit.banner import Notice
from medusa_console.ui.records.context import PageContext
from medusa_console.ui.session.step_up import confirm
from medusa_console.vault.key_entries import KeyringKeyEntries
from medusa_console.vault.keyring import Keyring
from tests.services.ports import MemoryJournal, MemoryVault, memory_journal
from tests.system import FakeClipboard
from tests.ui.finding import find
from tests.ui.standins import Clock
from tests.waiting import until

W = TypeVar("W", bound=QWidget)
AUDITOR = "reader@demo.example"


class Failure(NamedTuple):
    """What a page did not handle itself."""

    error: BaseException
    doing: Doing | None
    again: Again | None


class Shop:
    """One store that is open, and a window to show parts of it in. `store` is how it is now."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self.store = store
        self.clock = clock
        self.journal = MemoryJournal()
        self.failures: list[Failure] = []
        self.notices: list[Notice] = []
        self.asked_about: list[str] = []
        self.tasks = TaskScope(self._on_error, clock.value)
        self.copy = SecretCopy(FakeClipboard(), self.tasks)
        self.preferences = PreferenceBook(Preferences(), _save_nowhere, self.tasks)
        self.keyring: KeyringBackend | None = None
        entries = KeyringKeyEntries(Keyring(lambda: self.keyring, read_limit=60))
        self.hand_over = HandOver(SystemCommands({}), entries, self.preferences)
        self.held = Observable(False)
        self.store_changed: Topic[None] = Topic()
        self.window = QMainWindow()
        self.services: StoreServices
        self.demo: DemoStore

    @property
    def context(self) -> PageContext:
        """What a page is given."""
        return PageContext(
            self.services,
            self.copy,
            self.hand_over,
            self.preferences,
            self.tasks,
            self.notices.append,
            self._dismiss,
            self.held,
            self.store_changed,
            self._what_it_did,
            self._confirm,
            self._keep_admin_pages,
        )

    async def _what_it_did(self, _parent: QWidget, key: ApiKey) -> None:
        self.asked_about.append(key.title)

    async def _confirm(self, action: str) -> bool:
        return await confirm(self.window, self.services, self.tasks, action)

    def _keep_admin_pages(self, address: str) -> None:
        self.store = replace(self.store, admin_pages=address)

    def _dismiss(self, about: str) -> None:
        self.notices[:] = [notice for notice in self.notices if notice.about != about]

    def _on_error(
        self, error: BaseException, doing: Doing | None = None, again: Again | None = None
    ) -> None:
        self.failures.append(Failure(error, doing, again))

    def show(self, part: QWidget, *, width: int = 1440, height: int = 900) -> None:
        """Show `part` in the window, as all that is in it."""
        self.window.setCentralWidget(part)
        self.window.resize(width, height)
        self.window.show()
        self.window.activateWindow()

    def find(self, kind: type[W], name: str) -> W:
        """The one part of the window, or of its dialogs, that has that objectName."""
        return find(self.window, kind, name)

    @property
    def words(self) -> str:
        """All that can be read, one label a line."""
        labels = self.window.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    async def reads(self, text: str) -> None:
        """Wait until `text` can be read."""
        try:
            await until(lambda: text in self.words)
        except TimeoutError:
            raise AssertionError(f"nowhere {text!r} in:\n{self.words}") from None


OpenShop = Callable[..., Awaitable[Shop]]


@pytest.fixture
async def open_shop(qapp: QApplication, clock: Clock) -> AsyncIterator[OpenShop]:
    """Opens a demo store of its own and signs in."""
    closing: list[Callable[[], Awaitable[Any]]] = []

    async def open_shop(
        email: str = DEMO_EMAIL,
        *,
        rbac: bool = True,
        store: Store = DEMO_STORE,
        password: str = DEMO_PASSWORD,
    ) -> Shop:
        shop = Shop(store, clock)
        demo = shop.demo = DemoStore(None, rbac=rbac)
        opened = await open_store(
            store,
            vault=MemoryVault(),
            journal=memory_journal(shop.journal),
            asgi=demo.app if store.is_demo else None,
            latest=lambda: shop.store,
            clock=clock.value,
        )
        shop.services = opened.services

        async def close() -> None:
            await shop.tasks.aclose()
            await opened.services.writes.settle(60)
            await opened.services.session.aclose()
            await opened.aclose()
            await demo.aclose()
            shop.window.hide()
            shop.window.deleteLater()

        closing.append(close)
        await shop.services.session.restore(kept=False)
        await shop.services.session.sign_in(email, SecretStr(password), keep=False)
        return shop

    yield open_shop
    for close in closing:
        await close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


async def keys_page(shop: Shop) -> ApiKeysPage:
    """The keys, with their menu, once the first rows are there."""
    page = ApiKeysPage(shop.context, KeyQuery())
    await _begin(shop, page, "keys")
    return page


async def customers_page(shop: Shop) -> CustomersPage:
    """The customers, with their menu, once the first rows are there."""
    create_key = partial(create_publishable_key, shop.services, shop.tasks)
    page = CustomersPage(shop.context, CustomerQuery(), create_key)
    await _begin(shop, page, "customers")
    return page


async def _begin(shop: Shop, page: ApiKeysPage | CustomersPage, table: str) -> None:
    menu = shop.window.menuBar().addMenu(page.menu_title)
    page.fill_menu(menu)
    shop.show(page)
    page.begin()
    await until(lambda: shop.find(QLabel, "table.footer").text().startswith("As of"))
    await until(lambda: shop.find(QTableView, table).model().index(0, 0).data() != "…")


async def _save_nowhere(_value: object) -> None:
    return

"""A demo store in which a leaked key has done something, and the dialog that tells what."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QListView, QWidget
from shiboken6 import isValid

from medusa_console.demo.call import Server
from medusa_console.demo.stamps import timestamp
from medusa_console.domain.api_key import ApiKey
from medusa_console.domain.tokens import redact
from medusa_console.ui.leaks.what_it_did import Leak, WhatItDid, open_what_it_did
from tests.ui.alone import Shop
from tests.ui.driving import A_MOMENT, NO_KEYS
from tests.waiting import until

W = TypeVar("W", bound=QWidget)

NOW = datetime.now(UTC).replace(microsecond=0)
MADE = NOW - timedelta(days=30)
LEAKED = NOW - timedelta(days=3)
BEFORE, AFTER = LEAKED - timedelta(days=2), LEAKED + timedelta(hours=5)
TITLE = "ERP nightly sync 2"


@dataclass
class Traced:
    """The store of `shop`. What is planted there has the time that a test says."""

    shop: Shop
    root: str = ""
    wanted_sign_in: int = 0
    _opened: list[asyncio.Task[None]] = field(default_factory=list)

    # Planting

    async def plant(self, table: str, prefix: str, rows: Sequence[dict[str, Any]]) -> list[str]:
        """Put `rows` into a table of the store; returns their ids."""
        server = await self._server()

        def insert() -> list[str]:
            ids = []
            for row in rows:
                record = {"id": server.ids.new(prefix), **row}
                record.setdefault("updated_at", record["created_at"])
                server.database.insert(table, record)
                ids.append(record["id"])
            server.database.commit()
            return ids

        return await self.shop.demo._on_worker(insert)

    async def _server(self) -> Server:
        return await self.shop.demo._on_worker(self.shop.demo._opened)

    async def key(
        self,
        title: str,
        maker: str,
        made_at: datetime = AFTER,
        *,
        kind: str = "secret",
        **fields: Any,
    ) -> str:
        return (await self.keys([title], maker, made_at, kind=kind, **fields))[0]

    async def keys(
        self,
        titles: Sequence[str],
        maker: str,
        made_at: datetime = AFTER,
        *,
        kind: str = "secret",
        **fields: Any,
    ) -> list[str]:
        """Keys of the store that were made by `maker`, the id of a user or key."""
        server = await self._server()
        prefix = "sk_" if kind == "secret" else "pk_"
        rows = []
        for title in titles:
            token = prefix + server.ids.new("x").lower().removeprefix("x_") * 3
            rows.append(
                {
                    "token": token,
                    "salt": "x",
                    "redacted": redact(token),
                    "title": title,
                    "type": kind,
                    "created_by": maker,
                    "created_at": timestamp(made_at),
                    **fields,
                }
            )
        return await self.plant("api_keys", "apk", rows)

    async def leak(self, by: str = "") -> str:
        """The leaked key itself."""
        me = by or self.shop.services.session.user_id
        self.root = await self.key(TITLE, me, MADE)
        return self.root

    async def person(self, name: str, joined: datetime = AFTER) -> str:
        email = f"{name.lower()}@example.com"
        row = {"first_name": name, "last_name": "Berg", "email": email}
        return (await self.plant("users", "user", [row | {"created_at": timestamp(joined)}]))[0]

    async def invite(self, email: str, made: datetime = AFTER) -> str:
        row = {
            "email": email,
            "accepted": False,
            "seed": f"seed of {email}",
            "expires_at": timestamp(made + timedelta(days=100)),
            "roles": [],
            "created_at": timestamp(made),
        }
        return (await self.plant("invites", "invite", [row]))[0]

    async def customers(self, number: int, maker: str, made: datetime = AFTER) -> list[str]:
        rows = [
            {
                "email": f"planted{n}-{maker[-6:]}@example.com".lower(),
                "has_account": False,
                "created_by": maker,
                "created_at": timestamp(made),
            }
            for n in range(number)
        ]
        return await self.plant("customers", "cus", rows)

    async def groups(self, names: Sequence[str], maker: str, made: datetime = AFTER) -> list[str]:
        rows = [
            {"name": name, "created_by": maker, "created_at": timestamp(made)} for name in names
        ]
        return await self.plant("customer_groups", "cusgroup", rows)

    async def drop(self, table: str, record_id: str) -> None:
        """Somebody deletes a record."""
        server = await self._server()

        def delete() -> None:
            server.database.delete(table, record_id)
            server.database.commit()

        await self.shop.demo._on_worker(delete)

    async def stored(self, table: str, record_id: str) -> dict[str, Any] | None:
        """A record as the store has it now."""
        server = await self._server()
        return await self.shop.demo._on_worker(lambda: server.database.get(table, record_id))

    async def working(self, ids: Sequence[str]) -> list[str]:
        """The titles of those of the keys that are not revoked."""
        rows = [await self.stored("api_keys", one) for one in ids]
        return [str(row["title"]) for row in rows if row is not None and row["revoked_at"] is None]

    # The dialog

    async def record(self) -> ApiKey:
        return (await self.shop.services.keys.get(self.root)).value

    async def open(self, reported: datetime | None = LEAKED) -> WhatItDid:
        """Open the dialog, which looks at once."""
        self.shop.window.resize(1000, 800)
        self.shop.window.show()
        self.shop.window.activateWindow()
        leak = Leak(await self.record(), reported)
        shop = self.shop
        opening = open_what_it_did(shop.window, shop.services, leak, shop.tasks, self._on_sign_in)
        shop.tasks.start(opening)
        await until(lambda: self.dialog is not None)
        dialog = self.dialog
        assert dialog is not None
        dialog.activateWindow()
        await until(dialog.isActiveWindow)
        return dialog

    async def look(self, reported: datetime | None = LEAKED) -> WhatItDid:
        """Open the dialog, and wait for what it found."""
        dialog = await self.open(reported)
        await self.looked()
        return dialog

    def _on_sign_in(self) -> None:
        self.wanted_sign_in += 1

    @property
    def dialog(self) -> WhatItDid | None:
        found = [one for one in self.shop.window.findChildren(WhatItDid) if one.isVisible()]
        return found[0] if found else None

    @property
    def front(self) -> QWidget:
        return QApplication.activeModalWidget() or self.shop.window

    async def in_front(self, name: str) -> QDialog:
        """Wait until the dialog of that objectName is in front."""

        def there() -> QDialog | None:
            found = QApplication.activeModalWidget()
            fits = isinstance(found, QDialog) and found.objectName() == name
            return found if isinstance(found, QDialog) and fits else None

        found = await until(there)
        assert found is not None
        found.activateWindow()
        await until(found.isActiveWindow)
        return found

    async def looked(self) -> None:
        """Wait until nothing is being read, and what was found is shown."""
        await until(lambda: self.is_there("did.notLooked") and not self.is_there("did.reading"))

    def is_there(self, name: str) -> bool:
        return any(
            one.isVisible() for one in self.front.findChildren(QWidget, name) if isValid(one)
        )

    def find(self, kind: type[W], name: str) -> W:
        found = [one for one in self.front.findChildren(kind, name) if one.isVisible()]
        assert len(found) == 1, f"{name}: {len(found)} in {self.front.objectName()}"
        return found[0]

    def buttons(self, name: str) -> list[QAbstractButton]:
        found = self.front.findChildren(QAbstractButton, name)
        return [one for one in found if one.isVisible()]

    def press(self, name: str, number: int = 0) -> None:
        button = self.buttons(name)[number]
        assert button.isEnabled(), f"{name} is grey"
        self.shop.clock.skip(A_MOMENT)
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)

    def key_press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEYS) -> None:
        self.shop.clock.skip(A_MOMENT)
        QTest.keyClick(QApplication.focusWidget() or self.front, key, modifiers)

    def says(self, name: str) -> str:
        """What the visible labels of that objectName read, one a line."""
        labels = self.front.findChildren(QLabel, name)
        return "\n".join(label.text() for label in labels if label.isVisible())

    async def reads(self, name: str, text: str) -> None:
        try:
            await until(lambda: text in self.says(name))
        except TimeoutError:
            raise AssertionError(f"{name} does not say {text!r}: {self.says(name)!r}") from None

    def lines(self, name: str) -> list[str]:
        """All lines of the list of that objectName; none while it is hidden."""
        lists = [one for one in self.front.findChildren(QListView, name) if one.isVisible()]
        return [
            str(one.model().index(row, 0).data())
            for one in lists
            for row in range(one.model().rowCount())
        ]

    @property
    def words(self) -> str:
        labels = self.front.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

"""The demo store with a tap on its wire, and whatever somebody else does to it meanwhile."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing, asynccontextmanager, closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from pydantic import SecretStr
from starlette.types import Message

from medusa_console.connect import open_store
from medusa_console.demo import DemoStore
from medusa_console.demo.database import FILE_NAME
from medusa_console.demo.stamps import timestamp
from medusa_console.domain.customer import Customer
from medusa_console.domain.store import DEMO_EMAIL, DEMO_PASSWORD, DEMO_STORE
from medusa_console.services.store_services import StoreServices
from tests.services.ports import MemoryVault, memory_journal
from tests.ui.wiretap import Asked, Behaviour, Exchange, Wiretap, answer

CUSTOMERS = "/admin/customers"
OPENED = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

forbidden = answer(
    403, {"type": "forbidden", "message": "Forbidden. Required policies: customer:read"}
)


@dataclass(frozen=True)
class Shop:
    """An open demo store without customers, signed in as its super admin.

    `tap` tells what was asked since then; what is done here does not pass it.
    """

    services: StoreServices
    tap: Wiretap
    file: Path

    def add(self, *people: Customer) -> None:
        """They are customers now."""
        rows = [
            (one.id, one.email, one.first_name, one.last_name, one.has_account, stamp, stamp)
            for one in people
            for stamp in [timestamp(one.created_at)]
        ]
        with closing(sqlite3.connect(self.file, timeout=60)) as books, books:
            books.executemany(
                "insert into customers (id, email, first_name, last_name, has_account, "
                "created_at, updated_at) values (?, ?, ?, ?, ?, ?, ?)",
                rows,
            )

    def delete(self, *customer_ids: str) -> None:
        """They are customers no more."""
        for customer_id in customer_ids:
            self.run("delete from customers where id = ?", customer_id)

    def people(self) -> list[dict[str, Any]]:
        """All customers, by id."""
        return self.run("select * from customers order by id")

    def run(self, sql: str, *parameters: Any) -> list[dict[str, Any]]:
        """Ask or change the store's own tables."""
        with closing(sqlite3.connect(self.file, timeout=60)) as books, books:
            books.row_factory = sqlite3.Row
            return [dict(row) for row in books.execute(sql, parameters)]

    @property
    def questions(self) -> list[Asked]:
        """What the list of customers was asked for."""
        return self.tap.asked("GET", CUSTOMERS)


@asynccontextmanager
async def open_shop(folder: Path, seeded: Path, tap: Wiretap) -> AsyncIterator[Shop]:
    """A shop on a copy of the `seeded` demo store."""
    file = Path(shutil.copy(seeded, folder))
    demo = DemoStore(folder)
    async with aclosing(demo):
        opened = await open_store(
            DEMO_STORE, vault=MemoryVault(), journal=memory_journal(), asgi=demo.app
        )
        services = opened.services
        try:
            await services.session.restore(kept=False)
            await services.session.sign_in(DEMO_EMAIL, SecretStr(DEMO_PASSWORD), keep=False)
            tap.requests.clear()
            yield Shop(services, tap, file)
        finally:
            services.writes.abandon()
            await services.writes.settle(60)
            await opened.aclose()


async def seed(folder: Path) -> Path:
    """The file of a demo store whose customers have all been deleted."""
    demo = DemoStore(folder)
    async with aclosing(demo):
        await demo.start()
    file = folder / FILE_NAME
    with closing(sqlite3.connect(file)) as books, books:
        for table in ("customers", "addresses", "group_members"):
            books.execute(f"delete from {table}")
        books.execute("delete from identities where user_id is null")
    return file


class Held:
    """The store does what it is asked (`done`); its answer comes after `go`."""

    def __init__(self) -> None:
        self.done = asyncio.Event()
        self.go = asyncio.Event()

    async def __call__(self, exchange: Exchange) -> None:
        messages = await _answered(exchange)
        self.done.set()
        await self.go.wait()
        for message in messages:
            await exchange.send(message)


def then(act: Callable[[], None]) -> Behaviour:
    """The store does what it is asked; something else happens before its answer comes."""

    async def behave(exchange: Exchange) -> None:
        messages = await _answered(exchange)
        act()
        for message in messages:
            await exchange.send(message)

    return behave


async def _answered(exchange: Exchange) -> list[Message]:
    """The store's answer, not sent yet."""
    messages: list[Message] = []

    async def keep(message: Message) -> None:
        messages.append(message)

    await exchange.pass_on(keep)
    return messages


def person(number: int, **known: Any) -> Customer:
    """The customer `cus_<number>`, made `number` minutes after the store's opening."""
    return Customer(id=f"cus_{number}", created_at=OPENED + timedelta(minutes=number), **known)

"""What a leaked key did, on the real Medusa: all of it is shown, and undone from the screen."""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import datetime

import httpx
import pytest
from pydantic import SecretStr
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from medusa_console.connect import open_store
from medusa_console.domain.store import Environment, Store
from medusa_console.ui.kit import translations
from tests.contract.backends import Backend, unique
from tests.contract.conftest import real
from tests.contract.making import invite, join, make_key, retrieve, revoke
from tests.real_medusa import MedusaServer
from tests.services.ports import MemoryVault, memory_journal
from tests.ui.alone import Shop
from tests.ui.driving import CTRL
from tests.ui.leaks.traced import Traced
from tests.ui.standins import Clock
from tests.waiting import until


@pytest.fixture
async def backend(medusa_plain: MedusaServer) -> AsyncIterator[Backend]:
    # Plain http: an empty context spares the reading of the machine's certificates.
    transport = httpx.AsyncHTTPTransport(verify=ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))
    async with transport:
        yield Backend(real("Live", medusa_plain), transport)


@pytest.fixture
async def store(backend: Backend, clock: Clock, qapp: QApplication) -> AsyncIterator[Traced]:
    """The screen's store: somebody is signed in to it."""
    shop = Shop(Store("real", "Northwind", backend.place.origin, Environment.STAGING), clock)
    async with AsyncExitStack() as stack:
        stack.enter_context(translations.installed(qapp))  # texts with a number
        opened = await open_store(
            shop.store, vault=MemoryVault(), journal=memory_journal(shop.journal), clock=clock.value
        )
        stack.push_async_callback(opened.aclose)
        stack.push_async_callback(opened.services.session.aclose)
        stack.push_async_callback(opened.services.writes.settle, 60)
        stack.push_async_callback(shop.tasks.aclose)
        shop.services = opened.services
        await shop.services.session.restore(kept=False)
        password = SecretStr(backend.place.password)
        await shop.services.session.sign_in(backend.email, password, keep=False)
        yield Traced(shop)
    shop.window.hide()
    shop.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not shop.failures


async def test_all_that_a_leaked_key_did_is_shown_and_undone(
    backend: Backend, store: Traced
) -> None:
    admin = backend.bearing(await backend.admin_token())
    root = await make_key(admin, unique())
    thief = backend.holding(root["token"])
    first = await make_key(thief, "first")
    shop = await make_key(thief, "shop", "publishable")
    second = await make_key(backend.holding(first["token"]), "second")
    third = await make_key(backend.holding(second["token"]), "third")
    fourth = await make_key(backend.holding(third["token"]), "fourth")
    await revoke(admin, second)
    await admin.delete(f"/admin/api-keys/{second['id']}")
    for number in range(20):
        await thief.post("/admin/customers", json={"email": f"{unique()}-{number}@example.com"})
    for _ in range(2):
        await thief.post("/admin/customer-groups", json={"name": unique()})
    invites = [await invite(thief, f"{unique()}@example.com") for _ in range(2)]
    planted = await join(backend)
    theirs = await make_key(backend.bearing(planted.token), "of the planted")

    store.root = root["id"]
    await store.look(reported=datetime.fromisoformat(root["created_at"]))
    newer = "1 person · 2 open invites · 3 newer than the leak"
    assert store.says("did.joined.count") == newer
    assert [line.strip().split(" · ")[0] for line in store.lines("did.after.rows")] == [
        "first",
        "shop",
    ]
    assert store.says("did.customers.heading") == "20 customers · 20 after the leak"
    assert store.says("did.groups.heading") == "2 customer groups · 2 after the leak"
    lost = {line.split(" · ")[0] for line in store.lines("did.unattributed.rows")}
    assert lost == {"third", "fourth", "of the planted"}
    assert store.says("did.passwords.title") == "Everybody sets a new password"
    assert "This key still works." in store.says("did.alive")
    assert not store.is_there("did.notLooked.failed")

    for left in (1, 0):
        store.press("did.deleteInvite")
        await until(lambda left=left: len(store.buttons("did.deleteInvite")) == left)  # type: ignore[misc]
    for one in invites:
        assert (await admin.get(f"/admin/invites/{one['id']}")).status_code == 404
    store.press("did.remove")
    await store.in_front("confirm")
    store.key_press(Qt.Key.Key_Return, CTRL)
    await store.in_front("whatItDid")
    await store.reads("did.joined.done", "A session of theirs may work until")
    assert (await admin.get(f"/admin/users/{planted.id}")).status_code == 404
    late = await make_key(backend.bearing(planted.token), "by a session without a user")

    store.press("did.revoke")
    await store.in_front("did.preview")
    later = await make_key(backend.holding(first["token"]), "later")
    store.key_press(Qt.Key.Key_Return, CTRL)
    await store.in_front("did.preview")  # the further look asks about what is new
    assert (await retrieve(admin, first["id"]))["revoked_at"] is not None
    assert (await retrieve(admin, later["id"]))["revoked_at"] is None
    store.key_press(Qt.Key.Key_Return, CTRL)
    await store.in_front("whatItDid")
    await until(lambda: store.says("did.run.title").startswith("Result: Revoke 1 key"))
    await store.looked()
    lost = {line.split(" · ")[0] for line in store.lines("did.unattributed.rows")}
    assert "by a session without a user" in lost
    assert (await retrieve(admin, later["id"]))["revoked_at"] is not None
    for kept in (shop, third, fourth, theirs, late):
        assert (await retrieve(admin, kept["id"]))["revoked_at"] is None

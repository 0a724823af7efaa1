"""A store that is read-only here: nothing that changes it leaves this computer."""

from __future__ import annotations

from contextlib import aclosing
from dataclasses import replace
from typing import Any

import pytest
from pydantic import SecretStr, TypeAdapter

from medusa_console import connect
from medusa_console.api.transport import Call
from medusa_console.domain.errors import ReadOnly
from medusa_console.domain.store import Environment, Store
from medusa_console.ui.words.errors import explain
from tests.api.conftest import OpenWire, store_at
from tests.faults import server as faults
from tests.faults.medusa import login_token
from tests.faults.server import FaultServer
from tests.services.ports import MemoryVault, memory_journal

ANYTHING: TypeAdapter[dict[str, Any]] = TypeAdapter(dict[str, Any])


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/admin/api-keys"),
        ("POST", "/admin/api-keys/apk_1/revoke"),
        ("DELETE", "/admin/api-keys/apk_1"),
        ("PUT", "/admin/customers/cus_1"),
        ("PATCH", "/admin/customers/cus_1"),
        ("POST", "/store/customers"),
        ("POST", "/auth/customer/emailpass/register"),
        ("POST", "/auth/user/emailpass/update"),
        ("POST", "/auth/user/emailpass/reset-password"),
        ("POST", "/auth/token/refresh/x"),
        ("POST", "/auth/session"),
        ("DELETE", "/auth/session"),
        ("DELETE", "/auth/mfa/factors/authmfa_1"),
        ("POST", "/auth/mfa/factors"),
        ("POST", "/auth/mfa/factors/authmfa_1/verify"),
        ("POST", "/auth/mfa/recovery-codes"),
        ("POST", "/auth/mfa/../../admin/api-keys"),
        ("POST", "/auth/mfa/%2e%2e/%2e%2e/admin/api-keys"),
        ("POST", "/auth/user/emailpass\n"),
        ("get", "/admin/api-keys"),
        ("OPTIONS", "/admin/api-keys"),
    ],
)
async def test_whatever_could_change_something_is_not_sent(
    method: str, path: str, server: FaultServer, open_wire: OpenWire
) -> None:
    wire = open_wire(server.origin, latest=lambda: store_at(server.origin, read_only=True))
    with pytest.raises(ReadOnly) as caught:
        await wire.fetch(Call(method, path, json={"title": "x"}), ANYTHING)
    assert server.connections == 0
    message = explain(caught.value)
    assert (message.title, message.text) == (
        "Northwind EU is read-only on this computer",
        "Nothing was sent.",
    )


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/admin/api-keys"),
        ("POST", "/auth/user/emailpass"),
        ("POST", "/auth/customer/emailpass"),
        ("POST", "/auth/token/refresh"),
        ("POST", "/auth/mfa/challenges/authmfa_01ABC/verify"),
    ],
)
async def test_reading_and_signing_in_go_on(
    method: str, path: str, server: FaultServer, open_wire: OpenWire
) -> None:
    server.on(method, path, faults.json_answer({}))
    wire = open_wire(server.origin, latest=lambda: store_at(server.origin, read_only=True))
    await wire.fetch(Call(method, path), ANYTHING)
    assert server.count(method, path) == 1


async def test_the_switch_counts_at_once_for_a_store_that_is_open(server: FaultServer) -> None:
    server.on("POST", "/auth/user/emailpass", faults.json_answer({"token": login_token()}))
    gone = {"id": "apk_1", "object": "api_key", "deleted": True}
    server.on("DELETE", "/admin/api-keys/apk_1", faults.json_answer(gone))
    store = Store("s", "Northwind EU", server.origin, Environment.LIVE, read_only=True)
    opened = await connect.open_store(
        store, vault=MemoryVault(), journal=memory_journal(), latest=lambda: store
    )
    async with aclosing(opened):
        await opened.services.session.sign_in("maya@x.example", SecretStr("canary"), keep=False)
        with pytest.raises(ReadOnly, match="Northwind EU"):
            await opened.services.keys.delete_record("apk_1")
        assert server.count("DELETE") == 0
        store = replace(store, read_only=False)
        await opened.services.keys.delete_record("apk_1")
        assert server.count("DELETE") == 1
        store = replace(store, read_only=True)
        with pytest.raises(ReadOnly):
            await opened.services.keys.delete_record("apk_1")
        assert server.count("DELETE") == 1

"""Nothing leaves for another place than the store's origin, and nothing of it stays behind."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from pydantic import SecretStr, TypeAdapter

from medusa_console.api.api_keys import ApiKeys
from medusa_console.api.auth import Auth
from medusa_console.api.client import AdminClient
from medusa_console.api.transport import Call, Transport
from medusa_console.domain.errors import (
    Invalid,
    NotMedusa,
    OutcomeUnknown,
    Redirected,
    UnsafeAddress,
)
from tests.api.bearers import Fixed
from tests.api.conftest import OpenWire, store_at
from tests.faults import server as faults
from tests.faults.medusa import PASSWORD, SECRET
from tests.faults.server import FaultServer

ANYTHING: TypeAdapter[dict[str, Any]] = TypeAdapter(dict[str, Any])
TOKEN = SecretStr("session-canary")


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("elsewhere", [True, False], ids=["elsewhere", "same server"])
async def test_a_redirect_is_reported_and_never_followed(
    status: int, elsewhere: bool, server: FaultServer, open_wire: OpenWire
) -> None:
    with FaultServer() as other:
        target = other.origin if elsewhere else server.origin
        server.on(
            "POST",
            "/auth/user/emailpass",
            faults.answer(status, headers={"Location": f"{target}/"}),
        )
        auth = Auth(open_wire(server.origin))
        with pytest.raises(Redirected) as caught:
            await auth.sign_in("maya@example.com", SecretStr(PASSWORD))
        assert caught.value.target == target
        assert other.requests == []
    assert len(server.requests) == 1


async def test_after_the_address_was_changed_nothing_goes_to_the_old_one(
    server: FaultServer, open_wire: OpenWire
) -> None:
    now = server.origin
    server.on("GET", "/x", faults.json_answer({}))
    wire = open_wire(server.origin, latest=lambda: store_at(now))
    await wire.fetch(Call("GET", "/x"), ANYTHING)
    now = "https://moved.example"
    for call in (Call("GET", "/x"), Call("POST", "/auth/user/emailpass", json={})):
        with pytest.raises(UnsafeAddress, match="MOVED"):
            await wire.fetch(call, ANYTHING, bearer=TOKEN)
    assert len(server.requests) == 1


async def test_a_repeat_does_not_go_to_the_old_address_either(
    server: FaultServer, open_wire: OpenWire, pauses: list[float]
) -> None:
    server.on("GET", "/x", faults.answer(503))
    wire = open_wire(
        server.origin,
        latest=lambda: store_at("https://moved.example" if pauses else server.origin),
    )
    with pytest.raises(UnsafeAddress):
        await wire.fetch(Call("GET", "/x"), ANYTHING)
    assert (len(server.requests), len(pauses)) == (1, 1)


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("/login", ""),
        ("//evil.test/x", "http://evil.test"),
        ("https://user:canary@evil.test/?token=1", "https://evil.test"),
    ],
)
async def test_a_redirect_names_an_origin_and_nothing_more(
    location: str, target: str, server: FaultServer, open_wire: OpenWire
) -> None:
    server.on("GET", "/x", faults.answer(302, headers={"Location": location}))
    with pytest.raises(Redirected) as caught:
        await open_wire(server.origin).fetch(Call("GET", "/x"), ANYTHING)
    assert caught.value.target == (target or server.origin)


@pytest.mark.parametrize("location", ["http://[", "https://evil.test:port/", "http://\x01/"])
async def test_a_redirect_to_nonsense_is_no_crash(
    location: str, server: FaultServer, open_wire: OpenWire
) -> None:
    server.on("GET", "/x", faults.answer(302, headers={"Location": location}))
    server.on("POST", "/x", faults.answer(302, headers={"Location": location}))
    wire = open_wire(server.origin)
    with pytest.raises(NotMedusa):
        await wire.fetch(Call("GET", "/x"), ANYTHING)
    with pytest.raises((NotMedusa, OutcomeUnknown)):
        await wire.fetch(Call("POST", "/x", json={}), ANYTHING)


@pytest.mark.parametrize(
    "path", ["http://evil.test/", "https://evil.test", "//evil.test/x", "@evil.test/", "", "x"]
)
async def test_only_paths_are_sent_never_addresses(
    path: str, server: FaultServer, wire: Transport
) -> None:
    with pytest.raises(ValueError, match="own origin"):
        await wire.fetch(Call("GET", path), ANYTHING, bearer=TOKEN)
    assert server.connections == 0


ByKeyId = Callable[[ApiKeys, str], Coroutine[Any, Any, Any]]


@pytest.mark.parametrize("key_id", ["", "..", "apk_1/revoke", "apk_1?x", SECRET])
@pytest.mark.parametrize(
    "call",
    [
        lambda keys, key_id: keys.get(key_id),
        lambda keys, key_id: keys.rename(key_id, "x"),
        lambda keys, key_id: keys.revoke(key_id),
        lambda keys, key_id: keys.delete(key_id),
    ],
    ids=["get", "rename", "revoke", "delete"],
)
async def test_what_is_no_id_makes_no_request(
    call: ByKeyId, key_id: str, server: FaultServer, wire: Transport
) -> None:
    keys = ApiKeys(AdminClient(wire, Fixed(TOKEN)))
    with pytest.raises(Invalid) as caught:
        await call(keys, key_id)
    assert key_id == "" or key_id not in str(caught.value)
    assert server.connections == 0


async def test_cookies_are_neither_kept_nor_sent(server: FaultServer, wire: Transport) -> None:
    cookie = {"Set-Cookie": "connect.sid=s%3Acanary; Path=/; HttpOnly"}
    server.on("GET", "/x", faults.json_answer({}, headers=cookie))
    for _ in range(2):
        await wire.fetch(Call("GET", "/x"), ANYTHING, bearer=TOKEN)
    assert all("cookie" not in request.headers for request in server.requests)


async def test_the_token_goes_with_the_request_that_it_was_given_to_and_no_other(
    server: FaultServer, wire: Transport
) -> None:
    server.on("GET", "/x", faults.json_answer({}))
    await wire.fetch(Call("GET", "/x"), ANYTHING, bearer=TOKEN)
    await wire.fetch(Call("GET", "/x"), ANYTHING)
    assert [request.headers.get("authorization") for request in server.requests] == [
        "Bearer session-canary",
        None,
    ]


@pytest.mark.parametrize("text", ["half \ud83d of one", "\udcff"])
async def test_half_a_character_is_refused_before_anything_leaves(
    text: str, server: FaultServer, wire: Transport
) -> None:
    with pytest.raises(Invalid):
        await wire.fetch(Call("GET", "/x", [("q", text)]), ANYTHING)
    with pytest.raises(Invalid):
        await wire.fetch(Call("POST", "/x", json={"title": text}), ANYTHING)
    assert server.connections == 0

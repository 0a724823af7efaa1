"""The port that a browser is led back to: one small request, and nothing else for anybody."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress

import pytest

from medusa_console.desktop import loopback
from medusa_console.desktop.loopback import LoopbackCallback, Query, listen
from tests.waiting import until

GOODBYE = "Sie können dieses Fenster schließen."
STATE = "a-state-of-this-sign-in"


def expected(query: Query) -> bool:
    return dict(query).get("state") == STATE


@pytest.fixture
async def callback() -> AsyncIterator[LoopbackCallback]:
    opened = await listen(expected, GOODBYE)
    yield opened
    await opened.aclose()


def port_of(callback: LoopbackCallback) -> int:
    return int(callback.address.removesuffix("/callback").rpartition(":")[2])


async def send(callback: LoopbackCallback, data: bytes) -> bytes:
    """All that comes back until the port hangs up."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port_of(callback))
    writer.write(data)
    try:
        return await reader.read()
    finally:
        writer.close()


async def get(
    callback: LoopbackCallback, target: str, *, method: str = "GET", host: str = ""
) -> bytes:
    host = host or f"127.0.0.1:{port_of(callback)}"
    return await send(callback, f"{method} {target} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())


async def test_the_browser_is_told_goodbye_and_its_whole_query_arrives(
    callback: LoopbackCallback,
) -> None:
    told = await get(callback, f"/callback?code=a%2Bb&state={STATE}&scope=&iss=https%3A%2F%2Fx")
    assert told.startswith(b"HTTP/1.1 200 OK\r\n")
    assert told.endswith(f"\r\n\r\n{GOODBYE}".encode())
    for line in (b"text/plain; charset=utf-8", b"no-store", b"no-referrer", b"nosniff"):
        assert line in told
    assert await callback.arrival() == (
        ("code", "a+b"), ("state", STATE), ("scope", ""), ("iss", "https://x"),
    )  # fmt: skip


async def test_another_program_that_comes_first_is_told_nothing_and_ends_nothing(
    callback: LoopbackCallback,
) -> None:
    for target in ("/callback", "/callback?code=evil", "/callback?code=evil&state=guessed"):
        told = await get(callback, target)
        assert told.startswith(b"HTTP/1.1 400 ")
        assert told.endswith(b"\r\n\r\n")
    await get(callback, f"/callback?code=good&state={STATE}")
    assert dict(await callback.arrival())["code"] == "good"


async def test_the_first_answer_counts_and_a_late_one_is_told_nothing(
    callback: LoopbackCallback,
) -> None:
    await get(callback, f"/callback?code=first&state={STATE}")
    assert (await get(callback, f"/callback?code=second&state={STATE}")).startswith(b"HTTP/1.1 400")
    assert dict(await callback.arrival())["code"] == "first"


@pytest.mark.parametrize(
    "target",
    ["/", "/callback/", "/callbackx", "/favicon.ico", f"/x?state={STATE}", "http://x/callback",
     f"//x/callback?state={STATE}", f"/../callback?state={STATE}", "http://[/callback",
     f"/callback?state={STATE}" + "&a=1" * 60],
)  # fmt: skip
async def test_nothing_else_is_served(target: str, callback: LoopbackCallback) -> None:
    told = await get(callback, target)
    assert told.startswith(b"HTTP/1.1 404 ")
    assert told.endswith(b"\r\n\r\n")


async def test_no_other_method_and_no_other_name_of_this_computer(
    callback: LoopbackCallback,
) -> None:
    target = f"/callback?state={STATE}"
    for method in ("POST", "HEAD", "get", "CONNECT"):
        assert (await get(callback, target, method=method)).startswith(b"HTTP/1.1 404")
    for host in ("evil.example", f"localhost:{port_of(callback)}", "127.0.0.1"):
        assert (await get(callback, target, host=host)).startswith(b"HTTP/1.1 404")
    nameless = await send(callback, f"GET {target} HTTP/1.0\r\n\r\n".encode())
    assert nameless.startswith(b"HTTP/1.1 404")


async def test_a_long_head_is_cut_off(callback: LoopbackCallback) -> None:
    told = b""
    with suppress(ConnectionError):  # what was not read resets the connection
        told = await send(callback, b"GET /callback?state=" + b"x" * 40_000)
    assert told == b""


async def test_whoever_says_nothing_is_cut_off(
    callback: LoopbackCallback, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loopback, "_SECONDS", 0.01)
    assert await send(callback, b"GET /callback") == b""


async def test_no_more_than_some_at_a_time_and_the_browser_still_gets_through(
    callback: LoopbackCallback,
) -> None:
    crowd = [await asyncio.open_connection("127.0.0.1", port_of(callback)) for _ in range(40)]
    turned_away = [reader for reader, _ in crowd]
    await until(lambda: sum(reader.at_eof() for reader in turned_away) == 24)
    for _, writer in crowd:
        writer.close()

    async def gets_through() -> bool:
        return (await get(callback, f"/callback?state={STATE}")).startswith(b"HTTP/1.1 200")

    while not await gets_through():
        await asyncio.sleep(0)


async def test_a_closed_port_is_closed(callback: LoopbackCallback) -> None:
    port = port_of(callback)
    await callback.aclose()
    with pytest.raises(ConnectionRefusedError):
        await asyncio.open_connection("127.0.0.1", port)


async def test_every_sign_in_has_a_port_of_its_own_that_the_network_does_not_reach(
    callback: LoopbackCallback,
) -> None:
    other = await listen(expected, GOODBYE)
    assert other.address != callback.address
    assert other.address.startswith("http://127.0.0.1:")
    await other.aclose()


async def test_closing_waits_for_nobody_who_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Browsers open a second connection in advance, and say nothing on it."""
    monkeypatch.setattr(loopback, "_SECONDS", 3_600)
    opened = await listen(expected, GOODBYE)
    silent, writer = await asyncio.open_connection("127.0.0.1", port_of(opened))
    answered = await get(opened, f"/callback?code=good&state={STATE}")
    closing = asyncio.ensure_future(opened.aclose())
    await until(closing.done)
    assert answered.endswith(GOODBYE.encode())
    assert await silent.read() == b""
    writer.close()

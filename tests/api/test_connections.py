"""Connecting: names, ports, encryption, proxies; whatever fails here, nothing was sent."""

from __future__ import annotations

import asyncio
import gc
import os
import socket
import ssl
import threading
from pathlib import Path
from typing import Any

import httpx
import pytest
from pydantic import TypeAdapter

from medusa_console.api.heads import CarefulTransport
from medusa_console.api.transport import Call
from medusa_console.connect import proxy_of, tls_context
from medusa_console.domain.errors import (
    CertificateFault,
    NoAnswer,
    OutcomeUnknown,
    Unreachable,
    UntrustedCertificate,
)
from medusa_console.domain.store import Environment, Store
from tests.api.conftest import OpenWire
from tests.faults import server as faults
from tests.faults.authority import Authority
from tests.faults.server import Exchange, FaultServer, deaf_port
from tests.waiting import until

ANYTHING: TypeAdapter[dict[str, Any]] = TypeAdapter(dict[str, Any])
WRITE = Call("POST", "/admin/api-keys", json={"title": "x"})
READ = Call("GET", "/admin/api-keys")


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Authority:
    """An authority that this test trusts as if the operating system did."""
    authority = Authority(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.trust_file))
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path / "nowhere"))
    return authority


def store_at(origin: str) -> Store:
    return Store("s", "Northwind", origin, Environment.LIVE)


# Nobody there


@pytest.mark.parametrize("call", [READ, WRITE], ids=["read", "write"])
async def test_a_refused_connection_is_tried_once_more(
    call: Call, open_wire: OpenWire, pauses: list[float]
) -> None:
    with deaf_port() as port, pytest.raises(Unreachable) as caught:
        await open_wire(f"http://127.0.0.1:{port}").fetch(call, ANYTHING)
    assert (caught.value.why, caught.value.sent) == (NoAnswer.REFUSED, False)
    assert len(pauses) == 1


async def test_a_name_that_does_not_exist_is_said_so_and_not_tried_again(
    open_wire: OpenWire, pauses: list[float]
) -> None:
    with pytest.raises(Unreachable) as caught:
        await open_wire("https://nobody.invalid").fetch(WRITE, ANYTHING)
    assert (caught.value.why, caught.value.sent) == (NoAnswer.NO_SUCH_NAME, False)
    assert caught.value.host == "nobody.invalid"
    assert pauses == []


async def test_an_ipv6_address_works_like_any_other(open_wire: OpenWire) -> None:
    with FaultServer(host="::1") as server:
        server.on("GET", "/admin/api-keys", faults.json_answer({"well": True}))
        answer = await open_wire(server.origin).fetch(READ, ANYTHING)
        assert answer.value == {"well": True}
        assert server.last("GET", READ.path).headers["host"] == f"[::1]:{server.port}"


async def test_a_host_whose_first_address_is_deaf_is_reached_at_its_second(
    open_wire: OpenWire,
) -> None:
    with FaultServer(name="localhost") as server:  # ::1 refuses at this port
        server.on("GET", "/admin/api-keys", faults.json_answer({"well": True}))
        assert (await open_wire(server.origin).fetch(READ, ANYTHING)).value == {"well": True}


# Encryption


async def test_a_certificate_that_this_computer_trusts_is_accepted(
    authority: Authority, open_wire: OpenWire
) -> None:
    with FaultServer(authority.good()) as server:
        server.on("POST", "/admin/api-keys", faults.json_answer({"well": True}))
        assert (await open_wire(server.origin).fetch(WRITE, ANYTHING)).value == {"well": True}


def wrong_host(authority: Authority) -> ssl.SSLContext:
    return authority.good("store.example.com")


def wrong_address(authority: Authority) -> ssl.SSLContext:
    return authority.good("127.0.0.2")


@pytest.mark.parametrize(
    ("context", "fault"),
    [
        (wrong_host, CertificateFault.WRONG_HOST),
        (wrong_address, CertificateFault.WRONG_HOST),
        (Authority.expired, CertificateFault.EXPIRED),
        (Authority.not_yet_valid, CertificateFault.NOT_YET_VALID),
        (Authority.tls_1_1_only, CertificateFault.TOO_OLD),
    ],
    ids=["another name", "another address", "expired", "not yet valid", "TLS 1.1 only"],
)
async def test_each_fault_of_the_encryption_has_its_name_and_stops_everything(
    context: Any,
    fault: CertificateFault,
    authority: Authority,
    open_wire: OpenWire,
    pauses: list[float],
) -> None:
    with FaultServer(context(authority)) as server:
        with pytest.raises(UntrustedCertificate) as caught:
            await open_wire(server.origin).fetch(WRITE, ANYTHING)
        assert caught.value.fault is fault
        assert server.requests == []
    assert pauses == []


async def test_a_name_in_the_certificate_that_is_not_the_host_is_refused(
    authority: Authority, open_wire: OpenWire
) -> None:
    with FaultServer(authority.good("127.0.0.1"), name="localhost") as server:
        with pytest.raises(UntrustedCertificate) as caught:
            await open_wire(server.origin).fetch(WRITE, ANYTHING)
        assert caught.value.fault is CertificateFault.WRONG_HOST


async def test_an_unknown_issuer_is_refused(
    authority: Authority, tmp_path: Path, open_wire: OpenWire
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    with FaultServer(Authority(elsewhere).good()) as server:
        with pytest.raises(UntrustedCertificate) as caught:
            await open_wire(server.origin).fetch(WRITE, ANYTHING)
        assert caught.value.fault is CertificateFault.UNKNOWN_ISSUER
        assert server.requests == []


async def test_http_on_the_https_port_is_named(
    authority: Authority, server: FaultServer, open_wire: OpenWire
) -> None:
    server.on("POST", "/admin/api-keys", faults.json_answer({}))
    with pytest.raises(UntrustedCertificate) as caught:
        await open_wire(server.origin.replace("http://", "https://")).fetch(WRITE, ANYTHING)
    assert caught.value.fault is CertificateFault.PLAIN_HTTP


async def test_an_alert_after_the_request_left_is_not_taken_for_not_sent(
    authority: Authority, open_wire: OpenWire
) -> None:
    with FaultServer(authority.asking_for_a_client_certificate()) as server:
        with pytest.raises(OutcomeUnknown) as caught:
            await open_wire(server.origin).fetch(WRITE, ANYTHING)
        cause = caught.value.cause
        assert isinstance(cause, Unreachable)
        assert cause.sent
        assert server.connections == 1


async def test_a_stream_that_turns_to_nonsense_is_a_lost_answer_and_no_certificate_fault(
    authority: Authority, open_wire: OpenWire
) -> None:
    def babble(exchange: faults.Exchange) -> None:
        with socket.socket(fileno=os.dup(exchange.socket.fileno())) as beneath:
            beneath.sendall(b"this is not TLS any more")
        exchange.wait_for_client()

    with FaultServer(authority.good()) as server:
        server.on("POST", WRITE.path, babble)
        server.on("GET", READ.path, babble)
        wire = open_wire(server.origin)
        with pytest.raises(OutcomeUnknown) as caught:
            await wire.fetch(WRITE, ANYTHING)
        assert isinstance(caught.value.cause, Unreachable)
        with pytest.raises(Unreachable) as read:
            await wire.fetch(READ, ANYTHING)
        assert (read.value.why, read.value.sent) == (NoAnswer.DISCONNECTED, True)
        assert (server.count("POST"), server.count("GET")) == (1, 3)


def test_session_keys_are_never_logged_and_old_versions_never_spoken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSLKEYLOGFILE", str(tmp_path / "keys"))
    context = tls_context()
    assert context.keylog_filename is None
    assert context.minimum_version is ssl.TLSVersion.TLSv1_2
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname


# Proxies


def address_of(store: Store) -> str:
    proxy = proxy_of(store)
    assert proxy is not None
    return str(proxy.url)


@pytest.mark.parametrize(
    "origin", ["http://127.0.0.1:9000", "http://localhost:9000", "https://[::1]:9000"]
)
def test_what_is_meant_for_this_computer_never_goes_to_a_proxy(
    origin: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    assert proxy_of(store_at(origin)) is None


def test_a_remote_store_is_reached_as_the_settings_of_the_computer_say(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store = store_at("https://store.example")
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy", "NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    assert proxy_of(store) is None
    monkeypatch.setenv("ALL_PROXY", "proxy.example:3128")
    assert address_of(store) == "http://proxy.example:3128"
    monkeypatch.setenv("HTTPS_PROXY", "http://other.example:3128")
    assert address_of(store) == "http://other.example:3128"
    monkeypatch.setenv("NO_PROXY", "store.example")
    assert proxy_of(store) is None


@pytest.mark.parametrize(
    ("behaviour", "why"),
    [
        (faults.answer(502), NoAnswer.PROXY),
        (faults.answer(403, b"<html>no</html>"), NoAnswer.PROXY),
        (faults.answer(407), NoAnswer.PROXY_PASSWORD),
    ],
    ids=["bad gateway", "forbids", "wants a password"],
)
async def test_a_proxy_that_refuses_is_named_and_sees_no_token(
    behaviour: faults.Behaviour,
    why: NoAnswer,
    server: FaultServer,
    open_wire: OpenWire,
    pauses: list[float],
) -> None:
    server.on("CONNECT", "store.example:443", behaviour)
    with pytest.raises(Unreachable) as caught:
        await open_wire(
            "https://store.example", proxy=f"http://me:proxy-canary@127.0.0.1:{server.port}"
        ).fetch(WRITE, ANYTHING)
    assert (caught.value.why, caught.value.sent) == (why, False)
    assert "canary" not in str(caught.value) + caught.value.detail
    assert [(r.method, r.target) for r in server.requests] == [("CONNECT", "store.example:443")]
    assert "authorization" not in server.requests[0].headers
    assert pauses == []


async def test_a_proxy_that_is_not_there_is_named_and_not_gone_around(
    open_wire: OpenWire, server: FaultServer
) -> None:
    """The store itself could be reached, which is what makes the difference."""
    server.on("POST", WRITE.path, faults.json_answer({}))
    await open_wire(server.origin).fetch(WRITE, ANYTHING)
    connections = server.connections
    with deaf_port() as port, pytest.raises(Unreachable) as caught:
        await open_wire(server.origin, proxy=f"http://127.0.0.1:{port}").fetch(WRITE, ANYTHING)
    assert (caught.value.why, caught.value.sent) == (NoAnswer.PROXY, False)
    assert server.connections == connections


@pytest.mark.parametrize("turns", range(16))
async def test_a_request_given_up_leaves_no_connection_open(
    open_wire: OpenWire, server: FaultServer, turns: int
) -> None:
    """`no_leaks` looks for open sockets. A new request first closes connections that have died."""
    all_answered = threading.Event()

    def answer_and_hang_up_later(exchange: Exchange) -> None:
        faults.json_answer({})(exchange)
        all_answered.wait(10)
        exchange.keep_open = False

    server.on("GET", READ.path, answer_and_hang_up_later)
    wire = open_wire(server.origin)
    await asyncio.gather(*(wire.fetch(READ, ANYTHING) for _ in range(3)))
    all_answered.set()
    await until(lambda: server.open_connections == 0)
    given_up = asyncio.create_task(wire.fetch(READ, ANYTHING))
    for _ in range(turns):
        await asyncio.sleep(0)
    given_up.cancel()
    await asyncio.gather(given_up, return_exceptions=True)


async def test_a_connection_that_is_made_after_the_end_is_closed_and_carries_nothing(
    server: FaultServer,
) -> None:
    server.on("GET", "/admin/users/me", faults.json_answer({}))
    transport = CarefulTransport()
    client = httpx.AsyncClient(transport=transport, trust_env=False)
    asking = asyncio.create_task(client.get(f"{server.origin}/admin/users/me"))
    await asyncio.sleep(0)  # the connection is being made
    await transport.aclose()
    with pytest.raises(httpx.ConnectError):
        await asking
    assert server.requests == []
    gc.collect()  # an open connection fails the test

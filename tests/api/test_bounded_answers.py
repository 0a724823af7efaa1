"""What a server may make this computer read and build: bounded before it is believed."""

from __future__ import annotations

import asyncio
import json
import logging
import subprocess
import sys
import threading
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from pydantic import SecretStr

from medusa_console.api.api_keys import ApiKeys
from medusa_console.api.auth import Auth
from medusa_console.api.client import AdminClient
from medusa_console.api.customers import Customers
from medusa_console.api.rbac import Rbac
from medusa_console.api.storefront import Storefront
from medusa_console.api.transport import Transport
from medusa_console.api.users import Users
from medusa_console.domain.customer import CustomerDetails
from medusa_console.domain.errors import (
    ConsoleError,
    Invalid,
    NotMedusa,
    OutcomeUnknown,
    ServerFault,
    TooBig,
)
from medusa_console.domain.query import CustomerQuery, KeyQuery
from tests.api.bearers import Fixed
from tests.api.conftest import OpenWire
from tests.faults import server as faults
from tests.faults.medusa import (
    CUSTOMER_ID,
    KEY_ID,
    PASSWORD,
    SECRET,
    customer_record,
    key_record,
    listing,
)
from tests.faults.server import Exchange, FaultServer

KIB = 1 << 10
MIB = 1 << 20
KEYS = "/admin/api-keys"
CUSTOMERS = "/admin/customers"
PROVIDERS = "/auth/user/providers"
TOKEN = SecretStr("t")
WAIT = 60.0  # bounds what is stuck, on a machine however slow


def admin(wire: Transport) -> AdminClient:
    return AdminClient(wire, Fixed(TOKEN))


def keys(wire: Transport) -> ApiKeys:
    return ApiKeys(admin(wire))


def customers(wire: Transport) -> Customers:
    return Customers(admin(wire))


def promise(size: int) -> faults.Behaviour:
    """The head of an answer of `size` bytes, and none of its body."""

    def behave(exchange: Exchange) -> None:
        exchange.send(f"HTTP/1.1 200 OK\r\nContent-Length: {size}\r\n\r\n".encode())
        exchange.wait_for_client()

    return behave


def chunked(body: bytes) -> faults.Behaviour:
    """`body` in chunks of 16 KiB, as a server sends what it has not measured."""

    def behave(exchange: Exchange) -> None:
        exchange.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        for start in range(0, len(body), 16 * KIB):
            part = body[start : start + 16 * KIB]
            exchange.send(b"%x\r\n%b\r\n" % (len(part), part))
        exchange.send(b"0\r\n\r\n")
        exchange.keep_open = True

    return behave


@pytest.fixture(scope="module")
def growth() -> dict[str, float]:
    """How much another process grew by, reading hostile answers; name → MiB."""
    if not sys.platform.startswith("linux"):
        pytest.skip("the system does not tell the most memory of a process")
    told = subprocess.run(
        [sys.executable, "-m", "tests.api.growth"], capture_output=True, check=True, timeout=240
    )
    grown: dict[str, float] = json.loads(told.stdout)
    return grown


READS: dict[str, tuple[str, Callable[[Transport], Awaitable[Any]]]] = {
    "providers": (PROVIDERS, lambda wire: Auth(wire).providers()),
    "who am I": ("/admin/users/me", lambda wire: Users(admin(wire)).me()),
    "roles": ("/admin/users/me", lambda wire: Rbac(admin(wire)).roles()),
    "permissions": (
        "/admin/rbac/me/permissions",
        lambda wire: Rbac(admin(wire)).mine(),
    ),
    "one key": (f"{KEYS}/{KEY_ID}", lambda wire: keys(wire).get(KEY_ID)),
    "the newest key": (KEYS, lambda wire: keys(wire).newest()),
    "the customer's own": (
        "/store/customers/me",
        lambda wire: Storefront(wire).me(TOKEN, SecretStr("pk")),
    ),
}
LISTS: dict[str, tuple[str, Callable[[Transport], Awaitable[Any]]]] = {
    "keys": (KEYS, lambda wire: keys(wire).find(KeyQuery(), offset=0, limit=100)),
    "customers": (
        CUSTOMERS,
        lambda wire: customers(wire).find(CustomerQuery(), offset=0, limit=100),
    ),
    "ids": (KEYS, lambda wire: keys(wire).order(KeyQuery())),
    "groups": ("/admin/customer-groups", lambda wire: customers(wire).groups()),
    "users": ("/admin/users", lambda wire: Users(admin(wire)).by_ids(["user_1", "user_2"])),
}
WRITES: dict[str, tuple[str, Callable[[Transport], Awaitable[Any]]]] = {
    "rename": (f"{KEYS}/{KEY_ID}", lambda wire: keys(wire).rename(KEY_ID, "x")),
    "revoke": (f"{KEYS}/{KEY_ID}/revoke", lambda wire: keys(wire).revoke(KEY_ID)),
    "new guest": (
        CUSTOMERS,
        lambda wire: customers(wire).create_guest(CustomerDetails(email="a@b.example")),
    ),
}
every_read = pytest.mark.parametrize(("path", "read"), READS.values(), ids=list(READS))
every_list = pytest.mark.parametrize(("path", "read"), LISTS.values(), ids=list(LISTS))


# Bytes


@every_read
async def test_an_answer_that_says_that_it_is_too_long_is_not_read(
    path: str,
    read: Callable[[Transport], Awaitable[Any]],
    server: FaultServer,
    open_wire: OpenWire,
) -> None:
    server.on("GET", path, promise(MIB + 1))
    with pytest.raises(TooBig):
        await read(open_wire(server.origin, deadline=WAIT))


@every_list
async def test_a_list_that_says_that_it_is_too_long_is_not_read(
    path: str,
    read: Callable[[Transport], Awaitable[Any]],
    server: FaultServer,
    open_wire: OpenWire,
) -> None:
    server.on("GET", path, promise(8 * MIB + 1))
    with pytest.raises(TooBig) as caught:
        await read(open_wire(server.origin, deadline=WAIT))
    assert caught.value.limit == 8 * MIB


@pytest.mark.parametrize(("path", "write"), WRITES.values(), ids=list(WRITES))
async def test_an_answer_to_a_write_that_is_too_long_proves_nothing(
    path: str,
    write: Callable[[Transport], Awaitable[Any]],
    server: FaultServer,
    open_wire: OpenWire,
) -> None:
    server.on("POST", path, promise(MIB + 1))
    with pytest.raises(OutcomeUnknown) as caught:
        await write(open_wire(server.origin, deadline=WAIT))
    assert isinstance(caught.value.cause, TooBig)
    assert server.count("POST") == 1


async def test_what_does_not_say_how_long_it_is_is_counted(
    server: FaultServer, wire: Transport
) -> None:
    way = {"id": "emailpass", "display_name": "x" * 256 * KIB}
    server.on("GET", PROVIDERS, chunked(json.dumps({"providers": [way]}).encode()))
    with pytest.raises(TooBig) as caught:
        await Auth(wire).providers()
    assert caught.value.limit == 256 * KIB


async def test_a_list_of_megabytes_is_read(server: FaultServer, wire: Transport) -> None:
    rows = [key_record(id=f"apk_{n}", title="x" * 70_000) for n in range(100)]
    server.on("GET", KEYS, chunked(json.dumps(listing(*rows)).encode()))
    page = await keys(wire).find(KeyQuery(), offset=0, limit=100)
    assert [key.id for key in page.rows] == [f"apk_{n}" for n in range(100)]


async def test_all_ids_of_a_large_store_are_read(server: FaultServer, wire: Transport) -> None:
    ids = [f"apk_01M{n:023}" for n in range(100_000)]
    server.on(
        "GET",
        KEYS,
        chunked(json.dumps({"api_keys": [{"id": i} for i in ids], "count": 1}).encode()),
    )
    assert (await keys(wire).order(KeyQuery())).value == tuple(ids)


@pytest.mark.parametrize("status", [404, 500, 502])
async def test_of_the_page_of_an_error_only_the_beginning_is_read(
    status: int, server: FaultServer, open_wire: OpenWire
) -> None:
    """The status says what went wrong, however long the page is."""

    def behave(exchange: Exchange) -> None:
        exchange.send(f"HTTP/1.1 {status} Whatever\r\nContent-Length: {64 * MIB}\r\n\r\n".encode())
        exchange.send(b"<html>" + b"x" * 128 * KIB)
        exchange.wait_for_client()

    server.on("GET", PROVIDERS, behave)
    with pytest.raises(ServerFault if status >= 500 else NotMedusa) as caught:
        await Auth(open_wire(server.origin, deadline=WAIT)).providers()
    assert not isinstance(caught.value, TooBig)
    assert server.count("GET") == (3 if status == 502 else 1)


# Parts


@pytest.mark.parametrize("status", [200, 500])
async def test_a_body_in_chunks_of_one_byte_is_given_up(
    status: int, server: FaultServer, open_wire: OpenWire
) -> None:
    """Each costs as much as a chunk of kilobytes does."""
    some = b"1\r\n \r\n" * 10_000

    def behave(exchange: Exchange) -> None:
        exchange.send(b"HTTP/1.1 %d OK\r\nTransfer-Encoding: chunked\r\n\r\n" % status)
        while not exchange.closing.is_set():
            exchange.send(some)

    server.on("GET", PROVIDERS, behave)
    with pytest.raises(NotMedusa if status == 200 else ServerFault):
        await Auth(open_wire(server.origin, deadline=WAIT)).providers()


async def test_small_chunks_of_a_small_answer_are_read(
    server: FaultServer, wire: Transport
) -> None:
    way = json.dumps({"providers": [{"id": "emailpass"}]}).encode()
    chunks = b"".join(b"1\r\n%c\r\n" % byte for byte in way) + b"0\r\n\r\n"
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    server.on("GET", PROVIDERS, faults.raw(head + chunks))
    assert [found.id for found in await Auth(wire).providers()] == ["emailpass"]


# Values, rows, depth


def test_whatever_an_answer_holds_it_fills_no_memory(growth: dict[str, float]) -> None:
    """Hundreds of thousands of faults, or of rows, in answers that are short enough to be read."""
    assert len(growth) == 13, "each was refused"
    assert sum(growth.values()) < 100
    assert growth["numbers"] < 40, "of a short answer, a message about each fault was made"


async def test_a_list_has_no_more_rows_than_were_asked_for(
    server: FaultServer, wire: Transport, caplog: pytest.LogCaptureFixture
) -> None:
    """Of each row that is built, the log says that it held a key."""
    caplog.set_level(logging.WARNING, "medusa_console")
    rows = [key_record(id=f"apk_{n}", title=SECRET) for n in range(101)]
    server.on("GET", KEYS, faults.json_answer(listing(*rows)))
    with pytest.raises(NotMedusa):
        await keys(wire).find(KeyQuery(), offset=0, limit=100)
    assert caplog.records == []


async def test_what_a_later_medusa_tells_beside_its_rows_is_no_row(
    server: FaultServer, wire: Transport
) -> None:
    beside = {"meta": {"a": {}, "b": [], "c": [{}]}, "facets": {"type": [{"x": 1}, {"x": 2}]}}
    server.on("GET", KEYS, faults.json_answer(listing(key_record()) | beside))
    assert len((await keys(wire).find(KeyQuery(), offset=0, limit=1)).rows) == 1


@pytest.mark.parametrize("depth", [33, 150])
async def test_nothing_deeper_than_any_medusas_answer_is_built(
    depth: int, server: FaultServer, wire: Transport
) -> None:
    deep = b"[" * (depth - 1) + b"]" * (depth - 1)
    server.on("GET", PROVIDERS, faults.answer(200, b'{"providers":[],"more":%b}' % deep))
    with pytest.raises(NotMedusa):
        await Auth(wire).providers()


async def test_brackets_and_commas_within_a_text_count_for_nothing(
    server: FaultServer, wire: Transport
) -> None:
    title = '[{,"\\' * 16_000
    rows = [key_record(id=f"apk_{n}", title=title) for n in range(40)]
    server.on("GET", KEYS, faults.json_answer(listing(*rows)))
    page = await keys(wire).find(KeyQuery(), offset=0, limit=40)
    assert {key.title for key in page.rows} == {title}


async def test_a_long_answer_is_read_off_the_windows_thread(
    server: FaultServer, wire: Transport, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING, "medusa_console")
    rows = [key_record(id=f"apk_{n}", title="x" * 5_000) for n in range(50)]
    server.on("GET", KEYS, faults.json_answer(listing(*rows, key_record(title=SECRET))))
    await keys(wire).find(KeyQuery(), offset=0, limit=100)
    assert [record.thread != threading.get_ident() for record in caplog.records] == [True]


# Pages that are too long are asked for again in parts


def paged(most: int, count: int) -> faults.Behaviour:
    """A list of `count` rows that is too long to be read with more than `most` of them."""

    def behave(exchange: Exchange) -> None:
        asked = parse_qsl(urlsplit(exchange.request.target).query)
        question = dict(asked)
        offset, limit = int(question.get("offset", "0")), int(question["limit"])
        if limit > most and question["fields"] != "id":
            promise(9 * MIB)(exchange)
            return
        ids = [value for name, value in asked if name == "id"]
        ids = ids or [f"apk_{n}" for n in range(offset, min(count, offset + limit))]
        rows = [key_record(id=found) for found in ids]
        faults.json_answer(listing(*rows, count=count))(exchange)

    return behave


async def test_a_page_that_is_too_long_is_asked_for_in_parts_of_ten(
    server: FaultServer, open_wire: OpenWire
) -> None:
    """By their ids: Medusa may order equal values anew for every part."""
    server.on("GET", KEYS, paged(10, 195))
    wire = open_wire(server.origin, deadline=WAIT)
    page = await keys(wire).find(KeyQuery(), offset=100, limit=102)
    assert [key.id for key in page.rows] == [f"apk_{n}" for n in range(100, 195)]
    assert (page.count, page.offset) == (195, 100)
    asked = [dict(parse_qsl(urlsplit(r.target).query)) for r in server.requests]
    assert [(one["offset"], one["limit"], one["order"]) for one in asked[:2]] == [
        ("100", "102", "-created_at")
    ] * 2
    assert [one["limit"] for one in asked[2:]] == ["10"] * 9 + ["5"]


async def test_a_page_with_too_many_values_is_asked_for_in_parts_as_well(
    server: FaultServer, wire: Transport
) -> None:
    """As of a shop that has hundreds of sales channels, each with every key."""
    channels = [{"id": f"sc_{n}", "name": f"Channel {n}"} for n in range(600)]

    def behave(exchange: Exchange) -> None:
        asked = parse_qsl(urlsplit(exchange.request.target).query)
        ids = [value for name, value in asked if name == "id"] or [f"apk_{n}" for n in range(100)]
        shown = [] if dict(asked)["fields"] == "id" else channels
        rows = [key_record(id=found, sales_channels=shown) for found in ids]
        faults.json_answer(listing(*rows))(exchange)

    server.on("GET", KEYS, behave)
    page = await keys(wire).find(KeyQuery(), offset=0, limit=100)
    assert [len(key.sales_channels) for key in page.rows] == [600] * 100


async def test_a_part_that_is_still_too_long_is_told(
    server: FaultServer, open_wire: OpenWire
) -> None:
    server.on("GET", KEYS, paged(9, 50))
    with pytest.raises(TooBig):
        await keys(open_wire(server.origin, deadline=WAIT)).find(KeyQuery(), offset=0, limit=100)
    assert server.count("GET") == 3


async def test_keys_that_are_named_are_asked_for_in_parts_as_well(
    server: FaultServer, open_wire: OpenWire
) -> None:
    server.on("GET", KEYS, paged(10, 25))
    api = keys(open_wire(server.origin, deadline=WAIT))
    assert len((await api.by_ids([f"apk_{n}" for n in range(25)])).value) == 25
    assert len(await api.titles([f"apk_{n}" for n in range(25)])) == 25


# Texts


async def test_a_message_shows_no_part_of_a_key_wherever_it_is_cut(
    server: FaultServer, wire: Transport
) -> None:
    behaviours = [
        faults.refusal(400, "x" * before + " " + SECRET + "y" * 50_000, "invalid_data")
        for before in range(220, 310)
    ]
    server.on("GET", PROVIDERS, *behaviours)
    for _ in behaviours:
        with pytest.raises(Invalid) as caught:
            await Auth(wire).providers()
        assert SECRET[:7] not in caught.value.message


async def test_an_id_is_short(server: FaultServer, wire: Transport) -> None:
    long = "x" * 5_000
    server.on("GET", KEYS, faults.json_answer(listing(key_record(id=long))))
    server.on("GET", CUSTOMERS, faults.json_answer(
        {"customers": [customer_record(id=long)], "count": 1}
    ))  # fmt: skip
    server.on("GET", PROVIDERS, faults.json_answer({"providers": [{"id": long}]}))
    with pytest.raises(NotMedusa):
        await keys(wire).find(KeyQuery(), offset=0, limit=100)
    with pytest.raises(NotMedusa):
        await customers(wire).find(CustomerQuery(), offset=0, limit=100)
    with pytest.raises(NotMedusa):
        await Auth(wire).providers()


async def test_a_text_that_no_medusa_would_take_is_cut(
    server: FaultServer, wire: Transport
) -> None:
    long = "x" * 200_000
    server.on("GET", KEYS, faults.json_answer(listing(key_record(title=long))))
    server.on("GET", CUSTOMERS, faults.json_answer(
        {"customers": [customer_record(first_name=long, company_name=long)], "count": 1}
    ))  # fmt: skip
    server.on("GET", PROVIDERS, faults.json_answer(
        {"providers": [{"id": "x", "display_name": long}]}
    ))  # fmt: skip
    (key,) = (await keys(wire).find(KeyQuery(), offset=0, limit=1)).rows
    (customer,) = (await customers(wire).find(CustomerQuery(), offset=0, limit=1)).rows
    (way,) = await Auth(wire).providers()
    assert len(key.title) == len(customer.first_name or "") == 100_000
    assert len(customer.company_name or "") == 100_000
    assert len(way.display_name) == 200


async def test_a_title_as_long_as_medusa_takes_it_is_kept_whole(
    server: FaultServer, wire: Transport
) -> None:
    title = "word " * 19_800
    server.on("GET", KEYS, faults.json_answer(listing(key_record(title=title))))
    (key,) = (await keys(wire).find(KeyQuery(), offset=0, limit=1)).rows
    assert key.title == title


async def test_no_part_of_a_key_is_left_where_a_title_is_cut(
    server: FaultServer, wire: Transport
) -> None:
    rows = [
        key_record(id=f"apk_{n}", title="x" * before + SECRET + "y" * 1_000)
        for n, before in enumerate((99_900, 99_935, 99_950, 99_990, 99_999))
    ]
    server.on("GET", KEYS, faults.json_answer(listing(*rows)))
    page = await keys(wire).find(KeyQuery(), offset=0, limit=100)
    assert all(SECRET[:10] not in key.title for key in page.rows)


async def test_a_sign_in_is_not_held_up_by_a_long_refusal(
    server: FaultServer, wire: Transport
) -> None:
    server.on("POST", "/auth/user/emailpass", faults.refusal(401, "eyJ" * 20_000, "unauthorized"))
    with pytest.raises(ConsoleError) as caught:
        await Auth(wire).sign_in("maya@example.com", SecretStr(PASSWORD))
    assert len(str(caught.value)) <= 300


async def test_answers_at_the_same_time_are_bounded_each_by_itself(
    server: FaultServer, wire: Transport
) -> None:
    rows = [key_record(id=f"apk_{n}", title="x" * 50_000) for n in range(20)]
    server.on("GET", KEYS, faults.json_answer(listing(*rows)))
    pages = await asyncio.gather(
        *(keys(wire).find(KeyQuery(), offset=0, limit=20) for _ in range(4))
    )
    assert [len(page.rows) for page in pages] == [20] * 4


async def test_one_customer_with_long_texts_is_read(server: FaultServer, wire: Transport) -> None:
    long = "x" * 99_000
    whole = customer_record(first_name=long, last_name=long, company_name=long, phone=long)
    server.on("GET", f"{CUSTOMERS}/{CUSTOMER_ID}", faults.json_answer({"customer": whole}))
    assert (await customers(wire).get(CUSTOMER_ID)).value.phone == long

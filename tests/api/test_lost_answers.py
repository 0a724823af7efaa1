"""Every way to lose an answer: what a read, a write and a sign-in make of it."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from pydantic import SecretStr, TypeAdapter

from medusa_console.api.auth import Auth
from medusa_console.api.bounds import Bounds
from medusa_console.api.transport import DEADLINE, Call
from medusa_console.domain.errors import (
    ConsoleError,
    OutcomeUnknown,
    TooBig,
    Unreachable,
)
from tests.api.conftest import OpenWire
from tests.faults import server as faults
from tests.faults.catalogue import LOST, ONE_OF_EACH_KIND, Fault
from tests.faults.medusa import PASSWORD
from tests.faults.server import FaultServer
from tests.waiting import until

ANYTHING: TypeAdapter[dict[str, Any]] = TypeAdapter(dict[str, Any])
every_loss = pytest.mark.parametrize("fault", LOST.values(), ids=list(LOST))


async def came_in(server: FaultServer, method: str, times: int, fault: Fault) -> None:
    """So many requests have come in and no more. On a machine that stands still for a while, a
    deadline is over before the request leaves."""
    if "deadline" not in fault.limits:
        await until(lambda: server.count(method) >= times)
        assert server.count(method) == times
    assert server.count(method) <= times


@every_loss
async def test_a_write_whose_answer_is_lost_leaves_once_and_its_outcome_is_unknown(
    fault: Fault, server: FaultServer, open_wire: OpenWire
) -> None:
    server.on("POST", "/admin/api-keys", fault.behaviour)
    wire = open_wire(server.origin, **fault.limits)
    with pytest.raises(OutcomeUnknown) as caught:
        await wire.fetch(Call("POST", "/admin/api-keys", json={"title": "x"}), ANYTHING)
    assert type(caught.value.cause) is fault.means
    await came_in(server, "POST", 1, fault)


@every_loss
async def test_a_read_is_repeated_only_where_the_fault_may_pass(
    fault: Fault, server: FaultServer, open_wire: OpenWire, pauses: list[float]
) -> None:
    server.on("GET", "/admin/api-keys", fault.behaviour)
    wire = open_wire(server.origin, **fault.limits)
    with pytest.raises(fault.means) as caught:
        await wire.fetch(Call("GET", "/admin/api-keys"), ANYTHING)
    if isinstance(caught.value, Unreachable):
        assert (caught.value.why, caught.value.sent) == (fault.why, True)
    times = 3 if fault.passing else 1
    await came_in(server, "GET", times, fault)
    assert len(pauses) == times - 1


@pytest.mark.parametrize("fault", ONE_OF_EACH_KIND.values(), ids=list(ONE_OF_EACH_KIND))
async def test_a_lost_sign_in_is_sent_once_and_is_no_unknown_outcome(
    fault: Fault, server: FaultServer, open_wire: OpenWire
) -> None:
    server.on("POST", "/auth/user/emailpass", fault.behaviour)
    auth = Auth(open_wire(server.origin, **fault.limits))
    with pytest.raises(fault.means) as caught:
        await auth.sign_in("maya@example.com", SecretStr(PASSWORD))
    assert PASSWORD not in repr(caught.value) + str(caught.value)
    await came_in(server, "POST", 1, fault)


@pytest.mark.parametrize("name", [name for name, fault in LOST.items() if fault.passing])
async def test_a_passing_fault_stays_unseen(
    name: str, server: FaultServer, open_wire: OpenWire
) -> None:
    server.on("GET", "/health", LOST[name].behaviour, faults.json_answer({"well": True}))
    answer = await open_wire(server.origin).fetch(Call("GET", "/health"), ANYTHING)
    assert answer.value == {"well": True}


async def test_the_connection_closes_as_the_second_write_arrives_on_it(
    server: FaultServer, open_wire: OpenWire
) -> None:
    wire = open_wire(server.origin)
    server.on("POST", "/admin/api-keys", faults.json_answer({}), faults.close)
    call = Call("POST", "/admin/api-keys", json={})
    await wire.fetch(call, ANYTHING)
    with pytest.raises(OutcomeUnknown):
        await wire.fetch(call, ANYTHING)
    assert [request.connection for request in server.requests] == [1, 1]


async def test_a_connection_closed_while_idle_is_replaced_unseen(
    server: FaultServer, open_wire: OpenWire
) -> None:
    wire = open_wire(server.origin)

    def answer_and_close(exchange: faults.Exchange) -> None:
        faults.json_answer({"well": True})(exchange)
        exchange.keep_open = False

    server.on("POST", "/admin/api-keys", answer_and_close)
    call = Call("POST", "/admin/api-keys", json={})
    for _ in range(3):
        assert (await wire.fetch(call, ANYTHING)).value == {"well": True}
        await until(lambda: not server.open_connections)
    assert [request.connection for request in server.requests] == [1, 2, 3]


async def test_a_hundred_continues_before_the_answer_do_no_harm(
    server: FaultServer, open_wire: OpenWire
) -> None:
    def behave(exchange: faults.Exchange) -> None:
        exchange.send(b"HTTP/1.1 100 Continue\r\n\r\n" * 1000)
        faults.json_answer({"well": True})(exchange)

    server.on("POST", "/x", behave)
    answer = await open_wire(server.origin).fetch(Call("POST", "/x", json={}), ANYTHING)
    assert answer.value == {"well": True}


async def test_an_answer_just_within_the_cap_is_read_and_one_byte_more_is_not(
    server: FaultServer, open_wire: OpenWire
) -> None:
    server.on("GET", "/x", faults.answer(200, b"{}" + b" " * 98), faults.answer(200, b" " * 101))
    wire = open_wire(server.origin)
    call = Call("GET", "/x", bounds=Bounds(100))
    await wire.fetch(call, ANYTHING)
    with pytest.raises(TooBig) as caught:
        await wire.fetch(call, ANYTHING)
    assert caught.value.limit == 100


async def test_of_a_flood_no_more_is_taken_than_the_cap_allows(
    server: FaultServer, open_wire: OpenWire
) -> None:
    sent: list[int] = []

    def flood(exchange: faults.Exchange) -> None:
        exchange.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        for _ in range(200):
            exchange.send(b"100000\r\n" + b" " * (1 << 20) + b"\r\n")
            sent.append(1 << 20)

    server.on("GET", "/x", flood)
    with pytest.raises(TooBig):
        await open_wire(server.origin).fetch(Call("GET", "/x"), ANYTHING)
    assert sum(sent) < 64 << 20  # the cap, and what the sockets hold


async def test_the_deadline_counts_for_the_whole_answer_and_for_nothing_longer(
    server: FaultServer, open_wire: OpenWire
) -> None:
    server.on("GET", "/x", faults.drip)
    with pytest.raises(Unreachable) as caught:
        await open_wire(server.origin, deadline=0.1).fetch(Call("GET", "/x"), ANYTHING)
    assert caught.value.seconds == 0.1
    assert DEADLINE == 30


async def test_answers_are_asked_for_uncompressed(server: FaultServer, open_wire: OpenWire) -> None:
    server.on("GET", "/x", faults.json_answer({}))
    await open_wire(server.origin).fetch(Call("GET", "/x"), ANYTHING)
    assert server.last("GET", "/x").headers["accept-encoding"] == "identity"


async def test_after_a_fault_the_same_wire_works_on(
    server: FaultServer, open_wire: OpenWire
) -> None:
    server.on("GET", "/bad", faults.flood(200 << 20))
    server.on("GET", "/slow", faults.never)
    server.on("GET", "/good", faults.json_answer({}))
    wire = open_wire(server.origin, deadline=0.2)
    for bad in ("/bad", "/slow") * 9:
        with pytest.raises(ConsoleError):
            await wire.fetch(Call("GET", bad), ANYTHING)
    good = None
    while good is None:  # the deadline may be short for this one too
        with suppress(Unreachable):
            good = await wire.fetch(Call("GET", "/good"), ANYTHING)

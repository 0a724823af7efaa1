"""The server restarts while work is under way: reads come back, and no write is sent twice."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable

import pytest

from medusa_console.domain.api_key import ApiKey, KeyType
from medusa_console.domain.errors import OutcomeUnknown, Unreachable
from medusa_console.domain.user import User
from medusa_console.services.store_services import StoreServices
from tests.faults import server as faults
from tests.faults.medusa import KEY_ID, USER_ID, born, one
from tests.faults.server import FaultServer
from tests.services.conftest import REFRESH, SIGN_IN, Opened
from tests.services.sessions import ME, me
from tests.waiting import until

KEYS = "/admin/api-keys"
ONE = f"{KEYS}/{KEY_ID}"
MOST_AT_ONCE = 8  # connections of one store

Write = Callable[[StoreServices], Awaitable[object]]


class Restarting:
    """A server process: what it has accepted dies with it, and the next one answers."""

    def __init__(self) -> None:
        self.over = threading.Event()

    def __call__(self, next_one: faults.Behaviour) -> faults.Behaviour:
        def behave(exchange: faults.Exchange) -> None:
            if self.over.is_set():
                next_one(exchange)
            else:
                faults.after(self.over, faults.reset)(exchange)

        return behave


async def create(services: StoreServices) -> object:
    return await services.keys.create("ERP nightly sync", KeyType.SECRET, None)


async def rename(services: StoreServices) -> ApiKey:
    return await services.keys.rename(KEY_ID, "ERP")


@pytest.mark.parametrize(("write", "path"), [(create, KEYS), (rename, ONE)])
async def test_of_thirty_requests_the_reads_come_back_and_the_write_is_not_repeated(
    write: Write, path: str, signed_in: Opened, server: FaultServer
) -> None:
    restarting = Restarting()
    server.on("GET", ME, restarting(me()))
    server.on("POST", KEYS, restarting(faults.json_answer(born())))
    server.on("POST", ONE, restarting(faults.json_answer(one())))
    services = signed_in.services
    state = services.session.state
    writing = asyncio.ensure_future(write(services))
    await until(lambda: server.count("POST", path))
    reading: list[asyncio.Task[User]] = [
        asyncio.create_task(services.users.me()) for _ in range(29)
    ]
    await until(lambda: server.count("GET", ME) == MOST_AT_ONCE - 1)
    restarting.over.set()
    people = await asyncio.gather(*reading)
    assert {person.id for person in people} == {USER_ID}
    with pytest.raises(OutcomeUnknown):
        await writing
    assert server.count("POST", path) == 1
    assert services.session.state is state
    assert (server.count("POST", REFRESH), server.count("POST", SIGN_IN)) == (0, 1)


async def test_a_server_that_stays_away_ends_no_session_and_is_found_again(
    signed_in: Opened, server: FaultServer
) -> None:
    server.on("GET", ME, faults.reset)
    services = signed_in.services
    state = services.session.state
    outcomes = await asyncio.gather(
        *(services.users.me() for _ in range(5)), return_exceptions=True
    )
    assert {type(outcome) for outcome in outcomes} == {Unreachable}
    assert services.session.state is state
    server.on("GET", ME, me())
    assert (await services.users.me()).id == USER_ID
    assert server.count("POST", REFRESH) == 0

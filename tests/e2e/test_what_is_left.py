"""Whatever all other tests have left in a store, the program reads every list of it to its end."""

from __future__ import annotations

import ssl
from collections.abc import Awaitable, Callable
from typing import TypeVar

import httpx

from medusa_console.domain.query import ColleagueQuery, CustomerQuery, KeyQuery, Page
from medusa_console.services.store_services import StoreServices
from tests.contract.backends import Backend, unique
from tests.contract.conftest import real
from tests.contract.desks import opened
from tests.contract.making import make_key
from tests.real_medusa import MedusaServer

R = TypeVar("R")
_AT_ONCE = 500


async def every(find: Callable[[int, int], Awaitable[Page[R]]]) -> list[R]:
    """The rows of all pages."""
    rows: list[R] = []
    while True:
        page = await find(len(rows), _AT_ONCE)
        rows += page.rows
        if len(rows) >= page.count:
            return rows


async def test_every_list_of_a_store_is_read_with_what_others_have_left_there(
    medusa: MedusaServer,
) -> None:
    transport = httpx.AsyncHTTPTransport(verify=ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))
    async with transport:
        backend = Backend(real("Store", medusa), transport)
        token = await backend.admin_token()
        root = await make_key(backend.bearing(token), unique())
        async with opened(backend, token) as services:
            keys = await every(lambda at, most: services.keys.find(KeyQuery(), at, most))
            await services.survey.read(awaited=True)
            assert {key.id for key in keys} == set(services.survey.keys)
            await services.creators.learn(key.created_by for key in keys)
            await services.ending.read()
            trace = await services.traces.trace(root["id"], None, lambda _: None)
            assert trace.failed == ()
            await every(lambda at, most: services.customers.find(CustomerQuery(), at, most))
            await services.customers.groups()
            await services.channels.for_new_key()
            await read_people(services, medusa.rbac)


async def read_people(services: StoreServices, rbac: bool) -> None:
    """Everybody, every invite, and the roles of each."""
    people = await every(lambda at, most: services.colleagues.find(ColleagueQuery(), at, most))
    assert services.session.user_id in {one.id for one in people}
    await services.permissions.refresh()
    await services.colleague_roles.learn(people)
    await services.colleague_roles.assignable()
    if rbac:
        assert [one.id for one in people if services.colleague_roles.of(one) is None] == []

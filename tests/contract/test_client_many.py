"""The program's own client revokes, schedules, extends and deletes many keys, whatever others do
to them meanwhile."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

import httpx
import pytest

from medusa_console.clock import Clock
from medusa_console.domain.api_key import ApiKey, KeyType, StateKind
from medusa_console.domain.key_bulk import BulkAction, Outcome
from medusa_console.domain.query import KeyQuery
from medusa_console.services.bulk import RunState
from medusa_console.services.key_run import KeyRun
from medusa_console.services.store_services import StoreServices
from medusa_console.tasks import TaskScope
from tests.waiting import until

from .backends import on_rbac, unique
from .making import make_key, revoke

HOUR = timedelta(hours=1)


@pytest.fixture
async def tasks() -> AsyncIterator[TaskScope]:
    reported: list[BaseException] = []
    scope = TaskScope(lambda error, doing=None, again=None: reported.append(error), Clock())
    yield scope
    await scope.aclose()
    assert reported == []


async def ended(run: KeyRun) -> list[str]:
    """Start `run` now; what became of its keys, in their order."""
    run.start_now()
    await until(lambda: run.state is RunState.ENDED and len(run.receipts) == len(run.bulk.items))
    return [run.receipts[item.id].outcome for item in run.bulk.items]


@on_rbac
async def test_many_keys_are_scheduled_extended_revoked_and_deleted(
    services: StoreServices, admin: httpx.AsyncClient, tasks: TaskScope
) -> None:
    bulk, title = services.bulk, unique()
    made = [await make_key(admin, title) for _ in range(4)]
    made += [await make_key(admin, title, "publishable") for _ in range(2)]
    first, second, *_, public, other = made
    ids = await bulk.ids(KeyQuery(text=title))
    assert set(ids) == {key["id"] for key in made}
    keys = {key.id: key for key in await bulk.read(ids)}
    in_order = [keys[key["id"]] for key in made]

    async def read() -> list[ApiKey]:
        return list(await bulk.read([key["id"] for key in made]))

    # Somebody else revokes a publishable key meanwhile: an end would bring it back to life.
    await revoke(admin, other)
    end = services.clock.now() + HOUR
    run = bulk.begin(services, BulkAction.SCHEDULE, in_order, tasks, end)
    assert await ended(run) == [Outcome.DONE] * 5 + [Outcome.BY_OTHERS]
    now = await read()
    assert [services.keys.state(key).kind for key in now] == [StateKind.WORKS_UNTIL] * 5 + [
        StateKind.REVOKED
    ]

    run = bulk.begin(services, BulkAction.EXTEND, now[:5], tasks, end - HOUR / 2)
    assert await ended(run) == [Outcome.LATER] * 5
    run = bulk.begin(services, BulkAction.EXTEND, now[:5], tasks, end + HOUR)
    assert await ended(run) == [Outcome.DONE] * 5
    assert {key.revoked_at for key in (await read())[:5]}.isdisjoint({k.revoked_at for k in now})

    # Others revoke one key, and revoke and delete another, before this run comes to them.
    await revoke(admin, first)
    await revoke(admin, second)
    assert (await admin.delete(f"/admin/api-keys/{second['id']}")).status_code == 200
    before = (await services.keys.get(public["id"])).value
    run = bulk.begin(services, BulkAction.REVOKE, in_order, tasks)
    outcomes = await ended(run)
    assert outcomes[1:] == [Outcome.GONE, *[Outcome.DONE] * 4]
    assert outcomes[0] in (Outcome.DONE, Outcome.BY_OTHERS), "the same account may be the other"
    after = (await services.keys.get(public["id"])).value
    assert before.revoked_at != after.revoked_at
    receipt = run.receipts[public["id"]]
    assert receipt.revoked_by == services.session.user_id
    assert all(key["token"] not in line for key in made for line in run.lines)

    # One record works again by now, so it stays; one is gone already.
    await revoke(admin, public, 3600)
    run = bulk.begin(services, BulkAction.DELETE, in_order, tasks)
    outcomes = await ended(run)
    assert outcomes[1:] == [Outcome.GONE, *[Outcome.DONE] * 2, Outcome.REFUSED, Outcome.DONE]
    assert [key.id for key in await read()] == [public["id"]]
    assert sum('"before deleting"' in line for line in run.lines) == outcomes.count(Outcome.DONE)


@on_rbac
async def test_the_last_working_keys_of_a_type_are_recognised(
    services: StoreServices, admin: httpx.AsyncClient
) -> None:
    await make_key(admin, unique(), "publishable")
    everything = await services.bulk.read(await services.bulk.ids(KeyQuery()))
    working = [key for key in everything if services.keys.state(key).works]
    public = [key for key in working if key.type is KeyType.PUBLISHABLE]
    assert KeyType.PUBLISHABLE in await services.bulk.left_without(everything)
    assert await services.bulk.left_without(public) == (KeyType.PUBLISHABLE,)
    assert await services.bulk.left_without(public[1:]) == ()

"""All of the demo store's work happens on one thread, which ends with it."""

import asyncio
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from medusa_console.demo import DemoStore
from medusa_console.demo.database import Database
from medusa_console.domain.store import DEMO_EMAIL
from tests.demo.conftest import Visitor


@pytest.fixture(autouse=True)
def others() -> None:
    """Demo stores of other tests may live as long as the whole run."""
    OTHERS.clear()
    OTHERS.update(threading.enumerate())


OTHERS: set[threading.Thread] = set()


def workers() -> list[threading.Thread]:
    """The threads of the demo stores that this test opened."""
    started = set(threading.enumerate()) - OTHERS
    return [thread for thread in started if thread.name.startswith("demo-store")]


async def test_fifty_calls_at_once_share_one_thread(maya: Visitor) -> None:
    body = {"title": "One of fifty", "type": "secret"}
    answers = await asyncio.gather(*(maya.post("/admin/api-keys", json=body) for _ in range(50)))
    assert [answer.status_code for answer in answers] == [200] * 50
    assert len(workers()) == 1
    made = [key for key in await maya.records("/admin/api-keys") if key["title"] == "One of fifty"]
    assert len({key["id"] for key in made}) == 50


async def test_the_database_refuses_every_thread_but_its_own() -> None:
    """So a handler that ran anywhere but on the one worker thread could answer nothing."""
    database = Database(None)
    with ThreadPoolExecutor() as other, pytest.raises(sqlite3.ProgrammingError, match="thread"):
        other.submit(database.all, "select 1").result()
    database.close()


async def test_closing_twice_is_closing_once(store: DemoStore) -> None:
    await store.start()
    assert len(workers()) == 1
    await store.aclose()
    await store.aclose()
    assert workers() == []


async def test_a_store_that_was_never_used_closes_too() -> None:
    await DemoStore(None).aclose()
    assert workers() == []


async def test_calls_still_waiting_when_the_store_closes_are_answered(store: DemoStore) -> None:
    async with Visitor(store) as visitor:
        login = {"email": DEMO_EMAIL, "password": "wrong"}
        calls = [
            asyncio.ensure_future(visitor.post("/auth/user/emailpass", json=login))
            for _ in range(20)
        ]
        await asyncio.sleep(0)
        await store.aclose()
        answers = await asyncio.gather(*calls)
        late = await visitor.get("/health")
    assert {answer.status_code for answer in answers} <= {401, 503}
    assert late.status_code == 503

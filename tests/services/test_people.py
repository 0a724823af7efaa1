"""Removing people and invites where answers get lost or somebody else is faster."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from medusa_console.demo.stamps import timestamp
from medusa_console.domain.errors import Invalid, NotFound, NotSendable, OutcomeUnknown
from tests.services.shop import Shop
from tests.ui.wiretap import answer, broken, held, lost
from tests.waiting import until

INVITE, NORA = "invite_1", "noroles@demo.example"


@pytest.fixture
def nora(shop: Shop) -> str:
    """The id of an admin."""
    return str(shop.run("select id from users where email = ?", NORA)[0]["id"])


@pytest.fixture
def invited(shop: Shop) -> str:
    """The id of an open invite."""
    now = timestamp(shop.services.clock.now())
    shop.run(
        "insert into invites (id, email, accepted, seed, expires_at, roles, created_at, "
        "updated_at) values (?, 'x@y.example', 0, 'eyJ', ?, '[]', ?, ?)",
        *(INVITE, now, now, now),
    )
    return INVITE


def removal(shop: Shop, record_id: str) -> Callable[[], Awaitable[object]]:
    people = shop.services.people
    if record_id.startswith("invite_"):
        return lambda: people.delete_invite(record_id)
    return lambda: people.remove_person(record_id)


def sent(shop: Shop) -> int:
    return shop.tap.count("DELETE", ".*")


@pytest.fixture(params=["invited", "nora"])
def record(request: pytest.FixtureRequest) -> str:
    """One of both."""
    return str(request.getfixturevalue(request.param))


async def test_a_lost_answer_is_looked_up_and_nothing_is_sent_twice(
    shop: Shop, record: str
) -> None:
    shop.tap.on("DELETE", f".*/{record}", lost)
    assert await removal(shop, record)()
    assert sent(shop) == 1


async def test_what_is_still_there_after_a_lost_answer_is_neither_done_nor_refused(
    shop: Shop, record: str
) -> None:
    shop.tap.on("DELETE", f".*/{record}", broken)
    with pytest.raises(OutcomeUnknown):
        await removal(shop, record)()
    assert sent(shop) == 1


async def test_a_store_that_says_deleted_and_shows_it_still_is_not_believed(
    shop: Shop, record: str
) -> None:
    said = answer(200, {"id": record, "object": "x", "deleted": True})
    shop.tap.on("DELETE", f".*/{record}", said)
    with pytest.raises(OutcomeUnknown) as unproven:
        await removal(shop, record)()
    assert isinstance(unproven.value.cause, Invalid)


async def test_a_deletion_that_cannot_be_looked_at_again_is_not_told_as_done(
    shop: Shop, record: str
) -> None:
    go = asyncio.Event()
    shop.tap.on("DELETE", f".*/{record}", held(go))
    work = asyncio.ensure_future(removal(shop, record)())
    await until(lambda: sent(shop) == 1)
    shop.tap.on("GET", f".*/{record}", broken)
    go.set()
    with pytest.raises(OutcomeUnknown):
        await work


async def test_what_somebody_else_removed_before_is_told_and_nothing_is_sent(
    shop: Shop, record: str
) -> None:
    await removal(shop, record)()
    with pytest.raises(NotFound):
        await removal(shop, record)()
    assert sent(shop) == 1


async def test_two_clicks_make_one_deletion(shop: Shop, record: str) -> None:
    first, second = await asyncio.gather(removal(shop, record)(), removal(shop, record)())
    assert first == second
    assert sent(shop) == 1


async def test_what_is_no_id_is_not_sent(shop: Shop) -> None:
    for odd in ("user_1/reset-password", "../users", "invite_ 1"):
        with pytest.raises(NotSendable):
            await removal(shop, odd)()
    assert not shop.tap.requests


async def test_without_a_session_its_life_is_not_known(shop: Shop, nora: str) -> None:
    people = shop.services.people
    assert people.session_life is not None
    shop.services.session.lock()
    assert people.session_life is None

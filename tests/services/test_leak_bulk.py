"""Many leaked keys at once: only those that are surely meant, each with its proof."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from medusa_console.clock import Clock
from medusa_console.domain import tokens
from medusa_console.domain.errors import OutcomeUnknown
from medusa_console.domain.leak_answers import Finding, ProofState
from medusa_console.domain.store import Environment, Store
from medusa_console.services.bulk import Bulk, Hold, ItemState, RunState
from medusa_console.services.leak_bulk import Choice, choices, emptied, proof_of, revoke_all
from medusa_console.services.session import Expired
from medusa_console.tasks import TaskScope
from tests.faults import server as faults
from tests.faults.medusa import ago
from tests.services.conftest import MAYA, PASSWORD_SECRET, REFRESH
from tests.services.leaky import BROKEN, UNAUTHORIZED, Bench, KeyStore, bench, names, token
from tests.waiting import until


async def ended(run: Bulk[Choice]) -> None:
    await until(lambda: run.state is RunState.ENDED)


def states(run: Bulk[Choice]) -> list[ItemState]:
    return [run.result(item).state for item in run.items]


def answered(desk: Bench) -> bool:
    """Whether all stores have said what they know of each key, without being told to ask."""
    busy = (Finding.LISTING, Finding.ASKING, Finding.LISTED)
    return all(
        answer.finding not in busy or answer.why_not is not None
        for case in desk.desk.cases
        for answer in case.answers
    )


async def begun(desk: Bench, *keys: str) -> tuple[Choice, ...]:
    """The choice after a text with these keys."""
    desk.begin(*keys)
    await until(lambda: answered(desk))
    return choices(desk.desk)


class ReadOnlyStore(KeyStore):
    @property
    def store(self) -> Store:
        return replace(super().store, read_only=True)


@pytest.fixture
async def tasks() -> AsyncIterator[TaskScope]:
    reported: list[BaseException] = []
    scope = TaskScope(lambda error, doing=None, again=None: reported.append(error), Clock())
    yield scope
    await scope.aclose()
    assert reported == []


async def test_only_keys_that_a_store_has_accepted_and_named_can_be_chosen(
    tasks: TaskScope,
) -> None:
    live, staging = KeyStore("Live"), KeyStore("Staging", Environment.STAGING)
    one, two, other, dead, twin, front, half = (
        *(token() for _ in range(5)),
        token("pk"),
        token(),
    )
    ids = [live.add(one), live.add(two), staging.add(other)]
    live.add(dead, revoked_at=ago(days=1))
    for key in (twin, front, half):
        live.add(key)
    text = (one, other, two, dead, token(like=twin), front, half[:20], tokens.redact(half))
    async with bench(live, staging) as desk:
        chosen = await begun(desk, *text)
        assert [choice.record.id for choice in chosen] == [ids[0], ids[2], ids[1]]

        run = revoke_all(desk.desk, chosen, tasks)
        run.start()
        await ended(run)
        assert states(run) == [ItemState.DONE] * 3
        proofs = [proof_of(desk.desk, choice) for choice in chosen]
        assert [proof.state for proof in proofs if proof] == [ProofState.DEAD] * 3
        assert choices(desk.desk) == ()
        assert desk.journal.lines == {}
        assert {key for key, row in live.records.items() if row["revoked_at"] is None} == {
            key_id for key_id, key in live.tokens.items() if key in (twin, front, half)
        }


async def test_in_a_store_that_is_read_only_here_nothing_can_be_chosen() -> None:
    store, key = ReadOnlyStore("Live"), token()
    store.add(key)
    async with bench(store) as desk:
        assert await begun(desk, key) == ()
        assert desk.answer(store).finding is Finding.THIS_KEY


async def test_a_live_store_that_is_left_without_a_working_secret_key_is_told() -> None:
    live, staging = KeyStore("Live"), KeyStore("Staging", Environment.STAGING)
    one, two, other = token(), token(), token()
    live.add(one)
    live.add(two)
    live.add(token("pk"))
    live.add(token(), revoked_at=ago(days=1))
    staging.add(other)
    async with bench(live, staging) as desk:
        chosen = await begun(desk, one, two, other)
        assert [store.name for store in emptied(desk.desk, chosen)] == ["Live"]
        assert emptied(desk.desk, chosen[1:]) == ()
        live.add(token())
        assert emptied(desk.desk, await begun(desk, one, two, other)) == ()


async def test_a_session_that_ends_half_way_leaves_the_rest_to_be_revoked_after_a_sign_in(
    tasks: TaskScope,
) -> None:
    store, other = KeyStore("Live"), KeyStore("Staging", Environment.STAGING)
    keys = [token() for _ in range(8)]
    ids = [store.add(key) for key in keys]
    beside = token()
    other.add(beside)
    async with bench(store, other) as desk:
        chosen = await begun(desk, *keys, beside)
        for kind in ("revoke", "us", "get", "list"):
            store.script(kind, *([None] * 4 if kind == "revoke" else []), UNAUTHORIZED)
        store.server.on("POST", REFRESH, UNAUTHORIZED)
        run = revoke_all(desk.desk, chosen, tasks)
        run.start()
        await until(lambda: run.state is RunState.WAITING)
        services = desk.services(store)
        assert isinstance(services.session.state, Expired)
        assert list(run.holds) == [(services, Hold.SIGN_IN)]
        untouched = run.in_state(ItemState.UNTOUCHED)
        assert 4 <= len(untouched) <= 8
        assert run.result(run.items[-1]).state is ItemState.DONE

        store.scripts.clear()
        await services.session.sign_in(MAYA, PASSWORD_SECRET, keep=False)
        await until(lambda: not run.in_state(ItemState.UNTOUCHED, ItemState.UNDER_WAY))
        if run.in_state(ItemState.UNKNOWN):
            run.retry_failed()
        await ended(run)
        assert set(states(run)) == {ItemState.DONE}
        assert all(store.records[key_id]["revoked_at"] for key_id in ids)


async def test_a_key_that_still_works_has_failed_and_is_revoked_again(
    tasks: TaskScope,
) -> None:
    store, key = KeyStore("Live"), token()
    key_id = store.add(key)
    async with bench(store) as desk:
        chosen = await begun(desk, key)
        store.script("key", names(key_id), None)
        run = revoke_all(desk.desk, chosen, tasks)
        run.start()
        await ended(run)
        assert states(run) == [ItemState.FAILED]
        proof = proof_of(desk.desk, chosen[0])
        assert proof is not None
        assert proof.state is ProofState.STILL_WORKS
        run.retry_failed()
        await ended(run)
        assert states(run) == [ItemState.DONE]
        assert desk.case().dead


async def test_a_revoke_whose_answer_was_lost_is_looked_at_before_it_is_told(
    tasks: TaskScope,
) -> None:
    store, keys = KeyStore("Live"), [token() for _ in range(2)]
    for key in keys:
        store.add(key)
    async with bench(store) as desk:
        chosen = await begun(desk, *keys)
        store.script("revoke", BROKEN)
        run = revoke_all(desk.desk, chosen, tasks)
        run.start()
        await ended(run)
        assert states(run) == [ItemState.FAILED] * 2  # the records show that they still work
        assert all(isinstance(run.result(item).error, OutcomeUnknown) for item in run.items)
        store.scripts.clear()
        run.retry_failed()
        await ended(run)
        assert states(run) == [ItemState.DONE] * 2


async def test_a_revoke_without_any_answer_is_unknown_and_never_called_untouched(
    tasks: TaskScope,
) -> None:
    store, keys = KeyStore("Live"), [token() for _ in range(9)]
    for key in keys:
        store.add(key)
    async with bench(store) as desk:
        chosen = await begun(desk, *keys)
        for kind in ("revoke", "get", "us", "key"):
            store.script(kind, faults.reset)
        run = revoke_all(desk.desk, chosen, tasks)
        run.start()
        await until(lambda: run.state is RunState.WAITING)
        sent = store.asked.count("revoke")
        assert states(run) == [ItemState.UNKNOWN] * sent + [ItemState.UNTOUCHED] * (9 - sent)
        assert 1 <= sent <= 4
        assert [hold for _, hold in run.holds] == [Hold.NO_ANSWER]

        store.scripts.clear()
        run.go_on()
        await ended(run)
        assert states(run) == [ItemState.FAILED] * sent + [ItemState.DONE] * (9 - sent)
        run.retry_failed()
        await ended(run)
        assert states(run) == [ItemState.DONE] * 9


async def test_a_revoke_that_was_lost_with_the_session_is_looked_at_after_the_sign_in(
    tasks: TaskScope,
) -> None:
    store, keys = KeyStore("Live"), [token() for _ in range(2)]
    ids = [store.add(key) for key in keys]
    async with bench(store) as desk:
        chosen = await begun(desk, *keys)

        def done_and_lost(exchange: faults.Exchange) -> None:
            store.revoke(exchange.request.path.split("/")[3])
            faults.reset(exchange)

        store.script("revoke", done_and_lost)
        for kind in ("get", "us"):
            store.script(kind, UNAUTHORIZED)
        store.server.on("POST", REFRESH, UNAUTHORIZED)
        run = revoke_all(desk.desk, chosen, tasks)
        run.start()
        await until(lambda: not run.in_state(ItemState.UNTOUCHED, ItemState.UNDER_WAY))
        assert states(run) == [ItemState.UNKNOWN] * 2
        assert all(store.records[key_id]["revoked_at"] for key_id in ids)

        store.scripts.clear()
        await desk.services(store).session.sign_in(MAYA, PASSWORD_SECRET, keep=False)
        await until(lambda: states(run) == [ItemState.DONE] * 2)
        assert store.asked.count("revoke") == 2  # nothing was sent again


async def test_another_text_stops_nothing_that_is_sent_and_revokes_nothing_else(
    tasks: TaskScope,
) -> None:
    store, keys = KeyStore("Live"), [token() for _ in range(3)]
    for key in keys:
        store.add(key)
    async with bench(store) as desk:
        chosen = await begun(desk, *keys)
        run = revoke_all(desk.desk, chosen, tasks)
        desk.begin(token())
        run.start()
        await ended(run)
        assert states(run) == [ItemState.FAILED] * 3
        assert "revoke" not in store.asked

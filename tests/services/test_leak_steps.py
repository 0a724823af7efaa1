"""What a proof rests on is remembered step by step, with status and `Date` of each answer."""

from __future__ import annotations

from datetime import datetime, timedelta

from medusa_console.domain.leak_answers import Finding, ProofState
from medusa_console.domain.leak_steps import MOST_STEPS, Did, Head, Step, with_steps
from tests.faults import server as faults
from tests.faults.medusa import USER_ID
from tests.services.leaky import BROKEN, UNAUTHORIZED, KeyStore, bench, token
from tests.waiting import until

D = Did
AN_HOUR = timedelta(hours=1)


def told(steps: tuple[Step, ...]) -> list[Did]:
    return [step.did for step in steps]


async def test_each_refusal_and_the_control_between_are_kept_with_status_and_date() -> None:
    store, key = KeyStore("Northwind"), token()
    store.ahead = timedelta(days=1)
    store.add(key)
    async with bench(store) as desk:
        began = store.now().replace(microsecond=0)
        await desk.this_key(store, key)
        (accepted,) = desk.answer(store).steps
        assert (accepted.did, accepted.by) == (D.ACCEPTED, USER_ID)
        proof = await desk.revoke(store)
        assert proof is not None
        assert proof.state is ProofState.DEAD
        steps = desk.answer(store).steps
        assert sorted(told(steps), key=lambda did: did.name) == sorted(
            [D.ACCEPTED, D.REVOKED, D.READ_REVOKED, D.REFUSED, D.CONTROL, D.REFUSED],
            key=lambda did: did.name,
        )
        asked = [step for step in steps if step.did in (D.REFUSED, D.CONTROL)]
        assert told(tuple(asked)) == [D.REFUSED, D.CONTROL, D.REFUSED]
        heads = [step.head for step in (accepted, *asked)]
        assert [head.status for head in heads if head] == [404, 401, 200, 401]
        for head in heads:
            assert head is not None
            assert head.date is not None
            assert began <= head.date <= store.now(), "the store's own, a day ahead"


async def test_an_answer_that_says_nothing_is_kept_as_such() -> None:
    store, key = KeyStore("Northwind"), token()
    store.add(key)
    async with bench(store) as desk:
        await desk.this_key(store, key)
        store.script("revoke", faults.close)
        store.script("get", BROKEN)
        store.script("key", UNAUTHORIZED)
        store.script("us", BROKEN)
        await desk.revoke(store)
        lost = told(desk.answer(store).steps)
        assert sorted(did.name for did in lost) == sorted(
            ["ACCEPTED", "REVOKE_LOST", "NOT_READ", "REFUSED", "NO_CONTROL"]
        )


async def test_a_key_that_is_found_revoked_was_refused_twice_with_our_session_between() -> None:
    store, key = KeyStore("Northwind"), token()
    store.revoke(store.add(key))
    async with bench(store) as desk:
        desk.begin(key)
        await until(lambda: desk.answer(store).finding is Finding.REVOKED_ALIKE)
        assert told(desk.answer(store).steps) == [D.REFUSED, D.CONTROL, D.REFUSED]


def test_of_too_many_steps_the_first_and_the_last_are_kept() -> None:
    at = datetime.fromisoformat("2026-11-30T03:00:00Z")
    every = tuple(Step(D.REFUSED, at, Head(number)) for number in range(1_000))
    kept = with_steps((), every)
    assert len(kept) == MOST_STEPS
    assert (kept[0], kept[19], kept[-1]) == (every[0], every[19], every[-1])
    assert kept == with_steps(with_steps((), every[:900]), every[900:])

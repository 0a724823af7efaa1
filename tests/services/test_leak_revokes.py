"""A leaked key is revoked, and proven dead by the key itself, or said not to be."""

from __future__ import annotations

import asyncio
import gc
import threading
import weakref
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from pydantic import SecretStr

from medusa_console.domain import tokens
from medusa_console.domain.api_key import KeyType
from medusa_console.domain.errors import (
    ConsoleError,
    Forbidden,
    NotFound,
    OutcomeUnknown,
    ReadOnly,
    Redirected,
    SignInNeeded,
    TooManyRequests,
)
from medusa_console.domain.leak_answers import Doubt, Finding, Proof, ProofState
from medusa_console.domain.pending_revoke import LeftState
from medusa_console.services.desk_stores import DeskStore
from medusa_console.services.leak_revokes import LAST_PROOF
from medusa_console.services.leaks import WAIT_FOR_LISTS, LeakDesk
from medusa_console.services.session import Expired
from medusa_console.tasks import TaskScope
from tests.faults import server as faults
from tests.faults.medusa import USER_ID
from tests.faults.server import Behaviour, Exchange
from tests.services.conftest import MAYA, PASSWORD_SECRET, Opened
from tests.services.leaky import (
    BROKEN,
    FORBIDDEN,
    UNAUTHORIZED,
    KeyStore,
    bench,
    names,
    presented,
    reading,
    token,
    watched,
)
from tests.services.ports import MemoryRevokes
from tests.ui.standins import Clock, turns
from tests.waiting import until

S, D = ProofState, Doubt


@pytest.fixture
async def tasks() -> AsyncIterator[TaskScope]:
    """The program's, whose failures nobody expects."""
    failures: list[BaseException] = []
    scope = TaskScope(lambda error, doing=None, again=None: failures.append(error), Clock().value)
    yield scope
    await scope.aclose()
    assert failures == []


GATEWAY = faults.answer(401, b"<h1>401</h1>", content_type="text/html")
GONE = faults.refusal(404, "API Key was not found", "not_found")


async def test_a_key_is_dead_once_the_record_shows_it_and_the_key_itself_is_refused_twice() -> None:
    store, key = KeyStore("Northwind"), token()
    # This computer's clock is a day behind: only the store's counts.
    store.ahead = timedelta(days=1)
    store.add(key)
    async with bench(store) as desk:
        written: list[int] = []

        def revoke(exchange: Exchange) -> None:
            written.append(len(desk.journal.lines))
            store._revoke(exchange)

        store.script("revoke", revoke)
        await desk.this_key(store, key)
        assert desk.case().certain == desk.answer(store)
        store.asked.clear()

        proof = await desk.revoke(store)
        assert proof is not None
        assert (proof.state, proof.doubt, proof.tries) == (S.DEAD, None, 1)
        assert store.asked[0] == "revoke"
        assert [kind for kind in store.asked if kind != "get"] == ["revoke", "key", "us", "key"]
        assert store.asked.count("get") == 1  # meanwhile
        assert proof.at is not None
        assert abs(proof.at - store.now()) < timedelta(hours=1)
        assert proof.record.revoked_at is not None
        assert desk.case().dead
        assert desk.case().certain is None
        assert written == [1]  # before the request
        assert desk.journal.lines == {}

        # Pressed again, nothing is sent: the key is dead.
        assert await desk.revoke(store, proof.record.id) is None
        assert store.asked.count("revoke") == 1


async def test_a_key_is_refused_twice_while_its_record_is_read_and_dead_only_with_both() -> None:
    store, key = KeyStore("Northwind"), token()
    store.add(key)
    go_on = threading.Event()

    def slow(exchange: Exchange) -> None:
        go_on.wait(60)
        store._get(exchange)

    async with bench(store) as desk:
        await desk.this_key(store, key)
        store.presented.clear()
        store.script("get", slow)
        proving = asyncio.ensure_future(desk.revoke(store))
        try:
            await until(lambda: len(store.presented) == 2)
            await turns(20)
            assert not proving.done()
            assert not desk.case().dead
        finally:
            go_on.set()
        proof = await proving
        assert proof is not None
        assert proof.state is S.DEAD


@dataclass(frozen=True)
class Case:
    """What the store answers after the key was found; what is said first, and in the end."""

    scripts: dict[str, list[Behaviour | None]]
    first: tuple[ProofState, Doubt | None]
    last: ProofState
    error: type[ConsoleError] | None = None
    lines: int = 1


def no_user(user_id: str) -> Behaviour:
    return faults.refusal(404, f"User with id: {user_id} was not found", "not_found")


def done_and_lost(store: KeyStore) -> Behaviour:
    """The store revokes the key, and the answer is lost."""

    def behave(exchange: Exchange) -> None:
        store.revoke(exchange.request.path.split("/")[3])
        faults.reset(exchange)

    return behave


def faster(store: KeyStore) -> Behaviour:
    """Somebody has just revoked the key."""

    def behave(exchange: Exchange) -> None:
        store.revoke(exchange.request.path.split("/")[3])
        store._revoke(exchange)

    return behave


def deleted(store: KeyStore, answer: Behaviour) -> Behaviour:
    """Somebody has just deleted the record."""

    def behave(exchange: Exchange) -> None:
        store.records.pop(exchange.request.path.split("/")[3], None)
        answer(exchange)

    return behave


def cases(store: KeyStore, key_id: str) -> dict[str, Case]:
    lives = names(key_id)
    working = faults.json_answer({"api_key": dict(store.records[key_id])})
    return {
        "still accepted, for good": Case({"key": [lives]}, (S.STILL_WORKS, None), S.STILL_WORKS),
        "accepted once more": Case({"key": [lives, None]}, (S.STILL_WORKS, None), S.DEAD, lines=0),
        "refused, then accepted": Case(
            {"key": [UNAUTHORIZED, lives, UNAUTHORIZED, lives]},
            (S.STILL_WORKS, None),
            S.STILL_WORKS,
        ),
        "the database is away": Case(
            {"key": [UNAUTHORIZED], "us": [BROKEN]}, (S.NOT_PROVEN, D.OUR_SESSION), S.NOT_PROVEN
        ),
        "our own account was deleted, and its session works on": Case(
            {"us": [no_user(USER_ID)]}, (S.DEAD, None), S.DEAD, lines=0
        ),
        "another account was deleted": Case(
            {"us": [no_user("user_01M00000000000000000OTHER")]},
            (S.NOT_PROVEN, D.OUR_SESSION),
            S.NOT_PROVEN,
            NotFound,
        ),
        "a gateway of another form": Case(
            {"key": [GATEWAY]}, (S.NOT_PROVEN, D.NO_ANSWER), S.NOT_PROVEN
        ),
        "no answer to the key": Case({"key": [BROKEN]}, (S.NOT_PROVEN, D.NO_ANSWER), S.NOT_PROVEN),
        "no answer to the second time": Case(
            {"key": [None, *(faults.reset,) * 3, None]},
            (S.NOT_PROVEN, D.NO_ANSWER),
            S.DEAD,
            lines=0,
        ),
        "the re-read is lost": Case(
            {"get": [BROKEN, None]}, (S.NOT_PROVEN, D.NOT_SHOWN), S.DEAD, lines=0
        ),
        "the re-read shows a working key": Case(
            {"get": [working]}, (S.NOT_REVOKED, D.NOT_SHOWN), S.NOT_REVOKED
        ),
        "500, and nothing done": Case(
            {"revoke": [BROKEN]}, (S.NOT_REVOKED, D.NOT_SHOWN), S.NOT_REVOKED, OutcomeUnknown
        ),
        "done, and the answer lost": Case(
            {"revoke": [done_and_lost(store)]}, (S.DEAD, None), S.DEAD, lines=0
        ),
        "done, and every answer lost for a while": Case(
            {"revoke": [done_and_lost(store)], "get": [BROKEN, BROKEN, BROKEN, None]},
            (S.NOT_REVOKED, D.NOT_SHOWN),
            S.DEAD,
            OutcomeUnknown,
            lines=0,
        ),
        "200 without a date": Case(
            {"revoke": [working]}, (S.NOT_REVOKED, D.NOT_SHOWN), S.NOT_REVOKED, OutcomeUnknown
        ),
        "revoked already": Case(
            {"revoke": [faster(store)]},
            (S.DEAD, None),
            S.DEAD,
            lines=0,
        ),
        "deleted meanwhile": Case(
            {"revoke": [deleted(store, faults.json_answer({}))]}, (S.DEAD, None), S.DEAD, lines=0
        ),
        "404, and no re-read": Case(
            {"revoke": [GONE], "get": [BROKEN]},
            (S.NOT_REVOKED, D.NOT_SHOWN),
            S.NOT_REVOKED,
            OutcomeUnknown,
        ),
        "404 of a key that is there": Case(
            {"revoke": [GONE]}, (S.NOT_REVOKED, D.NOT_SHOWN), S.NOT_REVOKED
        ),
        "403": Case({"revoke": [FORBIDDEN]}, (S.NOT_REVOKED, None), S.NOT_REVOKED, Forbidden, 0),
        "429": Case(
            {"revoke": [faults.refusal(429, "Slow down", "not_allowed")]},
            (S.NOT_REVOKED, None),
            S.NOT_REVOKED,
            TooManyRequests,
            0,
        ),
        "sent on to another address": Case(
            {"revoke": [faults.answer(307, headers={"Location": "https://x.example/"})]},
            (S.NOT_REVOKED, None),
            S.NOT_REVOKED,
            Redirected,
            0,
        ),
        "502 of a proxy": Case(
            {"revoke": [faults.answer(502)]},
            (S.NOT_REVOKED, D.NOT_SHOWN),
            S.NOT_REVOKED,
            OutcomeUnknown,
        ),
        "the session is over": Case(
            {kind: [UNAUTHORIZED] for kind in ("revoke", "us", "refresh")},
            (S.NOT_REVOKED, None),
            S.NOT_REVOKED,
            SignInNeeded,
            0,
        ),
    }


async def test_nothing_but_proof_is_called_dead_and_no_proof_keeps_the_key() -> None:
    number = 0
    proofs: list[Proof] = []
    secrets: list[weakref.ref[SecretStr]] = []
    while True:
        store, key = KeyStore("Northwind"), token()
        table = cases(store, store.add(key))
        if number == len(table):
            store.server.close()
            break
        name, case = list(table.items())[number]
        number += 1
        async with bench(store) as desk:
            await desk.this_key(store, key)
            for kind, script in case.scripts.items():
                store.script(kind, *script)
            proof = await desk.revoke(store)
            assert proof is not None
            assert (name, proof.state, proof.doubt) == (name, *case.first)
            if proof.state is not S.DEAD:
                assert not desk.case().dead, name
                assert desk.answer(store).works, name
            if case.error is not None:
                assert isinstance(proof.error, case.error), name
            assert store.asked.count("revoke") == 1, name
            last = await desk.proven(store)
            assert (name, last.state) == (name, case.last)
            assert desk.case().dead == (case.last is S.DEAD), name
            assert last.tries == 10 or last.state is S.DEAD or last.doubt is None, name
            await until(lambda: not desk.desk.proving)
            assert (name, len(desk.journal.lines)) == (name, case.lines)
            assert store.asked.count("revoke") == 1, name
            proofs += (proof, last)
            secrets += watched(desk)
    gc.collect()
    assert len(proofs) == 2 * len(secrets) == 2 * number
    assert [secret() for secret in secrets] == [None] * number


async def test_a_copy_of_the_store_keeps_the_whole_from_being_dead() -> None:
    key = token()
    live, staging = KeyStore("Live"), KeyStore("Staging")
    live.add(key)
    staging.tokens = dict(live.tokens)
    for key_id in live.records:
        staging.add(key)
        staging.records = {key_id: dict(live.records[key_id])}
    async with bench(live, staging) as desk:
        desk.begin(key)
        await until(lambda: desk.answer(staging).why_not is not None)
        desk.desk.present(desk.case().key.id, "live")
        await desk.settled(live)
        proof = await desk.revoke(live)
        assert proof is not None
        assert proof.state is S.DEAD
        assert not desk.case().dead  # staging lists it, and was not asked

        desk.desk.present(desk.case().key.id, "staging")
        assert (await desk.settled(staging)).finding is Finding.THIS_KEY
        assert desk.answer(staging).works
        assert not desk.case().dead
        (key_id,) = staging.records
        staging.server.on("POST", f"/admin/api-keys/{key_id}/revoke", staging._revoke)
        staging.server.on("GET", f"/admin/api-keys/{key_id}", staging._get)
        proof = await desk.revoke(staging)
        assert proof is not None
        assert proof.state is S.DEAD
        assert desk.case().dead


async def test_a_second_address_of_the_same_store_calls_the_revoked_key_no_other_one() -> None:
    key = token()
    first, second = KeyStore("First"), KeyStore("Second")
    key_id = first.add(key)
    second.add(key)
    second.records, second.tokens = first.records, first.tokens  # one database
    second.server.on("GET", f"/admin/api-keys/{key_id}", second._get)
    async with bench(first, second) as desk:
        desk.begin(key)
        await until(lambda: desk.answer(second).why_not is not None)
        desk.desk.present(desk.case().key.id, "first")
        await desk.settled(first)
        await desk.revoke(first)
        desk.desk.present(desk.case().key.id, "second")
        answer = await desk.settled(second)
        assert answer.finding is Finding.REVOKED_ALIKE
        assert answer.records[0].revoked_at is not None
        assert desk.case().dead


async def test_what_only_looks_like_a_key_is_revoked_by_its_record_alone() -> None:
    store, first, second = KeyStore("Northwind"), token(), ""
    second = token(like=first)
    ids = [store.add(first, "One"), store.add(second, "Two")]
    async with bench(store) as desk:
        desk.begin(tokens.redact(first))
        assert (await desk.settled(store)).finding is Finding.CANDIDATES
        assert {one.id for one in desk.answer(store).revocable} == set(ids)
        assert desk.case().certain is None
        proof = await desk.revoke(store, ids[1])
        assert proof is not None
        assert proof.state is S.BY_RECORD
        assert proof.record.title == "Two"
        assert store.accepts(first)
        assert store.presented == []
        assert not desk.case().dead
        assert desk.journal.lines == {}


async def test_of_two_candidates_the_wrong_one_leaves_the_key_alive_and_the_other_kills_it() -> (
    None
):
    store, key = KeyStore("Northwind"), token()
    wrong, right = store.add(token(like=key), "Wrong"), store.add(key, "Right")
    store.script("key", FORBIDDEN)  # accepts, and does not say whose it is
    async with bench(store) as desk:
        desk.begin(key)
        assert (await desk.settled(store)).finding is Finding.ACCEPTED
        store.script("key", lambda e: (FORBIDDEN if store.accepts(key) else UNAUTHORIZED)(e))
        proof = await desk.revoke(store, wrong)
        assert proof is not None
        assert proof.state is S.STILL_WORKS
        assert desk.line().key_id == wrong
        proof = await desk.revoke(store, right)
        assert proof is not None
        assert proof.state is S.DEAD
        assert desk.journal.lines == {}
        await desk.clock.advance(30)
        assert desk.answer(store).proof == proof


async def test_a_publishable_key_is_proven_at_the_storefront_and_nowhere_else() -> None:
    store, key, other = KeyStore("Northwind"), token("pk"), token("pk")
    store.add(key)
    store.add(other)
    async with bench(store) as desk:
        desk.begin(key, other)
        assert (await desk.settled(store)).finding is Finding.PUBLISHABLE
        assert store.presented == []
        proof = await desk.revoke(store)
        assert proof is not None
        assert proof.state is S.DEAD
        assert desk.case().dead
        last = store.asked[-6:]
        others = [kind for kind in last if kind != "get"]
        assert others == ["front", "revoke", "front", "us", "front"]
        assert last.index("get") > last.index("revoke")  # meanwhile
        assert "key" not in store.asked

        # What was not shown to work before proves nothing by a refusal.
        store.script("front", BROKEN)
        proof = await desk.revoke(store, number=1)
        assert proof is not None
        assert proof.state is S.BY_RECORD
        assert not desk.case(1).dead


async def test_ten_presses_are_one_revoke() -> None:
    store, key = KeyStore("Northwind"), token()
    store.add(key)
    ready = threading.Event()
    store.script("revoke", faults.after(ready, store._revoke))
    async with bench(store) as desk:
        await desk.this_key(store, key)

        presses = [asyncio.ensure_future(desk.revoke(store)) for _ in range(10)]
        await until(lambda: "revoke" in store.asked)
        ready.set()
        proofs = await asyncio.gather(*presses)
        assert {proof.state for proof in proofs if proof} == {S.DEAD}
        assert store.asked.count("revoke") == 1
        assert len(desk.journal.history) == 1


async def test_no_key_outlives_a_lock_by_more_than_its_proof() -> None:
    store, key = KeyStore("Northwind"), token()
    store.add(key)
    async with bench(store) as desk:
        await desk.this_key(store, key)
        secret = desk.case().key.secret
        assert secret is not None
        kept = weakref.ref(secret)
        del secret
        store.script("us", faults.never)
        store.asked.clear()

        pressed = asyncio.ensure_future(desk.revoke(store))
        await until(lambda: {"get", "us"} <= set(store.asked))
        session = desk.services(store).session
        session.lock()
        desk.desk.forget_keys()
        assert desk.case().key.secret is None
        await turns()
        await desk.clock.advance(LAST_PROOF - 1)
        assert kept() is not None  # the proof may still end
        await desk.clock.advance(1)
        proof = await pressed
        assert proof is not None
        assert (proof.state, proof.doubt) == (S.NOT_PROVEN, D.KEY_GONE)
        gc.collect()
        assert kept() is None
        assert desk.line().redacted == tokens.redact(key)  # told at the next start
        assert not desk.case().dead
        assert not desk.desk.proving


async def test_a_revoke_that_is_answered_long_after_a_lock_ends_without_its_key() -> None:
    store, key = KeyStore("Northwind"), token()
    store.add(key)
    ready = threading.Event()
    store.script("revoke", faults.after(ready, store._revoke))
    async with bench(store) as desk:
        await desk.this_key(store, key)
        pressed = asyncio.ensure_future(desk.revoke(store))
        await until(lambda: store.asked[-1] == "revoke")
        desk.services(store).session.lock()
        desk.desk.forget_keys()
        await turns()
        await desk.clock.advance(LAST_PROOF)
        ready.set()
        await until(pressed.done)
        proof = pressed.result()
        assert proof is not None
        assert (proof.state, proof.doubt) == (S.NOT_PROVEN, D.KEY_GONE)
        assert not desk.desk.proving
        assert desk.line().redacted == tokens.redact(key)  # told at the next start


async def test_a_revoke_that_waits_behind_a_lock_holds_no_key() -> None:
    store, key = KeyStore("Northwind"), token()
    store.add(key)
    async with bench(store) as desk:
        await desk.this_key(store, key)
        kept = weakref.ref(desk.case().key.secret)
        desk.services(store).session.lock()
        # The window bars this; a press may have been on its way.
        pressed = asyncio.ensure_future(desk.revoke(store))
        desk.desk.forget_keys()
        await turns()
        await desk.clock.advance(LAST_PROOF)
        gc.collect()
        assert kept() is None
        assert await pressed is None
        assert "revoke" not in store.asked


async def test_keys_are_forgotten_ten_minutes_after_the_last_input() -> None:
    store, key = KeyStore("Northwind"), token()
    store.add(key)
    async with bench(store) as desk:
        await desk.this_key(store, key)
        told: list[None] = []
        desk.desk.forgotten.subscribe(told.append)
        await desk.clock.advance(590)
        desk.desk.touch()
        await desk.clock.advance(590)
        assert desk.case().key.secret is not None
        await desk.clock.advance(10)
        assert told == [None]
        assert desk.case().key.secret is None
        assert desk.desk.reading is not None
        assert desk.desk.reading.keys[0].secret is None
        # What was found stays, and the record can still be revoked; the key proves nothing now.
        assert desk.answer(store).finding is Finding.THIS_KEY
        proof = await desk.revoke(store)
        assert proof is not None
        assert proof.state is S.BY_RECORD
        assert not desk.case().dead


async def test_a_proof_goes_on_behind_another_text_and_is_taken_up_with_its_key() -> None:
    store, key, other = KeyStore("Northwind"), token(), token()
    key_id = store.add(key)
    store.add(other)
    async with bench(store) as desk:
        await desk.this_key(store, key)
        store.script("key", lambda e: (names(key_id) if presented(e) == key else store._key)(e))
        proof = await desk.revoke(store)
        assert proof is not None
        assert proof.running
        assert desk.desk.proving
        await desk.this_key(store, other)  # what is said of the first key disturbs nobody
        assert desk.answer(store).proof is None
        desk.begin(key)
        assert desk.answer(store).proof is not None
        assert desk.answer(store).accepted_at is not None
        store.script("key", None)
        assert (await desk.proven(store)).state is S.DEAD
        assert desk.case().dead
        assert desk.answer(store).finding is Finding.THIS_KEY
        assert desk.journal.lines == {}


async def test_after_clear_a_proof_ends_in_fifteen_seconds_and_nothing_comes_back() -> None:
    store, key = KeyStore("Northwind"), token()
    key_id = store.add(key)
    async with bench(store) as desk:
        await desk.this_key(store, key)
        kept = weakref.ref(desk.case().key.secret)
        store.script("key", names(key_id))
        await desk.revoke(store)
        changed: list[str] = []
        desk.desk.changed.subscribe(changed.append)
        desk.desk.clear()
        assert desk.desk.cases == ()
        for _ in range(9):
            await turns(3)
            await desk.clock.advance(2)
        await until(lambda: not desk.desk.proving)
        gc.collect()
        assert kept() is None
        assert changed == []
        assert desk.line().key_id == key_id


async def test_a_store_that_is_closed_meanwhile_leaves_the_proof_open() -> None:
    store, key = KeyStore("Northwind"), token()
    key_id = store.add(key)
    async with bench(store) as desk:
        await desk.this_key(store, key)
        store.script("key", names(key_id))
        await desk.revoke(store)
        (entry,) = desk.entries
        desk.entries[0] = replace(entry, services=None)
        proof = await desk.proven(store)
        assert (proof.state, proof.doubt) == (S.NOT_PROVEN, D.OUR_SESSION)
        assert isinstance(proof.error, SignInNeeded)
        desk.entries.clear()
        assert await desk.revoke(store, key_id) is None


async def test_a_revoke_that_cannot_be_written_down_is_sent_all_the_same_and_says_so() -> None:
    store, key = KeyStore("Northwind"), token()
    store.add(key)
    async with bench(store) as desk:
        await desk.this_key(store, key)
        desk.journal.broken = True
        proof = await desk.revoke(store)
        assert proof is not None
        assert (proof.state, proof.unwritten) == (S.DEAD, True)


async def test_a_store_that_is_read_only_here_gets_no_revoke() -> None:
    store, key = KeyStore("Northwind"), token()
    store.add(key)
    async with bench(store, read_only=True) as desk:
        await desk.this_key(store, key)
        proof = await desk.revoke(store)
        assert proof is not None
        assert proof.state is S.NOT_REVOKED
        assert isinstance(proof.error, ReadOnly)
        assert "revoke" not in store.asked
        assert desk.journal.lines == {}


async def test_the_next_start_tells_what_was_not_proven_and_looks_at_its_record() -> None:
    store, key, second, third = KeyStore("Northwind"), token(), token(), token()
    ids = [store.add(one) for one in (key, second, third)]
    async with bench(store) as desk:
        for number, one in enumerate((key, second, third)):
            await desk.this_key(store, one)
            store.script("key", names(ids[number]))
            await desk.revoke(store)
            store.script("key", None)
        assert len(desk.journal.lines) == 3
        assert await desk.desk.lines.left(desk.services(store)) == ()  # they are of this run
        lines = desk.journal.lines
    again = KeyStore("Northwind")
    again.records = {key_id: store.records[key_id] for key_id in ids[:2]}
    for key_id in ids:
        again.server.on("GET", f"/admin/api-keys/{key_id}", again._get)
    again.records[ids[1]] |= {"revoked_at": None}
    async with bench(again) as desk:
        services = desk.services(again)
        desk.journal.lines = {
            line.id: replace(line, origin=again.store.origin) for line in lines.values()
        }
        left = await desk.desk.lines.left(services)
        said = {line.key_id: await desk.desk.lines.check_left(services, line) for line in left}
        assert [said[key_id].state for key_id in ids] == [
            *(LeftState.REVOKED, LeftState.WORKS, LeftState.GONE)
        ]
        # What still works is told again.
        assert [line.key_id for line in await desk.desk.lines.left(services)] == [ids[1]]


async def test_a_session_that_ends_midway_is_signed_in_again_and_the_desk_goes_on() -> None:
    store, key = KeyStore("Northwind"), token()
    forged = token(like=key)
    store.add(key)
    store.script("us", UNAUTHORIZED)
    store.script("refresh", UNAUTHORIZED)
    async with bench(store) as desk:
        desk.begin(forged)
        assert (await desk.settled(store)).finding is Finding.NOT_SIGNED_IN
        session = desk.services(store).session
        assert isinstance(session.state, Expired)
        store.script("us", None)
        await session.sign_in(MAYA, PASSWORD_SECRET, keep=False)
        desk.desk.look_again("northwind")
        await until(lambda: desk.answer(store).finding is Finding.ANOTHER_KEY)
        assert store.presented == [forged, forged, forged]


async def test_a_gateway_that_turns_to_401_kills_nothing_and_the_proof_waits_for_the_password() -> (
    None
):
    store, key = KeyStore("Northwind"), token()
    store.add(key)
    async with bench(store) as desk:
        await desk.this_key(store, key)
        for kind in ("key", "us", "refresh"):
            store.script(kind, UNAUTHORIZED)
        proof = await desk.revoke(store)
        assert proof is not None
        assert (proof.state, proof.doubt) == (S.NOT_PROVEN, D.OUR_SESSION)
        assert isinstance(proof.error, SignInNeeded)
        session = desk.services(store).session
        assert isinstance(session.state, Expired)
        for _ in range(20):
            await turns(3)
            await desk.clock.advance(2)
        waiting = desk.answer(store).proof
        assert waiting is not None
        assert waiting.running
        assert not desk.case().dead

        for kind in ("key", "us", "refresh"):
            store.script(kind, None)
        await session.sign_in(MAYA, PASSWORD_SECRET, keep=False)
        assert (await desk.proven(store)).state is S.DEAD
        assert desk.case().dead


async def test_the_first_store_to_be_signed_in_to_is_asked_at_once() -> None:
    store, other, key = KeyStore("Northwind"), KeyStore("Other"), token()
    store.add(key)
    async with bench(store, other, sign_in=False) as desk:
        desk.begin(key)
        await desk.clock.advance(WAIT_FOR_LISTS + 1)
        assert desk.answer(store).finding is Finding.NOT_SIGNED_IN
        assert desk.case().not_asked == desk.case().answers
        await desk.services(store).session.sign_in(MAYA, PASSWORD_SECRET, keep=False)
        desk.desk.look_again("northwind")
        await until(lambda: desk.answer(store).finding is Finding.THIS_KEY)


async def test_practice_in_the_demo_store_is_one_certain_key_each_time(
    demo: Opened, tasks: TaskScope
) -> None:
    """What practice makes is new to the desk, and nobody asks about it twice."""
    services = demo.services
    entries = [DeskStore(services.store, services)]
    desk = LeakDesk(lambda: entries, MemoryRevokes(), lambda _: None, tasks)
    for title in ("First try", "Second try"):
        created, line = await services.keys.create(title, KeyType.SECRET, None)
        await services.keys.settle(line)
        desk.begin(reading(created.secret.get_secret_value()), practice=True)
        await until(lambda: desk.cases[0].certain)
        (case,) = desk.cases
        assert case.certain is not None
        proof = await desk.revoke(case.key.id, services.store.id, created.key.id)
        assert proof is not None
        assert (proof.state, proof.record.title) == (S.DEAD, title)
        assert desk.cases[0].dead


async def test_a_session_that_expires_just_before_the_revoke_is_renewed_once() -> None:
    store, key = KeyStore("Northwind"), token()
    store.add(key)
    async with bench(store) as desk:
        await desk.this_key(store, key)
        store.script("revoke", UNAUTHORIZED, None)
        store.script("us", UNAUTHORIZED, None)
        store.asked.clear()
        proof = await desk.revoke(store)
        assert proof is not None
        assert proof.state is S.DEAD
        assert store.asked[:4] == ["revoke", "us", "refresh", "revoke"]
        assert store.asked.count("refresh") == 1

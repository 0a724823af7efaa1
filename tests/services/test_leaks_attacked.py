"""What servers, gateways and copies of databases can do to make a living key look dead."""

from __future__ import annotations

import asyncio
import threading
from itertools import product

from medusa_console.domain.leak_answers import Finding, ProofState, WhyNot
from medusa_console.services.leaks import WAIT_FOR_LISTS
from tests.faults import server as faults
from tests.faults.server import Behaviour
from tests.services.conftest import MAYA
from tests.services.leaky import (
    BROKEN,
    FORBIDDEN,
    NO_VALID_KEY,
    UNAUTHORIZED,
    Bench,
    KeyStore,
    bench,
    names,
    token,
)
from tests.ui.standins import never
from tests.waiting import until

FLAGS = "/admin/feature-flags"
WITH_A_TYPE = faults.refusal(401, "Unauthorized", "unauthorized")
SOMEBODY_ELSE = faults.json_answer(
    {"user": {"id": "user_01M0000000000000000000OTHER", "email": MAYA}}
)


def copied(store: KeyStore, name: str) -> KeyStore:
    """A store restored from the database of `store`: the same records under the same ids."""
    copy = KeyStore(name)
    for key_id, key in store.tokens.items():
        new_id = copy.add(key)
        record, path = copy.records.pop(new_id), f"/admin/api-keys/{key_id}"
        copy.records[key_id] = record | {"id": key_id}
        copy.tokens[key_id] = copy.tokens.pop(new_id)
        copy.server.on("GET", path, lambda exchange: copy._serve("get", exchange))
        copy.server.on("POST", f"{path}/revoke", lambda exchange: copy._serve("revoke", exchange))
    return copy


async def dead_in(desk: Bench, store: KeyStore) -> None:
    """The store is asked, accepts the key, and kills it."""
    desk.desk.present(desk.case().key.id, store.store.id)
    assert (await desk.settled(store)).finding is Finding.THIS_KEY
    proof = await desk.revoke(store)
    assert proof is not None
    assert proof.state is ProofState.DEAD


async def test_of_all_sequences_of_answers_one_alone_proves_that_a_key_is_dead() -> None:
    """Of the key, our session, and the key again: whatever else is between, nothing is proven."""
    to_us: list[Behaviour | None] = [None, BROKEN, SOMEBODY_ELSE, FORBIDDEN]
    store = KeyStore("Northwind")
    sequences = list(product(range(5), range(4), range(5)))
    keys = {sequence: token() for sequence in sequences}
    ids = {sequence: store.add(key) for sequence, key in keys.items()}
    async with bench(store) as desk:
        for sequence in sequences:
            to_key = [None, WITH_A_TYPE, names(ids[sequence]), BROKEN, NO_VALID_KEY]
            await desk.this_key(store, keys[sequence])
            first, us, second = sequence
            store.script("key", to_key[first], to_key[second])
            store.script("us", to_us[us])
            proof = await desk.revoke(store)
            assert proof is not None
            proven = sequence == (0, 0, 0)
            assert (sequence, proof.state is ProofState.DEAD) == (sequence, proven)
            assert desk.case().dead == proven
            store.script("key", None)
            store.script("us", None)


async def test_a_list_that_comes_after_the_proof_takes_the_green_away() -> None:
    key = token()
    live = KeyStore("Live")
    live.add(key)
    staging = copied(live, "Staging")
    ready = threading.Event()
    staging.script("list", faults.after(ready, staging._list))
    async with bench(live, staging) as desk:
        desk.begin(key)
        await until(lambda: desk.answer(live).finding is Finding.LISTED)
        await desk.clock.advance(WAIT_FOR_LISTS)
        await desk.settled(live)
        proof = await desk.revoke(live)
        assert proof is not None
        assert proof.state is ProofState.DEAD
        assert not desk.case().dead, "Staging is still being listed"
        ready.set()
        await until(lambda: desk.answer(staging).why_not is WhyNot.LATE)
        assert not desk.case().dead
        await never(lambda: staging.presented)


async def test_the_only_store_is_asked_at_once_however_long_its_list_takes() -> None:
    """20,000 keys take over 3 s on a good day. Once that list is in, every list is."""
    store, key = KeyStore("Northwind"), token()
    store.add(key)
    ready = threading.Event()
    store.script("list", faults.after(ready, store._list))
    async with bench(store) as desk:
        desk.begin(key)
        await desk.clock.advance(WAIT_FOR_LISTS)
        assert desk.answer(store).finding is Finding.LISTING
        ready.set()
        assert (await desk.settled(store)).finding is Finding.THIS_KEY


async def test_a_copy_behind_a_proxy_that_drops_basic_keeps_the_whole_from_being_dead() -> None:
    """It lists, as working, the record that the other store has named: ids are never given twice,
    so its refusal is not its own. Whoever reaches it another way gets in with the key."""
    key = token()
    live = KeyStore("Live")
    key_id = live.add(key)
    staging = copied(live, "Staging")
    staging.script("key", UNAUTHORIZED)  # as of a request without any key
    async with bench(live, staging) as desk:
        desk.begin(key)
        await until(lambda: desk.answer(staging).why_not is WhyNot.SEVERAL_STORES)
        await dead_in(desk, live)
        desk.desk.present(desk.case().key.id, "staging")
        answer = await desk.settled(staging)
        assert answer.records[0].id == key_id == desk.answer(live).named
        assert answer.finding is Finding.IN_TROUBLE
        assert not desk.case().dead
        # Once the proxy lets the key through, the copy can be asked again.
        staging.script("key", None)
        desk.desk.look_again("staging")
        await until(lambda: desk.answer(staging).finding is Finding.THIS_KEY)

    # Whichever was asked first.
    live = KeyStore("Live")
    live.add(key)
    staging = copied(live, "Staging")
    staging.script("key", UNAUTHORIZED)
    async with bench(live, staging) as desk:
        desk.begin(key)
        await until(lambda: desk.answer(staging).why_not is WhyNot.SEVERAL_STORES)
        desk.desk.present(desk.case().key.id, "staging")
        assert (await desk.settled(staging)).finding is Finding.ANOTHER_KEY
        await dead_in(desk, live)
        assert desk.answer(staging).finding is Finding.IN_TROUBLE
        assert not desk.case().dead


async def test_a_gateway_before_the_shop_proves_nothing_of_a_publishable_key() -> None:
    """Its 401 looks like one of Medusa's, but the shop gives none: it says 400 to a dead key."""
    for lie in (UNAUTHORIZED, WITH_A_TYPE, FORBIDDEN, names("apk_01M00000000000000000OTHER1")):
        store, key = KeyStore("Northwind"), token("pk")
        store.add(key)
        store.script("front", None, lie)
        async with bench(store) as desk:
            desk.begin(key)
            assert (await desk.settled(store)).finding is Finding.PUBLISHABLE
            proof = await desk.revoke(store)
            assert proof is not None
            assert proof.state is ProofState.NOT_PROVEN
            assert not desk.case().dead


async def test_with_a_cache_one_refusal_of_a_publishable_key_does_not_speak_for_the_store() -> None:
    """With the feature flag `caching`, each process of a Medusa may go on accepting the key for an
    hour after another one has revoked it (docs/leaks.md)."""
    store, key = KeyStore("Northwind"), token("pk")
    store.add(key)
    store.server.on("GET", FLAGS, faults.json_answer({"feature_flags": {"caching": True}}))
    async with bench(store) as desk:
        desk.begin(key)
        assert (await desk.settled(store)).finding is Finding.PUBLISHABLE
        proof = await desk.revoke(store)
        assert proof is not None
        assert store.server.count("GET", FLAGS) > 0
        assert proof.state is not ProofState.DEAD
        assert not desk.case().dead


async def test_long_titles_do_not_fill_the_memory_while_a_list_is_read() -> None:
    """Whoever has a key may give 20,000 keys titles of 99,000 characters each: 2 GB."""
    store = KeyStore("Northwind")
    for _ in range(60):
        store.add(token(), title="x" * 99_000)
    async with bench(store) as desk:
        listed = await desk.services(store).proof.list_keys(20_000, lambda _: None)
        assert len(listed.keys) == 60
        assert sum(len(key.title) for key in listed.keys) <= 60 * 1_000


async def test_a_401_that_asks_for_a_password_is_no_medusas() -> None:
    """RFC 9110 wants `WWW-Authenticate` of every 401; gateways give it, and Medusa never does."""
    asking = {"www-authenticate": 'Basic realm="staging"'}
    gateway = faults.json_answer({"message": "Unauthorized"}, 401, headers=asking)
    store, key = KeyStore("Northwind"), token()
    store.add(key)
    async with bench(store) as desk:
        store.script("key", gateway)
        desk.begin(key)
        assert (await desk.settled(store)).finding is Finding.UNREACHABLE
        store.script("key", None)
        await desk.this_key(store, key)
        store.script("key", gateway)
        proof = await desk.revoke(store)
        assert proof is not None
        assert proof.state is ProofState.NOT_PROVEN
        store.script("key", None)
        assert (await desk.proven(store)).state is ProofState.DEAD


async def test_a_store_gets_four_revokes_at_once_however_many_are_pressed() -> None:
    """Ten freeze a Medusa for everybody: two runs and single cards share the four."""
    store = KeyStore("Northwind")
    keys = [token() for _ in range(7)]
    for key in keys:
        store.add(key)
    ready = threading.Event()
    store.script("revoke", faults.after(ready, store._revoke))
    async with bench(store) as desk:
        desk.begin(*keys)
        for number in range(len(keys)):
            await desk.settled(store, number)
        presses = [asyncio.ensure_future(desk.revoke(store, "", n)) for n in range(len(keys))]
        await until(lambda: store.asked.count("revoke") >= 4)
        await never(lambda: store.asked.count("revoke") > 4)
        states = [desk.answer(store, n).proof for n in range(len(keys))]
        assert [one.state for one in states if one] == [ProofState.REVOKING] * len(keys)
        ready.set()
        proofs = await asyncio.gather(*presses)
        assert [one.state for one in proofs if one] == [ProofState.DEAD] * len(keys)


async def test_a_living_key_that_is_refused_for_a_moment_is_not_called_another_key() -> None:
    """A full pool refuses a living key, and may have room again when our session is looked at."""
    store, key = KeyStore("Northwind"), token()
    store.add(key)
    async with bench(store) as desk:
        store.script("key", UNAUTHORIZED, None)
        desk.begin(key)
        assert (await desk.settled(store)).finding is Finding.THIS_KEY
        store.script("key", UNAUTHORIZED, BROKEN)
        desk.begin(key)
        assert (await desk.settled(store)).finding is Finding.IN_TROUBLE
        store.script("key", UNAUTHORIZED)
        desk.begin(key)
        assert (await desk.settled(store)).finding is Finding.ANOTHER_KEY

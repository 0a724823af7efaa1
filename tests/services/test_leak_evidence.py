"""Which records are the only evidence of a leak: those that the desk found, and those marked."""

from __future__ import annotations

from medusa_console.domain.leak_answers import Finding
from medusa_console.domain.store import Environment, Store
from medusa_console.services.leak_evidence import EvidenceBook
from medusa_console.services.single_flight import SingleFlight
from tests.faults import server as faults
from tests.services.leaky import KEYS, KeyStore, bench, token
from tests.services.ports import MemoryEvidence
from tests.waiting import until

HERE = Store("s", "Northwind", "https://northwind.example", Environment.LIVE)


async def test_what_is_marked_is_known_again_until_its_record_is_gone() -> None:
    disk, writes = MemoryEvidence(), SingleFlight()
    book = EvidenceBook(HERE, disk, writes)
    book.mark("apk_1")
    book.mark("apk_2")
    await writes.settle(60)
    again = EvidenceBook(HERE, disk, writes)
    await again.load()
    assert [again.holds(one) for one in ("apk_1", "apk_2", "apk_3")] == [True, True, False]
    again.forget("apk_1")
    await writes.settle(60)
    assert disk.lines == {(HERE.origin, "apk_2")}
    assert again.holds("apk_1") is False


async def test_a_journal_that_cannot_be_read_lets_nobody_say_that_a_key_did_not_leak() -> None:
    disk, writes = MemoryEvidence(), SingleFlight()
    disk.broken = True
    book = EvidenceBook(HERE, disk, writes)
    await book.load()
    assert book.holds("apk_1") is None
    book.mark("apk_1")
    await writes.settle(60)
    assert book.holds("apk_1") is True, "in this run"


async def test_a_key_that_works_is_evidence_once_it_is_found_whatever_becomes_of_it() -> None:
    store, key, other = KeyStore("Northwind"), token(), token()
    key_id, other_id = store.add(key), store.add(other)
    async with bench(store) as desk:
        await desk.this_key(store, key)
        evidence = desk.services(store).evidence
        assert evidence.holds(key_id)
        assert evidence.holds(other_id) is False
        deleted = {"id": key_id, "object": "api_key", "deleted": True}
        store.server.on("DELETE", f"{KEYS}/{key_id}", faults.json_answer(deleted))
        await desk.services(store).keys.revoke(key_id)
        await desk.services(store).keys.delete_record(key_id)
        assert evidence.holds(key_id) is False, "its record is gone"


async def test_a_key_that_was_revoked_before_is_evidence_and_one_that_only_looks_alike_is_not() -> (
    None
):
    store, key = KeyStore("Northwind"), token()
    revoked = store.add(key)
    store.revoke(revoked)
    alike = store.add(token(like=token()))
    async with bench(store) as desk:
        desk.begin(key)
        await until(lambda: desk.answer(store).finding is Finding.REVOKED_ALIKE)
        evidence = desk.services(store).evidence
        assert (evidence.holds(revoked), evidence.holds(alike)) == (True, False)


async def test_another_key_of_the_same_shortened_form_is_no_evidence() -> None:
    store, key = KeyStore("Northwind"), token()
    other = store.add(token(like=key))
    async with bench(store) as desk:
        desk.begin(key)
        await until(lambda: desk.answer(store).finding is Finding.ANOTHER_KEY)
        assert desk.services(store).evidence.holds(other) is False

"""Which key of which store a leaked key is, told without giving it away."""

from __future__ import annotations

import gc
import threading
import weakref
from dataclasses import replace
from typing import Any

import pytest
from pydantic import SecretStr

from medusa_console.domain import tokens
from medusa_console.domain.leak_answers import Case, Finding, ProofState, StoreAnswer, WhyNot
from medusa_console.services import key_pages
from medusa_console.services.leaks import WAIT_FOR_LISTS
from tests.faults import server as faults
from tests.faults.medusa import USER_ID, ago
from tests.faults.server import Exchange
from tests.services.conftest import MAYA
from tests.services.leaky import (
    BROKEN,
    FORBIDDEN,
    KeyStore,
    bench,
    names,
    reading,
    renamed,
    token,
    watched,
)
from tests.ui.standins import never
from tests.waiting import until

FUTURE = ago(days=-30)


async def test_each_key_becomes_what_its_store_shows_of_it() -> None:
    store = KeyStore("Northwind")
    live, scheduled, revoked, twin, foreign = (token() for _ in range(5))
    shown_alone, cut, front, dead_front = token(), token(), token("pk"), token("pk")
    forged, gone = token(like=twin), token()
    ids = {key: store.add(key) for key in (live, twin, shown_alone, cut, front)}
    ids[scheduled] = store.add(scheduled, revoked_at=FUTURE)
    ids[revoked] = store.add(revoked, revoked_at=ago(days=3))
    ids[dead_front] = store.add(dead_front, revoked_at=ago(days=3))
    text = [live, scheduled, revoked, forged, foreign, gone]
    text += [tokens.redact(shown_alone), cut[:20], front, dead_front, token("pk", like=front)]
    async with bench(store) as desk:
        desk.begin(*text)
        seen = [await desk.settled(store, number) for number in range(len(text))]
        assert [answer.finding for answer in seen] == [
            *(Finding.THIS_KEY, Finding.THIS_KEY, Finding.REVOKED_ALIKE, Finding.ANOTHER_KEY),
            *(Finding.NOT_LISTED, Finding.NOT_LISTED, Finding.CANDIDATES, Finding.CANDIDATES),
            *(Finding.PUBLISHABLE, Finding.PUBLISHABLE, Finding.NOT_LISTED),
        ]
        listed = [live, scheduled, revoked, twin, None, None, shown_alone, cut, front, dead_front]
        for answer, key in zip(seen, listed, strict=False):
            assert [one.id for one in answer.records] == ([ids[key]] if key else [])
        # A key that is dead, or only looks the same, is not offered for a revoke.
        offered = [live, scheduled, shown_alone, cut, front]
        assert [one.id for answer in seen for one in answer.revocable] == [
            ids[key] for key in offered
        ]
        # Nothing was told to the store but what its list holds already, and no publishable key.
        assert sorted(set(store.presented)) == sorted([live, scheduled, revoked, forged])
        sent = b"".join(request.body for request in store.server.requests)
        assert not any(key[6:].encode() in sent for key in text)
        assert not any(
            part in request.target
            for request in store.server.requests
            for part in ("***", "q=", *(key[:6] for key in text))
        )


async def test_two_stores_that_list_a_key_get_nothing_before_the_person_has_picked() -> None:
    key = token()
    live, staging = KeyStore("Live"), KeyStore("Staging")
    key_id = live.add(key)
    staging.records, staging.tokens = dict(live.records), dict(live.tokens)
    async with bench(live, staging) as desk:
        desk.begin(key)
        for store in (live, staging):
            assert (await desk.settled(store)).finding is Finding.LISTED
        await until(lambda: desk.answer(staging).why_not is not None)
        for store in (live, staging):
            assert desk.answer(store).why_not is WhyNot.SEVERAL_STORES
            assert desk.answer(store).askable
        await never(lambda: live.presented + staging.presented)

        desk.desk.present(desk.case().key.id, "live")
        assert (await desk.settled(live)).finding is Finding.THIS_KEY
        assert desk.answer(live).named == key_id
        assert staging.presented == []
        assert desk.case().certain == desk.answer(live)  # accepted by one, which the person picked


async def test_a_late_list_is_asked_about_and_the_others_do_not_wait_for_it() -> None:
    key = token()
    slow, quick = KeyStore("Slow"), KeyStore("Quick")
    quick.add(key)
    slow.add(key)
    ready = threading.Event()
    slow.script("list", faults.after(ready, slow._list))
    async with bench(slow, quick) as desk:
        desk.begin(key)
        await until(lambda: desk.answer(quick).finding is Finding.LISTED)
        await never(lambda: quick.presented, turns_to_wait=20)
        await desk.clock.advance(WAIT_FOR_LISTS)
        assert (await desk.settled(quick)).finding is Finding.THIS_KEY
        assert desk.answer(slow).finding is Finding.LISTING
        assert not desk.case().dead

        ready.set()
        await until(lambda: desk.answer(slow).why_not is WhyNot.LATE)
        assert desk.answer(slow).finding is Finding.LISTED
        await never(lambda: slow.presented)


async def test_a_record_that_is_new_since_the_last_text_is_asked_about() -> None:
    store, first, key = KeyStore("Northwind"), token(), token()
    store.add(first)
    async with bench(store) as desk:
        await desk.this_key(store, first)
        store.add(key)
        desk.begin(key)
        await until(lambda: desk.answer(store).why_not is WhyNot.NEW_RECORD)
        await never(lambda: key in store.presented)
        # It has been read once now.
        assert (await desk.this_key(store, key)).why_not is None


async def test_two_entries_of_one_address_are_one_store_and_asked_once() -> None:
    store, key = KeyStore("Northwind"), token()
    store.add(key)
    async with bench(store) as desk:
        (entry,) = desk.entries
        twin = replace(entry.store, id="twin", name="The same")
        desk.entries.insert(0, replace(entry, store=twin, services=None))
        answer = await desk.this_key(store, key)
        assert len(desk.case().answers) == 1
        assert store.presented == [key]
        assert store.asked.count("list") == 1
        # Either entry's id means the store.
        proof = await desk.desk.revoke(desk.case().key.id, "twin", answer.records[0].id)
        assert proof is not None
        assert proof.state is ProofState.DEAD


# What a store may say instead, and what the desk makes of it.
TROUBLES = {
    "list": [
        (FORBIDDEN, Finding.CANNOT_LIST),
        (BROKEN, Finding.IN_TROUBLE),
        (faults.close, Finding.UNREACHABLE),
        (faults.answer(200, b"<h1>Wi-Fi</h1>", content_type="text/html"), Finding.UNREACHABLE),
        (faults.json_answer({}, 429), Finding.UNREACHABLE),
    ],
    "key": [
        (BROKEN, Finding.IN_TROUBLE),
        (faults.reset, Finding.UNREACHABLE),
        (faults.refusal(401, "Sign in to the VPN"), Finding.IN_TROUBLE),
        (faults.answer(401, b"<h1>401</h1>", content_type="text/html"), Finding.UNREACHABLE),
        (faults.answer(302, headers={"Location": "https://x.example"}), Finding.UNREACHABLE),
        # Accepted, but without a word on whose it is.
        (FORBIDDEN, Finding.ACCEPTED),
        (faults.json_answer({"user": {"id": "user_01"}}), Finding.ACCEPTED),
        (names("apk_01M00000000000000000OTHER1"), Finding.ACCEPTED),
    ],
    "us": [
        (BROKEN, Finding.IN_TROUBLE),
        (faults.close, Finding.UNREACHABLE),
        (FORBIDDEN, Finding.IN_TROUBLE),
        (faults.json_answer({"user": {"id": "user_01", "email": MAYA}}), Finding.IN_TROUBLE),
        (
            faults.refusal(404, "User with id: user_01 was not found", "not_found"),
            Finding.IN_TROUBLE,
        ),
        # A deleted admin's session goes on working.
        (
            faults.refusal(404, f"User with id: {USER_ID} was not found", "not_found"),
            Finding.ANOTHER_KEY,
        ),
    ],
    "get": [
        (BROKEN, Finding.IN_TROUBLE),
        (faults.refusal(404, "API Key was not found", "not_found"), Finding.NOT_LISTED),
    ],
}


async def test_what_proves_nothing_says_nothing_of_the_key_and_keeps_nothing_of_it() -> None:
    said: list[StoreAnswer] = []
    secrets: list[weakref.ref[SecretStr]] = []
    for kind, cases in TROUBLES.items():
        for behaviour, finding in cases:
            store, key = KeyStore("Northwind"), token()
            store.add(key)
            leaked = key if kind in ("list", "key") else token(like=key)
            store.script(kind, behaviour)
            async with bench(store) as desk:
                desk.begin(leaked)
                answer = await desk.settled(store)
                assert (kind, answer.finding) == (kind, finding)
                told = finding in (Finding.ACCEPTED, Finding.ANOTHER_KEY, Finding.NOT_LISTED)
                assert (answer.error is None) == told
                assert desk.case().certain is None
                assert not desk.case().dead
                assert answer.revocable == (answer.records if finding is Finding.ACCEPTED else ())
                said.append(answer)
                secrets += watched(desk)
    gc.collect()
    assert len(said) == len(secrets)
    assert [secret() for secret in secrets] == [None] * len(secrets)


async def test_a_store_that_may_not_be_listed_is_asked_one_key_when_the_person_says_so() -> None:
    store, key, other = KeyStore("Northwind"), token(), token()
    key_id = store.add(key)
    store.script("list", FORBIDDEN)
    async with bench(store) as desk:
        desk.begin(key, other)
        for number in (0, 1):
            assert (await desk.settled(store, number)).finding is Finding.CANNOT_LIST
        assert store.presented == []

        desk.desk.present(desk.case(0).key.id, "northwind")
        answer = await desk.settled(store, 0)
        assert answer.finding is Finding.ACCEPTED
        assert (answer.named, answer.records) == (key_id, ())
        assert store.presented == [key]

        store.script("key", BROKEN, None)
        desk.desk.present(desk.case(1).key.id, "northwind")
        assert (await desk.settled(store, 1)).finding is Finding.IN_TROUBLE
        desk.desk.present(desk.case(1).key.id, "northwind")
        assert (await desk.settled(store, 1)).finding is Finding.REFUSED
        assert store.presented == [key, other, other, other]


async def test_no_key_reaches_a_store_that_does_not_list_it_whatever_is_pressed() -> None:
    store, key = KeyStore("Northwind"), token()
    store.add(token())
    async with bench(store) as desk:
        desk.begin(key, token("pk"), tokens.redact(key))
        for number in range(3):
            assert (await desk.settled(store, number)).finding is Finding.NOT_LISTED
            assert not desk.answer(store, number).askable
            desk.desk.present(desk.case(number).key.id, "northwind")
        await never(lambda: store.presented)


async def test_a_store_with_more_keys_than_are_read_says_so_and_reads_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(key_pages, "_PAGE", 4)
    monkeypatch.setattr("medusa_console.services.leaks.MOST_LISTED", 10)
    store = KeyStore("Northwind")
    keys = [token() for _ in range(17)]
    for one in keys:
        store.add(one)
    async with bench(store) as desk:
        desk.begin(keys[16], keys[3])
        assert (await desk.settled(store, 0)).finding is Finding.NOT_READ_TO_THE_END
        assert (await desk.settled(store, 1)).finding is Finding.THIS_KEY
        desk.desk.read_on("northwind")
        await until(lambda: desk.answer(store, 0).why_not is WhyNot.LATE)
        assert desk.answer(store, 1).finding is Finding.THIS_KEY


async def test_a_key_that_is_deleted_while_the_list_is_read_hides_no_other() -> None:
    store, keys = KeyStore("Northwind"), [token() for _ in range(9)]
    ids = [store.add(key) for key in keys]

    def delete_then_list(exchange: Exchange) -> None:
        store.records.pop(ids[0], None)
        store._list(exchange)

    store.script("list", None, delete_then_list)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(key_pages, "_PAGE", 4)
        async with bench(store) as desk:
            desk.begin(*keys)
            for number in range(1, 9):
                assert (await desk.settled(store, number)).finding is Finding.THIS_KEY
            assert (await desk.settled(store, 0)).finding is Finding.NOT_LISTED

    # A list that never stands still is not read to the end, and nobody waits for it for ever.
    def shift(exchange: Exchange) -> None:
        store._list(exchange)
        store.add(token())
        store.records.pop(min(store.records), None)  # two may come at once

    store = KeyStore("Northwind")
    for _ in range(9):
        store.add(token())
    store.script("list", shift)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(key_pages, "_PAGE", 4)
        async with bench(store) as desk:
            desk.begin(token())
            assert (await desk.settled(store)).finding is Finding.NOT_READ_TO_THE_END


async def test_long_titles_hide_no_key() -> None:
    store, key = KeyStore("Northwind"), token()
    for _ in range(90):  # whoever has a key may write them
        store.add(token(), "x " * 48_000)
    store.add(key)
    async with bench(store) as desk:
        assert (await desk.this_key(store, key)).finding is Finding.THIS_KEY


async def test_practice_asks_and_changes_the_demo_store_alone_whatever_is_pressed() -> None:
    store, key, front = KeyStore("Northwind"), token(), token("pk")
    ids = [store.add(key), store.add(front)]
    async with bench(store) as desk:
        desk.desk.begin(reading(key, front, tokens.redact(key)), practice=True)
        before = len(store.server.requests)
        assert desk.desk.stores == ()
        for case in desk.desk.cases:
            assert case.answers == ()
            desk.desk.present(case.key.id, "northwind")
            desk.desk.look_again("northwind")
            desk.desk.read_on("northwind")
            for record_id in ids:
                assert await desk.desk.revoke(case.key.id, "northwind", record_id) is None
        await desk.clock.advance(WAIT_FOR_LISTS)
        await never(lambda: len(store.server.requests) != before)
        assert desk.desk.practising
        # Another text ends it before anything is asked.
        desk.begin(key)
        assert not desk.desk.practising
        assert (await desk.settled(store)).finding is Finding.THIS_KEY

        # What was found before practice cannot be changed from within it.
        desk.desk.begin(reading(key), practice=True)
        assert await desk.desk.revoke(desk.case().key.id, "northwind", ids[0]) is None
        assert "revoke" not in store.asked


async def test_one_press_revokes_only_what_is_certain() -> None:
    async def certain(*keys: str, **fields: Any) -> Case:
        store = KeyStore("Northwind")
        store.add(KEY)
        store.add(OTHER)
        async with bench(store) as desk:
            desk.copied.update({KEY: 20.0} if fields.pop("copied", False) else {})
            desk.begin(*keys, **fields)
            await desk.settled(store)
            assert desk.answer(store).finding in (Finding.THIS_KEY, Finding.CANDIDATES)
            return desk.case()

    assert (await certain(KEY)).certain is not None
    assert (await certain(KEY, token("pk"))).certain is not None  # public by design
    assert (await certain(KEY, OTHER)).certain is None
    assert (await certain(KEY, token())).certain is None  # nobody knows whose the other is
    assert (await certain(KEY, tokens.redact(OTHER))).certain is None
    assert (await certain(tokens.redact(KEY))).certain is None
    assert (await certain(KEY, key_count=2)).certain is None
    assert (await certain(KEY, stopped=True)).certain is None
    copied = await certain(KEY, copied=True)
    assert copied.certain is None
    assert copied.copied_ago == 20.0


async def test_keys_that_are_forgotten_are_asked_nowhere_any_more() -> None:
    store, key = KeyStore("Northwind"), token()
    store.add(key)
    ready = threading.Event()
    store.script("key", faults.after(ready, store._key))
    async with bench(store) as desk:
        desk.begin(key)
        await until(lambda: store.presented)
        desk.desk.forget_keys()
        assert desk.answer(store).finding is Finding.LISTED
        ready.set()
        desk.desk.look_again("northwind")
        desk.desk.present(desk.case().key.id, "northwind")
        await never(lambda: desk.answer(store).finding is Finding.THIS_KEY)
        assert store.presented == [key]


async def test_a_store_that_was_renamed_or_added_meanwhile_is_the_store_it_is() -> None:
    store, late, key = KeyStore("Northwind"), KeyStore("Late"), token()
    store.add(key)
    late.add(key)
    async with bench(store, late) as desk:
        added = desk.entries.pop()
        await desk.this_key(store, key)
        desk.entries[0] = renamed(desk.entries[0], "Northwind EU")
        desk.entries.append(added)
        desk.desk.look_again("late")
        await until(lambda: len(desk.case().answers) == 2)
        assert (await desk.settled(late)).why_not is WhyNot.LATE
        proof = await desk.revoke(store)
        assert proof is not None
        assert proof.state is ProofState.DEAD
        names_now = [answer.store.name for answer in desk.case().answers]
        assert names_now == ["Northwind EU", "Late"]
        assert not desk.case().dead  # the other lists it


async def test_one_key_in_two_hundred_traps_is_the_one_that_is_revoked() -> None:
    """Same titles, same shortened forms, stores that lie, late lists, practice: no wrong revoke."""
    right, wrong = KeyStore("Right"), KeyStore("Wrong")
    key = token()
    key_id = right.add(key)
    for number in range(20):
        right.add(token(like=key), revoked_at=ago(days=1) if number % 2 else None)
        wrong.add(token(like=key))
    ready = threading.Event()
    wrong.script("list", faults.after(ready, wrong._list))
    async with bench(wrong, right) as desk:
        forged = [token(like=key) for _ in range(10)]
        desk.begin(key, *forged, tokens.redact(key))
        await until(lambda: desk.answer(right).finding is Finding.LISTED)
        ready.set()
        await until(lambda: desk.answer(wrong).why_not is not None)
        await never(lambda: right.presented + wrong.presented, turns_to_wait=20)
        for number in range(11):
            for name in ("right", "wrong"):
                desk.desk.present(desk.case(number).key.id, name)
            for store in (right, wrong):
                await desk.settled(store, number)
        offers = [
            (answer.store.name, number, record.id)
            for number, case in enumerate(desk.desk.cases)
            for answer in case.answers
            for record in answer.revocable
            if number < 11
        ]
        assert offers == [("Right", 0, key_id)]
        assert all(case.certain is None for case in desk.desk.cases)
        # Whatever is pressed, nothing else goes.
        for number, case in enumerate(desk.desk.cases[:11]):
            for answer in case.answers:
                for record in [*right.records, *wrong.records]:
                    if (number, record) != (0, key_id):
                        assert await desk.desk.revoke(case.key.id, answer.store.id, record) is None
        assert "revoke" not in right.asked + wrong.asked
        proof = await desk.revoke(right, key_id)
        assert proof is not None
        assert proof.state is ProofState.DEAD
        assert desk.case().dead
        assert "revoke" not in wrong.asked


KEY, OTHER = token(), token()

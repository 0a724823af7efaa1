"""The card of a found key: what each store says, in its words, and what can be done about it."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from medusa_console.domain.leak_answers import Finding, WhyNot
from medusa_console.domain.store import Environment
from medusa_console.ui.leaks.card import LeakCard
from medusa_console.ui.leaks.card_section import StoreSection
from tests.faults import server as faults
from tests.faults.medusa import USER_ID, ago, listing
from tests.ui.finding import find
from tests.ui.leaks.cards import (
    KEYS,
    PERMISSIONS,
    Bench,
    Leaky,
    gone,
    open_bench,
    shortened,
    whole,
)
from tests.ui.said import announcements, everything_said
from tests.ui.standins import Clock, never, turns
from tests.waiting import until

TOKEN = "sk_" + "a1" * 32
TWIN = TOKEN[:10] + "b2" * 25 + TOKEN[60:]
STRANGE = "sk_" + "d4" * 32
PUBLIC = "pk_" + "c3" * 32
KEY, OTHER = "apk_01M0000000000000000000KEY1", "apk_01M0000000000000000000KEY2"

no_permission = faults.refusal(403, "Forbidden. Required policies: api_key:read", "forbidden")
accepts_unnamed = faults.refusal(403, "Forbidden. Required policies: user:read", "forbidden")


@pytest.fixture
async def bench(qapp: QApplication, clock: Clock) -> AsyncIterator[Bench]:
    async with open_bench(clock) as bench:
        yield bench


def section(card: LeakCard, store: Leaky) -> StoreSection:
    """What `store` says on `card`."""
    sections = card.findChildren(StoreSection)
    (found,) = [one for one in sections if one.origin == store.store.origin and not one.isHidden()]
    return found


def finding(card: LeakCard, store: Leaky) -> tuple[Finding, WhyNot | None]:
    (answer,) = [one for one in card.case.answers if one.store.id == store.store.id]
    return answer.finding, answer.why_not


async def test_each_store_speaks_under_its_own_bar(bench: Bench) -> None:
    eu = await bench.store("Northwind EU")
    eu.add(TOKEN, KEY, updated_at=ago(minutes=4, seconds=30))
    us = await bench.store("Northwind US")
    staging = await bench.store("Northwind staging", Environment.STAGING, sign_in=False)
    guarded = await bench.store("Guarded")
    guarded.server.on("GET", KEYS, no_permission)
    away = await bench.store("Away", Environment.DEVELOPMENT)
    away.server.on("GET", KEYS, faults.close)
    ill = await bench.store("Ill")
    ill.server.on("GET", KEYS, gone)
    card = bench.begin(whole(TOKEN))
    await until(lambda: {finding(card, one)[0] for one in bench.stores} == {
        Finding.THIS_KEY, Finding.NOT_LISTED, Finding.NOT_SIGNED_IN, Finding.CANNOT_LIST,
        Finding.UNREACHABLE, Finding.IN_TROUBLE,
    })  # fmt: skip
    await bench.reads("1 day ago by Maya Lindqvist")
    for store, bar, *texts in (
        (
            eu,
            "LIVE · Northwind EU",
            "It works right now",
            "Northwind EU accepted this very key at ",
            "ERP nightly sync",
            KEY,
            "4 min ago (Medusa does not say what)",
            "Nothing that needs a role. But the store's search shows it names and emails of "
            "customers and admins, and routes that the shop has added may be open to it",
        ),
        (staging, "STAGING · Northwind staging", "Not signed in to Northwind staging"),
        (guarded, "LIVE · Guarded", "Not checked yet", "“Check here” sends this one key"),
        (away, "DEVELOPMENT · Away", "Away is not reachable", "It could not be asked."),
        (ill, "LIVE · Ill", "Ill is in trouble", "returned an error (503)"),
    ):
        said = bench.words(section(card, store))
        assert said.startswith(f"{bar} · {store.store.host}")
        for text in texts:
            assert text in said
    assert "Not in Northwind US." in bench.words()
    assert "never a key" not in bench.words()  # it is one: a store accepts it
    assert not any(one.origin == us.store.origin for one in card.findChildren(StoreSection))
    read = bench.words()  # from top to bottom, as a screen reader reads it
    assert read.index("right now") < read.index("Not in") < read.index("line 14, MEDUSA_API_KEY")
    assert (us.presented, guarded.presented, away.presented, ill.presented) == (0, 0, 0, 0)
    buttons = {
        one.store.name: [
            button.objectName().removeprefix("leak.")
            for name in ("revoke", "ask", "check", "signIn", "readOn", "try", "copy", "again")
            for button in bench.buttons(f"leak.{name}", section(card, one))
        ]
        for one in (eu, staging, guarded, away, ill)
    }
    assert buttons == {
        "Northwind EU": ["revoke"],
        "Northwind staging": ["signIn"],
        "Guarded": ["check"],
        "Away": ["try"],
        "Ill": ["try"],
    }
    described = [one.accessibleDescription() for one in bench.buttons("leak.try")]
    assert sorted(described) == ["Try again: Away", "Try again: Ill"]
    (revoke,) = bench.buttons("leak.revoke")
    assert revoke.accessibleName() == "Revoke “ERP nightly sync” in Northwind EU (live)"
    # Going on: sign in, and try again.
    await bench.press("leak.signIn")
    assert bench.wanted == [("sign in", staging.store.id)]
    away.server.on("GET", KEYS, faults.json_answer(listing()))
    bench.buttons("leak.try", section(card, away))[0].click()
    await until(lambda: finding(card, away)[0] is Finding.NOT_LISTED)
    await bench.reads("Not in Northwind US, Away.")


async def test_what_only_looks_the_same_is_never_offered(bench: Bench) -> None:
    eu = await bench.store("Northwind EU")
    eu.add(TWIN, KEY)
    us = await bench.store("Northwind US")
    card = bench.begin(whole(TOKEN))
    await bench.reads(
        "It does not work here",
        "Refused. “ERP nightly sync” only looks the same in the shortened form; it is another key.",
    )
    assert finding(card, eu)[0] is Finding.ANOTHER_KEY
    assert us.presented == 0
    assert not bench.buttons("leak.revoke")
    eu.keys[KEY].update(revoked_at=ago(days=3), revoked_by=USER_ID)
    card = bench.begin(whole(TOKEN))
    await bench.reads("“ERP nightly sync”, revoked by Maya Lindqvist on ")
    said = bench.words(section(card, eu))
    assert "A revoked key with this shortened form exists: " in said
    assert "It is probably this one." in said
    assert finding(card, eu)[0] is Finding.REVOKED_ALIKE
    assert not bench.buttons("leak.revoke", card)


async def test_a_store_that_does_not_name_the_key_gives_candidates(bench: Bench) -> None:
    eu = await bench.store("Northwind EU")
    eu.add(TOKEN, KEY)
    eu.add(TWIN, OTHER, title="Warehouse scanner")
    eu.present = accepts_unnamed
    card = bench.begin(whole(TOKEN))
    await bench.reads("It works right now", "but the store did not say which key.")
    assert finding(card, eu)[0] is Finding.ACCEPTED
    assert [one.accessibleName() for one in bench.buttons("leak.revoke")] == [
        "Revoke “ERP nightly sync” in Northwind EU (live)",
        "Revoke “Warehouse scanner” in Northwind EU (live)",
    ]
    bench.clock.skip(5)
    bench.control_enter()
    await never(lambda: bench.revokes or QApplication.activeModalWidget())
    await bench.press("leak.revoke", 1)
    asked = await bench.question()
    assert "The store accepted the key, but did not say that it is this one." in bench.words(asked)
    assert find(asked, QWidget, "confirm.keep").hasFocus()
    bench.key(Qt.Key.Key_Escape)


async def test_a_shortened_form_proves_nothing_and_each_candidate_asks(bench: Bench) -> None:
    eu = await bench.store("Northwind EU")
    eu.add(TOKEN, KEY)
    eu.add(TWIN, OTHER, title="Warehouse scanner")
    card = bench.begin(shortened(TOKEN))
    await bench.reads("This is not the secret and does not prove a leak.")
    await bench.reads("It is not known whether it works")
    assert finding(card, eu)[0] is Finding.CANDIDATES
    bench.clock.skip(5)
    bench.control_enter()
    await never(lambda: bench.revokes or QApplication.activeModalWidget())
    await bench.press("leak.revoke")
    asked = await bench.question()
    said = bench.words(asked)
    assert "Revoke “ERP nightly sync”?" in said
    assert "What was found is not the secret and does not prove a leak." in said
    assert f"LIVE · Northwind EU · {eu.store.host}" in said
    bench.clock.skip(1)
    bench.control_enter()
    await bench.reads(
        "Revoked, as Northwind EU's record shows",
        "The key itself is not at hand, so nobody has shown that it is refused.",
    )
    assert (eu.revokes, eu.presented) == (1, 0)
    assert find(card, QLabel, "leak.proof.title").isVisible()
    assert find(card, QWidget, "leak.proof").property("ground") != "good"


async def test_of_several_stores_the_user_picks_one(bench: Bench) -> None:
    eu = await bench.store("Northwind EU")
    staging = await bench.store("Northwind staging", Environment.STAGING)
    for store in (eu, staging):
        store.add(TOKEN, KEY)
    card = bench.begin(whole(TOKEN))
    await bench.reads("Two stores list this key: one may be a copy of the other, or may lie.")
    assert finding(card, eu) == (Finding.LISTED, WhyNot.SEVERAL_STORES)
    assert (eu.presented, staging.presented) == (0, 0)
    await bench.press("leak.ask", 1)
    await bench.reads("Northwind staging accepted this very key")
    assert (eu.presented, staging.presented) == (0, 1)
    assert card.hasFocus(), "the button is gone, the focus stays on the card"
    third = await bench.store("Third")
    third.add(TOKEN, KEY)
    fourth = bench.begin(whole(TOKEN))
    await bench.reads("3 stores list this key: some may be copies", inside=fourth)


async def test_the_stores_are_read_in_their_order_whichever_answers_first(bench: Bench) -> None:
    eu = await bench.store("Northwind EU")
    listed = threading.Event()
    eu.server.on("GET", KEYS, faults.after(listed, eu._list))
    staging = await bench.store("Northwind staging", Environment.STAGING)
    for store in (eu, staging):
        store.add(TOKEN, KEY)
    bench.begin(whole(TOKEN))
    await bench.reads("STAGING · Northwind staging")
    listed.set()
    await bench.reads("LIVE · Northwind EU", "Two stores list this key")
    read = bench.words()
    assert read.index("LIVE · Northwind EU") < read.index("STAGING · Northwind staging")
    assert read.index("STAGING · Northwind staging") < read.index("line 14, MEDUSA_API_KEY")


async def test_what_comes_late_or_anew_is_asked_about(bench: Bench) -> None:
    eu = await bench.store("Northwind EU")
    slow = await bench.store("Slow", Environment.STAGING)
    listed = threading.Event()
    slow.server.on("GET", KEYS, faults.after(listed, slow._list))
    slow.add(TOKEN, KEY)
    card = bench.begin(whole(TOKEN))
    await bench.reads("Reading the keys of Slow…")
    await bench.reads("Not in Northwind EU")
    await bench.clock.advance(3)
    listed.set()
    await bench.reads("The list of Slow came late, and this key is in it.")
    assert finding(card, slow) == (Finding.LISTED, WhyNot.LATE)
    await never(lambda: slow.presented)
    eu.add(TWIN, OTHER)
    del slow.keys[KEY]
    card = bench.begin(whole(TOKEN))
    await bench.reads(
        "Northwind EU lists a key that looks like this one, but did not when it was read before."
    )
    assert finding(card, eu) == (Finding.LISTED, WhyNot.NEW_RECORD)
    assert eu.presented == 0


async def test_check_here_asks_each_time(bench: Bench) -> None:
    guarded = await bench.store("Guarded")
    guarded.server.on("GET", KEYS, no_permission)
    card = bench.begin(whole(TOKEN))
    for answered in (False, True):
        await bench.press("leak.check")
        asked = await bench.question()
        assert "Send this key to Guarded?" in bench.words(asked)
        assert find(asked, QWidget, "confirm.keep").hasFocus()
        bench.clock.skip(1)
        if answered:
            bench.control_enter()
        else:
            bench.key(Qt.Key.Key_Return)
        await bench.no_question()
        assert guarded.presented == 0 or answered
    await bench.reads("It does not work here", "Refused. Your account can't view the keys of")
    assert finding(card, guarded)[0] is Finding.REFUSED
    guarded.tokens[TOKEN] = KEY
    card = bench.begin(whole(TOKEN))
    await bench.press("leak.check")
    await bench.question()
    bench.clock.skip(1)
    bench.control_enter()
    await bench.reads(f"It named {KEY}.", inside=card)
    assert finding(card, guarded)[0] is Finding.ACCEPTED
    assert not bench.buttons("leak.revoke", card)


async def test_a_long_list_can_be_read_on(bench: Bench) -> None:
    eu = await bench.store("Northwind EU")
    eu.add(PUBLIC, OTHER)
    record = eu.keys[OTHER]
    eu.server.on("GET", KEYS, faults.json_answer(listing(record, count=20_001)))
    card = bench.begin(whole(TOKEN))
    await bench.reads("Not found in Northwind EU so far", "Northwind EU has more.")
    assert finding(card, eu)[0] is Finding.NOT_READ_TO_THE_END
    eu.server.on("GET", KEYS, eu._list)
    eu.add(TOKEN, KEY)
    await bench.press("leak.readOn")
    await until(lambda: finding(card, eu)[0] is Finding.LISTED)
    await bench.press("leak.ask")
    await bench.reads("It works right now")


async def test_a_publishable_key_is_no_leak_and_takes_a_second_step(bench: Bench) -> None:
    eu = await bench.store("Northwind EU")
    eu.add(PUBLIC, KEY, title="Web shop", sales_channels=[{"id": "sc_1", "name": "Outlet"}])
    card = bench.begin(whole(PUBLIC))
    await bench.reads("Active, and public by design", "Finding it is not a leak.")
    assert finding(card, eu)[0] is Finding.PUBLISHABLE
    assert eu.presented == 0
    (button,) = bench.buttons("leak.revoke")
    assert button.text() == "Revoke…"
    bench.clock.skip(5)
    bench.control_enter()
    await never(lambda: QApplication.activeModalWidget())
    await bench.press("leak.revoke")
    asked = await bench.question()
    said = bench.words(asked)
    assert "Storefronts that use it stop working immediately." in said
    assert "Outlet" in said
    bench.clock.skip(1)
    bench.control_enter()
    await bench.reads("Dead in Northwind EU (live). Refused at")
    assert find(card, QWidget, "leak.proof").property("ground") == "good"


async def test_what_the_key_can_do_is_told_as_far_as_it_is_known(bench: Bench) -> None:
    off = await bench.store("Roles off")
    off.server.on("GET", PERMISSIONS, faults.unknown_route)
    assert off.connection is not None
    await off.connection.services.permissions.learn()
    off.add(TOKEN, KEY)
    bench.begin(whole(TOKEN))
    await bench.reads("Everything: roles are off")
    unknown = await bench.store("Silent")
    unknown.server.on("GET", PERMISSIONS, gone)
    await bench.sign_out(unknown)
    await bench.sign_in(unknown)
    unknown.add(STRANGE, OTHER)
    bench.begin(whole(STRANGE))
    await bench.reads("It works right now", "Unknown: the store did not say what roles allow it")


async def test_whoever_may_not_revoke_copies_a_request(bench: Bench) -> None:
    fixed = await bench.store("Fixed", read_only=True)
    fixed.add(TOKEN, KEY)
    card = bench.begin(whole(TOKEN))
    await bench.reads("Read-only on this computer.")
    assert not bench.buttons("leak.revoke")
    bench.clock.skip(5)
    bench.control_enter()
    await never(lambda: bench.revokes or QApplication.activeModalWidget())
    await bench.reads("Copy a request for somebody who may revoke this key.")
    await bench.press("leak.copy")
    await bench.reads("Request copied. Paste it into a chat or an email.")
    copied = QApplication.clipboard().text()
    assert KEY in copied
    assert "It works right now" in copied
    assert TOKEN not in copied
    assert card.case.key.shown in copied
    small = await bench.store("Small role")
    small.add(STRANGE, OTHER)
    small.server.on("GET", PERMISSIONS, faults.json_answer({"permissions": ["api_key:read"]}))
    assert small.connection is not None
    await small.connection.services.permissions.learn()
    second = bench.begin(whole(STRANGE))
    await bench.reads("your role needs api_key:update", inside=second)
    assert bench.buttons("leak.copy", second)
    assert not bench.buttons("leak.revoke", second)
    # The permission is granted while the card stands.
    small.server.on(
        "GET", PERMISSIONS, faults.json_answer({"permissions": ["api_key:read", "api_key:update"]})
    )
    await small.connection.services.permissions.learn()
    assert bench.buttons("leak.revoke", second)


async def test_a_key_that_this_program_copied_is_no_leak(bench: Bench) -> None:
    eu = await bench.store("Northwind EU")
    eu.add(TOKEN, KEY)
    bench.copied_ago = 20.0
    bench.begin(whole(TOKEN))
    await bench.reads("This is the key you created 20 s ago, not a leak.", "It works right now")
    bench.clock.skip(5)
    bench.control_enter()
    asked = await bench.question()
    assert "This is the key you created 20 s ago, not a leak." in bench.words(asked)
    assert bench.revokes == 0
    bench.key(Qt.Key.Key_Escape)
    await bench.no_question()
    bench.copied_ago = 300.0
    bench.begin(whole(TOKEN))
    await bench.reads("This is the key you created 5 min ago, not a leak.")


async def test_hostile_titles_stay_plain_and_the_key_is_nowhere(bench: Bench) -> None:
    eu = await bench.store("<b>North</b> & Co")
    eu.add(TOKEN, KEY, title="<img src=x>\u202eevil & sons" + "x" * 500)
    card = bench.begin(whole(TOKEN))
    await bench.reads("It works right now", "Maya Lindqvist")
    (button,) = bench.buttons("leak.revoke")
    assert "U+202E" in button.text()
    assert "&&" in button.text(), "an ampersand is no shortcut"
    assert len(button.text()) < 120, "a title leaves room for the store"
    for where, text in everything_said(bench.window):
        assert TOKEN[3:11] not in text, where
    bench.desk.forget_keys()
    await bench.reads("The key is no longer in memory. Paste it again to check it.")
    assert card.case.key.secret is None
    assert bench.buttons("leak.revoke"), "it can still be revoked, by its record"


async def test_what_arrives_takes_no_focus_and_is_told_once(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = announcements(monkeypatch)
    eu = await bench.store("Northwind EU")
    slow = await bench.store("Slow", Environment.STAGING)
    listed = threading.Event()
    slow.server.on("GET", KEYS, faults.after(listed, slow._list))
    eu.add(TOKEN, KEY)
    card = bench.begin(whole(TOKEN))
    await until(lambda: finding(card, eu)[0] is Finding.LISTED)
    await bench.clock.advance(3)
    await bench.reads("It works right now", "Maya Lindqvist")
    (button,) = bench.buttons("leak.revoke")
    button.setFocus()
    await turns(5)  # the card is laid out
    place = button.mapTo(card, button.rect().topLeft())
    listed.set()
    await bench.reads("Not in Slow")
    assert button.hasFocus()
    assert button.mapTo(card, button.rect().topLeft()) == place
    assert said.count("It works right now") == 1


async def test_tab_goes_through_the_card_as_it_is_read(bench: Bench) -> None:
    late = await bench.store("Northwind EU")
    late.add(TOKEN, KEY)
    await bench.store("Northwind staging", Environment.STAGING, sign_in=False)
    card = bench.begin(whole(TOKEN), whole(STRANGE))
    other = next(one for one in bench.cards.values() if one is not card)
    other.come_after(card)
    await bench.reads("It works right now", "Maya Lindqvist")
    visited = []
    for _ in range(7):
        bench.key(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        visited.append((focus.objectName(), card.isAncestorOf(focus)))
    assert visited == [
        ("leak.revoke", True),
        ("leak.replace", True),
        ("leak.did", True),
        ("fact.copy", True),
        ("leak.signIn", True),
        ("leak.card", False),
        ("leak.signIn", False),
    ]


async def test_a_candidate_that_was_revoked_is_told_from_the_others(bench: Bench) -> None:
    eu = await bench.store("Northwind EU")
    eu.add(TOKEN, KEY)
    eu.add(TWIN, OTHER, title="Warehouse scanner")
    bench.begin(shortened(TOKEN))
    for number, key_id in enumerate((KEY, OTHER)):
        assert len(bench.buttons("leak.revoke")) in (0, 2 - number)
        await bench.press("leak.revoke")
        await bench.question()
        bench.clock.skip(1)
        bench.control_enter()
        await bench.reads("Revoked, as Northwind EU's record shows", f"”, {key_id}")
        await bench.no_question()
    assert not bench.buttons("leak.revoke")
    await until(lambda: bench.words().count("\nState\nRevoked ") == 2)


async def test_while_a_store_is_asked_nothing_is_claimed_or_offered(bench: Bench) -> None:
    eu = await bench.store("Northwind EU")
    eu.add(TOKEN, KEY)
    go = threading.Event()
    named = faults.refusal(404, f"User with id: {KEY} was not found", "not_found")
    eu.present = faults.after(go, named)
    card = bench.begin(whole(TOKEN))
    await bench.reads("Asking Northwind EU…")
    assert finding(card, eu)[0] is Finding.ASKING
    assert not bench.buttons("leak.revoke")
    bench.clock.skip(5)
    bench.control_enter()
    await never(lambda: bench.revokes or QApplication.activeModalWidget())
    go.set()
    await bench.reads("It works right now")

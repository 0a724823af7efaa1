"""Creating, revoking, renaming and deleting keys on a network that loses answers."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable, Coroutine
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import httpx
import pytest

from medusa_console.api.api_keys import ApiKeys
from medusa_console.api.client import AdminClient
from medusa_console.api.transport import Transport
from medusa_console.connect import network_client, tls_context
from medusa_console.domain.api_key import (
    ApiKey,
    KeyType,
    PendingKey,
    SalesChannel,
    StateKind,
)
from medusa_console.domain.errors import (
    ConsoleError,
    Forbidden,
    Invalid,
    JournalUnavailable,
    NotFound,
    OutcomeUnknown,
    ServerFault,
    SignInNeeded,
    Unreachable,
)
from medusa_console.domain.query import KeyQuery
from medusa_console.domain.store import Store
from medusa_console.services.api_keys import ApiKeyService, CreationLost
from medusa_console.services.session import Expired
from tests.faults import server as faults
from tests.faults.catalogue import ONE_OF_EACH_KIND, Fault
from tests.faults.medusa import (
    KEY_ID,
    REDACTED,
    SECRET,
    USER_ID,
    ago,
    born,
    key_record,
    listing,
    login_token,
    one,
    stamp,
)
from tests.faults.server import FaultServer
from tests.services.conftest import MAYA, PASSWORD_SECRET, REFRESH, SIGN_IN, Opened, opening
from tests.services.ports import MemoryJournal
from tests.waiting import until

KEYS = "/admin/api-keys"
ONE = f"{KEYS}/{KEY_ID}"
REVOKE = f"{ONE}/revoke"
TITLE = "ERP nightly sync"

GONE = faults.refusal(404, f"API Key with id: {KEY_ID} was not found", "not_found")
ALREADY = faults.refusal(400, "There are 1 secret keys that are already revoked.", "invalid_data")
BROKEN = faults.refusal(500, "An unknown error occurred.")
OVER = faults.refusal(401, "Unauthorized")
CHANNELS = f"{ONE}/sales-channels"
WITH_CHANNEL = one(type="publishable", sales_channels=[{"id": "sc_1", "name": "Webshop"}])
WITHOUT = one(type="publishable", sales_channels=[])
REFUSED = faults.refusal(403, "Forbidden", "forbidden")
WHO = "/admin/users/me"
WORKING = faults.json_answer(one())


def revoked(**when: float) -> faults.Behaviour:
    return faults.json_answer(one(revoked_at=ago(**(when or {"seconds": 1})), revoked_by=USER_ID))


class Impatient:
    """The service with a wire that waits no longer than a test can."""

    def __init__(self, opened: Opened, server: FaultServer, limits: dict[str, Any]) -> None:
        services = opened.services
        limits = dict(limits)
        self.client = network_client(tls_context(), None)
        self.client.timeout = httpx.Timeout(60, read=limits.pop("read_limit", 60))
        wire = Transport(self.client, services.latest, services.clock, **limits)
        api = ApiKeys(AdminClient(wire, services.session))
        self.keys = ApiKeyService(
            services.store, api, opened.journal, services.session, services.clock, services.writes
        )


MakeImpatient = Callable[[dict[str, Any]], ApiKeyService]


@pytest.fixture
async def impatient(signed_in: Opened, server: FaultServer) -> AsyncIterator[MakeImpatient]:
    made: list[Impatient] = []

    def make(limits: dict[str, Any]) -> ApiKeyService:
        made.append(Impatient(signed_in, server, limits))
        return made[-1].keys

    yield make
    for one_made in made:
        await one_made.client.aclose()


@pytest.fixture
def keys(signed_in: Opened) -> ApiKeyService:
    return signed_in.services.keys


def announced(keys: ApiKeyService) -> list[tuple[str, Any]]:
    seen: list[tuple[str, Any]] = []
    keys.changed.subscribe(lambda key: seen.append(("changed", key.id)))
    keys.removed.subscribe(lambda key_id: seen.append(("removed", key_id)))
    keys.marked.subscribe(lambda key_id: seen.append(("marked", key_id)))
    return seen


def at_the_request(look: Callable[[], object], then: faults.Behaviour) -> faults.Behaviour:
    """Have a look at the moment the request has arrived."""

    def behave(exchange: faults.Exchange) -> None:
        look()
        then(exchange)

    return behave


# Creating


async def test_the_pending_line_is_written_before_the_request_leaves(
    keys: ApiKeyService, journal: MemoryJournal, server: FaultServer
) -> None:
    seen: list[PendingKey] = []
    answer = faults.json_answer(born())
    server.on("POST", KEYS, at_the_request(lambda: seen.extend(journal.lines.values()), answer))
    created, line = await keys.create(TITLE, KeyType.SECRET, None)
    assert [(early.title, early.type, early.user_id, early.key_id) for early in seen] == [
        (TITLE, KeyType.SECRET, USER_ID, None)
    ]
    assert created.secret.get_secret_value() == SECRET
    assert (line.key_id, line.redacted, line.copied) == (KEY_ID, REDACTED, False)
    assert journal.lines == {line.id: line}
    assert SECRET not in repr(journal.history)


async def test_a_slow_disk_is_waited_for_before_the_request_leaves(
    signed_in: Opened, journal: MemoryJournal, server: FaultServer
) -> None:
    server.on("POST", KEYS, faults.json_answer(born()))
    server.on("GET", WHO, faults.json_answer({"user": {"id": USER_ID, "email": MAYA}}))
    journal.ready.clear()
    creating = asyncio.ensure_future(signed_in.services.keys.create(TITLE, KeyType.SECRET, None))
    for _ in range(5):  # a request that had left would have come in with one of these
        await signed_in.services.users.me()
    assert server.count("POST", KEYS) == 0
    journal.ready.set()
    _, line = await creating
    assert server.count("POST", KEYS) == 1
    await until(lambda: journal.lines == {line.id: line})


async def test_a_new_key_is_announced(keys: ApiKeyService, server: FaultServer) -> None:
    server.on("POST", KEYS, faults.json_answer(born()))
    seen = announced(keys)
    await keys.create(TITLE, KeyType.SECRET, None)
    assert ("changed", KEY_ID) in seen


@pytest.mark.parametrize("fault", ONE_OF_EACH_KIND.values(), ids=list(ONE_OF_EACH_KIND))
async def test_a_create_whose_answer_is_lost_is_sent_once_and_its_line_stays(
    fault: Fault, impatient: MakeImpatient, journal: MemoryJournal, server: FaultServer
) -> None:
    server.on("POST", KEYS, fault.behaviour)
    with pytest.raises(CreationLost) as caught:
        await impatient(dict(fault.limits)).create(TITLE, KeyType.SECRET, None)
    await until(lambda: server.count("POST", KEYS))
    assert server.count("POST", KEYS) == 1
    assert journal.lines == {caught.value.line.id: caught.value.line}
    assert caught.value.line.key_id is None


@pytest.mark.parametrize("token", ["", REDACTED, None])
async def test_a_create_answered_without_its_secret_is_lost_too(
    token: str | None, keys: ApiKeyService, journal: MemoryJournal, server: FaultServer
) -> None:
    answer = born()
    answer["api_key"]["token"] = token
    server.on("POST", KEYS, faults.json_answer(answer))
    server.on("GET", KEYS, faults.json_answer(listing(key_record(created_at=ago(seconds=0)))))
    with pytest.raises(CreationLost) as caught:
        await keys.create(TITLE, KeyType.SECRET, None)
    assert len(journal.lines) == 1
    assert [key.id for key in await keys.candidates(caught.value.line)] == [KEY_ID]


@pytest.mark.parametrize(
    ("behaviour", "means"),
    [
        (faults.refusal(400, "Invalid request: Field 'title' is required", "x"), Invalid),
        (faults.refusal(403, "Forbidden", "forbidden"), Forbidden),
        (faults.answer(413), Invalid),
        (OVER, SignInNeeded),
    ],
)
async def test_a_refused_create_leaves_no_line(
    behaviour: faults.Behaviour,
    means: type[ConsoleError],
    keys: ApiKeyService,
    journal: MemoryJournal,
    server: FaultServer,
) -> None:
    server.on("POST", KEYS, behaviour)
    server.on("POST", REFRESH, OVER)
    server.on("GET", WHO, OVER)
    with pytest.raises(means):
        await keys.create(TITLE, KeyType.SECRET, None)
    assert journal.lines == {}
    assert len(journal.history) == 1
    assert server.count("POST", KEYS) == 1


async def test_a_create_that_never_left_leaves_no_line(
    keys: ApiKeyService, journal: MemoryJournal, server: FaultServer
) -> None:
    server.close()
    with pytest.raises(Unreachable) as caught:
        await keys.create(TITLE, KeyType.SECRET, None)
    assert not caught.value.sent
    assert journal.lines == {}
    assert len(journal.history) == 1
    assert server.count("POST", KEYS) == 0


async def test_without_a_journal_nothing_is_sent(
    keys: ApiKeyService, journal: MemoryJournal, server: FaultServer
) -> None:
    journal.broken = True
    for kind in KeyType:
        with pytest.raises(JournalUnavailable):
            await keys.create(TITLE, kind, None)
    assert server.count("POST", KEYS) == 0


@pytest.mark.parametrize("kind", list(KeyType))
async def test_a_disk_that_fills_up_meanwhile_does_not_lose_the_secret(
    kind: KeyType, keys: ApiKeyService, journal: MemoryJournal, server: FaultServer
) -> None:
    def fill_up() -> None:
        journal.broken = True

    answer = born(type=kind.value)
    server.on("POST", KEYS, at_the_request(fill_up, faults.json_answer(answer)))
    created, line = await keys.create(TITLE, kind, None)
    assert created.secret.get_secret_value() == answer["api_key"]["token"]
    assert set(journal.lines) == {line.id}


async def test_a_disk_that_fills_up_meanwhile_does_not_hide_a_refusal(
    keys: ApiKeyService, journal: MemoryJournal, server: FaultServer
) -> None:
    def fill_up() -> None:
        journal.broken = True

    server.on("POST", KEYS, at_the_request(fill_up, faults.refusal(403, "Forbidden", "forbidden")))
    with pytest.raises(Forbidden):
        await keys.create(TITLE, KeyType.SECRET, None)


async def test_ten_clicks_make_one_key(
    keys: ApiKeyService, journal: MemoryJournal, server: FaultServer
) -> None:
    server.on("POST", KEYS, faults.json_answer(born()))
    results = await asyncio.gather(*(keys.create(TITLE, KeyType.SECRET, None) for _ in range(10)))
    assert server.count("POST", KEYS) == 1
    assert len({line.id for _, line in results}) == 1
    assert len(journal.lines) == 1


async def test_a_create_goes_on_when_nobody_waits_and_its_line_tells_of_it(
    signed_in: Opened, server: FaultServer
) -> None:
    keys, answered = signed_in.services.keys, threading.Event()
    server.on("POST", KEYS, faults.after(answered, faults.json_answer(born())))
    waiting = asyncio.create_task(keys.create(TITLE, KeyType.SECRET, None))
    await until(lambda: server.count("POST", KEYS))
    waiting.cancel()
    assert signed_in.services.writes.busy
    answered.set()
    assert await signed_in.services.writes.settle(60)
    assert [line.key_id for line in await keys.unsettled()] == [KEY_ID]


async def test_the_end_of_the_program_leaves_the_line_of_a_create_under_way(
    signed_in: Opened, server: FaultServer
) -> None:
    server.on("POST", KEYS, faults.never)
    waiting = asyncio.create_task(signed_in.services.keys.create(TITLE, KeyType.SECRET, None))
    await until(lambda: server.count("POST", KEYS))
    signed_in.services.writes.abandon()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert [line.key_id for line in signed_in.journal.lines.values()] == [None]


async def test_a_publishable_key_needs_no_storing(
    keys: ApiKeyService, journal: MemoryJournal, server: FaultServer
) -> None:
    server.on("POST", KEYS, faults.json_answer(born(type="publishable")))
    await keys.create("Shop", KeyType.PUBLISHABLE, None)
    assert (len(journal.history), journal.lines) == (1, {})
    assert not keys.not_saved(KEY_ID)


async def test_a_key_whose_channel_is_being_added_is_found_by_whoever_stopped_waiting(
    keys: ApiKeyService, journal: MemoryJournal, server: FaultServer
) -> None:
    answered = threading.Event()
    server.on("POST", KEYS, faults.json_answer(born(type="publishable")))
    server.on("POST", CHANNELS, faults.after(answered, faults.json_answer(WITH_CHANNEL)))
    channel = SalesChannel(id="sc_1", name="Webshop")
    create = asyncio.create_task(keys.create("Shop", KeyType.PUBLISHABLE, None, channel))
    await until(lambda: server.count("POST", CHANNELS) == 1)
    create.cancel()
    line = keys.under_way("Shop", KeyType.PUBLISHABLE)
    assert line is not None
    made = key_record(type="publishable", title="Shop", created_at=ago(seconds=0))
    server.on("GET", KEYS, faults.json_answer(listing(made)))
    assert [key.id for key in await keys.candidates(line)] == [KEY_ID]
    answered.set()
    await until(lambda: keys.under_way("Shop", KeyType.PUBLISHABLE) is None)
    assert journal.lines == {}


@pytest.mark.parametrize("title", [SECRET, f"my {SECRET}"])
async def test_a_key_is_no_title(
    title: str, keys: ApiKeyService, journal: MemoryJournal, server: FaultServer
) -> None:
    with pytest.raises(Invalid):
        await keys.create(title, KeyType.SECRET, None)
    with pytest.raises(Invalid):
        await keys.rename(KEY_ID, title)
    assert journal.history == []
    assert (server.count("POST", KEYS), server.count("POST", ONE)) == (0, 0)


# Storing


async def test_a_copied_key_is_marked_until_it_is_confirmed_as_stored(
    keys: ApiKeyService, journal: MemoryJournal, server: FaultServer
) -> None:
    server.on("POST", KEYS, faults.json_answer(born()))
    _, line = await keys.create(TITLE, KeyType.SECRET, None)
    seen = announced(keys)
    assert not keys.not_saved(KEY_ID)
    line = await keys.mark_copied(line)
    assert keys.not_saved(KEY_ID)
    assert journal.lines[line.id].copied
    await keys.settle(line)
    assert not keys.not_saved(KEY_ID)
    assert journal.lines == {}
    assert seen == [("marked", KEY_ID)] * 2


async def test_the_next_start_finds_what_was_left_open_and_only_ones_own(
    keys: ApiKeyService, journal: MemoryJournal, server: FaultServer
) -> None:
    server.on("POST", KEYS, faults.json_answer(born()))
    _, line = await keys.create(TITLE, KeyType.SECRET, None)
    line = await keys.mark_copied(line)
    await journal.write(replace(line, id="2", user_id="user_2"))
    await journal.write(replace(line, id="3", origin="https://elsewhere.example"))
    assert await keys.unsettled() == (line,)
    assert keys.not_saved(KEY_ID)


async def test_what_happens_while_the_journal_is_read_counts_more_than_what_was_read(
    keys: ApiKeyService, journal: MemoryJournal, server: FaultServer
) -> None:
    server.on("POST", KEYS, faults.json_answer(born()))
    _, line = await keys.create(TITLE, KeyType.SECRET, None)

    async def read_meanwhile(work: Coroutine[Any, Any, object]) -> tuple[PendingKey, ...]:
        """What a reading brings that begins before `work` and ends after it."""
        journal.ready.clear()
        reading = asyncio.create_task(keys.unsettled())
        await asyncio.sleep(0)
        working = asyncio.create_task(work)
        await asyncio.sleep(0)
        journal.ready.set()
        await working
        return await reading

    copied = replace(line, key_id=KEY_ID, redacted=REDACTED, copied=True)
    assert await read_meanwhile(keys.mark_copied(line)) == (copied,)
    assert keys.not_saved(KEY_ID)
    assert await read_meanwhile(keys.settle(copied)) == ()
    assert not keys.not_saved(KEY_ID)


# Looking for what a lost create has made


async def lose(keys: ApiKeyService, server: FaultServer) -> PendingKey:
    server.on("GET", KEYS, faults.json_answer(listing()))
    server.on("POST", KEYS, faults.reset)
    with pytest.raises(CreationLost) as caught:
        await keys.create(TITLE, KeyType.SECRET, await keys.newest())
    return caught.value.line


async def test_a_create_that_made_nothing_has_no_candidate(
    keys: ApiKeyService, server: FaultServer
) -> None:
    line = await lose(keys, server)
    server.on("GET", KEYS, faults.json_answer(listing()))
    assert await keys.candidates(line) == ()


async def test_the_orphan_of_a_lost_create_is_found(
    keys: ApiKeyService, server: FaultServer
) -> None:
    line = await lose(keys, server)
    orphan = key_record(created_at=ago(seconds=0))
    server.on("GET", KEYS, faults.json_answer(listing(orphan)))
    assert [key.id for key in await keys.candidates(line)] == [KEY_ID]
    assert server.count("POST", KEYS) == 1


async def test_after_a_restart_the_orphan_is_offered_and_can_be_revoked(
    signed_in: Opened, server: FaultServer, store: Store
) -> None:
    line = await lose(signed_in.services.keys, server)
    orphan = key_record(created_at=ago(seconds=0))
    server.on("GET", KEYS, faults.json_answer(listing(orphan)))
    server.on("POST", REVOKE, revoked())
    async with opening(store, signed_in.vault, signed_in.journal) as restarted:
        services = restarted.services
        await services.session.restore(kept=False)
        await services.session.sign_in(MAYA, PASSWORD_SECRET, keep=False)
        assert await services.keys.unsettled() == (line,)
        (found,) = await services.keys.candidates(line)
        await services.keys.revoke(found.id)
        await services.keys.settle(line)
        assert await services.keys.unsettled() == ()


@pytest.mark.parametrize(
    "other",
    [
        {"created_by": "user_2"},
        {"created_by": "apk_2"},
        {"created_at": ago(hours=2)},
        {"title": TITLE.upper()},
        {"type": "publishable"},
        {"revoked_at": ago(seconds=0)},
    ],
)
async def test_another_key_is_no_candidate(
    other: dict[str, Any], keys: ApiKeyService, server: FaultServer
) -> None:
    line = await lose(keys, server)
    stranger = key_record(**({"created_at": ago(seconds=0)} | other))
    server.on("GET", KEYS, faults.json_answer(listing(stranger)))
    assert await keys.candidates(line) == ()


async def test_of_several_candidates_all_are_shown(
    keys: ApiKeyService, server: FaultServer
) -> None:
    line = await lose(keys, server)
    twins = [key_record(id=f"apk_{n}", created_at=ago(seconds=0)) for n in range(3)]
    server.on("GET", KEYS, faults.json_answer(listing(*twins)))
    assert [key.id for key in await keys.candidates(line)] == ["apk_0", "apk_1", "apk_2"]


async def test_a_key_that_was_made_properly_afterwards_is_no_candidate(
    keys: ApiKeyService, server: FaultServer
) -> None:
    """The person tried again and stored that secret: revoking it would break what works."""
    line = await lose(keys, server)
    server.on("POST", KEYS, faults.json_answer(born()))
    _, second = await keys.create(TITLE, KeyType.SECRET, None)
    await keys.settle(second)
    made = key_record(created_at=ago(seconds=0))
    server.on("GET", KEYS, faults.json_answer(listing(made)))
    assert await keys.candidates(line) == ()


async def test_a_line_with_a_known_key_asks_for_that_key_alone(
    keys: ApiKeyService, server: FaultServer
) -> None:
    server.on("POST", KEYS, faults.json_answer(born()))
    _, line = await keys.create(TITLE, KeyType.SECRET, None)
    server.on("GET", ONE, WORKING, revoked(), GONE, BROKEN)
    assert [key.id for key in await keys.candidates(line)] == [KEY_ID]
    assert await keys.candidates(line) == ()
    assert await keys.candidates(line) == ()
    with pytest.raises(ServerFault):
        await keys.candidates(line)


# Revoking


async def test_a_revoke_is_reported_with_its_proof(
    keys: ApiKeyService, server: FaultServer
) -> None:
    server.on("POST", REVOKE, revoked())
    seen = announced(keys)
    key = await keys.revoke(KEY_ID)
    assert keys.state(key).kind is StateKind.REVOKED
    assert seen == [("changed", KEY_ID)]
    assert (server.count("POST", REVOKE), server.count("GET")) == (1, 0)


@pytest.mark.parametrize(
    ("ahead", "dead"),
    [(timedelta(hours=-12), False), (timedelta(hours=12), True)],
    ids=["its clock is behind", "its clock is ahead"],
)
async def test_whether_a_key_is_revoked_is_told_by_the_servers_clock_and_no_other(
    ahead: timedelta, dead: bool, opened: Opened, server: FaultServer
) -> None:
    """Between the two clocks lies the moment from which on the key is revoked."""
    now = datetime.now(UTC)
    date = {"Date": format_datetime(now + ahead, usegmt=True)}
    body = one(revoked_at=stamp(now + ahead / 2), revoked_by=USER_ID)
    server.on("POST", SIGN_IN, faults.json_answer({"token": login_token()}, headers=date))
    server.on("POST", REVOKE, faults.json_answer(body, headers=date))
    server.on("GET", ONE, faults.json_answer(body, headers=date))
    await opened.services.session.sign_in(MAYA, PASSWORD_SECRET, keep=False)
    keys = opened.services.keys
    if dead:
        key = await keys.revoke(KEY_ID)
        assert keys.state(key).kind is StateKind.REVOKED
    else:
        with pytest.raises(OutcomeUnknown):
            await keys.revoke(KEY_ID)
        assert keys.unconfirmed(KEY_ID) is not None
        assert (await keys.check(KEY_ID)).works


async def test_a_revoke_answered_with_another_key_that_is_revoked_is_no_proof(
    keys: ApiKeyService, server: FaultServer
) -> None:
    other = faults.json_answer(one(id="apk_other", revoked_at=ago(hours=1), revoked_by=USER_ID))
    server.on("POST", REVOKE, other)
    for look in (WORKING, other):
        server.on("GET", ONE, look)
        seen = announced(keys)
        with pytest.raises(OutcomeUnknown):
            await keys.revoke(KEY_ID)
        assert seen == [("marked", KEY_ID)]


NO_PROOF: dict[str, faults.Behaviour] = {
    "500": BROKEN,
    "502": faults.answer(502),
    "reset": faults.reset,
    "closed": faults.close,
    "HTML": faults.answer(200, b"<html>", content_type="text/html"),
    "empty": faults.answer(200),
    "no key in it": faults.json_answer({}),
    "a gateway's 404": faults.refusal(404, "no Route matched"),
    "not revoked": WORKING,
    "revoked tomorrow": revoked(days=-1),
}
without_proof = pytest.mark.parametrize("behaviour", NO_PROOF.values(), ids=list(NO_PROOF))


LOOKS: dict[str, faults.Behaviour] = {
    "works until tomorrow": revoked(days=-1),
    "500": BROKEN,
    "HTML": faults.answer(200, b"<html>"),
    "403": faults.refusal(403, "Forbidden", "forbidden"),
}


@pytest.mark.parametrize(
    ("behaviour", "look"),
    [
        *((behaviour, WORKING) for behaviour in NO_PROOF.values()),
        *((faults.reset, look) for look in LOOKS.values()),
    ],
    ids=[*NO_PROOF, *(f"reset, {name}" for name in LOOKS)],
)
async def test_a_revoke_without_proof_is_not_confirmed_and_the_key_counts_as_working(
    behaviour: faults.Behaviour,
    look: faults.Behaviour,
    keys: ApiKeyService,
    server: FaultServer,
) -> None:
    server.on("POST", REVOKE, behaviour)
    server.on("GET", ONE, look)
    seen = announced(keys)
    with pytest.raises(OutcomeUnknown):
        await keys.revoke(KEY_ID)
    assert seen == [("marked", KEY_ID)]
    mark = keys.unconfirmed(KEY_ID)
    assert mark is not None
    assert isinstance(mark.cause, ConsoleError)
    assert server.count("POST", REVOKE) == 1


@without_proof
async def test_a_look_that_shows_the_key_revoked_is_proof_enough(
    behaviour: faults.Behaviour, keys: ApiKeyService, server: FaultServer
) -> None:
    server.on("POST", REVOKE, behaviour)
    server.on("GET", ONE, revoked())
    seen = announced(keys)
    key = await keys.revoke(KEY_ID)
    assert keys.state(key).kind is StateKind.REVOKED
    assert keys.unconfirmed(KEY_ID) is None
    assert seen == [("changed", KEY_ID)]
    assert server.count("POST", REVOKE) == 1


@without_proof
async def test_a_look_that_finds_no_record_means_that_the_key_is_gone(
    behaviour: faults.Behaviour, keys: ApiKeyService, server: FaultServer
) -> None:
    server.on("POST", REVOKE, behaviour)
    server.on("GET", ONE, GONE)
    seen = announced(keys)
    with pytest.raises(NotFound):
        await keys.revoke(KEY_ID)
    assert seen == [("removed", KEY_ID)]
    assert keys.unconfirmed(KEY_ID) is None


async def test_already_revoked_is_a_success_once_it_is_read(
    keys: ApiKeyService, server: FaultServer
) -> None:
    server.on("POST", REVOKE, ALREADY)
    server.on("GET", ONE, revoked(hours=3))
    key = await keys.revoke(KEY_ID)
    assert key.revoked_by == USER_ID
    assert keys.state(key).kind is StateKind.REVOKED


@pytest.mark.parametrize("look", [WORKING, BROKEN, faults.reset], ids=["works", "500", "reset"])
async def test_a_refusal_that_proves_nothing_stays_a_refusal_without_a_mark(
    look: faults.Behaviour, keys: ApiKeyService, server: FaultServer
) -> None:
    server.on("POST", REVOKE, ALREADY)
    server.on("GET", ONE, look)
    with pytest.raises(Invalid):
        await keys.revoke(KEY_ID)
    assert keys.unconfirmed(KEY_ID) is None


async def test_a_revoke_without_the_right_changes_nothing(
    keys: ApiKeyService, server: FaultServer
) -> None:
    server.on("POST", REVOKE, faults.refusal(403, "Forbidden", "forbidden"))
    seen = announced(keys)
    with pytest.raises(Forbidden):
        await keys.revoke(KEY_ID)
    assert (seen, keys.unconfirmed(KEY_ID)) == ([], None)


async def test_a_revoke_that_never_left_leaves_no_mark(
    keys: ApiKeyService, server: FaultServer
) -> None:
    server.close()
    with pytest.raises(Unreachable):
        await keys.revoke(KEY_ID)
    assert keys.unconfirmed(KEY_ID) is None


async def test_what_is_no_id_is_not_taken_for_a_dead_key(
    keys: ApiKeyService, server: FaultServer
) -> None:
    seen = announced(keys)
    for act in (keys.revoke, keys.delete_record, keys.check, keys.get):
        with pytest.raises(Invalid):
            await act("apk_1/../../x")
    assert seen == []
    assert server.count("GET") == 0


async def test_ten_clicks_make_one_revoke(keys: ApiKeyService, server: FaultServer) -> None:
    server.on("POST", REVOKE, revoked())
    results = await asyncio.gather(*(keys.revoke(KEY_ID) for _ in range(10)))
    assert {key.id for key in results} == {KEY_ID}
    assert server.count("POST", REVOKE) == 1


async def test_a_session_that_runs_out_before_the_revoke_is_renewed_and_the_revoke_done_once(
    keys: ApiKeyService, server: FaultServer
) -> None:
    server.on("POST", REVOKE, OVER, revoked())
    server.on("GET", WHO, OVER)
    server.on("POST", REFRESH, faults.json_answer({"token": login_token(age=1)}))
    await keys.revoke(KEY_ID)
    assert (server.count("POST", REVOKE), server.count("POST", REFRESH)) == (2, 1)


async def test_a_revoke_by_a_session_that_is_over_opens_the_sign_in_and_marks_nothing(
    signed_in: Opened, server: FaultServer
) -> None:
    server.on("POST", REVOKE, OVER)
    server.on("POST", REFRESH, OVER)
    server.on("GET", WHO, OVER)
    with pytest.raises(SignInNeeded):
        await signed_in.services.keys.revoke(KEY_ID)
    assert isinstance(signed_in.services.session.state, Expired)
    assert signed_in.services.keys.unconfirmed(KEY_ID) is None
    assert server.count("POST", REVOKE) == 1


# The mark "not confirmed"


async def unproven(keys: ApiKeyService, server: FaultServer) -> None:
    server.on("POST", REVOKE, faults.reset)
    server.on("GET", ONE, WORKING)
    with pytest.raises(OutcomeUnknown):
        await keys.revoke(KEY_ID)


async def test_a_check_that_shows_the_key_revoked_takes_the_mark_away(
    keys: ApiKeyService, server: FaultServer
) -> None:
    await unproven(keys, server)
    server.on("GET", ONE, revoked())
    seen = announced(keys)
    assert (await keys.check(KEY_ID)).kind is StateKind.REVOKED
    assert keys.unconfirmed(KEY_ID) is None
    assert seen == [("changed", KEY_ID)]


@pytest.mark.parametrize("look", [WORKING, revoked(days=-1)], ids=["works", "until tomorrow"])
async def test_a_check_that_shows_the_key_working_ends_the_doubt(
    look: faults.Behaviour, keys: ApiKeyService, server: FaultServer
) -> None:
    await unproven(keys, server)
    server.on("GET", ONE, look)
    assert (await keys.check(KEY_ID)).works
    assert keys.unconfirmed(KEY_ID) is None
    assert keys.found_working(KEY_ID) is not None


async def test_a_check_without_an_answer_leaves_the_mark(
    keys: ApiKeyService, server: FaultServer
) -> None:
    await unproven(keys, server)
    server.on("GET", ONE, BROKEN)
    with pytest.raises(ServerFault):
        await keys.check(KEY_ID)
    assert keys.unconfirmed(KEY_ID) is not None


async def test_a_check_that_finds_no_record_takes_mark_and_row_away(
    keys: ApiKeyService, server: FaultServer
) -> None:
    await unproven(keys, server)
    server.on("GET", ONE, GONE)
    seen = announced(keys)
    with pytest.raises(NotFound):
        await keys.check(KEY_ID)
    assert keys.unconfirmed(KEY_ID) is None
    assert seen == [("removed", KEY_ID)]


async def test_a_second_revoke_with_proof_takes_the_mark_away(
    keys: ApiKeyService, server: FaultServer
) -> None:
    await unproven(keys, server)
    server.on("POST", REVOKE, revoked())
    await keys.revoke(KEY_ID)
    assert keys.unconfirmed(KEY_ID) is None


async def test_a_key_that_is_found_dead_is_told_to_whoever_shows_it(
    keys: ApiKeyService, server: FaultServer
) -> None:
    server.on("GET", ONE, faults.json_answer(one()), revoked())
    seen = announced(keys)
    await keys.get(KEY_ID)
    assert seen == []
    await keys.get(KEY_ID)
    assert seen == [("changed", KEY_ID)]


@pytest.mark.parametrize("disk", ["fine", "full"])
async def test_a_revoke_settles_what_was_never_stored(
    disk: str, keys: ApiKeyService, journal: MemoryJournal, server: FaultServer
) -> None:
    server.on("POST", KEYS, faults.json_answer(born()))
    _, line = await keys.create(TITLE, KeyType.SECRET, None)
    await keys.mark_copied(line)
    journal.broken = disk == "full"
    server.on("POST", REVOKE, revoked())
    await keys.revoke(KEY_ID)
    assert not keys.not_saved(KEY_ID)
    assert len(journal.lines) == (1 if disk == "full" else 0)


# Renaming


async def test_a_renamed_key_is_announced_as_the_list_shows_it(
    keys: ApiKeyService, server: FaultServer
) -> None:
    server.on("POST", ONE, faults.json_answer(one(title="New")))
    server.on("GET", ONE, faults.json_answer(one(title="New", created_by="user_2")))
    changed: list[ApiKey] = []
    keys.changed.subscribe(changed.append)
    key = await keys.rename(KEY_ID, "New")
    assert changed == [key]
    assert key.created_by == "user_2"


@pytest.mark.parametrize("look", [BROKEN, faults.reset, REFUSED, OVER])
async def test_a_rename_that_was_done_is_not_called_failed_for_want_of_a_second_look(
    look: faults.Behaviour, keys: ApiKeyService, server: FaultServer
) -> None:
    server.on("POST", ONE, faults.json_answer(one(title="New")))
    server.on("GET", ONE, look)
    server.on("POST", REFRESH, OVER)
    assert (await keys.rename(KEY_ID, "New")).title == "New"


@pytest.mark.parametrize(
    ("behaviour", "means"),
    [
        (faults.json_answer({}), NotFound),
        (faults.reset, OutcomeUnknown),
        (BROKEN, OutcomeUnknown),
        (faults.refusal(403, "Forbidden", "forbidden"), Forbidden),
    ],
)
async def test_a_rename_that_was_not_done_says_so_and_is_sent_once(
    behaviour: faults.Behaviour,
    means: type[ConsoleError],
    keys: ApiKeyService,
    server: FaultServer,
) -> None:
    server.on("POST", ONE, behaviour)
    seen = announced(keys)
    with pytest.raises(means):
        await keys.rename(KEY_ID, "New")
    assert server.count("POST", ONE) == 1
    assert seen == []


async def test_a_second_click_joins_the_rename_that_is_under_way(
    keys: ApiKeyService, server: FaultServer
) -> None:
    server.on("POST", ONE, faults.json_answer(one(title="New")))
    server.on("GET", ONE, faults.json_answer(one(title="New")))
    renamed = await asyncio.gather(*(keys.rename(KEY_ID, "New") for _ in range(10)))
    assert {key.title for key in renamed} == {"New"}
    assert server.count("POST", ONE) == 1


async def test_a_rename_answered_with_another_key_is_not_called_done(
    keys: ApiKeyService, server: FaultServer
) -> None:
    server.on("POST", ONE, faults.json_answer(one(id="apk_other", title="New")))
    seen = announced(keys)
    with pytest.raises(OutcomeUnknown):
        await keys.rename(KEY_ID, "New")
    assert seen == []


async def test_another_title_is_sent_though_a_rename_is_under_way(
    keys: ApiKeyService, server: FaultServer
) -> None:
    first = threading.Event()
    server.on(
        "POST",
        ONE,
        faults.after(first, faults.json_answer(one(title="First"))),
        faults.json_answer(one(title="Second")),
    )
    server.on("GET", ONE, BROKEN)
    given_up = asyncio.create_task(keys.rename(KEY_ID, "First"))
    await until(lambda: server.count("POST", ONE) == 1)
    given_up.cancel()
    second = asyncio.create_task(keys.rename(KEY_ID, "Second"))
    await asyncio.sleep(0)
    first.set()
    assert (await second).title == "Second"
    assert server.count("POST", ONE) == 2


# Sales channels


@pytest.mark.parametrize("look", [REFUSED, OVER, faults.json_answer({"a": 1})])
@pytest.mark.parametrize("lost", [faults.reset, faults.json_answer(WITHOUT)])
async def test_a_lost_change_of_channels_is_unknown_whatever_the_second_look_says(
    lost: faults.Behaviour, look: faults.Behaviour, keys: ApiKeyService, server: FaultServer
) -> None:
    server.on("POST", CHANNELS, lost)
    server.on("GET", ONE, look)
    server.on("POST", REFRESH, OVER)
    seen = announced(keys)
    with pytest.raises(OutcomeUnknown):
        await keys.change_channels(KEY_ID, frozenset({"sc_1"}), frozenset())
    assert server.count("POST", CHANNELS) == 1
    assert seen == []


async def test_other_channels_are_sent_though_a_change_is_under_way(
    keys: ApiKeyService, server: FaultServer
) -> None:
    first = threading.Event()
    server.on(
        "POST",
        CHANNELS,
        faults.after(first, faults.json_answer(WITH_CHANNEL)),
        faults.json_answer(WITHOUT),
    )
    only = frozenset({"sc_1"})
    given_up = asyncio.create_task(keys.change_channels(KEY_ID, only, frozenset()))
    await until(lambda: server.count("POST", CHANNELS) == 1)
    given_up.cancel()
    second = asyncio.create_task(keys.change_channels(KEY_ID, frozenset(), only))
    await asyncio.sleep(0)
    first.set()
    assert (await second).sales_channels == ()
    assert server.count("POST", CHANNELS) == 2


# Deleting records


DELETED = faults.json_answer({"id": KEY_ID, "object": "api_key", "deleted": True})


async def test_a_deleted_record_leaves_nothing_behind(
    keys: ApiKeyService, journal: MemoryJournal, server: FaultServer
) -> None:
    server.on("POST", KEYS, faults.json_answer(born()))
    await keys.create(TITLE, KeyType.SECRET, None)
    await unproven(keys, server)
    server.on("DELETE", ONE, DELETED)
    seen = announced(keys)
    await asyncio.gather(*(keys.delete_record(KEY_ID) for _ in range(10)))
    assert ("removed", KEY_ID) in seen
    assert (journal.lines, keys.unconfirmed(KEY_ID)) == ({}, None)
    assert server.count("DELETE", ONE) == 1


@pytest.mark.parametrize(
    ("behaviour", "means"),
    [
        (faults.refusal(400, "Cannot delete api keys that are not revoked", "x"), Invalid),
        (faults.reset, OutcomeUnknown),
        (faults.json_answer({"deleted": False}), OutcomeUnknown),
    ],
)
async def test_a_record_that_may_still_be_there_is_not_called_gone(
    behaviour: faults.Behaviour,
    means: type[ConsoleError],
    keys: ApiKeyService,
    server: FaultServer,
) -> None:
    server.on("DELETE", ONE, behaviour)
    seen = announced(keys)
    with pytest.raises(means):
        await keys.delete_record(KEY_ID)
    assert (seen, server.count("DELETE", ONE)) == ([], 1)


# The whole way, on the demo store


async def test_a_key_lives_and_dies(demo: Opened) -> None:
    keys = demo.services.keys
    created, line = await keys.create("ERP", KeyType.SECRET, await keys.newest())
    assert keys.state(created.key).works
    await keys.settle(await keys.mark_copied(line))
    assert (await keys.rename(created.key.id, "ERP 2")).title == "ERP 2"
    with pytest.raises(Invalid):
        await keys.delete_record(created.key.id)
    dead = await keys.revoke(created.key.id)
    assert keys.state(dead).kind is StateKind.REVOKED
    assert (await keys.revoke(created.key.id)).revoked_at == dead.revoked_at
    await keys.delete_record(created.key.id)
    for act in (keys.get, keys.revoke, keys.check):
        with pytest.raises(NotFound):
            await act(created.key.id)
    page = await keys.find(KeyQuery(key_id=created.key.id), 0, 20)
    assert page.rows == ()
    assert demo.journal.lines == {}

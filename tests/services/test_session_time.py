"""A session lasts as long as the server says: on wrong clocks, after jumps and sleep, offline."""

from __future__ import annotations

import asyncio
import threading
from datetime import timedelta

import pytest

from medusa_console.domain.errors import SignInNeeded, VaultUnavailable
from medusa_console.domain.session import Ended
from medusa_console.domain.store import Store
from medusa_console.services.session import Expired, SignedIn, SignedOut
from tests.faults import server as faults
from tests.faults.medusa import login_token
from tests.faults.server import FaultServer
from tests.services.conftest import MAYA, PASSWORD_SECRET, REFRESH, SIGN_IN, MakeService
from tests.services.keeping_fresh import Day, ended
from tests.services.ports import MemoryVault
from tests.services.sessions import OVER, session_of, state_of, token_answer, token_of
from tests.waiting import until

WAYS = "/auth/user/providers"
DAY = 86_400
HOUR = 3_600


@pytest.fixture
def server(server: FaultServer) -> FaultServer:
    server.on("GET", WAYS, faults.json_answer({"providers": []}))
    return server


# A kept session at the start


@pytest.mark.parametrize("off", [0, 26, -26], ids=["right", "26 h ahead", "26 h behind"])
async def test_a_kept_session_that_is_good_is_taken_up_on_any_clock(
    off: int, service: MakeService, server: FaultServer, store: Store, vault: MemoryVault
) -> None:
    kept = session_of(store, login_token(life=DAY, age=HOUR))
    await vault.save(store, kept)
    session, nap = service(Day(timedelta(hours=off)))
    await session.restore(kept=True)
    assert state_of(session) == SignedIn(kept)
    assert vault.kept
    server.on("POST", REFRESH, OVER)
    working = asyncio.create_task(session.keep_fresh())
    await until(lambda: nap.asked)
    for _ in range(10):
        await nap.over()
    assert server.count("POST", REFRESH) == 0
    assert server.count("GET", WAYS) == 1, "one answer tells the server's clock"
    await ended(working)


@pytest.mark.parametrize("off", [0, 26], ids=["right", "26 h ahead"])
async def test_a_kept_session_that_is_over_is_removed_once_the_server_has_told_its_time(
    off: int, service: MakeService, server: FaultServer, store: Store, vault: MemoryVault
) -> None:
    await vault.save(store, session_of(store, login_token(life=DAY, age=DAY + HOUR)))
    session, _ = service(Day(timedelta(hours=off)))
    await session.restore(kept=True)
    assert state_of(session) == SignedOut(Ended.EXPIRED)
    assert vault.kept == {}
    assert server.count("GET", WAYS) == 1


async def test_on_a_clock_far_behind_the_first_request_ends_what_is_over(
    service: MakeService, server: FaultServer, store: Store, vault: MemoryVault
) -> None:
    await vault.save(store, session_of(store, login_token(life=DAY, age=DAY + HOUR)))
    session, _ = service(Day(timedelta(hours=-26)))
    await session.restore(kept=True)
    assert isinstance(state_of(session), SignedIn)
    server.on("POST", REFRESH, OVER)
    with pytest.raises(SignInNeeded):
        await session.renew(await session.current())
    assert isinstance(state_of(session), Expired)


@pytest.mark.parametrize("fault", [faults.reset, faults.answer(502, headers={"Date": ""})])
async def test_without_an_answer_a_session_is_kept_however_old_it_looks(
    fault: faults.Behaviour,
    service: MakeService,
    server: FaultServer,
    store: Store,
    vault: MemoryVault,
) -> None:
    await vault.save(store, session_of(store, login_token(life=DAY, age=DAY + HOUR)))
    server.on("GET", WAYS, fault)
    session, _ = service(Day())
    await session.restore(kept=True)
    assert isinstance(state_of(session), SignedIn)
    assert vault.kept


async def test_who_signs_in_while_the_server_is_asked_for_its_time_is_not_disturbed(
    service: MakeService, server: FaultServer, store: Store, vault: MemoryVault
) -> None:
    answered = threading.Event()
    await vault.save(store, session_of(store, login_token(life=DAY, age=DAY + HOUR)))
    server.on("GET", WAYS, faults.after(answered, faults.json_answer({"providers": []})))
    session, _ = service(Day())
    restoring = asyncio.create_task(session.restore(kept=True))
    await until(lambda: server.count("GET", WAYS))
    new = login_token()
    server.on("POST", SIGN_IN, token_answer(new))
    await session.sign_in(MAYA, PASSWORD_SECRET, keep=True)
    answered.set()
    await restoring
    assert token_of(session) == new
    assert [kept.token.get_secret_value() for kept in vault.kept.values()] == [new]


async def test_a_removal_that_fails_is_a_notice(
    service: MakeService, store: Store, vault: MemoryVault
) -> None:
    await vault.save(store, session_of(store, login_token(life=DAY, age=DAY + HOUR)))
    session, _ = service(Day())
    notices: list[object] = []
    session.notices.subscribe(notices.append)
    session.changed.subscribe(lambda _: setattr(vault, "locked", "The keyring is locked."))
    await session.restore(kept=True)
    assert [type(notice) for notice in notices] == [VaultUnavailable]


async def test_when_the_session_began_survives_its_refreshes(
    service: MakeService, server: FaultServer
) -> None:
    session, _ = service(Day())
    await session.restore(kept=False)
    first = login_token(age=HOUR)
    server.on("POST", SIGN_IN, token_answer(first))
    server.on("POST", REFRESH, token_answer(login_token(age=9)), token_answer(login_token(age=5)))
    await session.sign_in(MAYA, PASSWORD_SECRET, keep=False)
    begun = state_of(session)
    assert isinstance(begun, SignedIn)
    for _ in range(2):
        await session.refresh()
    now = state_of(session)
    assert isinstance(now, SignedIn)
    assert now.session.began_at == begun.session.issued_at < now.session.issued_at


# While it is open


@pytest.mark.parametrize("jump", [26, -26, 9], ids=["26 h ahead", "26 h behind", "9 h asleep"])
async def test_a_clock_that_jumps_costs_one_question_and_no_session(
    jump: int, service: MakeService, server: FaultServer
) -> None:
    day = Day()
    session, nap = service(day)
    young = login_token(life=DAY, age=HOUR)
    server.on("POST", SIGN_IN, token_answer(young))
    server.on("POST", REFRESH, OVER)
    await session.restore(kept=False)
    await session.sign_in(MAYA, PASSWORD_SECRET, keep=False)
    working = asyncio.create_task(session.keep_fresh())
    await until(lambda: nap.asked)
    for _ in range(3):
        await nap.over()
    day.off = timedelta(hours=jump)
    for _ in range(10):
        await nap.over()
    assert token_of(session) == young
    assert (server.count("GET", WAYS), server.count("POST", REFRESH)) == (1, 0)
    await ended(working)


async def test_after_a_jump_back_the_session_is_still_refreshed_in_time(
    service: MakeService, server: FaultServer
) -> None:
    """By the clock that was set back, it would be young for another day."""
    day = Day()
    session, nap = service(day)
    due, young = login_token(life=HOUR, age=3_000), login_token(life=HOUR)
    server.on("POST", SIGN_IN, token_answer(due))
    server.on("POST", REFRESH, token_answer(young), OVER)
    await session.restore(kept=False)
    await session.sign_in(MAYA, PASSWORD_SECRET, keep=False)
    working = asyncio.create_task(session.keep_fresh())
    await until(lambda: nap.asked)
    day.off = timedelta(hours=-26)
    for _ in range(3):
        await nap.over()
    assert token_of(session) == young
    assert server.count("POST", REFRESH) == 1
    await ended(working)


async def test_a_network_that_comes_and_goes_ends_nothing(
    service: MakeService, server: FaultServer
) -> None:
    day = Day()
    session, nap = service(day)
    due, young = login_token(life=HOUR, age=3_000), login_token(life=HOUR)
    server.on("POST", SIGN_IN, token_answer(due))
    server.on("POST", REFRESH, faults.reset)
    await session.restore(kept=False)
    await session.sign_in(MAYA, PASSWORD_SECRET, keep=False)
    working = asyncio.create_task(session.keep_fresh())
    await until(lambda: nap.asked)
    server.on("GET", WAYS, faults.reset)
    for hours in (9, -26, 0):
        day.off = timedelta(hours=hours)
        await nap.over()
        assert token_of(session) == due
    server.on("GET", WAYS, faults.json_answer({"providers": []}))
    server.on("POST", REFRESH, token_answer(young), OVER)
    for _ in range(3):
        await nap.over()
    assert token_of(session) == young
    await ended(working)


@pytest.mark.parametrize("off", [0, 26, -26], ids=["right", "26 h ahead", "26 h behind"])
async def test_the_session_is_refreshed_when_due_whatever_the_local_clock_says(
    off: int, service: MakeService, server: FaultServer
) -> None:
    due, young = login_token(life=3600, age=3000), login_token(life=3600)
    session, nap = service(Day(timedelta(hours=off)))
    server.on("POST", SIGN_IN, token_answer(due))
    server.on("POST", REFRESH, token_answer(young), OVER)
    await session.restore(kept=False)
    await session.sign_in(MAYA, PASSWORD_SECRET, keep=False)
    working = asyncio.create_task(session.keep_fresh())
    await until(lambda: nap.asked)
    for _ in range(20):
        await nap.over()
    assert server.count("POST", REFRESH) == 1
    assert token_of(session) == young
    assert all(1 <= seconds <= 60 for seconds in nap.asked)
    await ended(working)


async def test_a_session_that_comes_during_a_nap_is_looked_after_from_its_beginning(
    service: MakeService, server: FaultServer
) -> None:
    """The nap was made for nobody, or for a session that lives much longer."""
    session, nap = service(Day())
    young = login_token(life=DAY)
    server.on("POST", SIGN_IN, token_answer(young), token_answer(login_token(life=5, age=4)))
    server.on("POST", REFRESH, token_answer(login_token(life=HOUR)), OVER)
    await session.restore(kept=False)
    working = asyncio.create_task(session.keep_fresh())
    await until(lambda: nap.asked)
    await session.sign_in(MAYA, PASSWORD_SECRET, keep=False)
    await until(lambda: nap.asked[-1] == 60)
    await session.sign_out()
    await session.sign_in(MAYA, PASSWORD_SECRET, keep=False)
    await until(lambda: server.count("POST", REFRESH))
    await ended(working)


async def test_a_quiet_refresh_that_fails_is_tried_again_and_ends_nothing(
    service: MakeService, server: FaultServer
) -> None:
    due, young = login_token(life=3600, age=3000), login_token(life=3600)
    session, nap = service(Day())
    server.on("POST", SIGN_IN, token_answer(due))
    server.on("POST", REFRESH, faults.reset, faults.refusal(500, "x"), token_answer(young), OVER)
    await session.restore(kept=False)
    await session.sign_in(MAYA, PASSWORD_SECRET, keep=False)
    working = asyncio.create_task(session.keep_fresh())
    await until(lambda: nap.asked)
    for _ in range(5):
        await nap.over()
    assert server.count("POST", REFRESH) == 3
    assert token_of(session) == young
    await ended(working)


async def test_a_quiet_refresh_that_is_refused_ends_the_session_and_goes_on_for_the_next(
    service: MakeService, server: FaultServer
) -> None:
    due = login_token(life=3600, age=3000)
    session, nap = service(Day())
    server.on("POST", SIGN_IN, token_answer(due))
    server.on("POST", REFRESH, OVER, token_answer(login_token(life=3600)))
    await session.restore(kept=False)
    working = asyncio.create_task(session.keep_fresh())
    await until(lambda: nap.asked)
    await session.sign_in(MAYA, PASSWORD_SECRET, keep=False)
    await nap.over()
    assert isinstance(session.state, Expired)
    await nap.over()
    await session.sign_in(MAYA, PASSWORD_SECRET, keep=False)
    await nap.over()
    assert isinstance(session.state, SignedIn)
    assert server.count("POST", REFRESH) == 2
    await ended(working)


async def test_signing_out_during_a_quiet_refresh_does_not_end_the_watch(
    service: MakeService, server: FaultServer
) -> None:
    answered = threading.Event()
    due = login_token(life=3600, age=3000)
    session, nap = service(Day())
    server.on("POST", SIGN_IN, token_answer(due))
    server.on("POST", REFRESH, faults.after(answered, token_answer(login_token(life=3600))))
    await session.restore(kept=False)
    await session.sign_in(MAYA, PASSWORD_SECRET, keep=False)
    working = asyncio.create_task(session.keep_fresh())
    await until(lambda: server.count("POST", REFRESH))
    await session.sign_out()
    answered.set()
    await until(lambda: nap.asked)
    assert isinstance(session.state, SignedOut)
    assert not working.done()
    await ended(working)


@pytest.mark.parametrize("life", [1, 60], ids=["a second", "a minute"])
async def test_tokens_that_arrive_dead_are_renewed_less_and_less_often(
    life: int, service: MakeService, server: FaultServer
) -> None:
    """A cache that hands out an old answer, for one."""
    session, nap = service(Day())
    server.on("POST", SIGN_IN, token_answer(login_token(life=HOUR, age=3_000)))
    server.on("POST", REFRESH, token_answer(login_token(life=life, age=HOUR)))
    await session.restore(kept=False)
    await session.sign_in(MAYA, PASSWORD_SECRET, keep=False)
    working = asyncio.create_task(session.keep_fresh())
    await until(lambda: nap.asked)
    for _ in range(12):
        await nap.over()
    assert nap.asked == sorted(nap.asked)
    assert nap.asked[-1] == 60
    young = login_token(life=HOUR)
    server.on("POST", REFRESH, token_answer(young), OVER)
    for _ in range(3):
        await nap.over()
    assert token_of(session) == young
    assert server.count("POST", REFRESH) == 14
    await ended(working)


async def test_a_refresh_that_brings_a_token_without_a_life_ends_the_session(
    service: MakeService, server: FaultServer
) -> None:
    session, _ = service(Day())
    server.on("POST", SIGN_IN, token_answer(login_token()))
    server.on("POST", REFRESH, token_answer(login_token(life=-5)))
    await session.restore(kept=False)
    await session.sign_in(MAYA, PASSWORD_SECRET, keep=False)
    with pytest.raises(SignInNeeded):
        await session.refresh()
    assert isinstance(state_of(session), Expired)

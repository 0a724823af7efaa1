"""Locked: nobody does anything here until the account's password was given again."""

from __future__ import annotations

import asyncio
import threading

import pytest
from pytestqt.qtbot import QtBot

from medusa_console.domain.errors import (
    ConsoleError,
    SignInNeeded,
    Unreachable,
    VaultUnavailable,
    WrongPassword,
)
from medusa_console.domain.session import Ended
from medusa_console.domain.store import Store
from medusa_console.services.session import (
    Expired,
    Locked,
    SessionService,
    SignedIn,
    SignedOut,
    SigningIn,
    State,
)
from tests.faults import server as faults
from tests.faults.medusa import USER_ID, login_token
from tests.faults.server import FaultServer
from tests.services.conftest import (
    MAYA,
    PASSWORD_SECRET,
    REFRESH,
    SIGN_IN,
    MakeService,
    Opened,
    opening,
)
from tests.services.keeping_fresh import Day, ended
from tests.services.ports import MemoryJournal, MemoryVault
from tests.services.sessions import (
    ME,
    OTHER_USER,
    OVER,
    expire,
    kinds,
    me,
    session_of,
    state_of,
    token_answer,
    token_of,
    watch,
)
from tests.waiting import until


def is_locked(session: SessionService) -> bool:
    return isinstance(session.state, Locked)


async def removed(vault: MemoryVault) -> None:
    await until(lambda: not vault.kept)


@pytest.fixture
async def kept(opened: Opened) -> Opened:
    """Signed in, and kept in the keyring."""
    await opened.services.session.sign_in(MAYA, PASSWORD_SECRET, keep=True)
    return opened


async def test_a_lock_forgets_the_token_and_knows_the_account(signed_in: Opened) -> None:
    session = signed_in.services.session
    assert isinstance(session.state, SignedIn)
    accepted_until = session.state.session.expires_at
    session.lock()
    assert state_of(session) == Locked(USER_ID, MAYA, accepted_until)
    assert session.user_id == USER_ID
    session.lock()
    assert state_of(session) == Locked(USER_ID, MAYA, accepted_until)


async def test_requests_wait_for_the_unlocking_and_then_carry_the_new_token(
    signed_in: Opened, server: FaultServer
) -> None:
    session = signed_in.services.session
    server.on("GET", ME, me())
    session.lock()
    waiting = [asyncio.create_task(signed_in.services.users.me()) for _ in range(5)]
    permissions = asyncio.create_task(session.refresh())
    await asyncio.sleep(0)
    new = login_token(age=3)
    server.on("POST", SIGN_IN, token_answer(new))
    newest = login_token(age=2)
    server.on("POST", REFRESH, token_answer(newest))
    assert server.count("GET", ME) == server.count("POST", REFRESH) == 0
    await session.unlock(PASSWORD_SECRET)
    assert {person.id for person in await asyncio.gather(*waiting)} == {USER_ID}
    await permissions
    bearers = {r.headers["authorization"] for r in server.requests if r.path == ME}
    assert bearers <= {f"Bearer {new}", f"Bearer {newest}"}
    assert server.last("POST", SIGN_IN).json()["email"] == MAYA


async def test_requests_that_wait_end_when_the_person_signs_out_instead(
    signed_in: Opened, server: FaultServer
) -> None:
    session = signed_in.services.session
    used = await session.current()
    session.lock()
    waiting = [
        asyncio.create_task(signed_in.services.users.me()),
        asyncio.create_task(session.refresh()),
        asyncio.create_task(session.renew(used)),
    ]
    await asyncio.sleep(0)
    assert not any(task.done() for task in waiting)
    await session.sign_out()
    for outcome in await asyncio.gather(*waiting, return_exceptions=True):
        assert isinstance(outcome, SignInNeeded)
    assert server.count("GET", ME) == 0


async def test_a_waiting_request_can_be_given_up(signed_in: Opened, server: FaultServer) -> None:
    session = signed_in.services.session
    server.on("GET", ME, me())
    session.lock()
    first, second = (asyncio.create_task(signed_in.services.users.me()) for _ in range(2))
    await asyncio.sleep(0)
    first.cancel()
    with pytest.raises(asyncio.CancelledError):
        await first
    await session.unlock(PASSWORD_SECRET)
    assert (await second).id == USER_ID


async def test_a_request_refused_after_the_lock_is_repeated_after_the_unlocking(
    signed_in: Opened, server: FaultServer
) -> None:
    answered = threading.Event()
    session = signed_in.services.session
    server.on("GET", ME, faults.after(answered, OVER), me())
    call = asyncio.create_task(signed_in.services.users.me())
    await until(lambda: server.count("GET", ME))
    session.lock()
    answered.set()
    new = login_token(age=3)
    server.on("POST", SIGN_IN, token_answer(new))
    await session.unlock(PASSWORD_SECRET)
    assert (await call).id == USER_ID
    assert server.count("POST", REFRESH) == 0
    assert server.last("GET", ME).headers["authorization"] == f"Bearer {new}"


@pytest.mark.parametrize("unlock_first", [False, True])
@pytest.mark.parametrize(
    "late",
    [token_answer(login_token(age=1)), OVER, faults.refusal(404, "gone", "not_found")],
    ids=["good", "refused", "account gone"],
)
async def test_a_refresh_under_way_at_the_lock_opens_nothing_and_its_call_goes_on_later(
    late: faults.Behaviour, unlock_first: bool, kept: Opened, server: FaultServer
) -> None:
    answered = threading.Event()
    session = kept.services.session
    server.on("GET", ME, OVER, me())
    server.on("POST", REFRESH, faults.after(answered, late))
    new = login_token(age=3)
    server.on("POST", SIGN_IN, token_answer(new))
    before = asyncio.all_tasks()
    call = asyncio.create_task(kept.services.users.me())
    await until(lambda: server.count("POST", REFRESH))
    refreshing = asyncio.all_tasks() - before - {call}
    session.lock()
    await removed(kept.vault)
    seen = watch(session)
    if not unlock_first:
        answered.set()
        await until(lambda: all(task.done() for task in refreshing))
        assert is_locked(session)
    await session.unlock(PASSWORD_SECRET)
    answered.set()
    assert (await call).id == USER_ID
    assert kinds(seen) == [SignedIn]
    assert token_of(session) == new
    assert [one.token.get_secret_value() for one in kept.vault.kept.values()] == [new]


async def test_a_wrong_password_leaves_it_locked(signed_in: Opened, server: FaultServer) -> None:
    session = signed_in.services.session
    session.lock()
    state = session.state
    server.on("POST", SIGN_IN, faults.refusal(401, "Invalid email or password", "unauthorized"))
    with pytest.raises(WrongPassword):
        await session.unlock(PASSWORD_SECRET)
    assert session.state is state


async def test_offline_it_stays_locked_and_signing_out_still_works(
    kept: Opened, server: FaultServer
) -> None:
    session = kept.services.session
    session.lock()
    locked = session.state
    assert isinstance(locked, Locked)
    server.on("POST", SIGN_IN, faults.reset)
    with pytest.raises(Unreachable):
        await session.unlock(PASSWORD_SECRET)
    assert session.state is locked
    requests = len(server.requests)
    await session.sign_out()
    assert state_of(session) == SignedOut(Ended.SIGNED_OUT, locked.accepted_until)
    assert kept.vault.kept == {}
    assert len(server.requests) == requests


async def test_another_account_signs_the_first_out_and_gets_none_of_its_requests(
    signed_in: Opened, server: FaultServer
) -> None:
    session = signed_in.services.session
    server.on("GET", ME, me())
    session.lock()
    waiting = asyncio.create_task(signed_in.services.users.me())
    await asyncio.sleep(0)
    seen = watch(session)
    server.on("POST", SIGN_IN, token_answer(login_token(actor_id=OTHER_USER)))
    await session.unlock(PASSWORD_SECRET)
    with pytest.raises(SignInNeeded):
        await waiting
    assert server.count("GET", ME) == 0
    assert seen[0] == SignedOut(Ended.OTHER_ACCOUNT)
    assert kinds(seen) == [SignedOut, SignedIn]


async def test_an_expired_session_is_locked_too_and_opens_again(
    kept: Opened, server: FaultServer
) -> None:
    session = kept.services.session
    await expire(kept, server)
    session.lock()
    assert state_of(session) == Locked(USER_ID, MAYA, None)
    await removed(kept.vault)
    await session.unlock(PASSWORD_SECRET)
    assert isinstance(session.state, SignedIn)
    assert len(kept.vault.kept) == 1


async def test_without_a_session_there_is_nothing_to_lock(
    opened: Opened, server: FaultServer
) -> None:
    session = opened.services.session
    session.lock()
    assert isinstance(session.state, SignedOut)
    await session.unlock(PASSWORD_SECRET)
    assert server.requests == []
    server.on("POST", SIGN_IN, faults.never)
    attempt = asyncio.create_task(session.sign_in(MAYA, PASSWORD_SECRET, keep=False))
    await until(lambda: isinstance(session.state, SigningIn))
    session.lock()
    assert isinstance(state_of(session), SigningIn)
    attempt.cancel()
    with pytest.raises(asyncio.CancelledError):
        await attempt


# On the way in


async def test_who_leaves_while_signing_in_arrives_locked_and_is_kept_after_unlocking(
    opened: Opened, server: FaultServer
) -> None:
    answered = threading.Event()
    session = opened.services.session
    server.on("POST", SIGN_IN, faults.after(answered, token_answer(login_token())))
    attempt = asyncio.create_task(session.sign_in(MAYA, PASSWORD_SECRET, keep=True))
    await until(lambda: server.count("POST", SIGN_IN))
    seen = watch(session)
    session.lock()
    answered.set()
    await attempt
    assert kinds(seen) == [Locked]
    assert opened.vault.kept == {}
    new = login_token(age=3)
    server.on("POST", SIGN_IN, token_answer(new))
    waiting = asyncio.create_task(session.current())
    await session.unlock(PASSWORD_SECRET)
    assert (await waiting).get_secret_value() == new
    assert [one.token.get_secret_value() for one in opened.vault.kept.values()] == [new]


async def test_who_leaves_before_the_keyring_has_answered_arrives_locked(
    vault: MemoryVault, store: Store, journal: MemoryJournal
) -> None:
    await vault.save(store, session_of(store))
    async with opening(store, vault, journal) as open_one:
        session = open_one.services.session
        seen = watch(session)
        session.lock()
        await session.restore(kept=True)
        assert kinds(seen) == [Locked]
        await removed(vault)
        await session.unlock(PASSWORD_SECRET)
        assert vault.kept, "kept as before"


async def test_who_typed_another_password_since_is_there(
    opened: Opened, server: FaultServer
) -> None:
    session = opened.services.session
    server.on("POST", SIGN_IN, faults.never, token_answer(login_token()))
    first = asyncio.create_task(session.sign_in(MAYA, PASSWORD_SECRET, keep=False))
    await until(lambda: server.count("POST", SIGN_IN))
    session.lock()
    await session.sign_in(MAYA, PASSWORD_SECRET, keep=False)
    assert isinstance(session.state, SignedIn)
    first.cancel()
    with pytest.raises(asyncio.CancelledError):
        await first


async def test_a_refused_password_forgets_that_somebody_left(
    opened: Opened, server: FaultServer
) -> None:
    answered = threading.Event()
    session = opened.services.session
    no = faults.refusal(401, "Invalid email or password", "unauthorized")
    server.on("POST", SIGN_IN, faults.after(answered, no), token_answer(login_token()))
    attempt = asyncio.create_task(session.sign_in(MAYA, PASSWORD_SECRET, keep=False))
    await until(lambda: server.count("POST", SIGN_IN))
    session.lock()
    answered.set()
    with pytest.raises(WrongPassword):
        await attempt
    await session.sign_in(MAYA, PASSWORD_SECRET, keep=False)
    assert isinstance(session.state, SignedIn)


async def test_a_sign_in_that_was_typed_before_the_lock_opens_nothing(
    signed_in: Opened, server: FaultServer
) -> None:
    session = signed_in.services.session
    session.lock()
    state = session.state
    await session.sign_in(MAYA, PASSWORD_SECRET, keep=False)
    assert session.state is state
    assert server.count("POST", SIGN_IN) == 1


async def test_who_leaves_again_while_unlocking_finds_it_locked(
    signed_in: Opened, server: FaultServer
) -> None:
    answered = threading.Event()
    session = signed_in.services.session
    session.lock()
    server.on("POST", SIGN_IN, faults.after(answered, token_answer(login_token())))
    attempt = asyncio.create_task(session.unlock(PASSWORD_SECRET))
    await until(lambda: server.count("POST", SIGN_IN) == 2)
    session.lock()
    answered.set()
    await attempt
    assert is_locked(session)
    await session.unlock(PASSWORD_SECRET)
    assert not is_locked(session)


async def test_a_lock_in_answer_to_the_sign_in_knows_that_it_was_to_be_kept(
    opened: Opened,
) -> None:
    session = opened.services.session
    leave = session.changed.subscribe(
        lambda state: session.lock() if isinstance(state, SignedIn) else None
    )
    await session.sign_in(MAYA, PASSWORD_SECRET, keep=True)
    assert is_locked(session)
    assert opened.vault.kept == {}
    leave()
    await session.unlock(PASSWORD_SECRET)
    assert opened.vault.kept


async def test_a_part_of_the_screen_that_fails_keeps_neither_the_token_nor_its_copy(
    kept: Opened, qtbot: QtBot
) -> None:
    session = kept.services.session
    begun: list[bool] = []

    def fail(state: State) -> None:
        begun.append(isinstance(state, Locked) and session.state is state)
        raise RuntimeError("a page is gone")

    session.changed.subscribe(fail)
    seen = watch(session)
    with qtbot.capture_exceptions() as failures:
        session.lock()
    assert (begun, kinds(seen), len(failures)) == ([True], [Locked], 1)
    await removed(kept.vault)


@pytest.mark.parametrize("then", ["signed out", "locked"])
async def test_an_answer_that_comes_too_late_opens_nothing(
    then: str, signed_in: Opened, server: FaultServer
) -> None:
    answered = threading.Event()
    session = signed_in.services.session
    if then == "locked":  # while signing in again over the page
        await expire(signed_in, server)
    else:
        session.lock()
    server.on("POST", SIGN_IN, faults.after(answered, token_answer(login_token())))
    attempt = asyncio.create_task(
        session.sign_in(MAYA, PASSWORD_SECRET, keep=True)
        if then == "locked"
        else session.unlock(PASSWORD_SECRET)
    )
    await until(lambda: server.count("POST", SIGN_IN) == 2)
    if then == "locked":
        session.lock()
    else:
        await session.sign_out()
    state = session.state
    answered.set()
    await attempt
    assert session.state is state
    assert signed_in.vault.kept == {}


# The keyring


async def test_a_restart_does_not_get_around_the_lock(
    kept: Opened, store: Store, journal: MemoryJournal
) -> None:
    kept.services.session.lock()
    await kept.services.session.aclose()  # the program is closed at once
    async with opening(store, kept.vault, journal) as again:
        await again.services.session.restore(kept=True)
        assert isinstance(again.services.session.state, SignedOut)


@pytest.mark.parametrize("keep", [True, False])
async def test_unlocking_keeps_the_session_as_before(
    keep: bool, opened: Opened, server: FaultServer
) -> None:
    session = opened.services.session
    await session.sign_in(MAYA, PASSWORD_SECRET, keep=keep)
    session.lock()
    await removed(opened.vault)
    new = login_token(age=3)
    server.on("POST", SIGN_IN, token_answer(new))
    await session.unlock(PASSWORD_SECRET)
    tokens = [one.token.get_secret_value() for one in opened.vault.kept.values()]
    assert tokens == ([new] if keep else [])
    await session.sign_out()
    assert opened.vault.kept == {}


async def test_an_entry_that_cannot_be_removed_at_the_lock_is_named_in_a_notice(
    kept: Opened,
) -> None:
    session = kept.services.session
    notices: list[ConsoleError] = []
    session.notices.subscribe(notices.append)
    kept.vault.locked = True
    session.lock()
    (notice,) = await until(lambda: list(notices))
    assert is_locked(session)
    assert isinstance(notice, VaultUnavailable)
    assert MAYA in notice.entry
    kept.vault.locked = False
    await session.sign_out()
    assert kept.vault.kept == {}, "signing out tries again"


async def test_a_session_being_written_at_the_lock_does_not_stay(
    opened: Opened, server: FaultServer
) -> None:
    session, vault = opened.services.session, opened.vault
    await session.sign_in(MAYA, PASSWORD_SECRET, keep=True)
    server.on("POST", REFRESH, token_answer(login_token(age=1)))
    await session.refresh()  # its new session is being written
    session.lock()
    await session.aclose()
    assert vault.kept == {}


async def test_nothing_is_refreshed_while_locked(service: MakeService, server: FaultServer) -> None:
    session, nap = service(Day())
    await session.restore(kept=False)
    server.on("POST", SIGN_IN, token_answer(login_token(life=3600, age=3000)))
    server.on("POST", REFRESH, token_answer(login_token(life=3600)))
    await session.sign_in(MAYA, PASSWORD_SECRET, keep=False)
    session.lock()
    working = asyncio.create_task(session.keep_fresh())
    await until(lambda: nap.asked)
    for _ in range(5):
        await nap.over()
    assert server.count("POST", REFRESH) == 0
    await session.unlock(PASSWORD_SECRET)
    await nap.over()
    assert server.count("POST", REFRESH) == 1
    await ended(working)


async def test_after_unlocking_a_session_can_expire_and_be_locked_again(
    signed_in: Opened, server: FaultServer
) -> None:
    session = signed_in.services.session
    for _ in range(3):
        session.lock()
        await session.unlock(PASSWORD_SECRET)
    await expire(signed_in, server)
    assert isinstance(session.state, Expired)


async def test_what_a_lock_has_forgotten_is_not_sent_again(
    opened: Opened, server: FaultServer
) -> None:
    await opened.services.session.sign_in(MAYA, PASSWORD_SECRET, keep=False)
    server.on("GET", ME, faults.answer(503, headers={"Retry-After": "1"}), me())
    asking = asyncio.create_task(opened.services.users.me())
    await until(lambda: server.count("GET", ME) == 1)
    opened.services.session.lock()
    with pytest.raises(ConsoleError):
        await asking
    assert server.count("GET", ME) == 1

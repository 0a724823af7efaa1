"""Who is signed in: every change of state, and what must change nothing."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator

import pytest
from pydantic import SecretStr
from pytestqt.qtbot import QtBot

from medusa_console.domain.errors import (
    ConsoleError,
    Forbidden,
    NoAdminAccount,
    SignInNeeded,
    Unreachable,
    VaultUnavailable,
    WrongPassword,
)
from medusa_console.domain.session import Ended
from medusa_console.domain.store import Environment, Store
from medusa_console.services.session import (
    Expired,
    Restoring,
    SessionService,
    SignedIn,
    SignedOut,
    SigningIn,
)
from tests.faults import server as faults
from tests.faults.medusa import USER_ID, login_token
from tests.faults.server import FaultServer
from tests.services.conftest import MAYA, PASSWORD_SECRET, REFRESH, SIGN_IN, Opened, opening
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


@pytest.fixture
async def fresh(
    store: Store, vault: MemoryVault, journal: MemoryJournal
) -> AsyncIterator[SessionService]:
    """A store that has just been opened: nobody has looked into the keyring."""
    async with opening(store, vault, journal) as open_one:
        yield open_one.services.session


# Restoring


async def test_a_kept_session_is_taken_up(
    fresh: SessionService, vault: MemoryVault, store: Store
) -> None:
    kept = session_of(store)
    await vault.save(store, kept)
    assert isinstance(fresh.state, Restoring)
    await fresh.restore(kept=True)
    assert state_of(fresh) == SignedIn(kept)
    assert fresh.user_id == USER_ID
    assert await fresh.current() == kept.token


async def test_without_a_kept_session_nobody_is_signed_in(fresh: SessionService) -> None:
    await fresh.restore(kept=True)
    assert state_of(fresh) == SignedOut(Ended.NEVER)
    assert fresh.user_id == ""
    with pytest.raises(SignInNeeded):
        await fresh.current()


async def test_a_session_that_is_not_to_be_kept_is_not_looked_for(
    fresh: SessionService, vault: MemoryVault
) -> None:
    await fresh.restore(kept=False)
    assert vault.calls == []
    assert isinstance(fresh.state, SignedOut)


async def test_a_locked_keyring_is_a_notice_and_leads_to_the_sign_in(
    fresh: SessionService, vault: MemoryVault
) -> None:
    vault.locked = True
    notices: list[ConsoleError] = []
    fresh.notices.subscribe(notices.append)
    await fresh.restore(kept=True)
    assert state_of(fresh) == SignedOut(Ended.NEVER)
    assert [type(notice) for notice in notices] == [VaultUnavailable]


async def test_an_offline_start_keeps_the_session(
    vault: MemoryVault, journal: MemoryJournal
) -> None:
    with FaultServer() as gone:
        store = Store("s", "S", gone.origin, Environment.LIVE, email=MAYA)
    await vault.save(store, session_of(store))
    async with opening(store, vault, journal) as open_one:
        await open_one.services.session.restore(kept=True)
        with pytest.raises(Unreachable):
            await open_one.services.users.me()
        assert isinstance(open_one.services.session.state, SignedIn)
        assert vault.kept


# Signing in


async def test_signing_in_passes_through_its_states(opened: Opened) -> None:
    session = opened.services.session
    seen = watch(session)
    await session.sign_in(f"  {MAYA} ", PASSWORD_SECRET, keep=False)
    assert seen[0] == SigningIn(MAYA, keep=False)
    assert kinds(seen) == [SigningIn, SignedIn]
    assert opened.vault.calls == []


@pytest.mark.parametrize(
    ("behaviour", "means"),
    [
        (faults.refusal(401, "Invalid email or password", "unauthorized"), WrongPassword),
        (token_answer(login_token(actor_id="")), NoAdminAccount),
        (faults.reset, Unreachable),
    ],
)
async def test_a_refused_sign_in_leads_back(
    behaviour: faults.Behaviour, means: type[Exception], opened: Opened, server: FaultServer
) -> None:
    server.on("POST", SIGN_IN, behaviour)
    seen = watch(opened.services.session)
    with pytest.raises(means):
        await opened.services.session.sign_in(MAYA, PASSWORD_SECRET, keep=True)
    assert kinds(seen) == [SigningIn, SignedOut]
    assert opened.vault.calls == []
    assert server.count("POST", SIGN_IN) == 1


async def test_giving_up_a_sign_in_leads_back(opened: Opened, server: FaultServer) -> None:
    server.on("POST", SIGN_IN, faults.never)
    seen = watch(opened.services.session)
    attempt = asyncio.create_task(
        opened.services.session.sign_in(MAYA, PASSWORD_SECRET, keep=False)
    )
    await until(lambda: server.count("POST", SIGN_IN))
    attempt.cancel()
    with pytest.raises(asyncio.CancelledError):
        await attempt
    assert kinds(seen) == [SigningIn, SignedOut]


async def test_of_two_sign_ins_the_later_counts_and_the_earlier_is_forgotten(
    opened: Opened, server: FaultServer
) -> None:
    answered = threading.Event()
    early, late = login_token(), login_token(age=5)
    server.on("POST", SIGN_IN, faults.after(answered, token_answer(early)), token_answer(late))
    session = opened.services.session
    first = asyncio.create_task(session.sign_in("old@x.example", PASSWORD_SECRET, keep=True))
    await until(lambda: server.count("POST", SIGN_IN))
    await session.sign_in(MAYA, PASSWORD_SECRET, keep=False)
    answered.set()
    await first
    assert token_of(session) == late
    assert opened.vault.kept == {}


async def test_replacing_a_sign_in_by_another_leaves_the_other_alone(
    opened: Opened, server: FaultServer
) -> None:
    """As a second press of Enter does: the new attempt begins before the old one is cancelled."""
    answered = threading.Event()
    answer = faults.after(answered, token_answer(login_token()))
    server.on("POST", SIGN_IN, faults.never, answer)
    session = opened.services.session
    seen = watch(session)
    first = asyncio.create_task(session.sign_in(MAYA, PASSWORD_SECRET, keep=False))
    await until(lambda: server.count("POST", SIGN_IN))
    second = asyncio.create_task(session.sign_in(MAYA, PASSWORD_SECRET, keep=False))
    await until(lambda: server.count("POST", SIGN_IN) == 2)
    first.cancel()
    with pytest.raises(asyncio.CancelledError):
        await first
    answered.set()
    await second
    assert kinds(seen) == [SigningIn, SigningIn, SignedIn]


async def test_who_is_in_already_sends_no_password(signed_in: Opened, server: FaultServer) -> None:
    session = signed_in.services.session
    state = session.state
    await session.sign_in(MAYA, PASSWORD_SECRET, keep=False)
    assert session.state is state
    assert server.count("POST", SIGN_IN) == 1


async def test_who_signs_in_while_the_keyring_is_asked_is_not_disturbed_by_its_answer(
    fresh: SessionService, vault: MemoryVault, store: Store, server: FaultServer
) -> None:
    kept, new = login_token(age=100), login_token()
    await vault.save(store, session_of(store, kept))
    answered = asyncio.Event()
    vault.prompt = answered.wait
    server.on("POST", SIGN_IN, token_answer(new))
    restoring = asyncio.create_task(fresh.restore(kept=True))
    await until(lambda: "load" in vault.calls)
    await fresh.sign_in(MAYA, PASSWORD_SECRET, keep=False)
    answered.set()
    await restoring
    assert token_of(fresh) == new
    await fresh.sign_out()
    assert vault.kept == {}


# Signing out


async def test_signing_out_tells_how_long_the_server_still_accepts_the_token(
    signed_in: Opened,
) -> None:
    session = signed_in.services.session
    assert isinstance(session.state, SignedIn)
    until_then = session.state.session.expires_at
    await session.sign_out()
    assert state_of(session) == SignedOut(Ended.SIGNED_OUT, until_then)
    with pytest.raises(SignInNeeded):
        await signed_in.services.users.me()
    await session.sign_out()
    assert state_of(session) == SignedOut(Ended.SIGNED_OUT, until_then)


async def test_signing_out_needs_no_server(signed_in: Opened, server: FaultServer) -> None:
    requests = len(server.requests)
    await signed_in.services.session.sign_out()
    assert len(server.requests) == requests


async def test_an_answer_to_a_sign_in_that_comes_after_signing_out_opens_nothing(
    opened: Opened, server: FaultServer
) -> None:
    answered = threading.Event()
    server.on("POST", SIGN_IN, faults.after(answered, token_answer(login_token())))
    session = opened.services.session
    attempt = asyncio.create_task(session.sign_in(MAYA, PASSWORD_SECRET, keep=True))
    await until(lambda: server.count("POST", SIGN_IN))
    await session.sign_out()
    answered.set()
    await attempt
    assert isinstance(session.state, SignedOut)
    assert opened.vault.kept == {}


async def test_signing_out_before_the_keyring_has_answered_leaves_nothing_in_it(
    fresh: SessionService, vault: MemoryVault, store: Store
) -> None:
    await vault.save(store, session_of(store))
    answered = asyncio.Event()
    vault.prompt = answered.wait
    restoring = asyncio.create_task(fresh.restore(kept=True))
    await until(lambda: "load" in vault.calls)
    seen = watch(fresh)
    await fresh.sign_out()
    assert vault.kept == {}
    answered.set()
    await restoring
    assert seen == [SignedOut(Ended.SIGNED_OUT)]
    assert fresh.state is seen[0]


async def test_signing_out_before_the_keyring_was_asked_leaves_nothing_in_it(
    fresh: SessionService, vault: MemoryVault, store: Store
) -> None:
    await vault.save(store, session_of(store))
    await fresh.sign_out()
    await fresh.restore(kept=True)
    assert state_of(fresh) == SignedOut(Ended.SIGNED_OUT)
    assert vault.kept == {}


async def test_a_wrong_password_typed_while_the_keyring_is_asked_costs_no_kept_session(
    fresh: SessionService, vault: MemoryVault, store: Store, server: FaultServer
) -> None:
    await vault.save(store, session_of(store))
    answered = asyncio.Event()
    vault.prompt = answered.wait
    restoring = asyncio.create_task(fresh.restore(kept=True))
    await until(lambda: "load" in vault.calls)
    server.on("POST", SIGN_IN, faults.refusal(401, "Invalid email or password", "unauthorized"))
    with pytest.raises(WrongPassword):
        await fresh.sign_in(MAYA, PASSWORD_SECRET, keep=True)
    answered.set()
    await restoring
    assert isinstance(state_of(fresh), SignedOut)
    assert vault.kept


async def test_who_does_not_want_to_be_kept_leaves_no_older_session_behind(
    fresh: SessionService, vault: MemoryVault, store: Store
) -> None:
    await vault.save(store, session_of(store, login_token(age=100)))
    answered = asyncio.Event()
    vault.prompt = answered.wait
    restoring = asyncio.create_task(fresh.restore(kept=True))
    await until(lambda: "load" in vault.calls)
    await fresh.sign_in(MAYA, PASSWORD_SECRET, keep=False)
    assert vault.kept == {}
    answered.set()
    await restoring


async def test_a_part_of_the_screen_that_fails_does_not_keep_others_from_hearing(
    opened: Opened, qtbot: QtBot
) -> None:
    session = opened.services.session

    def fail(_: object) -> None:
        raise RuntimeError("a page is gone")

    session.changed.subscribe(fail)
    seen = watch(session)
    with qtbot.capture_exceptions() as failures:
        await session.sign_in(MAYA, PASSWORD_SECRET, keep=True)
        await session.sign_out()
    assert kinds(seen) == [SigningIn, SignedIn, SignedOut]
    assert len(failures) == 3
    assert opened.vault.kept == {}


# Refused tokens


async def test_fifty_refused_calls_make_one_refresh(signed_in: Opened, server: FaultServer) -> None:
    old, new = token_of(signed_in.services.session), login_token(age=1)

    def only_the_new(exchange: faults.Exchange) -> None:
        fresh = exchange.request.headers["authorization"] == f"Bearer {new}"
        (me() if fresh else OVER)(exchange)

    server.on("GET", ME, only_the_new)
    server.on("POST", REFRESH, token_answer(new), OVER)
    seen = watch(signed_in.services.session)
    people = await asyncio.gather(*(signed_in.services.users.me() for _ in range(50)))
    assert {person.id for person in people} == {USER_ID}
    assert server.count("POST", REFRESH) == 1
    assert server.last("POST", REFRESH).headers["authorization"] == f"Bearer {old}"
    assert server.count("GET", ME) == 100
    assert kinds(seen) == [SignedIn]


async def test_who_stops_waiting_does_not_stop_the_refresh(
    signed_in: Opened, server: FaultServer
) -> None:
    answered = threading.Event()
    server.on("GET", ME, OVER, OVER, me())
    server.on("POST", REFRESH, faults.after(answered, token_answer(login_token(age=1))))
    first = asyncio.create_task(signed_in.services.users.me())
    second = asyncio.create_task(signed_in.services.users.me())
    await until(lambda: server.count("POST", REFRESH) and server.count("GET", ME) == 2)
    first.cancel()
    answered.set()
    assert (await second).id == USER_ID
    assert server.count("POST", REFRESH) == 1


async def test_a_late_refusal_of_the_old_token_refreshes_nothing(
    signed_in: Opened, server: FaultServer
) -> None:
    session = signed_in.services.session
    old = await session.current()
    server.on("POST", REFRESH, token_answer(login_token(age=1)))
    new = await session.renew(old)
    assert await session.renew(old) == new
    assert server.count("POST", REFRESH) == 1


@pytest.mark.parametrize(
    "behaviour",
    [OVER, token_answer(login_token(actor_id="")), faults.json_answer({}),
     faults.json_answer({"mfa_required": True, "token": "x"})],
    ids=["refused", "no actor", "no token", "asks for MFA"],
)  # fmt: skip
async def test_a_refused_refresh_ends_the_session_and_nothing_else(
    behaviour: faults.Behaviour, signed_in: Opened, server: FaultServer
) -> None:
    server.on("GET", ME, OVER)
    server.on("POST", REFRESH, behaviour)
    with pytest.raises(SignInNeeded):
        await signed_in.services.users.me()
    state = signed_in.services.session.state
    assert isinstance(state, Expired)
    assert (state.user_id, state.email) == (USER_ID, MAYA)
    assert signed_in.services.session.user_id == USER_ID
    with pytest.raises(SignInNeeded):
        await signed_in.services.users.me()
    assert (server.count("GET", ME), server.count("POST", REFRESH)) == (1, 1)


async def test_a_refresh_that_brings_another_accounts_session_ends_this_one(
    signed_in: Opened, server: FaultServer
) -> None:
    others = login_token(actor_id=OTHER_USER, app_metadata={"user_id": OTHER_USER})
    server.on("GET", ME, OVER)
    server.on("POST", REFRESH, token_answer(others))
    with pytest.raises(SignInNeeded):
        await signed_in.services.users.me()
    state = signed_in.services.session.state
    assert isinstance(state, Expired)
    assert state.user_id == USER_ID
    assert not [r for r in server.requests if others in r.headers.get("authorization", "")]


async def test_a_server_that_refuses_even_the_new_token_ends_the_session_after_one_refresh(
    signed_in: Opened, server: FaultServer
) -> None:
    server.on("GET", ME, OVER)
    server.on("POST", REFRESH, token_answer(login_token(age=1)))
    outcomes = await asyncio.gather(
        *(signed_in.services.users.me() for _ in range(10)), return_exceptions=True
    )
    assert {type(outcome) for outcome in outcomes} == {SignInNeeded}
    assert isinstance(signed_in.services.session.state, Expired)
    assert server.count("POST", REFRESH) == 1


@pytest.mark.parametrize(
    "behaviour",
    [faults.refusal(500, "An unknown error occurred."), faults.reset, faults.answer(502),
     faults.answer(200, b"<html>", content_type="text/html"), faults.answer(429),
     faults.refusal(404, "no Route matched")],
    ids=["500", "reset", "502", "HTML", "429", "a gateway's 404"],
)  # fmt: skip
async def test_a_refresh_that_fails_ends_nothing(
    behaviour: faults.Behaviour, signed_in: Opened, server: FaultServer
) -> None:
    old = token_of(signed_in.services.session)
    server.on("GET", ME, OVER, OVER, me())
    server.on("POST", REFRESH, behaviour, token_answer(login_token(age=1)))
    with pytest.raises(ConsoleError) as caught:
        await signed_in.services.users.me()
    assert not isinstance(caught.value, SignInNeeded)
    assert token_of(signed_in.services.session) == old
    assert (await signed_in.services.users.me()).id == USER_ID


async def test_a_deleted_account_is_signed_out_and_its_kept_session_removed(
    opened: Opened, server: FaultServer
) -> None:
    session = opened.services.session
    await session.sign_in(MAYA, PASSWORD_SECRET, keep=True)
    server.on("GET", ME, OVER)
    gone = "AuthIdentity with id: authid_01 was not found"
    server.on("POST", REFRESH, faults.refusal(404, gone, "not_found"))
    with pytest.raises(SignInNeeded):
        await opened.services.users.me()
    assert isinstance(session.state, SignedOut)
    assert session.state.reason is Ended.ACCOUNT_GONE
    assert opened.vault.kept == {}


async def test_a_missing_right_never_signs_out(signed_in: Opened, server: FaultServer) -> None:
    server.on("GET", ME, faults.refusal(403, "Forbidden", "forbidden"))
    with pytest.raises(Forbidden):
        await signed_in.services.users.me()
    assert isinstance(signed_in.services.session.state, SignedIn)
    assert server.count("POST", REFRESH) == 0


# A refresh that comes too late


@pytest.mark.parametrize(
    "late",
    [token_answer(login_token(age=1)), OVER, faults.refusal(404, "gone", "not_found"),
     faults.reset],
    ids=["good", "refused", "account gone", "lost"],
)  # fmt: skip
@pytest.mark.parametrize("then", ["signed out", "another account", "the same account"])
async def test_a_refresh_that_ends_after_the_session_changes_nothing(
    late: faults.Behaviour, then: str, opened: Opened, server: FaultServer
) -> None:
    session = opened.services.session
    await session.sign_in(MAYA, PASSWORD_SECRET, keep=True)
    answered = threading.Event()
    server.on("GET", ME, OVER)
    server.on("POST", REFRESH, faults.after(answered, late))
    call = asyncio.create_task(opened.services.users.me())
    await until(lambda: server.count("POST", REFRESH))
    await session.sign_out()
    if then != "signed out":
        user = OTHER_USER if then == "another account" else USER_ID
        server.on("POST", SIGN_IN, token_answer(login_token(age=7, actor_id=user)))
        await session.sign_in("jon@x.example", PASSWORD_SECRET, keep=False)
    state = session.state
    seen = watch(session)
    answered.set()
    with pytest.raises((SignInNeeded, Unreachable)):
        await call
    assert session.state is state
    assert seen == []
    assert opened.vault.kept == {}


async def test_the_next_account_does_not_wait_for_the_former_ones_refresh(
    signed_in: Opened, server: FaultServer
) -> None:
    session = signed_in.services.session
    server.on("GET", ME, OVER, OVER, me())
    server.on("POST", REFRESH, faults.never, token_answer(login_token(age=1, actor_id=OTHER_USER)))
    call = asyncio.create_task(signed_in.services.users.me())
    await until(lambda: server.count("POST", REFRESH))
    await session.sign_out()
    server.on("POST", SIGN_IN, token_answer(login_token(actor_id=OTHER_USER)))
    await session.sign_in(MAYA, PASSWORD_SECRET, keep=False)
    await signed_in.services.users.me()
    assert session.user_id == OTHER_USER
    assert server.count("POST", REFRESH) == 2
    call.cancel()


async def test_closing_the_store_ends_a_refresh_under_way(
    store: Store, vault: MemoryVault, journal: MemoryJournal, server: FaultServer
) -> None:
    async with opening(store, vault, journal) as open_one:
        session = open_one.services.session
        await session.restore(kept=False)
        await session.sign_in(MAYA, PASSWORD_SECRET, keep=False)
        server.on("POST", REFRESH, faults.never)
        waiting = asyncio.create_task(session.renew(await session.current()))
        await until(lambda: server.count("POST", REFRESH))
    with pytest.raises(asyncio.CancelledError):
        await waiting


async def test_a_refused_request_of_the_former_account_is_not_repeated_as_the_next(
    signed_in: Opened, server: FaultServer
) -> None:
    answered = threading.Event()
    session = signed_in.services.session
    server.on("GET", ME, faults.after(answered, OVER), me())
    call = asyncio.create_task(signed_in.services.users.me())
    await until(lambda: server.count("GET", ME))
    await session.sign_out()
    server.on("POST", SIGN_IN, token_answer(login_token(actor_id=OTHER_USER)))
    await session.sign_in("jon@x.example", PASSWORD_SECRET, keep=False)
    answered.set()
    with pytest.raises(SignInNeeded):
        await call
    assert server.count("GET", ME) == 1
    assert isinstance(session.state, SignedIn)


# After the end of a session


async def test_the_same_account_goes_on_where_it_was(
    signed_in: Opened, server: FaultServer
) -> None:
    await expire(signed_in, server)
    seen = watch(signed_in.services.session)
    await signed_in.services.session.sign_in(MAYA, PASSWORD_SECRET, keep=False)
    assert kinds(seen) == [SignedIn]


async def test_another_account_begins_anew(signed_in: Opened, server: FaultServer) -> None:
    await expire(signed_in, server)
    seen = watch(signed_in.services.session)
    server.on("POST", SIGN_IN, token_answer(login_token(actor_id=OTHER_USER)))
    await signed_in.services.session.sign_in("jon@x.example", PASSWORD_SECRET, keep=False)
    assert seen[0] == SignedOut(Ended.OTHER_ACCOUNT)
    assert kinds(seen) == [SignedOut, SignedIn]
    assert signed_in.services.session.user_id == OTHER_USER


async def test_a_wrong_password_leaves_the_page_where_it_is(
    signed_in: Opened, server: FaultServer
) -> None:
    await expire(signed_in, server)
    state = signed_in.services.session.state
    server.on("POST", SIGN_IN, faults.refusal(401, "Invalid email or password", "unauthorized"))
    with pytest.raises(WrongPassword):
        await signed_in.services.session.sign_in(MAYA, PASSWORD_SECRET, keep=False)
    assert signed_in.services.session.state is state


@pytest.mark.parametrize("user", [USER_ID, OTHER_USER], ids=["same account", "other account"])
async def test_signing_out_while_signing_in_again_stays_signed_out(
    user: str, signed_in: Opened, server: FaultServer
) -> None:
    await expire(signed_in, server)
    answered = threading.Event()
    again = token_answer(login_token(actor_id=user))
    server.on("POST", SIGN_IN, faults.after(answered, again))
    session = signed_in.services.session
    attempt = asyncio.create_task(session.sign_in(MAYA, PASSWORD_SECRET, keep=True))
    await until(lambda: server.count("POST", SIGN_IN) == 2)
    await session.sign_out()
    answered.set()
    await attempt
    assert state_of(session) == SignedOut(Ended.SIGNED_OUT)
    assert signed_in.vault.kept == {}


# Keeping the session


async def test_a_session_is_kept_only_if_asked_and_removed_at_sign_out(opened: Opened) -> None:
    session = opened.services.session
    await session.sign_in(MAYA, PASSWORD_SECRET, keep=True)
    assert [kept.token.get_secret_value() for kept in opened.vault.kept.values()] == [
        token_of(session)
    ]
    await session.sign_out()
    assert opened.vault.kept == {}
    await session.sign_in(MAYA, PASSWORD_SECRET, keep=False)
    await session.sign_out()
    assert opened.vault.calls == ["save", "delete"]


async def test_a_renewed_session_replaces_the_kept_one(opened: Opened, server: FaultServer) -> None:
    session = opened.services.session
    await session.sign_in(MAYA, PASSWORD_SECRET, keep=True)
    new = login_token(age=1)
    server.on("POST", REFRESH, token_answer(new))
    await session.renew(await session.current())
    await until(lambda: opened.vault.calls == ["save", "save"])
    assert [kept.token.get_secret_value() for kept in opened.vault.kept.values()] == [new]


async def test_a_keyring_that_fails_is_a_notice_and_is_not_asked_again(
    opened: Opened, server: FaultServer
) -> None:
    session = opened.services.session
    notices: list[ConsoleError] = []
    session.notices.subscribe(notices.append)
    opened.vault.locked = True
    await session.sign_in(MAYA, PASSWORD_SECRET, keep=True)
    assert isinstance(session.state, SignedIn)
    assert [type(notice) for notice in notices] == [VaultUnavailable]
    server.on("POST", REFRESH, token_answer(login_token(age=1)))
    await session.renew(await session.current())
    await session.sign_out()
    assert opened.vault.calls == ["save"]
    assert len(notices) == 1


async def test_a_keyring_that_fails_later_still_loses_its_entry_at_sign_out(
    opened: Opened, server: FaultServer
) -> None:
    session = opened.services.session
    await session.sign_in(MAYA, PASSWORD_SECRET, keep=True)
    opened.vault.locked = True
    server.on("POST", REFRESH, token_answer(login_token(age=1)))
    await session.renew(await session.current())
    await until(lambda: opened.vault.calls == ["save", "save"])
    opened.vault.locked = False
    await session.sign_out()
    assert opened.vault.kept == {}


async def test_an_entry_that_cannot_be_removed_is_named_and_the_session_forgotten(
    opened: Opened,
) -> None:
    session = opened.services.session
    await session.sign_in(MAYA, PASSWORD_SECRET, keep=True)
    opened.vault.locked = True
    with pytest.raises(VaultUnavailable) as caught:
        await session.sign_out()
    assert MAYA in caught.value.entry
    assert isinstance(session.state, SignedOut)
    with pytest.raises(SignInNeeded):
        await session.current()


async def test_a_session_kept_earlier_is_removed_when_it_shall_not_be_kept_any_more(
    opened: Opened, server: FaultServer
) -> None:
    await opened.services.session.sign_in(MAYA, PASSWORD_SECRET, keep=True)
    await expire(opened, server)
    await opened.services.session.sign_in(MAYA, PASSWORD_SECRET, keep=False)
    assert opened.vault.kept == {}


async def test_another_accounts_kept_session_is_removed(
    opened: Opened, server: FaultServer
) -> None:
    await opened.services.session.sign_in(MAYA, PASSWORD_SECRET, keep=True)
    await expire(opened, server)
    server.on("POST", SIGN_IN, token_answer(login_token(actor_id=OTHER_USER)))
    await opened.services.session.sign_in("jon@x.example", PASSWORD_SECRET, keep=True)
    assert {email for _, email in opened.vault.kept} == {"jon@x.example"}


async def test_the_place_of_kept_sessions_is_told_in_words(opened: Opened) -> None:
    assert await opened.services.session.keeping_place() == "this test"
    opened.vault.locked = True
    with pytest.raises(VaultUnavailable):
        await opened.services.session.keeping_place()


# Another store


async def test_a_token_never_goes_to_another_store(
    signed_in: Opened, server: FaultServer, vault: MemoryVault, journal: MemoryJournal
) -> None:
    with FaultServer() as other:
        moved = Store("s", "Northwind", other.origin, Environment.LIVE, email=MAYA)
        theirs = login_token(actor_id=OTHER_USER)
        other.on("POST", SIGN_IN, token_answer(theirs))
        other.on("GET", ME, me(OTHER_USER))
        server.on("GET", ME, me())
        async with opening(moved, vault, journal) as open_one:
            await open_one.services.session.restore(kept=True)
            assert isinstance(open_one.services.session.state, SignedOut)
            await open_one.services.session.sign_in(MAYA, SecretStr("another password"), keep=False)
            await asyncio.gather(open_one.services.users.me(), signed_in.services.users.me())
            ours = token_of(signed_in.services.session)
            for one, foreign in ((server, theirs), (other, ours)):
                for request in one.requests:
                    assert foreign not in str(request)
            assert PASSWORD_SECRET.get_secret_value() not in str(other.requests)

"""A sign-in through a provider's page: whatever happens in the browser ends in a session or in a
sentence, and makes no account unasked."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from pydantic import SecretStr

from medusa_console.connect import open_store
from medusa_console.domain.errors import (
    CallbackRefused,
    ConsoleError,
    MfaRequired,
    NoAdminAccount,
    OtherAccount,
    OutcomeUnknown,
    ProviderFailed,
    ProviderFault,
    ProviderRefused,
    Unreachable,
)
from medusa_console.domain.mfa import TOTP, MfaChallenge, MfaCode
from medusa_console.domain.session import Ended, read_provider
from medusa_console.domain.store import Store
from medusa_console.domain.user import AuthProvider
from medusa_console.services.further_steps import Begin
from medusa_console.services.provider_sign_in import LONGEST_WAIT
from medusa_console.services.session import Expired, Locked, SessionService, SignedIn, SignedOut
from medusa_console.services.store_services import StoreServices
from tests.faults import server as faults
from tests.faults.medusa import EMAIL, USER_ID, login_token, mfa_login
from tests.faults.server import FaultServer
from tests.services.browsing import CODE, GOODBYE, STATE, Surfer, visit
from tests.services.browsing import leads_to_page as page
from tests.services.conftest import MAYA, PASSWORD_SECRET
from tests.services.ports import MemoryJournal, MemoryVault, memory_journal
from tests.ui.standins import Clock
from tests.waiting import until

WORKPLACE = AuthProvider(id="workplace", display_name="Workplace", flow="redirect")
BEGIN = "/auth/user/workplace"
FINISH = "/auth/user/workplace/callback"
JOIN = "/auth/workplace/user"
REFRESH = "/auth/token/refresh"
SIGN_IN = "/auth/user/emailpass"


def full(**claims: Any) -> dict[str, str]:
    told: dict[str, Any] = {
        "auth_provider": "workplace",
        "user_metadata": {"email": EMAIL},
        **claims,
    }
    return {"token": login_token(**told)}


def newcomer() -> dict[str, str]:
    return full(actor_id="", app_metadata={})


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def services(
    store: Store, vault: MemoryVault, journal: MemoryJournal, server: FaultServer, clock: Clock
) -> AsyncIterator[StoreServices]:
    server.on("POST", BEGIN, page)
    server.on("POST", FINISH, faults.json_answer(full()))
    opened = await open_store(
        store, vault=vault, journal=memory_journal(journal), clock=clock.value
    )
    await opened.services.session.restore(kept=False)
    yield opened.services
    opened.services.writes.abandon()
    await opened.services.writes.settle(60)
    await opened.aclose()


async def begun(services: StoreServices, surfer: Surfer) -> asyncio.Task[Begin]:
    """The user is on the provider's page."""
    before = len(surfer.opened)
    task = asyncio.ensure_future(services.providers.ask(WORKPLACE, surfer.browser))
    await until(lambda: len(surfer.opened) > before or task.done())
    return task


async def proof(services: StoreServices, surfer: Surfer) -> Begin:
    task = await begun(services, surfer)
    assert await surfer.come_back() == GOODBYE
    return await task


def fault_of(task: asyncio.Task[Begin]) -> ProviderFault:
    error = task.exception()
    assert isinstance(error, ProviderFailed)
    assert STATE not in f"{error!r}"
    return error.fault


def state_of(session: SessionService) -> object:
    return session.state


async def test_the_whole_way_ends_in_a_session_of_the_account_that_the_provider_names(
    services: StoreServices, server: FaultServer
) -> None:
    surfer = Surfer()
    begin = await proof(services, surfer)
    await services.session.sign_in_by(begin, keep=False)
    state = services.session.state
    assert isinstance(state, SignedIn)
    assert (state.session.user_id, state.session.email) == (USER_ID, EMAIL)
    assert read_provider(state.session) == "workplace"
    assert server.last("POST", BEGIN).json() == {"callback_url": surfer.back}
    query = server.last("POST", FINISH).target.partition("?")[2]
    assert query == f"code={CODE}&state={STATE}"


async def test_another_program_of_this_computer_that_calls_first_gets_nobody_signed_in(
    services: StoreServices, server: FaultServer
) -> None:
    surfer = Surfer()
    task = await begun(services, surfer)
    for query in ("", "code=evil", f"code=evil&state={STATE[:-1]}", "error=access_denied",
                  f"code=evil&state={STATE}&state={STATE}"):  # fmt: skip
        assert await visit(surfer.back, query) == ""
    assert not task.done()
    assert server.count("POST", FINISH) == 0
    assert await surfer.come_back() == GOODBYE
    await services.session.sign_in_by(await task, keep=False)
    assert server.last("POST", FINISH).target.endswith(f"code={CODE}&state={STATE}")


async def test_denied_on_the_page_nothing_is_asked_of_the_store(
    services: StoreServices, server: FaultServer
) -> None:
    surfer = Surfer()
    task = await begun(services, surfer)
    await surfer.come_back(error="access_denied", error_description="<b>No</b>", state=STATE)
    await until(task.done)
    assert fault_of(task) is ProviderFault.DENIED
    assert server.count("POST", FINISH) == 0


async def test_the_browser_was_closed_and_the_time_is_over(
    services: StoreServices, clock: Clock
) -> None:
    surfer = Surfer()
    task = await begun(services, surfer)
    await until(lambda: clock.asleep)
    await clock.advance(LONGEST_WAIT - 1)
    assert not task.done()
    await clock.advance(1)
    await until(task.done)
    assert fault_of(task) is ProviderFault.TOO_LATE
    with pytest.raises(ConnectionRefusedError):  # an answer that comes later meets nobody
        await surfer.come_back()


async def test_cancelled_the_port_is_closed_and_the_next_attempt_has_another(
    services: StoreServices,
) -> None:
    surfer = Surfer()
    task = await begun(services, surfer)
    first = surfer.back
    task.cancel()
    await asyncio.wait([task])
    with pytest.raises(ConnectionRefusedError):
        await surfer.come_back()
    await services.session.sign_in_by(await proof(services, surfer), keep=False)
    assert surfer.back != first


async def test_of_two_at_once_the_second_is_told_to_wait(
    services: StoreServices, server: FaultServer
) -> None:
    surfer = Surfer()
    task = await begun(services, surfer)
    with pytest.raises(ProviderFailed) as caught:
        await services.providers.ask(WORKPLACE, surfer.browser)
    assert caught.value.fault is ProviderFault.BUSY
    assert server.count("POST", BEGIN) == 1
    await surfer.come_back()
    await services.session.sign_in_by(await task, keep=False)


async def test_no_port_is_left(services: StoreServices, monkeypatch: pytest.MonkeyPatch) -> None:
    async def none_left(*_: object, **__: object) -> None:
        raise OSError(98, "Address already in use")

    monkeypatch.setattr(asyncio, "start_server", none_left)
    task = await begun(services, Surfer())
    assert fault_of(task) is ProviderFault.NO_PORT
    assert "already in use" in str(task.exception())


async def test_no_browser(services: StoreServices) -> None:
    task = await begun(services, Surfer(opens=False))
    await until(task.done)
    assert fault_of(task) is ProviderFault.NO_BROWSER


@pytest.mark.parametrize(
    ("location", "fault"),
    [
        ("http://login.example/?state=" + "x" * 20, ProviderFault.UNSAFE_PAGE),
        ("file:///usr/bin/xterm", ProviderFault.UNSAFE_PAGE),
        ("https://login.example/?redirect_uri=https%3A%2F%2Fevil.example&state=" + "x" * 20,
         ProviderFault.LEADS_ELSEWHERE),
        ("https://login.example/", ProviderFault.NO_STATE),
    ],
)  # fmt: skip
async def test_a_page_that_must_not_be_opened_is_not(
    location: str, fault: ProviderFault, services: StoreServices, server: FaultServer
) -> None:
    server.on("POST", BEGIN, faults.json_answer({"location": location}))
    surfer = Surfer()
    task = await begun(services, surfer)
    assert fault_of(task) is fault
    assert surfer.opened == []


async def test_a_callback_that_the_store_does_not_allow_opens_nothing(
    services: StoreServices, server: FaultServer
) -> None:
    message = "The provided callback URL is not allowed"
    server.on("POST", BEGIN, faults.refusal(401, message, "unauthorized"))
    surfer = Surfer()
    task = await begun(services, surfer)
    assert isinstance(task.exception(), CallbackRefused)
    assert surfer.opened == []


async def test_an_answer_that_the_store_does_not_accept_signs_nobody_in(
    services: StoreServices, server: FaultServer
) -> None:
    message = "No state provided, or session expired"
    server.on("POST", FINISH, faults.refusal(401, message, "unauthorized"))
    begin = await proof(services, Surfer())
    with pytest.raises(ProviderRefused):
        await services.session.sign_in_by(begin, keep=False)
    assert isinstance(services.session.state, SignedOut)


# An identity without an account


async def stranger(services: StoreServices, server: FaultServer) -> NoAdminAccount:
    server.on("POST", FINISH, faults.json_answer(newcomer()))
    begin = await proof(services, Surfer())
    with pytest.raises(NoAdminAccount) as caught:
        await services.session.sign_in_by(begin, keep=False)
    return caught.value


async def test_an_identity_without_an_account_is_neither_linked_nor_made_one_unasked(
    services: StoreServices, server: FaultServer
) -> None:
    error = await stranger(services, server)
    assert error.email == EMAIL
    assert isinstance(services.session.state, SignedOut)
    assert server.count("POST", JOIN) == 0


async def test_asked_for_it_gets_an_account_and_a_session(
    services: StoreServices, server: FaultServer
) -> None:
    error = await stranger(services, server)
    server.on("POST", JOIN, faults.json_answer({"user": {"id": USER_ID, "email": EMAIL}}))
    server.on("POST", REFRESH, faults.json_answer(full()))
    await services.session.sign_in_by(services.providers.join(WORKPLACE, error), keep=False)
    assert isinstance(services.session.state, SignedIn)
    assert server.count("POST", JOIN) == 1


@pytest.mark.parametrize("made", [True, False])
async def test_if_that_answer_is_lost_it_is_looked_whether_the_account_is_there(
    made: bool, services: StoreServices, server: FaultServer
) -> None:
    error = await stranger(services, server)
    server.on("POST", JOIN, faults.close)
    server.on("POST", REFRESH, faults.json_answer(full() if made else newcomer()))
    begin = services.providers.join(WORKPLACE, error)
    if made:
        await services.session.sign_in_by(begin, keep=False)
        assert isinstance(services.session.state, SignedIn)
    else:
        with pytest.raises(OutcomeUnknown):
            await services.session.sign_in_by(begin, keep=False)
        assert isinstance(services.session.state, SignedOut)
    assert server.count("POST", JOIN) == 1


async def test_tried_again_it_takes_up_the_account_that_is_there(
    services: StoreServices, server: FaultServer
) -> None:
    error = await stranger(services, server)
    message = "The user is already registered and cannot create a new account."
    server.on("POST", JOIN, faults.refusal(400, message, "invalid_data"))
    server.on("POST", REFRESH, faults.json_answer(full()))
    await services.session.sign_in_by(services.providers.join(WORKPLACE, error), keep=False)
    assert isinstance(services.session.state, SignedIn)


# What a login needs more


class Codes:
    """Gives a code for each challenge."""

    def __init__(self) -> None:
        self.challenges: list[MfaChallenge] = []

    async def code(self, challenge: MfaChallenge, told: ConsoleError | None) -> MfaCode:
        self.challenges.append(challenge)
        return MfaCode(TOTP, SecretStr("123456"))

    async def verification(
        self, _email: str, _sent: bool, _told: ConsoleError | None
    ) -> SecretStr | None:
        raise AssertionError("a provider has verified the email")


async def test_a_second_factor_is_asked_for_as_after_a_password(
    services: StoreServices, server: FaultServer
) -> None:
    answer = mfa_login()
    challenge = answer["mfa_challenge"]["id"]
    server.on("POST", FINISH, faults.json_answer(answer))
    server.on("POST", f"/auth/mfa/challenges/{challenge}/verify", faults.json_answer(full()))
    begin = await proof(services, Surfer())
    codes = Codes()
    await services.session.sign_in_by(begin, keep=False, steps=codes)
    state = services.session.state
    assert isinstance(state, SignedIn)
    assert state.session.email == EMAIL
    assert len(codes.challenges) == 1


async def test_a_challenge_that_is_over_is_replaced_without_the_browser(
    services: StoreServices, server: FaultServer
) -> None:
    first, second = mfa_login(), mfa_login()
    server.on("POST", FINISH, faults.json_answer(first))
    server.on("POST", REFRESH, faults.json_answer(second))
    gone = faults.refusal(404, "MFA challenge with id was not found", "not_found")
    for answer, behaviour in ((first, gone), (second, faults.json_answer(full()))):
        path = f"/auth/mfa/challenges/{answer['mfa_challenge']['id']}/verify"
        server.on("POST", path, behaviour)
    surfer = Surfer()
    begin = await proof(services, surfer)
    await services.session.sign_in_by(begin, keep=False, steps=Codes())
    assert isinstance(services.session.state, SignedIn)
    assert len(surfer.opened) == 1
    bearer = server.last("POST", REFRESH).headers["authorization"]
    assert bearer == f"Bearer {first['token']}"


async def test_nobody_who_can_be_asked_ends_it(
    services: StoreServices, server: FaultServer
) -> None:
    server.on("POST", FINISH, faults.json_answer(mfa_login()))
    begin = await proof(services, Surfer())
    with pytest.raises(MfaRequired):
        await services.session.sign_in_by(begin, keep=False)


# Again


async def signed_in(services: StoreServices) -> SessionService:
    await services.session.sign_in_by(await proof(services, Surfer()), keep=True)
    return services.session


async def test_a_locked_account_of_a_provider_is_unlocked_through_it(
    services: StoreServices, vault: MemoryVault
) -> None:
    session = await signed_in(services)
    session.lock()
    locked = session.state
    assert isinstance(locked, Locked)
    assert (locked.provider, locked.email) == ("workplace", EMAIL)
    await session.unlock_by(await proof(services, Surfer()))
    assert isinstance(state_of(session), SignedIn)
    assert [kept.email for kept in vault.kept.values()] == [EMAIL]


async def test_an_unlock_that_arrives_after_a_sign_out_changes_nothing(
    services: StoreServices,
) -> None:
    session = await signed_in(services)
    session.lock()
    begin = await proof(services, Surfer())
    await session.sign_out()
    await session.unlock_by(begin)
    assert isinstance(session.state, SignedOut)


async def test_an_ended_session_of_a_provider_goes_on_through_it(
    services: StoreServices, server: FaultServer
) -> None:
    session = await signed_in(services)
    server.on("GET", "/admin/users/me", faults.json_answer({"message": "Unauthorized"}, 401))
    server.on("POST", REFRESH, faults.json_answer({"message": "Unauthorized"}, 401))
    with pytest.raises(ConsoleError):
        await services.users.me()
    expired = session.state
    assert isinstance(expired, Expired)
    assert expired.provider == "workplace"
    session.lock()
    locked = session.state
    assert isinstance(locked, Locked)
    assert locked.provider == "workplace"


async def test_another_account_at_the_provider_is_another_session(
    services: StoreServices, server: FaultServer
) -> None:
    session = await signed_in(services)
    states: list[object] = []
    session.lock()
    session.changed.subscribe(states.append)
    server.on("POST", FINISH, faults.json_answer(full(actor_id="user_01M00000000000000000BOB")))
    await session.unlock_by(await proof(services, Surfer()))
    assert SignedOut(Ended.OTHER_ACCOUNT) in states


async def test_to_confirm_who_is_there_the_same_account_has_to_come_back(
    services: StoreServices, server: FaultServer
) -> None:
    session = await signed_in(services)
    before = session.state
    server.on("POST", FINISH, faults.json_answer(full(actor_id="user_01M00000000000000000BOB")))
    with pytest.raises(OtherAccount):
        await session.confirm_by(await proof(services, Surfer()))
    assert session.state is before
    server.on("POST", FINISH, faults.json_answer(full()))
    await session.confirm_by(await proof(services, Surfer()))
    assert isinstance(session.state, SignedIn)
    assert session.state is not before


@pytest.mark.parametrize("how", ["confirmed", "unlocked", "signed in again"])
async def test_an_account_that_its_provider_calls_otherwise_by_now_has_one_entry_in_the_keyring(
    services: StoreServices, server: FaultServer, vault: MemoryVault, how: str
) -> None:
    """The next start looks for the entry under the name that the store's settings keep."""
    session = await signed_in(services)
    fresh = full(user_metadata={"email": "renamed@demo.example"})
    server.on("POST", FINISH, faults.json_answer(fresh))
    if how == "confirmed":
        await session.confirm_by(await proof(services, Surfer()))
    elif how == "unlocked":
        session.lock()
        await session.unlock_by(await proof(services, Surfer()))
    else:
        server.on("GET", "/admin/users/me", faults.json_answer({"message": "Unauthorized"}, 401))
        server.on("POST", REFRESH, faults.json_answer({"message": "Unauthorized"}, 401))
        with pytest.raises(ConsoleError):
            await services.users.me()
        await session.sign_in_by(await proof(services, Surfer()), keep=True)
    await until(
        lambda: fresh["token"] in [one.token.get_secret_value() for one in vault.kept.values()]
    )
    assert [one.email for one in vault.kept.values()] == [EMAIL]


async def test_a_password_has_no_provider(services: StoreServices) -> None:
    await services.session.sign_in(MAYA, PASSWORD_SECRET, keep=False)
    services.session.lock()
    state = services.session.state
    assert isinstance(state, Locked)
    assert state.provider == ""


async def test_a_store_that_does_not_answer_is_told(
    services: StoreServices, server: FaultServer
) -> None:
    server.on("POST", BEGIN, faults.close)
    task = await begun(services, Surfer())
    assert isinstance(task.exception(), Unreachable)

"""Sign-in through a provider's page: what is sent, and what is believed of the answers."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from pydantic import SecretStr

from medusa_console.api.provider_login import ProviderLogin
from medusa_console.api.transport import Transport
from medusa_console.domain.errors import (
    CallbackRefused,
    ConsoleError,
    Intercepted,
    Invalid,
    MfaRequired,
    NoAdminAccount,
    NotASession,
    NotSendable,
    OutcomeUnknown,
    ProviderRefused,
    ReadOnly,
    VerificationRequired,
)
from medusa_console.domain.session import read_provider
from medusa_console.domain.user import AuthProvider
from tests.api.conftest import OpenWire, store_at
from tests.faults import server as faults
from tests.faults.catalogue import ONE_OF_EACH_KIND, Fault
from tests.faults.medusa import EMAIL, USER_ID, login_token, mfa_login
from tests.faults.server import FaultServer
from tests.waiting import until

BEGIN = "/auth/user/workplace"
FINISH = "/auth/user/workplace/callback"
JOIN = "/auth/workplace/user"
RESUME = "/auth/token/refresh"
BACK = "http://127.0.0.1:41234/callback"
PLACE = "https://login.example/authorize?state=canary"
QUERY = (("code", "canary-of-a-code"), ("state", "canary-of-a-state"), ("iss", "https://x"))
NEWCOMER = login_token(actor_id="", user_metadata={"email": EMAIL}, app_metadata={})
FULL = login_token(user_metadata={"email": EMAIL}, auth_provider="workplace")
IDENTITY = SecretStr(NEWCOMER)
CANARIES = (NEWCOMER, FULL, "canary-of-a-code", "canary-of-a-state")

Step = Callable[[ProviderLogin], Awaitable[Any]]
BEGINS: Step = lambda login: login.begin("workplace", BACK)  # noqa: E731
FINISHES: Step = lambda login: login.finish("workplace", QUERY)  # noqa: E731
JOINS: Step = lambda login: login.join("workplace", IDENTITY)  # noqa: E731
RESUMES: Step = lambda login: login.resume(IDENTITY)  # noqa: E731
EVERY = [(BEGINS, BEGIN), (FINISHES, FINISH), (JOINS, JOIN), (RESUMES, RESUME)]


@pytest.fixture
def login(wire: Transport) -> ProviderLogin:
    return ProviderLogin(wire)


async def failing(login: ProviderLogin, step: Step) -> ConsoleError:
    with pytest.raises(ConsoleError) as caught:
        await step(login)
    told = f"{caught.value} {caught.value!r} {vars(caught.value)}"
    assert not [canary for canary in CANARIES if canary in told]
    return caught.value


async def test_the_page_is_asked_for_and_its_whole_query_passed_on_once(
    login: ProviderLogin, server: FaultServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="medusa_console")
    server.on("POST", BEGIN, faults.json_answer({"location": PLACE}))
    server.on("POST", FINISH, faults.json_answer({"token": FULL}))
    assert await login.begin("workplace", BACK) == PLACE
    session = await login.finish("workplace", QUERY)
    assert (session.user_id, session.email) == (USER_ID, EMAIL)
    assert read_provider(session) == "workplace"
    begun, finished = server.requests
    assert begun.json() == {"callback_url": BACK}
    query = finished.target.partition("?")[2]
    assert query == "code=canary-of-a-code&state=canary-of-a-state&iss=https%3A%2F%2Fx"
    assert not finished.body
    assert not [canary for canary in CANARIES if canary in caplog.text]


async def test_an_identity_is_joined_with_its_own_token_and_then_lets_in(
    login: ProviderLogin, server: FaultServer
) -> None:
    server.on("POST", FINISH, faults.json_answer({"token": NEWCOMER}))
    server.on("POST", JOIN, faults.json_answer({"user": {"id": USER_ID, "email": EMAIL}}))
    server.on("POST", RESUME, faults.json_answer({"token": FULL}))
    newcomer = await failing_with_token(login)
    assert newcomer.email == EMAIL
    assert (await login.join("workplace", newcomer.token)).email == EMAIL
    assert (await login.resume(newcomer.token)).user_id == USER_ID
    assert server.count("POST") == 3
    for request in server.requests[1:]:
        assert request.headers["authorization"] == f"Bearer {NEWCOMER}"


async def failing_with_token(login: ProviderLogin) -> NoAdminAccount:
    with pytest.raises(NoAdminAccount) as caught:
        await login.finish("workplace", QUERY)
    assert NEWCOMER not in f"{caught.value!r} {vars(caught.value)}"
    return caught.value


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (mfa_login(), MfaRequired),
        ({"verification_required": True, "token": NEWCOMER}, VerificationRequired),
        ({"location": PLACE}, NotASession),
        ({}, NotASession),
    ],
)
async def test_what_a_login_needs_more_is_told_as_after_a_password(
    answer: dict[str, Any], expected: type, login: ProviderLogin, server: FaultServer
) -> None:
    for path in (FINISH, RESUME):
        server.on("POST", path, faults.json_answer(answer))
    for step in (FINISHES, RESUMES):
        assert isinstance(await failing(login, step), expected)


@pytest.mark.parametrize(
    ("step", "path", "answer", "expected"),
    [
        (BEGINS, BEGIN, faults.refusal(401, "The provided callback URL is not allowed",
         "unauthorized"), CallbackRefused),
        (BEGINS, BEGIN, faults.refusal(401, "Authentication failed", "unauthorized"),
         ProviderRefused),
        (BEGINS, BEGIN, faults.refusal(400, "The actor type user is not allowed to use the auth "
         "provider workplace", "not_allowed"), Invalid),
        (BEGINS, BEGIN, faults.json_answer({"token": FULL}), NotASession),
        (BEGINS, BEGIN, faults.json_answer({"message": "Unauthorized"}, 401), Intercepted),
        (FINISHES, FINISH, faults.refusal(401, "No state provided, or session expired",
         "unauthorized"), ProviderRefused),
        (FINISHES, FINISH, faults.json_answer({"message": "Unauthorized"}, 401), Intercepted),
        (JOINS, JOIN, faults.refusal(401, "Only x identities can create a user account",
         "unauthorized"), ProviderRefused),
        (JOINS, JOIN, faults.json_answer({"message": "Unauthorized"}, 401), OutcomeUnknown),
        (JOINS, JOIN, faults.refusal(400, "The user is already registered and cannot create a new "
         "account.", "invalid_data"), Invalid),
        (RESUMES, RESUME, faults.json_answer({"message": "Unauthorized"}, 401), ProviderRefused),
    ],
)  # fmt: skip
async def test_each_refusal_is_told_apart(
    step: Step,
    path: str,
    answer: faults.Behaviour,
    expected: type,
    login: ProviderLogin,
    server: FaultServer,
) -> None:
    server.on("POST", path, answer)
    assert type(await failing(login, step)) is expected


@pytest.mark.parametrize("step", [FINISHES, JOINS], ids=["finish", "join"])
@pytest.mark.parametrize("fault", ONE_OF_EACH_KIND.values(), ids=list(ONE_OF_EACH_KIND))
async def test_what_counts_once_is_never_sent_twice(
    step: Step, fault: Fault, server: FaultServer, open_wire: OpenWire
) -> None:
    for path in (FINISH, JOIN):
        server.on("POST", path, fault.behaviour)
    error = await failing(ProviderLogin(open_wire(server.origin, **fault.limits)), step)
    assert isinstance(error, OutcomeUnknown) == (step is JOINS and type(error) is not fault.means)
    await until(lambda: server.count("POST"))
    assert server.count("POST") == 1


async def test_a_store_that_is_read_only_here_lets_in_and_makes_no_account(
    server: FaultServer, open_wire: OpenWire
) -> None:
    wire = open_wire(server.origin, latest=lambda: store_at(server.origin, read_only=True))
    login = ProviderLogin(wire)
    server.on("POST", BEGIN, faults.json_answer({"location": PLACE}))
    server.on("POST", FINISH, faults.json_answer({"token": FULL}))
    await login.begin("workplace", BACK)
    await login.finish("workplace", QUERY)
    assert isinstance(await failing(login, JOINS), ReadOnly)
    assert server.count("POST", JOIN) == 0


@pytest.mark.parametrize("name", ["", "a/b", "../admin", "x?y", "a b", "emailpass/register"])
async def test_a_provider_whose_id_is_no_part_of_an_address_is_not_offered_and_not_asked(
    name: str, login: ProviderLogin, server: FaultServer
) -> None:
    assert not AuthProvider(id=name, flow="redirect").has_page
    with pytest.raises(NotSendable):
        await login.begin(name, BACK)
    assert server.requests == []
    assert AuthProvider(id="workplace-2", flow="redirect").has_page
    assert not AuthProvider(id="emailpass", flow="credentials").has_page

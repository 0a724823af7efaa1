"""A customer's own requests: what is sent, and what is believed of the answers."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import pytest
from pydantic import SecretStr

from medusa_console.api.storefront import Storefront
from medusa_console.api.transport import Transport
from medusa_console.domain.customer import CustomerDetails
from medusa_console.domain.errors import (
    ConsoleError,
    EmailTaken,
    Intercepted,
    Invalid,
    KeyRefused,
    MfaNeeded,
    MfaRequired,
    NoSuchRoute,
    NotASession,
    NotFound,
    NotMedusa,
    OutcomeUnknown,
    ProviderRequired,
    ServerFault,
    SignInNeeded,
    VerificationRequired,
    WrongPassword,
)
from tests.api.conftest import OpenWire
from tests.faults import server as faults
from tests.faults.catalogue import ONE_OF_EACH_KIND, Fault
from tests.faults.medusa import (
    CUSTOMER_ID,
    EMAIL,
    PASSWORD,
    USER_ID,
    customer_token,
    login_token,
    mfa_login,
    one_customer,
)
from tests.faults.server import Behaviour, FaultServer
from tests.waiting import until

REGISTER = "/auth/customer/emailpass/register"
SIGN_IN = "/auth/customer/emailpass"
CREATE = "/store/customers"
ME = "/store/customers/me"
KEY = SecretStr("pk_" + "c0ffee" * 10 + "abcd")
SECRET = SecretStr(PASSWORD)
TOKEN = SecretStr(customer_token())
NEWCOMER = SecretStr(customer_token(""))
DETAILS = CustomerDetails(email=EMAIL, first_name="Anna", phone="+46 70")
TAKEN = faults.json_answer(
    {
        "code": "invalid_request_error",
        "type": "duplicate_error",
        "message": "Customer with this email already has an account",
    },
    422,
)
NO_KEY = "A valid publishable key is required to proceed with the request"

Step = Callable[[Storefront], Awaitable[Any]]
REGISTERS: Step = lambda store: store.register_identity(EMAIL, SECRET)  # noqa: E731
CREATES: Step = lambda store: store.create_customer(NEWCOMER, KEY, DETAILS)  # noqa: E731
CREATES_AT_ONCE: Step = lambda store: store.register_at_once(KEY, DETAILS, SECRET)  # noqa: E731
SIGNS_IN: Step = lambda store: store.sign_in(EMAIL, SECRET)  # noqa: E731
ASKS_WHO: Step = lambda store: store.me(TOKEN, KEY)  # noqa: E731
WRITES = [(REGISTERS, REGISTER), (CREATES, CREATE), (CREATES_AT_ONCE, CREATE)]
LOSSES = {name: fault for name, fault in ONE_OF_EACH_KIND.items() if fault.means is not NoSuchRoute}
every_loss = pytest.mark.parametrize("fault", LOSSES.values(), ids=list(LOSSES))


@pytest.fixture
def store(wire: Transport) -> Storefront:
    return Storefront(wire)


@pytest.fixture(autouse=True)
def no_secret_in_the_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    caplog.set_level(logging.DEBUG)
    yield
    check_silent(caplog.text)


def check_silent(text: str) -> None:
    secrets = (PASSWORD, TOKEN.get_secret_value(), NEWCOMER.get_secret_value())
    assert not [secret for secret in (*secrets, KEY.get_secret_value()) if secret in text]


async def failing(store: Storefront, step: Step) -> ConsoleError:
    """How `step` fails; neither it nor what caused it may print a secret."""
    with pytest.raises(ConsoleError) as caught:
        await step(store)
    error: BaseException | None = caught.value
    while error is not None:
        check_silent(f"{error} {error!r} {vars(error)}")
        error = error.__cause__
    return caught.value


# What is sent


async def test_three_steps_each_with_its_own_credentials(
    store: Storefront, server: FaultServer
) -> None:
    server.on("POST", REGISTER, faults.json_answer({"token": NEWCOMER.get_secret_value()}))
    server.on("POST", CREATE, faults.json_answer(one_customer()))
    server.on("POST", SIGN_IN, faults.json_answer({"token": TOKEN.get_secret_value()}))
    server.on("GET", ME, faults.json_answer(one_customer()))

    registration = await store.register_identity(EMAIL, SECRET)
    made = await store.create_customer(registration, KEY, DETAILS)
    signed_in = await store.sign_in(EMAIL, SECRET)
    me = await store.me(signed_in.token, KEY)
    assert made.id == signed_in.customer_id == me.id == CUSTOMER_ID
    check_silent(f"{registration!r} {signed_in!r} {made!r}")

    register, create, sign_in, _ = server.requests
    assert register.json() == sign_in.json() == {"email": EMAIL, "password": PASSWORD}
    assert create.json() == {"email": EMAIL, "first_name": "Anna", "phone": "+46 70"}
    bearers = [request.headers.get("authorization") for request in server.requests]
    assert bearers == [
        None,
        f"Bearer {NEWCOMER.get_secret_value()}",
        None,
        f"Bearer {TOKEN.get_secret_value()}",
    ]
    keys = [request.headers.get("x-publishable-api-key") for request in server.requests]
    assert keys == [None, KEY.get_secret_value(), None, KEY.get_secret_value()]
    assert not [request for request in server.requests if "?" in request.target]


async def test_the_single_step_of_the_documents_takes_the_password_and_no_token(
    store: Storefront, server: FaultServer
) -> None:
    server.on("POST", CREATE, faults.json_answer(one_customer()))
    assert (await store.register_at_once(KEY, DETAILS, SECRET)).id == CUSTOMER_ID
    request = server.requests[0]
    assert request.json() == {
        "email": EMAIL,
        "first_name": "Anna",
        "phone": "+46 70",
        "password": PASSWORD,
    }
    assert "authorization" not in request.headers


# Lost answers


@every_loss
@pytest.mark.parametrize(("step", "path"), WRITES, ids=["register", "create", "at once"])
async def test_a_write_whose_answer_is_lost_leaves_once_and_its_outcome_is_unknown(
    step: Step, path: str, fault: Fault, server: FaultServer, open_wire: OpenWire
) -> None:
    server.on("POST", path, fault.behaviour)
    store = Storefront(open_wire(server.origin, **fault.limits))
    error = await failing(store, step)
    assert isinstance(error, OutcomeUnknown)
    assert type(error.cause) is fault.means
    await until(lambda: server.count("POST"))
    assert server.count("POST") == 1


@every_loss
async def test_a_lost_sign_in_leaves_nothing_behind(
    fault: Fault, server: FaultServer, open_wire: OpenWire
) -> None:
    server.on("POST", SIGN_IN, fault.behaviour)
    store = Storefront(open_wire(server.origin, **fault.limits))
    assert type(await failing(store, SIGNS_IN)) is fault.means
    await until(lambda: server.count("POST"))
    assert server.count("POST") == 1


@pytest.mark.parametrize(
    ("step", "method", "path", "expected"),
    [
        (REGISTERS, "POST", REGISTER, OutcomeUnknown),
        (CREATES, "POST", CREATE, OutcomeUnknown),
        (CREATES_AT_ONCE, "POST", CREATE, OutcomeUnknown),
        (SIGNS_IN, "POST", SIGN_IN, ServerFault),
        (ASKS_WHO, "GET", ME, ServerFault),
    ],
)
async def test_a_server_that_stumbles_has_perhaps_done_it(
    step: Step, method: str, path: str, expected: type, store: Storefront, server: FaultServer
) -> None:
    server.on(method, path, faults.refusal(500, "An unknown error occurred.", "unknown_error"))
    assert type(await failing(store, step)) is expected


# Odd answers


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"token": None},
        {"token": ""},
        {"token": 5},
        {"token": "no JWT"},
        {"token": "a.b.c"},
        {"token": login_token()},
        {"token": login_token(actor_type="driver")},
        [],
        "text",
    ],
)
async def test_an_identity_answered_without_a_customers_token_is_an_unknown_outcome(
    body: Any, store: Storefront, server: FaultServer
) -> None:
    server.on("POST", REGISTER, faults.json_answer(body))
    error = await failing(store, REGISTERS)
    assert isinstance(error, OutcomeUnknown)
    assert type(error.cause) is NotMedusa


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"customer": None},
        {"customer": []},
        one_customer(id=None),
        one_customer(created_at="soon"),
        one_customer(email="somebody.else@example.com"),
        one_customer(email=None),
    ],
)
async def test_a_creation_answered_without_this_customer_is_an_unknown_outcome(
    body: Any, store: Storefront, server: FaultServer
) -> None:
    server.on("POST", CREATE, faults.json_answer(body))
    for step in (CREATES, CREATES_AT_ONCE):
        assert isinstance(await failing(store, step), OutcomeUnknown)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (mfa_login(), MfaRequired),
        ({"verification_required": True, "token": "x"}, VerificationRequired),
        ({"location": "https://elsewhere.example/?state=1"}, ProviderRequired),
    ],
)
async def test_a_login_that_asks_for_more_is_told_as_that(
    body: Any, expected: type, store: Storefront, server: FaultServer
) -> None:
    for step, path in [(SIGNS_IN, SIGN_IN), (REGISTERS, REGISTER)]:
        server.on("POST", path, faults.json_answer(body))
        assert type(await failing(store, step)) is expected


@pytest.mark.parametrize(
    "token", [None, "", "no JWT", "a.b.c", pytest.param(login_token(), id="a user's")]
)
async def test_a_sign_in_without_a_customers_token_lets_nobody_in(
    token: str | None, store: Storefront, server: FaultServer
) -> None:
    server.on("POST", SIGN_IN, faults.json_answer({"token": token}))
    assert type(await failing(store, SIGNS_IN)) is NotASession


async def test_an_identity_that_is_no_customer_has_a_token_without_one(
    store: Storefront, server: FaultServer
) -> None:
    """An admin's login at the customers' door is one of these."""
    for claims in ({}, {"app_metadata": {"user_id": USER_ID}}):
        token = customer_token("", **claims)
        server.on("POST", SIGN_IN, faults.json_answer({"token": token}))
        signed_in = await store.sign_in(EMAIL, SECRET)
        assert (signed_in.customer_id, signed_in.token) == ("", SecretStr(token))


# Refusals


@pytest.mark.parametrize(
    ("step", "method", "path", "refusal", "expected"),
    [
        (
            REGISTERS,
            "POST",
            REGISTER,
            faults.refusal(401, "Identity with email already exists", "unauthorized"),
            EmailTaken,
        ),
        (
            REGISTERS,
            "POST",
            REGISTER,
            faults.refusal(401, f"select … '{EMAIL}'", "unauthorized"),
            Invalid,
        ),
        (CREATES, "POST", CREATE, TAKEN, EmailTaken),
        (CREATES_AT_ONCE, "POST", CREATE, TAKEN, EmailTaken),
        (CREATES, "POST", CREATE, faults.refusal(400, NO_KEY, "not_allowed"), KeyRefused),
        (CREATES_AT_ONCE, "POST", CREATE, faults.refusal(400, NO_KEY, "not_allowed"), KeyRefused),
        (ASKS_WHO, "GET", ME, faults.refusal(400, NO_KEY, "not_allowed"), KeyRefused),
        (
            CREATES,
            "POST",
            CREATE,
            faults.refusal(400, "Invalid request: Invalid email address", "invalid_data"),
            Invalid,
        ),
        (CREATES, "POST", CREATE, faults.refusal(401, "Unauthorized"), OutcomeUnknown),
        (CREATES, "POST", CREATE, faults.refusal(404, "gone", "not_found"), NotFound),
        (
            SIGNS_IN,
            "POST",
            SIGN_IN,
            faults.refusal(401, "Invalid email or password", "unauthorized"),
            WrongPassword,
        ),
        (
            SIGNS_IN,
            "POST",
            SIGN_IN,
            faults.refusal(400, "Invalid email or password", "invalid_data"),
            WrongPassword,
        ),
        (
            SIGNS_IN,
            "POST",
            SIGN_IN,
            faults.refusal(400, "The actor type customer is not allowed", "not_allowed"),
            Invalid,
        ),
        (SIGNS_IN, "POST", SIGN_IN, faults.refusal(429, "slowly"), Intercepted),
        (ASKS_WHO, "GET", ME, faults.refusal(401, "Unauthorized"), SignInNeeded),
        (
            ASKS_WHO,
            "GET",
            ME,
            faults.refusal(401, "MFA verification is required", "unauthorized"),
            MfaNeeded,
        ),
        (ASKS_WHO, "GET", ME, faults.refusal(404, "not found", "not_found"), NotFound),
    ],
)
async def test_every_no_is_told_as_what_it_is(
    step: Step,
    method: str,
    path: str,
    refusal: Behaviour,
    expected: type,
    store: Storefront,
    server: FaultServer,
) -> None:
    server.on(method, path, refusal)
    error = await failing(store, step)
    assert type(error) is expected
    assert EMAIL not in f"{error} {error!r}"
    assert server.count(method) == 1


@pytest.mark.parametrize("asked", [(REGISTER, REGISTERS), (SIGN_IN, SIGNS_IN), (CREATE, CREATES)])
async def test_a_store_without_a_route_is_known_by_its_own_page(
    asked: tuple[str, Any], store: Storefront, server: FaultServer
) -> None:
    path, call = asked
    server.on("POST", path, faults.unknown_route)
    assert type(await failing(store, call)) is NoSuchRoute


@pytest.mark.parametrize(
    "missing", [faults.refusal(404, "no Route matched"), faults.answer(404)], ids=["a gateway", "-"]
)
async def test_a_404_from_in_front_does_not_tell_the_kinds_of_stores_apart(
    missing: Behaviour, store: Storefront, server: FaultServer
) -> None:
    server.on("POST", REGISTER, missing)
    error = await failing(store, REGISTERS)
    assert isinstance(error, OutcomeUnknown)
    assert isinstance(error.cause, Intercepted)


async def test_a_register_route_that_does_not_know_a_record_is_no_missing_route(
    store: Storefront, server: FaultServer
) -> None:
    server.on("POST", REGISTER, faults.refusal(404, "AuthIdentity was not found", "not_found"))
    assert type(await failing(store, REGISTERS)) is NotFound

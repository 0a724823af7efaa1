"""What the server says no to, and what it asks for: status first, body second."""

from __future__ import annotations

import logging
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from pydantic import SecretStr, TypeAdapter

from medusa_console.api.auth import Auth
from medusa_console.api.transport import Call, Transport
from medusa_console.domain.clock import ServerClock
from medusa_console.domain.errors import (
    Conflict,
    ConsoleError,
    CustomerLogin,
    Forbidden,
    Invalid,
    MfaNeeded,
    MfaRequired,
    NoAdminAccount,
    NotASession,
    NotFound,
    NotMedusa,
    ProviderRequired,
    Refused,
    ServerFault,
    SignInNeeded,
    TooManyRequests,
    VerificationRequired,
    WrongPassword,
)
from tests.faults import server as faults
from tests.faults.medusa import PASSWORD, SECRET, USER_ID, login_token, mfa_login
from tests.faults.server import Behaviour, FaultServer

BUSY = {"type": "too_many_requests", "message": "Too many requests"}
ANYTHING: TypeAdapter[dict[str, Any]] = TypeAdapter(dict[str, Any])
MFA = "MFA verification is required to complete this request"

REFUSALS: dict[str, tuple[Behaviour, type[Refused]]] = {
    "401": (faults.refusal(401, "Unauthorized"), SignInNeeded),
    "401 about MFA": (faults.refusal(401, MFA), MfaNeeded),
    "403": (faults.refusal(403, "Forbidden", "forbidden"), Forbidden),
    "404": (faults.refusal(404, "API Key with id: apk_x was not found", "not_found"), NotFound),
    "400": (faults.refusal(400, "Invalid request: Field 'title' is required", "x"), Invalid),
    "409": (faults.refusal(409, "The request conflicted", "invalid_state_error"), Conflict),
    "413": (faults.answer(413), Invalid),
    "415": (faults.answer(415), Invalid),
    "422": (faults.refusal(422, "exists", "duplicate_error"), Invalid),
    "429": (faults.refusal(429, "Too many requests", "too_many_requests"), TooManyRequests),
    "431": (faults.answer(431), Invalid),
}
every_refusal = pytest.mark.parametrize(
    ("behaviour", "means"), REFUSALS.values(), ids=list(REFUSALS)
)


@every_refusal
async def test_a_refused_write_did_nothing_and_is_sent_once(
    behaviour: Behaviour, means: type[Refused], server: FaultServer, wire: Transport
) -> None:
    server.on("POST", "/x", behaviour)
    with pytest.raises(Refused) as caught:
        await wire.fetch(Call("POST", "/x", json={}), ANYTHING)
    assert type(caught.value) is means
    assert server.count("POST") == 1


@every_refusal
async def test_a_refused_read_says_the_same(
    behaviour: Behaviour, means: type[Refused], server: FaultServer, wire: Transport
) -> None:
    server.on("GET", "/x", behaviour)
    with pytest.raises(Refused) as caught:
        await wire.fetch(Call("GET", "/x"), ANYTHING)
    assert type(caught.value) is means
    assert server.count("GET") == (3 if means is TooManyRequests else 1)


async def test_a_refusal_names_the_field_and_the_missing_permissions(
    server: FaultServer, wire: Transport
) -> None:
    permissions = "Required policies: api_key:create, api_key:read"
    server.on("POST", "/field", REFUSALS["400"][0])
    server.on("POST", "/rights", faults.refusal(403, f"Not allowed. {permissions}", "forbidden"))
    with pytest.raises(Invalid) as invalid:
        await wire.fetch(Call("POST", "/field", json={}), ANYTHING)
    assert invalid.value.field == "title"
    with pytest.raises(Forbidden) as forbidden:
        await wire.fetch(Call("POST", "/rights", json={}), ANYTHING)
    assert forbidden.value.required == ("api_key:create", "api_key:read")


@pytest.mark.parametrize(
    "body",
    [
        b'{"message": {"a": [1]}}',
        b'{"message": null}',
        b'{"message": "half \\ud83d of one"}',
        b"[" * 200_000,
        b'{"a":' * 200_000,
        b"\xff\xfe\x00",
        b"1e999999",
        b"9" * 5000,
    ],
)
@pytest.mark.parametrize("status", [400, 403])  # in which a field and rights are looked for
async def test_a_strange_body_of_a_refusal_is_no_crash(
    status: int, body: bytes, server: FaultServer, wire: Transport
) -> None:
    server.on("POST", "/x", faults.answer(status, body))
    with pytest.raises(ConsoleError) as caught:
        await wire.fetch(Call("POST", "/x", json={}), ANYTHING)
    str(caught.value).encode()
    assert len(str(caught.value)) < 400


async def test_a_servers_message_is_cut_and_shows_no_key_and_no_token(
    server: FaultServer, wire: Transport
) -> None:
    token = login_token()
    told = f"bad key x{SECRET}y and token {token}! " + "a" * 5000
    server.on("POST", "/x", faults.refusal(400, told, "invalid_data"))
    with pytest.raises(Invalid) as caught:
        await wire.fetch(Call("POST", "/x", json={}), ANYTHING)
    shown = str(caught.value) + repr(caught.value)
    assert "sk_5ec***eef" in shown
    assert SECRET not in shown
    assert token.split(".")[1] not in shown
    assert len(caught.value.message) <= 300


# Asked to wait


async def test_a_long_retry_after_is_reported_and_not_waited_for(
    server: FaultServer, wire: Transport, pauses: list[float]
) -> None:
    server.on("GET", "/x", faults.json_answer(BUSY, 429, headers={"Retry-After": "3600"}))
    with pytest.raises(TooManyRequests) as caught:
        await wire.fetch(Call("GET", "/x"), ANYTHING)
    assert caught.value.retry_after == 3600
    assert (server.count("GET"), pauses) == (1, [])


async def test_a_short_retry_after_is_kept_to(
    server: FaultServer, wire: Transport, pauses: list[float]
) -> None:
    busy = faults.answer(503, headers={"Retry-After": "7"})
    server.on("GET", "/x", busy, faults.answer(429, headers={"Retry-After": "30"}),
              faults.json_answer({}))  # fmt: skip
    await wire.fetch(Call("GET", "/x"), ANYTHING)
    assert pauses == [7, 30]


@pytest.mark.parametrize("value", ["inf", "nan", "-5", "1e9", "soon", "Wed, 21 Oct 2015 07:28:00"])
async def test_a_retry_after_that_makes_no_sense_counts_as_none(
    value: str, server: FaultServer, wire: Transport, pauses: list[float]
) -> None:
    server.on("GET", "/x", faults.json_answer(BUSY, 429, headers={"Retry-After": value}))
    with pytest.raises(TooManyRequests) as caught:
        await wire.fetch(Call("GET", "/x"), ANYTHING)
    assert caught.value.retry_after == 0
    assert len(pauses) == 2
    assert all(0 < pause < 1 for pause in pauses)


@pytest.mark.parametrize("status", [429, 503])
async def test_a_write_never_waits_to_be_sent_again(
    status: int, server: FaultServer, wire: Transport, pauses: list[float]
) -> None:
    server.on("POST", "/x", faults.answer(status, headers={"Retry-After": "1"}))
    with pytest.raises(ConsoleError):
        await wire.fetch(Call("POST", "/x", json={}), ANYTHING)
    assert (server.count("POST"), pauses) == (1, [])


# The server's clock


async def test_an_answer_brings_the_servers_now(
    server: FaultServer, wire: Transport, clock: ServerClock
) -> None:
    date = "Mon, 23 Nov 2026 05:00:00 GMT"
    server.on("GET", "/x", faults.json_answer({}, headers={"Date": date}))
    before = datetime.now(UTC)
    answer = await wire.fetch(Call("GET", "/x"), ANYTHING)
    now = clock.now()
    assert answer.as_of == datetime(2026, 11, 23, 5, 0, 1, tzinfo=UTC)
    assert timedelta() <= now - datetime(2026, 11, 23, 5, tzinfo=UTC) <= datetime.now(UTC) - before


@pytest.mark.parametrize(
    "date",
    ["", "yesterday", "Mon, 99 Nov 2026 99:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT",
     "Mon, 23 Nov 2026 05:00:00 +" + "9" * 20, "0"],
)  # fmt: skip
async def test_without_a_sensible_date_this_computers_clock_counts(
    date: str, server: FaultServer, wire: Transport, clock: ServerClock
) -> None:
    server.on("GET", "/x", faults.json_answer({}, headers={"Date": date}))
    before = datetime.now(UTC)
    answer = await wire.fetch(Call("GET", "/x"), ANYTHING)
    latest = clock.latest()
    for moment in (answer.as_of, latest):
        assert before <= moment <= datetime.now(UTC) + timedelta(seconds=1)


# Signing in


@pytest.mark.parametrize(
    ("behaviour", "means"),
    [
        (faults.refusal(401, "Invalid email or password", "unauthorized"), WrongPassword),
        (faults.refusal(400, "Invalid email or password", "invalid_data"), WrongPassword),
        (faults.refusal(401, "Password should be a string", "unauthorized"), WrongPassword),
        (faults.refusal(400, "The actor type user is not allowed to use it", "x"), Invalid),
        (faults.refusal(401, MFA), MfaNeeded),
        (faults.json_answer(mfa_login()), MfaRequired),
        (faults.json_answer({"token": "x", "verification_required": True}), VerificationRequired),
        (faults.json_answer({"location": "https://idp.example/?state=x"}), ProviderRequired),
        (faults.json_answer({"token": login_token(actor_id="")}), NoAdminAccount),
        (faults.json_answer({"token": login_token(actor_type="customer")}), CustomerLogin),
        (faults.json_answer({"token": "no JWT at all"}), NotASession),
        (faults.json_answer({"token": "line\r\nbreak"}), NotASession),
        (faults.json_answer({"token": ""}), NotASession),
        (faults.json_answer({}), NotASession),
        (faults.json_answer({"token": 5}), NotMedusa),
        (faults.json_answer({"token": ["x"]}), NotMedusa),
        (faults.refusal(500, "An unknown error occurred."), ServerFault),
        (faults.refusal(403, "Forbidden", "forbidden"), Forbidden),
        (faults.json_answer(BUSY, 429, headers={"Retry-After": "3600"}), TooManyRequests),
    ],
)
async def test_a_sign_in_that_opens_no_session_says_why(
    behaviour: Behaviour, means: type[ConsoleError], server: FaultServer, wire: Transport
) -> None:
    server.on("POST", "/auth/user/emailpass", behaviour)
    with pytest.raises(ConsoleError) as caught:
        await Auth(wire).sign_in("maya@example.com", SecretStr(PASSWORD))
    assert type(caught.value) is means
    assert server.count("POST") == 1


async def test_a_sign_in_sends_the_password_in_the_body_and_prints_nothing(
    server: FaultServer, wire: Transport, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "medusa_console")
    token = login_token()
    server.on("POST", "/auth/user/emailpass", faults.json_answer({"token": token}))
    session = await Auth(wire).sign_in("maya@example.com", SecretStr(PASSWORD))
    assert session.user_id == USER_ID
    request = server.last("POST", "/auth/user/emailpass")
    assert request.json() == {"email": "maya@example.com", "password": PASSWORD}
    assert PASSWORD not in request.target + str(request.headers)
    printed = repr(session) + str(session) + caplog.text
    assert token not in printed
    assert PASSWORD not in printed


async def test_the_ways_to_sign_in_are_asked_without_credentials(
    server: FaultServer, wire: Transport
) -> None:
    way = {"id": "emailpass", "display_name": "Email", "flow": "credentials", "new": "field"}
    server.on("GET", "/auth/user/providers", faults.json_answer({"providers": [way]}),
              faults.json_answer({}))  # fmt: skip
    auth = Auth(wire)
    assert [found.id for found in await auth.providers()] == ["emailpass"]
    with pytest.raises(NotMedusa):
        await auth.providers()
    assert all("authorization" not in request.headers for request in server.requests)


def test_a_call_never_prints_what_it_carries() -> None:
    call = Call("POST", "/x", [("q", "jane@x.example")], {"p": PASSWORD}, {"x-key": SECRET})
    assert repr(call) == "Call(method='POST', path='/x', leaves_nothing=False)"

"""Asking for a new password and setting it: what is sent, and what is believed of the answers."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from pydantic import SecretStr

from medusa_console.api.password_reset import PasswordReset
from medusa_console.api.transport import Transport
from medusa_console.domain.errors import ConsoleError, OutcomeUnknown, ReadOnly, TokenRefused
from tests.api.conftest import OpenWire, store_at
from tests.faults import server as faults
from tests.faults.catalogue import ONE_OF_EACH_KIND, Fault
from tests.faults.medusa import EMAIL, PASSWORD
from tests.faults.server import FaultServer
from tests.waiting import until

ASK = "/auth/user/emailpass/reset-password"
SET = "/auth/user/emailpass/update"
TOKEN = SecretStr("eyJhbGciOiJIUzI1NiJ9.eyJwdXJwb3NlIjoicmVzZXQifQ.canary-of-a-reset")
SECRET = SecretStr(PASSWORD)
CREATED = faults.answer(201, b"Created", content_type="text/plain; charset=utf-8")

Step = Callable[[PasswordReset], Awaitable[Any]]
ASKS: Step = lambda reset: reset.request(EMAIL)  # noqa: E731
SETS: Step = lambda reset: reset.set(TOKEN, SECRET)  # noqa: E731
BOTH = pytest.mark.parametrize(("step", "path"), [(ASKS, ASK), (SETS, SET)], ids=["ask", "set"])


@pytest.fixture
def reset(wire: Transport) -> PasswordReset:
    return PasswordReset(wire)


async def failing(reset: PasswordReset, step: Step) -> ConsoleError:
    with pytest.raises(ConsoleError) as caught:
        await step(reset)
    told = f"{caught.value} {caught.value!r} {vars(caught.value)}"
    assert TOKEN.get_secret_value() not in told
    assert PASSWORD not in told
    return caught.value


async def test_the_mail_is_asked_for_and_the_password_set_with_its_token_alone(
    reset: PasswordReset, server: FaultServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    server.on("POST", ASK, CREATED)
    server.on("POST", SET, faults.json_answer({"success": True}))
    await reset.request(EMAIL)
    await reset.set(TOKEN, SECRET)
    asked, done = server.requests
    assert asked.json() == {"identifier": EMAIL}
    assert "authorization" not in asked.headers
    assert done.json() == {"password": PASSWORD}
    assert done.headers["authorization"] == f"Bearer {TOKEN.get_secret_value()}"
    assert not [request for request in server.requests if "?" in request.target]
    assert TOKEN.get_secret_value() not in caplog.text
    assert PASSWORD not in caplog.text


async def test_an_empty_password_never_leaves_because_it_would_use_the_token_up(
    reset: PasswordReset, server: FaultServer
) -> None:
    with pytest.raises(ValueError, match="empty"):
        await reset.set(TOKEN, SecretStr(""))
    assert server.requests == []


@pytest.mark.parametrize("message", ["Invalid token", "Unauthorized"])
async def test_a_token_that_the_store_does_not_take_is_told(
    message: str, reset: PasswordReset, server: FaultServer
) -> None:
    server.on("POST", SET, faults.refusal(401, message, "unauthorized"))
    assert type(await failing(reset, SETS)) is TokenRefused


async def test_a_gateways_refusal_proves_nothing_about_the_token(
    reset: PasswordReset, server: FaultServer
) -> None:
    server.on("POST", SET, faults.json_answer({"message": "Unauthorized"}, 401))
    assert isinstance(await failing(reset, SETS), OutcomeUnknown)


@BOTH
@pytest.mark.parametrize("fault", ONE_OF_EACH_KIND.values(), ids=list(ONE_OF_EACH_KIND))
async def test_a_lost_answer_is_neither_done_nor_refused_and_nothing_is_sent_twice(
    step: Step, path: str, fault: Fault, server: FaultServer, open_wire: OpenWire
) -> None:
    server.on("POST", path, fault.behaviour)
    reset = PasswordReset(open_wire(server.origin, **fault.limits))
    error = await failing(reset, step)
    assert isinstance(error, OutcomeUnknown) or type(error) is fault.means
    await until(lambda: server.count("POST"))
    assert server.count("POST") == 1


@pytest.mark.parametrize(
    ("step", "path", "body"),
    [
        (ASKS, ASK, b"<h1>Welcome to this hotel</h1>"),
        (ASKS, ASK, b""),
        (ASKS, ASK, b'{"success":true}'),
        (SETS, SET, b'{"success":false}'),
        (SETS, SET, b"Created"),
        (SETS, SET, b"{}"),
    ],
)
async def test_an_answer_that_is_not_medusas_is_no_proof(
    step: Step, path: str, body: bytes, reset: PasswordReset, server: FaultServer
) -> None:
    server.on("POST", path, faults.answer(200, body, content_type="text/html"))
    assert isinstance(await failing(reset, step), OutcomeUnknown)


@BOTH
async def test_a_store_that_is_read_only_here_is_not_asked(
    step: Step, path: str, server: FaultServer, open_wire: OpenWire
) -> None:
    wire = open_wire(server.origin, latest=lambda: store_at(server.origin, read_only=True))
    assert isinstance(await failing(PasswordReset(wire), step), ReadOnly)
    assert server.count("POST", path) == 0

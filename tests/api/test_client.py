"""Requests of a signed-in admin: one renewal, one repeat."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import SecretStr, TypeAdapter

from medusa_console.api.client import AdminClient
from medusa_console.api.transport import Call, Transport
from medusa_console.domain.errors import Forbidden, MfaNeeded, OutcomeUnknown, SignInNeeded
from tests.api.bearers import Fixed
from tests.faults import server as faults
from tests.faults.server import FaultServer

ANYTHING: TypeAdapter[dict[str, Any]] = TypeAdapter(dict[str, Any])
OLD, NEW = SecretStr("old"), SecretStr("new")
WRITE = Call("POST", "/admin/api-keys", json={})
NO_FACTOR = faults.refusal(401, "MFA verification is required to complete this request")
OVER = faults.refusal(401, "Authentication required", "unauthorized")


def sent(server: FaultServer) -> list[str]:
    return [request.headers["authorization"] for request in server.requests]


async def test_a_refused_token_is_renewed_and_the_call_repeated_once(
    server: FaultServer, wire: Transport
) -> None:
    server.on("POST", WRITE.path, OVER, faults.json_answer({"done": True}))
    answer = await AdminClient(wire, Fixed(OLD, NEW)).call(WRITE, ANYTHING)
    assert answer.value == {"done": True}
    assert sent(server) == ["Bearer old", "Bearer new"]


async def test_a_new_token_that_is_refused_as_well_is_told_to_the_bearer(
    server: FaultServer, wire: Transport
) -> None:
    server.on("POST", WRITE.path, OVER)
    bearer = Fixed(OLD, NEW)
    with pytest.raises(SignInNeeded):
        await AdminClient(wire, bearer).call(WRITE, ANYTHING)
    assert sent(server) == ["Bearer old", "Bearer new"]
    assert bearer.refused == ["old", "new"]


async def test_without_a_renewal_the_call_is_not_repeated(
    server: FaultServer, wire: Transport
) -> None:
    server.on("POST", WRITE.path, OVER)
    with pytest.raises(SignInNeeded):
        await AdminClient(wire, Fixed(OLD)).call(WRITE, ANYTHING)
    assert sent(server) == ["Bearer old"]


async def test_a_repeat_whose_answer_is_lost_is_an_unknown_outcome(
    server: FaultServer, wire: Transport
) -> None:
    server.on("POST", WRITE.path, OVER, faults.reset)
    with pytest.raises(OutcomeUnknown):
        await AdminClient(wire, Fixed(OLD, NEW)).call(WRITE, ANYTHING)
    assert server.count("POST") == 2


async def test_a_missing_right_renews_nothing(server: FaultServer, wire: Transport) -> None:
    server.on("POST", WRITE.path, faults.refusal(403, "Forbidden", "forbidden"))
    bearer = Fixed(OLD, NEW)
    with pytest.raises(Forbidden):
        await AdminClient(wire, bearer).call(WRITE, ANYTHING)
    assert (bearer.refused, server.count("POST")) == ([], 1)


async def test_a_missing_second_factor_is_told_as_that_and_refreshes_nothing(
    server: FaultServer, wire: Transport
) -> None:
    server.on("POST", WRITE.path, NO_FACTOR)
    bearer = Fixed(OLD, NEW)
    with pytest.raises(MfaNeeded):
        await AdminClient(wire, bearer).call(WRITE, ANYTHING)
    assert (bearer.refused, bearer.lacking, server.count("POST")) == ([], ["old"], 1)


async def test_a_renewed_session_without_a_second_factor_is_told_as_that(
    server: FaultServer, wire: Transport
) -> None:
    server.on("POST", WRITE.path, OVER, NO_FACTOR)
    bearer = Fixed(OLD, NEW)
    with pytest.raises(MfaNeeded):
        await AdminClient(wire, bearer).call(WRITE, ANYTHING)
    assert (bearer.refused, bearer.lacking, server.count("POST")) == (["old"], ["new"], 2)

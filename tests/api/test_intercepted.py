"""Only Medusa's own body makes a refusal; anything else came from in front of the store."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import SecretStr, TypeAdapter

from medusa_console.api.auth import Auth
from medusa_console.api.client import AdminClient
from medusa_console.api.transport import Call, Transport
from medusa_console.domain.errors import (
    ConsoleError,
    Invalid,
    NotFound,
    NotMedusa,
    OutcomeUnknown,
    Refused,
    SignInNeeded,
    WrongPassword,
)
from tests.api.bearers import Fixed
from tests.faults import server as faults
from tests.faults.medusa import PASSWORD, USER_ID, login_token
from tests.faults.server import Behaviour, FaultServer

ANYTHING: TypeAdapter[dict[str, Any]] = TypeAdapter(dict[str, Any])
WRITE = Call("POST", "/admin/api-keys", json={})
READ = Call("GET", "/admin/api-keys")
ME = "/admin/users/me"
UNTYPED = faults.answer(401, b'{"message":"Unauthorized"}')
PAGE = b"<html><head><title>Attention required</title></head></html>"

STATUSES = (400, 401, 402, 403, 404, 405, 407, 409, 410, 418, 422, 429, 451)
BODIES = {
    "a web page": PAGE,
    "nothing": b"",
    "a number": b"403",
    "a list": b'[{"message":"Forbidden","type":"forbidden"}]',
    "no type": b'{"message":"Forbidden"}',
    "no message": b'{"type":"forbidden"}',
    "a type that is no text": b'{"message":"x","type":7}',
    "a message that is no text": b'{"message":{"a":1},"type":"forbidden"}',
    "another key": b'{"message":"x","type":"forbidden","requestId":"1"}',
    "another gateway's": b'{"error":"Forbidden","status":403}',
}
# Every status with a web page, every body with the status that firewalls like best.
PAIRS = [(status, "a web page") for status in STATUSES] + [
    (403, name) for name in BODIES if name != "a web page"
]


@pytest.mark.parametrize(("status", "name"), PAIRS)
async def test_a_write_answered_from_in_front_has_an_unknown_outcome_and_is_sent_once(
    status: int, name: str, server: FaultServer, wire: Transport
) -> None:
    server.on("POST", WRITE.path, faults.answer(status, BODIES[name]))
    bearer = Fixed(SecretStr("old"), SecretStr("new"))
    with pytest.raises(OutcomeUnknown) as caught:
        await AdminClient(wire, bearer).call(WRITE, ANYTHING)
    assert isinstance(caught.value.cause, NotMedusa)
    assert (server.count("POST"), bearer.refused) == (1, [])


@pytest.mark.parametrize(("status", "name"), PAIRS)
async def test_a_read_answered_from_in_front_is_no_refusal(
    status: int, name: str, server: FaultServer, wire: Transport
) -> None:
    headers = {"server": "cloudflare", "cf-ray": "8f1-FRA", "via": "1.1 squid"}
    server.on("GET", READ.path, faults.answer(status, BODIES[name], headers=headers))
    bearer = Fixed(SecretStr("old"), SecretStr("new"))
    with pytest.raises(ConsoleError) as caught:
        await AdminClient(wire, bearer).call(READ, ANYTHING)
    assert isinstance(caught.value, NotMedusa)
    assert not isinstance(caught.value, Refused)
    for part in (str(status), "cloudflare", "8f1-FRA", "1.1 squid"):
        assert part in caught.value.detail
    assert bearer.refused == []


@pytest.mark.parametrize(("status", "name"), PAIRS)
async def test_a_sign_in_answered_from_in_front_says_nothing_about_the_password(
    status: int, name: str, server: FaultServer, wire: Transport
) -> None:
    server.on("POST", "/auth/user/emailpass", faults.answer(status, BODIES[name]))
    with pytest.raises(NotMedusa):
        await Auth(wire).sign_in("maya@x.example", SecretStr(PASSWORD))


async def test_a_sign_in_answered_by_an_untyped_401_says_nothing_about_the_password(
    server: FaultServer, wire: Transport
) -> None:
    server.on("POST", "/auth/user/emailpass", UNTYPED)
    with pytest.raises(NotMedusa):
        await Auth(wire).sign_in("maya@x.example", SecretStr(PASSWORD))


async def test_a_wrong_password_is_one_by_medusas_own_words(
    server: FaultServer, wire: Transport
) -> None:
    told = faults.refusal(401, "Invalid email or password", "unauthorized")
    server.on("POST", "/auth/user/emailpass", told)
    with pytest.raises(WrongPassword):
        await Auth(wire).sign_in("maya@x.example", SecretStr(PASSWORD))


@pytest.mark.parametrize(
    "behaviour",
    [
        faults.answer(431),
        faults.answer(413, b"<html>too large</html>"),
        faults.answer(415, b'{"message":"unsupported charset","type":"unknown_error"}'),
        faults.answer(404, b"<pre>Cannot POST /admin/api-keys</pre>"),
    ],
    ids=["431", "413", "415", "Express"],
)
async def test_what_never_reaches_the_action_was_not_done(
    behaviour: Behaviour, server: FaultServer, wire: Transport
) -> None:
    server.on("POST", WRITE.path, behaviour)
    with pytest.raises(ConsoleError) as caught:
        await AdminClient(wire, Fixed(SecretStr("old"))).call(WRITE, ANYTHING)
    assert not isinstance(caught.value, OutcomeUnknown)


@pytest.mark.parametrize(
    "page",
    [
        b"<pre>Cannot GET /admin/api-keys</pre>",
        b"<pre>Cannot POST /elsewhere</pre>",
        b"x" * 100_000 + b"<pre>Cannot POST /admin/api-keys</pre>",
    ],
    ids=["another method", "another path", "far down"],
)
async def test_a_page_about_another_path_is_not_the_stores(
    page: bytes, server: FaultServer, wire: Transport
) -> None:
    server.on("POST", WRITE.path, faults.answer(404, page))
    with pytest.raises(OutcomeUnknown):
        await AdminClient(wire, Fixed(SecretStr("old"))).call(WRITE, ANYTHING)


async def test_an_untyped_401_to_a_write_proves_nothing_while_the_session_is_accepted(
    server: FaultServer, wire: Transport
) -> None:
    """A gateway says {"message":"Unauthorized"} too, and may say it of what was done."""
    server.on("POST", WRITE.path, UNTYPED)
    server.on("GET", ME, faults.json_answer({"user": {"id": USER_ID}}))
    bearer = Fixed(SecretStr(login_token()), SecretStr(login_token()))
    with pytest.raises(OutcomeUnknown):
        await AdminClient(wire, bearer).call(WRITE, ANYTHING)
    assert (server.count("POST"), bearer.refused) == (1, [])


async def test_an_untyped_401_to_a_write_is_an_expiry_if_the_session_is_refused_too(
    server: FaultServer, wire: Transport
) -> None:
    server.on("POST", WRITE.path, UNTYPED, faults.json_answer({"done": True}))
    server.on("GET", ME, UNTYPED)
    bearer = Fixed(SecretStr(login_token()), SecretStr(login_token()))
    assert (await AdminClient(wire, bearer).call(WRITE, ANYTHING)).value == {"done": True}
    assert (server.count("POST"), len(bearer.refused)) == (2, 1)


async def test_an_untyped_401_to_a_write_of_a_session_that_is_over_is_an_expiry(
    server: FaultServer, wire: Transport
) -> None:
    server.on("POST", WRITE.path, UNTYPED, faults.json_answer({"done": True}))
    bearer = Fixed(SecretStr(login_token(life=60, age=120)), SecretStr(login_token()))
    assert (await AdminClient(wire, bearer).call(WRITE, ANYTHING)).value == {"done": True}
    assert [r.path for r in server.requests if r.method == "GET"] == []


async def test_an_untyped_401_that_nobody_can_explain_leaves_the_outcome_unknown(
    server: FaultServer, wire: Transport
) -> None:
    server.on("POST", WRITE.path, UNTYPED)
    server.on("GET", ME, faults.reset)
    bearer = Fixed(SecretStr(login_token()), SecretStr(login_token()))
    with pytest.raises(OutcomeUnknown):
        await AdminClient(wire, bearer).call(WRITE, ANYTHING)
    assert server.count("POST") == 1


async def test_a_documented_401_is_the_stores_own(server: FaultServer, wire: Transport) -> None:
    body = {"type": "unauthorized", "message": "Authentication required"}
    server.on("POST", WRITE.path, faults.answer(401, json.dumps(body).encode()))
    with pytest.raises(SignInNeeded):
        await AdminClient(wire, Fixed(SecretStr(login_token()))).call(WRITE, ANYTHING)


async def test_a_refusal_with_a_code_is_the_stores_own(
    server: FaultServer, wire: Transport
) -> None:
    body = {"code": "invalid_request_error", "type": "duplicate_error", "message": "exists"}
    server.on("POST", WRITE.path, faults.answer(422, json.dumps(body).encode()))
    gone = {"type": "not_found", "message": "API Key with id: apk_x was not found"}
    server.on("GET", READ.path, faults.answer(404, json.dumps(gone).encode()))
    with pytest.raises(Invalid):
        await wire.fetch(WRITE, ANYTHING)
    with pytest.raises(NotFound):
        await wire.fetch(READ, ANYTHING)

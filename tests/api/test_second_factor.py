"""The second factor of a sign-in: each answer of the store to a code, and what it asks for."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from pydantic import SecretStr

from medusa_console.api.auth import Auth
from medusa_console.api.transport import Transport
from medusa_console.domain.errors import (
    ChallengeEnd,
    ChallengeOver,
    ConsoleError,
    Intercepted,
    Invalid,
    MfaRequired,
    NoAdminAccount,
    NoSuchRoute,
    NotASession,
    NotMedusa,
    OutcomeUnknown,
    ServerFault,
    Unreachable,
    VerificationRequired,
    WrongCode,
)
from medusa_console.domain.mfa import MfaChallenge, MfaCode
from tests.api.conftest import OpenWire, store_at
from tests.faults import server as faults
from tests.faults.medusa import PASSWORD, USER_ID, login_token, mfa_login
from tests.faults.server import Behaviour, FaultServer

SIGN_IN = "/auth/user/emailpass"
REQUEST, CONFIRM = "/auth/verification/request", "/auth/verification/confirm"
MAYA = "maya@example.com"
CODE = "481516"
TOTP = MfaCode("totp", SecretStr(CODE))


async def challenged(
    server: FaultServer, wire: Transport, body: dict[str, Any] | None = None
) -> MfaChallenge:
    server.on("POST", SIGN_IN, faults.json_answer(body or mfa_login()))
    with pytest.raises(MfaRequired) as caught:
        await Auth(wire).sign_in(MAYA, SecretStr(PASSWORD))
    return caught.value.challenge


def verify(challenge: MfaChallenge) -> str:
    return f"/auth/mfa/challenges/{challenge.id}/verify"


async def test_a_password_alone_brings_the_challenge(server: FaultServer, wire: Transport) -> None:
    body = mfa_login(attempts=2)
    challenge = await challenged(server, wire, body)
    assert challenge.id == body["mfa_challenge"]["id"]
    assert challenge.methods == ("totp", "recovery_code")
    assert challenge.attempts_left == 3
    assert challenge.token.get_secret_value() == body["token"]
    assert timedelta() < challenge.expires_at - datetime.now(UTC) <= timedelta(minutes=5)


async def test_the_code_goes_to_the_challenge_with_its_own_token_and_opens_a_session(
    server: FaultServer, wire: Transport, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    challenge = await challenged(server, wire)
    server.on("POST", verify(challenge), faults.json_answer({"token": login_token()}))
    session = await Auth(wire).verify(challenge, TOTP, MAYA)
    assert (session.user_id, session.email) == (USER_ID, MAYA)
    request = server.last("POST", verify(challenge))
    assert request.json() == {"method": "totp", "code": CODE}
    assert request.headers["authorization"] == f"Bearer {challenge.token.get_secret_value()}"
    printed = f"{challenge}{challenge!r}{TOTP!r}{MfaRequired(challenge)!r}{caplog.text}"
    assert CODE not in printed + request.target
    assert challenge.token.get_secret_value() not in printed


@pytest.mark.parametrize(
    ("behaviour", "means"),
    [
        (faults.refusal(400, "Invalid MFA challenge code", "not_allowed"), WrongCode),
        (
            faults.refusal(400, "MFA challenge has too many failed attempts", "not_allowed"),
            ChallengeEnd.TOO_MANY,
        ),
        (
            faults.refusal(400, "MFA challenge has already been completed", "not_allowed"),
            ChallengeEnd.COMPLETED,
        ),
        (faults.refusal(400, "MFA challenge has expired", "not_allowed"), ChallengeEnd.GONE),
        (
            faults.refusal(404, 'MFA challenge with id "x" was not found', "not_found"),
            ChallengeEnd.GONE,
        ),
        (faults.refusal(401, "Unauthorized"), ChallengeEnd.GONE),
        (
            faults.refusal(400, 'MFA challenge does not support method "totp"', "invalid_data"),
            ChallengeEnd.METHOD,
        ),
        (
            faults.refusal(400, "Invalid request: Field 'method' is required", "invalid_data"),
            Invalid,
        ),
        (faults.refusal(401, "Who are you?"), Intercepted),
        (faults.unknown_route, NoSuchRoute),
        (faults.refusal(500, "An unknown error occurred.", "unknown_error"), ServerFault),
        (faults.reset, Unreachable),
        (faults.json_answer({"token": 5}), NotMedusa),
        (faults.json_answer({}), NotASession),
        (faults.json_answer({"token": login_token(actor_id="")}), NoAdminAccount),
    ],
)
async def test_each_answer_to_a_code_has_a_meaning_and_the_code_is_sent_once(
    behaviour: Behaviour,
    means: type[ConsoleError] | ChallengeEnd,
    server: FaultServer,
    wire: Transport,
) -> None:
    challenge = await challenged(server, wire)
    server.on("POST", verify(challenge), behaviour)
    with pytest.raises(ConsoleError) as caught:
        await Auth(wire).verify(challenge, TOTP, MAYA)
    if isinstance(means, ChallengeEnd):
        assert isinstance(caught.value, ChallengeOver)
        assert caught.value.end is means
    else:
        assert type(caught.value) is means
    assert server.count("POST", verify(challenge)) == 1
    assert CODE not in f"{caught.value}{caught.value!r}"


@pytest.mark.parametrize(
    ("challenge", "means"),
    [
        ({"id": "../../admin/users"}, NotMedusa),
        ({"id": "a/b"}, NotMedusa),
        ({"id": ""}, NotMedusa),
        ({"id": "x" * 201}, NotMedusa),
        ({"methods": "totp"}, NotMedusa),
        ({"methods": ["totp"] * 21}, NotMedusa),
        ({"attempts": -1}, NotMedusa),
        ({"max_attempts": 10**9}, NotMedusa),
        ({"expires_at": "soon"}, NotMedusa),
        ({"expires_at": "+275760-09-13T00:00:00.000Z"}, MfaRequired),
        ({"attempts": 9}, MfaRequired),
    ],
)
async def test_a_challenge_is_bounded(
    challenge: dict[str, Any], means: type[ConsoleError], server: FaultServer, wire: Transport
) -> None:
    server.on("POST", SIGN_IN, faults.json_answer(mfa_login(**challenge)))
    with pytest.raises(ConsoleError) as caught:
        await Auth(wire).sign_in(MAYA, SecretStr(PASSWORD))
    assert type(caught.value) is means
    if isinstance(caught.value, MfaRequired):
        assert caught.value.challenge.attempts_left >= 0


@pytest.mark.parametrize("without", ["mfa_challenge", "token"])
async def test_a_second_factor_without_a_way_to_it_is_no_session(
    without: str, server: FaultServer, wire: Transport
) -> None:
    body = mfa_login()
    del body[without]
    server.on("POST", SIGN_IN, faults.json_answer(body))
    with pytest.raises(NotASession) as caught:
        await Auth(wire).sign_in(MAYA, SecretStr(PASSWORD))
    assert type(caught.value) is NotASession


async def test_a_read_only_store_takes_the_code(server: FaultServer, open_wire: OpenWire) -> None:
    wire = open_wire(server.origin, latest=lambda: store_at(server.origin, read_only=True))
    challenge = await challenged(server, wire)
    server.on("POST", verify(challenge), faults.json_answer({"token": login_token()}))
    assert (await Auth(wire).verify(challenge, TOTP, MAYA)).user_id == USER_ID


@pytest.mark.parametrize(
    ("more", "requested"), [({}, False), ({"verification": {"id": "authver_1"}}, True)]
)
async def test_an_email_to_be_verified_comes_before_the_second_factor_with_the_token_for_it(
    more: dict[str, Any], requested: bool, server: FaultServer, wire: Transport
) -> None:
    body = mfa_login() | {"verification_required": True} | more
    server.on("POST", SIGN_IN, faults.json_answer(body))
    with pytest.raises(VerificationRequired) as caught:
        await Auth(wire).sign_in(MAYA, SecretStr(PASSWORD))
    assert caught.value.token.get_secret_value() == body["token"]
    assert caught.value.requested is requested
    assert body["token"] not in f"{caught.value}{caught.value!r}"


@pytest.mark.parametrize(
    ("claims", "email"),
    [
        ({}, MAYA),
        ({"user_metadata": {"email": "m@idp.example"}}, "m@idp.example"),
        ({"user_metadata": {"email": ["x"]}}, MAYA),
        ({"user_metadata": [1]}, MAYA),
        ({"user_metadata": {"email": "x" * 1000}}, "x" * 320),
    ],
)
async def test_an_identity_without_an_admin_account_comes_with_its_token_and_email(
    claims: dict[str, Any], email: str, server: FaultServer, wire: Transport
) -> None:
    token = login_token(actor_id="", **claims)
    server.on("POST", SIGN_IN, faults.json_answer({"token": token}))
    with pytest.raises(NoAdminAccount) as caught:
        await Auth(wire).sign_in(MAYA, SecretStr(PASSWORD))
    assert caught.value.token.get_secret_value() == token
    assert caught.value.email == email
    assert token not in f"{caught.value}{caught.value!r}"


# An email to be verified


@pytest.mark.parametrize("read_only", [False, True])
async def test_a_code_is_asked_for_and_confirmed_on_a_read_only_store_too(
    read_only: bool, server: FaultServer, open_wire: OpenWire, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    server.on("POST", REQUEST, faults.json_answer({"verification": {}}, 201))
    server.on("POST", CONFIRM, faults.json_answer({"verified_at": "2026-01-01T00:00:00.000Z"}))
    wire = open_wire(server.origin, latest=lambda: store_at(server.origin, read_only=read_only))
    auth = Auth(wire)
    await auth.request_verification(SecretStr("of-the-identity"), MAYA)
    asked = server.last("POST", REQUEST)
    assert asked.json() == {"entity_id": MAYA, "entity_type": "email"}
    assert asked.headers["authorization"] == "Bearer of-the-identity"
    await auth.confirm_verification(SecretStr("a-canary-code"))
    confirmed = server.last("POST", CONFIRM)
    assert confirmed.json() == {"code": "a-canary-code"}
    assert "authorization" not in confirmed.headers
    assert "a-canary-code" not in caplog.text + confirmed.target


@pytest.mark.parametrize(
    ("message", "late"),
    [
        ("Verification code is invalid or already used", False),
        ("Verification code has expired", True),
    ],
)
async def test_a_verification_code_that_is_refused_is_wrong_or_late(
    message: str, late: bool, server: FaultServer, wire: Transport
) -> None:
    server.on("POST", CONFIRM, faults.refusal(400, message, "not_allowed"))
    with pytest.raises(WrongCode) as caught:
        await Auth(wire).confirm_verification(SecretStr("x"))
    assert caught.value.late is late


async def test_a_lost_request_for_a_code_is_not_repeated_and_not_called_done(
    server: FaultServer, wire: Transport
) -> None:
    server.on("POST", REQUEST, faults.reset)
    with pytest.raises(OutcomeUnknown):
        await Auth(wire).request_verification(SecretStr("x"), MAYA)
    assert server.count("POST", REQUEST) == 1

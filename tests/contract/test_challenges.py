"""The code that a sign-in asks for. Contract, 1.6, and quirks 22 and 23."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from medusa_console.demo.ways_in import WaysIn

from .answers import UNAUTHORIZED, Told, invalid, refused, said, told, unrecognized
from .backends import Backend, unique, with_and_without_rbac
from .making import PASSWORD, make_key, stranger
from .second_factor import asked_for_code, enrol, enrolled, verify_path
from .shapes import claims, is_id, moment

CHALLENGE = [
    *("id", "auth_identity_id", "auth_provider", "methods", "expires_at", "attempts"),
    *("max_attempts", "completed_at", "metadata"),
]
NO_CODE_YET = said(401, {"message": "MFA verification is required to complete this request"})
WRONG = refused(400, "not_allowed", "Invalid MFA challenge code")
TOO_MANY = refused(400, "not_allowed", "MFA challenge has too many failed attempts")
OVER = refused(400, "not_allowed", "MFA challenge has expired")


def unknown(asked: dict[str, Any]) -> Told:
    name = asked["mfa_challenge"]["id"]
    return refused(404, "not_found", f'MFA challenge with id "{name}" was not found')


def totp(code: str) -> dict[str, str]:
    return {"method": "totp", "code": code}


@with_and_without_rbac
async def test_a_right_password_is_answered_with_a_challenge(backend: Backend) -> None:
    app = await enrolled(backend)
    before = datetime.now(UTC)
    asked = await asked_for_code(backend, app.person.email)
    challenge = asked["mfa_challenge"]
    assert asked["mfa_required"] is True
    assert list(challenge) == CHALLENGE
    assert is_id("authmfachal", challenge["id"])
    assert challenge["auth_provider"] == "emailpass"
    assert challenge["methods"] == ["totp"]
    assert (challenge["attempts"], challenge["max_attempts"]) == (0, 5)
    assert (challenge["completed_at"], challenge["metadata"]) == (None, None)
    lives = moment(challenge["expires_at"]) - before
    assert timedelta(seconds=299) < lives < timedelta(seconds=360)

    known = claims(asked["token"])
    assert challenge["auth_identity_id"] == known["auth_identity_id"]
    assert (known["actor_id"], known["actor_type"]) == ("", "user")
    assert (known["mfa_enabled"], known["mfa_challenge_completed_at"]) == (True, None)
    assert (known["app_metadata"], known["user_metadata"]) == ({}, {})


@with_and_without_rbac
async def test_a_right_code_opens_the_session(backend: Backend) -> None:
    app = await enrolled(backend)
    asked = await asked_for_code(backend, app.person.email)
    answer = await backend.bearing(asked["token"]).post(verify_path(asked), json=totp(app.code()))
    assert answer.status_code == 200
    assert list(answer.json()) == ["token"]
    session = answer.json()["token"]
    before, after = claims(app.person.token), claims(session)
    assert list(after) == list(before)
    assert after["mfa_enabled"] is True
    moment(after["mfa_challenge_completed_at"])
    same = ("actor_id", "actor_type", "auth_identity_id", "auth_provider", "app_metadata")
    assert {name: after[name] for name in same} == {name: before[name] for name in same}
    assert (await backend.bearing(session).get("/admin/users/me")).status_code == 200

    renewed = (await backend.bearing(session).post("/auth/token/refresh")).json()["token"]
    kept = ("mfa_enabled", "mfa_challenge_completed_at")
    assert [claims(renewed)[name] for name in kept] == [after[name] for name in kept]


async def test_before_the_code_nothing_opens_and_that_is_told_apart_from_an_expiry(
    backend: Backend,
) -> None:
    app = await enrolled(backend)
    asked = await asked_for_code(backend, app.person.email)
    half = backend.bearing(asked["token"])
    for path in ("/admin/users/me", "/admin/api-keys", "/admin/plugins", "/auth/mfa/factors"):
        assert told(await half.get(path)) == NO_CODE_YET, path
    assert told(await half.post("/auth/mfa/recovery-codes", json={})) == NO_CODE_YET
    assert told(await half.post("/auth/mfa/factors", json={})) == NO_CODE_YET
    accept = await half.post("/admin/invites/accept", params={"token": "x"}, json={})
    assert told(accept) == NO_CODE_YET


async def test_a_refresh_before_the_code_asks_for_another_one(backend: Backend) -> None:
    app = await enrolled(backend)
    asked = await asked_for_code(backend, app.person.email)
    answer = await backend.bearing(asked["token"]).post("/auth/token/refresh")
    assert answer.status_code == 200
    again = answer.json()
    assert list(again) == ["mfa_required", "mfa_challenge", "token"]
    assert again["mfa_challenge"]["id"] != asked["mfa_challenge"]["id"]
    assert claims(again["token"])["actor_id"] == ""


async def test_sessions_from_before_ask_for_no_code_and_never_will(backend: Backend) -> None:
    app = await enrolled(backend)
    old = backend.bearing(app.person.token)
    assert (await old.get("/admin/users/me")).status_code == 200
    renewed = claims((await old.post("/auth/token/refresh")).json()["token"])
    assert (renewed["mfa_enabled"], renewed["mfa_challenge_completed_at"]) == (False, None)
    assert renewed["actor_id"] == app.person.id


async def test_a_code_counts_a_step_early_and_a_step_late_and_more_than_once(
    backend: Backend,
) -> None:
    app = await enrolled(backend)
    early = app.code(1)
    for _ in range(2):
        asked = await asked_for_code(backend, app.person.email)
        half = backend.bearing(asked["token"])
        assert (await half.post(verify_path(asked), json=totp(early))).status_code == 200


async def test_codes_that_are_none_are_wrong(backend: Backend) -> None:
    app = await enrolled(backend)
    asked = await asked_for_code(backend, app.person.email)
    half, code = backend.bearing(asked["token"]), app.code()
    for wrong in (app.code(-3), app.code(3), f"{code[:3]} {code[3:]}", f"{code} "):
        assert told(await half.post(verify_path(asked), json=totp(wrong))) == WRONG


async def test_a_challenge_takes_five_wrong_codes_and_then_no_right_one(backend: Backend) -> None:
    app = await enrolled(backend)
    asked = await asked_for_code(backend, app.person.email)
    half, wrong = backend.bearing(asked["token"]), totp(app.wrong_code())
    told_each = [told(await half.post(verify_path(asked), json=wrong)) for _ in range(6)]
    assert told_each == [WRONG] * 4 + [TOO_MANY] * 2
    assert told(await half.post(verify_path(asked), json=totp(app.code()))) == TOO_MANY
    # A new one begins anew.
    asked = await asked_for_code(backend, app.person.email)
    half = backend.bearing(asked["token"])
    assert (await half.post(verify_path(asked), json=totp(app.code()))).status_code == 200


async def test_the_store_sets_how_many_wrong_codes_a_challenge_takes(backend: Backend) -> None:
    app = await enrolled(backend)
    async with backend.ways_in(WaysIn(challenge_max_attempts=1)):
        asked = await asked_for_code(backend, app.person.email)
        assert asked["mfa_challenge"]["max_attempts"] == 1
        half = backend.bearing(asked["token"])
        assert told(await half.post(verify_path(asked), json=totp(app.wrong_code()))) == TOO_MANY


async def test_a_challenge_is_completed_once(backend: Backend) -> None:
    app = await enrolled(backend)
    asked = await asked_for_code(backend, app.person.email)
    half = backend.bearing(asked["token"])
    assert (await half.post(verify_path(asked), json=totp(app.code()))).status_code == 200
    again = await half.post(verify_path(asked), json=totp(app.code()))
    assert told(again) == refused(400, "not_allowed", "MFA challenge has already been completed")


async def test_a_challenge_that_is_over_is_unknown_and_may_be_called_expired_before(
    backend: Backend,
) -> None:
    app = await enrolled(backend)
    async with backend.ways_in(WaysIn(challenge_ttl_seconds=1)):
        quiet = await asked_for_code(backend, app.person.email)
        tried = await asked_for_code(backend, app.person.email)
        # Its life is rounded up to a whole second at a wrong code, so it is known a little longer.
        half = backend.bearing(tried["token"])
        answer = await half.post(verify_path(tried), json=totp(app.wrong_code()))
        assert told(answer) in (WRONG, OVER, unknown(tried)), "the latter on a slow machine"
    looks = {"method": "sms", "code": "1"}  # counts as no attempt
    open_still = refused(400, "invalid_data", 'MFA challenge does not support method "sms"')
    for asked in (quiet, tried):
        half = backend.bearing(asked["token"])
        async with asyncio.timeout(60):
            while (seen := told(await half.post(verify_path(asked), json=looks))) != unknown(asked):
                assert seen in (open_still, OVER)
                await asyncio.sleep(0.02)
        right = await half.post(verify_path(asked), json=totp(app.code()))
        assert told(right) == unknown(asked)


async def test_a_challenge_belongs_to_one_login(backend: Backend) -> None:
    app = await enrolled(backend)
    asked = await asked_for_code(backend, app.person.email)
    body = totp(app.code())
    other = backend.bearing((await stranger(backend)).token)
    assert told(await other.post(verify_path(asked), json=body)) == unknown(asked)
    assert told(await backend.http.post(verify_path(asked), json=body)) == UNAUTHORIZED
    nope = {"mfa_challenge": {"id": "nope"}}
    half = backend.bearing(asked["token"])
    assert told(await half.post(verify_path(nope), json=body)) == unknown(nope)


async def test_an_answer_to_a_challenge_names_method_and_code(backend: Backend) -> None:
    app = await enrolled(backend)
    asked = await asked_for_code(backend, app.person.email)
    half = backend.bearing(asked["token"])
    for body, expected in (
        ({}, invalid("Field 'method' is required", "Field 'code' is required")),
        ({"method": "totp"}, invalid("Field 'code' is required")),
        (
            {"method": "totp", "code": 5},
            invalid("Expected type: 'string' for field 'code', got: '5'"),
        ),
        ({"method": "totp", "code": "1", "x": 1}, unrecognized("x")),
        (
            {"method": "sms", "code": "1"},
            refused(400, "invalid_data", 'MFA challenge does not support method "sms"'),
        ),
        (
            {"method": "recovery_code", "code": "1"},
            refused(400, "invalid_data", 'MFA challenge does not support method "recovery_code"'),
        ),
    ):
        assert told(await half.post(verify_path(asked), json=body)) == expected


async def test_a_recovery_code_counts_once_and_the_last_one_is_offered_no_more(
    backend: Backend,
) -> None:
    app = await enrol(backend)
    theirs = backend.bearing(app.person.token)
    made = await theirs.post("/auth/mfa/recovery-codes", json={"count": 1})
    [code] = made.json()["recovery_codes"]
    body = {"method": "recovery_code", "code": code}
    first = await asked_for_code(backend, app.person.email)
    second = await asked_for_code(backend, app.person.email)
    for asked in (first, second):
        assert asked["mfa_challenge"]["methods"] == ["totp", "recovery_code"]
    answer = await backend.bearing(first["token"]).post(verify_path(first), json=body)
    assert claims(answer.json()["token"])["actor_id"] == app.person.id
    used = await backend.bearing(second["token"]).post(verify_path(second), json=body)
    assert told(used) == WRONG
    third = await asked_for_code(backend, app.person.email)
    assert third["mfa_challenge"]["methods"] == ["totp"]


async def test_the_second_factor_belongs_to_the_login_and_not_to_the_door(
    backend: Backend,
) -> None:
    app = await enrolled(backend)
    login = {"email": app.person.email, "password": PASSWORD}
    answer = (await backend.http.post("/auth/customer/emailpass", json=login)).json()
    assert list(answer) == ["mfa_required", "mfa_challenge", "token"]
    known = claims(answer["token"])
    assert known["app_metadata"] == {"user_id": app.person.id}
    assert (known["actor_id"], known["actor_type"]) == ("", "customer")


@pytest.mark.parametrize("backend", ["demo-plain", "real-plain"], indirect=True)
async def test_a_secret_key_is_asked_for_no_code(backend: Backend) -> None:
    app = await enrolled(backend)
    key = await make_key(backend.bearing(app.person.token), unique())
    answer = await backend.holding(key["token"]).get("/admin/api-keys?limit=1")
    assert answer.status_code == 200

"""A second factor and recovery codes: set up, used up, switched off. Contract, 1.6."""

from __future__ import annotations

import re
from typing import Any

import pytest

from medusa_console.demo.ways_in import WaysIn

from .answers import STUMBLED, UNAUTHORIZED, Told, invalid, refused, said, told, unrecognized
from .backends import Backend, unique, with_and_without_rbac
from .making import Person, join, stranger
from .second_factor import Enrolled, asked_for_code, enrol, enrolled, verify_path
from .shapes import is_id, is_time

FACTORS, CODES = "/auth/mfa/factors", "/auth/mfa/recovery-codes"
SHOWN = [
    *("id", "auth_identity_id", "auth_identity", "provider", "status", "metadata"),
    *("created_at", "updated_at", "deleted_at"),
]
NO_KEY = refused(400, "invalid_data", "MFA encryption key is required to use MFA methods")


def verify_of(factor: str) -> str:
    return f"{FACTORS}/{factor}/verify"


def unknown(factor: str) -> Told:
    return refused(404, "not_found", f'MFA factor with id "{factor}" was not found')


async def begun(backend: Backend, **asked: Any) -> tuple[Person, dict[str, Any]]:
    """An admin, and the answer to the start of their enrolment."""
    person = await join(backend)
    body = {"provider": "totp", **asked}
    answer = await backend.bearing(person.token).post(FACTORS, json=body)
    assert answer.status_code == 200
    started: dict[str, Any] = answer.json()
    return person, started


@with_and_without_rbac
async def test_who_has_set_up_nothing_has_no_factors_and_no_recovery_codes(
    backend: Backend,
) -> None:
    theirs = backend.bearing((await stranger(backend)).token)
    assert told(await theirs.get(FACTORS)) == said(200, {"mfa_factors": []})
    none = refused(400, "not_allowed", "Recovery codes require an enabled MFA factor")
    assert told(await theirs.post(CODES, json={})) == none


async def test_nobody_sets_up_a_factor_without_signing_in(backend: Backend) -> None:
    factor = (await enrolled(backend)).factor
    assert told(await backend.http.get(FACTORS)) == UNAUTHORIZED
    assert told(await backend.http.post(FACTORS, json={"provider": "totp"})) == UNAUTHORIZED
    assert told(await backend.http.post(CODES, json={})) == UNAUTHORIZED
    code = {"code": "123456"}
    assert told(await backend.http.post(verify_of(factor), json=code)) == UNAUTHORIZED
    assert told(await backend.http.delete(f"{FACTORS}/{factor}")) == UNAUTHORIZED


async def test_an_enrolment_shows_its_secret_once_and_waits_for_a_code(backend: Backend) -> None:
    person, started = await begun(backend, label="me@x", issuer="App B", metadata={"a": 1})
    assert list(started) == ["mfa_factor", "secret", "otpauth_url"]
    factor, secret = started["mfa_factor"], started["secret"]
    assert list(factor) == ["id", "auth_identity_id", "provider", "status", "metadata"]
    assert is_id("authmfa", factor["id"])
    assert is_id("authid", factor["auth_identity_id"])
    assert (factor["provider"], factor["status"]) == ("totp", "pending")
    assert factor["metadata"] == {"a": 1, "label": "me@x"}
    assert re.fullmatch("[A-Z2-7]{32}", secret)
    account = "App%20B:me%40x"
    assert started["otpauth_url"] == f"otpauth://totp/{account}?secret={secret}&issuer=App%20B"

    listed = await backend.bearing(person.token).get(FACTORS)
    [shown] = listed.json()["mfa_factors"]
    assert list(shown) == SHOWN
    assert shown["auth_identity"] == {"id": factor["auth_identity_id"]}
    assert {**shown, **factor} == shown
    assert is_time(shown["created_at"])
    assert secret not in listed.text
    # It counts for nothing before a code of it was seen: this asks for none.
    assert await backend.sign_in(person.email, "correct horse")


async def test_an_enrolment_without_names_is_called_by_the_login(backend: Backend) -> None:
    _, started = await begun(backend, label=None)
    identity = started["mfa_factor"]["auth_identity_id"]
    assert started["mfa_factor"]["metadata"] == {}
    url = f"otpauth://totp/Medusa:{identity}?secret={started['secret']}&issuer=Medusa"
    assert started["otpauth_url"] == url


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({}, invalid("Field 'provider' is required")),
        ({"provider": "totp", "foo": 1}, unrecognized("foo")),
        ({"provider": "sms"}, STUMBLED),
    ],
)
async def test_an_enrolment_of_nothing_known_is_refused(
    backend: Backend, body: dict[str, Any], expected: Told
) -> None:
    theirs = backend.bearing((await stranger(backend)).token)
    assert told(await theirs.post(FACTORS, json=body)) == expected


async def test_a_factor_that_was_begun_stands_in_the_way_until_it_is_deleted(
    backend: Backend,
) -> None:
    person, started = await begun(backend)
    theirs = backend.bearing(person.token)
    twice = refused(
        400, "not_allowed", "An active TOTP factor already exists for this auth identity"
    )
    assert told(await theirs.post(FACTORS, json={"provider": "totp"})) == twice
    deleted = await theirs.delete(f"{FACTORS}/{started['mfa_factor']['id']}")
    assert (deleted.status_code, deleted.json()["mfa_factor"]["status"]) == (200, "disabled")
    again = await theirs.post(FACTORS, json={"provider": "totp"})
    assert again.status_code == 200
    listed = (await theirs.get(FACTORS)).json()["mfa_factors"]
    assert [one["status"] for one in listed] == ["disabled", "pending"]


async def test_a_code_enables_a_factor_and_later_only_says_that_it_is_right(
    backend: Backend,
) -> None:
    person, started = await begun(backend)
    theirs, factor = backend.bearing(person.token), started["mfa_factor"]["id"]
    app = Enrolled(person, factor, started["secret"])
    wrong = refused(400, "not_allowed", "Invalid TOTP code")
    spaced = f"{app.code()[:3]} {app.code()[3:]}"
    for code in (app.wrong_code(), app.code(-3), app.code(3), spaced, "abcdef", "1"):
        assert told(await theirs.post(verify_of(factor), json={"code": code})) == wrong
    for body, problem in (
        ({}, "Field 'code' is required"),
        ({"code": ""}, "Value for field 'code' too small, expected at least: '1'"),
        ({"code": 123456}, "Expected type: 'string' for field 'code', got: '123456'"),
    ):
        assert told(await theirs.post(verify_of(factor), json=body)) == invalid(problem)
    for _ in range(2):
        answer = await theirs.post(verify_of(factor), json={"code": app.code()})
        assert answer.status_code == 200
        assert list(answer.json()) == ["mfa_factor"]
        assert list(answer.json()["mfa_factor"]) == SHOWN
        assert answer.json()["mfa_factor"]["status"] == "enabled"
    assert (await theirs.get(FACTORS)).json()["mfa_factors"][0]["status"] == "enabled"


async def test_nobody_reaches_the_factor_of_somebody_else(backend: Backend) -> None:
    theirs = backend.bearing((await stranger(backend)).token)
    for factor in ((await enrolled(backend)).factor, "nope"):
        answer = await theirs.post(verify_of(factor), json={"code": "123456"})
        assert told(answer) == unknown(factor)
        assert told(await theirs.delete(f"{FACTORS}/{factor}")) == unknown(factor)


async def test_recovery_codes_replace_those_from_before(backend: Backend) -> None:
    app = await enrol(backend)
    theirs = backend.bearing(app.person.token)
    first = (await theirs.post(CODES, json={"count": 1})).json()["recovery_codes"]
    answer = await theirs.post(CODES, json={"count": 2})
    assert list(answer.json()) == ["recovery_codes"]
    second = answer.json()["recovery_codes"]
    assert len({*first, *second}) == 3
    assert all(re.fullmatch("[0-9a-f]{4}(-[0-9a-f]{4}){7}", code) for code in second)
    asked = await asked_for_code(backend, app.person.email)
    with_token = backend.bearing(asked["token"])
    body = {"method": "recovery_code", "code": first[0]}
    dead = await with_token.post(verify_path(asked), json=body)
    assert told(dead) == refused(400, "not_allowed", "Invalid MFA challenge code")
    # In capitals and between blanks a code is as good.
    body["code"] = f" {second[0].upper()} "
    assert (await with_token.post(verify_path(asked), json=body)).status_code == 200


async def test_without_a_number_there_are_as_many_recovery_codes_as_the_store_has_set(
    backend: Backend,
) -> None:
    theirs = backend.bearing((await enrol(backend)).person.token)
    async with backend.ways_in(WaysIn(recovery_code_count=3)):
        answer = await theirs.post(CODES)
    assert len(answer.json()["recovery_codes"]) == 3


@pytest.mark.parametrize(
    ("count", "problem"),
    [
        (0, "Value for field 'count' too small, expected at least: '1'"),
        (51, "Value for field 'count' too big, expected at most: '50'"),
        ("3", "Expected type: 'number' for field 'count', got: '3'"),
        (1.5, "Expected type: 'int' for field 'count', got: '1.5'"),
    ],
)
async def test_a_number_of_recovery_codes_that_is_none_is_refused(
    backend: Backend, count: object, problem: str
) -> None:
    theirs = backend.bearing((await enrolled(backend)).person.token)
    assert told(await theirs.post(CODES, json={"count": count})) == invalid(problem)


async def test_a_session_is_enough_to_disable_a_factor_where_the_store_asks_no_more(
    backend: Backend,
) -> None:
    app = await enrol(backend)
    theirs = backend.bearing(app.person.token)
    for _ in range(2):  # once more changes nothing
        answer = await theirs.delete(f"{FACTORS}/{app.factor}")
        assert answer.status_code == 200
        assert list(answer.json()["mfa_factor"]) == SHOWN
        assert answer.json()["mfa_factor"]["status"] == "disabled"
    assert await backend.sign_in(app.person.email, "correct horse")
    gone = refused(400, "not_allowed", "Disabled MFA factors cannot be verified")
    assert told(await theirs.post(verify_of(app.factor), json={"code": app.code()})) == gone


async def test_a_code_is_asked_for_to_disable_a_factor_where_the_store_wants_one(
    backend: Backend,
) -> None:
    app = await enrol(backend)
    theirs, one = backend.bearing(app.person.token), f"{FACTORS}/{app.factor}"
    missing = refused(400, "invalid_data", "MFA verification code is required to disable MFA")
    wrong = refused(400, "not_allowed", "Invalid MFA verification code")
    async with backend.ways_in(WaysIn(disable_policy="challenge")):
        assert told(await theirs.delete(one)) == missing
        for body, expected in (
            ({}, missing),
            ({"method": "totp"}, missing),
            ({"code": app.code()}, missing),
            ({"method": "totp", "code": app.wrong_code()}, wrong),
            ({"method": "recovery_code", "code": app.code()}, wrong),
            ({"method": "sms", "code": app.code()}, STUMBLED),
        ):
            assert told(await theirs.request("DELETE", one, json=body)) == expected
        body = {"method": "totp", "code": app.code()}
        answer = await theirs.request("DELETE", one, json=body)
        assert answer.json()["mfa_factor"]["status"] == "disabled"


async def test_a_factor_only_begun_goes_without_a_code_even_there(backend: Backend) -> None:
    person, started = await begun(backend)
    async with backend.ways_in(WaysIn(disable_policy="challenge")):
        theirs = backend.bearing(person.token)
        answer = await theirs.delete(f"{FACTORS}/{started['mfa_factor']['id']}")
    assert answer.json()["mfa_factor"]["status"] == "disabled"


async def test_a_store_without_a_key_enrols_nobody_and_locks_out_who_is_enrolled(
    backend: Backend,
) -> None:
    app = await enrol(backend)
    person = await join(backend)
    theirs, apps = backend.bearing(person.token), backend.bearing(app.person.token)
    async with backend.ways_in(WaysIn(encryption_key=False)):
        assert told(await theirs.get(FACTORS)) == said(200, {"mfa_factors": []})
        assert told(await theirs.post(FACTORS, json={"provider": "totp"})) == NO_KEY
        assert len((await apps.get(FACTORS)).json()["mfa_factors"]) == 1
        codes = (await apps.post(CODES, json={"count": 1})).json()["recovery_codes"]
        asked = await asked_for_code(backend, app.person.email)
        with_token = backend.bearing(asked["token"])
        body = {"method": "totp", "code": app.code()}
        assert told(await with_token.post(verify_path(asked), json=body)) == NO_KEY
        body = {"method": "recovery_code", "code": codes[0]}
        assert (await with_token.post(verify_path(asked), json=body)).status_code == 200


async def test_a_login_that_is_no_admin_yet_may_set_up_a_factor(backend: Backend) -> None:
    login = {"email": f"{unique()}@example.com", "password": "correct horse"}
    token = (await backend.http.post("/auth/user/emailpass/register", json=login)).json()["token"]
    answer = await backend.bearing(token).post(FACTORS, json={"provider": "totp"})
    assert answer.status_code == 200

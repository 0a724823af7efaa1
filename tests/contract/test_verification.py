"""An email address that has to be proven before the first session. Contract, 1.7."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from medusa_console.demo.ways_in import WaysIn

from .answers import STUMBLED, UNAUTHORIZED, Told, invalid, refused, told, unrecognized
from .backends import Backend, unique, with_and_without_rbac
from .making import PASSWORD, Person, join, stranger
from .second_factor import enrol
from .shapes import claims, is_id, is_time, moment

REQUEST, CONFIRM = "/auth/verification/request", "/auth/verification/confirm"
REQUESTED = "auth.verification_requested"
SHOWN = [
    *("id", "auth_identity_id", "auth_identity", "entity_id", "entity_type", "code_provider"),
    *("verified_at", "requested_at", "provider_metadata", "metadata"),
    *("created_at", "updated_at", "deleted_at"),
]
DEAD = refused(400, "not_allowed", "Verification code is invalid or already used")


@pytest.fixture
async def careful(backend: Backend) -> AsyncIterator[Backend]:
    """A store that verifies email addresses."""
    async with backend.ways_in(WaysIn(verifies_email=True)):
        yield backend


@pytest.fixture
async def person(backend: Backend) -> Person:
    """Somebody whose address is not verified yet; they joined before the store cared."""
    return await join(backend)


@pytest.fixture
async def nobody_in_particular(backend: Backend) -> Person:
    """As `person`, and shared: whoever joins once the store cares has a token that is nobody's."""
    return await stranger(backend)


async def signing_in(backend: Backend, email: str) -> dict[str, Any]:
    login = {"email": email, "password": PASSWORD}
    answer = await backend.http.post("/auth/user/emailpass", json=login)
    assert answer.status_code == 200
    said_to: dict[str, Any] = answer.json()
    return said_to


def of(email: str) -> dict[str, str]:
    return {"entity_id": email, "entity_type": "email"}


@with_and_without_rbac
async def test_a_right_password_is_not_enough_and_nothing_opens(
    person: Person, careful: Backend
) -> None:
    answer = await signing_in(careful, person.email)
    assert list(answer) == ["verification_required", "token"]
    assert answer["verification_required"] is True
    known = claims(answer["token"])
    assert (known["actor_id"], known["app_metadata"]) == ("", {})
    assert known["mfa_enabled"] is False
    theirs = careful.bearing(answer["token"])
    assert told(await theirs.get("/admin/users/me")) == UNAUTHORIZED
    again = (await theirs.post("/auth/token/refresh")).json()
    assert list(again) == ["verification_required", "token"]


async def test_sessions_from_before_go_on(person: Person, careful: Backend) -> None:
    old = careful.bearing(person.token)
    renewed = (await old.post("/auth/token/refresh")).json()["token"]
    assert claims(renewed)["actor_id"] == person.id


@with_and_without_rbac
async def test_a_code_comes_by_mail_and_opens_the_door_for_good(
    person: Person, careful: Backend
) -> None:
    before = await signing_in(careful, person.email)
    theirs = careful.bearing(before["token"])
    answer = await theirs.post(REQUEST, json=of(person.email))
    assert answer.status_code == 201
    asked = answer.json()["verification"]
    assert list(asked) == [*(name for name in SHOWN[1:] if name != "auth_identity"), "id"]
    assert is_id("authver", asked["id"])
    assert asked["auth_identity_id"] == claims(person.token)["auth_identity_id"]
    assert (asked["entity_id"], asked["entity_type"]) == (person.email, "email")
    assert (asked["code_provider"], asked["verified_at"]) == ("token", None)
    assert list(asked["provider_metadata"]) == ["token_hash"]

    waiting = await signing_in(careful, person.email)
    assert list(waiting) == ["verification_required", "verification", "token"]
    assert list(waiting["verification"]) == SHOWN
    assert waiting["verification"]["id"] == asked["id"]
    assert waiting["verification"]["auth_identity"] == {"id": asked["auth_identity_id"]}

    mail = await careful.mailed(REQUESTED, person.email)
    assert list(mail) == [
        *("entity_id", "entity_type", "code_provider", "auth_identity_id", "code"),
        *("expires_at", "metadata"),
    ]
    assert len(mail["code"]) == 43
    lives = moment(mail["expires_at"]) - moment(asked["requested_at"])
    assert lives.total_seconds() == 900
    confirmed = await careful.http.post(CONFIRM, json={"code": mail["code"]})
    assert confirmed.status_code == 200
    assert list(confirmed.json()) == ["entity_id", "entity_type", "code_provider", "verified_at"]
    assert confirmed.json()["entity_id"] == person.email
    assert is_time(confirmed.json()["verified_at"])
    assert told(await careful.http.post(CONFIRM, json={"code": mail["code"]})) == DEAD

    refreshed = await theirs.post("/auth/token/refresh")
    assert list(refreshed.json()) == ["token"]
    assert claims(refreshed.json()["token"])["actor_id"] == person.id
    assert list(await signing_in(careful, person.email)) == ["token"]


async def test_a_second_request_kills_the_code_of_the_first(
    person: Person, careful: Backend
) -> None:
    theirs = careful.bearing((await signing_in(careful, person.email))["token"])
    first = (await theirs.post(REQUEST, json=of(person.email))).json()["verification"]
    second = (await theirs.post(REQUEST, json=of(person.email))).json()["verification"]
    assert second["id"] == first["id"]
    assert list(second) == [*SHOWN[1:], "id"]
    old = await careful.mailed(REQUESTED, person.email, 1)
    new = await careful.mailed(REQUESTED, person.email, 2)
    assert told(await careful.http.post(CONFIRM, json={"code": old["code"]})) == DEAD
    assert (await careful.http.post(CONFIRM, json={"code": new["code"]})).status_code == 200


async def test_an_address_that_is_verified_gets_no_further_code(
    person: Person, careful: Backend
) -> None:
    theirs = careful.bearing((await signing_in(careful, person.email))["token"])
    await theirs.post(REQUEST, json=of(person.email))
    code = (await careful.mailed(REQUESTED, person.email))["code"]
    await careful.http.post(CONFIRM, json={"code": code})
    answer = await theirs.post(REQUEST, json=of(person.email))
    assert answer.status_code == 201
    assert list(answer.json()["verification"]) == SHOWN
    assert is_time(answer.json()["verification"]["verified_at"])


async def test_the_store_asks_nobody_whose_address_it_is(person: Person, careful: Backend) -> None:
    """So the program must never let anybody type it: a code for another address opens nothing."""
    other = f"{unique()}@example.com"
    theirs = careful.bearing((await signing_in(careful, person.email))["token"])
    assert (await theirs.post(REQUEST, json=of(other))).status_code == 201
    code = (await careful.mailed(REQUESTED, other))["code"]
    assert (await careful.http.post(CONFIRM, json={"code": code})).status_code == 200
    answer = await signing_in(careful, person.email)
    assert list(answer) == ["verification_required", "token"]


async def test_the_address_comes_before_the_second_factor(backend: Backend) -> None:
    app = await enrol(backend)
    email = app.person.email
    async with backend.ways_in(WaysIn(verifies_email=True)):
        answer = await signing_in(backend, email)
        assert list(answer) == ["verification_required", "token"]
        assert claims(answer["token"])["mfa_enabled"] is True
        theirs = backend.bearing(answer["token"])
        assert (await theirs.post(REQUEST, json=of(email))).status_code == 201
        code = (await backend.mailed(REQUESTED, email))["code"]
        assert (await theirs.post(CONFIRM, json={"code": code})).status_code == 200
        assert list(await signing_in(backend, email)) == [
            *("mfa_required", "mfa_challenge", "token"),
        ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({}, invalid("Field 'entity_id' is required", "Field 'entity_type' is required")),
        ({"entity_id": "a@example.com"}, invalid("Field 'entity_type' is required")),
        (
            of(""),
            invalid("Value for field 'entity_id' too small, expected at least: '1'"),
        ),
        (of("a@example.com") | {"x": 1}, unrecognized("x")),
        (of("a@example.com") | {"code_provider": "sms"}, STUMBLED),
    ],
)
async def test_a_request_names_what_is_to_be_verified(
    nobody_in_particular: Person, careful: Backend, body: dict[str, Any], expected: Told
) -> None:
    email = nobody_in_particular.email
    theirs = careful.bearing((await signing_in(careful, email))["token"])
    assert told(await theirs.post(REQUEST, json=body)) == expected
    assert told(await careful.http.post(REQUEST, json=body)) == UNAUTHORIZED


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({}, invalid("Field 'code' is required")),
        ({"code": ""}, invalid("Value for field 'code' too small, expected at least: '1'")),
        ({"code": 5}, invalid("Expected type: 'string' for field 'code', got: '5'")),
        ({"code": "x"}, DEAD),
        ({"code": "x", "code_provider": "sms"}, STUMBLED),
    ],
)
async def test_a_code_that_is_none_is_refused(
    careful: Backend, body: dict[str, Any], expected: Told
) -> None:
    assert told(await careful.http.post(CONFIRM, json=body)) == expected


async def test_a_new_login_joins_before_its_address_is_verified(careful: Backend) -> None:
    """Registering and accepting an invite ask for no verification; the next sign-in does."""
    newcomer = await join(careful)
    assert list(await signing_in(careful, newcomer.email)) == ["verification_required", "token"]


async def test_a_store_that_does_not_care_lets_everybody_in(
    person: Person, backend: Backend
) -> None:
    assert list(await signing_in(backend, person.email)) == ["token"]
    # It sends codes all the same.
    asked = await backend.bearing(person.token).post(REQUEST, json=of(person.email))
    assert asked.status_code == 201
    assert (await backend.mailed(REQUESTED, person.email))["code"]

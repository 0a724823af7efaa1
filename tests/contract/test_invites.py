"""An invite until somebody has accepted it. Contract, 2."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from .answers import FORBIDDEN, UNAUTHORIZED, Told, invalid, lacking, refused, told, unrecognized
from .backends import Backend, on_rbac, unique, with_and_without_rbac
from .making import PASSWORD, SUPER_ADMIN, invite, make_role, register, stranger, with_permissions
from .second_factor import asked_for_code, enrol
from .shapes import USER, claims, is_id, moment

INVITES, ACCEPT = "/admin/invites", "/admin/invites/accept"
SHOWN = [
    *("id", "email", "accepted", "token", "expires_at", "metadata"),
    *("created_at", "updated_at", "deleted_at"),
]


async def accept(newcomer: httpx.AsyncClient, token: str, **names: Any) -> httpx.Response:
    return await newcomer.post(ACCEPT, params={"token": token}, json=names)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({}, invalid("Field 'email' is required")),
        ({"email": "a@example.com", "x": 1}, unrecognized("x")),
        (
            {"email": "a@example.com", "roles": "role"},
            invalid("Expected type: 'array' for field 'roles', got: 'role'"),
        ),
        (
            {"email": "a@example.com", "roles": ["role_nope"]},
            refused(400, "invalid_data", "The following role IDs do not exist: role_nope"),
        ),
    ],
)
async def test_an_invite_of_nobody_or_with_roles_of_nobody_is_refused(
    admin: httpx.AsyncClient, body: dict[str, Any], expected: Told
) -> None:
    assert told(await admin.post(INVITES, json=body)) == expected


async def test_an_email_is_not_looked_at(admin: httpx.AsyncClient) -> None:
    name = unique()
    assert (await invite(admin, name))["email"] == name


@with_and_without_rbac
async def test_a_resent_invite_has_a_new_token_and_the_old_one_is_dead(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    email = f"{unique()}@example.com"
    first = await invite(admin, email)
    answer = await admin.post(f"{INVITES}/{first['id']}/resend")
    assert answer.status_code == 200
    second = answer.json()["invite"]
    assert list(second) == SHOWN
    assert (second["id"], second["email"]) == (first["id"], email)
    assert second["created_at"] == first["created_at"]
    assert moment(second["updated_at"]) >= moment(first["updated_at"])
    known = claims(second["token"])
    assert list(known) == ["id", "email", "iat", "exp", "jti"]
    assert known["exp"] - known["iat"] == 86400
    newcomer = backend.bearing(await register(backend, email))
    assert told(await accept(newcomer, first["token"])) == UNAUTHORIZED
    assert (await accept(newcomer, second["token"])).status_code == 200


async def test_nothing_is_resent_to_nobody(admin: httpx.AsyncClient) -> None:
    answer = await admin.post(f"{INVITES}/invite_nope/resend")
    unknown = "The following invites do not exist: invite_nope"
    assert told(answer) == refused(400, "invalid_data", unknown)


async def test_a_resent_invite_can_keep_its_token_to_itself(admin: httpx.AsyncClient) -> None:
    made = await invite(admin, f"{unique()}@example.com")
    answer = await admin.post(f"{INVITES}/{made['id']}/resend?fields=id")
    assert answer.json() == {"invite": {"id": made["id"]}}


@with_and_without_rbac
async def test_who_accepts_is_an_admin_from_the_next_sign_in_on(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    email = f"{unique()}@example.com"
    roles = [await make_role(admin, ["api_key:read"])] if backend.rbac else []
    made = await invite(admin, email, *roles)
    newcomer = backend.bearing(await register(backend, email))
    answer = await accept(newcomer, made["token"], first_name="Ada")
    assert answer.status_code == 200
    user = answer.json()["user"]
    assert list(user) == USER
    assert is_id("user", user["id"])
    assert (user["email"], user["first_name"], user["last_name"]) == (email, "Ada", None)
    # The token of the registration stays what it was.
    assert told(await newcomer.get("/admin/users/me")) == UNAUTHORIZED
    session = claims(await backend.sign_in(email, PASSWORD))
    assert session["actor_id"] == user["id"]
    assert session["app_metadata"].get("roles", []) == roles
    assert (await admin.get(f"{INVITES}/{made['id']}")).status_code == 404


async def test_another_email_may_be_given_at_the_acceptance_and_counts(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    invited, other = f"{unique()}@example.com", f"{unique()}@example.com"
    made = await invite(admin, invited)
    newcomer = backend.bearing(await register(backend, invited))
    answer = await accept(newcomer, made["token"], email=other)
    assert answer.json()["user"]["email"] == other
    assert claims(await backend.sign_in(invited, PASSWORD))["actor_id"]


async def test_a_login_of_any_name_accepts_the_invite_of_any_other(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    """Nobody compares the login's address with the invited one."""
    invited, login = f"{unique()}@example.com", f"{unique()}@example.com"
    made = await invite(admin, invited)
    newcomer = backend.bearing(await register(backend, login))
    assert (await accept(newcomer, made["token"])).json()["user"]["email"] == invited


async def test_who_is_an_admin_already_accepts_nothing(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    made = await invite(admin, f"{unique()}@example.com")
    already = "The user is already authenticated and cannot accept an invite."
    assert told(await accept(admin, made["token"])) == refused(400, "invalid_data", already)
    assert (await admin.get(f"{INVITES}/{made['id']}")).status_code == 200


async def test_what_is_no_name_is_refused_and_the_invite_stays(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    email = f"{unique()}@example.com"
    made = await invite(admin, email)
    newcomer = backend.bearing(await register(backend, email))
    assert told(await accept(newcomer, made["token"], x=1)) == unrecognized("x")
    assert (await accept(newcomer, made["token"])).status_code == 200


async def test_an_invite_of_another_store_and_other_tokens_open_nothing(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    email = f"{unique()}@example.com"
    made = await invite(admin, email)
    head, body, signature = made["token"].split(".")
    newcomer = backend.bearing(await register(backend, email))
    wrong = ("A" if signature[0] != "A" else "B") + signature[1:]
    for token in (f"{head}.{body}.{wrong}", f"{head}.{body}.", "", await backend.admin_token()):
        assert told(await accept(newcomer, token)) == UNAUTHORIZED


async def test_a_second_factor_comes_before_an_invite(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    app = await enrol(backend)
    asked = await asked_for_code(backend, app.person.email)
    made = await invite(admin, f"{unique()}@example.com")
    answer = await accept(backend.bearing(asked["token"]), made["token"])
    assert answer.status_code == 401
    assert answer.json()["message"].startswith("MFA verification is required")


@on_rbac
async def test_inviting_and_resending_take_rights_of_their_own_and_giving_a_role_none(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    """Whoever may invite may invite a super admin."""
    made = await invite(admin, f"{unique()}@example.com")
    nobody = backend.bearing((await stranger(backend)).token)
    reader = backend.bearing((await with_permissions(backend, "invite:read")).token)
    inviter = backend.bearing((await with_permissions(backend, "invite:create")).token)
    body = {"email": f"{unique()}@example.com", "roles": [SUPER_ADMIN]}
    assert told(await nobody.post(INVITES, json=body)) == FORBIDDEN
    assert told(await reader.post(INVITES, json=body)) == lacking("invite:create")
    resend = f"{INVITES}/{made['id']}/resend"
    assert told(await reader.post(resend)) == lacking("invite:update")
    assert (await inviter.post(INVITES, json=body)).status_code == 200

"""Who joined, who was asked to, and how both are undone. Contract, 2, 0.5 and 0.14."""

from __future__ import annotations

from datetime import timedelta

import httpx
import pytest

from medusa_console.domain.errors import Forbidden, Invalid, NotFound
from medusa_console.domain.session import read_session
from medusa_console.services.store_services import StoreServices

from .answers import FORBIDDEN, STUMBLED, lacking, refused, said, told, unrecognized
from .backends import Backend, on_rbac, unique, with_and_without_rbac
from .desks import opened
from .making import SUPER_ADMIN, Person, invite, join, make_key, stranger, with_permissions

LEAN = "fields=id,email,created_at,expires_at&order=-created_at"


async def newcomer(backend: Backend) -> Person:
    return await join(backend, *([SUPER_ADMIN] if backend.rbac else []))


@with_and_without_rbac
async def test_open_invites_are_listed_newest_first_without_what_opens_them(
    admin: httpx.AsyncClient,
) -> None:
    first = await invite(admin, f"{unique()}@example.com")
    second = await invite(admin, f"{unique()}@example.com")
    body = (await admin.get(f"/admin/invites?{LEAN}&limit=2")).json()
    assert body["invites"] == [
        {name: made[name] for name in ("id", "email", "created_at", "expires_at")}
        for made in (second, first)
    ]
    assert (body["count"] >= 2, body["offset"], body["limit"]) == (True, 0, 2)
    whole = (await admin.get(f"/admin/invites?id={first['id']}")).json()
    assert whole == {"invites": [first], "count": 1, "offset": 0, "limit": 50}


async def test_invites_are_not_listed_by_what_the_server_does_not_know(
    admin: httpx.AsyncClient,
) -> None:
    for field in ("created_by", "colour"):
        assert told(await admin.get(f"/admin/invites?{field}=x")) == unrecognized(field)
    assert told(await admin.get("/admin/invites?order=colour")) == STUMBLED


@with_and_without_rbac
async def test_a_deleted_invite_is_gone_and_so_was_one_that_never_was(
    admin: httpx.AsyncClient,
) -> None:
    made = await invite(admin, f"{unique()}@example.com")
    for invite_id in (made["id"], made["id"], "invite_nope"):
        deleted = said(200, {"id": invite_id, "object": "invite", "deleted": True})
        assert told(await admin.delete(f"/admin/invites/{invite_id}")) == deleted
        answer = await admin.get(f"/admin/invites/{invite_id}?fields=id")
        message = f"Invite with id: {invite_id} was not found"
        assert told(answer) == refused(404, "not_found", message)


@on_rbac
async def test_invites_take_rights_of_their_own(backend: Backend, admin: httpx.AsyncClient) -> None:
    made = await invite(admin, f"{unique()}@example.com")
    nobody = backend.bearing((await stranger(backend)).token)
    reader = backend.bearing((await with_permissions(backend, "api_key:read")).token)
    one = f"/admin/invites/{made['id']}"
    assert told(await nobody.get("/admin/invites")) == FORBIDDEN
    assert told(await reader.get("/admin/invites")) == lacking("invite:read")
    assert told(await reader.get(one)) == lacking("invite:read")
    assert told(await reader.delete(one)) == lacking("invite:delete")
    assert told(await reader.delete("/admin/users/user_nope")) == lacking("user:delete")
    async with opened(backend, (await stranger(backend)).token) as services:
        with pytest.raises(Forbidden):
            await services.people.delete_invite(made["id"])
    assert (await admin.get(one)).status_code == 200


@with_and_without_rbac
async def test_the_program_deletes_an_invite_once_and_none_that_was_accepted(
    backend: Backend, admin: httpx.AsyncClient, services: StoreServices
) -> None:
    made = await invite(admin, f"{unique()}@example.com")
    began = services.clock.now()
    assert await services.people.delete_invite(made["id"]) >= began
    assert (await admin.get(f"/admin/invites/{made['id']}")).status_code == 404
    with pytest.raises(NotFound):  # as it would be had somebody accepted it
        await services.people.delete_invite(made["id"])


@with_and_without_rbac
async def test_the_program_removes_a_person_and_says_how_long_their_session_works(
    backend: Backend, admin: httpx.AsyncClient, services: StoreServices
) -> None:
    person = await newcomer(backend)
    theirs = backend.bearing(person.token)
    removed = await services.people.remove_person(person.id)
    assert (await admin.get(f"/admin/users/{person.id}")).status_code == 404
    assert (await make_key(theirs, unique()))["created_by"] == person.id

    session = read_session(person.token, origin=backend.place.origin, email=person.email)
    assert removed.user_id == person.id
    assert removed.session_until is not None
    assert removed.session_until >= session.expires_at
    assert removed.session_until - removed.at == timedelta(days=1)
    with pytest.raises(NotFound):
        await services.people.remove_person(person.id)


async def test_nobody_removes_themselves(services: StoreServices) -> None:
    with pytest.raises(Invalid):
        await services.people.remove_person(services.session.user_id)

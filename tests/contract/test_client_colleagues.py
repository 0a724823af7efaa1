"""The program's own client lists colleagues and invites, invites, and gives and takes roles."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from medusa_console.domain.colleague import Colleague, JoinedPerson, OpenInvite
from medusa_console.domain.errors import Forbidden, Invalid, NotFound
from medusa_console.domain.query import ColleagueFilter, ColleagueQuery, ColleagueSort, KeyQuery
from medusa_console.domain.session import read_context, read_session
from medusa_console.services.store_services import StoreServices

from .backends import Backend, on_rbac, unique, with_and_without_rbac
from .desks import opened
from .making import (
    PASSWORD,
    SUPER_ADMIN,
    Person,
    invite,
    join,
    make_role,
    register,
    stranger,
    with_permissions,
)


async def found(services: StoreServices, **view: Any) -> list[Colleague]:
    """The first page."""
    page = await services.colleagues.find(ColleagueQuery(**view), 0, 100)
    assert page.count == len(page.rows)
    return list(page.rows)


def names(roles: Any) -> list[str]:
    return sorted(role.id for role in roles)


async def newcomer(backend: Backend) -> Person:
    return await join(backend, *([SUPER_ADMIN] if backend.rbac else []))


@with_and_without_rbac
async def test_invites_come_first_then_the_people_and_a_search_finds_both(
    backend: Backend, admin: httpx.AsyncClient, services: StoreServices
) -> None:
    person = await newcomer(backend)
    mark = person.email.partition("@")[0]
    invited = [f"{mark}.{number}@example.com" for number in range(3)]
    for email in invited:
        await invite(admin, email)
    rows = await found(services, text=mark)
    assert {row.email for row in rows[:-1]} == set(invited)
    assert isinstance(rows[-1], JoinedPerson)
    assert (rows[-1].name, rows[-1].id) == ("Ada Byron", person.id)
    assert all(isinstance(row, OpenInvite) and row.expires_at for row in rows[:-1])

    # A page may begin among the invites and end among the people, or hold people alone.
    for offset, limit in ((2, 2), (3, 5), (0, 3), (4, 2)):
        page = await services.colleagues.find(ColleagueQuery(text=mark), offset, limit)
        wanted = [row.id for row in rows[offset : offset + limit]]
        assert ([row.id for row in page.rows], page.count) == (wanted, 4)
    by_name = await found(services, text=mark, sort=ColleagueSort.NAME, descending=False)
    assert [row.email for row in by_name] == [*invited, person.email]
    joined = await found(services, text=mark, state=ColleagueFilter.JOINED)
    assert [row.id for row in joined] == [person.id]
    asked = await found(services, text=mark, state=ColleagueFilter.INVITED)
    assert {row.email for row in asked} == set(invited)


@on_rbac
async def test_who_may_not_read_invites_sees_the_people_alone(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    reader = await with_permissions(backend, "user:read")
    await invite(admin, f"{unique()}@example.com")
    async with opened(backend, reader.token, reader.email) as services:
        rows = (await services.colleagues.find(ColleagueQuery(), 0, 100)).rows
        assert reader.id in {row.id for row in rows}
        assert all(isinstance(row, JoinedPerson) for row in rows)
        assert services.colleagues.invites_refused is not None
        assert services.colleagues.invites_refused.required == ("invite:read",)
        with pytest.raises(Forbidden):
            await services.colleagues.find(ColleagueQuery(state=ColleagueFilter.INVITED), 0, 100)
    async with opened(backend, (await stranger(backend)).token) as services:
        with pytest.raises(Forbidden):
            await services.colleagues.find(ColleagueQuery(), 0, 100)


@with_and_without_rbac
async def test_an_invite_brings_its_token_once_and_no_list_holds_it(
    backend: Backend, admin: httpx.AsyncClient, services: StoreServices
) -> None:
    email = f"{unique()}@example.com"
    roles = (await make_role(admin, ["api_key:read"]),) if backend.rbac else ()
    made = await services.colleagues.invite(email, roles)
    stored = (await admin.get(f"/admin/invites/{made.invite.id}")).json()["invite"]
    assert made.token.get_secret_value() == stored["token"]
    assert made.invite.email == email
    assert made.token.get_secret_value() not in repr(made)
    listed = await services.colleagues.open_invite(email)
    assert listed == made.invite
    assert await services.colleagues.open_invite(f"{unique()}@example.com") is None
    if backend.rbac:
        await services.colleague_roles.learn([made.invite])
        held = services.colleague_roles.of(made.invite)
        assert held is not None
        assert names(held) == list(roles)
    for taken in (email, backend.email):
        with pytest.raises(Invalid, match=r"already exist"):
            await services.colleagues.invite(taken, ())


@on_rbac
async def test_an_invite_with_a_role_that_is_gone_is_refused(services: StoreServices) -> None:
    with pytest.raises(Invalid, match="role_nope"):
        await services.colleagues.invite(f"{unique()}@example.com", ["role_nope"])


@on_rbac
async def test_roles_are_given_and_taken_and_count_after_the_next_refresh(
    backend: Backend, admin: httpx.AsyncClient, services: StoreServices
) -> None:
    role, other = await make_role(admin, ["api_key:read"]), await make_role(admin, ["user:read"])
    person = await join(backend, role)
    roles = services.colleague_roles
    assert {role, other} <= {one.id for one in await roles.assignable()}
    assert names(await roles.read(person.id)) == [role]

    assert names(await roles.change(person.id, [other], [role])) == [other]
    assert names(await roles.change(person.id, [other], [role])) == [other]
    theirs = backend.bearing(person.token)
    assert (await theirs.get("/admin/users")).status_code == 403  # the token has the old role
    fresh = (await theirs.post("/auth/token/refresh")).json()["token"]
    assert (await backend.bearing(fresh).get("/admin/users")).status_code == 200
    session = read_session(fresh, origin=backend.place.origin, email=person.email)
    assert read_context(session).app_metadata["roles"] == [other]
    assert names(await roles.change(person.id, [SUPER_ADMIN], [])) == sorted([other, SUPER_ADMIN])
    assert names(await roles.change(person.id, [], [SUPER_ADMIN])) == [other]
    with pytest.raises(Invalid, match="role_nope"):
        await roles.change(person.id, ["role_nope"], [])
    with pytest.raises(NotFound):
        await roles.change("user_nope", [role], [])


@on_rbac
async def test_a_deleted_role_is_told_and_can_be_taken(
    backend: Backend, admin: httpx.AsyncClient, services: StoreServices
) -> None:
    role, gone = await make_role(admin, ["api_key:read"]), await make_role(admin, [])
    person = await join(backend, role)
    roles = services.colleague_roles
    await roles.change(person.id, [gone], [])
    assert (await admin.delete(f"/admin/rbac/roles/{gone}")).status_code == 200
    (them,) = await found(services, text=person.email)
    roles.forget()
    await roles.learn([them])
    held = roles.of(them)
    assert held is not None
    assert {one.id: one.deleted for one in held} == {role: False, gone: True}

    # It locks them out of everything, also of what their other roles allow.
    token = await backend.sign_in(person.email, PASSWORD)
    async with opened(backend, token, person.email) as theirs:
        with pytest.raises(Forbidden):
            await theirs.keys.find(KeyQuery(), 0, 1)
        assert {one.id: one.deleted for one in await theirs.permissions.roles()} == {
            role: False,
            gone: True,
        }
    assert names(await roles.change(person.id, [], [gone])) == [role]
    token = await backend.sign_in(person.email, PASSWORD)
    async with opened(backend, token, person.email) as theirs:
        await theirs.keys.find(KeyQuery(), 0, 1)


@on_rbac
async def test_an_invite_with_a_deleted_role_tells_it_and_cannot_be_accepted(
    backend: Backend, admin: httpx.AsyncClient, services: StoreServices
) -> None:
    gone, email = await make_role(admin, []), f"{unique()}@example.com"
    made = await services.colleagues.invite(email, [SUPER_ADMIN, gone])
    assert (await admin.delete(f"/admin/rbac/roles/{gone}")).status_code == 200
    await services.colleague_roles.learn([made.invite])
    held = services.colleague_roles.of(made.invite)
    assert held is not None
    assert {one.id: one.deleted for one in held} == {SUPER_ADMIN: False, gone: True}

    newcomer = backend.bearing(await register(backend, email))
    query = {"token": made.token.get_secret_value()}
    answer = await newcomer.post("/admin/invites/accept", params=query, json={})
    assert (answer.status_code, answer.json()) == (401, {"message": "Unauthorized"})


@on_rbac
async def test_without_the_permissions_no_role_is_given(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    reader = await with_permissions(backend, "user:read", "rbac_role:read")
    role = await make_role(admin, ["api_key:read"])
    async with opened(backend, reader.token, reader.email) as services:
        with pytest.raises(Forbidden):
            await services.colleague_roles.change(reader.id, [role], [])
        assert names(await services.colleague_roles.read(reader.id)) == [reader.role]

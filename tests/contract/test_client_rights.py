"""The program's own client knows what it may do, and takes up what was granted since."""

from __future__ import annotations

import httpx
import pytest

from medusa_console.domain.api_key import KeyType
from medusa_console.domain.errors import Forbidden, NotFound
from medusa_console.domain.query import KeyQuery
from medusa_console.domain.rights import Rights
from medusa_console.domain.session import read_context
from medusa_console.services.desk import Desk
from medusa_console.services.session import SignedIn

from .backends import (
    PLAIN,
    Backend,
    in_both_dialects,
    on,
    on_plain,
    on_rbac,
    unique,
    with_and_without_rbac,
)
from .desks import opened
from .making import SUPER_ADMIN, join, make_role, with_rights

READ, CREATE = "api_key:read", "api_key:create"


async def give(admin: httpx.AsyncClient, user_id: str, role: str) -> None:
    answer = await admin.post(f"/admin/users/{user_id}/roles", json={"roles": [role]})
    assert answer.status_code == 200


async def refused(desk: Desk) -> Forbidden:
    with pytest.raises(Forbidden) as told:
        await desk.keys.create(unique(), KeyType.PUBLISHABLE, None)
    return told.value


@in_both_dialects
async def test_the_rights_are_those_of_the_role(backend: Backend, desk: Desk) -> None:
    await desk.rights.learn()
    assert desk.rights.value.missing((READ, CREATE, "customer:delete", "rbac_role:update")) == ()
    person = await with_rights(backend, READ)
    async with opened(backend, person.token, person.email) as theirs:
        await theirs.rights.learn()
        assert theirs.rights.value == Rights(frozenset({READ}))
        (role,) = await theirs.rights.roles()
        assert role.id == person.role
        assert role.name.startswith("Role ")


@on(*PLAIN, "documented-plain")
async def test_without_rbac_nothing_is_limited(desk: Desk) -> None:
    await desk.rights.learn()
    assert desk.rights.value == Rights(None)


@on_plain
async def test_without_rbac_the_roles_of_earlier_days_are_still_told(desk: Desk) -> None:
    assert [role.id for role in await desk.rights.roles()] == [SUPER_ADMIN]


@on_rbac
async def test_a_role_granted_since_counts_after_one_refresh(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    person = await join(backend, await make_role(admin, [READ]))
    async with opened(backend, person.token, person.email) as desk:
        await desk.rights.learn()
        before = await refused(desk)
        assert before.required == (CREATE,)
        assert not await desk.rights.look_again(before)
        assert await token_of(desk) == person.token, "nothing was refreshed in vain"

        await give(admin, person.id, await make_role(admin, [CREATE]))
        assert (await refused(desk)).required == (CREATE,), "the token holds the old roles"
        assert await desk.rights.look_again(before)
        assert await token_of(desk) != person.token
        assert desk.rights.value == Rights(frozenset({READ, CREATE}))
        await desk.keys.create(unique(), KeyType.PUBLISHABLE, None)


@on_rbac
async def test_the_first_role_of_an_account_counts_after_one_refresh(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    person = await join(backend)
    async with opened(backend, person.token, person.email) as desk:
        before = await refused(desk)
        assert before.required == ()
        assert not await desk.rights.look_again(before)
        await give(admin, person.id, await make_role(admin, [READ, CREATE]))
        assert await desk.rights.look_again(before)
        await desk.keys.create(unique(), KeyType.PUBLISHABLE, None)


@on_rbac
async def test_a_role_taken_away_is_known_at_once_and_counts_after_the_refresh(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    person = await join(backend, await make_role(admin, [READ]))
    async with opened(backend, person.token, person.email) as desk:
        await admin.delete(f"/admin/users/{person.id}/roles/{person.role}")
        await desk.rights.learn()
        assert desk.rights.value == Rights(frozenset())
        await desk.keys.find(KeyQuery(), 0, 1)
        await desk.rights.refresh()
        with pytest.raises(Forbidden):
            await desk.keys.find(KeyQuery(), 0, 1)
        assert isinstance(desk.session.state, SignedIn)


@on_rbac
async def test_a_deleted_account_has_no_rights_left_to_show(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    person = await join(backend, SUPER_ADMIN)
    async with opened(backend, person.token, person.email) as desk:
        await admin.delete(f"/admin/users/{person.id}")
        await desk.rights.learn()
        assert desk.rights.value == Rights(frozenset())
        with pytest.raises(NotFound):
            await desk.rights.roles()
        await desk.keys.find(KeyQuery(), 0, 1)


@with_and_without_rbac
async def test_the_context_of_a_session_is_what_the_token_says(backend: Backend) -> None:
    async with opened(backend, await backend.admin_token()) as desk:
        assert isinstance(desk.session.state, SignedIn)
        context = read_context(desk.session.state.session)
        assert (context.actor_id, context.actor_type) == (desk.session.user_id, "user")
        assert context.auth_identity_id.startswith("authid_")
        assert context.auth_provider == "emailpass"
        roles = [SUPER_ADMIN] if backend.rbac else None
        assert context.app_metadata.get("roles") == roles


async def token_of(desk: Desk) -> str:
    return (await desk.session.current()).get_secret_value()

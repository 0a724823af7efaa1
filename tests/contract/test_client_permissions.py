"""The program's own client knows what it may do, and takes up what was granted since."""

from __future__ import annotations

import httpx
import pytest

from medusa_console.domain.api_key import KeyType
from medusa_console.domain.errors import Forbidden, NotFound
from medusa_console.domain.permissions import Permissions
from medusa_console.domain.query import KeyQuery
from medusa_console.domain.session import read_context
from medusa_console.services.session import SignedIn
from medusa_console.services.store_services import StoreServices

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
from .making import SUPER_ADMIN, join, make_role, with_permissions

READ, CREATE = "api_key:read", "api_key:create"


async def give(admin: httpx.AsyncClient, user_id: str, role: str) -> None:
    answer = await admin.post(f"/admin/users/{user_id}/roles", json={"roles": [role]})
    assert answer.status_code == 200


async def refused(services: StoreServices) -> Forbidden:
    with pytest.raises(Forbidden) as told:
        await services.keys.create(unique(), KeyType.PUBLISHABLE, None)
    return told.value


@in_both_dialects
async def test_the_permissions_are_those_of_the_role(
    backend: Backend, services: StoreServices
) -> None:
    await services.permissions.learn()
    assert (
        services.permissions.value.missing((READ, CREATE, "customer:delete", "rbac_role:update"))
        == ()
    )
    person = await with_permissions(backend, READ)
    async with opened(backend, person.token, person.email) as theirs:
        await theirs.permissions.learn()
        assert theirs.permissions.value == Permissions(frozenset({READ}), rbac=True)
        (role,) = await theirs.permissions.roles()
        assert role.id == person.role
        assert role.name.startswith("Role ")


@on(*PLAIN, "documented-plain")
async def test_without_rbac_nothing_is_limited(services: StoreServices) -> None:
    await services.permissions.learn()
    assert services.permissions.value == Permissions(rbac=False)


@on_plain
async def test_without_rbac_the_roles_of_earlier_days_are_still_told(
    services: StoreServices,
) -> None:
    assert [role.id for role in await services.permissions.roles()] == [SUPER_ADMIN]


@on_rbac
async def test_a_role_granted_since_counts_after_one_refresh(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    person = await join(backend, await make_role(admin, [READ]))
    async with opened(backend, person.token, person.email) as services:
        await services.permissions.learn()
        before = await refused(services)
        assert before.required == (CREATE,)
        assert not await services.permissions.recheck(before)
        assert await token_of(services) == person.token, "nothing was refreshed in vain"

        await give(admin, person.id, await make_role(admin, [CREATE]))
        assert (await refused(services)).required == (CREATE,), "the token holds the old roles"
        assert await services.permissions.recheck(before)
        assert await token_of(services) != person.token
        assert services.permissions.value == Permissions(frozenset({READ, CREATE}), rbac=True)
        await services.keys.create(unique(), KeyType.PUBLISHABLE, None)


@on_rbac
async def test_the_first_role_of_an_account_counts_after_one_refresh(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    person = await join(backend)
    async with opened(backend, person.token, person.email) as services:
        before = await refused(services)
        assert before.required == ()
        assert not await services.permissions.recheck(before)
        await give(admin, person.id, await make_role(admin, [READ, CREATE]))
        assert await services.permissions.recheck(before)
        await services.keys.create(unique(), KeyType.PUBLISHABLE, None)


@on_rbac
async def test_a_role_taken_away_is_known_at_once_and_counts_after_the_refresh(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    person = await join(backend, await make_role(admin, [READ]))
    async with opened(backend, person.token, person.email) as services:
        await admin.delete(f"/admin/users/{person.id}/roles/{person.role}")
        await services.permissions.learn()
        assert services.permissions.value == Permissions(frozenset(), rbac=True)
        await services.keys.find(KeyQuery(), 0, 1)
        await services.permissions.refresh()
        with pytest.raises(Forbidden):
            await services.keys.find(KeyQuery(), 0, 1)
        assert isinstance(services.session.state, SignedIn)


@on_rbac
async def test_a_deleted_account_has_no_permissions_left_to_show(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    person = await join(backend, SUPER_ADMIN)
    async with opened(backend, person.token, person.email) as services:
        await admin.delete(f"/admin/users/{person.id}")
        await services.permissions.learn()
        assert services.permissions.value == Permissions(frozenset(), rbac=True)
        with pytest.raises(NotFound):
            await services.permissions.roles()
        await services.keys.find(KeyQuery(), 0, 1)


@with_and_without_rbac
async def test_the_context_of_a_session_is_what_the_token_says(backend: Backend) -> None:
    async with opened(backend, await backend.admin_token()) as services:
        assert isinstance(services.session.state, SignedIn)
        context = read_context(services.session.state.session)
        assert (context.actor_id, context.actor_type) == (services.session.user_id, "user")
        assert context.auth_identity_id.startswith("authid_")
        assert context.auth_provider == "emailpass"
        roles = [SUPER_ADMIN] if backend.rbac else None
        assert context.app_metadata.get("roles") == roles


async def token_of(services: StoreServices) -> str:
    return (await services.session.current()).get_secret_value()

"""Permissions on the next Medusa, which looks up roles at each request: documented, not run."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from medusa_console.domain.api_key import KeyType
from medusa_console.domain.errors import Forbidden, PermissionGranted
from medusa_console.domain.permissions import SUPER_ADMIN
from medusa_console.domain.query import KeyQuery
from medusa_console.domain.session import read_context
from medusa_console.domain.store import DEMO_PASSWORD
from medusa_console.services.session import SignedIn
from tests.demo.next_medusa import MINE, become_the_next_medusa
from tests.services.shop import Shop, open_shop
from tests.ui.wiretap import Wiretap, answer

READ, CREATE = "api_key:read", "api_key:create"
REFRESH = "/auth/token/refresh"
KEYS = "/admin/api-keys"


@pytest.fixture
async def shop(
    tmp_path: Path, seeded: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Shop]:
    become_the_next_medusa(monkeypatch)
    async with open_shop(tmp_path, seeded, Wiretap(monkeypatch)) as shop:
        yield shop


async def become(shop: Shop, email: str) -> None:
    session = shop.services.session
    await session.sign_out()
    await session.sign_in(email, SecretStr(DEMO_PASSWORD), keep=False)
    shop.tap.requests.clear()


def give(shop: Shop, role: str) -> None:
    """Nora has this role from now on."""
    (nora,) = shop.run("select id from users where email = 'noroles@demo.example'")
    shop.run("insert into user_roles (user_id, role_id) values (?, ?)", nora["id"], role)


async def create(shop: Shop) -> None:
    await shop.services.permissions.write(
        shop.services.keys.create("ERP", KeyType.PUBLISHABLE, None)
    )


async def test_permissions_and_roles_are_told_though_no_token_holds_them(shop: Shop) -> None:
    await become(shop, "reader@demo.example")
    permissions = shop.services.permissions
    await permissions.learn()
    assert isinstance(shop.services.session.state, SignedIn)
    assert "roles" not in read_context(shop.services.session.state.session).app_metadata
    assert permissions.value.granted is not None
    assert READ in permissions.value.granted
    assert permissions.value.missing((CREATE,)) == (CREATE,)
    assert [role.name for role in await permissions.roles()] == ["Auditor"]
    assert permissions.value.bars_keys is None, "such a Medusa can give roles to keys"


async def test_a_granted_role_counts_at_once_and_refreshes_nothing(shop: Shop) -> None:
    await become(shop, "noroles@demo.example")
    permissions = shop.services.permissions
    await permissions.learn()
    assert permissions.value.granted == frozenset()
    with pytest.raises(Forbidden):
        await create(shop)
    give(shop, SUPER_ADMIN)
    await permissions.refresh()
    assert permissions.value.missing((READ, CREATE)) == ()
    await create(shop)
    assert shop.tap.count("POST", REFRESH) == 0


async def test_what_is_granted_between_a_refusal_and_the_look_at_it_is_offered_again(
    shop: Shop,
) -> None:
    await become(shop, "noroles@demo.example")
    await shop.services.permissions.learn()
    refused = Forbidden("Forbidden")
    assert not await shop.services.permissions.recheck(refused), "nothing is granted since"
    give(shop, SUPER_ADMIN)
    assert await shop.services.permissions.recheck(refused)
    assert not await shop.services.permissions.recheck(refused), "that is no news any more"
    assert shop.tap.count("POST", REFRESH) == 0


async def test_a_list_is_read_once_more_with_what_was_granted_meanwhile(shop: Shop) -> None:
    await become(shop, "noroles@demo.example")
    services = shop.services
    await services.permissions.learn()
    words = {"type": "forbidden", "message": f"Insufficient permissions. Required policies: {READ}"}
    shop.tap.on("GET", KEYS, answer(403, words), once=True)
    give(shop, SUPER_ADMIN)
    page = await services.permissions.read(lambda: services.keys.find(KeyQuery(), 0, 5))
    assert page.rows


async def test_a_refusal_of_what_is_granted_is_told_and_not_offered_for_ever(shop: Shop) -> None:
    """A role of the next Medusa may count for a part of the store alone."""
    await shop.services.permissions.learn()
    words = {
        "type": "forbidden",
        "message": f"Insufficient permissions. Required policies: {CREATE}",
    }
    shop.tap.on("POST", KEYS, answer(403, words))
    for _ in range(2):
        with pytest.raises(Forbidden) as told:
            await create(shop)
        assert not isinstance(told.value, PermissionGranted)
    assert shop.tap.count("POST", KEYS) == 2, "no write is repeated by itself"


async def test_a_store_that_was_updated_meanwhile_is_asked_the_new_way(shop: Shop) -> None:
    told = answer(200, {"permissions": [READ]})
    shop.tap.on("GET", "/admin/rbac/me/permissions", told, once=True)
    permissions = shop.services.permissions
    await permissions.learn()
    assert not permissions.value.per_request
    await permissions.learn()
    assert permissions.value.per_request
    assert shop.tap.count("GET", MINE) == 1
    assert permissions.value.missing((CREATE,)) == ()

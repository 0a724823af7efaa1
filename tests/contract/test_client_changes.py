"""The program's own client makes, renames, revokes and deletes keys."""

from __future__ import annotations

from datetime import datetime

import httpx
import pytest

from medusa_console.domain.api_key import KeyType, StateKind
from medusa_console.domain.errors import (
    Invalid,
    NotFound,
)
from medusa_console.services.store_services import StoreServices

from .backends import Backend, everywhere, unique
from .desks import pending
from .making import (
    colleague,
    later_than,
    make_key,
    revoke,
)


@everywhere
@pytest.mark.parametrize("key_type", KeyType)
async def test_a_key_is_made_renamed_revoked_and_deleted(
    services: StoreServices, key_type: KeyType
) -> None:
    title = unique()
    bound = await services.keys.newest()
    created, line = await services.keys.create(title, key_type, bound)
    assert created.secret.get_secret_value().startswith(
        "sk_" if key_type is KeyType.SECRET else "pk_"
    )
    key = (await services.keys.get(created.key.id)).value
    assert (key.title, key.type, key.redacted) == (title, key_type, created.key.redacted)
    assert key.created_by == services.session.user_id
    assert bound is None or bound < key.created_at
    newest = await services.keys.newest()
    assert newest is not None
    assert newest >= key.created_at
    assert line.key_id == key.id

    renamed = await services.keys.rename(key.id, f"{title} ERP")
    assert renamed == key.model_copy(
        update={"title": f"{title} ERP", "updated_at": renamed.updated_at}
    )
    with pytest.raises(Invalid, match="Cannot delete api keys that are not revoked"):
        await services.keys.delete_record(key.id)

    revoked = await services.keys.revoke(key.id)
    assert services.keys.state(revoked).kind is StateKind.REVOKED
    assert revoked.revoked_by == services.session.user_id
    assert services.keys.unconfirmed(key.id) is None
    assert (await services.keys.check(key.id)).kind is StateKind.REVOKED
    await services.keys.delete_record(key.id)
    with pytest.raises(NotFound):
        await services.keys.get(key.id)


async def test_a_revoke_is_proved_by_the_servers_own_time(
    services: StoreServices, admin: httpx.AsyncClient
) -> None:
    for key in [await make_key(admin, unique()) for _ in range(3)]:
        await services.keys.revoke(key["id"])
        answer = await services.keys.get(key["id"])
        assert answer.value.revoked_at is not None
        assert answer.value.revoked_at < answer.as_of
        assert answer.value.state(answer.as_of).kind is StateKind.REVOKED


async def test_a_key_with_a_planned_end_works_until_revoked(
    services: StoreServices, admin: httpx.AsyncClient
) -> None:
    key = await make_key(admin, unique())
    await revoke(admin, key, 3600)
    answer = await services.keys.get(key["id"])
    assert answer.value.state(answer.as_of).kind is StateKind.WORKS_UNTIL
    assert (await services.keys.check(key["id"])).kind is StateKind.WORKS_UNTIL
    revoked = await services.keys.revoke(key["id"])
    assert services.keys.state(revoked).kind is StateKind.REVOKED


async def test_revoking_what_somebody_else_revoked_counts_as_done(
    backend: Backend, services: StoreServices, admin: httpx.AsyncClient
) -> None:
    key = await make_key(admin, unique())
    person = await colleague(backend)
    theirs = await revoke(backend.bearing(person.token), key)
    revoked = await services.keys.revoke(key["id"])
    assert revoked.revoked_by == person.id
    assert revoked.revoked_at == datetime.fromisoformat(theirs["revoked_at"])


async def test_a_key_that_is_gone_is_told_as_gone(
    services: StoreServices, admin: httpx.AsyncClient
) -> None:
    key = await make_key(admin, unique(), "publishable")
    await revoke(admin, key)
    await admin.delete(f"/admin/api-keys/{key['id']}")
    with pytest.raises(NotFound):
        await services.keys.get(key["id"])
    with pytest.raises(NotFound):
        await services.keys.rename(key["id"], "x")
    with pytest.raises(NotFound):
        await services.keys.revoke(key["id"])
    await services.keys.delete_record(key["id"])


# A creation whose answer was lost


async def test_a_key_whose_answer_was_lost_is_found_again(
    backend: Backend, services: StoreServices, admin: httpx.AsyncClient
) -> None:
    title = unique()
    ada = backend.bearing((await colleague(backend)).token)
    older = await make_key(admin, title)
    bound = await services.keys.newest()
    line = pending(services, title, bound)
    assert await services.keys.candidates(line) == ()
    assert bound is not None
    await later_than(admin, bound)  # as it is by the time that a person has typed a title
    lost = await make_key(admin, title)
    await make_key(ada, title)
    await make_key(admin, title, "publishable")
    dead = await make_key(admin, title)
    await revoke(admin, dead)
    found = await services.keys.candidates(line)
    assert [key.id for key in found] == [lost["id"]]
    assert older["id"] < lost["id"]

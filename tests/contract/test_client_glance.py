"""The program's own client tells which keys deserve a look, and whose they are."""

from __future__ import annotations

from dataclasses import dataclass, field

import httpx
import pytest
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from medusa_console.domain.api_key import KeyType
from medusa_console.domain.errors import OutcomeUnknown
from medusa_console.domain.key_health import KeyMark
from medusa_console.domain.query import KeyQuery, KeySort, StateFilter
from medusa_console.services.creators import Creator, CreatorKind
from medusa_console.services.store_services import StoreServices

from .backends import Backend, on_plain, unique, with_and_without_rbac
from .desks import Tap, opened
from .making import SUPER_ADMIN, join, make_key, revoke, with_permissions

WEEK = 7 * 86_400


@dataclass(frozen=True)
class Deaf(Tap):
    """A tap behind which the requests about these keys get lost."""

    deaf_to: list[str] = field(default_factory=list)

    async def app(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The ASGI application to open a desk on."""
        if any(key_id in scope["path"] for key_id in self.deaf_to):
            await Response(status_code=502)(scope, receive, send)
        else:
            await super().app(scope, receive, send)


async def marked(services: StoreServices, days: int = 90) -> dict[KeyMark, frozenset[str]]:
    return dict((await services.survey.look(days)).marked)


async def shown(services: StoreServices, **wanted: object) -> list[str]:
    """The ids that the table shows, page by page."""
    query, ids = KeyQuery(**wanted), list[str]()  # type: ignore[arg-type]
    while page := (await services.chosen.find(query, len(ids), 3)).rows:
        ids += [key.id for key in page]
    return ids


@with_and_without_rbac
async def test_what_deserves_a_look_is_marked_and_the_table_shows_exactly_those(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    token = await backend.admin_token()
    soon, later, dead = [await make_key(admin, unique()) for _ in range(3)]
    bare = await make_key(admin, unique(), "publishable")
    await revoke(admin, soon, WEEK - 60)
    await revoke(admin, later, WEEK + 3_600)
    await revoke(admin, dead)
    person = await join(backend, *([SUPER_ADMIN] if backend.rbac else []))
    theirs = await make_key(backend.bearing(person.token), unique())
    await admin.delete(f"/admin/users/{person.id}")
    doubtful = await make_key(admin, unique())
    tap = Deaf(backend)
    async with opened(backend, token, asgi=tap.app) as services:
        created, line = await services.keys.create(unique(), KeyType.SECRET, None)
        await services.keys.mark_copied(line)
        tap.deaf_to.append(doubtful["id"])
        with pytest.raises(OutcomeUnknown):
            await services.keys.revoke(doubtful["id"])
        tap.deaf_to.clear()
        await services.survey.read()
        assert services.survey.as_of is not None
        assert (services.survey.progress, services.survey.failure) == (None, None)
        first = await marked(services)
        assert {KeyMark.REVOKE_NOT_CONFIRMED, KeyMark.NOT_SAVED} <= first.keys()
        assert first[KeyMark.REVOKE_NOT_CONFIRMED] == {doubtful["id"]}
        assert first[KeyMark.NOT_SAVED] == {created.key.id}
        assert soon["id"] in first[KeyMark.ENDS_SOON]
        assert later["id"] not in first[KeyMark.ENDS_SOON]
        assert bare["id"] in first[KeyMark.NO_CHANNEL]
        assert theirs["id"] in first[KeyMark.CREATOR_GONE]
        assert doubtful["id"] not in first[KeyMark.CREATOR_GONE]
        assert theirs["id"] not in first.get(KeyMark.OLD, ())
        old = (await marked(services, days=0))[KeyMark.OLD]
        assert {soon["id"], later["id"], theirs["id"]} <= old
        assert not {dead["id"], bare["id"]} & old
        for mark, ids in first.items():
            assert set(await shown(services, mark=mark)) == ids
        newest_first = await shown(services, mark=KeyMark.ENDS_SOON)
        assert newest_first == sorted(newest_first, reverse=True)

        await services.keys.revoke(soon["id"])
        await services.keys.delete_record(soon["id"])
        await services.keys.revoke(doubtful["id"])
        await services.keys.settle(line)
        left = await marked(services)
        assert soon["id"] not in left.get(KeyMark.ENDS_SOON, ())
        assert not {KeyMark.REVOKE_NOT_CONFIRMED, KeyMark.NOT_SAVED} & left.keys()


async def test_the_keys_of_one_creator_are_listed_in_any_order_and_state(
    backend: Backend, services: StoreServices, admin: httpx.AsyncClient
) -> None:
    person = await join(backend, SUPER_ADMIN)
    theirs = backend.bearing(person.token)
    name = unique()
    charlie, alpha, bravo = [
        await make_key(theirs, f"{name} {one}") for one in ("Charlie", "Alpha", "Bravo")
    ]
    await make_key(admin, f"{name} Delta")
    await revoke(admin, bravo)
    await services.survey.read()
    assert services.creators.creator(person.id).kind is CreatorKind.USER
    assert (await services.survey.look(90)).creators[person.id] == 3
    by_title = await shown(services, creator=person.id, sort=KeySort.TITLE, descending=False)
    assert by_title == [alpha["id"], bravo["id"], charlie["id"]]
    working = await shown(services, creator=person.id, state=StateFilter.WORKING, text=name)
    assert working == [alpha["id"], charlie["id"]]
    assert await shown(services, creator="user_01NOBODY") == []


async def test_a_search_finds_keys_by_their_notes_too_in_their_place(
    services: StoreServices, admin: httpx.AsyncClient
) -> None:
    name = unique()
    first, second, third = [await make_key(admin, f"{name[::-1]} {n}") for n in range(3)]
    named = await make_key(admin, f"Till {name}")
    await services.notes.write(first["id"], f"till of {name.upper()}")
    await services.notes.write(named["id"], name)
    await services.notes.write("apk_01GONE", name)
    assert await shown(services, text=name) == [named["id"], first["id"]]
    assert services.chosen.noted == {first["id"]}
    assert await shown(services, text=name, type=KeyType.PUBLISHABLE) == []
    assert second["id"] != third["id"]


async def test_without_the_permission_to_read_users_nobody_is_called_gone(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    gone = await join(backend, SUPER_ADMIN)
    await make_key(backend.bearing(gone.token), unique())
    await admin.delete(f"/admin/users/{gone.id}")
    reader = await with_permissions(backend, "api_key:read")
    async with opened(backend, reader.token, reader.email) as services:
        await services.survey.read()
        assert services.survey.as_of is not None
        assert KeyMark.CREATOR_GONE not in (await marked(services))
        assert gone.id in (await services.survey.look(90)).creators


@on_plain
async def test_a_key_that_a_deleted_key_made_has_a_creator_that_is_gone(
    backend: Backend, services: StoreServices, admin: httpx.AsyncClient
) -> None:
    parent = await make_key(admin, unique())
    child = await make_key(backend.holding(parent["token"]), unique())
    await revoke(admin, parent)
    await services.survey.read()
    assert child["id"] not in (await marked(services)).get(KeyMark.CREATOR_GONE, ())
    await admin.delete(f"/admin/api-keys/{parent['id']}")
    services.creators.forget()
    await services.survey.read()
    assert services.creators.creator(parent["id"]) == Creator(CreatorKind.DELETED_KEY)
    assert child["id"] in (await marked(services))[KeyMark.CREATOR_GONE]

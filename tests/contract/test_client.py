"""The program's own client finds on every store what its screens need."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from pydantic import SecretStr

from medusa_console.domain.api_key import ApiKey, KeyType, PendingKey, SalesChannel, StateKind
from medusa_console.domain.errors import (
    CustomerLogin,
    Forbidden,
    Invalid,
    NoAdminAccount,
    NotFound,
    SignInNeeded,
    WrongPassword,
)
from medusa_console.domain.query import KeyQuery, KeySort, StateFilter
from medusa_console.domain.session import Ended
from medusa_console.services.creators import Creator, CreatorKind
from medusa_console.services.desk import Desk
from medusa_console.services.session import Expired, SignedIn, SignedOut

from .backends import Backend, everywhere, on_rbac, unique
from .desks import Tap, opened
from .family import Family
from .family import family as the_family
from .making import (
    PASSWORD,
    colleague,
    join,
    make_key,
    register,
    register_customer,
    revoke,
    stranger,
    with_rights,
)
from .shapes import claims

MADE = ["Alpha", "bravo", "Charlie", "Delta", "Echo", "Foxtrot", "Golf"]
STATES = {
    StateFilter.ALL: MADE,
    StateFilter.WORKING: ["Alpha", "Charlie", "Delta", "Foxtrot", "Golf"],
    StateFilter.WORKS_UNTIL: ["Charlie", "Foxtrot"],
    StateFilter.REVOKED: ["bravo", "Echo"],
}
COLUMNS = {
    KeySort.TITLE: "title",
    KeySort.TYPE: "type",
    KeySort.REDACTED: "redacted",
    KeySort.CREATED: "created_at",
    KeySort.CREATED_BY: "created_by",
    KeySort.STATE: "revoked_at",
}


@pytest.fixture
async def family(backend: Backend) -> Family:
    return await the_family(backend)


@pytest.fixture
async def desk(backend: Backend) -> AsyncIterator[Desk]:
    """The super admin's desk."""
    async with opened(backend, await backend.admin_token()) as desk:
        yield desk


def names(family: Family, keys: tuple[ApiKey, ...]) -> list[str]:
    return [key.title.removeprefix(f"{family.name} ") for key in keys]


# Signing in


@everywhere
async def test_the_person_signs_in_and_out(backend: Backend) -> None:
    async with opened(backend) as desk:
        assert isinstance(desk.session.state, SignedOut)
        ways = await desk.session.ways()
        assert [(way.id, way.flow) for way in ways] == [("emailpass", "credentials")]
        await desk.session.sign_in(backend.email, SecretStr(backend.password), keep=False)
        state = desk.session.state
        assert isinstance(state, SignedIn)
        assert state.session.expires_at - state.session.issued_at == timedelta(days=1)
        me = await desk.users.me()
        assert (me.id, me.email) == (state.session.user_id, backend.email)
        await desk.session.sign_out()
        with pytest.raises(SignInNeeded):
            await desk.users.me()


@everywhere
async def test_a_wrong_password_is_told_as_one(backend: Backend) -> None:
    async with opened(backend) as desk:
        for email, password in [(backend.email, "wrong"), (f"{unique()}@example.com", "x")]:
            with pytest.raises(WrongPassword):
                await desk.session.sign_in(email, SecretStr(password), keep=False)
        assert desk.session.state == SignedOut(Ended.NEVER)


@everywhere
async def test_a_login_without_an_account_is_told_as_one(backend: Backend) -> None:
    email = f"{unique()}@example.com"
    await register(backend, email)
    async with opened(backend) as desk:
        with pytest.raises(NoAdminAccount):
            await desk.session.sign_in(email, SecretStr(PASSWORD), keep=False)


@everywhere
async def test_a_customer_at_the_admins_door_is_told_so(backend: Backend) -> None:
    email = f"{unique()}@example.com"
    await register_customer(backend, email)
    async with opened(backend) as desk:
        with pytest.raises(CustomerLogin):
            await desk.session.sign_in(email, SecretStr(PASSWORD), keep=False)


@everywhere
async def test_a_session_is_renewed(desk: Desk) -> None:
    before = desk.session.current()
    await desk.session.refresh()
    assert isinstance(desk.session.state, SignedIn)
    assert (await desk.users.me()).id == desk.session.user_id
    renewed = claims(desk.session.current().get_secret_value())
    assert renewed["iat"] >= claims(before.get_secret_value())["iat"]


@everywhere
async def test_a_session_the_server_refuses_is_over(backend: Backend) -> None:
    head, body, _ = (await backend.admin_token()).split(".")
    async with opened(backend, f"{head}.{body}.{'A' * 43}") as desk:
        with pytest.raises(SignInNeeded):
            await desk.keys.find(KeyQuery(), 0, 1)
        assert isinstance(desk.session.state, Expired)


@everywhere
async def test_the_session_of_a_deleted_account_ends_at_its_next_refresh(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    person = await join(backend)
    await admin.delete(f"/admin/users/{person.id}")
    async with opened(backend, person.token, person.email) as desk:
        with pytest.raises(NotFound):
            await desk.users.me()
        with pytest.raises(SignInNeeded):
            await desk.session.refresh()
        assert isinstance(desk.session.state, SignedOut)
        assert desk.session.state.reason is Ended.ACCOUNT_GONE


# Finding


@everywhere
@pytest.mark.parametrize("sort", KeySort)
async def test_the_list_is_sorted_by_every_column_both_ways(
    desk: Desk, family: Family, sort: KeySort
) -> None:
    column = COLUMNS[sort]
    for descending in (False, True):
        query = KeyQuery(text=family.name, sort=sort, descending=descending)
        page = await desk.keys.find(query, 0, 100)
        assert page.count == 7
        order = names(family, page.rows)
        assert sorted(order) == sorted(MADE)
        values = [family[name][column] for name in order]
        empty = [value for value in values if value is None]
        full = [value for value in values if value is not None]
        assert values == ([*empty, *full] if descending else [*full, *empty])
        assert full == sorted(full, reverse=descending)


@everywhere
@pytest.mark.parametrize("state", StateFilter)
async def test_the_list_shows_the_keys_of_one_state_and_type(
    desk: Desk, family: Family, state: StateFilter
) -> None:
    for key_type in (None, *KeyType):
        query = KeyQuery(text=family.name, state=state, type=key_type, descending=False)
        page = await desk.keys.find(query, 0, 100)
        expected = [
            name for name in STATES[state] if key_type in (None, KeyType(family[name]["type"]))
        ]
        assert names(family, page.rows) == expected
        assert page.count == len(expected)


@everywhere
async def test_the_list_tells_each_keys_true_state(desk: Desk, family: Family) -> None:
    page = await desk.keys.find(KeyQuery(text=family.name, descending=False), 0, 100)
    kinds = dict(zip(MADE, (key.state(page.as_of).kind for key in page.rows), strict=True))
    assert {name for name in MADE if kinds[name] is StateKind.REVOKED} == {"bravo", "Echo"}
    assert {name for name in MADE if kinds[name] is StateKind.WORKS_UNTIL} == {
        "Charlie",
        "Foxtrot",
    }
    assert abs(page.as_of - datetime.now(UTC)) < timedelta(seconds=5)


@everywhere
async def test_the_search_finds_titles_redacted_forms_and_ids(desk: Desk, family: Family) -> None:
    for text in (f"{family.name} gol", f"{family.name.upper()} GOLF", family["Golf"]["redacted"]):
        page = await desk.keys.find(KeyQuery(text=text), 0, 100)
        assert "Golf" in names(family, page.rows)
    page = await desk.keys.find(KeyQuery(key_id=family["Golf"]["id"]), 0, 100)
    assert names(family, page.rows) == ["Golf"]
    page = await desk.keys.find(KeyQuery(text=f"{family.name} nobody"), 0, 100)
    assert (page.rows, page.count) == ((), 0)


@everywhere
async def test_a_whole_secret_in_the_search_leaves_as_its_redacted_form(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    made = await make_key(admin, unique())
    tap = Tap(backend)
    async with opened(backend, await backend.admin_token(), asgi=tap.app) as desk:
        page = await desk.keys.find(KeyQuery(text=made["token"]), 0, 100)
    assert made["id"] in [key.id for key in page.rows]
    ((request, _),) = tap.calls
    assert made["token"] not in str(request.url)


@everywhere
async def test_the_list_is_read_page_by_page(desk: Desk, family: Family) -> None:
    query = KeyQuery(text=family.name, descending=False)
    for offset in (0, 3, 6, 9):
        page = await desk.keys.find(query, offset, 3)
        assert (page.count, page.offset) == (7, offset)
        assert names(family, page.rows) == MADE[offset : offset + 3]


@everywhere
async def test_a_key_has_all_that_the_screens_show(
    backend: Backend, desk: Desk, family: Family
) -> None:
    for name in MADE:
        told = family[name]
        channels = tuple(SalesChannel(**channel) for channel in told["sales_channels"])
        expected = ApiKey(
            id=told["id"],
            title=told["title"],
            type=told["type"],
            redacted=told["redacted"],
            created_at=told["created_at"],
            created_by=told["created_by"],
            revoked_at=told["revoked_at"],
            revoked_by=told["revoked_by"],
            sales_channels=channels,
            token=told["token"] or None,
        )
        assert (await desk.keys.get(told["id"])).value == expected
        page = await desk.keys.find(KeyQuery(key_id=told["id"]), 0, 1)
        assert page.rows == (expected,)
        assert bool(expected.token) is (expected.type is KeyType.PUBLISHABLE)
    golf = (await desk.keys.get(family["Golf"]["id"])).value
    assert golf.sales_channels == (SalesChannel(**family.channel),)


@everywhere
async def test_no_hash_of_a_secret_is_ever_fetched(backend: Backend, family: Family) -> None:
    """Medusa hands it out to whoever asks for `token` without `type`."""
    tap = Tap(backend)
    async with opened(backend, await backend.admin_token(), asgi=tap.app) as desk:
        await desk.keys.find(KeyQuery(text=family.name), 0, 100)
        await desk.keys.get(family["Alpha"]["id"])
        await desk.keys.newest()
        await desk.keys.rename(family["Alpha"]["id"], family["Alpha"]["title"])
        await desk.creators.learn([family["Alpha"]["id"], desk.session.user_id])
        await desk.keys.candidates(pending(desk, family["Alpha"]["title"], None))
    needed = set(ApiKey.model_fields)
    seen = 0
    for request, answer in tap.calls:
        body = answer.json()
        for key in body.get("api_keys", [body["api_key"]] if "api_key" in body else []):
            seen += 1
            if "token" in request.url.params.get("fields", "token"):
                assert needed <= set(key), request.url.path
            assert key.get("token", "") == "" or key["type"] == "publishable", request.url.path
            if request.url.path.endswith("/api-keys") and "token" in key:
                assert set(key) == needed, "no more than the program uses"
    assert seen >= 11


# Changing


@everywhere
@pytest.mark.parametrize("key_type", KeyType)
async def test_a_key_is_made_renamed_revoked_and_deleted(desk: Desk, key_type: KeyType) -> None:
    title = unique()
    bound = await desk.keys.newest()
    created, line = await desk.keys.create(title, key_type, bound)
    assert created.secret.get_secret_value().startswith(
        "sk_" if key_type is KeyType.SECRET else "pk_"
    )
    key = (await desk.keys.get(created.key.id)).value
    assert (key.title, key.type, key.redacted) == (title, key_type, created.key.redacted)
    assert key.created_by == desk.session.user_id
    assert bound is None or bound < key.created_at
    newest = await desk.keys.newest()
    assert newest is not None
    assert newest >= key.created_at
    assert line.key_id == key.id

    renamed = await desk.keys.rename(key.id, f"{title} ERP")
    assert renamed == key.model_copy(update={"title": f"{title} ERP"})
    with pytest.raises(Invalid, match="Cannot delete api keys that are not revoked"):
        await desk.keys.delete_record(key.id)

    revoked = await desk.keys.revoke(key.id)
    assert desk.keys.state(revoked).kind is StateKind.REVOKED
    assert revoked.revoked_by == desk.session.user_id
    assert desk.keys.unconfirmed(key.id) is None
    assert (await desk.keys.check(key.id)).kind is StateKind.REVOKED
    await desk.keys.delete_record(key.id)
    with pytest.raises(NotFound):
        await desk.keys.get(key.id)


@everywhere
async def test_a_revoke_is_proved_by_the_servers_own_time(
    desk: Desk, admin: httpx.AsyncClient
) -> None:
    for key in [await make_key(admin, unique()) for _ in range(3)]:
        await desk.keys.revoke(key["id"])
        answer = await desk.keys.get(key["id"])
        assert answer.value.revoked_at is not None
        assert answer.value.revoked_at < answer.as_of
        assert answer.value.state(answer.as_of).kind is StateKind.REVOKED


@everywhere
async def test_a_key_with_a_planned_end_works_until_revoked(
    desk: Desk, admin: httpx.AsyncClient
) -> None:
    key = await make_key(admin, unique())
    await revoke(admin, key, 3600)
    answer = await desk.keys.get(key["id"])
    assert answer.value.state(answer.as_of).kind is StateKind.WORKS_UNTIL
    assert (await desk.keys.check(key["id"])).kind is StateKind.WORKS_UNTIL
    revoked = await desk.keys.revoke(key["id"])
    assert desk.keys.state(revoked).kind is StateKind.REVOKED


@everywhere
async def test_revoking_what_somebody_else_revoked_counts_as_done(
    backend: Backend, desk: Desk, admin: httpx.AsyncClient
) -> None:
    key = await make_key(admin, unique())
    person = await colleague(backend)
    theirs = await revoke(backend.bearing(person.token), key)
    revoked = await desk.keys.revoke(key["id"])
    assert revoked.revoked_by == person.id
    assert revoked.revoked_at == datetime.fromisoformat(theirs["revoked_at"])


@everywhere
async def test_a_key_that_is_gone_is_told_as_gone(desk: Desk, admin: httpx.AsyncClient) -> None:
    key = await make_key(admin, unique())
    await revoke(admin, key)
    await admin.delete(f"/admin/api-keys/{key['id']}")
    with pytest.raises(NotFound):
        await desk.keys.get(key["id"])
    with pytest.raises(NotFound):
        await desk.keys.rename(key["id"], "x")
    with pytest.raises(NotFound):
        await desk.keys.revoke(key["id"])
    await desk.keys.delete_record(key["id"])


# A creation whose answer was lost


def pending(desk: Desk, title: str, bound: datetime | None) -> PendingKey:
    return PendingKey(
        id=unique(),
        origin=desk.store.origin,
        user_id=desk.session.user_id,
        store_name=desk.store.name,
        title=title,
        type=KeyType.SECRET,
        started_at=desk.clock.now(),
        newest_before=bound,
    )


@everywhere
async def test_a_key_whose_answer_was_lost_is_found_again(
    backend: Backend, desk: Desk, admin: httpx.AsyncClient
) -> None:
    title = unique()
    ada = backend.bearing((await colleague(backend)).token)
    older = await make_key(admin, title)
    bound = await desk.keys.newest()
    line = pending(desk, title, bound)
    assert await desk.keys.candidates(line) == ()
    lost = await make_key(admin, title)
    await make_key(ada, title)
    await make_key(admin, title, "publishable")
    dead = await make_key(admin, title)
    await revoke(admin, dead)
    found = await desk.keys.candidates(line)
    assert [key.id for key in found] == [lost["id"]]
    assert older["id"] < lost["id"]


# People


@everywhere
async def test_makers_of_keys_have_names(
    backend: Backend, desk: Desk, admin: httpx.AsyncClient
) -> None:
    ada, gone = await colleague(backend), await join(backend)
    await admin.delete(f"/admin/users/{gone.id}")
    key = await make_key(admin, unique())
    me, makers = desk.session.user_id, desk.creators
    await makers.learn(["", me, ada.id, gone.id, key["id"]])
    assert makers.creator("") == Creator(CreatorKind.MEDUSA)
    assert makers.creator(ada.id) == Creator(CreatorKind.USER, "Ada Byron")
    assert makers.creator(me).kind is CreatorKind.USER
    assert makers.creator(gone.id) == Creator(CreatorKind.DELETED)
    assert makers.creator(key["id"]) == Creator(CreatorKind.KEY, key["title"])
    users = await desk.users.by_ids([ada.id, gone.id])
    assert [(user.id, user.email) for user in users] == [(ada.id, ada.email)]


@everywhere
async def test_an_account_without_a_role_is_told_that_it_may_nothing(backend: Backend) -> None:
    person = await stranger(backend)
    async with opened(backend, person.token, person.email) as desk:
        assert (await desk.users.me()).id == person.id
        if not backend.rbac:
            await desk.keys.find(KeyQuery(), 0, 1)
            return
        with pytest.raises(Forbidden) as told:
            await desk.keys.find(KeyQuery(), 0, 1)
        assert told.value.required == ()


@on_rbac
async def test_a_reader_is_told_which_right_is_missing(backend: Backend, family: Family) -> None:
    person = await with_rights(backend, "api_key:read")
    async with opened(backend, person.token, person.email) as desk:
        page = await desk.keys.find(KeyQuery(text=family.name), 0, 100)
        assert page.count == 7
        alpha = family["Alpha"]["id"]
        for attempt, right in [
            (desk.keys.create(unique(), KeyType.SECRET, None), "api_key:create"),
            (desk.keys.rename(alpha, "x"), "api_key:update"),
            (desk.keys.revoke(alpha), "api_key:update"),
            (desk.keys.delete_record(alpha), "api_key:delete"),
        ]:
            with pytest.raises(Forbidden) as told:
                await attempt
            assert told.value.required == (right,)
        await desk.creators.learn([person.id])
        assert desk.creators.creator(person.id) == Creator(CreatorKind.UNKNOWN, person.id)
        assert (await desk.keys.get(alpha)).value.title == family["Alpha"]["title"]

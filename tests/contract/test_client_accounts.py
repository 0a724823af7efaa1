"""The program's own client signs in, and knows people and rights."""

from __future__ import annotations

from datetime import timedelta

import httpx
import pytest
from pydantic import SecretStr

from medusa_console.domain.api_key import KeyType
from medusa_console.domain.errors import (
    CustomerLogin,
    Forbidden,
    NoAdminAccount,
    NotFound,
    SignInNeeded,
    WrongPassword,
)
from medusa_console.domain.query import KeyQuery
from medusa_console.domain.session import Ended
from medusa_console.services.creators import Creator, CreatorKind
from medusa_console.services.desk import Desk
from medusa_console.services.session import Expired, SignedIn, SignedOut

from .backends import Backend, everywhere, in_both_dialects, on_rbac, unique
from .desks import opened
from .family import Family
from .making import (
    PASSWORD,
    SUPER_ADMIN,
    colleague,
    join,
    make_key,
    register,
    register_customer,
    stranger,
    with_rights,
)
from .shapes import claims


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


@in_both_dialects
async def test_a_wrong_password_is_told_as_one(backend: Backend) -> None:
    async with opened(backend) as desk:
        for email, password in [(backend.email, "wrong"), (f"{unique()}@example.com", "x")]:
            with pytest.raises(WrongPassword):
                await desk.session.sign_in(email, SecretStr(password), keep=False)
        assert desk.session.state == SignedOut(Ended.NEVER)


async def test_a_login_without_an_account_is_told_as_one(backend: Backend) -> None:
    email = f"{unique()}@example.com"
    await register(backend, email)
    async with opened(backend) as desk:
        with pytest.raises(NoAdminAccount):
            await desk.session.sign_in(email, SecretStr(PASSWORD), keep=False)


async def test_a_customer_at_the_admins_door_is_told_so(backend: Backend) -> None:
    email = f"{unique()}@example.com"
    await register_customer(backend, email)
    async with opened(backend) as desk:
        with pytest.raises(CustomerLogin):
            await desk.session.sign_in(email, SecretStr(PASSWORD), keep=False)


async def test_a_session_is_renewed(desk: Desk) -> None:
    before = await desk.session.current()
    await desk.session.refresh()
    assert isinstance(desk.session.state, SignedIn)
    assert (await desk.users.me()).id == desk.session.user_id
    renewed = claims((await desk.session.current()).get_secret_value())
    assert renewed["iat"] >= claims(before.get_secret_value())["iat"]


@in_both_dialects
async def test_a_session_the_server_refuses_is_over(backend: Backend) -> None:
    head, body, _ = (await backend.admin_token()).split(".")
    async with opened(backend, f"{head}.{body}.{'A' * 43}") as desk:
        with pytest.raises(SignInNeeded):
            await desk.keys.find(KeyQuery(), 0, 1)
        assert isinstance(desk.session.state, Expired)


async def test_the_session_of_a_deleted_account_works_until_its_next_refresh(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    person = await join(backend, SUPER_ADMIN)
    await admin.delete(f"/admin/users/{person.id}")
    async with opened(backend, person.token, person.email) as desk:
        with pytest.raises(NotFound):
            await desk.users.me()
        created, _ = await desk.keys.create(unique(), KeyType.SECRET, None)
        page = await desk.keys.find(KeyQuery(text=created.key.title), 0, 10)
        assert [key.created_by for key in page.rows] == [person.id]
        with pytest.raises(SignInNeeded):
            await desk.session.refresh()
        assert isinstance(desk.session.state, SignedOut)
        assert desk.session.state.reason is Ended.ACCOUNT_GONE


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


@in_both_dialects
async def test_an_account_without_a_role_is_told_that_it_may_nothing(backend: Backend) -> None:
    person = await stranger(backend)
    async with opened(backend, person.token, person.email) as desk:
        assert (await desk.users.me()).id == person.id
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

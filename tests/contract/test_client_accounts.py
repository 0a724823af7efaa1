"""The program's own client signs in, and knows people and permissions."""

from __future__ import annotations

from datetime import timedelta

import httpx
import pytest
from pydantic import SecretStr

from medusa_console.domain.api_key import KeyType
from medusa_console.domain.errors import (
    AccountGone,
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
from medusa_console.services.session import Expired, SignedIn, SignedOut
from medusa_console.services.store_services import StoreServices

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
    with_permissions,
)
from .shapes import claims


@everywhere
async def test_the_person_signs_in_and_out(backend: Backend) -> None:
    async with opened(backend) as services:
        assert isinstance(services.session.state, SignedOut)
        providers = await services.session.providers()
        assert [(way.id, way.flow) for way in providers] == [("emailpass", "credentials")]
        await services.session.sign_in(backend.email, SecretStr(backend.password), keep=False)
        state = services.session.state
        assert isinstance(state, SignedIn)
        assert state.session.expires_at - state.session.issued_at == timedelta(days=1)
        me = await services.users.me()
        assert (me.id, me.email) == (state.session.user_id, backend.email)
        await services.session.sign_out()
        with pytest.raises(SignInNeeded):
            await services.users.me()


@in_both_dialects
async def test_a_wrong_password_is_told_as_one(backend: Backend) -> None:
    async with opened(backend) as services:
        for email, password in [(backend.email, "wrong"), (f"{unique()}@example.com", "x")]:
            with pytest.raises(WrongPassword):
                await services.session.sign_in(email, SecretStr(password), keep=False)
        assert services.session.state == SignedOut(Ended.NEVER)


async def test_a_login_without_an_account_is_told_as_one(backend: Backend) -> None:
    email = f"{unique()}@example.com"
    await register(backend, email)
    async with opened(backend) as services:
        with pytest.raises(NoAdminAccount):
            await services.session.sign_in(email, SecretStr(PASSWORD), keep=False)


async def test_a_customer_at_the_admins_door_is_told_so(backend: Backend) -> None:
    email = f"{unique()}@example.com"
    await register_customer(backend, email)
    async with opened(backend) as services:
        with pytest.raises(CustomerLogin):
            await services.session.sign_in(email, SecretStr(PASSWORD), keep=False)


async def test_a_session_is_renewed(services: StoreServices) -> None:
    before = await services.session.current()
    await services.session.refresh()
    assert isinstance(services.session.state, SignedIn)
    assert (await services.users.me()).id == services.session.user_id
    renewed = claims((await services.session.current()).get_secret_value())
    assert renewed["iat"] >= claims(before.get_secret_value())["iat"]


@in_both_dialects
async def test_a_session_the_server_refuses_is_over(backend: Backend) -> None:
    head, body, _ = (await backend.admin_token()).split(".")
    async with opened(backend, f"{head}.{body}.{'A' * 43}") as services:
        with pytest.raises(SignInNeeded):
            await services.keys.find(KeyQuery(), 0, 1)
        assert isinstance(services.session.state, Expired)


async def test_the_session_of_a_deleted_account_works_after_a_refused_refresh_too(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    person = await join(backend, SUPER_ADMIN)
    await admin.delete(f"/admin/users/{person.id}")
    async with opened(backend, person.token, person.email) as services:
        with pytest.raises(NotFound):
            await services.users.me()
        created, _ = await services.keys.create(unique(), KeyType.SECRET, None)
        page = await services.keys.find(KeyQuery(text=created.key.title), 0, 10)
        assert [key.created_by for key in page.rows] == [person.id]
        with pytest.raises(AccountGone):
            await services.session.refresh()
        assert isinstance(services.session.state, SignedIn)
        assert (await services.keys.get(created.key.id)).value.id == created.key.id


async def test_makers_of_keys_have_names(
    backend: Backend, services: StoreServices, admin: httpx.AsyncClient
) -> None:
    ada, gone = await colleague(backend), await join(backend)
    await admin.delete(f"/admin/users/{gone.id}")
    key = await make_key(admin, unique())
    me, makers = services.session.user_id, services.creators
    await makers.learn(["", me, ada.id, gone.id, key["id"]])
    assert makers.creator("") == Creator(CreatorKind.MEDUSA)
    assert makers.creator(ada.id) == Creator(CreatorKind.USER, "Ada Byron")
    assert makers.creator(me).kind is CreatorKind.USER
    assert makers.creator(gone.id) == Creator(CreatorKind.DELETED)
    assert makers.creator(key["id"]) == Creator(CreatorKind.KEY, key["title"])
    users = await services.users.by_ids([ada.id, gone.id])
    assert [(user.id, user.email) for user in users] == [(ada.id, ada.email)]


@in_both_dialects
async def test_an_account_without_a_role_is_told_that_it_may_nothing(backend: Backend) -> None:
    person = await stranger(backend)
    async with opened(backend, person.token, person.email) as services:
        assert (await services.users.me()).id == person.id
        with pytest.raises(Forbidden) as told:
            await services.keys.find(KeyQuery(), 0, 1)
        assert told.value.required == ()


@on_rbac
async def test_a_reader_is_told_which_right_is_missing(backend: Backend, family: Family) -> None:
    person = await with_permissions(backend, "api_key:read")
    async with opened(backend, person.token, person.email) as services:
        page = await services.keys.find(KeyQuery(text=family.name), 0, 100)
        assert page.count == 7
        alpha = family["Alpha"]["id"]
        for attempt, right in [
            (services.keys.create(unique(), KeyType.SECRET, None), "api_key:create"),
            (services.keys.rename(alpha, "x"), "api_key:update"),
            (services.keys.revoke(alpha), "api_key:update"),
            (services.keys.delete_record(alpha), "api_key:delete"),
        ]:
            with pytest.raises(Forbidden) as told:
                await attempt
            assert told.value.required == (right,)
        await services.creators.learn([person.id])
        assert services.creators.creator(person.id) == Creator(CreatorKind.YOU, person.id)
        assert (await services.keys.get(alpha)).value.title == family["Alpha"]["title"]

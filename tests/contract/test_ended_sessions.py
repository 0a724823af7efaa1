"""Sessions of fifteen seconds: refreshed, or over. Contract, 1.2, 1.3 and 0.14."""

from __future__ import annotations

import pytest
from pydantic import SecretStr

from medusa_console.domain.clock import SECOND
from medusa_console.domain.errors import SignInNeeded, WrongPassword
from medusa_console.domain.query import KeyQuery
from medusa_console.domain.session import Session
from medusa_console.services.session import Expired, SignedIn
from medusa_console.services.store_services import StoreServices
from tests.waiting import until

from .answers import UNAUTHORIZED, told
from .backends import Backend, on_short
from .desks import opened
from .making import PASSWORD, SUPER_ADMIN, join


async def signed_in(services: StoreServices, email: str, password: str) -> Session:
    await services.session.sign_in(email, SecretStr(password), keep=False)
    return session_of(services)


def session_of(services: StoreServices) -> Session:
    assert isinstance(services.session.state, SignedIn)
    return services.session.state.session


async def a_second(services: StoreServices) -> None:
    """Wait a second of the server's."""
    then = services.clock.now() + SECOND
    await until(lambda: services.clock.now() >= then)


@on_short
async def test_a_session_that_is_refreshed_goes_on_and_the_others_end(backend: Backend) -> None:
    """Of three sessions that begin together: one is refreshed, one is left alone, and the account
    of one is deleted, which nobody notices until its token ends."""
    backend.place.kept.pop("token", None)  # the admin's may be over by now
    person = await join(backend, SUPER_ADMIN)
    async with opened(backend) as kept, opened(backend) as left, opened(backend) as leaver:
        last = await signed_in(leaver, person.email, PASSWORD)
        alone = await signed_in(left, backend.email, backend.password)
        first = await signed_in(kept, backend.email, backend.password)
        assert (first.expires_at - first.issued_at).total_seconds() == 15
        await delete(backend, first, person.id)

        theirs = backend.bearing(last.token.get_secret_value())
        admin = backend.bearing(alone.token.get_secret_value())
        while told(await admin.get("/admin/users/me")) != UNAUTHORIZED:
            await kept.session.refresh()
            await a_second(kept)
        for over in (admin, theirs):
            assert told(await over.get("/admin/users/me")) == UNAUTHORIZED
            assert told(await over.post("/auth/token/refresh")) == UNAUTHORIZED

        assert (await kept.users.me()).id == first.user_id
        assert session_of(kept).token != first.token
        assert session_of(kept).began_at == first.issued_at

        for services in (left, leaver):
            with pytest.raises(SignInNeeded):
                await services.keys.find(KeyQuery(), 0, 1)
            assert isinstance(services.session.state, Expired)
        assert await signed_in(left, backend.email, backend.password) != alone
        assert (await left.users.me()).id == alone.user_id
        with pytest.raises(WrongPassword):
            await signed_in(leaver, person.email, PASSWORD)


async def delete(backend: Backend, by: Session, user_id: str) -> None:
    admin = backend.bearing(by.token.get_secret_value())
    assert (await admin.delete(f"/admin/users/{user_id}")).status_code == 200

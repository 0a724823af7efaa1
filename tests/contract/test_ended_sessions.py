"""Sessions are refreshed, or over. Contract, 1.2, 1.3 and 0.14."""

from __future__ import annotations

import pytest
from pydantic import SecretStr

from medusa_console.domain.errors import SignInNeeded, WrongPassword
from medusa_console.domain.query import KeyQuery
from medusa_console.domain.session import Ended, Session
from medusa_console.services.session import SignedIn, SignedOut
from medusa_console.services.store_services import StoreServices

from .answers import UNAUTHORIZED, told
from .backends import Backend
from .desks import opened
from .making import PASSWORD, SUPER_ADMIN, join


async def test_a_session_that_is_refreshed_goes_on_and_the_others_end(backend: Backend) -> None:
    """Of three sessions that begin together: one is refreshed, one is left alone, and the account
    of one is deleted, which nobody notices until its token ends."""
    token = await backend.sign_in(backend.email, backend.password)
    person = await join(backend, SUPER_ADMIN)
    admin = backend.bearing(backend.place.aged(token, age=10, life=3600))
    theirs = backend.bearing(backend.place.aged(person.token, age=10, life=3600))
    assert (await admin.delete(f"/admin/users/{person.id}")).status_code == 200
    for alive in (admin, theirs):
        assert (await alive.get("/admin/api-keys")).status_code == 200

    alone = backend.place.aged(token, age=10, life=9)
    leaver = backend.place.aged(person.token, age=10, life=9)
    for over in (backend.bearing(alone), backend.bearing(leaver)):
        assert told(await over.get("/admin/users/me")) == UNAUTHORIZED
        assert told(await over.get("/admin/api-keys")) == UNAUTHORIZED
        assert told(await over.post("/auth/token/refresh")) == UNAUTHORIZED

    async with opened(backend, backend.place.aged(token, age=10, life=3600)) as kept:
        first = session_of(kept)
        await kept.session.refresh()
        assert (await kept.users.me()).id == first.user_id
        assert session_of(kept).issued_at > first.issued_at
        assert session_of(kept).began_at == first.issued_at

    async with opened(backend, alone) as again, opened(backend, leaver) as gone:
        for services in (again, gone):
            assert services.session.state == SignedOut(Ended.EXPIRED)
            with pytest.raises(SignInNeeded):
                await services.keys.find(KeyQuery(), 0, 1)
        password = SecretStr(backend.password)
        await again.session.sign_in(backend.email, password, keep=False)
        assert (await again.users.me()).id == first.user_id
        with pytest.raises(WrongPassword):
            await gone.session.sign_in(person.email, SecretStr(PASSWORD), keep=False)


def session_of(services: StoreServices) -> Session:
    assert isinstance(services.session.state, SignedIn)
    return services.session.state.session

"""The program's own client gets in by every way, on both stores."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

import httpx
import pytest
from pydantic import SecretStr

from medusa_console.demo.ways_in import EMAILPASS, WORKPLACE, WaysIn
from medusa_console.domain.errors import (
    ConsoleError,
    NoAdminAccount,
    ProviderFailed,
    TokenRefused,
    WrongCode,
    WrongPassword,
)
from medusa_console.domain.mfa import TOTP, MfaChallenge, MfaCode
from medusa_console.domain.user import AuthProvider, NewAdmin
from medusa_console.services.invite_acceptance import Acceptance
from medusa_console.services.provider_sign_in import Browser
from medusa_console.services.session_states import SignedIn
from medusa_console.services.store_services import StoreServices

from .backends import Backend, unique, with_and_without_rbac
from .desks import opened
from .making import PASSWORD, invite, join
from .second_factor import Enrolled, enrol, enrolled

OPEN = WaysIn(providers=(EMAILPASS, WORKPLACE))


@dataclass
class Typing:
    """Somebody at the keyboard, whose first code is wrong."""

    backend: Backend
    app: Enrolled | None = None
    asked: list[str] = field(default_factory=list)

    async def code(self, challenge: MfaChallenge, told: ConsoleError | None) -> MfaCode:
        assert self.app is not None
        self.asked.append(type(told).__name__)
        right = isinstance(told, WrongCode)
        return MfaCode(TOTP, SecretStr(self.app.code() if right else self.app.wrong_code()))

    async def verification(
        self, email: str, sent: bool, told: ConsoleError | None
    ) -> SecretStr | None:
        self.asked.append(f"verification, sent: {sent}")
        if not sent:
            return None
        mail = await self.backend.mailed("auth.verification_requested", email)
        return SecretStr(mail["code"])


def who(services: StoreServices) -> str:
    assert isinstance(services.session.state, SignedIn)
    return services.session.state.session.user_id


@with_and_without_rbac
async def test_a_second_factor_is_asked_for_until_it_is_right(backend: Backend) -> None:
    app = await enrolled(backend)
    steps = Typing(backend, app)
    async with opened(backend, email=app.person.email) as services:
        secret = SecretStr(PASSWORD)
        await services.session.sign_in(app.person.email, secret, keep=False, steps=steps)
        assert who(services) == app.person.id
        assert steps.asked == ["NoneType", "WrongCode"]


@with_and_without_rbac
async def test_an_address_is_verified_on_the_way_in(backend: Backend) -> None:
    person = await join(backend)
    steps = Typing(backend)
    async with (
        backend.ways_in(WaysIn(verifies_email=True)),
        opened(backend, email=person.email) as services,
    ):
        await services.session.sign_in(person.email, SecretStr(PASSWORD), keep=False, steps=steps)
        assert who(services) == person.id
        assert steps.asked == ["verification, sent: False", "verification, sent: True"]


async def test_a_second_factor_is_set_up_renewed_and_switched_off(backend: Backend) -> None:
    person = await join(backend)
    async with opened(backend, person.token, person.email) as services:
        begun = await services.two_step.begin(person.email)
        app = Enrolled(person, begun.factor.id, begun.secret.get_secret_value())
        with pytest.raises(WrongCode):
            await services.two_step.verify(begun, SecretStr(app.wrong_code()))
        await services.two_step.verify(begun, SecretStr(app.code()))
        assert [one.id for one in (await services.two_step.look()).enabled] == [app.factor]
        codes = await services.two_step.new_recovery_codes()
        assert len({code.get_secret_value() for code in codes}) == 10
        await services.two_step.turn_off()
        assert not (await services.two_step.look()).enabled


@with_and_without_rbac
async def test_a_forgotten_password_is_set_anew_with_what_the_mail_brings(
    backend: Backend,
) -> None:
    person = await join(backend)
    async with opened(backend, email=person.email) as services:
        await services.forgotten.request(person.email)
        token = SecretStr((await backend.mailed("auth.password_reset", person.email))["token"])
        fresh = SecretStr("battery staple")
        await services.forgotten.set(token, fresh)
        with pytest.raises(TokenRefused):
            await services.forgotten.set(token, fresh)
        with pytest.raises(WrongPassword):
            await services.session.sign_in(person.email, SecretStr(PASSWORD), keep=False)
        await services.session.sign_in(person.email, fresh, keep=False)
        assert who(services) == person.id


@with_and_without_rbac
async def test_an_invite_is_accepted_once_and_signed_in_with(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    email = f"{unique()}@example.com"
    token = SecretStr((await invite(admin, email))["token"])
    password = SecretStr(PASSWORD)
    async with opened(backend, email=email) as services:
        newcomer = NewAdmin(email, "Ada", "Byron")
        accepted = await services.invited.accept(token, newcomer, password)
        assert accepted is Acceptance.ACCEPTED
        await services.session.sign_in(email, password, keep=False)
        [user] = (await admin.get("/admin/users", params={"email": email})).json()["users"]
        assert who(services) == user["id"]


class OnScreen:
    """A browser that somebody sits at: they sign in as `email`, or deny."""

    def __init__(self, backend: Backend, email: str | None) -> None:
        self.backend = backend
        self.email = email
        self.visits: list[asyncio.Task[httpx.Response]] = []

    def open(self, address: str) -> bool:
        self.visits.append(asyncio.ensure_future(self._visit(address)))
        return True

    async def _visit(self, address: str) -> httpx.Response:
        back = await self.backend.place.doors.visit(address, self.email)
        async with httpx.AsyncClient(trust_env=False) as browser:
            return await browser.get(back)


async def workplace(services: StoreServices) -> AuthProvider:
    return next(one for one in await services.session.providers() if one.id == WORKPLACE)


@with_and_without_rbac
async def test_a_provider_leads_back_and_an_account_is_made_only_when_asked(
    backend: Backend,
) -> None:
    email = f"{unique()}@example.com"
    screen = OnScreen(backend, email)
    async with backend.ways_in(OPEN), opened(backend, email=email) as services:
        provider = await workplace(services)
        begin = await services.providers.ask(provider, Browser(screen.open, "Close this page"))
        assert "Close this page" in (await screen.visits[0]).text
        with pytest.raises(NoAdminAccount) as nobody:
            await services.session.sign_in_by(begin, keep=False)
        join_ = services.providers.join(provider, nobody.value)
        await services.session.sign_in_by(join_, keep=False)
        made = who(services)
    async with backend.ways_in(OPEN), opened(backend, email=email) as services:
        again = await services.providers.ask(provider, Browser(screen.open, "Close this page"))
        await screen.visits[1]
        await services.session.sign_in_by(again, keep=False)
        assert who(services) == made


async def test_who_denies_on_the_page_is_told_so(backend: Backend) -> None:
    screen = OnScreen(backend, None)
    async with backend.ways_in(OPEN), opened(backend) as services:
        provider = await workplace(services)
        with pytest.raises(ProviderFailed):
            await services.providers.ask(provider, Browser(screen.open, "Close this page"))
        await screen.visits[0]


async def test_a_session_is_confirmed_with_password_and_code(backend: Backend) -> None:
    app = await enrol(backend)
    async with opened(backend, app.person.token, app.person.email) as services:
        before = services.session.state
        await services.session.confirm(SecretStr(PASSWORD), Typing(backend, app))
        assert services.session.state != before
        assert who(services) == app.person.id

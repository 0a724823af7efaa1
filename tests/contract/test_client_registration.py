"""The program's own client registers customers, and proves that they can sign in.

In the documented dialect a customer has no identity of their own, and nobody asks for a key.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable

import httpx
import pytest
from pydantic import SecretStr

from medusa_console.domain.api_key import ApiKey
from medusa_console.domain.customer import Customer, CustomerDetails
from medusa_console.domain.errors import (
    EmailTaken,
    Forbidden,
    Invalid,
    KeyRefused,
)
from medusa_console.services.registration import RegistrationFailed, SignInCheck, Step
from medusa_console.services.store_services import StoreServices

from .backends import Backend, everywhere, in_both_dialects, on_documented, on_rbac, unique
from .desks import Losing, opened
from .making import (
    PASSWORD,
    join,
    make_customer,
    make_key,
    register,
    register_customer,
    revoke,
    stranger,
    with_permissions,
)
from .shapes import claims

SECRET = SecretStr(PASSWORD)
OTHER = SecretStr("another password")
CREATE = "/store/customers"


def anna(email: str = "") -> CustomerDetails:
    return CustomerDetails(email or f"anna.{unique()}@example.com", "Anna", "Lee")


async def a_key(services: StoreServices) -> ApiKey:
    """A live publishable key, as the form offers it."""
    keys = await services.registration.publishable_keys()
    assert all(key.token is not None for key in keys)
    return keys[0]


async def registered(
    services: StoreServices,
    details: CustomerDetails,
    password: SecretStr = SECRET,
    key: ApiKey | None = None,
) -> Customer:
    key = key or await a_key(services)
    done = await services.registration.register(details, password, key, entering=lambda _step: None)
    return done.customer


async def failure(attempt: Awaitable[object]) -> tuple[Step, type]:
    """At which step a registration fails, and why; what it prints holds no secret."""
    with pytest.raises(RegistrationFailed) as caught:
        await attempt
    error = caught.value
    assert PASSWORD not in f"{error!r} {error} {error.cause!r}"
    return error.step, type(error.cause)


async def signed_in_as(backend: Backend, email: str) -> str:
    """Whom this email signs in, told by the store itself."""
    token = await backend.sign_in(email, PASSWORD, actor="customer")
    return str(claims(token)["actor_id"])


# All goes well


@everywhere
async def test_a_customer_is_registered_and_can_sign_in(
    backend: Backend,
    services: StoreServices,
    admin: httpx.AsyncClient,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG, "medusa_console")
    details = CustomerDetails(
        f"o'brien+{unique()}@example.com", "<b>Anna</b>", "\u202eeeL", "+46 70", "Æ & Ø"
    )
    if backend.place.documented:  # its single call knows no more
        details = CustomerDetails(details.email, details.first_name, details.last_name)
    steps: list[Step] = []
    done = await services.registration.register(
        details, SECRET, await a_key(services), entering=steps.append
    )
    customer = done.customer
    assert (steps, done.found) == (list(Step), False)
    assert CustomerDetails.of(customer) == details
    assert customer.has_account
    assert await signed_in_as(backend, details.email) == customer.id
    listed = (await admin.get(f"/admin/customers/{customer.id}")).json()["customer"]
    assert (listed["email"], listed["has_account"]) == (details.email, True)
    assert (await services.users.me()).id == services.session.user_id, (
        "the admin is still the admin"
    )
    for secret in (PASSWORD, details.email, "eyJ"):
        assert secret not in caplog.text


@in_both_dialects
async def test_an_email_with_capitals_is_kept_as_it_is(
    backend: Backend, services: StoreServices
) -> None:
    details = anna(f"Anna.{unique()}@Example.COM")
    customer = await registered(services, details)
    assert customer.email == details.email
    assert await signed_in_as(backend, details.email) == customer.id
    assert await services.registration.check(customer, SECRET) is SignInCheck.YES


@in_both_dialects
async def test_a_guest_of_the_same_email_becomes_a_second_customer(
    services: StoreServices, admin: httpx.AsyncClient
) -> None:
    details = anna()
    guest = await make_customer(admin, email=details.email)
    names = await services.customers.email_matches(details.email)
    assert names.guest is not None
    assert names.guest.id == guest["id"]
    customer = await registered(services, details)
    assert customer.id != guest["id"]
    names = await services.customers.email_matches(details.email)
    assert names.account is not None
    assert names.account.id == customer.id


async def test_a_key_without_a_sales_channel_will_do(
    services: StoreServices, admin: httpx.AsyncClient
) -> None:
    key = await make_key(admin, unique(), "publishable")
    record = (await services.keys.get(key["id"])).value
    assert record.sales_channels == ()
    assert (await registered(services, anna(), key=record)).has_account


# Again


@in_both_dialects
async def test_registering_again_with_the_same_password_doubles_nothing(
    services: StoreServices, admin: httpx.AsyncClient
) -> None:
    details = anna()
    first = await registered(services, details)
    again = await registered(services, details)
    assert again.id == first.id
    count = (await admin.get("/admin/customers", params={"email": details.email})).json()["count"]
    assert count == 1


@in_both_dialects
async def test_an_email_in_use_with_another_password_is_taken(
    backend: Backend, services: StoreServices
) -> None:
    details = anna()
    await registered(services, details)
    assert await failure(registered(services, details, OTHER)) == (Step.IDENTITY, EmailTaken)


async def test_a_registration_that_was_broken_off_is_finished_with_its_password_alone(
    backend: Backend, services: StoreServices
) -> None:
    details = anna()
    token = await register(backend, details.email, actor="customer")
    assert claims(token)["actor_id"] == ""
    assert await failure(registered(services, details, OTHER)) == (Step.IDENTITY, EmailTaken)
    customer = await registered(services, details)
    assert await signed_in_as(backend, details.email) == customer.id


@pytest.mark.parametrize("lost", ["/auth/customer/emailpass/register", CREATE])
async def test_a_lost_answer_is_made_good_without_doubling(
    backend: Backend, admin: httpx.AsyncClient, lost: str
) -> None:
    tap, details = Losing(backend, path=lost), anna()
    async with opened(backend, await backend.admin_token(), asgi=tap.app) as services:
        customer = await registered(services, details)
    assert [request.url.path for request, _ in tap.calls].count(lost) == 1
    assert await signed_in_as(backend, details.email) == customer.id
    listed = (await admin.get("/admin/customers", params={"email": details.email})).json()
    assert [one["id"] for one in listed["customers"]] == [customer.id]


@in_both_dialects
async def test_after_a_lost_sign_in_trying_again_ends_well(
    backend: Backend, admin: httpx.AsyncClient
) -> None:
    tap, details = Losing(backend, path="/auth/customer/emailpass"), anna()
    async with opened(backend, await backend.admin_token(), asgi=tap.app) as services:
        with pytest.raises(RegistrationFailed) as caught:
            await registered(services, details)
        assert caught.value.step is Step.SIGN_IN
        assert caught.value.customer is not None
        customer = await registered(services, details)
    assert customer.id == caught.value.customer.id


@on_documented
async def test_the_single_step_is_made_good_too(backend: Backend, admin: httpx.AsyncClient) -> None:
    tap, details = Losing(backend, path=CREATE), anna()
    async with opened(backend, await backend.admin_token(), asgi=tap.app) as services:
        customer = await registered(services, details)
    listed = (await admin.get("/admin/customers", params={"email": details.email})).json()
    assert [one["id"] for one in listed["customers"]] == [customer.id]
    bodies = [request.content for request, _ in tap.calls if request.url.path == CREATE]
    assert len(bodies) == 1


# Refused


async def test_a_key_that_died_meanwhile_is_told_and_another_one_finishes(
    backend: Backend, services: StoreServices, admin: httpx.AsyncClient
) -> None:
    details, key = anna(), await make_key(admin, unique(), "publishable")
    record = (await services.keys.get(key["id"])).value
    await revoke(admin, key)
    assert await failure(registered(services, details, key=record)) == (Step.CUSTOMER, KeyRefused)
    assert key["id"] not in [one.id for one in await services.registration.publishable_keys()]
    customer = await registered(services, details)
    assert await signed_in_as(backend, details.email) == customer.id


async def test_somebody_elses_customer_may_have_the_email(
    backend: Backend, services: StoreServices
) -> None:
    """An account whose email was changed: its sign-in email did not follow."""
    shopper = await register_customer(backend, f"{unique()}@example.com")
    details = anna()
    customer = (await services.customers.get(shopper.id)).value
    await services.customers.update(customer, CustomerDetails(details.email, "Carla", "Ny"))
    assert await failure(registered(services, details)) == (Step.IDENTITY, EmailTaken)
    # No identity was made, which would have kept the email for good.
    assert await register(backend, details.email, actor="customer")


async def test_an_admins_email_is_an_identity_already(
    backend: Backend, services: StoreServices
) -> None:
    person = await join(backend)
    details = anna(person.email)
    assert await failure(registered(services, details, OTHER)) == (Step.IDENTITY, EmailTaken)
    customer = await registered(services, details)
    assert await signed_in_as(backend, person.email) == customer.id
    admin = claims(await backend.sign_in(person.email, PASSWORD))
    assert (admin["actor_type"], admin["actor_id"]) == ("user", person.id)


@pytest.mark.parametrize("email", ["nonsense", "a@b", "å@example.com", " a@example.com"])
async def test_what_is_no_email_is_refused_only_at_the_second_step(
    services: StoreServices, email: str
) -> None:
    """Which is why a form has to look at it first: the identity is there for good."""
    details = anna(email)
    assert await failure(registered(services, details)) == (Step.CUSTOMER, Invalid)
    assert await failure(registered(services, details)) == (Step.CUSTOMER, Invalid)


@in_both_dialects
async def test_without_a_password_nothing_begins(backend: Backend, services: StoreServices) -> None:
    step, cause = await failure(registered(services, anna(), SecretStr("")))
    if not backend.place.documented:
        assert (step, cause) == (Step.IDENTITY, Invalid)


@on_rbac
async def test_permissions_to_customers_are_not_needed_to_register(backend: Backend) -> None:
    """Whoever sees a publishable key can: it is what every visitor of the shop may do."""
    person = await with_permissions(backend, "api_key:read")
    async with opened(backend, person.token, person.email) as services:
        assert (await registered(services, anna())).has_account
    person = await stranger(backend)
    async with opened(backend, person.token, person.email) as services:
        with pytest.raises(Forbidden):
            await services.registration.publishable_keys()


# Checking a sign-in


@in_both_dialects
async def test_a_sign_in_is_checked_with_a_password(
    backend: Backend, services: StoreServices, admin: httpx.AsyncClient
) -> None:
    check: Callable[[Customer, SecretStr], Awaitable[SignInCheck]] = services.registration.check
    customer = await registered(services, anna())
    assert await check(customer, SECRET) is SignInCheck.YES
    assert await check(customer, OTHER) is SignInCheck.REFUSED
    assert await check(customer, SecretStr(f" {PASSWORD}")) is SignInCheck.REFUSED
    other = await registered(services, anna())
    swapped = customer.model_copy(update={"email": other.email})
    assert await check(swapped, SECRET) is SignInCheck.SOMEBODY_ELSE
    await admin.delete(f"/admin/customers/{customer.id}")
    assert await check(customer, SECRET) is SignInCheck.REFUSED
    assert (await services.users.me()).id == services.session.user_id


async def test_an_identity_without_a_customer_is_told_as_one(
    backend: Backend, services: StoreServices
) -> None:
    customer = await registered(services, anna())
    broken_off = f"{unique()}@example.com"
    await register(backend, broken_off, actor="customer")
    moved = customer.model_copy(update={"email": broken_off})
    assert await services.registration.check(moved, SECRET) is SignInCheck.NO_CUSTOMER

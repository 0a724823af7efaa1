"""Registering customers on a network that loses answers, and proving that they can sign in."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, cast

import pytest
from pydantic import SecretStr

from medusa_console.domain.api_key import ApiKey, KeyType
from medusa_console.domain.customer import Customer, CustomerDetails
from medusa_console.domain.errors import (
    Conflict,
    ConsoleError,
    EmailTaken,
    Forbidden,
    Invalid,
    KeyRefused,
    MfaRequired,
    NoCustomer,
    NotFound,
    OutcomeUnknown,
    ProviderRequired,
    ServerFault,
    VerificationRequired,
    WrongPassword,
)
from medusa_console.domain.query import KeyQuery, KeySort, Page, StateFilter
from medusa_console.services.registration import (
    Registration,
    RegistrationFailed,
    RegistrationService,
    SignInCheck,
    Step,
)
from medusa_console.services.single_flight import SingleFlight
from tests.services.customer_ports import (
    LOST,
    NOW,
    Identity,
    Loss,
    MemoryCustomers,
    MemoryStorefront,
    person,
)
from tests.waiting import until

PK = "pk_" + "7" * 64
EMAIL = "anna@nordlicht.example"
PASSWORD = SecretStr("correct-horse-battery")
OTHER = SecretStr("another-horse")
ANNA = CustomerDetails(email=EMAIL, first_name="Anna", last_name="Berg", phone="+46 8")
KEY = ApiKey(
    id="apk_1",
    title="Storefront",
    type=KeyType.PUBLISHABLE,
    redacted="pk_777***777",
    created_at=NOW,
    token=SecretStr(PK),
)
ALL = [Step.IDENTITY, Step.CUSTOMER, Step.SIGN_IN]
BROKEN = ServerFault("shop.example", 500)
THREE_STEPS = ["register_identity", "create_customer", "sign_in", "me"]


class Desk:
    """The service, the storefront behind it, and the steps it has told of."""

    def __init__(self, store: MemoryStorefront, keys: MemoryKeys) -> None:
        self.store = store
        self.writes = SingleFlight()
        self.records = MemoryCustomers()
        self.service = RegistrationService(
            cast(Any, store), cast(Any, keys), cast(Any, self.records), self.writes
        )
        self.steps: list[Step] = []

    async def register(
        self, password: SecretStr = PASSWORD, details: CustomerDetails = ANNA, key: ApiKey = KEY
    ) -> Customer:
        return (await self.outcome(password, details, key)).customer

    async def outcome(
        self, password: SecretStr = PASSWORD, details: CustomerDetails = ANNA, key: ApiKey = KEY
    ) -> Registration:
        return await self.service.register(details, password, key, entering=self.steps.append)

    async def fails(
        self, password: SecretStr = PASSWORD, details: CustomerDetails = ANNA, key: ApiKey = KEY
    ) -> RegistrationFailed:
        with pytest.raises(RegistrationFailed) as caught:
            await self.register(password, details, key)
        return caught.value

    def accounts(self) -> list[CustomerDetails]:
        return [CustomerDetails.of(one) for one in self.store.people.values() if one.has_account]


class MemoryKeys:
    """As much of ApiKeys as a registration needs."""

    def __init__(self) -> None:
        self.asked: list[tuple[KeyQuery, int, int]] = []

    async def find(self, query: KeyQuery, *, offset: int, limit: int) -> Page[ApiKey]:
        self.asked.append((query, offset, limit))
        return Page((KEY,), 1, offset, NOW)


@pytest.fixture
def keys() -> MemoryKeys:
    return MemoryKeys()


@pytest.fixture
def store() -> MemoryStorefront:
    return MemoryStorefront(PK)


@pytest.fixture
def desk(store: MemoryStorefront, keys: MemoryKeys) -> Desk:
    return Desk(store, keys)


@pytest.fixture(autouse=True)
def nothing_is_told(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """No test may find an email, a password or a token in the log."""
    caplog.set_level(logging.DEBUG)
    yield
    for secret in (EMAIL, PASSWORD.get_secret_value(), OTHER.get_secret_value(), PK):
        assert secret not in caplog.text


async def test_a_customer_is_registered_in_three_steps_and_has_signed_in(desk: Desk) -> None:
    anna = await desk.register()
    assert CustomerDetails.of(anna) == ANNA
    assert anna.has_account
    assert desk.steps == ALL
    assert desk.store.calls == THREE_STEPS
    assert desk.accounts() == [ANNA]


async def test_a_store_of_the_documented_kind_is_asked_once(desk: Desk) -> None:
    desk.store.documented = True
    anna = await desk.register()
    assert CustomerDetails.of(anna) == ANNA
    assert desk.steps == ALL
    assert desk.store.calls == ["register_identity", "register_at_once", "sign_in", "me"]


async def test_a_guest_of_the_same_email_gets_a_twin(desk: Desk) -> None:
    desk.store.people["cus_9"] = person(9, email=EMAIL)
    anna = await desk.register()
    assert anna.id != "cus_9"
    assert len(desk.store.people) == 2


async def test_a_store_of_the_documented_kind_is_known_to_take_two_steps(desk: Desk) -> None:
    desk.store.documented = True
    assert desk.service.steps == tuple(ALL)
    await desk.register()
    assert desk.service.steps == (Step.CUSTOMER, Step.SIGN_IN)
    desk.steps.clear()
    await desk.register(details=replace(ANNA, email="jo@nordlicht.example"))
    assert desk.steps == [Step.CUSTOMER, Step.SIGN_IN]


async def test_a_store_that_has_become_a_medusa_takes_three_steps_again(desk: Desk) -> None:
    desk.store.documented = True
    await desk.register()
    desk.store.documented = False
    await desk.register(details=replace(ANNA, email="jo@nordlicht.example"))
    assert desk.service.steps == tuple(ALL)


# What is there already


async def test_an_email_that_signs_in_with_another_password_is_taken(desk: Desk) -> None:
    desk.store.identities[EMAIL] = Identity(OTHER)
    failed = await desk.fails()
    assert (failed.step, type(failed.cause), failed.customer) == (Step.IDENTITY, EmailTaken, None)
    assert desk.accounts() == []


async def test_an_identity_without_a_customer_is_taken_up_with_its_password(desk: Desk) -> None:
    desk.store.identities[EMAIL] = Identity(PASSWORD)
    await desk.register()
    assert desk.steps == ALL
    assert desk.accounts() == [ANNA]


async def test_who_is_registered_already_is_proven_and_not_made_again(desk: Desk) -> None:
    anna = await desk.register()
    desk.steps.clear()
    assert await desk.register() == anna
    assert desk.steps == [Step.IDENTITY, Step.SIGN_IN]
    assert desk.accounts() == [ANNA]


async def test_an_email_that_signs_in_somebody_with_another_one_is_no_success(desk: Desk) -> None:
    await desk.register()
    anna = next(iter(desk.store.people.values()))
    desk.store.people[anna.id] = anna.model_copy(update={"email": "new@nordlicht.example"})
    failed = await desk.fails()
    assert (failed.step, type(failed.cause)) == (Step.SIGN_IN, EmailTaken)


async def test_an_email_that_shows_somebody_else_of_the_same_email_is_no_success(
    desk: Desk,
) -> None:
    anna = await desk.register()
    desk.store.people[anna.id] = anna.model_copy(update={"id": "cus_9"})
    failed = await desk.fails()
    assert (failed.step, type(failed.cause)) == (Step.SIGN_IN, EmailTaken)


async def test_an_account_of_another_identity_has_the_email(desk: Desk) -> None:
    desk.store.people["cus_9"] = person(9, email=EMAIL, has_account=True)
    failed = await desk.fails()
    assert (failed.step, type(failed.cause), failed.customer) == (Step.CUSTOMER, EmailTaken, None)
    assert len(desk.store.people) == 1


@pytest.mark.parametrize("lost", [False, True])
@pytest.mark.parametrize("more", [MfaRequired(), VerificationRequired(), ProviderRequired()])
async def test_an_identity_that_asks_for_more_is_not_called_another_persons(
    more: ConsoleError, lost: bool, desk: Desk
) -> None:
    if lost:
        desk.store.lose("register_identity", Loss.AFTER)
    else:
        desk.store.identities[EMAIL] = Identity(PASSWORD)
    desk.store.fail("sign_in", more)
    failed = await desk.fails()
    assert (failed.step, failed.cause) == (Step.IDENTITY, more)


async def test_whose_the_email_is_stays_open_when_nobody_could_look(desk: Desk) -> None:
    desk.store.identities[EMAIL] = Identity(PASSWORD)
    desk.store.fail("sign_in", LOST)
    failed = await desk.fails()
    assert (failed.step, failed.cause) == (Step.IDENTITY, LOST)
    await desk.register()
    assert desk.accounts() == [ANNA]


# At a store of the documented kind


async def test_documented_who_is_registered_already_is_proven_and_not_made_again(
    desk: Desk,
) -> None:
    desk.store.documented = True
    anna = await desk.register()
    assert await desk.register() == anna
    assert desk.accounts() == [ANNA]


async def test_documented_an_email_with_another_password_is_taken(desk: Desk) -> None:
    desk.store.documented = True
    await desk.register(OTHER)
    failed = await desk.fails()
    assert (failed.step, type(failed.cause)) == (Step.CUSTOMER, EmailTaken)


@pytest.mark.parametrize("documented", [False, True])
async def test_who_was_there_before_is_called_found_and_who_was_made_is_not(
    documented: bool, desk: Desk
) -> None:
    desk.store.documented = documented
    made = await desk.outcome()
    again = await desk.outcome(details=replace(ANNA, first_name="Anne"))
    assert (made.found, again.found) == (False, True)
    assert again.customer == made.customer, "nothing of them was changed"


@pytest.mark.parametrize("documented", [False, True])
async def test_who_was_made_and_found_by_signing_in_was_not_there_before(
    documented: bool, desk: Desk
) -> None:
    desk.store.documented = documented
    desk.store.lose("register_at_once" if documented else "create_customer", Loss.AFTER)
    assert not (await desk.outcome()).found


@pytest.mark.parametrize("documented", [False, True])
async def test_a_lost_answer_after_the_customer_was_made_is_settled_by_signing_in(
    documented: bool, desk: Desk
) -> None:
    desk.store.documented = documented
    desk.store.lose("register_at_once" if documented else "create_customer", Loss.AFTER)
    anna = await desk.register()
    assert CustomerDetails.of(anna) == ANNA
    assert desk.steps == ALL
    assert desk.accounts() == [ANNA]


# Lost answers


async def test_a_lost_answer_after_the_identity_was_made_is_taken_up_at_once(desk: Desk) -> None:
    desk.store.lose("register_identity", Loss.AFTER)
    await desk.register()
    assert desk.steps == ALL
    assert desk.accounts() == [ANNA]


@pytest.mark.parametrize(
    ("call", "step"),
    [("register_identity", Step.IDENTITY), ("create_customer", Step.CUSTOMER)],
)
async def test_what_did_not_happen_is_called_open_and_happens_at_the_next_try(
    call: str, step: Step, desk: Desk
) -> None:
    desk.store.lose(call, Loss.BEFORE)
    failed = await desk.fails()
    assert (failed.step, type(failed.cause), failed.customer) == (step, OutcomeUnknown, None)
    await desk.register()
    assert desk.accounts() == [ANNA]


@pytest.mark.parametrize(
    ("call", "step"),
    [("register_identity", Step.IDENTITY), ("create_customer", Step.CUSTOMER)],
)
async def test_what_happened_while_nobody_could_look_is_taken_up_at_the_next_try(
    call: str, step: Step, desk: Desk
) -> None:
    desk.store.lose(call, Loss.AFTER)
    desk.store.fail("sign_in", LOST)
    failed = await desk.fails()
    assert (failed.step, type(failed.cause)) == (step, OutcomeUnknown)
    await desk.register()
    assert desk.accounts() == [ANNA]


async def test_what_the_server_did_late_is_taken_up(desk: Desk) -> None:
    """The second try signs in before, and creates after, the server did what the first asked."""
    desk.store.lose("create_customer", Loss.BEFORE)
    await desk.fails()
    late = person(7, has_account=True, email=EMAIL)

    async def server_catches_up() -> None:
        if desk.store.calls[-1] == "sign_in":
            desk.store.people[late.id] = late
            desk.store.identities[EMAIL].customer_id = late.id

    desk.store.before_answer = server_catches_up
    assert await desk.outcome() == Registration(late, found=True)
    assert desk.store.calls.count("create_customer") == 2
    assert len(desk.store.people) == 1


async def test_a_proof_without_an_answer_tells_who_is_there_and_the_next_try_proves_it(
    desk: Desk,
) -> None:
    desk.store.fail("me", LOST)
    failed = await desk.fails()
    assert (failed.step, failed.cause) == (Step.SIGN_IN, LOST)
    assert failed.customer == next(iter(desk.store.people.values()))
    assert await desk.register() == failed.customer


# Refusals


@pytest.mark.parametrize(
    ("call", "step"),
    [
        ("register_identity", Step.IDENTITY),
        ("create_customer", Step.CUSTOMER),
        ("sign_in", Step.SIGN_IN),
        ("me", Step.SIGN_IN),
    ],
)
@pytest.mark.parametrize("error", [BROKEN, Invalid("Invalid email address"), KeyRefused()])
async def test_a_failure_names_its_step_and_cause_and_the_next_try_goes_on(
    call: str, step: Step, error: ConsoleError, desk: Desk
) -> None:
    desk.store.fail(call, error)
    failed = await desk.fails()
    assert (failed.step, failed.cause) == (step, error)
    assert (failed.customer is not None) is (step is Step.SIGN_IN)
    assert desk.steps == ALL[: ALL.index(step) + 1]
    await desk.register()
    assert desk.accounts() == [ANNA]


async def test_a_key_the_store_does_not_accept_stops_before_the_customer(desk: Desk) -> None:
    revoked = KEY.model_copy(update={"token": SecretStr("pk_" + "8" * 64)})
    failed = await desk.fails(key=revoked)
    assert (failed.step, type(failed.cause)) == (Step.CUSTOMER, KeyRefused)
    await desk.register()
    assert desk.accounts() == [ANNA]


async def test_without_a_token_a_key_is_not_even_tried(desk: Desk) -> None:
    failed = await desk.fails(key=KEY.model_copy(update={"token": None}))
    assert (failed.step, type(failed.cause)) == (Step.CUSTOMER, KeyRefused)
    assert desk.store.calls == []


async def test_an_identity_whose_customer_was_deleted_meanwhile_is_no_success(desk: Desk) -> None:
    await desk.register()
    desk.store.people.clear()
    failed = await desk.fails()
    assert (failed.step, type(failed.cause)) == (Step.SIGN_IN, NotFound)


async def test_a_sign_in_that_signs_nobody_in_is_no_success(desk: Desk) -> None:
    async def unlink() -> None:
        if desk.store.calls[-1] == "create_customer":
            desk.store.identities[EMAIL].customer_id = ""

    desk.store.before_answer = unlink
    failed = await desk.fails()
    assert (failed.step, type(failed.cause)) == (Step.SIGN_IN, NoCustomer)
    assert failed.customer is not None


async def test_a_proof_that_shows_a_guest_is_no_success(desk: Desk) -> None:
    await desk.register()
    anna = next(iter(desk.store.people.values()))
    desk.store.people[anna.id] = anna.model_copy(update={"has_account": False})
    failed = await desk.fails()
    assert (failed.step, type(failed.cause)) == (Step.SIGN_IN, NoCustomer)


async def test_no_failure_tells_email_password_or_token(desk: Desk) -> None:
    desk.store.fail("me", LOST)
    failed = await desk.fails()
    told = f"{failed} {failed!r} {failed.args} {failed.cause} {failed.cause!r}"
    for secret in (EMAIL, PASSWORD.get_secret_value(), PK):
        assert secret not in told


# Ten clicks, and people who do not wait


async def test_ten_clicks_register_one_customer(desk: Desk) -> None:
    made = await asyncio.gather(*(desk.register(details=replace(ANNA)) for _ in range(10)))
    assert len({customer.id for customer in made}) == 1
    assert desk.store.calls == THREE_STEPS
    assert desk.steps == ALL


@pytest.mark.parametrize("begun", [False, True])
async def test_another_password_for_the_same_email_does_not_join_what_runs(
    begun: bool, desk: Desk
) -> None:
    answer = asyncio.Event()
    desk.store.before_answer = answer.wait
    first = asyncio.create_task(desk.register())
    await until(lambda: desk.store.calls if begun else desk.writes.busy)
    failed = await desk.fails(OTHER)
    assert (failed.step, type(failed.cause)) == (Step.IDENTITY, Conflict)
    answer.set()
    await first
    assert desk.store.calls == THREE_STEPS
    assert type((await desk.fails(OTHER)).cause) is EmailTaken


async def test_somebody_else_is_registered_at_the_same_time(desk: Desk) -> None:
    jo = replace(ANNA, email="jo@nordlicht.example")
    await asyncio.gather(desk.register(), desk.register(OTHER, jo))
    assert desk.accounts() == [ANNA, jo]


async def test_a_registration_goes_on_when_nobody_waits_and_tells_nobody(desk: Desk) -> None:
    answer = asyncio.Event()
    desk.store.before_answer = answer.wait
    registered: list[str] = []
    desk.service.registered.subscribe(lambda customer: registered.append(customer.id))
    waiting = asyncio.create_task(desk.register())
    await until(lambda: desk.store.calls)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    answer.set()
    assert await desk.writes.settle(60)
    assert desk.store.calls == THREE_STEPS
    assert desk.accounts() == [ANNA]
    assert desk.steps == [Step.IDENTITY]
    assert registered == list(desk.store.people)


async def test_after_a_failure_another_password_may_be_tried(desk: Desk) -> None:
    desk.store.identities[EMAIL] = Identity(OTHER)
    await desk.fails()
    await desk.register(OTHER)
    assert desk.accounts() == [ANNA]


# Checking a sign-in


async def test_a_customer_can_sign_in_with_their_password_and_no_other(desk: Desk) -> None:
    anna = await desk.register()
    assert await desk.service.check(anna, PASSWORD) is SignInCheck.YES
    assert await desk.service.check(anna, OTHER) is SignInCheck.REFUSED


async def test_a_sign_in_may_lead_to_somebody_else_or_to_nobody(desk: Desk) -> None:
    anna = await desk.register()
    desk.store.identities[EMAIL].customer_id = "cus_9"
    assert await desk.service.check(anna, PASSWORD) is SignInCheck.SOMEBODY_ELSE
    desk.store.identities[EMAIL].customer_id = ""
    assert await desk.service.check(anna, PASSWORD) is SignInCheck.NO_CUSTOMER


@pytest.mark.parametrize("more", [MfaRequired(), VerificationRequired(), ProviderRequired()])
async def test_a_right_password_that_is_not_enough_is_told_from_a_wrong_one(
    more: ConsoleError, desk: Desk
) -> None:
    anna = await desk.register()
    desk.store.fail("sign_in", more)
    assert await desk.service.check(anna, PASSWORD) is SignInCheck.MORE_NEEDED


@pytest.mark.parametrize("error", [LOST, BROKEN, Forbidden()])
async def test_a_check_without_an_answer_says_neither_yes_nor_no(
    error: ConsoleError, desk: Desk
) -> None:
    anna = await desk.register()
    desk.store.fail("sign_in", error)
    with pytest.raises(type(error)):
        await desk.service.check(anna, PASSWORD)


@pytest.mark.parametrize(
    "who", [person(1, email=EMAIL), person(2, has_account=True), person(3)], ids=lambda one: one.id
)
async def test_who_has_no_account_or_no_email_is_not_tried(who: Customer, desk: Desk) -> None:
    with pytest.raises(Invalid):
        await desk.service.check(who, PASSWORD)
    assert desk.store.calls == []


async def test_the_living_publishable_keys_come_oldest_first(desk: Desk, keys: MemoryKeys) -> None:
    assert await desk.service.publishable_keys() == (KEY,)
    [(query, offset, limit)] = keys.asked
    assert (query.type, query.state) == (KeyType.PUBLISHABLE, StateFilter.WORKING)
    assert (query.sort, query.descending) == (KeySort.CREATED, False)
    assert (offset, limit) == (0, 50)


async def test_a_wrong_password_right_after_registering_is_told(desk: Desk) -> None:
    desk.store.fail("sign_in", WrongPassword(status=401))
    failed = await desk.fails()
    assert (failed.step, type(failed.cause)) == (Step.SIGN_IN, WrongPassword)


async def test_an_account_whose_sign_in_has_another_email_gets_no_second_sign_in(
    desk: Desk, store: MemoryStorefront
) -> None:
    """An admin changed their email to this one: a new identity would keep it for good."""
    anna = person(7, email=ANNA.email, has_account=True)
    desk.records.people[anna.id] = anna
    failure = await desk.fails()
    assert failure.step is Step.IDENTITY
    assert isinstance(failure.cause, EmailTaken)
    assert store.identities == {}


async def test_who_may_not_see_customers_may_still_register_them(desk: Desk) -> None:
    desk.records.failing = Forbidden(required=("customer:read",))
    assert (await desk.register()).email == ANNA.email

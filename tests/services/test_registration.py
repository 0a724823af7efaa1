"""Registering customers on a network that loses answers, and proving that they can sign in."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import SecretStr

from medusa_console.demo.tokens import hash_password
from medusa_console.domain.api_key import ApiKey, KeyType
from medusa_console.domain.customer import Customer, CustomerDetails
from medusa_console.domain.errors import (
    Conflict,
    ConsoleError,
    EmailTaken,
    Forbidden,
    Intercepted,
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
from medusa_console.domain.query import KeyQuery, StateFilter
from medusa_console.services.registration import (
    Registration,
    RegistrationFailed,
    SignInCheck,
    Step,
)
from medusa_console.services.session import SignedIn
from tests.demo.documented import speak_as_documented
from tests.faults.medusa import mfa_login
from tests.services.shop import CUSTOMERS, OPENED, Shop, forbidden, open_shop, person, then
from tests.ui.wiretap import Behaviour, Wiretap, answer, broken, held, lost, unknown_route
from tests.waiting import until

EMAIL = "anna@nordlicht.example"
PASSWORD = SecretStr("correct-horse-battery")
OTHER = SecretStr("another-horse")
ANNA = CustomerDetails(email=EMAIL, first_name="Anna", last_name="Berg")
ALL = [Step.IDENTITY, Step.CUSTOMER, Step.SIGN_IN]

REGISTER = ("POST", "/auth/customer/emailpass/register")
CREATE = ("POST", "/store/customers")
SIGN_IN = ("POST", "/auth/customer/emailpass")
ME = ("GET", "/store/customers/me")
THREE_STEPS = [REGISTER, CREATE, SIGN_IN, ME]

invalid = answer(400, {"type": "invalid_data", "message": "Invalid email address"})
refused_key = answer(400, {"type": "not_allowed", "message": "A valid publishable key is required"})
MORE: list[tuple[Behaviour, type[ConsoleError]]] = [
    (answer(200, mfa_login()), MfaRequired),
    (answer(200, {"verification_required": True, "token": "x"}), VerificationRequired),
    (answer(200, {"location": "https://login.example"}), ProviderRequired),
]


class Desk:
    """The service at the demo store, the key that it uses, and the steps it has told of."""

    def __init__(self, shop: Shop, key: ApiKey) -> None:
        self.shop = shop
        self.key = key
        self.service = shop.services.registration
        self.steps: list[Step] = []

    @property
    def calls(self) -> list[tuple[str, str]]:
        """What a customer's own browser would have called."""
        asked = [(one.method, one.path) for one in self.shop.tap.requests]
        return [call for call in asked if call in THREE_STEPS]

    def next(self, call: tuple[str, str], behaviour: Behaviour) -> None:
        """What becomes of the next request of this kind."""
        self.shop.tap.on(*call, behaviour, once=True)

    def blind(self) -> None:
        """The admin may not see customers."""
        self.shop.tap.on("GET", CUSTOMERS, forbidden)

    def identify(self, password: SecretStr) -> None:
        """Somebody has an identity with the email, and no customer."""
        self.shop.run("insert into identities (id, email, password) values ('authid_1', ?, ?)",
                      EMAIL, hash_password(password.get_secret_value()))  # fmt: skip

    def belong(self, customer_id: str | None) -> None:
        """The identity is that customer's now."""
        self.shop.run("update identities set customer_id = ? where email = ?", customer_id, EMAIL)

    async def register(
        self,
        password: SecretStr = PASSWORD,
        details: CustomerDetails = ANNA,
        key: ApiKey | None = None,
    ) -> Customer:
        return (await self.outcome(password, details, key)).customer

    async def outcome(
        self,
        password: SecretStr = PASSWORD,
        details: CustomerDetails = ANNA,
        key: ApiKey | None = None,
    ) -> Registration:
        return await self.service.register(
            details, password, key or self.key, entering=self.steps.append
        )

    async def fails(
        self,
        password: SecretStr = PASSWORD,
        details: CustomerDetails = ANNA,
        key: ApiKey | None = None,
    ) -> RegistrationFailed:
        with pytest.raises(RegistrationFailed) as caught:
            await self.register(password, details, key)
        return caught.value

    def accounts(self) -> list[CustomerDetails]:
        people = [one for one in self.shop.people() if one["has_account"]]
        return sorted(
            (CustomerDetails(one["email"], one["first_name"], one["last_name"]) for one in people),
            key=lambda one: one.email,
        )


async def at_desk(shop: Shop) -> Desk:
    key = (await shop.services.registration.publishable_keys())[0]
    shop.tap.requests.clear()
    return Desk(shop, key)


@pytest.fixture
async def desk(shop: Shop) -> Desk:
    return await at_desk(shop)


@pytest.fixture
async def documented(
    tmp_path: Path, seeded: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Desk]:
    """At a store of the documented kind."""
    speak_as_documented(monkeypatch)
    async with open_shop(tmp_path, seeded, Wiretap(monkeypatch)) as shop:
        yield await at_desk(shop)


@pytest.fixture(params=["desk", "documented"])
def either(request: pytest.FixtureRequest) -> Desk:
    """At a store of either kind."""
    desk: Desk = request.getfixturevalue(request.param)
    return desk


@pytest.fixture(autouse=True)
def nothing_is_told(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """No test may find an email, a password or a token in the log."""
    caplog.set_level(logging.DEBUG, "medusa_console")
    yield
    for secret in (EMAIL, PASSWORD.get_secret_value(), OTHER.get_secret_value(), "pk_"):
        assert secret not in caplog.text


async def test_a_customer_is_registered_in_three_steps_and_has_signed_in(desk: Desk) -> None:
    anna = await desk.register()
    assert CustomerDetails.of(anna) == ANNA
    assert anna.has_account
    assert desk.steps == ALL
    assert desk.calls == THREE_STEPS
    assert desk.accounts() == [ANNA]


async def test_the_admins_session_is_no_part_of_what_a_customers_browser_would_send(
    either: Desk,
) -> None:
    state = either.shop.services.session.state
    assert isinstance(state, SignedIn)
    admin = state.session.token.get_secret_value()
    anna = await either.register()
    await either.service.check(anna, PASSWORD)
    sent = either.shop.tap.requests
    assert set(THREE_STEPS) <= {(one.method, one.path) for one in sent}
    for one in sent:
        assert (admin in one.authorization) is one.path.startswith("/admin/"), one


async def test_a_store_of_the_documented_kind_is_asked_once(documented: Desk) -> None:
    anna = await documented.register()
    assert CustomerDetails.of(anna) == ANNA
    assert documented.steps == ALL
    assert documented.calls == THREE_STEPS
    [create] = documented.shop.tap.asked(*CREATE)
    assert b"password" in create.body


async def test_a_guest_of_the_same_email_becomes_a_second_customer(desk: Desk) -> None:
    desk.shop.add(person(9, email=EMAIL))
    anna = await desk.register()
    assert anna.id != "cus_9"
    assert len(desk.shop.people()) == 2


async def test_a_store_of_the_documented_kind_is_known_to_take_two_steps(
    documented: Desk,
) -> None:
    assert documented.service.steps == tuple(ALL)
    await documented.register()
    assert documented.service.steps == (Step.CUSTOMER, Step.SIGN_IN)
    documented.steps.clear()
    await documented.register(details=replace(ANNA, email="jo@nordlicht.example"))
    assert documented.steps == [Step.CUSTOMER, Step.SIGN_IN]


async def test_a_store_that_has_become_a_medusa_takes_three_steps_again(desk: Desk) -> None:
    desk.next(REGISTER, unknown_route)
    await desk.fails()
    assert desk.service.steps == (Step.CUSTOMER, Step.SIGN_IN)
    await desk.register()
    assert desk.service.steps == tuple(ALL)


# What is there already


async def test_an_email_that_signs_in_with_another_password_is_taken(desk: Desk) -> None:
    desk.identify(OTHER)
    failed = await desk.fails()
    assert (failed.step, type(failed.cause), failed.customer) == (Step.IDENTITY, EmailTaken, None)
    assert desk.accounts() == []


async def test_an_identity_without_a_customer_is_taken_up_with_its_password(desk: Desk) -> None:
    desk.identify(PASSWORD)
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
    desk.shop.run("update customers set email = 'new@nordlicht.example'")
    failed = await desk.fails()
    assert (failed.step, type(failed.cause)) == (Step.SIGN_IN, EmailTaken)


async def test_an_email_that_shows_somebody_else_of_the_same_email_is_no_success(
    desk: Desk,
) -> None:
    await desk.register()
    other = {"id": "cus_9", "email": EMAIL, "has_account": True}
    desk.next(ME, answer(200, {"customer": {**other, "created_at": OPENED.isoformat()}}))
    failed = await desk.fails()
    assert (failed.step, type(failed.cause)) == (Step.SIGN_IN, EmailTaken)


async def test_an_account_of_another_identity_has_the_email(desk: Desk) -> None:
    desk.blind()
    desk.shop.add(person(9, email=EMAIL, has_account=True))
    failed = await desk.fails()
    assert (failed.step, type(failed.cause), failed.customer) == (Step.CUSTOMER, EmailTaken, None)
    assert len(desk.shop.people()) == 1


@pytest.mark.parametrize("unanswered", [False, True])
@pytest.mark.parametrize(("more", "error"), MORE)
async def test_an_identity_that_asks_for_more_is_not_called_another_persons(
    more: Behaviour, error: type[ConsoleError], unanswered: bool, desk: Desk
) -> None:
    if unanswered:
        desk.next(REGISTER, lost)
    else:
        desk.shop.add(person(9, email="jo@nordlicht.example", has_account=True))
        desk.identify(PASSWORD)
        desk.belong("cus_9")
    desk.next(SIGN_IN, more)
    failed = await desk.fails()
    assert (failed.step, type(failed.cause)) == (Step.IDENTITY, error)


async def test_whose_the_email_is_stays_open_when_nobody_could_look(desk: Desk) -> None:
    anna = await desk.register()
    desk.blind()
    desk.next(SIGN_IN, broken)
    failed = await desk.fails()
    assert (failed.step, type(failed.cause)) == (Step.IDENTITY, ServerFault)
    assert await desk.register() == anna


# At a store of the documented kind


async def test_documented_who_is_registered_already_is_proven_and_not_made_again(
    documented: Desk,
) -> None:
    anna = await documented.register()
    documented.blind()
    assert await documented.register() == anna
    assert documented.accounts() == [ANNA]


async def test_documented_an_email_with_another_password_is_taken(documented: Desk) -> None:
    await documented.register(OTHER)
    documented.blind()
    failed = await documented.fails()
    assert (failed.step, type(failed.cause)) == (Step.CUSTOMER, EmailTaken)


@pytest.mark.parametrize("blind", [False, True])
async def test_who_was_there_before_is_called_found_and_who_was_made_is_not(
    blind: bool, either: Desk
) -> None:
    if blind:
        either.blind()
    made = await either.outcome()
    again = await either.outcome(details=replace(ANNA, first_name="Anne"))
    assert (made.found, again.found) == (False, True)
    assert again.customer == made.customer, "nothing of them was changed"


async def test_who_was_made_and_found_by_signing_in_was_not_there_before(either: Desk) -> None:
    either.next(CREATE, lost)
    assert not (await either.outcome()).found


async def test_a_lost_answer_after_the_customer_was_made_is_settled_by_signing_in(
    either: Desk,
) -> None:
    either.next(CREATE, lost)
    anna = await either.register()
    assert CustomerDetails.of(anna) == ANNA
    assert either.steps == ALL
    assert either.accounts() == [ANNA]


# Lost answers


async def test_a_lost_answer_after_the_identity_was_made_is_taken_up_at_once(desk: Desk) -> None:
    desk.next(REGISTER, lost)
    await desk.register()
    assert desk.steps == ALL
    assert desk.accounts() == [ANNA]


@pytest.mark.parametrize(
    ("call", "step"),
    [(REGISTER, Step.IDENTITY), (CREATE, Step.CUSTOMER)],
)
async def test_what_did_not_happen_is_called_open_and_happens_at_the_next_try(
    call: tuple[str, str], step: Step, desk: Desk
) -> None:
    desk.next(call, broken)
    failed = await desk.fails()
    assert (failed.step, type(failed.cause), failed.customer) == (step, OutcomeUnknown, None)
    await desk.register()
    assert desk.accounts() == [ANNA]


@pytest.mark.parametrize(
    ("call", "step"),
    [(REGISTER, Step.IDENTITY), (CREATE, Step.CUSTOMER)],
)
async def test_what_happened_while_nobody_could_look_is_taken_up_at_the_next_try(
    call: tuple[str, str], step: Step, desk: Desk
) -> None:
    desk.next(call, lost)
    desk.next(SIGN_IN, broken)
    failed = await desk.fails()
    assert (failed.step, type(failed.cause)) == (step, OutcomeUnknown)
    await desk.register()
    assert desk.accounts() == [ANNA]


async def test_what_the_server_did_late_is_taken_up(desk: Desk) -> None:
    """The second try finds no account before, and creates one after, the server did what the first
    asked."""
    desk.next(CREATE, broken)
    await desk.fails()

    def server_catches_up() -> None:
        desk.shop.add(person(7, has_account=True, email=EMAIL))
        desk.belong("cus_7")

    desk.next(REGISTER, then(server_catches_up))
    outcome = await desk.outcome()
    assert (outcome.customer.id, outcome.found) == ("cus_7", True)
    assert desk.calls.count(CREATE) == 2
    assert len(desk.shop.people()) == 1


async def test_a_proof_without_an_answer_tells_who_is_there_and_the_next_try_proves_it(
    desk: Desk,
) -> None:
    desk.next(ME, broken)
    failed = await desk.fails()
    assert (failed.step, type(failed.cause)) == (Step.SIGN_IN, ServerFault)
    assert failed.customer is not None
    assert [failed.customer.id] == [one["id"] for one in desk.shop.people()]
    assert await desk.register() == failed.customer


# Refusals


@pytest.mark.parametrize(
    ("call", "step", "behaviour", "cause"),
    [
        (REGISTER, Step.IDENTITY, broken, OutcomeUnknown),
        (REGISTER, Step.IDENTITY, invalid, Invalid),
        (CREATE, Step.CUSTOMER, broken, OutcomeUnknown),
        (CREATE, Step.CUSTOMER, invalid, Invalid),
        (CREATE, Step.CUSTOMER, refused_key, KeyRefused),
        (SIGN_IN, Step.SIGN_IN, broken, ServerFault),
        (SIGN_IN, Step.SIGN_IN, invalid, Invalid),
        (ME, Step.SIGN_IN, broken, ServerFault),
        (ME, Step.SIGN_IN, invalid, Invalid),
        (ME, Step.SIGN_IN, refused_key, KeyRefused),
    ],
)
async def test_a_failure_names_its_step_and_cause_and_the_next_try_goes_on(
    call: tuple[str, str],
    step: Step,
    behaviour: Behaviour,
    cause: type[ConsoleError],
    desk: Desk,
) -> None:
    desk.next(call, behaviour)
    failed = await desk.fails()
    assert (failed.step, type(failed.cause)) == (step, cause)
    assert (failed.customer is not None) is (step is Step.SIGN_IN)
    assert desk.steps == ALL[: ALL.index(step) + 1]
    await desk.register()
    assert desk.accounts() == [ANNA]


async def test_a_key_the_store_does_not_accept_stops_before_the_customer(desk: Desk) -> None:
    revoked = desk.key.model_copy(update={"token": SecretStr("pk_" + "8" * 64)})
    failed = await desk.fails(key=revoked)
    assert (failed.step, type(failed.cause)) == (Step.CUSTOMER, KeyRefused)
    await desk.register()
    assert desk.accounts() == [ANNA]


async def test_without_a_token_a_key_is_not_even_tried(desk: Desk) -> None:
    failed = await desk.fails(key=desk.key.model_copy(update={"token": None}))
    assert (failed.step, type(failed.cause)) == (Step.CUSTOMER, KeyRefused)
    assert desk.calls == []


async def test_an_identity_whose_customer_was_deleted_meanwhile_is_no_success(desk: Desk) -> None:
    await desk.register()
    desk.shop.run("delete from customers")
    failed = await desk.fails()
    assert (failed.step, type(failed.cause)) == (Step.SIGN_IN, NotFound)


async def test_a_sign_in_that_signs_nobody_in_is_no_success(desk: Desk) -> None:
    desk.next(CREATE, then(lambda: desk.belong(None)))
    failed = await desk.fails()
    assert (failed.step, type(failed.cause)) == (Step.SIGN_IN, NoCustomer)
    assert failed.customer is not None


async def test_a_proof_that_shows_a_guest_is_no_success(desk: Desk) -> None:
    await desk.register()
    desk.shop.run("update customers set has_account = 0")
    failed = await desk.fails()
    assert (failed.step, type(failed.cause)) == (Step.SIGN_IN, NoCustomer)


async def test_no_failure_tells_email_password_or_token(desk: Desk) -> None:
    desk.next(ME, broken)
    failed = await desk.fails()
    told = f"{failed} {failed!r} {failed.args} {failed.cause} {failed.cause!r}"
    for secret in (EMAIL, PASSWORD.get_secret_value(), "pk_"):
        assert secret not in told


# Ten clicks, and people who do not wait


async def test_ten_clicks_register_one_customer(desk: Desk) -> None:
    made = await asyncio.gather(*(desk.register(details=replace(ANNA)) for _ in range(10)))
    assert len({customer.id for customer in made}) == 1
    assert desk.calls == THREE_STEPS
    assert desk.steps == ALL


@pytest.mark.parametrize("begun", [False, True])
async def test_another_password_for_the_same_email_does_not_join_what_runs(
    begun: bool, desk: Desk
) -> None:
    answers = asyncio.Event()
    desk.shop.tap.on(*REGISTER, held(answers))
    first = asyncio.create_task(desk.register())
    await until(lambda: desk.calls if begun else desk.shop.services.writes.busy)
    failed = await desk.fails(OTHER)
    assert (failed.step, type(failed.cause)) == (Step.IDENTITY, Conflict)
    answers.set()
    await first
    assert desk.calls == THREE_STEPS
    assert type((await desk.fails(OTHER)).cause) is EmailTaken


async def test_somebody_else_is_registered_at_the_same_time(desk: Desk) -> None:
    jo = replace(ANNA, email="jo@nordlicht.example")
    await asyncio.gather(desk.register(), desk.register(OTHER, jo))
    assert desk.accounts() == [ANNA, jo]


async def test_a_registration_goes_on_when_nobody_waits_and_tells_nobody(desk: Desk) -> None:
    answers = asyncio.Event()
    desk.shop.tap.on(*REGISTER, held(answers))
    registered: list[str] = []
    desk.service.registered.subscribe(lambda customer: registered.append(customer.id))
    waiting = asyncio.create_task(desk.register())
    await until(lambda: desk.calls)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    answers.set()
    assert await desk.shop.services.writes.settle(60)
    assert desk.calls == THREE_STEPS
    assert desk.accounts() == [ANNA]
    assert desk.steps == [Step.IDENTITY]
    assert registered == [one["id"] for one in desk.shop.people()]


async def test_after_a_failure_another_password_may_be_tried(desk: Desk) -> None:
    desk.identify(OTHER)
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
    desk.belong("cus_9")
    assert await desk.service.check(anna, PASSWORD) is SignInCheck.SOMEBODY_ELSE
    desk.belong(None)
    assert await desk.service.check(anna, PASSWORD) is SignInCheck.NO_CUSTOMER


@pytest.mark.parametrize("more", [more for more, _error in MORE])
async def test_a_right_password_that_is_not_enough_is_told_from_a_wrong_one(
    more: Behaviour, desk: Desk
) -> None:
    anna = await desk.register()
    desk.next(SIGN_IN, more)
    assert await desk.service.check(anna, PASSWORD) is SignInCheck.MORE_NEEDED


@pytest.mark.parametrize(
    ("behaviour", "error"),
    [(broken, ServerFault), (forbidden, Forbidden), (answer(429, {}), Intercepted)],
)
async def test_a_check_without_an_answer_says_neither_yes_nor_no(
    behaviour: Behaviour, error: type[ConsoleError], desk: Desk
) -> None:
    anna = await desk.register()
    desk.next(SIGN_IN, behaviour)
    with pytest.raises(error):
        await desk.service.check(anna, PASSWORD)


HASHED = f"{'3f78' * 10}@mail.example"


async def test_a_check_sends_the_customers_own_email_or_nothing(desk: Desk) -> None:
    await desk.service.check(person(1, email=HASHED, has_account=True), PASSWORD)
    (sent,) = (one.body for one in desk.shop.tap.requests if HASHED.encode() in one.body)
    assert PASSWORD.get_secret_value().encode() in sent
    before = len(desk.calls)
    masked = person(2, email=f"sk_{'3f78' * 16}@mail.example", has_account=True)
    assert masked.email is not None
    assert "3f783f78" not in masked.email
    with pytest.raises(Invalid):
        await desk.service.check(masked, PASSWORD)
    assert len(desk.calls) == before


@pytest.mark.parametrize(
    "who", [person(1, email=EMAIL), person(2, has_account=True), person(3)], ids=lambda one: one.id
)
async def test_who_has_no_account_or_no_email_is_not_tried(who: Customer, desk: Desk) -> None:
    with pytest.raises(Invalid):
        await desk.service.check(who, PASSWORD)
    assert desk.calls == []


async def test_the_living_publishable_keys_come_oldest_first(desk: Desk) -> None:
    keys = await desk.service.publishable_keys()
    query = KeyQuery(type=KeyType.PUBLISHABLE, state=StateFilter.WORKING)
    page = await desk.shop.services.keys.find(query, 0, 100)
    assert keys == page.rows[::-1]
    assert len(keys) > 1
    asked = desk.shop.tap.asked("GET", "/admin/api-keys")[0].parameters
    assert (asked["offset"], asked["limit"]) == ("0", "50")


async def test_a_wrong_password_right_after_registering_is_told(desk: Desk) -> None:
    desk.next(
        SIGN_IN, answer(401, {"type": "unauthorized", "message": "Invalid email or password"})
    )
    failed = await desk.fails()
    assert (failed.step, type(failed.cause)) == (Step.SIGN_IN, WrongPassword)


async def test_an_account_whose_sign_in_has_another_email_gets_no_second_sign_in(
    desk: Desk,
) -> None:
    """An admin changed their email to this one: a new identity would keep it for good."""
    desk.shop.add(person(7, email=EMAIL, has_account=True))
    failure = await desk.fails()
    assert failure.step is Step.IDENTITY
    assert isinstance(failure.cause, EmailTaken)
    assert REGISTER not in desk.calls


async def test_who_may_not_see_customers_may_still_register_them(desk: Desk) -> None:
    desk.blind()
    assert (await desk.register()).email == ANNA.email

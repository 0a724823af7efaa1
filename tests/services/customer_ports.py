"""Customers and a storefront in memory: they behave as a Medusa does, and fail on demand."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import Any, TypeVar

from pydantic import SecretStr

from medusa_console.domain.customer import Customer, CustomerDetails, CustomerGroup
from medusa_console.domain.errors import (
    ConsoleError,
    EmailTaken,
    Invalid,
    KeyRefused,
    NoAnswer,
    NoSuchRoute,
    NotFound,
    OutcomeUnknown,
    SignInNeeded,
    Unreachable,
    WrongPassword,
)
from medusa_console.domain.query import AccountFilter, AsOf, CustomerQuery, Page
from medusa_console.domain.session import CustomerToken

T = TypeVar("T")

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
LOST = Unreachable("shop.example", NoAnswer.DISCONNECTED, sent=True)


class MemoryCustomers:
    """Implements api.Customers over `people`, newest last, and writes down every question.

    While `failing` is an error, every call raises it; `lost` answers of writes are lost after the
    effect. `before_answer` is awaited by every call once the answer is made up.
    """

    def __init__(self, *people: Customer) -> None:
        self.people = {customer.id: customer for customer in people}
        self.known_groups: tuple[CustomerGroup, ...] = ()
        self.calls: list[tuple[str, object]] = []
        self.failing: ConsoleError | None = None
        self.lost = False
        self.before_answer: Callable[[], Awaitable[object]] | None = None

    def asked(self, name: str) -> list[object]:
        """What was asked by the calls of this name."""
        return [question for call, question in self.calls if call == name]

    async def find(self, query: CustomerQuery, *, offset: int, limit: int) -> Page[Customer]:
        return await self._found(query, False, offset, limit)

    async def with_email(self, query: CustomerQuery, *, offset: int, limit: int) -> Page[Customer]:
        return await self._found(query, True, offset, limit)

    async def _found(
        self, query: CustomerQuery, exact: bool, offset: int, limit: int
    ) -> Page[Customer]:
        self._asked("find", "exact" if exact else "parts")
        found = self._sorted(query, exact)
        return await self._told(
            Page(tuple(found[offset : offset + limit]), len(found), offset, NOW)
        )

    async def created_between(
        self,
        query: CustomerQuery,
        since: datetime,
        until: datetime | None,
        *,
        offset: int,
        limit: int,
    ) -> Page[Customer]:
        self._asked("born", (since, until, offset, limit))
        found = sorted(
            (
                one
                for one in self._sorted(query, exact=False)
                if since <= one.created_at and (until is None or one.created_at < until)
            ),
            key=lambda one: one.id,
        )
        return await self._told(
            Page(tuple(found[offset : offset + limit]), len(found), offset, NOW)
        )

    async def order(self, query: CustomerQuery) -> AsOf[tuple[str, ...]]:
        self._asked("order", query)
        found = self._sorted(query, exact=False)
        return await self._told(AsOf(tuple(customer.id for customer in found), NOW))

    async def by_ids(self, customer_ids: Sequence[str]) -> AsOf[tuple[Customer, ...]]:
        self._asked("by_ids", tuple(customer_ids))
        wanted = set(customer_ids)
        return await self._told(
            AsOf(tuple(one for one in self.people.values() if one.id in wanted), NOW)
        )

    async def by_emails(self, emails: Sequence[str]) -> tuple[Customer, ...]:
        self._asked("by_emails", tuple(emails))
        return await self._told(tuple(one for one in self.people.values() if one.email in emails))

    async def get(self, customer_id: str, *, whole: bool = True) -> AsOf[Customer]:
        self._asked("get", customer_id)
        customer = self._one(customer_id)
        if not whole:
            customer = customer.model_copy(update={"addresses": (), "metadata": None})
        return await self._told(AsOf(customer, NOW))

    async def groups(self) -> tuple[CustomerGroup, ...]:
        self._asked("groups", None)
        return await self._told(self.known_groups)

    async def create_guest(self, details: CustomerDetails) -> Customer:
        self._asked("create_guest", details)
        if any((one.email, one.has_account) == (details.email, False) for one in self._everybody):
            raise Invalid("already exists")
        customer = person(len(self.people) + 1, **_filled(details))
        self.people[customer.id] = customer
        return await self._told(customer, write=True)

    async def update(
        self, customer_id: str, before: CustomerDetails, after: CustomerDetails
    ) -> Customer:
        old = asdict(before)
        changes = {name: new for name, new in asdict(after).items() if new != old[name]}
        self._asked("update", changes)
        customer = self._one(customer_id).model_copy(update=changes)
        self.people[customer_id] = customer
        return await self._told(customer, write=True)

    async def delete(self, customer_id: str) -> None:
        self._asked("delete", customer_id)
        self.people.pop(customer_id, None)
        await self._told(None, write=True)

    @property
    def _everybody(self) -> tuple[Customer, ...]:
        return tuple(self.people.values())

    def _one(self, customer_id: str) -> Customer:
        if customer_id not in self.people:
            raise NotFound(status=404)
        return self.people[customer_id]

    def _sorted(self, query: CustomerQuery, exact: bool) -> list[Customer]:
        def fits(customer: Customer) -> bool:
            email = customer.email or ""
            if query.account is not AccountFilter.ALL:
                wanted = query.account is AccountFilter.ACCOUNT
                if customer.has_account is not wanted:
                    return False
            if exact:
                return email == query.text
            return query.text.lower() in f"{email} {customer.name}".lower()

        found = [customer for customer in self.people.values() if fits(customer)]
        # As in a Medusa, equal values come in another order with every question.
        turn = len(self.calls) % max(len(found), 1)
        return sorted(
            found[turn:] + found[:turn],
            key=lambda customer: str(getattr(customer, query.sort.value)),
            reverse=query.descending,
        )

    def _asked(self, name: str, question: object) -> None:
        self.calls.append((name, question))
        if self.failing is not None:
            raise self.failing

    async def _told(self, answer: T, *, write: bool = False) -> T:
        if self.before_answer is not None:
            await self.before_answer()
        if write and self.lost:
            raise OutcomeUnknown(LOST, at=NOW)
        return answer


class Loss(Enum):
    """How the answer to a request of the storefront is lost."""

    BEFORE = "before anything was done"
    AFTER = "after it was done"


@dataclass
class Identity:
    """An email that signs in with a password, and whose it is."""

    password: SecretStr
    customer_id: str = ""


class MemoryStorefront:
    """Implements api.Storefront as the contract's section 5.2 says, over `people`.

    `lose` loses the next answers to a call; `fail` makes the next ones fail with an error, before
    anything is done. With `documented` it is a store of the documented kind. A token is the email
    with the kind of the token before it.
    """

    def __init__(self, key: str, *people: Customer) -> None:
        self.key = key
        self.people = {customer.id: customer for customer in people}
        self.identities: dict[str, Identity] = {}
        self.calls: list[str] = []
        self.documented = False
        self.before_answer: Callable[[], Awaitable[object]] | None = None
        self._losses: dict[str, list[Loss]] = {}
        self._failures: dict[str, list[ConsoleError]] = {}

    def lose(self, call: str, *losses: Loss) -> None:
        """The next calls of this name lose their answers."""
        self._losses[call] = list(losses)

    def fail(self, call: str, *errors: ConsoleError) -> None:
        """The next calls of this name are answered with these errors."""
        self._failures[call] = list(errors)

    async def register_identity(self, email: str, password: SecretStr) -> SecretStr:
        async with self._call("register_identity"):
            if self.documented:
                raise NoSuchRoute("shop.example", "404")
            if email in self.identities:
                raise EmailTaken(status=401)
            self.identities[email] = Identity(password)
        return SecretStr(f"registration {email}")

    async def create_customer(
        self, registration: SecretStr, key: SecretStr, details: CustomerDetails
    ) -> Customer:
        async with self._call("create_customer"):
            self._check(key)
            kind, _, email = registration.get_secret_value().partition(" ")
            assert kind in {"registration", "session"}
            customer = self._add(details)
            self.identities[email].customer_id = customer.id
        return customer

    async def register_at_once(
        self, key: SecretStr, details: CustomerDetails, password: SecretStr
    ) -> Customer:
        async with self._call("register_at_once"):
            assert self.documented, "a Medusa answers 401 to this"
            if details.email in self.identities:
                raise EmailTaken(status=422)
            customer = self._add(details)
            self.identities[details.email] = Identity(password, customer.id)
        return customer

    async def sign_in(self, email: str, password: SecretStr) -> CustomerToken:
        async with self._call("sign_in"):
            identity = self.identities.get(email)
            if identity is None or identity.password != password:
                raise WrongPassword(status=401)
            return CustomerToken(SecretStr(f"session {email}"), identity.customer_id)

    async def me(self, token: SecretStr, key: SecretStr) -> Customer:
        async with self._call("me"):
            self._check(key)
            kind, _, email = token.get_secret_value().partition(" ")
            if kind != "session":
                raise SignInNeeded(status=401)
            customer = self.people.get(self.identities[email].customer_id)
            if customer is None:
                raise NotFound(status=404)
        return customer

    def _add(self, details: CustomerDetails) -> Customer:
        if any(
            (customer.email, customer.has_account) == (details.email, True)
            for customer in self.people.values()
        ):
            raise EmailTaken(status=422)
        customer = person(len(self.people) + 1, has_account=True, **_filled(details))
        self.people[customer.id] = customer
        return customer

    def _check(self, key: SecretStr) -> None:
        if not self.documented and key.get_secret_value() != self.key:
            raise KeyRefused(status=400)

    @asynccontextmanager
    async def _call(self, name: str) -> AsyncIterator[None]:
        """Around the effect of a call: what comes before it, and how its answer is lost."""
        self.calls.append(name)
        if self._failures.get(name):
            raise self._failures[name].pop(0)
        loss = self._losses[name].pop(0) if self._losses.get(name) else None
        if loss is Loss.BEFORE:
            raise OutcomeUnknown(LOST, at=NOW)
        yield
        if self.before_answer is not None:
            await self.before_answer()
        if loss is Loss.AFTER:
            raise OutcomeUnknown(LOST, at=NOW)


def person(number: int, **known: Any) -> Customer:
    """The customer `cus_<number>`, made `number` minutes after the store's opening."""
    born = NOW - timedelta(days=1) + timedelta(minutes=number)
    return Customer(id=f"cus_{number}", created_at=born, **known)


def _filled(details: CustomerDetails) -> dict[str, str]:
    return {name: value for name, value in asdict(details).items() if value}

"""/admin/customers and /admin/customer-groups. Source: contract, section 5.1."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import datetime
from urllib.parse import quote

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from medusa_console.api.client import AdminClient
from medusa_console.api.timestamps import created_between
from medusa_console.api.transport import Call, id_part, path
from medusa_console.domain import tokens
from medusa_console.domain.clock import ServerClock
from medusa_console.domain.customer import Customer, CustomerDetails, CustomerGroup
from medusa_console.domain.errors import NotMedusa, OutcomeUnknown
from medusa_console.domain.query import AccountFilter, AsOf, CustomerQuery, Page

_CUSTOMERS = "/admin/customers"
_FIELDS = (
    "id,email,first_name,last_name,company_name,phone,has_account,created_at,groups.id,groups.name"
)
_ALL_FIELDS = f"{_FIELDS},metadata,*addresses"
# About 5 MB of ids, within what an answer may be.
_MOST_IDS = 100_000
_MOST_GROUPS = 10_000
# Node takes 16 KiB for the request line and all headers.
_LONGEST_EMAILS = 8 << 10
# A guest and an account: the server lets nobody else have the same email.
_SHARE_ONE_EMAIL = 2


class _Listing(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    customers: tuple[Customer, ...]
    count: int = Field(ge=0, lt=1 << 31)


class _Id(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    id: str


class _Ids(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    customers: tuple[_Id, ...]


class _One(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    customer: Customer


class _Groups(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    customer_groups: tuple[CustomerGroup, ...]


class _Deleted(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    id: str
    deleted: bool


_LISTING: TypeAdapter[_Listing] = TypeAdapter(_Listing)
_IDS: TypeAdapter[_Ids] = TypeAdapter(_Ids)
_ONE: TypeAdapter[_One] = TypeAdapter(_One)
_GROUPS: TypeAdapter[_Groups] = TypeAdapter(_Groups)
_DELETED: TypeAdapter[_Deleted] = TypeAdapter(_Deleted)


class Customers:
    """Implements ports.CustomersApi."""

    def __init__(self, client: AdminClient, clock: ServerClock, host: str) -> None:
        self._client = client
        self._clock = clock
        self._host = host

    async def find(
        self, query: CustomerQuery, *, offset: int, limit: int, exact: bool = False
    ) -> Page[Customer]:
        """GET /admin/customers: filtered, sorted and cut by the server."""
        parameters = [
            ("fields", _FIELDS),
            ("order", _order(query)),
            ("offset", str(offset)),
            ("limit", str(limit)),
            *_filters(query, exact=exact),
        ]
        answer = await self._client.call(Call("GET", _CUSTOMERS, parameters), _LISTING)
        listing = answer.value
        return Page(listing.customers, listing.count, offset, answer.as_of)

    async def created_between(
        self,
        query: CustomerQuery,
        since: datetime,
        until: datetime | None,
        *,
        offset: int,
        limit: int,
    ) -> Page[Customer]:
        """GET /admin/customers?created_at[$gte]=…&created_at[$lt]=…, by id."""
        parameters = [
            ("fields", _FIELDS),
            ("order", "id"),
            ("offset", str(offset)),
            ("limit", str(limit)),
            *created_between(since, until),
            *_filters(query),
        ]
        answer = await self._client.call(Call("GET", _CUSTOMERS, parameters), _LISTING)
        listing = answer.value
        return Page(listing.customers, listing.count, offset, answer.as_of)

    async def order(self, query: CustomerQuery) -> AsOf[tuple[str, ...]]:
        """The ids of a query's customers in its order, in one answer: only that has no seams."""
        parameters = [
            ("fields", "id"),
            ("order", _order(query)),
            ("limit", str(_MOST_IDS)),
            *_filters(query),
        ]
        answer = await self._client.call(Call("GET", _CUSTOMERS, parameters), _IDS)
        return AsOf(tuple(customer.id for customer in answer.value.customers), answer.as_of)

    async def by_ids(self, customer_ids: Sequence[str]) -> AsOf[tuple[Customer, ...]]:
        """GET /admin/customers?id=…&id=…: those that exist, in any order."""
        parameters = [("fields", _FIELDS), ("limit", str(len(customer_ids)))]
        parameters += [("id", customer_id) for customer_id in customer_ids]
        answer = await self._client.call(Call("GET", _CUSTOMERS, parameters), _LISTING)
        return AsOf(answer.value.customers, answer.as_of)

    async def by_emails(self, emails: Sequence[str]) -> tuple[Customer, ...]:
        """GET /admin/customers?email=…&email=…: as few requests as their length allows."""
        found: list[Customer] = []
        for some in _batches(emails):
            parameters = [("fields", _FIELDS), ("limit", str(_SHARE_ONE_EMAIL * len(some)))]
            parameters += [("email", email) for email in some]
            answer = await self._client.call(Call("GET", _CUSTOMERS, parameters), _LISTING)
            found += answer.value.customers
        return tuple(found)

    async def get(self, customer_id: str, *, whole: bool = True) -> AsOf[Customer]:
        """GET /admin/customers/{id}."""
        fields = _ALL_FIELDS if whole else _FIELDS
        call = Call("GET", _path_of(customer_id), [("fields", fields)])
        return self._about(customer_id, await self._client.call(call, _ONE))

    async def groups(self) -> tuple[CustomerGroup, ...]:
        """GET /admin/customer-groups."""
        parameters = [("fields", "id,name"), ("order", "name"), ("limit", str(_MOST_GROUPS))]
        call = Call("GET", "/admin/customer-groups", parameters)
        return (await self._client.call(call, _GROUPS)).value.customer_groups

    async def create_guest(self, details: CustomerDetails) -> Customer:
        """POST /admin/customers, with what is filled in alone."""
        call = Call("POST", _CUSTOMERS, [("fields", _FIELDS)], json=details.filled())
        customer = (await self._client.call(call, _ONE)).value.customer
        if customer.has_account or (customer.email or "") != details.email:
            raise self._unproven("the answer is about another customer")
        return customer

    async def update(
        self, customer_id: str, before: CustomerDetails, after: CustomerDetails
    ) -> Customer:
        """POST /admin/customers/{id}: only what differs, so that nobody else's change is undone."""
        old = asdict(before)
        changes = {name: new or None for name, new in asdict(after).items() if new != old[name]}
        # Without metadata: an answer that cannot be read would be no proof of what has been done.
        call = Call("POST", _path_of(customer_id), [("fields", _FIELDS)], json=changes)
        answer = await self._client.call(call, _ONE)
        try:
            return self._about(customer_id, answer).value
        except NotMedusa as error:
            raise OutcomeUnknown(error, at=self._clock.now()) from None

    async def delete(self, customer_id: str) -> None:
        """DELETE /admin/customers/{id}; an unknown id counts as deleted, as on the server."""
        answer = await self._client.call(Call("DELETE", _path_of(customer_id)), _DELETED)
        if not answer.value.deleted or answer.value.id != customer_id:
            raise self._unproven("the answer does not say that the customer is deleted")

    def _about(self, customer_id: str, answer: AsOf[_One]) -> AsOf[Customer]:
        """What is told of another customer proves nothing of this one."""
        customer = answer.value.customer
        if customer.id != customer_id:
            raise NotMedusa(self._host, "the answer is about another customer")
        return AsOf(customer, answer.as_of)

    def _unproven(self, detail: str) -> OutcomeUnknown:
        return OutcomeUnknown(NotMedusa(self._host, detail), at=self._clock.now())


def _path_of(customer_id: str) -> str:
    return path("admin", "customers", id_part(customer_id))


def _filters(query: CustomerQuery, *, exact: bool = False) -> list[tuple[str, str]]:
    filters = []
    if query.text:
        filters.append(("email" if exact else "q", tokens.mask(query.text)))
    if query.account is not AccountFilter.ALL:
        has_account = query.account is AccountFilter.ACCOUNT
        filters.append(("has_account", "true" if has_account else "false"))
    if query.group:
        filters.append(("groups", query.group))
    return filters


def _order(query: CustomerQuery) -> str:
    return ("-" if query.descending else "") + query.sort.value


def _batches(emails: Sequence[str]) -> Iterator[list[str]]:
    """`emails` in lists that each fit into one request; one that fits into none is left out."""
    batch: list[str] = []
    length = 0
    for email in emails:
        needed = len("&email=") + len(quote(email, safe="", errors="replace"))
        if needed > _LONGEST_EMAILS:
            continue
        if length + needed > _LONGEST_EMAILS:
            yield batch
            batch, length = [], 0
        batch.append(email)
        length += needed
    if batch:
        yield batch

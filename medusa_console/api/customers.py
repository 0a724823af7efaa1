"""/admin/customers and /admin/customer-groups. Source: contract, section 5.1."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from urllib.parse import quote

from pydantic import TypeAdapter

from medusa_console.api.answers import part
from medusa_console.api.bounds import Bounds, of_list
from medusa_console.api.client import AdminClient
from medusa_console.api.records import Filters, Records, order_of, route, searched
from medusa_console.api.transport import Call
from medusa_console.domain import tokens
from medusa_console.domain.bounded import Many
from medusa_console.domain.customer import Customer, CustomerDetails, CustomerGroup
from medusa_console.domain.query import AccountFilter, AsOf, CustomerQuery, Page

_FIELDS = (
    "id,email,first_name,last_name,company_name,phone,has_account,created_at,groups.id,groups.name"
)
_ALL_FIELDS = f"{_FIELDS},metadata,*addresses"
_MOST_GROUPS = 10_000
# Node accepts 16 KiB for the request line and all headers.
_LONGEST_EMAILS = 8 << 10
# A guest and an account: Medusa allows no other customers with the same email.
_SHARE_ONE_EMAIL = 2


# Each text of a customer may have 99,000 characters.
_ONE_CUSTOMER = Bounds(1 << 20)
_ROUTE = route(Customer, "customers", "customer", "customers", _FIELDS, _ONE_CUSTOMER)
_GROUPS: TypeAdapter[tuple[CustomerGroup, ...]] = part("customer_groups", Many[CustomerGroup])


class Customers(Records[CustomerQuery, Customer]):
    """The customers of one store."""

    def __init__(self, client: AdminClient) -> None:
        super().__init__(client, _ROUTE, _filters)

    async def with_email(self, query: CustomerQuery, *, offset: int, limit: int) -> Page[Customer]:
        """As `find`, but `text` is a whole email."""
        filters = [("email", tokens.mask(query.text)), *_filters(replace(query, text=""))]
        return await self._page(filters, limit, offset=offset, order=order_of(query))

    async def by_emails(self, emails: Sequence[str]) -> tuple[Customer, ...]:
        """All customers with exactly one of these emails, case-sensitive, in as few requests as
        their length allows."""
        found: list[Customer] = []
        for some in _batches(emails):
            filters = [("email", email) for email in some]
            found += (await self._page(filters, _SHARE_ONE_EMAIL * len(some))).rows
        return tuple(found)

    async def get(self, customer_id: str, *, whole: bool = True) -> AsOf[Customer]:
        """A customer with groups, addresses and metadata; without `whole`, only with the fields
        of a list row. Raises NotFound."""
        return await self._get(customer_id, _ALL_FIELDS if whole else _FIELDS)

    async def groups(self) -> tuple[CustomerGroup, ...]:
        """GET /admin/customer-groups: all groups, by name."""
        parameters = [("fields", "id,name"), ("order", "name"), ("limit", str(_MOST_GROUPS))]
        bounds = of_list(_MOST_GROUPS)
        call = Call("GET", "/admin/customer-groups", parameters, bounds=bounds)
        return (await self._client.call(call, _GROUPS)).value

    async def create_guest(self, details: CustomerDetails) -> Customer:
        """POST /admin/customers with the filled fields. Raises Invalid when a guest has this
        email."""
        call = Call(
            "POST",
            _ROUTE.path,
            [("fields", _FIELDS)],
            json=details.filled(),
            bounds=_ONE_CUSTOMER,
        )
        customer = (await self._client.call(call, _ROUTE.one)).value
        if customer.has_account or (customer.email or "") != details.email:
            raise self._transport.unproven("the answer is about another customer")
        return customer

    async def update(
        self, customer_id: str, before: CustomerDetails, after: CustomerDetails
    ) -> Customer:
        """POST /admin/customers/{id} with the changed fields only, to keep other people's
        changes. Raises NotFound, Invalid."""
        old = asdict(before)
        changes = {name: new or None for name, new in asdict(after).items() if new != old[name]}
        # Without metadata, because an answer too large to read would prove nothing.
        path = _ROUTE.path_of(customer_id)
        call = Call("POST", path, [("fields", _FIELDS)], json=changes, bounds=_ONE_CUSTOMER)
        return self._changed(customer_id, await self._client.call(call, _ROUTE.one)).value


def _filters(query: CustomerQuery) -> Filters:
    filters: Filters = []
    if wanted := tokens.customer_id(query.text):
        filters.append(("id", wanted))
    elif query.text:
        filters.append(("q", searched(query.text)))
    if query.account is not AccountFilter.ALL:
        has_account = query.account is AccountFilter.ACCOUNT
        filters.append(("has_account", "true" if has_account else "false"))
    if query.group:
        filters.append(("groups", query.group))
    return filters


def _batches(emails: Sequence[str]) -> Iterator[list[str]]:
    """`emails` in lists that each fit into one request, without any email that is too long or may
    hold a key."""
    batch: list[str] = []
    length = 0
    for email in emails:
        needed = len("&email=") + len(quote(email, safe="", errors="replace"))
        if needed > _LONGEST_EMAILS or tokens.may_hold_a_key(email):
            continue
        if length + needed > _LONGEST_EMAILS:
            yield batch
            batch, length = [], 0
        batch.append(email)
        length += needed
    if batch:
        yield batch

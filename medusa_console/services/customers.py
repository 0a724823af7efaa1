"""What is done with customers: find, read, add as guest, edit, delete; and who shares an email."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import astuple
from typing import TYPE_CHECKING

from medusa_console.domain.customer import Customer, CustomerDetails, CustomerGroup, EmailMatches
from medusa_console.domain.email import is_email
from medusa_console.domain.errors import NotFound, OutcomeUnknown
from medusa_console.domain.query import AsOf, CustomerQuery, CustomerSort, Page
from medusa_console.services.listing import Listing, SortTies
from medusa_console.services.shared_emails import SharedEmails
from medusa_console.services.single_flight import SingleFlight
from medusa_console.topic import Topic

if TYPE_CHECKING:
    from medusa_console.api.customers import Customers

_TIES = {
    CustomerSort.CREATED: SortTies.MOMENTS,
    CustomerSort.EMAIL: SortTies.MANY,  # guests may have none
    CustomerSort.NAME: SortTies.MANY,
    CustomerSort.ACCOUNT: SortTies.MANY,
}
_MOST_ORDERED = 20_000  # the ids of more take seconds
_MOST_NEAR = 100


class CustomerService:
    """The customers of one store.

    Topics: `changed` (a customer as they are now), `removed` (the id of one that is gone),
    `marked` (what is known of twins has changed; no value).
    """

    def __init__(self, api: Customers, writes: SingleFlight) -> None:
        self._api = api
        self._writes = writes
        self._listing = Listing(api, lambda query: _TIES[query.sort], most=_MOST_ORDERED)
        self._shared_emails = SharedEmails(api)
        self._nobody: CustomerQuery | None = None
        self._groups: tuple[CustomerGroup, ...] | None = None
        self.changed: Topic[Customer] = Topic()
        self.removed: Topic[str] = Topic()
        self.marked: Topic[None] = Topic()

    async def find(self, query: CustomerQuery, offset: int, limit: int) -> Page[Customer]:
        """The rows `offset` … `offset + limit`, as the server filters and sorts them.

        A whole email is looked for exactly; where nobody has it, as parts of words. Sorted by name,
        email or account, pages fit together for up to 20,000 customers; of more they may overlap.
        """
        if is_email(query.text) and query != self._nobody:
            page = await self._api.with_email(query, offset=offset, limit=limit)
            if page.count:
                return page
            self._nobody = query  # every page of a query is asked for in the same way
        return await self._listing.find(query, offset, limit)

    def look_afresh(self) -> None:
        """The next page that is found begins a new look at the server."""
        self._listing.forget()
        self._shared_emails.look_afresh()
        self._nobody = None
        self._groups = None

    async def get(self, customer_id: str, *, whole: bool = True) -> AsOf[Customer]:
        """One customer with groups, addresses and metadata; raises NotFound, and then announces
        `removed`.

        Without `whole` as a row of the list tells: what else there is may be of any size and depth,
        because customers set their metadata themselves, and NotMedusa is raised for too much of it.
        """
        try:
            return await self._api.get(customer_id, whole=whole)
        except NotFound:
            self._gone(customer_id)
            raise

    async def groups(self) -> tuple[CustomerGroup, ...]:
        """All groups, by name; asked for once until `look_afresh`."""
        if self._groups is None:
            self._groups = await self._api.groups()
        return self._groups

    # Who shares an email

    async def email_matches(self, email: str) -> EmailMatches:
        """Who has this email, and who one that differs only in upper and lower case.

        Of the customers whose record contains it somewhere, the newest 100 are looked at.
        """
        if not email:
            return EmailMatches()
        same, like = await asyncio.gather(
            self._api.by_emails([email]),
            self._api.find(CustomerQuery(text=email), offset=0, limit=_MOST_NEAR),
        )
        return EmailMatches(
            account=next((customer for customer in same if customer.has_account), None),
            guest=next((customer for customer in same if not customer.has_account), None),
            near=tuple(customer for customer in like.rows if _is_near(customer, email)),
        )

    async def learn_twins(self, customers: Iterable[Customer]) -> None:
        """Find out which of these share their email with a guest or an account; one request.

        Announces `marked`. What the wire raises is raised, and those can be asked for again.
        """
        if await self._shared_emails.learn(customers):
            self.marked.announce(None)

    def is_twin(self, customer: Customer) -> bool:
        """Whether a guest and an account have this customer's email, as far as is known."""
        return self._shared_emails.is_one(customer)

    # Changing

    async def create_guest(self, details: CustomerDetails) -> Customer:
        """Add a customer who cannot sign in; announces `changed`. Raises Invalid, OutcomeUnknown;
        the latter is settled by `namesakes(details.email).guest`."""
        return await self._writes.once(
            f"create guest {astuple(details)}", lambda: self._create_guest(details)
        )

    async def _create_guest(self, details: CustomerDetails) -> Customer:
        try:
            customer = await self._api.create_guest(details)
        except OutcomeUnknown:
            self._forget_twins(details.email)
            raise
        self._forget_twins(details.email)
        self.changed.announce(customer)
        return customer

    def appeared(self, customer: Customer) -> None:
        """A customer was made or changed by a request that is not ours, or whose answer was lost;
        announces `changed`."""
        self._forget_twins(customer.email or "")
        self.changed.announce(customer)

    async def update(self, customer: Customer, details: CustomerDetails) -> Customer:
        """Change what differs from `customer`; announces `changed`. Raises NotFound (and announces
        `removed`), Invalid, OutcomeUnknown."""
        before = CustomerDetails.of(customer)
        if details == before:
            return customer
        return await self._writes.once(
            f"update {customer.id} {astuple(details)}",
            lambda: self._update(customer.id, before, details),
        )

    async def _update(
        self, customer_id: str, before: CustomerDetails, after: CustomerDetails
    ) -> Customer:
        try:
            customer = await self._api.update(customer_id, before, after)
        except NotFound:
            self._gone(customer_id)
            raise
        except OutcomeUnknown:
            self._forget_twins(before.email, after.email)
            raise
        if before.email != after.email:
            self._forget_twins(before.email, after.email)
        self.changed.announce(customer)
        return customer

    async def delete(self, customer_id: str) -> None:
        """Delete the customer and their sign-in; announces `removed`. Raises OutcomeUnknown."""
        await self._writes.once(f"delete {customer_id}", lambda: self._delete(customer_id))

    async def _delete(self, customer_id: str) -> None:
        await self._api.delete(customer_id)
        self._gone(customer_id)

    def _gone(self, customer_id: str) -> None:
        self._listing.drop(customer_id)
        marked = self._shared_emails.gone(customer_id)
        self.removed.announce(customer_id)
        if marked:
            self.marked.announce(None)

    def _forget_twins(self, *emails: str) -> None:
        if self._shared_emails.forget(*emails):
            self.marked.announce(None)


def _is_near(customer: Customer, email: str) -> bool:
    other = customer.email or ""
    return other != email and other.casefold() == email.casefold()

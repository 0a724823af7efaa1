"""Finds, reads, creates, edits and deletes the customers of one store, and finds shared emails."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import astuple
from typing import TYPE_CHECKING

from medusa_console.domain import policy
from medusa_console.domain.customer import Customer, CustomerDetails, CustomerGroup, EmailMatches
from medusa_console.domain.email import is_email
from medusa_console.domain.errors import NotFound, OutcomeUnknown
from medusa_console.domain.query import AsOf, CustomerQuery, Page
from medusa_console.domain.tokens import may_hold_a_key
from medusa_console.services.listing import Listing
from medusa_console.services.shared_emails import SharedEmails
from medusa_console.services.single_flight import SingleFlight
from medusa_console.topic import Topic

if TYPE_CHECKING:
    from medusa_console.api.customers import Customers

_MOST_ORDERED = 20_000  # a longer order takes seconds to request
_MOST_NEAR = 100


class CustomerService:
    """The customers of one store.

    Topics: `changed` (a customer as stored now), `removed` (the id of a deleted customer), `marked`
    (the known shared emails have changed; no value).
    """

    def __init__(self, api: Customers, writes: SingleFlight) -> None:
        self._api = api
        self._writes = writes
        self._listing = Listing(api, most=_MOST_ORDERED)
        self._shared_emails = SharedEmails(api)
        self._nobody: CustomerQuery | None = None
        self._groups: tuple[CustomerGroup, ...] | None = None
        self.changed: Topic[Customer] = Topic()
        self.removed: Topic[str] = Topic()
        self.marked = self._shared_emails.changed

    async def find(self, query: CustomerQuery, offset: int, limit: int) -> Page[Customer]:
        """The rows `offset` … `offset + limit`, filtered and sorted by the server.

        A complete email is searched exactly first, then as parts of words if no customer has it.
        Pages sorted by name, email or account are consistent up to 20,000 customers; beyond that,
        pages may overlap.
        """
        if is_email(query.text) and query != self._nobody:
            page = await self._api.with_email(query, offset=offset, limit=limit)
            if page.count:
                return page
            self._nobody = query  # all pages of one query must come from the same kind of search
        return await self._listing.find(query, offset, limit)

    async def suggest(self, text: str, most: int) -> tuple[Customer, ...]:
        """The newest customers that `find` would find; the order of the list stays."""
        query = CustomerQuery(text=text)
        if is_email(text):
            page = await self._api.with_email(query, offset=0, limit=most)
            if page.count:
                return page.rows
        return (await self._api.find(query, offset=0, limit=most)).rows

    def forget_cached(self) -> None:
        """Forget the listed order, groups and shared emails, so that all are requested again."""
        self._listing.forget()
        self._shared_emails.forget_cached()
        self._nobody = None
        self._groups = None

    async def get(self, customer_id: str, *, whole: bool = True) -> AsOf[Customer]:
        """Read a customer with groups, addresses and metadata. Raises NotFound after announcing
        `removed`.

        Without `whole`, reads only the fields of a list row. Customers set their own metadata, of
        any size and depth; NotMedusa is raised when it is too large.
        """
        try:
            return await self._api.get(customer_id, whole=whole)
        except NotFound:
            self._gone(customer_id)
            raise

    async def groups(self) -> tuple[CustomerGroup, ...]:
        """All groups by name, requested once until `forget_cached`."""
        if self._groups is None:
            self._groups = await self._api.groups()
        return self._groups

    # Shared emails

    async def email_matches(self, email: str) -> EmailMatches:
        """The customers with this email, and those whose email differs only in case.

        The search that ignores case covers the newest 100 customers whose record contains the
        email.
        """
        if not email or may_hold_a_key(email):
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

    async def learn_shared_emails(self, customers: Iterable[Customer]) -> None:
        """Find out, in one request, which customers share an email with a guest or an account.

        Announces `marked`. Raises what `Transport` raises; those customers can then be asked for
        again.
        """
        await self._shared_emails.learn(customers)

    def shares_email(self, customer: Customer) -> bool:
        """Whether a guest and an account are known to share this customer's email."""
        return self._shared_emails.contains(customer)

    # Changing

    async def create_guest(self, details: CustomerDetails) -> Customer:
        """Add a customer without a sign-in; announces `changed`. Raises Invalid, OutcomeUnknown.
        After OutcomeUnknown, `email_matches(details.email).guest` tells whether the guest exists.
        """
        policy.check_details(details)
        return await self._writes.once(
            f"create guest {astuple(details)}", lambda: self._create_guest(details)
        )

    async def _create_guest(self, details: CustomerDetails) -> Customer:
        try:
            customer = await self._api.create_guest(details)
        except OutcomeUnknown:
            self._shared_emails.forget(details.email)
            raise
        self._shared_emails.forget(details.email)
        self.changed.announce(customer)
        return customer

    def appeared(self, customer: Customer) -> None:
        """Announce `changed` for a customer changed by another client, or whose answer was lost."""
        self._shared_emails.forget(customer.email or "")
        self.changed.announce(customer)

    async def update(self, customer: Customer, details: CustomerDetails) -> Customer:
        """Send the fields that differ from `customer`; announces `changed`. Raises NotFound (after
        announcing `removed`), Invalid, OutcomeUnknown."""
        before = CustomerDetails.of(customer)
        if details == before:
            return customer
        policy.check_details(details)
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
            self._shared_emails.forget(before.email, after.email)
            raise
        if before.email != after.email:
            self._shared_emails.forget(before.email, after.email)
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
        self.removed.announce(customer_id)
        self._shared_emails.gone(customer_id)


def _is_near(customer: Customer, email: str) -> bool:
    other = customer.email or ""
    return other != email and other.casefold() == email.casefold()

"""Finds emails that a guest and an account share: Medusa treats the two as different customers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from medusa_console.domain.customer import Customer
from medusa_console.topic import Topic

if TYPE_CHECKING:
    from medusa_console.api.customers import Customers


class SharedEmails:
    """Emails that a guest and an account are known to share; each email is requested once.

    A mark stays while its email is requested again, and goes when one of the two customers goes.
    Topic: `changed` when a mark came or went.
    """

    def __init__(self, api: Customers) -> None:
        self._api = api
        self._known: set[str] = set()
        self._shared: dict[str, frozenset[str]] = {}
        self._asking: dict[str, object] = {}
        self._gone: set[str] = set()
        self.changed: Topic[None] = Topic()

    def contains(self, customer: Customer) -> bool:
        """Whether the customer is known to share their email."""
        return customer.email in self._shared

    async def learn(self, customers: Iterable[Customer]) -> None:
        """Request the unknown emails in one request. Raises what `Transport` raises; those emails
        can then be requested again."""
        emails = {customer.email for customer in customers if customer.email}
        emails -= self._known | self._asking.keys()
        if not emails:
            return
        ask = object()
        self._asking |= dict.fromkeys(emails, ask)
        try:
            found = await self._api.by_emails(sorted(emails))
            # An email that was forgotten meanwhile may have changed after the server read it.
            valid = {email for email in emails if self._asking.get(email) is ask}
        finally:
            self._asking = {
                email: other for email, other in self._asking.items() if other is not ask
            }
        before = dict(self._shared)
        for email in valid:
            sharing = [
                customer
                for customer in found
                if customer.email == email and customer.id not in self._gone
            ]
            self._shared.pop(email, None)
            if {customer.has_account for customer in sharing} == {True, False}:
                self._shared[email] = frozenset(customer.id for customer in sharing)
        self._known |= valid
        if self._shared != before:
            self.changed.announce(None)

    def forget_cached(self) -> None:
        """Request every email again; the marks stay until the answers arrive."""
        self._known.clear()
        self._asking.clear()

    def forget(self, *emails: str) -> None:
        """Forget emails whose customers were added or changed."""
        for email in emails:
            self._known.discard(email)
            self._asking.pop(email, None)
        self._unmark(emails)

    def gone(self, customer_id: str) -> None:
        """Forget a deleted customer."""
        self._gone.add(customer_id)
        self._unmark([email for email, sharing in self._shared.items() if customer_id in sharing])

    def _unmark(self, emails: Iterable[str]) -> None:
        before = len(self._shared)
        for email in emails:
            self._shared.pop(email, None)
        if len(self._shared) < before:
            self.changed.announce(None)

"""The drawer of one customer."""

from __future__ import annotations

from medusa_console.domain.customer import Customer
from medusa_console.domain.errors import NotMedusa, TooBig
from medusa_console.ui.customers.facts import CustomerFacts
from medusa_console.ui.kit.fact_list import Fact
from medusa_console.ui.records.drawer import Drawer
from medusa_console.ui.words import labels


class CustomerDetail(Drawer):
    """Shows addresses and metadata below the actions."""

    def __init__(self, facts: CustomerFacts) -> None:
        super().__init__()
        self._facts_of = facts

    def show_customer(
        self, listed: Customer, whole: Customer | None, unread: NotMedusa | None = None
    ) -> None:
        """Show the customer as `listed`, and with addresses and metadata once `whole` is read.
        `unread` is why those could not be read."""
        title = listed.name or listed.email or self.tr("(no name)")
        more = self._facts_of.more(whole) if whole is not None else []
        if unread is not None:
            more = [Fact(self.tr("Details"), self._why_not(unread))]
        self.show_facts(title, self._facts_of.facts(listed), more)

    def _why_not(self, error: NotMedusa) -> str:
        title = self.tr("Addresses and details cannot be read.")
        if isinstance(error, TooBig):
            size = labels.data_size(error.limit)
            return f"{title} " + self.tr("They are larger than {size}.").format(size=size)
        # Customers write their own metadata, of any form.
        return f"{title} " + self.tr("They are of a form that is not expected here.")

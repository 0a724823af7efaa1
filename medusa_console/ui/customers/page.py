"""The customers page of one store."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from PySide6.QtCore import QTimer

from medusa_console.domain.customer import Customer
from medusa_console.domain.errors import (
    ConsoleError,
    Forbidden,
    NotFound,
    NotMedusa,
    SignInNeeded,
)
from medusa_console.domain.query import CustomerQuery, Page
from medusa_console.ui.customers.actions import CustomerActions, page_actions, row_actions
from medusa_console.ui.customers.drawer import CustomerDetail
from medusa_console.ui.customers.facts import CustomerFacts
from medusa_console.ui.customers.filters import CustomerFilters
from medusa_console.ui.customers.register import CreateKey
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.empty_state import EmptyState
from medusa_console.ui.records.context import PageContext
from medusa_console.ui.records.page import ListPage
from medusa_console.ui.records.pane import TablePane
from medusa_console.ui.words import labels
from medusa_console.ui.words.errors import explain

log = logging.getLogger(__name__)

# Moving through the rows with the arrow keys must not read every customer.
_PAUSE_MS = 100


class CustomersPage(ListPage[CustomerQuery, Customer, CustomerActions]):
    """Begins with `query`. `create_key` asks for a publishable key, which a registration needs, and
    creates it."""

    _filters: CustomerFilters
    _detail: CustomerDetail

    def __init__(self, context: PageContext, query: CustomerQuery, create_key: CreateKey) -> None:
        super().__init__(context)
        services = context.services
        self.setObjectName("customersPage")
        self._groups_asked = False
        self._whole: Customer | None = None
        self._unread: NotMedusa | None = None
        self._missed = False  # the selected customer could not be read
        self._being_read = ""  # the id of a customer
        self._read_soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._read_soon.timeout.connect(self._read_selected)
        self._facts = CustomerFacts(services)
        self._actions = CustomerActions(self, context, create_key)
        register, guest = page_actions()
        self._filters = CustomerFilters(query)
        self._pane = TablePane(
            self._facts.columns(),
            self._allowed(services.customers.find),
            context.tasks,
            name="customers",
            title=self.tr("Customers"),
            empty=EmptyState(
                "users",
                self.tr("No customers yet"),
                self.tr("Customers appear here when they sign up or place an order."),
                self._button(register, "registerFirst", kind="primary", icon="plus"),
                name="table.empty",
            ),
            no_match=self.tr("No matching customers"),
            describe=self._facts.sentence,
            density=context.preferences.value.density,
        )
        self._detail = CustomerDetail(self._facts)
        self._assemble(
            self.tr("Customers"),
            self.tr("&Customer"),
            (
                self._button(guest, "createGuest"),
                self._button(register, "registerCustomer", kind="primary", icon="plus"),
            ),
            (register, guest),
            row_actions(),
        )
        self._filters.key_pasted.connect(self._on_key_pasted)
        self._subscriptions += (
            services.customers.changed.subscribe(self._on_changed),
            services.customers.removed.subscribe(self._on_removed),
            services.customers.marked.subscribe(lambda _: self._repaint_rows()),
            # A registration may end after the user stopped waiting.
            services.registration.registered.subscribe(lambda _: self.refresh()),
        )

    def refresh(self) -> None:
        """Read the visible rows, the groups and the selected customer again."""
        self._groups_asked = False
        super().refresh()
        self._read_selected()

    def _on_key_pasted(self) -> None:
        self._say(self.tr("That looks like a key. Look for it on the API keys page."))
        announce(self, self._summary.text(), assertive=True)

    def _painted(self, page: Page[Customer]) -> None:
        self._add(
            lambda: self._services.customers.learn_shared_emails(page.rows), f"{page.offset} emails"
        )
        if self._missed:
            self._missed = False
            self._read_selected()
        if not self._groups_asked:
            self._groups_asked = True
            self._add(self._learn_groups, "groups")

    async def _learn_groups(self) -> None:
        try:
            groups = await self._services.customers.groups()
        except Forbidden as error:
            self._filters.show_groups((), refusal=explain(error).title)
        except ConsoleError:
            self._groups_asked = False  # the next rows ask again
            raise
        else:
            self._filters.show_groups(groups)

    def _on_changed(self, customer: Customer) -> None:
        self._pane.rows.replace(customer)
        self._forget_tried()
        self._add(
            lambda: self._services.customers.learn_shared_emails([customer]),
            f"{customer.id} emails",
        )

    def _learn_shared(self, rows: Sequence[Customer], name: str) -> None:
        self._add(lambda: self._services.customers.learn_shared_emails(rows), name)

    def _read_selected(self) -> None:
        if customer := self._pane.selected:
            self._being_read = customer.id
            self._tasks.start(self._read_one(customer.id), replacing="customer")

    async def _read_one(self, customer_id: str) -> None:
        try:
            await self._read(customer_id)
        finally:
            if self._being_read == customer_id:
                self._being_read = ""

    async def _read(self, customer_id: str) -> None:
        """Read addresses and metadata; replace the row if the customer has changed meanwhile."""
        unread = None
        try:
            try:
                whole = (await self._services.customers.get(customer_id)).value
            except NotMedusa as error:
                # Only this customer's metadata may be unreadable; NotMedusa otherwise comes again.
                whole = (await self._services.customers.get(customer_id, whole=False)).value
                unread = error
        except NotFound:
            self._say(self.tr("This customer has been deleted"))
            announce(self, self._summary.text())
            return
        except (Forbidden, SignInNeeded):
            raise
        except ConsoleError as error:
            self._show_unread(customer_id, error)
            return
        self._whole, self._unread = whole, unread
        listed = self._pane.selected
        if listed is not None and listed.id == whole.id and _as_listed(listed) != _as_listed(whole):
            self._pane.rows.replace(_as_listed(whole))
        self._show_selection()

    def _show_unread(self, customer_id: str, error: ConsoleError) -> None:
        """Say in the drawer why the customer of that id could not be read."""
        log.info("reading a customer: %s", type(error).__name__)
        self._missed = True
        listed = self._pane.selected
        if listed is not None and listed.id == customer_id:
            self._detail.show_customer(listed, None, error)

    # Overrides of ListPage

    def _forget_cached(self) -> None:
        self._services.customers.forget_cached()

    def _counted(self, count: int) -> str:
        return self.tr("%Ln customer(s)", "", count)

    def _matching(self, count: int, total: int | None) -> str:
        if total is None:
            return self.tr("%Ln customer(s) match", "", count)
        if count == 1:
            return self.tr("1 of %Ln customer(s) matches", "", total)
        text = self.tr("{count} of %Ln customer(s) match", "", total)
        return text.format(count=labels.number(count))

    def _name(self, customer: Customer) -> str:
        return customer.name or customer.email or customer.id

    def _show(self, customer: Customer | None) -> None:
        if customer is None:
            self._read_soon.stop()
            return
        known = self._whole if self._whole and self._whole.id == customer.id else None
        self._detail.show_customer(customer, known, self._unread if known else None)
        if self._being_read == customer.id:
            return
        if known is None or _as_listed(known) != _as_listed(customer):
            self._read_soon.start()


def _as_listed(customer: Customer) -> Customer:
    """`customer` with the fields of a list row only."""
    return customer.model_copy(update={"addresses": (), "metadata": None})

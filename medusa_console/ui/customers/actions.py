"""The actions of the customers page, each from the question to the result."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from functools import partial

from PySide6.QtWidgets import QWidget

from medusa_console.domain.customer import Customer, CustomerDetails
from medusa_console.domain.errors import ConsoleError, NotFound, OutcomeUnknown
from medusa_console.domain.policy import Action
from medusa_console.ui.customers.check_sign_in import CheckSignIn
from medusa_console.ui.customers.delete import DeleteCustomer
from medusa_console.ui.customers.form import CustomerForm, Found
from medusa_console.ui.customers.register import CreateKey, RegisterCustomer
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.ask import answer
from medusa_console.ui.kit.banner import Notice, NoticeKind
from medusa_console.ui.kit.submission import Accepted, Stopped
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.records.actions import PageAction, PageActions, RowAction
from medusa_console.ui.records.context import PageContext

log = logging.getLogger(__name__)


class CustomerActions(PageActions):
    """The actions of the customers page.

    `create_key` asks for a publishable key and creates it, for a store that has none.
    """

    def __init__(self, page: QWidget, context: PageContext, create_key: CreateKey) -> None:
        super().__init__(page, context)
        self._create_key = create_key

    async def register(self) -> Customer | None:
        """Ask whom to register and register that customer; None if the user gives up."""
        if self._asking.locked():
            return None
        async with self._asking:
            dialog = RegisterCustomer(
                self._page,
                self._services,
                self._copy,
                self._tasks,
                seconds=self._preferences.value.clipboard_seconds,
                create_key=self._create_key,
            )
            customer = await dialog.ask()
        if customer is not None:
            self._services.customers.appeared(customer)
            if dialog.expired:
                self._say_forgotten(customer)
        return customer

    def _say_forgotten(self, customer: Customer) -> None:
        title = self.tr("The password of {email} was discarded").format(
            email=shown(customer.email or "")
        )
        text = self.tr(
            "It was discarded 10 minutes after the store was locked. The customer can sign in with "
            "it if someone passed it on."
        )
        self._notify(Notice(NoticeKind.CAUTION, title, text))

    async def create_guest(self) -> Customer | None:
        """Ask for the details of a new guest and create the guest; None if nothing was created."""

        async def find_sent(details: CustomerDetails) -> Customer | None:
            guest = (await self._services.customers.email_matches(details.email)).guest
            return guest if guest and _has_changes(guest, CustomerDetails(), details) else None

        return await self._ask_details(None, self._services.customers.create_guest, find_sent)

    async def edit(self, customer: Customer) -> None:
        """Read `customer` again, ask for changes and send them. Raises NotFound if the customer was
        deleted meanwhile."""
        if self._asking.locked():
            return
        before = (await self._services.customers.get(customer.id, whole=False)).value

        async def submit(details: CustomerDetails) -> Customer:
            return await self._services.customers.update(before, details)

        async def find_sent(details: CustomerDetails) -> Customer | None:
            now = (await self._services.customers.get(customer.id, whole=False)).value
            return now if _has_changes(now, CustomerDetails.of(before), details) else None

        await self._ask_details(before, submit, find_sent)

    async def _ask_details(
        self,
        edited: Customer | None,
        submit: Callable[[CustomerDetails], Awaitable[Customer]],
        find_sent: Callable[[CustomerDetails], Awaitable[Customer | None]],
    ) -> Customer | None:
        """The customer as saved, None if nothing was; see CustomerForm."""
        if self._asking.locked():
            return None
        async with self._asking:
            form = CustomerForm(
                self._page,
                self._services.store,
                self._tasks,
                edited=edited,
                submit=lambda details: self._services.permissions.write(submit(details)),
                find_sent=find_sent,
                email_matches=self._services.customers.email_matches,
            )
            answered = await form.ask()
        match answered:
            case Accepted(customer):
                return customer
            case Found(customer):
                self._services.customers.appeared(customer)
                announce(self._page, self.tr("The store didn't answer, but it went through."))
                return customer
            case Stopped():
                title = self.tr("Stopped waiting for “{doing}”").format(doing=form.windowTitle())
                text = self.tr("It may still go through. Refresh before you try again.")
                self._notify(Notice(NoticeKind.CAUTION, title, text))
        return None

    async def delete(self, customer: Customer) -> None:
        """Read `customer` again, let the user type the email, and delete.

        Raises NotFound if the customer was deleted meanwhile, and OutcomeUnknown if the answer was
        lost and the customer still exists or may exist.
        """
        found = (await self._services.customers.get(customer.id, whole=False)).value
        if self._asking.locked():
            return  # another question was asked meanwhile
        async with self._asking:
            dialog = DeleteCustomer(self._page, self._services.store, found, self._tasks.clock)
            sure = await dialog.ask()
        if not sure:
            return
        try:
            await self._services.customers.delete(customer.id)
        except OutcomeUnknown:
            if await self._is_there(customer.id):
                raise
        announce(self._page, self.tr("Deleted"), assertive=True)

    async def _is_there(self, customer_id: str) -> bool:
        try:
            await self._services.customers.get(customer_id, whole=False)
        except NotFound:
            return False
        except ConsoleError as error:
            log.info("a customer could not be read after a delete: %s", type(error).__name__)
        return True

    async def check_sign_in(self, customer: Customer) -> None:
        """Ask for a password and check whether `customer` can sign in with it."""
        if self._asking.locked():
            return
        check = partial(self._services.registration.check, customer)
        async with self._asking:
            dialog = CheckSignIn(self._page, self._services.store, customer, check, self._tasks)
            await answer(dialog)


def page_actions() -> tuple[PageAction[CustomerActions, Customer], ...]:
    """The actions of the customers page that need no customer."""
    return (
        PageAction(
            Action.REGISTER_CUSTOMER,
            translate("CustomerActions", "Register customer"),
            "Ctrl+N",
            CustomerActions.register,
        ),
        PageAction(
            Action.CREATE_GUEST,
            translate("CustomerActions", "Create guest…"),
            "Ctrl+Shift+N",
            CustomerActions.create_guest,
        ),
    )


def row_actions() -> tuple[RowAction[CustomerActions, Customer], ...]:
    """The actions on one customer, the dangerous one last; a guest has no sign-in to check."""
    return (
        RowAction(
            Action.CHECK_SIGN_IN,
            "checkSignIn.open",
            translate("CustomerActions", "Check sign-in…"),
            translate("CustomerActions", "Check the sign-in of {name}"),
            CustomerActions.check_sign_in,
            icon="log-in",
            allowed=lambda _actions, customer: customer.has_account,
        ),
        RowAction(
            Action.EDIT_CUSTOMER,
            "editCustomer",
            translate("CustomerActions", "Edit"),
            translate("CustomerActions", "Edit {name}"),
            CustomerActions.edit,
            key="F2",
            icon="pencil",
        ),
        RowAction(
            Action.DELETE_CUSTOMER,
            "deleteCustomer.open",
            translate("CustomerActions", "Delete customer…"),
            translate("CustomerActions", "Delete {name}"),
            CustomerActions.delete,
            key="Del",
            icon="trash-2",
        ),
    )


def _has_changes(customer: Customer, before: CustomerDetails, sent: CustomerDetails) -> bool:
    """Whether `customer` has every value in which `sent` differs from `before`."""
    changed = asdict(sent).items() - asdict(before).items()
    return changed <= asdict(CustomerDetails.of(customer)).items()

"""What the customers page lets a person do, each from the question to the result."""

from __future__ import annotations

import logging
from dataclasses import asdict

from pydantic import SecretStr
from PySide6.QtWidgets import QWidget

from medusa_console.domain.customer import Customer, CustomerDetails
from medusa_console.domain.errors import ConsoleError, NotFound, OutcomeUnknown
from medusa_console.domain.policy import Action
from medusa_console.services.registration import SignInCheck
from medusa_console.ui.customers.check_sign_in import CheckSignIn
from medusa_console.ui.customers.delete import DeleteCustomer
from medusa_console.ui.customers.form import Answer, CustomerForm, Found
from medusa_console.ui.customers.register import CreateKey, RegisterCustomer
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.ask import answer
from medusa_console.ui.kit.banner import Notice, NoticeKind
from medusa_console.ui.kit.submission import Accepted, Stopped
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.records.actions import PageAction, PageActions, RowAction
from medusa_console.ui.records.context import PageContext

log = logging.getLogger(__name__)


class CustomerActions(PageActions):
    """What can be done with customers."""

    def __init__(self, page: QWidget, context: PageContext, create_key: CreateKey) -> None:
        """`create_key` asks for a publishable key, where the store has none."""
        super().__init__(page, context)
        self._create_key = create_key

    async def register(self) -> Customer | None:
        """Ask whom to register, do it, and prove that they can sign in; None: nobody can."""
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
            await answer(dialog)
        if dialog.customer is not None:
            self._services.customers.appeared(dialog.customer)
        return dialog.customer

    async def create_guest(self) -> Customer | None:
        """Ask for a customer's record and create it, without a sign-in."""

        async def submit(details: CustomerDetails) -> Customer:
            create = self._services.customers.create_guest(details)
            return await self._services.permissions.write(create)

        async def look(details: CustomerDetails) -> Customer | None:
            guest = (await self._services.customers.email_matches(details.email)).guest
            return guest if guest and _came(guest, CustomerDetails(), details) else None

        if self._asking.locked():
            return None
        async with self._asking:
            form = CustomerForm(
                self._page,
                self._services.store,
                self._tasks,
                edited=None,
                submit=submit,
                look=look,
                email_matches=self._services.customers.email_matches,
            )
            answered = await form.ask()
        return self._told(answered, form.windowTitle())

    async def edit(self, customer: Customer) -> None:
        """Re-read, ask what is to be changed, and change it. Raises NotFound when `customer` was
        deleted meanwhile."""
        if self._asking.locked():
            return
        before = (await self._services.customers.get(customer.id, whole=False)).value

        async def submit(details: CustomerDetails) -> Customer:
            update = self._services.customers.update(before, details)
            return await self._services.permissions.write(update)

        async def look(details: CustomerDetails) -> Customer | None:
            now = (await self._services.customers.get(customer.id, whole=False)).value
            return now if _came(now, CustomerDetails.of(before), details) else None

        if self._asking.locked():
            return  # another question was asked meanwhile
        async with self._asking:
            form = CustomerForm(
                self._page,
                self._services.store,
                self._tasks,
                edited=before,
                submit=submit,
                look=look,
                email_matches=self._services.customers.email_matches,
            )
            answered = await form.ask()
        self._told(answered, form.windowTitle())

    def _told(self, answered: Answer, doing: str) -> Customer | None:
        """The customer, after saying what the form that is closed has left to be said."""
        match answered:
            case Accepted(customer):
                return customer
            case Found(customer):
                self._services.customers.appeared(customer)
                announce(self._page, self.tr("No answer came, but it is done."))
                return customer
            case Stopped():
                self._notify(
                    Notice(
                        NoticeKind.CAUTION,
                        self.tr("“{doing}” was not waited for").format(doing=doing),
                        self.tr("What had left goes on. Refresh and look before you repeat it."),
                    )
                )
        return None

    async def delete(self, customer: Customer) -> None:
        """Re-read, ask with the email typed, delete. Raises NotFound when somebody was faster,
        OutcomeUnknown when the customer is still there after a lost answer, or may be."""
        found = (await self._services.customers.get(customer.id, whole=False)).value
        if self._asking.locked():
            return  # another question was asked meanwhile
        async with self._asking:
            dialog = DeleteCustomer(self._page, self._services.store, found, self._tasks.clock)
            sure = await answer(dialog) == DeleteCustomer.DialogCode.Accepted
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
            return False  # and the row is gone with it
        except ConsoleError as error:
            log.info("looking after a delete: %s", type(error).__name__)
        return True

    async def check_sign_in(self, customer: Customer) -> None:
        """Ask for a password, and the store whether `customer` can sign in with it."""
        if self._asking.locked():
            return

        async def check(password: SecretStr) -> SignInCheck:
            return await self._services.registration.check(customer, password)

        async with self._asking:
            await answer(
                CheckSignIn(self._page, self._services.store, customer, check, self._tasks)
            )


def page_actions() -> tuple[PageAction[CustomerActions, Customer], ...]:
    """What can be done on the customers page without a customer."""
    return (
        PageAction(
            Action.REGISTER_CUSTOMER,
            translate("CustomerActions", "Register customer"),
            "Ctrl+N",
            CustomerActions.register,
        ),
        PageAction(
            Action.CREATE_GUEST,
            translate("CustomerActions", "Create as guest"),
            "Ctrl+Shift+N",
            CustomerActions.create_guest,
        ),
    )


def row_actions() -> tuple[RowAction[CustomerActions, Customer], ...]:
    """What can be done with one customer, the dangerous last; a guest has no sign-in to check."""
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


def _came(customer: Customer, before: CustomerDetails, sent: CustomerDetails) -> bool:
    """Whether `customer` has everything in which `sent` differs from `before`."""
    changed = asdict(sent).items() - asdict(before).items()
    return changed <= asdict(CustomerDetails.of(customer)).items()

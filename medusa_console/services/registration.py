"""Registers a customer in steps, and proves by signing in that the customer can sign in."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from pydantic import SecretStr

from medusa_console.domain import policy, tokens
from medusa_console.domain.api_key import ApiKey, KeyType
from medusa_console.domain.customer import Customer, CustomerDetails
from medusa_console.domain.errors import (
    Conflict,
    ConsoleError,
    EmailTaken,
    InputFault,
    KeyRefused,
    MfaRequired,
    NoCustomer,
    NoSuchRoute,
    NotASession,
    NotSendable,
    OutcomeUnknown,
    ProviderRequired,
    VerificationRequired,
    WrongPassword,
)
from medusa_console.domain.query import KeyQuery, StateFilter
from medusa_console.domain.session import CustomerToken
from medusa_console.services.single_flight import SingleFlight
from medusa_console.topic import Topic

if TYPE_CHECKING:
    from medusa_console.api.api_keys import ApiKeys
    from medusa_console.api.customers import Customers
    from medusa_console.api.storefront import Storefront

log = logging.getLogger(__name__)

_MOST_KEYS = 50


class Step(Enum):
    """The steps of a registration, in order."""

    IDENTITY = "identity"
    CUSTOMER = "customer"
    SIGN_IN = "sign-in"


class RegistrationFailed(ConsoleError):
    """`step` failed because of `cause`. The steps before it succeeded; registering the same email
    with the same password continues after them.

    `cause` at IDENTITY: EmailTaken when the email belongs to another account or has another
    password; Conflict while another registration of the email runs. At CUSTOMER: EmailTaken when
    the customer of another identity has the email; KeyRefused. At SIGN_IN: EmailTaken when the
    email signs in a customer with another email; KeyRefused. `customer` is the created customer, if
    CUSTOMER succeeded and the answer arrived.
    """

    def __init__(self, step: Step, cause: ConsoleError, customer: Customer | None = None) -> None:
        super().__init__(f"{step.value}: {type(cause).__name__}")
        self.step = step
        self.cause = cause
        self.customer = customer


class SignInCheck(Enum):
    """The answer to 'can this customer sign in with this password?'."""

    YES = "yes"
    REFUSED = "email or password not accepted"
    NO_CUSTOMER = "the identity exists, no customer belongs to it"
    SOMEBODY_ELSE = "it signs in another customer"
    MORE_NEEDED = "a second factor, a verification or a provider is asked for"


@dataclass(frozen=True)
class Registration:
    """`customer` can sign in. `found`: the customer existed before and was not changed."""

    customer: Customer
    found: bool


@dataclass(frozen=True, repr=False)
class _Attempt:
    """The customer to register, with password and publishable key."""

    details: CustomerDetails
    password: SecretStr
    key: SecretStr
    name: str = field(default_factory=lambda: f"register {uuid.uuid4().hex}", compare=False)

    @property
    def email(self) -> str:
        return self.details.email


class RegistrationService:
    """Registers customers of one store. Keeps a password only during the request, and no token.

    Topics: `registered` (a customer who can sign in now, even if no caller waits any more).
    """

    def __init__(
        self,
        storefront: Storefront,
        keys: ApiKeys,
        customers: Customers,
        writes: SingleFlight,
    ) -> None:
        self._storefront = storefront
        self._keys = keys
        self._customers = customers
        self._writes = writes
        self._running: dict[str, _Attempt] = {}
        self._in_one_step = False
        self.registered: Topic[Customer] = Topic()

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps at this store: three, until the store is known to take two."""
        return (Step.CUSTOMER, Step.SIGN_IN) if self._in_one_step else tuple(Step)

    async def publishable_keys(self) -> tuple[ApiKey, ...]:
        """The live publishable keys with their whole tokens, oldest first, at most 50. Raises
        Forbidden."""
        query = KeyQuery(type=KeyType.PUBLISHABLE, state=StateFilter.WORKING, descending=False)
        return (await self._keys.find(query, offset=0, limit=_MOST_KEYS)).rows

    async def register(
        self,
        details: CustomerDetails,
        password: SecretStr,
        key: ApiKey,
        *,
        entering: Callable[[Step], None],
    ) -> Registration:
        """Carry out the remaining `steps`; `entering` is called before each.

        Returns the customer, who has signed in with this password, and announces `registered`.
        Raises RegistrationFailed, and Invalid for details that hold a key.

        A cancelled caller does not stop the registration, but ends the calls of `entering`. A
        second call for the same registration waits for the first; its `entering` is not called.
        """
        policy.check_details(details)
        if key.token is None:
            raise RegistrationFailed(Step.CUSTOMER, KeyRefused())
        attempt = _Attempt(details, password, key.token)
        running = self._running.setdefault(attempt.email, attempt)
        if running != attempt:
            raise RegistrationFailed(Step.IDENTITY, Conflict())
        waiting = True

        def tell(step: Step) -> None:
            if waiting:
                entering(step)

        try:
            return await self._writes.once(running.name, lambda: self._register(running, tell))
        finally:
            waiting = False

    async def _register(self, attempt: _Attempt, entering: Callable[[Step], None]) -> Registration:
        try:
            if Step.IDENTITY in self.steps:
                entering(Step.IDENTITY)
            if await self._has_account(attempt.email):
                # A new identity could never get a customer, and would block the email for good.
                identity: CustomerToken | None = await self._own_identity(attempt, EmailTaken())
            else:
                identity = await self._identity(attempt)
            customer, found = None, True
            if identity is None or not identity.customer_id:
                entering(Step.CUSTOMER)
                customer, found = await self._customer(attempt, identity)
            entering(Step.SIGN_IN)
            proven = await self._proof(attempt, customer)
        finally:
            del self._running[attempt.email]
        self.registered.announce(proven)
        return Registration(proven, found)

    async def _has_account(self, email: str) -> bool:
        """Whether an account has this email, as far as the admin may see."""
        try:
            found = await self._customers.by_emails([email])
        except ConsoleError as error:
            log.info("nobody was looked for before a registration: %s", type(error).__name__)
            return False
        return any(customer.has_account for customer in found)

    async def _identity(self, attempt: _Attempt) -> CustomerToken | None:
        """A token for the second step, or of an existing customer; None at a store of the
        documented kind."""
        try:
            token = await self._storefront.register_identity(attempt.email, attempt.password)
        except NoSuchRoute:
            self._in_one_step = True
            return None
        except (EmailTaken, OutcomeUnknown) as error:
            return await self._own_identity(attempt, error)
        except ConsoleError as error:
            raise RegistrationFailed(Step.IDENTITY, error) from error
        self._in_one_step = False
        return CustomerToken(token, "")

    async def _own_identity(
        self, attempt: _Attempt, error: EmailTaken | OutcomeUnknown
    ) -> CustomerToken:
        """The token of the existing identity that this password opens."""
        try:
            return await self._storefront.sign_in(attempt.email, attempt.password)
        except WrongPassword:
            cause: ConsoleError = error
        except NotASession as more:
            cause = more
        except ConsoleError as lost:
            # "Taken" does not prove whose email it is; a lost answer stays OutcomeUnknown.
            cause = lost if isinstance(error, EmailTaken) else error
        raise RegistrationFailed(Step.IDENTITY, cause) from error

    async def _customer(
        self, attempt: _Attempt, identity: CustomerToken | None
    ) -> tuple[Customer | None, bool]:
        """The new customer, None if the answer to the create was lost; and whether the customer
        existed before."""
        try:
            if identity is None:
                customer = await self._storefront.register_at_once(
                    attempt.key, attempt.details, attempt.password
                )
            else:
                customer = await self._storefront.create_customer(
                    identity.token, attempt.key, attempt.details
                )
        except (EmailTaken, OutcomeUnknown) as error:
            # The server may finish an earlier attempt late, so look after EmailTaken as well.
            if not await self._own_customer(attempt):
                raise RegistrationFailed(Step.CUSTOMER, error) from error
            return None, isinstance(error, EmailTaken)
        except ConsoleError as error:
            raise RegistrationFailed(Step.CUSTOMER, error) from error
        return customer, False

    async def _own_customer(self, attempt: _Attempt) -> bool:
        try:
            token = await self._storefront.sign_in(attempt.email, attempt.password)
        except ConsoleError as error:
            log.info("no customer was found by signing in: %s", type(error).__name__)
            return False
        return bool(token.customer_id)

    async def _proof(self, attempt: _Attempt, customer: Customer | None) -> Customer:
        """The customer's own record, read after signing in."""
        try:
            signed_in = await self._storefront.sign_in(attempt.email, attempt.password)
            if not signed_in.customer_id:
                raise NoCustomer
            told = await self._storefront.me(signed_in.token, attempt.key)
            if not told.has_account:
                raise NoCustomer
            if told.email != attempt.email or told.id != signed_in.customer_id:
                raise EmailTaken
        except ConsoleError as error:
            raise RegistrationFailed(Step.SIGN_IN, error, customer) from error
        return told

    async def check(self, customer: Customer, password: SecretStr) -> SignInCheck:
        """Check whether `customer` can sign in; the session that this opens is discarded.

        Raises Invalid for a customer without an email or an account, and what `Transport` raises.
        """
        # A masked email is another one, and a password may reach no other account.
        if not (customer.email and customer.has_account) or tokens.STARS in customer.email:
            raise NotSendable(InputFault.NO_SIGN_IN)
        try:
            token = await self._storefront.sign_in(customer.email, password)
        except WrongPassword:
            return SignInCheck.REFUSED
        except (MfaRequired, VerificationRequired, ProviderRequired):
            return SignInCheck.MORE_NEEDED
        if not token.customer_id:
            return SignInCheck.NO_CUSTOMER
        return SignInCheck.YES if token.customer_id == customer.id else SignInCheck.SOMEBODY_ELSE

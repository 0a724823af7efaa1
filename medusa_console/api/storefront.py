"""The routes that a customer's browser calls: registration, sign-in, /store (contract, section
5.2).

The requests carry the customer's token, never the admin's.
"""

from __future__ import annotations

from pydantic import SecretStr, TypeAdapter

from medusa_console.api.answers import part
from medusa_console.api.login import log_in, register
from medusa_console.api.transport import Call, Transport
from medusa_console.domain.customer import Customer, CustomerDetails
from medusa_console.domain.errors import (
    EmailTaken,
    Invalid,
    KeyRefused,
    NotASession,
    SignInNeeded,
)
from medusa_console.domain.session import CustomerToken, read_customer_id

_CUSTOMERS = "/store/customers"
_DUPLICATE = 422


_CUSTOMER: TypeAdapter[Customer] = part("customer", Customer)


class Storefront:
    """`key` is a whole publishable key; KeyRefused is raised when the store requires and refuses
    it."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def register_identity(self, email: str, password: SecretStr) -> SecretStr:
        """POST /auth/customer/emailpass/register: an identity without a customer.

        A repeat with the same password returns a token again, until the identity has a customer.
        """
        token = await register(self._transport, "customer", email, password)
        try:
            read_customer_id(token.get_secret_value())
        except NotASession as error:
            raise self._transport.unproven(str(error)) from None
        return token

    async def create_customer(
        self, registration: SecretStr, key: SecretStr, details: CustomerDetails
    ) -> Customer:
        """POST /store/customers with the identity's token."""
        return await self._create(key, details.filled(), registration)

    async def register_at_once(
        self, key: SecretStr, details: CustomerDetails, password: SecretStr
    ) -> Customer:
        """POST /store/customers with a password instead of a token."""
        body = {**details.filled(), "password": password.get_secret_value()}
        return await self._create(key, body, None)

    async def sign_in(self, email: str, password: SecretStr) -> CustomerToken:
        """POST /auth/customer/emailpass."""
        token = await log_in(self._transport, "customer", email, password)
        return CustomerToken(token, read_customer_id(token.get_secret_value()))

    async def me(self, token: SecretStr, key: SecretStr) -> Customer:
        """GET /store/customers/me."""
        call = Call("GET", f"{_CUSTOMERS}/me", headers=_with(key))
        try:
            return (await self._transport.fetch(call, _CUSTOMER, bearer=token)).value
        except Invalid as refusal:
            raise _about_the_key(refusal) from None

    async def _create(
        self, key: SecretStr, body: dict[str, str], bearer: SecretStr | None
    ) -> Customer:
        call = Call("POST", _CUSTOMERS, json=body, headers=_with(key))
        try:
            customer = (await self._transport.fetch(call, _CUSTOMER, bearer=bearer)).value
        except SignInNeeded as refusal:
            if refusal.doubt is not None:
                raise self._transport.unknown(refusal.doubt) from None
            raise
        except Invalid as refusal:
            if refusal.status == _DUPLICATE:
                raise EmailTaken(refusal.message, status=refusal.status) from None
            raise _about_the_key(refusal) from None
        if customer.email != body["email"]:
            raise self._transport.unproven("the answer is about another customer")
        return customer


def _with(key: SecretStr) -> dict[str, str]:
    return {"x-publishable-api-key": key.get_secret_value()}


def _about_the_key(refusal: Invalid) -> Invalid | KeyRefused:
    if "publishable" in refusal.message.lower():
        return KeyRefused(refusal.message, status=refusal.status)
    return refusal

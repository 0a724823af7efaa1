"""Customers. Source: contract, section 5."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from medusa_console.domain.bounded import Created, Email, Identifier, Linked, Name, Text


class _Record(BaseModel):
    """Prints only its id, because all other fields are personal data."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    id: Identifier

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.id})"

    __str__ = __repr__


class CustomerGroup(_Record):
    """One record of `/admin/customer-groups`; the first Medusas 2 took one without a name."""

    name: Annotated[Name, BeforeValidator(lambda name: "" if name is None else name)] = ""


class Address(_Record):
    """One address of a customer. The country is a two-letter code that the server does not
    check."""

    address_name: Text | None = None
    first_name: Text | None = None
    last_name: Text | None = None
    company: Text | None = None
    address_1: Text | None = None
    address_2: Text | None = None
    postal_code: Text | None = None
    city: Text | None = None
    province: Text | None = None
    country_code: Text | None = None
    phone: Text | None = None


class Customer(_Record):
    """One record of `/admin/customers`.

    `has_account` is False for guests, who cannot sign in. A guest and an account may have the same
    email; a guest may have none. `addresses` and `metadata` are present only when a single customer
    was read.
    """

    email: Email | None = None
    first_name: Text | None = None
    last_name: Text | None = None
    company_name: Text | None = None
    phone: Text | None = None
    has_account: bool = False
    created_at: Created
    groups: Linked[CustomerGroup] = ()
    addresses: Linked[Address] = ()
    metadata: Mapping[str, Any] | None = Field(default=None)

    @property
    def name(self) -> str:
        """First and last name; "" when neither is known."""
        return " ".join(part for part in (self.first_name, self.last_name) if part)


@dataclass(frozen=True, repr=False)
class CustomerDetails:
    """The form fields of a customer; "" for an unknown value."""

    email: str = ""
    first_name: str = ""
    last_name: str = ""
    phone: str = ""
    company_name: str = ""

    @classmethod
    def of(cls, customer: Customer) -> CustomerDetails:
        """The details of an existing customer."""
        return cls(*(getattr(customer, field.name) or "" for field in fields(cls)))

    def filled(self) -> dict[str, str]:
        """The fields with a value, by Medusa's names."""
        return {name: value for name, value in asdict(self).items() if value}


@dataclass(frozen=True)
class EmailMatches:
    """Other customers with an email: `account` and `guest` have exactly this email, `near` one
    that differs only in case. Medusa treats them as different customers."""

    account: Customer | None = None
    guest: Customer | None = None
    near: tuple[Customer, ...] = ()

"""Admin users and auth providers. Source: contract, section 2."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict

from medusa_console.domain import tokens
from medusa_console.domain.bounded import Identifier, Name

_PROVIDER = re.compile(r"[A-Za-z0-9_-]{1,100}")


class User(BaseModel):
    """One record of `/admin/users`."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    id: Identifier
    email: Name = ""
    first_name: Name | None = None
    last_name: Name | None = None

    @property
    def name(self) -> str:
        """First and last name, else the email, else the id."""
        names = (part for part in (self.first_name, self.last_name) if part)
        return " ".join(names) or self.email or self.id


@dataclass(frozen=True)
class NewAdmin:
    """An account that an invite is going to make."""

    email: str
    first_name: str = ""
    last_name: str = ""


class AuthProvider(BaseModel):
    """One provider that the server offers for sign-in: `flow` is `credentials` or `redirect`."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    id: Identifier
    display_name: Name = ""
    flow: Name = "credentials"

    @property
    def has_page(self) -> bool:
        """Whether people sign in on a page of the provider's own, which this program can open."""
        return self.flow == "redirect" and is_provider_id(self.id)


def is_provider_id(text: str) -> bool:
    """Whether `text` may stand in an address as a provider's id."""
    return _PROVIDER.fullmatch(text) is not None and not tokens.may_hold_a_key(text)

"""Admin users and auth providers. Source: contract, section 2."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from medusa_console.domain.bounded import Identifier, Name


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


class AuthProvider(BaseModel):
    """One provider that the server offers for sign-in: `flow` is `credentials` or `redirect`."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    id: Identifier
    display_name: Name = ""
    flow: Name = "credentials"

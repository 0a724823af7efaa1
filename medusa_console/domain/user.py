"""Admin users and auth providers. Source: contract, section 2."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from medusa_console.domain.text import Text

_LONGEST_NAME = 200


class User(BaseModel):
    """One record of `/admin/users`."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    id: Text
    email: Text = ""
    first_name: Text | None = None
    last_name: Text | None = None

    @property
    def name(self) -> str:
        """First and last name, else the email, else the id."""
        name = " ".join(part for part in (self.first_name, self.last_name) if part) or (
            self.email or self.id
        )
        return name[:_LONGEST_NAME]


class AuthProvider(BaseModel):
    """One provider that the server offers for sign-in: `flow` is `credentials` or `redirect`."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    id: str
    display_name: Text = ""
    flow: str = "credentials"

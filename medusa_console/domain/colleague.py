"""The people who may sign in to a store as admins, and the invites that nobody has accepted yet.
Source: contract, section 2."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from pydantic import BaseModel, ConfigDict, SecretStr

from medusa_console.domain.bounded import Created, Email, Identifier, Moment, Name


class JoinedPerson(BaseModel):
    """A user (an admin). Medusa records nobody who invited them."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    id: Identifier
    email: Email = ""
    first_name: Name | None = None
    last_name: Name | None = None
    created_at: Created

    @property
    def name(self) -> str:
        """First and last name, else the email, else the id."""
        names = (part for part in (self.first_name, self.last_name) if part)
        return " ".join(names) or self.email or self.id


class OpenInvite(BaseModel):
    """An invite that nobody has accepted: accepting one deletes it. Medusa records nobody who sent
    it. Its token can be used until `expires_at`."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    id: Identifier
    email: Email = ""
    created_at: Created
    expires_at: Moment | None = None

    @property
    def name(self) -> str:
        """Whom it is for, else the id."""
        return self.email or self.id

    def expired(self, now: datetime) -> bool:
        """Whether nobody can accept it any more at `now`, until it is sent again."""
        return self.expires_at is not None and self.expires_at <= now


Colleague: TypeAlias = JoinedPerson | OpenInvite
"""Somebody who is here, or who was asked to come."""


@dataclass(frozen=True)
class NewInvite:
    """An invite with its token, which comes with this one answer: whoever has it becomes an
    admin."""

    invite: OpenInvite
    token: SecretStr

"""Roles and permissions of an account. Source: contract, section 7."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pydantic import BaseModel, ConfigDict

from medusa_console.domain.bounded import Identifier, Name, Text

SUPER_ADMIN: Final = "role_super_admin"
"""The id of Medusa's own role that may do everything."""


class Role(BaseModel):
    """A role of role-based access control."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    id: Identifier
    name: Name
    description: Text | None = None


@dataclass(frozen=True)
class Permissions:
    """The granted permissions as `resource:operation`; None when unknown or unlimited.

    The server checks every request: an action is offered unless a permission is known to be
    missing.
    """

    granted: frozenset[str] | None = None

    def missing(self, needed: tuple[str, ...]) -> tuple[str, ...]:
        """The permissions of `needed` that are known to be missing, in their order."""
        if self.granted is None:
            return ()
        return tuple(one for one in needed if one not in self.granted)

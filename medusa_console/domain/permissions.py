"""Roles and permissions of an account. Source: contract, section 7."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pydantic import BaseModel, ConfigDict

from medusa_console.domain.bounded import Identifier, Name, Text

SUPER_ADMIN: Final = "role_super_admin"
"""The id of Medusa's own role that may do everything."""


class Role(BaseModel):
    """A role of role-based access control. Of a `deleted` one that somebody still has, the store
    tells the id alone."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    id: Identifier
    name: Name
    description: Text | None = None
    deleted: bool = False


@dataclass(frozen=True)
class Permissions:
    """What an account may do at a store, as far as is known.

    `granted` are the permissions as `resource:operation`; None when unknown, or when RBAC is off.
    `rbac` tells whether RBAC is on, None when unknown. With `per_request`, the store looks up the
    roles at each request, and not in the session's token.

    The server checks every request: an action is offered unless a permission is known to be
    missing. Unknown permissions are neither all nor none.
    """

    granted: frozenset[str] | None = None
    rbac: bool | None = None
    per_request: bool = False

    def missing(self, needed: tuple[str, ...]) -> tuple[str, ...]:
        """The permissions of `needed` that are known to be missing, in their order."""
        if self.granted is None:
            return ()
        return tuple(one for one in needed if one not in self.granted)

    @property
    def unknown(self) -> bool:
        """Whether neither the permissions are known nor that RBAC is off."""
        return self.granted is None and self.rbac is not False

    @property
    def bars_keys(self) -> bool | None:
        """Whether RBAC keeps secret keys from what needs a role: where the token holds the roles,
        no key has one. False when RBAC is off. None when unknown, also where roles are looked up
        at each request: such a store may give roles to keys."""
        if self.granted is not None and not self.per_request:
            return True
        return False if self.rbac is False else None

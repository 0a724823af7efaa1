"""What an account may do at a store. Source: contract, section 7."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict


class Role(BaseModel):
    """A role of role-based access control."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    id: str
    name: str
    description: str | None = None


@dataclass(frozen=True)
class Permissions:
    """What is granted, as `resource:operation`; None when that is not known, or not limited.

    The server has the last word: what is not known to be missing is offered.
    """

    granted: frozenset[str] | None = None

    def missing(self, needed: tuple[str, ...]) -> tuple[str, ...]:
        """Those of `needed` that are surely not granted, in their order."""
        if self.granted is None:
            return ()
        return tuple(right for right in needed if right not in self.granted)

"""What may be done with a key in which state; the server has the last word."""

from __future__ import annotations

from medusa_console.domain import tokens
from medusa_console.domain.api_key import KeyState, StateKind
from medusa_console.domain.errors import Invalid


def check_title(title: str) -> None:
    """Titles are shown everywhere and written down; raises Invalid for one that holds a key."""
    if tokens.mask(title) != title:
        raise Invalid("A title must not contain a key.", field="title", status=0)


def may_revoke(state: KeyState) -> bool:
    """Whether a revoke would change anything."""
    return state.works


def may_delete(state: KeyState) -> bool:
    """Whether the record may be deleted: Medusa refuses while the key works."""
    return state.kind is StateKind.REVOKED

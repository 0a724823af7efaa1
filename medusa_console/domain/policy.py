"""Which actions a key's state and the account's permissions allow; the server checks again."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from medusa_console.domain import tokens
from medusa_console.domain.errors import InputFault, NotSendable
from medusa_console.domain.key_state import KeyState, StateKind

if TYPE_CHECKING:
    from medusa_console.domain.customer import CustomerDetails
    from medusa_console.domain.permissions import Permissions


class Action(Enum):
    """An action at a store."""

    CREATE_KEY = auto()
    RENAME_KEY = auto()
    REVOKE_KEY = auto()
    DELETE_KEY = auto()
    CHECK_KEY = auto()
    ADD_CHANNEL = auto()
    CHANGE_CHANNELS = auto()
    CONFIRM_SAVED = auto()
    SCHEDULE_KEY = auto()
    EXTEND_KEY = auto()
    ROTATE_KEY = auto()
    REACTIVATE_KEY = auto()
    VIEW_STORE = auto()
    DIAGNOSE_KEY = auto()
    TRACE_KEY = auto()
    NOTE_KEY = auto()
    EXPORT_KEYS = auto()
    REGISTER_CUSTOMER = auto()
    CREATE_GUEST = auto()
    EDIT_CUSTOMER = auto()
    DELETE_CUSTOMER = auto()
    CHECK_SIGN_IN = auto()
    INVITE_COLLEAGUE = auto()
    RESEND_INVITE = auto()
    DELETE_INVITE = auto()
    CHANGE_ROLES = auto()
    RESET_PASSWORD = auto()
    SHOW_MADE_KEYS = auto()
    REMOVE_COLLEAGUE = auto()


# Routes with an id need the read permission as well (contract, quirk 13).
_NEEDED: dict[Action, tuple[str, ...]] = {
    Action.CREATE_KEY: ("api_key:create",),
    Action.RENAME_KEY: ("api_key:read", "api_key:update"),
    Action.REVOKE_KEY: ("api_key:read", "api_key:update"),
    Action.ADD_CHANNEL: ("api_key:read", "api_key:update"),
    Action.CHANGE_CHANNELS: ("api_key:read", "api_key:update"),
    Action.SCHEDULE_KEY: ("api_key:read", "api_key:update"),
    Action.EXTEND_KEY: ("api_key:read", "api_key:update"),
    Action.ROTATE_KEY: ("api_key:create", "api_key:read", "api_key:update"),
    Action.REACTIVATE_KEY: ("api_key:read", "api_key:update"),
    Action.DELETE_KEY: ("api_key:read", "api_key:delete"),
    Action.CREATE_GUEST: ("customer:create",),
    Action.EDIT_CUSTOMER: ("customer:read", "customer:update"),
    Action.DELETE_CUSTOMER: ("customer:read", "customer:delete"),
    Action.INVITE_COLLEAGUE: ("invite:create",),
    Action.RESEND_INVITE: ("invite:read", "invite:update"),
    Action.DELETE_INVITE: ("invite:read", "invite:delete"),
    Action.CHANGE_ROLES: ("user:read", "user:update", "rbac_role:read", "rbac_role:update"),
    Action.RESET_PASSWORD: ("user:update",),
    Action.SHOW_MADE_KEYS: ("api_key:read",),
    Action.REMOVE_COLLEAGUE: ("user:read", "user:delete"),
}
_CHANGES_NOTHING = frozenset(
    {
        Action.CHECK_KEY,
        Action.CONFIRM_SAVED,
        Action.VIEW_STORE,
        Action.DIAGNOSE_KEY,
        Action.TRACE_KEY,
        Action.NOTE_KEY,
        Action.EXPORT_KEYS,
        Action.CHECK_SIGN_IN,
        Action.SHOW_MADE_KEYS,
    }
)
DANGEROUS = frozenset(
    {
        Action.REVOKE_KEY,
        Action.DELETE_KEY,
        Action.DELETE_CUSTOMER,
        Action.DELETE_INVITE,
        Action.REMOVE_COLLEAGUE,
    }
)
"""Actions that cannot be undone."""


@dataclass(frozen=True)
class Denial:
    """Why an action is not offered: the store is read-only here, or permissions are missing."""

    read_only: bool = False
    missing: tuple[str, ...] = ()


def denial(action: Action, permissions: Permissions, *, read_only: bool) -> Denial | None:
    """Why `action` is not offered; None if it is allowed as far as is known."""
    if read_only and action not in _CHANGES_NOTHING:
        return Denial(read_only=True)
    missing = permissions.missing(_NEEDED.get(action, ()))
    return Denial(missing=missing) if missing else None


def check_title(title: str) -> None:
    """Raise NotSendable for a title that may hold a key, because titles are shown."""
    if tokens.may_hold_a_key(title):
        raise NotSendable(InputFault.KEY_IN_TITLE, field="title")


def check_details(details: CustomerDetails) -> None:
    """Raise NotSendable, with the field's name, for details that may hold a key."""
    for name, text in asdict(details).items():
        if tokens.may_hold_a_key(text):
            raise NotSendable(InputFault.KEY_IN_DETAILS, field=name)


def may_revoke(state: KeyState) -> bool:
    """Whether a revoke would change anything."""
    return state.works


def may_delete(state: KeyState) -> bool:
    """Whether the record may be deleted: Medusa refuses while the key works."""
    return state.kind is StateKind.REVOKED

"""What may be done, with which rights, at which store."""

from __future__ import annotations

import pytest

from medusa_console.domain.permissions import Permissions
from medusa_console.domain.policy import Action, Denial, denial

EVERYTHING = Permissions()
AUDITOR = Permissions(frozenset({"api_key:read", "customer:read"}))


@pytest.mark.parametrize("action", Action)
def test_where_permissions_are_not_known_or_not_limited_everything_is_offered(
    action: Action,
) -> None:
    assert denial(action, EVERYTHING, read_only=False) is None


@pytest.mark.parametrize(
    ("action", "missing"),
    [
        (Action.CREATE_KEY, "api_key:create"),
        (Action.RENAME_KEY, "api_key:update"),
        (Action.REVOKE_KEY, "api_key:update"),
        (Action.DELETE_KEY, "api_key:delete"),
        (Action.CREATE_GUEST, "customer:create"),
        (Action.EDIT_CUSTOMER, "customer:update"),
        (Action.DELETE_CUSTOMER, "customer:delete"),
    ],
)
def test_an_auditor_may_look_and_no_more(action: Action, missing: str) -> None:
    assert denial(action, AUDITOR, read_only=False) == Denial(missing=(missing,))


def test_who_has_the_right_is_not_stopped() -> None:
    permissions = Permissions(frozenset({"api_key:read", "api_key:update"}))
    assert denial(Action.REVOKE_KEY, permissions, read_only=False) is None


def test_on_a_read_only_store_nothing_is_changed_but_what_asks_or_stays_here_is_possible() -> None:
    asks, stays_here = (
        {
            "CHECK_KEY",
            "VIEW_STORE",
            "DIAGNOSE_KEY",
            "TRACE_KEY",
            "EXPORT_KEYS",
            "CHECK_SIGN_IN",
            "SHOW_MADE_KEYS",
        },
        {"CONFIRM_SAVED", "NOTE_KEY"},
    )
    for action in Action:
        harmless = action.name in asks | stays_here
        expected = None if harmless else Denial(read_only=True)
        assert denial(action, EVERYTHING, read_only=True) == expected

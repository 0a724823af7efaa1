"""What can be done on the keys page: the text, the key and the rule of each action."""

from __future__ import annotations

from collections.abc import Callable

from medusa_console.domain import policy
from medusa_console.domain.api_key import ApiKey
from medusa_console.domain.key_bulk import BulkAction
from medusa_console.domain.policy import Action
from medusa_console.ui.keys.actions import KeyActions
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.records.actions import ManyAction, PageAction, RowAction
from medusa_console.ui.words.many_counts import many_keys


def page_actions() -> tuple[PageAction[KeyActions, ApiKey], ...]:
    """The actions of the keys page without a key."""
    return (
        PageAction(
            Action.CREATE_KEY, translate("KeyActions", "Create key"), "Ctrl+N", KeyActions.create
        ),
        PageAction(
            Action.EXPORT_KEYS, translate("KeyActions", "Export"), "Ctrl+E", KeyActions.export
        ),
    )


def _many(action: BulkAction, text: Callable[[int], str]) -> ManyAction[KeyActions]:
    return ManyAction(text, lambda actions, ids: actions.many.ask(action, ids))


def row_actions() -> tuple[RowAction[KeyActions, ApiKey], ...]:
    """The actions with one key, dangerous actions last."""
    return (
        RowAction(
            Action.CHECK_KEY,
            "checkNow",
            translate("KeyActions", "Check now"),
            translate("KeyActions", "Check {name}"),
            KeyActions.check,
            icon="refresh-cw",
            allowed=KeyActions.was_revoked_in_vain,
            in_menu=False,
        ),
        RowAction(
            Action.CONFIRM_SAVED,
            "confirmSaved",
            translate("KeyActions", "I have saved this key"),
            translate("KeyActions", "Confirm that {name} is saved"),
            KeyActions.confirm_saved,
            icon="check",
            allowed=KeyActions.waits_to_be_saved,
            in_menu=False,
        ),
        RowAction(
            Action.ADD_CHANNEL,
            "addChannel",
            translate("KeyActions", "Add channel"),
            translate("KeyActions", "Add a channel to {name}"),
            KeyActions.change_channels,
            icon="plus",
            allowed=KeyActions.lacks_channels,
        ),
        RowAction(
            Action.CHANGE_CHANNELS,
            "salesChannels",
            translate("KeyActions", "Sales channels…"),
            translate("KeyActions", "Change the sales channels of {name}"),
            KeyActions.change_channels,
            icon="store",
            allowed=KeyActions.has_channels,
        ),
        RowAction(
            Action.VIEW_STORE,
            "viewStore",
            translate("KeyActions", "View store as this key…"),
            translate("KeyActions", "View the store as {name}"),
            lambda actions, key: actions.publishable.view_store(key),
            icon="eye",
            allowed=lambda actions, key: actions.publishable.may_view_store(key),
        ),
        RowAction(
            Action.NOTE_KEY,
            "noteUse",
            translate("KeyActions", "Where it is used…"),
            translate("KeyActions", "Note where {name} is used"),
            lambda actions, key: actions.notes.change(key),
            icon="map-pin",
        ),
        RowAction(
            Action.RENAME_KEY,
            "rename",
            translate("KeyActions", "Rename"),
            translate("KeyActions", "Rename {name}"),
            KeyActions.rename,
            key="F2",
            icon="pencil",
        ),
        RowAction(
            Action.DIAGNOSE_KEY,
            "diagnose",
            translate("KeyActions", "Why does this key fail?"),
            translate("KeyActions", "Find out why {name} fails"),
            KeyActions.diagnose,
            icon="info",
        ),
        RowAction(
            Action.TRACE_KEY,
            "whatItDid",
            translate("KeyActions", "What it did…"),
            translate("KeyActions", "Show what {name} did"),
            KeyActions.show_what_it_did,
            icon="search",
            allowed=KeyActions.is_dead_secret,
        ),
        RowAction(
            Action.ROTATE_KEY,
            "rotate",
            translate("KeyActions", "Rotate…"),
            translate("KeyActions", "Rotate {name}"),
            KeyActions.rotate,
            key="Ctrl+Shift+R",
            icon="rotate-cw",
            allowed=lambda actions, key: policy.may_revoke(actions.state(key)),
        ),
        RowAction(
            Action.SCHEDULE_KEY,
            "scheduleRevocation",
            translate("KeyActions", "Schedule revocation…"),
            translate("KeyActions", "Schedule the revocation of {name}"),
            lambda actions, key: actions.ends.schedule(key),
            icon="clock",
            allowed=lambda actions, key: actions.ends.may_schedule(key),
            many=_many(BulkAction.SCHEDULE, many_keys.schedule),
        ),
        RowAction(
            Action.EXTEND_KEY,
            "extend",
            translate("KeyActions", "Extend…"),
            translate("KeyActions", "Move the end of {name}"),
            lambda actions, key: actions.ends.schedule(key),
            icon="clock",
            allowed=lambda actions, key: actions.ends.may_extend(key),
            many=_many(BulkAction.EXTEND, many_keys.extend),
        ),
        RowAction(
            Action.REVOKE_KEY,
            "revoke",
            translate("KeyActions", "Revoke…"),
            translate("KeyActions", "Revoke {name}"),
            KeyActions.revoke,
            called=KeyActions.revoke_text,
            key="Del",
            icon="ban",
            allowed=lambda actions, key: policy.may_revoke(actions.state(key)),
            many=_many(BulkAction.REVOKE, many_keys.revoke),
        ),
        RowAction(
            Action.REACTIVATE_KEY,
            "reactivate",
            translate("KeyActions", "Reactivate…"),
            translate("KeyActions", "Reactivate {name}"),
            lambda actions, key: actions.publishable.reactivate(key),
            icon="rotate-ccw",
            allowed=lambda actions, key: actions.publishable.may_reactivate(key),
        ),
        RowAction(
            Action.DELETE_KEY,
            "deleteRecord",
            translate("KeyActions", "Delete record…"),
            translate("KeyActions", "Delete the record of {name}"),
            KeyActions.delete_record,
            key="Shift+Del",
            icon="trash-2",
            allowed=lambda actions, key: policy.may_delete(actions.state(key)),
            many=_many(BulkAction.DELETE, many_keys.delete),
        ),
    )

"""What is said of many keys of a store at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from medusa_console.domain.api_key import KeyType
from medusa_console.domain.key_bulk import BulkAction, Outcome, Receipt
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words import labels
from medusa_console.ui.words.many_counts import many_keys


def button(action: BulkAction) -> Callable[[int], str]:
    """'Revoke 3 keys', on the button that does it."""
    return {
        BulkAction.REVOKE: many_keys.do_revoke,
        BulkAction.SCHEDULE: many_keys.do_schedule,
        BulkAction.EXTEND: many_keys.do_extend,
        BulkAction.DELETE: many_keys.do_delete,
    }[action]


def question(action: BulkAction) -> Callable[[int], str]:
    """'Revoke 3 keys?'"""
    return {
        BulkAction.REVOKE: many_keys.ask_revoke,
        BulkAction.SCHEDULE: many_keys.ask_schedule,
        BulkAction.EXTEND: many_keys.ask_extend,
        BulkAction.DELETE: many_keys.ask_delete,
    }[action]


def under_way(action: BulkAction) -> str:
    """'Revoking…'"""
    return {
        BulkAction.REVOKE: translate("keyMany", "Revoking…"),
        BulkAction.SCHEDULE: translate("keyMany", "Scheduling…"),
        BulkAction.EXTEND: translate("keyMany", "Extending…"),
        BulkAction.DELETE: translate("keyMany", "Deleting records…"),
    }[action]


def breaks(action: BulkAction, kinds: frozenset[KeyType]) -> list[str]:
    """What an action on keys of these types breaks, one sentence or two a line."""
    secret, public = KeyType.SECRET in kinds, KeyType.PUBLISHABLE in kinds
    match action:
        case BulkAction.REVOKE:
            told = []
            if secret:
                told.append(
                    translate(
                        "keyMany",
                        "Anything that uses the secret keys stops working immediately. This cannot "
                        "be undone.",
                    )
                )
            if public:
                told.append(
                    translate(
                        "keyMany",
                        "Storefronts that use the publishable keys stop working immediately.",
                    )
                )
            return told
        case BulkAction.SCHEDULE:
            return [
                translate(
                    "keyMany",
                    "They work until then, and whatever uses them stops working at that time. An "
                    "end can be moved, but never removed.",
                )
            ]
        case BulkAction.EXTEND:
            return [
                translate(
                    "keyMany",
                    "They work until then. An end can be moved, but never removed. Keys that end "
                    "later already stay as they are.",
                )
            ]
        case BulkAction.DELETE:
            return [
                translate(
                    "keyMany",
                    "Deleting the records removes every trace of these keys from the server, "
                    "including who revoked them and when. This cannot be undone.",
                ),
                translate(
                    "keyMany",
                    "A full copy of each record goes to the receipts on this computer first.",
                ),
            ]


def everything(kinds: tuple[KeyType, ...], action: BulkAction) -> str:
    """The warning that all working keys of these types are among them."""
    if len(kinds) > 1:
        text = translate("keyMany", "These are all working keys of this store.")
    elif KeyType.SECRET in kinds:
        text = translate("keyMany", "These are all working secret keys of this store.")
    else:
        text = translate("keyMany", "These are all working publishable keys of this store.")
    stops = (
        translate("keyMany", "Everything connected stops.")
        if action is BulkAction.REVOKE
        else translate("keyMany", "Everything connected stops at that time.")
    )
    return f"{text} {stops}"


def outcome(receipt: Receipt | None, by: str, why: str) -> str:
    """What became of one key; `by` is who revoked it, `why` why it was not done. None: nothing
    yet."""
    if receipt is None:
        return translate("keyMany", "Waiting for its turn")
    deleting = receipt.action == BulkAction.DELETE
    when = _when(receipt.revoked_at)
    match Outcome(receipt.outcome):
        case Outcome.DONE if deleting:
            text = translate("keyMany", "Record deleted at {time}").format(time=_when(receipt.at))
        case Outcome.DONE if receipt.action == BulkAction.REVOKE and when:
            text = translate("keyMany", "Revoked {time} by {who}").format(time=when, who=by)
        case Outcome.DONE if receipt.action == BulkAction.REVOKE:
            text = translate("keyMany", "Revoked")
        case Outcome.DONE:
            text = translate("keyMany", "Works until {time}").format(time=when)
        case Outcome.BY_OTHERS:
            text = translate("keyMany", "Already revoked {time} by {who}").format(time=when, who=by)
        case Outcome.GONE:
            text = translate("keyMany", "Its record was already deleted, so the key is dead")
        case Outcome.LATER:
            text = translate("keyMany", "Ends later already: {time}").format(time=when)
        case Outcome.SOONER:
            text = translate("keyMany", "Ends sooner already: {time}").format(time=when)
        case Outcome.REFUSED:
            text = translate("keyMany", "Not done. {why}").format(why=why)
        case Outcome.NOT_DONE:
            text = translate("keyMany", "Not done: the answer was lost, and a second look shows it")
        case Outcome.UNKNOWN if deleting:
            text = translate("keyMany", "Not confirmed: the record may still be there")
        case Outcome.UNKNOWN:
            text = translate("keyMany", "Not confirmed: treat the key as working")
        case _:
            text = translate("keyMany", "Not touched")
    if receipt.checked and Outcome(receipt.outcome) is not Outcome.NOT_DONE:
        checked = translate("keyMany", "The answer was lost, and this was read afterwards.")
        text = f"{text}. {checked}"
    return text


def _when(moment: str) -> str:
    return labels.exact(datetime.fromisoformat(moment)) if moment else ""

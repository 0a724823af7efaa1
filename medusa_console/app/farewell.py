"""The notice that a session has ended for good."""

from __future__ import annotations

from medusa_console.domain.session import Ended
from medusa_console.domain.store import Store
from medusa_console.services.session import SignedOut
from medusa_console.ui.kit.banner import Notice, NoticeKind
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words import labels


def farewell(state: SignedOut, store: Store) -> Notice | None:
    """The notice for the end of a session at `store`; None if the end needs no notice."""
    match state.reason:
        case Ended.SIGNED_OUT:
            text = translate("farewell", "The session is removed from this computer.")
            if state.accepted_until is not None and not store.is_demo:
                text += " " + translate(
                    "farewell",
                    "Medusa cannot end it early: whoever has a copy could use it until {time}.",
                ).format(time=labels.exact(state.accepted_until))
            return Notice(NoticeKind.INFO, translate("farewell", "You are signed out"), text)
        case Ended.ACCOUNT_GONE:
            return Notice(
                NoticeKind.DANGER,
                translate("farewell", "This account no longer exists"),
                translate("farewell", "The store deleted it. Your session here has ended."),
            )
        case _:
            return None

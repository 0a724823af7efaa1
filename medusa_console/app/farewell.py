"""The notice that a session has ended for good."""

from __future__ import annotations

from medusa_console.domain.session import Ended
from medusa_console.domain.store import Store
from medusa_console.services.session import SignedOut
from medusa_console.ui.kit.banner import Notice, NoticeKind
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words import labels


def farewell(state: SignedOut, store: Store) -> Notice | None:
    """The notice for the end of a session at `store`; None if the end needs no notice."""
    match state.reason:
        case Ended.SIGNED_OUT:
            title = translate("farewell", "You are signed out of {store}")
            text = translate("farewell", "Your session was removed from this computer.")
            if state.accepted_until is not None and not store.is_demo:
                text += " " + translate(
                    "farewell",
                    "Medusa can't end a session early: a copy of it would work until {time}.",
                ).format(time=labels.exact(state.accepted_until))
            return Notice(NoticeKind.INFO, title.format(store=shown(store.name)), text)
        case Ended.ACCOUNT_GONE:
            title = translate("farewell", "Your account at {store} no longer exists")
            text = translate("farewell", "It was deleted there. Your session has ended.")
            return Notice(NoticeKind.DANGER, title.format(store=shown(store.name)), text)
        case _:
            return None

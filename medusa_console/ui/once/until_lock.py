"""Opens once-only dialogs whose secret can be made anew, so that a lock need not keep them."""

from __future__ import annotations

from contextlib import ExitStack

from PySide6.QtWidgets import QDialog

from medusa_console.services.session import SessionService
from medusa_console.services.session_states import Locked, SignedOut, State
from medusa_console.ui.kit.ask import answer


async def answer_until_lock(dialog: QDialog, session: SessionService) -> bool:
    """Open `dialog` and wait until it closes. Returns False if a lock or the end of `session` has
    closed it, or came before it."""
    was_locked = False

    def on_state(state: State) -> None:
        nonlocal was_locked
        if isinstance(state, Locked | SignedOut):
            was_locked = True
            dialog.done(QDialog.DialogCode.Rejected)

    with ExitStack() as listening:
        listening.callback(session.changed.subscribe(on_state))
        # The caller goes on a moment later; a lock in between has nothing to close.
        dialog.finished.connect(lambda: listening.close())
        dialog.destroyed.connect(lambda: listening.close())
        on_state(session.state)
        if was_locked:
            dialog.deleteLater()
        else:
            await answer(dialog)
    return not was_locked

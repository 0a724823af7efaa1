"""Shows unhandled failures in the banner, and logs the unexpected ones."""

from __future__ import annotations

import asyncio
import logging
import secrets

from PySide6.QtCore import QObject, Signal

from medusa_console.domain.errors import ConsoleError, SignInNeeded
from medusa_console.tasks import Again, Doing
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words.errors import explain
from medusa_console.ui.words.user_message import UserMessage

log = logging.getLogger(__name__)


class Reporter(QObject):
    """Receives failures from task scopes and from the last-resort hooks.

    Signals:
        message: a UserMessage for the banner, its failure, and a function that starts the
            action again (or None).
        refused: the Doing of an action that was refused because the session is over (or None),
            and a function that starts the action again (or None).
    """

    message = Signal(object, object, object)
    refused = Signal(object, object)

    def report(
        self, error: BaseException, doing: Doing | None = None, again: Again | None = None
    ) -> None:
        """Show `error`, which ended the user's action `doing`; `again` starts it again."""
        match error:
            case asyncio.CancelledError():
                return
            case SignInNeeded():
                self.refused.emit(doing, again)
            case ConsoleError():
                # Not the words of the action, which name a customer or a key.
                what = "an action" if doing else "background work"
                log.info("%s: %s", what, type(error).__name__)
                self.message.emit(_about(explain(error), doing), error, again)
            case _:
                number = secrets.token_hex(4)
                log.error("unexpected failure %s", number, exc_info=error)
                message = explain(error)
                details = translate(
                    "reporter", "Number {number} in the log file. {details}"
                ).format(number=number, details=message.details)
                told = UserMessage(message.title, message.text, details)
                self.message.emit(_about(told, doing), error, again)


def _about(message: UserMessage, doing: Doing | None) -> UserMessage:
    if doing is None:
        return message
    title = translate("reporter", "“{doing}”: {title}").format(
        doing=doing.words, title=message.title
    )
    return UserMessage(title, message.text, message.details, doing.about)

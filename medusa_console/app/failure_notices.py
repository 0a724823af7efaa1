"""Shows the failures at one store in its pages. After a 403, offers the action again once it is
allowed."""

from __future__ import annotations

from medusa_console.app.context import StoreContext
from medusa_console.domain.errors import Forbidden, ReadOnly
from medusa_console.tasks import Again
from medusa_console.ui.kit.banner import Notice, NoticeAction, NoticeKind
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.window.requests import Request
from medusa_console.ui.words.user_message import UserMessage

# How an action begins to say what it is about, if it revokes a key.
_REVOKES = ("revoke ", "settle ")


class FailureNotices:
    """The failures at one open store."""

    def __init__(self, context: StoreContext) -> None:
        self._context = context
        self._permissions = context.services.permissions

    def show(self, message: UserMessage, error: BaseException, again: Again | None) -> None:
        """Show a failure until the user closes it."""
        match error:
            case Forbidden():
                self._show_forbidden(message, error, again)
            case ReadOnly():
                words = translate("FailureNotices", "Edit store…")
                edit = NoticeAction(words, self._context.window.ask(Request.EDIT_STORE))
                self._add(message, edit)
            case _:
                self._add(message)

    def _add(self, message: UserMessage, *actions: NoticeAction) -> Notice:
        notice = Notice(
            NoticeKind.DANGER,
            message.title,
            message.text,
            message.details,
            actions,
            about=message.about,
            pressing=message.about.startswith(_REVOKES),  # the key may still work
        )
        self._context.notices().add(notice)
        return notice

    def _show_forbidden(self, message: UserMessage, error: Forbidden, again: Again | None) -> None:
        """Read the permissions again: the missing one may have been granted since the last
        refresh."""
        refresh = NoticeAction(
            translate("FailureNotices", "Refresh permissions"),
            lambda: self._context.tasks.start(self._refresh(error, again), replacing="permissions"),
        )
        notice = self._add(message, refresh)
        self._context.tasks.start(self._check_again(error, again, notice), replacing="check again")

    async def refresh(self) -> None:
        """Refresh the session to get newly granted permissions."""
        await self._permissions.refresh()
        self._context.refresh()

    async def _check_again(self, error: Forbidden, again: Again | None, notice: Notice) -> None:
        if await self._permissions.recheck(error):
            self._context.notices().remove(notice)
            self._offer(again)

    async def _refresh(self, error: Forbidden, again: Again | None) -> None:
        await self.refresh()
        if not self._permissions.value.missing(error.required):
            self._offer(again)

    def _offer(self, again: Again | None) -> None:
        actions = (
            ()
            if again is None
            else (NoticeAction(translate("FailureNotices", "Try again"), again),)
        )
        self._context.notices().add(
            Notice(
                NoticeKind.INFO,
                translate("FailureNotices", "Your role allows this now"),
                translate("FailureNotices", "Your new permissions are active."),
                actions=actions,
            )
        )

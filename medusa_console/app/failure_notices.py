"""Shows the failures at one store in its pages. After a 403, offers the action again once it is
allowed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from medusa_console.domain.errors import Forbidden, ReadOnly
from medusa_console.tasks import Again, TaskScope
from medusa_console.ui.kit.banner import Banner, Notice, NoticeAction, NoticeKind
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.window.requests import Request
from medusa_console.ui.words.user_message import UserMessage

if TYPE_CHECKING:
    from medusa_console.services.store_services import StoreServices
    from medusa_console.ui.window.main_window import MainWindow


class FailureNotices:
    """The failures at one open store. `notices` returns the store's current notices; `refreshed`
    is called when a refresh brought other permissions."""

    def __init__(
        self,
        services: StoreServices,
        window: MainWindow,
        notices: Callable[[], Banner],
        tasks: TaskScope,
        refreshed: Callable[[], None],
    ) -> None:
        self._services = services
        self._window = window
        self._notices = notices
        self._tasks = tasks
        self._refreshed = refreshed

    def show(self, message: UserMessage, error: BaseException, again: Again | None) -> None:
        """Show a failure until the user closes it."""
        match error:
            case Forbidden():
                self._show_forbidden(message, error, again)
            case ReadOnly():
                words = translate("FailureNotices", "Edit store…")
                edit = NoticeAction(words, self._window.ask(Request.EDIT_STORE))
                self._add(message, edit)
            case _:
                self._add(message)

    def _add(self, message: UserMessage, *actions: NoticeAction) -> Notice:
        notice = Notice(NoticeKind.DANGER, message.title, message.text, message.details, actions)
        self._notices().add(notice)
        return notice

    def _show_forbidden(self, message: UserMessage, error: Forbidden, again: Again | None) -> None:
        """Read the permissions again: the missing one may have been granted since the last
        refresh."""
        refresh = NoticeAction(
            translate("FailureNotices", "Refresh rights"),
            lambda: self._tasks.start(self._refresh(error, again), replacing="rights"),
        )
        notice = self._add(message, refresh)
        self._tasks.start(self._look_again(error, again, notice), replacing="look again")

    async def refresh(self) -> None:
        """Refresh the session to get newly granted permissions."""
        await self._services.permissions.refresh()
        self._refreshed()

    async def _look_again(self, error: Forbidden, again: Again | None, notice: Notice) -> None:
        if await self._services.permissions.recheck(error):
            self._notices().remove(notice)
            self._offer(again)

    async def _refresh(self, error: Forbidden, again: Again | None) -> None:
        await self.refresh()
        if not self._services.permissions.value.missing(error.required):
            self._offer(again)

    def _offer(self, again: Again | None) -> None:
        actions = (
            ()
            if again is None
            else (NoticeAction(translate("FailureNotices", "Try again"), again),)
        )
        self._notices().add(
            Notice(
                NoticeKind.INFO,
                translate("FailureNotices", "Your role allows this now"),
                translate(
                    "FailureNotices", "Your session has taken up the rights you were granted."
                ),
                actions=actions,
            )
        )

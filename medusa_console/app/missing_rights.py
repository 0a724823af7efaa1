"""A 403: what is missing is said, and the action is offered again as soon as it is allowed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from medusa_console.domain.errors import Forbidden
from medusa_console.tasks import Again, TaskScope
from medusa_console.ui.user_message import UserMessage
from medusa_console.ui.widgets.banner import Banner, Notice, NoticeAction, NoticeKind

if TYPE_CHECKING:
    from medusa_console.services.desk import Desk
    from medusa_console.ui.main_window import MainWindow


class MissingRights:
    """One for each open store. `notices` gives the store's notices as they are now; `refreshed` is
    called when the session has taken up other rights."""

    def __init__(
        self,
        desk: Desk,
        window: MainWindow,
        notices: Callable[[], Banner],
        tasks: TaskScope,
        refreshed: Callable[[], None],
    ) -> None:
        self._desk = desk
        self._window = window
        self._notices = notices
        self._tasks = tasks
        self._refreshed = refreshed

    def tell(self, message: UserMessage, error: Forbidden, again: Again | None) -> None:
        """Say what was refused. The right may have been granted since the session began: that is
        looked into at once, because the store judges by what it was then."""
        refresh = NoticeAction(
            self._window.tr("Refresh rights"),
            lambda: self._tasks.start(self._refresh(error, again), replacing="rights"),
        )
        notice = Notice(NoticeKind.DANGER, message.title, message.text, message.details, (refresh,))
        self._notices().add(notice)
        self._tasks.start(self._look_again(error, again, notice), replacing="look again")

    async def refresh(self) -> None:
        """Take up what was granted since."""
        await self._desk.rights.refresh()
        self._refreshed()

    async def _look_again(self, error: Forbidden, again: Again | None, notice: Notice) -> None:
        if await self._desk.rights.look_again(error):
            self._notices().remove(notice)
            self._offer(again)

    async def _refresh(self, error: Forbidden, again: Again | None) -> None:
        await self.refresh()
        if not self._desk.rights.value.missing(error.required):
            self._offer(again)

    def _offer(self, again: Again | None) -> None:
        actions = () if again is None else (NoticeAction(self._window.tr("Try again"), again),)
        self._notices().add(
            Notice(
                NoticeKind.INFO,
                self._window.tr("Your role allows this now"),
                self._window.tr("Your session has taken up the rights you were granted."),
                actions=actions,
            )
        )

"""Tells after a sign-in which revokes of an earlier run were not proven, and checks them again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from medusa_console.app.context import StoreContext
from medusa_console.domain.pending_revoke import LeftState, PendingRevoke
from medusa_console.services.revoke_lines import RevokeLines
from medusa_console.tasks import Doing
from medusa_console.ui.kit.banner import Notice, NoticeAction, NoticeKind
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words import labels


class UnprovenRevokes:
    """The notices of one store, which wait with its pages behind a lock."""

    def __init__(
        self,
        context: StoreContext,
        lines: RevokeLines,
        show_desk: Callable[[], None],
        show_key: Callable[[str], None],
    ) -> None:
        """`show_desk` opens the leak desk, `show_key` the key of that id in its store."""
        self._context = context
        self._services = context.services
        self._lines = lines
        self._open_desk = NoticeAction(translate("UnprovenRevokes", "Open leak desk"), show_desk)
        self._show_key = show_key

    async def tell(self) -> None:
        """Show a notice for each revoke that is left. Raises JournalUnavailable."""
        for line in await self._lines.left(self._services):
            self._say(
                line,
                NoticeKind.CAUTION,
                translate("UnprovenRevokes", "A revoke was not proven"),
                translate(
                    "UnprovenRevokes",
                    "“{title}” ({redacted}) in {store}: revoked at {when}, but nothing has shown "
                    "that the key is refused.",
                ),
                NoticeAction(
                    translate("UnprovenRevokes", "Check now"),
                    partial(self._check, line),
                    closes=False,
                ),
                NoticeAction(translate("UnprovenRevokes", "Later"), lambda: None),
            )

    def _say(
        self, line: PendingRevoke, kind: NoticeKind, title: str, text: str, *actions: NoticeAction
    ) -> None:
        told = text.format(
            title=shown(line.title),
            redacted=shown(line.redacted),
            store=shown(self._services.store.name),
            when=labels.short_moment(line.started_at),
        )
        about = f"unproven {line.id}"
        pressing = kind is not NoticeKind.INFO  # the key may still work
        self._context.notices().add(
            Notice(kind, title, told, actions=actions, about=about, pressing=pressing)
        )

    def _check(self, line: PendingRevoke) -> None:
        words = translate("UnprovenRevokes", "Check “{title}”").format(title=shown(line.title))
        self._context.tasks.start(
            self._check_now(line),
            doing=Doing(words, f"settle {line.id}"),
            again=lambda: self._check(line),
            replacing=f"unproven {line.id}",
        )

    async def _check_now(self, line: PendingRevoke) -> None:
        left = await self._lines.check_left(self._services, line)
        match left.state:
            case LeftState.WORKS:
                self._say(
                    line,
                    NoticeKind.DANGER,
                    translate("UnprovenRevokes", "It still works"),
                    translate(
                        "UnprovenRevokes",
                        "“{title}” ({redacted}) in {store} is not revoked. Revoke it again.",
                    ),
                    NoticeAction(
                        translate("UnprovenRevokes", "Show key"),
                        lambda: self._show_key(line.key_id),
                        closes=False,
                    ),
                    self._open_desk,
                )
            case LeftState.REVOKED:
                self._say(
                    line,
                    NoticeKind.INFO,
                    translate("UnprovenRevokes", "Revoked, as its record shows"),
                    translate(
                        "UnprovenRevokes",
                        "“{title}” ({redacted}) in {store}. Paste the key again to prove that it "
                        "is refused.",
                    ),
                    self._open_desk,
                )
            case LeftState.GONE:
                self._say(
                    line,
                    NoticeKind.INFO,
                    translate("UnprovenRevokes", "Its record no longer exists"),
                    translate(
                        "UnprovenRevokes",
                        "“{title}” ({redacted}) was deleted in {store} and no longer works.",
                    ),
                )

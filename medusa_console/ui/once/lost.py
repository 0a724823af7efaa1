"""Was the key created? No answer came: find what the lost request made, and offer to revoke it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QWidget

from medusa_console.domain.api_key import ApiKey, PendingKey
from medusa_console.domain.errors import ConsoleError
from medusa_console.domain.store import Store
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.ask import tasks_of
from medusa_console.ui.kit.button import GuardedButton, push_button
from medusa_console.ui.kit.frame import fill
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.text import shown
from medusa_console.ui.words import labels
from medusa_console.ui.words.problem_line import ProblemLine

_SECOND_LOOK_AFTER = 30.0
_KEY = Qt.ItemDataRole.UserRole


class LostKeyChoice(Enum):
    """What the person chose."""

    KEEP = "keep"
    REVOKED = "revoked"
    CREATE_AGAIN = "create again"


class LostKey(QDialog):
    """Looks for the key at once, and again after 30 s. Accepted: `way` says how it ended.

    `candidates` looks on the server; `revoke` returns only with proof that the key is dead.
    """

    def __init__(
        self,
        parent: QWidget,
        store: Store,
        line: PendingKey,
        *,
        candidates: Callable[[], Awaitable[Sequence[ApiKey]]],
        revoke: Callable[[ApiKey], Awaitable[None]],
        tasks: TaskScope,
    ) -> None:
        super().__init__(parent)
        self.way = LostKeyChoice.KEEP
        self._candidates = candidates
        self._revoke = revoke
        self._tasks = tasks_of(self, tasks)
        self._clock = tasks.clock
        self.setObjectName("lostKey")
        heading = self.tr("Was the key created? No answer came")
        self.setWindowTitle(heading)
        self._text = PlainLabel(role="muted", wrap=True, name="lost.text")
        self._list = QListWidget()
        self._list.setObjectName("lost.keys")
        self._list.setAccessibleName(self.tr("Keys that fit"))
        self._list.currentItemChanged.connect(self._refresh)
        self._problem = ProblemLine("formProblem")
        self._again = GuardedButton(self.tr("Create again"), self._clock, name="createAgain")
        self._again.confirmed.connect(self._on_create_again)
        self._revoke_and_again = GuardedButton(
            self.tr("Revoke and create again"), self._clock, kind="danger", name="revokeAndAgain"
        )
        self._revoke_and_again.confirmed.connect(
            lambda: self._on_revoke(LostKeyChoice.CREATE_AGAIN)
        )
        self._revoke_only = GuardedButton(
            self.tr("Revoke only"), self._clock, kind="danger", name="revokeOnly"
        )
        self._revoke_only.confirmed.connect(lambda: self._on_revoke(LostKeyChoice.REVOKED))
        self._keep = push_button(self.tr("Keep"), self.reject, name="keep")
        for button in (self._again, self._revoke_and_again, self._revoke_only):
            button.setAutoDefault(False)
        body = (
            PlainLabel(heading, role="title", wrap=True),
            PlainLabel(
                self.tr("“{title}”, {type}").format(
                    title=line.title, type=labels.key_type(line.type)
                ),
                role="strong",
                wrap=True,
            ),
            self._text,
            self._list,
            self._problem,
        )
        fill(
            self,
            store,
            body,
            left=(self._revoke_and_again, self._revoke_only),
            right=(self._again, self._keep),
        )
        self._may_create = False
        self._show([])
        self._keep.setFocus()
        self._tasks.start(self._look())

    async def _look(self) -> None:
        self._text.setText(self.tr("Looking for it in the list …"))
        for last in (False, True):
            try:
                found = list(await self._candidates())
            except ConsoleError as error:
                self._problem.explain(error)
                found = []
            else:
                self._problem.hide()
                self._may_create = last and not found
                self._tell(found, last=last)
            self._show(found)
            if found or last:
                return
            await self._clock.sleep(_SECOND_LOOK_AFTER)

    def _tell(self, found: Sequence[ApiKey], *, last: bool) -> None:
        now = labels.now_clock()
        if len(found) == 1:
            text = self.tr(
                "It exists, but its secret never reached this computer, so it is of no use to you."
            )
        elif found:
            text = self.tr("%Ln key(s) fit. Choose which to revoke.", "", len(found))
        elif last:
            text = self.tr("Not in the list at {time} either. It was not created.").format(time=now)
        else:
            text = self.tr("Not in the list at {time}. Checking again in 30 s.").format(time=now)
        self._text.setText(text)
        announce(self._text, text)

    def _show(self, found: Sequence[ApiKey]) -> None:
        self._list.clear()
        for key in found:
            item = QListWidgetItem(
                f"{key.redacted} · {shown(key.title)} · {labels.to_the_second(key.created_at)}"
            )
            item.setData(_KEY, key)
            self._list.addItem(item)
        if len(found) == 1:
            self._list.setCurrentRow(0)
        self._list.setVisible(bool(found))
        self._refresh()

    def _refresh(self) -> None:
        chosen = self._list.currentItem() is not None
        any_found = self._list.count() > 0
        for button in (self._revoke_and_again, self._revoke_only):
            button.setVisible(any_found)
            button.setEnabled(chosen)
        self._again.setVisible(not any_found)
        self._again.setEnabled(self._may_create)

    def _on_create_again(self) -> None:
        self.way = LostKeyChoice.CREATE_AGAIN
        self.accept()

    def _on_revoke(self, way: LostKeyChoice) -> None:
        if (item := self._list.currentItem()) is not None:
            self._tasks.start(self._do_revoke(item.data(_KEY), way))

    async def _do_revoke(self, key: ApiKey, way: LostKeyChoice) -> None:
        self.setDisabled(True)
        try:
            await self._revoke(key)
        except Exception as error:
            self.setDisabled(False)
            if not isinstance(error, ConsoleError):
                raise
            self._problem.explain(error)
        else:
            self.way = way
            self.accept()

    # Qt overrides

    def reject(self) -> None:
        if self.isEnabled():  # or the revoke would be broken off
            super().reject()

"""Sets the end of a key that was just created, and asks what to do where that fails."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from PySide6.QtWidgets import QDialog, QWidget

from medusa_console.domain.errors import ConsoleError, OutcomeUnknown
from medusa_console.domain.store import Store
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.ask import answer, tasks_of
from medusa_console.ui.kit.button import GuardedButton
from medusa_console.ui.kit.frame import bring_into_view, fill
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.text import shown
from medusa_console.ui.once.end_first import EndFirst, EndState
from medusa_console.ui.words.errors import explain
from medusa_console.ui.words.problem_line import ProblemLine


class EndOfNewKey(QDialog):
    """Gives the publishable key `title` its end, which `end` makes as for RevealKey. `revoke`
    returns with proof that the key is dead, or raises."""

    def __init__(
        self,
        parent: QWidget,
        store: Store,
        title: str,
        end: Callable[[TaskScope], EndFirst],
        *,
        revoke: Callable[[], Awaitable[None]],
        tasks: TaskScope,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks_of(self, tasks)
        self._revoke = revoke
        self._is_revoking = False
        self._end = end(self._tasks)
        self.setObjectName("endOfNewKey")
        heading = self.tr("“{title}” was created").format(title=shown(title))
        self.setWindowTitle(heading)
        self._problem = ProblemLine("formProblem")
        self._discard = GuardedButton(
            self.tr("Discard and revoke this key"),
            tasks.clock,
            kind="danger",
            icon="ban",
            name="discard",
        )
        self._discard.confirmed.connect(lambda: self._tasks.start(self._discard_key()))
        self._discard.setAutoDefault(False)
        self._done = GuardedButton(self.tr("Done"), tasks.clock, kind="primary", name="done")
        self._done.confirmed.connect(self.accept)
        body = (
            PlainLabel(heading, role="title", wrap=True, name="end.heading"),
            self._end,
            self._problem,
        )
        fill(self, store, body, left=(self._discard,), right=(self._done,))
        self._end.changed.connect(self._refresh)
        self._end.begin()
        self._refresh()

    async def ask(self) -> bool:
        """Open the dialog and wait for its end. Returns whether the key is settled: it has its end,
        goes on without, or was discarded."""
        return await answer(self) == QDialog.DialogCode.Accepted

    async def _discard_key(self) -> None:
        self._set_revoking(now=True)
        try:
            await self._revoke()
        except Exception as error:
            self._set_revoking(now=False)
            if not isinstance(error, ConsoleError):
                raise
            why = error.cause if isinstance(error, OutcomeUnknown) else error
            text = self.tr("Not confirmed: this key may still work. {why}.")
            self._problem.say(text.format(why=explain(why).title.rstrip(".")))
            bring_into_view(self, self._problem)
        else:
            self.accept()

    def _set_revoking(self, *, now: bool) -> None:
        self._is_revoking = now
        (self._end.stop if now else self._end.go_on)()
        self._refresh()

    def _refresh(self) -> None:
        settled = self._end.is_settled
        self._discard.setVisible(not settled)
        self._discard.setEnabled(self._end.state is EndState.MISSING and not self._is_revoking)
        self._done.setEnabled(settled)
        if settled:
            self._done.setDefault(True)
            self._done.setFocus()
        else:
            self._end.take_focus()

    # Qt overrides

    def reject(self) -> None:
        if self._end.is_settled:
            self.accept()
        elif self._end.state is EndState.MISSING and not self._is_revoking:
            super().reject()  # the line in the journal stays, and is told at the next start

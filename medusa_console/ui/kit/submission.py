"""What a form sends, from the button to the answer, and how the form ends."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from medusa_console.domain.errors import ConsoleError, OutcomeUnknown, SignInNeeded
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.button import GuardedButton, push_button

T = TypeVar("T")


@dataclass(frozen=True)
class Accepted(Generic[T]):
    """It was sent, and done."""

    value: T


@dataclass(frozen=True)
class Lost:
    """It was sent, and no answer came; sent again it might be done twice."""

    error: OutcomeUnknown


@dataclass(frozen=True)
class Stopped(Generic[T]):
    """The person did not wait for the answer to what was `sent`, and it goes on."""

    sent: T


class Submission(QObject):
    """One at a time, by `button`: it calls `send`, and says `waiting` while something is under way.

    Meanwhile `lock` keeps what is typed as it is, and the button `cancel` offers to stop waiting;
    what that means is up to the dialog's `reject`. `refuse` says what went wrong. `tasks` are the
    dialog's own.
    """

    def __init__(
        self,
        dialog: QDialog,
        tasks: TaskScope,
        action: str,
        send: Callable[[], None],
        *,
        waiting: str,
        lock: Callable[[bool], None],
        refuse: Callable[[ConsoleError], None],
        icon: str = "",
    ) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._tasks = tasks
        self._waiting = waiting
        self._lock = lock
        self._refuse = refuse
        self.busy = False
        # What the button says when nothing is under way.
        self.action = action
        self.button = GuardedButton(action, tasks.clock, kind="primary", icon=icon, name="submit")
        self.button.setDefault(True)
        self.button.confirmed.connect(send)
        self.cancel = push_button(self.tr("Cancel"), dialog.reject, name="cancel")
        self.cancel.setAutoDefault(False)

    def start(self, work: Coroutine[Any, Any, None], *, doing: str = "") -> None:
        """Send; see TaskScope.start."""
        if self.busy:
            work.close()
        else:
            self._tasks.start(self._run(work), doing=doing, replacing="submission")

    def stop(self) -> None:
        """Wait no longer. What has left cannot be called back."""
        self._tasks.cancel("submission")
        self._set_busy(busy=False)

    async def _run(self, work: Coroutine[Any, Any, None]) -> None:
        self._set_busy(busy=True)
        try:
            await work
        except Exception as error:  # a cancelled one was stopped, or its dialog is gone
            self._set_busy(busy=False)
            if not isinstance(error, ConsoleError) or isinstance(error, SignInNeeded):
                raise  # the session asks for the password over the form, which stays as it is
            self._refuse(error)
        else:
            self._set_busy(busy=False)

    def _set_busy(self, *, busy: bool) -> None:
        self.busy = busy
        if busy and self.button.hasFocus():
            self._dialog.setFocus()  # not on to “Stop waiting”, where Enter would land
        self.button.setDisabled(busy)
        self.button.setText(self._waiting if busy else self.action)
        self.cancel.setText(self.tr("Stop waiting") if busy else self.tr("Cancel"))
        self._lock(busy)
        if not busy and self._dialog.hasFocus():
            self.button.setFocus()

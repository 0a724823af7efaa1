"""Sends what a form asks for, and names the ways in which a form ends."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from medusa_console.domain.errors import ConsoleError, OutcomeUnknown, SignInNeeded
from medusa_console.tasks import Doing, TaskScope
from medusa_console.ui.kit.button import GuardedButton, push_button

T = TypeVar("T")


@dataclass(frozen=True)
class Accepted(Generic[T]):
    """The server confirmed the request and answered `value`."""

    value: T


@dataclass(frozen=True)
class Lost:
    """The answer to the request was lost; a repeated request might be done twice."""

    error: OutcomeUnknown


@dataclass(frozen=True)
class Stopped(Generic[T]):
    """The user did not wait for the answer to what was `sent`, and the request goes on."""

    sent: T


class Submission(QObject):
    """Owns a form's buttons and its one running request.

    `button` shows `action` and calls `send`; during a request it shows `waiting`. Meanwhile `lock`
    makes the fields read-only, and the button `cancel` offers to stop waiting through the dialog's
    `reject`. `refuse` tells a failure in the form. `tasks` are the dialog's own.
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
        self.held = False  # from `start` to the end
        self.busy = False  # while the request is under way
        # The button's text while no request runs.
        self.action = action
        self.button = GuardedButton(action, tasks.clock, kind="primary", icon=icon, name="submit")
        self.button.setDefault(True)
        self.button.confirmed.connect(send)
        self.cancel = push_button(self.tr("Cancel"), dialog.reject, name="cancel")
        self.cancel.setAutoDefault(False)

    def start(
        self,
        work: Coroutine[Any, Any, None],
        *,
        doing: Doing | None = None,
        proof: Callable[[], Awaitable[bool]] | None = None,
    ) -> None:
        """Run `work` unless a request runs already; `doing` as in TaskScope.start. With `proof`,
        `work` waits until the user has proven who they are, and is dropped if they do not."""
        if self.held:
            work.close()
        else:
            self._tasks.start(self._run(work, proof), doing=doing, replacing="submission")

    def stop(self) -> None:
        """Stop waiting for the answer. A request that was sent goes on."""
        self._tasks.cancel("submission")
        self._end()

    async def _run(
        self, work: Coroutine[Any, Any, None], proof: Callable[[], Awaitable[bool]] | None
    ) -> None:
        self._hold()
        try:
            if proof is None or await proof():
                self._show_busy(busy=True)
                await work
        except Exception as error:  # a cancelled request was stopped, or its dialog is gone
            self._end()
            if not isinstance(error, ConsoleError) or isinstance(error, SignInNeeded):
                raise  # the session asks for the password over the form
            self._refuse(error)
        else:
            self._end()
        finally:
            work.close()  # may never have begun

    def _hold(self) -> None:
        """Let nothing be changed or sent once more, without a claim that something is sent."""
        self.held = True
        if self.button.hasFocus():
            self._dialog.setFocus()  # otherwise Qt focuses “Stop waiting”, where Enter would land
        self.button.setDisabled(True)
        self._lock(True)

    def _end(self) -> None:
        self.held = False
        self.button.setEnabled(True)
        self._show_busy(busy=False)
        self._lock(False)
        if self._dialog.hasFocus():
            self.button.setFocus()

    def _show_busy(self, *, busy: bool) -> None:
        self.busy = busy
        self.button.setText(self._waiting if busy else self.action)
        self.cancel.setText(self.tr("Stop waiting") if busy else self.tr("Cancel"))

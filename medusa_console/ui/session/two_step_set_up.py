"""Hands the secret of a new second factor to an authenticator app, and takes the app's first
code."""

from __future__ import annotations

from pydantic import SecretStr
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QWidget

from medusa_console.domain.errors import ConsoleError, NotDone, OutcomeUnknown, WrongCode
from medusa_console.domain.mfa import DIGITS
from medusa_console.domain.two_step import Enrolment
from medusa_console.services.secret_copy import SecretCopy
from medusa_console.services.session_states import Locked, SignedOut, State
from medusa_console.services.store_services import StoreServices
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.ask import answer, tasks_of
from medusa_console.ui.kit.button import GuardedButton, push_button
from medusa_console.ui.kit.code_boxes import CodeBoxes
from medusa_console.ui.kit.copy_status import CopyStatus
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.flow import Flow
from medusa_console.ui.kit.frame import bring_into_view, fill
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column, row
from medusa_console.ui.kit.qr_code import QrCode
from medusa_console.ui.kit.room import keep_width
from medusa_console.ui.kit.secret_field import SecretField
from medusa_console.ui.kit.submission import Submission
from medusa_console.ui.kit.theme_tokens import EIGHT
from medusa_console.ui.words.problem_line import ProblemLine


class SetUpTwoStep(QDialog):
    """Shows the secret of `enrolment` for `account`, as a QR code and as text, and verifies a code.

    Forgets the secret when it closes, and at a lock. A copied secret stays on the clipboard for
    `seconds`.
    """

    def __init__(
        self,
        parent: QWidget,
        services: StoreServices,
        enrolment: Enrolment,
        account: str,
        *,
        copy: SecretCopy,
        seconds: int,
        tasks: TaskScope,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._enrolment: Enrolment | None = enrolment
        self._tasks = tasks_of(self, tasks)
        self._status = CopyStatus(copy, seconds)
        self._is_shown = False
        self.setObjectName("setUpTwoStep")
        heading = self.tr("Set up two-step sign-in")
        self.setWindowTitle(heading)
        unsubscribe = services.session.changed.subscribe(self._on_state)
        self.destroyed.connect(lambda: unsubscribe())
        self._problem = ProblemLine("formProblem")
        self._submission = Submission(
            self,
            self._tasks,
            self.tr("Turn on"),
            self._on_submit,
            waiting=self.tr("Turning on…"),
            lock=self._lock,
            refuse=self._refuse,
        )
        scan = self.tr(
            "Scan this with an authenticator app on your phone, or enter the secret there."
        )
        enter = self.tr("Then enter the code that the app shows.")
        body = (
            PlainLabel(heading, role="title", wrap=True),
            PlainLabel(scan, wrap=True),
            self._build_secret(),
            self._status,
            PlainLabel(enter, wrap=True),
            self._build_code(),
            self._problem,
        )
        fill(self, services.store, body, right=(self._submission.cancel, self._submission.button))
        address = enrolment.address(services.store.name or services.store.host, account)
        self._tasks.start(self._qr_code.show_text(address))
        self._code.setFocus()

    async def ask(self) -> bool:
        """Open the dialog and wait; True once the store has said that two-step sign-in is on. False
        at once behind a lock, and when nobody is signed in."""
        self._on_state(self._services.session.state)
        if self._enrolment is None:
            self.deleteLater()
            return False
        return await answer(self) == QDialog.DialogCode.Accepted

    def _build_secret(self) -> QWidget:
        self._qr_code = QrCode(self.tr("QR code for an authenticator app"))
        self._secret = SecretField("***", hidden=self.tr("Secret, hidden"))
        self._show = push_button(self.tr("Show"), self._on_show, icon="eye", name="showSecret")
        keep_width(self._show, self.tr("Hide"))
        self._copy = GuardedButton(
            self.tr("Copy secret"), self._tasks.clock, icon="copy", name="copySecret"
        )
        self._copy.confirmed.connect(self._on_copy)
        self._copy.setAutoDefault(True)  # Enter sends the code only from where codes are typed
        beside = QWidget()
        buttons = Flow((self._copy, self._show), (), from_start=True)
        title = PlainLabel(self.tr("Secret"))
        beside.setLayout(column(title, self._secret, buttons, None, spacing=EIGHT))
        both = QWidget()
        line = row(self._qr_code, beside)
        line.setStretch(1, 1)
        both.setLayout(line)
        return both

    def _build_code(self) -> Field:
        self._code = CodeBoxes()
        self._code.completed.connect(self._on_submit)
        self._field = Field(self.tr("Code"), self._code, name="code", still=True)
        return self._field

    def _on_submit(self) -> None:
        enrolment, code = self._enrolment, self._code.text()
        self._problem.hide()
        if enrolment is None:
            return
        if len(code) < DIGITS:
            self._say_beside(self.tr("A code has six digits."))
        else:
            self._submission.start(self._verify(enrolment, SecretStr(code)))

    async def _verify(self, enrolment: Enrolment, code: SecretStr) -> None:
        await self._services.two_step.verify(enrolment, code)
        self.accept()

    def _refuse(self, error: ConsoleError) -> None:
        match error:
            case WrongCode():
                self._code.setText("")
                self._say_beside(
                    self.tr(
                        "Wrong code. Enter the one that the app shows now. If it stays wrong, "
                        "check the phone's clock."
                    )
                )
                return
            case NotDone():
                self._problem.say(
                    self.tr(
                        "The store's answer was lost, and two-step sign-in is not on yet. Enter "
                        "the code that the app shows now."
                    )
                )
            case OutcomeUnknown():
                self._problem.say(
                    self.tr(
                        "The store's answer was lost. Two-step sign-in may be on or not. Enter the "
                        "code that the app shows now."
                    )
                )
            case _:
                self._problem.explain(error)
        bring_into_view(self, self._problem)
        self._code.setFocus()
        self._code.selectAll()

    def _say_beside(self, text: str) -> None:
        self._field.show_error(text)
        self._code.setFocus()
        bring_into_view(self, self._field)

    def _lock(self, locked: bool) -> None:
        self._code.setReadOnly(locked)

    def _on_show(self) -> None:
        if self._is_shown or self._enrolment is None:
            self._mask()
            return
        self._is_shown = True
        self._show.setText(self.tr("Hide"))
        self._secret.reveal(self._enrolment.typed_secret)

    def _mask(self) -> None:
        self._is_shown = False
        self._secret.conceal()
        self._show.setText(self.tr("Show"))

    def _on_copy(self) -> None:
        if self._enrolment is not None:
            self._status.copy(self._enrolment.secret)
            self._mask()
            self._code.setFocus()

    def _on_state(self, state: State) -> None:
        if self._enrolment is not None and isinstance(state, Locked | SignedOut):
            self.done(QDialog.DialogCode.Rejected)

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self._mask()
        super().changeEvent(event)

    def reject(self) -> None:
        if self._submission.busy:
            self._submission.stop()
            self._problem.say(
                self.tr("Stopped waiting. It may still be turned on. Cancel removes it again.")
            )
        else:
            super().reject()

    def done(self, result: int) -> None:
        self._status.end()
        self._mask()
        self._qr_code.forget()
        self._enrolment = None
        super().done(result)

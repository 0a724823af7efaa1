"""Email and password for one store, and everything that can go wrong on the way in."""

from __future__ import annotations

from pydantic import SecretStr
from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from medusa_console.domain.errors import (
    ConsoleError,
    NoAnswer,
    NotMedusa,
    Unreachable,
    UntrustedCertificate,
    UnusableCertificates,
    WrongPassword,
)
from medusa_console.domain.store import Store
from medusa_console.services.desk import Desk
from medusa_console.tasks import TaskScope
from medusa_console.ui.messages import explain
from medusa_console.ui.theme_tokens import EIGHT, TWELVE
from medusa_console.ui.widgets.banner import Banner, Notice, NoticeAction, NoticeKind
from medusa_console.ui.widgets.button import push_button
from medusa_console.ui.widgets.field import Field
from medusa_console.ui.widgets.keep_choice import KeepChoice
from medusa_console.ui.widgets.label import PlainLabel

_BUSY_AFTER_MS = 50
_PASSWORD_HINTS = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText


class SignInForm(QWidget):
    """Signals:
    signed_in: (email, keep) after the session stands.
    edit_requested: the store's address should be looked at.
    """

    signed_in = Signal(str, bool)
    edit_requested = Signal()

    def __init__(self, tasks: TaskScope) -> None:
        super().__init__()
        self._tasks = tasks
        self._desk: Desk | None = None
        self._submit_when_open = False
        self._answers_like_medusa = False
        self.setObjectName("signIn")
        self._heading = PlainLabel(role="title", wrap=True, name="signIn.heading")
        self._where = PlainLabel(role="muted", wrap=True, name="signIn.where")
        self._email = QLineEdit()
        self._email.setInputMethodHints(Qt.InputMethodHint.ImhEmailCharactersOnly)
        self._email_field = Field(self.tr("Email"), self._email, name="email")
        self._email.textChanged.connect(self._email_field.clear_error)
        self._password = QLineEdit()
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._password.setInputMethodHints(_PASSWORD_HINTS)
        self._password_field = Field(self.tr("Password"), self._password, name="password")
        self._password.textChanged.connect(self._password_field.clear_error)
        self._keep = KeepChoice(tasks)
        self._keep.help_requested.connect(self._say_how_to_fix)
        self._submit = push_button(
            self.tr("Sign in"), self.submit, kind="primary", icon="log-in", name="submit"
        )
        self._cancel = push_button(self.tr("Cancel"), self._on_cancel, name="cancel")
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Signing in"))
        self._status = PlainLabel(role="secondary", wrap=True, name="signIn.status")
        self.notices = Banner()
        for edit in (self._email, self._password):
            edit.returnPressed.connect(self.submit)
        # Not at once: showing it would hold back the request itself.
        self._busy = QTimer(self, singleShot=True, interval=_BUSY_AFTER_MS)
        self._busy.timeout.connect(lambda: self._show_busy(busy=True))
        self._lay_out()
        self._set_busy(busy=False)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(EIGHT)
        buttons.addWidget(self._submit, 1)
        buttons.addWidget(self._cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(TWELVE)
        for widget in (
            self._heading,
            self._where,
            self.notices,
            self._email_field,
            self._password_field,
            self._keep,
        ):
            layout.addWidget(widget)
        layout.addLayout(buttons)
        layout.addWidget(self._progress)
        layout.addWidget(self._status)

    def show_store(self, store: Store, *, email: str = "", password: str = "") -> None:
        """Ask for this store; `email` and `password` are what the demo store shows."""
        self._stop()
        self._desk = None
        self._submit_when_open = False
        self._answers_like_medusa = False
        self._clear_notices()
        self._heading.setText(self.tr("Sign in to {store}").format(store=store.name))
        self._where.setText(_where(store))
        self._email.setText(email or store.email)
        self._password.setText(password)
        self._keep.show_store(store)
        self._status.setText("")
        self.focus_first_gap()

    def show_desk(self, desk: Desk) -> None:
        """The store is open: see what answers there, before any password leaves."""
        self._desk = desk
        self._tasks.start(self._ask_ways(desk), replacing="ways")
        self._keep.show_desk(desk)
        if self._submit_when_open:
            self._submit_when_open = False
            self.submit()

    def focus_first_gap(self) -> None:
        """Put the focus where the next thing has to be typed."""
        gap = self._password if self._email.text() and not self._password.text() else self._email
        (self._submit if self._email.text() and self._password.text() else gap).setFocus()

    def forget_password(self) -> None:
        """Take the password out of the field, and out of its undo history."""
        self._password.setText("")

    def submit(self) -> None:
        """Sign in with what is typed."""
        if not self._email.text().strip():
            self._email_field.show_error(self.tr("Enter the email of your admin account."))
            self._email.setFocus()
        elif not self._password.text():
            self._password_field.show_error(self.tr("Enter your password."))
            self._password.setFocus()
        elif self._desk is None:
            self._submit_when_open = True
        elif not self._submitting:
            self._tasks.start(self._sign_in(self._desk), replacing="submit")

    # What happens on the way

    async def _ask_ways(self, desk: Desk) -> None:
        if not desk.store.is_demo:
            self._status.setText(self.tr("Asking {host} …").format(host=desk.store.host))
        try:
            await self._require_medusa(desk)
        except ConsoleError as error:
            self._show_failure(error, password_unsent=not _was_sent(error))
        finally:
            self._status.setText("")

    async def _require_medusa(self, desk: Desk) -> None:
        """A password may leave only towards something that answered like a Medusa."""
        if not self._answers_like_medusa:
            ways = await desk.session.ways()
            self._answers_like_medusa = True
            if not any(way.flow == "credentials" for way in ways):
                self._say(
                    NoticeKind.CAUTION,
                    self.tr("This store does not sign in with email and password"),
                    self.tr("It uses a third party, which this version cannot do yet."),
                )

    def _say_how_to_fix(self) -> None:
        self._say(
            NoticeKind.INFO,
            self.tr("To stay signed in, this computer needs a keyring"),
            self.tr(
                "On Linux, install GNOME Keyring or KWallet and log in to the desktop again, so "
                "that it is unlocked. Windows and macOS have one. Then choose the store again."
            ),
        )

    async def _sign_in(self, desk: Desk) -> None:
        self._clear_notices()
        self._set_busy(busy=True)
        email, keep = self._email.text().strip(), self._keep.wanted
        password_unsent = True
        try:
            await self._require_medusa(desk)
            password_unsent = False
            await desk.session.sign_in(email, SecretStr(self._password.text()), keep=keep)
        except WrongPassword as error:
            self._password_field.show_error(explain(error).title)
            self._password.setFocus()
            self._password.selectAll()
        except ConsoleError as error:
            never_left = isinstance(error, Unreachable) and not error.sent
            unsent = never_left or (password_unsent and not _was_sent(error))
            self._show_failure(error, password_unsent=unsent)
        else:
            self.forget_password()
            self.signed_in.emit(email, keep)
        finally:
            self._set_busy(busy=False)

    def _on_cancel(self) -> None:
        self._tasks.cancel("submit")
        self._status.setText(self.tr("Cancelled. You are not signed in."))

    def _show_failure(self, error: ConsoleError, *, password_unsent: bool) -> None:
        message = explain(error, password_unsent=password_unsent)
        again = NoticeAction(self.tr("Try again"), self._try_again)
        edit = NoticeAction(self.tr("Edit store"), self.edit_requested.emit)
        actions: tuple[NoticeAction, ...]
        match error:
            case _ if self._desk is None or self._desk.store.is_demo:
                actions = (again,)
            case UntrustedCertificate() | UnusableCertificates():
                actions = (edit,)
            case NotMedusa() | Unreachable(why=NoAnswer.PROXY_PASSWORD):
                actions = (edit, again)
            case _:
                actions = (again, edit)
        self._say(NoticeKind.DANGER, message.title, message.text, message.details, actions)

    def _try_again(self) -> None:
        if self._password.text():
            self.submit()
        elif self._desk is not None:
            self._tasks.start(self._ask_ways(self._desk), replacing="ways")

    def _say(
        self,
        kind: NoticeKind,
        title: str,
        text: str,
        details: str = "",
        actions: tuple[NoticeAction, ...] = (),
    ) -> None:
        self.notices.add(Notice(kind, title, text, details, actions))

    def _clear_notices(self) -> None:
        self.notices.clear()

    def _stop(self) -> None:
        for name in ("submit", "ways"):
            self._tasks.cancel(name)

    def _set_busy(self, *, busy: bool) -> None:
        self._submitting = busy
        if busy:
            self._busy.start()
        else:
            self._busy.stop()
            self._show_busy(busy=False)

    def _show_busy(self, *, busy: bool) -> None:
        self._submit.setDisabled(busy)
        self._cancel.setVisible(busy)
        self._progress.setVisible(busy)
        for edit in (self._email, self._password):
            edit.setReadOnly(busy)


def _was_sent(error: ConsoleError) -> bool:
    """Whether a connection stood when no answer came: then nothing is claimed."""
    return isinstance(error, Unreachable) and error.sent


def _where(store: Store) -> str:
    if store.is_demo:
        return _tr("Built in. Nothing leaves this computer.")
    if store.encrypted:
        return _tr("{host} · encrypted connection").format(host=store.host)
    return _tr("{host} · on this computer").format(host=store.host)


def _tr(text: str) -> str:
    return QCoreApplication.translate("SignInForm", text)

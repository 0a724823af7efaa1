"""Email and password for one store, and everything that can go wrong on the way in."""

from __future__ import annotations

from collections.abc import Callable

from pydantic import SecretStr
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from medusa_console.domain.errors import ConsoleError, Unreachable, WrongPassword
from medusa_console.domain.store import Store
from medusa_console.services.session import SignedIn
from medusa_console.services.store_services import StoreServices
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.banner import Notice, NoticeAction, NoticeKind
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.theme_tokens import TWELVE
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.session.keep_choice import KeepChoice
from medusa_console.ui.session.password_prompt import PasswordPrompt
from medusa_console.ui.session.sign_in_notices import SignInNotices
from medusa_console.ui.words.errors import explain

_BUSY_AFTER_MS = 50


class SignInForm(QWidget):
    """Signals:
    signed_in: (id of the store, email, keep) after the session stands; by then another store may
        be asked for.
    edit_requested: the store's address should be looked at.
    """

    signed_in = Signal(str, str, bool)
    edit_requested = Signal()

    def __init__(self, tasks: TaskScope) -> None:
        super().__init__()
        self._tasks = tasks
        self._services: StoreServices | None = None
        self._submit_when_open = False
        self._answers_like_medusa = False
        self._closed: Notice | None = None
        self.setObjectName("signIn")
        self._heading = PlainLabel(role="title", wrap=True, name="signIn.heading")
        self._where = PlainLabel(role="muted", wrap=True, name="signIn.where")
        self._email = QLineEdit()
        self._email.setInputMethodHints(Qt.InputMethodHint.ImhEmailCharactersOnly)
        self._email_field = Field(self.tr("Email"), self._email, name="email")
        self._email.textChanged.connect(self._email_field.clear_error)
        self.notices = SignInNotices(self._try_again, self.edit_requested.emit)
        self._keep = KeepChoice(tasks)
        self._keep.help_requested.connect(self.notices.tell_how_to_keep)
        self._submit = push_button(
            self.tr("Sign in"), self.submit, kind="primary", icon="log-in", name="submit"
        )
        self._prompt = PasswordPrompt(
            tasks,
            self._submit,
            title=self.tr("Signing in"),
            parts=(self._keep, self._submit),
            others=(self._email,),
        )
        self._prompt.cancelled.connect(self._on_cancel)
        self._password = self._prompt.edit
        self._status = PlainLabel(role="secondary", wrap=True, name="signIn.status")
        for edit in (self._email, self._password):
            edit.returnPressed.connect(self.submit)
        # Not at once: showing it would hold back the request itself.
        self._busy = QTimer(self, singleShot=True, interval=_BUSY_AFTER_MS)
        self._busy.timeout.connect(lambda: self._prompt.show_busy(busy=True))
        self._lay_out()
        self._set_busy(busy=False)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(TWELVE)
        for widget in (
            self._heading,
            self._where,
            self.notices,
            self._email_field,
            self._prompt,
            self._status,
        ):
            layout.addWidget(widget)

    def show_store(self, store: Store, *, email: str = "", password: str = "") -> None:
        """Ask for this store; `email` and `password` are what the demo store shows."""
        self.leave()
        self._open_up()
        self.notices.clear()
        self._heading.setText(self.tr("Sign in to {store}").format(store=store.name))
        self._where.setText(_where(store))
        self._email.setText(email or store.email)
        self._password.setText(password)
        self._keep.show_store(store)
        self.focus_first_gap()

    def leave(self) -> None:
        """Another store comes to the front: stop, and forget what was typed for this one. A session
        that stands already is still kept in the keyring, if that was wanted."""
        if self._services is not None:
            self._tasks.cancel("ways")
            if not isinstance(self._services.session.state, SignedIn):
                self._tasks.cancel(_signing_in(self._services))
        self._services = None
        self._submit_when_open = False
        self._answers_like_medusa = False
        self.forget_password()
        self._set_busy(busy=False)
        self._status.setText("")

    def close_off(self, title: str, text: str, action_text: str, run: Callable[[], object]) -> None:
        """Nothing can be typed or sent until the next `show_store` or `show_desk`; a notice says
        why, and offers what helps."""
        self.leave()
        self._open_up()
        self.notices.clear()
        action = NoticeAction(action_text, run, closes=False)
        self._closed = Notice(NoticeKind.CAUTION, title, text, actions=(action,), stays=True)
        self.notices.add(self._closed)
        self._let_type(possible=False)
        self.notices.focus_action()

    def show_desk(self, services: StoreServices) -> None:
        """The store is open: see what answers there, before any password leaves."""
        self._open_up()
        self._services = services
        self._tasks.start(self._ask_ways(services), replacing="ways")
        self._keep.show_desk(services)
        if self._submit_when_open:
            self._submit_when_open = False
            self.submit()

    def focus_first_gap(self) -> None:
        """Put the focus where the next thing has to be typed."""
        if self._closed is not None:
            self.notices.focus_action()
            return
        gap = self._password if self._email.text() and not self._password.text() else self._email
        (self._submit if self._email.text() and self._password.text() else gap).setFocus()

    def forget_password(self) -> None:
        """Take the password out of the field, and out of its undo history."""
        self._prompt.forget()

    def submit(self) -> None:
        """Sign in with what is typed."""
        if self._closed is not None:
            return
        if not self._email.text().strip():
            self._email_field.show_error(self.tr("Enter the email of your admin account."))
            self._email.setFocus()
        elif (password := self._prompt.typed()) is None:
            return
        elif self._services is None:
            self._submit_when_open = True
        elif not self._submitting:
            work = self._sign_in(self._services, password)
            self._tasks.start(work, replacing=_signing_in(self._services))

    # What happens on the way

    async def _ask_ways(self, services: StoreServices) -> None:
        if not services.store.is_demo:
            self._status.setText(self.tr("Asking {host} …").format(host=services.store.host))
        try:
            await self._require_medusa(services)
        except ConsoleError as error:
            if self._is_about(services):
                self._show_failure(error, password_unsent=not _was_sent(error))
        finally:
            if self._is_about(services):
                self._status.setText("")

    async def _require_medusa(self, services: StoreServices) -> None:
        """A password may leave only towards something that answered like a Medusa."""
        if not self._answers_like_medusa:
            providers = await services.session.providers()
            if not self._is_about(services):
                return
            self._answers_like_medusa = True
            if not any(way.flow == "credentials" for way in providers):
                self.notices.tell_no_password()

    async def _sign_in(self, services: StoreServices, password: SecretStr) -> None:
        self.notices.clear()
        self._set_busy(busy=True)
        email, keep = self._email.text().strip(), self._keep.wanted
        password_unsent = True
        try:
            await self._require_medusa(services)
            if not self._is_about(services):
                return
            password_unsent = False
            await services.session.sign_in(email, password, keep=keep)
        except ConsoleError as error:
            if self._is_about(services):
                self._tell_refusal(error, password_unsent=password_unsent)
        else:
            if self._is_about(services):
                self.forget_password()
            if isValid(self):
                self.signed_in.emit(services.store.id, email, keep)
        finally:
            if self._is_about(services):
                self._set_busy(busy=False)

    def _is_about(self, services: StoreServices) -> bool:
        """Whether it is still that store that is asked for; while something was awaited, all may
        have become another."""
        return isValid(self) and self._services is services

    def _tell_refusal(self, error: ConsoleError, *, password_unsent: bool) -> None:
        if isinstance(error, WrongPassword):
            self._prompt.refuse_password(explain(error).title)
            return
        never_left = isinstance(error, Unreachable) and not error.sent
        unsent = never_left or (password_unsent and not _was_sent(error))
        self._show_failure(error, password_unsent=unsent)

    def _on_cancel(self) -> None:
        if self._services is not None:
            self._tasks.cancel(_signing_in(self._services))
        self._status.setText(self.tr("Cancelled. You are not signed in."))

    def _show_failure(self, error: ConsoleError, *, password_unsent: bool) -> None:
        editable = self._services is not None and not self._services.store.is_demo
        self.notices.tell_failure(error, unsent=password_unsent, editable=editable)

    def _try_again(self) -> None:
        if self._password.text():
            self.submit()
        elif self._services is not None:
            self._tasks.start(self._ask_ways(self._services), replacing="ways")

    def _open_up(self) -> None:
        if self._closed is not None:
            self.notices.remove(self._closed)
            self._closed = None
            self._let_type(possible=True)

    def _let_type(self, *, possible: bool) -> None:
        for part in (self._email_field, self._prompt):
            part.setEnabled(possible)

    def _set_busy(self, *, busy: bool) -> None:
        self._submitting = busy
        if busy:
            self._busy.start()
        else:
            self._busy.stop()
            self._prompt.show_busy(busy=False)


def _signing_in(services: StoreServices) -> str:
    return f"sign in {services.store.id}"


def _was_sent(error: ConsoleError) -> bool:
    """Whether a connection stood when no answer came: then nothing is claimed."""
    return isinstance(error, Unreachable) and error.sent


def _where(store: Store) -> str:
    if store.is_demo:
        return translate("SignInForm", "Built in. Nothing leaves this computer.")
    if store.encrypted:
        return translate("SignInForm", "{host} · encrypted connection").format(host=store.host)
    return translate("SignInForm", "{host} · on this computer").format(host=store.host)

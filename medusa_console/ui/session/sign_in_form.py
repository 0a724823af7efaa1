"""The form for the email and password of one store, with the failures of the sign-in."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from medusa_console.domain.errors import ConsoleError, Unreachable
from medusa_console.domain.store import DEMO_EMAIL, DEMO_PASSWORD, Store
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.ask import tasks_of
from medusa_console.ui.kit.banner import Notice, NoticeAction, NoticeKind
from medusa_console.ui.kit.button import push_button
from medusa_console.ui.kit.centred import scroll_to_focus, scroll_to_top
from medusa_console.ui.kit.field import Field
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column, row
from medusa_console.ui.kit.line_edit import LineEdit
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.theme_tokens import FOUR
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.session.keep_choice import KeepChoice
from medusa_console.ui.session.password_prompt import PasswordPrompt
from medusa_console.ui.session.provider_buttons import ProviderButtons, sign_in_through
from medusa_console.ui.session.sign_in_notices import SignInNotices
from medusa_console.ui.words.provider import if_the_page_complained

if TYPE_CHECKING:
    from medusa_console.domain.user import AuthProvider
    from medusa_console.services.store_services import StoreServices


class SignInForm(QWidget):
    """Signals:
    edit_requested: the user wants to look at the store's address.
    """

    edit_requested = Signal()

    def __init__(self, tasks: TaskScope) -> None:
        super().__init__()
        self._tasks = tasks_of(self, tasks)
        self._store: Store | None = None
        self._services: StoreServices | None = None
        self._once_open: Callable[[StoreServices], object] | None = None
        self._answers_like_medusa = False
        self._closed: Notice | None = None
        self._provider: AuthProvider | None = None  # of the latest attempt; None for a password
        self.setObjectName("signIn")
        self._heading = PlainLabel(role="title", wrap=True, name="signIn.heading")
        self._where = PlainLabel(role="muted", wrap=True, name="signIn.where")
        self._email = LineEdit()
        self._email.setInputMethodHints(Qt.InputMethodHint.ImhEmailCharactersOnly)
        self._email_field = Field(self.tr("Email"), self._email, name="email", still=True)
        self._notices = SignInNotices(self._try_again, self.edit_requested.emit, self._on_invite)
        self._keep = KeepChoice(self._tasks)
        self._keep.help_requested.connect(self._notices.tell_how_to_keep)
        self._submit = push_button(
            self.tr("Sign in"), self.submit, kind="primary", icon="log-in", name="submit"
        )
        forgot = push_button(
            self.tr("Forgot password?"), self._on_forgot, kind="link", name="forgotPassword"
        )
        self._providers = ProviderButtons()
        self._providers.chosen.connect(self._on_provider)
        # The progress and what else comes and goes is below what is pressed, which stays in place.
        pressed = (self._keep, self._submit, self._keep.consequence, self._providers)
        self._prompt = PasswordPrompt(
            self._tasks,
            self._submit,
            title=self.tr("Signing in"),
            parts=(*pressed, self._providers.waiting),
            email=self._email,
            aside=forgot,
        )
        self.setTabOrder(self._submit, forgot)
        self._prompt.refused.connect(self._show_failure)
        self._prompt.cancelled.connect(self._on_cancel)
        self._prompt.stepped.connect(self._on_stepped)
        self._password = self._prompt.edit
        self._status = PlainLabel(role="secondary", wrap=True, name="signIn.status")
        self._status.hide()
        for edit in (self._email, self._password):
            edit.returnPressed.connect(self.submit)
        account = column(self._email_field, self._prompt, spacing=FOUR)
        self._invite = push_button(
            self.tr("Accept invite"), self._on_invite, kind="link", name="acceptInvite"
        )
        head = column(self._heading, self._where, spacing=FOUR)
        invited = row(self._invite, None)
        self.setLayout(column(head, account, invited, self._status, self._notices))

    def show_store(self, store: Store) -> None:
        """Ask for the account at `store`; the demo store's is filled in."""
        self.leave()
        self._open_up()
        self._notices.clear()
        self._store = store
        self._heading.setText(
            self.tr("Sign in to the demo store")
            if store.is_demo
            else self.tr("Sign in to {store}").format(store=shown(store.name))
        )
        self._where.setText(_where(store))
        self._email.setText(DEMO_EMAIL if store.is_demo else store.email)
        self._password.setText(DEMO_PASSWORD if store.is_demo else "")
        self._keep.show_store(store)
        self._show_ways(password=True, providers=())
        scroll_to_top(self)
        self.focus_first_gap()

    def use_services(self, services: StoreServices) -> None:
        """Ask the open store how to sign in, before any password is sent; do what was asked for
        before the store was open."""
        self._open_up()
        self._services = services
        self._ask_providers(services)
        self._keep.show_place(services)
        if (waiting := self._once_open) is not None:
            self._once_open = None
            waiting(services)

    def show_place(self) -> None:
        """Show anew where the keyring would keep a session: a call to the keyring has failed."""
        if self._services is not None:
            self._keep.show_place(self._services)

    def leave(self) -> None:
        """Stop the sign-in and forget what was typed, because another store comes to the front."""
        self._tasks.cancel("providers")
        self._tasks.cancel("way")
        self._prompt.stop()
        self._services = None
        self._once_open = None
        self._provider = None
        self._answers_like_medusa = False
        self.forget_password()
        self._show_status("")

    def close_off(self, title: str, text: str, action_text: str, run: Callable[[], object]) -> None:
        """Let nothing be typed or sent until the next `show_store` or `use_services`; a notice
        says why, and offers an action."""
        self.leave()
        self._open_up()
        self._notices.clear()
        action = NoticeAction(action_text, run, closes=False)
        self._closed = Notice(NoticeKind.CAUTION, title, text, actions=(action,), stays=True)
        self._notices.add(self._closed)
        self._enable(enabled=False)
        self._notices.focus_action()

    def focus_first_gap(self) -> None:
        """Focus the first empty field, or the button when both are filled in."""
        if self._closed is not None:
            self._notices.focus_action()
        elif self._email_field.isHidden():
            self._providers.focus_first()
        elif not self._email.text():
            self._email.setFocus()
        elif not self._password.text():
            self._password.setFocus()
        else:
            self._submit.setFocus()

    def forget_password(self) -> None:
        """Take the password out of the field, and out of its undo history."""
        self._prompt.forget()

    def submit(self) -> None:
        """Sign in with what is typed, or as soon as the store is open."""
        email, keep, services = self._email.text().strip(), self._keep.wanted, self._services
        if self._closed is not None or self._prompt.go_on():
            return
        if not email:
            self._email_field.show_error(self.tr("Enter the email of your admin account."))
            self._email.setFocus()
        elif self._prompt.typed() is None:
            return
        elif services is None:
            self._once_open = lambda _: self.submit()
        else:
            self._notices.clear()
            self._provider = None
            self._prompt.ask(
                lambda: self._require_medusa(services),
                lambda password, steps: services.session.sign_in(
                    email, password, keep=keep, steps=steps
                ),
            )

    # The answers of the store

    def _ask_providers(self, services: StoreServices) -> None:
        self._tasks.start(self._show_providers(services), replacing="providers")

    async def _show_providers(self, services: StoreServices) -> None:
        if not services.store.is_demo:
            text = self.tr("Connecting to {host}…").format(host=services.store.host)
            self._show_status(text)
        try:
            await self._require_medusa(services)
        except ConsoleError as error:
            lost = isinstance(error, Unreachable) and error.sent
            self._show_failure(error, unsent=not lost)
        self._show_status("")

    async def _require_medusa(self, services: StoreServices) -> None:
        """Raises a ConsoleError unless the store answers as a Medusa does."""
        if self._answers_like_medusa:
            return
        providers = await services.session.providers()
        self._answers_like_medusa = True
        password = any(provider.flow == "credentials" for provider in providers)
        pages = any(provider.has_page for provider in providers)
        self._show_ways(password=password or not pages, providers=providers)
        if not password and not pages:
            self._notices.tell_no_way()

    def _show_ways(self, *, password: bool, providers: Sequence[AuthProvider]) -> None:
        """Ask for email and password, if the store takes them, and offer its providers."""
        asked = (self._email, self._password, self._submit)
        moves = not password and any(part.hasFocus() for part in asked)
        self._email_field.setVisible(password)
        self._prompt.take_password(wanted=password)
        self._keep.tell_filled_in(filled_in=password)
        self._providers.show_providers(providers, alone=not password)
        if moves:
            self._providers.focus_first()

    def _on_provider(self, provider: AuthProvider) -> None:
        services, keep = self._services, self._keep.wanted
        if services is None or self._closed is not None:
            return
        self._provider = provider
        self._show_status("")
        self._notices.clear()
        self._prompt.follow(
            lambda steps: sign_in_through(
                self._providers,
                provider,
                services,
                lambda begin, asked: services.session.sign_in_by(begin, keep=keep, steps=asked),
                steps,
                newcomers=self._tasks,
            )
        )

    def _show_failure(self, error: ConsoleError, unsent: bool) -> None:
        editable = self._services is not None and not self._services.store.is_demo
        self._notices.tell_failure(error, unsent=unsent, editable=editable)

    def _on_forgot(self) -> None:
        """Ask for a new password, as soon as the store is open."""
        if self._closed is None:
            self._when_open(self._ask_new_password)

    async def _ask_new_password(self, services: StoreServices) -> None:
        from medusa_console.ui.session.forgot_password import ForgotPassword  # seldom needed

        dialog = ForgotPassword(self, services, self._email.text(), self._tasks)
        email = await dialog.ask()
        if email is not None:
            self._email.setText(email or self._email.text())
            self.forget_password()
            self.focus_first_gap()
            self._notices.tell_new_password()

    def _on_stepped(self, on: bool) -> None:
        """Show only what the step needs: the choice has been made with the password, and another
        way in begins with 'Back to the password'."""
        for part in (self._keep, self._keep.consequence, self._invite):
            part.setVisible(not on)
        self._providers.set_offered(offered=not on)
        scroll_to_focus(self)
        if on:
            self._show_status("")
        elif self._email_field.isHidden():
            self._providers.focus_first()

    def _on_invite(self) -> None:
        """Accept an invite, as soon as the store is open."""
        if self._closed is None:
            self._when_open(self._accept_invite)

    async def _accept_invite(self, services: StoreServices) -> None:
        from medusa_console.services.invite_acceptance import Acceptance  # seldom needed
        from medusa_console.ui.session.accept_invite import AcceptInvite

        made = await AcceptInvite(self, services, self._tasks).ask()
        if made is None:
            return
        outcome, email, password = made
        self._email.setText(email)
        self._password.setText(password)
        self.submit()  # which asks for all that a sign-in needs more
        if outcome is Acceptance.HAD_ACCOUNT:
            self._notices.tell_unused_invite()

    def _when_open(self, ask: Callable[[StoreServices], Coroutine[Any, Any, None]]) -> None:
        """Start `ask` as soon as the store is open."""

        def start(services: StoreServices) -> None:
            self._tasks.start(ask(services), replacing="way")

        if self._services is None:
            self._once_open = start
        else:
            start(self._services)

    def _on_cancel(self) -> None:
        text = self.tr("Cancelled. You are not signed in.")
        if self._provider is not None:
            text = f"{text} {if_the_page_complained()}"
        self._show_status(text)

    def _show_status(self, text: str) -> None:
        self._status.setText(text)
        self._status.setVisible(bool(text))

    def _try_again(self) -> None:
        if self._provider is not None:
            self._on_provider(self._provider)
        elif self._password.text():
            self.submit()
        elif self._services is not None:
            self._ask_providers(self._services)

    def _open_up(self) -> None:
        if self._closed is not None:
            self._notices.remove(self._closed)
            self._closed = None
            self._enable(enabled=True)

    def _enable(self, *, enabled: bool) -> None:
        for part in (self._email_field, self._prompt, self._providers):
            part.setEnabled(enabled)


def _where(store: Store) -> str:
    if store.is_demo:
        return translate("SignInForm", "Built in. Nothing leaves this computer.")
    if store.encrypted:
        return translate("SignInForm", "{host} · encrypted connection").format(host=store.host)
    return translate("SignInForm", "{host} · on this computer").format(host=store.host)

"""The ways into a store through providers' pages: a button each, and what to do meanwhile."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget
from shiboken6 import isValid

from medusa_console.domain.errors import (
    ConsoleError,
    NoAdminAccount,
    ProviderFailed,
    ProviderFault,
)
from medusa_console.tasks import TaskScope
from medusa_console.ui.kit.announce import announce
from medusa_console.ui.kit.ask import confirm, tasks_of
from medusa_console.ui.kit.browser import open_page
from medusa_console.ui.kit.button import Kind, push_button
from medusa_console.ui.kit.label import PlainLabel
from medusa_console.ui.kit.layout import column
from medusa_console.ui.kit.style import settle
from medusa_console.ui.kit.text import shown, tooltip
from medusa_console.ui.kit.theme_tokens import EIGHT
from medusa_console.ui.kit.translations import translate

if TYPE_CHECKING:
    from medusa_console.domain.user import AuthProvider
    from medusa_console.services.further_steps import Begin, FurtherSteps
    from medusa_console.services.provider_sign_in import Browser
    from medusa_console.services.store_services import StoreServices
    from medusa_console.ui.session.password_prompt import PasswordPrompt

    TakeUp = Callable[[Begin, FurtherSteps], Awaitable[None]]

_MOST = 10
_LONGEST_NAME = 60


class ProviderButtons(QWidget):
    """Hidden while there is no provider. `waiting` says what to do in the browser; its place is
    below whatever stays in place meanwhile.

    Signals:
        chosen(AuthProvider): the user wants to go on with this provider.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("providers")
        self._buttons: list[QPushButton] = []
        self._address = ""
        self._pressed: QPushButton | None = None  # had the focus, and gets it back
        self._what_to_do = PlainLabel(role="secondary", wrap=True, name="provider.waiting")
        self._again = push_button(
            self.tr("Open the page again"), self._on_again, kind="link", name="provider.again"
        )
        lines = column(self._what_to_do, self._again, spacing=EIGHT)
        lines.setAlignment(self._again, Qt.AlignmentFlag.AlignLeft)
        self.waiting = QWidget()
        self.waiting.setLayout(lines)
        self._column = column(spacing=EIGHT)
        self.setLayout(self._column)
        self.end()
        self.hide()

    def show_providers(self, providers: Sequence[AuthProvider], *, alone: bool = False) -> None:
        """Offer those of `providers` that have a page, ten at most. A single one is the form's main
        button if there is no password beside it (`alone`)."""
        focused = self.window().focusWidget() in self._buttons  # also behind another window
        for old in self._buttons:
            self._column.removeWidget(old)
            old.deleteLater()
        offered = [one for one in providers if one.has_page][:_MOST]
        kind: Kind = "primary" if alone and len(offered) == 1 else "plain"
        self._buttons = [self._button(one, kind) for one in offered]
        before = self._before()
        for button in self._buttons:
            self._column.addWidget(button)
            button.show()  # else only the next turn of the loop would show it, without the focus
            self.setTabOrder(before, button)
            before = button
            settle(button)
        self.set_offered(offered=True)
        if focused:
            self.focus_first()

    def set_offered(self, *, offered: bool) -> None:
        """Show what there is, or nothing for as long as something else is asked for."""
        self.setVisible(offered and bool(self._buttons))

    def _before(self) -> QWidget:
        """Where Tab comes from to the buttons."""
        before = self.previousInFocusChain()
        while before not in (None, self) and before.focusPolicy() is Qt.FocusPolicy.NoFocus:
            before = before.previousInFocusChain()
        return before or self

    def focus_first(self) -> None:
        """Focus the first button."""
        for button in self._buttons[:1]:
            button.setFocus()

    def begin(self, provider: AuthProvider) -> Browser:
        """The browser for a sign-in with `provider`: says what to do there. Call `end` after it."""
        from medusa_console.services.provider_sign_in import Browser  # would delay the first paint

        name = _name(provider)
        self._pressed = next((one for one in self._buttons if one.hasFocus()), None)
        for button in self._buttons:
            button.setDisabled(True)

        def show(address: str) -> bool:
            self._address = address
            text = self.tr("Continue in your browser, on the page of {provider}.")
            self._what_to_do.setText(text.format(provider=name))
            self.waiting.show()
            if self._pressed is not None:
                self._again.setFocus()
            announce(self._what_to_do, self._what_to_do.text())
            return open_page(address)

        return Browser(show, self.tr("You can close this window and go back to Medusa Console."))

    def end(self) -> None:
        """Nobody waits for the browser any more."""
        self._address = ""
        self.waiting.hide()
        for button in self._buttons:
            button.setEnabled(True)
        if self._pressed in self._buttons:
            self._pressed.setFocus()
        self._pressed = None

    def _button(self, provider: AuthProvider, kind: Kind) -> QPushButton:
        button = push_button(
            self.tr("Continue with {provider}").format(provider=_name(provider)),
            partial(self.chosen.emit, provider),
            kind=kind,
            name=f"continueWith.{provider.id}",
        )
        # A long name is cut; the window is not made wider for it.
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.setToolTip(tooltip(button.text()))
        return button

    def _on_again(self) -> None:
        if self._address:
            open_page(self._address)


class ProviderAgain(ProviderButtons):
    """The button of `provider_id`, in place of the password of `prompt`, for an account that has
    come in through that provider; hidden for "", an account with a password."""

    def __init__(
        self,
        services: StoreServices,
        provider_id: str,
        prompt: PasswordPrompt,
        take_up: TakeUp,
        tasks: TaskScope,
    ) -> None:
        super().__init__()
        self._why = PlainLabel(role="secondary", wrap=True, name="provider.why")
        self._column.addWidget(self._why)
        if not provider_id:
            return
        from medusa_console.domain.user import AuthProvider  # would delay the first paint

        def follow(provider: AuthProvider) -> None:
            prompt.follow(lambda steps: sign_in_through(self, provider, services, take_up, steps))

        async def name() -> None:
            self._offer(await name_of(services, known))

        self.chosen.connect(follow)
        prompt.stepped.connect(self._on_stepped)
        known = AuthProvider(id=provider_id, flow="redirect")
        self._offer(known)
        prompt.take_password(wanted=False)
        tasks_of(self, tasks).start(name())

    def _offer(self, provider: AuthProvider) -> None:
        why = self.tr(
            "You came in through {provider}. Only {provider} can confirm here that it is you."
        )
        self._why.setText(why.format(provider=_name(provider)))
        self.show_providers([provider], alone=True)

    def _on_stepped(self, on: bool) -> None:
        """A code takes the place of the button, and gives it back with the focus."""
        self.set_offered(offered=not on)
        if not on:
            self.focus_first()


async def sign_in_through(
    buttons: ProviderButtons,
    provider: AuthProvider,
    services: StoreServices,
    take_up: TakeUp,
    steps: FurtherSteps,
    *,
    newcomers: TaskScope | None = None,
) -> None:
    """Lead the user over the page of `provider` and give what opens the session to `take_up`. With
    `newcomers`, whoever has no admin account is asked whether to get one, over `buttons`.

    Raises ProviderFailed, CallbackRefused, ProviderRefused, and what `take_up` raises.
    """
    try:
        begin = await services.providers.ask(provider, buttons.begin(provider))
    finally:
        if isValid(buttons):  # not destroyed with a dialog that was given up
            buttons.end()
    try:
        await take_up(begin, steps)
    except NoAdminAccount as newcomer:
        if newcomers is None or not await _wants_account(
            buttons, provider, services, newcomer, newcomers
        ):
            raise ProviderFailed(ProviderFault.NO_ACCOUNT) from None
        await take_up(services.providers.join(provider, newcomer), steps)


async def name_of(services: StoreServices, provider: AuthProvider) -> AuthProvider:
    """`provider` as the store calls it, if the store tells."""
    try:
        offered = await services.session.providers()
    except ConsoleError:
        return provider  # the sign-in itself tells what is wrong
    return next((one for one in offered if one.id == provider.id and one.has_page), provider)


async def _wants_account(
    buttons: ProviderButtons,
    provider: AuthProvider,
    services: StoreServices,
    newcomer: NoAdminAccount,
    tasks: TaskScope,
) -> bool:
    store = services.store
    known = translate("ProviderButtons", "{provider} knows you as {email}.").format(
        provider=_name(provider), email=shown(newcomer.email)
    )
    text = translate(
        "ProviderButtons",
        "If an admin of {store} has this email, this sign-in will open that admin's account from "
        "now on. If not, a new admin account is created: without roles, or with full access where "
        "the store uses no roles.",
    ).format(store=shown(store.name))
    return await confirm(
        buttons.window(),
        store,
        translate("ProviderButtons", "No admin account belongs to this sign-in yet"),
        text,
        action=translate("ProviderButtons", "Link or create account"),
        keep=translate("ProviderButtons", "Cancel"),
        danger=False,
        clock=tasks.clock,
        known=known if newcomer.email else "",
    )


def _name(provider: AuthProvider) -> str:
    return shown(provider.display_name or provider.id, limit=_LONGEST_NAME)

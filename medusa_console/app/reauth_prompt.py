"""Asks for the password over the pages of a store, then offers the refused actions again."""

from __future__ import annotations

from medusa_console.app.context import StoreContext
from medusa_console.services.session_states import Expired
from medusa_console.tasks import Again, Doing
from medusa_console.ui.kit.ask import answer
from medusa_console.ui.kit.banner import Notice, NoticeAction, NoticeKind
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.session.sign_in_again import SignInAgain


class ReauthPrompt:
    """The prompt of one open store."""

    def __init__(self, context: StoreContext) -> None:
        self._context = context
        self._dialog: SignInAgain | None = None
        self._refused: dict[str, tuple[str, Again | None]] = {}  # by what they are about
        self._notice: Notice | None = None

    def ask(self) -> None:
        """Show the prompt over the pages, unless it is already shown."""
        if self._dialog is None:
            self._context.tasks.start(self._ask(), replacing="sign in again")

    def refuse(self, doing: Doing, again: Again | None) -> None:
        """An action met the end of the session: name it, and offer it again after the sign-in."""
        self._refused[doing.about] = doing.words, again
        if self._dialog is not None:
            self._dialog.show_refused(doing.words)

    def cancel(self) -> None:
        """Close the prompt, because the session was signed out or locked."""
        self._context.tasks.cancel("sign in again")
        self.withdraw()

    def forget(self) -> None:
        """Forget the refused actions, because another account must not see them."""
        self.cancel()
        self._refused = {}

    def withdraw(self) -> None:
        """Remove the notice that the session has ended."""
        if self._notice is not None:
            self._context.notices().remove(self._notice)
            self._notice = None

    async def _ask(self) -> None:
        services = self._context.services
        state = services.session.state
        if not isinstance(state, Expired):
            return
        self._dialog = SignInAgain(
            self._context.window.dialog_parent, services, state, self._context.tasks
        )
        for words, _again in self._refused.values():
            self._dialog.show_refused(words)
        if self._context.window.desk_in_front:
            self._dialog.show_desk()
        try:
            signed_in = await answer(self._dialog) == SignInAgain.DialogCode.Accepted
        finally:
            self._dialog = None
        if signed_in:
            self._offer_again()
            self._context.refresh()
        else:
            self._say_ended()

    def _say_ended(self) -> None:
        self.withdraw()
        services = self._context.services
        self._notice = Notice(
            NoticeKind.CAUTION,
            translate("ReauthPrompt", "Your session at {store} has ended").format(
                store=shown(services.store.name)
            ),
            translate("ReauthPrompt", "Nothing on this page is lost. Sign in to make changes."),
            actions=(NoticeAction(translate("ReauthPrompt", "Sign in"), self.ask),),
        )
        self._context.notices().add(self._notice)

    def _offer_again(self) -> None:
        refused, self._refused = self._refused, {}
        for words, again in refused.values():
            if again is not None:
                self._context.notices().add(
                    Notice(
                        NoticeKind.INFO,
                        translate("ReauthPrompt", "You are signed in to {store} again").format(
                            store=shown(self._context.services.store.name)
                        ),
                        translate(
                            "ReauthPrompt", "“{action}” was refused. Nothing was changed."
                        ).format(action=words),
                        actions=(NoticeAction(words, again),),
                    )
                )

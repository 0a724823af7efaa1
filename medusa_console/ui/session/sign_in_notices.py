"""The notices of the sign-in form, with the actions that help."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer

from medusa_console.domain.errors import (
    CallbackRefused,
    ConsoleError,
    NoAdminAccount,
    NoAnswer,
    NotMedusa,
    ProviderFailed,
    ProviderRefused,
    Unreachable,
    UntrustedCertificate,
    UnusableCertificates,
)
from medusa_console.ui.kit.banner import Banner, Notice, NoticeAction, NoticeKind
from medusa_console.ui.kit.scroll_area import ScrollArea
from medusa_console.ui.words.errors import explain


class SignInNotices(Banner):
    """`again` asks the store once more; `edit` opens the form with the store's address; `invited`
    asks for an invite."""

    def __init__(
        self,
        again: Callable[[], object],
        edit: Callable[[], object],
        invited: Callable[[], object],
    ) -> None:
        super().__init__()
        self._again = NoticeAction(self.tr("Try again"), again)
        self._edit = NoticeAction(self.tr("Edit store"), edit)
        self._invited = NoticeAction(self.tr("Accept invite"), invited)

    def add(self, notice: Notice) -> None:
        """Show `notice`, and scroll to it in a low window."""
        super().add(notice)
        QTimer.singleShot(0, self, self._come_into_view)  # after the layout

    def _come_into_view(self) -> None:
        place = self.parentWidget()
        while place is not None and not isinstance(place, ScrollArea):
            place = place.parentWidget()
        if place is not None:
            place.ensureWidgetVisible(self)

    def tell_failure(self, error: ConsoleError, *, unsent: bool, editable: bool) -> None:
        """Say why the sign-in failed and, with `unsent`, that the password was not sent;
        offer to edit the store if it is `editable`."""
        message = explain(error, password_unsent=unsent)
        actions: tuple[NoticeAction, ...]
        match error:
            case NoAdminAccount():
                actions = (self._invited, self._again)
            case ProviderFailed() | ProviderRefused() | CallbackRefused():
                actions = (self._again,)  # the store's address is not the trouble
            case _ if not editable:
                actions = (self._again,)
            case UntrustedCertificate() | UnusableCertificates():
                actions = (self._edit,)
            case NotMedusa() | Unreachable(why=NoAnswer.PROXY_PASSWORD):
                actions = (self._edit, self._again)
            case _:
                actions = (self._again, self._edit)
        kind = NoticeKind.DANGER
        self.add(Notice(kind, message.title, message.text, message.details, actions))

    def tell_no_way(self) -> None:
        """Say that the store offers no way in that this program knows."""
        self.add(
            Notice(
                NoticeKind.CAUTION,
                self.tr("This store offers no way to sign in here"),
                self.tr(
                    "It takes neither email and password, nor has it a provider with a page that "
                    "can be opened in your browser."
                ),
            )
        )

    def tell_new_password(self) -> None:
        """Say what a new password changes, and what it does not."""
        self.add(
            Notice(
                NoticeKind.INFO,
                self.tr("The new password is set. Sign in with it."),
                self.tr(
                    "Two-step sign-in stays as it is. Sessions that were open before go on until "
                    "they end: if someone else knew your password, tell an admin."
                ),
                about="newPassword",
            )
        )

    def tell_unused_invite(self) -> None:
        """Say that an invite was not needed."""
        self.add(
            Notice(
                NoticeKind.INFO,
                self.tr("You had an account here already"),
                self.tr(
                    "This email and password open an admin account of this store. The invite was "
                    "not used."
                ),
            )
        )

    def tell_how_to_keep(self) -> None:
        """Say how to get a keyring."""
        self.add(
            Notice(
                NoticeKind.INFO,
                self.tr("To stay signed in, this computer needs a keyring"),
                self.tr(
                    "On Linux, install GNOME Keyring or KWallet and log in to your desktop again, "
                    "so that the keyring is unlocked. Windows and macOS come with one. Then choose "
                    "the store again."
                ),
            )
        )

"""The notices of the sign-in form, with the actions that help."""

from __future__ import annotations

from collections.abc import Callable

from medusa_console.domain.errors import (
    ConsoleError,
    NoAnswer,
    NotMedusa,
    Unreachable,
    UntrustedCertificate,
    UnusableCertificates,
)
from medusa_console.ui.kit.banner import Banner, Notice, NoticeAction, NoticeKind
from medusa_console.ui.words.errors import explain


class SignInNotices(Banner):
    """`again` asks the store once more; `edit` opens the form with the store's address."""

    def __init__(self, again: Callable[[], object], edit: Callable[[], object]) -> None:
        super().__init__()
        self._again = NoticeAction(self.tr("Try again"), again)
        self._edit = NoticeAction(self.tr("Edit store"), edit)

    def tell_failure(self, error: ConsoleError, *, unsent: bool, editable: bool) -> None:
        """Say why the sign-in failed and, with `unsent`, that the password was not sent;
        offer to edit the store if it is `editable`."""
        message = explain(error, password_unsent=unsent)
        actions: tuple[NoticeAction, ...]
        match error:
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

    def tell_no_password(self) -> None:
        """Say that the store does not take a password."""
        self.add(
            Notice(
                NoticeKind.CAUTION,
                self.tr("This store does not sign in with email and password"),
                self.tr("It uses a third party, which this version cannot do yet."),
            )
        )

    def tell_how_to_keep(self) -> None:
        """Say how to get a keyring."""
        self.add(
            Notice(
                NoticeKind.INFO,
                self.tr("To stay signed in, this computer needs a keyring"),
                self.tr(
                    "On Linux, install GNOME Keyring or KWallet and log in to the desktop again, "
                    "so that it is unlocked. Windows and macOS have one. Then choose the store "
                    "again."
                ),
            )
        )

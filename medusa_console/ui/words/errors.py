"""The words for every error; the only module with error prose. No text contains a secret."""

from __future__ import annotations

from medusa_console.domain.errors import (
    AccountGone,
    Conflict,
    ConsoleError,
    CustomerLogin,
    EmailTaken,
    Forbidden,
    Invalid,
    JournalUnavailable,
    KeyRefused,
    MfaNeeded,
    MfaRequired,
    NoAdminAccount,
    NoCustomer,
    NotASession,
    NotFound,
    NotMedusa,
    NotSendable,
    OutcomeUnknown,
    PermissionGranted,
    ProfileUnwritable,
    ProviderRequired,
    ReadOnly,
    Refused,
    ServerFault,
    SignInNeeded,
    TooManyRequests,
    Unreachable,
    UnsafeAddress,
    UntrustedCertificate,
    UnusableCertificates,
    UnusableStoreFile,
    VaultUnavailable,
    VerificationRequired,
    WrongPassword,
)
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words import labels, reasons
from medusa_console.ui.words.connection import not_medusa, unreachable, untrusted
from medusa_console.ui.words.permissions import what_it_allows
from medusa_console.ui.words.user_message import UserMessage


def explain(error: BaseException, *, password_unsent: bool = False) -> UserMessage:
    """The words for `error`, each text on one line, whatever a server has put into it. With
    `password_unsent`, they add that the password was not sent."""
    message = _explain(error, password_unsent=password_unsent)
    texts = (message.title, message.text, message.details)
    return UserMessage(*(shown(text, limit=None) for text in texts))


def _explain(error: BaseException, *, password_unsent: bool) -> UserMessage:
    match error:
        case Unreachable():
            return unreachable(error, password_unsent)
        case UntrustedCertificate():
            return untrusted(error)
        case NotMedusa():
            return not_medusa(error, password_unsent)
        case NotASession():
            return _no_session(error)
        case Refused():
            return _refused(error)
        case OutcomeUnknown(cause=cause):
            return UserMessage(
                translate("errors", "No proof came back"),
                translate(
                    "errors", "It is not known whether this was done. Look before you repeat it."
                )
                + " "
                + explain(cause).text,
                explain(cause).details or str(cause),
            )
        case ConsoleError():
            return _local(error)
        case _:
            return UserMessage(
                translate("errors", "Something unexpected happened"),
                translate(
                    "errors", "The program goes on. If it happens again, send us the details."
                ),
                type(error).__name__,
            )


def password_refused() -> str:
    """The error beneath a password field whose form shows no email to correct."""
    return translate("errors", "This password was not accepted. Capital letters count.")


def _no_session(error: NotASession) -> UserMessage:
    title = translate("errors", "You are not signed in")
    match error:
        case MfaRequired():
            text = translate(
                "errors",
                "This account asks for a second factor, which this version cannot do yet. "
                "Sign in on the store's admin site.",
            )
        case VerificationRequired():
            text = translate(
                "errors",
                "The store wants this email verified first, which this version cannot do yet. "
                "Sign in on the store's admin site.",
            )
        case ProviderRequired():
            text = translate(
                "errors",
                "This account signs in through a third party, which this version cannot do yet.",
            )
        case NoAdminAccount():
            text = translate(
                "errors",
                "Email and password are right, but no admin account belongs to them. "
                "An invite may be waiting to be accepted.",
            )
        case CustomerLogin():
            text = translate("errors", "This is a customer's login. Sign in with an admin's email.")
        case NoCustomer():
            text = translate(
                "errors", "Email and password are right, but no customer belongs to them."
            )
        case _:
            text = translate(
                "errors",
                "The server accepted the password but sent no session this program can use.",
            )
    return UserMessage(title, text)


def _refused(error: Refused) -> UserMessage:
    text = ""
    match error:
        case WrongPassword():
            title = translate(
                "errors", "Email or password not accepted. Capital letters count in both."
            )
        case EmailTaken():
            title = translate("errors", "This email is taken")
            text = translate("errors", "Somebody signs in with it already.")
        case KeyRefused():
            title = translate("errors", "The store does not accept this publishable key")
            text = translate("errors", "It may have been revoked. Choose another one.")
        case SignInNeeded():
            title = translate("errors", "Your session has ended")
            text = translate("errors", "Nothing was changed. Sign in again.")
        case MfaNeeded():
            title = translate("errors", "The store asks for a second factor")
            text = translate("errors", "This version cannot do that yet. Nothing was changed.")
        case PermissionGranted():
            title = translate("errors", "Your role allows this now")
            text = translate("errors", "Nothing was changed. Try again.")
        case Forbidden(required=required) if required:
            title = translate("errors", "Your role may not {do}")
            title = title.format(do=what_it_allows(required[0]))
            text = translate(
                "errors",
                "The store asks for the right {permissions}. Once someone has granted it, "
                "try again. You are still signed in.",
            ).format(permissions=", ".join(required))
        case Forbidden():
            title = translate("errors", "Your account has no role in this store")
            text = translate(
                "errors",
                "Ask an admin for one. Once you have it, try again. You are still signed in.",
            )
        case AccountGone(until=until):
            return UserMessage(
                translate("errors", "Your account was deleted"),
                translate(
                    "errors",
                    "If you are stopping an attack, do not sign out: you cannot sign in again, but "
                    "this session still works until {time}.",
                ).format(time=labels.exact(until)),
            )
        case NotFound():
            title = translate("errors", "This no longer exists")
            text = translate("errors", "Someone else may have removed it.")
        case Conflict():
            title = translate("errors", "Someone else was faster")
            text = translate("errors", "Refresh and look again.")
        case TooManyRequests(retry_after=delay) if delay:
            title = translate("errors", "The store asks for a pause")
            text = translate("errors", "Try again in {seconds:.0f} s.").format(seconds=delay)
        case TooManyRequests():
            title = translate("errors", "The store asks for a pause")
            text = translate("errors", "Try again later.")
        case NotSendable():
            title = translate("errors", "This cannot be sent")
            text = reasons.entered(error)
        case _:
            title = (
                translate("errors", "The store did not accept this")
                if isinstance(error, Invalid)
                else translate("errors", "The store refused")
            )
            if error.message:
                text = translate("errors", "The store says: {message}")
                text = text.format(message=error.message)
    return UserMessage(title, text)


def _vault(error: VaultUnavailable) -> UserMessage:
    if error.entry:
        title = (
            translate("errors", "The proxy's password is still in the keyring")
            if error.of_proxy
            else translate("errors", "The session is still in the keyring")
        )
        text = translate("errors", "{reason} Remove what begins with “{entry}” there.")
    elif error.of_proxy:
        title = translate("errors", "The proxy's password is not kept")
        text = translate("errors", "{reason} Until it is, the proxy is asked without it.")
    else:
        title = translate("errors", "You will need your password next time")
        text = translate(
            "errors", "{reason} The session is only in memory and ends when you close the program."
        )
    return UserMessage(title, text.format(reason=reasons.keyring(error), entry=error.entry))


def _local(error: ConsoleError) -> UserMessage:
    details = ""
    match error:
        case UnsafeAddress():
            title = translate("errors", "This address cannot be used")
            text = reasons.address(error)
        case ReadOnly():
            title = translate("errors", "{store} is read-only on this computer").format(store=error)
            text = translate("errors", "Nothing was sent.")
        case UnusableCertificates():
            title = translate("errors", "The store's CA file cannot be used")
            text = translate(
                "errors",
                "{reason} Nothing was sent. Choose “Edit store” and look under “Connection”.",
            ).format(reason=reasons.certificates(error))
            details = error.path
        case UnusableStoreFile():
            title = translate("errors", "“{file}” cannot be used").format(file=error.name)
            text = reasons.store_file(error)
        case ServerFault():
            title = translate("errors", "{host} has a problem").format(host=error.host)
            text = translate(
                "errors", "The server failed (status {status}). Try again in a moment."
            ).format(status=error.status)
        case VaultUnavailable():
            return _vault(error)
        case JournalUnavailable(in_use=True):
            title = translate("errors", "The program cannot note this down")
            text = translate(
                "errors",
                "The journal in the data folder is in use by another program, perhaps a backup. "
                "Close that program or wait, then try again. No key is created before it can be "
                "noted down.",
            )
            details = str(error)
        case JournalUnavailable():
            title = translate("errors", "The program cannot note this down")
            text = translate(
                "errors",
                "Its data folder cannot be written, so a key could get lost. Free some space "
                "or check the folder's rights. No key is created before it can be noted down.",
            )
            details = str(error)
        case ProfileUnwritable():
            title = translate("errors", "Your settings could not be saved")
            text = translate(
                "errors", "They count until you close the program. Check the data folder."
            )
            details = str(error)
        case _:
            return UserMessage(translate("errors", "This did not work"), "", str(error))
    return UserMessage(title, text, details)

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
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words import labels, reasons
from medusa_console.ui.words.connection import not_medusa, unreachable, untrusted
from medusa_console.ui.words.permissions import what_it_allows
from medusa_console.ui.words.user_message import UserMessage


def explain(error: BaseException, *, password_unsent: bool = False) -> UserMessage:
    """The words for `error`. With `password_unsent`, they add that the password was not sent."""
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
    said = (
        translate("errors", "The store says: {message}").format(message=error.message)
        if error.message
        else ""
    )
    match error:
        case WrongPassword():
            return UserMessage(
                translate(
                    "errors", "Email or password not accepted. Capital letters count in both."
                )
            )
        case EmailTaken():
            return UserMessage(
                translate("errors", "This email is taken"),
                translate("errors", "Somebody signs in with it already."),
            )
        case KeyRefused():
            return UserMessage(
                translate("errors", "The store does not accept this publishable key"),
                translate("errors", "It may have been revoked. Choose another one."),
            )
        case SignInNeeded():
            return UserMessage(
                translate("errors", "Your session has ended"),
                translate("errors", "Nothing was changed. Sign in again."),
            )
        case MfaNeeded():
            return UserMessage(
                translate("errors", "The store asks for a second factor"),
                translate("errors", "This version cannot do that yet. Nothing was changed."),
            )
        case PermissionGranted():
            return UserMessage(
                translate("errors", "Your role allows this now"),
                translate("errors", "Nothing was changed. Try again."),
            )
        case Forbidden(required=required) if required:
            return UserMessage(
                translate("errors", "Your role may not {do}").format(
                    do=what_it_allows(required[0])
                ),
                translate(
                    "errors",
                    "The store asks for the right {permissions}. Once someone has granted it, "
                    "try again. You are still signed in.",
                ).format(permissions=", ".join(required)),
            )
        case Forbidden():
            return UserMessage(
                translate("errors", "Your account has no role in this store"),
                translate(
                    "errors",
                    "Ask an admin for one. Once you have it, try again. You are still signed in.",
                ),
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
            return UserMessage(
                translate("errors", "This no longer exists"),
                translate("errors", "Someone else may have removed it."),
            )
        case Conflict():
            return UserMessage(
                translate("errors", "Someone else was faster"),
                translate("errors", "Refresh and look again."),
            )
        case TooManyRequests(retry_after=delay) if delay:
            return UserMessage(
                translate("errors", "The store asks for a pause"),
                translate("errors", "Try again in {seconds:.0f} s.").format(seconds=delay),
            )
        case TooManyRequests():
            return UserMessage(
                translate("errors", "The store asks for a pause"),
                translate("errors", "Try again later."),
            )
        case Invalid():
            return UserMessage(translate("errors", "The store did not accept this"), said)
        case _:
            return UserMessage(translate("errors", "The store refused"), said)


def _vault(error: VaultUnavailable) -> UserMessage:
    reason = reasons.keyring(error)
    if error.entry:
        return UserMessage(
            translate("errors", "The proxy's password is still in the keyring")
            if error.of_proxy
            else translate("errors", "The session is still in the keyring"),
            translate("errors", "{reason} Remove what begins with “{entry}” there.").format(
                reason=reason, entry=error.entry
            ),
        )
    if error.of_proxy:
        return UserMessage(
            translate("errors", "The proxy's password is not kept"),
            translate("errors", "{reason} Until it is, the proxy is asked without it.").format(
                reason=reason
            ),
        )
    return UserMessage(
        translate("errors", "You will need your password next time"),
        translate(
            "errors", "{reason} The session is only in memory and ends when you close the program."
        ).format(reason=reason),
    )


def _local(error: ConsoleError) -> UserMessage:
    match error:
        case UnsafeAddress():
            return UserMessage(
                translate("errors", "This address cannot be used"), reasons.address(error)
            )
        case ReadOnly():
            return UserMessage(
                translate("errors", "{store} is read-only on this computer").format(store=error),
                translate("errors", "Nothing was sent."),
            )
        case UnusableCertificates(path=path):
            return UserMessage(
                translate("errors", "The store's CA file cannot be used"),
                translate(
                    "errors",
                    "{reason} Nothing was sent. Choose “Edit store” and look under “Connection”.",
                ).format(reason=reasons.certificates(error)),
                path,
            )
        case UnusableStoreFile(name=name):
            return UserMessage(
                translate("errors", "“{file}” cannot be used").format(file=name),
                reasons.store_file(error),
            )
        case ServerFault(host=host, status=status):
            return UserMessage(
                translate("errors", "{host} has a problem").format(host=host),
                translate(
                    "errors", "The server failed (status {status}). Try again in a moment."
                ).format(status=status),
            )
        case VaultUnavailable():
            return _vault(error)
        case JournalUnavailable():
            return UserMessage(
                translate("errors", "The program cannot note this down"),
                translate(
                    "errors",
                    "Its data folder cannot be written, so a key could get lost. Free some space "
                    "or check the folder's rights. No key is created before it can be noted down.",
                ),
                str(error),
            )
        case ProfileUnwritable():
            return UserMessage(
                translate("errors", "Your settings could not be saved"),
                translate(
                    "errors", "They count until you close the program. Check the data folder."
                ),
                str(error),
            )
        case _:
            return UserMessage(translate("errors", "This did not work"), "", str(error))

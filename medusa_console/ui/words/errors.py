"""The words for every error; the only module with error prose. No text contains a secret."""

from __future__ import annotations

from medusa_console.domain.errors import (
    AccountGone,
    CallbackRefused,
    ChallengeOver,
    CodeNeeded,
    Conflict,
    ConsoleError,
    CustomerLogin,
    EmailTaken,
    EndFixed,
    ExportUnwritable,
    Forbidden,
    Invalid,
    JournalUnavailable,
    KeyRefused,
    MfaNeeded,
    MfaRequired,
    NoAdminAccount,
    NoCustomer,
    NoPassword,
    NoSalesChannel,
    NotASession,
    NotFound,
    NotMedusa,
    NotSendable,
    NoTwoStep,
    NoTwoStepFault,
    OneSecretKey,
    OtherAccount,
    OutcomeUnknown,
    PermissionGranted,
    ProfileUnwritable,
    ProviderFailed,
    ProviderRefused,
    ProviderRequired,
    ReadOnly,
    ReceiptsUnwritable,
    Refused,
    ServerFault,
    SignInNeeded,
    TokenRefused,
    TooManyKeys,
    TooManyRequests,
    Unreachable,
    UnsafeAddress,
    UntrustedCertificate,
    UnusableCertificates,
    UnusableCommand,
    UnusableEnvFile,
    UnusableLeak,
    UnusableStoreFile,
    VaultUnavailable,
    VerificationRequired,
    WrongCode,
    WrongPassword,
)
from medusa_console.ui.kit.text import shown
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words import hand_over, key_export, labels, provider, reasons
from medusa_console.ui.words.connection import not_medusa, unreachable, untrusted
from medusa_console.ui.words.counts import counts
from medusa_console.ui.words.permissions import not_allowed
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
        case ProviderFailed():
            return provider.failed(error)
        case CallbackRefused() | ProviderRefused():
            return provider.refused(error)
        case Refused():
            return _refused(error)
        case OutcomeUnknown(cause=cause):
            why = explain(cause)
            # A server's failure says nothing but its title, and 'Try again' would be wrong here.
            reason = f"{why.title}." if isinstance(cause, ServerFault) else why.text
            text = translate(
                "errors", "It may or may not have happened. Check before you try again. {reason}"
            ).format(reason=reason)
            return UserMessage(
                translate("errors", "Not confirmed"), text, why.details or str(cause)
            )
        case ConsoleError():
            return _local(error)
        case _:
            return UserMessage(
                translate("errors", "Something unexpected happened"),
                translate(
                    "errors", "You can keep working. If it happens again, send us the details."
                ),
                type(error).__name__,
            )


def password_refused() -> str:
    """The error beneath a password field whose form shows no email to correct."""
    return translate("errors", "Wrong password. It is case-sensitive.")


def _no_session(error: NotASession) -> UserMessage:
    title = translate("errors", "You are not signed in")
    match error:
        case MfaRequired():
            text = translate(
                "errors",
                "This account needs a kind of second factor that Medusa Console doesn't support. "
                "Sign in on the store's admin site.",
            )
        case VerificationRequired():
            text = translate(
                "errors",
                "This email must be verified first. Sign in with email and password to have a "
                "code sent.",
            )
        case ProviderRequired():
            text = translate(
                "errors",
                "The store sends whoever signs in with a password to a provider's page. Choose "
                "“Continue with…” instead, if the store offers it.",
            )
        case NoAdminAccount():
            text = translate(
                "errors",
                "Email and password are correct, but they don't belong to an admin account. "
                "There may be an invite that was never accepted.",
            )
        case OtherAccount():
            text = translate(
                "errors",
                "This email belongs to another account by now. Sign out, and sign in again.",
            )
        case CustomerLogin():
            text = translate(
                "errors", "This is a customer's sign-in. Use an admin's email instead."
            )
        case NoCustomer():
            text = translate(
                "errors", "Email and password are correct, but they don't belong to a customer."
            )
        case _:
            text = translate(
                "errors",
                "The server accepted the password, but sent no session that can be used.",
            )
    return UserMessage(title, text)


def _refused(error: Refused) -> UserMessage:
    text = ""
    match error:
        case WrongPassword():
            title = translate("errors", "Wrong email or password. Both are case-sensitive.")
        case WrongCode():
            title = translate("errors", "Wrong code")
        case ChallengeOver():
            title = translate("errors", "This code came too late")
            text = translate("errors", "Sign in again, and enter a new code.")
        case TokenRefused():
            title = translate("errors", "The store didn't accept this token")
            text = translate(
                "errors",
                "It was used already, a newer one has replaced it, it has expired, or it belongs "
                "to another store.",
            )
        case CodeNeeded():
            title = translate("errors", "This server asks for a code, too")
        case NoTwoStep(fault=fault):
            title = translate("errors", "Two-step sign-in is not available on this server")
            text = {
                NoTwoStepFault.TOO_OLD: translate(
                    "errors",
                    "It comes with Medusa 2.15.3 or newer, and this server doesn't have it.",
                ),
                NoTwoStepFault.NO_KEY: translate(
                    "errors",
                    "The server has no encryption key for it. Whoever runs the server sets it as "
                    "mfa.encryption_key in the options of Medusa's auth module.",
                ),
                NoTwoStepFault.LONG_CODES: translate(
                    "errors",
                    "Its codes have more than six digits, which can't be entered in Medusa "
                    "Console. Nothing was set up. Whoever runs the server can have codes of six "
                    "digits.",
                ),
            }[fault]
        case OneSecretKey():
            title = translate("errors", "This store allows one secret key at a time")
            text = translate(
                "errors",
                "Medusa before 2.11 creates no secret key while another one works, also one that "
                "is to end. Revoke that key first: until the new one is in place, what uses it "
                "fails. From Medusa 2.11 on both can work.",
            )
        case EndFixed(end=end):
            title = translate("errors", "The store doesn't change the end of this key")
            text = translate(
                "errors",
                "Medusa before 2.11 ends a secret key neither sooner nor later once its end is "
                "set: it works until {time}. From Medusa 2.11 on it can be revoked at once; ask "
                "whoever runs the store.",
            ).format(time=labels.exact(end))
        case EmailTaken():
            title = translate("errors", "This email is taken")
            text = translate("errors", "Someone already signs in with it.")
        case NoPassword():
            title = translate("errors", "There is no password to reset")
            text = translate(
                "errors",
                "No sign-in with a password belongs to the email of this account. A provider's "
                "page, or another email, opens it.",
            )
        case KeyRefused():
            title = translate("errors", "The store rejected this publishable key")
            text = translate("errors", "It may have been revoked. Choose another key.")
        case NoSalesChannel():
            title = translate("errors", "This key has no sales channel")
            text = translate("errors", "The store refuses it every request for products.")
        case MfaNeeded():
            title = translate("errors", "A second factor is needed")
            text = translate(
                "errors", "Nothing was changed. Sign in again with your password and a code."
            )
        case SignInNeeded():
            title = translate("errors", "Your session has ended")
            text = translate("errors", "Nothing was changed. Sign in again.")
        case PermissionGranted():
            title = translate("errors", "Your role allows this now")
            text = translate("errors", "Nothing was changed. Try again.")
        case Forbidden(required=required) if required:
            title = not_allowed(required[0])
            text = translate(
                "errors",
                "Your role needs the permission {permissions}. After an admin grants it, try "
                "again. You are still signed in.",
            ).format(permissions=", ".join(required))
        case Forbidden():
            title = translate("errors", "The store doesn't allow this")
            text = translate(
                "errors",
                "Your account has no role in this store, or none that allows it. Ask an admin for "
                "one, then try again. You are still signed in.",
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
            text = translate("errors", "Someone may have deleted it.")
        case Conflict():
            title = translate("errors", "Changed by someone else")
            text = translate("errors", "Refresh and check again.")
        case TooManyRequests(retry_after=delay) if delay:
            title = translate("errors", "Too many requests")
            text = counts.try_again_in(round(delay))
        case TooManyRequests():
            title = translate("errors", "Too many requests")
            text = translate("errors", "Try again later.")
        case NotSendable():
            title = translate("errors", "This can't be sent")
            text = reasons.entered(error)
        case _:
            title = (
                translate("errors", "The store didn't accept this")
                if isinstance(error, Invalid)
                else translate("errors", "The store refused this")
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
        text = translate("errors", "{reason} Delete the entries that begin with “{entry}” there.")
    elif error.of_proxy:
        title = translate("errors", "The proxy's password was not saved")
        text = translate("errors", "{reason} Until it is, the proxy is used without it.")
    else:
        title = translate("errors", "You will need your password next time")
        text = translate("errors", "{reason} Your session ends when you close the program.")
    return UserMessage(title, text.format(reason=reasons.keyring(error), entry=error.entry))


def _local(error: ConsoleError) -> UserMessage:
    details = ""
    match error:
        case UnsafeAddress():
            title = translate("errors", "This address can't be used")
            text = reasons.address(error)
        case ReadOnly():
            title = translate("errors", "{store} is read-only on this computer").format(store=error)
            text = translate("errors", "Nothing was sent.")
        case UnusableCertificates():
            title = translate("errors", "The store's CA certificate can't be used")
            text = translate(
                "errors",
                "{reason} Nothing was sent. Choose “Edit store…” and look under “Advanced”.",
            ).format(reason=reasons.certificates(error))
            details = error.path
        case UnusableStoreFile():
            title = translate("errors", "“{file}” can't be used").format(file=error.name)
            text = reasons.store_file(error)
        case UnusableLeak():
            title = (
                translate("errors", "“{file}” was not read").format(file=error.name)
                if error.name
                else translate("errors", "The text was not read")
            )
            text = reasons.leak(error)
        case UnusableEnvFile():
            title = translate("errors", "The key was not written")
            text = hand_over.env_file(error)
        case UnusableCommand():
            title = translate("errors", "The command did not run")
            text = hand_over.command(error)
        case ServerFault():
            title = translate("errors", "{host} returned an error ({status})")
            title = title.format(host=labels.host(error.host), status=error.status)
            text = translate("errors", "Try again in a moment.")
        case VaultUnavailable():
            return _vault(error)
        case JournalUnavailable(in_use=True):
            title = translate("errors", "Can't write to the data folder")
            text = translate(
                "errors",
                "Another program, perhaps a backup, is using the journal in it. Close that "
                "program or wait, then try again. Until then no key is created, so that none "
                "can get lost.",
            )
            details = str(error)
        case JournalUnavailable():
            title = translate("errors", "Can't write to the data folder")
            text = translate(
                "errors",
                "Free some space or check the folder's permissions. Until then no key is "
                "created, so that none can get lost.",
            )
            details = str(error)
        case TooManyKeys():
            title = translate("errors", "Too many keys at once")
            text = translate("errors", "At most {most} can be selected. Narrow your search.")
            text = text.format(most=labels.number(error.most))
        case ExportUnwritable():
            title = translate("errors", "“{file}” was not written").format(file=error.name)
            text = key_export.unwritable(error)
        case ReceiptsUnwritable():
            title = translate("errors", "Can't write to the data folder")
            text = translate(
                "errors",
                "Free some space or check the folder's permissions. No record is deleted before "
                "its receipt is on the disk.",
            )
            details = str(error)
        case ProfileUnwritable():
            title = translate("errors", "Your settings couldn't be saved")
            text = translate(
                "errors", "They apply until you close the program. Check the data folder."
            )
            details = str(error)
        case _:
            return UserMessage(translate("errors", "This did not work"), "", str(error))
    return UserMessage(title, text, details)

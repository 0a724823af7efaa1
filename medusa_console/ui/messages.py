"""Error → words: the only place with error prose. No text ever carries a secret."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from medusa_console.domain.errors import (
    CertificateFault,
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
    NoAnswer,
    NoCustomer,
    NoSuchRoute,
    NotASession,
    NotFound,
    NotMedusa,
    OutcomeUnknown,
    ProfileUnwritable,
    ProviderRequired,
    ReadOnly,
    Redirected,
    Refused,
    ServerFault,
    SignInNeeded,
    TooBig,
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
from medusa_console.ui.rights import what_it_allows


@dataclass(frozen=True)
class UserMessage:
    """What happened; what it means and what to do; the technical part, ready to copy."""

    title: str
    text: str = ""
    details: str = ""

    @property
    def sentence(self) -> str:
        """Title and text in one."""
        title = self.title if self.title.endswith(".") else f"{self.title}."
        return f"{title} {self.text}" if self.text else title


def _tr(text: str) -> str:
    return QCoreApplication.translate("messages", text)


def explain(error: BaseException, *, password_unsent: bool = False) -> UserMessage:
    """The words for `error`. With `password_unsent`, that the password was not sent is told."""
    match error:
        case Unreachable():
            return _unreachable(error, password_unsent)
        case UntrustedCertificate():
            return _untrusted(error)
        case NotMedusa():
            return _not_medusa(error, password_unsent)
        case NotASession():
            return _no_session(error)
        case Refused():
            return _refused(error)
        case OutcomeUnknown(cause=cause):
            return UserMessage(
                _tr("No proof came back"),
                _tr("It is not known whether this was done. Look before you repeat it.")
                + " "
                + explain(cause).text,
                explain(cause).details or str(cause),
            )
        case ConsoleError():
            return _local(error)
        case _:
            return UserMessage(
                _tr("Something unexpected happened"),
                _tr("The program goes on. If it happens again, send us the details."),
                type(error).__name__,
            )


def _unreachable(error: Unreachable, password_unsent: bool) -> UserMessage:
    why = {
        NoAnswer.NO_SUCH_NAME: _tr("No such name."),
        NoAnswer.REFUSED: _tr("Connection refused."),
        NoAnswer.TIMEOUT: _tr("No answer in {seconds:g} s.").format(seconds=error.seconds),
        NoAnswer.NETWORK: _tr("The network cannot be reached."),
        NoAnswer.DISCONNECTED: _tr("The connection was lost before an answer came."),
        NoAnswer.PROXY: _tr("The proxy cannot be reached, or did not let the request through."),
        NoAnswer.PROXY_PASSWORD: _tr("The proxy asks for a name and a password that it accepts."),
    }[error.why]
    parts = [why]
    if password_unsent:
        parts.append(_tr("Your password was not sent."))
    elif not error.sent:
        parts.append(_tr("Nothing was sent."))
    match error.why:
        case NoAnswer.PROXY:
            parts.append(_tr("Check the proxy in the store's settings, and the network."))
        case NoAnswer.PROXY_PASSWORD:
            parts.append(_tr("Choose “Edit store” and enter them under “Connection”."))
        case _:
            parts.append(_tr("Check the address, network or VPN."))
    return UserMessage(
        _tr("Can't reach {host}").format(host=error.host), " ".join(parts), error.detail
    )


def _untrusted(error: UntrustedCertificate) -> UserMessage:
    why = {
        CertificateFault.WRONG_HOST: _tr("The server showed a certificate for another name."),
        CertificateFault.UNKNOWN_ISSUER: _tr(
            "The server showed a certificate from an issuer this computer does not know."
        ),
        CertificateFault.EXPIRED: _tr("The server's certificate has expired."),
        CertificateFault.NOT_YET_VALID: _tr(
            "The server's certificate is not valid yet: check this computer's clock."
        ),
        CertificateFault.TOO_OLD: _tr("The server's encryption is too old to be safe."),
        CertificateFault.PLAIN_HTTP: _tr("This port speaks http, not https: check the address."),
        CertificateFault.OTHER: _tr("The server's certificate was not accepted."),
    }[error.fault]
    if error.shown_for:
        why = _tr("The server showed a certificate for {name}.").format(name=error.shown_for)
    rest = _tr(
        "Someone may be in between, or the address is wrong. Nothing was sent. "
        "Ask whoever runs the store; there is no way to skip this."
    )
    return UserMessage(
        _tr("This may not be {host}").format(host=error.host), f"{why} {rest}", error.detail
    )


def _not_medusa(error: NotMedusa, password_unsent: bool) -> UserMessage:
    unsent = " " + _tr("Your password was not sent.") if password_unsent else ""
    match error:
        case Redirected(target=target):
            return UserMessage(
                _tr("The server sends you to {target}").format(target=target),
                _tr("Change the store's address if that is right.") + unsent,
                error.detail,
            )
        case NoSuchRoute():
            return UserMessage(
                _tr("The store does not know this request"),
                _tr(
                    "{host} may be of another version than this program, or a gateway in front of "
                    "it lets only some requests through."
                ).format(host=error.host),
                error.detail,
            )
        case TooBig():
            return UserMessage(
                _tr("The answer of {host} is too large").format(host=error.host),
                _tr("It was given up after {size} MB, to protect this computer.").format(
                    size=error.limit >> 20
                ),
                error.detail,
            )
        case _:
            return UserMessage(
                _tr("This address is not a Medusa server"),
                _tr(
                    "{host} answered with a web page. It may be the shop's address, "
                    "or a Wi-Fi sign-in page."
                ).format(host=error.host)
                + unsent,
                error.detail,
            )


def _no_session(error: NotASession) -> UserMessage:
    title = _tr("You are not signed in")
    match error:
        case MfaRequired():
            text = _tr(
                "This account asks for a second factor, which this version cannot do yet. "
                "Sign in on the store's admin site."
            )
        case VerificationRequired():
            text = _tr(
                "The store wants this email verified first, which this version cannot do yet. "
                "Sign in on the store's admin site."
            )
        case ProviderRequired():
            text = _tr(
                "This account signs in through a third party, which this version cannot do yet."
            )
        case NoAdminAccount():
            text = _tr(
                "Email and password are right, but no admin account belongs to them. "
                "An invite may be waiting to be accepted."
            )
        case CustomerLogin():
            text = _tr("This is a customer's login. Sign in with an admin's email.")
        case NoCustomer():
            text = _tr("Email and password are right, but no customer belongs to them.")
        case _:
            text = _tr("The server accepted the password but sent no session this program can use.")
    return UserMessage(title, text)


def _refused(error: Refused) -> UserMessage:
    said = _tr("The store says: {message}").format(message=error.message) if error.message else ""
    match error:
        case WrongPassword():
            return UserMessage(
                _tr("Email or password not accepted. Capital letters count in both.")
            )
        case EmailTaken():
            return UserMessage(
                _tr("This email is taken"), _tr("Somebody signs in with it already.")
            )
        case KeyRefused():
            return UserMessage(
                _tr("The store does not accept this publishable key"),
                _tr("It may have been revoked. Choose another one."),
            )
        case SignInNeeded():
            return UserMessage(
                _tr("Your session has ended"), _tr("Nothing was changed. Sign in again.")
            )
        case MfaNeeded():
            return UserMessage(
                _tr("The store asks for a second factor"),
                _tr("This version cannot do that yet. Nothing was changed."),
            )
        case Forbidden(required=required) if required:
            return UserMessage(
                _tr("Your role may not {do}").format(do=what_it_allows(required[0])),
                _tr(
                    "The store asks for the right {rights}. Once someone has granted it, "
                    "choose Refresh rights. You are still signed in."
                ).format(rights=", ".join(required)),
            )
        case Forbidden():
            return UserMessage(
                _tr("Your account has no role in this store"),
                _tr(
                    "Ask an admin for one. Once you have it, choose Refresh rights. "
                    "You are still signed in."
                ),
            )
        case NotFound():
            return UserMessage(
                _tr("This no longer exists"), _tr("Someone else may have removed it.")
            )
        case Conflict():
            return UserMessage(_tr("Someone else was faster"), _tr("Refresh and look again."))
        case TooManyRequests(retry_after=delay) if delay:
            return UserMessage(
                _tr("The store asks for a pause"),
                _tr("Try again in {seconds:.0f} s.").format(seconds=delay),
            )
        case TooManyRequests():
            return UserMessage(_tr("The store asks for a pause"), _tr("Try again later."))
        case Invalid():
            return UserMessage(_tr("The store did not accept this"), said)
        case _:
            return UserMessage(_tr("The store refused"), said)


def _local(error: ConsoleError) -> UserMessage:
    match error:
        case UnsafeAddress(reason=reason):
            return UserMessage(_tr("This address cannot be used"), reason)
        case ReadOnly():
            return UserMessage(
                _tr("{store} is read-only on this computer").format(store=error),
                _tr("Nothing was sent."),
            )
        case UnusableCertificates(path=path, reason=reason):
            return UserMessage(
                _tr("The store's CA file cannot be used"),
                _tr(
                    "{reason} Nothing was sent. Choose “Edit store” and look under “Connection”."
                ).format(reason=reason),
                path,
            )
        case UnusableStoreFile(name=name, reason=reason):
            return UserMessage(_tr("“{file}” cannot be used").format(file=name), reason)
        case ServerFault(host=host, status=status):
            return UserMessage(
                _tr("{host} has a problem").format(host=host),
                _tr("The server failed (status {status}). Try again in a moment.").format(
                    status=status
                ),
            )
        case VaultUnavailable(reason=reason, entry=entry) if entry:
            return UserMessage(
                _tr("The session is still in the keyring"),
                _tr("{reason} Remove the entry “{entry}” there.").format(
                    reason=reason, entry=entry
                ),
            )
        case VaultUnavailable(reason=reason):
            return UserMessage(
                _tr("You will need your password next time"),
                _tr(
                    "{reason} The session is only in memory and ends when you close the program."
                ).format(reason=reason),
            )
        case JournalUnavailable():
            return UserMessage(
                _tr("The program cannot note this down"),
                _tr(
                    "Its data folder cannot be written, so a key could get lost. Free some space "
                    "or check the folder's rights. No key is created before it can be noted down."
                ),
                str(error),
            )
        case ProfileUnwritable():
            return UserMessage(
                _tr("Your settings could not be saved"),
                _tr("They count until you close the program. Check the data folder."),
                str(error),
            )
        case _:
            return UserMessage(_tr("This did not work"), "", str(error))

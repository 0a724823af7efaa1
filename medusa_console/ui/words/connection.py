"""The words for connection failures: no answer, no trust, no Medusa."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from medusa_console.domain.errors import (
    CertificateFault,
    NoAnswer,
    NoSuchRoute,
    NotMedusa,
    Redirected,
    TooBig,
    Unreachable,
    UntrustedCertificate,
)
from medusa_console.ui.words.user_message import UserMessage


def _tr(text: str) -> str:
    return QCoreApplication.translate("messages", text)


def unreachable(error: Unreachable, password_unsent: bool) -> UserMessage:
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


def untrusted(error: UntrustedCertificate) -> UserMessage:
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
    rest = _tr(
        "Someone may be in between, or the address is wrong. Nothing was sent. "
        "Ask whoever runs the store; there is no way to skip this."
    )
    return UserMessage(
        _tr("This may not be {host}").format(host=error.host), f"{why} {rest}", error.detail
    )


def not_medusa(error: NotMedusa, password_unsent: bool) -> UserMessage:
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

"""The words for connection failures: no answer, no trust, no Medusa."""

from __future__ import annotations

from medusa_console.domain.errors import (
    CertificateFault,
    Intercepted,
    NoAnswer,
    NoSuchRoute,
    NotMedusa,
    Redirected,
    TooBig,
    Unreachable,
    UntrustedCertificate,
)
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words.user_message import UserMessage


def unreachable(error: Unreachable, password_unsent: bool) -> UserMessage:
    why = {
        NoAnswer.NO_SUCH_NAME: translate("connection", "No such name."),
        NoAnswer.REFUSED: translate("connection", "Connection refused."),
        NoAnswer.TIMEOUT: translate("connection", "No answer in {seconds:g} s.").format(
            seconds=error.seconds
        ),
        NoAnswer.NETWORK: translate("connection", "The network cannot be reached."),
        NoAnswer.DISCONNECTED: translate(
            "connection", "The connection was lost before an answer came."
        ),
        NoAnswer.PROXY: translate(
            "connection", "The proxy cannot be reached, or did not let the request through."
        ),
        NoAnswer.PROXY_PASSWORD: translate(
            "connection", "The proxy asks for a name and a password that it accepts."
        ),
    }[error.why]
    parts = [why]
    if password_unsent:
        parts.append(translate("connection", "Your password was not sent."))
    elif not error.sent:
        parts.append(translate("connection", "Nothing was sent."))
    match error.why:
        case NoAnswer.PROXY:
            parts.append(
                translate("connection", "Check the proxy in the store's settings, and the network.")
            )
        case NoAnswer.PROXY_PASSWORD:
            parts.append(
                translate("connection", "Choose “Edit store” and enter them under “Connection”.")
            )
        case _:
            parts.append(translate("connection", "Check the address, network or VPN."))
    return UserMessage(
        translate("connection", "Can't reach {host}").format(host=error.host),
        " ".join(parts),
        error.detail,
    )


def untrusted(error: UntrustedCertificate) -> UserMessage:
    why = {
        CertificateFault.WRONG_HOST: translate(
            "connection", "The server showed a certificate for another name."
        ),
        CertificateFault.UNKNOWN_ISSUER: translate(
            "connection",
            "The server showed a certificate from an issuer this computer does not know.",
        ),
        CertificateFault.EXPIRED: translate("connection", "The server's certificate has expired."),
        CertificateFault.NOT_YET_VALID: translate(
            "connection", "The server's certificate is not valid yet: check this computer's clock."
        ),
        CertificateFault.TOO_OLD: translate(
            "connection", "The server's encryption is too old to be safe."
        ),
        CertificateFault.PLAIN_HTTP: translate(
            "connection", "This port speaks http, not https: check the address."
        ),
        CertificateFault.OTHER: translate(
            "connection", "The server's certificate was not accepted."
        ),
    }[error.fault]
    if error.fault is CertificateFault.UNKNOWN_ISSUER:
        rest = translate(
            "connection",
            "Someone may be in between, or the address is wrong. Nothing was sent. "
            "Ask whoever runs the store. If its certificate comes from your own authority, enter "
            "the CA file of that authority under “Connection” of the store; there is no other way.",
        )
    else:
        rest = translate(
            "connection",
            "Someone may be in between, or the address is wrong. Nothing was sent. "
            "Ask whoever runs the store; there is no way to skip this.",
        )
    return UserMessage(
        translate("connection", "This may not be {host}").format(host=error.host),
        f"{why} {rest}",
        error.detail,
    )


def not_medusa(error: NotMedusa, password_unsent: bool) -> UserMessage:
    unsent = " " + translate("connection", "Your password was not sent.") if password_unsent else ""
    match error:
        case Redirected(target=target):
            return UserMessage(
                translate("connection", "The server sends you to {target}").format(target=target),
                translate("connection", "Change the store's address if that is right.") + unsent,
                error.detail,
            )
        case Intercepted(status=429, retry_after=delay) if delay:
            return UserMessage(
                translate("connection", "Something in front of the store asks for a pause"),
                translate("connection", "Try again in {seconds} s.").format(seconds=round(delay))
                + unsent,
                error.detail,
            )
        case Intercepted(status=status):
            return UserMessage(
                translate(
                    "connection", "Something in front of the store answered ({status})"
                ).format(status=status),
                translate(
                    "connection",
                    "A firewall or proxy stands between this computer and {host}. Ask whoever runs "
                    "it, then try again.",
                ).format(host=error.host)
                + unsent,
                error.detail,
            )
        case NoSuchRoute():
            return UserMessage(
                translate("connection", "The store does not know this request"),
                translate(
                    "connection",
                    "{host} may be of another version than this program, or a gateway in front of "
                    "it lets only some requests through.",
                ).format(host=error.host),
                error.detail,
            )
        case TooBig():
            return UserMessage(
                translate("connection", "The answer of {host} is too large").format(
                    host=error.host
                ),
                translate(
                    "connection", "It was given up after {size} MB, to protect this computer."
                ).format(size=error.limit >> 20),
                error.detail,
            )
        case _:
            return UserMessage(
                translate("connection", "This address is not a Medusa server"),
                translate(
                    "connection",
                    "{host} answered with a web page. It may be the shop's address, "
                    "or a Wi-Fi sign-in page.",
                ).format(host=error.host)
                + unsent,
                error.detail,
            )

"""The words for connection failures: no answer, no trust, no Medusa."""

from __future__ import annotations

from medusa_console.domain.errors import (
    AnswerFault,
    CertificateFault,
    Intercepted,
    NoAnswer,
    NoSuchRoute,
    NotMedusa,
    Redirected,
    TooBig,
    Unreachable,
    Unreadable,
    UntrustedCertificate,
)
from medusa_console.ui.kit.translations import translate
from medusa_console.ui.words import labels
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
        NoAnswer.PROXY_SETTING: translate(
            "connection", "This computer's proxy setting cannot be used."
        ),
        NoAnswer.SOCKS: translate(
            "connection",
            "This computer's proxy setting names a SOCKS proxy. Only HTTP proxies can be used.",
        ),
        NoAnswer.PROXY_SIGN_IN: translate(
            "connection",
            "The proxy wants to be signed in to with {kinds}, which this program cannot do.",
        ).format(kinds=error.detail),
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
        case NoAnswer.PROXY_SIGN_IN:
            parts.append(
                translate(
                    "connection",
                    "Ask whoever runs it for a sign-in with name and password (Basic), or for a "
                    "way to the store without the proxy.",
                )
            )
        case NoAnswer.PROXY if error.of_computer:
            parts.append(
                translate("connection", "Check this computer's proxy setting, and the network.")
            )
        case NoAnswer.PROXY_PASSWORD if error.of_computer:
            parts.append(
                translate(
                    "connection",
                    "Put them into this computer's proxy setting, or choose another proxy for the "
                    "store.",
                )
            )
        case NoAnswer.PROXY:
            parts.append(
                translate("connection", "Check the proxy in the store's settings, and the network.")
            )
        case NoAnswer.PROXY_SETTING | NoAnswer.SOCKS:
            parts.append(
                translate(
                    "connection", "Correct {name}, or choose another proxy for the store."
                ).format(name=error.detail)
                if error.detail
                else translate("connection", "Correct it, or choose another proxy for the store.")
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
    host = error.host
    match error:
        case Redirected(target=origin):
            title = translate("connection", "The server sends you to {target}")
            title = title.format(target=origin)
            text = translate("connection", "Change the store's address if that is right.") + unsent
        case Intercepted(status=429, retry_after=delay) if delay:
            title = translate("connection", "Something in front of the store asks for a pause")
            text = translate("connection", "Try again in {seconds} s.")
            text = text.format(seconds=round(delay)) + unsent
        case Intercepted(status=status):
            title = translate("connection", "Something in front of the store answered ({status})")
            title = title.format(status=status)
            text = translate(
                "connection",
                "A firewall or proxy stands between this computer and {host}. Ask whoever runs "
                "it, then try again.",
            )
            text = text.format(host=host) + unsent
        case NoSuchRoute():
            title = translate("connection", "The store does not know this request")
            text = translate(
                "connection",
                "{host} may be of another version than this program, or a gateway in front of "
                "it lets only some requests through.",
            ).format(host=host)
        case Unreadable():
            title = translate("connection", "The answer of {host} can't be read").format(host=host)
            text = {
                AnswerFault.HEADER_LINE: translate(
                    "connection", "Its header line “{value}” is not allowed in HTTP."
                ),
                AnswerFault.ENCODED: translate(
                    "connection",
                    "It is encoded as “{value}”, which this program does not understand.",
                ),
                AnswerFault.BROKEN_ENCODING: translate(
                    "connection", "It is compressed (“{value}”), but its compression is broken."
                ),
                AnswerFault.CRUMBS: translate(
                    "connection", "It comes in thousands of parts of a few bytes."
                ),
            }[error.fault].format(value=error.value)
            ask = translate(
                "connection",
                "Ask whoever runs the store, or a proxy in front of it, to mend that.",
            )
            text = f"{text} {ask}{unsent}"
        case TooBig():
            title = translate("connection", "The answer of {host} is too large").format(host=host)
            text = translate(
                "connection", "It was given up after {size}, to protect this computer."
            ).format(size=labels.data_size(error.limit))
        case _:
            title = translate("connection", "This address is not a Medusa server")
            text = translate(
                "connection",
                "{host} answered with a web page. It may be the shop's address, "
                "or a Wi-Fi sign-in page.",
            )
            text = text.format(host=host) + unsent
    return UserMessage(title, text, error.detail)

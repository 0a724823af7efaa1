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
from medusa_console.ui.words.counts import counts
from medusa_console.ui.words.user_message import UserMessage


def unreachable(error: Unreachable, password_unsent: bool) -> UserMessage:
    why = {
        NoAnswer.NO_SUCH_NAME: translate("connection", "Host not found."),
        NoAnswer.REFUSED: translate("connection", "Connection refused."),
        NoAnswer.TIMEOUT: translate("connection", "No answer in {seconds:g} s.").format(
            seconds=error.seconds
        ),
        NoAnswer.NETWORK: translate("connection", "No network connection."),
        NoAnswer.DISCONNECTED: translate(
            "connection", "The connection was lost before the store answered."
        ),
        NoAnswer.PROXY: translate(
            "connection", "The proxy can't be reached, or blocked the request."
        ),
        NoAnswer.PROXY_SETTING: translate(
            "connection", "This computer's proxy setting can't be used."
        ),
        NoAnswer.SOCKS: translate(
            "connection",
            "This computer's proxy setting names a SOCKS proxy. Only HTTP proxies can be used.",
        ),
        NoAnswer.PROXY_SIGN_IN: translate(
            "connection",
            "The proxy requires {kinds} sign-in, which Medusa Console doesn't support.",
        ).format(kinds=error.detail),
        NoAnswer.PROXY_PASSWORD: translate(
            "connection", "The proxy requires a valid user name and password."
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
                    "Ask its administrator for a sign-in with user name and password (Basic), or "
                    "for a way to the store without the proxy.",
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
                    "Enter them in this computer's proxy setting, or choose another proxy for the "
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
                translate("connection", "Choose “Edit store…” and enter them under “Advanced”.")
            )
        case _:
            parts.append(translate("connection", "Check the address, network or VPN."))
    return UserMessage(
        translate("connection", "Can't reach {host}").format(host=labels.host(error.host)),
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
            "The server showed a certificate from an issuer that this computer doesn't know.",
        ),
        CertificateFault.EXPIRED: translate("connection", "The server's certificate has expired."),
        CertificateFault.NOT_YET_VALID: translate(
            "connection", "The server's certificate is not valid yet. Check this computer's clock."
        ),
        CertificateFault.TOO_OLD: translate(
            "connection", "The server's encryption is too old to be safe."
        ),
        CertificateFault.PLAIN_HTTP: translate(
            "connection", "This port uses http, not https. Check the address."
        ),
        CertificateFault.OTHER: translate(
            "connection", "The server's certificate was not accepted."
        ),
    }[error.fault]
    if error.fault is CertificateFault.UNKNOWN_ISSUER:
        rest = translate(
            "connection",
            "Someone may be intercepting the connection, or the address is wrong. Nothing was "
            "sent. Ask whoever runs the store. If its certificate comes from a private authority, "
            "choose “Edit store…” and enter the authority's CA certificate under “Advanced”. "
            "There is no other way.",
        )
    else:
        rest = translate(
            "connection",
            "Someone may be intercepting the connection, or the address is wrong. Nothing was "
            "sent. Ask whoever runs the store. There is no way to skip this.",
        )
    return UserMessage(
        translate("connection", "This may not be {host}").format(host=error.host),
        f"{why} {rest}",
        error.detail,
    )


def not_medusa(error: NotMedusa, password_unsent: bool) -> UserMessage:
    unsent = " " + translate("connection", "Your password was not sent.") if password_unsent else ""
    host = labels.host(error.host)
    match error:
        case Redirected(target=origin):
            title = translate("connection", "The server redirects to {target}")
            title = title.format(target=origin)
            text = translate("connection", "If that is correct, change the store's address.")
            text += unsent
        case Intercepted(status=429, retry_after=delay) if delay:
            title = translate("connection", "Too many requests for a server in front of the store")
            text = counts.try_again_in(round(delay)) + unsent
        case Intercepted(status=status):
            title = translate("connection", "A server in front of the store answered ({status})")
            title = title.format(status=status)
            text = translate(
                "connection",
                "There is a firewall or proxy between this computer and {host}. Ask its "
                "administrator, then try again.",
            )
            text = text.format(host=host) + unsent
        case NoSuchRoute():
            title = translate("connection", "The store doesn't know this request")
            text = translate(
                "connection",
                "{host} may run a Medusa version that this program doesn't know, or a gateway in "
                "front of it blocks some requests.",
            ).format(host=host)
        case Unreadable():
            title = translate("connection", "Can't read the answer of {host}").format(host=host)
            text = {
                AnswerFault.HEADER_LINE: translate(
                    "connection", "Its header line “{value}” is not allowed in HTTP."
                ),
                AnswerFault.ENCODED: translate(
                    "connection",
                    "It is encoded as “{value}”, which Medusa Console doesn't support.",
                ),
                AnswerFault.BROKEN_ENCODING: translate(
                    "connection",
                    "It is compressed (“{value}”), but the compressed data is damaged.",
                ),
                AnswerFault.CRUMBS: translate(
                    "connection", "It arrives in thousands of tiny pieces."
                ),
            }[error.fault].format(value=error.value)
            ask = translate(
                "connection",
                "Ask whoever runs the store, or a proxy in front of it, to fix that.",
            )
            text = f"{text} {ask}{unsent}"
        case TooBig():
            title = translate("connection", "The answer of {host} is too large").format(host=host)
            text = translate(
                "connection", "Reading stopped after {size}, to protect this computer."
            ).format(size=labels.data_size(error.limit))
        case _:
            title = translate("connection", "This address is not a Medusa server")
            text = translate(
                "connection",
                "{host} answered with a web page. It may be the storefront's address, or a Wi-Fi "
                "sign-in page.",
            )
            text = text.format(host=host) + unsent
    return UserMessage(title, text, error.detail)

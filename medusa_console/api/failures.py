"""Translates httpx exceptions and status codes into domain.errors; the only module that does."""

from __future__ import annotations

import json
import re
import socket
import ssl
from datetime import datetime
from html import escape
from typing import Any, Final, TypeVar
from urllib.parse import urljoin, urlsplit

import httpx

from medusa_console.api.timestamps import http_date
from medusa_console.domain.bounded import masked
from medusa_console.domain.errors import (
    AnswerFault,
    CertificateFault,
    Conflict,
    ConsoleError,
    Forbidden,
    Intercepted,
    Invalid,
    MfaNeeded,
    NoAnswer,
    NoSuchRoute,
    NotFound,
    NotMedusa,
    Redirected,
    ServerFault,
    SignInNeeded,
    TooManyRequests,
    Unreachable,
    Unreadable,
    UntrustedCertificate,
    UnusableCertificates,
)
from medusa_console.domain.store import ProxyKind

E = TypeVar("E", bound=BaseException)

_LONGEST_MESSAGE = 300
_SCHEMES, _WAITS = "proxy_schemes", "waits_for_proxy"
_SCHEME = re.compile(rb"([A-Za-z][A-Za-z0-9_-]{0,19})(?:[ ,]|$)")
_MOST_SCHEMES = 5
_LONGEST_LINE = 60
_LONGEST_SCHEME = 20
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
# Timeout and Too Early: the request was not looked at, but a proxy may say so of one that was.
_NOT_READY = frozenset({408, 425})
_LOCATION = "medusa_console.location"
# Of a body that is no Medusa's answer.
LONGEST_PAGE: Final = 64 << 10
_LONGEST_PAGE_HEAD = 4 << 10
_REFUSAL_KEYS = {"message", "type", "code", "required"}
# Medusa's routes that look like one of a provider, /auth/{actor}/{provider}, to versions without
# them: before 2.15.3 those of the second factor, before 2.16 verification, before 2.19 providers.
_LIKE_A_PROVIDER = re.compile(r"/auth/(?:\w+/(?=providers$)|mfa/|verification/)([a-z-]+)")
# Which of the headers names who answered.
_ANSWERER = ("server", "via", "cf-ray")
# OpenSSL's X509_V_ERR_* numbers, because the texts differ between versions.
_CERTIFICATE_FAULTS = {
    9: CertificateFault.NOT_YET_VALID,
    10: CertificateFault.EXPIRED,
    18: CertificateFault.UNKNOWN_ISSUER,
    19: CertificateFault.UNKNOWN_ISSUER,
    20: CertificateFault.UNKNOWN_ISSUER,
    21: CertificateFault.UNKNOWN_ISSUER,
    62: CertificateFault.WRONG_HOST,
    64: CertificateFault.WRONG_HOST,
}
_TLS_REASONS = {
    "WRONG_VERSION_NUMBER": CertificateFault.PLAIN_HTTP,
    "HTTP_REQUEST": CertificateFault.PLAIN_HTTP,
    "UNSUPPORTED_PROTOCOL": CertificateFault.TOO_OLD,
    "TLSV1_ALERT_PROTOCOL_VERSION": CertificateFault.TOO_OLD,
    "SSLV3_ALERT_HANDSHAKE_FAILURE": CertificateFault.TOO_OLD,
}


def from_httpx(error: httpx.HTTPError, host: str, *, proxy: ProxyKind) -> ConsoleError:
    """The error for an httpx exception; `proxy` tells whose proxy the connection went to."""
    of_computer = proxy is ProxyKind.SYSTEM
    match error:
        case httpx.ConnectError() if tls := _find(error, ssl.SSLError):
            return _from_tls(tls, host)
        case httpx.ProxyError() if str(error).startswith("407"):
            why, detail = _from_407(error)
            return Unreachable(host, why, sent=False, detail=detail, of_computer=of_computer)
        case httpx.ProxyError():
            return no_proxy(host, _kind(error), proxy)
        case httpx.ConnectError() | httpx.ConnectTimeout() if proxy is not ProxyKind.NONE:
            return no_proxy(host, _kind(error), proxy)
        case _ if waits_for_proxy(error.request, proxy):
            return no_proxy(host, _kind(error), proxy)
        case httpx.ConnectTimeout() | httpx.PoolTimeout():
            return Unreachable(host, NoAnswer.TIMEOUT, sent=False, seconds=5)
        case httpx.ConnectError():
            return _from_connect(error, host)
        case httpx.TimeoutException():
            return Unreachable(host, NoAnswer.TIMEOUT, sent=True, seconds=15)
        case httpx.RemoteProtocolError() if line := _forbidden_line(str(error)):
            return Unreadable(host, AnswerFault.HEADER_LINE, line)
        case httpx.RemoteProtocolError() if "disconnected without" not in str(error):
            if re.search(r"incomplete|peer closed|received \d+ bytes", str(error)):
                return Unreachable(host, NoAnswer.DISCONNECTED, sent=True, detail=_kind(error))
            return NotMedusa(host, "the answer is not HTTP")
        case httpx.TransportError():
            return Unreachable(host, NoAnswer.DISCONNECTED, sent=True, detail=_kind(error))
        case _:
            return NotMedusa(host, _kind(error))


async def watch_proxy(request: httpx.Request) -> None:
    """Note whether a new connection still waits for the proxy, and how a proxy that answers with
    407 wants to be signed in to, which httpx does not tell; a hook of the client."""

    async def trace(event: str, info: dict[str, Any]) -> None:
        if event == "connection.connect_tcp.started":
            request.extensions[_WAITS] = True
        elif event == "proxy.start_tls.started":
            request.extensions[_WAITS] = False
        elif event == "http11.receive_response_headers.complete":
            _version, status, _reason, headers = info["return_value"]
            if status == 407:
                request.extensions[_SCHEMES] = [
                    value for name, value in headers if name.lower() == b"proxy-authenticate"
                ]

    request.extensions["trace"] = trace


def waits_for_proxy(request: httpx.Request, proxy: ProxyKind) -> bool:
    """Whether the proxy has not led `request` to its server yet."""
    return proxy is not ProxyKind.NONE and bool(request.extensions.get(_WAITS))


def no_proxy(host: str, detail: str, proxy: ProxyKind) -> Unreachable:
    """The error for a proxy that leads nowhere."""
    of_computer = proxy is ProxyKind.SYSTEM
    return Unreachable(host, NoAnswer.PROXY, sent=False, detail=detail, of_computer=of_computer)


def _from_407(error: httpx.ProxyError) -> tuple[NoAnswer, str]:
    """What the proxy asks for, and the technical detail. Only names of schemes are told."""
    found = (_SCHEME.match(value) for value in error.request.extensions.get(_SCHEMES, ()))
    schemes = tuple(dict.fromkeys(one[1].decode() for one in found if one))
    if not schemes or any(scheme.lower() == "basic" for scheme in schemes):
        return NoAnswer.PROXY_PASSWORD, _kind(error)
    return NoAnswer.PROXY_SIGN_IN, ", ".join(schemes[:_MOST_SCHEMES])


def was_not_sent(error: ConsoleError) -> bool:
    """Whether nothing of the request can have reached the server."""
    return isinstance(error, UntrustedCertificate | UnusableCertificates) or (
        isinstance(error, Unreachable) and not error.sent
    )


def is_transient(error: Unreachable) -> bool:
    """Whether a repeat may succeed: an unknown host name stays unknown."""
    return error.why in (NoAnswer.REFUSED, NoAnswer.NETWORK, NoAnswer.DISCONNECTED)


async def set_location_aside(response: httpx.Response) -> None:
    """Hide where an answer redirects to from httpx, which would parse it and fail with errors of
    other libraries; a hook of the client."""
    if "location" in response.headers:
        response.extensions[_LOCATION] = response.headers.pop("location")


def from_status(response: httpx.Response, body: bytes, origin: str, now: datetime) -> ConsoleError:
    """The error for an answer other than 2xx: by status first, then by body (documented-api).
    `now` is the server's.

    Only Medusa's own body makes a refusal. 413, 415 and an empty 431 come before any action,
    whoever gives them.
    """
    host = origin.partition("://")[2]
    status = response.status_code
    if status in _REDIRECTS and _LOCATION in response.extensions:
        return _redirected(host, origin, response.extensions[_LOCATION])
    pause = retry_after(response, now)
    if status >= 500 or status in _NOT_READY:
        return ServerFault(host, status, retry_after=pause)
    if status == 404 and _is_unknown_route(response.request, body):
        return NoSuchRoute(host, "no such route")
    told = _refusal(body, status)
    if status in (413, 415) or (status == 431 and not body):
        return Invalid(_message(told or {}), status=status)
    asks = "www-authenticate" in response.headers
    front = Intercepted(host, status, _answerer(response), retry_after=pause, asks=asks)
    if told is None:
        return front
    message = _message(told)
    if status in (400, 401) and _is_taken_for_a_provider(response.request, message):
        return NoSuchRoute(host, "no such route")
    match status:
        case 401 if "MFA" in message:
            return MfaNeeded(message, status=status)
        case 401:
            # Gateways, too, say {"message": "Unauthorized"}.
            return SignInNeeded(message, doubt=None if "type" in told else front)
        case 403:
            return Forbidden(message, required=_required_permissions(message))
        case 404 if told["type"] == "not_found":
            return NotFound(message, status=status)
        case 409:
            return Conflict(message, status=status)
        case 429:
            return TooManyRequests(message, retry_after=front.retry_after)
        case _ if status >= 400:
            return Invalid(message, field=_field(message), status=status)
        case _:
            return front


def retry_after(response: httpx.Response, now: datetime) -> float:
    """`Retry-After` in seconds from `now` on; 0 when absent."""
    value = response.headers.get("retry-after", "")
    if re.fullmatch(r"[0-9]{1,9}", value):
        return float(value)
    moment = http_date(value)
    return 0.0 if moment is None else max(0.0, (moment - now).total_seconds())


def _forbidden_line(error: str) -> str:
    """The name of the header line that h11 does not accept; "" for another error."""
    if line := re.match(r"illegal header line: bytearray\(b['\"](.+)['\"]\)$", error):
        told = masked(line[1], _LONGEST_LINE)
        return told.partition(":")[0].strip() or told
    known = re.search(r"Content-Length|Transfer-Encoding", error)
    return known[0] if known else ""


def _from_connect(error: httpx.ConnectError, host: str) -> Unreachable:
    if _find(error, socket.gaierror) is not None:
        why = NoAnswer.NO_SUCH_NAME
    elif _find(error, ConnectionRefusedError) is not None or "refused" in str(error):
        why = NoAnswer.REFUSED
    else:
        why = NoAnswer.NETWORK
    return Unreachable(host, why, sent=False, detail=_kind(error))


def _from_tls(error: ssl.SSLError, host: str) -> ConsoleError:
    if isinstance(error, ssl.SSLCertVerificationError):
        fault = _CERTIFICATE_FAULTS.get(error.verify_code, CertificateFault.OTHER)
        return UntrustedCertificate(host, fault, detail=error.verify_message)
    if error.reason in _TLS_REASONS:
        return UntrustedCertificate(host, _TLS_REASONS[error.reason], detail=error.reason)
    return UntrustedCertificate(host, CertificateFault.OTHER, detail=error.reason or _kind(error))


def _find(error: BaseException, kind: type[E]) -> E | None:
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, kind):
            return seen
        seen = seen.__cause__ or seen.__context__
    return None


def _kind(error: BaseException) -> str:
    return type(error).__name__


def _refusal(body: bytes, status: int) -> dict[str, str] | None:
    """Medusa's own refusal (contract, section 8); None if the body is something else."""
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        return None
    if not isinstance(told, dict) or not told.keys() <= _REFUSAL_KEYS:
        return None
    needed = ("message",) if status == 401 and "type" not in told else ("message", "type")
    return told if all(isinstance(told.get(name), str) for name in needed) else None


def _is_unknown_route(request: httpx.Request, body: bytes) -> bool:
    """Whether `body` is Express's page about this very request."""
    page = f"Cannot {request.method} {escape(request.url.raw_path.decode().partition('?')[0])}"
    return f"<pre>{page}</pre>".encode() in body[:_LONGEST_PAGE_HEAD]


def _is_taken_for_a_provider(request: httpx.Request, message: str) -> bool:
    """Whether a Medusa without the route of `request` looked for a provider of its name."""
    route = _LIKE_A_PROVIDER.fullmatch(request.url.path)
    return route is not None and bool(
        re.search(rf"\bauth provider (?:with id: )?{route[1]}(?!\S)", message)
    )


def _answerer(response: httpx.Response) -> str:
    """The status, and what the headers say of whoever answered."""
    told = [f"{name}: {response.headers[name]}" for name in _ANSWERER if name in response.headers]
    text = ", ".join([f"status {response.status_code}", *told])
    return masked(text, _LONGEST_MESSAGE)


def _message(told: dict[str, str]) -> str:
    # JSON may contain lone surrogates, which neither a log nor a label accepts.
    text = masked(told.get("message", ""), _LONGEST_MESSAGE)
    return text.encode("utf-8", "replace").decode("utf-8")


def _required_permissions(message: str) -> tuple[str, ...]:
    permissions = message.partition("Required policies:")[2].split(",")
    return tuple(one.strip() for one in permissions if one.strip())


def _field(message: str) -> str:
    match = re.search(r"[Ff]ield '([^']+)'", message)
    return match[1] if match else ""


def _redirected(host: str, origin: str, location: str) -> Redirected:
    try:
        parts = urlsplit(urljoin(origin, location[:_LONGEST_MESSAGE]))
        target = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
    except ValueError:
        parts, target = None, ""
    if parts is None or not parts.netloc:
        # No more of it: what follows may be a name and a password.
        target = f"{masked(location.partition(':')[0], _LONGEST_SCHEME)}:…"
    return Redirected(host, masked(target, _LONGEST_MESSAGE))

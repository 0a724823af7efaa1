"""Every way to lose an answer, and what it means."""

from __future__ import annotations

import gzip
from dataclasses import dataclass, field
from typing import Any

from medusa_console.domain.errors import (
    ConsoleError,
    Intercepted,
    NoAnswer,
    NotMedusa,
    ServerFault,
    TooBig,
    Unreachable,
    Unreadable,
)
from tests.faults import server as faults
from tests.faults.server import Behaviour

HTML = b"<!doctype html><h1>Wi-Fi login</h1>"
GZIP = {"Content-Encoding": "gzip"}


@dataclass(frozen=True)
class Fault:
    """`means` for a read; `passing`: worth asking again. `limits` shorten the waiting."""

    behaviour: Behaviour
    means: type[ConsoleError]
    why: NoAnswer | None = None
    passing: bool = False
    limits: dict[str, Any] = field(default_factory=dict)


LOST = {
    "reset after the request": Fault(
        faults.reset, Unreachable, NoAnswer.DISCONNECTED, passing=True
    ),
    "closed without an answer": Fault(
        faults.close, Unreachable, NoAnswer.DISCONNECTED, passing=True
    ),
    "closed within the head": Fault(
        faults.raw(b"HTTP/1.1 200 OK\r\nContent-"), Unreachable, NoAnswer.DISCONNECTED, passing=True
    ),
    "body cut short": Fault(
        faults.raw(b'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"api_key"'),
        Unreachable,
        NoAnswer.DISCONNECTED,
        passing=True,
    ),
    "chunked body cut short": Fault(
        faults.raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\n{"),
        Unreachable,
        NoAnswer.DISCONNECTED,
        passing=True,
    ),
    "never an answer": Fault(
        faults.never, Unreachable, NoAnswer.TIMEOUT, limits={"read_limit": 0.1}
    ),
    "body drips": Fault(faults.drip, Unreachable, NoAnswer.TIMEOUT, limits={"deadline": 0.5}),
    "head drips": Fault(faults.drip_head, Unreachable, NoAnswer.TIMEOUT, limits={"deadline": 0.5}),
    "200 MB": Fault(faults.flood(200 << 20), TooBig),
    "gzip bomb": Fault(faults.answer(200, gzip.compress(b" " * (32 << 20)), headers=GZIP), TooBig),
    "broken gzip": Fault(faults.answer(200, b"\x1f\x8b nonsense", headers=GZIP), Unreadable),
    "200 KB header": Fault(
        faults.raw(b"HTTP/1.1 200 OK\r\nX-Long: " + b"x" * 200_000 + b"\r\n\r\n"), NotMedusa
    ),
    "a mail server": Fault(faults.raw(b"220 mail ESMTP\r\n500 what?\r\n\r\n"), NotMedusa),
    # One line and the end: httpx cannot tell it from an answer cut short.
    "an SSH server": Fault(
        faults.raw(b"SSH-2.0-OpenSSH_9.2\r\n"),
        Unreachable,
        NoAnswer.DISCONNECTED,
        passing=True,
    ),
    "HTML with 200": Fault(faults.answer(200, HTML, content_type="text/html"), NotMedusa),
    "HTML with 404": Fault(faults.answer(404, HTML, content_type="text/html"), Intercepted),
    "a gateway's 404": Fault(faults.refusal(404, "no Route matched"), Intercepted),
    "empty 200": Fault(faults.answer(200), NotMedusa),
    "empty 204": Fault(faults.answer(204, headers={"Content-Length": ""}), NotMedusa),
    "304 without a reason": Fault(faults.answer(304, headers={"Content-Length": ""}), Intercepted),
    "invalid UTF-8": Fault(faults.answer(200, b'{"title":"\xff\xfe"}'), NotMedusa),
    "a broken character": Fault(faults.answer(200, b'{"title":"\\ud800"}'), NotMedusa),
    "200,000 brackets": Fault(faults.answer(200, b"[" * 200_000), NotMedusa),
    "40,000 nested objects": Fault(faults.answer(200, b'{"a":' * 40_000), NotMedusa),
    "a list instead of an object": Fault(faults.answer(200, b"[]"), NotMedusa),
    "500": Fault(faults.refusal(500, "An unknown error occurred."), ServerFault),
    "500 in brackets": Fault(faults.answer(500, b"[" * 200_000), ServerFault),
    "502": Fault(faults.answer(502, HTML), ServerFault, passing=True),
    "503": Fault(faults.answer(503), ServerFault, passing=True),
    "504": Fault(faults.answer(504), ServerFault, passing=True),
}

# For whoever sends over the wire on which the others are lost the same way.
ONE_OF_EACH_KIND = {
    name: LOST[name]
    for name in (
        *("reset after the request", "never an answer", "200 MB", "HTML with 200"),
        *("a gateway's 404", "a list instead of an object", "500", "503"),
    )
}

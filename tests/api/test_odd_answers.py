"""Answers of odd form, as proxies, caches and careless servers give them: each works, or is told
as what it is."""

from __future__ import annotations

import gzip
import json
import time
import zlib
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import jwt
import pytest
from pydantic import SecretStr, TypeAdapter

from medusa_console.api.auth import Auth
from medusa_console.api.transport import Call, Transport
from medusa_console.domain.clock import ServerClock
from medusa_console.domain.errors import (
    ConsoleError,
    Intercepted,
    Invalid,
    NotASession,
    NotMedusa,
    OutcomeUnknown,
    Redirected,
    ServerFault,
    TooBig,
    TooManyRequests,
)
from medusa_console.ui.words.errors import explain
from tests.api.conftest import OpenWire
from tests.faults import server as faults
from tests.faults.medusa import PASSWORD, login_token
from tests.faults.server import Behaviour, Exchange, FaultServer

ANYTHING: TypeAdapter[dict[str, Any]] = TypeAdapter(dict[str, Any])
WELL = b'{"well":true}'
READ = Call("GET", "/x")
WRITE = Call("POST", "/x", json={})
WAIT = 60.0  # bounds what is stuck, on a machine however slow


def encoded(encoding: str, body: bytes) -> Behaviour:
    return faults.answer(200, body, headers={"Content-Encoding": encoding})


def with_line(line: bytes) -> Behaviour:
    return faults.raw(
        b"HTTP/1.1 200 OK\r\n%b\r\nContent-Length: %d\r\n\r\n%b" % (line, len(WELL), WELL)
    )


# Redirects


LOCATIONS = [
    *("mailto:shop@store.example", "javascript:alert(1)", "data:,x", "tel:1", "urn:x:y", "blob:x"),
    *("http://[", "http://[::1", "http://:99999/", "http://store.example:port/", "http://", "//"),
    *("http:///x", ":", "?", "#", " ", "http://ex ample/", "http://\xff/", "http://xn--/"),
    *("http://" + "a" * 300 + ".example/", "http://me:secret@elsewhere.example/", "x" * 70_000),
    *("http://store.example/%zz", "\x7f", "ftp://a@b@c/", "http://1.2.3.4.5.6/", "HTTP://X"),
]


async def test_a_redirect_to_anywhere_is_told_and_not_followed(
    server: FaultServer, wire: Transport
) -> None:
    for status in (301, 302, 303, 307, 308):
        for location in LOCATIONS:
            odd = faults.answer(status, headers={"Location": location})
            server.on("GET", "/x", odd)
            server.on("POST", "/x", odd)
            for call in (READ, WRITE):
                asked = len(server.requests)
                with pytest.raises(NotMedusa) as caught:
                    await wire.fetch(call, ANYTHING)
                assert "secret" not in f"{caught.value}{explain(caught.value)}"
                assert len(str(caught.value)) < 400
                assert len(server.requests) == asked + 1
                if location.strip():
                    assert isinstance(caught.value, Redirected), location


# Encodings


@pytest.mark.parametrize("encoding", ["UTF-8", "utf8", "none", "binary", "8bit", "json", " "])
async def test_an_encoding_that_is_none_does_not_matter(
    encoding: str, server: FaultServer, wire: Transport
) -> None:
    server.on("GET", "/x", encoded(encoding, WELL))
    assert (await wire.fetch(READ, ANYTHING)).value == {"well": True}


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", gzip.compress(WELL)),
        ("x-gzip", gzip.compress(WELL)),
        ("GZIP", gzip.compress(WELL)),
        ("deflate", zlib.compress(WELL)),
    ],
    ids=["gzip", "x-gzip", "GZIP", "deflate"],
)
async def test_an_answer_compressed_though_nobody_asked_for_it_is_read(
    encoding: str, body: bytes, server: FaultServer, wire: Transport
) -> None:
    server.on("GET", "/x", encoded(encoding, body))
    assert (await wire.fetch(READ, ANYTHING)).value == {"well": True}


async def test_a_compressed_answer_is_bounded_by_what_it_holds(
    server: FaultServer, wire: Transport
) -> None:
    bomb = gzip.compress(b" " * (64 << 20))
    nothing = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff" + b"\x00\x00\x00\xff\xff" * 100_000
    chunk = b"%x\r\n%b\r\n" % (len(nothing), nothing)
    head = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"
    endless = faults.raw(head + chunk + b"0\r\n\r\n")
    server.on("GET", "/x", encoded("gzip", bomb), endless)
    for _ in range(2):
        with pytest.raises(TooBig):
            await wire.fetch(READ, ANYTHING)


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("br", b"\x0b\x06\x80" + WELL),
        ("zstd", b"\x28\xb5\x2f\xfd"),
        ("compress", b"\x1f\x9d\x90"),
        ("gzip, gzip", gzip.compress(gzip.compress(WELL))),
        ("gzip", b"\x1f\x8b nonsense"),
        ("gzip", gzip.compress(WELL)[:-9]),
        ("deflate", b"nonsense"),
        ("x" * 5_000, b"\x00"),
    ],
    ids=["br", "zstd", "compress", "twice", "broken", "cut short", "no deflate", "a long name"],
)
async def test_an_encoding_that_cannot_be_read_is_named(
    encoding: str, body: bytes, server: FaultServer, wire: Transport
) -> None:
    server.on("GET", "/x", encoded(encoding, body))
    server.on("POST", "/x", encoded(encoding, body))
    with pytest.raises(NotMedusa) as caught:
        await wire.fetch(READ, ANYTHING)
    told = explain(caught.value)
    assert encoding[:20].partition(",")[0] in told.text
    assert "web page" not in told.text
    assert "Medusa" not in told.title
    assert len(told.text) < 400
    with pytest.raises(OutcomeUnknown):
        await wire.fetch(WRITE, ANYTHING)


async def test_a_byte_order_mark_does_not_matter(server: FaultServer, wire: Transport) -> None:
    mark = b"\xef\xbb\xbf"
    told = json.dumps({"type": "invalid_data", "message": "no"}).encode()
    squeezed = encoded("gzip", gzip.compress(mark + WELL))
    refusal = faults.answer(400, mark + told)
    server.on("GET", "/x", faults.answer(200, mark + WELL), squeezed, refusal)
    assert (await wire.fetch(READ, ANYTHING)).value == {"well": True}
    assert (await wire.fetch(READ, ANYTHING)).value == {"well": True}
    with pytest.raises(Invalid):
        await wire.fetch(READ, ANYTHING)


# Header lines


@pytest.mark.parametrize(
    "line",
    [b"X-Shop: B\xfccher", b"X-Long: a\r\n b", b"Content-Length: %d" % len(WELL), b"X-Empty:",
     b"X-Tab:\ta\tb", b"Set-Cookie: ;;;=", b"X-Trace: a\x01b"],
    ids=["latin-1", "folded", "twice the length", "empty", "tabs", "an odd cookie", "a control"],
)  # fmt: skip
async def test_a_header_line_that_http_allows_does_not_matter(
    line: bytes, server: FaultServer, wire: Transport
) -> None:
    server.on("GET", "/x", with_line(line))
    assert (await wire.fetch(READ, ANYTHING)).value == {"well": True}


@pytest.mark.parametrize(
    "line",
    [b"X Powered Thing: yes", b"X-Cache : HIT", b"garbage", b": x", b"B\xfccher: 1", b"X" * 5_000,
     b"X Long: a\r\n b\r\n\tc", b"Content-Type : application/json"],
    ids=["a space in the name", "a space before the colon", "no colon", "no name", "latin-1",
         "long", "folded", "a space before a colon that matters"],
)  # fmt: skip
async def test_a_header_line_that_browsers_leave_out_is_left_out(
    line: bytes, server: FaultServer, wire: Transport
) -> None:
    server.on("GET", "/x", with_line(line))
    for _ in range(2):
        assert (await wire.fetch(READ, ANYTHING)).value == {"well": True}


async def test_header_lines_are_left_out_on_a_connection_that_stays_open(
    server: FaultServer, wire: Transport
) -> None:
    """Its bodies may look like heads."""
    body = b'{"text":"HTTP/1.1 100 Continue\\r\\n\\r\\n garbage"}'
    server.on("GET", "/x", faults.answer(200, body, headers={"X-Odd": "1"}))
    for _ in range(3):
        told = (await wire.fetch(READ, ANYTHING)).value["text"]
        assert told == "HTTP/1.1 100 Continue\r\n\r\n garbage"
    assert {request.connection for request in server.requests} == {1}


async def test_a_head_that_comes_in_pieces_is_read(server: FaultServer, wire: Transport) -> None:
    head = b"HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\ngarbage\r\n"
    head += b"Content-Length: 13\r\n\r\n"
    server.on("GET", "/x", lambda exchange: exchange.send_slowly(
        [bytes([byte]) for byte in head + WELL]
    ))  # fmt: skip
    assert (await wire.fetch(READ, ANYTHING)).value == {"well": True}


@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_announcements_without_an_end_are_given_up(
    method: str, server: FaultServer, open_wire: OpenWire
) -> None:
    """Reading them keeps the loop busy for as long as they come."""

    def announce(exchange: Exchange) -> None:
        while not exchange.closing.is_set():
            exchange.send(b"HTTP/1.1 100 Continue\r\n\r\n" * 1_000)

    server.on(method, "/x", announce)
    wire = open_wire(server.origin, deadline=WAIT)
    call = READ if method == "GET" else WRITE
    with pytest.raises((NotMedusa, OutcomeUnknown)) as caught:
        await wire.fetch(call, ANYTHING)
    error = caught.value
    cause = error.cause if isinstance(error, OutcomeUnknown) else error
    assert isinstance(cause, NotMedusa)
    assert server.count(method) == 1


async def test_a_head_of_thousands_of_lines_is_given_up(
    server: FaultServer, wire: Transport
) -> None:
    server.on("GET", "/x", with_line(b"\r\n".join([b"a: b"] * 10_000)))
    with pytest.raises(NotMedusa):
        await wire.fetch(READ, ANYTHING)


@pytest.mark.parametrize(
    ("line", "quoted"),
    [
        (b"X-Key: sk_" + b"5e" * 32 + b"\x00", "X-Key"),
        (b"Content-Length: 7", "Content-Length"),
        (b"Content-Length: -1", "Content-Length"),
        (b"Transfer-Encoding: gzip", "Transfer-Encoding"),
    ],
    ids=["a key", "two lengths", "negative length", "odd framing"],
)
async def test_a_header_line_that_http_forbids_is_named(
    line: bytes, quoted: str, server: FaultServer, wire: Transport
) -> None:
    server.on("GET", "/x", with_line(line))
    with pytest.raises(NotMedusa) as caught:
        await wire.fetch(READ, ANYTHING)
    told = explain(caught.value)
    assert quoted in told.text
    assert "web page" not in told.text
    assert "Medusa" not in told.title
    assert "5e5e5e5e" not in f"{told}{caught.value}"
    assert len(told.text) < 400


# Not ready yet


@pytest.mark.parametrize("status", [408, 425])
@pytest.mark.parametrize(
    "body", [b"", b'{"type":"x","message":"y"}', b"<html>"], ids=["empty", "Medusa's", "a page"]
)
async def test_a_server_that_was_not_ready_is_asked_again(
    status: int, body: bytes, server: FaultServer, wire: Transport, pauses: list[float]
) -> None:
    not_yet = faults.answer(status, body)
    server.on("GET", "/x", not_yet, not_yet, faults.answer(200, WELL))
    server.on("POST", "/x", not_yet)
    server.on("GET", "/never", not_yet)
    assert (await wire.fetch(READ, ANYTHING)).value == {"well": True}
    assert len(pauses) == 2
    with pytest.raises(ServerFault) as caught:
        await wire.fetch(Call("GET", "/never"), ANYTHING)
    assert str(status) in explain(caught.value).title
    assert server.count("GET", "/never") == 3
    with pytest.raises(OutcomeUnknown):
        await wire.fetch(WRITE, ANYTHING)
    assert server.count("POST") == 1


# Asked to wait until a moment


def until(seconds: float, *, now: datetime | None = None) -> dict[str, str]:
    """The headers of an answer given `now` that asks for a pause of `seconds`."""
    now = now or datetime.now(UTC).replace(microsecond=0)
    moment = now + timedelta(seconds=seconds)
    return {
        "Date": format_datetime(now, usegmt=True),
        "Retry-After": format_datetime(moment, usegmt=True),
    }


@pytest.mark.parametrize("status", [429, 503])
async def test_a_pause_until_a_moment_is_kept(
    status: int, server: FaultServer, wire: Transport, pauses: list[float]
) -> None:
    years_ago = datetime(2021, 5, 3, 12, 0, tzinfo=UTC)
    server.on("GET", "/x", faults.answer(status, headers=until(20)),
              faults.answer(status, headers=until(7, now=years_ago)),
              faults.answer(200, WELL))  # fmt: skip
    await wire.fetch(READ, ANYTHING)
    assert pauses == [20, 7]


async def test_a_long_pause_until_a_moment_is_told_and_not_waited_for(
    server: FaultServer, wire: Transport, pauses: list[float]
) -> None:
    busy = json.dumps({"type": "too_many_requests", "message": "slow down"}).encode()
    server.on("GET", "/x", faults.answer(429, busy, headers=until(90)))
    with pytest.raises(TooManyRequests) as caught:
        await wire.fetch(READ, ANYTHING)
    assert caught.value.retry_after == 90
    assert "90 s" in explain(caught.value).text
    assert (server.count("GET"), pauses) == (1, [])


async def test_without_a_date_the_pause_counts_from_the_servers_clock(
    server: FaultServer, wire: Transport, clock: ServerClock
) -> None:
    clock.observe(datetime.now(UTC) - timedelta(days=3))
    began = time.monotonic()
    head = until(600, now=clock.now()) | {"Date": ""}
    server.on("GET", "/x", faults.answer(429, headers=head))
    with pytest.raises(Intercepted) as caught:
        await wire.fetch(READ, ANYTHING)
    took = time.monotonic() - began
    assert 598 - took < caught.value.retry_after <= 600


@pytest.mark.parametrize(
    "value",
    ["Fri, 31 Dec 9999 23:59:59 GMT", "Thu, 01 Jan 1970 00:00:00 GMT", "Mon, 99 Nov 2026 9:00 GMT",
     "Mon, 23 Nov 2026 05:00:00 +" + "9" * 20, "x" * 5_000, "-1", "1e3"],
)  # fmt: skip
async def test_a_moment_that_makes_no_sense_counts_as_none(
    value: str, server: FaultServer, wire: Transport
) -> None:
    server.on("GET", "/x", faults.answer(429, headers={"Retry-After": value}))
    with pytest.raises(Intercepted) as caught:
        await wire.fetch(READ, ANYTHING)
    assert caught.value.retry_after == 0


# What comes before, beside and after an answer


HEAD = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n"
CHUNKED = HEAD + b"\r\n" + b"%x\r\n%b\r\n" % (len(WELL), WELL)


@pytest.mark.parametrize(
    "trailer",
    [b"X-Sum: 1\r\n", b"Set-Cookie: connect.sid=x\r\n", b"Content-Length: 3\r\n",
     b"Location: http://elsewhere.example\r\n", b"X: " + b"y" * 50_000 + b"\r\n"],
    ids=["a sum", "a cookie", "a length", "a location", "long"],
)  # fmt: skip
async def test_a_trailer_changes_nothing(
    trailer: bytes, server: FaultServer, wire: Transport
) -> None:
    server.on("GET", "/x", faults.raw(CHUNKED + b"0\r\n" + trailer + b"\r\n"))
    for _ in range(2):
        assert (await wire.fetch(READ, ANYTHING)).value == {"well": True}
    assert all("cookie" not in request.headers for request in server.requests)


@pytest.mark.parametrize(
    "before",
    [b"HTTP/1.1 100 Continue\r\n\r\n", b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n",
     b"HTTP/1.1 199 Odd\r\nSet-Cookie: a=b\r\nLocation: mailto:x\r\n\r\n",
     b"HTTP/1.1 102 Processing\r\nContent-Length: 9\r\n\r\n"],
    ids=["100", "103", "199", "102"],
)  # fmt: skip
async def test_what_only_announces_an_answer_changes_nothing(
    before: bytes, server: FaultServer, wire: Transport
) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(WELL)
    server.on("GET", "/x", faults.raw(before * 3 + head + WELL))
    for _ in range(2):
        assert (await wire.fetch(READ, ANYTHING)).value == {"well": True}
    assert all("cookie" not in request.headers for request in server.requests)


@pytest.mark.parametrize(
    "head",
    [b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n", b"HTTP/1.1 099 Odd\r\n\r\n",
     b"HTTP/1.1 000 Odd\r\n\r\n", b"HTTP/1.1 600 Odd\r\n\r\n", b"HTTP/1.1 999 Odd\r\n\r\n",
     b"HTTP/9.9 200 OK\r\n\r\n", b"HTTP/1.1 2000 OK\r\n\r\n", b"HTTP/1.1 -1 OK\r\n\r\n",
     b"HTTP/1.1 200\r\n\r\n", b"\r\n\r\nHTTP/1.1 200 OK\r\n\r\n", b"ICY 200 OK\r\n\r\n"],
    ids=range(11),
)  # fmt: skip
async def test_a_status_that_is_none_is_an_error_like_others(
    head: bytes, server: FaultServer, open_wire: OpenWire
) -> None:
    server.on("GET", "/x", faults.raw(head))
    with pytest.raises(ConsoleError):
        await open_wire(server.origin, deadline=WAIT).fetch(READ, ANYTHING)


async def test_a_cookie_is_neither_kept_nor_sent_back(server: FaultServer, wire: Transport) -> None:
    cookies = [
        *("connect.sid=x; Path=/", "a=b; Domain=127.0.0.1; Max-Age=99999", "\xff=\xff"),
        *("__Host-a=b; Secure; Path=/", "a=b; Expires=Fri, 31 Dec 9999 00:00:00"),
        *("a=" + "b" * 50_000, "=", ";", "a"),
    ]
    for cookie in cookies:
        server.on("GET", "/x", faults.answer(200, WELL, headers={"Set-Cookie": cookie}))
        await wire.fetch(READ, ANYTHING)
    await wire.fetch(READ, ANYTHING)
    assert all("cookie" not in request.headers for request in server.requests)


# JSON that is none of JavaScript's


@pytest.mark.parametrize(
    "body",
    [
        *(b'{"x":NaN}', b'{"x":Infinity}', b'{"x":-Infinity}', b'{"x":1e999}', b"NaN"),
        *(b'{"x":1,}', b"{'x':1}", b'{"x":1}{"x":2}', b'{"x":01}', b'{"x":1', b"\x00"),
        *(b'{"x":"\t"}', b'{"x":"\\x"}', b'{"x":%b}' % (b"9" * 5_000)),
        b'{"x":%b1%b}' % (b"[" * 100, b"]" * 100),
    ],
    ids=range(15),
)
async def test_a_body_that_is_no_json_of_a_medusa_is_no_crash(
    body: bytes, server: FaultServer, wire: Transport
) -> None:
    server.on("GET", "/auth/user/providers", faults.answer(200, body))
    server.on("GET", "/x", faults.answer(400, body))
    with pytest.raises(NotMedusa):
        await Auth(wire).providers()
    with pytest.raises(NotMedusa):
        await wire.fetch(READ, ANYTHING)


# Tokens


def signed(**claims: Any) -> str:
    return jwt.encode(claims, "a signing key that no test needs to know")


TOKENS: dict[str, Any] = {
    "nothing": "",
    "no JWT": "abc",
    "two parts": "a.b",
    "four parts": login_token() + ".x",
    "five parts": "a.b.c.d.e",
    "no JSON": "eyJhbGciOiJIUzI1NiJ9.bm90IGpzb24.x",
    "no base64": "eyJhbGciOiJIUzI1NiJ9.####.x",
    "odd padding": "eyJhbGciOiJIUzI1NiJ9.eyJ9=.x",
    "a list": "eyJhbGciOiJIUzI1NiJ9.W10.x",
    "a number": "eyJhbGciOiJIUzI1NiJ9.MQ.x",
    "not UTF-8": "eyJhbGciOiJIUzI1NiJ9._v8.x",
    "no claims": signed(),
    "no end": signed(actor_id="user_1", actor_type="user", iat=1),
    "an end that is a text": signed(actor_id="user_1", actor_type="user", iat=1, exp="soon"),
    "an end beyond all time": login_token(exp=10**18),
    "an end before all time": login_token(exp=-(10**18)),
    "an end that is no number": login_token(exp=float("nan")),
    "an actor that is no text": login_token(actor_id=5),
    "a line break": login_token() + "\n",
    "a header in it": login_token() + "\r\nX-Evil: 1",
    "signs beyond ASCII": login_token() + "é",
    "deep": signed(app_metadata=json.loads('{"x":' * 300 + "1" + "}" * 300)),
    "200 KB": "a." + "b" * 200_000 + ".c",
    "no text": 5,
    "an object": {"token": "x"},
}


@pytest.mark.parametrize("token", TOKENS.values(), ids=list(TOKENS))
async def test_a_token_that_is_none_opens_no_session(
    token: Any, server: FaultServer, wire: Transport
) -> None:
    server.on("POST", "/auth/user/emailpass", faults.json_answer({"token": token}))
    with pytest.raises((NotASession, NotMedusa)) as caught:
        await Auth(wire).sign_in("maya@example.com", SecretStr(PASSWORD))
    if isinstance(token, str) and token:
        assert token not in f"{caught.value}{caught.value!r}"

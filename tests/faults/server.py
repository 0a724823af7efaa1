"""A socket server on this computer that misbehaves on demand and remembers what it was asked.

    with FaultServer() as server:
        server.on("POST", "/admin/api-keys", reset)
        server.on("GET", "/admin/users/me", answer(503), json_answer({"user": …}))

Each path has a script: one behaviour per request, the last one for all that follow. Not a web
server: the behaviours write bytes, so that they can be wrong.
"""

from __future__ import annotations

import json
import socket
import ssl
import struct
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.utils import formatdate
from html import escape
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

MOST_CONNECTIONS = 512
_PACE = 0.01


@dataclass(frozen=True)
class Received:
    """One request as it came in. `connection` counts the connections from 1."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes
    connection: int

    @property
    def path(self) -> str:
        """Without the query; of a CONNECT, what it asks for (`store.example:443`)."""
        return self.target if self.method == "CONNECT" else urlsplit(self.target).path

    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Exchange:
    """What a behaviour can work with: the request, the socket, and the server's end."""

    request: Received
    socket: socket.socket
    closing: threading.Event
    keep_open: bool = field(default=False)

    def send(self, data: bytes) -> None:
        self.socket.sendall(data)

    def send_slowly(self, parts: Iterable[bytes]) -> None:
        """One part after the other until the client has had enough."""
        for part in parts:
            if self.closing.wait(_PACE):
                return
            self.send(part)

    def wait_for_client(self) -> None:
        """Until the client hangs up."""
        while self.socket.recv(4096):
            pass


Behaviour = Callable[[Exchange], None]


def answer(
    status: int,
    body: bytes = b"",
    *,
    headers: dict[str, str] | None = None,
    content_type: str = "application/json",
) -> Behaviour:
    """A correct answer. `headers` come in addition, or instead of those of the same name."""

    def behave(exchange: Exchange) -> None:
        head = {
            "Date": formatdate(usegmt=True),
            "Content-Type": content_type,
            "Content-Length": str(len(body)),
        } | (headers or {})
        lines = [f"HTTP/1.1 {status} Whatever"]
        lines += [f"{name}: {value}" for name, value in head.items() if value]
        exchange.send("\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body)
        exchange.keep_open = True

    return behave


def json_answer(
    value: Any, status: int = 200, *, headers: dict[str, str] | None = None
) -> Behaviour:
    """A correct answer in JSON."""
    return answer(status, json.dumps(value).encode(), headers=headers)


def refusal(status: int, message: str, kind: str = "") -> Behaviour:
    """An error as Medusa words it."""
    return json_answer(({"type": kind} if kind else {}) | {"message": message}, status)


def unknown_route(exchange: Exchange) -> None:
    """Express's page about a route that it does not know."""
    page = f"<pre>Cannot {exchange.request.method} {escape(exchange.request.path)}</pre>"
    answer(404, page.encode(), content_type="text/html; charset=utf-8")(exchange)


def raw(data: bytes) -> Behaviour:
    """These bytes and no more; then the end of the connection."""
    return lambda exchange: exchange.send(data)


def close(_exchange: Exchange) -> None:
    """The end of the connection without an answer."""


def reset(exchange: Exchange) -> None:
    """RST instead of an answer."""
    exchange.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def never(exchange: Exchange) -> None:
    """No answer at all, on a connection that stays open."""
    exchange.wait_for_client()


def drip(exchange: Exchange) -> None:
    """A body that comes byte by byte and has no end."""
    exchange.send(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
    exchange.send_slowly(b" " for _ in range(100_000))


def drip_head(exchange: Exchange) -> None:
    """A head that comes byte by byte and has no end."""
    exchange.send(b"HTTP/1.1 200 OK\r\nX-Long: ")
    exchange.send_slowly(b"x" for _ in range(100_000))


def flood(size: int) -> Behaviour:
    """`size` bytes of body, sent in portions as far as the client takes them."""

    def behave(exchange: Exchange) -> None:
        exchange.send(f"HTTP/1.1 200 OK\r\nContent-Length: {size}\r\n\r\n".encode())
        part = b" " * (1 << 20)
        for _ in range(size // len(part)):
            exchange.send(part)

    return behave


def after(signal: threading.Event, behaviour: Behaviour) -> Behaviour:
    """`behaviour`, once the test has set `signal`."""

    def behave(exchange: Exchange) -> None:
        while not signal.wait(_PACE):
            if exchange.closing.is_set():
                return
        behaviour(exchange)

    return behave


@contextmanager
def deaf_port() -> Iterator[int]:
    """A port of 127.0.0.1 that refuses connections, and that no other server gets meanwhile."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        port: int = bound.getsockname()[1]
        yield port


class FaultServer:
    """Listens on a free loopback port from the start; ended by `close` or `with`.

    `tls` makes it speak https; `name` is what the origin calls it instead of `host`.
    """

    def __init__(
        self,
        tls: ssl.SSLContext | None = None,
        *,
        host: str = "127.0.0.1",
        name: str = "",
    ) -> None:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self._listener = socket.create_server((host, 0), family=family)
        self._tls = tls
        self._scripts: dict[tuple[str, str], list[Behaviour]] = {}
        self._closing = threading.Event()
        self._lock = threading.Lock()
        self._sockets: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self.requests: list[Received] = []
        self.connections = 0
        self.port: int = self._listener.getsockname()[1]
        shown = name or (f"[{host}]" if ":" in host else host)
        self.origin = f"{'https' if tls else 'http'}://{shown}:{self.port}"
        self._accepting = threading.Thread(target=self._accept, name="fault-server", daemon=True)
        self._accepting.start()

    def on(self, method: str, path: str, *script: Behaviour) -> None:
        """What happens to the next requests; the last behaviour stays."""
        with self._lock:
            self._scripts[method, path] = list(script)

    @property
    def open_connections(self) -> int:
        with self._lock:
            return len(self._sockets)

    def count(self, method: str, path: str | None = None) -> int:
        """How many requests came in, whatever became of them."""
        with self._lock:
            return sum(
                request.method == method and path in (None, request.path)
                for request in self.requests
            )

    def last(self, method: str, path: str) -> Received:
        """The newest request of that name."""
        with self._lock:
            return [r for r in self.requests if (r.method, r.path) == (method, path)][-1]

    def close(self) -> None:
        """End every connection and thread; once is enough."""
        if self._closing.is_set():
            return
        self._closing.set()
        self._listener.shutdown(socket.SHUT_RDWR)
        self._accepting.join(60)
        self._listener.close()
        with self._lock:
            for connection in self._sockets:
                try:
                    connection.shutdown(socket.SHUT_RDWR)
                except OSError:
                    continue  # the client was faster
        for thread in self._threads:
            thread.join(60)
            assert not thread.is_alive(), "a connection did not end"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _accept(self) -> None:
        while not self._closing.is_set() and self.connections < MOST_CONNECTIONS:
            try:
                accepted, _ = self._listener.accept()
            except OSError:
                return  # closed
            self.connections += 1
            thread = threading.Thread(
                target=self._serve,
                args=(accepted, self.connections),
                name="fault-connection",
                daemon=True,
            )
            self._threads.append(thread)
            thread.start()

    def _serve(self, accepted: socket.socket, number: int) -> None:
        connection = accepted
        with self._lock:
            self._sockets.add(accepted)
        try:
            if self._tls is not None:
                connection = self._tls.wrap_socket(accepted, server_side=True)
                with self._lock:
                    self._sockets.discard(accepted)
                    self._sockets.add(connection)
            while not self._closing.is_set() and self._one(connection, number):
                pass
        except OSError:
            pass  # the client hung up, which is its right (and the TLS faults' purpose)
        finally:
            connection.close()
            with self._lock:
                self._sockets.discard(connection)
                self._sockets.discard(accepted)

    def _one(self, connection: socket.socket, number: int) -> bool:
        """Serve one request; whether the connection stays open."""
        request = _read(connection, number)
        if request is None:
            return False
        with self._lock:
            self.requests.append(request)
            script = self._scripts.get((request.method, request.path))
            if not script:
                behaviour: Behaviour = unknown_route
            else:
                behaviour = script.pop(0) if len(script) > 1 else script[0]
        exchange = Exchange(request, connection, self._closing)
        behaviour(exchange)
        return exchange.keep_open


def _read(connection: socket.socket, number: int) -> Received | None:
    data = b""
    while b"\r\n\r\n" not in data:
        part = connection.recv(65536)
        if not part:
            return None
        data += part
        if not data[:1].isalpha():  # a TLS hello, for one
            connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
            return None
    head, _, body = data.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    method, target, _ = first.split(" ", 2)
    headers = {name.lower(): value.strip() for name, _, value in (x.partition(":") for x in lines)}
    while len(body) < int(headers.get("content-length", "0")):
        part = connection.recv(65536)
        if not part:
            return None
        body += part
    return Received(method, target, headers, body, number)

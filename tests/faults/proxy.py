"""What a proxy does with a CONNECT, as behaviours of the fault server."""

from __future__ import annotations

import base64
import select
import socket
import ssl

from tests.faults.server import Behaviour, Exchange, FaultServer, answer


def tunnel(target: FaultServer) -> Behaviour:
    """Lead the client to `target`, whatever host it asked for."""

    def behave(exchange: Exchange) -> None:
        with socket.create_connection(("127.0.0.1", target.port)) as beyond:
            exchange.send(b"HTTP/1.1 200 Connection established\r\n\r\n")
            _carry(exchange.socket, beyond)

    return behave


def asking(user: str, password: str, then: Behaviour) -> Behaviour:
    """407, unless these are given; then `then`."""
    wanted = "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()
    refuse = answer(407, headers={"Proxy-Authenticate": "Basic realm=proxy"})

    def behave(exchange: Exchange) -> None:
        given = exchange.request.headers.get("proxy-authorization")
        (then if given == wanted else refuse)(exchange)

    return behave


def _carry(client: socket.socket, server: socket.socket) -> None:
    """Pass on what each sends until one of them ends. On one thread: two may not read and write a
    TLS connection at once."""
    others = {client: server, server: client}
    while True:
        read = [one for one in others if isinstance(one, ssl.SSLSocket) and one.pending()]
        for source in read or select.select(list(others), [], [])[0]:
            if not (data := source.recv(65536)):
                return
            others[source].sendall(data)

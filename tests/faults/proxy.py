"""What a proxy does with a CONNECT, as behaviours of the fault server."""

from __future__ import annotations

import base64
import socket
import threading

from tests.faults.server import Behaviour, Exchange, FaultServer, answer


def tunnel(target: FaultServer) -> Behaviour:
    """Lead the client to `target`, whatever host it asked for."""

    def behave(exchange: Exchange) -> None:
        with socket.create_connection(("127.0.0.1", target.port)) as beyond:
            exchange.send(b"HTTP/1.1 200 Connection established\r\n\r\n")
            back = threading.Thread(target=_pass_on, args=(beyond, exchange.socket), daemon=True)
            back.start()
            _pass_on(exchange.socket, beyond)
            back.join(60)

    return behave


def asking(user: str, password: str, then: Behaviour) -> Behaviour:
    """407, unless these are given; then `then`."""
    wanted = "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()
    refuse = answer(407, headers={"Proxy-Authenticate": "Basic realm=proxy"})

    def behave(exchange: Exchange) -> None:
        given = exchange.request.headers.get("proxy-authorization")
        (then if given == wanted else refuse)(exchange)

    return behave


def _pass_on(source: socket.socket, sink: socket.socket) -> None:
    try:
        while data := source.recv(65536):
            sink.sendall(data)
        sink.shutdown(socket.SHUT_WR)
    except OSError:
        return  # the other direction has ended it

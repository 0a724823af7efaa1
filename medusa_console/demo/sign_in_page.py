"""The page of the workplace, a provider that the demo store knows: a browser has to reach it.

It is the only thing of the demo store that listens: on a port of this computer alone, and only
while somebody is expected there.
"""

from __future__ import annotations

import secrets
import threading
import time
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt

OPEN_S = 600
PEOPLE = {"maya@demo.example": "Maya Lindqvist", "priya@demo.example": "Priya Raman"}
_LOOK_S = 0.2  # how long a closed page may still hold its port
_PAGE = """\
<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Workplace</title>
<meta name="viewport" content="width=device-width"><style>
body {{ font: 1rem/1.5 sans-serif; max-width: 30rem; margin: 3rem auto; padding: 0 1rem }}
button, input {{ font: inherit; padding: .4rem .8rem; margin: .2rem 0 }}
</style></head><body><h1>Workplace</h1>{body}</body></html>
"""
_FORM = """\
<p>This page belongs to the demo store of Medusa Console and plays a company&#x2019;s sign-in page.
Nothing leaves your computer.</p>
<form action="/continue">{hidden}<p>Continue as</p>{people}</form>
<form action="/continue">{hidden}<p><label>or with another email address<br>
<input name="email" type="email" required autocomplete="off"></label>
<button>Continue</button></p></form>
<form action="/deny">{hidden}<button>Cancel</button></form>
"""


class SignInPage:
    """Opens when `address` is asked for; closes ten minutes later, or by `close`."""

    def __init__(self) -> None:
        self._secret = secrets.token_hex(32)
        self._lock = threading.Lock()
        self._server: _Server | None = None
        self._thread: threading.Thread | None = None
        self._until = 0.0

    def address(self, state: str, callback_url: str) -> str:
        """Where the browser has to go for `state`; the page leads it back to `callback_url`.

        Raises OSError if no port of this computer is free.
        """
        with self._lock:
            self._until = time.monotonic() + OPEN_S
            if self._server is None:
                self._server = _Server(("127.0.0.1", 0), _Handler)
                self._server.page = self
                serve = threading.Thread(target=self._serve, args=[self._server], daemon=True)
                self._thread = serve
                serve.start()
            port = self._server.server_address[1]
        query = urlencode({"redirect_uri": callback_url, "state": state})
        return f"http://127.0.0.1:{port}/authorize?{query}"

    def close(self) -> None:
        """Nobody is expected any more: the port is free a moment later."""
        with self._lock:
            self._until = 0.0

    def end(self) -> None:
        """Close, and return once the port is free."""
        self.close()
        with self._lock:
            thread = self._thread
        if thread is not None:
            thread.join()

    def vouch(self, email: str, state: str) -> str:
        """The code that says who it was who came for `state`."""
        return jwt.encode({"email": email, "state": state}, self._secret)

    def vouched(self, code: str, state: str) -> str | None:
        """The email address behind a code that this page gave for `state`; None for any other."""
        try:
            claims = jwt.decode(code, self._secret, algorithms=["HS256"])
        except jwt.InvalidTokenError:
            return None
        return str(claims["email"]) if claims["state"] == state else None

    def _serve(self, server: _Server) -> None:
        server.timeout = _LOOK_S
        while True:
            server.handle_request()
            with self._lock:
                if time.monotonic() >= self._until:
                    server.server_close()
                    self._server = self._thread = None
                    return


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    page: SignInPage

    def server_bind(self) -> None:
        """Without http.server's question to the network what this computer is called."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = "127.0.0.1", self.server_address[1]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser may hang up at any time."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    timeout = 10  # of a browser that connects ahead and asks nothing

    def do_GET(self) -> None:
        place = urlsplit(self.path)
        asked = {name: values[0] for name, values in parse_qs(place.query).items()}
        state, back = asked.get("state", ""), asked.get("redirect_uri", "")
        if not state or urlsplit(back).hostname not in ("127.0.0.1", "localhost", "::1"):
            self._tell(400, "<p>This page was opened without a sign-in that is under way.</p>")
        elif place.path == "/authorize":
            self._tell(200, _form(state, back))
        elif place.path == "/deny":
            self._send_back(back, {"error": "access_denied", "state": state})
        elif email := asked.get("email"):
            code = self.server.page.vouch(email, state)
            self._send_back(back, {"code": code, "state": state})
        else:
            self._tell(200, _form(state, back))

    def log_message(self, *_: Any) -> None:
        """Addresses hold codes: nothing is written."""

    def _send_back(self, back: str, answer: dict[str, str]) -> None:
        self.send_response(302)
        self.send_header("Location", f"{back}{'&' if '?' in back else '?'}{urlencode(answer)}")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _tell(self, status: int, body: str) -> None:
        content = _PAGE.format(body=body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Referrer-Policy", "no-referrer")
        self.end_headers()
        self.wfile.write(content)


def _form(state: str, back: str) -> str:
    hidden = "".join(
        f'<input type="hidden" name="{name}" value="{escape(value)}">'
        for name, value in (("state", state), ("redirect_uri", back))
    )
    people = "".join(
        f'<button name="email" value="{email}">{name}</button> ' for email, name in PEOPLE.items()
    )
    return _FORM.format(hidden=hidden, people=people)

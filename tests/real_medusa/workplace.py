"""A company's own sign-in page: a provider of OpenID Connect, as small as Medusa lets it be.

It shows no form: whoever opens its page is `person`.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
import trustme
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT = "medusa"
_CODES_LIVE_S = 60


@dataclass(frozen=True)
class Person:
    """Somebody who works there. `sub` is what the provider knows them by, for ever."""

    sub: str
    email: str
    name: str = "Wanda Workplace"
    email_verified: bool = True


@dataclass
class Workplace:
    """A running provider. `trust_file` makes its certificate good.

    `person` is who opens its page next; None: they deny. `refuses_callback`: nobody has registered
    the address that its page should lead back to.
    """

    issuer: str
    trust_file: Path
    secret: str = field(repr=False)
    person: Person | None = None
    refuses_callback: bool = False
    _key: rsa.RSAPrivateKey = field(
        default_factory=lambda: rsa.generate_private_key(65537, 2048), repr=False
    )
    _codes: dict[str, tuple[Person, dict[str, str]]] = field(default_factory=dict, repr=False)

    def configuration(self) -> dict[str, Any]:
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
        }

    def keys(self) -> dict[str, Any]:
        public = jwt.algorithms.RSAAlgorithm.to_jwk(self._key.public_key(), as_dict=True)
        return {"keys": [public | {"kid": "1", "use": "sig", "alg": "RS256"}]}

    def authorize(self, asked: dict[str, str]) -> str | None:
        """Where the browser goes next; None if its page says that it cannot go on."""
        if self.refuses_callback or asked["client_id"] != CLIENT:
            return None
        answer = {"state": asked["state"]}
        if self.person is None:
            answer |= {"error": "access_denied", "error_description": "They said no"}
        else:
            answer["code"] = secrets.token_urlsafe(16)
            self._codes[answer["code"]] = self.person, asked
        return f"{asked['redirect_uri']}?{urlencode(answer)}"

    def token(self, asked: dict[str, str]) -> dict[str, Any] | None:
        """The tokens for a code, once; None for anything that does not fit."""
        person, began = self._codes.pop(asked.get("code", ""), (None, {}))
        digest = hashlib.sha256(asked.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if (
            person is None
            or asked.get("client_secret") != self.secret
            or asked.get("redirect_uri") != began["redirect_uri"]
            or challenge != began["code_challenge"]
        ):
            return None
        now = int(time.time())
        claims = {
            "iss": self.issuer,
            "aud": CLIENT,
            "sub": person.sub,
            "email": person.email,
            "email_verified": person.email_verified,
            "name": person.name,
            "nonce": began["nonce"],
            "iat": now,
            "exp": now + _CODES_LIVE_S,
        }
        signed = jwt.encode(claims, self._key, algorithm="RS256", headers={"kid": "1"})
        return {"access_token": secrets.token_hex(8), "token_type": "Bearer", "id_token": signed}


@contextmanager
def workplace(folder: Path) -> Iterator[Workplace]:
    """Run a provider on 127.0.0.1; its certificate's authority goes to `folder`."""
    authority = trustme.CA()
    trust_file = folder / "workplace.pem"
    authority.cert_pem.write_to_path(str(trust_file))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    server = _Server(("127.0.0.1", 0), _Handler)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    issuer = f"https://127.0.0.1:{server.server_address[1]}"
    server.workplace = Workplace(issuer, trust_file, secrets.token_hex(16))
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield server.workplace
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Server(ThreadingHTTPServer):
    workplace: Workplace

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is none of a test's output."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        place = urlsplit(self.path)
        here = self.server.workplace
        if place.path == "/.well-known/openid-configuration":
            self._tell(200, here.configuration())
        elif place.path == "/keys":
            self._tell(200, here.keys())
        elif place.path == "/authorize" and (to := here.authorize(_flat(place.query))):
            self.send_response(302)
            self.send_header("Location", to)
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            self._tell(400, {"error": "invalid_request"})

    def do_POST(self) -> None:
        sent = self.rfile.read(int(self.headers["Content-Length"])).decode()
        tokens = self.server.workplace.token(_flat(sent))
        self._tell(200 if tokens else 400, tokens or {"error": "invalid_grant"})

    def log_message(self, *_: Any) -> None:
        """Addresses hold codes: nothing is written."""

    def _tell(self, status: int, body: dict[str, Any]) -> None:
        content = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


def _flat(query: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(query).items()}

"""Tests the connection to a store without signing in."""

from __future__ import annotations

import ssl
import time
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import httpx
from pydantic import TypeAdapter

from medusa_console.api.answers import Answer, part
from medusa_console.api.auth import Auth
from medusa_console.api.transport import Call, Transport
from medusa_console.domain.connection import Certificate, ConnectionReport
from medusa_console.domain.errors import Intercepted, NoSuchRoute, Refused

_NAMES = ("organizationName", "commonName")


class _Flags(Answer):
    rbac: bool = False


_FLAGS: TypeAdapter[_Flags] = part("feature_flags", _Flags)


class Probe:
    """Sends requests without credentials to one store, over `transport`, which uses `client`."""

    def __init__(self, client: httpx.AsyncClient, transport: Transport) -> None:
        self._transport = transport
        self._auth = Auth(transport)
        self._began = 0.0
        self._latency = 0.0
        self._certificate: Certificate | None = None
        client.event_hooks = {"request": [self._on_request], "response": [self._on_response]}

    async def report(self, *, through_proxy: str = "") -> ConnectionReport:
        """GET /auth/user/providers, GET /admin/feature-flags.

        Raises NotMedusa when the first answer is not a Medusa's, and what `Transport` raises.
        """
        providers = await self._auth.providers()
        rbac: bool | None = None
        with suppress(NoSuchRoute, Intercepted, Refused):
            answer = await self._transport.fetch(Call("GET", "/admin/feature-flags"), _FLAGS)
            rbac = answer.value.rbac
        return ConnectionReport(providers, rbac, self._latency, self._certificate, through_proxy)

    async def _on_request(self, _request: httpx.Request) -> None:
        self._began = time.monotonic()

    async def _on_response(self, response: httpx.Response) -> None:
        self._latency = time.monotonic() - self._began
        stream = response.extensions.get("network_stream")
        encryption = stream.get_extra_info("ssl_object") if stream is not None else None
        if encryption is not None:
            self._certificate = _certificate(encryption.getpeercert())


def _certificate(facts: Any) -> Certificate | None:
    """The certificate in the dict of `SSLSocket.getpeercert`; empty where the system verifies
    it."""
    if not facts:
        return None
    issuer = dict(fact for group in facts["issuer"] for fact in group)
    name = " ".join(dict.fromkeys(issuer[key] for key in _NAMES if key in issuer))
    ends = ssl.cert_time_to_seconds(facts["notAfter"])
    return Certificate(name, datetime.fromtimestamp(ends, UTC))

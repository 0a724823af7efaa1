"""Tests the connection to a store without signing in."""

from __future__ import annotations

import ssl
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import httpx
from pydantic import StrictBool, TypeAdapter

from medusa_console.api.answers import Answer, part
from medusa_console.api.auth import Auth
from medusa_console.api.transport import Call, Transport
from medusa_console.domain.connection import Certificate, ConnectionReport
from medusa_console.domain.errors import NotMedusa, Refused

_NAMES = ("organizationName", "commonName")


class _Flags(Answer):
    rbac: StrictBool | None = None


_FLAGS: TypeAdapter[_Flags] = part("feature_flags", _Flags)


async def probe(
    client: httpx.AsyncClient, transport: Transport, through_proxy: str
) -> ConnectionReport:
    """GET /auth/user/providers, GET /admin/feature-flags: without credentials, to one store, over
    `transport`, which uses `client`. `through_proxy` is told as it is.

    Raises NotMedusa when the first answer is not a Medusa's, and what `Transport` raises.
    """
    answers: list[httpx.Response] = []
    certificates: list[Certificate] = []

    async def look(response: httpx.Response) -> None:
        answers.append(response)
        stream = response.extensions.get("network_stream")
        encryption = stream.get_extra_info("ssl_object") if stream is not None else None
        if encryption is not None and (found := _certificate(encryption.getpeercert())):
            certificates.append(found)

    client.event_hooks["response"].append(look)
    providers = await Auth(transport).providers()
    rbac: bool | None = None
    with suppress(NotMedusa, Refused):
        rbac = (await transport.fetch(Call("GET", "/admin/feature-flags"), _FLAGS)).value.rbac
    certificate = certificates[-1] if certificates else None
    # The last request found the connection open.
    latency = answers[-1].elapsed.total_seconds()
    return ConnectionReport(providers, rbac, latency, certificate, through_proxy)


def _certificate(facts: Any) -> Certificate | None:
    """The certificate in the dict of `SSLSocket.getpeercert`; empty where the system verifies
    it."""
    if not facts:
        return None
    issuer = dict(fact for group in facts["issuer"] for fact in group)
    name = " ".join(dict.fromkeys(issuer[key] for key in _NAMES if key in issuer))
    ends = ssl.cert_time_to_seconds(facts["notAfter"])
    return Certificate(name, datetime.fromtimestamp(ends, UTC))

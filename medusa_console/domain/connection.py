"""The result of a connection test."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from medusa_console.domain.user import AuthProvider


@dataclass(frozen=True)
class Certificate:
    """The issuer and the end date of the server's certificate."""

    issuer: str
    expires_at: datetime


@dataclass(frozen=True)
class ConnectionReport:
    """A Medusa answered. `rbac` is None where the store does not tell. `latency` is in seconds,
    for one request on an open connection. `certificate` is None without encryption, or where the
    operating system does not give it. `through_proxy` names the proxy without credentials, ""
    for none. `damaged` numbers the certificates of the CA file, from 1, that cannot be read."""

    providers: tuple[AuthProvider, ...]
    rbac: bool | None
    latency: float
    certificate: Certificate | None
    through_proxy: str = ""
    damaged: tuple[int, ...] = ()

"""What a test of a store's connection found out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from medusa_console.domain.user import AuthProvider


@dataclass(frozen=True)
class Certificate:
    """Who vouches for the server, and until when."""

    issuer: str
    expires_at: datetime


@dataclass(frozen=True)
class ConnectionReport:
    """A Medusa answered. `rbac` is None where the store does not tell; `latency` is in seconds, of
    one request on a connection that stood; `certificate` is None without encryption, or where the
    operating system does not hand it out. `through_proxy` names the proxy without credentials, ""
    for none.
    """

    providers: tuple[AuthProvider, ...]
    rbac: bool | None
    latency: float
    certificate: Certificate | None
    through_proxy: str = ""

"""Reads the proxy that the computer's settings name for a store.

urllib reads the settings of Windows and macOS, and the variables. Of the variables it knows the
simple forms only: this module reads them as curl and the tools of administrators do.
"""

from __future__ import annotations

import ipaddress
import logging
import os
import re
import urllib.request
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from medusa_console.domain.errors import NoAnswer, Unreachable

log = logging.getLogger(__name__)

_HOST = re.compile(r"[0-9A-Za-z_.-]+|[0-9A-Fa-f:.]+")
_PORTS = {"http": 80, "https": 443}
_HTTPS = 443


@dataclass(frozen=True)
class SystemProxy:
    """`address` is scheme://host:port. `user` and `password` are "" for none."""

    address: str
    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)


def system_proxy(origin: str) -> SystemProxy | None:
    """The proxy for the store at `origin`; None if it is reached directly.

    May block on the system: call it on a worker thread. Raises Unreachable for a setting that
    cannot be used: connecting without the proxy might break the rules of the network.
    """
    parts = urlsplit(origin)
    host, port = parts.hostname or "", parts.port or _HTTPS
    exempt = urllib.request.getproxies_environment().get("no", "")
    if is_exempt(host, port, exempt) or urllib.request.proxy_bypass(host):
        return None
    proxies = urllib.request.getproxies()
    setting = proxies.get("https") or proxies.get("all")
    if not setting:
        return None
    scheme, separator, rest = setting.partition("://")
    scheme, rest = (scheme.lower(), rest) if separator else ("http", setting)
    try:
        why = NoAnswer.SOCKS if scheme.startswith("socks") else NoAnswer.PROXY_SETTING
        if scheme not in _PORTS:
            raise ValueError("no HTTP proxy")
        return _read(scheme, rest)
    except ValueError:
        name = next((name for name, value in os.environ.items() if value == setting), "")
        log.warning("the computer's proxy setting %s cannot be used", name)
        # Without its cause, which may hold the proxy's password.
        raise Unreachable(parts.netloc, why, sent=False, detail=name) from None


def is_exempt(host: str, port: int, setting: str) -> bool:
    """Whether the variable `no_proxy` exempts the host: by name (corp, .corp, *.corp), by address,
    by network (10.0.0.0/8), each also with a port, or all (*)."""
    return any(_names(entry, host, port) for entry in re.split(r"[\s,;]+", setting) if entry)


def _names(entry: str, host: str, port: int) -> bool:
    if entry == "*":
        return True
    name, wanted = _without_port(entry)
    if wanted and wanted != str(port):
        return False
    try:
        return ipaddress.ip_address(host) in ipaddress.ip_network(name, strict=False)
    except ValueError:  # one of them is a name
        name = name.lower().removeprefix("*").strip(".")
        return name != "" and f".{host}".endswith(f".{name}")


def _without_port(entry: str) -> tuple[str, str]:
    """Name and port ("" for none) of an entry; an IPv6 address has a port only after brackets."""
    if entry.startswith("["):
        name, _, port = entry[1:].partition("]")
        return name, port.removeprefix(":")
    name, _, port = entry.partition(":")
    return (entry, "") if ":" in port else (name, port)


def _read(scheme: str, rest: str) -> SystemProxy:
    """The proxy behind `scheme`://; raises ValueError. A password may have any sign: the address
    begins after the last @."""
    credentials, _, address = rest.rpartition("@")
    user, _, password = credentials.partition(":")
    authority = re.split(r"[/?#]", address, maxsplit=1)[0]
    parts = urlsplit(f"//{authority}")
    host, port = parts.hostname or "", parts.port or _PORTS[scheme]
    if not _HOST.fullmatch(host):
        raise ValueError("no host")
    host.encode("idna")  # as looking the name up will do
    if ":" in host:
        host = f"[{ipaddress.IPv6Address(host)}]"
    return SystemProxy(f"{scheme}://{host}:{port}", unquote(user), unquote(password))

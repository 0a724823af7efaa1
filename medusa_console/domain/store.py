"""A store: its name, its origin (the only place a password may go to) and its environment."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from medusa_console.domain.errors import UnsafeAddress

DEMO_ORIGIN = "https://demo.invalid"
_HOST = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*")
_DEFAULT_PORTS = {"http": 80, "https": 443}
_LONGEST_HOST = 253


class Environment(StrEnum):
    """What a mistake here would break."""

    LIVE = "live"
    STAGING = "staging"
    DEVELOPMENT = "development"
    DEMO = "demo"


class ProxyKind(StrEnum):
    """How a store is reached."""

    SYSTEM = "system"
    NONE = "none"
    OWN = "own"


@dataclass(frozen=True)
class Proxy:
    """`address` (`http://host:port`) and `user` count for OWN; the password is in the keyring."""

    kind: ProxyKind = ProxyKind.SYSTEM
    address: str = ""
    user: str = ""


@dataclass(frozen=True)
class Store:
    """One store as kept in the profile; holds nothing secret.

    `origin` is canonical (see `canonical_origin`); `keep_signed_in` is the person's last choice for
    this store, `email` the account last used. `group` is a heading in the list of stores, "" for
    none. With `read_only`, nothing that changes something leaves this computer. `ca_file` is the
    path of certificates to trust besides the system's. `confirmed`: the person has said yes to the
    address; an imported store asks first.
    """

    id: str
    name: str
    origin: str
    environment: Environment
    keep_signed_in: bool = False
    email: str = ""
    group: str = ""
    read_only: bool = False
    ca_file: str = ""
    proxy: Proxy = Proxy()
    confirmed: bool = True

    @property
    def host(self) -> str:
        """Host and, where it is not the usual one, port: what a person recognises the store by."""
        return self.origin.partition("://")[2]

    @property
    def is_demo(self) -> bool:
        """Whether this is the built-in store, which never leaves the computer."""
        return self.origin == DEMO_ORIGIN

    @property
    def on_this_computer(self) -> bool:
        """Whether the origin is this computer itself, reached without leaving it."""
        host = urlsplit(self.origin).hostname or ""
        return _is_loopback(f"[{host}]" if ":" in host else host)

    @property
    def encrypted(self) -> bool:
        """Whether the connection is https."""
        return self.origin.startswith("https://")


# Shown and filled in on the sign-in page; open to nobody but this computer.
DEMO_EMAIL = "maya@demo.example"
DEMO_PASSWORD = "demo-store"  # noqa: S105  # no secret: see above
DEMO_STORE = Store("demo", "Demo store", DEMO_ORIGIN, Environment.DEMO)


def canonical_origin(text: str) -> str:
    """`scheme://host[:port]` in ASCII for an address as typed.

    https everywhere; http only to this computer, written as localhost, 127.x.x.x or [::1].
    Raises UnsafeAddress with a reason that can stand beside the field.
    """
    text = text.strip()
    if not text:
        raise UnsafeAddress("Enter the address of the store, like https://store.example.com.")
    if re.search(r"[\s\x00-\x1f\x7f\\]", text):
        raise UnsafeAddress("The address contains a space or a character that hosts cannot have.")
    scheme, separator, _ = text.partition("://")
    if not separator:
        # What stands before an @ may be a password.
        host = text.rpartition("@")[2][:60]
        raise UnsafeAddress(f"Begin with https://, like https://{host}.")
    scheme = scheme.lower()
    if scheme not in _DEFAULT_PORTS:
        raise UnsafeAddress("Only https:// addresses can be used (http:// for this computer).")
    try:
        parts = urlsplit(text)
        port = parts.port
        if port == 0:
            raise ValueError("port 0")
    except ValueError as error:
        raise UnsafeAddress("This is not a complete address: check host and port.") from error
    if "@" in parts.netloc:
        raise UnsafeAddress(
            "Leave out everything before the @: names and passwords do not belong in an address."
        )
    if parts.query or parts.fragment or text.endswith(("?", "#")):
        raise UnsafeAddress("Leave out everything from the ? or # on.")
    host = _canonical_host(parts.netloc, parts.hostname or "")
    if scheme == "http" and not _is_loopback(host):
        raise UnsafeAddress(
            "Use https://: over http:// anybody in between could read the password."
        )
    suffix = "" if port in (None, _DEFAULT_PORTS[scheme]) else f":{port}"
    origin = f"{scheme}://{host}{suffix}"
    if parts.path.strip("/"):
        raise UnsafeAddress(f"Leave out everything after the host: {origin}")
    if origin == DEMO_ORIGIN or host.endswith(".invalid"):
        raise UnsafeAddress("Names ending in .invalid never exist.")
    return origin


def _canonical_host(netloc: str, host: str) -> str:
    if "[" in netloc or "]" in netloc:
        if not re.fullmatch(r"\[[^\[\]]*\](:[0-9]*)?", netloc):
            raise UnsafeAddress("Something stands around the brackets of the IPv6 address.")
        return _bracketed(host)
    try:
        ascii_host = host.encode("idna").decode("ascii").lower() if host else ""
    except UnicodeError as error:
        raise UnsafeAddress("The host name cannot be used on the internet.") from error
    if not ascii_host or len(ascii_host) > _LONGEST_HOST or not _HOST.fullmatch(ascii_host):
        raise UnsafeAddress("The host name is missing or has a character that hosts cannot have.")
    if ascii_host != "localhost" and ascii_host.endswith(".localhost"):
        raise UnsafeAddress("Write localhost, without anything before it.")
    last = ascii_host.rpartition(".")[2]
    if re.fullmatch(r"[0-9]+|0x[0-9a-f]*", last):
        return _dotted(ascii_host)
    return ascii_host


def _bracketed(host: str) -> str:
    try:
        address = ipaddress.IPv6Address(host)
    except ValueError as error:
        raise UnsafeAddress("The address in brackets is not an IPv6 address.") from error
    if address.ipv4_mapped is not None or address.is_unspecified or address.scope_id:
        raise UnsafeAddress("This form of IPv6 address is not accepted.")
    return f"[{address.compressed}]"


def _dotted(host: str) -> str:
    try:
        address = ipaddress.IPv4Address(host)
    except ValueError as error:
        raise UnsafeAddress("Write IP addresses as four numbers, like 192.0.2.10.") from error
    if address.is_unspecified:
        raise UnsafeAddress("0.0.0.0 is not the address of a server.")
    return str(address)


def _is_loopback(host: str) -> bool:
    if host in ("localhost", "[::1]"):
        return True
    try:
        return ipaddress.IPv4Address(host).is_loopback
    except ValueError:
        return False

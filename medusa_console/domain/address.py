"""Checks the addresses of stores and proxies, and writes them in one canonical form.

A store's origin is the only place its password may go to, so every origin has exactly one spelling.
"""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from urllib.parse import SplitResult, urlsplit

import idna

from medusa_console.domain.errors import AddressFault, UnsafeAddress

# Underscores, because browsers, certificates and container networks accept them.
_LABEL = r"[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?"
_HOST = re.compile(rf"{_LABEL}(?:\.{_LABEL})*")
# https://, also mistyped, repeated, or made harmless as in reports (hxxps).
_BEGINNING = re.compile(r"(?:(?:h[tx]{1,2}ps?|tt?ps?)(?:[:;]+[/\\]*|[/\\]+)|[/\\])*", re.IGNORECASE)
_EXAMPLE = "https://store.example.com"
_DEFAULT_PORTS = {"http": 80, "https": 443}
_LONGEST = 1000
_LONGEST_HOST = 253
_LONGEST_LABEL = 63
# Alphabets that words of one language mix.
_TOGETHER = (
    frozenset({"LATIN", "CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"}),
    frozenset({"LATIN", "CJK", "HANGUL"}),
    frozenset({"LATIN", "CJK", "BOPOMOFO"}),
)


def canonical_origin(text: str) -> str:
    """`scheme://host[:port]` in ASCII for a store's address as typed.

    https everywhere; http only to this computer, written as localhost, 127.x.x.x or [::1]. Raises
    UnsafeAddress.
    """
    text = text.strip()
    if not text:
        raise UnsafeAddress(AddressFault.EMPTY)
    _check_spaces(text)
    found = _BEGINNING.match(text)
    beginning = found[0].lower() if found else ""
    if beginning not in ("https://", "http://"):
        if not beginning and "://" in text:
            raise UnsafeAddress(AddressFault.SCHEME)
        raise UnsafeAddress(AddressFault.NO_SCHEME, _meant(text, beginning))
    _check_backslash(text)
    scheme = beginning.partition(":")[0]
    parts, port = _split(text)
    host = _canonical_host(parts.netloc, parts.hostname or "")
    if scheme == "http" and not is_loopback(host):
        raise UnsafeAddress(AddressFault.NOT_ENCRYPTED)
    suffix = "" if port in (None, _DEFAULT_PORTS[scheme]) else f":{port}"
    origin = f"{scheme}://{host}{suffix}"
    if parts.path.strip("/"):
        raise UnsafeAddress(AddressFault.PATH, origin)
    if host.endswith(".invalid"):
        raise UnsafeAddress(AddressFault.NEVER_EXISTS)
    return origin


def canonical_proxy(text: str) -> str:
    """`http://host:port` for a proxy's address as typed; http:// may be left out.

    Raises UnsafeAddress.
    """
    text = text.strip()
    if not text:
        raise UnsafeAddress(AddressFault.PROXY_EMPTY)
    _check_spaces(text)
    _check_backslash(text)
    if "://" not in text:
        text = f"http://{text}"
    if not text.lower().startswith("http://"):
        raise UnsafeAddress(AddressFault.PROXY_SCHEME)
    parts, port = _split(text)
    host = _canonical_host(parts.netloc, parts.hostname or "")
    if port is None:
        raise UnsafeAddress(AddressFault.PROXY_PORT, host)
    address = f"http://{host}:{port}"
    if parts.path.strip("/"):
        raise UnsafeAddress(AddressFault.PROXY_PATH, address)
    return address


def readable_host(origin: str) -> str:
    """The host with its `xn--` parts decoded; "" if it has none."""
    labels = (urlsplit(origin).hostname or "").split(".")
    read = [idna.ulabel(label) if label.startswith("xn--") else label for label in labels]
    return ".".join(read) if read != labels else ""


def mixes_alphabets(host: str) -> bool:
    """Whether a label of the decoded `host` mixes alphabets that no language mixes."""
    for label in host.split("."):
        alphabets = {
            unicodedata.name(letter, "?").split()[0] for letter in label if letter.isalpha()
        }
        if len(alphabets) > 1 and not any(alphabets <= known for known in _TOGETHER):
            return True
    return False


def is_loopback(host: str) -> bool:
    """Whether `host`, in canonical form, is this computer."""
    if host in ("localhost", "[::1]"):
        return True
    try:
        return ipaddress.IPv4Address(host).is_loopback
    except ValueError:
        return False


def _meant(text: str, beginning: str) -> str:
    """The address that may be meant by `text`, whose `beginning` is wrong; else an example."""
    # The text before an @ may be a password.
    host = re.split(r"[/\\?#]", text[len(beginning) :])[0].rpartition("@")[2]
    for scheme in ("https",) if beginning.startswith("https") else ("http", "https"):
        try:
            return canonical_origin(f"{scheme}://{host}")
        except UnsafeAddress:
            continue
    return _EXAMPLE


def _check_spaces(text: str) -> None:
    if len(text) > _LONGEST:
        raise UnsafeAddress(AddressFault.TOO_LONG)
    if re.search(r"[\s\x00-\x1f\x7f]", text):
        raise UnsafeAddress(AddressFault.CHARACTER)


def _check_backslash(text: str) -> None:
    if "\\" in text:
        raise UnsafeAddress(AddressFault.CHARACTER)


def _split(text: str) -> tuple[SplitResult, int | None]:
    try:
        parts = urlsplit(text)
        port = parts.port
        if port == 0:
            raise ValueError("port 0")
    except ValueError as error:
        raise UnsafeAddress(AddressFault.INCOMPLETE) from error
    if "@" in parts.netloc:
        raise UnsafeAddress(AddressFault.USER_INFO)
    if parts.query or parts.fragment or text.endswith(("?", "#")):
        raise UnsafeAddress(AddressFault.QUERY)
    return parts, port


def _canonical_host(netloc: str, host: str) -> str:
    if "[" in netloc or "]" in netloc:
        if not re.fullmatch(r"\[[^\[\]]*\](:[0-9]*)?", netloc):
            raise UnsafeAddress(AddressFault.BRACKETS)
        return _bracketed(host)
    ascii_host = _to_ascii(host)
    longest = max(map(len, ascii_host.split(".")))
    if longest > _LONGEST_LABEL or len(ascii_host) > _LONGEST_HOST:
        raise UnsafeAddress(AddressFault.TOO_LONG)
    if not _HOST.fullmatch(ascii_host):
        raise UnsafeAddress(AddressFault.HOST)
    if ascii_host != "localhost" and ascii_host.endswith(".localhost"):
        raise UnsafeAddress(AddressFault.LOCALHOST)
    last = ascii_host.rpartition(".")[2]
    if re.fullmatch(r"[0-9]+|0x[0-9a-f]*", last):
        return _dotted(ascii_host)
    return ascii_host


def _to_ascii(host: str) -> str:
    """The host as browsers encode it; ASCII stays as it is, if its `xn--` parts can be decoded."""
    try:
        if not host.isascii():
            return idna.encode(host, uts46=True).decode("ascii")
        for label in host.split("."):
            if label.startswith("xn--") and idna.alabel(idna.ulabel(label)) != label.encode():
                raise idna.IDNAError(label)
    except (idna.IDNAError, UnicodeError) as error:
        raise UnsafeAddress(AddressFault.NOT_A_NAME) from error
    return host


def _bracketed(host: str) -> str:
    try:
        address = ipaddress.IPv6Address(host)
    except ValueError as error:
        raise UnsafeAddress(AddressFault.NOT_IPV6) from error
    if address.ipv4_mapped is not None or address.is_unspecified or address.scope_id:
        raise UnsafeAddress(AddressFault.IPV6_FORM)
    return f"[{address.compressed}]"


def _dotted(host: str) -> str:
    try:
        address = ipaddress.IPv4Address(host)
    except ValueError as error:
        raise UnsafeAddress(AddressFault.NOT_IPV4) from error
    if address.is_unspecified:
        raise UnsafeAddress(AddressFault.NO_SERVER)
    return str(address)

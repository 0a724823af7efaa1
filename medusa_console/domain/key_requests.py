"""Reads a pasted request, setting or key: which key it holds, and how it goes wrong with it.

How a Medusa takes each of these is in docs/leaks.md. The time grows with the length of the text,
whatever the text: no expression looks further than a bounded distance.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Final
from urllib.parse import urlsplit

from pydantic import SecretStr

from medusa_console.domain import request_carriers as carriers
from medusa_console.domain import tokens
from medusa_console.domain.address import is_loopback
from medusa_console.domain.bounded import masked
from medusa_console.domain.key_slips import Slip, copy_slips
from medusa_console.domain.leaks import LONGEST_FIELD, FoundKey
from medusa_console.domain.token_shapes import Shape, shapes
from medusa_console.domain.tokens import Form, TokenKind

LONGEST_REQUEST: Final = 64 << 10
"""Characters of a pasted text that are read: an expression that finds nothing in them lets no other
thread run for so long."""

_URL = re.compile(r"https?://[^\s\"'`<>\\]{1,2000}+", re.IGNORECASE)
_REQUEST_LINE = re.compile(
    r"^[ \t>]{0,4}(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)[ \t]{1,4}(/[^\s\"']{0,2000}+)",
    re.MULTILINE,
)
_HOST = re.compile(r"^[ \t>]{0,4}Host:[ \t]{0,4}(\S{1,255}+)", re.MULTILINE | re.IGNORECASE)
_ROUTE = re.compile(r"/(admin|store|auth)(?=[/?#]|$)")
# Medusa 2.21.2 asks for no role here (docs/leaks.md).
_OPEN = re.compile(r"/admin/(?:search|search-indexes|plugins|feature-flags)(?=[/?#]|$)")
_SPACED = re.compile(
    r"[sp]k_(?:[ \t]{0,4}[0-9a-f]){64}(?![0-9A-Za-z])"  # a copy with blanks in it
)
_WHOLE_DIGITS = 64
_ID = "pasted"


class Side(Enum):
    """Which part of Medusa a request goes to."""

    UNKNOWN = auto()
    ADMIN = auto()
    STORE = auto()


@dataclass(frozen=True)
class KeyRequest:
    """What was read from a pasted text. `key` is the only key in it, or the only one that its route
    takes; None if there is none, as where a variable stands for it, or `several`. `slips` are what
    is wrong with the text, in the order in which to mend it. `name` is the header or parameter that
    Medusa does not read for this key, or the scheme: a stranger's text, masked and cut. `digits` is
    how many digits of a cut key there are. `host` is where the request goes, as it stands there, ""
    if it does not say. `needs_role`: the route is guarded by roles, as far as is known."""

    key: FoundKey | None = None
    several: bool = False
    slips: tuple[Slip, ...] = ()
    name: str = ""
    digits: int = 0
    side: Side = Side.UNKNOWN
    host: str = ""
    needs_role: bool = True

    def goes_elsewhere(self, host: str) -> bool:
        """Whether the request names another host than `host`, which has its port unless that is
        the usual one. All names of this computer are the same."""
        return bool(self.host) and _plain_host(self.host) != _plain_host(host)


def read_request(text: str) -> KeyRequest:
    """What `text` says of the key that fails; of a longer text, its first LONGEST_REQUEST
    characters. Takes long for a long one, so on a thread."""
    text = text[:LONGEST_REQUEST]
    route = _read_route(text)
    found = _found(text)
    chosen = _choose(found, route.side)
    if chosen is None:
        if found:
            return replace(route, several=True)
        return _without_key(text, route)
    shape, twice = chosen
    carried = carriers.carried(text, shape, at_store=route.side is Side.STORE)
    slips: tuple[Slip, ...] = (Slip.BASE64_TWICE,)
    if not twice:
        slips = (*carried.slips, *copy_slips(text, shape))
    if not _names_type(slips):
        slips = (*_wrong_side(shape, route.side), *slips)
    return replace(
        route,
        key=_key(shape),
        slips=tuple(dict.fromkeys(slips)),
        name=masked(carried.name, LONGEST_FIELD),
        digits=_digits(shape),
    )


def _without_key(text: str, route: KeyRequest) -> KeyRequest:
    """What is wrong with a request in which a variable, or nothing, stands in place of the key."""
    for shape in carriers.variables(text):
        carried = carriers.carried(text, shape, at_store=route.side is Side.STORE)
        if carried.slips:
            return replace(route, slips=carried.slips, name=masked(carried.name, LONGEST_FIELD))
    other = bool(carriers.basic_words(text))
    return replace(route, slips=(Slip.BASE64_OTHER,) if other else ())


def _found(text: str) -> list[tuple[Shape, bool]]:
    """The keys of the text, each once, whole ones alone if there are any; and whether each was
    encoded twice."""
    found = [(shape, False) for shape in shapes(text, 0, len(text))]
    spaced = [
        Shape(*match.span(), "".join(match[0].split()), _kind(match[0]), Form.WHOLE)
        for match in _SPACED.finditer(text)
    ]
    found += [(shape, False) for shape in spaced]
    if not found:
        found = [(shape, True) for shape in carriers.encoded_twice(text)]
    if not found:
        # Without its prefix nobody can say which type it is; a secret one fails so.
        found = [
            (Shape(start, end, text[start:end], TokenKind.SECRET, Form.BARE), False)
            for start, end in _digits_alone(text)
        ]
    whole = [one for one in found if one[0].form is Form.WHOLE]
    once = {shape.token: (shape, twice) for shape, twice in reversed(whole or found)}
    return list(reversed(once.values()))


def _digits_alone(text: str) -> list[tuple[int, int]]:
    return [
        (one.start, one.end)
        for one in tokens.find_all(text)
        if one.form is Form.BARE and one.end - one.start == _WHOLE_DIGITS
    ]


def _choose(found: list[tuple[Shape, bool]], side: Side) -> tuple[Shape, bool] | None:
    """The only key, or the only one that the route takes."""
    if len(found) > 1 and side is not Side.UNKNOWN:
        wanted = TokenKind.SECRET if side is Side.ADMIN else TokenKind.PUBLISHABLE
        found = [one for one in found if one[0].kind is wanted]
    return found[0] if len(found) == 1 else None


def _key(shape: Shape) -> FoundKey:
    token = shape.token
    if shape.form is Form.WHOLE:
        return FoundKey(_ID, shape.kind, shape.form, tokens.redact(token), SecretStr(token))
    shown = token if shape.form is Form.REDACTED else token[:6]
    return FoundKey(_ID, shape.kind, shape.form, shown)


def _digits(shape: Shape) -> int:
    return len(shape.token) - 3 if shape.form is Form.CUT else 0


def _wrong_side(shape: Shape, side: Side) -> tuple[Slip, ...]:
    match shape.kind, side:
        case TokenKind.SECRET, Side.STORE:
            return (Slip.SECRET_AS_PUBLISHABLE,)
        case TokenKind.PUBLISHABLE, Side.ADMIN:
            return (Slip.PUBLISHABLE_AS_SECRET,)
        case _:
            return ()


def _names_type(slips: tuple[Slip, ...]) -> bool:
    return Slip.SECRET_AS_PUBLISHABLE in slips or Slip.PUBLISHABLE_AS_SECRET in slips


def _read_route(text: str) -> KeyRequest:
    """Where the request goes. Of several addresses, the first one with a route of Medusa's."""
    line, host = _REQUEST_LINE.search(text), _HOST.search(text)
    if line is not None:
        return _route(line[1], host[1] if host is not None else "")
    first: KeyRequest | None = None
    for url in _URL.finditer(text):
        try:
            parts = urlsplit(url[0])
        except ValueError:
            continue
        read = _route(parts.path, parts.netloc.rpartition("@")[2])
        if read.side is not Side.UNKNOWN:
            return read
        first = first or read
    return first or KeyRequest()


def _route(path: str, host: str) -> KeyRequest:
    route = _ROUTE.match(path)
    side = {"admin": Side.ADMIN, "store": Side.STORE}.get(route[1] if route else "", Side.UNKNOWN)
    return KeyRequest(
        side=side, host=masked(host, LONGEST_FIELD), needs_role=_OPEN.match(path) is None
    )


def _plain_host(host: str) -> tuple[str, str]:
    """Host and port, with one name for this computer."""
    name, colon, port = host.lower().rpartition(":")
    if not colon or not port.isdigit():
        name, port = host.lower(), ""
    if is_loopback(name):
        name = "localhost"
    return name.rstrip("."), "" if port in ("80", "443") else port


def _kind(token: str) -> TokenKind:
    return TokenKind.SECRET if token.startswith("s") else TokenKind.PUBLISHABLE

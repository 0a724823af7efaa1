"""The address of a store's admin pages, and the links to what a person does there with a token.

Medusa's own pages of 2.21.2 open `/invite` and `/reset-password` below the address they are served
at, usually `/app`, and read the token from the query.
"""

from __future__ import annotations

import re
from enum import StrEnum
from urllib.parse import urlsplit

from pydantic import SecretStr

from medusa_console.domain.address import canonical_origin
from medusa_console.domain.errors import AddressFault, UnsafeAddress

_PATH = re.compile(r"(?:/[A-Za-z0-9._~-]+)*")
_TOKEN = re.compile(r"[A-Za-z0-9._~-]+")
_SIGN_IN = "/login"
_DOTS = (".", "..")


class AdminPage(StrEnum):
    """A page that takes a token; the value is its path below the address."""

    INVITE = "/invite"
    RESET = "/reset-password"


def canonical_pages(text: str) -> str:
    """`scheme://host[:port]/path` for the address of admin pages as typed, without the path of
    their sign-in. https everywhere; http only to this computer. Raises UnsafeAddress."""
    text = text.strip()
    head, path = text, ""
    if (found := re.match(r"[^/]*//[^/?#]*", text)) is not None:
        head, path = found[0], text[found.end() :]
    if set("?#") & set(path):
        raise UnsafeAddress(AddressFault.QUERY)
    origin = canonical_origin(head)
    path = path.rstrip("/").removesuffix(_SIGN_IN)
    if _PATH.fullmatch(path) is None or not set(path.split("/")).isdisjoint(_DOTS):
        raise UnsafeAddress(AddressFault.CHARACTER)
    return origin + path


def link(pages: str, page: AdminPage, token: SecretStr) -> SecretStr | None:
    """The address at which `page` of the admin pages takes up `token`: as secret as the token. None
    unless `pages` is canonical and the token may stand in an address as it is."""
    secret = token.get_secret_value()
    try:
        known = canonical_pages(pages)
    except UnsafeAddress:
        return None
    if known != pages or not urlsplit(known).netloc or _TOKEN.fullmatch(secret) is None:
        return None
    return SecretStr(f"{known}{page}?token={secret}")

"""Finds the token of an invite or of a new password in what the user pastes: the token itself, a
link, or a whole mail. Source: contract, sections 1.2, 1.8 and 2."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, auto
from itertools import islice
from typing import Final
from urllib.parse import urlsplit

from pydantic import SecretStr

from medusa_console.domain.bounded import masked
from medusa_console.domain.other_secrets import JWT, without_soft_breaks
from medusa_console.domain.session import read_claims

LONGEST_PASTE: Final = 200_000
"""Characters of a pasted text that are looked at."""
_MOST = 200  # a text of thousands is no mail
_LONGEST_LINK = 500
_LONGEST_EMAIL = 320
_LONGEST_HOST = 200
_LINK = re.compile(r"https?://[^\s<>\"'()]{1,500}$", re.IGNORECASE)


class PastedKind(Enum):
    """What a token is for, as far as it says so itself."""

    RESET = auto()
    RESET_OF_CUSTOMER = auto()  # or of another kind of account: no admin's
    INVITE = auto()
    SESSION = auto()
    OTHER = auto()


@dataclass(frozen=True)
class PastedToken:
    """`email` is whose it is, "" if it does not say; `until` is its end by the server's clock.
    `host` is the one of the link around it, "" without a link. `cut`: its end is missing. All of
    it was written by a stranger; no signature is checked."""

    kind: PastedKind
    token: SecretStr
    email: str
    until: datetime | None
    host: str
    cut: bool


def find_tokens(text: str) -> tuple[PastedToken, ...]:
    """The tokens in the first LONGEST_PASTE characters of `text`, each once."""
    found: dict[str, PastedToken] = {}
    for match in islice(JWT.finditer(text[:LONGEST_PASTE]), _MOST):
        token = without_soft_breaks(match[0])
        if token not in found and (read := _read(token)) is not None:
            found[token] = replace(read, host=_host_before(text, match.start()))
    return tuple(found.values())


def choose(found: tuple[PastedToken, ...], wanted: PastedKind) -> PastedToken | None:
    """The token to use: of those that are `wanted`, the one that ends last, because a newer mail
    makes the older ones useless; else the first, to say what it is instead. None without any."""
    fitting = [one for one in found if one.kind is wanted]
    whole = [one for one in fitting if not one.cut] or fitting
    ending = [(one.until, one) for one in whole if one.until is not None]
    if ending:
        return max(ending, key=lambda pair: pair[0])[1]
    return next(iter(whole or found), None)


def _read(token: str) -> PastedToken | None:
    cut = token.count(".") != 2 or token.endswith(".")
    claims = read_claims(token if token.count(".") == 2 else f"{token}.")
    if claims is None:
        return None
    if claims.invite_id:
        kind = PastedKind.INVITE
    elif claims.resets:
        kind = (
            PastedKind.RESET if claims.actor_type in ("", "user") else PastedKind.RESET_OF_CUSTOMER
        )
    elif claims.actor_type:
        kind = PastedKind.SESSION
    else:
        kind = PastedKind.OTHER
    email = masked(claims.email, _LONGEST_EMAIL)
    return PastedToken(kind, SecretStr(token), email, claims.until, "", cut)


def _host_before(text: str, start: int) -> str:
    """The host and port of the link that leads up to `start`."""
    before = without_soft_breaks(text[max(0, start - _LONGEST_LINK) : start])
    match = _LINK.search(before)
    if match is None:
        return ""
    try:
        netloc = urlsplit(match[0]).netloc
    except ValueError:
        return ""
    return masked(netloc.rpartition("@")[2].lower(), _LONGEST_HOST)

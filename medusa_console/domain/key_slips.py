"""What goes wrong when a key is copied into a request, and how it shows in a text."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import Final

from medusa_console.domain import tokens
from medusa_console.domain.token_shapes import Shape
from medusa_console.domain.tokens import Form


class Slip(Enum):
    """Why a request fails, whatever its key. Each was seen to fail on Medusa 2.21.2."""

    SECRET_AS_PUBLISHABLE = auto()  # `x-publishable-api-key: sk_…`, or at /store
    PUBLISHABLE_AS_SECRET = auto()  # `Authorization: Basic pk_…`, or at /admin
    BEARER = auto()  # `Authorization: Bearer sk_…`
    OTHER_SCHEME = auto()  # `Authorization: Token sk_…`
    NO_SCHEME = auto()  # `Authorization: sk_…`
    UNREAD_HEADER = auto()  # `x-api-key: sk_…`
    IN_ADDRESS = auto()  # `?api_token=sk_…`
    USER_WITHOUT_COLON = auto()  # `curl -u sk_…`: curl asks for a password
    PASSWORD = auto()  # `curl -u sk_…:something`
    AS_PASSWORD = auto()  # `curl -u :sk_…`
    TWO_SPACES = auto()  # `Basic  sk_…`
    BASE64_LINE_BREAK = auto()  # base64 of `sk_…:` and a line break, as `echo` without -n makes it
    BASE64_TWICE = auto()
    BASE64_WRAPPED = auto()  # base64 over two lines, as `base64` without -w0 makes it
    BASE64_OTHER = auto()  # base64 of something else than the key and a colon
    QUOTES = auto()  # quotation marks that are sent along
    SPACES = auto()  # a blank within the key
    LINE_BREAK = auto()  # the key stands on two lines
    CAPITALS = auto()
    INVISIBLE = auto()  # signs that nobody sees stand within the key
    ENCODED = auto()  # `sk%5F…`, or base64 where the key itself is wanted
    CUT = auto()  # fewer than 64 digits
    TOO_LONG = auto()  # something stands right behind the key
    SHORTENED = auto()  # `sk_abc***xyz`, as Medusa shows a key
    NO_PREFIX = auto()  # 64 digits without `sk_`


_WHITE = re.compile(r"\s++")
_ESCAPED_BREAK = re.compile(r"\\{1,4}[nr]")
_BREAKS = re.compile(r"[\r\n]|\\[nr]")
_WHOLE: Final = 67


def copy_slips(text: str, shape: Shape) -> tuple[Slip, ...]:
    """What is wrong with the copy of the key that stands in `text[shape.start:shape.end]`, whatever
    stands around it. Base64 is not looked at."""
    raw = text[shape.start : shape.end]
    match shape.form:
        case Form.REDACTED:
            return (Slip.SHORTENED,)
        case Form.BARE:
            return (Slip.NO_PREFIX,)
        case Form.CUT:
            behind = text[shape.end : shape.end + 1]
            long = len(shape.token) >= _WHOLE and behind.isascii() and behind.isalnum()
            return (Slip.TOO_LONG if long else Slip.CUT,)
    if raw == shape.token or is_base64(raw, shape.token):
        return ()
    slips = []
    if _BREAKS.search(raw):
        slips.append(Slip.LINE_BREAK)
    elif any(sign in raw for sign in " \t"):
        slips.append(Slip.SPACES)
    plain = _squeezed(raw)
    seen = _WHITE.sub("", _ESCAPED_BREAK.sub("", raw)).replace("\\", "")
    if plain.lower() == shape.token:
        if plain != shape.token:
            slips.append(Slip.CAPITALS)
        if seen != plain:
            slips.append(Slip.INVISIBLE)
    elif not slips:
        slips.append(Slip.ENCODED)
    return tuple(slips)


def is_base64(raw: str, token: str) -> bool:
    """Whether `raw`, which is the key `token` in some shape, is base64."""
    return (
        not any(sign in raw for sign in "%&=")
        and _ESCAPED_BREAK.sub("", raw).count("\\") == 0
        and _squeezed(raw).lower() != token
    )


def _squeezed(raw: str) -> str:
    """`raw` without what may stand between the signs of a key."""
    bare = _WHITE.sub("", tokens.visible(_ESCAPED_BREAK.sub("", raw)))
    return bare.replace("\\", "").replace(">", "")

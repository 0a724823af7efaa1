"""How a request carries a key: the header, the parameter or the option before it, and what is wrong
with that."""

from __future__ import annotations

import binascii
import re
from base64 import b64decode
from dataclasses import dataclass
from itertools import islice
from string import ascii_letters, digits

from medusa_console.domain.key_slips import Slip, is_base64
from medusa_console.domain.token_shapes import Shape, shapes
from medusa_console.domain.tokens import Form, TokenKind

_BEFORE = 300
_AFTER = 300
_MOST_WORDS = 20
_MOST_VARIABLES = 200

# What stands before a key: a name and a sign, perhaps a scheme, quotation marks.
_NAMED = re.compile(
    r"""(?P<option> (?: -H | --header )[ =]{0,2} )?
    (?P<open> ["'`] )? (?P<name> (?<![A-Za-z0-9_-]) [A-Za-z][A-Za-z0-9_-]{1,60} )
    (?P<close> ["'`] )? \]? [ \t]{0,4} (?: => | [:=,] ) [ \t]{0,4}
    (?: [bfrBFR](?=["']) )? (?P<quote> \\?["'`] )?
    (?: (?P<scheme> [A-Za-z]{2,20} )
        (?P<blanks> [ \t]{1,8} ) (?: ["'`][ \t]{0,3}[+.][ \t]{0,3}(?=["'`]|\Z) )? )?
    (?P<inner> \\?["'`] )? \Z""",
    re.VERBOSE,
)
_IN_QUERY = re.compile(r"[?&]([\w.\[\]-]{1,60})=\Z")
_AS_USER = re.compile(
    r"""(?: (?: ^ | [ \t] ) (?: -u | --user | (?P<httpie> -a | --auth ) ) [ \t=]{0,4}
        | \buser[ \t]{0,4}=[ \t]{0,4} )
    (?P<quote> ["'] )? (?P<inner> \\?["'] )? \Z""",
    re.VERBOSE | re.MULTILINE,
)
_AFTER_USER = re.compile(
    r"""(?P<user> (?: (?: ^ | [ \t] ) (?: -u | --user | -a | --auth ) [ \t=]{0,4}["']?
        | (?P<address> // ) | \buser[ \t]{0,4}=[ \t]{0,4}["']? ) [^\s"'/@:]{0,100} : \Z )
    | auth[ \t]{0,3}=[ \t]{0,3}\([ \t]{0,3}["'][^"']{0,100}["'],[ \t]{0,3}["']\Z""",
    re.VERBOSE | re.MULTILINE,
)
_HTTPIE = re.compile(r"\bhttps?[ \t]")
_BEHIND_USER = re.compile(r"""(?:\\?["'])?(?P<colon>:)?(?P<password>[^\s"'\\]?)""")
_BASIC = re.compile(r"\bbasic[ \t]{1,8}([0-9A-Za-z+/_-]{8,1000}+={0,2})", re.IGNORECASE)
_WORD = re.compile(r"[0-9A-Za-z+/_=-]{1,1000}+")
_BASE64 = ascii_letters + digits + "+/_-"
_PUBLISHABLE = "x-publishable-api-key"
_VARIABLE = re.compile(
    r"""(?: \$\{? | \{{1,2}[ ]? | % | < | (?= process\.env\. ) )
    (?P<variable> [A-Za-z_][\w.-]{0,80} ) (?: [ ]?\}{1,2} | % | > )?""",
    re.VERBOSE,
)
_OF_A_KEY = re.compile(r"key|secret|medusa", re.IGNORECASE)
_OF_ANOTHER = re.compile(r"token|jwt|session|publishable", re.IGNORECASE)
# Headers that other services read. Elsewhere than behind -H, they may be names of variables.
_ELSEWHERE = frozenset({"api-key", "apikey", "token", "auth-token", "access-token", "cookie"})


@dataclass(frozen=True)
class Carried:
    """`name` is the header, parameter or scheme that the slips are about, as it stands there."""

    slips: tuple[Slip, ...] = ()
    name: str = ""


def carried(text: str, shape: Shape, *, at_store: bool) -> Carried:
    """What is wrong with how `text` carries the key at `shape`. `at_store`: it goes to /store."""
    encoded = bool(shape.token) and is_base64(text[shape.start : shape.end], shape.token)
    start = _start_of_word(text, shape.start) if encoded else shape.start
    before = text[max(0, start - _BEFORE) : start]
    if (query := _IN_QUERY.search(before)) is not None:
        return Carried((Slip.IN_ADDRESS,), query[1])
    behind = text[shape.end : shape.end + _AFTER]
    if (password := _AFTER_USER.search(before)) is not None and (
        not password["address"] or behind.startswith("@")
    ):
        return Carried((Slip.AS_PASSWORD,))
    user = _AS_USER.search(before)
    if user is not None and (not user["httpie"] or _HTTPIE.search(before) is not None):
        return _as_user(shape, behind, inner=bool(user["inner"]))
    if (named := _NAMED.search(before)) is None:
        return Carried()
    slips, name = _of_name(named, shape, text, at_store=at_store)
    if not slips and encoded and named["scheme"]:
        slips = _of_base64(text, start, shape)
    return Carried(slips, name)


def _start_of_word(text: str, at: int) -> int:
    """Where the base64 begins in which a key stands at `at`."""
    head = text[max(0, at - _BEFORE) : at]
    return at - len(head) + len(head.rstrip(_BASE64))


def _as_user(shape: Shape, behind: str, *, inner: bool) -> Carried:
    """`curl -u`: the key is the user, and the password has to be empty."""
    after = _BEHIND_USER.match(behind)
    slips: tuple[Slip, ...] = (Slip.QUOTES,) if inner else ()
    if shape.kind is TokenKind.PUBLISHABLE:
        return Carried((Slip.PUBLISHABLE_AS_SECRET,))
    if shape.form is not Form.WHOLE:
        return Carried(slips)
    if after is None or not after["colon"]:
        slips = (Slip.USER_WITHOUT_COLON, *slips)
    elif after["password"]:
        slips = (Slip.PASSWORD, *slips)
    return Carried(slips)


def _of_name(
    named: re.Match[str], shape: Shape, text: str, *, at_store: bool
) -> tuple[tuple[Slip, ...], str]:
    name = named["name"]
    plain = name.lower().replace("_", "-")
    secret = shape.kind is TokenKind.SECRET
    if plain == "authorization":
        return _of_authorization(named, shape, text, at_store=at_store)
    if plain == "password":
        return (Slip.AS_PASSWORD,), ""
    if "publishable" in plain and secret:
        return (Slip.SECRET_AS_PUBLISHABLE,), ""
    if "secret" in plain and not secret:
        return (Slip.PUBLISHABLE_AS_SECRET,), ""
    if plain == _PUBLISHABLE:
        return _of_publishable(named, shape, text)
    if name.lower().startswith("x-") or (plain in _ELSEWHERE and named["option"]):
        return (Slip.UNREAD_HEADER,), name
    return (), ""


def _of_authorization(
    named: re.Match[str], shape: Shape, text: str, *, at_store: bool
) -> tuple[tuple[Slip, ...], str]:
    scheme = (named["scheme"] or "").lower()
    if shape.kind is TokenKind.PUBLISHABLE:
        if at_store:
            return (Slip.UNREAD_HEADER,), named["name"]
        return (Slip.PUBLISHABLE_AS_SECRET,), ""
    if scheme == "bearer":
        return (Slip.BEARER,), ""
    if not scheme:
        return (Slip.NO_SCHEME,), ""
    if scheme != "basic":
        return (Slip.OTHER_SCHEME,), named["scheme"]
    slips: list[Slip] = []
    if len(named["blanks"]) > 1:
        slips.append(Slip.TWO_SPACES)
    glued = named[0].rstrip("\"'`\\").endswith(("+", "+ ", ".", ". "))
    if named["inner"] and not glued:
        slips.append(Slip.QUOTES)
    if shape.form is Form.WHOLE and text[shape.end : shape.end + 1] in (",", ";"):
        slips.append(Slip.TOO_LONG)
    return tuple(slips), ""


def _of_publishable(named: re.Match[str], shape: Shape, text: str) -> tuple[tuple[Slip, ...], str]:
    if named["scheme"]:
        return (Slip.OTHER_SCHEME,), named["scheme"]
    slips: list[Slip] = []
    # Behind a name that is quoted itself, quotation marks are those of a language.
    if named["quote"] and not named["close"] and (named["open"] or named["option"]):
        slips.append(Slip.QUOTES)
    if is_base64(text[shape.start : shape.end], shape.token):
        slips.append(Slip.ENCODED)
    return tuple(slips), ""


def _of_base64(text: str, start: int, shape: Shape) -> tuple[Slip, ...]:
    """What the base64 at `start` says beside the key that stands in it."""
    word = _WORD.match(text, start)
    if word is None or shape.form is not Form.WHOLE:
        return ()
    if word.end() < shape.end:
        return (Slip.BASE64_WRAPPED,)
    said = _decoded(word[0])
    before, found, after = said.partition(shape.token)
    if not found:
        return (Slip.BASE64_OTHER,)
    if not before and after in ("", ":"):
        return ()
    if after in ("\n", "\r\n", ":\n", ":\r\n") and not before:
        return (Slip.BASE64_LINE_BREAK,)
    if before and before.strip("\"'") == "" and after.rstrip("\"':") == "":
        return (Slip.QUOTES,)
    if not before.strip() and not after.strip(" :"):
        return (Slip.SPACES,)
    if before.endswith(":") and not after.strip():
        return (Slip.AS_PASSWORD,)
    if not before and after.startswith(":"):
        return (Slip.PASSWORD,)
    return (Slip.BASE64_OTHER,)


def encoded_twice(text: str) -> list[Shape]:
    """The keys that stand in base64 of base64 behind `Basic`, where the outer one stands."""
    found = []
    for match in islice(_BASIC.finditer(text), _MOST_WORDS):
        said = _decoded(match[1])
        for inner in shapes(said, 0, len(said)):
            found.append(Shape(match.start(1), match.end(1), inner.token, inner.kind, inner.form))
    return found


def variables(text: str) -> list[Shape]:
    """Where a variable stands that holds a secret key, as its name says: `$MEDUSA_API_KEY`,
    `${process.env.API_KEY}`, `{{secret_key}}`. One that is called a token may hold a session."""
    return [
        Shape(match.start(), match.end(), "", TokenKind.SECRET, Form.WHOLE)
        for match in islice(_VARIABLE.finditer(text), _MOST_VARIABLES)
        if _OF_A_KEY.search(match["variable"]) and not _OF_ANOTHER.search(match["variable"])
    ]


def basic_words(text: str) -> tuple[str, ...]:
    """What stands behind `Basic` in the text, at most a few words."""
    return tuple(match[1] for match in islice(_BASIC.finditer(text), _MOST_WORDS))


def _decoded(word: str) -> str:
    code = word.rstrip("=")
    code = code[: len(code) - (len(code) % 4 == 1)]
    try:
        return b64decode(code + "=" * (-len(code) % 4), altchars="-_").decode("latin-1")
    except binascii.Error:
        return ""

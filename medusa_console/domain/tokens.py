"""Finds, redacts and compares keys in any text; the only module that knows their format, beside
token_shapes.py, which undoes what a text may have wrapped around one.

Two questions are answered apart. `find_all` is exact and tells where each key stands.
`may_hold_a_key` is generous and reads through escapes, encodings, gaps and invisible characters:
what it holds for a key is neither sent, nor shown, nor logged. The time of both grows with the
length of the text, whatever the text: an unbounded repeat is possessive, and nothing after it can
fail.
"""

from __future__ import annotations

import html
import re
import unicodedata
from base64 import b64decode, b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import islice
from typing import Final
from urllib.parse import unquote

MOST_FOUND: Final = 1_000
LONGEST_READ: Final = 120_000
_SHORTEST = 11  # a prefix and 8 digits, or the beginning of a JWT
_SHORTEST_IN_BASE64 = 16
_FEWEST_DIGITS_ALONE = 40
_LONGEST_IN_WORDS = 2_000
_MOST_DECODED = 200
_ROUNDS = 4
_WHOLE_LENGTH = 67
STARS: Final = "***"

_ID = re.compile(r"[a-z]{1,40}_[0-9A-Za-z]{1,100}")
_WORD = re.compile(r"\S++")
# What a list of keys consists of: thousands of texts that hold no key, as their form shows.
_HARMLESS = re.compile(r"(?:apk|user)_[0-9A-HJKMNP-TV-Z]{26}|[sp]k_[0-9a-f]{3}\*{3}[0-9a-f]{3}")
_CUSTOMER_ID = re.compile(r"cus_[0-9A-Z]{26}(?![0-9A-Za-z])")
# Truncated tokens as well, because the header alone names the algorithm of a real token; but not
# part of a word (ApiKeyJournal), unless a second part follows.
_JWT = re.compile(
    r"""(?: (?<! [A-Za-z] ) | (?<= \\[nrt] ) | (?= eyJ [\w-]{8,100}+ \. eyJ ) )
    eyJ [\w.-]{8,}+""",
    re.VERBOSE | re.ASCII,
)
# An id is no secret, so a few characters before it do no harm: `\napk_…` of a log is found as well.
# Glued to a word, digits alone are a date or a number (task_20240101), and no key.
_KEY_ID = re.compile(r"apk_[0-9A-Z]{26}(?![0-9A-Za-z])")
_FORM = re.compile(
    rf"""(?P<id> {_KEY_ID.pattern} )
    | (?P<whole> [sp]k_[0-9a-f]{{64}} (?![0-9A-Za-z]) )
    | (?P<redacted> [sp]k_[0-9A-Za-z]{{3}}\*{{3}}[0-9A-Za-z]{{3}} (?![0-9A-Za-z*]) )
    | (?P<cut> [sp]k_ (?<! apk_ )
        (?: (?<! [A-Za-z] ... ) | (?<= \\[nrt] ... ) | (?= [0-9]{{0,63}}[A-Fa-f] ) )
        [0-9a-fA-F]{{8,}}+ )
    | (?P<bare> (?<! [0-9a-fA-F] ) (?= [0-9]{{0,39}}[a-fA-F] ) [0-9a-fA-F]{{40,}}+ )
    """,
    re.VERBOSE | re.DOTALL,
)

# What `may_hold_a_key` looks for, in lower case. After an a, the prefix begins an id, which may
# have been given by hand; the digits of a whole key are found all the same.
_GAP = r"[\s\-\u2010-\u2015\u2212]"
_PREFIXED = re.compile(
    rf"""[sp]k_ (?<! apk_ )
    (?: (?<! [a-z] ... ) | (?= {_GAP}{{0,4}}+ [0-9]{{0,63}} [a-f] ) )
    (?: (?: {_GAP}{{0,4}}+ [0-9a-f]{{4}} ){{2}}
      | (?: {_GAP}{{0,4}}+ [0-9a-f] ){{16}} )
    """,
    re.VERBOSE | re.DOTALL,
)
# A key held down is no key, and digits alone are a number.
_RUN = re.compile(r"(?=[0-9]{0,39}[a-f])([0-9a-f])(?!\1{39})[0-9a-f]{39}")
_DIGITS = re.compile(r"[0-9a-f]{40}")  # of what has none, a run need not be looked for
# A whole key, with whatever stands between its letters and digits left out.
_BETWEEN = re.compile(r"<[^<>]{0,20}>|[^0-9a-z]++")
_SQUEEZED = re.compile(r"[sp]k(?=[0-9]{0,47}[a-f])[0-9a-f]{48}")
# Groups of digits alone are years, telephone or card numbers.
_GROUPS = re.compile(
    rf"""[0-9a-f]{{4}} (?<! [0-9a-z] .... )
    (?: (?: {_GAP}{{1,4}}+ [0-9a-f]{{4}} ){{9}}
      | [0-9a-f]{{4}} (?: {_GAP}{{1,4}}+ [0-9a-f]{{8}} ){{4}} )
    """,
    re.VERBOSE | re.DOTALL,
)
_LETTER = re.compile(r"[a-f]")
# A digit as 0, any other letter as x, and what is neither.
_FEWEST_DIGITS = b"0" * _FEWEST_DIGITS_ALONE
_AS_DIGITS = bytes(ord("0" if chr(code) in "0123456789abcdef" else "x") for code in range(256))
_NEITHER = bytes(code for code in range(128) if not chr(code).isalnum())

# What `may_hold_a_key` undoes.
COLOUR: Final = (
    r"(?:\x1b\[|\x9b|\\e\[|\\0?33\[|\\x1[bB]\[|\\u001[bB]\[)[0-9;:]{0,30}[A-Za-z]|\[[0-9;]{1,10}m"
)
_COLOUR = re.compile(COLOUR)
_ESCAPE = re.compile(
    r"\\(?:u([0-9A-Fa-f]{4})|u\{([0-9A-Fa-f]{1,5})\}|x([0-9A-Fa-f]{2})|(.))",
    re.DOTALL,
)
_ENTITY = re.compile(r"&(?:\#(?:[0-9]{1,20}|[xX][0-9A-Fa-f]{1,20});?|[A-Za-z]{2,12};)")
_BASE64 = re.compile(r"[0-9A-Za-z+/_-]{16,}+")
_FOREIGN = re.compile(r"[^\x00-\x7f]++")
_PREFIXES_IN_BASE64 = frozenset(
    # The signs that do not depend on what precedes and follows the prefix.
    b64encode(b" " * before + prefix + b" " * 3)[
        -(-before * 8 // 6) : (before + len(prefix)) * 8 // 6
    ].decode()
    for text in ("sk_", "pk_", "SK_", "PK_")
    for prefix in (text.encode(), text.encode("utf-16-le"))
    for before in range(3)
)
_BREAKS = {"n": "\n", "r": "\r", "t": "\t"}
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]++")
_UNSEEN = frozenset({"Cf", "Me", "Mn"})
_SHAPELESS = frozenset("\u115f\u1160\u17b4\u17b5\u3164\uffa0")


class TokenKind(Enum):
    """What a text contains."""

    SECRET = "secret"  # noqa: S105  # the kind, not a secret
    PUBLISHABLE = "publishable"
    KEY_ID = "id"


class Form(Enum):
    """How much of a key or an id stands in a text."""

    WHOLE = "whole"
    """Prefix and 64 lower-case hex digits, or a whole `apk_…` id."""
    CUT = "cut"
    """Prefix and 8 or more hex digits: a key cut short, too long or in capitals."""
    REDACTED = "redacted"
    """`sk_abc***xyz`, as Medusa shows a key."""
    BARE = "bare"
    """40 or more hex digits, not all the same, without a prefix: the rest of a key, or a hash."""


@dataclass(frozen=True)
class Found:
    """`text[start:end]` is a `form` of a `kind`; `kind` is None for `Form.BARE` alone."""

    start: int
    end: int
    kind: TokenKind | None
    form: Form


@dataclass(frozen=True)
class TokenMatch:
    """A key found in a text, described without its secret part.

    `shown` is the redacted form, or the id; for a damaged key only its first 6 characters.
    """

    kind: TokenKind
    shown: str


def find_all(text: str) -> Iterator[Found]:
    """Every key and `apk_…` id that stands in `text` as it is, from left to right.

    The first `MOST_FOUND` come out, none overlapping another; `start` and `end` count characters of
    `text`. Whatever surrounds a whole key, it is found: `prod_sk_…`, `%22sk_…`. A run of hex digits
    comes out once and undivided, so 64 digits too many are one `Form.CUT`. Keys that are escaped,
    encoded or spaced out do not come out: ask `may_hold_a_key`.
    """
    return islice(_scan(text), MOST_FOUND)


def may_hold_a_key(text: str) -> bool:
    """Whether `text` may hold a key or a good part of one: then it is neither sent, nor shown, nor
    logged.

    That is `sk_` or `pk_` with 8 or more hex digits, or 40 hex digits in a row that are not all the
    same: in either case, through colour codes, invisible characters, escapes (`sk\\_`, `sk%5F`,
    `sk&#95;`, also several times over), base64 and gaps between groups. `apk_…` ids and redacted
    forms may be sent and shown. A text longer than `LONGEST_READ` characters is not read: it may
    hold anything.
    """
    if len(text) < _SHORTEST:
        return False
    if len(text) > LONGEST_READ:
        return True
    for _ in range(_ROUNDS):
        text = visible(text)
        if _looks_like_a_key(text) or any(map(_looks_like_a_key, _decoded(text))):
            return True
        before, text = text, unescaped(text)
        if text == before:
            break
    return False


def find(text: str) -> TokenMatch | None:
    """The first key in `text`: whole `sk_…` or `pk_…`, else damaged, else an `apk_…` id."""
    damaged = key_id = None
    for found in _scan(text):
        token = text[found.start : found.end]
        if found.kind is TokenKind.KEY_ID:
            key_id = key_id or TokenMatch(found.kind, token)
        elif found.kind is not None and found.form is Form.WHOLE:
            return TokenMatch(found.kind, redact(token))
        elif found.kind is not None and found.form is Form.CUT:
            damaged = damaged or TokenMatch(found.kind, token[:6])
    return damaged or key_id


def customer_id(text: str) -> str:
    """The first `cus_…` id in `text`; "" if there is none."""
    match = _CUSTOMER_ID.search(text)
    return match[0] if match is not None else ""


def redact(token: str) -> str:
    """The form that Medusa shows: first 6 characters, `***`, last 3."""
    return f"{token[:6]}***{token[-3:]}"


def mask(text: str) -> str:
    """`text` without anything that may be a key, to be shown, sent or logged.

    A key with all its digits becomes its redacted form, part of a key its first 6 characters and
    `***`, a JWT `eyJ***`, and a word that `may_hold_a_key` for another reason `***`.
    """
    if len(text) < _SHORTEST or _HARMLESS.fullmatch(text) is not None:
        return text
    if "eyJ" in text:
        text = _JWT.sub("eyJ***", text)
    for hide in (_hide_found, _hide_words, lambda _: STARS):
        if not may_hold_a_key(text):
            break
        text = hide(text)
    return text


def mask_prefixed(text: str) -> str:
    """`text` with the digits of every key hidden that stands there with its prefix."""
    hidden = [found for found in _scan(text) if found.form in (Form.WHOLE, Form.CUT)]
    return _hide_found(text) if any(one.kind is not TokenKind.KEY_ID for one in hidden) else text


def kind_of(text: str) -> TokenKind | None:
    """The kind of the key that `text` is; None unless it is exactly one whole key."""
    match = _FORM.fullmatch(text) if len(text) == _WHOLE_LENGTH else None
    return _kind(text) if match is not None and match.lastgroup == "whole" else None


def is_id(text: str) -> bool:
    """Whether `text` may be used as an id in a request path (N6); a key never may."""
    return _ID.fullmatch(text) is not None and not may_hold_a_key(text)


def _scan(text: str) -> Iterator[Found]:
    for match in _FORM.finditer(text):
        start, end = match.span()
        match match.lastgroup:
            case "id":
                yield Found(start, end, TokenKind.KEY_ID, Form.WHOLE)
            case "bare" if len(set(match[0])) > 1:
                yield Found(start, end, None, Form.BARE)
            case "whole" | "redacted" | "cut" as name:
                yield Found(start, end, _kind(match[0]), Form(name))


def _kind(token: str) -> TokenKind:
    return TokenKind.SECRET if token.startswith("sk_") else TokenKind.PUBLISHABLE


def _hide_found(text: str) -> str:
    parts: list[str] = []
    end = 0
    for found in _scan(text):
        parts += text[end : found.start], _hidden(text[found.start : found.end], found.form)
        end = found.end
    return "".join((*parts, text[end:]))


def _hide_words(text: str) -> str:
    if len(text) > _LONGEST_IN_WORDS:  # each word is read anew
        return STARS
    return _WORD.sub(lambda word: STARS if may_hold_a_key(word[0]) else word[0], text)


def _hidden(token: str, form: Form) -> str:
    match form:
        case Form.CUT if len(token) >= _WHOLE_LENGTH:
            return redact(token[:_WHOLE_LENGTH])
        case Form.CUT | Form.BARE:
            return token[:6] + STARS
        case Form.WHOLE if not token.startswith("apk_"):
            return redact(token)
        case _:
            return token


def _looks_like_a_key(text: str) -> bool:
    folded = (_KEY_ID.sub("", text) if "apk_" in text else text).casefold()
    if "k_" in folded and _PREFIXED.search(folded) is not None:
        return True
    if len(folded) < _FEWEST_DIGITS_ALONE or not _may_have_digits(folded):  # as most texts
        return False
    return (
        (_DIGITS.search(folded) is not None and _RUN.search(folded) is not None)
        or any(_LETTER.search(groups[0]) for groups in _GROUPS.finditer(folded))
        or ("k" in folded and _SQUEEZED.search(_BETWEEN.sub("", folded)) is not None)
    )


def _may_have_digits(folded: str) -> bool:
    """Whether 40 hex digits follow each other in `folded`, whatever but letters and digits stands
    between them. What looks for them in every shape takes a hundred times as long."""
    if "<" in folded:  # a tag may stand between, and hold letters
        folded = _BETWEEN.sub("", folded)
    return _FEWEST_DIGITS in folded.encode("ascii", "ignore").translate(_AS_DIGITS, _NEITHER)


def visible(text: str) -> str:
    """`text` without colour codes, control characters and whatever has no shape of its own."""
    if "[" in text or "\x9b" in text:
        text = _COLOUR.sub("", text)
    if not text.replace("\n", "").isprintable():
        text = _CONTROLS.sub("", text)
    return text if text.isascii() else _FOREIGN.sub(_plain_all, text)


def _plain_all(signs: re.Match[str]) -> str:
    return "".join(map(_plain, signs[0]))


@lru_cache(maxsize=4_096)
def _plain(sign: str) -> str:
    """The character that `sign` is drawn like; "" if it is not drawn."""
    if sign in _SHAPELESS or unicodedata.category(sign) in _UNSEEN:
        return ""
    # One by one, because normalising a whole text sorts runs of marks in quadratic time.
    plain = unicodedata.normalize("NFKC", sign)
    return plain if len(plain) == 1 else sign


def unescaped(text: str) -> str:
    """`text` with one layer of escapes undone: backslashes, entities, percent-encoding."""
    if "\\" in text:
        text = _ESCAPE.sub(_unescape, text)
    if "&" in text:
        text = _ENTITY.sub(lambda entity: html.unescape(entity[0]), text)
    return unquote(text)


def _unescape(match: re.Match[str]) -> str:
    if code := match[1] or match[2] or match[3]:
        return chr(int(code, 16))
    return _BREAKS.get(match[4], match[4])


# What counts as a key, for a text that is not read to its end.
_UNREAD = "sk_" + "a1" * 32


def _decoded(text: str) -> Iterator[str]:
    """What the base64 in `text` says, if it may hold a prefix; a word before it shifts where it
    begins."""
    if len(text) < _SHORTEST_IN_BASE64 or not any(map(text.__contains__, _PREFIXES_IN_BASE64)):
        return
    runs = islice(_BASE64.finditer(text), _MOST_DECODED + 1)
    for number, run in enumerate(runs):
        if number == _MOST_DECODED:
            yield _UNREAD  # more than anybody pastes
            return
        for start in range(4):
            code = run[0][start:] + "AAA"
            code = code[: len(code) // 4 * 4]
            yield b64decode(code, altchars="-_").decode("latin-1").replace("\0", "")

"""Finds keys in any shape in which a text may hold them, and gives them back whole.

A shape is found by one expression and undone sign by sign: line wraps of mails and terminals,
quoted-printable, percent-encoding, escapes of JSON and HTML, colours, capitals and base64. What a
key looks like when nothing is wrapped around it is said in tokens.py. The time grows with the
length of the text, whatever the text.
"""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from medusa_console.domain.tokens import COLOUR, STARS, Form, TokenKind

LONGEST_SHAPE: Final = 8_192
"""No shape of a key is longer; so many characters behind its beginning decide what it is."""

# What may stand between two signs of a key: a wrapped line with a mail's quotation marks before
# its rest, a colour, what is not drawn. `=` and a backslash before the break are soft breaks of
# quoted-printable and of shells; an escaped break stands in JSON.
_BREAK = r"""(?: [ \t]{0,2}+ (?: [=\\]?+ (?: \r\n?+ | \n ) | \\{1,4}+ [nr] )
    [ \t]{0,16}+ (?: >[ \t]?+ ){0,4}+ )"""
_UNSEEN = r"[\x00-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f\xad\u200b-\u200f\u2060-\u2064\ufeff]"
_UNSEEN_IN_HTML = r"(?: <wbr[ ]?/?> | &(?:shy|zwj|zwnj|\#(?:173|820[3-7]|x200[b-f])); )"
_BETWEEN = rf"(?: {_BREAK} | {COLOUR} | {_UNSEEN} | {_UNSEEN_IN_HTML} )"
_GAP = rf"{_BETWEEN}{{0,2}}+"
# What any of that begins with, and any code.
_BEGIN = r"\\%&=<\s\x00-\x1f\x7f\x9b\[\xad\u200b-\u200f\u2060-\u2064\ufeff"


def _code(hexadecimal: str, decimal: str) -> str:
    """A sign as a code, also one that was escaped several times over."""
    return rf"""(?:
        (?: \\{{1,8}}+ (?: u00 | u\{{(?:00)?+ | x ) | %(?:25){{0,3}}+ ) (?:{hexadecimal}) \}}?+
        | &(?:amp;){{0,3}}+ \# (?: [xX]0{{0,2}}+(?:{hexadecimal}) | 0{{0,2}}+(?:{decimal}) ) ;?+
    )"""


_K = rf"(?: [kK] | {_code('[46][bB]', '75|107')} )"
_UNDERSCORE = rf"(?: \\{{0,8}}+_ | =5[fF] | &lowbar; | {_code('5[fF]', '95')} )"
_DIGITS_AS_CODES = ("3[0-9]|[46][1-6]", "4[89]|5[0-7]|6[5-9]|70|9[7-9]|10[0-2]")
_DIGIT = rf"(?: [0-9a-fA-F] | {_code(*_DIGITS_AS_CODES)} )"
_LEFT_OUT = r"(?: (?: \\?+\* ){3,64}+ | \u2026 | \.{3} )"

# The first sign is named by a class of characters, so that the rest of a text is passed over fast.
_KEY = re.compile(
    rf"""[sSpP\\%&]
    (?: (?<=[sp]) k_ (?P<whole> [0-9a-f]{{64}} ) (?![0-9A-Za-z])
      | (?<=[sp]) k_ (?P<redacted>
            [0-9A-Za-z]{{3}} \*{{3}} [0-9A-Za-z]{{3}} (?![0-9A-Za-z*]) )
      | (?: (?<=[sSpP]) (?=[kK{_BEGIN}])
          | (?<=\\) \\{{0,7}}+ (?: u00 | u\{{(?:00)?+ | x ) [57][03] \}}?+
          | (?<=%) (?:25){{0,3}}+ [57][03]
          | (?<=&) (?:amp;){{0,3}}+
            \# (?: [xX]0{{0,2}}+[57][03] | 0{{0,2}}+(?:80|83|112|115) ) ;?+
        )
        {_GAP} {_K} {_GAP} {_UNDERSCORE} (?=[0-9a-fA-F{_BEGIN}])
        (?: (?: {_GAP}{_DIGIT} ){{8,64}}+
          | (?: {_GAP}{_DIGIT} ){{3,7}}+ (?={_LEFT_OUT}) )
        (?P<after> (?P<left_out> {_LEFT_OUT} )
                   (?P<last> [0-9a-fA-F]{{3,40}}+ (?![0-9A-Za-z*]) )?+ )?+
    )""",
    re.VERBOSE | re.DOTALL,
)
_SIGN = re.compile(
    rf"""(?P<gap> {_BETWEEN} )
    | (?: \\{{1,8}}+ (?: u00 | u\{{(?:00)?+ | x ) | %(?:25){{0,3}}+ | =
        | &(?:amp;){{0,3}}+\#[xX]0{{0,2}}+ ) (?P<code> [0-9A-Fa-f]{{2}} ) [;\}}]?+
    | &(?:amp;){{0,3}}+ \# 0{{0,2}}+ (?P<decimal> [0-9]{{2,3}} ) ;?+
    | (?P<underscore> &lowbar; | \\{{1,8}}+_ )
    | (?P<plain> . )""",
    re.VERBOSE | re.DOTALL,
)

# In base64, `=` is no soft break but the end. So many signs hold all digits of a key.
_WRAP = _GAP.replace(r"[=\\]?+", r"\\?+")
# The prefix in base64 of all 3 alignments, before a sign that a digit of a key may begin with.
_BASE64 = re.compile(
    rf"""[cUNBzwTQ] (?=[2G0ErLaS1{_BEGIN}])
    (?: (?P<at0> (?: (?<=c) {_WRAP} [2G] | (?<=U) {_WRAP} [0E] ) {_WRAP} t {_WRAP} f
                 (?={_WRAP} [MNOYZQR] ) )
      | (?P<at1> (?<=[NB]) {_WRAP} [rL] {_WRAP} X (?={_WRAP} [z20] ) )
      | (?P<at2> (?: (?<=[zw]) {_WRAP} a | (?<=[TQ]) {_WRAP} S ) {_WRAP} 1 (?={_WRAP} [89] ) )
    )
    (?: {_WRAP} [0-9A-Za-z+/_-] ){{11,86}}+""",
    re.VERBOSE | re.DOTALL,
)
_BETWEEN_IN_BASE64 = re.compile(_BETWEEN, re.VERBOSE)
_BASE64_SIGNS = re.compile(r"[0-9A-Za-z+/_-]{1,4}+")
_LINE_END = re.compile(r"[\r\n]|\\[nr]")

_WHOLE_DIGITS = 64
_FEWEST_DIGITS = 8


@dataclass(frozen=True, repr=False)
class Shape:
    """`text[start:end]` is a key, in some shape. `token` is the key without it: whole, its
    beginning, or its redacted form."""

    start: int
    end: int
    token: str
    kind: TokenKind
    form: Form


def shapes(text: str, start: int, stop: int) -> list[Shape]:
    """The keys that begin in `text[start:stop]`, whole, cut or redacted, by their beginnings.

    `text` must go on for LONGEST_SHAPE characters behind `stop`, unless it ends before. Where a key
    is whole, all of its 64 digits stand there. Ids (`apk_…`) and digits without a prefix are none.
    """
    found = [*_plain(text, start, stop), *_in_base64(text, start, stop)]
    found.sort(key=lambda one: one.start)
    return found


def _plain(text: str, start: int, stop: int) -> Iterator[Shape]:
    for match in _KEY.finditer(text, start):
        if match.start() >= stop:
            return
        shape = _read(match)
        if shape is not None:
            yield shape


def _read(match: re.Match[str]) -> Shape | None:
    start, end = match.span()
    if match.lastgroup in ("whole", "redacted"):
        form = Form.WHOLE if match.lastgroup == "whole" else Form.REDACTED
        return Shape(start, end, match[0], _kind(match[0]), form)
    span = match[0] if match["after"] is None else match[0][: -len(match["after"])]
    token, in_line = _undone(span)
    text, digits = match.string, len(token) - 3
    after = match["after"] or text[end : end + 1]
    if digits == _WHOLE_DIGITS and not (after[:1].isascii() and after[:1].isalnum()):
        return Shape(start, end, token, _kind(token), Form.WHOLE)
    if match["last"] is not None:
        token = token[:6] + STARS + match["last"][-3:].lower()
        return Shape(start, end, token, _kind(token), Form.REDACTED)
    if in_line - 3 >= _FEWEST_DIGITS:
        token = token[:in_line]  # what follows on the next line is something else
    if _is_of_a_word(text[max(0, start - 2) : start], token):
        return None
    return Shape(start, end, token, _kind(token), Form.CUT)


def _undone(span: str) -> tuple[str, int]:
    """A span without its shape, in lower case, and how much of it stands before a broken line."""
    signs: list[str] = []
    in_line = 0
    for sign in _SIGN.finditer(span):
        match sign.lastgroup:
            case "gap":
                if not in_line and any(one in sign[0] for one in ("\n", "\r", "\\n", "\\r")):
                    in_line = len(signs)
            case "code":
                signs.append(chr(int(sign["code"], 16)))
            case "decimal":
                signs.append(chr(int(sign["decimal"])))
            case "underscore":
                signs.append("_")
            case _:
                signs.append(sign[0])
    return "".join(signs).lower(), in_line


def _is_of_a_word(before: str, token: str) -> bool:
    """Whether a cut key is the end of an id (`apk_…`), or of a word with a number
    (`task_20240101`)."""
    glued = before[-1:].isascii() and before[-1:].isalpha()
    if token.startswith("p") and before[-1:] in ("a", "A"):
        return True
    escaped = before in ("\\n", "\\r", "\\t")
    return glued and not escaped and token[3:].isdigit()


def _in_base64(text: str, start: int, stop: int) -> Iterator[Shape]:
    match = _BASE64.search(text, start)
    while match is not None and match.start() < stop:
        name = match.lastgroup or "at0"
        before = int(name[-1])
        lead = _STARTS[before]
        begin = match.start() - lead
        head = text[max(0, begin) : match.start()]
        if len(head) != lead or not head.isascii() or not head.isalnum():
            head = "A" * lead
        more = _BASE64_SIGNS.match(text, match.end())  # whether another digit follows
        code = head + _BETWEEN_IN_BASE64.sub("", match[0]) + (more[0] if more else "")
        code = code[: len(code) - (len(code) % 4 == 1)]
        said = b64decode(code + "=" * (-len(code) % 4), altchars="-_").decode("latin-1")
        inner = _KEY.match(said, before)
        shape = _read(inner) if inner is not None else None
        end = match.end()
        if shape is None or shape.form is not Form.WHOLE:
            line = _LINE_END.search(text, match.start() + 1, end)
            end = line.start() if line is not None else end  # the next line may begin with a key
        if shape is not None:
            yield Shape(max(0, begin), end, shape.token, shape.kind, shape.form)
        match = _BASE64.search(text, end)


# So many signs of base64 stand in a group before the first that the prefix alone decides.
_STARTS = (0, 2, 3)


def _kind(token: str) -> TokenKind:
    return TokenKind.SECRET if token.startswith("sk_") else TokenKind.PUBLISHABLE

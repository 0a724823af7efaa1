"""Makes strangers' text harmless in what leaves this program: Markdown, chat, CSV.

What comes out is one line, with keys masked and invisible characters written out: of a message at
most LONGEST_FIELD characters, of which no reader makes a link, a picture, a mention or HTML; of a
table at most _READ, as they are, of which no spreadsheet makes a formula. On the screen,
`ui/kit/text.shown` does it.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from medusa_console.domain import tokens
from medusa_console.domain.leaks import LONGEST_FIELD

_READ = 10 * LONGEST_FIELD
"""No more is looked at: what leaves is the beginning."""

_INVISIBLE: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_SHAPELESS: Final = frozenset("\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0")
_EMOJI_STYLE: Final = "\ufe0f"
_SELECTORS: Final = (range(0xFE00, 0xFE10), range(0xE0000, 0xE1000))
"""Variation selectors and tags, which can carry a text that nobody sees."""
_MARK: Final = r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]"
# A few marks above or below a letter are part of it; a heap of them covers other lines.
_HEAP = re.compile(rf"({_MARK}{{3}}){_MARK}++")

# What links, mentions and emoji are made of: a sign with something right behind it. A space between
# them leaves it readable, and makes nothing of it anywhere.
_JOINING = re.compile(
    r"""
      [@\uff20\ufe6b\#\uff03\ufe5f] (?=\S)      # @channel, anna@…, #123
    | (?<=\w) [.\u2024\u3002\uff0e\uff61\ufe52] (?=[^\W\d_])      # evil.example
    | (?<=[^\W\d_]) [:\uff1a\ufe13\ufe55] (?=\S)      # https://…, mailto:…, :smile:
    | / (?=/)                       # //evil
    | \[ (?=~) | \] (?=[(\[])       # [~user], [click](evil)
    | & (?=\#?\w)                   # &lt;
    """,
    re.VERBOSE,
)
_HARMLESS: Final = str.maketrans({"<": "\u2039", ">": "\u203a", "`": "\u2032", "|": "\u00a6"})
_MARKDOWN = re.compile(r"[!-/:-@\[-`{-~]")
_BEFORE_FORMULA: Final = " \"'\u00a0\t\r\n"
_FORMULA: Final = tuple("=+-@\uff1d\uff0b\uff0d\uff20")


def plain(text: str) -> str:
    """`text` in one line, for a reader that makes nothing of any sign."""
    line = _HEAP.sub(r"\1", " ".join(text[:_READ].split()))
    line = tokens.mask(line)
    if len(line) > LONGEST_FIELD:
        line = f"{line[:LONGEST_FIELD]}…"
    elif len(text) > _READ:
        line = f"{line}…"
    return "".join(map(_visible, line))


def in_chat(text: str) -> str:
    """`text` for a chat or an email, whatever the program there understands: spaces part what it
    would make a link or a mention of."""
    return _checked(_JOINING.sub(r"\g<0> ", plain(text).translate(_HARMLESS)))


def in_markdown(text: str) -> str:
    """`text` for Markdown."""
    parted = _JOINING.sub(r"\g<0> ", plain(text).translate(_HARMLESS))
    return _checked(_MARKDOWN.sub(r"\\\g<0>", parted))


def in_code(text: str) -> str:
    """`text` between two backticks of Markdown, where nothing becomes a link or a mention."""
    return _checked(plain(text).translate(_HARMLESS))


def in_csv(text: str) -> str:
    """`text` as it is, in one quoted field of CSV: with keys masked, signs that nobody sees written
    out, and a ' in front of what a spreadsheet would compute. Cut after _READ characters."""
    kept = tokens.mask(text[:_READ])
    line = _checked("".join(sign if sign == _EMOJI_STYLE else _visible(sign) for sign in kept))
    if text[:_READ].lstrip(_BEFORE_FORMULA)[:1] in _FORMULA:
        line = f"'{line}"
    if len(text) > _READ:
        line = f"{line}…"
    doubled = line.replace('"', '""')
    return f'"{doubled}"'


def _visible(sign: str) -> str:
    if sign.isascii() and sign.isprintable():
        return sign
    if sign == _EMOJI_STYLE:
        return ""
    hidden = (
        unicodedata.category(sign) in _INVISIBLE
        or sign in _SHAPELESS
        or any(ord(sign) in selectors for selectors in _SELECTORS)
    )
    return f"\u2039U+{ord(sign):04X}\u203a" if hidden else sign


def _checked(text: str) -> str:
    # Signs that were exchanged may have brought digits together.
    return tokens.STARS if tokens.may_hold_a_key(text) else text

"""Makes text from the server or other people safe to show; the only module that does.

A key's title may contain characters that hide, reorder or imitate their neighbours; such characters
are shown by their code.
"""

from __future__ import annotations

import html
import re
import unicodedata
from typing import Final

import idna

LONGEST: Final = 300

_NON_JOINER, _JOINER = "\u200c", "\u200d"
# How far a joiner looks for the letters that it joins, past marks above and below them.
_REACH = 8
_SKIN_TONES = "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
_EMOJI_STYLE = "\ufe0f"
_SIDEWAYS = "\u2194"  # the one arrow of a sequence that is no symbol to Unicode
# The flags of England, Scotland and Wales: a black flag and the region, spelled in invisible tags.
_FLAGS = "|".join(
    "\U0001f3f4" + "".join(chr(0xE0000 + ord(letter)) for letter in region) + "\U000e007f"
    for region in ("gbeng", "gbsct", "gbwls")
)
_INVISIBLE = re.compile(
    f"{_FLAGS}|["
    "\x00-\x1f\x7f-\x9f\xad"  # controls, soft hyphen
    "\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2"  # Arabic and Syriac format characters
    "\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0"  # letters and vowels without a shape
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # zero width, breaks, direction
    "\ud800-\udfff"  # surrogates
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff"  # tags and variation selectors beyond the first plane
    "]"
)


def shown(text: str, *, limit: int | None = LONGEST) -> str:
    """`text` with every invisible character written out (as U+202E), cut after `limit`
    characters."""
    cut = limit is not None and len(text) > limit
    head = text[:limit] if cut else text
    safe = _INVISIBLE.sub(_written_out, head)
    return f"{safe}…" if cut else safe


def _written_out(match: re.Match[str]) -> str:
    found = match[0]
    if len(found) > 1 or _joins(match.string, match.start()):
        return found
    return f"\u2039U+{ord(found):04X}\u203a"


def _joins(text: str, place: int) -> bool:
    """Whether the character at `place` is a joiner that its script or its emoji needs there."""
    if text[place] not in (_NON_JOINER, _JOINER):
        return False
    start = max(0, place - _REACH)
    around = text[start : place + _REACH]
    before, after = text[start:place], text[place + 1 : place + 2]
    if text[place] == _JOINER and _is_emoji(before.rstrip(_SKIN_TONES + _EMOJI_STYLE)[-1:]):
        return _is_emoji(after)
    try:
        return idna.valid_contextj(around, place - start)
    except ValueError:  # a neighbour is no character
        return False


def _is_emoji(sign: str) -> bool:
    return sign != "" and (sign == _SIDEWAYS or unicodedata.category(sign) == "So")


def tooltip(text: str) -> str:
    """`text` for setToolTip, which reads rich text even where the label does not."""
    return f"<qt>{html.escape(shown(text))}</qt>" if text else ""

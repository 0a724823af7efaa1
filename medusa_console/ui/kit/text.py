"""Makes text from the server or other people safe to show; the only module that does.

A key's title may contain characters that hide, reorder or imitate their neighbours; such characters
are shown by their code.
"""

from __future__ import annotations

import html
import re
from typing import Final

LONGEST: Final = 300

_INVISIBLE = re.compile(
    "["
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
    safe = _INVISIBLE.sub(lambda match: f"\u2039U+{ord(match[0]):04X}\u203a", head)
    return f"{safe}…" if cut else safe


def tooltip(text: str) -> str:
    """`text` for setToolTip, which reads rich text even where the label does not."""
    return f"<qt>{html.escape(shown(text))}</qt>" if text else ""
